"""From the grant to the end: who acts, what was done, how it ended."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from songfa.access.policy import Actor, visible
from songfa.aid.days import local_day
from songfa.aid.holding import held
from songfa.aid.issue import issue
from songfa.aid.models import File, Log, Paper, Recipient
from songfa.aid.reads import group
from songfa.audit.door import move
from songfa.network.models import Practitioner
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Outcome
from songfa.rules.problems import AMOUNT_INVALID, COUNT_INVALID, NOT_FOUND, WORK_IMPOSSIBLE
from songfa.rules.verbs import Verb

KINDS_OF_WORK = (
    "meeting",
    "call",
    "reading",
    "writing",
    "evidence",
    "negotiation",
    "hearing",
    "other",
)
MINUTES_A_DAY = 24 * 60
IN_COURT = ("litigation", "criminal_defence", "criminal_representation")
# no single recovery is larger: 10^15 minor units
LARGEST = 10**15
# people or petitions of one file
MOST_COUNTED = 100_000


@transaction.atomic
def assign(*, actor: Actor, file: File, practitioner_id: UUID, at: datetime) -> File:
    """Give the file to a practitioner and write the notice. Raises NOT_FOUND for one out of reach or inactive."""
    row = held(file)
    known = visible(
        actor, Verb.AID_ASSIGN, Practitioner.objects.filter(pk=practitioner_id, active=True)
    )
    chosen = known.first()
    if chosen is None:
        raise NOT_FOUND(thing="practitioner")
    row = move(
        row, Verb.AID_ASSIGN, actor=actor, at=at, detail={"practitioner": chosen.pk},
        practitioner_id=chosen.pk, held_by_id=chosen.held_by_id, assigned_at=at,
    )  # fmt: skip
    for model in (Log, Paper, Recipient):  # what belongs to the file follows it to its new holder
        model._default_manager.filter(file=row).update(held_by_id=chosen.held_by_id)
    in_court = row.service in IN_COURT and load(row.pack).versions(
        "papers", "appointment_for_litigation"
    )
    issue(row, "appointment_for_litigation" if in_court else "assignment", at=at)
    return row


@transaction.atomic
def log(
    *, actor: Actor, file: File, done_on: date, minutes: int, kind: str, text: str, at: datetime
) -> Log:
    """Write down a piece of work. Raises WORK_IMPOSSIBLE (why: future, before_receipt, minutes, kind)."""
    row = held(file)
    pack = load(row.pack)
    if done_on > local_day(pack, at):
        raise WORK_IMPOSSIBLE(why="future")
    if done_on < local_day(pack, row.received_at):
        raise WORK_IMPOSSIBLE(why="before_receipt")
    if not 1 <= minutes <= MINUTES_A_DAY:
        raise WORK_IMPOSSIBLE(why="minutes")
    if kind not in KINDS_OF_WORK:
        raise WORK_IMPOSSIBLE(why="kind")
    row = move(
        row,
        Verb.AID_LOG,
        actor=actor,
        at=at,
        detail={"minutes": minutes, "kind": kind, "done_on": done_on},
    )
    return Log.objects.create(
        file=row, by=actor.user, done_on=done_on, minutes=minutes, kind=kind, text=text.strip(), created_at=at,
        unit_id=row.unit_id, area_id=row.area_id, area_path=row.area_path, held_by_id=row.held_by_id,
    )  # fmt: skip


@transaction.atomic
def close(
    *,
    actor: Actor,
    file: File,
    outcome: str,
    recovered: int | None,
    summary: str,
    at: datetime,
    people_helped: int = 1,
    petitions_avoided: int = 0,
) -> File:
    """End the file with its outcome and the money recovered (minor units of the country's currency).

    A group matter's money and people are counted from its rows, whatever is given here.
    `people_helped` counts the people whom the file helped, one or more (a claim of many workers can
    be one file); `petitions_avoided` the petitions that need not be made any more. The review adds
    both up. Raises NO_VALUE_AT_DATE for an outcome the pack does not know, AMOUNT_INVALID for an
    impossible amount, COUNT_INVALID for an impossible number of people or petitions.
    """
    recovered, people_helped = group.counted(file, recovered, people_helped)
    pack = load(file.pack)
    pack.get(Outcome, outcome, local_day(pack, at))
    if recovered is not None and not 0 <= recovered <= LARGEST:
        raise AMOUNT_INVALID(amount=recovered)
    for counted, least in ((people_helped, 1), (petitions_avoided, 0)):
        if not least <= counted <= MOST_COUNTED:
            raise COUNT_INVALID(count=counted)
    detail: dict[str, object] = {
        "outcome": outcome, "recovered": recovered,
        "people_helped": people_helped, "petitions_avoided": petitions_avoided,
    }  # fmt: skip
    row = move(
        file, Verb.AID_CLOSE, actor=actor, at=at, detail=detail, people_helped=people_helped,
        petitions_avoided=petitions_avoided, outcome=outcome, recovered=recovered,
        currency=pack.head.currency if recovered is not None else "",
        summary=summary.strip(), closed_at=at,
    )  # fmt: skip
    issue(row, "closing_report", at=at)
    return row


@transaction.atomic
def hand_in(*, actor: Actor, file: File, at: datetime) -> File:
    """Note that the papers of a closed file were handed in to be kept."""
    return move(file, Verb.AID_HAND_IN, actor=actor, at=at, handed_in_at=at)
