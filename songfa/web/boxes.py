"""A day in three boxes, read gently; a day that does not exist is said to be so."""

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from songfa.words.say import say, speaking

PARTS = ("year", "month", "day")
# Vietnamese and English write the day first, Chinese the year
ORDER = {"zh-Hans": PARTS, "vi": PARTS[::-1], "en": PARTS[::-1]}
Written = tuple[str, str, str]


class DayBoxes(forms.Widget):
    """Year, month and day in boxes named `<name>-year` and so on; drawn by `<c-field>`."""

    def value_from_datadict(self, data: Mapping[str, Any], files: object, name: str) -> Written:
        year, month, day = (
            unicodedata.normalize("NFKC", str(data.get(f"{name}-{part}") or "")).strip()
            for part in PARTS
        )
        return year, month, day

    def value_omitted_from_data(self, data: Mapping[str, Any], files: object, name: str) -> bool:
        return not any(f"{name}-{part}" in data for part in PARTS)

    def id_for_label(self, id_: str) -> str:
        """The first box in the reader's order: an error's link leads there."""
        return f"{id_}-{ORDER[speaking.get()][0]}" if id_ else id_


class DayField(forms.Field):
    """A day as three boxes. Cleans to a `date`, or None when empty and not required.

    Errors: `required`, `day_incomplete` (a box is empty), `day_unreadable` (not digits),
    `day_impossible` (30 February).
    """

    widget = DayBoxes

    def to_python(self, value: Written | date | None) -> date | None:
        if value is None or isinstance(value, date):
            return value
        if not any(value):
            return None
        if not all(value):
            raise _wrong("day_incomplete")
        if not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in value):
            raise _wrong("day_unreadable")
        try:
            return date(*(int(part) for part in value))
        except ValueError:
            raise _wrong("day_impossible") from None

    def has_changed(self, initial: date | None, data: Written | None) -> bool:
        try:
            return self.to_python(data) != initial
        except ValidationError:
            return True


def _wrong(code: str) -> ValidationError:
    return ValidationError(say(f"field-error-{code}".replace("_", "-")), code=code)


def boxes(value: Written | date | None, lang: str) -> list[tuple[str, str]]:
    """Return (part, text) of each box in the order of the language."""
    texts: Written = ("", "", "")
    if isinstance(value, date):
        texts = (str(value.year), str(value.month), str(value.day))
    elif value:
        texts = value
    by_part = dict(zip(PARTS, texts, strict=True))
    return [(part, by_part[part]) for part in ORDER[lang]]
