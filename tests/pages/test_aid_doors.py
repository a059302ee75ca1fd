"""The doors of legal aid at the desk and behind one-time links: nothing is lost, everything is told clearly."""

import json
import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from songfa.advice import actions as advice
from songfa.advice.models import Consultation
from songfa.aid import actions, reads
from songfa.aid.actions import Doorway
from songfa.aid.models import (
    Attempt,
    Draft,
    File,
    Intake,
    Link,
    LinkAnswer,
    Referral,
    Representative,
)
from songfa.people.models import Person
from tests.rooms.test_aid import LAND, WAGES
from tests.rooms.test_aid_doors import commune_referral
from tests.town import Town

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40 + b"IEND\xaeB`\x82"


@pytest.fixture(autouse=True)
def chinese() -> Any:
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def file(town: Town) -> File:
    return actions.come_in(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, doorway=Doorway(), at=timezone.now()
    ).file  # fmt: skip


def enter(town: Town, who: str) -> Client:
    client = Client()
    client.force_login(town.users[who], backend="django.contrib.auth.backends.ModelBackend")
    return client


def told(**more: Any) -> dict[str, Any]:
    """What an officer fills in over the counter."""
    return {
        "token": str(uuid4()), "channel": "visit", "matter": "labour_wages", "service": "arbitration", "story": "欠薪",
        "name": "李小红", "born-year": "1980", "born-month": "4", "born-day": "1", "groups": ["migrant_workers"],
        "phone": "13800138000", "door": "self", "way": "call", "caution": "none", "truth": "on",
        "written_by": "applicant",
        **more,
    }  # fmt: skip


CHILD = {
    "matter": "maintenance", "service": "litigation", "name": "陈小雨", "born-year": "2014", "born-month": "5",
    "born-day": "6", "groups": [], "door": "ward", "applicant": "陈梅", "applicant_phone": "13904541111",
}  # fmt: skip


def new(client: Client, **more: Any) -> Any:
    return client.post(reverse("file_new"), {**told(), **more})


