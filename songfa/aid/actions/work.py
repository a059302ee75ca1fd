"""The work on a file: what was done, how it ended."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db import transaction

from songfa.access.policy import Actor
from songfa.aid.actions.contract import LATER
from songfa.aid.actions.hearings import call_off_hearings
from songfa.aid.days import local_day
from songfa.aid.documents.parts import lacking, parts
from songfa.aid.holding import held
from songfa.aid.issue import issue
from songfa.aid.models import File, Log, Money
from songfa.aid.reads import group
from songfa.aid.sums import avoided, obtained
from songfa.audit.door import move
from songfa.rules.filework import ClosingEvent
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Outcome
from songfa.rules.problems import (
    AMOUNT_INVALID,
    COUNT_INVALID,
    MONEY_DIFFERS,
    PARTS_MISSING,
    WORK_IMPOSSIBLE,
)
from songfa.rules.verbs import Verb

KINDS_OF_WORK = (
    "first_meeting",
    "meeting",
    "progress",
    "call",
    "reading",
    "writing",
    "evidence",
    "negotiation",
    "hearing",
    "other",
)
MINUTES_A_DAY = 24 * 60
# no single recovery is larger: 10^15 minor units
LARGEST = 10**15
# the event from which the period to hand in the file runs, where the pack names it
CASE_END = "case_end"
# people or petitions of one file
MOST_COUNTED = 100_000


@transaction.atomic
def log(
    *, actor: Actor, file: File, done_on: date, minutes: int, kind: str, text: str, at: datetime,
    risks_told: bool = False,
) -> Log:  # fmt: skip
    """Write down a piece of work. Raises WORK_IMPOSSIBLE (why: future, before_receipt, minutes, kind, risks, note).

    At the first meeting the person is told the risks (SF/T 0058-2019); a note of progress says something (form 14).
    """
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
    if kind == "first_meeting" and not risks_told:
        raise WORK_IMPOSSIBLE(why="risks")
    if kind == "progress" and not text.strip():
        raise WORK_IMPOSSIBLE(why="note")
    row = move(
        row,
        Verb.AID_LOG,
        actor=actor,
        at=at,
        detail={"minutes": minutes, "kind": kind, "done_on": done_on},
    )
    return Log.objects.create(
        file=row, by=actor.user, done_on=done_on, minutes=minutes, kind=kind, risks_told=risks_told, text=text.strip(),
        created_at=at,
        **row.belonging(),
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
    ended_on: date | None = None,
    ended_by: str = "",
) -> File:
    """End the file with its outcome and the money recovered (minor units of the country's currency).

    What was entered as obtained is what was recovered: another amount is MONEY_DIFFERS; without entries, the amount
    becomes one. `ended_on` (today when empty) is the day of the event `ended_by` of the pack. Raises PARTS_MISSING
    with all that the closing report lacks, WORK_IMPOSSIBLE (why: future, before_receipt) for an impossible day.

    A group matter's money and people are counted from its rows, whatever is given here.
    `people_helped` counts the people whom the file helped, one or more (a claim of many workers can
    be one file); `petitions_avoided` the petitions that need not be made any more. The review adds
    both up. Raises NO_VALUE_AT_DATE for an outcome the pack does not know, AMOUNT_INVALID for an
    impossible amount, COUNT_INVALID for an impossible number of people or petitions.
    """
    recovered, people_helped = group.counted(file, recovered, people_helped)
    pack, row = load(file.pack), held(file)
    today = local_day(pack, at)
    pack.get(Outcome, outcome, today)
    day = _ended(pack, row, ended_on or today, ended_by, today)
    if recovered is not None and not 0 <= recovered <= LARGEST:
        raise AMOUNT_INVALID(amount=recovered)
    for counted, least in ((people_helped, 1), (petitions_avoided, 0)):
        if not least <= counted <= MOST_COUNTED:
            raise COUNT_INVALID(count=counted)
    recovered = _recovered(row, recovered, pack.head.currency)
    missing = lacking(
        parts(row, today, outcome=outcome, summary=summary, recovered=recovered), "close"
    )
    if missing and Verb.AID_CLOSE in row.machine.verbs_from(row.state):
        raise PARTS_MISSING(parts=", ".join(missing), pack=row.pack, day=today.isoformat())
    first, spared = row.recovered is None and obtained(row) is None, avoided(row)
    detail: dict[str, object] = {
        "outcome": outcome, "recovered": recovered, "ended_on": day, "ended_by": ended_by,
        "people_helped": people_helped, "petitions_avoided": petitions_avoided,
    }  # fmt: skip
    row = move(
        row, Verb.AID_CLOSE, actor=actor, at=at, detail=detail, meets=[LATER], people_helped=people_helped,
        petitions_avoided=petitions_avoided, outcome=outcome, recovered=recovered,
        currency=pack.head.currency if recovered is not None or spared else "", avoided=spared,
        summary=summary.strip(), closed_at=at, ended_on=day, ended_by=ended_by,
        events={CASE_END: datetime.combine(day, time(), ZoneInfo(pack.head.timezone))},
    )  # fmt: skip
    if recovered and first:
        Money.objects.create(
            file=row, kind="obtained", amount=recovered, currency=row.currency, on=day, by=actor.user, created_at=at,
            **row.belonging(),
        )  # fmt: skip
    call_off_hearings(actor=actor, file=row, at=at)
    issue(row, "closing_report", at=at)
    return row


def _ended(pack: Pack, row: File, day: date, event: str, today: date) -> date:
    """Return the day on which the case ended, when it can be that day."""
    if event:
        pack.get(ClosingEvent, event, today)
    if day > today:
        raise WORK_IMPOSSIBLE(why="future")
    if day < local_day(pack, row.received_at):
        raise WORK_IMPOSSIBLE(why="before_receipt")
    return day


def _recovered(row: File, told: int | None, currency: str) -> int | None:
    """Return what was recovered: the sum of what was entered as obtained, where anything was."""
    known = obtained(row)
    if known is not None and told is not None and told != known:
        raise MONEY_DIFFERS(told=told, known=known, currency=currency)
    return told if known is None else known
