"""Walk A in plain sentences: an application from the public form to the closing report, in both countries.

Every page on the way is checked for accessibility (axe-core, WCAG 2.2 AA) and for telephone width.
"""

import re
from io import BytesIO

import pytest
from django.utils import timezone
from docx import Document
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from songfa.aid.reads import File
from songfa.areas.names import keys
from songfa.audit.verify import faults
from tests.journeys.browser import check, sign_in
from tests.town import PASSWORD, Town, build

YEAR = timezone.localdate().year
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town(transactional_db: None) -> Town:
    made = build()
    for area in made.areas.values():
        if area.country == "vn":  # as the register has it: found without marks too
            area.keys = keys("vn", area.kind, area.name, "")
            area.save(update_fields=["keys"])
    return made


def press(page: Page) -> None:
    """Press the one green button of the page."""
    page.locator("main form[method=post] button.govuk-button").last.click()


def choose(page: Page, *words: str) -> None:
    for word in words:
        page.get_by_label(word, exact=True).check()


def fill_day(page: Page, field: str, year: int, month: int, day: int) -> None:
    for part, value in (("year", year), ("month", month), ("day", day)):
        page.locator(f"input[name={field}-{part}]").fill(str(value))


def follow(page: Page, address: str, language: str, code: str) -> None:
    page.goto(f"{address}/{language}/follow/")
    page.locator("input[name=code]").fill(code)
    page.locator("main form button[type=submit]").click()


def document(page: Page, kind: str, n: int) -> bytes:
    with page.expect_download() as waiting:
        page.locator(f"a[href$='.{kind}']").nth(n).click()
    return waiting.value.path().read_bytes()


