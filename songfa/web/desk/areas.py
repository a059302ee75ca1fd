"""Territory: find a unit, and ask what it was on a day and what it is today."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from songfa.areas import reads
from songfa.areas.models import Area
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk.staff import staff
from songfa.words.say import key_of, say

MOST = 30


class Question(forms.Form):
    q = forms.CharField(max_length=80, required=False)
    on = DayField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].label, self.fields["on"].label = say("areas-query"), say("areas-on")


def _row(area: Area, on: date) -> dict[str, object]:
    return {
        "area": area,
        "spelled": reads.spelled(area, on),
        "level": say(key_of("area-level", area.level)),
    }


@staff(*Verb)
def find(request: HttpRequest) -> HttpResponse:
    """List units by name, pinyin, Vietnamese without marks or code, as they stood on a day."""
    form = Question(request.GET or None)
    today = timezone.localdate()
    asked = form.is_valid()
    on = (form.cleaned_data["on"] if asked else None) or today
    found = reads.find(form.cleaned_data["q"], on=on, limit=MOST) if asked else []
    heads = [say(f"areas-{h}") for h in ("name", "level", "code", "held")]
    context = {
        "form": form,
        "rows": [_row(a, on) for a in found],
        "asked": asked,
        "on": on,
        "heads": heads,
    }
    return render(request, "desk/areas.html", context)


@staff(*Verb)
def one(request: HttpRequest, area: UUID) -> HttpResponse:
    """Show what a unit was on a day, and what it is today."""
    unit = Area.objects.filter(pk=area).first()
    if unit is None:
        raise NOT_FOUND(thing="area")
    today = timezone.localdate()
    form = Question(request.GET or None)
    asked = form.is_valid()
    on = (form.cleaned_data["on"] if asked else None) or unit.valid_from
    then = reads.was(unit, on) if on < unit.valid_from else reads.today_of(unit, on)
    context = {
        "unit": _row(unit, unit.valid_from),
        "on": on,
        "form": form,
        "then": [_row(a, on) for a in then],
        "today": [_row(a, today) for a in reads.today_of(unit, today)],
        "became": list(unit.became.select_related("new").order_by("on")),
        "came_from": list(unit.came_from.select_related("old").order_by("on")),
    }
    return render(request, "desk/area.html", context)


urls = [
    path("areas/", find, name="areas"),
    path("areas/<uuid:area>/", one, name="area"),
]
