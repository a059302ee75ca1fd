"""Documents by hand at the desk and over the API, all documents of a file at once, empty forms."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pypdf import PdfReader

from songfa.advice import actions as advice
from songfa.aid import actions
from songfa.aid.models import File, Paper
from songfa.audit.models import Line
from tests.pages.test_api import API, sent, signed
from tests.rooms.test_aid import LAND, WAGES
from tests.town import Town


@pytest.fixture(autouse=True)
def chinese(settings: Any) -> Any:
    settings.SECOND_FACTOR_FOR_STAFF = False
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def file(town: Town) -> File:
    row = actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=town.noon
    ).file
    return actions.grant(actor=town.actor("officer"), file=row, at=town.noon)


def enter(town: Town, who: str) -> Client:
    client = Client()
    client.force_login(town.users[who], backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_an_officer_chooses_looks_and_issues(town: Town, file: File) -> None:
    client = enter(town, "officer")
    shown = client.get(reverse("file", args=[file.pk])).content.decode()
    assert reverse("file_papers", args=[file.pk]) in shown
    page = client.get(reverse("file_papers", args=[file.pk])).content.decode()
    assert "送达回证" in page
    assert "授权委托书" not in page  # nobody acts yet
    look = client.get(reverse("file_paper_preview", args=[file.pk, "delivery_receipt"]))
    assert look.content.startswith(b"%PDF")
    assert not Paper.objects.filter(kind="delivery_receipt").exists()
    write = reverse("file_paper_write", args=[file.pk, "delivery_receipt"])
    assert write in page
    shown = client.get(write).content.decode()
    for name in ("这份文书还要填写", "送达地点", "送达方式", "邮寄送达", "留空，由人手填"):
        assert name in shown, name
    told = {"delivery-way": "post", "delivery-place": "桦南镇", "note": "当面送达"}
    look = client.post(write, {**told, "look": "1"})
    assert look.content.startswith(b"%PDF")
    assert not Paper.objects.filter(kind="delivery_receipt").exists()
    answer = client.post(write, told)
    assert answer.status_code == 302
    paper = Paper.objects.get(kind="delivery_receipt")
    for text in ("当面送达", "桦南镇", "☑ 邮寄送达", "☐ 直接送达"):
        assert text in paper.content, text
    assert "（桦）援决字[2026]第1号" in paper.content  # the decision that was issued
    assert Line.objects.filter(subject_id=file.pk, verb="aid.issue").count() == 1
    assert "已出具：送达回证" in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize(
    ("kind", "status"), [("grant", 400), ("power_of_attorney", 400), ("x", 404)]
)
def test_what_is_not_offered_is_not_issued(town: Town, file: File, kind: str, status: int) -> None:
    write = reverse("file_paper_write", args=[file.pk, kind])
    assert enter(town, "officer").get(write).status_code == status
    assert enter(town, "officer").post(write).status_code == status
    assert Paper.objects.filter(file=file).count() == 1


def test_a_choice_that_the_form_does_not_offer_is_told(town: Town, file: File) -> None:
    write = reverse("file_paper_write", args=[file.pk, "delivery_receipt"])
    answer = enter(town, "officer").post(write, {"delivery-way": "pigeon"})
    assert answer.status_code == 400
    assert "govuk-error-summary__title" in answer.content.decode()
    assert not Paper.objects.filter(kind="delivery_receipt").exists()


def test_a_paper_issued_anew_begins_with_what_the_one_before_said(town: Town, file: File) -> None:
    client = enter(town, "officer")
    told = {"delivery-way": "post", "delivery-place": "桦南镇", "note": "甲"}
    write = reverse("file_paper_write", args=[file.pk, "delivery_receipt"])
    client.post(write, told)
    paper = Paper.objects.get(kind="delivery_receipt")
    for address in (reverse("paper_again", args=[paper.pk]), write):
        page = client.get(address).content.decode()
        assert 'value="桦南镇"' in page
        assert re.search(r'value="post"\s+checked', page)
    client.post(
        reverse("paper_again", args=[paper.pk]), {"why": "地点有误", "delivery-place": "梨树乡"}
    )
    new = Paper.objects.get(replaces=paper)
    assert "梨树乡" in new.content
    assert "☐ 邮寄送达" in new.content  # the tick was taken back
    line = Line.objects.filter(subject_id=file.pk, verb="aid.issue").latest("id")
    assert line.detail["boxes"] == ["delivery.place"]
    assert "梨树乡" not in str(line.detail)


def test_who_is_out_of_reach_finds_nothing(town: Town, file: File) -> None:
    stranger = enter(town, "stranger")
    for address in (
        reverse("file_papers", args=[file.pk]),
        reverse("file_paper_write", args=[file.pk, "delivery_receipt"]),
        reverse("file_paper_preview", args=[file.pk, "delivery_receipt"]),
        reverse("file_bundle", args=[file.pk, "pdf"]),
        reverse("file_bundle", args=[file.pk, "zip"]),
    ):
        assert stranger.get(address).status_code == 404
    supervisor = enter(town, "supervisor")
    assert supervisor.get(reverse("file_papers", args=[file.pk])).status_code == 403


def test_all_documents_of_a_file_at_once(town: Town, file: File) -> None:
    client = enter(town, "officer")
    for _ in range(2):
        actions.write_paper(
            actor=town.actor("officer"), file=file, kind="delivery_receipt", at=town.noon
        )
    whole = client.get(reverse("file_bundle", args=[file.pk, "pdf"]))
    assert len(PdfReader(BytesIO(whole.content)).pages) == 3
    packed = client.get(reverse("file_bundle", args=[file.pk, "zip"]), {"kind": "delivery_receipt"})
    with ZipFile(BytesIO(packed.content)) as archive:
        assert len(archive.namelist()) == 2
    none = client.get(reverse("file_bundle", args=[file.pk, "pdf"]), {"kind": "refuse"})
    assert none.status_code == 404
    assert client.get(reverse("file_bundle", args=[file.pk, "exe"])).status_code == 404
    assert Line.objects.filter(subject_id=file.pk, verb="aid.see").exists()


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_empty_forms_to_print(town: Town, form: str, start: bytes) -> None:
    client = enter(town, "officer")
    page = client.get(reverse("blanks")).content.decode()
    assert "法律援助申请表" in page
    answer = client.get(reverse("blank", args=["application", form]))
    assert answer.content.startswith(start)
    assert client.get(reverse("blank", args=["identity_card", form])).status_code == 404
    assert client.get(reverse("blank", args=["application", "exe"])).status_code == 404


@pytest.mark.parametrize("language", ["zh-hans", "vi", "en"])
def test_the_pages_speak_every_language(town: Town, file: File, language: str) -> None:
    vietnamese = actions.apply(
        actor=town.actor("vn_officer"), unit=town.units["vn_centre"], application=LAND, at=town.noon
    ).file
    with translation.override(language):
        for who, row in (("officer", file), ("vn_officer", vietnamese)):
            client = enter(town, who)
            assert client.get(reverse("file_papers", args=[row.pk])).status_code == 200
            write = reverse("file_paper_write", args=[row.pk, "application"])
            assert client.get(write).status_code == 200
            assert client.get(reverse("blanks")).status_code == 200


def test_over_the_api(town: Town, file: File) -> None:
    officer = signed(town, "officer")
    offered = officer.get(f"{API}/files/{file.pk}/forms").json()
    assert "delivery_receipt" in [form["kind"] for form in offered]
    assert {form["unconfirmed"] for form in offered} == {True}
    asked = officer.get(f"{API}/files/{file.pk}/forms/delivery_receipt").json()
    boxes = {box["key"]: box for box in asked["boxes"]}
    assert asked["noted"]
    assert boxes["delivery.place"]["name"] == "送达地点"
    assert [c["code"] for c in boxes["delivery.way"]["choices"]][:2] == ["hand", "post"]
    told = {
        "verb": "aid.issue",
        "kind": "delivery_receipt",
        "note": "当面送达",
        "boxes": {"delivery.way": "post"},
    }
    made = sent(officer, f"/files/{file.pk}/moves", told)
    assert made.status_code == 200, made.content
    assert [p["kind"] for p in made.json()["papers"]] == ["grant", "delivery_receipt"]
    for wrong, code in (
        ({"delivery.way": "pigeon"}, "form_box_choice"),
        ({"person.name": "别人"}, "form_box_shut"),
        ({"no_such": "x"}, "form_box_shut"),
    ):
        refused = sent(officer, f"/files/{file.pk}/moves", {**told, "boxes": wrong})
        assert (refused.status_code, refused.json()["code"]) == (400, code)
    again = officer.get(f"{API}/papers/{made.json()['papers'][-1]['id']}/form").json()
    assert {box["key"]: box["told"] for box in again["boxes"]}["delivery.way"] == "post"
    assert again["note"] == "当面送达"
    told["boxes"] = {}
    for kind, code in (
        ("grant", "form_not_by_hand"),
        ("power_of_attorney", "form_lacks"),
        ("identity_card", "no_value_at_date"),
    ):
        refused = sent(officer, f"/files/{file.pk}/moves", {**told, "kind": kind})
        assert (refused.status_code, refused.json()["code"]) == (400, code)
    assert signed(town, "stranger").get(f"{API}/files/{file.pk}/forms").status_code == 404
    assert signed(town, "supervisor").get(f"{API}/files/{file.pk}/forms").status_code == 403


def test_the_register_of_a_month_is_printed(town: Town) -> None:
    client = enter(town, "vn_officer")
    assert len(client.get(reverse("blanks")).context["months"]) == 12
    for form, start in (("pdf", b"%PDF"), ("docx", b"PK")):
        answer = client.get(reverse("register", args=["2026-11", form]))
        assert answer.content.startswith(start)
    for month in ("2026-13", "2026", "x"):
        assert client.get(reverse("register", args=[month, "pdf"])).status_code == 404
    assert (
        enter(town, "officer").get(reverse("register", args=["2026-11", "pdf"])).status_code == 404
    )


def test_a_wrong_document_is_issued_anew_at_the_desk_and_over_the_api(
    town: Town, file: File
) -> None:
    client = enter(town, "officer")
    paper = Paper.objects.get(file=file, kind="grant")
    again = reverse("paper_again", args=[paper.pk])
    assert again in client.get(reverse("file", args=[file.pk])).content.decode()
    refused = client.post(again, {"why": " "})
    assert refused.status_code == 400
    assert "请写明原文书的错误" in refused.content.decode()
    answer = client.post(again, {"why": "姓名有误", "note": ""})
    assert answer.status_code == 302
    new = Paper.objects.get(replaces=paper)
    page = client.get(answer["Location"]).content.decode()
    assert "已更正重发：给予法律援助决定书" in page
    assert "已被替换" in page
    assert f"替换{paper.number}" in page
    assert again not in page
    # a second click finds that it was done
    late = client.post(again, {"why": "姓名有误"})
    assert late.status_code == 400
    assert "已经更正重发" in late.content.decode()
    assert enter(town, "worker").get(again).status_code in (403, 404)
    assert enter(town, "stranger").get(again).status_code == 404
    officer = signed(town, "officer")
    told = {"verb": "aid.issue", "kind": "grant", "replaces": str(new.pk), "why": "日期有误"}
    made = sent(officer, f"/files/{file.pk}/moves", told)
    assert made.status_code == 200, made.content
    assert [p["replaces"] for p in made.json()["papers"]] == [None, str(paper.pk), str(new.pk)]
    other = sent(officer, f"/files/{file.pk}/moves", {**told, "kind": "refuse"})
    assert other.status_code == 404
    twice = sent(officer, f"/files/{file.pk}/moves", told)
    assert (twice.status_code, twice.json()["code"]) == (409, "paper_replaced")


def test_ledgers_reports_and_forms_of_a_consultation_are_handed_out(town: Town) -> None:
    officer, vietnamese = enter(town, "officer"), enter(town, "vn_officer")
    talk = advice.take(
        actor=town.actor("officer"), channel="visit", matter="labour_wages", groups=[], on=town.noon.date(),
        at=town.noon, question="工资", answer="仲裁",
    )  # fmt: skip
    assert officer.get(reverse("blanks")).context["ledgers"]
    assert not officer.get(reverse("blanks")).context["reports"]
    assert vietnamese.get(reverse("blanks")).context["reports"]
    assert (
        reverse("consultation_sheet", args=[talk.pk, "pdf"])
        in officer.get(reverse("advice")).content.decode()
    )
    for client, name, args in (
        (officer, "duty_ledger", ["2026-11"]),
        (vietnamese, "period_report", ["2026-h1"]),
        (officer, "consultation_sheet", [talk.pk]),
    ):
        for form, start in (("pdf", b"%PDF"), ("docx", b"PK")):
            assert client.get(reverse(name, args=[*args, form])).content.startswith(start)
        assert client.get(reverse(name, args=[*args, "exe"])).status_code == 404
    assert vietnamese.get(reverse("duty_ledger", args=["2026-11", "pdf"])).status_code == 404
    assert officer.get(reverse("period_report", args=["2026", "pdf"])).status_code == 404
    assert officer.get(reverse("duty_ledger", args=["2026-13", "pdf"])).status_code == 404
    assert vietnamese.get(reverse("consultation_sheet", args=[talk.pk, "pdf"])).status_code == 404
