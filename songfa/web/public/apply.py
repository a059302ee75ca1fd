"""Applying for legal aid in three steps, without JavaScript; answers are kept for a week."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from songfa.access.models import Unit
from songfa.access.policy import bound
from songfa.aid import actions, reads
from songfa.aid.actions import Agent, Application, Doorway
from songfa.aid.door import attempts, drafts, offices
from songfa.aid.door.answers import facts_of
from songfa.aid.door.drafts import Kept
from songfa.aid.told import Contact, Told
from songfa.network import reads as network
from songfa.people.actions import Described
from songfa.rules import doors
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Channel, Paper, Trouble
from songfa.rules.problems import Problem
from songfa.web.accounts import address
from songfa.web.middleware import READERS
from songfa.web.public import apply_forms as ask
from songfa.words.habits import moment, named
from songfa.words.say import say, speaking

P = ParamSpec("P")
COOKIE, RECEIPT = "draft", "receipt"
WEEK = int(drafts.KEPT.total_seconds())
HOUR = 3600
PLACE, MATTER, PERSON, CONTACT = "apply", "apply_matter", "apply_you", "apply_contact"


# -- the draft and its cookie ------------------------------------------------------------------------


def _key(request: HttpRequest, cookie: str, age: int) -> UUID | None:
    """Return the key in a signed cookie; None for one that is missing, changed or too old."""
    try:
        return UUID(request.get_signed_cookie(cookie, salt=cookie, max_age=age))
    except (KeyError, ValueError, signing.BadSignature):
        return None


def _remember(answer: HttpResponse, cookie: str, key: UUID, age: int) -> None:
    answer.set_signed_cookie(
        cookie,
        str(key),
        salt=cookie,
        max_age=age,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def _draft(request: HttpRequest) -> Kept | None:
    return drafts.fetch(_key(request, COOKIE, WEEK), timezone.now())


def _keep(request: HttpRequest, answers: drafts.Answers, to: str) -> HttpResponseRedirect:
    kept = drafts.keep(_draft(request), answers, timezone.now())
    answer = redirect(to)
    _remember(answer, COOKIE, kept.key, WEEK)
    return answer


def plain(cleaned: dict[str, Any]) -> drafts.Answers:
    """Return cleaned answers as JSON keeps them."""
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in cleaned.items()}


class Begun:
    """A draft that has got as far as its office: the draft, the office, its pack and today there."""

    def __init__(self, draft: Kept, unit: Unit) -> None:
        self.draft, self.unit = draft, unit
        self.pack: Pack = load(unit.pack)
        self.at = timezone.now()
        self.on = self.pack.day(self.at)

    @property
    def answers(self) -> drafts.Answers:
        return self.draft.answers

    def initial(self, fields: tuple[str, ...]) -> dict[str, Any]:
        days = {"born", "limit_on"}
        found = {k: v for k, v in self.answers.items() if k in fields}
        return {k: ask.day_of(v) if k in days else v for k, v in found.items()}


def _office(key: str) -> Unit:
    """Return a unit that takes applications on the day that it is there. Raises NOT_FOUND, OFFICE_TAKES_NONE."""
    return offices.by_id(key, network.day_at(key, timezone.now()))


Step = Callable[Concatenate[HttpRequest, Begun, P], HttpResponse]


def step(*needs: str) -> Callable[[Step[P]], Callable[Concatenate[HttpRequest, P], HttpResponse]]:
    """Open a step only when the steps before it are answered; a lost draft begins anew with a word about it."""

    def guard(page: Step[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
        @never_cache
        @wraps(page)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            draft = _draft(request)
            if draft is None and _key(request, RECEIPT, HOUR * 12) is not None:
                return redirect("receipt")  # gone back after sending
            if draft is None or "office" not in draft.answers:
                return _begin_again(
                    request, lost=request.method == "POST" or COOKIE in request.COOKIES
                )
            try:
                begun = Begun(draft, _office(draft.answers["office"]))
            except Problem:
                return _begin_again(request, lost=True)
            for name in needs:
                if name not in begun.answers:
                    return redirect(MATTER if name == "matter" else PERSON)
            return page(request, begun, *args, **kwargs)

        return guarded

    return guard


def _begin_again(request: HttpRequest, *, lost: bool) -> HttpResponse:
    return redirect(f"{reverse(PLACE)}?lost=1" if lost else PLACE)


# -- the steps ---------------------------------------------------------------------------------------


@never_cache
def place(request: HttpRequest) -> HttpResponse:
    """Step 1, where: the offices for a place as people type it; choosing one begins the draft."""
    if request.method == "POST":
        unit = _office(request.POST.get("office", ""))
        begun = {"office": str(unit.pk)}
        trouble = request.POST.get("trouble", "")
        pack = load(unit.pack)
        if trouble in pack.entries("troubles", pack.day(timezone.now())):
            begun["trouble"] = trouble
        return _keep(request, begun, MATTER)
    query = request.GET.get("q", "")[:80]
    draft = _draft(request)
    chosen = draft.answers.get("office", "") if draft else ""
    found = offices.near(query, timezone.localdate(), READERS.get(speaking.get(), ""))
    context = {
        "q": query,
        "offices": found,
        "trouble": request.GET.get("trouble", "")[:60],
        "lost": "lost" in request.GET,
        "chosen": chosen,
        "searched": bool(query.strip()),
        "heads": [say(f"apply-place-{h}") for h in ("office", "where", "choose")],
    }
    return render(request, "public/apply_place.html", context)


@step()
def matter(request: HttpRequest, begun: Begun) -> HttpResponse:
    """Step 1, what: one of eight everyday troubles, then what it is about."""
    trouble = request.GET.get("trouble", begun.answers.get("trouble", ""))
    if trouble not in begun.pack.all(Trouble, begun.on):
        return _trouble(request, begun)
    fields = ("matter", "service", "story")
    form = ask.MatterForm(
        begun.pack, begun.on, trouble, request.POST or None, initial=begun.initial(fields)
    )
    if form.is_valid():
        return _keep(request, {**plain(form.cleaned_data), "trouble": trouble}, PERSON)
    context = {
        "form": form,
        "begun": begun,
        "trouble": begun.pack.get(Trouble, trouble, begun.on).name.model_dump(),
    }
    return render(request, "public/apply_matter.html", context)


def _trouble(request: HttpRequest, begun: Begun) -> HttpResponse:
    form = ask.TroubleForm(
        begun.pack,
        begun.on,
        request.POST or None,
        initial={"trouble": begun.answers.get("trouble")},
    )
    if form.is_valid():
        return _keep(request, form.cleaned_data, MATTER)
    return render(request, "public/apply_trouble.html", {"form": form, "begun": begun})


@step("matter")
def you(request: HttpRequest, begun: Begun) -> HttpResponse:
    """Step 2: the person and their circumstances."""
    made = ask.PersonForm(begun.pack, begun.on, begun.answers["matter"])
    initial = begun.initial(tuple(made.fields))
    form = ask.PersonForm(
        begun.pack, begun.on, begun.answers["matter"], request.POST or None, initial=initial
    )
    if form.is_valid():
        return _keep(request, plain(form.cleaned_data), CONTACT)
    return render(request, "public/apply_you.html", {"form": form, "begun": begun})


@step("matter", "name")
def contact(request: HttpRequest, begun: Begun) -> HttpResponse:
    """Step 3: how to reach the person, and the declaration; sends the application."""
    fields = ("phone", "address", "way", "caution", "note", "language", "needs")
    form = ask.ContactForm(begun.pack, request.POST or None, initial=begun.initial(fields))
    if form.is_valid():
        told = plain(form.cleaned_data)
        try:
            attempts.send(address(request) or "", begun.at)
            return _send(replace_answers(begun, told))
        except Problem as why:
            context = {"form": form, "begun": begun, "problem": why}
            return render(request, "public/apply_contact.html", context, status=400)
    return render(request, "public/apply_contact.html", {"form": form, "begun": begun})


def replace_answers(begun: Begun, more: drafts.Answers) -> Begun:
    return Begun(replace(begun.draft, answers={**begun.answers, **more}), begun.unit)


def _send(begun: Begun) -> HttpResponse:
    door = offices.public_door(begun.unit, begun.on)
    with bound(door):
        applied = actions.come_in(
            actor=door,
            unit=begun.unit,
            application=application_of(begun, "web"),
            doorway=doorway_of(begun.answers),
            at=begun.at,
            token=begun.draft.token,
        )
    answer = redirect("receipt")
    _remember(answer, RECEIPT, applied.file.pk, HOUR * 12)
    return answer


def application_of(begun: Begun, channel: str) -> Application:
    """Return what the answers of all steps ask for."""
    told = begun.answers
    told_of = ask.circumstances(told, begun.pack.head.currency)
    reach = Contact(
        way=told.get("way", ""),
        caution=told.get("caution", ""),
        note=told.get("note", ""),
        language=told.get("language", ""),
        needs=tuple(told.get("needs", ())),
    )
    person = Described(
        name=told["name"],
        born=told_of.born,
        sex=told.get("sex", ""),
        id_number=told.get("id_number", ""),
        phone=told.get("phone", ""),
        address=told.get("address", ""),
        language=told.get("language", ""),
    )
    return Application(
        person=person,
        matter=told["matter"],
        service=told["service"],
        channel=channel,
        groups=told_of.groups,
        relation=told_of.relation,
        told=Told(
            story=told.get("story", ""),
            facts=facts_of(told_of, begun.pack, begun.on),
            contact=reach,
            applicant=told.get("applicant", "") if told_of.for_other else "",
            limit_on=told.get("limit_on") or "",
        ),
    )


def doorway_of(told: drafts.Answers) -> Doorway:
    """Return by which door somebody comes who fills in the public form."""
    if told.get("for_whom") != "other":
        return Doorway()
    relation, custody = told.get("relation", ""), told.get("custody", "")
    held = told.get("held") == "yes" or custody not in ("", "none")
    harms = ask.yes(told.get("guardian_harms", ""))
    way = doors.RELATIVE
    if relation in (doors.GUARDIAN, doors.OTHER_GUARDIAN) or (harms and relation == doors.KIN):
        way = doors.WARD
    elif held and relation == doors.KIN:
        way = doors.HELD
    return Doorway(
        way=way,
        agent=Agent(told.get("applicant", "")),
        relation=relation,
        guardian_harms=harms if way == doors.WARD else None,
        entrusted=bool(told.get("entrusted")),
    )


@never_cache
def receipt(request: HttpRequest) -> HttpResponse:
    """The code to keep, what to bring, until when there will be an answer. The draft ends here."""
    file_id = _key(request, RECEIPT, HOUR * 12)
    kept = reads.receipt_for(file_id) if file_id else None
    if kept is None:
        return redirect("follow")
    today = load(kept.unit.pack).day(timezone.now())
    with bound(offices.public_door(kept.unit, today)):
        handed = reads.handed_in(kept.file_id)
    pack = load(handed.pack)
    on = pack.day(handed.received_at)
    papers = pack.all(Paper, on)
    # the form of the application itself is filled in by now
    known = {c: named(p.name.model_dump()) for c, p in papers.items() if p.kind != "form"}
    bring = [[known[c] for c in need if c in known] for need in reads.bring(handed.finding)]
    hotline = pack.get(Channel, "hotline", on).contact
    context = {
        "handed": handed,
        "code": handed.code,
        "bring": [need for need in bring if need],
        "hotline": hotline,
        "zone": pack.head.timezone,
        "due_day": moment(handed.due_at, pack.head.timezone),
        "outcome": handed.finding.get("outcome", ""),
    }
    answer = render(request, "public/receipt.html", context)
    draft = _key(request, COOKIE, WEEK)
    if draft is not None:
        drafts.drop(draft)
        answer.delete_cookie(COOKIE)
    return answer


urls = [
    path("apply/", place, name=PLACE),
    path("apply/matter/", matter, name=MATTER),
    path("apply/you/", you, name=PERSON),
    path("apply/contact/", contact, name=CONTACT),
    path("apply/receipt/", receipt, name="receipt"),
]
