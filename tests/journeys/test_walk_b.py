"""Walk B: a plan document becomes a running programme.

The issuer uploads a document, looks at what was read, corrects one field, gives the tasks to units and adopts; a
township reports progress with evidence and says what stands in the way; the issuer sees it rolled up and answers.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as house
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from tests.journeys.browser import WIDE, check, sign_in
from tests.town import PASSWORD, Town

pytestmark = pytest.mark.django_db(transaction=True)

EXAMPLE = Path(house.HERE) / "papers" / "examples" / "plan-zh.txt"
YEAR = timezone.localdate().year + 1
PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0" * 60
Visit = Callable[[str], Page]


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def visit(browser: Browser, live_server: Any, town: Town) -> Any:
    """Return a signed-in window for a person of the town."""
    opened = []

    def enter(who: str) -> Page:
        context = browser.new_context(viewport=WIDE, locale="zh-CN")  # type: ignore[arg-type]
        context.set_default_timeout(15_000)
        window = context.new_page()
        opened.append(context)
        sign_in(window, live_server.url, who, PASSWORD)
        return window

    yield enter
    for context in opened:
        context.close()


def document(folder: Path) -> Path:
    """Return our own example, moved to next year, so that nothing in it is over."""
    file = folder / "云溪县法律明白人方案.txt"
    text = EXAMPLE.read_text(encoding="utf-8")
    file.write_text(
        text.replace("2025", str(YEAR - 1)).replace("2026", str(YEAR)), encoding="utf-8"
    )
    return file


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name).first.click()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def the_issuer_uploads_the_document(page: Page, file: Path) -> None:
    follow(page, "普法计划")
    check(page, shot="plans-none")
    follow(page, "上传计划文件")
    check(page, shot="plan-upload")
    press(page, "读取文件")
    expect(page.locator(".govuk-error-summary")).to_contain_text("请选择文件")
    check(page)
    page.locator("input[type=file]").set_input_files(file)
    press(page, "读取文件")
    expect(page.locator("h1")).to_contain_text("项任务")
    check(page, shot="plan-draft")


def the_issuer_corrects_one_field_beside_its_line(page: Page) -> None:
    page.get_by_role("link", name="集中培训").first.click()
    expect(page.locator(".source__hit").first).to_contain_text("集中培训")
    check(page, shot="plan-task")
    page.locator("#task .field-row", has_text="数量").get_by_role("link", name="更正").click()
    page.locator("#task input[name=quantity]").fill("3")
    check(page, shot="plan-task-edit")
    press(page, "保存")
    expect(page.locator("#task")).to_contain_text("原文：2 期")
    press(page, "这项没问题")
    expect(page.locator("h1")).to_contain_text("线上学习")


def the_issuer_gives_the_tasks_to_units_and_adopts(page: Page) -> None:
    follow(page, "全部任务")
    follow(page, "下一步：落实单位")
    check(page, shot="plan-units")
    press(page, "全部按推测确认")
    expect(page.locator("main")).to_contain_text("已落实到单位")
    check(page, shot="plan-units-given")
    page.get_by_role("row", name="线上学习").get_by_role("link", name="选择单位").click()
    for unit in ("桦南镇公共法律服务工作站", "土龙山镇公共法律服务工作站"):
        page.get_by_label(unit).check()
    check(page, shot="plan-task-units")
    press(page, "保存")
    follow(page, "下一步：启用")
    expect(page.locator(".title__lede")).to_contain_text("项有时限的待办")
    check(page, shot="plan-adopt")
    press(page, "启用并下达任务")
    expect(page.locator("main")).to_contain_text("计划已启用")
    check(page, shot="plan-running-new")


def the_township_reports_progress_with_evidence(page: Page, folder: Path) -> None:
    check(page, shot="desk-owed")
    follow(page, "我的任务")
    check(page, shot="shares")
    page.get_by_role("row", name="线上学习").get_by_role("link").first.click()
    check(page, shot="share")
    page.locator("#report_amount").fill("4")
    page.locator("#report_note").fill("推送学习资料四期。")
    wrong = folder / "不是照片.png"
    wrong.write_text("<script>", encoding="utf-8")
    page.locator("input[type=file]").set_input_files(wrong)
    page.locator("#report").get_by_role("button", name="报告").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("没有保存")
    check(page, shot="share-refused")
    picture = folder / "照片.png"
    picture.write_bytes(PICTURE)
    page.locator("input[type=file]").set_input_files(picture)
    page.locator("#report").get_by_role("button", name="报告").click()
    expect(page.locator("main")).to_contain_text("已报告。")
    expect(page.get_by_role("link", name="照片.png")).to_be_visible()


def the_township_says_what_stands_in_the_way(page: Page) -> None:
    page.get_by_text("反映困难").click()
    page.locator("#raise_text").fill("宣传资料不够，请增发三百册。")
    press(page, "送交")
    expect(page.locator("main")).to_contain_text("已送交")
    check(page, shot="share-reported")


def the_issuer_sees_it_rolled_up_and_answers(page: Page) -> None:
    follow(page, "普法计划")
    check(page, shot="plans")
    expect(page.locator(".panel--owed")).to_contain_text("请增发三百册")
    page.get_by_role("row", name="法律明白人").get_by_role("link").first.click()
    row = page.get_by_role("row", name="线上学习")
    expect(row).to_contain_text("4 / ")
    check(page, shot="plan-running")
    follow(page, "按单位")
    expect(page.get_by_role("row", name="桦南镇公共法律服务工作站")).to_be_visible()
    check(page, shot="plan-running-units")
    page.get_by_role("row", name="桦南镇公共法律服务工作站").get_by_role("link").click()
    check(page, shot="shares-of-plan")
    follow(page, "返回计划")
    follow(page, "请增发三百册")
    page.locator("textarea").fill("下周统一配送。")
    check(page, shot="obstacle")
    press(page, "答复")
    expect(page.locator("main")).to_contain_text("已答复")
    check(page, shot="obstacle-answered")


def test_a_plan_document_becomes_a_running_programme(visit: Visit, tmp_path: Path) -> None:
    issuer = visit("head")
    the_issuer_uploads_the_document(issuer, document(tmp_path))
    the_issuer_corrects_one_field_beside_its_line(issuer)
    the_issuer_gives_the_tasks_to_units_and_adopts(issuer)
    township = visit("worker")
    the_township_reports_progress_with_evidence(township, tmp_path)
    the_township_says_what_stands_in_the_way(township)
    the_issuer_sees_it_rolled_up_and_answers(issuer)
    township.reload()
    expect(township.locator("main")).to_contain_text("下周统一配送。")


def test_the_same_file_again_and_a_draft_put_away(visit: Visit, tmp_path: Path) -> None:
    issuer = visit("head")
    file = document(tmp_path)
    for _ in range(2):
        follow(issuer, "普法计划")
        follow(issuer, "上传计划文件")
        issuer.locator("input[type=file]").set_input_files(file)
        press(issuer, "读取文件")
    expect(issuer.locator("h1")).to_contain_text("已经上传过")
    check(issuer, shot="plan-known")
    issuer.get_by_role("link", name="核对").first.click()
    follow(issuer, "更正概况")
    check(issuer, shot="plan-head")
    follow(issuer, "不改了")
    follow(issuer, "搁置这份草稿")
    check(issuer, shot="plan-discard")
    press(issuer, "搁置")
    expect(issuer.locator("main")).to_contain_text("草稿已搁置")


def test_a_field_is_corrected_without_script(
    browser: Browser, live_server: Any, town: Town, tmp_path: Path
) -> None:
    context = browser.new_context(viewport=WIDE, locale="zh-CN", java_script_enabled=False)  # type: ignore[arg-type]
    context.set_default_timeout(15_000)
    window = context.new_page()
    sign_in(window, live_server.url, "head", PASSWORD)
    follow(window, "普法计划")
    follow(window, "上传计划文件")
    window.locator("input[type=file]").set_input_files(document(tmp_path))
    press(window, "读取文件")
    window.get_by_role("link", name="集中培训").first.click()
    window.locator("#task .field-row", has_text="时限").get_by_role("link", name="更正").click()
    window.locator("input[name=end-year]").fill(str(YEAR))
    window.locator("input[name=end-month]").fill("10")
    press(window, "保存")
    expect(window.locator("#task")).to_contain_text(f"{YEAR}年10月")
    window.locator("#task .field-row__line").first.click()
    assert "#line-" in window.url
    context.close()
