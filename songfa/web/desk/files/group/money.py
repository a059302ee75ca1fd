"""What each of a group claims and got: one table of boxes, saved whole."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from songfa.aid.actions import group as actions
from songfa.aid.amounts import MONEY
from songfa.aid.reads import group as reads
from songfa.aid.reads.amounts import waiting_sheet
from songfa.aid.recoveries import MONEY_COMES, Recovery
from songfa.rules.machines import FILE_OPEN
from songfa.rules.money import read_minor
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.files.group.frame import context_of, plain
from songfa.web.desk.files.group.letters import kinds, line_of
from songfa.web.desk.files.group.people import AdverseForm
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.staff import staff
from songfa.words.habits import day
from songfa.words.say import key_of, say
from songfa.words.tell import tell


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
    context = context_of(
        now, lines=lines, form=form, faults=faults, sums=reads.totals(now.file),
        adverse=AdverseForm(now), batches=[line_of(now, b) for b in reads.batches(now.actor, now.file)],
        waiting=reads.waiting_list(now.actor, now.file, now.at), kinds=kinds(now), token=uuid4(),
        amounts=waiting_sheet(now.actor, now.file, now.at),
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
