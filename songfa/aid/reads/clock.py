"""The clock line of a file: what was done, what is owed now, what will be."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from songfa.access.policy import Actor
from songfa.aid.days import local_day
from songfa.aid.models import File
from songfa.duties import reads as duties
from songfa.duties.keep import OURS, applies
from songfa.duties.models import Duty
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Clock, Names
from songfa.rules.verbs import Verb

# the unit of a clock that runs until the thing is done
OPEN = "open"


@dataclass(frozen=True, slots=True)
class Step:
    """A point of the line.

    `late` is by how much an open duty has been missed; `at_once` a duty to be met at once, `until_done`
    one for which the law names no period; `span` is a period not yet begun. `warned` says that the time
    is short, `by_hour` that it is counted in hours; `met_by` are the verbs that meet the duty, `holder` whoever
    it was given to by name.
    """

    code: str
    name: Names | None
    state: Literal["done", "now", "next", "late", "void"]
    article: str = ""
    at: datetime | None = None
    due: datetime | None = None
    late: timedelta | None = None
    waits: bool = False
    span: tuple[int, str] | None = None
    owed_by: str = ""
    at_once: bool = False
    until_done: bool = False
    warned: bool = False
    by_hour: bool = False
    met_by: tuple[str, ...] = ()
    holder: str = ""


def _name(file: File, code: str) -> Names | None:
    versions = load(file.pack).versions("clocks", code)
    return versions[-1].name if versions else None


def _met_by(file: File, code: str) -> tuple[str, ...]:
    versions = load(file.pack).versions("clocks", code)
    return versions[-1].met_by if versions and isinstance(versions[-1], Clock) else ()


def _step(file: File, duty: Duty, at: datetime) -> Step:
    """Return a duty as it stood at a moment: what ended or stood still only later was still running."""
    ended = duty.ended_at is not None and duty.ended_at <= at
    waits = duty.suspended_at is not None and duty.suspended_at <= at
    base = Step(
        duty.code,
        _name(file, duty.code),
        "now",
        article=duty.legal_basis,
        due=duty.due_at,
        owed_by=duty.owed_by,
        at_once=duty.rule.get("amount") == 0 and duty.rule.get("unit") != OPEN,
        until_done=duty.rule.get("unit") == OPEN,
        warned=duty.warn_at is not None and duty.warn_at <= at,
        by_hour=duty.rule.get("unit") == "hours",
        met_by=_met_by(file, duty.code),
        holder=duty.held_by.name if duty.held_by else "",
    )
    if ended:
        return replace(base, state="done" if duty.end == "met" else "void", at=duty.ended_at)
    if waits:
        return replace(base, waits=True)
    if duty.due_at is None or duty.owed_by not in OURS:
        return base
    late = at > duty.due_at
    return replace(base, state="late", late=at - duty.due_at) if late else base


def _coming(file: File, known: set[str], at: datetime) -> list[Step]:
    """Return the clocks that the next verbs of the ordinary way will open."""
    ahead = {
        "received": (Verb.AID_GRANT, Verb.AID_CLOSE),
        "awaiting_papers": (Verb.AID_GRANT, Verb.AID_CLOSE),
        "granted": (Verb.AID_CLOSE,),
        "assigned": (Verb.AID_CLOSE,),
        "under_way": (Verb.AID_CLOSE,),
        "closed": (Verb.AID_HAND_IN,),
    }.get(file.state, ())
    pack = load(file.pack)
    clocks = pack.all(Clock, local_day(pack, at))
    facts = file.facts()
    return [
        Step(
            code=c.code,
            name=c.name,
            state="next",
            article=c.legal_basis,
            span=None if c.unit == OPEN else (c.amount, c.unit),
            owed_by=c.owed_by,
        )
        for verb in ahead
        for c in clocks.values()
        if verb in c.opened_by and c.code not in known and applies(c, facts)
    ]


def clock_line(actor: Actor, file: File, at: datetime) -> list[Step]:
    """Return the receipt, each duty in the order in which it opened, and what is to come, as it stood at a moment."""
    known = [duty for duty in duties.of(actor, file.pk) if duty.opened_at <= at]
    found = [_step(file, duty, at) for duty in known]
    shown = [step for step in found if step.state != "void"]
    first = Step(code="received", name=None, state="done", at=file.received_at)
    return [first, *shown, *_coming(file, {s.code for s in found}, at)]
