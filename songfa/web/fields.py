"""The fields of which forms are made: their words are ours, their choices come from the pack."""

from collections.abc import Iterable
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError

from songfa.people.identity import read_phone
from songfa.rules.money import read_minor
from songfa.rules.packs.schema import Named
from songfa.rules.problems import Problem
from songfa.words.habits import named
from songfa.words.say import key_of, say

# letters of a text of several lines, where nothing else is said
LONG = 3000

Choices = list[tuple[str, str]]


def words(kind: str, codes: Iterable[str]) -> Choices:
    return [(code, say(key_of(kind, code))) for code in codes]


def name_of(entry: Named) -> str:
    return named(entry.name.model_dump())


def wrong(key: str, **facts: object) -> ValidationError:
    return ValidationError(say(key, lang=None, **facts), code=key)


def one_of(
    choices: Choices, *, required: bool = True, need: str = "", gone: str = ""
) -> forms.ChoiceField:
    """Return a choice of one. `need` says that none was made, `gone` that what was chosen is no longer there."""
    errors = {"required": say(need), "invalid_choice": say(gone or need)} if need else {}
    return forms.ChoiceField(
        choices=choices, widget=forms.RadioSelect, required=required, error_messages=errors
    )


def several(choices: Choices) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        choices=choices, widget=forms.CheckboxSelectMultiple, required=False
    )


def text(limit: int, *, required: bool = False, need: str = "") -> forms.CharField:
    errors = {"required": say(need)} if need else {}
    return forms.CharField(max_length=limit, required=required, error_messages=errors)


def long_text(need: str = "", *, limit: int = LONG) -> forms.CharField:
    """Return a field of several lines; it must be filled in where `need` says what its lack is."""
    errors = {"required": say(need)} if need else {}
    return forms.CharField(
        max_length=limit, widget=forms.Textarea, required=bool(need), error_messages=errors
    )


def token_field() -> forms.UUIDField:
    """Return the hidden key by which a form that is sent twice is done once."""
    return forms.UUIDField(widget=forms.HiddenInput(), required=False, initial=uuid4)


def amount_in(written: str, currency: str) -> int | None:
    """Return an amount in minor units; None for an empty text. Says what is wrong with it (`ValidationError`)."""
    try:
        return read_minor(written, currency)
    except Problem as why:
        raise wrong("problem-amount-invalid", reason=why.facts["reason"], amount=written) from why


def phone_in(written: str, country: str) -> str:
    """Return a telephone number as it was written. Says when nobody could call it (`ValidationError`)."""
    try:
        read_phone(country, written)
    except Problem as why:
        raise wrong("problem-phone-unreadable", **why.facts) from why
    return written
