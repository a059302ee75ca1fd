"""The board: files that are offered to volunteers, for those who might take them and for those who offered them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from songfa.aid import actions, reads
from songfa.rules.packs.read import load
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.files.assign import ASKED, ChoiceForm, shown
from songfa.web.desk.files.opened import Opened
from songfa.web.desk.files.reasons import of_keys, tongue
from songfa.web.desk.staff import actor_of, staff
from songfa.words.habits import name_in
from songfa.words.say import key_of, say
from songfa.words.tell import tell

WORD = 500


@staff(Verb.AID_VOLUNTEER, Verb.AID_OFFER)
def offers(request: HttpRequest) -> HttpResponse:
    """Show what is offered where one works, and what one has offered oneself."""
    actor, at = actor_of(request), timezone.now()
    mine = reads.offers(actor)
    context = {
        "volunteers": actor.may(Verb.AID_VOLUNTEER),
        "offering": actor.may(Verb.AID_OFFER),
        "board": [_notice(n) for n in reads.board(actor, at)],
        "mine": [_mine(o) for o in mine],
        "heads": [say(f"offers-{h}") for h in ("matter", "service", "place", "until", "answer")],
        "mine_heads": [say("batch-file"), say("offers-matter"), say("offers-until"), say("offers-volunteers")],
        "word_max": WORD,
    }  # fmt: skip
    return render(request, "desk/offers.html", context)


def _notice(row: reads.OfferShown) -> dict[str, Any]:
    wanted = [name_in(load(row.pack), "demands", code) for code in row.demands]
    spoken = [tongue(row.language), *([say("offers-signs")] if row.signs else [])]
    return {
        "id": row.id,
        "matter": name_in(load(row.pack), "matters", row.matter),
        "service": name_in(load(row.pack), "services", row.service),
        "place": row.place,
        "until": row.until,
        "wanted": " · ".join([*spoken, *wanted]),
        "mine": row.mine,
    }


def _mine(row: Any) -> dict[str, Any]:
    return {
        "number": row.file.number,
        "url": reverse("offer", args=[row.pk]),
        "matter": name_in(load(row.pack), "matters", row.file.matter),
        "until": row.until,
        "count": say("offers-count", n=len(row.volunteers.all())),
    }


@staff(Verb.AID_VOLUNTEER)
@require_POST
def take(request: HttpRequest, offer: UUID) -> HttpResponse:
    """Say that one would take an offered file."""
    word = request.POST.get("word", "")[:WORD]
    try:
        actions.volunteer(actor=actor_of(request), offer_id=offer, word=word, at=timezone.now())
    except Problem as why:
        if why.code not in ("offer_impossible", "volunteered_already"):
            raise
        messages.error(request, tell(why))
    else:
        messages.success(request, say("offers-thanks"))
    return redirect("offers")


@staff(Verb.AID_CHOOSE)
def offer(request: HttpRequest, offer: UUID) -> HttpResponse:
    """Show who would take an offered file, in order and with reasons; give it to the one chosen."""
    actor, at = actor_of(request), timezone.now()
    row = reads.offer(actor, offer)
    now = Opened(actor, row.file, load(row.pack), at)
    answered = {v.practitioner_id: v for v in reads.volunteers(actor, row)}
    found = [c for c in reads.candidates(actor, row.file, at) if c.practitioner.pk in answered]
    form = ChoiceForm(found, request.POST if request.method == "POST" else None)
    against: list[tuple[str, str]] = []
    if form.is_valid():
        told = form.cleaned_data
        try:
            actions.choose(
                actor=actor, offer=row, volunteering_id=answered[UUID(told["practitioner"])].pk, at=at,
                set_aside=told["set_aside"], why=told["why"],
            )  # fmt: skip
        except Problem as why:
            if why.code not in ASKED:
                raise
            form.add_error(None, tell(why))
            against = of_keys(why.facts.get("bars", ",".join(told["set_aside"])), now.pack)
        else:
            messages.success(
                request, say("file-act-done", what=say(key_of("verb", Verb.AID_CHOOSE)))
            )
            return redirect("file", row.file_id)
    rows = shown(found, now, str(form["practitioner"].value() or ""))
    for one in rows:
        word = answered[UUID(one["id"])].word
        if word:
            one["reasons"].insert(0, say("offers-word-of", word=word))
    context = {
        "offer": row, "form": form, "against": against,
        "against_name": next((r["name"] for r in rows if r["chosen"]), ""),
        "able": [r for r in rows if r["able"]], "barred": [r for r in rows if not r["able"]],
        "title": say("offer-title", number=row.file.number),
        "trail": [{"name": say("nav-offers"), "url": reverse("offers")}],
        "button": say(key_of("verb", Verb.AID_CHOOSE)),
    }  # fmt: skip
    return render(request, "desk/offer.html", context)


@staff(Verb.AID_END_OFFER)
@require_POST
def end(request: HttpRequest, offer: UUID) -> HttpResponse:
    """Take an offer back."""
    actor = actor_of(request)
    actions.end_offer(actor=actor, offer=reads.offer(actor, offer), at=timezone.now())
    messages.success(request, say("offer-ended"))
    return redirect("offers")


urls = [
    path("offers/", offers, name="offers"),
    path("offers/<uuid:offer>/", offer, name="offer"),
    path("offers/<uuid:offer>/take/", take, name="offer_take"),
    path("offers/<uuid:offer>/end/", end, name="offer_end"),
]
