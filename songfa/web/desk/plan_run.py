"""A plan that runs: progress by task and by unit, and the shares behind a figure."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from songfa.access.policy import Actor
from songfa.outreach.reads import plans as reads
from songfa.outreach.reads import shares
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb
from songfa.web.desk.links import DEEPEST
from songfa.web.desk.pages import paged
from songfa.web.desk.plan_fields import (
    measure_of,
    number,
)
from songfa.web.desk.plan_frame import PAGE, heads_of, plan_step, trail
from songfa.web.desk.staff import actor_of, staff
from songfa.words.say import say


def running(request: HttpRequest, actor: Actor, found: Any) -> HttpResponse:
    at = timezone.now()
    by = request.GET.get("by", "task")
    by = by if by in ("task", "unit") else "task"
    seen = reads.progress(actor, found, at)
    context = {
        "plan": found,
        "trail": trail(),
        "total": seen.total,
        "by": by,
        "tasks": [
            {"row": r, "depth": min(r.node.depth, DEEPEST), "amount": _amount(r)}
            for r in seen.tasks
            if r.roll.shares or not r.node.leaf
        ],
        "units": [{"row": r, "depth": min(r.depth, DEEPEST)} for r in seen.units],
        "obstacles": reads.obstacles(actor, found),
        "heads": [say(f"plan-col-{by}"), *heads_of("progress", "done", "late", "obstacles")],
    }
    return render(request, "desk/plan_running.html", context)


def _amount(row: reads.TaskRow) -> str:
    """Say how much of what is owed was done, where all shares count the same thing."""
    roll, task = row.roll, row.node.task
    if roll.amount is None or roll.target is None or not row.node.leaf:
        return ""
    return say(
        "plan-amount",
        n=number(roll.amount),
        of=number(roll.target),
        measure=measure_of(task.measure, recurs=bool(task.per)),
    )


@staff(Verb.OUTREACH_SEE)
def plan_shares(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Show the shares behind a figure: of one task, or of one unit."""
    actor, at = actor_of(request), timezone.now()
    found = reads.plan(actor, plan)
    kept = {k: _uuid(request.GET.get(k)) for k in ("task", "unit")}
    rows, more = paged(request, shares.of_plan(actor, found, at, **kept), size=PAGE, **kept)
    context = {
        "plan": found,
        "trail": trail(plan_step(found)),
        "rows": [{"share": s, "done": share_amount(s)} for s in rows],
        **more,
        "heads": [say("plan-col-task"), say("plan-col-unit"), *heads_of("state", "done", "due")],
    }
    return render(request, "desk/shares_of_plan.html", context)


def share_amount(share: Any) -> str:
    """Say how much of a share is done."""
    measure = measure_of(share.measure, recurs=bool(share.times))
    if share.target is None:
        return f"{number(share.done)} {measure}".strip()
    return say("plan-amount", n=number(share.done), of=number(share.target), measure=measure)


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        raise NOT_FOUND(thing="outreach.Share") from None


urls = [
    path("plans/<uuid:plan>/shares/", plan_shares, name="plan_shares"),
]
