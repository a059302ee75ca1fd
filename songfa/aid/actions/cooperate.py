"""Another agency is asked to look into something, and answers."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from songfa.access.models import Unit
from songfa.access.policy import Actor, bound, require
from songfa.aid.door.offices import by_id
from songfa.aid.holding import first_come, held, locked
from songfa.aid.issue import issue
from songfa.aid.models import Cooperation, File
from songfa.audit.door import enter, first_time, hold_chains, keep_result, move, once
from songfa.rules.packs.read import load
from songfa.rules.problems import RECEIVER_MISSING, SAME_UNIT, TEXT_MISSING
from songfa.rules.verbs import Verb


@transaction.atomic
def cooperate(
    *,
    actor: Actor,
    file: File,
    text: str,
    at: datetime,
    unit_id: UUID | None = None,
    body: str = "",
    token: UUID | None = None,
) -> Cooperation:
    """Ask another unit, which gets the question into its own inbox and sees nothing of the file, or a body outside.

    Raises RECEIVER_MISSING, SAME_UNIT, TEXT_MISSING, OFFICE_TAKES_NONE.
    """
    before = once(token, at) if token else None
    if before is not None:
        return first_time(Cooperation, before)
    row = held(file)
    asked = _asked(row, unit_id, at)
    if asked is None and not body.strip():
        raise RECEIVER_MISSING()  # noqa: RSE102 - a catalogue entry, not an exception class
    if not text.strip():
        raise TEXT_MISSING()  # noqa: RSE102 - a catalogue entry, not an exception class
    told: dict[str, Any] = {
        "number": row.number, "text": text.strip(), "asker_id": row.unit_id, "asked": asked,
        "body": asked.name if asked else body.strip(), "created_at": at,
    }  # fmt: skip
    mine = Cooperation(
        side="asking", file=row, pack=row.pack, unit_id=row.unit_id, area_id=row.area_id,
        area_path=row.area_path, **told,
    )  # fmt: skip
    theirs = None
    if asked is not None:
        theirs = Cooperation(
            side="asked", twin=mine.pk, pack=asked.pack, unit=asked, area_id=asked.area_id,
            area_path=asked.area_path, **told,
        )  # fmt: skip
        mine.twin = theirs.pk
    # both trails at once, in one order for all
    hold_chains([row.area_path, *([asked.area_path] if asked else [])])
    enter(mine, Verb.AID_COOPERATE, actor=actor, at=at, file=str(row.pk))
    if theirs is not None and asked is not None:
        door = _door(actor, asked, Verb.AID_COOPERATE)
        with bound(door):
            enter(theirs, Verb.AID_COOPERATE, actor=door, at=at, twin=str(mine.pk))
    if load(row.pack).versions("papers", "cooperation_letter"):
        issue(row, "cooperation_letter", at=at)
    if token:
        keep_result(token, str(mine.pk))
    return mine


@transaction.atomic
def answer_cooperation(
    *, actor: Actor, cooperation: Cooperation, text: str, at: datetime
) -> Cooperation:
    """Answer a request; the unit that asked sees the answer. Raises TEXT_MISSING, ALREADY_DONE."""
    row = locked(cooperation)
    require(actor, Verb.AID_ANSWER_COOPERATION, row)
    first_come(row, Verb.AID_ANSWER_COOPERATION)
    if not text.strip():
        raise TEXT_MISSING()  # noqa: RSE102 - a catalogue entry, not an exception class
    told: dict[str, Any] = {"answer": text.strip(), "answered_at": at, "answered_by": actor.user}
    other = row.asker if row.side == "asked" else row.asked
    if row.twin is not None:
        with bound(_door(actor, other, Verb.AID_ANSWER_COOPERATION)):
            locked(Cooperation.objects.get(pk=row.twin))
    hold_chains([row.area_path, *([other.area_path] if other else [])])
    row = move(row, Verb.AID_ANSWER_COOPERATION, actor=actor, at=at, **told)
    if row.twin is not None:
        across = _door(actor, other, Verb.AID_ANSWER_COOPERATION)
        with bound(across):
            twin = Cooperation.objects.get(pk=row.twin)
            move(twin, Verb.AID_ANSWER_COOPERATION, actor=across, at=at, **told)
    return row


def _asked(row: File, unit_id: UUID | None, at: datetime) -> Unit | None:
    if unit_id is None:
        return None
    unit = by_id(str(unit_id), load(row.pack).day(at))
    if unit.pk == row.unit_id:
        raise SAME_UNIT(unit=unit.name)
    return unit


def _door(actor: Actor, unit: Unit | None, verb: Verb) -> Actor:
    """Return the actor at another unit's door: for this one act, seeing nothing else there."""
    assert unit is not None
    return replace(actor, path=unit.area_path, reach="unit", verbs=frozenset({verb}), anchor=unit)
