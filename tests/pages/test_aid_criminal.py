"""Notices, the ledger's questions and duty lawyers at the desk and in the API."""

from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from python_calamine import CalamineWorkbook

from songfa.access.policy import system
from songfa.aid import actions
from songfa.aid.actions import HelpTold
from songfa.aid.models import DutyHelp, DutySession, File, HeadAnswer, Notice
from songfa.duties.models import Duty
from songfa.network import actions as network
from songfa.rules.packs.read import load
from tests.pages.test_api import API, bearer, sent, signed
from tests.pages.test_files import enter
from tests.town import PASSWORD, SINCE, Town

LANGUAGES = ("zh-hans", "vi", "en")


def here_today() -> date:
    return load("cn-23").day(timezone.now())


@pytest.fixture(autouse=True)
def chinese(settings: Any) -> Any:
    settings.SECOND_FACTOR_FOR_STAFF = False
    with translation.override("zh-hans"):
        yield


def filled(**more: Any) -> dict[str, Any]:
    today = here_today()
    return {
        "organ": "court", "organ_name": "桦南县人民法院", "reference": "（2026）黑0822刑初88号",
        "head": "sight_hearing_speech", "name": "石小静", "disabilities": ["hearing"],
        "received_on-year": today.year, "received_on-month": today.month,
        "received_on-day": today.day, "received_time": "00:00", "token": str(uuid4()), **more,
    }  # fmt: skip


def test_a_notice_is_entered_in_one_page(town: Town) -> None:
    client = enter(town, "officer")
    answer = client.post(reverse("notice_new"), filled(needs=["sign_language"], language="zh-Hans"))
    file = File.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == reverse("file", args=[file.pk])
    assert file.state == "granted"
    shown = client.get(answer["Location"]).content.decode()
    for said in (
        "桦南县人民法院",
        "（2026）黑0822刑初88号",
        "视力、听力、言语残疾人",
        "手语翻译",
        "已登记并立即受理",
    ):
        assert said in shown
    listed = client.get(reverse("notices")).content.decode()
    assert file.number in listed
    assert "指派律师并通知办案机关" in listed
    assert file.number in client.get(reverse("notices"), {"waiting": "1"}).content.decode()


def test_what_is_wrong_stands_beside_its_field(town: Town) -> None:
    client = enter(town, "officer")
    cases: tuple[tuple[dict[str, Any], str], ...] = (
        ({"name": ""}, "请填写姓名"),
        ({"organ": ""}, "请选择通知机关类型"),
        ({"head": ""}, "请选择通知情形"),
        ({"received_time": "四点"}, "请填写时间"),
        ({"received_time": "25:10"}, "请填写时间"),
        ({"disabilities": []}, "须写明残疾类别"),
        ({"head": "minor", "disabilities": []}, "须写明出生日期"),
        ({"id_number": "12"}, "身份"),
        ({"certificate": "1"}, "这不是残疾人证号"),
    )
    for change, said in cases:
        answer = client.post(reverse("notice_new"), filled(**change))
        assert answer.status_code == 400, change
        assert said in answer.content.decode(), change
    assert not File.objects.exists()


def test_a_time_is_read_as_people_write_it(town: Town) -> None:
    client = enter(town, "officer")
    for written in ("0:05", "0005", "0h05", "０：０５", "0点05分"):
        client.post(reverse("notice_new"), filled(received_time=written))
    zone = ZoneInfo("Asia/Shanghai")
    times = [n.received_at.astimezone(zone).strftime("%H:%M") for n in Notice.objects.all()]
    assert times == ["00:05"] * 5


def test_a_page_sent_twice_is_one_notice(town: Town) -> None:
    client, told = enter(town, "officer"), filled()
    client.post(reverse("notice_new"), told)
    client.post(reverse("notice_new"), told)
    assert Notice.objects.count() == 1


