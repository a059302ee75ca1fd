"""Many files at once: choose those that wait, see the proposal with its reasons and its total, confirm."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from songfa.access.policy import Actor
from songfa.aid import actions, reads
from songfa.aid.reads import File, Proposal
from songfa.rules.packs.read import load
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.files.reasons import all_said, of_keys, said
from songfa.web.desk.press import acted
from songfa.web.desk.staff import actor_of, staff
from songfa.words.habits import day, name_in
from songfa.words.say import key_of, say
from songfa.words.tell import tell

# on one page: what a person can look through
MANY = 200


@staff(Verb.AID_ASSIGN)
def waiting(request: HttpRequest) -> HttpResponse:
    """Show the granted files that nobody has, the oldest first."""
    return _waiting(request, actor_of(request))


def _waiting(request: HttpRequest, actor: Actor, error: str = "") -> HttpResponse:
    found = list(reads.assignable(actor).select_related("area")[: MANY + 1])
    context = {
        "rows": [_line(f) for f in found[:MANY]],
        "more": len(found) > MANY,
        "many": MANY,
        "heads": [say(f"batch-{h}") for h in ("file", "matter", "place", "since")],
        "error": error,
        "may_offer": actor.may(Verb.AID_OFFER),
    }
    return render(request, "desk/assigning.html", context)


def _line(file: File) -> dict[str, Any]:
    pack = load(file.pack)
    return {
        "id": str(file.pk),
        "number": file.number,
        "url": reverse("file", args=[file.pk]),
        "matter": name_in(pack, "matters", file.matter),
        "place": file.area.name,
        "since": day(pack.day(file.decided_at)) if file.decided_at else "",
    }


def _ids(values: list[str]) -> Iterator[UUID]:
    for value in values[: reads.MOST]:
        try:
            yield UUID(value)
        except ValueError:
            continue


@staff(Verb.AID_ASSIGN)
@require_POST
def propose(request: HttpRequest) -> HttpResponse:
    """Show who would have which file, why, what it comes to, and what giving them one by one would come to."""
    actor, at = actor_of(request), timezone.now()
    chosen = list(_ids(request.POST.getlist("file")))
    found = reads.proposal(actor, chosen, at)
    if not found.pairs and not found.left:
        return _waiting(request, actor, say("batch-need"))
    return render(request, "desk/assigning_proposal.html", _proposal(found))


def _proposal(found: Proposal) -> dict[str, Any]:
    ways = [("flow", (len(found.left), found.total)), *found.by_hand.items()]
    return {
        "pairs": [
            {
                **_line(p.file),
                "pair": f"{p.file.pk}:{p.practitioner.pk}",
                "who": p.practitioner.name,
                "firm": p.practitioner.unit.name,
                "points": p.standing.points,
                "reasons": all_said(p.standing.reasons, load(p.file.pack)),
            }
            for p in found.pairs
        ],
        "left": [
            {
                **_line(row.file),
                "why": [
                    say("batch-left-why", reason=_plainly(reason, row.file), n=n)
                    for reason, n in row.why
                ],
            }
            for row in found.left
        ],
        "total": found.total,
        "ways": [
            {"name": say(key_of("order", name)), "left": left, "points": points}
            for name, (left, points) in ways
        ],
        "heads": [say(f"batch-{h}") for h in ("file", "matter", "who", "points", "why")],
        "way_heads": [say("batch-way"), say("batch-left"), say("batch-points")],
        "trail": [{"name": say("nav-assign"), "url": reverse("assigning")}],
    }


def _plainly(reason: Any, file: File) -> str:
    key = f"{reason.code}:{reason.entry}" if reason.entry else reason.code
    return next((text for _, text in of_keys(key, load(file.pack))), said(reason, load(file.pack)))


@staff(Verb.AID_ASSIGN)
@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    """Give the ticked files; what no longer holds is named, and the rest goes through."""
    actor, at = actor_of(request), timezone.now()
    pairs = []
    for value in request.POST.getlist("pair")[: reads.MOST]:
        ids = list(_ids(value.split(":")))
        if len(ids) == 2:
            pairs.append((ids[0], ids[1]))
    if not pairs:
        return _waiting(request, actor, say("batch-need"))
    done = actions.confirm_batch(actor=actor, pairs=pairs, at=at)
    if done.done:
        messages.success(request, say("batch-done", n=len(done.done)))
    if not done.failed:
        return redirect("assigning")
    context = {
        "done": len(done.done),
        "failed": [{"number": f.number or "–", "why": _why(f.problem, actor)} for f in done.failed],
        "heads": [say("batch-file"), say("batch-why")],
        "trail": [{"name": say("nav-assign"), "url": reverse("assigning")}],
    }
    return acted(render(request, "desk/assigning_done.html", context))


def _why(problem: Problem, actor: Actor) -> str:
    facts = problem.facts
    bars = [text for _, text in of_keys(facts.get("bars", ""), load(actor.pack))]
    if "state" in facts:  # given or ended meanwhile
        facts["state"] = say(key_of("state", facts["state"]))
    return " ".join([tell(problem), *bars])


urls = [
    path("assigning/", waiting, name="assigning"),
    path("assigning/proposal/", propose, name="assigning_propose"),
    path("assigning/confirm/", confirm, name="assigning_confirm"),
]
