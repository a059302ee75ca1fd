"""Beside a file: who came in how, representatives, one-time links, referrals to other bodies."""

import base64
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from songfa.aid import actions, reads
from songfa.aid.door.doorway import Agent
from songfa.aid.door.links import fits
from songfa.base.saved import as_file
from songfa.papers.uploads import TYPES
from songfa.people import reads as ledger
from songfa.rules import doors
from songfa.rules.problems import LINK_NOT_NOW, NOT_FOUND, Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.files.act import Act, shared
from songfa.web.desk.files.door_forms import (
    LinkForm,
    ReferForm,
    RepresentForm,
    referred,
    referred_of,
)
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.files.refused import refused
from songfa.web.desk.press import acted
from songfa.web.desk.staff import actor_of, staff
from songfa.words.say import key_of, say
from songfa.words.tell import tell

# -- verbs ------------------------------------------------------------------------------------------


def _represent(now: Opened, told: dict[str, Any]) -> object:
    agent = Agent(told["name"], told["id_number"], told["phone"])
    names = ("capacity", "scopes", "since", "until", "proof")
    return actions.represent(**shared(now), agent=agent, **{n: told[n] for n in names})


def _refer(now: Opened, told: dict[str, Any]) -> object:
    who = {**told, **referred_of(now.file)}
    if now.actor.may(Verb.PEOPLE_SEE):
        row = ledger.person(now.actor, now.file.person_id, at=now.at)
        who |= {"born": row.born, "sex": row.sex, "id_number": row.id_number}
    return actions.refer_out(
        actor=now.actor, unit=now.file.unit, body=told["body"], body_name=told["body_name"], matter=now.file.matter,
        who=referred(who), file=now.file, person=now.file.person, at=now.at,
    )  # fmt: skip


ACTS: dict[Verb, Act] = {
    Verb.AID_REPRESENT: Act(lambda now, data: RepresentForm(now.pack, now.day, data), _represent),
    Verb.AID_REFER: Act(
        lambda now, data: ReferForm(now.pack, now.day, data, inward=False, person=False), _refer
    ),
}
OWN = {Verb.AID_LINK: "file_link"}
BESIDE = (Verb.AID_REPRESENT, Verb.AID_LINK, Verb.AID_REFER)


