"""Legal-aid files at the desk: the list, one file, each verb on its own page, documents."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from songfa.access.policy import Actor, bound
from songfa.aid import actions, codes, drafts, offices, reads
from songfa.aid.reads import File, Step, Wanted
from songfa.base.http import STATUS
from songfa.papers.out import letter as letters
from songfa.people import actions as people
from songfa.people import reads as ledger
from songfa.people.identity import mask
from songfa.rules.machines import FILE
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Matter
from songfa.rules.problems import (
    NO_SUCH_MOVE,
    NOT_ALLOWED,
    OFFICE_TAKES_NONE,
    PAPERS_ASKED_ALREADY,
    Kind,
    Problem,
)
from songfa.rules.verbs import Verb
from songfa.web.desk import file_forms as ask
from songfa.web.desk.due import due_tag
from songfa.web.desk.staff import actor_of, staff
from songfa.web.public.apply import Begun, application_of, plain
from songfa.web.public.apply_forms import ContactForm, MatterForm, PersonForm
from songfa.words.habits import moment, named, number
from songfa.words.say import key_of, say, speaking
from songfa.words.tell import tell

OPEN = tuple(s for s in FILE.states() if s not in FILE.ends)
SHOWN = (*OPEN, "closed", "refused", "withdrawn")
# what an officer does next in a state: the green button; the others are links
FIRST = {
    "received": Verb.AID_GRANT,
    "awaiting_papers": Verb.AID_RECEIVE_PAPERS,
    "granted": Verb.AID_ASSIGN,
    "assigned": Verb.AID_LOG,
    "closed": Verb.AID_HAND_IN,
}
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


# -- the list ----------------------------------------------------------------------------------------


@staff(Verb.AID_SEE)
def files(request: HttpRequest) -> HttpResponse:
    """Show the files within reach: by state, late ones, searched; fifty a page."""
    actor, at = actor_of(request), timezone.now()
    told = {k: request.GET.get(k, "")[:100] for k in ("state", "late", "q", "after", "before")}
    wanted = Wanted(told["state"], bool(told["late"]), told["q"], told["after"], told["before"])
    page = reads.listed(actor, wanted, at)
    counts = reads.counts(actor, at)
    kept = {k: v for k, v in told.items() if v and k not in ("after", "before")}
    context = {
        "rows": [_line(row, at) for row in page.rows],
        "heads": [say(f"files-{h}") for h in ("number", "matter", "state", "received", "next")],
        "chips": _chips(wanted, counts),
        "q": wanted.q,
        "state": wanted.state,
        "late": wanted.late,
        "previous": _query(kept, before=page.previous) if page.previous else "",
        "next": _query(kept, after=page.next) if page.next else "",
        "may_apply": _takes(actor),
    }
    return render(request, "desk/files.html", context)


def _takes(actor: Actor) -> bool:
    """Whether the actor takes applications at a desk that takes any."""
    unit = actor.anchor
    today = timezone.localdate()
    return (
        actor.may(Verb.AID_APPLY) and unit is not None and offices.takes_applications(unit, today)
    )


def _query(kept: dict[str, str], **more: str) -> str:
    return "?" + urlencode({**kept, **more})


def _chips(wanted: Wanted, counts: reads.Counts) -> list[dict[str, object]]:
    plain_list = not wanted.state and not wanted.late
    chips: list[dict[str, object]] = [
        {"href": "?", "name": say("files-all"), "count": "", "on": plain_list},
        {
            "href": "?late=1",
            "name": say("files-late"),
            "count": _counted(counts.late),
            "on": wanted.late,
            "late": counts.late > 0,
        },
    ]
    for_states: list[dict[str, object]] = [
        {
            "href": f"?state={state}",
            "name": say(key_of("state", state)),
            "count": _counted(counts.states[state]) if state in counts.states else "",
            "on": wanted.state == state,
        }
        for state in SHOWN
    ]
    return chips + for_states


def _counted(n: int) -> str:
    return say("files-many", n=number(reads.MANY)) if n > reads.MANY else number(n)


def _line(row: reads.Listed, at: datetime) -> dict[str, object]:
    file = row.file
    pack = load(file.pack)
    found = pack.versions("matters", file.matter)
    tag = due_tag(row.duty, at) if row.duty else None
    return {
        "file": file,
        "url": reverse("file", args=[file.pk]),
        "zone": pack.head.timezone,
        "matter": named(found[-1].name.model_dump()) if found and found[-1].name else file.matter,
        "step": _clock_name(pack, row.duty.code) if row.duty else "",
        "tag": tag,
    }


def _clock_name(pack: Pack, code: str) -> str:
    found = pack.versions("clocks", code)
    return named(found[-1].name.model_dump()) if found and found[-1].name else code


# -- one file ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as a page needs it: who looks, the file, its pack and the time."""

    actor: Actor
    file: File
    pack: Pack
    at: datetime

    def say_name(self, section: str, code: str) -> str:
        found = self.pack.versions(section, code)
        return named(found[-1].name.model_dump()) if found and found[-1].name else code

    @property
    def title(self) -> str:
        return f"{self.file.story().name} · {self.say_name('matters', self.file.matter)}"

    def common(self) -> dict[str, object]:
        return {
            "file": self.file,
            "title": self.title,
            "zone": self.pack.head.timezone,
            "trail": [{"name": say("nav-files"), "url": reverse("files")}],
            "inner_trail": [
                {"name": say("nav-files"), "url": reverse("files")},
                {"name": self.file.number, "url": reverse("file", args=[self.file.pk])},
            ],
        }


