"""Lawyers on duty: sessions, quick entry of one person after another, the register and its table."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from songfa.access.policy import Actor
from songfa.aid import actions, answers, reads
from songfa.aid.actions import HelpTold, InHand
from songfa.aid.reads import DutyHelp, DutySession, Sought
from songfa.papers.out.table import XLSX, xlsx
from songfa.rules.notices import CUSTODIES, NEEDS, Asker, DutyPlace, HelpKind
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Named
from songfa.rules.problems import NO_SUCH_MOVE, NOT_ALLOWED, Kind, Problem
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk.due import due_tag, duty_name
from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.moments import TimeField, moment_of, written
from songfa.web.desk.notices import named_of
from songfa.web.desk.staff import actor_of, staff
from songfa.web.public.apply_forms import (
    DISABILITIES,
    SEXES,
    name_of,
    one_of,
    several,
    text,
    words,
    wrong,
)
from songfa.words.habits import day, moment
from songfa.words.say import key_of, say
from songfa.words.tell import tell

PAGE = 50
LONG = 2000
DONE = ("given", "declined", "asked")
PLEA = "cn"  # where pleas of guilty are signed before a duty lawyer


def _choices(pack: Pack, model: type[Named], at: datetime) -> list[tuple[str, str]]:
    found = sorted(pack.all(model, pack.day(at)).values(), key=lambda e: getattr(e, "order", 0))
    return [(e.code, name_of(e)) for e in found]


# -- sessions ---------------------------------------------------------------------------------------


@staff(Verb.AID_HELP)
def duty_sessions(request: HttpRequest) -> HttpResponse:
    """List who sits where: now and next, then earlier. Whoever is on duty sees their own."""
    actor, at = actor_of(request), timezone.now()
    coming = list(reads.sessions(actor, since=at)[:PAGE])
    earlier = [s for s in reads.sessions(actor)[: PAGE * 2] if s.ends_at <= at][:PAGE]
    context = {
        "parts": [
            {"title": say("duty-coming"), "rows": [_session(s) for s in coming]},
            {"title": say("duty-past"), "rows": [_session(s) for s in earlier]},
        ],
        "heads": [say(f"duty-{h}") for h in ("place", "kind", "practitioner", "from", "until")],
        "none": not coming and not earlier,
        "may_roster": actor.may(Verb.AID_ROSTER) and actor.anchor is not None,
        "links": _links("duty_sessions"),
    }
    return render(request, "desk/duty_sessions.html", context)


def _links(here: str) -> list[dict[str, object]]:
    named = (("duty_register", "duty-register"), ("duty_sessions", "duty-sessions"))
    return [
        {"name": say(word), "url": reverse(route), "current": route == here}
        for route, word in named
    ]


def _session(row: DutySession) -> dict[str, object]:
    pack = load(row.unit.pack)
    return {"row": row, "kind": named_of(pack, "duty_places", row.kind), "zone": pack.head.timezone}


class SessionForm(VerbForm):
    """Who sits where, from when until when."""

    def __init__(self, actor: Actor, pack: Pack, at: datetime, data: Any = None) -> None:
        super().__init__(data)
        self.pack = pack
        people = reads.who_may_sit(actor)
        fields: dict[str, forms.Field] = {
            "practitioner": forms.ChoiceField(
                choices=[("", "–"), *((str(p.pk), f"{p.name} · {p.unit.name}") for p in people)],
                error_messages={"required": say("duty-need-practitioner")},
            ),
            "kind": one_of(_choices(pack, DutyPlace, at), need="duty-need-kind"),
            "place": text(120, required=True, need="duty-need-place"),
            "day": DayField(error_messages={"required": say("notice-need-day")}),
            "from": TimeField(need="duty-need-time"),
            "until": TimeField(need="duty-need-time"),
        }
        for name, field in fields.items():
            self.add(name, field, f"duty-{name}")
        self.fields["day"].initial = pack.day(at)

    def span(self) -> tuple[datetime, datetime]:
        """Return beginning and end; an end before the beginning is on the next day."""
        told = self.cleaned_data
        starts = moment_of(told["day"], told["from"], self.pack)
        ends = moment_of(told["day"], told["until"], self.pack)
        return starts, ends if ends > starts else ends + timedelta(days=1)


@staff(Verb.AID_ROSTER)
def duty_session_new(request: HttpRequest) -> HttpResponse:
    """Put somebody on duty."""
    actor, at = actor_of(request), timezone.now()
    if actor.anchor is None:
        raise NOT_ALLOWED(verb=Verb.AID_ROSTER)
    data = request.POST if request.method == "POST" else None
    form = SessionForm(actor, load(actor.anchor.pack), at, data)
    if form.is_valid():
        starts, ends = form.span()
        told = form.cleaned_data
        try:
            made = actions.open_session(
                actor=actor, practitioner_id=UUID(told["practitioner"]), kind=told["kind"], place=told["place"],
                starts_at=starts, ends_at=ends, at=at,
            )  # fmt: skip
        except Problem as why:
            if why.kind not in (Kind.INVALID, Kind.CONFLICT):
                raise
            form.add_error("until" if why.code == "session_time" else None, tell(why))
        else:
            messages.success(request, say("duty-session-saved", place=made.place))
            return redirect("duty_session", made.pk)
    context = {"form": form, "trail": _trail()}
    return render(
        request, "desk/duty_session_new.html", context, status=400 if form.errors else 200
    )


def _trail() -> list[dict[str, str]]:
    return [{"name": say("duty-sessions"), "url": reverse("duty_sessions")}]


# -- quick entry ------------------------------------------------------------------------------------


class HelpForm(VerbForm):
    """One person: who asked, what came of it; fast to fill in one after another."""

    def __init__(self, pack: Pack, at: datetime, data: Any = None) -> None:
        super().__init__(data)
        self.pack, self.at, country = pack, at, pack.head.country
        roles = (
            ("suspect", "defendant")
            if country == "cn"
            else ("suspect", "defendant", "held_in_emergency", "victim")
        )
        fields: dict[str, forms.Field] = {
            "name": text(80, required=True, need="duty-need-name"),
            "asked_by": one_of(_choices(pack, Asker, at), need="duty-need-asker"),
            "asked_time": TimeField(need="duty-need-time"),
            "done": one_of(words("duty-done", DONE), need="duty-need-done"),
            "kinds": several(_choices(pack, HelpKind, at)),
            "plea": forms.BooleanField(required=False),
            "summary": forms.CharField(max_length=LONG, widget=forms.Textarea, required=False),
            "reason": text(300),
            "application": forms.BooleanField(required=False),
            "story": forms.CharField(max_length=LONG, widget=forms.Textarea, required=False),
            "role": one_of(words("notice-role", roles), required=False),
            "custody": one_of(words(f"custody-{country}", CUSTODIES[country]), required=False),
            "reference": text(80),
            "cause": text(120),
            "sex": one_of(words("sex", SEXES), required=False),
            "born": DayField(required=False),
            "id_number": text(30),
            "phone": text(40),
            "groups": several([(c, name_of(g)) for c, g in answers.groups_to_ask(pack, pack.day(at)).items()]),
            "disabilities": several(words("disability", DISABILITIES)),
            "needs": several(words("need", NEEDS)),
        }  # fmt: skip
        if country != PLEA:
            del fields["plea"]
        for name, field in fields.items():
            label = "notice-needs" if name == "needs" else f"duty-{name.replace('_', '-')}"
            self.add(name, field, label)
        self.fields["asked_time"].initial = written(at, pack)[1]

    MORE = (
        "role",
        "custody",
        "reference",
        "cause",
        "sex",
        "born",
        "id_number",
        "phone",
        "groups",
        "disabilities",
        "needs",
    )

    @property
    def first(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in self.MORE]

    @property
    def more(self) -> list[forms.BoundField]:
        return [self[name] for name in self.MORE if name in self.fields]

    @property
    def more_is_wrong(self) -> bool:
        return any(field.errors for field in self.more)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("done") == "given":
            for name in ("kinds", "summary"):
                if not told.get(name):
                    self.add_error(name, wrong(f"duty-need-{name}"))
        if told.get("done") == "declined" and not told.get("reason"):
            self.add_error("reason", wrong("duty-need-reason"))
        return told

    def asked_at(self) -> datetime:
        """Return when help was asked for: at that time today, or yesterday when it lies ahead."""
        at = moment_of(self.pack.day(self.at), self.cleaned_data["asked_time"], self.pack)
        return at if at <= self.at else at - timedelta(days=1)


@staff(Verb.AID_HELP)
def duty_session(request: HttpRequest, session: UUID) -> HttpResponse:
    """Show a session with its rows, and take the next person in."""
    actor, at = actor_of(request), timezone.now()
    row = reads.session(actor, session)
    pack = load(row.unit.pack)
    form = HelpForm(pack, at, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = _enter(actor, row, form, _token(request), at)
        except Problem as why:
            if why.kind != Kind.INVALID:
                raise
            form.add_error("id_number" if why.code == "id_number_impossible" else None, tell(why))
        else:
            messages.success(request, say("duty-saved", number=made.number))
            return redirect("duty_session", session)
    rows = reads.help_register(actor, Sought(session=str(row.pk)))
    context = {
        "form": form,
        "session": _session(row),
        "rows": [_line(r) for r in rows[:PAGE]],
        "heads": _heads(),
        "counts": reads.helped_in(rows),
        "token": _token(request),
        "trail": _trail(),
    }
    return render(request, "desk/duty_session.html", context, status=400 if form.errors else 200)


@transaction.atomic
def _enter(
    actor: Actor, session: DutySession, form: HelpForm, token: UUID, at: datetime
) -> DutyHelp:
    """Enter a person with what came of it: all of it or nothing."""
    kept = form.cleaned_data
    told = HelpTold(
        name=kept["name"], asked_by=kept["asked_by"], asked_at=form.asked_at(), reference=kept["reference"],
        sex=kept["sex"], born=kept["born"], id_number=kept["id_number"], groups=tuple(kept["groups"]),
        disabilities=tuple(kept["disabilities"]), role=kept["role"], custody=kept["custody"], cause=kept["cause"],
    )  # fmt: skip
    made = actions.ask_help(actor=actor, session=session, told=told, at=at, token=token)
    if made.state != "asked":
        return made  # sent twice: done already
    if kept["done"] == "given":
        made = actions.give_help(
            actor=actor, asked=made, kinds=tuple(kept["kinds"]), summary=kept["summary"],
            plea=bool(kept.get("plea")), at=at,
        )  # fmt: skip
    elif kept["done"] == "declined":
        made = actions.refuse_help(actor=actor, asked=made, reason=kept["reason"], at=at)
    if kept["application"]:
        given = InHand(form.asked_at(), kept["story"], kept["phone"], needs=tuple(kept["needs"]))
        made = actions.take_in(actor=actor, asked=made, given=given, at=at)
    return made


def _token(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("token", ""))
    except ValueError:
        return uuid4()


# -- the register -----------------------------------------------------------------------------------


def _heads() -> list[str]:
    return [say(f"duty-{h}") for h in ("number", "name", "asked-by", "asked-at", "state", "kinds")]


def _line(row: DutyHelp) -> dict[str, object]:
    pack = load(row.pack)
    return {
        "row": row,
        "zone": pack.head.timezone,
        "asked_by": named_of(pack, "askers", row.asked_by),
        "kinds": [named_of(pack, "help_kinds", code) for code in row.kinds],
    }


def _sought(request: HttpRequest) -> Sought:
    return Sought(*(request.GET.get(name, "")[:60] for name in ("session", "kind", "month")))


@staff(Verb.AID_HELP)
def duty_register(request: HttpRequest) -> HttpResponse:
    """Show whom duty lawyers helped: by month and kind of place, fifty a page, with counters."""
    actor, at = actor_of(request), timezone.now()
    sought = _sought(request)
    asked = request.GET.get("page", "1")
    page = max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    rows = reads.help_register(actor, sought)
    found = list(rows[(page - 1) * PAGE : page * PAGE + 1])
    pack = load(actor.pack)
    link = f"?kind={quote(sought.kind)}&month={quote(sought.month)}&page="
    context = {
        "rows": [_line(r) for r in found[:PAGE]],
        "heads": _heads(),
        "counts": reads.helped_in(rows),
        "kinds": _choices(pack, DutyPlace, at),
        "sought": sought,
        "export": f"{reverse('duty_export')}?kind={quote(sought.kind)}&month={quote(sought.month)}",
        "previous": f"{link}{page - 1}" if page > 1 else "",
        "next": f"{link}{page + 1}" if len(found) > PAGE else "",
        "links": _links("duty_register"),
        "coming": [_session(s) for s in reads.sessions(actor, since=at)[:3]],
    }
    return render(request, "desk/duty_register.html", context)


COLUMNS = (
    "number", "asked-at", "place", "practitioner", "asked-by", "reference", "name", "sex", "born", "cause", "kinds",
    "plea", "summary", "given-at", "reason", "held-since", "handed-on",
)  # fmt: skip


def _cells(row: DutyHelp) -> list[str]:
    pack = load(row.pack)
    zone = pack.head.timezone

    def when(at: datetime | None) -> str:
        return moment(at, zone) if at else ""

    return [
        row.number, when(row.asked_at), row.session.place, row.practitioner.name,
        named_of(pack, "askers", row.asked_by), row.organ_reference, row.name,
        say(key_of("sex", row.sex)) if row.sex else "", day(row.born) if row.born else "", row.cause,
        say("question-and").join(named_of(pack, "help_kinds", code) for code in row.kinds),
        say("question-yes") if row.plea_witnessed else "", row.summary, when(row.given_at), row.reasons,
        when(row.applied_at), when(row.handed_on_at),
    ]  # fmt: skip


@staff(Verb.AID_HELP)
@require_GET
def duty_export(request: HttpRequest) -> HttpResponse:
    """Hand the register out as a table. It is recorded who took it."""
    rows = reads.exported(actor_of(request), _sought(request), at=timezone.now())
    heads = [say(f"duty-{name}") for name in COLUMNS]
    content = xlsx(say("duty-register"), heads, (_cells(row) for row in rows))
    answer = HttpResponse(content, content_type=XLSX)
    name = quote(f"{say('duty-register')} {request.GET.get('month', '')[:10]}".strip())
    answer["Content-Disposition"] = (
        f"attachment; filename=\"register.xlsx\"; filename*=UTF-8''{name}.xlsx"
    )
    answer["Cache-Control"] = "no-store"
    return answer


# -- one row ----------------------------------------------------------------------------------------


class GiveForm(VerbForm):
    def __init__(self, row: DutyHelp, at: datetime, data: Any = None) -> None:
        super().__init__(data)
        pack = load(row.pack)
        kinds = several(_choices(pack, HelpKind, at))
        kinds.required, kinds.error_messages["required"] = True, say("duty-need-kinds")
        self.add("kinds", kinds, "duty-kinds")
        if pack.head.country == PLEA:
            self.add("plea", forms.BooleanField(required=False), "duty-plea")
        summary = forms.CharField(
            max_length=LONG,
            widget=forms.Textarea,
            error_messages={"required": say("duty-need-summary")},
        )
        self.add("summary", summary, "duty-summary")


class ReasonForm(VerbForm):
    def __init__(self, row: DutyHelp, at: datetime, data: Any = None) -> None:
        super().__init__(data)
        self.add("reason", text(300, required=True, need="duty-need-reason"), "duty-reason")


class TakeForm(VerbForm):
    def __init__(self, row: DutyHelp, at: datetime, data: Any = None) -> None:
        super().__init__(data)
        field = forms.CharField(max_length=LONG, widget=forms.Textarea, required=False)
        self.add("story", field, "duty-story")
        self.add("phone", text(40), "duty-phone")
        self.add("needs", several(words("need", NEEDS)), "notice-needs")


class PlainForm(VerbForm):
    def __init__(self, row: DutyHelp, at: datetime, data: Any = None) -> None:
        super().__init__(data)


def _give(actor: Actor, row: DutyHelp, told: dict[str, Any], at: datetime) -> None:
    actions.give_help(
        actor=actor,
        asked=row,
        kinds=tuple(told["kinds"]),
        summary=told["summary"],
        plea=bool(told.get("plea")),
        at=at,
    )


def _refuse(actor: Actor, row: DutyHelp, told: dict[str, Any], at: datetime) -> None:
    actions.refuse_help(actor=actor, asked=row, reason=told["reason"], at=at)


def _take(actor: Actor, row: DutyHelp, told: dict[str, Any], at: datetime) -> None:
    given = InHand(at, told["story"], told["phone"], needs=tuple(told["needs"]))
    actions.take_in(actor=actor, asked=row, given=given, at=at)


def _hand_on(actor: Actor, row: DutyHelp, told: dict[str, Any], at: datetime) -> None:
    actions.hand_on_application(actor=actor, asked=row, at=at)


ACTS: dict[
    Verb,
    tuple[Callable[..., VerbForm], Callable[[Actor, DutyHelp, dict[str, Any], datetime], None]],
] = {
    Verb.AID_HAND_ON: (PlainForm, _hand_on),
    Verb.AID_GIVE_HELP: (GiveForm, _give),
    Verb.AID_REFUSE_HELP: (ReasonForm, _refuse),
    Verb.AID_TAKE_IN: (TakeForm, _take),
}


def _open(actor: Actor, row: DutyHelp) -> list[dict[str, str]]:
    """Return what may be done with the row now, the most pressing first."""
    moves = row.machine.verbs_from(row.state)
    return [
        {
            "name": say(key_of("verb", verb)),
            "url": reverse("duty_act", args=[row.pk, verb.removeprefix("aid.")]),
        }
        for verb in ACTS
        if verb in moves and actor.may(verb)
    ]


@staff(Verb.AID_HELP)
def duty_row(request: HttpRequest, asked: UUID) -> HttpResponse:
    """Show one person of the register, what was done and what is still owed."""
    actor, at = actor_of(request), timezone.now()
    row = reads.help_row(actor, asked, at=at)
    country = load(row.pack).head.country
    context = {
        **_line(row),
        "ways": _open(actor, row),
        "custody": say(key_of(f"custody-{country}", row.custody)) if row.custody else "",
        "owed": [_owed(d, at) for d in reads.owed_about_help(actor, row.pk)],
        "sheets": reads.duty_sheets(row, at),
        "trail": _row_trail(row),
    }
    return render(request, "desk/duty_row.html", context)


def _owed(duty: Any, at: datetime) -> dict[str, object]:
    return {"duty": duty, "name": duty_name(duty), "tag": due_tag(duty, at)}


def _row_trail(row: DutyHelp) -> list[dict[str, str]]:
    return [
        {"name": say("duty-sessions"), "url": reverse("duty_sessions")},
        {"name": row.session.place, "url": reverse("duty_session", args=[row.session_id])},
    ]


@staff(*ACTS)
def duty_act(request: HttpRequest, asked: UUID, verb: str) -> HttpResponse:
    """Do one act with a row of the register."""
    actor, at = actor_of(request), timezone.now()
    row = reads.help_row(actor, asked, at=at)
    wanted = next((v for v in ACTS if v == f"aid.{verb}"), None)
    if wanted is None or not actor.may(wanted):
        raise NOT_ALLOWED(verb=f"aid.{verb}")
    if wanted not in row.machine.verbs_from(row.state):
        raise NO_SUCH_MOVE(state=row.state, verb=wanted)
    make, do = ACTS[wanted]
    form = make(row, at, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            do(actor, row, form.cleaned_data, at)
        except Problem as why:
            if why.kind != Kind.INVALID:
                raise
            form.add_error(None, tell(why))
        else:
            messages.success(request, say("file-act-done", what=say(key_of("verb", wanted))))
            return redirect("duty_row", asked)
    context = {
        "form": form,
        "row": row,
        "button": say(key_of("verb", wanted)),
        "lede": say("duty-hand-on", unit=row.unit.name) if wanted == Verb.AID_HAND_ON else "",
        "trail": [*_row_trail(row), {"name": row.number, "url": reverse("duty_row", args=[asked])}],
    }
    return render(request, "desk/duty_act.html", context, status=400 if form.errors else 200)


urls = [
    path("help/", duty_register, name="duty_register"),
    path("help/register.xlsx", duty_export, name="duty_export"),
    path("help/sessions/", duty_sessions, name="duty_sessions"),
    path("help/sessions/new/", duty_session_new, name="duty_session_new"),
    path("help/sessions/<uuid:session>/", duty_session, name="duty_session"),
    path("help/<uuid:asked>/", duty_row, name="duty_row"),
    path("help/<uuid:asked>/<slug:verb>/", duty_act, name="duty_act"),
]
