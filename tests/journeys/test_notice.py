"""Notices in plain sentences: a deaf defendant before a county court, and an arrest at night in Cần Thơ.

Every page on the way is checked for accessibility (axe-core, WCAG 2.2 AA) and for telephone width.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from songfa.aid import actions
from songfa.aid.reads import File
from songfa.audit.verify import faults
from songfa.network.models import Practitioner
from songfa.people.actions import Described, find_or_enter
from tests.journeys.browser import check, sign_in
from tests.journeys.test_walk_a import choose, press, town
from tests.town import PASSWORD, Town

__all__ = ["town"]
Clock = Callable[[datetime], None]
pytestmark = pytest.mark.django_db(transaction=True)
HARBIN, HANOI = ZoneInfo("Asia/Shanghai"), ZoneInfo("Asia/Ho_Chi_Minh")
AFTERNOON = datetime(2026, 11, 17, 16, 45, tzinfo=HARBIN)
NIGHT = datetime(2026, 11, 18, 23, 14, tzinfo=HANOI)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Set the house's clock; it stands still until it is set again."""
    return lambda at: monkeypatch.setattr(timezone, "now", lambda: at.astimezone(UTC))


def test_a_deaf_defendant_gets_a_lawyer_and_an_interpreter(  # noqa: PLR0915 - one journey
    page: Page, live_server: LiveServer, town: Town, clock: Clock
) -> None:
    address = live_server.url
    # The county knows her: a certificate of hearing disability stands in the ledger.
    find_or_enter(
        actor=town.actor("officer"), unit=town.units["centre"], at=AFTERNOON - timedelta(days=90), on=date(2026, 8, 19),
        described=Described("石小静", date(1988, 6, 3), "F", "23082219880603002X", disabilities=("hearing",)),
    )  # fmt: skip

    clock(AFTERNOON)
    # The court's notice came at 16:20; the clerk enters it. It says only that the court may notify.
    sign_in(page, address, "officer", PASSWORD)
    page.goto(f"{address}/zh-hans/desk/notices/")
    check(page, shot="notices-none")
    page.get_by_role("link", name="登记通知").first.click()
    check(page, shot="notice-new")
    press(page)
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    check(page, shot="notice-errors")
    choose(page, "人民法院", "其他适用普通程序审理的被告人（可以通知）")
    page.locator("input[name=organ_name]").fill("桦南县人民法院")
    page.locator("input[name=reference]").fill("（2026）黑0822刑初88号")
    page.locator("input[name=name]").fill("石小静")
    page.locator("input[name=id_number]").fill("23082219880603002X")
    page.locator("input[name=received_time]").fill("16:20")
    press(page)

    # It waits for a decision: nothing follows from a certificate. But the ledger asks.
    expect(page.locator("main")).to_contain_text("等待决定")
    expect(page.locator("main")).to_contain_text("台账显示：听力")
    check(page, shot="notice-file-asked")
    page.get_by_role("link", name="回答 是否属于“视力、听力、言语残疾人”的情形？").click()
    check(page, shot="question")
    choose(page, "是")
    press(page)

    # Her answer makes it a mandatory one: accepted at once, three days to assign and to tell the court.
    expect(page.locator("main")).to_contain_text("依法立即受理，无需另行决定")
    expect(page.locator("main")).to_contain_text("指派律师并通知办案机关")
    # She also needs to be understood.
    page.get_by_role("link", name="回答 是否需要：手语翻译？").click()
    choose(page, "是")
    press(page)
    expect(page.locator("main")).to_contain_text("手语翻译")
    check(page, shot="notice-file-answered")
    page.goto(f"{address}/zh-hans/desk/notices/?waiting=1")
    expect(page.locator("main")).to_contain_text("桦南县人民法院")
    check(page, shot="notices")

    clock(AFTERNOON + timedelta(days=1))
    # The next day a lawyer is assigned, and the court has its letter.
    page.context.clear_cookies()
    sign_in(page, address, "officer", PASSWORD)
    page.goto(f"{address}/zh-hans/desk/notices/")
    page.locator("main table a").first.click()
    page.locator("main").get_by_role("link", name="指派", exact=True).first.click()
    page.get_by_role("radio", name=re.compile("何平")).check()
    press(page)
    expect(page.locator("main")).to_contain_text("法律援助公函")
    check(page, shot="notice-assigned")
    file = File.objects.get()
    assert file.notice.informed_at is not None
    assert file.notice.informed_at < AFTERNOON + timedelta(days=3)
    page.context.clear_cookies()

    # The lawyer sees the need, and the work begins.
    sign_in(page, address, "lawyer", PASSWORD)
    page.goto(f"{address}/zh-hans/desk/files/{file.pk}/")
    expect(page.locator("main")).to_contain_text("手语翻译")
    expect(page.locator("main")).to_contain_text("（2026）黑0822刑初88号")
    check(page, shot="notice-lawyer")
    page.goto(f"{address}/zh-hans/desk/files/{file.pk}/log/")
    choose(page, "会见受援人")
    page.locator("input[name=minutes]").fill("60")
    press(page)
    assert File.objects.get().state == "under_way"
    assert list(faults()) == []


