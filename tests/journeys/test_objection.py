"""An objection upheld, in plain sentences; and what stands beside a file, in three languages.

Every page on the way is checked for accessibility (axe-core, WCAG 2.2 AA) and for telephone width.
"""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from songfa.aid import actions
from songfa.aid.door import codes
from songfa.aid.models import Cooperation, File, Objection
from songfa.audit.verify import faults
from tests.journeys.browser import check, sign_in
from tests.rooms.test_aid import LAND, WAGES
from tests.town import PASSWORD, Town, build

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town(transactional_db: None) -> Town:
    return build()


def follow(page: Page, address: str, language: str, code: str) -> None:
    page.goto(f"{address}/{language}/follow/")
    page.locator("input[name=code]").fill(code)
    page.locator("main form button[type=submit]").click()


def sent(page: Page) -> None:
    page.locator("main form[method=post] button.govuk-button").last.click()


def test_a_refusal_is_objected_to_and_set_right(  # noqa: PLR0915 - one journey
    page: Page, live_server: LiveServer, town: Town
) -> None:
    address, now = live_server.url, timezone.now()
    file = actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=now
    ).file
    code = codes.code_for(file)

    # The officer sees what the decision rests on, and refuses all the same.
    sign_in(page, address, "officer", PASSWORD)
    page.goto(f"{address}/zh-hans/desk/files/{file.pk}/decision/")
    expect(page.get_by_text("以下全部")).to_be_visible()
    check(page, shot="decide-zh")
    page.get_by_role("link", name="不予援助").click()
    page.get_by_label("不符合经济困难条件").check()
    page.locator("textarea[name=text]").fill("收入超过标准。")
    sent(page)
    expect(page.get_by_role("heading", name="决定与救济")).to_be_visible()
    page.get_by_text("对决定不服怎么办").click()
    expect(page.get_by_text("五日内审查")).to_be_visible()
    check(page, shot="decide-refused-zh")
    page.context.clear_cookies()

    # She does not agree. With her code and without any account she objects.
    follow(page, address, "zh-hans", code)
    page.get_by_text("不同意，或者对办理不满意？").click()
    check(page, shot="follow-refused-zh")
    page.get_by_role("button", name="对决定提出异议").click()
    check(page, shot="raise-objection-zh")
    sent(page)
    expect(page.locator(".govuk-error-summary")).to_contain_text("请写几句话")
    page.locator("textarea[name=text]").fill("那是去年的收入，今年没有活干。")
    sent(page)
    expect(page.get_by_text("您的异议已收到")).to_be_visible()
    check(page, shot="raise-done-zh")
    page.get_by_role("button", name="查看进展").click()
    expect(page.get_by_text("您提出的事项")).to_be_visible()
    check(page, shot="follow-raised-zh")

    # The bureau has five days, and finds her right.
    sign_in(page, address, "supervisor", PASSWORD)
    page.goto(f"{address}/zh-hans/desk/waiting/?kind=objection")
    check(page, shot="beside-list-zh")
    page.get_by_role("link", name=file.number).click()
    check(page, shot="beside-objection-zh")
    page.get_by_label("责令改正").check()
    page.locator("textarea[name=text]").fill("应当按近三个月的收入计算。")
    sent(page)
    expect(page.get_by_text("应当按近三个月的收入计算。")).to_be_visible()
    check(page, shot="beside-upheld-zh")
    page.context.clear_cookies()

    # The agency decides anew, and grants.
    sign_in(page, address, "officer", PASSWORD)
    page.goto(f"{address}/zh-hans/desk/files/{file.pk}/grant/")
    check(page, shot="grant-zh")
    sent(page)
    assert File.objects.get().state == "granted"
    assert Objection.objects.get().state == "upheld"
    assert list(faults()) == []


@pytest.mark.parametrize(("language", "short"), [("vi", "vi"), ("en", "en"), ("zh-hans", "zh")])
def test_what_stands_beside_a_file_in_three_languages(
    page: Page, live_server: LiveServer, town: Town, language: str, short: str
) -> None:
    address, now = live_server.url, timezone.now()
    vietnam = language == "vi"
    who, head, unit, story = (
        ("vn_officer", "vn_head", "vn_centre", LAND)
        if vietnam
        else ("officer", "head", "centre", WAGES)
    )
    lawyer = town.practitioners["vn_helper" if vietnam else "lawyer"]
    actor = town.actor(who)
    other = replace(story, person=replace(story.person, id_number="", name="-"))
    files = [
        actions.apply(actor=actor, unit=town.units[unit], application=told, at=when).file
        for told, when in ((story, now), (other, now - timedelta(days=30)))
    ]
    late = actions.ask_papers(
        actor=actor, file=files[1], papers=["identity_card"], at=now - timedelta(days=29)
    )
    actions.cooperate(actor=actor, file=files[0], text="?", body="—", at=now)
    file = actions.grant(actor=actor, file=files[0], means_basis="declared", at=now)
    file = actions.assign(actor=actor, file=file, practitioner_id=lawyer.pk, at=now)
    change = actions.ask_change(actor=actor, file=file, text="…", at=now)
    actions.complain(
        actor=actor,
        file=file,
        ground="not_carried_out" if vietnam else "duty_neglected",
        text="…",
        at=now,
    )
    if not vietnam:  # a declaration stands for proof in China alone
        actions.draw_checks(actor=town.actor(head), unit=town.units[unit], at=now)
    asked = Cooperation.objects.get()
    ending = "discontinue" if vietnam else "terminate"
    desk = f"{address}/{language}/desk"
    sign_in(page, address, who, PASSWORD)
    for path, shot in (
        (f"files/{late.pk}/", "late"),
        (f"files/{late.pk}/decision/", "decision"),
        (f"files/{late.pk}/transfer/", "transfer"),
        (f"files/{file.pk}/", "file"),
        (f"files/{file.pk}/{ending}/", "end"),
        (f"files/{file.pk}/cooperate/", "cooperate"),
        ("waiting/?kind=check", "checks"),
        (f"changes/{change.pk}/", "change"),
        (f"cooperation/{asked.pk}/", "cooperation"),
    ):
        page.goto(f"{desk}/{path}")
        check(page, shot=f"{shot}-{short}")
    page.context.clear_cookies()
    follow(page, address, language, codes.code_for(file))
    page.locator("main details summary").click()
    check(page, shot=f"follow-{short}")
    page.locator("button.govuk-button--secondary").first.click()
    check(page, shot=f"raise-{short}")
