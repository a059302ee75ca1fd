"""The agreement with the recipient (cn: Order 148 Art. 27: within 5 days of the assignment)."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from songfa.access.policy import Actor
from songfa.aid.days import local_day
from songfa.aid.holding import held
from songfa.aid.models import Contract, File
from songfa.audit.door import move
from songfa.duties.keep import Owed
from songfa.rules.packs.read import load
from songfa.rules.problems import AGREEMENT_IMPOSSIBLE
from songfa.rules.verbs import Verb

SIGNERS = ("recipient", "guardian", "representative", "close_relative")
HINDRANCES = ("in_custody", "not_reached", "ill", "refuses", "far_away", "no_capacity", "other")
LATER = "sign_agreement_later"
LONGEST = 180  # days until which a hindrance may be put off


@transaction.atomic
def sign_agreement(
    *,
    actor: Actor,
    file: File,
    at: datetime,
    signed_on: date | None = None,
    signed_by: str = "",
    hindrance: str = "",
    again_on: date | None = None,
    text: str = "",
) -> Contract:
    """Note that the agreement was signed, or for what reason outside the unit's power it was not.

    A hindrance stops the clock of the law; that it is tried again by `again_on` is then owed.
    Raises AGREEMENT_IMPOSSIBLE (why: both, neither, future, before_assignment, signer, hindrance, again).
    """
    row = held(file)
    today = local_day(load(row.pack), at)
    _check(row, today, signed_on, signed_by, hindrance, again_on)
    opens = [_later(row, again_on)] if again_on else []
    row = move(
        row, Verb.AID_SIGN_AGREEMENT, actor=actor, at=at, meets=[LATER], opens=opens,
        detail={"signed_on": signed_on, "signed_by": signed_by, "hindrance": hindrance, "again_on": again_on},
    )  # fmt: skip
    return Contract.objects.create(
        file=row, signed_on=signed_on, signed_by=signed_by, hindrance=hindrance, text=text.strip(), by=actor.user,
        created_at=at, **row.belonging(),
    )  # fmt: skip


def _check(
    row: File, today: date, signed_on: date | None, signed_by: str, hindrance: str, again: date | None
) -> None:  # fmt: skip
    if signed_on and hindrance:
        raise AGREEMENT_IMPOSSIBLE(why="both")
    if not signed_on and not hindrance:
        raise AGREEMENT_IMPOSSIBLE(why="neither")
    if signed_on:
        if signed_on > today:
            raise AGREEMENT_IMPOSSIBLE(why="future")
        if row.assigned_at and signed_on < local_day(load(row.pack), row.assigned_at):
            raise AGREEMENT_IMPOSSIBLE(why="before_assignment")
        if signed_by not in SIGNERS:
            raise AGREEMENT_IMPOSSIBLE(why="signer")
        if again:
            raise AGREEMENT_IMPOSSIBLE(why="again")
    elif hindrance not in HINDRANCES:
        raise AGREEMENT_IMPOSSIBLE(why="hindrance")
    elif again is None or not today < again <= today + timedelta(days=LONGEST):
        raise AGREEMENT_IMPOSSIBLE(why="again")


def _later(row: File, again_on: date | None) -> Owed:
    zone = ZoneInfo(load(row.pack).head.timezone)
    due = datetime.combine(again_on, time(23, 59, 59), zone) if again_on else None
    return Owed(LATER, "practitioner", due, row.number, "")