def said(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_first_page_asks_who_comes_and_about_what(town: Town) -> None:
    client = enter(town, "officer")
    page = said(client.get(reverse("file_new")))
    for word in ("本人", "父母或者监护人代为申请", "单位代为申请", "劳动报酬"):
        assert word in page, word
    page = said(client.get(reverse("file_new") + "?door=ward"))
    assert "govuk-error-message" in page


def test_contact_way_and_door_do_not_mix(town: Town) -> None:
    """The form's own question “how shall we reach you” is told apart from who applies."""
    answer = new(enter(town, "officer"), way="letter", note="土龙山镇")
    assert "申请已登记" in said(answer)
    assert Intake.objects.get().way == "self"


def test_the_guardian_who_violates_is_refused_beside_the_question_and_nothing_is_lost(
    town: Town,
) -> None:
    client = enter(town, "officer")
    answer = new(client, **CHILD, relation="statutory_representative", guardian_harms="yes")
    page = said(answer)
    assert "侵犯本人合法权益的父母或者监护人不能代为申请" in page
    assert "陈小雨" in page
    assert "13904541111" in page
    assert File.objects.count() == 0
    page = said(client.get(reverse("file_new")))
    assert "尚未提交的申请" in page
    page = said(client.get(reverse("file_new") + "?draft=1"))
    assert "陈小雨" in page
    assert "陈梅" in page
    answer = new(client, **CHILD, relation="close_relative", guardian_harms="yes")
    assert "申请已登记" in said(answer)
    assert Representative.objects.get().name == "陈梅"
    assert Draft.objects.count() == 0


def test_what_the_rules_refuse_is_told_on_the_form(town: Town) -> None:
    answer = new(enter(town, "officer"), **CHILD, relation="close_relative", guardian_harms="no")
    assert "应由法定代理人（父母或者监护人）申请" in said(answer)
    assert File.objects.count() == Person.objects.count() == 0


def test_on_paper_it_is_read_back_and_signed(town: Town) -> None:
    client = enter(town, "worker")
    assert "应当向申请人宣读确认" in said(new(client, written_by="staff"))
    page = said(new(client, written_by="staff", read_back="on", signed_by="fingerprint"))
    assert "见证人" in page
    answer = new(
        client, written_by="staff", read_back="on", signed_by="fingerprint", witness="吴桐"
    )
    assert "申请已登记" in said(answer)
    page = said(enter(town, "officer").get(reverse("file", args=[File.objects.get().pk])))
    for word in ("工作人员代填", "指印", "吴桐"):
        assert word in page, word


def test_a_unit_applies_with_consent(town: Town) -> None:
    client = enter(town, "worker")
    unit = town.units["federation"]
    page = said(client.get(reverse("file_new") + "?matter=labour_wages&door=unit"))
    assert unit.name in page
    assert "须经本人同意" in said(new(client, door="unit", behalf_unit=str(unit.pk)))
    answer = new(client, door="unit", behalf_unit=str(unit.pk), consent="on", unit_person="宋佳")
    assert "申请已登记" in said(answer)
    assert Intake.objects.get().behalf_unit == unit


# -- answers that are there already -----------------------------------------------------------------


def test_from_a_consultation(town: Town) -> None:
    officer = town.actor("officer")
    talk = advice.take(
        actor=officer, channel="hotline", matter="labour_wages", groups=["migrant_workers"], question="欠薪三个月",
        on=timezone.localdate(), at=timezone.now(),
    )  # fmt: skip
    client = enter(town, "officer")
    page = said(client.get(reverse("advice")))
    assert f"?consultation={talk.pk}" in page
    where = reverse("file_new") + f"?consultation={talk.pk}&matter=labour_wages"
    page = said(client.get(where))
    assert "欠薪三个月" in page
    assert re.search(r'value="hotline"\s+checked', page)
    assert "申请已登记" in said(new(client, consultation=str(talk.pk)))
    assert Intake.objects.get().consultation == talk
    page = said(client.get(reverse("advice")))
    assert "已转为案件" in page
    assert File.objects.get().number in page
    assert enter(town, "stranger").get(where).status_code == 404


def test_from_the_ledger_the_change_is_shown_before_it_is_saved(town: Town, file: File) -> None:
    client = enter(town, "officer")
    page = said(client.get(reverse("file_new") + "?q=lxh"))
    person = Person.objects.get()
    assert f"?person={person.pk}" in page
    page = said(client.get(reverse("file_new") + f"?person={person.pk}&matter=labour_wages"))
    assert 'value="李小红"' in page
    assert "2308************21" in page
    assert "230822198004010021" not in page
    facts = {"person": str(person.pk), "phone": "13904549999", "id_number": "", "name": ""}
    answer = new(client, **facts)
    page = said(answer)
    assert "将变更台账" in page
    assert "+8613800138000" in page
    assert "+8613904549999" in page
    assert File.objects.count() == 1
    assert Person.objects.get().phone == "+8613800138000"
    assert "13904549999" in said(new(client, **facts, back="1"))
    assert "申请已登记" in said(new(client, **facts, confirmed="1"))
    now = Person.objects.get()
    assert (now.phone, now.name, now.id_number) == (
        "+8613904549999",
        "李小红",
        "230822198004010021",
    )
    assert set(File.objects.values_list("person", flat=True)) == {person.pk}


def test_the_person_of_another_county_is_not_found(town: Town, file: File) -> None:
    where = reverse("file_new") + f"?person={Person.objects.get().pk}&matter=labour_wages"
    assert enter(town, "stranger").get(where).status_code == 404


def test_a_simple_question_in_vietnam_goes_to_the_advice_room(town: Town) -> None:
    client = enter(town, "vn_officer")
    facts = {
        "matter": "land", "service": "consultation", "story": "Hỏi về đất", "groups": [], "phone": "0912345678",
        "household": "neither", "address": "Ấp 3, xã Long Phú", "id_number": "092180001234",
    }  # fmt: skip
    page = said(new(client, **facts))
    assert "当场解答" in page
    assert "Điều 32" in page
    answer = new(client, **facts, simple="yes")
    assert answer.status_code == 302
    assert File.objects.count() == 0
    page = said(client.get(answer["Location"]))
    for word in ("Hỏi về đất", "李小红", "0912345678", "Ấp 3, xã Long Phú"):
        assert word in page, word
    assert "0912345678" not in answer["Location"]
    today = timezone.localdate()
    asked = {
        "channel": "visit", "times": "1", "matter": "land", "question": "Hỏi về đất", "on-year": today.year,
        "on-month": today.month, "on-day": today.day, "name": "李小红", "phone": "0912345678",
        "address": "Ấp 3, xã Long Phú",
    }  # fmt: skip
    assert client.post(answer["Location"], {**asked, "name": ""}).status_code == 400
    assert client.post(answer["Location"], {**asked, "phone": "12"}).status_code == 400
    assert client.post(answer["Location"], asked).status_code == 302
    talk = Consultation.objects.get()
    assert talk.person is not None
    assert (talk.question, talk.person.name, talk.person.phone) == (
        "Hỏi về đất",
        "李小红",
        "+84912345678",
    )
    assert (talk.person.address, talk.person.id_number) == ("Ấp 3, xã Long Phú", "092180001234")
    assert Draft.objects.count() == 0
    answer = new(client, **facts, simple="no")
    assert "申请已登记" in said(answer)
    assert File.objects.get().story().facts["simple_question"] is False


def test_papers_that_lie_on_the_counter_are_not_asked_for_again(town: Town) -> None:
    officer = enter(town, "officer")
    said(new(officer, documents=["identity_card"]))
    file = File.objects.get()
    assert "identity_card" in reads.papers_in_hand(file)
    assert "identity_card" not in reads.papers_awaited(file)
    page = said(officer.get(reverse("file_decision", args=[file.pk])))
    assert "尚缺： 居民身份证" not in page
    # another one comes of itself while the application is looked at
    late = reads.papers_awaited(file)[0]
    url = reverse("file_act", args=[file.pk, "receive_papers"])
    assert officer.post(url, {"papers": [late]}).status_code == 302
    file = File.objects.get()
    assert (file.state, late in reads.papers_in_hand(file)) == ("received", True)


def test_who_presses_a_button_after_being_signed_out_comes_back_to_the_page(town: Town) -> None:
    came_from = "http://testserver/zh-hans/desk/waiting/"
    answer = Client().post(reverse("checks_draw"), headers={"Referer": f"{came_from}?kind=check"})
    assert answer.status_code == 302
    assert answer["Location"].endswith("next=/zh-hans/desk/waiting/")
    answer = Client().post(
        reverse("checks_draw"), headers={"Referer": "https://elsewhere.example/x/"}
    )
    assert "elsewhere" not in answer["Location"]


# -- representatives and links ----------------------------------------------------------------------


def test_a_representative_is_named_and_ended_at_the_desk(town: Town, file: File) -> None:
    client = enter(town, "officer")
    where = reverse("file_act", args=[file.pk, "represent"])
    assert client.get(where).status_code == 200
    page = said(client.post(where, {"name": "赵明"}))
    for word in ("请选择代理身份", "请选择代理权限", "请选择出示的证明材料"):
        assert word in page, word
    day = timezone.localdate()
    facts = {
        "name": "赵明", "capacity": "entrusted", "proof": "power_of_attorney", "scopes": ["apply", "hand_in"],
        "since-year": day.year, "since-month": day.month, "since-day": day.day,
    }  # fmt: skip
    late = {"until-year": day.year - 1, "until-month": 1, "until-day": 1}
    assert "早于开始日期" in said(client.post(where, {**facts, **late}))
    assert client.post(where, facts).status_code == 302
    page = said(client.get(reverse("file", args=[file.pk])))
    assert "赵明" in page
    assert "今日有效" in page
    agent = Representative.objects.get()
    end = reverse("represent_end", args=[file.pk, agent.pk])
    assert enter(town, "stranger").post(end).status_code == 404
    assert client.post(end).status_code == 302
    assert "今日无效" in said(client.get(reverse("file", args=[file.pk])))


def made_link(town: Town, file: File, purpose: str, **more: Any) -> str:
    client = enter(town, "officer")
    answer = client.post(
        reverse("file_link", args=[file.pk]), {"purpose": purpose, "span": "", **more}
    )
    found = re.search(r"http://testserver(/[^<\s]+/l/[^<\s]+/)", said(answer))
    assert found is not None, said(answer)
    return found[1]


def test_a_link_is_shown_once_and_used_once(town: Town, file: File) -> None:
    url = made_link(town, file, "complete_application")
    desk = enter(town, "officer")
    assert url.rsplit("/", 2)[1] not in said(desk.get(reverse("file", args=[file.pk])))
    anyone = Client()
    page = said(anyone.get(url))
    assert "请补充申请中缺少的内容" in page
    for private in ("李小红", file.number, "13800138000", "工资"):
        assert private not in page
    assert "尚未填写任何内容" in said(anyone.post(url, {}))
    assert "电话号码" in said(anyone.post(url, {"story": "补充一点", "phone": "12"}))
    answer = anyone.post(url, {"story": "补充一点"})
    assert (answer.status_code, "已收到，谢谢" in said(answer)) == (200, True)
    answer = anyone.post(url, {"story": "再来"})
    assert (answer.status_code, "链接已使用" in said(answer)) == (410, True)
    page = said(desk.get(reverse("file", args=[file.pk])))
    assert "补充一点" in page
    assert "再来" not in page


def test_papers_come_by_a_link_and_can_be_fetched_at_the_desk(town: Town, file: File) -> None:
    actions.ask_papers(
        actor=town.actor("officer"), file=file, papers=["identity_card"], at=timezone.now()
    )
    url = made_link(town, file, "hand_in_papers")
    page = said(Client().get(url))
    assert "居民身份证" in page
    bad = SimpleUploadedFile("a.exe", b"MZ\x90\x00")
    assert Client().post(url, {"paper-identity_card": bad}).status_code == 400
    good = SimpleUploadedFile("身份证.png", PNG)
    assert "已收到，谢谢" in said(Client().post(url, {"paper-identity_card": good}))
    assert File.objects.get().state == "received"
    page = said(enter(town, "officer").get(reverse("file", args=[file.pk])))
    where = re.search(r"/zh-hans/desk/files/by-link/[^\"]+", page)
    assert where is not None
    answer = enter(town, "officer").get(where[0])
    assert answer.content == PNG
    assert "attachment" in answer["Content-Disposition"]
    assert enter(town, "stranger").get(where[0]).status_code == 404


def test_links_that_are_over_are_told_clearly(town: Town, file: File) -> None:
    url = made_link(town, file, "sign_declaration")
    Link.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert "链接已过期" in said(Client().get(url))
    Link.objects.update(expires_at=timezone.now() + timedelta(hours=1))
    client = enter(town, "officer")
    revoke = reverse("file_link_revoke", args=[file.pk, Link.objects.get().pk])
    assert enter(town, "stranger").post(revoke).status_code == 404
    assert client.post(revoke).status_code == 302
    answer = Client().get(url)
    assert (answer.status_code, "链接已被收回" in said(answer)) == (410, True)
    assert LinkAnswer.objects.count() == 0


def test_guessing_addresses_is_slowed_down(town: Town) -> None:
    client = Client()
    codes = [client.get(reverse("link", args=[f"guess{n}"])).status_code for n in range(11)]
    assert codes == [404] * 10 + [403]
    assert Attempt.objects.get().n == 10


def test_a_file_for_which_nothing_can_be_asked_makes_no_link(town: Town, file: File) -> None:
    actions.withdraw(actor=town.actor("officer"), file=file, reason="requested", at=timezone.now())
    answer = enter(town, "officer").get(reverse("file_link", args=[file.pk]))
    assert answer.status_code == 409


# -- referrals --------------------------------------------------------------------------------------

LETTER = {
    "body": "commune", "body_name": "", "name": "Nguyễn Thị Hoa", "reason": "Bị thu hồi đất", "matter": "land",
    "id_number": "092170001234", "phone": "01221234567", "role": "litigant",
}  # fmt: skip


def test_a_commune_refers_and_the_centre_makes_an_application(town: Town) -> None:
    commune, centre = enter(town, "vn_worker"), enter(town, "vn_officer")
    assert commune.get(reverse("referral_new")).status_code == 200
    page = said(commune.post(reverse("referral_new"), {"body": "commune"}))
    assert "请写明转介的原因" in page
    page = said(commune.post(reverse("referral_new"), {**LETTER, "id_number": "7"}))
    assert "12位" in page
    assert "Nguyễn Thị Hoa" in page  # nothing is lost
    token = str(uuid4())
    for _ in range(2):
        page = said(commune.post(reverse("referral_new"), {**LETTER, "token": token}))
        assert "已转介" in page
        assert "Phiếu giới thiệu" in page
    row = Referral.objects.get()
    where = reverse("referral", args=[row.pk])
    assert where in said(centre.get(reverse("desk")))
    page = said(centre.get(where))
    assert f"?referral={row.pk}" in page
    assert commune.get(reverse("referral_letter", args=[row.pk, "pdf"])).content[:4] == b"%PDF"
    page = said(centre.get(reverse("file_new") + f"?referral={row.pk}&matter=land"))
    assert "Nguyễn Thị Hoa" in page
    assert "+84771234567" in page
    facts = {
        "referral": str(row.pk), "matter": "land", "service": "litigation", "name": "Nguyễn Thị Hoa", "groups": [],
        "phone": "+84771234567", "household": "poor", "born-year": "1970",
    }  # fmt: skip
    assert "申请已登记" in said(new(centre, **facts))
    row.refresh_from_db()
    assert (row.state, row.file) == ("arrived", File.objects.get())
    assert where not in said(centre.get(reverse("desk")))
    for who in ("officer", "stranger"):
        assert enter(town, who).get(where).status_code == 404


def test_a_file_and_a_consultation_are_referred_out(town: Town, file: File) -> None:
    client = enter(town, "officer")
    facts = {"body": "petitions", "body_name": "桦南县信访局", "reason": "属信访复查事项"}
    act = reverse("file_act", args=[file.pk, "refer"])
    assert "请填写单位名称" in said(client.post(act, {**facts, "body_name": ""}))
    assert client.post(act, facts).status_code == 302
    row = Referral.objects.get()
    page = said(client.get(reverse("file", args=[file.pk])))
    assert "桦南县信访局" in page
    assert client.post(reverse("referral_hand_on", args=[row.pk])).status_code == 302
    assert client.post(reverse("referral_arrived", args=[row.pk])).status_code == 302
    row.refresh_from_db()
    assert row.state == "arrived"
    talk = advice.take(
        actor=town.actor("officer"), channel="visit", matter="", groups=[], question="工伤认定",
        on=timezone.localdate(), at=timezone.now(),
    )  # fmt: skip
    answer = client.post(
        reverse("advice_refer", args=[talk.pk]), {**facts, "name": "王强", "matter": ""}
    )
    assert answer.status_code == 302
    assert Referral.objects.filter(consultation=talk).count() == 1


@pytest.mark.parametrize("who", ["lawyer", "supervisor", "keeper", "counter"])
def test_who_refers_nobody_sees_no_referrals(town: Town, who: str) -> None:
    assert enter(town, who).get(reverse("referrals")).status_code == 403


# -- the same through the interface -----------------------------------------------------------------

API = "/api/v1"


def sent(client: Client, path: str, body: object) -> Any:
    return client.post(f"{API}{path}", json.dumps(body), content_type="application/json")


def test_a_link_is_listed_and_taken_back_through_the_interface(town: Town, file: File) -> None:
    officer = enter(town, "officer")
    made = sent(officer, f"/files/{file.pk}/links", {"purpose": "complete_application"}).json()
    (shown,) = officer.get(f"{API}/files/{file.pk}/links").json()
    assert (shown["id"], shown["standing"]) == (made["id"], "open")
    assert "url" not in shown
    one = f"{API}/files/{file.pk}/links/{made['id']}"
    assert enter(town, "stranger").delete(one).status_code == 404
    assert officer.delete(one).status_code == 204
    again = officer.delete(one)
    assert (again.status_code, again.json()["code"]) == (409, "link_closed")
    assert officer.get(f"{API}/files/{file.pk}/links").json()[0]["standing"] == "revoked"


def test_a_referral_by_us_goes_out_and_arrives_through_the_interface(
    town: Town, file: File
) -> None:
    officer = enter(town, "officer")
    row = actions.refer_out(
        actor=town.actor("officer"), unit=town.units["centre"], body="petitions", body_name="桦南县信访局",
        matter=file.matter, file=file, at=timezone.now(), who=actions.Referred("李小红", reason="先经信访复查"),
    )  # fmt: skip
    where = f"/referrals/{row.pk}"
    assert sent(enter(town, "stranger"), f"{where}/hand-on", {}).status_code == 404
    assert sent(officer, f"{where}/hand-on", {}).json()["state"] == "handed_on"
    assert sent(officer, f"{where}/take-on", {}).json()["state"] == "arrived"
    again = sent(officer, f"{where}/take-on", {})
    assert (again.status_code, again.json()["code"]) == (409, "already_done")


def test_a_referral_to_us_is_taken_on_with_its_file_through_the_interface(town: Town) -> None:
    row = commune_referral(town)
    officer = enter(town, "vn_officer")
    where = f"/referrals/{row.pk}/take-on"
    missing = sent(officer, where, {})
    assert missing.json()["code"] == "referral_no_file"
    file = actions.come_in(
        actor=town.actor("vn_officer"), unit=town.units["vn_centre"], application=LAND, doorway=Doorway(),
        at=timezone.now(),
    ).file  # fmt: skip
    taken = sent(officer, where, {"file": str(file.pk)}).json()
    assert (taken["state"], taken["file"]) == ("arrived", str(file.pk))


def test_an_address_goes_into_the_ledger_and_onto_the_form(town: Town) -> None:
    client = enter(town, "officer")
    new(client, address="桦南县土龙山镇  2组", way="letter", phone="")
    file = File.objects.get()
    assert file.story().address == "桦南县土龙山镇  2组".strip()
    assert Person.objects.get().address == "桦南县土龙山镇 2组"
    assert "土龙山镇" in said(client.get(reverse("file", args=[file.pk])))
    with connection.cursor() as cursor:
        cursor.execute("select address from people_person")
        assert "土龙山镇".encode() not in bytes(cursor.fetchone()[0])


def test_letters_need_an_address_or_a_word_where_to(town: Town) -> None:
    client = enter(town, "officer")
    page = said(new(client, way="letter", phone="", note="", address=""))
    assert "请填写收信地址" in page
    assert File.objects.count() == 0


def test_a_telephone_is_shown_as_people_write_it(town: Town) -> None:
    client = enter(town, "officer")
    new(client)
    page = said(client.get(reverse("file", args=[File.objects.get().pk])))
    assert "138 0013 8000" in page
    assert "+86" not in page