@pytest.mark.parametrize("who", ["worker", "lawyer", "keeper", "counter"])
def test_whoever_may_not_enter_notices_is_refused(town: Town, who: str) -> None:
    client = enter(town, who)
    assert client.get(reverse("notices")).status_code == 403
    assert client.post(reverse("notice_new"), filled()).status_code == 403


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_answered_by_a_person(town: Town, language: str) -> None:
    client = enter(town, "officer")
    with translation.override(language):
        client.post(
            reverse("notice_new"),
            filled(head="ordinary_procedure", disabilities=[], certificate="23082219880603002521"),
        )
        file = File.objects.get()
        assert file.state == "received"
        page = client.get(reverse("file", args=[file.pk])).content.decode()
        url = reverse("file_question", args=[file.pk, "sight_hearing_speech"])
        assert url in page
        assert client.get(url).status_code == 200
        assert client.post(url, {}).status_code == 400
        assert client.post(url, {"answer": "no"}).status_code == 400
        assert client.post(url, {"answer": "yes"}).status_code == 302
        assert File.objects.get().state == "granted"
        assert HeadAnswer.objects.get().by == town.users["officer"]
        assert client.get(url).status_code == 404
        assert client.get(reverse("file", args=[file.pk])).status_code == 200


def test_a_vietnamese_notice_has_its_own_words(town: Town) -> None:
    client = enter(town, "vn_officer")
    with translation.override("vi"):
        page = client.get(reverse("notice_new")).content.decode()
        assert "Cơ quan điều tra" in page
        assert "certificate" not in page
        told = filled(
            organ="investigating_body", organ_name="Cơ quan điều tra", head="entitled", custody="bat", groups=["k4"],
            language="km", needs=["interpreter"], disabilities=[], household="near_poor", monthly_allowance="yes",
        )  # fmt: skip
        client.post(reverse("notice_new"), told)
        file = File.objects.get()
        shown = client.get(reverse("file", args=[file.pk])).content.decode()
        assert "Tiếng Khmer" in shown
        rests_on = client.get(reverse("file_decision", args=[file.pk])).content.decode()
        for said in ("hộ cận nghèo", "Trợ cấp xã hội hằng tháng", "Có, bị bắt", "Bị can"):
            assert said in rests_on, said
    assert "k6" in file.groups
    duty = Duty.objects.get(subject_id=file.pk, code="appoint_provider_on_notice_custody")
    assert duty.due_at == file.received_at + timedelta(hours=12)


# -- lawyers on duty ---------------------------------------------------------------------------------


@pytest.fixture
def session(town: Town) -> DutySession:
    now = timezone.now()
    return actions.open_session(
        actor=town.actor("officer"), practitioner_id=town.practitioners["lawyer"].pk, kind="detention",
        place="桦南县看守所", starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=7), at=now,
    )  # fmt: skip


def person(**more: Any) -> dict[str, Any]:
    return {
        "name": "冯阿强", "asked_by": "person", "asked_time": "00:00", "done": "given",
        "kinds": ["advice"], "summary": "解答量刑",
        "token": str(uuid4()), **more,
    }  # fmt: skip


def test_an_officer_puts_somebody_on_duty(town: Town) -> None:
    client = enter(town, "officer")
    today = here_today()
    told = {
        "practitioner": str(town.practitioners["lawyer"].pk), "kind": "court", "place": "桦南县人民法院",
        "day-year": today.year,
        "day-month": today.month, "day-day": today.day, "from": "21:00", "until": "05:00",
    }  # fmt: skip
    answer = client.post(reverse("duty_session_new"), told)
    made = DutySession.objects.get()
    assert answer["Location"] == reverse("duty_session", args=[made.pk])
    assert made.ends_at - made.starts_at == timedelta(hours=8)
    again = client.post(reverse("duty_session_new"), told)
    assert again.status_code == 400
    assert "已安排在桦南县人民法院值班" in again.content.decode()
    assert "桦南县人民法院" in client.get(reverse("duty_sessions")).content.decode()
    assert enter(town, "lawyer").get(reverse("duty_session_new")).status_code == 403


