"""Periods of the law: from an event and an amount to the instant at which they end.

The day of the event is not counted (民法典 201; Bộ luật Dân sự 147). A period in days ends at 24:00
of its last day, written 23:59:59 in the zone of the country. Hours run without a break.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from songfa.rules.calendar import ONE_DAY, WorkCalendar
from songfa.rules.packs.schema import Clock, HourRule, Roll, Span, Unit
from songfa.rules.problems import CLOCK_AMOUNT_INVALID, NAIVE_TIME

DueStatus = Literal["ok", "calendar_missing", "open"]

END_OF_DAY = time(23, 59, 59)
ONE_HOUR = timedelta(hours=1)
MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class Due:
    """When a period ends, and what the calendar did to it.

    `instant` is None when `status` is `calendar_missing`: the window enters a year whose holidays
    are not published, so no date may be shown as final, or `open`: owed until done. `holidays` and
    `makeup` are the weekday holidays and make-up working days from the day of the event to the last
    day; empty for hours.
    """

    instant: datetime | None
    status: DueStatus
    holidays: tuple[date, ...] = ()
    makeup: tuple[date, ...] = ()


MISSING = Due(None, "calendar_missing")
OPEN = Due(None, "open")


def due(
    start: datetime,
    amount: int,
    unit: Unit,
    calendar: WorkCalendar,
    roll: Roll = "none",
    hour_rule: HourRule = "from_moment",
) -> Due:
    """Say when a period of `amount` `unit` that begins with the event at `start` ends.

    `roll` moves a last day that is no working day to the next one (民法典 203; BLDS 148(5)); it
    does not touch hours, and working days need none. `hour_rule` next_full_hour leaves out the
    hour of the event (民事诉讼法 85). Raises NAIVE_TIME for a start without offset and
    CLOCK_AMOUNT_INVALID for a negative amount or one beyond the calendar.
    """
    local = _local(start, calendar)
    if amount < 0:
        raise CLOCK_AMOUNT_INVALID(amount=amount, unit=unit)
    try:
        if unit == "hours":
            return Due(_after_hours(local, amount, hour_rule), "ok")
        return _by_days(local, amount, unit, calendar, roll)
    except (OverflowError, ValueError) as error:
        raise CLOCK_AMOUNT_INVALID(amount=amount, unit=unit) from error


def due_of(clock: Clock, start: datetime, calendar: WorkCalendar) -> Due:
    """`due` with the values of a clock of the pack."""
    if clock.unit == "open":
        return OPEN
    return due(start, clock.amount, clock.unit, calendar, clock.roll, clock.hour_rule)


def resumed(
    instant: datetime,
    suspended_at: datetime,
    resumed_at: datetime,
    unit: Unit,
    calendar: WorkCalendar,
    roll: Roll = "none",
) -> Due:
    """Give the new end of a period that stood still from `suspended_at` to `resumed_at`.

    What was left runs on: hours to the second; other units by days after the day of resumption,
    working days by working days. A period that had ended before it was suspended stays as it was.
    """
    end, stop, go = (_local(moment, calendar) for moment in (instant, suspended_at, resumed_at))
    if stop >= end:
        return Due(end, "ok")
    if unit == "hours":
        return Due(go + (end - stop), "ok")
    if unit == "working_days":
        left = _working_days_between(stop.date(), end.date(), calendar)
        return MISSING if left is None else due(go, left, "working_days", calendar)
    return due(go, (end.date() - stop.date()).days, "days", calendar, roll)


def warn_at(instant: datetime, before: Span, calendar: WorkCalendar) -> datetime:
    """Give the moment `before` an end at which its ower is reminded.

    Counts back; where the calendar is not published, working days are Monday to Friday, since a
    reminder has no effect in law.
    """
    local = _local(instant, calendar)
    if before.unit == "hours":
        return local - ONE_HOUR * before.amount
    if before.unit == "working_days":
        day = local.date()
        left = before.amount
        while left:
            day -= ONE_DAY
            left -= _likely_working_day(day, calendar)
        return datetime.combine(day, local.timetz())
    day = local.date()
    if before.unit == "days":
        return local - ONE_DAY * before.amount
    months = before.amount * (MONTHS_IN_YEAR if before.unit == "years" else 1)
    return datetime.combine(_add_months(day, -months), local.timetz())


def _local(moment: datetime, calendar: WorkCalendar) -> datetime:
    if moment.utcoffset() is None:
        raise NAIVE_TIME(value=moment.isoformat())
    return moment.astimezone(calendar.zone)


def _after_hours(start: datetime, amount: int, hour_rule: HourRule) -> datetime:
    if hour_rule == "next_full_hour":
        start = start.replace(minute=0, second=0, microsecond=0) + ONE_HOUR
    return start + ONE_HOUR * amount


def _by_days(start: datetime, amount: int, unit: Unit, calendar: WorkCalendar, roll: Roll) -> Due:
    first = start.date()
    last = _last_day(first, amount, unit, calendar)
    if last is not None and roll == "next_working_day":
        last = _rolled(last, calendar)
    if last is None:
        return MISSING
    return Due(
        instant=datetime.combine(last, END_OF_DAY, tzinfo=calendar.zone),
        status="ok",
        holidays=calendar.weekday_holidays(first, last),
        makeup=calendar.makeup_days(first, last),
    )


def _last_day(first: date, amount: int, unit: Unit, calendar: WorkCalendar) -> date | None:
    """Give the last day counted; None when it lies beyond the published calendars."""
    if unit == "working_days":
        return _after_working_days(first, amount, calendar)
    if unit == "days":
        return first + ONE_DAY * amount
    return _add_months(first, amount * (MONTHS_IN_YEAR if unit == "years" else 1))


def _after_working_days(day: date, amount: int, calendar: WorkCalendar) -> date | None:
    left = amount
    while left:
        day += ONE_DAY
        if not calendar.knows(day):
            return None
        left -= calendar.is_working_day(day)
    return day


def _rolled(day: date, calendar: WorkCalendar) -> date | None:
    while calendar.knows(day):
        if calendar.is_working_day(day):
            return day
        day += ONE_DAY
    return None


def _add_months(day: date, months: int) -> date:
    """Give the corresponding date, or the last of the month where there is none (民法典 202)."""
    year, month = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + months, MONTHS_IN_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _working_days_between(after: date, last: date, calendar: WorkCalendar) -> int | None:
    count, day = 0, after
    while day < last:
        day += ONE_DAY
        if not calendar.knows(day):
            return None
        count += calendar.is_working_day(day)
    return count


def _likely_working_day(day: date, calendar: WorkCalendar) -> bool:
    return calendar.is_working_day(day) if calendar.knows(day) else day.isoweekday() <= 5
