"""Issues a document: number, text, and the record that is kept."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from songfa.access.models import Unit
from songfa.aid import numbering
from songfa.aid.days import local_day
from songfa.aid.issue.frame import Desk, frame_of
from songfa.aid.issue.values import key_for, of_office, values
from songfa.aid.models import File, Paper
from songfa.papers.out.compose import compose
from songfa.papers.out.letter import Letter
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
    return _kept(desk, file, kind, at, values(desk, file, note, **given))


def issue_many(
    file: File, kind: str, each: Iterable[Mapping[str, Value]], *, at: datetime, note: str = ""
) -> list[Paper]:
    """Write one document for each set of values, such as one letter for each person of a group matter.

    What the file tells is read once. The numbers follow each other.
    """
    desk = _desk(file, at, None)
    common = values(desk, file, note)
    return [
        _kept(desk, file, kind, at, common | {key_for(k): v for k, v in one.items()})
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
    return compose(form, known, frame_of(desk, kind, number, office=called))


def _desk(file: File, at: datetime, office: Unit | None) -> Desk:
    pack = load(file.pack)
    return Desk(pack, office or file.unit, local_day(pack, at))


def _kept(desk: Desk, file: File, kind: str, at: datetime, known: Mapping[str, Value]) -> Paper:
    form = desk.pack.get(Form, kind, desk.on)
    number = numbering.of_paper(desk.pack, desk.unit, kind=kind, matter=file.matter, on=desk.on)
    letter = compose(form, known, frame_of(desk, kind, number))
    return Paper.objects.create(
        file=file, kind=kind, number=number, content=letter.to_json(), created_at=at,
        unit_id=file.unit_id, area_id=file.area_id, area_path=file.area_path, held_by_id=file.held_by_id,
    )  # fmt: skip
