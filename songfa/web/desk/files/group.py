"""The people of a group matter: the list read and looked at, what each got, joining and leaving, letters to all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from songfa.aid.actions import group as actions
from songfa.aid.actions.group import MONEY_COMES, REASONS_TO_LEAVE, Recovery
from songfa.aid.issue import batch as letters_of
from songfa.aid.lists import HEADS, Entry, Wrong
from songfa.aid.reads import group as reads
from songfa.base.saved import as_file
from songfa.papers.out import many
from songfa.papers.out.letter import Letter
from songfa.papers.out.sheet import xlsx
from songfa.papers.table import MAX_BYTES
from songfa.papers.uploads import MEGABYTE, TYPES
from songfa.people.identity import mask
from songfa.rules.machines import FILE_OPEN
from songfa.rules.money import MINOR, read_minor
from songfa.rules.problems import LIST_STALE, NOT_ALLOWED, RECIPIENT_REFUSED, Problem
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.staff import staff
from songfa.web.fields import one_of, words
from songfa.words.habits import day, number
from songfa.words.say import key_of, say
from songfa.words.tell import tell

MONEY = ("claimed", "obtained", "avoided")
# rows of a list shown as a preview of what will come in
SHOWN = 50


def told(now: Opened) -> dict[str, Any] | None:
    """Return what the panel of a group says; None for a file of one person."""
    sums = reads.totals(now.file) if now.has("recipients") else None
    if sums is None:
        return None
    return {
        "sums": sums, "currency": now.pack.head.currency, "file": now.file,
        "track": (now.file.finding.get("group") or {}).get("track"),
        "may": now.actor.may(Verb.AID_RECIPIENTS),
    }  # fmt: skip


def _context(now: Opened, **more: object) -> dict[str, object]:
    here = {"name": say("group-title"), "url": reverse("file_recipients", args=[now.file.pk])}
    common = now.common()
    inner: Any = common["inner_trail"]
    return {**common, "group_trail": [*inner, here], "currency": now.pack.head.currency, **more}


# -- what each got ----------------------------------------------------------------------------------


@dataclass(slots=True)
class Line:
    """A person in the table, with what stands in the boxes and what is wrong with it."""

    row: Any
    written: dict[str, str]
    paid: bool
    own: bool
    wrong: dict[str, str] = field(default_factory=dict)

    @property
    def boxes(self) -> list[dict[str, str]]:
        return [
            {
                "name": n,
                "label": say(f"group-{n}"),
                "value": self.written[n],
                "wrong": self.wrong.get(n, ""),
            }
            for n in MONEY
        ]

    def pay_in_full(self) -> None:
        """Write what is claimed as obtained and mark the person as paid, where nothing was written yet."""
        if not self.paid and not self.written["obtained"].strip():
            self.written["obtained"], self.paid = self.written["claimed"], True

    @property
    def left(self) -> str:
        return day(self.row.left_on)

    @property
    def why(self) -> str:
        return say(key_of("leave", self.row.left_reason))


@dataclass(frozen=True, slots=True)
class Fault:
    """A line of the summary of errors."""

    target: str
    text: str


def plain(minor: int, currency: str) -> str:
    """Return an amount as it stands in a box: with separators, without a sign of its currency; empty for nothing."""
    if not minor:
        return ""
    whole, rest = divmod(minor, MINOR[currency])
    return f"{whole:,}" + (f".{rest:02d}" if rest else "")


def _lines(now: Opened, data: QueryDict | None) -> list[Line]:
    currency = now.pack.head.currency
    found = []
    for row in reads.recipients(now.actor, now.file):
        key = str(row.pk)
        if data is None or f"row-{key}" not in data:
            written = {name: plain(getattr(row, name), currency) for name in MONEY}
            found.append(Line(row, written, row.paid_on is not None, row.own_documents))
        else:
            written = {name: data.get(f"{name}-{key}", "")[:40] for name in MONEY}
            found.append(Line(row, written, f"paid-{key}" in data, f"own-{key}" in data))
    return found


def _recovery(line: Line, currency: str, paid_on: date) -> Recovery | None:
    """Return what stands in the boxes of a line; None when something there cannot be read."""
    amounts: dict[str, int] = {}
    for name in MONEY:
        try:
            amounts[name] = read_minor(line.written[name], currency) or 0
        except Problem as why:
            line.wrong[name] = tell(why)
    if line.wrong:
        return None
    paid = (line.row.paid_on or paid_on) if line.paid else None
    return Recovery(**amounts, paid_on=paid, own_documents=line.own)


class PaidForm(VerbForm):
    """The day for those who are marked as paid now."""

    def __init__(self, today: date, data: Any = None) -> None:
        super().__init__(data)
        field_ = DayField(required=False)
        field_.initial = today
        self.add("paid_on", field_, "group-paid-on")
        self.add("all_paid", forms.BooleanField(required=False), "group-all-paid")


class AdverseForm(VerbForm):
    """The employer."""

    def __init__(self, now: Opened, data: Any = None) -> None:
        super().__init__(data)
        field_ = forms.CharField(max_length=120, required=False)
        field_.initial = now.file.adverse_party
        self.add("adverse_party", field_, "group-adverse")


@staff(Verb.AID_RECIPIENTS)
def recipients(request: HttpRequest, file: UUID) -> HttpResponse:
    """Show everybody in the group with what they claim and got, and take down what changed."""
    now = open_file(request, file)
    data = request.POST if request.method == "POST" else None
    form = PaidForm(now.day, data)
    lines = _lines(now, data)
    faults: list[Fault] = []
    if data is not None:
        faults = _save(now, form, lines)
        if not faults and form.is_valid():
            messages.success(request, say("group-saved"))
            return redirect("file_recipients", file)
    context = _context(
        now, lines=lines, form=form, faults=faults, sums=reads.totals(now.file),
        adverse=AdverseForm(now), batches=[_batch(now, b) for b in reads.batches(now.actor, now.file)],
        waiting=reads.waiting_list(now.actor, now.file, now.at), kinds=_kinds(now), token=uuid4(),
        may_write=now.file.state in MONEY_COMES,
        may_join=now.file.state in FILE_OPEN and now.actor.may(Verb.PEOPLE_ENTER),
        may_leave=now.file.state in MONEY_COMES and now.actor.may(Verb.PEOPLE_ENTER),
        track=(now.file.finding.get("group") or {}).get("track"),
    )  # fmt: skip
    return render(request, "desk/files/recipients.html", context, status=400 if faults else 200)


def _save(now: Opened, form: PaidForm, lines: list[Line]) -> list[Fault]:
    """Write down what was typed; return what could not be read, with the box in which it stands."""
    if not form.is_valid():
        return [Fault("id_paid_on", str(e[0])) for e in form.errors.values()]
    currency = now.pack.head.currency
    paid_on = form.cleaned_data["paid_on"] or now.day
    typed = [line for line in lines if line.row.left_on is None]
    if form.cleaned_data["all_paid"]:
        for line in typed:
            line.pay_in_full()
    read = {line.row.pk: _recovery(line, currency, paid_on) for line in typed}
    faults = [
        Fault(f"{name}-{line.row.pk}", say("group-fault", name=line.row.name, text=text))
        for line in typed
        for name, text in line.wrong.items()
    ]
    if faults:
        return faults
    try:
        actions.record_recoveries(
            actor=now.actor, file=now.file, at=now.at, each={k: v for k, v in read.items() if v}
        )
    except Problem as why:
        return [Fault("", tell(why))]
    return []


def _kinds(now: Opened) -> list[dict[str, str]]:
    if not now.actor.may(Verb.AID_ISSUE):
        return []
    known = [k for k in letters_of.kinds(now.file) if now.pack.versions("papers", k)]
    return [{"code": k, "name": now.say_name("papers", k)} for k in known]


def _batch(now: Opened, row: Any) -> dict[str, object]:
    return {
        "name": now.say_name("papers", row.kind),
        "n": row.n,
        "at": row.created_at,
        "url": reverse("file_batch", args=[now.file.pk, row.pk]),
    }


@staff(Verb.AID_RECIPIENTS)
@require_POST
def adverse(request: HttpRequest, file: UUID) -> HttpResponse:
    """Note the employer."""
    now = open_file(request, file)
    form = AdverseForm(now, request.POST)
    if form.is_valid():
        actions.name_adverse_party(
            actor=now.actor, file=now.file, name=form.cleaned_data["adverse_party"], at=now.at
        )
        messages.success(request, say("group-saved"))
    return redirect("file_recipients", file)


def _opened(request: HttpRequest, file: UUID) -> Opened:
    """Open a file for somebody who may let people in and out: that takes the ledger, too."""
    now = open_file(request, file)
    if not now.actor.may(Verb.PEOPLE_ENTER):
        raise NOT_ALLOWED(verb=Verb.PEOPLE_ENTER)
    return now


# -- a list -----------------------------------------------------------------------------------------


class ListForm(VerbForm):
    """A spreadsheet."""

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files=files)
        field_ = forms.FileField(
            allow_empty_file=True, widget=forms.FileInput,
            error_messages={"required": say("list-need-file")},
            help_text=say("list-file-hint", mb=MAX_BYTES // MEGABYTE),
        )  # fmt: skip
        self.add("document", field_, "list-file")
        self.fields["document"].widget.attrs["accept"] = ".xlsx,.csv,.txt"


@staff(Verb.AID_RECIPIENTS)
def upload(request: HttpRequest, file: UUID) -> HttpResponse:
    """Take a list and lead to what was read of it; a list that cannot be read is told beside the field."""
    now = _opened(request, file)
    form = ListForm(request.POST, request.FILES) if request.method == "POST" else ListForm()
    if form.is_valid():
        given: Any = form.cleaned_data["document"]
        try:
            made = actions.read_list(
                actor=now.actor, file=now.file, name=given.name or "", data=given.read(MAX_BYTES + 1), at=now.at
            )  # fmt: skip
        except Problem as why:
            form.add_error("document", tell(why))
        else:
            return redirect("file_list", file, made.pk)
    columns = [(_head(c), say(f"list-about-{c}".replace("_", "-"))) for c in HEADS]
    context = _context(now, form=form, columns=columns)
    return render(
        request, "desk/files/list_upload.html", context, status=400 if form.errors else 200
    )


def said(wrong: Wrong, kind: str = "wrong") -> str:
    """Return what is wrong with a row, or doubtful, as a sentence."""
    facts: dict[str, Any] = dict(wrong.facts)
    if "column" in facts:
        facts["column"] = say(f"list-head-{facts['column']}".replace("_", "-"))
    return say(key_of(f"list-{kind}", wrong.code), **facts)


def _applicant_missing(now: Opened, entries: Iterable[Entry]) -> bool:
    """Whether the applicant stands neither in the file's list nor, by name, in the one that was read."""
    if any(r.person_id == now.file.person_id for r in reads.recipients(now.actor, now.file)):
        return False
    name = now.file.story().name
    return all(entry.name != name for entry in entries)


