"""One file: its clock, the finding beside the application, what is owed, the person, and a panel for each theme."""

from dataclasses import replace
from datetime import datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from songfa.aid import reads
from songfa.aid.door import codes
from songfa.aid.issue.correctors import corrected_by
from songfa.aid.reads import Step
from songfa.aid.reads import group as group_reads
from songfa.base.saved import as_file
from songfa.papers.out import letter as letters
from songfa.papers.uploads import TYPES
from songfa.people import actions as people
from songfa.people import reads as ledger
from songfa.people.identity import mask
from songfa.rules.verbs import Verb
from songfa.web.desk.due import time_tag
from songfa.web.desk.files import decision
from songfa.web.desk.files.forms import ThenForm
from songfa.web.desk.files.group.letters import line_of
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.files.panels import drawn
from songfa.web.desk.files.ways import ways_of
from songfa.web.desk.staff import actor_of, staff
from songfa.words.habits import article, moment, named
from songfa.words.say import key_of, say, speaking


@staff(Verb.AID_SEE)
def file(request: HttpRequest, file: UUID) -> HttpResponse:
    """Show a file: its clock, the finding beside the application, what is owed, the person, work and documents."""
    return _draw(request, open_file(request, file))


@staff(Verb.AID_SEE)
def then(request: HttpRequest, file: UUID) -> HttpResponse:
    """Show a file as it stood at the end of a day that is asked for; nothing can be done with it there."""
    now = open_file(request, file)
    zone = ZoneInfo(now.pack.head.timezone)
    first = now.file.received_at.astimezone(zone).date()
    form = ThenForm(first, now.day, request.GET if "on-year" in request.GET else None)
    if not form.is_valid():
        return render(request, "desk/files/then.html", {**now.common(), "form": form})
    end = datetime.combine(form.cleaned_data["on"], time.max, zone)
    was = reads.then(now.actor, now.file, min(end, now.at))
    return _draw(request, replace(now, file=was.file, at=min(end, now.at)), then=was)


def _draw(
    request: HttpRequest, now: Opened, shown: str = "", then: reads.Then | None = None
) -> HttpResponse:
    logs = then.logs if then else reads.logs(now.actor, now.file)
    kept = then.papers if then else reads.papers(now.actor, now.file, alone=True)
    again = _corrected(now, kept)
    steps = reads.clock_line(now.actor, now.file, now.at)
    owed = [s for s in steps if s.state in ("now", "late")]
    told = now.file.story()
    context = {
        **now.common(),
        "told": told,
        "shown": shown,
        "steps": [_step(now, s) for s in steps],
        "owed": [_step(now, s) for s in owed],
        "late": any(s.state == "late" for s in owed),
        "finding": _finding(now),
        "person": _person(now),
        "then": now.at if then else None,
        "ways": None if then else ways_of(now, owed),
        "logs": logs,
        "minutes": sum(x.minutes for x in logs),
        "batches": _batches(now),
        "papers": [_paper(now, p) | again[p.pk] for p in kept],
        "service": now.say_name("services", now.file.service),
        "matter": now.say_name("matters", now.file.matter),
        "groups": [now.say_name("groups", code) for code in now.file.groups],
        "missing": [now.say_name("papers", code) for code in now.file.missing_papers],
        "received": [now.say_name("papers", code) for code in now.file.papers_received],
        "channel": now.say_name("channels", now.file.channel),
        "reasons": [_reason(now, code) for code in now.file.reasons],
        "outcome": now.say_name("outcomes", now.file.outcome) if now.file.outcome else "",
        "panels": [] if then else drawn(now),
        "prompts": [] if then else _prompted(now, owed),
        "code": codes.code_for(now.file) if now.actor.may(Verb.AID_APPLY) else "",
    }
    return render(request, "desk/file.html", context)


def _prompted(now: Opened, owed: list[Step]) -> list[dict[str, object]]:
    """Return what the house offers: nothing, and no question, where no open duty would make it offer anything."""
    return decision.prompted(now) if reads.PROMPTING.intersection(s.code for s in owed) else []


def _reason(now: Opened, code: str) -> str:
    if now.pack.versions("refusal_grounds", code):
        return now.say_name("refusal_grounds", code)
    if now.pack.versions("ending_grounds", code):
        return now.say_name("ending_grounds", code)
    return say(key_of("withdrawal", code))


