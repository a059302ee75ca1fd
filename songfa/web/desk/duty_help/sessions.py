"""Who sits on duty where and when."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from songfa.access.policy import Actor
from songfa.aid import actions, reads
from songfa.rules.notices import DutyPlace
from songfa.rules.packs.read import Pack, load
from songfa.rules.problems import NOT_ALLOWED, Kind, Problem
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk.duty_help.shown import choices, links, session, trail
from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.moments import TimeField, moment_of
from songfa.web.desk.pages import PAGE
from songfa.web.desk.staff import actor_of, staff
from songfa.web.fields import one_of, text
from songfa.words.say import say
from songfa.words.tell import tell


@staff(Verb.AID_HELP)
def duty_sessions(request: HttpRequest) -> HttpResponse:
    """List who sits where: now and next, then earlier. Whoever is on duty sees their own."""
    actor, at = actor_of(request), timezone.now()
    coming = list(reads.sessions(actor, since=at)[:PAGE])
    earlier = [s for s in reads.sessions(actor)[: PAGE * 2] if s.ends_at <= at][:PAGE]
    context = {
        "parts": [
            {"title": say("duty-coming"), "rows": [session(s) for s in coming]},
            {"title": say("duty-past"), "rows": [session(s) for s in earlier]},
        ],
        "heads": [say(f"duty-{h}") for h in ("place", "kind", "practitioner", "from", "until")],
        "none": not coming and not earlier,
        "may_roster": actor.may(Verb.AID_ROSTER) and actor.anchor is not None,
        "links": links("duty_sessions"),
    }
    return render(request, "desk/duty_sessions.html", context)


class SessionForm(VerbForm):
    """Who sits where, from when until when."""

    def __init__(self, actor: Actor, pack: Pack, at: datetime, data: Any = None) -> None:
        super().__init__(data)
        self.pack = pack
        people = reads.who_may_sit(actor)
        fields: dict[str, forms.Field] = {
            "practitioner": forms.ChoiceField(
                choices=[("", "–"), *((str(p.pk), f"{p.name} · {p.unit.name}") for p in people)],
                error_messages={"required": say("duty-need-practitioner")},
            ),
            "kind": one_of(choices(pack, DutyPlace, at), need="duty-need-kind"),
            "place": text(120, required=True, need="duty-need-place"),
            "day": DayField(error_messages={"required": say("notice-need-day")}),
            "from": TimeField(need="duty-need-time"),
            "until": TimeField(need="duty-need-time"),
        }
        for name, field in fields.items():
            self.add(name, field, f"duty-{name}")
        self.fields["day"].initial = pack.day(at)

    def span(self) -> tuple[datetime, datetime]:
        """Return beginning and end; an end before the beginning is on the next day."""
        told = self.cleaned_data
        starts = moment_of(told["day"], told["from"], self.pack)
        ends = moment_of(told["day"], told["until"], self.pack)
        return starts, ends if ends > starts else ends + timedelta(days=1)


@staff(Verb.AID_ROSTER)
def duty_session_new(request: HttpRequest) -> HttpResponse:
    """Put somebody on duty."""
    actor, at = actor_of(request), timezone.now()
    if actor.anchor is None:
        raise NOT_ALLOWED(verb=Verb.AID_ROSTER)
    data = request.POST if request.method == "POST" else None
    form = SessionForm(actor, load(actor.anchor.pack), at, data)
    if form.is_valid():
        starts, ends = form.span()
        told = form.cleaned_data
        try:
            made = actions.open_session(
                actor=actor, practitioner_id=UUID(told["practitioner"]), kind=told["kind"], place=told["place"],
                starts_at=starts, ends_at=ends, at=at,
            )  # fmt: skip
        except Problem as why:
            if why.kind not in (Kind.INVALID, Kind.CONFLICT):
                raise
            form.add_error("until" if why.code == "session_time" else None, tell(why))
        else:
            messages.success(request, say("duty-session-saved", place=made.place))
            return redirect("duty_session", made.pk)
    context = {"form": form, "trail": trail()}
    return render(
        request, "desk/duty_session_new.html", context, status=400 if form.errors else 200
    )
