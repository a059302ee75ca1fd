"""Working days of a country, from the published calendars in its pack."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import YearCalendar
from songfa.rules.problems import CALENDAR_MISSING

SATURDAY = 6
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Days off and make-up working days of the years that were published, and the local zone."""

    zone: ZoneInfo
    years: frozenset[int]
    off: frozenset[date]
    makeup: frozenset[date]

    def knows(self, day: date) -> bool:
        """True when the holidays of that year were published."""
        return day.year in self.years

    def is_working_day(self, day: date) -> bool:
        """Make-up days count, weekday holidays do not. An unknown year raises CALENDAR_MISSING."""
        if not self.knows(day):
            raise CALENDAR_MISSING(on=day, year=day.year)
        if day in self.makeup:
            return True
        return day.isoweekday() < SATURDAY and day not in self.off

    def weekday_holidays(self, first: date, last: date) -> tuple[date, ...]:
        """Days off from Monday to Friday between two days, both included."""
        days = (d for d in self.off if first <= d <= last and d.isoweekday() < SATURDAY)
        return tuple(sorted(days))

    def makeup_days(self, first: date, last: date) -> tuple[date, ...]:
        """Weekend days that are worked between two days, both included."""
        return tuple(sorted(d for d in self.makeup if first <= d <= last))


@cache
def of_pack(code: str) -> WorkCalendar:
    """Build the calendar of a pack once. Raises as `packs.read.load` does."""
    return build(load(code))


def build(pack: Pack) -> WorkCalendar:
    """Build a calendar from the entries `holidays/calendar` of a pack, one a year."""
    years = [v for v in pack.versions("holidays", "calendar") if isinstance(v, YearCalendar)]
    return WorkCalendar(
        zone=ZoneInfo(pack.head.timezone),
        years=frozenset(y.valid_from.year for y in years),
        off=frozenset(day for y in years for span in y.off for day in _days(span.first, span.last)),
        makeup=frozenset(day for y in years for day in y.makeup),
    )


def _days(first: date, last: date) -> list[date]:
    return [first + ONE_DAY * n for n in range((last - first).days + 1)]