def _step(now: Opened, step: Step) -> dict[str, object]:
    zone = now.pack.head.timezone
    name = named(step.name.model_dump()) if step.name else say(key_of("file-step", step.code))
    when, tag = "", {"tone": "", "tag": ""}
    if step.state == "done":
        when = moment(step.at, zone)
    elif step.state == "next" and step.span:
        when = say(key_of("file-span", step.span[1]), n=step.span[0])
    elif step.waits:
        when = say("file-waits")
    elif step.at_once and step.state != "late":
        when = say("file-at-once")
    elif step.until_done:
        when = say("file-until-done")
    elif step.due:
        when = say("file-due", moment=moment(step.due, zone))
        tag = time_tag(step.due, now.at, now.pack, warned=step.warned, by_hour=step.by_hour)
    if step.late is not None and step.due is not None:
        tag = time_tag(step.due, now.at, now.pack)
    return {
        "name": name,
        "state": step.state,
        "when": when,
        "article": article(step.article),
        **tag,
        "who": say(key_of("owed-by", step.owed_by)) if step.owed_by else "",
        "holder": step.holder,
    }


def _finding(now: Opened) -> dict[str, object]:
    """Return the finding in the reader's language, as it was frozen at receipt."""
    found = now.file.finding
    key = "zh" if speaking.get() == "zh-Hans" else speaking.get()
    need = [[now.say_name("papers", c) for c in codes] for codes in reads.bring(found)]
    return {
        "outcome": found.get("outcome", ""),
        "explanation": [
            *(found.get("explanation") or {}).get(key, []),
            *([found["group"]["explanation"][key]] if found.get("group") else []),
        ],
        "cited": (found.get("cited") or {}).get(key, []),
        "bring": need,
        "emergency": found.get("emergency_aid", False),
        "on": datetime.fromisoformat(found["on"]).date() if found.get("on") else None,
        "pack": named(now.pack.head.name.model_dump()),
    }


def _person(now: Opened) -> dict[str, object]:
    """Return what the panel shows of the person; whoever may not see the ledger sees what the file tells."""
    told = now.file.story()
    shown: dict[str, object] = {"name": told.name, "phone": told.phone, "may_reveal": False}
    if now.actor.may(Verb.PEOPLE_SEE):
        row = ledger.person(now.actor, now.file.person_id, at=now.at)
        shown |= {
            "name": row.name,
            "phone": row.phone or told.phone,
            "born": row.born,
            "sex": row.sex,
        }
        shown |= {"number": mask(row.id_number), "may_reveal": bool(row.id_number)}
    return shown


def _paper(now: Opened, row: Any) -> dict[str, object]:
    return {
        "name": now.say_name("papers", row.kind),
        "number": row.number,
        "at": row.created_at,
        "pdf": reverse("file_paper", args=[row.pk, "pdf"]),
        "docx": reverse("file_paper", args=[row.pk, "docx"]),
    }


def _batches(now: Opened) -> list[dict[str, object]]:
    """Return the letters that went out to a whole group: one line for each time."""
    if not now.has("batches"):
        return []
    found = group_reads.batches(now.actor, now.file)
    return [line_of(now, batch) for batch in found if batch.created_at <= now.at]


def _corrected(now: Opened, kept: list[Any]) -> dict[UUID, dict[str, object]]:
    """Return of each document whether another took its place, which one it replaces, and the way to write it anew."""
    by_id, replaced = {p.pk: p for p in kept}, {p.replaces_id for p in kept}
    found: dict[UUID, dict[str, object]] = {}
    for row in kept:
        before = by_id.get(row.replaces_id)
        may = row.pk not in replaced and now.actor.may(corrected_by(row.kind))
        found[row.pk] = {
            "replaced": row.pk in replaced,
            "replaces": (before.number or now.say_name("papers", before.kind)) if before else "",
            "again": reverse("paper_again", args=[row.pk]) if may else "",
        }
    return found


@staff(Verb.PEOPLE_SEE)
@require_POST
def reveal(request: HttpRequest, file: UUID) -> HttpResponse:
    """Show the identity number in full: a recorded act."""
    now = open_file(request, file)
    person = ledger.person(now.actor, now.file.person_id, at=now.at)
    return _draw(request, now, people.reveal_number(actor=now.actor, person=person, at=now.at))


@staff(Verb.AID_SEE)
def paper(request: HttpRequest, paper: UUID, form: str) -> HttpResponse:
    """Hand out a document as it was issued."""
    row = reads.paper(actor_of(request), paper, at=timezone.now())
    letter = letters.Letter.from_json(row.content)
    content = letters.pdf(letter) if form == "pdf" else letters.docx(letter)
    name = f"{row.number or row.file.number} {letter.title}.{form}"
    return as_file(content, name, TYPES[form], plain=f"{row.kind}.{form}")


urls = [
    path("files/<uuid:file>/", file, name="file"),
    path("files/<uuid:file>/then/", then, name="file_then"),
    path("files/<uuid:file>/number/", reveal, name="file_reveal"),
    path("papers/<uuid:paper>.<slug:form>", paper, name="file_paper"),
]