def test_one_person_after_another_is_entered_on_one_page(town: Town, session: DutySession) -> None:
    client = enter(town, "lawyer")
    url = reverse("duty_session", args=[session.pk])
    assert client.get(url).status_code == 200
    token = str(uuid4())
    for told in (
        person(token=token, plea="on"), person(token=token, plea="on"),
        person(name="李大海", done="declined", reason="本人不需要", kinds=[], summary=""),
        person(name="赵小兰", done="asked", asked_by="police", reference="桦公通〔2026〕3号", kinds=[], summary=""),
        person(name="钱一", application="on", story="想申请律师"),
    ):  # fmt: skip
        assert client.post(url, told).status_code == 302
    rows = {r.name: r for r in DutyHelp.objects.all()}
    assert {name: r.state for name, r in rows.items()} == {
        "冯阿强": "given", "李大海": "declined", "赵小兰": "asked", "钱一": "held_application",
    }  # fmt: skip
    assert rows["冯阿强"].plea_witnessed
    page = client.get(url).content.decode()
    assert "共4人，提供帮助2人，见证认罪认罚1人，代收申请1份" in page
    for change, said in (
        ({"name": ""}, "请填写姓名"), ({"done": ""}, "请选择办理情况"), ({"kinds": []}, "请选择提供的帮助"),
        ({"summary": ""}, "请简要填写内容"), ({"done": "declined"}, "请填写原因"), ({"id_number": "77"}, "身份"),
    ):  # fmt: skip
        answer = client.post(url, person(**change))
        assert answer.status_code == 400
        assert said in answer.content.decode()
    assert DutyHelp.objects.count() == 4


def test_the_application_is_handed_on_from_its_row(town: Town, session: DutySession) -> None:
    client = enter(town, "lawyer")
    client.post(
        reverse("duty_session", args=[session.pk]), person(application="on", story="想申请律师")
    )
    row = DutyHelp.objects.get()
    url = reverse("duty_row", args=[row.pk])
    page = client.get(url).content.decode()
    assert "值班律师转交申请" in page
    assert reverse("duty_act", args=[row.pk, "hand_on"]) in page
    assert client.get(reverse("duty_act", args=[row.pk, "hand_on"])).status_code == 200
    assert client.post(reverse("duty_act", args=[row.pk, "hand_on"])).status_code == 302
    row.refresh_from_db()
    assert row.state == "handed_on"
    assert row.file is not None
    assert row.file.unit == town.units["centre"]
    assert client.get(reverse("duty_act", args=[row.pk, "hand_on"])).status_code == 409
    assert client.get(reverse("file", args=[row.file_id])).status_code == 404
    assert enter(town, "officer").get(reverse("file", args=[row.file_id])).status_code == 200


