"""The shape of the committed tables, and how they are written: the same bytes each time."""

import csv
import gzip
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A unit as it was for a time. `spoken` is pinyin by syllables; `valid_to` None: in force."""

    code: str
    valid_from: date
    valid_to: date | None
    kind: str
    name: str
    parent: str
    spoken: str

    def holds(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A succession between two versions, each named by code and first day; `new` may be empty."""

    on: date
    old: str
    old_from: date
    new: str
    new_from: date | None
    kind: str
    to_the_day: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """What a source says: this version (part of it, or all) became that one on a day."""

    on: date
    old: Version
    new: Version | None
    to_the_day: bool


def _kind(pair: Pair, ancestors: Counter[Version], heirs: Counter[Version]) -> str:
    old, new = pair.old, pair.new
    if new is None:
        return "dissolve"
    if ancestors[new] > 1:
        return "merge"
    if heirs[old] > 1:
        return "split"
    if old.parent != new.parent:
        return "move"
    if old.code != new.code:
        return "recode"
    return "rename"


def links(pairs: Iterable[Pair]) -> list[Link]:
    """Name each succession by what it looks like from both its ends."""
    known = list(dict.fromkeys(pairs))
    ancestors = Counter(pair.new for pair in known if pair.new)
    heirs = Counter(pair.old for pair in known)
    return [
        Link(
            pair.on,
            pair.old.code,
            pair.old.valid_from,
            pair.new.code if pair.new else "",
            pair.new.valid_from if pair.new else None,
            _kind(pair, ancestors, heirs),
            pair.to_the_day,
        )
        for pair in known
    ]


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)


def write(name: str, shape: type[Version] | type[Link], rows: Iterable[Version | Link]) -> int:
    """Write a table beside this folder; return how many rows it has."""
    text = io.StringIO()
    table = csv.writer(text, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
    table.writerow([field.name for field in fields(shape)])
    lines = sorted([_cell(value) for value in astuple(row)] for row in rows)
    table.writerows(lines)
    # no time and no file name inside, so that the same facts give the same bytes
    (HERE / name).write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))
    return len(lines)
