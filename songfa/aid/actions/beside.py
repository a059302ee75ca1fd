"""Objections and complaints: raised by the applicant or for them, answered by the body that answers for it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from songfa.access.models import Unit
from songfa.access.policy import Actor, require
from songfa.aid.answering import above, levels, remedies, who_answers
from songfa.aid.holding import first_come, held, locked
from songfa.aid.issue import issue
from songfa.aid.models import Complaint, File, Objection
from songfa.audit.door import enter, first_time, keep_result, move, once
from songfa.rules.deciding import ComplaintGround
from songfa.rules.packs.read import load
from songfa.rules.problems import (
    ALREADY_RAISED,
    NO_FURTHER_LEVEL,
    NO_SUCH_REMEDY,
    REASON_UNKNOWN,
    TEXT_MISSING,
)
from songfa.rules.verbs import Verb

OBJECTION = "objection"


def _said(text: str) -> str:
    if not text.strip():
        raise TEXT_MISSING()  # noqa: RSE102 - a catalogue entry, not an exception class
    return text.strip()


def _placed(file: File, unit: Unit, at: datetime) -> dict[str, Any]:
    """Return the columns of a row beside a file: in its place, at the unit that answers."""
    return {
        "number": file.number, "pack": file.pack, "unit": unit, "area_id": file.area_id,
        "area_path": file.area_path, "created_at": at,
    }  # fmt: skip


def _answered(actor: Actor, text: str, at: datetime) -> dict[str, Any]:
    return {"answer": _said(text), "answered_at": at, "answered_by": actor.user}


# -- objections ---------------------------------------------------------------------------------------


@transaction.atomic
def object_to(
    *,
    actor: Actor,
    file: File,
    text: str,
    at: datetime,
    channel: str = "desk",
    token: UUID | None = None,
) -> Objection:
    """Object to a refusal or an end, to the body that set the agency up (cn: Law Art. 49).

    Raises NO_SUCH_REMEDY where no objection is open, ALREADY_RAISED while one waits for its answer, TEXT_MISSING.
    """
    before = once(token, at) if token else None
    if before is not None:
        return first_time(Objection, before)
    file = held(file)  # two at once: the second sees the first
    pack = load(file.pack)
    if OBJECTION not in {r.code for r in remedies(pack, file.state, pack.day(at))}:
        raise NO_SUCH_REMEDY(number=file.number)
    if Objection.objects.filter(file=file, state="raised").exists():
        raise ALREADY_RAISED(number=file.number)
    row = Objection(
        file_id=file.pk, against=file.state, text=_said(text), channel=channel,
        **_placed(file, above(file.unit), at),
    )  # fmt: skip
    enter(row, Verb.AID_OBJECT, actor=actor, at=at, file=str(file.pk), against=file.state)
    if token:
        keep_result(token, str(row.pk))
    return row


@transaction.atomic
def uphold(*, actor: Actor, objection: Objection, text: str, at: datetime) -> Objection:
    """Find the objection right and have the agency decide anew. Raises TEXT_MISSING, ALREADY_DONE."""
    row = _for_answer(actor, objection, Verb.AID_UPHOLD)
    row = move(row, Verb.AID_UPHOLD, actor=actor, at=at, **_answered(actor, text, at))
    file = _reopened(actor, row.file, at)
    issue(file, "objection_decision", at=at, office=row.unit)
    return row


@transaction.atomic
def dismiss(*, actor: Actor, objection: Objection, text: str, at: datetime) -> Objection:
    """Let the decision stand, with reasons. Raises TEXT_MISSING, ALREADY_DONE."""
    row = _for_answer(actor, objection, Verb.AID_DISMISS)
    row = move(row, Verb.AID_DISMISS, actor=actor, at=at, **_answered(actor, text, at))
    issue(row.file, "objection_decision", at=at, office=row.unit)
    return row


def _for_answer(actor: Actor, objection: Objection, verb: Verb) -> Objection:
    _hold_file(objection.file_id)
    row = locked(objection)
    require(actor, verb, row)
    first_come(row, verb)
    return row


def _reopened(actor: Actor, file: File, at: datetime) -> File:
    """Put a file back to be decided anew: nobody holds it, and what was decided stands in its history."""
    return move(
        held(file), Verb.AID_REOPEN, actor=actor, at=at, upheld=True, decided_at=None, decided_by=None,
        reasons=[], reasons_text="", closed_at=None, practitioner_id=None, held_by_id=None,
        assigned_at=None, missing_papers=[],
    )  # fmt: skip


# -- complaints ---------------------------------------------------------------------------------------


@transaction.atomic
def complain(
    *,
    actor: Actor,
    file: File,
    ground: str,
    text: str,
    at: datetime,
    channel: str = "desk",
    token: UUID | None = None,
) -> Complaint:
    """Complain about how a matter is handled, at the first level of the pack.

    Raises REASON_UNKNOWN for a ground that the pack does not have, TEXT_MISSING.
    """
    before = once(token, at) if token else None
    if before is not None:
        return first_time(Complaint, before)
    pack = load(file.pack)
    if ground not in pack.all(ComplaintGround, pack.day(at)):
        raise REASON_UNKNOWN(reason=ground)
    first = levels(pack, pack.day(at))[0]
    row = Complaint(
        file_id=file.pk, ground=ground, level=first.code, text=_said(text), channel=channel,
        **_placed(file, who_answers(file, first), at),
    )  # fmt: skip
    enter(row, Verb.AID_COMPLAIN, actor=actor, at=at, file=str(file.pk), ground=ground)
    if token:
        keep_result(token, str(row.pk))
    return row


@transaction.atomic
def take_up(*, actor: Actor, complaint: Complaint, at: datetime) -> Complaint:
    """Take a complaint up: it will be examined. Raises ALREADY_DONE."""
    row = _to_handle(actor, complaint, Verb.AID_TAKE_UP)
    return move(row, Verb.AID_TAKE_UP, actor=actor, at=at)


@transaction.atomic
def turn_down(*, actor: Actor, complaint: Complaint, text: str, at: datetime) -> Complaint:
    """Not take a complaint up, with reasons. Raises TEXT_MISSING, ALREADY_DONE."""
    row = _to_handle(actor, complaint, Verb.AID_TURN_DOWN)
    return move(row, Verb.AID_TURN_DOWN, actor=actor, at=at, **_answered(actor, text, at))


@transaction.atomic
def answer_complaint(
    *, actor: Actor, complaint: Complaint, text: str, upheld: bool = False, at: datetime
) -> Complaint:
    """Answer a complaint. One that is upheld has a refused or ended file decided anew where its procedure knows that.

    Raises TEXT_MISSING, ALREADY_DONE.
    """
    row = _to_handle(actor, complaint, Verb.AID_ANSWER_COMPLAINT)
    row = move(
        row, Verb.AID_ANSWER_COMPLAINT, actor=actor, at=at, detail={"upheld": upheld}, upheld=upheld,
        **_answered(actor, text, at),
    )  # fmt: skip
    file = row.file
    objected = OBJECTION in load(row.pack).versions_by_code("remedies")
    if upheld and not objected and Verb.AID_REOPEN in file.machine.verbs_from(file.state):
        _reopened(actor, file, at)
    return row


@transaction.atomic
def escalate(*, actor: Actor, complaint: Complaint, text: str, at: datetime) -> Complaint:
    """Take a complaint that was answered to the next level of the pack (vn: Law Art. 45(2)).

    Raises NO_FURTHER_LEVEL, TEXT_MISSING.
    """
    row = locked(complaint)
    require(actor, Verb.AID_ESCALATE, row)
    pack = load(row.pack)
    order = [level.code for level in levels(pack, pack.day(at))]
    place = order.index(row.level) + 1 if row.level in order else len(order)
    if place >= len(order):
        raise NO_FURTHER_LEVEL(number=row.number)
    further = levels(pack, pack.day(at))[place]
    told = f"{row.text}\n\n{_said(text)}"
    return move(
        row, Verb.AID_ESCALATE, actor=actor, at=at, detail={"level": further.code}, level=further.code,
        unit_id=_unit_of(row, further.by).pk, before=row.answer, text=told, answer="",
        answered_at=None, answered_by=None, upheld=False,
    )  # fmt: skip


def _unit_of(row: Complaint, by: str) -> Unit:
    return above(row.unit) if by == "above" else row.unit


def _hold_file(file_id: UUID) -> None:
    """Hold the file before what stands beside it, as everywhere. It may lie out of sight of who answers."""
    File.objects.select_for_update(no_key=True).filter(pk=file_id).first()


def _to_handle(actor: Actor, complaint: Complaint, verb: Verb) -> Complaint:
    _hold_file(complaint.file_id)
    row = locked(complaint)
    require(actor, verb, row)
    first_come(row, verb)
    return row