@pytest.mark.parametrize("verb", ["give_help", "refuse_help", "take_in"])
def test_each_act_has_its_page(town: Town, session: DutySession, verb: str) -> None:
    client = enter(town, "lawyer")
    client.post(
        reverse("duty_session", args=[session.pk]), person(done="asked", kinds=[], summary="")
    )
    row = DutyHelp.objects.get()
    url = reverse("duty_act", args=[row.pk, verb])
    assert client.get(url).status_code == 200
    told = {"kinds": ["advice"], "summary": "已解答", "reason": "本人不需要"}
    assert client.post(url, told).status_code == 302
    row.refresh_from_db()
    assert (
        row.state
        == {"give_help": "given", "refuse_help": "declined", "take_in": "held_application"}[verb]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_register_is_shown_filtered_and_taken_out(
    town: Town, session: DutySession, language: str
) -> None:
    client = enter(town, "officer")
    client.post(reverse("duty_session", args=[session.pk]), person(summary="=1+1"))
    with translation.override(language):
        month = f"{here_today():%Y-%m}"
        assert "冯阿强" in client.get(reverse("duty_register"), {"month": month}).content.decode()
        assert (
            "冯阿强"
            not in client.get(reverse("duty_register"), {"month": "2020-01"}).content.decode()
        )
        assert (
            "冯阿强" not in client.get(reverse("duty_register"), {"kind": "court"}).content.decode()
        )
        answer = client.get(reverse("duty_export"), {"month": month})
    sheet = (
        CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    )
    assert len(sheet) == 2
    assert "冯阿强" in sheet[1]
    assert "'=1+1" in sheet[1]
    assert all(h for h in sheet[0])


def test_the_register_of_another_place_is_not_found(town: Town, session: DutySession) -> None:
    told = HelpTold("冯阿强", "person", timezone.now())
    row = actions.ask_help(
        actor=town.actor("officer"), session=session, told=told, at=timezone.now()
    )
    client = enter(town, "stranger")
    assert client.get(reverse("duty_row", args=[row.pk])).status_code == 404
    assert client.get(reverse("duty_session", args=[session.pk])).status_code == 404
    assert "冯阿强" not in client.get(reverse("duty_register")).content.decode()
    assert enter(town, "counter").get(reverse("duty_register")).status_code == 403


def test_what_a_form_of_the_register_still_asks(town: Town, session: DutySession) -> None:
    client = enter(town, "lawyer")
    told = person(asked_by="court", organ="桦南县人民法院")
    client.post(reverse("duty_session", args=[session.pk]), told)
    row = DutyHelp.objects.get()
    assert row.organ == "桦南县人民法院"
    address = reverse("duty_boxes", args=[row.pk, "duty_help_notice_court"])
    assert address in client.get(reverse("duty_row", args=[row.pk])).content.decode()
    page = client.get(address).content.decode()
    assert "审理程序" in page
    assert 'name="organ-name"' not in page  # it is known
    assert client.post(address, {"case-procedure": "速裁程序"}).status_code == 302
    assert 'value="速裁程序"' in client.get(address).content.decode()
    look = client.get(reverse("duty_sheet", args=[row.pk, "duty_help_notice_court", "docx"]))
    with ZipFile(BytesIO(look.content)) as archive:
        text = archive.read("word/document.xml").decode()
    assert "速裁程序" in text
    assert "桦南县人民法院" in text
    wrong = reverse("duty_boxes", args=[row.pk, "application"])
    assert client.get(wrong).status_code == 404
    assert enter(town, "stranger").get(address).status_code == 404
    officer = signed(town, "officer")
    asked = officer.get(f"{API}/duty-help/{row.pk}/forms/duty_help_notice_court").json()
    assert {box["key"]: box["told"] for box in asked["boxes"]}["case.procedure"] == "速裁程序"
    kept = officer.put(
        f"{API}/duty-help/{row.pk}/forms/duty_help_notice_court",
        {"boxes": {"case.procedure": "简易程序"}}, content_type="application/json",
    )  # fmt: skip
    assert kept.status_code == 200, kept.content
    assert {box["key"]: box["told"] for box in kept.json()["boxes"]}["case.procedure"] == "简易程序"


def test_a_duty_leads_to_its_row(town: Town, session: DutySession) -> None:
    client = enter(town, "lawyer")
    client.post(reverse("duty_session", args=[session.pk]), person(application="on"))
    page = client.get(reverse("desk")).content.decode()
    assert reverse("duty_row", args=[DutyHelp.objects.get().pk]) in page
    assert isinstance(Duty.objects.get().due_at, datetime)


# -- the API ----------------------------------------------------------------------------------------


def wire(**more: Any) -> dict[str, Any]:
    return {
        "token": str(uuid4()), "person": {"name": "石小静", "born": "1988-06-03"}, "organ": "court",
        "organ_name": "桦南县人民法院", "head": "sight_hearing_speech", "disabilities": ["hearing"],
        "reference": "（2026）黑0822刑初88号", **more,
    }  # fmt: skip


def test_a_court_s_system_sends_a_notice_with_a_key_that_reads_nothing(town: Town) -> None:
    user = network.enrol(
        actor=system("cn-23"),
        username="court-system",
        name="法院系统",
        password=PASSWORD,
        language="zh-Hans",
        at=SINCE,
    )
    posting = network.post(
        actor=system("cn-23"),
        user=user,
        role="notifying_organ",
        unit=town.units["centre"],
        at=timezone.now(),
    )
    at = timezone.now()
    key = network.make_token(
        actor=system("cn-23"), posting=posting, name="法院", until=at + timedelta(days=30), at=at
    ).key
    client, body = Client(), wire()
    first = sent(client, "/notices", body, **bearer(key))
    again = sent(client, "/notices", body, **bearer(key))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert first.json()["state"] == "granted"
    assert Notice.objects.count() == 1
    assert client.get("/api/v1/notices", headers=bearer(key)).status_code == 403
    assert client.get("/api/v1/files", headers=bearer(key)).status_code == 403
    officer = enter(town, "officer")
    line = officer.get("/api/v1/notices?waiting=true").json()["notices"][0]
    assert (line["head"], line["mandatory"], line["owed"]) == (
        "sight_hearing_speech", True, "agency_assigns_and_informs_organ",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"head": "no_such_head"}, "no_value_at_date"),
        ({"needs": ["flying_carpet"]}, "code_unknown"),
        ({"language": "xx"}, "code_unknown"),
        ({"custody": "bat"}, "code_unknown"),
        ({"role": "hero"}, "code_unknown"),
        ({"disabilities": []}, "notice_incomplete"),
        ({"head": "ordinary_procedure", "organ": "police"}, "notice_incomplete"),
        ({"household": "poor"}, "code_unknown"),
        ({"hearing_on": "2020-01-01"}, "notice_time"),
        ({"surprise": 1}, "request_invalid"),
        ({"received_at": "2026-11-17T16:20:00"}, "request_invalid"),
    ],
)
def test_the_api_says_what_is_wrong(town: Town, change: dict[str, Any], code: str) -> None:
    answer = sent(enter(town, "officer"), "/notices", wire(**change))
    assert answer.status_code in (400, 422)
    assert answer.json()["code"] == code
    assert not File.objects.exists()


