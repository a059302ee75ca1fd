"""Quick entry: one person after another, each with what came of it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from songfa.access.policy import Actor
from songfa.aid import actions, reads
from songfa.aid.actions import HelpTold, InHand
from songfa.aid.door import answers
from songfa.aid.reads import DutyHelp, DutySession, Sought
from songfa.rules.notices import CUSTODIES, NEEDS, Asker, HelpKind
from songfa.rules.packs.read import Pack, load
from songfa.rules.problems import Kind, Problem
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk.duty_help.shown import LONG, PLEA, choices, heads, line, trail
from songfa.web.desk.duty_help.shown import session as shown_session
from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.moments import TimeField, moment_of, written
from songfa.web.desk.pages import PAGE
from songfa.web.desk.staff import actor_of, staff
from songfa.web.fields import long_text, name_of, one_of, several, text, words, wrong
from songfa.web.public.apply_forms import DISABILITIES, SEXES
from songfa.words.say import say
from songfa.words.tell import tell

DONE = ("given", "declined", "asked")


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
            "asked_by": one_of(choices(pack, Asker, at), need="duty-need-asker"),
            "asked_time": TimeField(need="duty-need-time"),
            "done": one_of(words("duty-done", DONE), need="duty-need-done"),
            "kinds": several(choices(pack, HelpKind, at)),
            "plea": forms.BooleanField(required=False),
            "summary": long_text(limit=LONG),
            "reason": text(300),
            "application": forms.BooleanField(required=False),
            "story": long_text(limit=LONG),
            "role": one_of(words("notice-role", roles), required=False),
            "custody": one_of(words(f"custody-{country}", CUSTODIES[country]), required=False),
            "organ": text(120),
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
        "organ",
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
        "session": shown_session(row),
        "rows": [line(r) for r in rows[:PAGE]],
        "heads": heads(),
        "counts": reads.helped_in(rows),
        "token": _token(request),
        "trail": trail(),
    }
    return render(request, "desk/duty_session.html", context, status=400 if form.errors else 200)


@transaction.atomic
def _enter(
    actor: Actor, session: DutySession, form: HelpForm, token: UUID, at: datetime
) -> DutyHelp:
    """Enter a person with what came of it: all of it or nothing."""
    kept = form.cleaned_data
    told = HelpTold(
        name=kept["name"], asked_by=kept["asked_by"], asked_at=form.asked_at(), organ=kept["organ"],
        reference=kept["reference"], sex=kept["sex"], born=kept["born"], id_number=kept["id_number"],
        groups=tuple(kept["groups"]),
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
