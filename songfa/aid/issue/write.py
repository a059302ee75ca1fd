"""Issues a document: number, text, and the record that is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from songfa.access.models import Unit
from songfa.aid.days import local_day
from songfa.aid.issue import numbering
from songfa.aid.issue.frame import Desk, frame_of
from songfa.aid.issue.given import Told
from songfa.aid.issue.values import habitual, key_for, of_office, values
from songfa.aid.models import File, Paper
from songfa.papers.out.compose import compose
from songfa.papers.out.letter import Letter, Line
from songfa.rules.boxes import Box, boxes, filled, told
from songfa.rules.forms import Form, lacks
from songfa.rules.packs.read import load
from songfa.rules.problems import FORM_LACKS
from songfa.rules.values import Value


def issue(
    file: File,
    kind: str,
    *,
    at: datetime,
    note: str = "",
    office: Unit | None = None,
    hand: Mapping[str, Value] | None = None,
    **given: Value,
) -> Paper:
    """Write a document of the file and keep it as it is. `kind` is a paper of the pack that has a form.

    `given` are values of the act beside those of the file (`rules/values.py`: `OF_ACT`; `organ_name` stands
    for `organ.name`). `hand` are those that a person told for places which no row fills (`rules/boxes.py`), by their
    keys. `office` writes it when it is not the body that has the file (an objection).
    Raises NO_VALUE_AT_DATE for a paper or form that the pack does not know that day, FORM_LACKS when
    something is not known without which it cannot be written, FORM_VALUE_UNKNOWN, FORM_BOX_SHUT, FORM_BOX_CHOICE.
    """
    desk = _desk(file, at, office)
    act = Told(note, given, office, hand or {})
    return _kept(desk, file, kind, at, values(desk, file, note, **given), act)


def issue_again(
    paper: Paper,
    *,
    at: datetime,
    why: str,
    note: str | None = None,
    hand: Mapping[str, Value] | None = None,
    **given: Value,
) -> Paper:
    """Write a document anew from what the file knows now, in the place of one that was wrong; the old one is kept.

    What its act gave and a person told stands again, save `note`, `hand` and `given` where they are told. It has a
    number of its own and says at its end which one it replaces. The caller holds the old one. Raises as `issue`.
    """
    file = paper.file
    was = Told.opened(paper.told)
    desk, known = _known_again(paper, at, was, note, given)
    if hand is None:  # what a row has learnt since is no longer asked
        opened = {box.key for box in boxes(desk.pack.get(Form, paper.kind, desk.on), known)}
        hand = {key: value for key, value in was.hand.items() if key in opened}
    again = Told(was.note if note is None else note, {**was.given, **given}, was.office, hand)
    return _kept(desk, file, paper.kind, at, known, again, paper, why)


def asked_again(paper: Paper, *, at: datetime) -> tuple[list[Box], Told]:
    """Return what a document would still ask if it were written anew today, and what its act and a person gave."""
    was = Told.opened(paper.told)
    desk, known = _known_again(paper, at, was, None, {})
    form = desk.pack.all(Form, desk.on).get(paper.kind)
    return boxes(form, known) if form else [], was


def _known_again(
    paper: Paper, at: datetime, was: Told, note: str | None, given: Mapping[str, Value]
) -> tuple[Desk, dict[str, Value]]:
    desk = _desk(paper.file, at, was.office)
    said = was.note if note is None else note
    return desk, values(desk, paper.file, said, **{**was.given, **given})


def asked(file: File, kind: str, *, at: datetime) -> list[Box]:
    """Return what a document of the file would still ask. Raises NO_VALUE_AT_DATE, FORM_LACKS."""
    desk = _desk(file, at, None)
    form, known = desk.pack.get(Form, kind, desk.on), values(desk, file)
    if missing := lacks(form, known):
        raise FORM_LACKS(form=kind, value=missing[0].replace(".", "_"))
    return boxes(form, known)


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


def compose_for(
    file: File,
    kind: str,
    *,
    at: datetime,
    note: str = "",
    hand: Mapping[str, Value] | None = None,
    **given: Value,
) -> Letter:
    """Return what `issue` would write, without a number and without keeping it."""
    desk = _desk(file, at, None)
    form = desk.pack.get(Form, kind, desk.on)
    known = values(desk, file, note, **given)
    return compose(form, filled(known, told(form, known, hand or {})), frame_of(desk, kind, ""))


def compose_alone(
    unit: Unit,
    kind: str,
    *,
    at: datetime,
    number: str = "",
    called: str = "",
    hand: Mapping[str, Value] | None = None,
    **given: Value,
) -> Letter:
    """Return a document of an office that belongs to no file: a register of a period, one session, one consultation.

    Everything but the office and the day is given. `called`: the body that writes it, when it is not the unit;
    `hand`: what a person told for places that are not known. Raises NO_VALUE_AT_DATE, FORM_LACKS, FORM_VALUE_UNKNOWN.
    """
    pack = load(unit.pack)
    desk = Desk(pack, unit, local_day(pack, at))
    form = pack.get(Form, kind, desk.on)
    known = alone(desk, given)
    return compose(form, filled(known, hand or {}), frame_of(desk, kind, number, office=called))


def alone(desk: Desk, given: Mapping[str, Value]) -> dict[str, Value]:
    """Return the values of a document that belongs to no file, by their keys."""
    known = {key_for(name): value for name, value in given.items()}
    return habitual(desk, {**of_office(desk), **known})


def _desk(file: File, at: datetime, office: Unit | None) -> Desk:
    pack = load(file.pack)
    return Desk(pack, office or file.unit, local_day(pack, at))


def _kept(
    desk: Desk,
    file: File,
    kind: str,
    at: datetime,
    known: Mapping[str, Value],
    act: Told,
    instead: Paper | None = None,
    why: str = "",
) -> Paper:
    form = desk.pack.get(Form, kind, desk.on)
    act = replace(act, hand=told(form, known, act.hand))
    number = numbering.of_paper(
        desk.pack, desk.unit, place=file.area_path, kind=kind, matter=file.matter, on=desk.on
    )
    letter = compose(form, filled(known, act.hand), frame_of(desk, kind, number))
    if instead is not None:
        name = desk.numbered(letter.title, instead.number)
        said = desk.say("letter-replaces", name=name, day=desk.day(instead.created_at))
        letter = replace(letter, parts=(*letter.parts, Line("note", said)))
    return Paper.objects.create(
        file=file, kind=kind, number=number, content=letter.to_json(), created_at=at, told=act.sealed(),
        replaces=instead, why=why, **file.belonging(),
    )  # fmt: skip