def test_a_man_arrested_at_night_in_can_tho_has_counsel_within_twelve_hours(
    page: Page, live_server: LiveServer, town: Town, clock: Clock
) -> None:
    address = live_server.url
    clock(NIGHT)
    # Ten past eleven at night: the police tell the Centre of a Khmer man whom they arrested.
    sign_in(page, address, "vn_officer", PASSWORD)
    page.goto(f"{address}/vi/desk/notices/new/")
    check(page, shot="notice-new-vi")
    choose(
        page,
        "Cơ quan điều tra",
        "Người thuộc diện được trợ giúp pháp lý",
        "Có, bị bắt",
        "Phiên dịch tiếng khác",
    )
    page.get_by_label("Người dân tộc thiểu số cư trú").first.check()
    page.locator("input[name=organ_name]").fill(
        "Cơ quan Cảnh sát điều tra Công an thành phố Cần Thơ"
    )
    page.locator("input[name=name]").fill("Thạch Sơn")
    page.locator("select[name=language]").select_option("km")
    page.locator("input[name=received_time]").fill("23:10")
    press(page)

    # He is accepted at once. Twelve hours run, through the night, in the time of Cần Thơ.
    expect(page.locator("main")).to_contain_text("Đã thụ lý ngay")
    expect(page.locator("main")).to_contain_text("11:10")
    expect(page.locator("main")).to_contain_text("Tiếng Khmer")
    check(page, shot="notice-file-vi")
    file = File.objects.get()
    assert file.number.startswith("TT.TGTT.")

    clock(NIGHT + timedelta(hours=10))
    # At nine in the morning somebody is appointed: in time.
    page.goto(f"{address}/vi/desk/notices/")
    expect(page.locator("main")).to_contain_text("giờ")
    check(page, shot="notices-vi")
    helper = Practitioner.objects.get(name="Phạm Quốc Bảo")
    page.goto(f"{address}/vi/desk/files/{file.pk}/assign/")
    page.get_by_role("radio", name=re.compile(helper.name)).check()
    press(page)
    expect(page.locator("main")).to_contain_text("Quyết định cử người tham gia tố tụng")
    assert File.objects.get().state == "assigned"
    assert list(faults()) == []


def test_when_nobody_is_appointed_the_lateness_is_seen(
    page: Page, live_server: LiveServer, town: Town, clock: Clock
) -> None:
    told = actions.NoticeTold(
        person=Described("Thạch Sơn", groups=("k4",)), organ="investigating_body", organ_name="Cơ quan điều tra",
        head="entitled", custody="bat", received_at=NIGHT,
    )  # fmt: skip
    actions.notice(
        actor=town.actor("vn_officer"), unit=town.units["vn_centre"], told=told, at=NIGHT
    )
    clock(NIGHT + timedelta(hours=12, minutes=1))
    sign_in(page, live_server.url, "vn_officer", PASSWORD)
    page.goto(f"{live_server.url}/vi/desk/notices/")
    expect(page.locator("main .tag--late")).to_have_count(1)
    check(page, shot="notices-late-vi")
    page.goto(f"{live_server.url}/vi/desk/files/?late=1")
    expect(page.locator("main .tag--late")).to_have_count(1)


def test_a_duty_lawyer_enters_one_person_after_another(
    page: Page, live_server: LiveServer, town: Town
) -> None:
    at = timezone.now()
    session = actions.open_session(
        actor=town.actor("officer"), practitioner_id=town.practitioners["lawyer"].pk, kind="detention",
        place="桦南县看守所", starts_at=at - timedelta(hours=1), ends_at=at + timedelta(hours=6), at=at,
    )  # fmt: skip
    sign_in(page, live_server.url, "lawyer", PASSWORD)
    for n, name in enumerate(("冯阿强", "钱一")):
        page.goto(f"{live_server.url}/zh-hans/desk/help/sessions/{session.pk}/")
        choose(page, "本人", "已提供帮助", "法律咨询")
        page.locator("input[name=name]").fill(name)
        page.locator("textarea[name=summary]").fill("解答量刑和程序。")
        if n:
            page.locator("input[name=application]").check()
        press(page)
    expect(page.locator("main")).to_contain_text("共2人，提供帮助2人")
    for language in ("zh-hans", "vi", "en"):
        for name in ("", "sessions/", f"sessions/{session.pk}/"):
            page.goto(f"{live_server.url}/{language}/desk/help/{name}")
            check(page, shot=f"duty-{len(name)}-{language}")
    page.goto(f"{live_server.url}/zh-hans/desk/help/")
    page.locator("main table a").first.click()
    expect(page.locator("main")).to_contain_text("值班律师转交申请")
    check(page, shot="duty-row")
