"""The work on a file: agreement, documents, hearings, money, the end, subsidies."""

import io
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, transaction

from songfa.access.policy import bound
from songfa.aid import actions
from songfa.aid.documents import catalogue, strays, vault
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
from songfa.audit.models import Line
from songfa.duties.models import Duty
from songfa.papers.uploads import Upload, fingerprint
from songfa.rules.problems import Problem
from tests.rooms.test_aid import LAND, WAGES
from tests.town import NOON, Town, build

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n"
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def assigned(town: Town, *, vn: bool = False) -> File:
    officer, unit = ("vn_officer", "vn_centre") if vn else ("officer", "centre")
    actor = town.actor(officer)
    file = actions.apply(
        actor=actor, unit=town.units[unit], application=LAND if vn else WAGES, at=NOON
    ).file
    actions.grant(actor=actor, file=file, at=NOON)
    helper = town.practitioners["vn_helper" if vn else "lawyer"]
    return actions.assign(actor=actor, file=file, practitioner_id=helper.pk, at=NOON)


@pytest.fixture
def file(town: Town) -> File:
    return assigned(town)


def closed(town: Town, file: File, **told: Any) -> File:
    facts = {"outcome": "won", "recovered": 100_00, "summary": "仲裁裁决支付工资。", **told}
    return actions.close(actor=town.actor("officer"), file=file, at=NOON + DAY, **facts)


def archived(town: Town) -> File:
    officer = town.actor("officer")
    file = closed(town, assigned(town))
    actions.hand_in(actor=officer, file=file, at=NOON + DAY, why_lacking="裁决书原件由仲裁委保管")
    return actions.archive(actor=officer, file=file, at=NOON + 2 * DAY)


def upload(town: Town, file: File, **told: Any) -> Document:
    facts = {"kind": "evidence", "upload": Upload("工资条 李小红.pdf", PDF), **told}
    return actions.add_document(actor=town.actor("lawyer"), file=file, at=NOON, **facts)


def open_duties(thing: Any) -> set[str]:
    rows = Duty.objects.filter(subject_id=thing.pk, ended_at=None)
    return set(rows.values_list("code", flat=True))


def stored() -> int:
    return sum(1 for _ in vault.stored(datetime.now(UTC) + DAY))


# -- the agreement ----------------------------------------------------------------------------------


def test_a_signed_agreement_meets_its_clock(town: Town, file: File) -> None:
    assert "sign_agreement" in open_duties(file)
    made = actions.sign_agreement(
        actor=town.actor("lawyer"), file=file, signed_on=NOON.date(), signed_by="recipient", at=NOON
    )
    assert "sign_agreement" not in open_duties(file)
    assert (made.signed_on, File.objects.get(pk=file.pk).state) == (NOON.date(), "under_way")


def test_a_hindrance_is_tried_again_by_a_day(town: Town, file: File) -> None:
    lawyer = town.actor("lawyer")
    actions.sign_agreement(
        actor=lawyer, file=file, hindrance="in_custody", again_on=date(2026, 11, 30), at=NOON
    )
    assert open_duties(file) == {"sign_agreement_later", "handle_case"}
    duty = Duty.objects.get(code="sign_agreement_later")
    assert duty.due_at is not None
    assert duty.due_at.astimezone(UTC).date() == date(2026, 11, 30)
    actions.sign_agreement(
        actor=lawyer, file=file, signed_on=NOON.date(), signed_by="guardian", at=NOON
    )
    assert open_duties(file) == {"handle_case"}
    assert Contract.objects.filter(file=file).count() == 2


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({}, "neither"),
        ({"signed_on": NOON.date(), "signed_by": "recipient", "hindrance": "ill"}, "both"),
        ({"signed_on": NOON.date() + DAY, "signed_by": "recipient"}, "future"),
        ({"signed_on": NOON.date() - DAY, "signed_by": "recipient"}, "before_assignment"),
        ({"signed_on": NOON.date(), "signed_by": "passer_by"}, "signer"),
        ({"hindrance": "no_mood", "again_on": NOON.date() + DAY}, "hindrance"),
        ({"hindrance": "ill"}, "again"),
        ({"hindrance": "ill", "again_on": NOON.date()}, "again"),
    ],
)
def test_an_agreement_that_cannot_be(
    town: Town, file: File, told: dict[str, Any], why: str
) -> None:
    with pytest.raises(Problem, match="agreement_impossible") as found:
        actions.sign_agreement(actor=town.actor("lawyer"), file=file, at=NOON, **told)
    assert found.value.facts["why"] == why
    assert not Contract.objects.exists()


