"""Periods as plan documents write them: mentions found by the language, put together and resolved here.

A `Mention` is an interval with parts that may be unknown. `resolve` gives the two ISO texts of the published form.
"""

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

END = 99  # the last day of the month, whatever it is
_LEAPLESS = 2001  # stands for the year where none is known


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month of it or a day of it. `hidden` marks a placeholder year, which nothing may fill."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """An interval at [at, to) of a text. `bound` is within, before, from or recurring."""

    at: int
    to: int
    first: Point
    last: Point
    bound: str = "within"
    shift: int = 0  # years after the plan's: 次年 = 1
    later: int = 0  # years that the last point is after the first: 4月至次年3月 = 1

    @property
    def has_year(self) -> bool:
        return self.first.year is not None or self.last.year is not None or self.first.hidden

    @property
    def year_only(self) -> bool:
        return self.first.month is None


@dataclass(frozen=True, slots=True)
class Period:
    """What a mention comes to: ISO texts, and whether a day of it does not exist."""

    start: str | None
    end: str | None
    impossible: bool = False


Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[Point, Point, int] | None]]


def scan(flat: str, rules: Iterable[Rule]) -> list[Mention]:
    """Mentions in order of place. Earlier rules win where two overlap."""
    taken = [False] * len(flat)
    found: list[Mention] = []
    for pattern, build in rules:
        for match in pattern.finditer(flat):
            if match.end() == match.start() or any(taken[match.start() : match.end()]):
                continue
            built = build(match)
            if built is None:
                continue
            found.append(Mention(match.start(), match.end(), built[0], built[1], shift=built[2]))
            for i in range(match.start(), match.end()):
                taken[i] = True
    return sorted(found, key=lambda m: m.at)


def joined(
    flat: str, mentions: list[Mention], to: re.Pattern[str], and_: re.Pattern[str]
) -> list[Mention]:
    """Neighbours with a range word between them become one; so do months and quarters in a row."""
    out: list[Mention] = []
    for mention in mentions:
        between = flat[out[-1].to : mention.at] if out else ""
        link = bool(out) and (
            to.fullmatch(between) or (and_.fullmatch(between) and _row(out[-1], mention))
        )
        if link:
            out[-1] = _merge(out[-1], mention)
        else:
            out.append(mention)
    return out


def _row(a: Mention, b: Mention) -> bool:
    """Months and quarters in a row are one stretch; single days stay apart."""
    return all(p.month is not None and p.day is None for p in (a.first, a.last, b.first, b.last))


def _merge(a: Mention, b: Mention) -> Mention:
    first, last = a.first, b.last
    if last.year is None and not last.hidden and first.year is not None:
        last = replace(last, year=first.year + (b.shift - a.shift))
    if first.year is None and not first.hidden and last.year is not None:
        # 11月至2027年2月 begins the year before.
        earlier = (first.month or 1) > (last.month or 12)
        first = replace(first, year=last.year - earlier)
    hidden = first.hidden or last.hidden
    first = replace(first, hidden=hidden and first.year is None)
    last = replace(last, hidden=hidden and last.year is None)
    later = b.shift - a.shift if last.year is None else 0
    return Mention(a.at, b.to, first, last, shift=a.shift, later=max(later, 0))


def with_year(mention: Mention, year: int | None) -> Mention:
    """The mention with `year` where it has none of its own."""
    if year is None or mention.has_year:
        return mention
    year += mention.shift
    return replace(
        mention,
        first=replace(mention.first, year=year),
        last=replace(mention.last, year=year + mention.later),
    )


def resolve(mention: Mention, year: int | None) -> Period:
    """ISO start and end; `year` fills a year that the text does not give."""
    mention = with_year(mention, year)
    if mention.bound == "recurring":
        return Period(None, None)
    whole_months = _whole_months(mention)
    start, bad_start = _iso(mention.first, opening=True, bare=whole_months)
    end, bad_end = _iso(mention.last, opening=False, bare=whole_months)
    if mention.bound == "before":
        bare_end, bad = _iso(mention.last, opening=False, bare=False)
        return Period(None, bare_end, bad)
    if mention.bound == "from":
        return Period(start, None, bad_start)
    return Period(start, end, bad_start or bad_end)


def _whole_months(mention: Mention) -> bool:
    return mention.first.day is None and mention.last.day is None


def _iso(point: Point, *, opening: bool, bare: bool) -> tuple[str | None, bool]:
    if point.month is None:
        if point.year is None:
            return None, False
        return (f"{point.year}-01-01" if opening else f"{point.year}-12-31"), False
    if not 1 <= point.month <= 12:
        return None, True
    if point.year is None and bare and point.day is None:
        return f"--{point.month:02d}", False
    length = calendar.monthrange(point.year or _LEAPLESS, point.month)[1]
    # A day of February without a year may be the 29th.
    longest = 29 if point.month == 2 and point.year is None else length
    day = point.day
    if day is None:
        day = 1 if opening else length
    elif day == END:
        day = length
    if not 1 <= day <= longest:
        return None, True
    head = f"{point.year}" if point.year is not None else "-"
    return f"{head}-{point.month:02d}-{day:02d}", False


def as_days(period: Period) -> tuple[int, int]:
    """Ordinals to compare two periods; an open side reaches to the end of time."""
    return _ordinal(period.start, opening=True), _ordinal(period.end, opening=False)


def _ordinal(iso: str | None, *, opening: bool) -> int:
    if iso is None:
        return 0 if opening else 10**9
    if iso.startswith("---"):
        return 0 if opening else 10**9
    text = iso
    if text.startswith("--"):
        text = f"{_LEAPLESS}-{text[2:]}"
    parts = [int(p) for p in text.split("-")]
    year, month = parts[0], parts[1]
    length = calendar.monthrange(year, month)[1]
    day = parts[2] if len(parts) > 2 else (1 if opening else length)
    return date(year, month, min(day, length)).toordinal()


def reversed_period(period: Period) -> bool:
    """Whether it ends before it starts; both sides must be known and both have or lack a year."""
    if period.start is None or period.end is None:
        return False
    if period.start.startswith("-") != period.end.startswith("-"):
        return False
    first, last = as_days(period)
    return last < first


def disjoint(a: Period, b: Period) -> bool:
    """Whether two periods exclude each other."""
    kinds = {iso.startswith("--") for iso in (a.start, a.end, b.start, b.end) if iso is not None}
    if len(kinds) > 1:
        return False
    (a1, a2), (b1, b2) = as_days(a), as_days(b)
    return a2 < b1 or b2 < a1
