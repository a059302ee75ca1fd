"""An official document of one country: the record that is kept, and what is drawn from it.

A record holds every word of the document, so that it can be drawn again for ever as PDF (typst, PDF/UA-1) and as
docx; nothing is worded here. China: the order of parts follows GB/T 9704-2012; Vietnam: Decree 30/2020/NĐ-CP, Annex I.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from typing import Any, Literal

# what XML 1.0 does not allow; tabs and line ends may stay
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

Heads = Literal["office", "organ", "person", "plain"]
Lines = Literal["to", "text", "plain", "centred", "heading", "note", "cut", "seal"]


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: an addressee, a text, a heading, small print, the line along which a slip is cut off.

    `seal` is who signs and when, where that does not stand at the end.
    """

    kind: Lines
    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """Numbered points."""

    items: tuple[str, ...]
    kind: Literal["points"] = "points"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table of fields: `span` columns wide, `lines` of room to write."""

    text: str
    name: bool = False
    span: int = 1
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of fields. `pairs` of a name and a value stand in a row."""

    pairs: int
    rows: tuple[tuple[Cell, ...], ...]
    kind: Literal["grid"] = "grid"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; `widths` in parts of the whole."""

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Space:
    """Lines to write on."""

    lines: int
    kind: Literal["space"] = "space"


@dataclass(frozen=True, slots=True)
class Sign:
    """Lines to sign on."""

    items: tuple[str, ...]
    kind: Literal["sign"] = "sign"


Part = Line | Points | Grid | Table | Space | Sign
OTHERS: dict[str, type[Points | Grid | Table | Space | Sign]] = {
    "points": Points, "grid": Grid, "table": Table, "space": Space, "sign": Sign,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Letter:
    """One document. `style` is the country whose form it has; empty parts are left out.

    `mark` says at the top which official form it is; `signed` stands over the place to sign, `seal` says below it
    where the seal goes, and `signer` names who signs; `copies` are the receivers under "Nơi nhận".
    """

    style: Literal["cn", "vn"]
    lang: str
    title: str
    parts: tuple[Part, ...]
    head: Heads = "office"
    landscape: bool = False
    office: str = ""
    above: str = ""
    motto: tuple[str, ...] = ()
    number: str = ""
    dated: str = ""
    subject: str = ""
    mark: str = ""
    signed: str = ""
    seal: str = ""
    signer: str = ""
    copies_title: str = ""
    copies: tuple[str, ...] = ()

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Letter":
        """Return the record as it was kept, also one of the first form, which knew letters alone."""
        kept = json.loads(text)
        parts = kept.pop("parts", None)
        facts = {name: _frozen(value) for name, value in kept.items()}
        return written(**facts) if parts is None else cls(parts=_parts(parts), **facts)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(v) for v in value) if isinstance(value, list) else value


def _parts(kept: list[dict[str, Any]]) -> tuple[Part, ...]:
    return tuple(_part(part) for part in kept)


def _part(kept: Mapping[str, Any]) -> Part:
    made = OTHERS.get(kept["kind"])
    if made is None:
        return Line(kept["kind"], kept["text"])
    facts = {name: _frozen(value) for name, value in kept.items()}
    if made is Grid:
        facts["rows"] = tuple(tuple(Cell(**cell) for cell in row) for row in kept["rows"])
    return made(**facts)


def written(
    *,
    addressee: str = "",
    paragraphs: Sequence[str] = (),
    items: Sequence[str] = (),
    rows: Sequence[Sequence[str]] = (),
    after: Sequence[str] = (),
    **frame: Any,
) -> Letter:
    """Return a plain letter: to whom, paragraphs, numbered points, a table of names and values, what follows.

    `frame` are the other fields of the record. It is also how the records of the first form are read.
    """
    parts: list[Part] = [Line("to", addressee)] if addressee else []
    parts += [Line("text", text) for text in paragraphs]
    if items:
        parts.append(Points(tuple(items)))
    if rows:
        parts.append(Grid(1, tuple((Cell(name, name=True), Cell(value)) for name, value in rows)))
    parts += [Line("text", text) for text in after]
    return Letter(parts=tuple(parts), **frame)


def writable(letter: Letter) -> Letter:
    """Return the letter without the signs that no document can hold: control signs and halves of signs."""
    return replace(letter, **{f.name: _writable(getattr(letter, f.name)) for f in fields(letter)})


def _writable(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_writable(v) for v in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _writable(getattr(value, f.name)) for f in fields(value)})
    return UNWRITABLE.sub(" ", value) if isinstance(value, str) else value


def pdf(letter: Letter) -> bytes:
    """Return the document as an accessible PDF (PDF/UA-1). The same document gives the same bytes."""
    from songfa.papers.out.pdf import draw  # noqa: PLC0415 - typst loads slowly

    return draw([letter])


def docx(letter: Letter) -> bytes:
    """Return the document as an editable docx."""
    from songfa.papers.out import word  # noqa: PLC0415 - python-docx loads slowly

    return word.docx(letter)
