"""Notices of courts, procuratorates and the police: the list, the short form, the ledger's questions."""

from datetime import datetime, time
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from songfa.aid import actions, reads
from songfa.aid.actions import NoticeTold
from songfa.aid.actions.notices import DEFECTS
from songfa.aid.door import answers
from songfa.aid.prompts import needs_kinds
from songfa.aid.reads import Raised
from songfa.people.actions import Described
from songfa.rules.notices import CUSTODIES, HOUSEHOLDS, LANGUAGES, NEEDS, NoticeHead, Organ
from songfa.rules.packs.read import Pack, load
from songfa.rules.problems import NOT_FOUND, OFFICE_TAKES_NONE, Problem
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk.due import due_tag, duty_name
from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.moments import TimeField, moment_of, written
from songfa.web.desk.pages import PAGE, page_asked, ways
from songfa.web.desk.staff import actor_of, staff
from songfa.web.fields import long_text, name_of, one_of, several, text, words
from songfa.web.public.apply_forms import DISABILITIES, SEXES, YES_NO, yes
from songfa.words.habits import moment, name_in, named
from songfa.words.say import key_of, say
from songfa.words.tell import tell

LONG = 1000
# a fault that the action finds belongs to a field of the form
FIELDS = {
    "name": "name", "organ": "organ", "organ_name": "organ_name", "born": "born", "disabilities": "disabilities",
    "certificate": "certificate", "groups": "groups", "future": "received_time", "found_after": "found_on",
    "hearing_past": "hearing_on",
}  # fmt: skip
# the same of numbers that cannot be
NUMBERS = {"id_number_impossible": "id_number", "phone_unreadable": "contact"}
# shown at once, in two columns; the others stand under “more”
BODY = ("organ", "organ_name", "reference", "head", "received_on", "received_time")
PERSON = (
    "name", "id_number", "born", "custody", "household", "monthly_allowance", "groups", "disabilities", "needs",
    "language",
)  # fmt: skip
FIRST = (*BODY, *PERSON)


@staff(Verb.AID_NOTICE)
def notices(request: HttpRequest) -> HttpResponse:
    """List the notices within reach, the newest first, with what is owed about each."""
    actor, at = actor_of(request), timezone.now()
    waiting = bool(request.GET.get("waiting"))
    page = page_asked(request)
    found = reads.notices(actor, waiting=waiting, page=page)
    context = {
        "rows": [_line(row, at) for row in found[:PAGE]],
        "heads": [say(f"notices-{h}") for h in ("file", "body", "why", "received", "next")],
        "waiting": waiting,
        "reads_files": actor.may(Verb.AID_SEE),
        **ways(page, more=len(found) > PAGE, waiting=int(waiting)),
    }
    return render(request, "desk/notices.html", context)


def _line(row: reads.Noticed, at: datetime) -> dict[str, object]:
    notice, file = row.notice, row.notice.file
    pack = load(file.pack)
    return {
        "notice": notice,
        "file": file,
        "zone": pack.head.timezone,
        "head": name_in(pack, "notice_heads", notice.head),
        "step": _step_name(row) if row.duty else "",
        "tag": due_tag(row.duty, at) if row.duty else None,
    }


def _step_name(row: reads.Noticed) -> str:
    name = duty_name(row.duty) if row.duty else ""
    return named(name) if isinstance(name, dict) else name


