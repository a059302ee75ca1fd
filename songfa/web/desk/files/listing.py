"""The list of files: by state, late ones, searched; fifty a page."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone

from songfa.access.policy import Actor
from songfa.aid import reads
from songfa.aid.door import offices
from songfa.aid.reads import Wanted
from songfa.rules.machines import FILE, FILE_OPEN
from songfa.rules.packs.read import load
from songfa.rules.verbs import Verb
from songfa.web.desk.due import due_tag
from songfa.web.desk.staff import actor_of, staff
from songfa.words.habits import name_in, number
from songfa.words.say import key_of, say


@staff(Verb.AID_SEE)
def files(request: HttpRequest) -> HttpResponse:
    """Show the files within reach: by state, late ones, searched; fifty a page."""
    actor, at = actor_of(request), timezone.now()
    told = {k: request.GET.get(k, "")[:100] for k in ("state", "late", "q", "after", "before")}
    wanted = Wanted(told["state"], bool(told["late"]), told["q"], told["after"], told["before"])
    page = reads.listed(actor, wanted, at)
    counts = reads.counts(actor, at)
    kept = {k: v for k, v in told.items() if v and k not in ("after", "before")}
    context = {
        "rows": [_line(row, at) for row in page.rows],
        "heads": [say(f"files-{h}") for h in ("number", "matter", "state", "received", "next")],
        "chips": _chips(wanted, counts, actor.pack),
        "ended": _states(wanted, [s for s in states_of(actor.pack) if s not in FILE_OPEN], counts),
        "ended_on": bool(wanted.state) and wanted.state not in FILE_OPEN,
        "q": wanted.q,
        "state": wanted.state,
        "late": wanted.late,
        "previous": _query(kept, before=page.previous) if page.previous else "",
        "next": _query(kept, after=page.next) if page.next else "",
        "may_apply": takes(actor),
    }
    return render(request, "desk/files.html", context)


def takes(actor: Actor) -> bool:
    """Whether the actor takes applications at a desk that takes any."""
    unit = actor.anchor
    today = timezone.localdate()
    return (
        actor.may(Verb.AID_APPLY) and unit is not None and offices.takes_applications(unit, today)
    )


def _query(kept: dict[str, str], **more: str) -> str:
    return "?" + urlencode({**kept, **more})


def states_of(pack: str) -> tuple[str, ...]:
    """Return the states in which a file of the country can be."""
    return FILE[load(pack).head.country].states()


def _chips(wanted: Wanted, counts: reads.Counts, pack: str) -> list[dict[str, object]]:
    plain_list = not wanted.state and not wanted.late
    chips: list[dict[str, object]] = [
        {"href": "?", "name": say("files-all"), "count": "", "on": plain_list},
        {
            "href": "?late=1",
            "name": say("files-late"),
            "count": _counted(counts.late),
            "on": wanted.late,
            "late": counts.late > 0,
        },
    ]
    return chips + _states(wanted, [s for s in states_of(pack) if s in FILE_OPEN], counts)


def _states(wanted: Wanted, states: Sequence[str], counts: reads.Counts) -> list[dict[str, object]]:
    return [
        {
            "href": f"?state={state}",
            "name": say(key_of("state", state)),
            "count": _counted(counts.states[state]) if state in counts.states else "",
            "on": wanted.state == state,
        }
        for state in states
    ]


def _counted(n: int) -> str:
    return say("files-many", n=number(reads.MANY)) if n > reads.MANY else number(n)


def _line(row: reads.Listed, at: datetime) -> dict[str, object]:
    file = row.file
    pack = load(file.pack)
    tag = due_tag(row.duty, at) if row.duty else None
    return {
        "file": file,
        "url": reverse("file", args=[file.pk]),
        "zone": pack.head.timezone,
        "matter": name_in(pack, "matters", file.matter),
        "step": name_in(pack, "clocks", row.duty.code) if row.duty else "",
        "tag": tag,
    }


urls = [path("files/", files, name="files")]
