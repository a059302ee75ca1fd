"""Plans: the lists, a document handed in, and the draft as a whole."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from songfa.base.saved import as_file
from songfa.outreach.actions import plans as actions
from songfa.outreach.reads import plans as reads
from songfa.outreach.reads import shares
from songfa.papers.intake import MAX_BYTES
from songfa.papers.uploads import MEGABYTE, TYPES, Upload
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.links import DEEPEST
from songfa.web.desk.pages import paged
from songfa.web.desk.plan_fields import (
    HeadForm,
    frequency,
    joined,
    shown,
    values_of,
    written_day,
)
from songfa.web.desk.plan_frame import PAGE, finding_of, heads_of, plan_step, said, task_url, trail
from songfa.web.desk.plan_run import running
from songfa.web.desk.staff import actor_of, staff
from songfa.words.say import say

STATES = (reads.ADOPTED, reads.DRAFT, reads.DISCARDED)


@staff(Verb.OUTREACH_SEE)
def plans(request: HttpRequest) -> HttpResponse:
    """Show the plans of one state, with their progress, and the obstacles that wait for this unit."""
    actor, at = actor_of(request), timezone.now()
    chosen = request.GET.get("list", "")
    if chosen not in STATES:  # the first list with something in it
        chosen = next((s for s in STATES if reads.listed(actor, s).exists()), STATES[0])
    found, more = paged(request, reads.listed(actor, chosen), size=PAGE, list=chosen)
    context = {
        "rows": reads.with_progress(actor, found, at),
        "chosen": chosen,
        "lists": STATES,
        **more,
        "asked": list(shares.asked(actor)) if actor.may(Verb.OUTREACH_ANSWER) else [],
        "may_draft": actor.may(Verb.OUTREACH_DRAFT),
        "heads": heads_of("plan", "unit", "tasks", "progress", "late", "obstacles"),
        "draft_heads": heads_of("plan", "unit", "tasks"),
    }
    return render(request, "desk/plans.html", context)


class UploadForm(forms.Form):
    """A document."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        missing = {"required": say("plan-upload-missing")}
        hint = say("plan-upload-hint", mb=MAX_BYTES // MEGABYTE)
        self.fields["document"] = forms.FileField(
            label=say("plan-upload-field"),
            help_text=hint,
            error_messages=missing,
            allow_empty_file=True,
            widget=forms.FileInput,
        )
        self.fields["document"].widget.attrs["accept"] = ".docx,.pdf,.txt"


@staff(Verb.OUTREACH_DRAFT)
def upload(request: HttpRequest) -> HttpResponse:
    """Take a document and draw its plans; what the reader refuses is said beside the field."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        file: Any = form.cleaned_data["document"]
        data = file.read(MAX_BYTES + 1)
        try:
            drawn = actions.draft(
                actor=actor_of(request), at=timezone.now(), upload=Upload(file.name or "", data)
            )
        except Problem as problem:
            form.add_error("document", said(problem))
        else:
            return _drawn(request, drawn)
    return render(
        request,
        "desk/plan_upload.html",
        {"form": form, "trail": trail()},
        status=400 if form.errors else 200,
    )


def _drawn(request: HttpRequest, drawn: actions.Drafted) -> HttpResponse:
    if drawn.existing:
        return redirect("plan_source", drawn.source.pk)
    if len(drawn.plans) > 1:
        messages.info(request, say("plan-several", n=len(drawn.plans)))
    return redirect("plan", drawn.plans[0].pk)


@staff(Verb.OUTREACH_DRAFT)
def source(request: HttpRequest, source: UUID) -> HttpResponse:
    """Offer what stands already of a document; draw it anew on request."""
    actor = actor_of(request)
    found = reads.source(actor, source)
    if request.method == "POST":
        return _drawn(request, actions.draft_again(actor=actor, at=timezone.now(), source=found))
    context = {"source": found, "plans": reads.standing(actor, found), "trail": trail()}
    return render(request, "desk/plan_known.html", context)


@staff(Verb.OUTREACH_SEE)
def document(request: HttpRequest, source: UUID) -> HttpResponse:
    """Hand out the document as a file to save; who took it is recorded."""
    actor = actor_of(request)
    found = reads.source(actor, source)
    return as_file(
        actions.take_out(actor=actor, at=timezone.now(), source=found),
        found.name,
        TYPES[found.kind],
    )


# -- one plan ---------------------------------------------------------------------------------------


@staff(Verb.OUTREACH_SEE)
def plan(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Show a plan: the draft with its findings first, the running plan with its progress."""
    actor = actor_of(request)
    found = reads.plan(actor, plan)
    if found.state == reads.ADOPTED:
        return running(request, actor, found)
    nodes = reads.tree(found)
    findings = reads.findings(found, [n.task for n in nodes])
    unsettled = [f for f in findings if not f.settled]
    context = {
        "plan": found,
        "trail": trail(),
        "rows": [_listed(n) for n in nodes],
        "findings": [finding_of(found, f) for f in unsettled],
        "settled": len(findings) - len(unsettled),
        "unsettled": len(unsettled),
        "phases": [
            (p["name"], written_day(p["start"]), written_day(p["end"]), p["lines"][0])
            for p in found.body["phases"]
        ],
        "dated": written_day(found.dated),
        "hits": [n for f in unsettled if f.lines for n in range(f.lines[0], f.lines[1] + 1)]
        if len(unsettled) < PAGE
        else [],
        "editable": found.state == reads.DRAFT and actor.may(Verb.OUTREACH_CORRECT),
        "first": task_url(next((n.task for n in nodes if n.task.checked_at is None), nodes[0].task))
        if nodes
        else "",
        "heads": [say(f"plan-col-{k}") for k in ("task", "lead", "when", "much")],
        "add": AddForm(found),
    }
    return render(request, "desk/plan_draft.html", context)


def _listed(node: reads.Node) -> dict[str, Any]:
    """Return what the whole-plan table shows of a task."""
    task = node.task
    span = list(dict.fromkeys(written_day(x) for x in (task.start, task.end) if x))
    by = (
        say("share-due", day=written_day(task.end))
        if task.end and not task.start
        else " – ".join(span)
    )
    return {
        "task": task,
        "depth": min(node.depth, DEEPEST),
        "lead": joined(task.lead),
        "when": frequency(task.times, task.per) or by,
        "much": " ".join(shown("quantity", values_of(task))) if task.quantity is not None else "",
    }


@staff(Verb.OUTREACH_CORRECT)
@require_POST
def keep(request: HttpRequest, plan: UUID, place: int) -> HttpResponse:
    """Leave what a finding points at as it is."""
    actor = actor_of(request)
    actions.keep_finding(actor=actor, at=timezone.now(), plan=reads.plan(actor, plan), place=place)
    return redirect("plan", plan)


@staff(Verb.OUTREACH_CORRECT)
def head(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Correct the head of a draft; only what changed is written."""
    actor, at = actor_of(request), timezone.now()
    found = reads.plan(actor, plan)
    initial = {k: getattr(found, k) for k in actions.HEAD}
    form = HeadForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            for field, value in form.cleaned_data.items():
                if value != initial[field]:
                    found = actions.correct_head(
                        actor=actor, at=at, plan=found, field=field, value=value
                    )
        except Problem as problem:
            form.add_error(None, said(problem))
        else:
            return redirect("plan", plan)
    said_lines = found.said.get("field_lines") or {}
    context = {
        "plan": found, "form": form, "trail": trail(plan_step(found)),
        "hits": sorted({n for a, b in said_lines.values() for n in range(a, b + 1)}),
    }  # fmt: skip
    return render(request, "desk/plan_head.html", context)


class AddForm(forms.Form):
    """A task that the document does not have."""

    def __init__(self, plan: Any, data: Any = None) -> None:
        super().__init__(data, auto_id="add_%s")
        tasks = list(plan.tasks.order_by("place"))
        choices = [
            ("", say("plan-add-at-end")),
            *((str(t.pk), f"{t.no} {t.title}"[:60]) for t in tasks),
        ]
        self.fields["title"] = forms.CharField(label=say("plan-add-title"), max_length=300)
        self.fields["after"] = forms.ChoiceField(
            label=say("plan-add-after"), choices=choices, required=False
        )


@staff(Verb.OUTREACH_CORRECT)
@require_POST
def add(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Add a task and go on to it."""
    actor = actor_of(request)
    found = reads.plan(actor, plan)
    form = AddForm(found, request.POST)
    if not form.is_valid():
        messages.error(request, say("problem-plan-field-invalid", field="title"))
        return redirect("plan", plan)
    after = (
        reads.task(actor, UUID(form.cleaned_data["after"])) if form.cleaned_data["after"] else None
    )
    made = actions.add_task(
        actor=actor, at=timezone.now(), plan=found, title=form.cleaned_data["title"], after=after
    )
    return redirect("plan_task", made.pk)


@staff(Verb.OUTREACH_DISCARD)
def discard(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Ask, then put a draft away."""
    actor = actor_of(request)
    found = reads.plan(actor, plan)
    if request.method == "POST":
        actions.discard(actor=actor, at=timezone.now(), plan=found)
        messages.success(request, say("plan-discarded"))
        return redirect("plans")
    return render(
        request, "desk/plan_discard.html", {"plan": found, "trail": trail(plan_step(found))}
    )


urls = [
    path("plans/", plans, name="plans"),
    path("plans/new/", upload, name="plan_upload"),
    path("plans/source/<uuid:source>/", source, name="plan_source"),
    path("plans/source/<uuid:source>/document/", document, name="plan_document"),
    path("plans/<uuid:plan>/", plan, name="plan"),
    path("plans/<uuid:plan>/head/", head, name="plan_head"),
    path("plans/<uuid:plan>/keep/<int:place>/", keep, name="plan_keep"),
    path("plans/<uuid:plan>/add/", add, name="plan_add"),
    path("plans/<uuid:plan>/discard/", discard, name="plan_discard"),
]
