"""Plans: upload a document, check the draft beside its source, give tasks to units, adopt, watch it run."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from songfa.access.policy import Actor
from songfa.outreach.actions import plans as actions
from songfa.outreach.files import MEGABYTE, TYPES, Upload
from songfa.outreach.reads import plans as reads
from songfa.outreach.reads import schedule, shares
from songfa.papers.intake import MAX_BYTES
from songfa.rules.problems import NOT_FOUND, Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.plan_fields import (
    ORDER,
    Amount,
    HeadForm,
    form_of,
    frequency,
    joined,
    measure_of,
    number,
    rows,
    shown,
    values_of,
    written_day,
)
from songfa.web.desk.saved import as_file
from songfa.web.desk.staff import actor_of, staff
from songfa.words.habits import day
from songfa.words.say import has, key_of, say
from songfa.words.tell import tell

PAGE = 25
STATES = (reads.ADOPTED, reads.DRAFT, reads.DISCARDED)
NAMED = 4  # units named one by one in a list


def said(problem: Problem) -> str:
    return tell(problem)


def _heads(*keys: str) -> list[str]:
    return [say(f"plans-col-{key}") for key in keys]


def trail(*steps: tuple[str, str]) -> list[dict[str, str]]:
    first = {"name": say("plans-title"), "url": reverse("plans")}
    return [first, *({"name": name, "url": url} for name, url in steps)]


def _plan_step(plan: Any) -> tuple[str, str]:
    return plan.title, reverse("plan", args=[plan.pk])


# -- lists and upload -------------------------------------------------------------------------------


@staff(Verb.OUTREACH_SEE)
def plans(request: HttpRequest) -> HttpResponse:
    """Show the plans of one state, with their progress, and the obstacles that wait for this unit."""
    actor, at = actor_of(request), timezone.now()
    chosen = request.GET.get("list", STATES[0])
    chosen = chosen if chosen in STATES else STATES[0]
    page = Paginator(reads.listed(actor, chosen), PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": reads.with_progress(actor, list(page.object_list), at),
        "chosen": chosen,
        "lists": STATES,
        "previous": f"?list={chosen}&page={page.previous_page_number()}"
        if page.has_previous()
        else "",
        "next": f"?list={chosen}&page={page.next_page_number()}" if page.has_next() else "",
        "asked": list(shares.asked(actor)) if actor.may(Verb.OUTREACH_ANSWER) else [],
        "may_draft": actor.may(Verb.OUTREACH_DRAFT),
        "heads": _heads("plan", "unit", "tasks", "progress", "late", "obstacles"),
        "draft_heads": _heads("plan", "unit", "tasks"),
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
        return _running(request, actor, found)
    nodes = reads.tree(found)
    findings = reads.findings(found, [n.task for n in nodes])
    unsettled = [f for f in findings if not f.settled]
    context = {
        "plan": found,
        "trail": trail(),
        "rows": [_listed(n) for n in nodes],
        "findings": [_finding(found, f) for f in unsettled],
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
        "first": _task_url(
            next((n.task for n in nodes if n.task.checked_at is None), nodes[0].task)
        )
        if nodes
        else "",
        "heads": [say(f"plan-col-{k}") for k in ("task", "lead", "when", "much")],
        "add": AddForm(found),
    }
    return render(request, "desk/plan_draft.html", context)


def _task_url(task: Any) -> str:
    return reverse("plan_task", args=[task.pk])


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
        "indent": "—" * node.depth,
        "lead": joined(task.lead),
        "when": frequency(task.times, task.per) or by,
        "much": " ".join(shown("quantity", values_of(task))) if task.quantity is not None else "",
    }


def finding_words(code: str, text: str, *, whole: bool) -> str:
    """Return the sentence of a finding; a code without words of its own is said as the reader wrote it."""
    for key in ((key_of("plan-finding", code, "all"),) if whole else ()) + (
        key_of("plan-finding", code),
    ):
        if has(key):
            return say(key, text=text)
    return text or code


def _finding(plan: Any, found: reads.Found) -> dict[str, Any]:
    """Return a finding with the ways to settle it."""
    mend = ""
    if found.code == "placeholder_year":
        mend = reverse("plan_head", args=[plan.pk])
    elif found.task is not None and found.field:
        mend = f"{_task_url(found.task)}?edit={found.field}#task"
    look = _task_url(found.task) if found.task is not None else ""
    return {
        "found": found,
        "words": finding_words(found.code, found.text, whole=found.lines is None),
        "mend": mend,
        "look": look if not mend else "",
        "year": found.code == "placeholder_year",
        "keep": reverse("plan_keep", args=[plan.pk, found.place]),
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
        "plan": found, "form": form, "trail": trail(_plan_step(found)),
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
        request, "desk/plan_discard.html", {"plan": found, "trail": trail(_plan_step(found))}
    )


# -- one task of a draft ----------------------------------------------------------------------------


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
        "before": _task_url(nodes[at - 1].task) if at else "",
        "after": _task_url(nodes[at + 1].task) if at + 1 < len(nodes) else "",
        "form": form if form is not None and form.errors else None,
        "hits": list(range(first, last + 1)) if first and last else [],
        "findings": [
            _finding(found.plan, f)
            for f in findings
            if not f.settled and f.task is not None and f.task.pk == found.pk
        ],
        "look": {
            f.field
            for f in findings
            if not f.settled and f.task is not None and f.task.pk == found.pk
        },
        "editable": found.plan.state == reads.DRAFT and actor.may(Verb.OUTREACH_CORRECT),
        "trail": trail(_plan_step(found.plan)),
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
            return redirect(f"{_task_url(found)}#task")
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


# -- units and adoption -----------------------------------------------------------------------------


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
        "trail": trail(_plan_step(found)),
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
        _plan_step(found.plan),
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
            _plan_step(found), (say("plan-units-title"), reverse("plan_units", args=[plan]))
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


# -- a running plan ---------------------------------------------------------------------------------


def _running(request: HttpRequest, actor: Actor, found: Any) -> HttpResponse:
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
            {"row": r, "indent": "—" * r.node.depth, "amount": _amount(r)}
            for r in seen.tasks
            if r.roll.shares or not r.node.leaf
        ],
        "units": [{"row": r, "indent": "—" * r.depth} for r in seen.units],
        "obstacles": reads.obstacles(actor, found),
        "heads": [say(f"plan-col-{by}"), *_heads("progress", "done", "late", "obstacles")],
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
    page = Paginator(shares.of_plan(actor, found, at, **kept), PAGE).get_page(
        request.GET.get("page")
    )
    query = "".join(f"&{k}={v}" for k, v in kept.items() if v)
    context = {
        "plan": found,
        "trail": trail(_plan_step(found)),
        "rows": [{"share": s, "done": share_amount(s)} for s in page.object_list],
        "previous": f"?page={page.previous_page_number()}{query}" if page.has_previous() else "",
        "next": f"?page={page.next_page_number()}{query}" if page.has_next() else "",
        "heads": [say("plan-col-task"), say("plan-col-unit"), *_heads("state", "done", "due")],
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
    path("plans/", plans, name="plans"),
    path("plans/new/", upload, name="plan_upload"),
    path("plans/source/<uuid:source>/", source, name="plan_source"),
    path("plans/source/<uuid:source>/document/", document, name="plan_document"),
    path("plans/<uuid:plan>/", plan, name="plan"),
    path("plans/<uuid:plan>/head/", head, name="plan_head"),
    path("plans/<uuid:plan>/keep/<int:place>/", keep, name="plan_keep"),
    path("plans/<uuid:plan>/add/", add, name="plan_add"),
    path("plans/<uuid:plan>/discard/", discard, name="plan_discard"),
    path("plans/<uuid:plan>/units/", units, name="plan_units"),
    path("plans/<uuid:plan>/adopt/", adopt, name="plan_adopt"),
    path("plans/<uuid:plan>/shares/", plan_shares, name="plan_shares"),
    path("plans/task/<uuid:task>/", task, name="plan_task"),
    path("plans/task/<uuid:task>/right/", right, name="plan_right"),
    path("plans/task/<uuid:task>/units/", task_units, name="plan_task_units"),
    path("plans/task/<uuid:task>/correct/<slug:field>/", correct, name="plan_correct"),
    path("plans/task/<uuid:task>/merge/", change, {"act": "merge"}, name="plan_merge"),
    path("plans/task/<uuid:task>/remove/", change, {"act": "remove"}, name="plan_remove"),
]