def test_a_migrant_worker_in_huanan_gets_a_lawyer_and_the_wages(  # noqa: PLR0915 - one journey
    page: Page, live_server: LiveServer, town: Town
) -> None:
    address = live_server.url

    # She was not paid, and finds the office of her county by typing the beginning of its name.
    page.goto(f"{address}/zh-hans/apply/?trouble=unpaid_wages")
    check(page, shot="apply-place")
    page.locator("input[name=q]").fill("桦南")
    page.get_by_role("button", name="查找").click()
    check(page, shot="apply-place-found")
    page.get_by_role("button", name="在这里申请 桦南镇公共法律服务工作站").click()

    # She forgets to say what it is about, and the page says so and leads her there.
    expect(page.get_by_role("heading", level=1)).to_contain_text("被拖欠工资")
    press(page)
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    check(page, shot="apply-matter-errors")
    choose(page, "被拖欠工资", "劳动仲裁")
    page.locator("textarea[name=story]").fill("工地欠了我三个月工资，一共三万六千元。")
    check(page, shot="apply-matter")
    press(page)

    # She closes the browser's window and comes back: her answers are kept.
    page.goto(f"{address}/zh-hans/apply/matter/")
    expect(page.locator("textarea[name=story]")).to_have_value(
        "工地欠了我三个月工资，一共三万六千元。"
    )
    press(page)

    # She tells who she is. Her number looks mistyped; she is asked once.
    check(page, shot="apply-you")
    choose(page, "为自己", "女", "进城务工人员（农民工）")
    page.locator("input[name=name]").fill("李小红")
    fill_day(page, "born", 1980, 4, 1)
    page.locator("input[name=id_number]").fill("230822198004010028")
    press(page)
    expect(page.locator(".govuk-error-summary")).to_contain_text("校验码不符")
    check(page, shot="apply-you-doubt")
    page.locator("input[name=id_number]").fill("230822198004010021")
    page.locator("input[name=household_size]").fill("3")
    page.locator("input[name=household_income]").fill("3,200")
    press(page)

    # She says how to reach her safely, declares that it is true, and sends it.
    page.locator("input[name=phone]").fill("13800138000")
    choose(page, "打电话", "可以联系，但不要提案情", "大字材料")
    press(page)
    expect(page.locator(".govuk-error-summary")).to_contain_text("请勾选声明")
    check(page, shot="apply-contact-errors")
    choose(page, "内容真实，我同意")
    press(page)

    # She gets a code, the number, what to bring and until when she will hear.
    expect(page.get_by_role("heading", level=1)).to_contain_text("已收到您的申请")
    code = page.locator(".receipt").inner_text()
    assert re.fullmatch(r"[A-Z0-9]{4}-[A-Z0-9]{4}", code)
    expect(page.locator("main")).to_contain_text(f"（桦）援申字[{YEAR}]第1号")
    expect(page.locator("main")).to_contain_text("居民身份证")
    assert "李" not in page.url
    check(page, shot="receipt")
    follow(page, address, "zh-hans", code.lower().replace("-", " "))
    expect(page.get_by_role("heading", level=1)).to_contain_text("正在审查您的申请")
    check(page, shot="follow")

    # The officer of the centre finds it among the files, with the finding beside it.
    page.context.clear_cookies()
    sign_in(page, address, "officer", PASSWORD)
    page.goto(f"{address}/zh-hans/desk/files/")
    check(page, shot="files")
    page.locator("input[name=q]").fill("lxh")
    page.locator("main form[role=search] button").click()
    page.get_by_role("link", name=f"（桦）援申字[{YEAR}]第1号").click()
    expect(page.locator("main")).to_contain_text("免予核查经济困难状况")
    expect(page.locator("main")).to_contain_text("2308************21")
    check(page, shot="file-received")
    page.get_by_role("button", name="查看完整号码").click()
    expect(page.locator("main")).to_contain_text("230822198004010021")

    # One paper is missing; it is asked for once, and comes.
    page.get_by_role("link", name="一次性告知补正").click()
    check(page, shot="file-ask-papers")
    choose(page, "进城务工人员证明材料")
    press(page)
    expect(page.locator("main")).to_contain_text("暂停计算")
    check(page, shot="file-awaiting")
    page.get_by_role("link", name="收到补充材料").click()
    choose(page, "进城务工人员证明材料")
    press(page)

    # Aid is granted; the decision has its number, as PDF and as docx.
    page.get_by_role("link", name="给予援助", exact=True).click()
    check(page, shot="file-grant")
    press(page)
    expect(page.locator("main")).to_contain_text(f"（桦）援决字[{YEAR}]第1号")
    text = "".join(p.extract_text() for p in PdfReader(BytesIO(document(page, "pdf", 1))).pages)
    assert "给予法律援助决定书" in text
    assert f"援决字[{YEAR}]" in text
    written = "\n".join(p.text for p in Document(BytesIO(document(page, "docx", 1))).paragraphs)
    assert "李小红：" in written
    assert "第三十一条第（五）项" in written

    # The lawyer is chosen from the list that gives its reasons.
    page.locator("main").get_by_role("link", name="指派", exact=True).click()
    expect(page.locator("main")).to_contain_text("擅长此类案件")
    check(page, shot="file-assign")
    press(page)
    expect(page.locator("main")).to_contain_text(f"（桦）援指字[{YEAR}]第1号")
    check(page, shot="file-assigned")

    # The lawyer sees this file, writes down the work and closes with the money recovered.
    page.context.clear_cookies()
    sign_in(page, address, "lawyer", PASSWORD)
    page.goto(f"{address}/zh-hans/desk/files/")
    page.get_by_role("link", name=f"（桦）援申字[{YEAR}]第1号").click()
    expect(page.locator("main")).not_to_contain_text("2308****")
    page.get_by_role("link", name="记录办案工作").click()
    choose(page, "会见受援人")
    page.locator("input[name=minutes]").fill("90")
    check(page, shot="file-log")
    press(page)
    page.get_by_role("link", name="结案", exact=True).click()
    choose(page, "诉求全部实现")
    page.locator("input[name=recovered]").fill("-5")
    press(page)
    expect(page.locator(".govuk-error-summary")).to_contain_text("不能为负数")
    check(page, shot="file-close-errors")
    page.locator("input[name=recovered]").fill("36,000.00")
    page.locator("textarea[name=summary]").fill("仲裁裁决支付全部工资。")
    press(page)
    expect(page.locator("main")).to_contain_text("36,000元")
    check(page, shot="file-closed")

    # She sees by her code that it is done. The trail accounts for every step.
    follow(page, address, "zh-hans", code)
    expect(page.get_by_role("heading", level=1)).to_contain_text("已办结")
    check(page, shot="follow-closed")
    assert list(faults()) == []
    file = File.objects.get()
    assert (file.state, file.recovered) == ("closed", 3_600_000)