def _open(request: HttpRequest, file: UUID) -> Opened:
    actor, at = actor_of(request), timezone.now()
    found = reads.file(actor, file, at=at)
    return Opened(actor, found, load(found.pack), at)


@staff(Verb.AID_SEE)
def file(request: HttpRequest, file: UUID) -> HttpResponse:
    """Show a file: its clock, the finding beside the application, what is owed, the person, work and documents."""
    return _draw(request, _open(request, file))


def _draw(request: HttpRequest, now: Opened, shown: str = "") -> HttpResponse:
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
        "ways": _ways(now),
        "logs": reads.logs(now.actor, now.file),
        "minutes": sum(x.minutes for x in reads.logs(now.actor, now.file)),
        "papers": [_paper(now, p) for p in reads.papers(now.actor, now.file)],
        "service": now.say_name("services", now.file.service),
        "matter": now.say_name("matters", now.file.matter),
        "groups": [now.say_name("groups", code) for code in now.file.groups],
        "missing": [now.say_name("papers", code) for code in now.file.missing_papers],
        "received": [now.say_name("papers", code) for code in now.file.papers_received],
        "channel": now.say_name("channels", now.file.channel),
        "reasons": [_reason(now, code) for code in now.file.reasons],
        "outcome": now.say_name("outcomes", now.file.outcome) if now.file.outcome else "",
        "code": codes.code_for(now.file) if now.actor.may(Verb.AID_APPLY) else "",
    }
    return render(request, "desk/file.html", context)


