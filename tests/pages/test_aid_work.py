"""The pages and the API of the work on a file: what a person at the desk fills in, and what comes of it."""

import io
import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from python_calamine import CalamineWorkbook

from songfa.aid import actions
from songfa.aid.models import (
    Contract,
    Document,
    File,
    Handover,
    Hearing,
    Money,
    SubsidyBatch,
    SubsidyClaim,
)
from tests.rooms.test_aid_work import PDF, approved, archived, assigned, closed, hearing
from tests.town import NOON, Town


@pytest.fixture(autouse=True)
def chinese(settings: Any, tmp_path: Any) -> Any:
    settings.MEDIA_ROOT = tmp_path
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def file(town: Town) -> File:
    return assigned(town)


def enter(town: Town, who: str) -> Client:
    client = Client()
    client.force_login(town.users[who], backend="django.contrib.auth.backends.ModelBackend")
    return client


def day(name: str, at: Any) -> dict[str, str]:
    return {
        f"{name}-year": str(at.year),
        f"{name}-month": str(at.month),
        f"{name}-day": str(at.day),
    }


def send(client: Client, route: str, row: Any, **told: Any) -> Any:
    return client.post(reverse(route, args=[row.pk]), told)


def act(client: Client, file: File, verb: str, **told: Any) -> Any:
    return client.post(reverse("file_act", args=[file.pk, verb]), told)


def test_an_agreement_is_entered_and_shown(town: Town, file: File) -> None:
    lawyer = enter(town, "lawyer")
    page = act(lawyer, file, "sign_agreement", way="signed").content.decode()
    assert "请填写签订日期" in page
    assert "请选择签字人" in page
    page = act(lawyer, file, "sign_agreement", way="hindered", hindrance="ill").content.decode()
    assert "180" in page
    answer = act(
        lawyer,
        file,
        "sign_agreement",
        way="signed",
        signed_by="recipient",
        **day("signed_on", NOON),
    )
    assert answer.status_code == 302
    assert Contract.objects.get().signed_by == "recipient"
    assert "协议已签订" in lawyer.get(reverse("file", args=[file.pk])).content.decode()


def test_a_document_goes_on_the_file_and_comes_back(town: Town, file: File) -> None:
    lawyer = enter(town, "lawyer")
    sent = {"kind": "evidence", "upload": SimpleUploadedFile("../工资条.pdf", PDF), "whole": "1"}
    assert send(lawyer, "file_document_new", file, **sent).status_code == 302
    made = Document.objects.get()
    assert made.name == "工资条.pdf"
    page = lawyer.get(reverse("file", args=[file.pk])).content.decode()
    assert "工资条.pdf" in page
    answer = lawyer.get(reverse("document", args=[made.pk]))
    assert answer.content == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert enter(town, "stranger").get(reverse("document", args=[made.pk])).status_code == 404
    assert send(lawyer, "document_remove", made, reason="传错").status_code == 302
    assert "传错" in lawyer.get(reverse("file", args=[file.pk])).content.decode()


@pytest.mark.parametrize(
    ("name", "data", "whole", "said"),
    [
        ("a.pdf", PDF, "", "没有传完"),
        ("a.pdf", PDF[:-6], "1", "没有传完"),
        ("a.exe", b"MZ", "1", "a.exe"),
        ("a.pdf", b"", "1", "请选择要上传的文件"),
    ],
)
def test_what_is_refused_says_why(
    town: Town, file: File, name: str, data: bytes, whole: str, said: str
) -> None:
    sent = {"kind": "evidence", "upload": SimpleUploadedFile(name, data), "whole": whole}
    answer = send(enter(town, "lawyer"), "file_document_new", file, **sent)
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not Document.objects.exists()


