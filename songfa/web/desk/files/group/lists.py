"""A list of recipients: read, looked at row by row, loaded on a press."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from songfa.aid.actions import group as actions
from songfa.aid.amounts import Amounts
from songfa.aid.lists import HEADS, Entry
from songfa.aid.reads import group as reads
from songfa.base.saved import as_file
from songfa.papers.heads import head, said
from songfa.papers.out.sheet import xlsx
from songfa.papers.table import MAX_BYTES
from songfa.papers.uploads import MEGABYTE, TYPES
from songfa.people.identity import mask
from songfa.rules.problems import LIST_STALE, Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.files.group.frame import context_of, open_to_let_in, plain
from songfa.web.desk.files.opened import Opened
from songfa.web.desk.staff import staff
from songfa.words.say import say
from songfa.words.tell import tell

# rows of a list shown as a preview of what will come in
SHOWN = 50


class SheetForm(VerbForm):
    """A spreadsheet."""

    def __init__(self, label: str, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files=files)
        field_ = forms.FileField(
            allow_empty_file=True, widget=forms.FileInput,
            error_messages={"required": say("list-need-file")},
            help_text=say("list-file-hint", mb=MAX_BYTES // MEGABYTE),
        )  # fmt: skip
        self.add("document", field_, label)
        self.fields["document"].widget.attrs["accept"] = ".xlsx,.csv,.txt"


def sheet_form(request: HttpRequest, label: str) -> SheetForm:
    if request.method == "POST":
        return SheetForm(label, request.POST, request.FILES)
    return SheetForm(label)


@staff(Verb.AID_RECIPIENTS)
def upload(request: HttpRequest, file: UUID) -> HttpResponse:
    """Take a list and lead to what was read of it; a list that cannot be read is told beside the field."""
    now = open_to_let_in(request, file)
    form = sheet_form(request, "list-file")
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
    columns = [(head(c), say(f"list-about-{c}".replace("_", "-"))) for c in HEADS]
    context = context_of(now, form=form, columns=columns)
    return render(
        request, "desk/files/list_upload.html", context, status=400 if form.errors else 200
    )


def _applicant_missing(now: Opened, entries: Iterable[Entry]) -> bool:
    """Whether the applicant stands neither in the file's list nor, by name, in the one that was read."""
    if any(r.person_id == now.file.person_id for r in reads.recipients(now.actor, now.file)):
        return False
    name = now.file.story().name
    return all(entry.name != name for entry in entries)


@staff(Verb.AID_RECIPIENTS)
def read(request: HttpRequest, file: UUID, list: UUID) -> HttpResponse:  # noqa: A002 - the route's word
    """Show what was read: every bad row with its reasons, the good ones as they will come in; load them on a press."""
    now = open_to_let_in(request, file)
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
    context = context_of(
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
    now = open_to_let_in(request, file)
    return bad_sheet(reads.read_list(now.actor, now.file, list, at=now.at).bad, HEADS)


def bad_sheet(bad: Iterable[Entry | Amounts], columns: Iterable[str]) -> HttpResponse:
    """Return bad rows as they were written, each with its number and its reasons."""
    columns, joint, name = tuple(columns), say("list-why-and"), say("list-bad-sheet")
    rows: Sequence[Sequence[str | int]] = [
        [*(r.written.get(c, "") for c in columns), r.row, joint.join(said(w) for w in r.wrong)]
        for r in bad
    ]
    made = xlsx([*(head(c) for c in columns), head("row"), head("why")], rows, tab=name)
    return as_file(made, f"{name}.xlsx", TYPES["xlsx"])


@staff(Verb.AID_RECIPIENTS)
def template(request: HttpRequest, file: UUID) -> HttpResponse:
    """Hand out an empty list with the headings in the reader's language."""
    open_to_let_in(request, file)
    made = xlsx([head(c) for c in HEADS], [], tab=say("group-title"))
    return as_file(made, f"{say('list-template-name')}.xlsx", TYPES["xlsx"])
