"""The roll of practitioners: what they are and can do, how much they can take, when they are away."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from songfa.network import actions, reads
from songfa.network.actions import Known
from songfa.rules.notices import LANGUAGES
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Matter
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk.files.reasons import tongue
from songfa.web.desk.staff import actor_of, staff
from songfa.web.fields import name_of, phone_in, several, text, words
from songfa.words.habits import day
from songfa.words.say import key_of, say
from songfa.words.tell import tell

KINDS = {
    "cn": ("lawyer", "grassroots_legal_worker", "volunteer"),
    "vn": ("legal_aid_officer", "lawyer", "adviser", "collaborator"),
}
FIELDS = ("criminal", "civil", "labour", "administrative", "minors")
SIGN = "sign"
MOST_FILES = 500


class RollForm(forms.Form):
    """What the roll says of one practitioner. What they have already stays choosable."""

    def __init__(self, row: Any, pack: Any, data: Any = None) -> None:
        super().__init__(data)
        self.label_suffix, self.country = "", pack.head.country
        matters = [
            (m.code, name_of(m)) for m in pack.all(Matter, pack.day(timezone.now())).values()
        ]
        known = [(code, say(key_of("roll-skill", code))) for code in FIELDS]
        skills = dict([*known, *(m for m in matters if m[0] not in FIELDS)])
        skills |= {code: code for code in row.skills if code not in skills}
        tongues = dict.fromkeys((*LANGUAGES[pack.head.country], SIGN, *row.languages))
        kinds = dict.fromkeys((*KINDS[pack.head.country], row.kind))
        self._add("kind", forms.ChoiceField(choices=words("kind", kinds)), row.kind)
        self._add("skills", several(list(skills.items())), row.skills)
        self._add("languages", several([(c, tongue(c)) for c in tongues]), row.languages)
        self._add("licence", text(40), row.licence)
        self._add("phone", text(40), row.phone)
        self._add("licence_until", DayField(required=False), row.licence_until)
        self._add("since", DayField(required=False), row.practising_since)
        capacity = forms.IntegerField(required=False, min_value=0, max_value=MOST_FILES)
        self._add("capacity", capacity, row.capacity)
        self.fields["capacity"].help_text = say("roll-capacity-hint")
        self._add("struck_off", DayField(required=False), row.struck_off_on)

    def _add(self, name: str, field: forms.Field, initial: Any) -> None:
        field.label, field.initial = say(key_of("roll", name)), initial
        self.fields[name] = field

    def clean_phone(self) -> str:
        written: str = self.cleaned_data["phone"]
        return phone_in(written, self.country) if written else ""

    def known(self) -> Known:
        told = self.cleaned_data
        return Known(
            kind=told["kind"], skills=tuple(told["skills"]), languages=tuple(told["languages"]),
            licence=told["licence"], phone=told["phone"], licence_until=told["licence_until"],
            practising_since=told["since"], capacity=told["capacity"], struck_off_on=told["struck_off"],
        )  # fmt: skip


class LeaveForm(forms.Form):
    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.label_suffix = ""
        for name in ("first", "last"):
            field = DayField(error_messages={"required": say("roll-leave-need")})
            field.label = say(key_of("roll-leave", name))
            self.fields[name] = field


@staff(Verb.ACCESS_MANAGE)
def roll(request: HttpRequest) -> HttpResponse:
    """Show the practitioners of the units one manages."""
    heads = [say(key_of("roll", h)) for h in ("name", "unit", "kind", "capacity", "state")]
    rows = [
        {
            "name": p.name,
            "url": reverse("roll_one", args=[p.pk]),
            "unit": p.unit.name,
            "kind": say(key_of("kind", p.kind)),
            "capacity": p.capacity,
            "state": say("roll-active" if p.active and not p.struck_off_on else "roll-inactive"),
        }
        for p in reads.roll(actor_of(request))
    ]
    return render(request, "desk/roll.html", {"rows": rows, "heads": heads})


@staff(Verb.ACCESS_MANAGE)
def one(request: HttpRequest, practitioner: UUID) -> HttpResponse:
    """Show and keep what the roll says of one practitioner; note leave."""
    actor, at = actor_of(request), timezone.now()
    row = reads.practitioner(actor, practitioner)
    pack = load(row.unit.pack)
    away = request.method == "POST" and "leave" in request.POST
    data = request.POST if request.method == "POST" else None
    form, leave = RollForm(row, pack, None if away else data), LeaveForm(data if away else None)
    try:
        if away and leave.is_valid():
            actions.take_leave(actor=actor, practitioner=row, at=at, **leave.cleaned_data)
        elif form.is_valid():
            actions.keep_roll(actor=actor, practitioner=row, known=form.known(), at=at)
    except Problem as why:
        (leave if away else form).add_error(None, tell(why))
    asked = leave if away else form
    if data is not None and asked.is_valid():
        messages.success(request, say("roll-saved"))
        return redirect("roll_one", row.pk)
    context = {
        "row": row,
        "form": form,
        "leave": leave,
        "forms": [form, leave],
        "leaves": [
            say("roll-leave-span", first=day(x.first), last=day(x.last))
            for x in reads.leaves(row, pack.day(at))
        ],
        "trail": [{"name": say("nav-roll"), "url": reverse("roll")}],
    }
    return render(request, "desk/roll_one.html", context)


urls = [
    path("roll/", roll, name="roll"),
    path("roll/<uuid:practitioner>/", one, name="roll_one"),
]
