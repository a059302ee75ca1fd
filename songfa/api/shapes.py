"""What goes in and out: strict shapes shared by the endpoints."""

import math
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from ninja import Schema
from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

DEEPEST = 12


class Given(Schema):
    """What a program sends: an unknown field is a mistake of theirs, not something to overlook."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class Trouble(Schema):
    """What went wrong: a code, a sentence in the language of the request, the facts of the sentence."""

    code: str
    text: str
    facts: dict[str, str]
    fields: list["Field_"] = []


class Field_(Schema):  # noqa: N801  Field is pydantic's
    """A field that could not be read: its path and the code of what is wrong with it."""

    field: str
    wrong: str


class Place(Schema):
    """A unit by its id and name."""

    id: str
    name: str


# PostgreSQL keeps no NUL in a text
NO_NUL = r"^[^\x00]*$"
Word = Annotated[str, StringConstraints(max_length=200, pattern=NO_NUL)]
Text = Annotated[str, StringConstraints(max_length=20_000, pattern=NO_NUL)]
Code = Annotated[str, StringConstraints(max_length=60, pattern=r"^[A-Za-z0-9][A-Za-z0-9_.\-]*$")]
MaybeCode = Annotated[
    str, StringConstraints(max_length=60, pattern=r"^([A-Za-z0-9][A-Za-z0-9_.\-]*)?$")
]
Codes = Annotated[list[Code], Field(max_length=40)]
# bars that are passed over: `full`, `conflict:acted_for_adverse`
Bar = Annotated[str, StringConstraints(max_length=80, pattern=r"^[a-z_]+(:[a-z0-9_]+)?$")]
Bars = Annotated[list[Bar], Field(max_length=20)]
# what is told for the open places of a document, by their keys: a text, or the codes that are ticked
BoxText = Annotated[str, StringConstraints(max_length=3_000, pattern=NO_NUL)]
Boxes = Annotated[dict[Code, BoxText | Codes], Field(max_length=60)]
PackCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[0-9]{2})?$")]
Year = Annotated[int, Field(ge=1950, le=2100)]
Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2200, 12, 31))]


def values_of(boxes: Mapping[str, str | list[str]]) -> dict[str, str | tuple[str, ...]]:
    """Return what was told for places of a document as the rooms take it."""
    return {key: v if isinstance(v, str) else tuple(v) for key, v in boxes.items()}


def _plain(value: Any, depth: int = 0) -> None:
    """Raise ValueError for what JSON lets through and nothing here can use."""
    if depth > DEEPEST:
        raise ValueError("too_deep")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("not_a_number")
    if isinstance(value, str) and ("\0" in value or any("\ud800" <= c <= "\udfff" for c in value)):
        raise ValueError("not_text")
    if isinstance(value, Mapping):
        for key, inner in value.items():
            _plain(key)
            _plain(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            _plain(inner, depth + 1)


def _checked(value: dict[str, Any]) -> dict[str, Any]:
    _plain(value)
    return value


# facts in the vocabulary of eligibility; the rules check what they mean
Facts = Annotated[dict[str, Any], AfterValidator(_checked)]
