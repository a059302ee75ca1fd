"""Walk C: the year writes its own review, is published, and a later change shows as a correction."""

import json
import re
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from songfa.commands.review import review
from tests.journeys.browser import check, sign_in
from tests.province import build
from tests.town import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def year(transactional_db: None) -> None:
    """The records of 2018, as `songfa demo load heilongjiang-2018` makes them."""
    build()


def test_the_annual_review(year: None, live_server: Any, request: pytest.FixtureRequest) -> None:
    window: Page = request.getfixturevalue("page")
    the_command_counts_the_year()
    the_supervisor_opens_the_review(window, live_server.url)
    every_number_opens_to_its_rows(window)
    published = the_supervisor_publishes_it(window)
    somebody_puts_a_record_right(window, live_server.url)
    the_publication_stays_and_names_the_correction(window, live_server.url, published)


def the_command_counts_the_year() -> None:
    told = json.loads(
        CliRunner()
        .invoke(review, ["make", "--area", "23", "--year", "2018"], catch_exceptions=False)
        .stdout
    )
    assert told["figures"]["total"]["cases"] == {
        "value": 13052,
        "unit": "cases",
        "quantifier": "exact",
        "scope": "year",
    }
    assert len(told["relations"]) == 22
    assert all(r["holds"] for r in told["relations"])


def the_supervisor_opens_the_review(window: Page, address: str) -> None:
    sign_in(window, address, "supervisor", PASSWORD)
    window.goto(f"{address}/zh-hans/desk/review/?area=230000&year=2018")
    expect(window.get_by_role("heading", level=1)).to_have_text(
        re.compile("2018年黑龙江省法律援助服务特殊群体工作回顾")
    )
    expect(window.get_by_text("22项关系全部成立")).to_be_visible()
    expect(window.get_by_role("main")).to_contain_text(
        "全年共为农民工办理法律援助案件4326件，接待农民工法律咨询10322人次"
    )
    check(window, shot="review")


def every_number_opens_to_its_rows(window: Page) -> None:
    window.get_by_role("link", name="1847.49万").click()
    expect(window.get_by_role("main")).to_contain_text("18,474,900")
    check(window, shot="review-rows")
    window.locator(".pager__next").click()
    expect(window.get_by_role("main")).to_contain_text("第2页")
    window.locator(".crumbs a").click()


def the_supervisor_publishes_it(window: Page) -> str:
    window.get_by_role("button", name="发布本回顾").click()
    window.wait_for_url("**/published/**")
    expect(window.get_by_text("签章核验通过")).to_be_visible()
    assert window.locator("#corrections").count() == 0
    check(window, shot="review-published")
    return window.url


def somebody_puts_a_record_right(window: Page, address: str) -> None:
    window.context.clear_cookies()
    sign_in(window, address, "head", PASSWORD)
    window.goto(f"{address}/zh-hans/desk/advice/")
    check(window, shot="advice")
    window.get_by_text("更正人次").first.click()
    window.locator("input[name=times]").first.fill("4000")
    window.locator("tbody form button").first.click()
    expect(window.get_by_text("数量已更正")).to_be_visible()


def the_publication_stays_and_names_the_correction(
    window: Page, address: str, published: str
) -> None:
    window.context.clear_cookies()
    sign_in(window, address, "supervisor", PASSWORD)
    window.goto(published)
    expect(window.locator("#corrections")).to_contain_text("45,756")
    expect(window.locator(".figures")).to_contain_text("45,756")
    expect(window.get_by_text("签章核验通过")).to_be_visible()
    check(window, shot="review-corrected")
