"""Issues a document: number, text, and the record that is kept."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from songfa.access.models import Unit
from songfa.aid.days import local_day
from songfa.aid.issue import numbering
from songfa.aid.issue.frame import Desk, frame_of
from songfa.aid.issue.values import habitual, key_for, of_office, values
from songfa.aid.models import File, Paper
from songfa.papers.out.compose import compose
from songfa.papers.out.letter import Letter, Line
from songfa.rules.forms import Form
from songfa.rules.packs.read import load
from songfa.rules.values import Value


def issue(
    file: File,
    kind: str,
    *,
    at: datetime,
    note: str = "",
    office: Unit | None = None,
    **given: Value,
) -> Paper:
    """Write a document of the file and keep it as it is. `kind` is a paper of the pack that has a form.

    `given` are values of the act beside those of the file (`rules/values.py`: `OF_ACT`; `organ_name` stands
    for `organ.name`). `office` writes it when it is not the body that has the file (an objection).
    Raises NO_VALUE_AT_DATE for a paper or form that the pack does not know that day, FORM_LACKS when
    something is not known without which it cannot be written, FORM_VALUE_UNKNOWN.
    """
    desk = _desk(file, at, office)
    told = Told(note, given, office)
    return _kept(desk, file, kind, at, values(desk, file, note, **given), told)


def issue_again(
    paper: Paper, *, at: datetime, why: str, note: str | None = None, **given: Value
) -> Paper:
    """Write a document anew from what the file knows now, in the place of one that was wrong; the old one is kept.

    What its act gave stands again, save `note` and `given` where they are told. It has a number of its own and says
    at its end which one it replaces. The caller holds the old one. Raises as `issue`.
    """
    file = paper.file
    was = Told.opened(paper.told)
    again = Told(was.note if note is None else note, {**was.given, **given}, was.office)
    desk = _desk(file, at, again.office)
    known = values(desk, file, again.note, **again.given)
    return _kept(desk, file, paper.kind, at, known, again, paper, why)


def issue_many(
    file: File, kind: str, each: Iterable[Mapping[str, Value]], *, at: datetime, note: str = ""
) -> list[Paper]:
    """Write one document for each set of values, such as one letter for each person of a group matter.

    What the file tells is read once. The numbers follow each other.
    """
    desk = _desk(file, at, None)
    common = values(desk, file, note)
    return [
        _kept(
            desk, file, kind, at, common | {key_for(k): v for k, v in one.items()}, Told(note, one)
        )
        for one in each
    ]


def compose_for(file: File, kind: str, *, at: datetime, note: str = "", **given: Value) -> Letter:
    """Return what `issue` would write, without a number and without keeping it."""
    desk = _desk(file, at, None)
    form = desk.pack.get(Form, kind, desk.on)
    return compose(form, values(desk, file, note, **given), frame_of(desk, kind, ""))


def compose_alone(
    unit: Unit, kind: str, *, at: datetime, number: str = "", called: str = "", **given: Value
) -> Letter:
    """Return a document of an office that belongs to no file: a register of a period, one session, one consultation.

    Everything but the office and the day is given. `called`: the body that writes it, when it is not the unit.
    Raises NO_VALUE_AT_DATE, FORM_LACKS, FORM_VALUE_UNKNOWN.
    """
    pack = load(unit.pack)
    desk = Desk(pack, unit, local_day(pack, at))
    form = pack.get(Form, kind, desk.on)
    known = {**of_office(desk), **{key_for(name): value for name, value in given.items()}}
    return compose(form, habitual(desk, known), frame_of(desk, kind, number, office=called))


def _desk(file: File, at: datetime, office: Unit | None) -> Desk:
    pack = load(file.pack)
    return Desk(pack, office or file.unit, local_day(pack, at))


@dataclass(frozen=True, slots=True)
class Told:
    """What an act gives to a document beside the data of the file: kept with it, to write it anew."""

    note: str = ""
    given: Mapping[str, Value] = field(default_factory=dict)
    office: Unit | None = None

    def sealed(self) -> str:
        """Return the text that is stored (encrypted); empty where the act gave nothing."""
        if not (self.note or self.given or self.office):
            return ""
        office = str(self.office.pk) if self.office else ""
        told = {"note": self.note, "given": dict(self.given), "office": office}
        return json.dumps(told, ensure_ascii=False, sort_keys=True)

    @classmethod
    def opened(cls, text: str) -> "Told":
        if not text:
            return cls()
        kept = json.loads(text)
        office = Unit.objects.filter(pk=kept["office"]).first() if kept["office"] else None
        return cls(
            kept["note"], {name: _frozen(value) for name, value in kept["given"].items()}, office
        )


def _frozen(value: Any) -> Any:
    return tuple(_frozen(v) for v in value) if isinstance(value, list) else value


def _kept(
    desk: Desk,
    file: File,
    kind: str,
    at: datetime,
    known: Mapping[str, Value],
    told: Told,
    instead: Paper | None = None,
    why: str = "",
) -> Paper:
    form = desk.pack.get(Form, kind, desk.on)
    number = numbering.of_paper(
        desk.pack, desk.unit, place=file.area_path, kind=kind, matter=file.matter, on=desk.on
    )
    letter = compose(form, known, frame_of(desk, kind, number))
    if instead is not None:
        name = desk.numbered(letter.title, instead.number)
        said = desk.say("letter-replaces", name=name, day=desk.day(instead.created_at))
        letter = replace(letter, parts=(*letter.parts, Line("note", said)))
    return Paper.objects.create(
        file=file, kind=kind, number=number, content=letter.to_json(), created_at=at, told=told.sealed(),
        replaces=instead, why=why, **file.belonging(),
    )  # fmt: skip