def test_a_question_is_answered_through_the_api(town: Town) -> None:
    client = enter(town, "officer")
    body = wire(head="ordinary_procedure", disabilities=[], certificate="23082219880603002521")
    made = sent(client, "/notices", body).json()
    assert made["state"] == "received"
    told = {"verb": "aid.answer_prompt", "question": "sight_hearing_speech", "yes": True}
    answer = sent(client, f"/files/{made['id']}/moves", told)
    assert (answer.status_code, answer.json()["state"]) == (200, "granted")


def test_duty_help_through_the_api(town: Town, session: DutySession) -> None:
    client = enter(town, "lawyer")
    listed = client.get("/api/v1/duty-sessions").json()
    assert [s["id"] for s in listed] == [str(session.pk)]
    body = {
        "token": str(uuid4()),
        "session": str(session.pk),
        "name": "冯阿强",
        "asked_by": "court",
    }
    row = sent(client, "/duty-help", body).json()
    assert sent(client, "/duty-help", body).json()["id"] == row["id"]
    path = f"/duty-help/{row['id']}/moves"
    sent(client, path, {"verb": "aid.give_help", "kinds": ["advice"], "summary": "已解答"})
    assert (
        sent(client, path, {"verb": "aid.take_in", "story": "想请律师"}).json()["state"]
        == "held_application"
    )
    done = sent(client, path, {"verb": "aid.hand_on"}).json()
    assert done["state"] == "handed_on"
    assert File.objects.get(pk=done["file"]).state == "received"
    assert sent(client, path, {"verb": "aid.hand_on"}).status_code == 409
    assert len(client.get("/api/v1/duty-help?kind=detention").json()["rows"]) == 1
    assert client.get("/api/v1/duty-help?kind=court").json()["rows"] == []
    assert enter(town, "counter").get("/api/v1/duty-help").status_code == 403
