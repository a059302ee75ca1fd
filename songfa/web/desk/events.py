"""Events that were held and materials that were handed out: lists, and a short form for each."""

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
from songfa.outreach.actions import events as actions
from songfa.outreach.reads import events as reads
from songfa.rules.problems import DAY_TO_COME, Problem
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk import choices
from songfa.web.desk.pages import paged
from songfa.web.desk.staff import actor_of, staff
from songfa.words.say import key_of, say
from songfa.words.tell import tell

LISTS = ("events", "materials")


class _Held(forms.Form):
    """What events and materials have in common."""

    kinds: tuple[str, ...] = ()
    words = ""

    kind = forms.ChoiceField(widget=forms.RadioSelect)
    on = DayField()
    groups = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    campaign = forms.ChoiceField(required=False)

    def __init__(self, actor: Actor, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        today = timezone.localdate()
        lists = {
            "kind": [(k, say(key_of(self.words, k))) for k in self.kinds],
            "groups": choices.groups(actor, today),
            "campaign": [("", say("events-no-campaign")), *choices.campaigns(actor, today)],
        }
        for name, found in lists.items():
            self.fields[name].choices = found  # type: ignore[attr-defined]
        for name, field in self.fields.items():
            field.label = say(f"events-{name}")


class EventForm(_Held):
    kinds, words = reads.EVENT_KINDS, "event-kind"
    topic = forms.CharField(max_length=200)
    attendance = forms.IntegerField(min_value=0, max_value=1_000_000)
    field_order = ("topic", "kind", "on", "attendance", "groups", "campaign")


class MaterialsForm(_Held):
    kinds, words = reads.MATERIAL_KINDS, "material-kind"
    copies = forms.IntegerField(min_value=1, max_value=10_000_000)
    field_order = ("kind", "copies", "on", "groups", "campaign")


@staff(Verb.OUTREACH_SEE)
def events(request: HttpRequest) -> HttpResponse:
    """List events or materials within reach, the newest first."""
    actor = actor_of(request)
    chosen = request.GET.get("list", "events")
    chosen = chosen if chosen in LISTS else "events"
    rows = reads.events(actor) if chosen == "events" else reads.distributions(actor)
    found, more = paged(request, rows, list=chosen)
    known = choices.group_names(actor, timezone.localdate())
    count = "attendance" if chosen == "events" else "copies"
    heads = [
        *(
            say(f"events-{n}")
            for n in ("topic" if chosen == "events" else "kind", "on", "groups", "unit")
        )
    ]
    context = {
        "chosen": chosen,
        "lists": LISTS,
        "heads": [*heads, {"name": say(f"events-{count}"), "num": True}],
        "count": count,
        "rows": [_row(r, chosen, known) for r in found],
        "may_hold": actor.may(Verb.OUTREACH_HOLD) and actor.anchor is not None,
        "may_distribute": actor.may(Verb.OUTREACH_DISTRIBUTE) and actor.anchor is not None,
        **more,
    }
    return render(request, "desk/events.html", context)


def _row(row: Any, chosen: str, known: dict[str, str]) -> dict[str, object]:
    word = key_of("event-kind" if chosen == "events" else "material-kind", row.kind)
    return {
        "row": row,
        "what": getattr(row, "topic", ""),
        "kind": say(word),
        "groups": [known.get(g, g) for g in row.groups],
        "n": row.attendance if chosen == "events" else row.copies,
    }


@staff(Verb.OUTREACH_HOLD)
def events_new(request: HttpRequest) -> HttpResponse:
    """Record an event."""
    form = EventForm(actor_of(request), request.POST or None, initial={"on": timezone.localdate()})
    return _record(request, form, actions.hold, "events", "events-new", "events-saved")


@staff(Verb.OUTREACH_DISTRIBUTE)
def events_materials(request: HttpRequest) -> HttpResponse:
    """Record materials handed out."""
    form = MaterialsForm(
        actor_of(request), request.POST or None, initial={"on": timezone.localdate()}
    )
    return _record(
        request,
        form,
        actions.distribute,
        "materials",
        "events-new-materials",
        "events-saved-materials",
    )


def _record(
    request: HttpRequest, form: forms.Form, act: Any, chosen: str, title: str, saved: str
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            act(actor=actor_of(request), at=timezone.now(), **form.cleaned_data)
        except Problem as problem:
            field = "on" if problem.code == DAY_TO_COME.code else None
            form.add_error(field, tell(problem))
        else:
            messages.success(request, say(saved))
            return redirect(f"{reverse('events')}?list={chosen}")
    return render(
        request,
        "desk/events_new.html",
        {"form": form, "title": say(title)},
        status=400 if form.errors else 200,
    )


@require_POST
@staff(Verb.OUTREACH_DISTRIBUTE)
def events_recount(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put a number of copies right."""
    asked = request.POST.get("copies", "")
    copies = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 0
    actions.recount(actor=actor_of(request), pk=pk, copies=copies, at=timezone.now())
    messages.success(request, say("events-recounted"))
    return redirect(f"{reverse('events')}?list=materials")


urls = [
    path("events/", events, name="events"),
    path("events/new/", events_new, name="events_new"),
    path("events/materials/new/", events_materials, name="events_materials"),
    path("events/materials/<uuid:pk>/recount/", events_recount, name="events_recount"),
]
