"""What a paper still asks, as fields: each place that no row fills, with the words of the form or our own."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from songfa.rules.boxes import Box
from songfa.rules.values import Value
from songfa.web.desk.files.forms import VerbForm
from songfa.web.fields import long_text, one_of, several, text
from songfa.words.say import key_of, say, speaking

SHORT = 120


class BoxesForm(VerbForm):
    """The open places of a paper, none of which must be filled, and a remark where the paper has room for one.

    `lang` is the language of the paper: whoever reads it sees the names that stand on it, others our own.
    """

    def __init__(
        self,
        boxes: Iterable[Box],
        told: Mapping[str, Value],
        *,
        lang: str,
        note: str | None = None,
        data: Any = None,
    ) -> None:
        super().__init__(data)
        self.keys = {_name(box.key): box.key for box in boxes}
        for box in boxes:
            field = _field(box)
            field.label = box_label(box, lang)
            field.initial = _initial(told.get(box.key), several=box.several)
            self.fields[_name(box.key)] = field
        if note is not None:
            self.add("note", long_text(), "papers-note")
            self.fields["note"].initial = note
            self.fields["note"].help_text = say("papers-note-hint")

    def boxes(self) -> dict[str, Value]:
        """Return what was filled in, by the keys of the values."""
        told = {key: self.cleaned_data[name] for name, key in self.keys.items()}
        return {key: tuple(v) if isinstance(v, list) else v for key, v in told.items() if v}

    @property
    def note(self) -> str:
        return str(self.cleaned_data.get("note") or "")

    @property
    def note_field(self) -> forms.BoundField | None:
        return self["note"] if "note" in self.fields else None

    @property
    def open(self) -> list[forms.BoundField]:
        return [self[name] for name in self.keys]


def box_label(box: Box, lang: str) -> str:
    """Return what a place is called: as on the paper for who reads its language, else in the language spoken."""
    return box.name if box.name and speaking.get() == lang else say(key_of("box", box.key))


def _name(key: str) -> str:
    return key.replace(".", "-")


def _field(box: Box) -> forms.Field:
    choices = [(choice.code, choice.name) for choice in box.choices]
    if box.several:
        return several(choices)
    if choices:  # a choice that was made can be taken back
        return one_of([*choices, ("", say("papers-box-blank"))], required=False)
    return long_text() if box.lines > 1 else text(SHORT)


def _initial(value: Value | None, *, several: bool) -> object:
    return list(value or ()) if several else str(value or "")
