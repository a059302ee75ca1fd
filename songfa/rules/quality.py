"""Quality of a file: score sheets and opinion forms as sections of the packs, points into a grade."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from songfa.rules.packs.schema import (
    Code,
    Count,
    Entry,
    Flag,
    Named,
    Names,
    Positive,
    Record,
    Text,
)
from songfa.rules.problems import SCORES_INVALID

Percent = Annotated[int, Field(strict=True, ge=0, le=100)]


class SheetItem(Record):
    """One thing that is judged: up to `maximum` points. `part` is the part of the sheet it stands in."""

    code: Code
    name: Names
    part: Code
    maximum: Positive


class SheetPart(Record):
    code: Code
    name: Names


class Veto(Record):
    """Something that by itself makes a file fail."""

    code: Code
    name: Names


class Band(Record):
    """A grade from so many points on. `subsidy` is the share of the subsidy that it suggests, in per cent."""

    grade: Code
    name: Names
    at_least: Count
    passes: Flag = True
    subsidy: Percent = 100


class ScoreSheet(Named):
    """How a file's quality is scored. The last band is that of failing; a veto leads there too."""

    services: tuple[Code, ...] = ()  # none: every form of service
    parts: tuple[SheetPart, ...]
    items: tuple[SheetItem, ...]
    vetoes: tuple[Veto, ...] = ()
    bands: tuple[Band, ...]
    refers = {"services": "services"}

    @model_validator(mode="after")
    def _bands_fall(self) -> Self:
        points = [band.at_least for band in self.bands]
        known = {part.code for part in self.parts}
        if points != sorted(set(points), reverse=True) or points[-1] != 0 or points[0] > self.most:
            raise PydanticCustomError("bands_out_of_order", "bands must fall to 0")
        if not {item.part for item in self.items} <= known:
            raise PydanticCustomError("part_unknown", "an item stands in no part")
        return self

    @property
    def most(self) -> int:
        """Return the points of a faultless file."""
        return sum(item.maximum for item in self.items)

    def band(self, grade: str) -> Band | None:
        return next((band for band in self.bands if band.grade == grade), None)


class Question(Record):
    """One question of an opinion form, answered by 1 (worst) to 5 (best)."""

    code: Code
    name: Names


class OpinionForm(Named):
    """What is asked of those who saw the work: court observers, the organ, the recipient.

    `public` forms can be filled in by whoever holds the code of the receipt.
    """

    form_no: Text | None = None
    questions: tuple[Question, ...]
    public: Flag = False
    services: tuple[Code, ...] = ()  # none: every form of service
    refers = {"services": "services"}


SECTIONS: dict[str, type[Entry]] = {"score_sheets": ScoreSheet, "opinion_forms": OpinionForm}
BEST = 5


@dataclass(frozen=True, slots=True)
class Graded:
    """The points, the same in a hundred, and the grade that follows."""

    total: int
    percent: int
    grade: str


def graded(sheet: ScoreSheet, scores: Mapping[str, int], vetoes: Iterable[str] = ()) -> Graded:
    """Add up points and find the grade.

    Every item needs its points, from 0 to its maximum. Raises SCORES_INVALID (item; reason: missing,
    out_of_range, unknown).
    """
    items = {item.code: item for item in sheet.items}
    known = {veto.code for veto in sheet.vetoes}
    struck = list(vetoes)
    for code in [*(set(scores) - set(items)), *(set(struck) - known)]:
        raise SCORES_INVALID(item=code, reason="unknown")
    for code, item in items.items():
        if code not in scores:
            raise SCORES_INVALID(item=code, reason="missing", maximum=item.maximum)
        if not 0 <= scores[code] <= item.maximum:
            raise SCORES_INVALID(item=code, reason="out_of_range", maximum=item.maximum)
    total = sum(scores.values())
    failing = sheet.bands[-1]
    band = failing if struck else next(b for b in sheet.bands if total >= b.at_least)
    return Graded(total, (200 * total + sheet.most) // (2 * sheet.most), band.grade)


def sheet_for(sheets: Iterable[ScoreSheet], service: str) -> ScoreSheet | None:
    """Return the sheet for a form of service: one that names it, else one for every form."""
    found = sorted(sheets, key=lambda sheet: (not sheet.services, sheet.code))
    return next((s for s in found if not s.services or service in s.services), None)


def lot(seed: str, key: UUID) -> str:
    """Return a thing's lot: anybody who knows the seed can draw it again."""
    return hashlib.sha256(f"{seed}:{key}".encode()).hexdigest()


def drawn(seed: str, keys: Iterable[UUID], number: int) -> list[UUID]:
    """Return `number` of the keys: those with the smallest lots, whatever order they come in."""
    return sorted(keys, key=lambda key: lot(seed, key))[:number]


def how_many(pool: int, *, rate: int = 0, number: int = 0) -> int:
    """Return how many of a pool are drawn: a number, or a rate in per cent rounded up, never more than there are."""
    return min(pool, number or -(-pool * rate // 100))
