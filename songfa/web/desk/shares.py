"""A unit's shares of plans: what it owes, reporting with evidence, obstacles and their answers."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from songfa.access.policy import Actor
from songfa.base.saved import as_file
from songfa.outreach.actions import shares as actions
from songfa.outreach.files import EVIDENCE_BYTES, EVIDENCE_FILES
from songfa.outreach.reads import shares as reads
from songfa.outreach.reads.schedule import local_day
from songfa.papers.uploads import MEGABYTE, TYPES, Upload
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk.pages import paged
from songfa.web.desk.plan_fields import (
    Amount,
    frequency,
    group,
    joined,
    measure_of,
    number,
    written_day,
)
from songfa.web.desk.plan_frame import said
from songfa.web.desk.plan_run import share_amount
from songfa.web.desk.staff import actor_of, staff
from songfa.words.habits import day
from songfa.words.say import say

PAGE = 25
LISTS = ("open", "done")
ACTS = ("report", "finish", "raise")


def _trail(*steps: tuple[str, str]) -> list[dict[str, str]]:
    first = {"name": say("shares-title"), "url": reverse("shares")}
    return [first, *({"name": name, "url": url} for name, url in steps)]


def _from_plans() -> list[dict[str, str]]:
    return [{"name": say("plans-title"), "url": reverse("plans")}]


@staff(Verb.OUTREACH_REPORT)
def shares(request: HttpRequest) -> HttpResponse:
    """Show the shares of the reader's unit, what is late first."""
    actor, at = actor_of(request), timezone.now()
    chosen = request.GET.get("list", LISTS[0])
    chosen = chosen if chosen in LISTS else LISTS[0]
    mine = reads.mine(actor, at, ended=chosen == "done")
    found, more = paged(request, mine, size=PAGE, list=chosen)
    today = local_day(actor.pack, at)
    context = {
        "rows": [_listed(s, today) for s in found],
        "chosen": chosen,
        "lists": LISTS,
        **more,
        "heads": [say("plan-col-task"), *(say(f"plans-col-{k}") for k in ("state", "done", "due"))],
    }
    return render(request, "desk/shares.html", context)


def _listed(share: Any, today: Any) -> dict[str, Any]:
    ahead = next((d for d in share.dues if d >= today), share.due)
    key = "share-next-due" if share.times and ahead != share.due else "share-due"
    return {"share": share, "done": share_amount(share), "due": say(key, day=day(ahead))}


# -- one share --------------------------------------------------------------------------------------


class Files(forms.FileInput):
    """A control that takes several files."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return files.getlist(name) if hasattr(files, "getlist") else []


class FilesField(forms.FileField):
    widget = Files

    def clean(self, data: Any, initial: Any = None) -> Any:
        return data or []


class ReportForm(forms.Form):
    """What was done, when, and what shows it."""

    def __init__(
        self, detail: reads.Detail, data: Any = None, files: Any = None, initial: Any = None
    ) -> None:
        super().__init__(data, files, auto_id="report_%s", initial=initial)
        share = detail.share
        measure = measure_of(share.measure, recurs=bool(share.times)) or say(
            "plan-units-target-plain"
        )
        self.fields["amount"] = Amount(
            label=say("share-report-amount"), help_text=say("share-report-amount-hint", measure=measure), min_value=0,
            max_digits=14, decimal_places=2,
        )  # fmt: skip
        self.fields["on"] = DayField(label=say("share-report-on"))
        if detail.parts:
            choices = [("", say("share-report-for-day"))]
            choices += [
                (p.due.isoformat(), say("share-report-for-part", day=day(p.due)))
                for p in detail.parts
                if p.state != "met"
            ]
            self.fields["counts_for"] = forms.TypedChoiceField(
                label=say("share-report-for"),
                choices=choices,
                required=False,
                coerce=date.fromisoformat,
                empty_value=None,
            )
        self.fields["note"] = forms.CharField(
            label=say("share-report-note"),
            help_text=say("share-report-note-hint"),
            widget=forms.Textarea,
            required=False,
            max_length=4000,
        )
        hint = say("share-report-files-hint", n=EVIDENCE_FILES, mb=EVIDENCE_BYTES // MEGABYTE)
        self.fields["evidence"] = FilesField(
            label=say("share-report-files"), help_text=hint, required=False
        )
        self.fields["evidence"].widget.attrs.update(
            {"multiple": True, "accept": ".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx"}
        )


class FinishForm(forms.Form):
    """How a share ended."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="finish_%s")
        self.fields["closing"] = forms.CharField(
            label=say("share-finish-closing"),
            help_text=say("share-finish-closing-hint"),
            widget=forms.Textarea,
            required=False,
            max_length=2000,
        )


