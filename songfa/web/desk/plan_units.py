"""Who gets which task, and the adoption of a plan."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from songfa.outreach.actions import plans as actions
from songfa.outreach.reads import plans as reads
from songfa.outreach.reads import schedule
from songfa.rules.problems import NOT_FOUND, Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.plan_fields import (
    Amount,
    joined,
    measure_of,
    number,
)
from songfa.web.desk.plan_frame import plan_step, said, trail
from songfa.web.desk.staff import actor_of, staff
from songfa.words.habits import day
from songfa.words.say import say

NAMED = 4  # units named one by one in a list


@staff(Verb.OUTREACH_CORRECT)
def units(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Show who gets what; confirm all suggestions at once."""
    actor, at = actor_of(request), timezone.now()
    found = reads.plan(actor, plan)
    if request.method == "POST":
        n = actions.assign_suggested(actor=actor, at=at, plan=found)
        messages.success(request, say("plan-units-confirmed", n=n))
        return redirect("plan_units", plan)
    given = reads.giving(found)
    context = {
        "plan": found,
        "trail": trail(plan_step(found)),
        "rows": [_giving(g) for g in given],
        "suggested": any(g.suggested and not g.given for g in given),
        "heads": [say(f"plan-col-{k}") for k in ("task", "unit")],
    }
    return render(request, "desk/plan_units.html", context)


def _giving(given: reads.Giving) -> dict[str, Any]:
    return {
        "task": given.task,
        "lead": joined(given.lead),
        "given": _named([u.name for u in given.given]),
        "suggested": _named([u.name for u in given.suggested]) if not given.given else "",
    }


def _named(names: list[str]) -> str:
    """Name a few units one by one and count the others."""
    text = joined(names[:NAMED])
    return f"{text} {say('plan-units-more', n=len(names) - NAMED)}" if len(names) > NAMED else text


class UnitsForm(forms.Form):
    """The units of a task, by the area they lie in, and what each owes."""

    def __init__(self, given: reads.Giving, candidates: list[Any], data: Any = None) -> None:
        chosen = [str(u.pk) for u in (given.given or given.suggested)]
        super().__init__(data, initial={"target": given.task.target})
        by_area: dict[str, list[tuple[str, str]]] = {}
        for unit in candidates:
            by_area.setdefault(unit.area.name, []).append((str(unit.pk), unit.name))
        self.groups = list(by_area)
        for n, (area, choices) in enumerate(by_area.items()):
            mine = [c for c, _ in choices if c in chosen]
            self.fields[f"area{n}"] = forms.MultipleChoiceField(
                label=say("plan-units-of", area=area),
                choices=choices,
                required=False,
                initial=mine,
                widget=forms.CheckboxSelectMultiple,
            )
        measure = given.task.measure or say("plan-units-target-plain")
        self.fields["target"] = Amount(
            label=say("plan-units-target"), help_text=say("plan-units-target-hint", measure=measure), required=False,
            max_digits=14, decimal_places=2,
        )  # fmt: skip

    def chosen(self) -> list[UUID]:
        return [UUID(x) for n in range(len(self.groups)) for x in self.cleaned_data[f"area{n}"]]


@staff(Verb.OUTREACH_CORRECT)
def task_units(request: HttpRequest, task: UUID) -> HttpResponse:
    """Choose the units of one task."""
    actor = actor_of(request)
    found = reads.task(actor, task)
    given = next((g for g in reads.giving(found.plan) if g.task.pk == found.pk), None)
    if given is None:
        raise NOT_FOUND(thing="outreach.Task")
    form = UnitsForm(
        given, reads.candidates(found.plan), request.POST if request.method == "POST" else None
    )
    if form.is_valid():
        try:
            actions.assign(
                actor=actor,
                at=timezone.now(),
                task=found,
                units=form.chosen(),
                target=form.cleaned_data["target"],
            )
        except Problem as problem:
            form.add_error("target", said(problem))
        else:
            messages.success(request, say("plan-units-saved"))
            return redirect("plan_units", found.plan_id)
    steps = trail(
        plan_step(found.plan),
        (say("plan-units-title"), reverse("plan_units", args=[found.plan_id])),
    )
    context = {
        "plan": found.plan,
        "task": found,
        "form": form,
        "lead": joined(given.lead),
        "trail": steps,
    }
    return render(request, "desk/plan_task_units.html", context)


@staff(Verb.OUTREACH_CORRECT, Verb.OUTREACH_ADOPT)
def adopt(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Show what adoption would open, then open it."""
    actor, at = actor_of(request), timezone.now()
    found = reads.plan(actor, plan)
    if request.method == "POST":
        adopted = actions.adopt(actor=actor, at=at, plan=found)
        messages.success(request, say("plan-adopt-done", shares=adopted.shares.count()))
        return redirect("plan", plan)
    today = schedule.local_day(found.pack, at)
    tables = schedule.timetable(found, today)
    given = [t for t in tables if t.task.to]
    findings = reads.findings(found, found.tasks.order_by("place"))
    context = {
        "plan": found,
        "trail": trail(
            plan_step(found), (say("plan-units-title"), reverse("plan_units", args=[plan]))
        ),
        "rows": [_opening(t) for t in given],
        "shares": sum(len(t.task.to) for t in given),
        "duties": sum(t.opened for t in given),
        "units": len({u for t in given for u in t.task.to}),
        "unassigned": len(tables) - len(given),
        "endless": sum(not t.dues for t in given),
        "over": sum(bool(t.dues) and t.dues[-1] < today for t in given),
        "unsettled": sum(not f.settled for f in findings),
        "ready": bool(given) and all(t.dues for t in given),
        "may_adopt": actor.may(Verb.OUTREACH_ADOPT),
        "heads": [
            *(say(f"plan-col-{k}") for k in ("task", "when", "much")),
            {"name": say("plan-col-unit"), "num": True},
        ],
    }
    return render(request, "desk/plan_adopt.html", context)


def _opening(table: schedule.Timetable) -> dict[str, Any]:
    dues = table.dues
    when = ""
    if len(dues) > 1:
        when = say("plan-adopt-parts", n=len(dues), first=day(dues[0]), last=day(dues[-1]))
    elif dues:
        when = say("plan-adopt-once", last=day(dues[0]))
    many = len(table.task.to)
    each = ""
    if table.target is not None:
        measure = measure_of(table.task.measure, recurs=bool(table.parts))
        each = say(
            "plan-units-each",
            target=number(table.target),
            total=number(table.target * many),
            measure=measure,
        )
    skipped = say("plan-adopt-skipped", n=table.skipped) if table.skipped else ""
    return {"task": table.task, "when": when, "each": each, "units": many, "skipped": skipped}


urls = [
    path("plans/<uuid:plan>/units/", units, name="plan_units"),
    path("plans/<uuid:plan>/adopt/", adopt, name="plan_adopt"),
    path("plans/task/<uuid:task>/units/", task_units, name="plan_task_units"),
]