def test_at_the_first_meeting_the_risks_are_told(town: Town, file: File) -> None:
    told: dict[str, Any] = {
        "done_on": NOON.date(), "minutes": 60, "kind": "first_meeting", "text": "", "at": NOON,
    }  # fmt: skip
    with pytest.raises(Problem) as found:
        actions.log(actor=town.actor("lawyer"), file=file, **told)
    assert found.value.facts["why"] == "risks"
    made = actions.log(actor=town.actor("lawyer"), file=file, risks_told=True, **told)
    assert made.risks_told
    with pytest.raises(Problem) as found:
        actions.log(actor=town.actor("lawyer"), file=file, **{**told, "kind": "progress"})
    assert found.value.facts["why"] == "note"


# -- documents --------------------------------------------------------------------------------------


def test_a_document_lies_encrypted_and_comes_back_whole(town: Town, file: File) -> None:
    made = upload(town, file)
    place = f"aid/{made.pk.hex[:2]}/{made.pk.hex}"
    with default_storage.open(place) as kept:
        assert b"%PDF" not in kept.read()
    with connection.cursor() as cursor:
        cursor.execute("select name from aid_document")
        assert "工资".encode() not in bytes(cursor.fetchone()[0])
    lines = Line.objects.filter(subject_id=file.pk, verb="aid.see").count()
    with bound(town.actor("lawyer")):
        assert actions.hand_out(actor=town.actor("lawyer"), document=made, at=NOON) == PDF
    assert Line.objects.filter(subject_id=file.pk, verb="aid.see").count() == lines + 1
    assert "工资条" not in str([line.detail for line in Line.objects.all()])


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (Upload("a.pdf", b""), "file_empty"),
        (Upload("a.pdf", b"MZ\x90\0 this is a program"), "evidence_kind"),
        (Upload("a.jpg", b"<script>alert(1)</script>"), "evidence_kind"),
        (Upload("a.pdf", PDF[:-8]), "document_incomplete"),
        (Upload("a.pdf", b"%PDF-1.4" + b"0" * (20 * 1024 * 1024) + b"%%EOF"), "evidence_large"),
    ],
)
def test_what_may_not_be_kept_leaves_nothing(
    town: Town, file: File, sent: Upload, code: str
) -> None:
    with pytest.raises(Problem, match=code):
        upload(town, file, upload=sent)
    assert not Document.objects.exists()
    assert stored() == 0


def test_another_fingerprint_than_the_sender_gave(town: Town, file: File) -> None:
    with pytest.raises(Problem, match="document_differs"):
        upload(town, file, sha256="0" * 64)
    assert upload(town, file, sha256=fingerprint(PDF).upper()).came_as == fingerprint(PDF)


@pytest.mark.parametrize(
    ("command", "code"), [("false", "document_unwanted"), ("no-such-scanner", "document_unscanned")]
)
def test_what_the_scanner_refuses_is_not_kept(
    town: Town, file: File, settings: Any, command: str, code: str
) -> None:
    settings.DOCUMENT_SCANNER = command
    with pytest.raises(Problem, match=code):
        upload(town, file)
    assert not Document.objects.exists()
    assert stored() == 0


