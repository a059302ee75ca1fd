"""How a session and a row of the register are shown."""

from datetime import datetime

from django.urls import reverse

from songfa.aid.reads import DutyHelp, DutySession
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Named
from songfa.web.fields import name_of
from songfa.words.habits import name_in
from songfa.words.say import say

LONG = 2000
PLEA = "cn"  # where pleas of guilty are signed before a duty lawyer


def choices(pack: Pack, model: type[Named], at: datetime) -> list[tuple[str, str]]:
    found = sorted(pack.all(model, pack.day(at)).values(), key=lambda e: getattr(e, "order", 0))
    return [(e.code, name_of(e)) for e in found]


def links(here: str) -> list[dict[str, object]]:
    named = (("duty_register", "duty-register"), ("duty_sessions", "duty-sessions"))
    return [
        {"name": say(word), "url": reverse(route), "current": route == here}
        for route, word in named
    ]


def session(row: DutySession) -> dict[str, object]:
    pack = load(row.unit.pack)
    return {"row": row, "kind": name_in(pack, "duty_places", row.kind), "zone": pack.head.timezone}


def trail() -> list[dict[str, str]]:
    return [{"name": say("duty-sessions"), "url": reverse("duty_sessions")}]


def heads() -> list[str]:
    return [say(f"duty-{h}") for h in ("number", "name", "asked-by", "asked-at", "state", "kinds")]


def line(row: DutyHelp) -> dict[str, object]:
    pack = load(row.pack)
    return {
        "row": row,
        "zone": pack.head.timezone,
        "asked_by": name_in(pack, "askers", row.asked_by),
        "kinds": [name_in(pack, "help_kinds", code) for code in row.kinds],
    }
