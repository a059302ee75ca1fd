"""How a figure is said: `500余`, `hơn 500`, `more than 500`; and a text with its figures in place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from songfa.insight.figures import Figure, Section
from songfa.rules.money import MINOR
from songfa.rules.packs.schema import PLACE, Quantifier
from songfa.rules.review import chinese, printed
from songfa.words import habits
from songfa.words.say import say


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, or the figure that stands between two."""

    text: str
    figure: Figure | None = None


def amount(value: int, currency: str, lang: str) -> str:
    """Return a value in full, in whole units: for tables, whose heads name the unit."""
    whole = Decimal(value) / (MINOR[currency] if currency else 1)
    return habits.number(float(whole) if whole % 1 else int(whole), lang)


def exact(figure: Figure, lang: str) -> str:
    return amount(figure.value, figure.currency, lang)


def said(figure: Figure, lang: str) -> str:
    """Return a figure as the text prints it, rounded where the pack says so; Chinese money is without 元."""
    value, stands = printed(figure.value, cast(Quantifier, figure.quantifier))
    text = _written(value, figure.currency, lang)
    return (
        text
        if stands == "exact"
        else say(f"review-quantifier-{stands}".replace("_", "-"), lang, number=text)
    )


def _written(value: int, currency: str, lang: str) -> str:
    if lang == "zh-Hans":
        return chinese(Decimal(value) / MINOR[currency]) if currency else _chinese_count(value)
    return habits.money(value, currency, lang) if currency else habits.number(value, lang)


def _chinese_count(value: int) -> str:
    """A count stays in digits unless it is round: 45756, but 20万."""
    return chinese(Decimal(value)) if value >= 10_000 and value % 1000 == 0 else str(value)


def tile(figure: Figure, lang: str) -> str:
    """Return a figure for a tile: grouped digits, money shortened in Chinese."""
    if lang == "zh-Hans" and figure.currency:
        return chinese(Decimal(figure.value) / MINOR[figure.currency])
    return amount(figure.value, figure.currency, lang)


def paragraphs(section: Section, figures: Mapping[str, Figure], lang: str) -> Iterator[list[Piece]]:
    """Yield the section's paragraphs as pieces. A sentence whose figures are not counted here is left out."""
    for names in section.paragraphs:
        text = names["zh" if lang == "zh-Hans" else lang]
        kept = [
            s
            for s in _sentences(text)
            if all(f"{section.group}.{m}" in figures for m in PLACE.findall(s))
        ]
        if any(PLACE.search(s) for s in kept):
            yield list(_pieces("".join(kept), section.group, figures))


def _sentences(text: str) -> list[str]:
    """Cut after a full stop; a stop inside a number or a place never ends a sentence."""
    return re.findall(r".+?(?:。|\.(?:\s+|$)|$)", text, re.DOTALL)


def _pieces(text: str, group: str, figures: Mapping[str, Figure]) -> Iterator[Piece]:
    at = 0
    for match in PLACE.finditer(text):
        if match.start() > at:
            yield Piece(text[at : match.start()])
        yield Piece("", figures[f"{group}.{match[1]}"])
        at = match.end()
    if at < len(text):
        yield Piece(text[at:])


def plain(pieces: list[Piece], lang: str) -> str:
    return "".join(said(p.figure, lang) if p.figure else p.text for p in pieces)
