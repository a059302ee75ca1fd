"""Who answers what is raised beside a file, and how the public's hand reaches that body."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from songfa.access.models import Unit
from songfa.access.policy import Actor, public
from songfa.aid.models import File
from songfa.rules.deciding import ComplaintLevel, Remedy
from songfa.rules.packs.read import Pack
from songfa.rules.packs.schema import Entry
from songfa.rules.problems import NO_VALUE_AT_DATE, Problem
from songfa.rules.verbs import Verb

E = TypeVar("E", bound=Entry)
RAISED_BY_CODE = frozenset(
    {Verb.AID_OBJECT, Verb.AID_COMPLAIN, Verb.AID_ESCALATE, Verb.AID_ASK_CHANGE}
)


def above(unit: Unit) -> Unit:
    """Return the body that set an agency up; the agency itself where the system knows none above it."""
    return unit.parent or unit


def levels(pack: Pack, on: date) -> list[ComplaintLevel]:
    return sorted(_said(pack, ComplaintLevel, on), key=lambda level: level.order)


def remedies(pack: Pack, state: str, on: date) -> list[Remedy]:
    """Return what may be said against a file's decision in its state, in order."""
    found = (r for r in _said(pack, Remedy, on) if not r.states or state in r.states)
    return sorted(found, key=lambda r: r.order)


def _said(pack: Pack, model: type[E], on: date) -> list[E]:
    try:
        return list(pack.all(model, on).values())
    except Problem as why:
        if why.code != NO_VALUE_AT_DATE.code:
            raise
        return []


def who_answers(file: File, level: ComplaintLevel) -> Unit:
    return file.unit if level.by == "agency" else above(file.unit)


def public_hand(unit: Unit, on: date) -> Actor:
    """Return the public at an agency's door, reaching as far as the bodies that answer for its place.

    What is raised against an agency lies with the body above it: the door of the agency alone would not let it
    through. It may raise things and do nothing else; it sees nothing.
    """
    door = public(unit, on)
    verbs = frozenset(v for v in RAISED_BY_CODE if door.may(v))
    return replace(door, reach="area", verbs=verbs)
