"""Somebody else acts: the recipient asks for it, or the agency gives the file to another practitioner."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from songfa.access.policy import Actor, require
from songfa.aid.actions.assign import Choice, give
from songfa.aid.holding import first_come, held, locked
from songfa.aid.issue import issue
from songfa.aid.models import ChangeRequest, File
from songfa.audit.door import enter, first_time, keep_result, move, once
from songfa.rules.packs.read import load
from songfa.rules.problems import (
    ALREADY_RAISED,
    NO_SUCH_MOVE,
    TEXT_MISSING,
)
from songfa.rules.verbs import Verb


@transaction.atomic
def ask_change(
    *,
    actor: Actor,
    file: File,
    text: str,
    at: datetime,
    channel: str = "desk",
    token: UUID | None = None,
) -> ChangeRequest:
    """Ask for somebody else (cn: Law Art. 55; vn: Circular 12/2018 Art. 9(1), form 04).

    Raises NO_SUCH_MOVE where nobody acts, ALREADY_RAISED while a request waits for its answer, TEXT_MISSING.
    """
    before = once(token, at) if token else None
    if before is not None:
        return first_time(ChangeRequest, before)
    file = held(file)  # two at once: the second sees the first
    acting = file.practitioner
    if acting is None or Verb.AID_CHANGE_PROVIDER not in file.machine.verbs_from(file.state):
        raise NO_SUCH_MOVE(state=file.state, verb=Verb.AID_ASK_CHANGE)
    if not text.strip():
        raise TEXT_MISSING()  # noqa: RSE102 - a catalogue entry, not an exception class
    if ChangeRequest.objects.filter(file=file, state="asked").exists():
        raise ALREADY_RAISED(number=file.number)
    row = ChangeRequest(
        file_id=file.pk, of=acting, text=text.strip(), channel=channel, number=file.number,
        pack=file.pack, unit_id=file.unit_id, area_id=file.area_id, area_path=file.area_path, created_at=at,
    )  # fmt: skip
    enter(row, Verb.AID_ASK_CHANGE, actor=actor, at=at, file=str(file.pk))
    if token:
        keep_result(token, str(row.pk))
    return row


@transaction.atomic
def agree_change(
    *,
    actor: Actor,
    request: ChangeRequest,
    practitioner_id: UUID,
    text: str,
    at: datetime,
    set_aside: Collection[str] = (),
    why: str = "",
) -> ChangeRequest:
    """Agree, and give the file to somebody else at once. Raises as `reassign`, TEXT_MISSING and ALREADY_DONE."""
    held(request.file)  # before the request, as everywhere
    row = locked(request)
    require(actor, Verb.AID_AGREE_CHANGE, row)
    first_come(row, Verb.AID_AGREE_CHANGE)
    choice = Choice(practitioner_id, set_aside, why)
    give(
        actor=actor, file=row.file, verb=Verb.AID_CHANGE_PROVIDER, choice=choice, at=at, replaced=_said(text)
    )  # fmt: skip
    return move(
        row, Verb.AID_AGREE_CHANGE, actor=actor, at=at, answer=_said(text), answered_at=at,
        answered_by=actor.user, to_id=practitioner_id,
    )  # fmt: skip


@transaction.atomic
def refuse_change(
    *, actor: Actor, request: ChangeRequest, text: str, at: datetime
) -> ChangeRequest:
    """Let the practitioner act on, with reasons in writing. Raises TEXT_MISSING, ALREADY_DONE."""
    held(request.file)
    row = locked(request)
    require(actor, Verb.AID_REFUSE_CHANGE, row)
    first_come(row, Verb.AID_REFUSE_CHANGE)
    row = move(
        row, Verb.AID_REFUSE_CHANGE, actor=actor, at=at, answer=_said(text), answered_at=at,
        answered_by=actor.user,
    )  # fmt: skip
    # where the notice of a change is itself the appointment, a refusal has a letter of its own
    own = load(row.pack).versions("papers", "change_refusal")
    issue(row.file, "change_refusal" if own else "change_personnel_notice", at=at)
    return row


def _said(text: str) -> str:
    if not text.strip():
        raise TEXT_MISSING()  # noqa: RSE102 - a catalogue entry, not an exception class
    return text.strip()
