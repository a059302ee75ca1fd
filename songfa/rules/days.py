"""Days, weeks and months of legal publicity: from a rule to the dates of a year."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from lunar_python import Lunar

from songfa.rules.packs.schema import Publicity
from songfa.rules.problems import DAY_NOT_IN_YEAR

DAYS_IN_WEEK = 7
FIRST_YEAR, LAST_YEAR = 1950, 2200  # the lunar tables are exact here


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, both included."""

    first: date
    last: date


def on_year(rule: Publicity, year: int) -> Days:
    """Give the days of `rule` in the Gregorian `year`.

    Raises DAY_NOT_IN_YEAR when that year has none: 29 February, a fifth Sunday, a lunar day that
    does not fall in it, a year beyond the tables.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DAY_NOT_IN_YEAR(name=rule.code, year=year)
    if rule.rule == "month":
        return Days(
            date(year, rule.month, 1), date(year, rule.month, monthrange(year, rule.month)[1])
        )
    first = _first(rule, year)
    if first is None:
        raise DAY_NOT_IN_YEAR(name=rule.code, year=year)
    if rule.rule == "week_of":
        first -= timedelta(days=first.isoweekday() - 1)
        return Days(first, first + timedelta(days=DAYS_IN_WEEK - 1))
    return Days(first, first + timedelta(days=rule.length - 1))


def _first(rule: Publicity, year: int) -> date | None:
    if rule.rule == "nth_weekday":
        return _nth_weekday(year, rule.month, rule.nth or 1, rule.weekday or 1)
    if rule.rule == "lunar":
        return _lunar(year, rule.month, rule.day or 1)
    try:
        return date(year, rule.month, rule.day or 1)
    except ValueError:
        return None


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> date | None:
    start = date(year, month, 1)
    shift = (weekday - start.isoweekday()) % DAYS_IN_WEEK + (nth - 1) * DAYS_IN_WEEK
    day = start + timedelta(days=shift)
    return day if day.month == month else None


def _lunar(year: int, month: int, day: int) -> date | None:
    """Find the lunar day in this Gregorian year: the last lunar months run into the next one.

    The calendar is that of the meridian of China. The Vietnamese one differs by a day in rare
    years; its packs hold no lunar rule.
    """
    for lunar_year in (year, year - 1):
        found = _solar(lunar_year, month, day)
        if found is not None and found.year == year:
            return found
    return None


def _solar(lunar_year: int, month: int, day: int) -> date | None:
    try:
        solar = Lunar.fromYmd(lunar_year, month, day).getSolar()
    except Exception:  # the library raises a bare Exception for a day that is not there
        return None
    return date(solar.getYear(), solar.getMonth(), solar.getDay())
