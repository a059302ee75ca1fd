"""Names of territory: taken apart, romanised and made findable. Plain Python.

A name is never a key: in Vietnam alone 245 commune names stand for more than one commune.
"""

import csv
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from songfa.areas.codes import CHINA

DATA = Path(__file__).parent / "data"
BOUND = "|"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind word (县, tỉnh): at which levels it is used and what it is called in English."""

    country: str
    word: str
    levels: frozenset[str]
    english: str


@cache
def kinds(country: str) -> tuple[Kind, ...]:
    """Return the kind words of a country, the longest first."""
    with (DATA / "kinds.tsv").open(encoding="utf-8", newline="") as file:
        rows = [
            Kind(row["country"], row["word"], frozenset(row["levels"].split()), row["english"])
            for row in csv.DictReader(file, delimiter="\t")
        ]
    return tuple(sorted((k for k in rows if k.country == country), key=lambda k: -len(k.word)))


@cache
def _peoples() -> tuple[str, ...]:
    words = (DATA / "peoples.txt").read_text(encoding="utf-8").split()
    return tuple(sorted(words, key=lambda word: -len(word)))


def kind_of(country: str, level: str, name: str) -> str:
    """Return the kind word in a name (`县` of 桦南县, `xã` of Xã Kế Sách), or ""."""
    plain = name.lower()
    for kind in kinds(country):
        if level not in kind.levels:
            continue
        if country == CHINA:
            inside = plain.endswith(kind.word)
        else:
            inside = plain.startswith(f"{kind.word} ")
        if inside and len(plain) - len(kind.word) >= min(len(kind.word), 2):
            return kind.word
    return ""


def stem(country: str, kind: str, name: str) -> str:
    """Return the name without its kind word: 桦南, Kế Sách."""
    if not kind:
        return name
    return name[: -len(kind)] if country == CHINA else name[len(kind) :].strip()


def short(part: str) -> str:
    """Return a Chinese stem without the peoples it names (延边 of 延边朝鲜族), or unchanged."""
    left = part
    while ending := next((p for p in _peoples() if left.endswith(p)), ""):
        left = left.removesuffix(ending)
    return left if len(left) > 1 else part


def fold(text: str) -> str:
    """Return text in lower case without diacritics, spaces and marks: `kesach`; đ is d."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(c for c in decomposed if c.isalnum())


def lower(text: str) -> str:
    """Return text in lower case, composed (NFC), with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


def _chinese_keys(kind: str, name: str, syllables: list[str]) -> list[str]:
    part = stem(CHINA, kind, name)
    keys = [name, part, short(part)]
    for length in dict.fromkeys((len(name), len(part), len(short(part)))):
        spoken = syllables[:length] if len(syllables) == len(name) else syllables
        whole = "".join(spoken)
        # ü is typed as v or as u
        keys += [whole, whole.replace("v", "u"), "".join(s[0] for s in spoken)]
    return keys


def _vietnamese_keys(country: str, kind: str, name: str) -> list[str]:
    part = stem(country, kind, name)
    keys = [lower(name), lower(part), fold(name), fold(part)]
    return [*keys, *("".join(fold(word)[:1] for word in text.split()) for text in (name, part))]


def keys(country: str, kind: str, name: str, spoken: str) -> str:
    """Return everything by which a unit is found, between bars: `|桦南县|桦南|huananxian|hnx|...|`.

    `spoken` is the pinyin of a Chinese name, one syllable for each character, with spaces between.
    """
    if country == CHINA:
        found = _chinese_keys(kind, name, spoken.split())
    else:
        found = _vietnamese_keys(country, kind, name)
    return BOUND + BOUND.join(dict.fromkeys(k for k in found if k)) + BOUND


def english(country: str, kind: str, name: str, spoken: str) -> str:
    """Return the name in Latin letters with the kind in English: Huanan County, Ke Sach Commune."""
    part = stem(country, kind, name)
    if country == CHINA:
        syllables = spoken.split()
        if len(syllables) == len(name):
            syllables = syllables[: len(part)]
        romanised = "".join(syllables).replace("v", "ü").capitalize()
    else:
        bare = unicodedata.normalize("NFD", part.replace("đ", "d").replace("Đ", "D"))
        romanised = "".join(c for c in bare if not unicodedata.combining(c))
    word = next((k.english for k in kinds(country) if k.word == kind), "")
    return f"{romanised} {word}".strip()
