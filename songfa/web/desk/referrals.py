"""Referrals: who was sent to us and by whom, whom we sent on; each with its letter."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from songfa.access.models import Unit
from songfa.access.policy import Actor, bound
from songfa.advice import reads as advice
from songfa.aid import actions, reads
from songfa.aid.actions import Referred
from songfa.aid.door import offices
from songfa.base.saved import as_file
from songfa.papers.out import letter as letters
from songfa.papers.uploads import TYPES
from songfa.rules.packs.read import load
from songfa.rules.problems import NOT_ALLOWED, Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.files.door_forms import ReferForm, referred
from songfa.web.desk.press import acted
from songfa.web.desk.staff import actor_of, staff
from songfa.words.habits import name_in
from songfa.words.say import say
from songfa.words.tell import tell

READERS = (Verb.AID_REFER, Verb.AID_TAKE_ON, Verb.AID_HAND_ON)


def _names(row: Any) -> dict[str, str]:
    pack = load(row.pack)
    found: dict[str, str] = {}
    for name, section, code in (
        ("body", "referral_bodies", row.body),
        ("matter", "matters", row.matter),
    ):
        found[name] = name_in(pack, section, code)
    return found


@staff(Verb.AID_REFER, Verb.AID_TAKE_ON)
def referrals(request: HttpRequest) -> HttpResponse:
    """List the referrals within reach, the newest first: to us or by us, still on the way or arrived."""
    actor = actor_of(request)
    chosen = request.GET.get("way", "")
    inward = {"in": True, "out": False}.get(chosen)
    rows = reads.referrals(actor, inward=inward)
    context = {
        "rows": [
            {"row": r, "url": reverse("referral", args=[r.pk]), "zone": load(r.pack).head.timezone, **_names(r)}
            for r in rows
        ],
        "heads": [say(f"referrals-{h}") for h in ("body", "matter", "from", "on", "state")],
        "chosen": chosen,
        "may_refer": actor.may(Verb.AID_REFER) and actor.anchor is not None,
    }  # fmt: skip
    return render(request, "desk/referrals.html", context)


def _unit(actor: Actor) -> Unit:
    if actor.anchor is None:
        raise NOT_ALLOWED(verb=Verb.AID_REFER)
    return actor.anchor


@staff(Verb.AID_REFER)
def referral_new(request: HttpRequest) -> HttpResponse:
    """Send somebody to the legal-aid agency, with a letter (vn: form 13)."""
    actor, at = actor_of(request), timezone.now()
    unit = _unit(actor)
    pack = load(unit.pack)
    on = pack.day(at)
    initial = {"body": {"commune_committee": "commune", "federation": "federation"}.get(unit.kind)}
    form = ReferForm(pack, on, request.POST or None, inward=True, initial=initial)
    token = _token(request)
    agency = offices.agency_for_referral(unit)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        door = offices.referring(actor, agency)
        try:
            with bound(door):
                row = actions.refer(
                    actor=door, unit=unit, body=told["body"], body_name=told["body_name"], matter=told["matter"],
                    who=referred(told), at=at, token=token,
                )  # fmt: skip
        except Problem as why:
            form.add_error("id_number" if why.code.startswith("id_number") else None, tell(why))
        else:
            letter = letters.Letter.from_json(row.letter)
            context = {"row": row, "letter": letter, "agency": agency, **_seen(actor, row)}
            return acted(render(request, "desk/referral_sent.html", context))
    context = {"form": form, "unit": unit, "agency": agency, "token": token}
    status = 400 if form.errors else 200
    return render(request, "desk/referral_new.html", context, status=status)


def _seen(actor: Actor, row: Any) -> dict[str, Any]:
    """Return whether the actor can open the referral that they sent: a contact point sees its own unit's rows only."""
    return {"mine": any(r.pk == row.pk for r in reads.referrals(actor))}


def _token(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("token", ""))
    except ValueError:
        return uuid4()


@staff(*READERS)
def referral(request: HttpRequest, referral: UUID) -> HttpResponse:
    """Show a referral: who, why, its letter, and what to do next."""
    actor, at = actor_of(request), timezone.now()
    row = reads.referral(actor, referral, at=at)
    who = Referred.opened(row.told)
    moves = row.machine.verbs_from(row.state)
    context = {
        "row": row, "who": who, "zone": load(row.pack).head.timezone, **_names(row),
        "may_hand_on": Verb.AID_HAND_ON in moves and actor.may(Verb.AID_HAND_ON) and not row.inward,
        "may_take_on": Verb.AID_TAKE_ON in moves and actor.may(Verb.AID_TAKE_ON) and actor.may(Verb.AID_APPLY),
        "trail": [{"name": say("referrals-title"), "url": reverse("referrals")}],
    }  # fmt: skip
    return render(request, "desk/referral.html", context)


@staff(Verb.AID_HAND_ON)
@require_POST
def referral_hand_on(request: HttpRequest, referral: UUID) -> HttpResponse:
    """Note that the letter went out."""
    actor, at = actor_of(request), timezone.now()
    actions.hand_on(actor=actor, referral=reads.referral(actor, referral, at=at), at=at)
    messages.success(request, say("referral-handed-on"))
    return redirect("referral", referral)


@staff(Verb.AID_TAKE_ON)
@require_POST
def referral_arrived(request: HttpRequest, referral: UUID) -> HttpResponse:
    """Note that the other body has it."""
    actor, at = actor_of(request), timezone.now()
    actions.take_on(actor=actor, referral=reads.referral(actor, referral, at=at), at=at)
    messages.success(request, say("referral-arrived"))
    return redirect("referral", referral)


@staff(*READERS)
def referral_letter(request: HttpRequest, referral: UUID, form: str) -> HttpResponse:
    """Hand out the letter as it was issued."""
    row = reads.referral(actor_of(request), referral, at=timezone.now())
    letter = letters.Letter.from_json(row.letter)
    if form == "pdf":
        return as_file(letters.pdf(letter), f"{letter.title}.pdf", TYPES["pdf"])
    return as_file(letters.docx(letter), f"{letter.title}.docx", TYPES["docx"])


@staff(Verb.AID_REFER)
def advice_refer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send the person of a consultation on to another body, with a letter that says why."""
    actor, at = actor_of(request), timezone.now()
    talk = advice.consultation(actor, pk, at=at)
    unit = _unit(actor)
    pack = load(unit.pack)
    form = ReferForm(
        pack, pack.day(at), request.POST or None, inward=False, initial={"reason": talk.question, "matter": talk.matter}
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            row = actions.refer_out(
                actor=actor, unit=unit, body=told["body"], body_name=told["body_name"], matter=told["matter"],
                who=referred(told), consultation=talk.pk, at=at,
            )  # fmt: skip
        except Problem as why:
            form.add_error(None, tell(why))
        else:
            return redirect("referral", row.pk)
    context = {"form": form, "unit": unit, "agency": None, "token": uuid4()}
    return render(request, "desk/referral_new.html", context, status=400 if form.errors else 200)


urls = [
    path("referrals/", referrals, name="referrals"),
    path("referrals/new/", referral_new, name="referral_new"),
    path("referrals/<uuid:referral>/", referral, name="referral"),
    path("referrals/<uuid:referral>/hand-on/", referral_hand_on, name="referral_hand_on"),
    path("referrals/<uuid:referral>/arrived/", referral_arrived, name="referral_arrived"),
    path("referrals/<uuid:referral>/letter.<slug:form>", referral_letter, name="referral_letter"),
    path("advice/<uuid:pk>/refer/", advice_refer, name="advice_refer"),
]
