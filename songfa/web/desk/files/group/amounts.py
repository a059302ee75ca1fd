"""A sheet of amounts: fetched with everybody's name in it, read, looked at row by row, written down on a press."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from songfa.aid.actions import amounts as actions
from songfa.aid.amounts import HEADS, MONEY, Amounts, Somebody
from songfa.aid.reads import amounts as reads
from songfa.base.saved import as_file
from songfa.papers.heads import head, said
from songfa.papers.out.sheet import xlsx
from songfa.papers.table import MAX_BYTES
from songfa.papers.uploads import TYPES
from songfa.rules.money import MINOR, PLACES
from songfa.rules.problems import AMOUNTS_STALE, Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.files.group.frame import context_of, plain
from songfa.web.desk.files.group.lists import bad_sheet, sheet_form
from songfa.web.desk.files.opened import open_file
from songfa.web.desk.staff import staff
from songfa.words.habits import day
from songfa.words.say import key_of, say
from songfa.words.tell import tell

# rows of a sheet that are shown before it is written down
SHOWN = 500
ABOUT = ("name", *MONEY, "paid_on")


@dataclass(frozen=True, slots=True)
class Box:
    """What would stand in a column, and what stands there now where that is another."""

    label: str
    text: str
    was: str
    money: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A row that changes something."""

    row: Amounts
    place: int
    boxes: list[Box]
    doubts: list[str]


@staff(Verb.AID_RECIPIENTS)
def upload(request: HttpRequest, file: UUID) -> HttpResponse:
    """Take a sheet and lead to what was read of it; a sheet that cannot be read is told beside the field."""
    now = open_file(request, file)
    form = sheet_form(request, "amounts-file")
    if form.is_valid():
        given: Any = form.cleaned_data["document"]
        try:
            made = actions.read_amounts(
                actor=now.actor, file=now.file, name=given.name or "", data=given.read(MAX_BYTES + 1), at=now.at
            )  # fmt: skip
        except Problem as why:
            form.add_error("document", tell(why))
        else:
            return redirect("file_amounts_read", file, made.pk)
    columns = [(head(c), say(key_of("amounts-about", c))) for c in ABOUT]
    context = context_of(now, form=form, columns=columns)
    return render(
        request, "desk/files/amounts_upload.html", context, status=400 if form.errors else 200
    )


@staff(Verb.AID_RECIPIENTS)
def sheet(request: HttpRequest, file: UUID) -> HttpResponse:
    """Hand out the sheet to be filled in: everybody in the group, with what stands there now."""
    now = open_file(request, file)
    currency = now.pack.head.currency
    rows: Sequence[Sequence[str | int | Decimal]] = [
        [
            r.place, r.name, r.id_number,
            *(_figure(getattr(r, name), currency) for name in MONEY),
            r.paid_on.isoformat() if r.paid_on else "",
        ]
        for r in reads.rows_to_fill(now.actor, now.file, at=now.at)
    ]  # fmt: skip
    made = xlsx([head(c) for c in HEADS], rows, tab=say("amounts-sheet"))
    name = f"{say('amounts-sheet')} {now.file.number}.xlsx".replace("/", "-")
    return as_file(made, name, TYPES["xlsx"])


def _figure(minor: int, currency: str) -> str | int | Decimal:
    """Return an amount as a number of the sheet; nothing for none, so that a blank stays a blank."""
    if not minor:
        return ""
    return Decimal(minor) / MINOR[currency] if PLACES[currency] else minor


@staff(Verb.AID_RECIPIENTS)
def read(request: HttpRequest, file: UUID, sheet: UUID) -> HttpResponse:
    """Show what was read: every bad row with its reasons, what would change; write it down on a press."""
    now = open_file(request, file)
    if request.method == "POST":
        try:
            changed = actions.load_amounts(
                actor=now.actor, file=now.file, sheet_id=sheet, at=now.at
            )
        except Problem as why:
            if why.code != AMOUNTS_STALE.code:
                raise
        else:
            messages.success(request, say("amounts-loaded", n=changed))
            return redirect("file_recipients", file)
    kept = reads.sheet(now.actor, now.file, sheet, at=now.at)
    currency = now.pack.head.currency
    context = context_of(
        now, kept=kept, alone=kept.left_alone(),
        bad=[{"row": r, "why": [said(w) for w in r.wrong]} for r in kept.bad],
        changed=[_shown(r, kept.before[r.who], currency) for r in kept.changed[:SHOWN]],
        more=max(0, len(kept.changed) - SHOWN), heads=[head(c) for c in (*MONEY, "paid_on")],
        sums=[
            (say(f"group-{name}"), kept.sum_of(name))
            for name in MONEY
            if any(name in row.changes for row in kept.changed)
        ],
    )  # fmt: skip
    status = 409 if kept.stale and request.method == "POST" else 200
    return render(request, "desk/files/amounts_read.html", context, status=status)


def _shown(row: Amounts, before: Somebody, currency: str) -> Shown:
    boxes = []
    for name in MONEY:
        was = getattr(before, name) if name in row.changes else 0
        boxes.append(
            Box(head(name), plain(getattr(row, name), currency), plain(was, currency), money=True)
        )
    paid = date.fromisoformat(row.paid_on) if row.paid_on else None
    was_on = before.paid_on if "paid_on" in row.changes else None
    boxes.append(Box(head("paid_on"), day(paid), day(was_on), money=False))
    return Shown(row, before.place, boxes, [said(d, "doubt") for d in row.doubts])


@staff(Verb.AID_RECIPIENTS)
def bad_rows(request: HttpRequest, file: UUID, sheet: UUID) -> HttpResponse:
    """Hand out the bad rows with their reasons, in the form in which they can be mended and sent again."""
    now = open_file(request, file)
    return bad_sheet(reads.sheet(now.actor, now.file, sheet, at=now.at).bad, HEADS)
