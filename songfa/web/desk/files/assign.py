"""Who takes a file: the ranked candidates with their reasons, declining, changing, parties, an offer to volunteers."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from songfa.aid import actions, reads
from songfa.aid.actions.assign import DECLINES, PARTY_KINDS, PARTY_SIDES
from songfa.aid.reads import Candidate
from songfa.aid.reads.assigning import conflicts_of_holder
from songfa.rules.problems import (
    BARS_NOT_SET_ASIDE,
    NO_SUCH_MOVE,
    PRACTITIONER_BARRED,
    SET_ASIDE_WITHOUT_WHY,
    Kind,
    Problem,
)
from songfa.rules.ranking import Reason
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk.files.act import Act, shared
from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.files.reasons import all_said, of_keys
from songfa.web.desk.files.refused import refused
from songfa.web.desk.staff import staff
from songfa.web.fields import Choices, long_text, one_of, several, text, words
from songfa.words.habits import day
from songfa.words.say import key_of, say
from songfa.words.tell import tell

LONG = 2000
# shown at once; the others behind a line that opens
SHOWN = 8


# -- choosing somebody ------------------------------------------------------------------------------


def takes_over(choices: Choices, *, required: bool = True) -> forms.ChoiceField:
    """Return the choice of who takes a file; whoever was struck off meanwhile is no longer in it."""
    return one_of(choices, required=required, need="file-need-practitioner", gone="assign-gone")


class ChoiceForm(VerbForm):
    """Who takes the file; what is passed over, and why; for a change also its reason."""

    def __init__(
        self, found: Sequence[Candidate], data: Any = None, *, changing: bool = False
    ) -> None:
        super().__init__(data)
        able = [c for c in found if c.passable]
        choices = [(str(c.practitioner.pk), c.practitioner.name) for c in able]
        self.add("practitioner", takes_over(choices), "assign-who")
        # nobody against whom something speaks is chosen beforehand
        self.fields["practitioner"].initial = next(
            (str(c.practitioner.pk) for c in able if c.fits), None
        )
        if changing:
            self.add("reason", long_text("assign-change-need", limit=LONG), "assign-change-reason")
        bars = [(key, key) for key in dict.fromkeys(data.getlist("set_aside") if data else [])]
        self.add("set_aside", several(bars), "assign-set-aside")
        self.add("why", long_text(limit=LONG), "assign-why")


def shown(found: Sequence[Candidate], now: Opened, chosen: str = "") -> list[dict[str, Any]]:
    """Return each candidate as the page shows them."""
    return [
        {
            "id": str(c.practitioner.pk),
            "name": c.practitioner.name,
            "firm": c.practitioner.unit.name,
            "points": say("assign-points", n=c.standing.points),
            "reasons": all_said(c.standing.reasons, now.pack),
            "bars": all_said(c.standing.bars, now.pack),
            "able": c.passable,
            "chosen": str(c.practitioner.pk) == chosen,
        }
        for c in found
    ]


@staff(Verb.AID_ASSIGN)
def assign(request: HttpRequest, file: UUID) -> HttpResponse:
    """Show who could take the file and why; give it to the one chosen."""
    return _choose(request, open_file(request, file), Verb.AID_ASSIGN)


@staff(Verb.AID_CHANGE_PROVIDER)
def change(request: HttpRequest, file: UUID) -> HttpResponse:
    """Give the file to somebody else, with the reason."""
    return _choose(request, open_file(request, file), Verb.AID_CHANGE_PROVIDER)


def _choose(request: HttpRequest, now: Opened, verb: Verb) -> HttpResponse:
    if verb not in now.file.machine.verbs_from(now.file.state):
        return refused(
            request,
            now,
            NO_SUCH_MOVE(machine=now.file.machine.name, state=now.file.state, verb=verb),
        )
    found = reads.candidates(now.actor, now.file, now.at)
    changing = verb == Verb.AID_CHANGE_PROVIDER
    form = ChoiceForm(found, request.POST if request.method == "POST" else None, changing=changing)
    against: list[tuple[str, str]] = []
    if form.is_valid():
        told = form.cleaned_data
        act = actions.reassign if changing else actions.assign
        more = {"reason": told["reason"]} if changing else {}
        try:
            act(
                **shared(now), practitioner_id=UUID(told["practitioner"]), set_aside=told["set_aside"],
                why=told["why"], **more,
            )  # fmt: skip
        except Problem as why:
            if why.code not in ASKED:
                return refused(request, now, why)
            form.add_error("why" if why.code == SET_ASIDE_WITHOUT_WHY.code else None, tell(why))
            against = of_keys(why.facts.get("bars", ",".join(told["set_aside"])), now.pack)
        else:
            messages.success(request, say("file-act-done", what=say(key_of("verb", verb))))
            return redirect("file", now.file.pk)
    return render(request, "desk/files/assign.html", _page(now, verb, found, form, against))


# problems that the page answers itself
ASKED = {p.code for p in (BARS_NOT_SET_ASIDE, SET_ASIDE_WITHOUT_WHY, PRACTITIONER_BARRED)}


def _page(
    now: Opened,
    verb: Verb,
    found: Sequence[Candidate],
    form: ChoiceForm,
    against: list[tuple[str, str]],
) -> dict[str, Any]:
    chosen = str(form["practitioner"].value() or "")
    rows = shown(found, now, chosen)
    able = [r for r in rows if r["able"]]
    first = [r for n, r in enumerate(able) if n < SHOWN or r["chosen"]]
    return {
        **now.common(),
        "form": form,
        "verb": verb,
        "button": say(key_of("verb", verb)),
        "first": first,
        "others": [r for r in able if r not in first],
        "barred": [r for r in rows if not r["able"]],
        "against": against,
        "asked": reads.change_asked(now.actor, now.file)
        if verb == Verb.AID_CHANGE_PROVIDER
        else None,
        "against_name": next((r["name"] for r in rows if r["chosen"]), ""),
        "parties": len(reads.parties(now.actor, now.file)),
        "may_offer": now.file.state == "granted" and now.actor.may(Verb.AID_OFFER),
    }


# -- taking it on or not ----------------------------------------------------------------------------


class DeclineForm(VerbForm):
    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.add(
            "reason", one_of(words("decline", DECLINES), need="decline-need"), "decline-reason"
        )
        self.add("text", long_text(limit=LONG), "decline-text")


@staff(Verb.AID_DECLINE)
def decline(request: HttpRequest, file: UUID) -> HttpResponse:
    """Give a file back: afterwards it is out of reach, so the way leads to the list."""
    now = open_file(request, file)
    form = DeclineForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.decline(**shared(now), **form.cleaned_data)
        except Problem as why:
            if why.kind != Kind.INVALID:
                return refused(request, now, why)
            form.add_error("text", tell(why))
        else:
            messages.success(request, say("decline-done"))
            return redirect("files")
    return render(request, "desk/files/decline.html", _asking(now, form, Verb.AID_DECLINE))


def _asking(now: Opened, form: VerbForm, verb: Verb) -> dict[str, Any]:
    return {**now.common(), "form": form, "verb": verb, "button": say(key_of("verb", verb))}


# -- parties ----------------------------------------------------------------------------------------


class PartyForm(VerbForm):
    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        # the other side first: that is what is asked for
        sides = sorted(PARTY_SIDES, key=lambda side: side != "adverse")
        self.add("side", one_of(words("side", sides), need="party-need-side"), "party-side")
        self.add("kind", one_of(words("party", PARTY_KINDS), need="party-need-kind"), "party-kind")
        self.add("name", text(120, required=True, need="party-need-name"), "party-name")
        self.add("id_number", text(40), "party-number")
        self.fields["id_number"].help_text = say("party-number-hint")


# -- an offer to volunteers -------------------------------------------------------------------------


class OfferForm(VerbForm):
    def __init__(self, now: Opened, data: Any = None) -> None:
        super().__init__(data)
        places = reads.shown_to(now.file)
        self.add("shown_path", one_of(places, need="offer-need-where"), "offer-where")
        until = DayField(error_messages={"required": say("offer-need-until")})
        until.initial = now.day + timedelta(days=2)
        self.add("until", until, "offer-until")


@staff(Verb.AID_OFFER)
def offer(request: HttpRequest, file: UUID) -> HttpResponse:
    """Show the file to volunteers, without the person."""
    now = open_file(request, file)
    form = OfferForm(now, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.offer(**shared(now), **form.cleaned_data)
        except Problem as why:
            if why.kind != Kind.INVALID:
                return refused(request, now, why)
            form.add_error(None, tell(why))
        else:
            messages.success(request, say("offer-made"))
            return redirect("offers")
    return render(request, "desk/file_act.html", _asking(now, form, Verb.AID_OFFER))


# -- the panel of the file's page -------------------------------------------------------------------


def panel(now: Opened) -> dict[str, Any] | None:
    """Return the parties and who had the file; nothing before there is either."""
    parties = reads.parties(now.actor, now.file) if now.has("parties") else []
    had = reads.history(now.actor, now.file) if now.has("assignments") else []
    may = now.actor.may(Verb.AID_NAME_PARTY)
    if not (parties or had or may):
        return None
    found = conflicts_of_holder(now.file)
    holder = now.file.practitioner.name if now.file.practitioner else ""
    return {
        "parties": [{"side": p.side, "kind": p.kind, "name": p.name} for p in parties],
        "history": [_had(a, now) for a in reversed(had)],
        "conflict": say("assign-panel-conflict", name=holder) if found else "",
        "conflicts": all_said(found, now.pack),
    }


def _had(row: Any, now: Opened) -> dict[str, Any]:
    when = day(now.pack.day(row.ended_at)) if row.ended_at else ""
    why = say(key_of("decline", row.end_reason)) if row.end_reason else ""
    told = " · ".join(filter(None, (why, row.end_text)))
    lines = []
    if row.accepted_at:
        lines.append(say("assign-accepted", when=day(now.pack.day(row.accepted_at))))
    if row.ended_by:
        lines.append(say(key_of("assign", row.ended_by), when=when, reason=told))
    if row.set_aside:
        passed = "; ".join(text for _, text in of_keys(",".join(row.set_aside), now.pack))
        lines.append(f"{say('assign-passed', what=passed)} · {row.why}")
    return {
        "name": row.practitioner.name,
        "firm": row.firm.name,
        "by": say("assign-given", name=row.by.name),
        "at": row.created_at,
        "lines": lines,
        "points": say("assign-points", n=row.points),
        "reasons": all_said((Reason(**r) for r in row.reasons), now.pack),
    }


ACTS: dict[Verb, Act] = {
    Verb.AID_ACCEPT: Act(
        lambda now, data: VerbForm(data),
        lambda now, told: actions.accept(**shared(now)),
    ),
    Verb.AID_NAME_PARTY: Act(
        lambda now, data: PartyForm(data),
        lambda now, told: actions.name_party(**shared(now), **told),
    ),
}
OWN = {
    Verb.AID_ASSIGN: "file_assign",
    Verb.AID_CHANGE_PROVIDER: "file_change",
    Verb.AID_DECLINE: "file_decline",
}
BESIDE = (Verb.AID_NAME_PARTY,)
urls = [
    path("files/<uuid:file>/assign/", assign, name="file_assign"),
    path("files/<uuid:file>/change_provider/", change, name="file_change"),
    path("files/<uuid:file>/decline/", decline, name="file_decline"),
    path("files/<uuid:file>/offer/", offer, name="file_offer"),
]
