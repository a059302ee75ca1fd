"""The forms for one person of the duty lawyers' register: which there are, and what each still asks."""

import json
from collections.abc import Mapping
from datetime import datetime

from songfa.aid.issue import helped
from songfa.aid.models import DutyHelp
from songfa.rules.boxes import Box, boxes, told
from songfa.rules.forms import Form
from songfa.rules.notices import Asker
from songfa.rules.packs.schema import Paper as PaperKind
from songfa.rules.problems import NOT_FOUND
from songfa.rules.values import Value


def sheets_of(row: DutyHelp, at: datetime) -> list[PaperKind]:
    """Return the forms for a row: who asked has one, the record stands beside it."""
    desk = helped.desk_of(row, at)
    kinds = desk.pack.all(PaperKind, desk.on)
    of_asker = {code: asker.paper for code, asker in desk.pack.all(Asker, desk.on).items()}
    return [
        kinds[code]
        for code, form in desk.pack.all(Form, desk.on).items()
        if form.of == "session"
        and code in kinds
        and (code == of_asker.get(row.asked_by) or code not in of_asker.values())
    ]


def asked_on_sheet(row: DutyHelp, kind: str, at: datetime) -> list[Box]:
    """Return what a form for a row still asks. Raises NOT_FOUND."""
    form, known = _form(row, kind, at)
    return boxes(form, known)


def with_told(
    row: DutyHelp, kind: str, given: Mapping[str, Value], at: datetime
) -> dict[str, Value]:
    """Return what is told for all forms of a row, once `given` is what one of them asked for.

    Raises NOT_FOUND, FORM_BOX_SHUT, FORM_BOX_CHOICE.
    """
    form, known = _form(row, kind, at)
    asked = {box.key for box in boxes(form, known)}
    others = {key: value for key, value in opened(row).items() if key not in asked}
    return others | told(form, known, given)


def opened(row: DutyHelp) -> dict[str, Value]:
    """Return what a person told for the forms of a row, by the keys of the values."""
    kept = json.loads(row.boxes) if row.boxes else {}
    return {key: tuple(v) if isinstance(v, list) else str(v) for key, v in kept.items()}


def sealed(given: Mapping[str, Value]) -> str:
    return json.dumps(dict(given), ensure_ascii=False, sort_keys=True) if given else ""


def _form(row: DutyHelp, kind: str, at: datetime) -> tuple[Form, dict[str, Value]]:
    if kind not in {sheet.code for sheet in sheets_of(row, at)}:
        raise NOT_FOUND(thing="paper")
    desk = helped.desk_of(row, at)
    return desk.pack.get(Form, kind, desk.on), helped.known(desk, row)
