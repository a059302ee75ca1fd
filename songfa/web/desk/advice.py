"""Consultations: the list, and a short form to record one."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from songfa.access.policy import Actor
from songfa.advice import actions, reads
from songfa.aid import reads as files
from songfa.people.actions import Described
from songfa.rules.packs.read import load
from songfa.rules.problems import DAY_TO_COME, Problem
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk import choices
from songfa.web.desk.files.enter import drafts_drop, typed, typed_person
from songfa.web.desk.files.listing import takes
from songfa.web.desk.pages import paged
from songfa.web.desk.staff import actor_of, staff
from songfa.web.fields import phone_in, wrong
from songfa.words.say import say
from songfa.words.tell import tell

# who asked: may stay unknown
WHO = ("name", "phone", "address")


class AdviceForm(forms.Form):
    """One question asked and answered."""

    channel = forms.ChoiceField(widget=forms.RadioSelect)
    name = forms.CharField(required=False, max_length=80)
    phone = forms.CharField(required=False, max_length=40)
    address = forms.CharField(required=False, max_length=200)
    on = DayField()
    matter = forms.ChoiceField(required=False)
    groups = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    campaign = forms.ChoiceField(required=False)
    times = forms.IntegerField(min_value=1, max_value=5000)
    question = forms.CharField(required=False, max_length=2000, widget=forms.Textarea)
    answer = forms.CharField(required=False, max_length=4000, widget=forms.Textarea)

    def __init__(self, actor: Actor, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        today = timezone.localdate()
        lists = {
            "channel": choices.channels(actor, today),
            "matter": [("", say("advice-no-matter")), *choices.matters(actor, today)],
            "groups": choices.groups(actor, today),
            "campaign": [("", say("advice-no-campaign")), *choices.campaigns(actor, today)],
        }
        for name, found in lists.items():
            self.fields[name].choices = found  # type: ignore[attr-defined]
        for name, field in self.fields.items():
            field.label = say(f"advice-{name}")
        self.country = load(actor.pack).head.country

    def clean_phone(self) -> str:
        return phone_in(self.cleaned_data["phone"], self.country)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not told.get("name") and (told.get("phone") or told.get("address")):
            self.add_error("name", wrong("advice-need-name"))
        return told

    def asked(self, known: Described) -> Described | None:
        """Return who asked, if that was said."""
        told = self.cleaned_data
        name, phone, address = (told.pop(n, "") for n in WHO)
        return replace(known, name=name, phone=phone, address=address) if name else None


@staff(Verb.ADVICE_SEE)
def advice(request: HttpRequest) -> HttpResponse:
    """List the consultations within reach, the newest first."""
    actor = actor_of(request)
    found, more = paged(request, reads.consultations(actor))
    names = dict(choices.channels(actor, timezone.localdate())) | {"": ""}
    became = files.converted(r.pk for r in found) if actor.may(Verb.AID_SEE) else {}
    known = choices.group_names(actor, timezone.localdate())
    rows = [
        {
            "row": r,
            "file": became.get(r.pk),
            "channel": names.get(r.channel, r.channel),
            "groups": [known.get(g, g) for g in r.groups],
        }
        for r in found
    ]
    heads = [
        *(say(f"advice-{n}") for n in ("channel", "on", "groups", "unit")),
        {"name": say("advice-people"), "num": True},
    ]
    context = {
        "rows": rows, "heads": heads, "may_apply": takes(actor),
        "has_sheet": files.has_consultation_sheet(actor, timezone.now()),
        "may_refer": actor.may(Verb.AID_REFER) and actor.anchor is not None,
        "may_record": actor.may(Verb.ADVICE_RECORD) and actor.anchor is not None,
        **more,
    }  # fmt: skip
    return render(request, "desk/advice.html", context)


@staff(Verb.ADVICE_RECORD)
def advice_new(request: HttpRequest) -> HttpResponse:
    """Record a consultation."""
    actor, at = actor_of(request), timezone.now()
    initial = {"on": timezone.localdate(), "times": 1}
    person, described = None, Described("")
    if request.GET.get("from") == "application":  # a question that turned out to open no file
        initial |= typed(request, at)
        person, described = typed_person(request, actor, at)
    form = AdviceForm(actor, request.POST or None, initial=initial)
    if person is not None:
        for name in WHO:
            del form.fields[name]
    if request.method == "POST" and form.is_valid():
        who = form.asked(described)
        try:
            actions.take(actor=actor, at=at, person=person, who=who, **form.cleaned_data)
        except Problem as problem:
            field = "on" if problem.code == DAY_TO_COME.code else None
            form.add_error(field, tell(problem))
        else:
            if request.GET.get("from") == "application":
                drafts_drop(request)
            messages.success(request, say("advice-saved"))
            return redirect("advice")
    status = 400 if form.errors else 200
    context = {"form": form, "person": person}
    return render(request, "desk/advice_new.html", context, status=status)


@require_POST
@staff(Verb.ADVICE_RECORD)
def advice_recount(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put right how many people asked."""
    asked = request.POST.get("times", "")
    times = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0
    actions.recount(actor=actor_of(request), pk=pk, times=times, at=timezone.now())
    messages.success(request, say("advice-recounted"))
    return redirect("advice")


urls = [
    path("advice/", advice, name="advice"),
    path("advice/new/", advice_new, name="advice_new"),
    path("advice/<uuid:pk>/recount/", advice_recount, name="advice_recount"),
]