def test_a_hearing_is_entered_in_local_time_and_clashes_are_shown(town: Town, file: File) -> None:
    lawyer, then = enter(town, "lawyer"), timezone.now() + timedelta(days=20)
    told = {"kind": "trial", "clock": "9时30分", "length": "120", "organ": "桦南县人民法院"}
    told |= day("day", then)
    for _ in range(2):
        assert send(lawyer, "file_hearing_new", file, **told).status_code == 302
    made = Hearing.objects.first()
    assert made is not None
    assert f"{made.starts_at:%H:%M}" == "01:30"  # UTC
    assert "时间冲突" in lawyer.get(reverse("hearing", args=[made.pk])).content.decode()
    page = lawyer.get(reverse("calendar"), {"month": f"{then:%Y-%m}"}).content.decode()
    assert "09:30" in page
    assert "时间冲突" in page
    feed = lawyer.get(reverse("calendar_ics"))
    assert feed["Content-Type"].startswith("text/calendar")
    assert feed.content.count(b"BEGIN:VEVENT") == 2
    assert "李小红" not in feed.content.decode()
    page = send(lawyer, "file_hearing_new", file, **{**told, "clock": "25:00"}).content.decode()
    assert "例如 9:30" in page


def test_a_deadline_ends_with_its_day(town: Town, file: File) -> None:
    then = timezone.now() + timedelta(days=20)
    told = {"kind": "appeal_deadline", "length": "120", **day("day", then)}
    assert send(enter(town, "lawyer"), "file_hearing_new", file, **told).status_code == 302
    assert f"{Hearing.objects.get().ends_at:%H:%M}" == "15:59"


@pytest.mark.parametrize("asked", ["", "2026-13", "x", "0001-01", "９９９９-01", "2026-11-01"])
def test_an_odd_month_is_this_month(town: Town, asked: str) -> None:
    assert enter(town, "officer").get(reverse("calendar"), {"month": asked}).status_code == 200


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "March 2026"), ("zh-hans", "2026年3月"), ("vi", "Tháng 3/2026")],
)
def test_a_month_has_its_name(town: Town, language: str, said: str) -> None:
    with translation.override(language):
        page = enter(town, "officer").get(reverse("calendar"), {"month": "2026-03"})
    assert said in page.content.decode()


def test_a_hearing_is_moved_and_held(town: Town, file: File) -> None:
    lawyer, made = enter(town, "lawyer"), hearing(town, file)
    then = timezone.now() + timedelta(days=30)
    told = {"clock": "14:00", "length": "60", **day("day", then)}
    assert send(lawyer, "hearing_move", made, **told).status_code == 302
    assert send(lawyer, "hearing_hold", made, reason="已开庭").status_code == 400  # too early
    assert send(lawyer, "hearing_off", made, reason="").status_code == 400
    assert send(lawyer, "hearing_off", made, reason="对方撤诉").status_code == 302
    assert Hearing.objects.get().state == "called_off"


@pytest.mark.parametrize(
    ("written", "minor"),
    [("36,000.50", 3_600_050), ("¥ 1 200", 120_000), ("１２００元", 120_000)],
)
def test_amounts_with_separators(town: Town, file: File, written: str, minor: int) -> None:
    told = {"kind": "obtained", "amount": written, **day("on", NOON)}
    assert send(enter(town, "lawyer"), "file_money_new", file, **told).status_code == 302
    assert Money.objects.get().amount == minor
    assert File.objects.get(pk=file.pk).recovered == minor


def test_a_form_pressed_twice_acts_once_and_other_words_are_new(town: Town, file: File) -> None:
    client = enter(town, "lawyer")
    page = client.get(reverse("file_money_new", args=[file.pk])).content.decode()
    (press,) = re.findall(r'name="press" value="([0-9a-f-]{36})"', page)
    told = {"kind": "obtained", "amount": "100", "note": "", **day("on", NOON), "press": press}
    refused = send(client, "file_money_new", file, **{**told, "amount": "many"})
    assert refused.status_code == 400
    ways = {send(client, "file_money_new", file, **told)["Location"] for _ in range(2)}
    assert ways == {reverse("file", args=[file.pk])}
    assert Money.objects.count() == 1
    send(
        client, "file_money_new", file, **{**told, "amount": "200"}
    )  # somebody went back and wrote another
    assert Money.objects.count() == 2
    # the number of a form is worth nothing to another person, nor on another page
    enter(town, "officer").post(reverse("file_money_new", args=[file.pk]), told)
    assert Money.objects.count() == 3


