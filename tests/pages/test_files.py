"""Files at the desk: who sees what, each verb on its page, refused moves with the way back, documents."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from songfa.aid import actions
from songfa.aid.door import offices
from songfa.aid.models import File, Log, Paper
from songfa.audit.models import Line
from tests.rooms.test_aid import LAND, WAGES
from tests.town import Town


@pytest.fixture(autouse=True)
def chinese(settings: Any) -> Any:
    settings.SECOND_FACTOR_FOR_STAFF = False
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def file(town: Town) -> File:
    return actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=town.noon
    ).file


def enter(town: Town, who: str) -> Client:
    client = Client()
    client.force_login(town.users[who], backend="django.contrib.auth.backends.ModelBackend")
    return client


def act(client: Client, file: File, verb: str, **told: Any) -> Any:
    return client.post(reverse("file_act", args=[file.pk, verb]), told)


@pytest.mark.parametrize("who", ["stranger", "worker", "vn_officer", "lawyer"])
def test_the_file_of_another_unit_is_not_found(town: Town, file: File, who: str) -> None:
    client = enter(town, who)
    assert client.get(reverse("file", args=[file.pk])).status_code == 404
    assert file.number not in client.get(reverse("files")).content.decode()
    assert client.get(reverse("file_act", args=[file.pk, "log"])).status_code in (403, 404)


def test_who_is_not_signed_in_is_asked_to_sign_in(client: Client, town: Town, file: File) -> None:
    answer = client.get(reverse("file", args=[file.pk]))
    assert answer.status_code == 302
    assert "/accounts/login/" in answer["Location"]


@pytest.mark.parametrize("who", ["keeper", "counter"])
def test_roles_without_the_verb_are_refused(town: Town, file: File, who: str) -> None:
    assert enter(town, who).get(reverse("files")).status_code == 403


def test_a_supervisor_sees_no_button(town: Town, file: File) -> None:
    client = enter(town, "supervisor")
    page = client.get(reverse("file", args=[file.pk])).content.decode()
    assert "给予援助" not in page
    assert act(client, file, "grant").status_code == 403
    assert File.objects.get().state == "received"


def test_looking_is_recorded_and_the_number_is_masked(town: Town, file: File) -> None:
    client = enter(town, "officer")
    page = client.get(reverse("file", args=[file.pk])).content.decode()
    assert "2308************21" in page
    assert "230822198004010021" not in page
    assert client.get(reverse("file_reveal", args=[file.pk])).status_code == 405
    shown = client.post(reverse("file_reveal", args=[file.pk])).content.decode()
    assert "230822198004010021" in shown
    assert Line.objects.filter(verb="people.see", detail__shown="id_number").count() == 1
    assert Line.objects.filter(verb="aid.see", subject_id=file.pk).count() == 2


def test_an_empty_file_is_not_asked_table_by_table(
    town: Town, file: File, django_assert_max_num_queries: Any
) -> None:
    """The speed promise of `bench desk`: what belongs to a file is asked once, not panel by panel."""
    client = enter(town, "officer")
    client.get(reverse("file", args=[file.pk]))
    with django_assert_max_num_queries(26):
        client.get(reverse("file", args=[file.pk]))


def test_a_refused_move_shows_why_and_the_way_back(town: Town, file: File) -> None:
    client = enter(town, "officer")
    answer = client.get(reverse("file_act", args=[file.pk, "close"]))
    assert answer.status_code == 409
    assert reverse("file", args=[file.pk]) in answer.content.decode()


def test_who_decides_second_sees_the_first_decision(town: Town, file: File) -> None:
    second = enter(town, "colleague")
    assert second.get(reverse("file_act", args=[file.pk, "refuse"])).status_code == 200
    act(enter(town, "officer"), file, "grant")
    answer = act(second, file, "refuse", reasons=["hardship_not_met"], text="收入过高")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "周岚" in page
    assert "给予援助" in page
    assert Paper.objects.filter(kind="refuse").count() == 0


def test_a_refusal_needs_ground_and_reasons(town: Town, file: File) -> None:
    client = enter(town, "officer")
    page = act(client, file, "refuse").content.decode()
    assert "请至少选择一项理由" in page
    assert "请写明理由" in page
    assert (
        act(client, file, "refuse", reasons=["hardship_not_met"], text="收入超过标准").status_code
        == 302
    )
    page = client.get(reverse("file", args=[file.pk])).content.decode()
    assert "不符合经济困难条件" in page
    assert "收入超过标准" in page


def test_papers_are_asked_for_once(town: Town, file: File) -> None:
    client = enter(town, "officer")
    assert "请选择缺少的材料" in act(client, file, "ask_papers").content.decode()
    assert act(client, file, "ask_papers", papers=["identity_card"]).status_code == 302
    assert "请选择收到了什么" in act(client, file, "receive_papers").content.decode()
    assert File.objects.get().state == "awaiting_papers"
    assert act(client, file, "receive_papers", papers=["identity_card"]).status_code == 302
    assert File.objects.get().papers_received == ["identity_card"]
    answer = act(client, file, "ask_papers", papers=["identity_card"])
    assert answer.status_code == 409
    assert "一次性告知" in answer.content.decode()


def test_an_explanation_instead_of_a_paper_lets_the_file_go_on(town: Town, file: File) -> None:
    client = enter(town, "officer")
    act(client, file, "ask_papers", papers=["identity_card"])
    answer = act(client, file, "receive_papers", papers=["-"])
    assert answer.status_code == 302
    row = File.objects.get()
    assert (row.state, row.papers_received, row.missing_papers) == (
        "received",
        [],
        ["identity_card"],
    )
    assert "已办理：收到补充材料" in client.get(answer["Location"]).content.decode()


def through(town: Town, file: File) -> Client:
    """Grant and assign; return the lawyer's client."""
    officer = enter(town, "officer")
    assert act(officer, file, "grant").status_code == 302
    chosen = str(town.practitioners["lawyer"].pk)
    assert act(officer, file, "assign", practitioner=chosen).status_code == 302
    return enter(town, "lawyer")