def test_a_row_that_cannot_be_written_leaves_no_bytes(
    town: Town, file: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ConnectionError

    monkeypatch.setattr("songfa.aid.actions.documents.record", broken)
    with pytest.raises(ConnectionError), transaction.atomic():
        upload(town, file)
    assert not Document.objects.exists()
    assert stored() == 0


def test_bytes_of_a_broken_transaction_are_cleared(town: Town, file: File) -> None:
    kept = upload(town, file)
    with pytest.raises(ZeroDivisionError), transaction.atomic():  # noqa: PT012 - what fails is the transaction
        upload(town, file)
        raise ZeroDivisionError
    assert stored() == 2
    assert strays.clear(datetime.now(UTC) - DAY) == 0  # somebody may be sending still
    assert strays.clear(datetime.now(UTC) + DAY) == 1
    assert actions.hand_out(actor=town.actor("lawyer"), document=kept, at=NOON) == PDF


def test_bytes_in_anothers_place_are_refused(town: Town, file: File) -> None:
    one, two = upload(town, file), upload(town, file)
    places = [f"aid/{d.pk.hex[:2]}/{d.pk.hex}" for d in (one, two)]
    with default_storage.open(places[0]) as kept:
        data = kept.read()
    default_storage.delete(places[1])
    default_storage.save(places[1], io.BytesIO(data))
    with pytest.raises(Problem, match="document_gone"):
        actions.hand_out(actor=town.actor("lawyer"), document=two, at=NOON)


def test_removed_is_marked_and_stays(town: Town, file: File) -> None:
    made, lawyer = upload(town, file), town.actor("lawyer")
    with pytest.raises(Problem, match="reason_missing"):
        actions.remove_document(actor=lawyer, document=made, why=" ", at=NOON)
    actions.remove_document(actor=lawyer, document=made, why="传错了案件", at=NOON)
    with pytest.raises(Problem, match="not_found"):
        actions.remove_document(actor=lawyer, document=made, why="再删", at=NOON)
    assert Document.objects.get(pk=made.pk).removed_by == town.users["lawyer"]
    assert actions.hand_out(actor=lawyer, document=made, at=NOON) == PDF


def test_documents_follow_the_file_and_strangers_see_none(town: Town, file: File) -> None:
    made = upload(town, file)
    assert made.held_by == town.users["lawyer"]
    with bound(town.actor("stranger")):
        assert not Document.objects.exists()
    with pytest.raises(Problem, match="not_found"):
        actions.hand_out(actor=town.actor("stranger"), document=made, at=NOON)
    with pytest.raises(Problem, match="not_found"):
        actions.add_document(
            actor=town.actor("stranger"), file=file, kind="evidence", upload=Upload("a.pdf", PDF), at=NOON
        )  # fmt: skip


# -- hearings ---------------------------------------------------------------------------------------


def hearing(town: Town, file: File, days: float = 7, hours: float = 2, **told: Any) -> Hearing:
    facts = {"kind": "arbitration", "starts_at": NOON + days * DAY, **told}
    facts["ends_at"] = facts["starts_at"] + timedelta(hours=hours)
    return actions.set_hearing(actor=town.actor("lawyer"), file=file, at=NOON, **facts)


def test_a_hearing_is_owed_until_it_was_held(town: Town, file: File) -> None:
    made, lawyer = hearing(town, file), town.actor("lawyer")
    duty = Duty.objects.get(subject_id=made.pk)
    assert (duty.code, duty.due_at, duty.held_by) == (
        "attend_hearing", made.starts_at, town.users["lawyer"],
    )  # fmt: skip
    later = made.starts_at + 3 * DAY
    actions.move_hearing(
        actor=lawyer, hearing=made, starts_at=later, ends_at=later + timedelta(hours=1), at=NOON
    )
    assert [d.due_at for d in Duty.objects.filter(subject_id=made.pk, ended_at=None)] == [later]
    row = Hearing.objects.get(pk=made.pk)
    with pytest.raises(Problem) as early:
        actions.hold_hearing(actor=lawyer, hearing=row, result="开庭", at=NOON)
    assert early.value.facts["why"] == "early"
    actions.hold_hearing(actor=lawyer, hearing=row, result="开庭审理，未当庭裁决", at=later)
    assert open_duties(made) == set()
    with pytest.raises(Problem, match="already_done"):
        actions.call_off_hearing(actor=lawyer, hearing=row, why="x", at=later)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"kind": "party"}, "kind"),
        ({"interpreter": "klingon"}, "interpreter"),
        ({"hours": 0}, "length"),
        ({"hours": 24 * 6}, "length"),
        ({"days": 366 * 6}, "far"),
        ({"days": -40}, "far"),
    ],
)
def test_a_hearing_that_cannot_be(town: Town, file: File, told: dict[str, Any], why: str) -> None:
    with pytest.raises(Problem, match="hearing_impossible") as found:
        hearing(town, file, **told)
    assert found.value.facts["why"] == why


