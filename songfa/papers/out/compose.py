"""Makes the record of a document from a form of the pack and the values of the day."""

import re
from dataclasses import dataclass
from typing import Literal

from songfa.papers.out.letter import (
    Cell,
    Grid,
    Letter,
    Line,
    Part,
    Points,
    Sign,
    Space,
    Table,
)
from songfa.rules import forms
from songfa.rules.forms import Form, lacks
from songfa.rules.problems import FORM_LACKS, FORM_VALUE_UNKNOWN
from songfa.rules.values import KINDS, PLACES, Value, Values, is_day

# what is left free to be written by hand, in the manner of each country: anything, and a day
BLANK = {"cn": "＿" * 8, "vn": "…" * 12}
BLANK_DAY = {"cn": "＿＿＿＿年＿＿月＿＿日", "vn": "……/……/………"}
TICKED, FREE = "☑", "☐"
GAP = {"cn": "　", "vn": "    "}
# choices longer than this stand each on a line of their own
LONG_CHOICE = 16
ALONE = re.compile(r"^\{[a-z_.]+\}$")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the text: the office with its number and the place and day of writing."""

    style: Literal["cn", "vn"]
    lang: str
    title: str
    office: str = ""
    above: str = ""
    motto: tuple[str, ...] = ()
    number: str = ""
    dated: str = ""
    copies_title: str = ""
    # where the seal goes, below who signs
    seal: str = ""


def compose(form: Form, values: Values, frame: Frame, *, blank: bool = False) -> Letter:
    """Return the document of a form. A value that is not known leaves room to write.

    `blank` draws the empty form: nothing is needed. Raises FORM_VALUE_UNKNOWN for a value that no form
    can name, FORM_LACKS for one that this form cannot be written without.
    """
    for key in values:
        if key not in KINDS:
            raise FORM_VALUE_UNKNOWN(form=form.code, value=key)
    missing = () if blank else lacks(form, values)
    if missing:
        raise FORM_LACKS(form=form.code, value=missing[0].replace(".", "_"))
    writer = Writer(frame.style, values)
    other_ways = {part.unless for part in form.parts}

    def stands(part: forms.Part) -> bool:
        """An empty form shows what could be filled in, and of two ways of saying it the general one."""
        if part.unless and values.get(part.unless):
            return False
        return (
            not part.when or bool(values.get(part.when)) or (blank and part.when not in other_ways)
        )

    office = writer.text("organ.name") if form.head == "organ" else frame.office
    signed = writer.fill(form.signed or "")
    sealed = any(part.seal for part in form.parts)
    return Letter(
        style=frame.style, lang=frame.lang, head=form.head, landscape=form.landscape,
        title=writer.fill(form.title) if form.title else frame.title,
        subject=writer.fill(form.subject or ""),
        office=office if form.head in ("office", "organ") else "", above=frame.above if form.head == "office" else "",
        motto=frame.motto if form.head != "plain" else (), number=frame.number,
        dated=frame.dated if form.signed and not sealed else "",
        parts=tuple(
            Line("seal", "\n".join(filter(None, (signed, frame.seal, frame.dated)))) if told.seal else writer.part(told)
            for told in form.parts if stands(told)
        ),
        mark=form.mark or "", signed="" if sealed else signed,
        seal=frame.seal if _is_sealed(form) and not sealed else "", signer=writer.cell(form.signer or ""),
        copies_title=frame.copies_title if form.copies else "", copies=writer.known(form.copies),
    )  # fmt: skip


def _is_sealed(form: Form) -> bool:
    """Whether a body signs with its seal: not a person in their own name."""
    return bool(form.signed) and not form.signer and form.head in ("office", "organ")


@dataclass(frozen=True, slots=True)
class Writer:
    """Fills places with values in the manner of a country."""

    style: Literal["cn", "vn"]
    values: Values

    def text(self, key: str) -> str:
        value = self.values.get(key, "")
        return value if isinstance(value, str) else ""

    def fill(self, text: str) -> str:
        """Return a text with its places filled; what is not known becomes room to write."""
        return PLACES.sub(lambda place: self.text(place[1]) or self._blank(place[1]), text)

    def _blank(self, key: str) -> str:
        return (BLANK_DAY if is_day(key) else BLANK)[self.style]

    def cell(self, text: str) -> str:
        """Return the text of a cell: the cell itself is the room, so a place alone stays empty."""
        return self.text(text[1:-1]) if ALONE.match(text) else self.fill(text)

    def known(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """Return the texts of whose places all are known."""
        return tuple(self.fill(text) for text in texts if all(map(self.text, PLACES.findall(text))))

    def part(self, part: forms.Part) -> Part:
        match part.content:
            case "fields":
                made: Part = self._grid(part)
            case "each":
                made = Points(self._points(part.each or ""))
            case "items":
                made = Points(tuple(map(self.fill, part.items)))
            case "table":
                made = self._table(part)
            case "space":
                made = Space(part.space or 1)
            case "sign":
                made = Sign(tuple(map(self.fill, part.sign)))
            case _:
                made = Line(part.line, self.fill(getattr(part, part.line)))
        return made

    def _points(self, key: str) -> tuple[str, ...]:
        told = tuple(str(item) for item in self.values.get(key, ()) if item)
        return told or (BLANK[self.style],)

    def _table(self, part: forms.Part) -> Table:
        value: Value = self.values.get(part.table or "", ())
        width = len(part.heads)
        rows = [tuple(map(str, row))[:width] for row in value if isinstance(row, tuple)]
        rows = [(*row, *("",) * (width - len(row))) for row in rows]
        rows += [("",) * width] * (part.rows - len(rows))
        return Table(part.heads, part.widths or (1,) * width, tuple(rows))

    def _grid(self, part: forms.Part) -> Grid:
        rows: list[tuple[Cell, ...]] = []
        row: list[Cell] = []
        used = 0
        for field in part.fields:
            if used + field.span > part.columns:
                rows.append(_filled(row, part.columns))
                row, used = [], 0
            row += self._field(field)
            used += field.span
        rows.append(_filled(row, part.columns))
        return Grid(part.columns, tuple(rows))

    def _field(self, field: forms.Field) -> list[Cell]:
        text = self._boxes(field) if field.key else self.cell(field.text)
        if not field.name:
            return [Cell(text, span=2 * field.span, lines=field.lines)]
        return [
            Cell(field.name, name=True, lines=field.lines),
            Cell(text, span=2 * field.span - 1, lines=field.lines),
        ]

    def _boxes(self, field: forms.Field) -> str:
        told = self.values.get(field.key, "")
        chosen = {told} if isinstance(told, str) else set(told)
        boxes = [
            f"{TICKED if c.code in chosen else FREE} {self.fill(c.name)}" for c in field.choices
        ]
        long = any(len(c.name) > LONG_CHOICE for c in field.choices) and self.style == "cn"
        return ("\n" if long else GAP[self.style]).join(boxes)


def _filled(row: list[Cell], pairs: int) -> tuple[Cell, ...]:
    """Let the last cell take what is left of the row."""
    left = 2 * pairs - sum(cell.span for cell in row)
    *before, last = row
    return (*before, Cell(last.text, last.name, last.span + left, last.lines))