def test_a_farmer_in_soc_trang_gets_help_about_her_land(  # noqa: PLR0915 - one journey
    page: Page, live_server: LiveServer, town: Town
) -> None:
    address = live_server.url

    # She lives in Sóc Trăng, which belongs to Cần Thơ today, and types it without marks.
    page.goto(f"{address}/vi/apply/")
    page.locator("input[name=q]").fill("can tho")
    page.get_by_role("button", name="Tìm").click()
    check(page, shot="vi-apply-place")
    page.get_by_role("button", name=re.compile("Nộp tại đây")).first.click()
    check(page, shot="vi-apply-trouble")
    choose(page, "Đất đai, nhà ở")
    press(page)
    choose(page, "Tranh chấp đất, thu hồi đất", "Luật sư ra tòa")
    page.locator("textarea[name=story]").fill(
        "Nhà nước thu hồi đất, tiền bồi thường chưa thỏa đáng."
    )
    check(page, shot="vi-apply-matter")
    press(page)
    choose(page, "Cho bản thân", "Nữ", "Hộ nghèo (có giấy chứng nhận)")
    page.locator("input[name=name]").fill("Nguyễn Thị Hoa")
    fill_day(page, "born", 1970, 5, 2)
    page.locator("input[name=id_number]").fill("092170001234")
    check(page, shot="vi-apply-you")
    press(page)
    page.locator("input[name=phone]").fill("0912 345 678")
    choose(page, "Gọi điện", "Không", "Đúng sự thật và tôi đồng ý")
    check(page, shot="vi-apply-contact")
    press(page)
    code = page.locator(".receipt").inner_text()
    expect(page.locator("main")).to_contain_text("Giấy chứng nhận hộ nghèo")
    check(page, shot="vi-receipt")

    # The officer of the Centre accepts; the case gets its code by form of service.
    page.context.clear_cookies()
    sign_in(page, address, "vn_officer", PASSWORD)
    page.goto(f"{address}/vi/desk/files/")
    page.get_by_role("link", name=f"TT.YC.01.{YEAR}").click()
    check(page, shot="vi-file")
    page.get_by_role("link", name="Thụ lý, trợ giúp").click()
    press(page)
    expect(page.locator(".crumbs")).to_contain_text(f"TT.TGTT.01.{YEAR}")
    page.get_by_role("link", name="Cử người thực hiện").click()
    check(page, shot="vi-file-assign")
    press(page)
    text = "".join(p.extract_text() for p in PdfReader(BytesIO(document(page, "pdf", 1))).pages)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in " ".join(text.split())
    assert "02/QĐ-TT" in text
    assert "Nguyễn Thị Hoa" in text

    # The legal-aid officer closes; the money is written with points between thousands.
    page.context.clear_cookies()
    sign_in(page, address, "vn_helper", PASSWORD)
    page.goto(f"{address}/vi/desk/files/")
    page.get_by_role("link", name=f"TT.TGTT.01.{YEAR}").click()
    page.get_by_role("link", name="Kết thúc vụ việc").click()
    choose(page, "Yêu cầu được chấp nhận toàn bộ")
    page.locator("input[name=recovered]").fill("120.000.000")
    page.locator("textarea[name=summary]").fill("Tòa án chấp nhận yêu cầu bồi thường.")
    press(page)
    expect(page.locator("main")).to_contain_text("120.000.000")
    check(page, shot="vi-file-closed")
    follow(page, address, "vi", code)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vụ việc đã kết thúc")
    check(page, shot="vi-follow")
    assert File.objects.get().recovered == 120_000_000
