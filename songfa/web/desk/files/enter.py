"""A new application over the desk, by any door: who comes and how, then the same questions on one page."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from songfa.access.policy import Actor, bound
from songfa.advice import reads as advice
from songfa.aid import actions, reads
from songfa.aid.actions import Applied, Doorway, Referred
from songfa.aid.door import drafts, offices
from songfa.aid.door.doorway import Agent
from songfa.network import reads as network
from songfa.people import actions as people
from songfa.people import reads as ledger
from songfa.people.described import Change, Described, changes
from songfa.people.identity import mask
from songfa.rules import doors
from songfa.rules.packs.read import Pack
from songfa.rules.packs.schema import Matter
from songfa.rules.problems import OFFICE_TAKES_NONE, Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.files.door_forms import (
    PLACES,
    BroughtForm,
    ChannelForm,
    DeskPersonForm,
    DoorForm,
    SimpleForm,
    doorway_of,
)
from songfa.web.desk.files.listing import takes
from songfa.web.desk.press import acted
from songfa.web.desk.staff import actor_of, staff
from songfa.web.fields import words
from songfa.web.public.apply import Begun, application_of, plain
from songfa.web.public.apply_forms import ContactForm, MatterForm
from songfa.words.habits import named, phone
from songfa.words.say import key_of, say

DRAFT = "desk_draft"  # the session's key of the application that was begun and not handed in
SOURCES = ("consultation", "referral", "person")
CHANGED = "confirmed"


class Source:
    """From where answers come that are filled in already: a consultation, a referral, a person of the ledger."""

    def __init__(self, actor: Actor, told: QueryDict, at: datetime) -> None:
        self.keys = {name: key for name in SOURCES if (key := _key(told.get(name, "")))}
        self.consultation = self.referral = self.person = None
        if "consultation" in self.keys:
            self.consultation = advice.consultation(actor, self.keys["consultation"], at=at)
        if "referral" in self.keys:
            self.referral = reads.referral(actor, self.keys["referral"], at=at)
        person = self.keys.get("person") or getattr(self.consultation, "person_id", None)
        if person and actor.may(Verb.PEOPLE_SEE):
            self.person = ledger.person(actor, person, at=at)

    @property
    def matter(self) -> str:
        return (
            (self.consultation and self.consultation.matter)
            or (self.referral and self.referral.matter)
            or ""
        )

    def answers(self) -> dict[str, Any]:
        """Return what is known already, by the names of the form's fields."""
        found: dict[str, Any] = {}
        if self.referral is not None:
            told = Referred.opened(self.referral.told)
            found |= {
                "name": told.name, "born": told.born, "sex": told.sex, "id_number": told.id_number,
                "phone": told.phone, "story": told.reason, "address": told.address,
                "role": {"accused": "suspect", "victim": "victim"}.get(told.role, ""),
            }  # fmt: skip
        if self.consultation is not None:
            talk = self.consultation
            found |= {"story": talk.question, "channel": talk.channel, "groups": talk.groups}
        if self.person is not None:
            row = self.person
            found |= {
                "name": row.name, "born": row.born, "sex": row.sex, "phone": row.phone, "address": row.address,
                "language": row.language,
                "groups": [*row.groups, *(g for g in found.get("groups", ()) if g not in row.groups)],
            }  # fmt: skip
        return {k: v for k, v in found.items() if v}


