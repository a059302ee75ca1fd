"""Empty forms, to print and to fill in by hand."""

from dataclasses import dataclass, replace
from datetime import datetime

from songfa.access.models import Unit
from songfa.aid.days import local_day
from songfa.aid.issue.frame import Desk, frame_of
from songfa.papers.out.compose import compose
from songfa.papers.out.letter import Letter
from songfa.rules.forms import Form
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Names
from songfa.rules.packs.schema import Paper as PaperKind


@dataclass(frozen=True, slots=True)
class Blank:
    """A form of the pack: its code, its official number and its name."""

    code: str
    form_no: str
    name: Names


def blanks(unit: Unit, at: datetime) -> list[Blank]:
    """Return every form that the pack of a unit has that day, by their official numbers."""
    pack = load(unit.pack)
    on = local_day(pack, at)
    kinds = pack.all(PaperKind, on)
    found = [
        Blank(code, kinds[code].form_no or "", kinds[code].name)
        for code in pack.all(Form, on)
        if code in kinds
    ]
    return sorted(found, key=lambda x: order(x.form_no, x.code))


def order(form_no: str, code: str) -> tuple[bool, int, str]:
    """Return what puts forms in the order of their official numbers, those without one behind."""
    digits = form_no.partition("-")[0]
    return not form_no, int(digits) if digits.isdigit() else 0, code


def empty(unit: Unit, kind: str, at: datetime) -> Letter:
    """Return an empty form with the name of the office. Raises NO_VALUE_AT_DATE."""
    pack = load(unit.pack)
    desk = Desk(pack, unit, local_day(pack, at))
    form = pack.get(Form, kind, desk.on)
    frame = frame_of(desk, kind, "")
    free = desk.say("letter-day-free")
    return compose(
        form,
        {"office.name": unit.name, "place_and_day": free},
        replace(frame, dated=free),
        blank=True,
    )