class NoticeForm(VerbForm):
    """What a notice says: first what every notice says, then what only some do."""

    def __init__(self, pack: Pack, at: datetime, data: Any = None) -> None:
        super().__init__(data)
        self.pack, country = pack, pack.head.country
        on, now = written(at, pack)
        heads = sorted(pack.all(NoticeHead, on).values(), key=lambda h: h.order)
        organs = sorted(pack.all(Organ, on).values(), key=lambda o: o.order)
        roles = dict.fromkeys(role for head in heads for role in head.roles if role != "accused")
        stages = dict.fromkeys([*(o.stage for o in organs), *("second_instance", "retrial")])
        fields: dict[str, forms.Field] = {
            "organ": one_of([(o.code, name_of(o)) for o in organs], need="notice-need-organ"),
            "organ_name": text(120, required=True, need="notice-need-organ-name"),
            "reference": text(80),
            "head": one_of([(h.code, name_of(h)) for h in heads], need="notice-need-head"),
            "name": text(80, required=True, need="notice-need-name"),
            "disabilities": several(words("disability", DISABILITIES)),
            "born": DayField(required=False),
            "id_number": text(30),
            "custody": one_of(words(f"custody-{country}", CUSTODIES[country]), required=False),
            "needs": several(words("need", NEEDS)),
            "language": forms.ChoiceField(
                choices=[("", "–"), *words("language", LANGUAGES[country])], required=False
            ),
            "received_on": DayField(error_messages={"required": say("notice-need-day")}),
            "received_time": TimeField(need="notice-need-time"),
            "cause": text(120),
            "hearing_on": DayField(required=False),
            "custody_place": text(120),
            "contact": text(200),
            "has_counsel": forms.BooleanField(required=False),
            "role": forms.ChoiceField(
                choices=[("", say("notice-as-usual")), *words("notice-role", roles)], required=False
            ),
            "stage": forms.ChoiceField(
                choices=[("", say("notice-as-usual")), *words("notice-stage", stages)], required=False
            ),
            "sex": one_of(words("sex", SEXES), required=False),
            "certificate": text(40),
            "found_on": DayField(required=False),
            "found_time": TimeField(need="notice-need-time", required=False),
            "defects": several(words("notice-defect", DEFECTS)),
            "story": long_text(limit=LONG),
        }  # fmt: skip
        if country == "vn":
            del fields["certificate"]
            groups = answers.groups_to_ask(pack, on)
            fields["household"] = one_of(words("household", HOUSEHOLDS), required=False)
            fields["monthly_allowance"] = one_of(words("answer", YES_NO), required=False)
            fields["groups"] = several([(code, name_of(group)) for code, group in groups.items()])
        for name, field in fields.items():
            self.add(name, field, f"notice-{name.replace('_', '-')}")
        self.fields["received_on"].initial, self.fields["received_time"].initial = on, now
        self.fields["organ_name"].widget.attrs |= {"list": "organs", "autocomplete": "off"}
        self.order_fields([*FIRST, *self.fields])

    @property
    def columns(self) -> list[list[forms.BoundField]]:
        return [[self[n] for n in part if n in self.fields] for part in (BODY, PERSON)]

    @property
    def more(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in FIRST]

    @property
    def more_is_wrong(self) -> bool:
        return any(field.errors for field in self.more)

    def told(self) -> NoticeTold:
        """Return what was filled in."""
        kept = self.cleaned_data
        found = None
        if kept["found_on"]:
            found = moment_of(kept["found_on"], kept["found_time"] or time(), self.pack)
        same = ("organ", "organ_name", "reference", "head", "custody", "custody_place", "cause", "hearing_on",
                "role", "stage", "language", "contact", "story")  # fmt: skip
        return NoticeTold(
            person=Described(
                kept["name"], kept["born"], kept["sex"], kept["id_number"], groups=tuple(kept.get("groups", ()))
            ),
            received_at=moment_of(kept["received_on"], kept["received_time"], self.pack), found_at=found,
            disabilities=tuple(kept["disabilities"]), certificate=kept.get("certificate", ""),
            has_counsel=True if kept["has_counsel"] else None, needs=tuple(kept["needs"]),
            household=kept.get("household", ""), monthly_allowance=yes(kept.get("monthly_allowance", "")),
            defects=tuple(kept["defects"]), **{name: kept[name] for name in same},
        )  # fmt: skip