def test_a_closed_file_has_no_hearing_to_come(town: Town, file: File) -> None:
    made = hearing(town, file)
    closed(town, file)
    assert Hearing.objects.get(pk=made.pk).state == "called_off"
    assert open_duties(made) == set()


@pytest.mark.parametrize(
    ("act", "facts"),
    [
        ("withdraw", {"reason": "requested"}),
        ("terminate", {"reasons": ["recipient_asks"], "text": "本人要求"}),
    ],
)
def test_a_file_cut_short_has_no_hearing_to_come(
    town: Town, file: File, act: str, facts: dict[str, Any]
) -> None:
    made = hearing(town, file)
    getattr(actions, act)(actor=town.actor("officer"), file=file, at=NOON, **facts)
    assert Hearing.objects.get(pk=made.pk).state == "called_off"
    assert open_duties(made) == set()


def test_a_file_given_back_takes_its_hearing_from_the_practitioner(town: Town, file: File) -> None:
    made, lawyer = hearing(town, file), town.actor("lawyer")
    actions.decline(actor=lawyer, file=file, reason="too_much_work", text="", at=NOON)
    with bound(lawyer):
        assert not Hearing.objects.filter(pk=made.pk).exists()
    assert Hearing.objects.get(pk=made.pk).held_by is None
    assert {duty.held_by_id for duty in Duty.objects.filter(subject_id=made.pk)} == {None}


# -- money ------------------------------------------------------------------------------------------


def enter(town: Town, file: File, kind: str, amount: int, **told: Any) -> Money:
    return actions.enter_money(
        actor=town.actor("lawyer"), file=file, kind=kind, amount=amount, on=NOON.date(), at=NOON, **told
    )  # fmt: skip


def test_recovered_is_the_sum_of_what_was_obtained(town: Town, file: File) -> None:
    enter(town, file, "claimed", 900_00)
    assert File.objects.get(pk=file.pk).recovered is None
    first = enter(town, file, "obtained", 300_00)
    enter(town, file, "obtained", 450_50)
    assert File.objects.get(pk=file.pk).recovered == 750_50
    actions.take_out_money(actor=town.actor("lawyer"), money=first, why="重复录入", at=NOON)
    assert File.objects.get(pk=file.pk).recovered == 450_50
    with pytest.raises(Problem, match="money_differs"):
        closed(town, file, recovered=1)
    assert closed(town, file, recovered=None).recovered == 450_50


def test_an_amount_told_at_the_end_becomes_an_entry(town: Town, file: File) -> None:
    row = closed(town, file, recovered=100_00)
    assert [m.amount for m in Money.objects.filter(file=row, kind="obtained")] == [100_00]
    enter(town, row, "obtained", 50_00)  # paid after the file was closed
    assert File.objects.get(pk=row.pk).recovered == 150_00


@pytest.mark.parametrize(
    ("kind", "amount", "told", "code"),
    [
        ("obtained", 0, {}, "amount_invalid"),
        ("obtained", 10**15 + 1, {}, "amount_invalid"),
        ("stolen", 1, {}, "code_unknown"),
        ("expense", 1, {}, "code_unknown"),
        ("expense", 1, {"purpose": "banquet"}, "code_unknown"),
        ("claimed", 1, {"purpose": "travel"}, "code_unknown"),
    ],
)
def test_money_that_cannot_be(
    town: Town, file: File, kind: str, amount: int, told: dict[str, Any], code: str
) -> None:
    with pytest.raises(Problem, match=code):
        enter(town, file, kind, amount, **told)


def test_a_receipt_is_a_document_of_the_same_file(town: Town, file: File) -> None:
    other = upload(town, assigned(town), kind="receipt")
    with pytest.raises(Problem, match="not_found"):
        enter(town, file, "expense", 100, purpose="travel", receipt=other)
    own = upload(town, file, kind="receipt")
    assert enter(town, file, "expense", 100, purpose="travel", receipt=own).receipt == own


