"""Hearings of a file: set, shown, moved, held, called off."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone

from songfa.aid import actions
from songfa.aid.reads import work as reads
from songfa.rules.filework import HEARINGS, interpreters, is_deadline
from songfa.rules.packs.read import load
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk.files.forms import ReasonForm, VerbForm
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.files.work_frame import one_form
from songfa.web.desk.moments import TimeField
from songfa.web.desk.staff import actor_of, staff
from songfa.web.fields import long_text, one_of, text, words
from songfa.words.habits import interpreter_name
from songfa.words.say import key_of, say

LENGTHS = (30, 60, 90, 120, 180, 240, 480)
END_OF_DAY = time(23, 59)


class WhenForm(VerbForm):
    """Day, time and length; a deadline needs no time: it is the end of its day."""

    def __init__(self, zone: str, data: Any = None, row: Any = None) -> None:
        super().__init__(data)
        self.zone = ZoneInfo(zone)
        local = row.starts_at.astimezone(self.zone) if row else None
        day = DayField(error_messages={"required": say("hearing-need-day")})
        day.initial = local.date() if local else None
        clock = TimeField(need="hearing-need-time", required=False)
        clock.initial = f"{local:%H:%M}" if local else ""
        clock.help_text = say("hearing-time-hint")
        length = forms.TypedChoiceField(
            choices=[(n, say("hearing-minutes", n=n)) for n in LENGTHS], coerce=int, initial=120
        )
        self.add("day", day, "hearing-day")
        self.add("clock", clock, "hearing-time")
        self.add("length", length, "hearing-length")

    def moments(self, kind: str) -> tuple[datetime, datetime] | None:
        """Return the beginning and the end; None when a field is wrong."""
        told = self.cleaned_data
        day: date | None = told.get("day")
        clock = told.get("clock") or (END_OF_DAY if is_deadline(kind) else None)
        if day is None or "clock" in self.errors:
            return None
        if clock is None:
            self.add_error("clock", say("hearing-need-time"))
            return None
        ends = datetime.combine(day, clock, self.zone)
        if is_deadline(kind):
            return ends - timedelta(minutes=30), ends
        return ends, ends + timedelta(minutes=told["length"])


class HearingForm(WhenForm):
    def __init__(self, now: Opened, data: Any = None) -> None:
        super().__init__(now.pack.head.timezone, data)
        kind = one_of(words("hearing", HEARINGS), need="hearing-need-kind")
        self.add("kind", kind, "hearing-kind")
        organ = text(120)
        organ.initial = now.file.organ
        self.add("organ", organ, "hearing-organ")
        self.add("place", text(200), "hearing-place")
        self.add("whom", text(200), "hearing-whom")
        spoken = [(c, interpreter_name(c)) for c in interpreters(now.pack.head.country)]
        self.add("interpreter", one_of(spoken, required=False), "hearing-interpreter")
        self.add("note", long_text(), "hearing-note")
        self.order_fields(["kind", "day", "clock", "length"])

    def clean(self) -> dict[str, Any]:
        told = self.cleaned_data
        if told.get("kind") and (when := self.moments(told["kind"])):
            told["starts_at"], told["ends_at"] = when
        return told


class MoveForm(WhenForm):
    def __init__(self, row: Any, data: Any = None) -> None:
        super().__init__(load(row.pack).head.timezone, data, row)
        self.row = row
        self.add("place", text(200), "hearing-place-new")

    def clean(self) -> dict[str, Any]:
        if when := self.moments(self.row.kind):
            self.cleaned_data["starts_at"], self.cleaned_data["ends_at"] = when
        return self.cleaned_data


def trail(row: Any) -> list[dict[str, str]]:
    return [
        {"name": say("calendar-title"), "url": reverse("calendar")},
        {"name": row.file.number, "url": reverse("file", args=[row.file_id])},
    ]


@staff(Verb.AID_SET_HEARING)
def new(request: HttpRequest, file: UUID) -> HttpResponse:
    """Enter a hearing or a deadline; another one at the same time is pointed out afterwards."""
    now = open_file(request, file)
    form = HearingForm(now, request.POST if request.method == "POST" else None)
    fields = ("kind", "organ", "place", "whom", "interpreter", "note", "starts_at", "ends_at")

    def do(told: dict[str, Any]) -> None:
        actions.set_hearing(
            actor=now.actor, file=now.file, at=now.at, **{name: told[name] for name in fields}
        )

    return one_form(
        request, form, do, title=say("hearing-new"), back=reverse("file", args=[file]), caption=now.title,
        trail=now.common()["inner_trail"], done=say("hearing-set"), widths={"clock": "5"},
    )  # fmt: skip


@staff(Verb.AID_SEE)
def hearing(request: HttpRequest, hearing: UUID) -> HttpResponse:
    """Show a hearing, what is at the same time, and what may be done with it."""
    actor, at = actor_of(request), timezone.now()
    row = reads.hearing(actor, hearing, at=at)
    ways = [
        {"name": say(key_of("verb", verb)), "url": reverse(route, args=[row.pk])}
        for verb, route in WAYS
        if row.state == "set" and actor.may(verb)
    ]
    context = {
        "row": row, "title": say(key_of("hearing", row.kind)), "trail": trail(row), "ways": ways,
        "zone": load(row.pack).head.timezone, "clashes": reads.at_the_same_time(actor, row),
        "deadline": is_deadline(row.kind), "interpreter": interpreter_name(row.interpreter),
    }  # fmt: skip
    return render(request, "desk/files/hearing.html", context)


@staff(Verb.AID_MOVE_HEARING)
def move(request: HttpRequest, hearing: UUID) -> HttpResponse:
    """Put a hearing off or forward."""
    actor, at = actor_of(request), timezone.now()
    row = reads.hearing(actor, hearing, at=at)
    form = MoveForm(row, request.POST if request.method == "POST" else None)
    return one_form(
        request, form,
        lambda told: actions.move_hearing(
            actor=actor, hearing=row, starts_at=told["starts_at"], ends_at=told["ends_at"], place=told["place"], at=at
        ),
        title=say(key_of("verb", Verb.AID_MOVE_HEARING)), back=reverse("hearing", args=[row.pk]), trail=trail(row),
        caption=say(key_of("hearing", row.kind)), done=say("hearing-moved"), widths={"clock": "5"},
    )  # fmt: skip


@staff(Verb.AID_HOLD_HEARING)
def hold(request: HttpRequest, hearing: UUID) -> HttpResponse:
    """Note that a hearing took place."""
    actor, at = actor_of(request), timezone.now()
    row = reads.hearing(actor, hearing, at=at)
    form = ReasonForm("hearing-result", request.POST if request.method == "POST" else None)
    return one_form(
        request, form,
        lambda told: actions.hold_hearing(actor=actor, hearing=row, result=told["reason"], at=at),
        title=say(key_of("verb", Verb.AID_HOLD_HEARING)), back=reverse("hearing", args=[row.pk]), trail=trail(row),
        caption=say(key_of("hearing", row.kind)), done=say("hearing-noted"),
    )  # fmt: skip


@staff(Verb.AID_CALL_OFF_HEARING)
def off(request: HttpRequest, hearing: UUID) -> HttpResponse:
    """Call a hearing off."""
    actor, at = actor_of(request), timezone.now()
    row = reads.hearing(actor, hearing, at=at)
    form = ReasonForm("hearing-off-why", request.POST if request.method == "POST" else None)
    return one_form(
        request, form,
        lambda told: actions.call_off_hearing(actor=actor, hearing=row, why=told["reason"], at=at),
        title=say(key_of("verb", Verb.AID_CALL_OFF_HEARING)), back=reverse("hearing", args=[row.pk]), trail=trail(row),
        caption=say(key_of("hearing", row.kind)), done=say("hearing-noted"),
    )  # fmt: skip


WAYS = (
    (Verb.AID_HOLD_HEARING, "hearing_hold"),
    (Verb.AID_MOVE_HEARING, "hearing_move"),
    (Verb.AID_CALL_OFF_HEARING, "hearing_off"),
)
urls = [
    path("files/<uuid:file>/hearings/new/", new, name="file_hearing_new"),
    path("hearings/<uuid:hearing>/", hearing, name="hearing"),
    path("hearings/<uuid:hearing>/move/", move, name="hearing_move"),
    path("hearings/<uuid:hearing>/hold/", hold, name="hearing_hold"),
    path("hearings/<uuid:hearing>/off/", off, name="hearing_off"),
]
