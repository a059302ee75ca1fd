"""What adoption would open: for each task the days by which its parts are due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from songfa.outreach.models import Plan, Task
from songfa.rules.packs.read import load
from songfa.rules.plans.schedule import Part, day_of, series

LAST_DAY = (12, 31)


@dataclass(frozen=True, slots=True)
class Timetable:
    """When one task without tasks under it is due. `dues` is empty when neither the task nor the plan has an end.

    `parts` are those of a recurring task that still lie ahead, `skipped` how many are over; `target` is what each unit
    owes in all.
    """

    task: Task
    first: date | None
    last: date | None
    dues: tuple[date, ...]
    parts: tuple[Part, ...]
    skipped: int
    target: Decimal | None

    @property
    def opened(self) -> int:
        """How many duties adoption opens for this task."""
        return len(self.dues) * len(self.task.to)


def local_day(pack: str, at: datetime) -> date:
    """Return which day it is where a pack is in force."""
    return at.astimezone(ZoneInfo(load(pack).head.timezone)).date()


def year_of(said: Mapping[str, Any]) -> int | None:
    """Return the year of a plan that was read: that of most of its days, else of its date of issue."""
    days = [
        d
        for part in ("tasks", "phases")
        for x in said.get(part, ())
        for d in (x.get("start"), x.get("end"))
        if d
    ]
    years = [int(d[:4]) for d in days if d[:4].isdigit()]
    if years:
        return max(sorted(set(years)), key=years.count)
    issued = said.get("date") or ""
    return int(issued[:4]) if issued[:4].isdigit() else None


def span(plan: Plan) -> tuple[date | None, date | None]:
    """Return the plan's first and last day: of its phases, else of its year."""
    starts = [d for p in plan.body["phases"] if (d := day_of(p["start"], plan.year, last=False))]
    ends = [d for p in plan.body["phases"] if (d := day_of(p["end"], plan.year, last=True))]
    year = plan.year
    first = min(starts) if starts else (date(year, 1, 1) if year else None)
    last = max(ends) if ends else (date(year, *LAST_DAY) if year else None)
    return first, last


def timetable(plan: Plan, on: date) -> list[Timetable]:
    """Return the timetable of each task that has none under it, in order; parts over before `on` left out."""
    tasks = list(plan.tasks.order_by("place"))
    by_id = {t.pk: t for t in tasks}
    above = {t.parent_id for t in tasks}
    return [_table(plan, t, _bounds(plan, t, by_id), on) for t in tasks if t.pk not in above]


def _bounds(plan: Plan, task: Task, by_id: Mapping[UUID, Task]) -> tuple[date | None, date | None]:
    """Return the first and last day of a task: its own, else those of the nearest task above, else the plan's."""
    here: Task | None = task
    while here is not None:
        if here.start or here.end:
            first, last = (
                day_of(here.start, plan.year, last=False),
                day_of(here.end, plan.year, last=True),
            )
            if last is not None:
                return first or _begins(plan, last), last
            return first, span(plan)[1]
        here = by_id.get(here.parent_id) if here.parent_id else None
    return span(plan)


def _begins(plan: Plan, last: date) -> date:
    """Return where a task begins that says only when it ends: with the plan, or with the year."""
    first = span(plan)[0]
    return first if first is not None and first <= last else date(last.year, 1, 1)


def _table(plan: Plan, task: Task, bounds: tuple[date | None, date | None], on: date) -> Timetable:
    first, last = bounds
    if last is not None and (first is None or first > last):
        first = date(last.year, 1, 1)
    if task.times is None or first is None or last is None:
        return Timetable(
            task, first, last, (last,) if last else (), (), 0, task.target or task.quantity
        )
    every = series(float(task.times), task.per, first, last)
    ahead = tuple(p for p in every if p.due >= on) or every[-1:]
    target = task.target or sum((Decimal(str(p.times)) for p in ahead), Decimal(0))
    return Timetable(
        task, first, last, tuple(p.due for p in ahead), ahead, len(every) - len(ahead), target
    )
