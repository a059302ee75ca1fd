"""A group case in plain sentences: thirty workers of one site, from the list to the last wage paid.

Every page on the way is checked for accessibility (axe-core, WCAG 2.2 AA) and for telephone width.
"""

import re
from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from songfa.aid import actions as aid
from songfa.aid.reads import File
from songfa.audit.verify import faults
from tests import recipients as made
from tests.journeys.browser import check, sign_in
from tests.rooms.test_aid import WAGES
from tests.town import PASSWORD, Town, build

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town(transactional_db: None) -> Town:
    return build()


@pytest.fixture
def file(town: Town) -> File:
    """Li Xiaohong came to the counter and speaks for those who worked with her."""
    return aid.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=timezone.now()
    ).file


def hand_in(page: Page, folder: Path, rows: list[tuple[str, ...]]) -> None:
    sheet = folder / "欠薪名单.xlsx"
    sheet.write_bytes(made.xlsx(rows))
    page.locator("input[type=file]").set_input_files(sheet)
    press(page, "读取并核对")


def press(page: Page, name: str | re.Pattern[str]) -> None:
    page.locator("main").get_by_role("button", name=name).first.click()


def see_in_other_languages(page: Page, shot: str) -> None:
    """Look at the same page in Vietnamese and English, and come back."""
    here = page.url
    for language in ("vi", "en"):
        page.goto(here.replace("/zh-hans/", f"/{language}/"))
        check(page, shot=f"{shot}-{language}")
    page.goto(here)


