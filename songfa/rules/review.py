"""The arithmetic of an annual review: how a figure is printed, and which relations between figures hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from songfa.rules.packs.schema import Campaign, Quantifier, Relation

DIGITS = (
    2  # what a rounded figure keeps: 506 is printed as more than 500, 198 400 as nearly 200 000
)
Applies = Literal["yes", "no", "unknown"]
# amounts from which a Chinese text counts in 亿 and in 万
YI, WAN = 100_000_000, 10_000


def printed(value: int, quantifier: Quantifier) -> tuple[int, Quantifier]:
    """Return the round number that is printed and how it stands to the value.

    `more_than` goes down to two digits, `nearly` goes up. A value that is round already, or has no more than
    two digits, is exact: nothing is more than itself.
    """
    step = 10 ** max(len(str(abs(value))) - DIGITS, 0)
    if quantifier == "exact" or value % step == 0:
        return value, "exact"
    low = value // step * step
    return (low, "more_than") if quantifier == "more_than" else (low + step, "nearly")


def chinese(value: Decimal) -> str:
    """Return a number as a Chinese report writes it: 4326, 1847.49万, 1.34亿. Nothing is rounded away."""
    for unit, word in ((YI, "亿"), (WAN, "万")):
        part = value / unit
        if abs(part) >= 1 and part == round(part, 2):
            return f"{part.normalize():f}{word}"
    return f"{value.normalize():f}"


def ordinal(n: int) -> str:
    """Return the Chinese numeral of a heading, 1 to 99."""
    tens, ones = divmod(n, 10)
    digits = "〇一二三四五六七八九"
    return f"{digits[tens] if tens > 1 else ''}{'十' if tens else ''}{digits[ones] if ones else ''}"


@dataclass(frozen=True, slots=True)
class Held:
    """A relation and whether it holds. `holds` is None when one of its figures is not counted here.

    `applies` tells of a rule that binds only when the campaign lies inside the year: unknown without its dates.
    """

    id: str
    kind: str
    must_hold: str
    left: tuple[str, ...]
    op: str
    right: tuple[str, ...]
    applies: Applies
    holds: bool | None

    @property
    def broken(self) -> bool:
        """Return whether the figures must be looked at: a rule that binds does not hold."""
        binds = self.must_hold == "always" or (
            self.must_hold == "if_window_inside_year" and self.applies == "yes"
        )
        return binds and self.holds is False


def relate(
    relations: Iterable[Relation],
    values: Mapping[str, int],
    year: int,
    campaigns: Mapping[str, Campaign | None],
) -> tuple[Held, ...]:
    """Judge each relation by the values of the figures (`group.measure`).

    `campaigns` maps a figure to the campaign it counts, None or absent for the whole year.
    """
    return tuple(_judge(r, values, _applies(r, year, campaigns)) for r in relations)


def _judge(relation: Relation, values: Mapping[str, int], applies: Applies) -> Held:
    known = all(figure in values for figure in (*relation.left, *relation.right))
    holds = None
    if known:
        left, right = (sum(values[f] for f in side) for side in (relation.left, relation.right))
        holds = {"<=": left <= right, "<": left < right, "=": left == right}[relation.op]
    return Held(
        relation.code,
        relation.kind,
        relation.must_hold,
        relation.left,
        relation.op,
        relation.right,
        applies,
        holds,
    )


def _applies(relation: Relation, year: int, campaigns: Mapping[str, Campaign | None]) -> Applies:
    if relation.must_hold != "if_window_inside_year":
        return "yes"
    known = [
        campaigns[f] for f in (*relation.left, *relation.right) if campaigns.get(f) is not None
    ]
    return inside(known[0], year) if known else "yes"


def inside(campaign: Campaign | None, year: int) -> Applies:
    """Return whether a campaign lies inside a year; unknown when its dates are not."""
    if campaign is None or campaign.start is None or campaign.end is None:
        return "unknown"
    return (
        "yes" if date(year, 1, 1) <= campaign.start and campaign.end <= date(year, 12, 31) else "no"
    )