def _key(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None


@staff(Verb.AID_APPLY)
def new(request: HttpRequest) -> HttpResponse:
    """Take an application: first who comes and about what, then the questions; nothing typed is lost."""
    actor, at = actor_of(request), timezone.now()
    unit = actor.anchor
    if unit is None or not takes(actor):
        raise OFFICE_TAKES_NONE(unit=unit.name if unit else "")
    kept = _kept(request, at)
    data = request.POST if request.method == "POST" else kept if "draft" in request.GET else None
    begun = Begun(drafts.Kept(uuid4(), _token(data), {}), unit)
    told = data or request.GET
    source = Source(actor, told, at)
    matter = told.get("matter", "")
    if matter not in begun.pack.all(Matter, begun.on):
        return _first(request, begun, source, has_draft=kept is not None)
    page = Page(request, actor, begun, source, matter, data)
    if request.method != "POST":
        return page.draw()
    if not page.valid() or "back" in request.POST:
        _keep(request, at)
        return page.draw()
    return page.hand_in(at)


class Page:
    """The questions of one application, with all their forms."""

    def __init__(
        self, request: HttpRequest, actor: Actor, begun: Begun, source: Source, matter: str, data: Any
    ) -> None:  # fmt: skip
        self.request, self.actor, self.begun, self.source, self.matter = (
            request,
            actor,
            begun,
            source,
            matter,
        )
        self.data = data
        told = data or request.GET
        way = told.get("door", doors.SELF)
        self.way = way if way in doors.WAYS else doors.SELF
        pack, on, initial = begun.pack, begun.on, source.answers()
        service = told.get("service", "")
        self.units = network.partners(begun.unit, on)
        self.forms: dict[str, Any] = {
            "channel": ChannelForm(pack, on, data),
            "door": DoorForm(pack, on, self.way, [(str(u.pk), u.name) for u in self.units], data),
            "matter": MatterForm(pack, on, "", data, initial={**initial, "matter": matter}),
            "simple": SimpleForm(pack, on, service, data),
            "person": DeskPersonForm(pack, on, matter, data, known=source.person is not None, initial=initial),
            "contact": ContactForm(pack, data, initial=initial),
            "brought": BroughtForm(pack, on, data),
        }  # fmt: skip
        self.forms["channel"].initial = initial
        if data is None and service:
            self.forms["matter"].initial["service"] = service

    def valid(self) -> bool:
        return _all_valid(self.forms.values())

    def draw(self, *, status: int = 200) -> HttpResponse:
        context = {
            **self.forms, "forms": list(self.forms.values()), "begun": self.begun, "token": self.begun.draft.token,
            "chosen": self.matter, "way": self.way, "source": self.source, "keys": self.source.keys,
            "known_number": mask(self.source.person.id_number) if self.source.person else "",
        }  # fmt: skip
        return render(self.request, "desk/file_new.html", context, status=status)

    def told(self) -> dict[str, Any]:
        return {k: v for form in self.forms.values() for k, v in plain(form.cleaned_data).items()}

    def hand_in(self, at: datetime) -> HttpResponse:
        told = self.told()
        if told.get("simple") == "yes":
            return self._to_advice(at)
        person = self.source.person
        if person is not None:
            told["name"] = told.get("name") or person.name
            told["born"] = told.get("born") or (person.born.isoformat() if person.born else None)
        filled = Begun(
            drafts.Kept(self.begun.draft.key, self.begun.draft.token, told), self.begun.unit
        )
        application = application_of(filled, told["channel"])
        described = _described(application.person, told)
        if person is not None and self.request.POST.get(CHANGED) is None:
            found = changes(person, described, on=self.begun.on)
            if found:
                return self._changes(found)
        try:
            applied = self._apply(application, described, told, at)
        except Problem as why:
            if why.code not in PLACES:
                raise
            self.forms["door"].blame(why)
            _keep(self.request, at)
            return self.draw()
        drafts_drop(self.request)
        context = {"applied": applied, "mine": self.actor.may(Verb.AID_SEE)}
        return acted(render(self.request, "desk/file_taken.html", context))

    def _apply(
        self, application: Any, described: Described, told: dict[str, Any], at: datetime
    ) -> Applied:
        unit, source = self.begun.unit, self.source
        doorway = replace(
            self._doorway(told),
            consultation=source.consultation.pk if source.consultation else None,
        )
        asked = replace(application, relation="", known=source.person)
        facts = {k: v for k, v in asked.told.facts.items() if k != "applicant"}
        if told.get("simple") == "no":
            facts["simple_question"] = False
        if told.get("documents"):
            facts["documents"] = told["documents"]
        asked = replace(asked, told=replace(asked.told, facts=facts, applicant=""))
        with transaction.atomic():
            if source.referral is not None:
                actions.hold_referral(source.referral)
            if source.person is not None:
                people.amend(
                    actor=self.actor,
                    person=source.person,
                    described=described,
                    at=at,
                    on=self.begun.on,
                )
            door = offices.at_the_door(self.actor, offices.agency_of(unit))
            with bound(door):
                applied = actions.come_in(
                    actor=door, unit=unit, application=asked, doorway=doorway, at=at,
                    token=self.begun.draft.token,
                )  # fmt: skip
            if source.referral is not None and source.referral.state != "arrived":
                actions.take_on(
                    actor=self.actor, referral=source.referral, file=applied.file, at=at
                )
        return applied

    def _doorway(self, told: dict[str, Any]) -> Doorway:
        chosen = next((u for u in self.units if str(u.pk) == told.get("behalf_unit")), None)
        made = doorway_of(told, self.way, chosen)
        if self.way == doors.UNIT and told.get("unit_person"):
            return replace(made, agent=Agent(told["unit_person"]))
        return made

    def _changes(self, found: list[Change]) -> HttpResponse:
        rows = [_shown(c, self.begun.pack) for c in found]
        hidden = [
            (name, value)
            for name, values in self.request.POST.lists()
            if name != "csrfmiddlewaretoken"
            for value in values
        ]
        context = {"rows": rows, "hidden": hidden, "begun": self.begun, "confirmed": CHANGED}
        return render(self.request, "desk/file_changes.html", context)

    def _to_advice(self, at: datetime) -> HttpResponse:
        """A simple question belongs into the advice room, with what was told already."""
        _keep(self.request, at)
        return redirect(f"{reverse('advice_new')}?from=application")


def _shown(change: Change, pack: Pack) -> dict[str, str]:
    def said(value: str) -> str:
        if change.field == "sex" and value:
            return say(key_of("sex", value))
        if change.field == "language" and value:
            return say(key_of("language", value))
        if change.field == "groups":
            known = pack.sections.get("groups", {})
            names = [named(known[g][-1].name.model_dump()) for g in value.split() if g in known]  # type: ignore[union-attr]
            return " · ".join(names)
        return value

    return {
        "name": say(key_of("door-field", change.field)),
        "before": said(change.before),
        "after": said(change.after),
    }


def _described(person: Described, told: dict[str, Any]) -> Described:
    return replace(person, groups=tuple(told.get("groups", ())))


def _first(request: HttpRequest, begun: Begun, source: Source, *, has_draft: bool) -> HttpResponse:
    """Ask who comes, how, and about what; find somebody whom the ledger knows."""
    actor = actor_of(request)
    q = request.GET.get("q", "")[:80]
    may_look = actor.may(Verb.PEOPLE_SEE)
    found = ledger.find(actor, q, on=begun.on) if q and may_look else []
    ways = [
        {"code": code, "name": name, "hint": say(key_of("door-way-hint", code))}
        for code, name in words("door-way", doors.WAYS)
    ]
    context = {
        "matters": _matters(begun), "begun": begun, "ways": ways, "source": source, "keys": source.keys, "q": q,
        "may_look": may_look, "found": [_line(p) for p in found], "chosen_matter": source.matter,
        "has_draft": has_draft, "chosen_way": request.GET.get("door", doors.SELF),
        "need": "door" in request.GET,
    }  # fmt: skip
    return render(request, "desk/file_door.html", context)


def _hidden(person: Any) -> str:
    """Return a telephone number as it is written at home, its middle hidden."""
    return mask(phone(person.phone, person.unit.pack).replace(" ", ""))


def _line(person: Any) -> dict[str, Any]:
    return {"row": person, "number": mask(person.id_number), "phone": _hidden(person)}


# -- what was typed is kept --------------------------------------------------------------------------


def _keep(request: HttpRequest, at: datetime) -> None:
    """Keep what was typed, sealed, until it is handed in: a lost connection loses nothing."""
    told = {k: v for k, v in request.POST.lists() if k != "csrfmiddlewaretoken"}
    key = _key(str(request.session.get(DRAFT, "")))
    draft = drafts.fetch(key, at) if key else None
    kept = drafts.keep(draft, {"desk": json.dumps(told, ensure_ascii=False)}, at)
    request.session[DRAFT] = str(kept.key)


def _kept(request: HttpRequest, at: datetime) -> QueryDict | None:
    """Return what was typed and not handed in, as it was sent."""
    key = _key(str(request.session.get(DRAFT, "")))
    draft = drafts.fetch(key, at) if key else None
    if draft is None or "desk" not in draft.answers:
        return None
    found = QueryDict(mutable=True)
    for name, values in json.loads(draft.answers["desk"]).items():
        found.setlist(name, values)
    return found


def drafts_drop(request: HttpRequest) -> None:
    key = _key(str(request.session.pop(DRAFT, "")))
    if key:
        drafts.drop(key)


def typed(request: HttpRequest, at: datetime) -> dict[str, Any]:
    """Return what was typed into an application that turns out to be a question, for the advice room."""
    kept = _kept(request, at)
    if kept is None:
        return {}
    return {
        "question": kept.get("story", ""), "matter": kept.get("matter", ""), "channel": kept.get("channel", ""),
        "groups": kept.getlist("groups"),
        **{name: kept.get(name, "") for name in ("name", "phone", "address")},
    }  # fmt: skip


def typed_person(request: HttpRequest, actor: Actor, at: datetime) -> tuple[Any, Described]:
    """Return whom an application meant that turns out to be a question.

    A row of the ledger or None, and what was typed of the person that the advice room does not ask again.
    """
    kept = _kept(request, at)
    if kept is None:
        return None, Described("")
    known = _key(kept.get("person", ""))
    person = ledger.person(actor, known, at=at) if known and actor.may(Verb.PEOPLE_SEE) else None
    return person, Described("", sex=kept.get("sex", ""), id_number=kept.get("id_number", ""))


def _all_valid(forms: Iterable[BaseForm]) -> bool:
    """Check every form, so that the page names all that is wrong at once."""
    return not [form for form in forms if not form.is_valid()]


def _token(data: QueryDict | None) -> UUID:
    return _key(data.get("token", "")) or uuid4() if data else uuid4()


def _matters(begun: Begun) -> list[dict[str, str]]:
    rows = sorted(begun.pack.all(Matter, begun.on).values(), key=lambda m: m.order)
    return [{"code": m.code, "name": named(m.name.model_dump())} for m in rows]


urls = [path("files/new/", new, name="file_new")]
