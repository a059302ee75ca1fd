"""What others think of the work on a file: court observers, the handling organ, the recipient."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from songfa.aid.actions import quality as actions
from songfa.aid.reads import quality as reads
from songfa.rules.problems import Problem
from songfa.rules.quality import BEST, OpinionForm
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.staff import staff
from songfa.web.fields import long_text
from songfa.words.habits import named
from songfa.words.say import key_of, say
from songfa.words.tell import tell

ANSWER = "answer-"


class AnswersForm(VerbForm):
    """The questions of a form, the best answer first, and a few words."""

    def __init__(self, asked: OpinionForm, data: Any = None) -> None:
        super().__init__(data)
        self.asked = asked
        for question in asked.questions:
            choices = [(str(n), say(key_of("opinion-answer", str(n)))) for n in range(BEST, 0, -1)]
            field = forms.ChoiceField(
                choices=choices, widget=forms.RadioSelect, error_messages={"required": say("opinion-need-answer")}
            )  # fmt: skip
            field.label = named(question.name.model_dump())
            self.fields[ANSWER + question.code] = field
        text = long_text()
        self.add("text", text, "opinion-text")

    @property
    def answers(self) -> dict[str, int]:
        return {q.code: int(self.cleaned_data[ANSWER + q.code]) for q in self.asked.questions}


class StaffForm(AnswersForm):
    """The same with who said it and when."""

    def __init__(self, asked: OpinionForm, today: date, data: Any = None) -> None:
        super().__init__(asked, data)
        who = forms.CharField(max_length=80, required=False)
        self.add("given_by", who, "opinion-given-by")
        day = DayField(error_messages={"required": say("file-need-day")})
        day.initial = today
        self.add("on", day, "opinion-on")


def shown(now: Opened) -> list[dict[str, object]]:
    """Return the opinions about a file, each answer by its question."""
    found = []
    for row in reads.opinions(now.actor, now.file) if now.has("opinions") else []:
        versions = now.pack.versions("opinion_forms", row.form)
        asked = versions[-1] if versions else None
        questions = asked.questions if isinstance(asked, OpinionForm) else ()
        found.append({
            "row": row, "name": named(asked.name.model_dump()) if isinstance(asked, OpinionForm) else row.form,
            "answers": [
                (named(q.name.model_dump()), say(key_of("opinion-answer", str(row.answers[q.code]))))
                for q in questions if q.code in row.answers
            ],
        })  # fmt: skip
    return found


def told(now: Opened) -> dict[str, Any] | None:
    """Return what the panel of quality says; None when there is nothing."""
    names = reads.grade_names(now.pack)
    done = reads.of_file(now.actor, now.file) if now.has("assessments") else []
    opinions = shown(now)
    if not done and not opinions:
        return None
    share = reads.suggested_subsidy(now.file)
    return {
        "assessments": [
            {"row": a, "grade": names[a.grade].model_dump() if a.grade in names else {}} for a in done  # type: ignore[attr-defined]
        ],
        "opinions": opinions, "zone": now.pack.head.timezone,
        "less": share if share is not None and share < 100 else None,
        "may": now.actor.may(Verb.AID_ASSESS) or now.actor.may(Verb.AID_DRAW_SAMPLE),
    }  # fmt: skip


@staff(Verb.AID_OPINION)
def opinions(request: HttpRequest, file: UUID) -> HttpResponse:
    """Show the opinions about a file and take down another, by one of the forms."""
    now = open_file(request, file)
    known = {f.code: f for f in reads.forms_for(now.file, now.day)}
    chosen = (request.POST if request.method == "POST" else request.GET).get("form", "")
    asked = known.get(chosen)
    form = None
    if asked is not None:
        form = StaffForm(asked, now.day, request.POST if request.method == "POST" else None)
        if form.is_valid():
            try:
                actions.take_opinion(
                    actor=now.actor, file=now.file, form=chosen, answers=form.answers, text=form.cleaned_data["text"],
                    on=form.cleaned_data["on"], given_by=form.cleaned_data["given_by"], at=now.at,
                )  # fmt: skip
            except Problem as why:
                form.add_error(None, tell(why))
            else:
                messages.success(request, say("opinion-done"))
                return redirect("file_opinions", file)
    context = {
        **now.common(), "opinions": shown(now), "form": form, "asked": asked,
        "forms": [{"code": f.code, "name": named(f.name.model_dump()), "no": f.form_no} for f in known.values()],
    }  # fmt: skip
    bad = request.method == "POST"
    return render(request, "desk/files/opinions.html", context, status=400 if bad else 200)


urls = [path("files/<uuid:file>/opinions/", opinions, name="file_opinions")]