class RaiseForm(forms.Form):
    """What stands in the way."""

    def __init__(self, issuer: str, data: Any = None) -> None:
        super().__init__(data, auto_id="raise_%s")
        self.fields["text"] = forms.CharField(
            label=say("share-raise-text"),
            help_text=say("share-raise-hint", issuer=issuer),
            widget=forms.Textarea,
            max_length=4000,
        )


def _forms(detail: reads.Detail, at: datetime) -> dict[str, forms.Form]:
    return {
        "report": ReportForm(detail, initial={"on": local_day(detail.share.pack, at)}),
        "finish": FinishForm(),
        "raise": RaiseForm(str(detail.share.brief["issuer"])),
    }


@staff(Verb.OUTREACH_SEE)
def share(request: HttpRequest, share: UUID) -> HttpResponse:
    """Show a share: the task, when its parts are due, what was reported, what stands in the way; and the forms."""
    actor = actor_of(request)
    at = timezone.now()
    detail = reads.detail(actor, share, at)
    return _share_page(request, actor, detail, _forms(detail, at))


def _share_page(
    request: HttpRequest,
    actor: Actor,
    detail: reads.Detail,
    drawn: dict[str, forms.Form],
    wrong: str = "",
) -> HttpResponse:
    found = detail.share
    brief = found.brief
    may = detail.mine and actor.may(Verb.OUTREACH_REPORT) and found.state != "done"
    context = {
        "share": found,
        "brief": brief,
        "trail": _trail() if actor.may(Verb.OUTREACH_REPORT) else _from_plans(),
        "done": share_amount(found),
        "measure": measure_of(found.measure, recurs=bool(found.times)),
        "often": frequency(brief["times"] or None, brief["per"]),
        "much": f"{number(brief['quantity'])} {brief['measure']}".strip()
        if brief["quantity"]
        else "",
        "start": written_day(brief["start"]),
        "products": joined(brief["products"]),
        "partners": joined(brief["partners"]),
        "audiences": joined([group(code) for code in brief["audiences"]]),
        "late": detail.late,
        "parts": detail.parts,
        "reports": [{"report": r, "files": list(r.evidence.all())} for r in detail.reports],
        "obstacles": detail.obstacles,
        "may": may,
        "tone": {"open": "plain", "under_way": "soon", "done": "ok"}[found.state],
        "report_form": drawn["report"],
        "finish_form": drawn["finish"],
        "raise_form": drawn["raise"],
        "wrong": wrong,
        "form": drawn[wrong] if wrong else None,
        "once": uuid4(),
        "part_heads": [say(f"share-part-{k}") for k in ("due", "told")] + [say("plans-col-state")],
    }
    return render(request, "desk/shares_one.html", context, status=400 if wrong else 200)


def _token(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("once", ""))
    except ValueError:
        return None


@staff(Verb.OUTREACH_REPORT)
@require_POST
def act(request: HttpRequest, share: UUID, act: str) -> HttpResponse:
    """Report, finish or raise; what is wrong is said beside the field."""
    actor, at = actor_of(request), timezone.now()
    detail = reads.detail(actor, share, at)
    drawn = _forms(detail, at)
    issuer = str(detail.share.brief["issuer"])
    kinds: dict[str, Callable[[], forms.Form]] = {
        "report": lambda: ReportForm(detail, request.POST, request.FILES),
        "finish": lambda: FinishForm(request.POST),
        "raise": lambda: RaiseForm(issuer, request.POST),
    }
    drawn[act] = bound = kinds[act]()
    if bound.is_valid():
        try:
            _act(actor, at, detail.share, act, bound.cleaned_data, _token(request))
        except Problem as problem:
            bound.add_error(_field(problem, act), said(problem))
        else:
            done = {
                "report": "share-reported",
                "finish": "share-finished",
                "raise": "share-raised",
            }[act]
            messages.success(request, say(done, **({"issuer": issuer} if act == "raise" else {})))
            return redirect("share", share)
    return _share_page(request, actor, detail, drawn, wrong=act)