@staff(Verb.AID_RECIPIENTS)
def read(request: HttpRequest, file: UUID, list: UUID) -> HttpResponse:  # noqa: A002 - the route's word
    """Show what was read: every bad row with its reasons, the good ones as they will come in; load them on a press."""
    now = _opened(request, file)
    kept = reads.read_list(now.actor, now.file, list, at=now.at)
    stale = kept.row.loaded_at is None and kept.row.stands_on != reads.stands_on(now.file)
    if request.method == "POST":
        try:
            came = actions.load_list(
                actor=now.actor, file=now.file, list_id=list, at=now.at,
                with_applicant="with_applicant" in request.POST,
            )  # fmt: skip
        except Problem as why:
            if why.code != LIST_STALE.code:
                raise
            stale = True
        else:
            messages.success(request, say("list-loaded", n=came))
            return redirect("file_recipients", file)
    currency = now.pack.head.currency
    context = _context(
        now, kept=kept, stale=stale,
        bad=[{"entry": e, "why": [said(w) for w in e.wrong]} for e in kept.bad],
        good=[
            {
                "entry": e, "number": mask(e.id_number), "claimed": plain(e.claimed, currency),
                "doubts": [said(d, "doubt") for d in e.doubts],
            }
            for e in kept.good[:SHOWN]
        ],
        doubtful=[{"entry": e, "why": [said(d, "doubt") for d in e.doubts]} for e in kept.good[SHOWN:] if e.doubts],
        more=max(0, len(kept.good) - SHOWN), claimed=sum(e.claimed for e in kept.good),
        applicant=now.file.story().name if _applicant_missing(now, kept.entries) else "",
    )  # fmt: skip
    return render(request, "desk/files/list_read.html", context, status=409 if stale else 200)


