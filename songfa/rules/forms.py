"""The official forms: what stands in a document, as data of the pack, and the values it may name.

A form is a list of parts in the order of the paper. Its text is in the language of its country; a place
`{key}` is filled with a value, and a value that is not known leaves room to write it by hand.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal, Self, get_args

from pydantic import Field as Limit
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from songfa.rules.packs.schema import Entry, Flag, Positive, Record, Text, Whole
from songfa.rules.values import ANY, KINDS, PLACES, Kind

Lines = Annotated[int, Limit(strict=True, ge=1, le=40)]
Columns = Annotated[int, Limit(strict=True, ge=1, le=4)]

LineKind = Literal["to", "text", "plain", "centred", "heading", "note", "cut"]
LINES: tuple[LineKind, ...] = get_args(LineKind)
CONTENTS = (*LINES, "fields", "each", "items", "table", "space", "sign", "seal")


class Choice(Record):
    """A box to tick: ticked when the value is `code`, or when a list holds it."""

    code: Text
    name: Text


class Field(Record):
    """A named cell of a table of fields: `text` with places, or boxes of `choices` for the value `key`.

    `span` is how many of the pairs of columns it takes, `lines` how much room it leaves to write.
    Without a name the cell takes the whole row (for an opinion or a declaration).
    """

    name: str = ""
    text: str = ""
    key: str = ""
    choices: tuple[Choice, ...] = ()
    span: Columns = 1
    lines: Lines = 1

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if bool(self.key) != bool(self.choices):
            raise PydanticCustomError("field_incomplete", "boxes need a key and choices")
        if self.text and self.key:
            raise PydanticCustomError("field_incomplete", "either text or boxes")
        _texts_known(self.text)
        _keys_known(("text", "list"), self.key)
        return self


class Part(Record):
    """One part of a paper: exactly one of the contents below.

    `to` the addressee; `text` a paragraph; `plain` one without indent; `centred`; `heading`; `note` in
    small print; `cut` a line along which a slip is cut off; `fields` with `columns` pairs a row; `each`
    the key of a list, numbered; `items` fixed points, numbered; `table` the key of rows under `heads`, with
    at least `rows` lines and `widths` in parts; `space` lines to write on; `sign` lines to sign on; `seal` who
    signs and when, where a slip follows it.
    `when` and `unless` name a value that must be known, or must not, for the part to stand there.
    """

    to: Text | None = None
    text: Text | None = None
    plain: Text | None = None
    centred: Text | None = None
    heading: Text | None = None
    note: Text | None = None
    cut: Text | None = None
    fields: tuple[Field, ...] = ()
    columns: Columns = 2
    each: Text | None = None
    items: tuple[Text, ...] = ()
    table: Text | None = None
    heads: tuple[Text, ...] = ()
    widths: tuple[Positive, ...] = ()
    rows: Whole = 0
    space: Lines | None = None
    sign: tuple[Text, ...] = ()
    seal: Flag = False
    when: Text | None = None
    unless: Text | None = None

    @property
    def content(self) -> str:
        return next(name for name in CONTENTS if getattr(self, name))

    @property
    def line(self) -> LineKind:
        """Which kind of single line the part is. Raises StopIteration when it is none."""
        return next(name for name in LINES if getattr(self, name))

    def said(self) -> Iterator[str]:
        """Give every text of the part in which places may stand."""
        yield from (text for name in LINES if (text := getattr(self, name)))
        yield from (*self.items, *self.sign, *(f.text for f in self.fields))

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if sum(bool(getattr(self, name)) for name in CONTENTS) != 1:
            raise PydanticCustomError("part_contents", "a part has one content")
        if self.table and not self.heads:
            raise PydanticCustomError("part_contents", "a table needs heads")
        if self.widths and len(self.widths) != len(self.heads):
            raise PydanticCustomError("part_contents", "a width for each head")
        if any(field.span > self.columns for field in self.fields):
            raise PydanticCustomError("part_contents", "a span wider than the row")
        _texts_known(*self.said())
        _keys_known(("list",), self.each)
        _keys_known(("table",), self.table)
        _keys_known(ANY, self.when, self.unless)
        return self


class Form(Entry):
    """What stands in a paper of the pack; its code is the code of the paper, whose name is the title.

    `head`: of an `office` (its name, number and date), of an `organ` that writes to it, of a `person` who
    hands it in, or `plain` (a table with its title). `needs` are the values without which it cannot be
    written; `by_hand` lets an officer issue it from the file; `of` is what it tells of: a file, one
    consultation, one person whom a duty lawyer helped (session), a referral, or a period (a register).
    `mark` stands at the top right: which official form it is, where the country prints that.
    """

    refers: ClassVar[dict[str, str]] = {"code": "papers"}

    head: Literal["office", "organ", "person", "plain"] = "office"
    of: Literal["file", "consultation", "session", "referral", "period"] = "file"
    mark: Text | None = None
    title: Text | None = None
    subject: Text | None = None
    landscape: Flag = False
    by_hand: Flag = False
    needs: tuple[Text, ...] = ()
    signed: Text | None = None
    signer: Text | None = None
    copies: tuple[Text, ...] = ()
    parts: tuple[Part, ...]

    @model_validator(mode="after")
    def _known_values(self) -> Self:
        _texts_known(self.title, self.subject, self.signed, self.signer, *self.copies)
        _keys_known(ANY, *self.needs)
        if not self.parts:
            raise PydanticCustomError("part_contents", "a form without parts")
        return self

    def places(self) -> frozenset[str]:
        """Return every value that the form names."""
        texts = [t for t in (self.title, self.subject, self.signed, self.signer) if t]
        found = set(self.needs)
        for text in (*texts, *self.copies, *(t for part in self.parts for t in part.said())):
            found |= set(PLACES.findall(text))
        for part in self.parts:
            found |= {key for key in (part.each, part.table, part.when, part.unless) if key}
            found |= {field.key for field in part.fields if field.key}
        return frozenset(found)


def _texts_known(*texts: str | None) -> None:
    for text in texts:
        _keys_known(("text",), *PLACES.findall(text or ""))


def _keys_known(kinds: tuple[Kind, ...], *keys: str | None) -> None:
    """Raise when a key names a value that there is not, or one of another kind."""
    for key in keys:
        if key and KINDS.get(key) not in kinds:
            raise PydanticCustomError("unknown_place", "unknown place in the template")


def lacks(form: Form, values: Mapping[str, object]) -> tuple[str, ...]:
    """Return what the form needs and nobody knows, in the order of the form."""
    return tuple(key for key in form.needs if not values.get(key))


SECTIONS: dict[str, type[Entry]] = {"forms": Form}