def test_the_practitioner_logs_and_closes(town: Town, file: File) -> None:
    lawyer = through(town, file)
    day = {"done_on-year": "2026", "done_on-month": "11", "done_on-day": "18"}
    assert act(lawyer, file, "log", kind="call", minutes="30", text="", **day).status_code == 302
    assert Log.objects.get().minutes == 30
    for wrong in ({**day, "done_on-day": "31"}, {**day, "done_on-year": "2999"}):
        assert act(lawyer, file, "log", kind="call", minutes="30", **wrong).status_code == 200
    assert act(lawyer, file, "log", kind="call", minutes="-5", **day).status_code == 200
    assert Log.objects.count() == 1
    page = act(lawyer, file, "close", outcome="won", recovered="-100").content.decode()
    assert "不能为负数" in page
    wrong = {"people_helped": "0", "petitions_avoided": "-1"}
    page = act(lawyer, file, "close", outcome="won", **wrong).content.decode()
    assert "数字不能小于 1" in page
    assert "数字不能小于 0" in page
    counts = {"people_helped": "12", "petitions_avoided": "1", "summary": "工资已付。"}
    answer = act(lawyer, file, "close", outcome="won", recovered="36,000.50", **counts)
    assert answer.status_code == 302
    row = File.objects.get()
    assert (row.state, row.recovered) == ("closed", 3_600_050)
    assert (row.people_helped, row.petitions_avoided) == (12, 1)


def test_a_file_closed_without_counts_helped_one_person(town: Town, file: File) -> None:
    lawyer = through(town, file)
    assert act(lawyer, file, "close", outcome="won", summary="工资已付。").status_code == 302
    row = File.objects.get()
    assert (row.people_helped, row.petitions_avoided) == (1, 0)


def test_the_practitioner_cannot_decide_or_reveal(town: Town, file: File) -> None:
    lawyer = through(town, file)
    assert act(lawyer, file, "withdraw", reason="requested").status_code == 403
    assert lawyer.post(reverse("file_reveal", args=[file.pk])).status_code == 403


