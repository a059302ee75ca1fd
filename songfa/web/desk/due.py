"""How the time of a duty is said: late, due soon, left; in words as well as in colour."""

from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from songfa.rules.packs.read import Pack, load
from songfa.rules.problems import Problem
from songfa.words.say import key_of, say

HOURS_SHOWN = timedelta(hours=24)


class Named(Protocol):
    """Somebody or some body with a name."""

    @property
    def name(self) -> str: ...


class Dutylike(Protocol):
    """What is asked of a duty here: its clock, its times and who owes it."""

    code: str
    pack: str
    rule: dict[str, object]
    subject: str
    subject_id: UUID
    opened_at: datetime
    due_at: datetime | None
    warn_at: datetime | None
    suspended_at: datetime | None
    ended_at: datetime | None

    @property
    def held_by(self) -> Named | None: ...

    @property
    def unit(self) -> Named: ...


def duty_name(duty: Dutylike) -> dict[str, str] | str:
    """Return the clock's name in the pack, or the word of a promise that no clock knows."""
    pack = load(duty.pack)
    try:
        entry = pack.one("clocks", duty.code, pack.day(duty.opened_at))
    except Problem:
        # a promise in several parts names the part behind a colon
        return say(key_of("duty", duty.code.partition(":")[0]))
    return entry.name.model_dump() if entry.name else duty.code


def due_tag(duty: Dutylike, at: datetime) -> dict[str, str]:
    """Return `tone` (late, soon, ok, plain) and `tag` (words) of an open duty."""
    if duty.suspended_at is not None:
        return {"tone": "plain", "tag": say("duties-stands-still")}
    if duty.due_at is None:
        missing = duty.rule.get("calendar") == "calendar_missing"
        return {"tone": "plain", "tag": say("duties-no-calendar" if missing else "duties-no-date")}
    warned = duty.warn_at is not None and duty.warn_at <= at
    by_hour = duty.rule.get("unit") == "hours"
    return time_tag(duty.due_at, at, load(duty.pack), warned=warned, by_hour=by_hour)


def time_tag(
    due: datetime, at: datetime, pack: Pack, *, warned: bool = False, by_hour: bool = False
) -> dict[str, str]:
    """Return `tone` and `tag` of a time: how many days it has passed by or is away, or hours where hours count."""
    days = (pack.day(due) - pack.day(at)).days
    if due < at:
        return {"tone": "late", "tag": say("duties-late", days=-days)}
    tone = "soon" if warned else "ok"
    if by_hour and due - at < HOURS_SHOWN:
        hours = max(int((due - at).total_seconds() // 3600), 0)
        return {"tone": tone, "tag": say("duties-hours-left", hours=hours)}
    return {"tone": tone, "tag": say("duties-left", days=days)}
