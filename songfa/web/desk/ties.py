"""Ties: with whom a practitioner is kin or shares an interest, declared before anybody asks them to act."""

from datetime import datetime
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
from songfa.aid import actions, reads
from songfa.base.http import STATUS
from songfa.rules.packs.read import load
from songfa.rules.problems import Kind, Problem
from songfa.rules.ranking import ConflictGround
from songfa.rules.verbs import Verb
from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.staff import actor_of, staff
from songfa.web.fields import one_of
from songfa.words.habits import named
from songfa.words.say import say
from songfa.words.tell import tell


class TieForm(VerbForm):
    """Whose tie, of what kind, with whom. Who declares for themselves alone is not asked whose."""

    def __init__(self, actor: Actor, at: datetime, data: Any = None) -> None:
        super().__init__(data)
        self.people = {str(p.pk): p for p in reads.declarers(actor)}
        self.own = [p for p in self.people.values() if p.held_by_id == actor.user.pk]
        if len(self.own) != 1 or len(self.people) != 1:
            choices = [(k, f"{p.name} · {p.unit.name}") for k, p in self.people.items()]
            whose = [("", say("ties-choose")), *choices]
            field = forms.ChoiceField(
                choices=whose, error_messages={"required": say("ties-need-whose")}
            )
            self.add("practitioner", field, "ties-whose")
        pack = load(actor.pack)
        known = pack.all(ConflictGround, pack.day(at))
        grounds = [(c, named(known[c].name.model_dump())) for c in actions.TIES if c in known]
        self.add("ground", one_of(grounds, need="ties-need-ground"), "ties-ground")
        name = forms.CharField(max_length=120, error_messages={"required": say("ties-need-name")})
        self.add("name", name, "ties-name")
        number = forms.CharField(max_length=40, required=False)
        number.help_text = say("ties-number-hint")
        self.add("id_number", number, "ties-number")

    def told(self) -> dict[str, Any]:
        told = dict(self.cleaned_data)
        chosen = told.pop("practitioner", "")
        whose = self.people[chosen] if chosen else self.own[0]
        return {**told, "practitioner": whose}


@staff(Verb.AID_DECLARE_TIE)
def ties(request: HttpRequest) -> HttpResponse:
    """Show the ties that hold within reach, and declare one."""
    actor, at = actor_of(request), timezone.now()
    form = TieForm(actor, at, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            try:
                actions.declare_tie(actor=actor, at=at, **form.told())
            except Problem as why:
                if why.kind is not Kind.INVALID:
                    raise
                status = STATUS[why.kind]
                form.add_error("id_number" if why.code.startswith("id_") else "name", tell(why))
            else:
                messages.success(request, say("ties-kept"))
                return redirect("ties")
    context = {
        "form": form if form.people else None,
        "rows": [_shown(row) for row in reads.ties(actor)],
        "heads": [say(f"ties-{h}") for h in ("practitioner", "ground", "with", "since")],
    }
    return render(request, "desk/ties.html", context, status=status)


def _shown(row: Any) -> dict[str, Any]:
    found = load(row.practitioner.unit.pack).versions("conflicts", row.ground)
    return {
        "row": row,
        "ground": named(found[-1].name.model_dump()) if found and found[-1].name else row.ground,
    }


@staff(Verb.AID_DECLARE_TIE)
@require_POST
def end(request: HttpRequest, tie: UUID) -> HttpResponse:
    """Note that a tie is no more."""
    actor = actor_of(request)
    actions.end_tie(actor=actor, tie=reads.tie(actor, tie), at=timezone.now())
    messages.success(request, say("ties-ended"))
    return redirect("ties")


urls = [
    path("ties/", ties, name="ties"),
    path("ties/<uuid:tie>/end/", end, name="tie_end"),
]