def test_thirty_workers_of_one_site_get_their_wages(  # noqa: PLR0915 - one journey
    page: Page, live_server: LiveServer, town: Town, file: File, tmp_path: Path
) -> None:
    address = live_server.url
    sign_in(page, address, "officer", PASSWORD)

    # The officer opens the list of recipients of the file: nobody is on it yet. She names the employer.
    page.goto(f"{address}/zh-hans/desk/files/{file.pk}/")
    page.get_by_role("link", name="维护受援人名单").click()
    expect(page.locator("main")).to_contain_text("名单中还没有人")
    check(page, shot="group-empty")
    page.locator("input[name=adverse_party]").fill("佳木斯某建筑劳务有限公司")
    press(page, "保存对方当事人")

    # The foreman's spreadsheet has thirty rows. In two of them something is wrong, and the page says what.
    rows = made.workers(30)
    right = rows[6], rows[20]
    rows[6] = (rows[6][0], rows[6][1][:17] + ("1" if rows[6][1][17] == "0" else "0"), *rows[6][2:])
    rows[20] = (*rows[20][:3], "一万多")
    page.get_by_role("link", name="导入名单").click()
    check(page, shot="group-upload")
    hand_in(page, tmp_path, rows)
    expect(page.locator("main")).to_contain_text("第8行")
    expect(page.locator("main")).to_contain_text("身份证号码校验码不符")
    expect(page.locator("main")).to_contain_text("第22行")
    expect(page.locator("main")).to_contain_text("金额无法识别")
    check(page, shot="group-read")
    see_in_other_languages(page, "group-read")

    # She fetches the two rows, asks the foreman, mends them, and hands the whole list in again.
    with page.expect_download() as waiting:
        page.get_by_role("link", name="下载有问题的行及原因").click()
    assert waiting.value.suggested_filename.endswith(".xlsx")
    rows[6], rows[20] = right
    page.get_by_role("link", name="重新选择文件").click()
    hand_in(page, tmp_path, rows)
    expect(page.locator("main")).not_to_contain_text("以下各行不会导入")
    press(page, "确认导入30人")

    # Thirty workers and Li Xiaohong herself are in the group, and the file goes the fast way.
    expect(page.locator("main")).to_contain_text("绿色通道：免予核查经济困难状况")
    expect(page.locator("table.rows tbody tr")).to_have_count(31)
    check(page, shot="group-recipients")
    see_in_other_languages(page, "group-recipients")
    page.goto(f"{address}/zh-hans/desk/files/{file.pk}/")
    expect(page.locator("main")).to_contain_text("群体性案件，共31人")
    expect(page.locator("main")).to_contain_text("佳木斯某建筑劳务有限公司")
    check(page, shot="group-file")

    # It is granted without a check of hardship and given to a lawyer.
    page.get_by_role("link", name="给予援助").click()
    press(page, "给予援助")
    page.locator("main a.govuk-button").first.click()
    page.get_by_label("何平").check()
    page.locator("main form[method=post] button.govuk-button").last.click()

    # One press writes to all of them, each letter with a number of its own.
    page.get_by_role("link", name="查看名单").click()
    press(page, re.compile("向全体出具"))
    expect(page.locator("table.rows tbody tr")).to_have_count(31)
    check(page, shot="group-letters")
    with page.expect_download(timeout=120_000) as waiting:
        page.get_by_role("link", name=re.compile("合并为一个PDF")).click(timeout=120_000)
    assert len(PdfReader(waiting.value.path()).pages) == 31

    # The employer pays; the lawyer's office writes down what each got. One amount cannot be read and is asked again.
    page.goto(f"{address}/zh-hans/desk/files/{file.pk}/recipients/")
    got = page.locator("input[name^=obtained-]")
    paid = page.locator("input[name^=paid-]")
    for n in range(1, 31):
        got.nth(n).fill(f"{10_000 + n:,}.50")
        paid.nth(n).check()
    got.nth(0).fill("八千")
    press(page, "保存全部")
    expect(page.locator(".govuk-error-summary")).to_contain_text("李小红")
    check(page, shot="group-amount-wrong")
    page.locator("input[name^=obtained-]").nth(0).fill("8000元")
    press(page, "保存全部")
    whole = 8000_00 + sum((10_000 + n) * 100 + 50 for n in range(1, 31))
    expect(page.locator("main")).to_contain_text(f"{whole // 100:,}元")

    # The file is closed. Nobody types how much was recovered or how many were helped: the rows say it.
    page.goto(f"{address}/zh-hans/desk/files/{file.pk}/close/")
    expect(page.locator("main")).not_to_contain_text("帮助人数")
    page.get_by_label("诉求全部实现").check()
    page.get_by_label("办案小结").fill("经劳动仲裁调解，三十一人的工资全部付清。")
    page.locator("main form[method=post] button.govuk-button").last.click()
    expect(page.locator("main")).to_contain_text("已结案")
    done = File.objects.get(pk=file.pk)
    assert (done.state, done.recovered, done.people_helped) == ("closed", whole, 31)

    # Later it is drawn for an assessment by the province, scored, and stands in the results.
    page.context.clear_cookies()
    sign_in(page, address, "supervisor", PASSWORD)
    page.goto(f"{address}/zh-hans/desk/quality/draw/")
    page.locator("input[name=number]").fill("1")
    check(page, shot="quality-draw")
    press(page, "抽取案卷")
    check(page, shot="quality")
    see_in_other_languages(page, "quality")
    page.get_by_role("link", name=done.number).click()
    check(page, shot="quality-sheet")
    see_in_other_languages(page, "quality-sheet")
    for box in page.locator("input[name^=item-]").all():
        most = re.search(r"至(\d+)分", box.locator("xpath=..").inner_text())
        assert most is not None
        box.fill(most[1])
    press(page, "提交评分")
    expect(page.locator("main")).to_contain_text("优秀")
    check(page, shot="quality-graded")
    page.goto(f"{address}/zh-hans/desk/quality/results/")
    expect(page.locator("main")).to_contain_text("何平")
    check(page, shot="quality-results")

    # Li Xiaohong says how it was, with the code of her receipt.
    page.context.clear_cookies()
    page.goto(f"{address}/zh-hans/opinion/")
    check(page, shot="opinion-code")
    from songfa.aid.door import codes

    page.locator("input[name=code]").fill(codes.code_for(done))
    press(page, "下一步")
    check(page, shot="opinion-form")
    for group in page.locator("main fieldset").all():
        group.get_by_label("很好", exact=True).check()
    press(page, "提交")
    expect(page.get_by_role("heading", level=1)).to_contain_text("谢谢您的评价")

    # The review of the year counts one case, thirty-one people and their money, all from the rows.
    from songfa.insight import figures

    review = figures.review(town.actor("head"), town.areas["230822"], date.today().year)  # noqa: DTZ011
    told = {f.measure: f.value for f in review.figures if f.group == "total"}
    assert told["cases"] == 1
    assert told["money_recovered"] == whole
    assert told["files_excellent"] == 1
    assert list(faults()) == []