def test_an_expense_says_what_for(town: Town, file: File) -> None:
    lawyer = enter(town, "lawyer")
    told = {"kind": "expense", "amount": "12.5", **day("on", NOON)}
    assert "请选择支出用途" in send(lawyer, "file_money_new", file, **told).content.decode()
    assert send(lawyer, "file_money_new", file, purpose="travel", **told).status_code == 302
    assert send(lawyer, "file_money_new", file, **{**told, "amount": "-3"}).status_code == 400


def test_what_a_closing_report_lacks_stands_on_its_page(town: Town, file: File) -> None:
    lawyer = enter(town, "lawyer")
    page = lawyer.get(reverse("file_act", args=[file.pk, "close"])).content.decode()
    for part in ("承办过程", "委托代理协议", "首次会见", "缺少"):
        assert part in page
    answer = act(lawyer, file, "close", outcome="won")
    assert "还缺少：承办过程" in answer.content.decode()
    told = {"outcome": "won", "summary": "裁决支付。", "ended_by": "award_received"}
    told |= day("ended_on", NOON)
    assert act(lawyer, file, "close", **told).status_code == 302
    page = lawyer.get(reverse("file_act", args=[file.pk, "hand_in"])).content.decode()
    assert "仲裁裁决书" in page
    assert act(lawyer, file, "hand_in").status_code == 200
    assert act(lawyer, file, "hand_in", why_lacking="原件在仲裁委").status_code == 302
    officer = enter(town, "officer")
    assert act(officer, file, "return_file", reason="缺会见笔录").status_code == 302
    assert "缺会见笔录" in lawyer.get(reverse("file", args=[file.pk])).content.decode()
    assert act(lawyer, file, "hand_in", why_lacking="-").status_code == 302
    assert act(officer, file, "archive").status_code == 302
    page = officer.get(reverse("file_catalogue", args=[file.pk])).content.decode()
    assert "援档字" in page
    assert Handover.objects.count() == 2


def test_from_the_claim_to_the_payment_file(town: Town) -> None:
    file, lawyer, head = archived(town), enter(town, "lawyer"), enter(town, "head")
    page = lawyer.get(reverse("file_subsidy", args=[file.pk])).content.decode()
    assert "1,354元" in page
    assert "标准未核实" in page
    assert send(lawyer, "file_subsidy", file).status_code == 302
    claim = SubsidyClaim.objects.get()
    assert send(lawyer, "subsidy_approve", claim).status_code == 403
    assert send(head, "subsidy_approve", claim).status_code == 302
    assert "checkbox" in head.get(reverse("subsidies"), {"state": "approved"}).content.decode()
    answer = head.post(reverse("subsidies_pay"), {"claim": [str(claim.pk), "x"]})
    assert answer.status_code == 302
    batch = SubsidyBatch.objects.get()
    assert head.post(reverse("subsidies_pay"), {"claim": [str(claim.pk)]}).status_code == 409
    sheet = head.get(reverse("subsidy_batch_xlsx", args=[batch.pk]))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(sheet.content)).get_sheet_by_index(0).to_python()  # fmt: skip
    assert rows[3][2] == "何平"
    assert [r[-1] for r in rows[3:]] == [1354.0, 1354.0]
    assert batch.number in head.get(reverse("subsidies"), {"state": "paid"}).content.decode()
    assert lawyer.get(reverse("subsidy_batch", args=[batch.pk])).status_code == 403