@staff(Verb.AID_LINK)
@never_cache
def link(request: HttpRequest, file: UUID) -> HttpResponse:
    """Make a one-time link, and show its address: this once."""
    now = open_file(request, file)
    agents = {str(a.pk): a for a in reads.agents(now.file, now.day)}
    purposes = [p for p in doors.PURPOSES if fits(now.file, p)]
    if not purposes:
        why = LINK_NOT_NOW(state=now.file.state, purpose="")
        return refused(request, now, why)
    names = [(key, a.name) for key, a in agents.items()]
    form = LinkForm(now.pack, now.day, purposes, names, request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            made = actions.make_link(
                **shared(now), purpose=told["purpose"], span=told["span"],
                representative=agents.get(told.get("representative", "")),
            )  # fmt: skip
        except Problem as why:
            form.add_error(None, tell(why))
        else:
            url = request.build_absolute_uri(reverse("link", args=[made.secret]))
            context = {
                **now.common(), "link": made.link, "url": url,
                "purpose": now.say_name("link_purposes", made.link.purpose), "office": now.file.unit.name,
            }  # fmt: skip
            return acted(render(request, "desk/file_link_made.html", context))
    button = say(key_of("verb", Verb.AID_LINK))
    context = {**now.common(), "form": form, "verb": Verb.AID_LINK, "button": button}
    return render(request, "desk/file_act.html", context, status=400 if form.errors else 200)


@staff(Verb.AID_LINK)
@require_POST
def link_revoke(request: HttpRequest, file: UUID, link: UUID) -> HttpResponse:
    """Take a link back."""
    now = open_file(request, file)
    actions.revoke_link(**shared(now), link_id=link)
    messages.success(request, say("link-revoked"))
    return redirect("file", file)


@staff(Verb.AID_REPRESENT)
@require_POST
def represent_end(request: HttpRequest, file: UUID, agent: UUID) -> HttpResponse:
    """End a representative's power."""
    now = open_file(request, file)
    if agent not in {r.pk for r in reads.representatives(now.file)}:
        raise NOT_FOUND(thing="representative")
    actions.revoke(actor=now.actor, representative_id=agent, at=now.at)
    messages.success(request, say("represent-ended"))
    return redirect("file", file)


@staff(Verb.AID_SEE)
def link_file(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Hand out a paper that came by a link."""
    row = reads.link_file(actor_of(request), paper, at=timezone.now())
    return as_file(base64.b64decode(row.content), row.name, TYPES[row.kind])


# -- the panel --------------------------------------------------------------------------------------


def told(now: Opened) -> dict[str, Any] | None:
    """Return who came in how, who acts for the person, and what went out and came back."""
    file, has = now.file, now.has
    came = reads.intake(file) if has("intake") else None
    agents = [_agent(now, r) for r in reads.representatives(file)] if has("representatives") else []
    links = [_link(now, x) for x in reads.links(file)] if has("links") else []
    answers = [_answer(now, *x) for x in reads.link_answers(file)] if has("link_answers") else []
    letters = reads.referrals_of(file) if has("referrals") else []
    special = came is not None and (
        came.row.way != doors.SELF or came.row.written_by != "applicant"
    )
    if not (
        special or agents or links or answers or letters or (came and came.row.consultation_id)
    ):
        return None
    return {
        "came": came, "agents": agents, "links": links, "answers": answers, "referrals": letters,
        "file": now.file, "zone": now.pack.head.timezone, "may_link": now.actor.may(Verb.AID_LINK),
        "may_represent": now.actor.may(Verb.AID_REPRESENT),
    }  # fmt: skip


def _agent(now: Opened, row: Any) -> dict[str, Any]:
    return {
        "row": row,
        "capacity": now.say_name("capacities", row.capacity),
        "proof": now.say_name("papers", row.proof) if row.proof else "",
        "scopes": [say(key_of("represent-scope", s)) for s in row.scopes],
        "holds": row.holds(now.day),
    }


def _link(now: Opened, row: Any) -> dict[str, Any]:
    return {
        "row": row,
        "purpose": now.say_name("link_purposes", row.purpose),
        "standing": row.standing(now.at),
    }


def _answer(now: Opened, row: Any, said: dict[str, Any], files: list[Any]) -> dict[str, Any]:
    shown = [
        (say(key_of("link-said", k)), _said(k, v)) for k, v in said.items() if v and k != "truth"
    ]
    papers = [
        {
            "name": now.say_name("papers", f.paper),
            "url": reverse("link_file", args=[f.pk]),
            "file": f,
        }
        for f in files
    ]
    return {
        "row": row,
        "purpose": now.say_name("link_purposes", row.purpose),
        "said": shown,
        "papers": papers,
    }


WORDS = {
    "way": "contact-way",
    "caution": "contact-caution",
    "needs": "need",
    "language": "language",
    "grade": "opinion-grade",
}


def _said(key: str, value: Any) -> str:
    if key not in WORDS:
        return str(value)
    values = value if isinstance(value, list) else [value]
    return " · ".join(say(key_of(WORDS[key], v)) for v in values)


urls = [
    path("files/<uuid:file>/one-time-link/", link, name="file_link"),
    path("files/<uuid:file>/links/<uuid:link>/revoke/", link_revoke, name="file_link_revoke"),
    path(
        "files/<uuid:file>/representatives/<uuid:agent>/end/", represent_end, name="represent_end"
    ),
    path("files/by-link/<uuid:paper>/", link_file, name="link_file"),
]
