"""Hearings and days of the proceedings: set, moved, held, called off. Each is a duty of whoever appears."""

from datetime import datetime, timedelta

from django.db import transaction

from songfa.access.policy import Actor
from songfa.aid.holding import held, open_to_work
from songfa.aid.models import File, Hearing
from songfa.audit.door import enter, move
from songfa.duties.keep import Owed
from songfa.rules.filework import HEARINGS, INTERPRETERS, is_deadline
from songfa.rules.problems import HEARING_IMPOSSIBLE, REASON_MISSING
from songfa.rules.verbs import Verb

ATTEND = "attend_hearing"
# how far ahead or back, and how long, a hearing may be
FAR, BACK = timedelta(days=366 * 5), timedelta(days=31)
SHORTEST, LONGEST = timedelta(minutes=5), timedelta(days=5)
WORKED_ON = ("granted", "assigned", "under_way")


def _check(kind: str, interpreter: str, starts: datetime, ends: datetime, at: datetime) -> None:
    if kind not in HEARINGS:
        raise HEARING_IMPOSSIBLE(why="kind")
    if interpreter not in INTERPRETERS:
        raise HEARING_IMPOSSIBLE(why="interpreter")
    if not SHORTEST <= ends - starts <= LONGEST:
        raise HEARING_IMPOSSIBLE(why="length")
    if not at - BACK <= starts <= at + FAR:
        raise HEARING_IMPOSSIBLE(why="far")


@transaction.atomic
def set_hearing(
    *,
    actor: Actor,
    file: File,
    kind: str,
    starts_at: datetime,
    ends_at: datetime,
    at: datetime,
    organ: str = "",
    place: str = "",
    whom: str = "",
    interpreter: str = "",
    note: str = "",
) -> Hearing:
    """Enter a hearing or a deadline. Raises HEARING_IMPOSSIBLE (why: kind, interpreter, length, far)."""
    _check(kind, interpreter, starts_at, ends_at, at)
    row = held(file)
    open_to_work(row, *WORKED_ON)
    made = Hearing(
        file=row, kind=kind, organ=organ.strip(), place=place.strip(), whom=whom.strip(), starts_at=starts_at,
        ends_at=ends_at, interpreter=interpreter, note=note.strip(), pack=row.pack, created_at=at, **row.belonging(),
    )  # fmt: skip
    opens = [Owed(ATTEND, "practitioner", starts_at, row.number, "")]
    return enter(
        made, Verb.AID_SET_HEARING, actor=actor, at=at, opens=opens, kind=kind, starts_at=starts_at,
        file=str(row.pk),
    )  # fmt: skip


@transaction.atomic
def move_hearing(
    *, actor: Actor, hearing: Hearing, starts_at: datetime, ends_at: datetime, at: datetime, place: str = ""
) -> Hearing:  # fmt: skip
    """Put a hearing off or forward; what is owed moves with it."""
    _check(hearing.kind, hearing.interpreter, starts_at, ends_at, at)
    held(hearing.file)
    return move(
        hearing, Verb.AID_MOVE_HEARING, actor=actor, at=at, meets=[ATTEND],
        opens=[Owed(ATTEND, "practitioner", starts_at, hearing.file.number, "")],
        detail={"from": hearing.starts_at, "to": starts_at}, starts_at=starts_at, ends_at=ends_at,
        place=place.strip() or hearing.place, moved=hearing.moved + 1,
    )  # fmt: skip


@transaction.atomic
def hold_hearing(*, actor: Actor, hearing: Hearing, result: str, at: datetime) -> Hearing:
    """Note that a hearing took place and what came of it. Raises HEARING_IMPOSSIBLE (why: early, result)."""
    if at < hearing.starts_at and not is_deadline(hearing.kind):
        raise HEARING_IMPOSSIBLE(why="early")
    if not result.strip():
        raise HEARING_IMPOSSIBLE(why="result")
    held(hearing.file)
    return move(
        hearing, Verb.AID_HOLD_HEARING, actor=actor, at=at, meets=[ATTEND], result=result.strip()
    )


@transaction.atomic
def call_off_hearing(*, actor: Actor, hearing: Hearing, why: str, at: datetime) -> Hearing:
    """Note that a hearing will not take place. Raises REASON_MISSING."""
    if not why.strip():
        raise REASON_MISSING(verb=Verb.AID_CALL_OFF_HEARING)
    held(hearing.file)
    return move(hearing, Verb.AID_CALL_OFF_HEARING, actor=actor, at=at, result=why.strip())


def hand_over_hearings(*, actor: Actor, file: File, at: datetime) -> None:
    """Let the hearings still to come follow a file to its new holder, with what is owed about them."""
    for hearing in Hearing.objects.filter(file=file, state="set").exclude(held_by=file.held_by_id):
        move(
            hearing, Verb.AID_MOVE_HEARING, actor=actor, at=at, detail={"holder": file.held_by_id},
            held_by_id=file.held_by_id,
        )  # fmt: skip


def call_off_hearings(*, actor: Actor, file: File, at: datetime) -> None:
    """Call off what is still set for a file that has ended."""
    if actor.may(Verb.AID_CALL_OFF_HEARING):
        for hearing in Hearing.objects.filter(file=file, state="set"):
            move(
                hearing, Verb.AID_CALL_OFF_HEARING, actor=actor, at=at, detail={"file": file.state}
            )
