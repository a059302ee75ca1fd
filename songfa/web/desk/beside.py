"""Objections, complaints, changes, spot checks, other agencies' questions: what waits, and its answer."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from songfa.access.policy import Actor
from songfa.aid import actions, reads
from songfa.aid.replies import Reply, reply
from songfa.base.http import STATUS
from songfa.rules.packs.read import load
from songfa.rules.problems import Kind, Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.due import due_tag
from songfa.web.desk.files.ending import practitioner_field
from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.files.opened import Opened
from songfa.web.desk.staff import actor_of, staff
from songfa.web.fields import long_text, one_of
from songfa.words.habits import moment, name_in, named, number
from songfa.words.say import key_of, say
from songfa.words.tell import tell

# verbs that need no text of their own
SILENT = {Verb.AID_TAKE_UP}


@staff(Verb.AID_SEE)
def waiting(request: HttpRequest) -> HttpResponse:
    """List what waits for an answer within reach, kind by kind, or what was answered."""
    actor, at = actor_of(request), timezone.now()
    counts = reads.counted(actor)
    kind = request.GET.get("kind", "")
    if kind not in reads.KINDS:  # what waits comes first
        kind = next((k for k, n in counts.items() if n), next(iter(counts)))
    done = request.GET.get("done") == "1"
    draws = reads.draws(actor) if kind == "check" else []
    context = {
        "kind": kind,
        "done": done,
        "rows": [_line(w, at) for w in reads.waiting(actor, kind, open_only=not done)],
        "heads": [say(f"beside-{h}") for h in ("number", "state", "since", "answers", "due")],
        "chips": [
            {
                "href": f"?kind={k}",
                "name": say(f"beside-kind-{k}"),
                "count": number(n),
                "on": k == kind,
            }
            for k, n in counts.items()
        ],
        "may_draw": kind == "check" and _may_draw(actor),
        "draws": [_draw(d) for d in draws],
        "draw_heads": [say(f"beside-draw-{h}") for h in ("on", "unit", "pool", "drawn", "seed")],
    }
    return render(request, "desk/beside.html", context)


def _may_draw(actor: Actor) -> bool:
    unit = actor.anchor
    return (
        actor.may(Verb.AID_DRAW_CHECK) and unit is not None and reads.declarations_count(unit.pack)
    )


def _line(w: reads.Waiting, at: datetime) -> dict[str, object]:
    tag = due_tag(w.duty, at) if w.duty is not None else {"tone": "plain", "tag": ""}
    return {
        "number": w.row.number,
        "url": reverse(w.kind, args=[w.row.pk]),
        "state": w.row.state,
        "since": w.row.created_at,
        "zone": load(w.row.pack).head.timezone,
        "unit": w.row.unit.name,
        **tag,
    }


def _draw(row: Any) -> dict[str, object]:
    return {
        "on": row.on,
        "unit": row.unit.name,
        "pool": len(row.pool),
        "drawn": row.drawn,
        "seed": row.seed,
        "percent": row.percent,
    }


class AnswerForm(VerbForm):
    """What is decided, and the answer in words; who acts from now on, where a change is agreed to."""

    def __init__(self, actor: Actor, row: Any, at: datetime, data: Any = None) -> None:
        super().__init__(data)
        self.verbs = reads.verbs_of(actor, row)
        self.nobody = False  # nobody could take the file over
        others: forms.ChoiceField | None = None
        if Verb.AID_AGREE_CHANGE in self.verbs:
            now = Opened(actor, row.file, load(row.pack), at)
            others = practitioner_field(now, required=False)
            self.nobody = not others.choices
            self.verbs = [v for v in self.verbs if not self.nobody or v != Verb.AID_AGREE_CHANGE]
        choices = [(str(v), say(key_of("verb", v))) for v in self.verbs]
        field = one_of(choices, need="beside-need-verb")
        if len(choices) == 1:
            field.initial = choices[0][0]
        self.add("verb", field, "beside-verb")
        if others is not None and not self.nobody:
            self.add("practitioner", others, "beside-practitioner")
        if Verb.AID_ANSWER_COMPLAINT in self.verbs:
            self.add("upheld", forms.BooleanField(required=False), "beside-upheld")
        if Verb.AID_FAIL_CHECK in self.verbs:
            self.add("still_entitled", forms.BooleanField(required=False), "beside-still-entitled")
        self.add("text", long_text(), "beside-text")

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        verb = told.get("verb")
        if verb and verb not in SILENT and not str(told.get("text") or "").strip():
            self.add_error("text", say("problem-text-missing"))
        if verb == Verb.AID_AGREE_CHANGE and not told.get("practitioner"):
            self.add_error("practitioner", say("file-need-practitioner"))
        return told


def _do(actor: Actor, row: Any, told: dict[str, Any], at: datetime) -> None:
    chosen = told.get("practitioner")
    said = Reply(
        told["verb"], told["text"], UUID(chosen) if chosen else None, bool(told.get("upheld")),
        bool(told.get("still_entitled")),
    )  # fmt: skip
    reply(actor=actor, row=row, said=said, at=at)


def _one(request: HttpRequest, kind: str, row_id: UUID) -> HttpResponse:
    actor, at = actor_of(request), timezone.now()
    row = reads.beside(actor, kind, row_id, at=at)
    verbs = reads.verbs_of(actor, row)
    form = AnswerForm(actor, row, at, request.POST if request.method == "POST" else None)
    status, late = 200, ""
    if request.method == "POST" and form.is_valid():
        try:
            _do(actor, row, form.cleaned_data, at)
        except Problem as why:
            if why.kind == Kind.INVALID:
                form.add_error(None, tell(why))
            else:
                row = reads.beside(actor, kind, row_id, at=at)
                verbs, status = reads.verbs_of(actor, row), STATUS[why.kind]
                late = _said(why, load(row.pack).head.timezone)
        else:
            done = say(key_of("verb", form.cleaned_data["verb"]))
            messages.success(request, say("file-act-done", what=done))
            return redirect(kind, row_id)
    elif request.method == "POST" and not verbs:
        status, late = 409, say("beside-finished")
    pack = load(row.pack)
    context = {
        "kind": kind,
        "row": row,
        "zone": pack.head.timezone,
        "title": say(f"beside-kind-{kind}"),
        "trail": [{"name": say("nav-beside"), "url": f"{reverse('beside')}?kind={kind}"}],
        "facts": _facts(actor, kind, row),
        "file_url": _file_url(actor, row),
        "form": form if verbs else None,
        "may_choose": form.nobody and actor.may(Verb.AID_CHANGE_PROVIDER),
        "duties": _duties(actor, row, at),
        "late": late,
    }
    return render(request, "desk/beside_one.html", context, status=status)


def _said(why: Problem, zone: str) -> str:
    facts = dict(why.facts)
    if "at" in facts:
        facts["at"] = moment(datetime.fromisoformat(facts["at"]), zone)
    return say(key_of("problem", why.code), **facts)


def _file_url(actor: Actor, row: Any) -> str:
    """Return where the file is; the asked side of a co-operation has none."""
    if getattr(row, "file_id", None) is None or not reads.reaches(actor, row.file_id):
        return ""
    return reverse("file", args=[row.file_id])


def _duties(actor: Actor, row: Any, at: datetime) -> list[dict[str, object]]:
    return [
        {
            "name": named(d.name.model_dump()) if d.name else d.code,
            "basis": d.basis,
            "due": d.due,
            **due_tag(d.duty, at),
        }
        for d in reads.owed_about(actor, row)
    ]


def _facts(actor: Actor, kind: str, row: Any) -> list[tuple[str, str]]:
    """Return what else a page tells of a row: (name, value)."""
    pack = load(row.pack)
    told: list[tuple[str, str]] = []
    if kind == "objection":
        told.append((say("beside-against"), say(key_of("state", row.against))))
    elif kind == "complaint":
        told.append((say("beside-ground"), name_in(pack, "complaint_grounds", row.ground)))
        told.append((say("beside-level"), name_in(pack, "complaint_levels", row.level)))
        if row.before:
            told.append((say("beside-before"), row.before))
    elif kind == "change":
        told.append((say("beside-of"), reads.name_of(row.of_id)))
        if row.to_id:
            told.append((say("beside-to"), reads.name_of(row.to_id)))
    elif kind == "check":
        told.append((say("beside-seed"), row.draw.seed))
        told.append((say("beside-mark"), row.mark[:12]))
    else:
        told.append((say("beside-asker"), row.asker.name))
        told.append((say("beside-asked"), row.body))
    return told


@staff(Verb.AID_SEE)
def objection(request: HttpRequest, objection: UUID) -> HttpResponse:
    """Show an objection and decide on it."""
    return _one(request, "objection", objection)


@staff(Verb.AID_SEE)
def complaint(request: HttpRequest, complaint: UUID) -> HttpResponse:
    """Show a complaint and handle it."""
    return _one(request, "complaint", complaint)


@staff(Verb.AID_SEE)
def change(request: HttpRequest, change: UUID) -> HttpResponse:
    """Show a request for somebody else and answer it."""
    return _one(request, "change", change)


@staff(Verb.AID_SEE)
def check(request: HttpRequest, check: UUID) -> HttpResponse:
    """Show a declaration that was drawn and write down what was found."""
    return _one(request, "check", check)


@staff(Verb.AID_SEE)
def cooperation(request: HttpRequest, cooperation: UUID) -> HttpResponse:
    """Show another agency's question, or one's own, and its answer."""
    return _one(request, "cooperation", cooperation)


@staff(Verb.AID_DRAW_CHECK)
@require_POST
def draw(request: HttpRequest) -> HttpResponse:
    """Draw today's spot checks of the actor's agency; pressed twice, it is one draw."""
    actor, at = actor_of(request), timezone.now()
    assert actor.anchor is not None
    made = actions.draw_checks(actor=actor, unit=actor.anchor, at=at)
    messages.success(request, say("beside-draw-done", pool=len(made.pool), drawn=made.drawn))
    return redirect(f"{reverse('beside')}?kind=check")


urls = [
    path("waiting/", waiting, name="beside"),
    path("waiting/draw/", draw, name="checks_draw"),
    path("objections/<uuid:objection>/", objection, name="objection"),
    path("complaints/<uuid:complaint>/", complaint, name="complaint"),
    path("changes/<uuid:change>/", change, name="change"),
    path("checks/<uuid:check>/", check, name="check"),
    path("cooperation/<uuid:cooperation>/", cooperation, name="cooperation"),
]
