"""Documents on a file: put on it, handed out, marked as removed; the catalogue of the file."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone

from songfa.aid import actions
from songfa.aid.documents import catalogue
from songfa.aid.documents.accepting import DOCUMENT_BYTES
from songfa.aid.reads import work as reads
from songfa.base.saved import as_file
from songfa.papers.uploads import MEGABYTE, TYPES, Upload
from songfa.rules.filework import DocumentKind
from songfa.rules.verbs import Verb
from songfa.web.desk.files.forms import ReasonForm, VerbForm
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.files.work_frame import one_form
from songfa.web.desk.staff import actor_of, staff
from songfa.web.fields import long_text, name_of
from songfa.words.say import key_of, say

ACCEPTED = ".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx"


class DocumentForm(VerbForm):
    """A document and what it is. The last field tells that all of the form arrived."""

    def __init__(self, now: Opened, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files=files)
        kinds = sorted(now.pack.all(DocumentKind, now.day).values(), key=lambda k: k.order)
        choices = [("", say("document-choose")), *((k.code, name_of(k)) for k in kinds)]
        kind = forms.ChoiceField(
            choices=choices, error_messages={"required": say("document-need-kind")}
        )
        self.add("kind", kind, "document-kind")
        file = forms.FileField(
            widget=forms.FileInput,
            error_messages={
                "required": say("document-need-file"), "empty": say("document-need-file"),
            },
        )  # fmt: skip
        file.help_text = say("document-file-hint", mb=DOCUMENT_BYTES // MEGABYTE)
        file.widget.attrs["accept"] = ACCEPTED
        self.add("upload", file, "document-file")
        self.add(
            "pages", forms.IntegerField(required=False, min_value=1, max_value=10_000), "document-pages"
        )  # fmt: skip
        self.add("note", long_text(), "document-note")
        whole = forms.CharField(
            widget=forms.HiddenInput, error_messages={"required": say("document-not-whole")}
        )
        whole.initial = "1"
        self.add("whole", whole, "document-file")


@staff(Verb.AID_UPLOAD)
def new(request: HttpRequest, file: UUID) -> HttpResponse:
    """Put a document on a file."""
    now = open_file(request, file)
    posted = request.method == "POST"
    form = DocumentForm(now, request.POST if posted else None, request.FILES if posted else None)

    def do(told: dict[str, Any]) -> None:
        sent = told["upload"]
        actions.add_document(
            actor=now.actor, file=now.file, kind=told["kind"], upload=Upload(sent.name or "", sent.read()),
            note=told["note"], pages=told["pages"], at=now.at,
        )  # fmt: skip

    return one_form(
        request, form, do, title=say("document-new"), back=reverse("file", args=[file]), caption=now.title,
        trail=now.common()["inner_trail"], done=say("document-kept"), lede=say("document-lede"), widths={"pages": "4"},
    )  # fmt: skip


@staff(Verb.AID_SEE)
def document(request: HttpRequest, document: UUID) -> HttpResponse:
    """Hand out a document to be saved: a recorded act."""
    actor = actor_of(request)
    row = reads.document(actor, document)
    data = actions.hand_out(actor=actor, document=row, at=timezone.now())
    return as_file(data, row.name, TYPES.get(row.form, "application/octet-stream"))


@staff(Verb.AID_REMOVE_DOCUMENT)
def remove(request: HttpRequest, document: UUID) -> HttpResponse:
    """Mark a document as removed, with the reason."""
    row = reads.document(actor_of(request), document)
    now = open_file(request, row.file_id)
    form = ReasonForm("document-remove-why", request.POST if request.method == "POST" else None)
    return one_form(
        request, form,
        lambda told: actions.remove_document(actor=now.actor, document=row, why=told["reason"], at=now.at),
        title=say(key_of("verb", Verb.AID_REMOVE_DOCUMENT)), back=reverse("file", args=[row.file_id]), caption=row.name,
        trail=now.common()["inner_trail"], done=say("document-removed"), lede=say("document-remove-lede"),
    )  # fmt: skip


@staff(Verb.AID_SEE)
def listed(request: HttpRequest, file: UUID) -> HttpResponse:
    """Show what a file holds, in the order of the archive: as it was archived, or as it stands."""
    now = open_file(request, file)
    kept = [h for h in reads.handovers(now.actor, now.file) if h.catalogue]
    entries = catalogue.opened(kept[-1].catalogue) if kept else catalogue.drawn_up(now.file)
    known = [e.pages for e in entries if e.pages]
    context = {
        **now.common(), "frozen": bool(kept), "total": sum(known), "unknown": len(entries) - len(known),
        "rows": [{"entry": e, "kind": _kind(now, e)} for e in entries],
        "heads": [say(f"catalogue-{h}") for h in ("n", "name", "kind", "number")] + [
            {"name": say(f"catalogue-{h}"), "num": True} for h in ("pages", "first")
        ],
    }  # fmt: skip
    return render(request, "desk/files/catalogue.html", context)


def _kind(now: Opened, entry: catalogue.Entry) -> str:
    return now.say_name("papers" if entry.source == "paper" else "document_kinds", entry.kind)


urls = [
    path("files/<uuid:file>/documents/new/", new, name="file_document_new"),
    path("files/<uuid:file>/catalogue/", listed, name="file_catalogue"),
    path("documents/<uuid:document>/", document, name="document"),
    path("documents/<uuid:document>/remove/", remove, name="document_remove"),
]