def _reason(now: Opened, code: str) -> str:
    if now.pack.versions("refusal_grounds", code):
        return now.say_name("refusal_grounds", code)
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
        "explanation": (found.get("explanation") or {}).get(key, []),
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
    open_now = [v for v in FILE.verbs_from(now.file.state) if now.actor.may(v)]
    if now.file.papers_asked_at is not None:
        open_now = [v for v in open_now if v != Verb.AID_ASK_PAPERS]
    if now.file.state in ("granted", "assigned") and not now.file.missing_papers:
        open_now = [v for v in open_now if v != Verb.AID_RECEIVE_PAPERS]
    links = [
        {
            "name": say(key_of("verb", v)),
            "url": reverse("file_act", args=[now.file.pk, v.removeprefix("aid.")]),
            "verb": v,
        }
        for v in open_now
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
    now = _open(request, file)
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


# -- what is done with a file ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Act:
    """A verb's page: its form, and what happens with what was filled in."""

    form: Callable[[Opened, Any], ask.VerbForm]
    do: Callable[[Opened, dict[str, Any]], object]


def _shared(now: Opened) -> dict[str, Any]:
    return {"actor": now.actor, "file": now.file, "at": now.at}


ACTS: dict[Verb, Act] = {
    Verb.AID_ASK_PAPERS: Act(
        lambda now, data: ask.PapersForm(now.pack, now.file, _day(now), data),
        lambda now, told: actions.ask_papers(
            **_shared(now), papers=told["papers"], note=told["note"]
        ),
    ),
    Verb.AID_RECEIVE_PAPERS: Act(
        lambda now, data: ask.ReceivedForm(now.pack, now.file, _day(now), data),
        lambda now, told: actions.receive_papers(**_shared(now), papers=told["papers"]),
    ),
    Verb.AID_GRANT: Act(
        lambda now, data: ask.GrantForm(now.pack, now.file, _day(now), data),
        lambda now, told: actions.grant(**_shared(now), missing=told["missing"]),
    ),
    Verb.AID_REFUSE: Act(
        lambda now, data: ask.RefuseForm(now.pack, now.file, _day(now), data),
        lambda now, told: actions.refuse(
            **_shared(now), reasons=told["reasons"], text=told["text"]
        ),
    ),
    Verb.AID_ASSIGN: Act(
        lambda now, data: ask.AssignForm(reads.candidates(now.actor, now.file, now.at), data),
        lambda now, told: actions.assign(
            **_shared(now), practitioner_id=UUID(told["practitioner"])
        ),
    ),
    Verb.AID_LOG: Act(
        lambda now, data: ask.LogForm(_day(now), data),
        lambda now, told: actions.log(**_shared(now), **told),
    ),
    Verb.AID_CLOSE: Act(
        lambda now, data: ask.CloseForm(now.pack, _day(now), data),
        lambda now, told: actions.close(**_shared(now), **told),
    ),
    Verb.AID_WITHDRAW: Act(
        lambda now, data: ask.WithdrawForm(data),
        lambda now, told: actions.withdraw(**_shared(now), reason=told["reason"]),
    ),
    Verb.AID_HAND_IN: Act(
        lambda now, data: ask.VerbForm(data),
        lambda now, told: actions.hand_in(**_shared(now)),
    ),
}


def _day(now: Opened) -> Any:
    return now.at.astimezone(ZoneInfo(now.pack.head.timezone)).date()


@staff(*ACTS)
def act(request: HttpRequest, file: UUID, verb: str) -> HttpResponse:
    """Ask what a verb needs, then do it. A move that is refused shows why, with the way back."""
    now = _open(request, file)
    wanted = Verb(f"aid.{verb}") if f"aid.{verb}" in set(ACTS) else None
    if wanted is None or not now.actor.may(wanted):
        return _refused(request, now, NOT_ALLOWED(verb=verb))
    if wanted == Verb.AID_ASK_PAPERS and now.file.papers_asked_at is not None:
        return _refused(request, now, PAPERS_ASKED_ALREADY(number=now.file.number))
    if wanted not in FILE.verbs_from(now.file.state) and request.method != "POST":
        return _refused(request, now, NO_SUCH_MOVE(state=now.file.state, verb=wanted))
    form = ACTS[wanted].form(now, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            ACTS[wanted].do(now, form.cleaned_data)
        except Problem as why:
            if why.kind != Kind.INVALID:
                return _refused(request, now, why)
            form.add_error(None, tell(why))
        else:
            messages.success(request, say("file-act-done", what=say(key_of("verb", wanted))))
            return redirect("file", file)
    context = {**now.common(), "form": form, "verb": wanted, "button": say(key_of("verb", wanted))}
    return render(request, "desk/file_act.html", context)


def _refused(request: HttpRequest, now: Opened, why: Problem) -> HttpResponse:
    facts = dict(why.facts)
    if "at" in facts:
        facts["at"] = moment(datetime.fromisoformat(facts["at"]), now.pack.head.timezone)
    text = say(key_of("problem", why.code), **facts)
    return render(
        request, "desk/file_refused.html", {**now.common(), "text": text}, status=STATUS[why.kind]
    )


# -- a new application over the desk -----------------------------------------------------------------


@staff(Verb.AID_APPLY)
def new(request: HttpRequest) -> HttpResponse:
    """Take an application over the counter or the telephone: the same questions on two pages."""
    actor, at = actor_of(request), timezone.now()
    unit = actor.anchor
    if unit is None or not _takes(actor):
        raise OFFICE_TAKES_NONE(unit=unit.name if unit else "")
    data = request.POST if request.method == "POST" else None
    begun = Begun(drafts.Kept(uuid4(), _token(request), {}), unit)
    matter = (data or request.GET).get("matter", "")
    if matter not in begun.pack.all(Matter, begun.on):
        return render(request, "desk/file_new.html", {"matters": _matters(begun), "begun": begun})
    forms = {
        "channel": ask.ChannelForm(begun.pack, begun.on, data),
        "matter": MatterForm(begun.pack, begun.on, "", data, initial={"matter": matter}),
        "person": PersonForm(begun.pack, begun.on, matter, data),
        "contact": ContactForm(begun.pack, data),
    }
    if data is not None and _all_valid(forms.values()):
        told = {k: v for form in forms.values() for k, v in plain(form.cleaned_data).items()}
        filled = Begun(drafts.Kept(begun.draft.key, begun.draft.token, told), unit)
        door = offices.at_the_door(actor, offices.agency_of(unit))
        with bound(door):
            application = application_of(filled, told["channel"])
            applied = actions.apply(
                actor=door, unit=unit, application=application, at=at, token=begun.draft.token
            )
        return render(
            request, "desk/file_taken.html", {"applied": applied, "mine": actor.may(Verb.AID_SEE)}
        )
    context = {
        **forms,
        "forms": list(forms.values()),
        "begun": begun,
        "token": begun.draft.token,
        "chosen": matter,
    }
    return render(request, "desk/file_new.html", context)


def _all_valid(forms: Iterable[BaseForm]) -> bool:
    """Check every form, so that the page names all that is wrong at once."""
    return not [form for form in forms if not form.is_valid()]


def _token(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("token", ""))
    except ValueError:
        return uuid4()


def _matters(begun: Begun) -> list[dict[str, str]]:
    rows = sorted(begun.pack.all(Matter, begun.on).values(), key=lambda m: m.order)
    return [{"code": m.code, "name": named(m.name.model_dump())} for m in rows]


urls = [
    path("files/", files, name="files"),
    path("files/new/", new, name="file_new"),
    path("files/<uuid:file>/", file, name="file"),
    path("files/<uuid:file>/number/", reveal, name="file_reveal"),
    path("files/<uuid:file>/<slug:verb>/", act, name="file_act"),
    path("papers/<uuid:paper>.<slug:form>", paper, name="file_paper"),
]
