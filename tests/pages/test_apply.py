"""The public form: answers kept, mistakes said, sent once; the code leads to the file and to nothing else."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from songfa.aid.door.attempts import LIMIT
from songfa.aid.door.drafts import KEPT
from songfa.aid.models import Attempt, Draft, File
from songfa.people.models import Person
from songfa.rules.packs.read import load
from songfa.web.public.apply_forms import ContactForm
from tests.town import Town

MATTER = {"matter": "labour_wages", "service": "arbitration", "story": "欠薪三个月"}
PERSON = {
    "for_whom": "self",
    "name": "李小红",
    "born-year": "1980",
    "born-month": "4",
    "born-day": "1",
    "sex": "F",
    "id_number": "230822198004010021",
    "groups": ["migrant_workers"],
    "household_size": "3",
    "household_income": "3,200",
}
CONTACT = {
    "phone": "13800138000",
    "way": "call",
    "caution": "no_details",
    "language": "zh-Hans",
    "truth": "on",
}


@pytest.fixture(autouse=True)
def chinese() -> Any:
    with translation.override("zh-hans"):
        yield


def begin(client: Client, town: Town, unit: str = "station") -> None:
    answer = client.post(
        reverse("apply"), {"office": str(town.units[unit].pk), "trouble": "unpaid_wages"}
    )
    assert answer.status_code == 302


def walk(client: Client, town: Town) -> None:
    """Answer everything but the last page."""
    begin(client, town)
    assert client.post(reverse("apply_matter"), MATTER).status_code == 302
    assert client.post(reverse("apply_you"), PERSON).status_code == 302


def code_in(client: Client) -> str:
    page = client.get(reverse("receipt")).content.decode()
    found = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", page)
    assert found
    return found[0]


def test_three_steps_make_one_file(client: Client, town: Town) -> None:
    walk(client, town)
    answer = client.post(reverse("apply_contact"), CONTACT)
    assert answer.status_code == 302
    assert answer["Location"] == reverse("receipt")
    file = File.objects.get()
    told = file.story()
    assert file.finding["outcome"] == "means_check_waived"
    assert (file.channel, file.unit, file.received_by) == (
        "web",
        town.units["centre"],
        town.units["station"],
    )
    assert told.story == "欠薪三个月"
    assert told.facts["household"] == {"size": 3, "per_capita_monthly_income": 1066.67}
    assert told.contact.caution == "no_details"
    assert file.groups == ["migrant_workers", "women"]


def test_sent_twice_is_one_file_and_the_same_receipt(client: Client, town: Town) -> None:
    walk(client, town)
    codes = set()
    for _ in range(2):
        assert client.post(reverse("apply_contact"), CONTACT).status_code == 302
    codes = {code_in(client), code_in(client)}
    assert len(codes) == 1
    assert File.objects.count() == 1


def test_the_draft_ends_with_the_receipt(client: Client, town: Town) -> None:
    walk(client, town)
    client.post(reverse("apply_contact"), CONTACT)
    client.get(reverse("receipt"))
    assert not Draft.objects.exists()


def test_answers_are_kept_and_sealed(client: Client, town: Town) -> None:
    walk(client, town)
    page = client.get(reverse("apply_matter")).content.decode()
    assert "欠薪三个月" in page
    assert "李小红" in client.get(reverse("apply_you")).content.decode()
    assert "李小红" not in str(Draft.objects.values_list("content", flat=True).query)
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select content from aid_draft")
        assert "李小红".encode() not in bytes(cursor.fetchone()[0])


@pytest.mark.parametrize("step", ["apply_matter", "apply_you", "apply_contact"])
def test_a_lost_draft_begins_anew_and_says_so(client: Client, town: Town, step: str) -> None:
    assert client.post(reverse(step), {}).status_code == 302
    walk(client, town)
    Draft.objects.all().delete()
    answer = client.get(reverse(step))
    assert answer["Location"] == f"{reverse('apply')}?lost=1"
    assert "七天" in client.get(answer["Location"]).content.decode()


def test_going_back_after_sending_leads_to_the_receipt(client: Client, town: Town) -> None:
    walk(client, town)
    assert client.post(reverse("apply_contact"), CONTACT)["Location"] == reverse("receipt")
    assert client.get(reverse("receipt")).status_code == 200
    for step in ("apply_matter", "apply_you", "apply_contact"):
        assert client.get(reverse(step))["Location"] == reverse("receipt")
    assert client.get(reverse("apply")).status_code == 200  # another application can begin


def test_without_a_place_the_offices_of_the_readers_country_come(
    client: Client, town: Town
) -> None:
    for language, office in (("zh-hans", "桦南"), ("vi", "Cần Thơ")):
        with translation.override(language):
            page = client.get(reverse("apply")).content.decode()
        assert office in page
        assert ("Cần Thơ" in page) != ("桦南镇" in page)


def test_an_old_draft_is_gone(client: Client, town: Town) -> None:
    walk(client, town)
    row = Draft.objects.get()
    Draft.objects.update(expires_at=row.expires_at - KEPT)
    assert client.get(reverse("apply_you"))["Location"].endswith("?lost=1")


def test_a_changed_cookie_opens_nothing(client: Client, town: Town) -> None:
    walk(client, town)
    client.cookies["draft"] = client.cookies["draft"].value.replace("a", "b", 1) + "x"
    assert client.get(reverse("apply_you")).status_code == 302


def test_steps_cannot_be_skipped(client: Client, town: Town) -> None:
    begin(client, town)
    assert client.get(reverse("apply_contact"))["Location"] == reverse("apply_matter")
    client.post(reverse("apply_matter"), MATTER)
    assert client.get(reverse("apply_contact"))["Location"] == reverse("apply_you")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"born-month": "2", "born-day": "30"}, "日历上没有"),
        ({"born-year": "2999"}, "不能在将来"),
        ({"born-year": "1700"}, "过早"),
        ({"household_income": "-3"}, "不能为负数"),
        ({"household_income": "很少"}, "请填写数字"),
        ({"household_size": "-1"}, "govuk-error-message"),
        ({"household_size": ""}, "家里有几口人"),
        ({"id_number": "123"}, "应为18位"),
        ({"id_number": "230822198013010021"}, "出生日期不存在"),
        ({"name": "李" * 81}, "govuk-error-message"),
        ({"groups": ["nobody"]}, "govuk-error-message"),
        ({"for_whom": "other"}, "您自己的姓名"),
        ({"groups": ["disabled"]}, "请选择残疾类别"),
    ],
)
def test_impossible_answers_are_said_and_nothing_is_kept(
    client: Client, town: Town, change: dict[str, Any], said: str
) -> None:
    begin(client, town)
    client.post(reverse("apply_matter"), MATTER)
    answer = client.post(reverse("apply_you"), {**PERSON, **change})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "govuk-error-summary" in page
    assert said in page
    assert client.get(reverse("apply_contact"))["Location"] == reverse("apply_you")


def test_a_number_that_looks_wrong_is_asked_about_once(client: Client, town: Town) -> None:
    begin(client, town)
    client.post(reverse("apply_matter"), MATTER)
    told = {**PERSON, "id_number": "230822198004010028"}
    page = client.post(reverse("apply_you"), told).content.decode()
    assert "校验码不符" in page
    again = client.post(reverse("apply_you"), {**told, "id_seen": "230822198004010028"})
    assert again.status_code == 302
    client.post(reverse("apply_contact"), CONTACT)
    assert File.objects.get().story().doubts == ("check_digit",)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"truth": ""}, "请勾选声明"),
        ({"phone": "12"}, "不是电话号码"),
        ({"phone": ""}, "请填写电话"),
        ({"way": "visit", "phone": ""}, "什么时候来"),
        ({"note": "x" * 301}, "govuk-error-message"),
    ],
)
def test_what_is_missing_for_contact_is_said(
    client: Client, town: Town, change: dict[str, str], said: str
) -> None:
    walk(client, town)
    answer = client.post(reverse("apply_contact"), {**CONTACT, **change})
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert not File.objects.exists()
    assert not Person.objects.exists()


def test_a_huge_story_is_refused(client: Client, town: Town) -> None:
    begin(client, town)
    answer = client.post(reverse("apply_matter"), {**MATTER, "story": "钱" * 3001})
    assert answer.status_code == 200
    assert "govuk-error-summary" in answer.content.decode()


@pytest.mark.parametrize("office", ["", "nonsense", "00000000-0000-0000-0000-000000000000"])
def test_an_office_that_is_none(client: Client, town: Town, office: str) -> None:
    assert client.post(reverse("apply"), {"office": office}).status_code == 404


def test_a_firm_takes_no_applications(client: Client, town: Town) -> None:
    assert client.post(reverse("apply"), {"office": str(town.units["firm"].pk)}).status_code == 400


def test_a_criminal_matter_asks_for_the_case(client: Client, town: Town) -> None:
    client.post(reverse("apply"), {"office": str(town.units["centre"].pk), "trouble": "criminal"})
    client.post(
        reverse("apply_matter"),
        {"matter": "criminal", "service": "criminal_defence", "story": "被拘留"},
    )
    page = client.post(reverse("apply_you"), PERSON).content.decode()
    assert "请选择在案件中的身份" in page
    told = {**PERSON, "role": "suspect", "custody": "detained", "has_counsel": "no"}
    assert client.post(reverse("apply_you"), told).status_code == 302
    client.post(reverse("apply_contact"), CONTACT)
    assert File.objects.get().story().facts["criminal"] == {
        "role": "suspect",
        "has_counsel": False,
        "detained": True,
    }


def test_nothing_personal_stands_in_an_address(client: Client, town: Town) -> None:
    begin(client, town)
    places = [client.post(reverse("apply_matter"), MATTER)["Location"]]
    places += [client.post(reverse("apply_you"), PERSON)["Location"]]
    places += [client.post(reverse("apply_contact"), CONTACT)["Location"]]
    assert all(re.fullmatch(r"/zh-hans/apply/(you|contact|receipt)/", p) for p in places)


def test_the_code_leads_to_the_file(client: Client, town: Town) -> None:
    walk(client, town)
    client.post(reverse("apply_contact"), CONTACT)
    code = code_in(client)
    page = Client().post(reverse("follow"), {"code": code.lower()}).content.decode()
    assert "正在审查您的申请" in page
    assert "李小红" not in page
    assert "劳动报酬" not in page


def test_wrong_codes_get_one_answer_and_then_a_pause(client: Client, town: Town) -> None:
    for n in range(LIMIT):
        answer = client.post(reverse("follow"), {"code": f"AAAA-AAA{n}"})
        assert answer.status_code == 200
        assert "没有找到" in answer.content.decode()
    assert client.post(reverse("follow"), {"code": "AAAA-AAAA"}).status_code == 403
    row = Attempt.objects.get()
    assert (row.n, "127.0.0.1" in row.address) == (LIMIT, False)


def test_a_receipt_without_a_cookie_is_the_door_to_follow(client: Client, town: Town) -> None:
    assert client.get(reverse("receipt"))["Location"] == reverse("follow")


@pytest.mark.parametrize(
    ("pack", "theirs", "not_theirs"), [("vn-92", "km", "ug"), ("cn-23", "ug", "km")]
)
def test_people_name_the_language_that_they_speak(pack: str, theirs: str, not_theirs: str) -> None:
    asked = dict(ContactForm(load(pack)).fields["language"].choices)  # type: ignore[attr-defined]
    assert theirs in asked
    assert not_theirs not in asked