def test_an_assignment_out_of_reach_is_refused(town: Town, file: File) -> None:
    officer = enter(town, "officer")
    act(officer, file, "grant")
    answer = act(officer, file, "assign", practitioner=str(town.practitioners["vn_helper"].pk))
    assert answer.status_code == 200
    assert File.objects.get().state == "granted"


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_documents_are_handed_out_as_issued(
    town: Town, file: File, form: str, start: bytes
) -> None:
    through(town, file)
    officer = enter(town, "officer")
    for paper in Paper.objects.all():
        answer = officer.get(reverse("file_paper", args=[paper.pk, form]))
        assert answer.content.startswith(start)
        assert "attachment" in answer["Content-Disposition"]
        assert (
            enter(town, "stranger").get(reverse("file_paper", args=[paper.pk, form])).status_code
            == 404
        )


@pytest.mark.parametrize("language", ["zh-hans", "vi", "en"])
def test_every_page_speaks_every_language(town: Town, language: str) -> None:
    made = [
        actions.apply(
            actor=town.actor(who), unit=town.units[unit], application=told, at=town.noon
        ).file
        for who, unit, told in (("officer", "centre", WAGES), ("vn_officer", "vn_centre", LAND))
    ]
    for who, file in zip(("officer", "vn_officer"), made, strict=True):
        client = enter(town, who)
        with translation.override(language):
            assert client.get(reverse("files")).status_code == 200
            assert client.get(reverse("file", args=[file.pk])).status_code == 200
            for verb in ("ask_papers", "grant", "refuse", "withdraw"):
                assert client.get(reverse("file_act", args=[file.pk, verb])).status_code == 200


@pytest.mark.parametrize("who", ["officer", "worker", "contact"])
def test_an_application_over_the_counter(town: Town, who: str) -> None:
    client = enter(town, who)
    assert client.get(reverse("file_new")).status_code == 200
    page = client.get(reverse("file_new") + "?matter=labour_wages")
    assert page.status_code == 200
    told = {
        "token": "7a0c1b52-3f61-4c6e-9a52-0d5f1f5f8f11",
        "channel": "visit",
        "matter": "labour_wages",
        "service": "arbitration",
        "story": "欠薪",
        "for_whom": "self",
        "name": "李小红",
        "born-year": "1980",
        "born-month": "4",
        "born-day": "1",
        "groups": ["migrant_workers"],
        "phone": "13800138000",
        "way": "call",
        "caution": "none",
        "truth": "on",
    }
    for _ in range(2):
        answer = client.post(reverse("file_new"), told)
        assert answer.status_code == 200
        assert "申请已登记" in answer.content.decode()
    file = File.objects.get()
    assert (file.channel, file.unit) == ("visit", town.units["centre"])
    assert Line.objects.get(verb="aid.apply", subject="aid.File").actor == town.users[who]


def test_the_list_filters_and_searches(town: Town, file: File) -> None:
    client = enter(town, "officer")
    for query in ("?q=lxh", "?state=received", "?q=%E7%AC%AC1%E5%8F%B7"):
        assert file.number in client.get(reverse("files") + query).content.decode()
    for query in ("?q=wang", "?state=closed"):
        assert file.number not in client.get(reverse("files") + query).content.decode()
    assert client.get(reverse("files") + "?after=nonsense&state=nowhere").status_code == 200


def test_today_at_a_desk_is_the_day_of_its_country(town: Town, monkeypatch: Any) -> None:
    """An hour before midnight in UTC it is morning in Beijing, and tomorrow."""
    late = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: late)
    client = enter(town, "officer")
    page = client.get(reverse("advice_new")).content.decode()
    assert re.search(r'name="on-day"[^>]*value="22"', page)
    told = {"channel": "visit", "times": "1", "on-year": "2026", "on-month": "11"}
    assert client.post(reverse("advice_new"), told | {"on-day": "22"}).status_code == 302
    answer = client.post(reverse("advice_new"), told | {"on-day": "23"})
    assert answer.status_code == 400
    assert "日期2026年11月23日尚未到来" in answer.content.decode()


def test_who_takes_no_applications_is_shown_no_way_to_one(town: Town) -> None:
    client = enter(town, "officer")
    assert reverse("file_new") in client.get(reverse("files")).content.decode()
    bureau = town.units["bureau"]
    assert not offices.takes_applications(bureau, timezone.localdate())
    town.users["officer"].postings.update(unit=bureau)
    assert reverse("file_new") not in client.get(reverse("files")).content.decode()