def test_the_database_knows_no_empty_amount(town: Town, file: File) -> None:
    row = enter(town, file, "expense", 100, purpose="travel")
    for wrong in ({"amount": 0}, {"purpose": ""}, {"kind": "stolen"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Money.objects.filter(pk=row.pk).update(**wrong)


# -- the end ----------------------------------------------------------------------------------------


def test_a_closing_report_says_at_once_what_it_lacks(town: Town, file: File) -> None:
    with pytest.raises(Problem, match="parts_missing") as found:
        closed(town, file, summary=" ")
    assert found.value.facts["parts"] == "process"
    for wrong, why in ((NOON.date() + 9 * DAY, "future"), (date(2026, 11, 1), "before_receipt")):
        with pytest.raises(Problem) as found:
            closed(town, file, ended_on=wrong)
        assert found.value.facts["why"] == why
    row = closed(town, file, ended_on=NOON.date(), ended_by="award_received")
    assert (row.ended_on, row.ended_by) == (NOON.date(), "award_received")


def test_all_that_a_file_lacks_is_named_at_once(town: Town, file: File) -> None:
    row, lawyer = closed(town, file), town.actor("lawyer")
    with pytest.raises(Problem, match="parts_missing") as found:
        actions.hand_in(actor=lawyer, file=row, at=NOON + DAY)
    assert found.value.facts["parts"] == "agreement, first_meeting, work, award"
    upload(town, row, kind="award")
    upload(town, row, kind="agreement")
    actions.hand_in(actor=lawyer, file=row, at=NOON + DAY, why_lacking="首次会见由前任律师进行")
    assert Handover.objects.get().lacking == ["first_meeting", "work"]


def test_vietnam_demands_the_opinion_slip_and_appraises_before_the_archive(town: Town) -> None:
    file, officer = assigned(town, vn=True), town.actor("vn_officer")
    row = actions.close(
        actor=officer, file=file, outcome="won", recovered=None, summary="Tòa án chấp nhận yêu cầu.", at=NOON
    )  # fmt: skip
    with pytest.raises(Problem) as found:
        actions.hand_in(actor=officer, file=row, at=NOON)
    assert "opinion_slip" in found.value.facts["parts"]
    row = actions.hand_in(
        actor=officer, file=row, at=NOON, why_lacking="Người được trợ giúp đã mất"
    )
    assert open_duties(row) == {"appraise_file"}
    actions.archive(actor=officer, file=row, at=NOON)
    assert open_duties(row) == set()


def test_sent_back_completed_and_archived_with_its_catalogue(town: Town, file: File) -> None:
    officer, row = town.actor("officer"), closed(town, file)
    upload(town, row, kind="award")
    gone = upload(town, row, kind="other")
    actions.remove_document(actor=officer, document=gone, why="重复", at=NOON)
    actions.hand_in(actor=officer, file=row, at=NOON + DAY, why_lacking="-")
    assert "check_file" in open_duties(row)
    with pytest.raises(Problem, match="reason_missing"):
        actions.return_file(actor=officer, file=row, reasons="", at=NOON + DAY)
    row = actions.return_file(actor=officer, file=row, reasons="缺会见笔录", at=NOON + DAY)
    assert (row.state, row.handed_in_at) == ("closed", None)
    assert "hand_in_file" in open_duties(row)
    actions.hand_in(actor=officer, file=row, at=NOON + 2 * DAY, why_lacking="-")
    row = actions.archive(actor=officer, file=row, at=NOON + 3 * DAY)
    assert (row.state, row.archive_number) == ("archived", "（桦）援档字[2026]第1号")
    first, last = Handover.objects.filter(file=row).order_by("created_at")
    assert (first.sent_back, first.reasons, last.sent_back) == (True, "缺会见笔录", False)
    entries = catalogue.opened(last.catalogue)
    assert entries[-1].kind == "award"
    assert {e.kind for e in entries[:2]} == {"grant", "assignment"}
    assert [e.n for e in entries] == [1, 2, 3, 4]
    assert [e.first for e in entries] == [1, 2, 3, 4]
    assert open_duties(row) == set()
    for act in (
        lambda: upload(town, row),
        lambda: enter(town, row, "obtained", 1),
        lambda: hearing(town, row),
    ):
        with pytest.raises(Problem, match="file_kept_no_more"):
            act()


def test_archive_numbers_have_no_gap(town: Town) -> None:
    assert [archived(town).archive_number[-3:] for _ in range(2)] == ["第1号", "第2号"]


# -- subsidies --------------------------------------------------------------------------------------


def claim(town: Town, who: str = "lawyer") -> SubsidyClaim:
    return actions.claim_subsidy(actor=town.actor(who), file=archived(town), at=NOON + 3 * DAY)


def test_a_claim_is_reckoned_from_the_rates_and_the_receipts(town: Town, file: File) -> None:
    enter(town, file, "expense", 123_00, purpose="travel")
    enter(town, file, "expense", 9_00, purpose="copying")
    row = closed(town, file)
    with pytest.raises(Problem, match="subsidy_too_early"):
        actions.claim_subsidy(actor=town.actor("lawyer"), file=row, at=NOON)
    actions.hand_in(actor=town.actor("lawyer"), file=row, at=NOON + DAY, why_lacking="-")
    made = actions.claim_subsidy(actor=town.actor("lawyer"), file=row, at=NOON + DAY)
    assert [(x["code"], x["amount"], x["status"]) for x in made.lines] == [
        ("case", 1354_00, "unconfirmed"), ("travel", 123_00, "unconfirmed"),
    ]  # fmt: skip
    assert (made.total, made.on, open_duties(made)) == (
        1477_00, (NOON + DAY).date(), {"approve_subsidy"},
    )  # fmt: skip
    with pytest.raises(Problem, match="subsidy_claimed"):
        actions.claim_subsidy(actor=town.actor("lawyer"), file=row, at=NOON + DAY)
    with pytest.raises(Problem, match="subsidy_too_early"):  # the file was not checked yet
        actions.approve_subsidy(actor=town.actor("head"), claim=made, at=NOON + DAY)


def test_vietnam_has_no_rate_to_go_by(town: Town) -> None:
    file, officer = assigned(town, vn=True), town.actor("vn_officer")
    row = actions.close(
        actor=officer, file=file, outcome="won", recovered=None, summary="Xong.", at=NOON
    )
    row = actions.hand_in(actor=officer, file=row, at=NOON, why_lacking="-")
    with pytest.raises(Problem, match="subsidy_no_rate"):
        actions.claim_subsidy(actor=officer, file=row, at=NOON)


def test_nobody_approves_their_own_claim(town: Town) -> None:
    made = claim(town, "head")
    with pytest.raises(Problem, match="subsidy_own"):
        actions.approve_subsidy(actor=town.actor("head"), claim=made, at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        SubsidyClaim.objects.filter(pk=made.pk).update(approved_by=town.users["head"])
    with pytest.raises(Problem, match="not_allowed"):
        actions.approve_subsidy(actor=town.actor("officer"), claim=made, at=NOON)


def test_a_claim_sent_back_is_claimed_again(town: Town) -> None:
    made, head = claim(town), town.actor("head")
    with pytest.raises(Problem, match="reason_missing"):
        actions.return_subsidy(actor=head, claim=made, reason="", at=NOON)
    back = actions.return_subsidy(actor=head, claim=made, reason="差旅票据不清", at=NOON)
    assert (back.state, open_duties(made)) == ("returned", {"correct_subsidy"})
    again = actions.claim_subsidy(actor=town.actor("lawyer"), file=made.file, at=NOON + 4 * DAY)
    assert (again.pk, again.state, again.answer) == (made.pk, "claimed", "")
    assert open_duties(made) == {"approve_subsidy"}


def approved(town: Town) -> SubsidyClaim:
    return actions.approve_subsidy(actor=town.actor("head"), claim=claim(town), at=NOON + 4 * DAY)


def test_a_batch_is_paid_once(town: Town) -> None:
    rows, head = [approved(town), approved(town)], town.actor("head")
    waiting = claim(town)
    with pytest.raises(Problem, match="no_such_move"), transaction.atomic():
        actions.pay_subsidies(actor=head, claims=[rows[0].pk, waiting.pk], at=NOON)
    assert not SubsidyBatch.objects.exists()
    batch = actions.pay_subsidies(actor=head, claims=[r.pk for r in rows], at=NOON + 5 * DAY)
    assert (batch.claims_n, batch.total, batch.number) == (2, 2708_00, "（桦）援补[2026]第1批")
    assert {c.state for c in batch.claims.all()} == {"paid"}
    assert all(open_duties(r) == set() for r in rows)
    with pytest.raises(Problem, match="no_such_move"), transaction.atomic():
        actions.pay_subsidies(actor=head, claims=[rows[0].pk], at=NOON + 5 * DAY)
    nobody: list[UUID] = []
    for wrong, why in ((nobody, "none"),):
        with pytest.raises(Problem, match="subsidy_mixed") as found:
            actions.pay_subsidies(actor=head, claims=wrong, at=NOON)
        assert found.value.facts["why"] == why
    with pytest.raises(IntegrityError), transaction.atomic():
        SubsidyClaim.objects.filter(pk=rows[0].pk).update(batch=None)


def together(*acts: Callable[[], object]) -> list[str]:
    """Do acts at the same time, each on a connection of its own; return what went wrong with each."""
    gate, told = threading.Barrier(len(acts)), [""] * len(acts)

    def run(n: int) -> None:
        gate.wait()
        try:
            acts[n]()
        except Problem as problem:
            told[n] = problem.code
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(n,)) for n in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


@pytest.mark.django_db(transaction=True)
def test_two_who_pay_at_once_pay_once(settings: Any, django_db_serialized_rollback: None) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    town = build()
    rows = [approved(town), approved(town)]
    head = town.actor("head")

    def pay() -> None:
        actions.pay_subsidies(actor=head, claims=[r.pk for r in rows], at=NOON + 5 * DAY)

    assert sorted(together(pay, pay)) == ["", "no_such_move"]
    batch = SubsidyBatch.objects.get()
    assert batch.number == "（桦）援补[2026]第1批"
    assert SubsidyClaim.objects.filter(batch=batch, state="paid").count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_who_claim_at_once_claim_once(
    settings: Any, django_db_serialized_rollback: None
) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    town = build()
    file, lawyer = archived(town), town.actor("lawyer")

    def ask() -> None:
        actions.claim_subsidy(actor=lawyer, file=file, at=NOON + 5 * DAY)

    assert sorted(together(ask, ask)) == ["", "subsidy_claimed"]
    assert SubsidyClaim.objects.count() == 1


@pytest.mark.parametrize("vn", [False, True])
def test_the_period_to_hand_in_runs_from_the_day_on_which_the_case_ended(
    town: Town, vn: bool
) -> None:
    file = assigned(town, vn=vn)
    officer, ended = town.actor("vn_officer" if vn else "officer"), NOON.date() + 2 * DAY
    late = NOON + 12 * DAY
    row = actions.close(
        actor=officer, file=file, at=late, outcome="won", recovered=100_00, summary="胜诉。", ended_on=ended,
    )  # fmt: skip
    code = "hand_over_file" if vn else "hand_in_file"
    duty = Duty.objects.get(subject_id=row.pk, code=code)
    assert duty.due_at is not None
    zone = ZoneInfo("Asia/Ho_Chi_Minh" if vn else "Asia/Shanghai")
    assert duty.due_at.astimezone(zone).date() == ended + 30 * DAY
    # it is owed since the report, and what was met then was met then
    assert duty.opened_at == late
    assert not Duty.objects.filter(subject_id=row.pk, ended_at__lt=NOON).exists()
    # a file that is sent back has its period from that day
    actions.hand_in(actor=officer, file=row, at=late, why_lacking="-")
    back = late + 3 * DAY
    actions.return_file(actor=officer, file=row, reasons="缺庭审笔录", at=back)
    again = Duty.objects.get(subject_id=row.pk, code=code, ended_at=None)
    assert again.due_at is not None
    assert again.due_at.astimezone(zone).date() == back.astimezone(zone).date() + 30 * DAY
