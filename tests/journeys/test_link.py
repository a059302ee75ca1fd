"""A one-time link in a real browser: what a person sends by it arrives, once.

A browser sends headers that a test client does not: a page that hides where it is cannot send its own form.
"""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from songfa.aid import actions
from songfa.aid.models import LinkAnswer
from tests.journeys.browser import check, sign_in
from tests.rooms.test_aid import WAGES
from tests.town import PASSWORD, Town, build

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town(transactional_db: None) -> Town:
    return build()


def test_a_declaration_is_signed_by_a_link_once(
    page: Page, live_server: LiveServer, town: Town
) -> None:
    address = live_server.url
    file = actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=timezone.now()
    ).file

    # The officer finds the link among the other ways of the file, makes it, and hands it over.
    sign_in(page, address, "officer", PASSWORD)
    page.goto(f"{address}/zh-hans/desk/files/{file.pk}/")
    check(page, shot="file-ways")
    page.get_by_role("link", name="生成一次性链接").click()
    page.get_by_label("签署承诺书").check()
    page.locator("main form[method=post] button.govuk-button").last.click()
    secret = page.locator("#address").input_value()
    check(page, shot="link-made")

    # The person opens it, forgets to tick, is led to the fault, and signs.
    page.goto(secret)
    page.locator("input[name=signed]").fill("李铁柱")
    page.locator("main form button[type=submit]").click()
    page.locator(".govuk-error-summary a").first.click()
    expect(page.locator("input[name=truth]")).to_be_focused()
    page.locator("input[name=truth]").check()
    check(page, shot="link-sign")
    page.locator("main form button[type=submit]").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("已收到")
    assert LinkAnswer.objects.get().link.file_id == file.pk

    # It works once.
    page.goto(secret)
    expect(page.get_by_role("heading", level=1)).to_contain_text("链接已使用")
