"""Money of a file: entered, taken out again with a reason."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse

from songfa.aid import actions
from songfa.aid.reads import group
from songfa.aid.reads import work as reads
from songfa.rules.filework import MONEY
from songfa.rules.subsidy import PURPOSES
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk.files.forms import ReasonForm, VerbForm
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.files.work_frame import one_form
from songfa.web.desk.staff import actor_of, staff
from songfa.web.fields import amount_in, long_text, one_of, words
from songfa.words.habits import day
from songfa.words.say import say


class MoneyForm(VerbForm):
    """An amount; an expense says what for, and may name its receipt among the documents of the file."""

    def __init__(self, now: Opened, data: Any = None) -> None:
        super().__init__(data)
        self.currency = now.pack.head.currency
        self.add("kind", one_of(words("money", MONEY), need="money-need-kind"), "money-kind")
        amount = forms.CharField(
            max_length=40, error_messages={"required": say("money-need-amount")}
        )
        amount.help_text = say("money-amount-hint")
        self.add("amount", amount, f"money-amount-{self.currency}")
        on = DayField(error_messages={"required": say("money-need-day")})
        on.initial = now.day
        self.add("on", on, "money-on")
        purposes = [("", say("money-no-purpose")), *words("expense", PURPOSES)]
        self.add("purpose", forms.ChoiceField(choices=purposes, required=False), "money-purpose")
        self.documents = {
            str(d.pk): d for d in reads.documents(now.actor, now.file) if not d.removed_at
        }
        receipts = [("", say("money-no-receipt"))]
        receipts += [(k, f"{d.name} ({day(d.created_at)})") for k, d in self.documents.items()]
        self.add("receipt", forms.ChoiceField(choices=receipts, required=False), "money-receipt")
        people = [r for r in group.recipients(now.actor, now.file) if r.left_on is None]
        if people:
            whose = [
                ("", say("money-nobody")),
                *((str(r.pk), f"{r.place}. {r.name}") for r in people),
            ]
            self.add(
                "recipient", forms.ChoiceField(choices=whose, required=False), "money-recipient"
            )
        self.add("note", long_text(), "money-note")

    def clean_amount(self) -> int | None:
        return amount_in(self.cleaned_data["amount"], self.currency)

    def clean(self) -> dict[str, Any]:
        told = self.cleaned_data
        if told.get("kind") == "expense" and not told.get("purpose"):
            self.add_error("purpose", say("money-need-purpose"))
        if told.get("kind") != "expense":
            told["purpose"] = ""
        whose = told.pop("recipient", "")
        if "recipient" in self.fields and not whose and told.get("kind") != "expense":
            self.add_error("recipient", say("money-need-recipient"))
        told["recipient_id"] = UUID(whose) if whose else None
        told["receipt"] = self.documents.get(told.get("receipt", ""))
        return told


@staff(Verb.AID_MONEY)
def new(request: HttpRequest, file: UUID) -> HttpResponse:
    """Enter an amount."""
    now = open_file(request, file)
    form = MoneyForm(now, request.POST if request.method == "POST" else None)
    return one_form(
        request, form, lambda told: actions.enter_money(actor=now.actor, file=now.file, at=now.at, **told),
        title=say("money-new"), back=reverse("file", args=[file]), caption=now.title,
        trail=now.common()["inner_trail"], done=say("money-kept"), widths={"amount": "10"},
    )  # fmt: skip


@staff(Verb.AID_MONEY)
def remove(request: HttpRequest, money: UUID) -> HttpResponse:
    """Take an entry out again."""
    row = reads.amount(actor_of(request), money)
    now = open_file(request, row.file_id)
    form = ReasonForm("money-remove-why", request.POST if request.method == "POST" else None)
    return one_form(
        request, form,
        lambda told: actions.take_out_money(actor=now.actor, money=row, why=told["reason"], at=now.at),
        title=say("money-remove"), back=reverse("file", args=[row.file_id]), caption=now.title,
        trail=now.common()["inner_trail"], done=say("money-removed"),
    )  # fmt: skip


urls = [
    path("files/<uuid:file>/money/new/", new, name="file_money_new"),
    path("money/<uuid:money>/remove/", remove, name="money_remove"),
]
