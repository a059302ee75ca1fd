"""What I owe, what is overdue, what waits for others."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from songfa.access.policy import Actor, postings
from songfa.duties import reads
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Span
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb
from songfa.web.desk.due import Dutylike, due_tag, duty_name
from songfa.web.desk.links import subject_url
from songfa.web.desk.staff import actor_of, staff
from songfa.web.middleware import POSTING
from songfa.web.navigation import first
from songfa.words.say import key_of, say

PAGE = 50
LISTS = ("owed", "soon", "overdue", "escalated", "waiting")


@staff(*Verb)
def start(request: HttpRequest) -> HttpResponse:
    """Lead everybody to the first page of the desk that is theirs."""
    return redirect(first(actor_of(request)))


@staff(*Verb)
@require_POST
def act_as(request: HttpRequest, posting: UUID) -> HttpResponse:
    """Act in another of one's own postings."""
    held = [p for p in postings(actor_of(request).user, timezone.now()) if p.pk == posting]
    if not held:
        raise NOT_FOUND(thing="posting")
    request.session[POSTING] = str(posting)
    return redirect("start")


@staff(Verb.DUTY_SEE)
def desk(request: HttpRequest) -> HttpResponse:
    """Show one of the lists; a head sees by `overdue` what is late in every unit below."""
    actor, at = actor_of(request), timezone.now()
    lists = {
        "owed": reads.owed(actor),
        "soon": reads.soon(actor, at),
        "overdue": reads.overdue(actor, at),
        "escalated": reads.escalated(actor, at),
        "waiting": reads.waiting(actor),
    }
    shown = [name for name in LISTS if lists[name] is not None]
    tally = reads.tally(actor, at)
    counts = {"owed": tally.owed, "soon": tally.soon, "waiting": tally.waiting}
    chosen = request.GET.get("list", "owed")
    chosen = chosen if chosen in shown else "owed"
    rows = lists[chosen]
    assert rows is not None
    found = list(rows.select_related("unit", "held_by")[: PAGE + 1])
    context = {
        "rows": [drawn(actor, d, at) for d in found[:PAGE]],
        "more": len(found) > PAGE,
        "chosen": chosen,
        "lists": [{"code": name, "count": counts.get(name, "")} for name in shown],
        "lede": _lede(chosen, reads.escalates_after(actor, at)),
        "heads": [say(f"duties-{h}") for h in ("about", "what", "who", "due", "basis")],
    }
    return render(request, "desk/duties.html", context)


def _lede(chosen: str, after: Span | None) -> str:
    """Return what a list holds; `after` is how late something is when it reaches this role."""
    long = say(key_of("duties-span", after.unit), n=after.amount) if after else ""
    return say(key_of("duties-lede", chosen), span=long)


def drawn(actor: Actor, duty: Dutylike, at: datetime) -> dict[str, object]:
    """Return what a row of the list shows of a duty."""
    pack = load(duty.pack)
    return {
        "duty": duty,
        "name": duty_name(duty),
        "url": subject_url(duty.subject, duty.subject_id),
        "who": duty.held_by.name if duty.held_by else duty.unit.name,
        "ours": duty.held_by is None and duty.unit == actor.anchor,
        "zone": pack.head.timezone,
        **due_tag(duty, at),
    }


urls = [
    path("", start, name="start"),
    path("duties/", desk, name="desk"),
    path("as/<uuid:posting>/", act_as, name="act_as"),
]
