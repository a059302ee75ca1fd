"""Template tags that say things.

`{% say "key" n=3 %}`, `{% code "verb" verb %}`, `{{ day|day }}`, `{{ fen|money:"CNY" }}`.
"""

from datetime import date, datetime

from django import template

from songfa.words import habits
from songfa.words.say import key_of
from songfa.words.say import say as said

register = template.Library()


@register.simple_tag
def say(key: str, **facts: object) -> str:
    return said(key, None, **facts)


@register.simple_tag
def code(kind: str, value: str, **facts: object) -> str:
    """Say the word of a code: `{% code "state" file.state %}` says `state-granted`."""
    return said(key_of(kind, str(value)), None, **facts)


@register.filter
def named(value: object) -> str:
    """Choose from `{"en": ..., "zh": ..., "vi": ...}` the reader's language."""
    return habits.named(value)


@register.filter
def day(value: date | datetime | None) -> str:
    return habits.day(value)


@register.filter
def moment(value: datetime | None, zone: str = "") -> str:
    return habits.moment(value, zone)


@register.filter
def phone(value: str, pack: str = "") -> str:
    """Show a telephone number as people write it; one from abroad of the pack's country keeps its prefix."""
    return habits.phone(value, pack)


@register.filter
def money(value: int | None, currency: str) -> str:
    return habits.money(value, currency)


@register.filter
def article(value: str) -> str:
    return habits.article(value)


@register.filter
def number(value: float | None) -> str:
    return habits.number(value)
