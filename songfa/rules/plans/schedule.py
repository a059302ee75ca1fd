"""When the work of a plan is due: written days with their year, and a recurring task as a row of dated parts."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
DECEMBER = 12
# months in one period of a frequency; a school term counts as half a year
MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "term": 6, "year": 12}
DAYS = {"week": 7, "two_weeks": 14}
PERS = ("day", *DAYS, *MONTHS)


@dataclass(frozen=True, slots=True)
class Part:
    """One dated part of a recurring task: by when, and how many times."""

    due: date
    times: float


def day_of(written: str | None, year: int | None, *, last: bool) -> date | None:
    """Return the day that ISO text means: `2026-09-15`, `2026-09`, or without its year `--09`, `--09-15`.

    A month alone is its first day, or its `last`. None for a day that does not exist or whose year is not known.
    """
    if not written:
        return None
    text = written.removeprefix("--") if written.startswith("--") else written
    parts = [int(p) for p in text.split("-") if p.isdigit()]
    if written.startswith("--"):
        if year is None or not parts:
            return None
        parts = [year, *parts]
    if len(parts) == 1:
        parts += [DECEMBER if last else 1]
    try:
        if len(parts) == 2:
            parts.append(monthrange(parts[0], parts[1])[1] if last else 1)
        return date(*parts[:3])
    except ValueError:  # calendar.IllegalMonthError is one too
        return None


def series(times: float, per: str, first: date, last: date) -> tuple[Part, ...]:
    """Return the parts of `times` a `per` between two days, both included.

    Months, quarters (quý), half-years and years are those of the calendar, weeks end on Sunday; a part that the
    period cuts is due on its last day. What is to be done daily is counted by the month.
    """
    if last < first:
        return ()
    if per == "day":
        return tuple(
            Part(end, times * ((end - start).days + 1)) for start, end in _months(1, first, last)
        )
    spans = _months(MONTHS[per], first, last) if per in MONTHS else _weeks(DAYS[per], first, last)
    return tuple(Part(end, times) for _, end in spans)


def _months(months: int, first: date, last: date) -> Iterator[tuple[date, date]]:
    start = first
    while start <= last:
        month = (start.month - 1) // months * months + months
        end = min(date(start.year, month, monthrange(start.year, month)[1]), last)
        yield start, end
        start = end + ONE_DAY


def _weeks(days: int, first: date, last: date) -> Iterator[tuple[date, date]]:
    start = first
    end = first + ONE_DAY * (7 - first.isoweekday() + days - 7)
    while start <= last:
        yield start, min(end, last)
        start, end = end + ONE_DAY, end + ONE_DAY * days