@staff(Verb.AID_NOTICE)
def notice_new(request: HttpRequest) -> HttpResponse:
    """Enter a notice: one page, all of it by keyboard; what comes of it is said at once."""
    actor, at = actor_of(request), timezone.now()
    unit = actor.anchor
    if unit is None:
        raise OFFICE_TAKES_NONE(unit="")
    form = NoticeForm(load(unit.pack), at, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = actions.notice(
                actor=actor, unit=unit, told=form.told(), at=at, token=_token(request)
            )
        except Problem as why:
            _blame(form, why)
        else:
            key = "notice-done-at-once" if made.file.state == "granted" else "notice-done-waiting"
            messages.success(request, say(key, number=made.file.number))
            return (
                redirect("file", made.file.pk) if actor.may(Verb.AID_SEE) else redirect("notices")
            )
    context = {
        "form": form,
        "token": _token(request),
        "organs": reads.organs_named(actor),
        "trail": [{"name": say("nav-notices"), "url": reverse("notices")}],
    }
    return render(request, "desk/notice_new.html", context, status=400 if form.errors else 200)


def _blame(form: NoticeForm, why: Problem) -> None:
    """Put a fault that the action found beside its field."""
    named_in = FIELDS.get(why.facts.get("field", "")) or FIELDS.get(why.facts.get("why", ""))
    field = named_in or NUMBERS.get(why.code)
    form.add_error(field if field in form.fields else None, tell(why))


def _token(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("token", ""))
    except ValueError:
        return uuid4()


# -- on the page of a file ----------------------------------------------------------------------------


def panel(now: Opened) -> dict[str, Any] | None:
    """Return what the notice of a file says; None for a file that no notice opened."""
    found = reads.notice_of(now.actor, now.file) if now.has("notice") else None
    if found is None:
        return None
    country = now.pack.head.country
    return {
        "notice": found,
        "file": now.file,
        "zone": now.pack.head.timezone,
        "organ": now.say_name("organs", found.organ),
        "head": now.say_name("notice_heads", found.head),
        "role": say(key_of("notice-role", found.role)),
        "stage": say(key_of("notice-stage", now.file.stage)) if now.file.stage else "",
        "custody": say(key_of(f"custody-{country}", found.custody)) if found.custody else "",
        "defects": [say(key_of("notice-defect", code)) for code in found.defects],
    }


def questions(now: Opened) -> dict[str, Any] | None:
    """Return the questions of the ledger beside a file; None where it raises none."""
    if not (now.has("answers") or reads.asks(now.file)):
        return None
    found = reads.questions(now.actor, now.file)
    return {"rows": [_asked(now, row) for row in found]} if found else None


def _asked(now: Opened, row: Raised) -> dict[str, object]:
    question, answer = row.question, row.answer
    section = "notice_heads" if question.kind == "head" else "need_questions"
    entry = now.pack.versions(section, question.code)
    because = [
        say("question-because-minor" if code == "minor" else key_of("disability", code))
        for code in question.because
    ]
    shown: dict[str, object] = {
        "text": say(f"question-{question.kind}", name=now.say_name(section, question.code)),
        "because": say("question-because", what=say("question-and").join(because)),
        "article": entry[-1].legal_basis if entry else "",
        "url": "" if answer else reverse("file_question", args=[now.file.pk, question.code]),
    }
    if answer is not None:
        at = moment(answer.created_at, now.pack.head.timezone)
        shown |= {
            "yes": answer.yes,
            "reason": answer.reason,
            "kinds": [say(key_of("disability", kind)) for kind in answer.kinds],
            "by": say("question-by", name=answer.by.name, at=at),
        }
    return shown


class AnswerForm(VerbForm):
    """Yes or no, and why."""

    def __init__(self, asked: Raised, data: Any = None) -> None:
        super().__init__(data)
        yes_no = one_of(words("question", ("yes", "no")), need="question-need-choice")
        self.add("answer", yes_no, "question-choice")
        if needs_kinds(asked.question):
            self.add("kinds", several(words("disability", DISABILITIES[:6])), "question-kinds")
        reason = long_text(limit=LONG)
        self.add("reason", reason, "question-reason")


@staff(Verb.AID_ANSWER_PROMPT)
def file_question(request: HttpRequest, file: UUID, question: str) -> HttpResponse:
    """Answer one question that the ledger raises about a file."""
    now = open_file(request, file)
    asked = next(
        (r for r in reads.questions(now.actor, now.file) if r.question.code == question and not r.answer), None
    )  # fmt: skip
    if asked is None:
        raise NOT_FOUND(thing="question")
    form = AnswerForm(asked, request.POST if request.method == "POST" else None)
    if form.is_valid():
        told = form.cleaned_data
        try:
            actions.answer_prompt(
                actor=now.actor, file=now.file, question=question, yes=told["answer"] == "yes",
                reason=told["reason"], kinds=told.get("kinds", ()), at=now.at,
            )  # fmt: skip
        except Problem as why:
            field = why.facts.get("field", "")
            form.add_error(field if field in form.fields else None, tell(why))
        else:
            messages.success(request, say("question-saved"))
            return redirect("file", file)
    context = {**now.common(), "form": form, "asked": _asked(now, asked)}
    return render(request, "desk/file_question.html", context, status=400 if form.errors else 200)


urls = [
    path("notices/", notices, name="notices"),
    path("notices/new/", notice_new, name="notice_new"),
    path("files/<uuid:file>/questions/<slug:question>/", file_question, name="file_question"),
]
