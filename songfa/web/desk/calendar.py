"""The calendar: hearings and deadlines of oneself and one's unit, month by month, and as a file for other calendars."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone

from songfa.aid.reads import work as reads
from songfa.papers.out.ical import Event, calendar
from songfa.rules.filework import is_deadline
from songfa.rules.packs.read import load
from songfa.rules.verbs import Verb
from songfa.web.desk.staff import actor_of, staff
from songfa.words.habits import day, interpreter_name
from songfa.words.say import key_of, say

BEHIND, AHEAD = timedelta(days=31), timedelta(days=366)
REMIND = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1990, 2200


def _month(asked: str, today: date) -> date:
    """Return the first day of the month asked for as 2026-11; this month when it is none."""
    try:
        found = datetime.strptime(asked, "%Y-%m").date()  # noqa: DTZ007 - a month, no moment
    except ValueError:
        return today.replace(day=1)
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else today.replace(day=1)


@staff(Verb.AID_SEE)
def month(request: HttpRequest) -> HttpResponse:
    """List the hearings of a month, day by day; two at the same time for one person are marked."""
    actor, at = actor_of(request), timezone.now()
    pack = load(actor.pack)
    first = _month(request.GET.get("month", ""), pack.day(at))
    last = first.replace(day=monthrange(first.year, first.month)[1])
    rows = reads.between(actor, first, last)
    clash = reads.clashes(rows)
    zone = ZoneInfo(pack.head.timezone)
    days: dict[date, list[dict[str, object]]] = {}
    for row in rows:
        local = row.starts_at.astimezone(zone)
        days.setdefault(local.date(), []).append(_listed(row, zone, clash=row.pk in clash))
    listed = [
        {"day": d, "weekday": say(f"calendar-weekday-{d.isoweekday()}"), "rows": found}
        for d, found in sorted(days.items())
    ]
    before, after = first - timedelta(days=1), last + timedelta(days=1)
    context = {
        "title": say("calendar-month", y=f"{first.year}", m=first.month),
        "days": listed,
        "today": pack.day(at), "clashes": bool(clash),
        "previous": f"?month={before:%Y-%m}", "next": f"?month={after:%Y-%m}",
    }  # fmt: skip
    return render(request, "desk/calendar.html", context)


def _listed(row: Any, zone: ZoneInfo, *, clash: bool) -> dict[str, object]:
    starts, ends = row.starts_at.astimezone(zone), row.ends_at.astimezone(zone)
    told = f"{ends:%H:%M}" if is_deadline(row.kind) else f"{starts:%H:%M}–{ends:%H:%M}"
    return {
        "row": row, "clock": told, "clash": clash, "kind": say(key_of("hearing", row.kind)),
        "url": reverse("hearing", args=[row.pk]),
        "interpreter": interpreter_name(row.interpreter) if row.interpreter else "",
    }  # fmt: skip


@staff(Verb.AID_SEE)
def feed(request: HttpRequest) -> HttpResponse:
    """Hand out the calendar from a month ago to a year ahead. It names no person: a file leaves the house."""
    actor, at = actor_of(request), timezone.now()
    today = load(actor.pack).day(at)
    rows = reads.between(actor, today - BEHIND, today + AHEAD)
    events = [
        Event(
            uid=f"{r.pk}@songfa", starts=r.starts_at, ends=r.ends_at, stamp=at, revision=r.moved,
            summary=f"{say(key_of('hearing', r.kind))} {r.file.number}", cancelled=r.state == "called_off",
            place=" ".join(x for x in (r.organ, r.place) if x), remind=REMIND if r.state == "set" else None,
        )
        for r in rows
    ]  # fmt: skip
    name = say("calendar-name", name=actor.user.name, day=day(today))
    answer = HttpResponse(calendar(name, events), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="songfa.ics"'
    answer["Cache-Control"] = "private, no-store"
    return answer


urls = [
    path("calendar/", month, name="calendar"),
    path("calendar.ics", feed, name="calendar_ics"),
]
