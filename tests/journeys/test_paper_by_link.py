"""A paper that was missing comes by a one-time link, in a real browser, with nothing but the keyboard."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from songfa.aid import actions
from songfa.aid.door import codes
from songfa.aid.models import File
from tests.journeys.browser import check, sign_in
from tests.pages.test_aid_doors import PNG
from tests.rooms.test_aid import WAGES
from tests.town import PASSWORD, Town, build

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town(transactional_db: None) -> Town:
    return build()


def test_a_missing_paper_comes_by_a_link_and_the_file_goes_on(
    page: Page, live_server: LiveServer, town: Town
) -> None:
    address, officer = live_server.url, town.actor("officer")
    file = actions.apply(
        actor=officer, unit=town.units["centre"], application=WAGES, at=timezone.now()
    ).file
    actions.ask_papers(actor=officer, file=file, papers=["identity_card"], at=timezone.now())

    # The officer makes a link and gives it to the applicant.
    sign_in(page, address, "officer", PASSWORD)
    page.goto(f"{address}/zh-hans/desk/files/{file.pk}/one-time-link/")
    page.get_by_label("提交所缺材料").check()
    page.get_by_role("button", name="生成一次性链接").click()
    given = page.get_by_label("地址").input_value()

    # The applicant opens it, sends nothing by mistake, and is told so where the reading goes on.
    page.context.clear_cookies()
    page.goto(re.sub(r"^http://[^/]+", address, given))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.get_by_role("button", name="提交材料").press("Enter")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    assert page.title().startswith("页面有误：")
    check(page, shot="link-empty")

    # Then the photograph.
    photo = {"name": "身份证.png", "mimeType": "image/png", "buffer": PNG}
    page.get_by_label("居民身份证").set_input_files(photo)  # type: ignore[arg-type]
    page.get_by_role("button", name="提交材料").press("Enter")
    expect(page.locator("main")).to_contain_text("已收到，谢谢")
    assert File.objects.get(pk=file.pk).state == "received"

    # A code with a slip in it is told, and stays in the field to be put right.
    page.goto(f"{address}/zh-hans/follow/")
    page.locator("input[name=code]").fill("QQQQ-QQQQ")
    page.locator("input[name=code]").press("Enter")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    expect(page.locator("input[name=code]")).to_have_value("QQQQ-QQQQ")
    assert page.title().startswith("页面有误：")
    check(page, shot="follow-wrong")
    page.locator("input[name=code]").fill(codes.code_for(file))
    page.locator("input[name=code]").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("正在审查您的申请")
