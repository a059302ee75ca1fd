"""One person of the register: what was done, what may be done, what is owed."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from songfa.access.policy import Actor
from songfa.aid import actions, reads
from songfa.aid.actions import InHand
from songfa.aid.reads import DutyHelp
from songfa.rules.notices import NEEDS, HelpKind
from songfa.rules.packs.read import load
from songfa.rules.problems import NO_SUCH_MOVE, NOT_ALLOWED, Kind, Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.due import due_tag, duty_name
from songfa.web.desk.duty_help.shown import LONG, PLEA, choices, line
from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.staff import actor_of, staff
from songfa.web.fields import long_text, several, text, words
from songfa.words.say import key_of, say
from songfa.words.tell import tell


class GiveForm(VerbForm):
    def __init__(self, row: DutyHelp, at: datetime, data: Any = None) -> None:
        super().__init__(data)
        pack = load(row.pack)
        kinds = several(choices(pack, HelpKind, at))
        kinds.required, kinds.error_messages["required"] = True, say("duty-need-kinds")
        self.add("kinds", kinds, "duty-kinds")
        if pack.head.country == PLEA:
            self.add("plea", forms.BooleanField(required=False), "duty-plea")
        summary = forms.CharField(
            max_length=LONG,
            widget=forms.Textarea,
            error_messages={"required": say("duty-need-summary")},
        )
        self.add("summary", summary, "duty-summary")


class ReasonForm(VerbForm):
    def __init__(self, row: DutyHelp, at: datetime, data: Any = None) -> None:
        super().__init__(data)
        self.add("reason", text(300, required=True, need="duty-need-reason"), "duty-reason")


class TakeForm(VerbForm):
    def __init__(self, row: DutyHelp, at: datetime, data: Any = None) -> None:
        super().__init__(data)
        field = long_text(limit=LONG)
        self.add("story", field, "duty-story")
        self.add("phone", text(40), "duty-phone")
        self.add("needs", several(words("need", NEEDS)), "notice-needs")


class PlainForm(VerbForm):
    def __init__(self, row: DutyHelp, at: datetime, data: Any = None) -> None:
        super().__init__(data)


def _give(actor: Actor, row: DutyHelp, told: dict[str, Any], at: datetime) -> None:
    actions.give_help(
        actor=actor,
        asked=row,
        kinds=tuple(told["kinds"]),
        summary=told["summary"],
        plea=bool(told.get("plea")),
        at=at,
    )


def _refuse(actor: Actor, row: DutyHelp, told: dict[str, Any], at: datetime) -> None:
    actions.refuse_help(actor=actor, asked=row, reason=told["reason"], at=at)


def _take(actor: Actor, row: DutyHelp, told: dict[str, Any], at: datetime) -> None:
    given = InHand(at, told["story"], told["phone"], needs=tuple(told["needs"]))
    actions.take_in(actor=actor, asked=row, given=given, at=at)


def _hand_on(actor: Actor, row: DutyHelp, told: dict[str, Any], at: datetime) -> None:
    actions.hand_on_application(actor=actor, asked=row, at=at)


ACTS: dict[
    Verb,
    tuple[Callable[..., VerbForm], Callable[[Actor, DutyHelp, dict[str, Any], datetime], None]],
] = {
    Verb.AID_HAND_ON: (PlainForm, _hand_on),
    Verb.AID_GIVE_HELP: (GiveForm, _give),
    Verb.AID_REFUSE_HELP: (ReasonForm, _refuse),
    Verb.AID_TAKE_IN: (TakeForm, _take),
}


def _open(actor: Actor, row: DutyHelp) -> list[dict[str, str]]:
    """Return what may be done with the row now, the most pressing first."""
    moves = row.machine.verbs_from(row.state)
    return [
        {
            "name": say(key_of("verb", verb)),
            "url": reverse("duty_act", args=[row.pk, verb.removeprefix("aid.")]),
        }
        for verb in ACTS
        if verb in moves and actor.may(verb)
    ]


@staff(Verb.AID_HELP)
def duty_row(request: HttpRequest, asked: UUID) -> HttpResponse:
    """Show one person of the register, what was done and what is still owed."""
    actor, at = actor_of(request), timezone.now()
    row = reads.help_row(actor, asked, at=at)
    country = load(row.pack).head.country
    context = {
        **line(row),
        "ways": _open(actor, row),
        "custody": say(key_of(f"custody-{country}", row.custody)) if row.custody else "",
        "owed": [_owed(d, at) for d in reads.owed_about_help(actor, row.pk)],
        "sheets": reads.duty_sheets(row, at),
        "trail": _row_trail(row),
    }
    return render(request, "desk/duty_row.html", context)


def _owed(duty: Any, at: datetime) -> dict[str, object]:
    return {"duty": duty, "name": duty_name(duty), "tag": due_tag(duty, at)}


def _row_trail(row: DutyHelp) -> list[dict[str, str]]:
    return [
        {"name": say("duty-sessions"), "url": reverse("duty_sessions")},
        {"name": row.session.place, "url": reverse("duty_session", args=[row.session_id])},
    ]


@staff(*ACTS)
def duty_act(request: HttpRequest, asked: UUID, verb: str) -> HttpResponse:
    """Do one act with a row of the register."""
    actor, at = actor_of(request), timezone.now()
    row = reads.help_row(actor, asked, at=at)
    wanted = next((v for v in ACTS if v == f"aid.{verb}"), None)
    if wanted is None or not actor.may(wanted):
        raise NOT_ALLOWED(verb=f"aid.{verb}")
    if wanted not in row.machine.verbs_from(row.state):
        raise NO_SUCH_MOVE(state=row.state, verb=wanted)
    make, do = ACTS[wanted]
    form = make(row, at, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            do(actor, row, form.cleaned_data, at)
        except Problem as why:
            if why.kind != Kind.INVALID:
                raise
            form.add_error(None, tell(why))
        else:
            messages.success(request, say("file-act-done", what=say(key_of("verb", wanted))))
            return redirect("duty_row", asked)
    context = {
        "form": form,
        "row": row,
        "button": say(key_of("verb", wanted)),
        "lede": say("duty-hand-on", unit=row.unit.name) if wanted == Verb.AID_HAND_ON else "",
        "trail": [*_row_trail(row), {"name": row.number, "url": reverse("duty_row", args=[asked])}],
    }
    return render(request, "desk/duty_act.html", context, status=400 if form.errors else 200)