def _field(problem: Problem, act: str) -> str | None:
    """Return the field that a problem is about."""
    if act == "report":
        by_code = {
            "report_in_future": "on",
            "share_part_unknown": "counts_for",
            "plan_field_invalid": "amount",
        }
        return by_code.get(
            problem.code, "evidence" if problem.code.startswith(("evidence", "file")) else None
        )
    return (
        {"finish": "closing", "raise": "text"}[act]
        if problem.code in ("guard_failed", "plan_field_invalid")
        else None
    )


def _act(
    actor: Actor, at: Any, share: Any, act: str, told: dict[str, Any], token: UUID | None
) -> None:
    if act == "report":
        evidence = [
            Upload(f.name, f.read(EVIDENCE_BYTES + 1))
            for f in told["evidence"][: EVIDENCE_FILES + 1]
        ]
        actions.report(
            actor=actor, at=at, share=share, amount=told["amount"], on=told["on"], note=told["note"],
            counts_for=told.get("counts_for"), evidence=evidence, token=token,
        )  # fmt: skip
    elif act == "finish":
        actions.finish(actor=actor, at=at, share=share, closing=told["closing"])
    else:
        actions.raise_obstacle(actor=actor, at=at, share=share, text=told["text"], token=token)


@staff(Verb.OUTREACH_SEE)
def evidence(request: HttpRequest, evidence: UUID) -> HttpResponse:
    """Hand out a file of evidence to save; who took it is recorded."""
    actor = actor_of(request)
    found = reads.evidence(actor, evidence)
    return as_file(
        actions.take_out(actor=actor, at=timezone.now(), evidence=found),
        found.name,
        TYPES[found.kind],
    )


# -- obstacles --------------------------------------------------------------------------------------


class AnswerForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"] = forms.CharField(
            label=say("obstacle-answer-title"), widget=forms.Textarea, max_length=4000
        )


@staff(Verb.OUTREACH_SEE)
def obstacle(request: HttpRequest, obstacle: UUID) -> HttpResponse:
    """Show an obstacle; the unit that is asked answers it or passes it up."""
    actor = actor_of(request)
    found = reads.obstacle(actor, obstacle)
    may = reads.may_answer(actor, found)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.answer(
                actor=actor, at=timezone.now(), obstacle=found, text=form.cleaned_data["text"]
            )
        except Problem as problem:
            form.add_error(None, said(problem))
        else:
            messages.success(request, say("obstacle-answered"))
            return redirect("obstacle", obstacle)
    context = {
        "obstacle": found, "form": form, "may": may,
        "up": may and actor.may(Verb.OUTREACH_PASS_UP) and found.unit.parent_id,
        "trail": _from_plans(),
    }  # fmt: skip
    return render(request, "desk/shares_obstacle.html", context)


@staff(Verb.OUTREACH_PASS_UP)
@require_POST
def pass_up(request: HttpRequest, obstacle: UUID) -> HttpResponse:
    """Put an obstacle before the unit above."""
    actor = actor_of(request)
    actions.pass_up(actor=actor, at=timezone.now(), obstacle=reads.obstacle(actor, obstacle))
    messages.success(request, say("obstacle-upped"))
    return redirect("obstacle", obstacle)


urls = [
    path("shares/", shares, name="shares"),
    path("shares/<uuid:share>/", share, name="share"),
    *(path(f"shares/<uuid:share>/{a}/", act, {"act": a}, name=f"share_{a}") for a in ACTS),
    path("shares/evidence/<uuid:evidence>/", evidence, name="evidence"),
    path("obstacles/<uuid:obstacle>/", obstacle, name="obstacle"),
    path("obstacles/<uuid:obstacle>/up/", pass_up, name="obstacle_up"),
]