def test_a_file_not_handed_in_says_why_nothing_is_claimed(town: Town, file: File) -> None:
    lawyer = enter(town, "lawyer")
    assert "提交后才能申请" in lawyer.get(reverse("file_subsidy", args=[file.pk])).content.decode()
    assert send(lawyer, "file_subsidy", file).status_code == 409


# -- the API ----------------------------------------------------------------------------------------


def api(client: Client, path: str, told: dict[str, Any] | None = None, status: int = 200) -> Any:
    sent: dict[str, Any] = {"content_type": "application/json"}
    place = f"/api/v1{path}"
    answer = client.get(place) if told is None else client.post(place, json.dumps(told), **sent)
    assert answer.status_code == status, answer.content
    return answer.json()


def test_the_api_does_the_same(town: Town, file: File) -> None:
    lawyer, here = enter(town, "lawyer"), f"/files/{file.pk}"
    told = {"kind": "award", "upload": SimpleUploadedFile("a.pdf", PDF), "sha256": "0" * 64}
    assert lawyer.post(f"/api/v1{here}/documents", told).json()["code"] == "document_differs"
    told = {"kind": "award", "upload": SimpleUploadedFile("a.pdf", PDF)}
    made = lawyer.post(f"/api/v1{here}/documents", told)
    assert made.status_code == 201, made.content
    assert lawyer.get(f"/api/v1/documents/{made.json()['id']}").content == PDF
    assert api(lawyer, f"/documents/{made.json()['id']}/remove", {"why": "错"})["removed_at"]
    assert len(api(lawyer, f"{here}/documents")) == 1
    then = (timezone.now() + timedelta(days=9)).isoformat()
    late = (timezone.now() + timedelta(days=9, hours=1)).isoformat()
    seat = {"kind": "trial", "starts_at": then, "ends_at": late}
    first = api(lawyer, f"{here}/hearings", seat, 201)
    second = api(lawyer, f"{here}/hearings", seat, 201)
    assert second["clashes"] == [first["id"]]
    off = api(lawyer, f"/hearings/{first['id']}/acts", {"act": "call_off", "text": "撤"})
    assert off["state"] == "called_off"
    early = api(lawyer, f"/hearings/{second['id']}/acts", {"act": "hold", "text": "x"}, 400)
    assert early["facts"]["why"] == "early"
    row = api(lawyer, f"{here}/money", {"kind": "obtained", "amount": 500, "on": "2026-11-18"}, 201)
    assert api(lawyer, here)["recovered"] == 500
    assert api(lawyer, f"/money/{row['id']}/take-out", {"why": "错"})["removed_at"]
    signed = {"verb": "aid.sign_agreement", "signed_on": "2026-11-18", "signed_by": "recipient"}
    assert api(lawyer, f"{here}/moves", signed)["state"] == "under_way"
    bad = {"verb": "aid.close", "outcome": "won"}
    assert api(lawyer, f"{here}/moves", bad, 400)["code"] == "parts_missing"


def test_the_api_pays_once(town: Town) -> None:
    head, claim = enter(town, "head"), approved(town)
    assert [c["id"] for c in api(head, "/subsidies?state=approved")] == [str(claim.pk)]
    batch = api(head, "/subsidies/pay", {"claims": [str(claim.pk)]}, 201)
    assert batch["claims_n"] == 1
    assert api(head, "/subsidies/pay", {"claims": [str(claim.pk)]}, 409)["code"] == "no_such_move"
    other = closed(town, assigned(town))
    actions.hand_in(actor=town.actor("lawyer"), file=other, at=NOON + timedelta(days=1), why_lacking="-")  # fmt: skip
    fresh = api(enter(town, "lawyer"), f"/files/{other.pk}/subsidy", {}, 201)
    answer = api(head, f"/subsidies/{fresh['id']}/acts", {"act": "return", "reason": "票据"})
    assert answer["state"] == "returned"
