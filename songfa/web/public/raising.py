"""By the code of their application people object, complain, or ask for somebody else. The code stands in no address."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.cache import never_cache

from songfa.access.policy import Actor, bound
from songfa.aid import actions, answering, reads
from songfa.aid.door import attempts
from songfa.aid.reads import File
from songfa.rules.deciding import ComplaintGround
from songfa.rules.packs.read import Pack, load
from songfa.web.accounts import address
from songfa.web.fields import long_text, name_of, one_of, token_field
from songfa.web.public.apply_forms import Plain
from songfa.web.public.follow import unknown

KINDS = ("objection", "complaint", "change", "escalate")


class RaiseForm(Plain):
    """What is said, and, of a complaint, what it is about."""

    def __init__(self, kind: str, pack: Pack, at: datetime, data: Any = None) -> None:
        super().__init__(data)
        if kind == "complaint":
            known = sorted(pack.all(ComplaintGround, pack.day(at)).values(), key=lambda g: g.order)
            grounds = one_of([(g.code, name_of(g)) for g in known], need="decide-need-ground")
            self.add("ground", grounds, label="decide-complaint-ground")
        self.add("text", long_text("raise-need"), label=f"raise-text-{kind}")
        self.fields["token"] = token_field()


@never_cache
def raising(request: HttpRequest) -> HttpResponse:
    """Ask what is to be said, then hand it to the body that answers. Only the form of the follow page leads here."""
    kind = request.POST.get("kind", "")
    if request.method != "POST" or kind not in KINDS:
        return redirect("follow")
    at = timezone.now()
    came_from = address(request) or ""
    attempts.allow(came_from, at)
    receipt = reads.receipt_of(request.POST.get("code", "")[:40])
    if receipt is None:
        attempts.wrong(came_from, at)
        return unknown(request, "public/follow.html")
    pack = load(receipt.unit.pack)
    hand = answering.public_hand(receipt.unit, pack.day(at))
    form = RaiseForm(kind, pack, at, request.POST if request.POST.get("sent") else None)
    done = False
    if form.is_bound and form.is_valid():
        attempts.send(came_from, at)
        with bound(hand):
            _hand_in(hand, reads.for_code(receipt.file_id), kind, form.cleaned_data, at)
        done = True
    context = {"form": form, "kind": kind, "code": request.POST["code"][:40], "done": done}
    return render(request, "public/raise.html", context)


def _hand_in(hand: Actor, file: File, kind: str, told: dict[str, Any], at: datetime) -> None:
    common: dict[str, Any] = {"actor": hand, "at": at, "text": told["text"]}
    once: dict[str, Any] = {"channel": "code", "token": told["token"]}
    match kind:
        case "objection":
            actions.object_to(**common, **once, file=file)
        case "complaint":
            actions.complain(**common, **once, file=file, ground=told["ground"])
        case "change":
            actions.ask_change(**common, **once, file=file)
        case _:
            found = reads.to_escalate(file.pk, load(file.pack), at)
            actions.escalate(**common, complaint=found)


urls = [path("raise/", raising, name="raise")]