@staff(Verb.AID_RECIPIENTS)
def bad_rows(request: HttpRequest, file: UUID, list: UUID) -> HttpResponse:  # noqa: A002
    """Hand out the bad rows with their reasons, in the form in which they can be mended and sent again."""
    now = _opened(request, file)
    kept = reads.read_list(now.actor, now.file, list, at=now.at)
    heads = [*(_head(c) for c in HEADS), say("list-head-row"), say("list-head-why")]
    joint = say("list-why-and")
    rows: Sequence[Sequence[str | int]] = [
        [*(e.written.get(c, "") for c in HEADS), e.row, joint.join(said(w) for w in e.wrong)]
        for e in kept.bad
    ]
    name = say("list-bad-sheet")
    made = xlsx(heads, rows, tab=name)
    return as_file(made, f"{name}.xlsx", TYPES["xlsx"])


def _head(column: str) -> str:
    return say(f"list-head-{column}".replace("_", "-"))


@staff(Verb.AID_RECIPIENTS)
def template(request: HttpRequest, file: UUID) -> HttpResponse:
    """Hand out an empty list with the headings in the reader's language."""
    _opened(request, file)
    made = xlsx([_head(c) for c in HEADS], [], tab=say("group-title"))
    return as_file(made, f"{say('list-template-name')}.xlsx", TYPES["xlsx"])


