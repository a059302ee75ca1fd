"""People of a group one by one: who joins and who leaves; and whom their claim is against."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from songfa.aid.actions import group as actions
from songfa.aid.actions.group import REASONS_TO_LEAVE
from songfa.aid.reads import group as reads
from songfa.papers.heads import Wrong, said
from songfa.rules.problems import RECIPIENT_REFUSED, Problem
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.files.group.frame import context_of, open_to_let_in
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.staff import staff
from songfa.web.fields import one_of, words
from songfa.words.say import say
from songfa.words.tell import tell


class JoinForm(VerbForm):
    """One more person."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for name in ("name", "id_number", "phone", "claimed"):
            most = 80 if name == "name" else 40
            field_ = forms.CharField(max_length=most, required=name in ("name", "id_number"))
            self.add(name, field_, f"list-head-{name}".replace("_", "-"))
        own = forms.BooleanField(required=False, initial=True)
        self.add("own_documents", own, "list-head-own-documents")


@staff(Verb.AID_RECIPIENTS)
def join(request: HttpRequest, file: UUID) -> HttpResponse:
    """Let one more person in."""
    now = open_to_let_in(request, file)
    form = JoinForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.add_recipient(actor=now.actor, file=now.file, at=now.at, **form.cleaned_data)
        except Problem as why:
            if why.code != RECIPIENT_REFUSED.code:
                raise
            facts = {k: v for k, v in why.facts.items() if k != "why"}
            column = facts.get("column")
            form.add_error(column, said(Wrong(why.facts["why"], facts)))
        else:
            messages.success(request, say("group-joined"))
            return redirect("file_recipients", file)
    return _simple(request, now, form, say("group-join"), "")


class LeaveForm(VerbForm):
    """Why and when somebody left."""

    def __init__(self, today: date, data: Any = None) -> None:
        super().__init__(data)
        self.add("reason", one_of(words("leave", REASONS_TO_LEAVE), need="leave-need"), "leave-why")
        field_ = DayField(error_messages={"required": say("file-need-day")})
        field_.initial = today
        self.add("on", field_, "leave-on")


@staff(Verb.AID_RECIPIENTS)
def leave(request: HttpRequest, file: UUID, recipient: UUID) -> HttpResponse:
    """Note that somebody left the group."""
    now = open_to_let_in(request, file)
    row = reads.recipient(now.actor, now.file, recipient)
    form = LeaveForm(now.day, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.leave(
                actor=now.actor, file=now.file, recipient_id=row.pk, at=now.at, **form.cleaned_data
            )
        except Problem as why:
            form.add_error(None, tell(why))
        else:
            messages.success(request, say("group-left", name=row.name))
            return redirect("file_recipients", file)
    return _simple(request, now, form, say("group-leave"), row.name)


def _simple(
    request: HttpRequest, now: Opened, form: VerbForm, title: str, who: str
) -> HttpResponse:
    context = context_of(now, form=form, act=title, who=who)
    return render(
        request, "desk/files/recipient_form.html", context, status=400 if form.errors else 200
    )


class AdverseForm(VerbForm):
    """The employer."""

    def __init__(self, now: Opened, data: Any = None) -> None:
        super().__init__(data)
        field_ = forms.CharField(max_length=120, required=False)
        field_.initial = now.file.adverse_party
        self.add("adverse_party", field_, "group-adverse")


@staff(Verb.AID_RECIPIENTS)
@require_POST
def adverse(request: HttpRequest, file: UUID) -> HttpResponse:
    """Note the employer."""
    now = open_file(request, file)
    form = AdverseForm(now, request.POST)
    if form.is_valid():
        actions.name_adverse_party(
            actor=now.actor, file=now.file, name=form.cleaned_data["adverse_party"], at=now.at
        )
        messages.success(request, say("group-saved"))
    return redirect("file_recipients", file)
