"""Following an application by its code: the state, what is next, by when, what is missing."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.cache import never_cache

from songfa.access.policy import bound
from songfa.aid import answering, reads
from songfa.aid.door import attempts, offices
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Clock
from songfa.web.accounts import address
from songfa.words.habits import named
from songfa.words.say import say


class CodeForm(forms.Form):
    """A code as it was typed."""

    code = forms.CharField(max_length=40, required=False)


def unknown(request: HttpRequest, page: str) -> HttpResponse:
    """Say beside the code that nothing has it, and leave it there to be put right."""
    form = CodeForm(request.POST)
    form.add_error("code", forms.ValidationError(say("follow-wrong"), code="follow-wrong"))
    return render(request, page, {"wrong": form})


@never_cache
def follow(request: HttpRequest) -> HttpResponse:
    """Ask for the code, or show what its holder may know. The code never stands in an address."""
    if request.method != "POST":
        return render(request, "public/follow.html", {})
    at = timezone.now()
    came_from = address(request) or ""
    attempts.allow(came_from, at)
    receipt = reads.receipt_of(request.POST.get("code", "")[:40])
    if receipt is None:
        attempts.wrong(came_from, at)
        return unknown(request, "public/follow.html")
    door = offices.public_door(receipt.unit, load(receipt.unit.pack).day(at))
    with bound(door):
        told = reads.followed(door, receipt.file_id, at=at)
    hand = answering.public_hand(receipt.unit, load(receipt.unit.pack).day(at))
    with bound(hand):
        said = reads.may_say(hand, receipt.file_id, at=at)
    pack = load(told.pack)
    papers = pack.sections.get("papers", {})
    missing = [named(papers[code][-1].name.model_dump()) for code in told.missing if code in papers]  # type: ignore[union-attr]
    step = (
        pack.versions("clocks", told.step)[-1]
        if told.step and pack.versions("clocks", told.step)
        else None
    )
    context = {
        "told": told,
        "said": said,
        "code": request.POST["code"][:40],
        "missing": missing,
        "step": step.name.model_dump() if isinstance(step, Clock) else None,
    }
    return render(request, "public/follow.html", context)


urls = [path("follow/", follow, name="follow")]
