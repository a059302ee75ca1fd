"""One file: its clock, the finding beside the application, what is owed, the person, and a panel for each theme."""

from dataclasses import replace
from datetime import datetime, time
from typing import Any
from urllib.parse import quote
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from songfa.aid import codes, reads
from songfa.aid.reads import Step
from songfa.papers.out import letter as letters
from songfa.people import actions as people
from songfa.people import reads as ledger
from songfa.people.identity import mask
from songfa.rules.verbs import Verb
from songfa.web.desk.files import decision
from songfa.web.desk.files.acts import ACTS, BESIDE, address
from songfa.web.desk.files.forms import ThenForm
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.files.panels import drawn
from songfa.web.desk.staff import actor_of, staff
from songfa.words.habits import moment, named
from songfa.words.say import key_of, say, speaking

# what an officer does next in a state: the green button; the others are links
FIRST = {
    "received": Verb.AID_GRANT,
    "awaiting_papers": Verb.AID_RECEIVE_PAPERS,
    "granted": Verb.AID_ASSIGN,
    "assigned": Verb.AID_ACCEPT,
    "under_way": Verb.AID_LOG,
    "closed": Verb.AID_HAND_IN,
    "handed_in": Verb.AID_ARCHIVE,
}
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


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
    steps = reads.clock_line(now.actor, now.file, now.at)
    owed = [s for s in steps if s.state in ("now", "late")]
    told = now.file.story()
    context = {
        **now.common(),
        "told": told,
        "shown": shown,
        "steps": [_step(now, s) for s in steps],
        "owed": [_step(now, s) for s in owed],
        "late": next((_step(now, s)["tag"] for s in owed if s.state == "late"), ""),
        "finding": _finding(now),
        "person": _person(now),
        "then": now.at if then else None,
        "ways": {} if then else _ways(now),
        "logs": logs,
        "minutes": sum(x.minutes for x in logs),
        "papers": [
            _paper(now, p) for p in (then.papers if then else reads.papers(now.actor, now.file))
        ],
        "service": now.say_name("services", now.file.service),
        "matter": now.say_name("matters", now.file.matter),
        "groups": [now.say_name("groups", code) for code in now.file.groups],
        "missing": [now.say_name("papers", code) for code in now.file.missing_papers],
        "received": [now.say_name("papers", code) for code in now.file.papers_received],
        "channel": now.say_name("channels", now.file.channel),
        "reasons": [_reason(now, code) for code in now.file.reasons],
        "outcome": now.say_name("outcomes", now.file.outcome) if now.file.outcome else "",
        "panels": [] if then else drawn(now),
        "prompts": [] if then else decision.prompted(now),
        "code": codes.code_for(now.file) if now.actor.may(Verb.AID_APPLY) else "",
    }
    return render(request, "desk/file.html", context)


def _reason(now: Opened, code: str) -> str:
    if now.pack.versions("refusal_grounds", code):
        return now.say_name("refusal_grounds", code)
    if now.pack.versions("ending_grounds", code):
        return now.say_name("ending_grounds", code)
    return say(key_of("withdrawal", code))


def _step(now: Opened, step: Step) -> dict[str, object]:
    zone = now.pack.head.timezone
    name = named(step.name.model_dump()) if step.name else say(key_of("file-step", step.code))
    when, tag = "", ""
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
    if step.late is not None:
        tag = say("file-late", days=step.late.days)
    return {
        "name": name,
        "state": step.state,
        "when": when,
        "article": step.article,
        "tag": tag,
        "who": say(key_of("owed-by", step.owed_by)) if step.owed_by else "",
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


def _ways(now: Opened) -> dict[str, object]:
    """Return the one thing to do next, and the other ways."""
    open_now = [v for v in now.file.machine.verbs_from(now.file.state) if now.actor.may(v)]
    if now.file.papers_asked_at is not None:
        open_now = [v for v in open_now if v != Verb.AID_ASK_PAPERS]
    if now.file.state != "awaiting_papers" and not reads.papers_awaited(now.file):
        open_now = [v for v in open_now if v != Verb.AID_RECEIVE_PAPERS]
    links = [
        {"name": say(key_of("verb", v)), "url": address(v, now.file), "verb": v}
        for v in (*open_now, *(v for v in BESIDE if now.actor.may(v)))
        if address(v, now.file) and (v not in ACTS or ACTS[v].offered(now))
    ]
    first = FIRST.get(now.file.state)
    return {
        "first": next((x for x in links if x["verb"] == first), None),
        "others": [x for x in links if x["verb"] != first],
    }


def _paper(now: Opened, row: Any) -> dict[str, object]:
    return {
        "name": now.say_name("papers", row.kind),
        "number": row.number,
        "at": row.created_at,
        "pdf": reverse("file_paper", args=[row.pk, "pdf"]),
        "docx": reverse("file_paper", args=[row.pk, "docx"]),
    }


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
    answer = HttpResponse(content, content_type=PDF if form == "pdf" else DOCX)
    name = f"{row.number or row.file.number} {letter.title}.{form}".replace("/", "-")
    answer["Content-Disposition"] = (
        f"attachment; filename=\"{row.kind}.{form}\"; filename*=UTF-8''{quote(name)}"
    )
    answer["Cache-Control"] = "no-store"
    return answer


urls = [
    path("files/<uuid:file>/", file, name="file"),
    path("files/<uuid:file>/then/", then, name="file_then"),
    path("files/<uuid:file>/number/", reveal, name="file_reveal"),
    path("papers/<uuid:paper>.<slug:form>", paper, name="file_paper"),
]
