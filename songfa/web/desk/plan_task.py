"""One task of a draft beside its lines: look, correct, merge, remove."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from songfa.access.policy import Actor
from songfa.outreach.actions import plans as actions
from songfa.outreach.reads import plans as reads
from songfa.rules.problems import NOT_FOUND, Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.plan_fields import (
    ORDER,
    form_of,
    rows,
    values_of,
)
from songfa.web.desk.plan_frame import finding_of, plan_step, said, task_url, trail
from songfa.web.desk.staff import actor_of, staff


@staff(Verb.OUTREACH_SEE)
def task(request: HttpRequest, task: UUID) -> HttpResponse:
    """Show a task beside its lines; `?edit=lead` opens one field, `?lines=lead` lights up its lines."""
    actor = actor_of(request)
    found = reads.task(actor, task)
    editing = request.GET.get("edit", "")
    form = form_of(editing, initial=values_of(found)) if editing in ORDER else None
    return _task_page(request, actor, found, editing, form)


def _task_page(
    request: HttpRequest,
    actor: Actor,
    found: Any,
    editing: str = "",
    form: forms.Form | None = None,
) -> HttpResponse:
    nodes = reads.tree(found.plan)
    at = next(n for n, node in enumerate(nodes) if node.task.pk == found.pk)
    drawn = rows(found, editing, form)
    lit = next((r for r in drawn if r.field == request.GET.get("lines") and r.line), None)
    first, last = (lit.line, lit.last) if lit else (found.first_line, found.last_line)
    findings = reads.findings(found.plan, [n.task for n in nodes])
    context = {
        "plan": found.plan,
        "task": found,
        "rows": drawn,
        "n": at + 1,
        "of": len(nodes),
        "before": task_url(nodes[at - 1].task) if at else "",
        "after": task_url(nodes[at + 1].task) if at + 1 < len(nodes) else "",
        "form": form if form is not None and form.errors else None,
        "hits": list(range(first, last + 1)) if first and last else [],
        "findings": [
            finding_of(found.plan, f)
            for f in findings
            if not f.settled and f.task is not None and f.task.pk == found.pk
        ],
        "look": {
            f.field
            for f in findings
            if not f.settled and f.task is not None and f.task.pk == found.pk
        },
        "editable": found.plan.state == reads.DRAFT and actor.may(Verb.OUTREACH_CORRECT),
        "trail": trail(plan_step(found.plan)),
    }
    return render(
        request,
        "desk/plan_task.html",
        context,
        status=400 if form is not None and form.errors else 200,
    )


@staff(Verb.OUTREACH_CORRECT)
@require_POST
def correct(request: HttpRequest, task: UUID, field: str) -> HttpResponse:
    """Write over one field; what is wrong with it is said in its row."""
    actor = actor_of(request)
    found = reads.task(actor, task)
    if field not in ORDER:
        raise NOT_FOUND(thing="field")
    form = form_of(field, data=request.POST)
    if form.is_valid():
        try:
            actions.correct(
                actor=actor, at=timezone.now(), task=found, field=field, values=form.cleaned_data
            )
        except Problem as problem:
            form.add_error(None, said(problem))
        else:
            return redirect(f"{task_url(found)}#task")
    return _task_page(request, actor, found, field, form)


@staff(Verb.OUTREACH_CORRECT)
@require_POST
def right(request: HttpRequest, task: UUID) -> HttpResponse:
    """This one is right: on to the next, or to the units behind the last."""
    actor = actor_of(request)
    found = reads.task(actor, task)
    actions.mark_right(actor=actor, at=timezone.now(), task=found)
    following = found.plan.tasks.filter(place__gt=found.place).order_by("place").first()
    return (
        redirect("plan_task", following.pk) if following else redirect("plan_units", found.plan_id)
    )


@staff(Verb.OUTREACH_CORRECT)
@require_POST
def change(request: HttpRequest, task: UUID, act: str) -> HttpResponse:
    """Merge a task with the one before it, or take it out."""
    actor, at = actor_of(request), timezone.now()
    found = reads.task(actor, task)
    if act == "merge":
        return redirect("plan_task", actions.merge_task(actor=actor, at=at, task=found).pk)
    actions.remove_task(actor=actor, at=at, task=found)
    return redirect("plan", found.plan_id)


urls = [
    path("plans/task/<uuid:task>/", task, name="plan_task"),
    path("plans/task/<uuid:task>/right/", right, name="plan_right"),
    path("plans/task/<uuid:task>/correct/<slug:field>/", correct, name="plan_correct"),
    path("plans/task/<uuid:task>/merge/", change, {"act": "merge"}, name="plan_merge"),
    path("plans/task/<uuid:task>/remove/", change, {"act": "remove"}, name="plan_remove"),
]