# -- one person -------------------------------------------------------------------------------------


class JoinForm(VerbForm):
    """One more person."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        for name in ("name", "id_number", "phone", "claimed"):
            most = 80 if name == "name" else 40
            field_ = forms.CharField(max_length=most, required=name in ("name", "id_number"))
            self.add(name, field_, f"list-head-{name}".replace("_", "-"))
        own = forms.BooleanField(required=False, initial=True)
        self.add("own_documents", own, "list-head-own-documents")


@staff(Verb.AID_RECIPIENTS)
def join(request: HttpRequest, file: UUID) -> HttpResponse:
    """Let one more person in."""
    now = _opened(request, file)
    form = JoinForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.add_recipient(actor=now.actor, file=now.file, at=now.at, **form.cleaned_data)
        except Problem as why:
            if why.code != RECIPIENT_REFUSED.code:
                raise
            facts = {k: v for k, v in why.facts.items() if k != "why"}
            column = facts.get("column")
            form.add_error(column, said(Wrong(why.facts["why"], facts)))
        else:
            messages.success(request, say("group-joined"))
            return redirect("file_recipients", file)
    return _simple(request, now, form, say("group-join"), "")


class LeaveForm(VerbForm):
    """Why and when somebody left."""

    def __init__(self, today: date, data: Any = None) -> None:
        super().__init__(data)
        self.add("reason", one_of(words("leave", REASONS_TO_LEAVE), need="leave-need"), "leave-why")
        field_ = DayField(error_messages={"required": say("file-need-day")})
        field_.initial = today
        self.add("on", field_, "leave-on")


@staff(Verb.AID_RECIPIENTS)
def leave(request: HttpRequest, file: UUID, recipient: UUID) -> HttpResponse:
    """Note that somebody left the group."""
    now = _opened(request, file)
    row = reads.recipient(now.actor, now.file, recipient)
    form = LeaveForm(now.day, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.leave(
                actor=now.actor, file=now.file, recipient_id=row.pk, at=now.at, **form.cleaned_data
            )
        except Problem as why:
            form.add_error(None, tell(why))
        else:
            messages.success(request, say("group-left", name=row.name))
            return redirect("file_recipients", file)
    return _simple(request, now, form, say("group-leave"), row.name)


def _simple(
    request: HttpRequest, now: Opened, form: VerbForm, title: str, who: str
) -> HttpResponse:
    context = _context(now, form=form, act=title, who=who)
    return render(
        request, "desk/files/recipient_form.html", context, status=400 if form.errors else 200
    )


# -- letters ----------------------------------------------------------------------------------------


@staff(Verb.AID_ISSUE)
@require_POST
def issue(request: HttpRequest, file: UUID) -> HttpResponse:
    """Issue a letter to everybody; pressed twice, it is done once."""
    now = open_file(request, file)
    try:
        token = UUID(request.POST.get("token", ""))
    except ValueError:
        token = uuid4()
    made = actions.issue_to_all(
        actor=now.actor,
        file=now.file,
        kind=request.POST.get("kind", "")[:60],
        at=now.at,
        token=token,
    )
    messages.success(request, say("letters-done"))
    return redirect("file_batch", file, made.pk)


@staff(Verb.AID_SEE)
def batch(request: HttpRequest, file: UUID, batch: UUID) -> HttpResponse:
    """Show the letters of a batch, each to be fetched, and all in one."""
    now = open_file(request, file)
    sent = reads.batch(now.actor, now.file, batch, at=now.at)
    rows = [
        {
            "to": to.name if to else say("letters-shared"), "number": paper.number,
            "pdf": reverse("file_paper", args=[paper.pk, "pdf"]),
            "docx": reverse("file_paper", args=[paper.pk, "docx"]),
        }
        for paper, to in sent.letters
    ]  # fmt: skip
    kind = now.say_name("papers", sent.batch.kind)
    return render(
        request,
        "desk/files/batch.html",
        _context(now, rows=rows, kind=kind, batch=sent.batch, n=number(len(rows))),
    )


@staff(Verb.AID_SEE)
def batch_pdf(request: HttpRequest, file: UUID, batch: UUID) -> HttpResponse:
    """Hand out all letters of a batch as one PDF."""
    now = open_file(request, file)
    sent = reads.batch(now.actor, now.file, batch, at=now.at)
    made = many.pdf([Letter.from_json(paper.content) for paper, _ in sent.letters])
    name = f"{now.file.number} {now.say_name('papers', sent.batch.kind)}.pdf".replace("/", "-")
    return as_file(made, name, TYPES["pdf"])


BASE = "files/<uuid:file>/recipients/"
urls = [
    path(BASE, recipients, name="file_recipients"),
    path(f"{BASE}against/", adverse, name="file_adverse"),
    path(f"{BASE}list/", upload, name="file_list_upload"),
    path(f"{BASE}template.xlsx", template, name="file_list_template"),
    path(f"{BASE}list/<uuid:list>/", read, name="file_list"),
    path(f"{BASE}list/<uuid:list>/bad.xlsx", bad_rows, name="file_list_bad"),
    path(f"{BASE}add/", join, name="file_recipient_add"),
    path(f"{BASE}<uuid:recipient>/leave/", leave, name="file_recipient_leave"),
    path(f"{BASE}letters/", issue, name="file_letters"),
    path(f"{BASE}letters/<uuid:batch>/", batch, name="file_batch"),
    path(f"{BASE}letters/<uuid:batch>/all.pdf", batch_pdf, name="file_batch_pdf"),
]
