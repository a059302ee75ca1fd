"""Quality at the desk: samples drawn, files assessed by their score sheet, results by practitioner and unit."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from songfa.aid.actions import quality as actions
from songfa.aid.reads import quality as reads
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Service
from songfa.rules.problems import Problem
from songfa.rules.quality import ScoreSheet
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.staff import actor_of, staff
from songfa.web.fields import long_text, name_of
from songfa.words.habits import named
from songfa.words.say import say
from songfa.words.tell import tell

ITEM = "item-"


def _trail() -> list[dict[str, str]]:
    return [{"name": say("nav-quality"), "url": reverse("quality")}]


def _grades(pack: Pack) -> dict[str, str]:
    return {code: named(name.model_dump()) for code, name in reads.grade_names(pack).items()}  # type: ignore[attr-defined]


@staff(Verb.AID_ASSESS, Verb.AID_DRAW_SAMPLE)
def quality(request: HttpRequest) -> HttpResponse:
    """Show the assessments within reach, and the samples they come from."""
    actor = actor_of(request)
    state = request.GET.get("state", "")
    state = state if state in ("drawn", "assessed") else ""
    after = int(text) if (text := request.GET.get("after", "")).isdecimal() and len(text) < 7 else 0
    rows = reads.listed(actor, state, after)
    grades = _grades(load(actor.pack))
    context = {
        "rows": [{"row": r, "grade": grades.get(r.grade, r.grade)} for r in rows[: reads.PAGE]],
        "state": state, "samples": reads.samples(actor), "may_draw": actor.may(Verb.AID_DRAW_SAMPLE),
        "next": f"?state={state}&after={after + reads.PAGE}" if len(rows) > reads.PAGE else "",
        "zone": load(actor.pack).head.timezone,
    }  # fmt: skip
    return render(request, "desk/quality.html", context)


class DrawForm(VerbForm):
    """What is drawn from, and how many."""

    def __init__(self, pack: Pack, today: date, data: Any = None) -> None:
        super().__init__(data)
        need = {"required": say("file-need-day")}
        first = DayField(error_messages=need)
        first.initial = date(today.year, 1, 1)
        last = DayField(error_messages=need)
        last.initial = today
        self.add("first", first, "sample-first")
        self.add("last", last, "sample-last")
        services = [(s.code, name_of(s)) for s in pack.all(Service, today).values()]
        every = forms.ChoiceField(
            choices=[("", say("sample-every-service")), *services], required=False
        )
        self.add("service", every, "sample-service")
        self.add(
            "rate", forms.IntegerField(required=False, min_value=1, max_value=100), "sample-rate"
        )
        most = forms.IntegerField(required=False, min_value=1, max_value=actions.MOST_DRAWN)
        self.add("number", most, "sample-number")
        seed = forms.CharField(max_length=80)
        seed.initial = today.isoformat()
        self.add("seed", seed, "sample-seed")


@staff(Verb.AID_DRAW_SAMPLE)
def draw(request: HttpRequest) -> HttpResponse:
    """Draw a sample of closed files."""
    actor, at = actor_of(request), timezone.now()
    form = DrawForm(
        load(actor.pack), timezone.localdate(), request.POST if request.method == "POST" else None
    )
    try:
        token = UUID(request.POST.get("token", ""))
    except ValueError:
        token = uuid4()
    if form.is_valid():
        told = {
            **form.cleaned_data,
            "rate": form.cleaned_data["rate"] or 0,
            "number": form.cleaned_data["number"] or 0,
        }
        try:
            made = actions.draw_sample(actor=actor, at=at, token=token, **told)
        except Problem as why:
            form.add_error(None, tell(why))
        else:
            messages.success(request, say("sample-done", n=made.drawn, pool=made.pool))
            return redirect("quality")
    context = {"form": form, "trail": _trail(), "token": token}
    return render(request, "desk/quality_draw.html", context, status=400 if form.errors else 200)


class ScoreForm(VerbForm):
    """A box for each item, a tick for each veto."""

    def __init__(self, sheet: ScoreSheet, data: Any = None) -> None:
        super().__init__(data)
        self.sheet = sheet
        for item in sheet.items:
            field = forms.IntegerField(
                min_value=0, max_value=item.maximum, error_messages={"required": say("score-need")}
            )
            field.label = named(item.name.model_dump())
            field.help_text = say("score-most", n=item.maximum)
            self.fields[ITEM + item.code] = field
        choices = [(v.code, named(v.name.model_dump())) for v in sheet.vetoes]
        vetoes = forms.MultipleChoiceField(
            choices=choices, required=False, widget=forms.CheckboxSelectMultiple
        )
        self.add("vetoes", vetoes, "score-vetoes")
        remarks = long_text()
        self.add("remarks", remarks, "score-remarks")

    @property
    def parts(self) -> list[dict[str, object]]:
        """Return the boxes under the part of the sheet in which each stands."""
        return [
            {
                "name": named(part.name.model_dump()),
                "most": sum(i.maximum for i in self.sheet.items if i.part == part.code),
                "fields": [self[ITEM + i.code] for i in self.sheet.items if i.part == part.code],
            }
            for part in self.sheet.parts
        ]

    @property
    def scores(self) -> dict[str, int]:
        return {i.code: self.cleaned_data[ITEM + i.code] for i in self.sheet.items}


@staff(Verb.AID_ASSESS, Verb.AID_DRAW_SAMPLE)
def one(request: HttpRequest, assessment: UUID) -> HttpResponse:
    """Show an assessment: the sheet to fill in, or what was found."""
    actor, at = actor_of(request), timezone.now()
    row = reads.assessment(actor, assessment, at=at)
    pack = load(row.pack)
    sheet = pack.get(ScoreSheet, row.sheet, pack.day(row.created_at))
    involved = actor.user.pk in reads.involved(row.file)
    may = actor.may(Verb.AID_ASSESS) and row.state == "drawn" and not involved
    form = ScoreForm(sheet, request.POST if request.method == "POST" else None) if may else None
    if request.method == "POST" and form is None:
        actions.assess(
            actor=actor, assessment=row, scores={}, vetoes=(), remarks="", at=at
        )  # says why not
    if form is not None and form.is_valid():
        actions.assess(
            actor=actor, assessment=row, scores=form.scores, vetoes=form.cleaned_data["vetoes"],
            remarks=form.cleaned_data["remarks"], at=at,
        )  # fmt: skip
        messages.success(request, say("score-done"))
        return redirect("quality_one", assessment)
    context = {
        "row": row, "sheet": sheet.name.model_dump(), "form": form, "trail": _trail(), "involved": involved,
        "grade": _grades(pack).get(row.grade, ""), "zone": pack.head.timezone,
        "items": [
            {"name": i.name.model_dump(), "score": row.scores.get(i.code), "most": i.maximum} for i in sheet.items
        ],
        "vetoes": [v.name.model_dump() for v in sheet.vetoes if v.code in row.vetoes],
        "opinions": reads.opinions(actor, row.file), "unconfirmed": sheet.status == "unconfirmed",
    }  # fmt: skip
    bad = form is not None and bool(form.errors)
    return render(request, "desk/quality_one.html", context, status=400 if bad else 200)


@staff(Verb.AID_ASSESS, Verb.AID_DRAW_SAMPLE)
def results(request: HttpRequest) -> HttpResponse:
    """Show how the work of each practitioner and each unit was graded in a year."""
    actor = actor_of(request)
    today = timezone.localdate()
    text = request.GET.get("year", "")
    year = (
        int(text)
        if text.isdecimal() and len(text) == 4 and 1990 <= int(text) <= 2100
        else today.year
    )
    first, last = date(year, 1, 1), date(year, 12, 31)
    grades = _grades(load(actor.pack))
    tables = [
        {
            "title": say(title),
            "rows": [
                {"one": s, "cells": [s.grades.get(g, 0) for g in grades]}
                for s in reads.standings(actor, first, last, by_unit=by_unit)
            ],
        }
        for title, by_unit in (("results-practitioners", False), ("results-units", True))
    ]
    context = {
        "tables": tables, "grades": list(grades.values()), "year": str(year), "before": year - 1,
        "after": year + 1 if year < today.year else None, "trail": _trail(),
    }  # fmt: skip
    return render(request, "desk/quality_results.html", context)


urls = [
    path("quality/", quality, name="quality"),
    path("quality/draw/", draw, name="quality_draw"),
    path("quality/results/", results, name="quality_results"),
    path("quality/<uuid:assessment>/", one, name="quality_one"),
]
