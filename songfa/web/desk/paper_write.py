"""Documents of a file written by hand: which, what it still asks, how it would look; and one that is issued anew."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from songfa.aid import actions, reads
from songfa.aid.issue.correctors import CORRECTORS, corrected_by
from songfa.aid.issue.frame import LANGUAGE
from songfa.base.saved import as_file
from songfa.papers.out import letter as letters
from songfa.papers.uploads import TYPES
from songfa.rules.problems import NOT_ALLOWED, Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.paper_boxes import BoxesForm
from songfa.web.desk.staff import actor_of, staff
from songfa.web.fields import text
from songfa.words.habits import named
from songfa.words.say import say
from songfa.words.tell import tell


@staff(Verb.AID_ISSUE)
def papers(request: HttpRequest, file: UUID) -> HttpResponse:
    """List the documents that the file's data can fill, each with how much is left to the officer."""
    now = open_file(request, file)
    found = reads.writable(now.actor, now.file, now.at)
    rows = [
        {
            "name": named(x.name.model_dump()), "no": x.form_no, "open": x.open,
            "url": reverse("file_paper_write", args=[file, x.code]),
            "look": reverse("file_paper_preview", args=[file, x.code]),
        }
        for x in found
    ]  # fmt: skip
    heads = [say("papers-form"), say("papers-form-name"), say("papers-open"), say("papers-look")]
    doubt = any(x.unconfirmed for x in found)
    context = {
        **now.common(),
        "rows": rows,
        "heads": heads,
        "doubt": doubt,
        "issued": now.has("papers"),
    }
    return render(request, "desk/file_papers.html", context)


@staff(Verb.AID_ISSUE)
def write(request: HttpRequest, file: UUID, kind: str) -> HttpResponse:
    """Ask what no row knows, show how the document would look, issue it."""
    now = open_file(request, file)
    asked = reads.boxes(now.actor, now.file, kind, at=now.at)
    form = _form(now, asked, request)
    if form.is_valid():
        try:
            if "look" in request.POST:
                return _look(now, kind, form)
            actions.write_paper(
                actor=now.actor, file=now.file, kind=kind, note=form.note, boxes=form.boxes(), at=now.at
            )  # fmt: skip
        except Problem as why:
            form.add_error(None, tell(why))
        else:
            messages.success(request, say("papers-done", name=now.say_name("papers", kind)))
            return redirect("file", file)
    back = {"name": say("papers-title"), "url": reverse("file_papers", args=[file])}
    common = now.common()
    trail = [*_inner(now), back]
    context = {**common, "inner_trail": trail, "form": form, "name": now.say_name("papers", kind)}
    return render(request, "desk/file_paper.html", context, status=400 if form.errors else 200)


def _inner(now: Opened) -> list[dict[str, str]]:
    return [
        {"name": say("nav-files"), "url": reverse("files")},
        {"name": now.file.number, "url": reverse("file", args=[now.file.pk])},
    ]


def _form(now: Opened, asked: reads.Asked, request: HttpRequest) -> BoxesForm:
    return BoxesForm(
        asked.boxes, asked.told, lang=LANGUAGE[now.pack.head.country],
        note=asked.note if asked.noted else None, data=request.POST if request.method == "POST" else None,
    )  # fmt: skip


def _look(now: Opened, kind: str, form: BoxesForm) -> HttpResponse:
    made = reads.preview(now.actor, now.file, kind, note=form.note, hand=form.boxes(), at=now.at)
    return _inline(made, kind)


@staff(Verb.AID_ISSUE)
def preview(request: HttpRequest, file: UUID, kind: str) -> HttpResponse:
    """Show how a document would look with every open place left to the hand, as PDF and without a number."""
    now = open_file(request, file)
    return _inline(reads.preview(now.actor, now.file, kind, at=now.at), kind)


def _inline(made: letters.Letter, kind: str) -> HttpResponse:
    name = f"{made.title}.pdf"
    return as_file(letters.pdf(made), name, TYPES["pdf"], plain=f"{kind}.pdf", inline=True)


@staff(*CORRECTORS)
def again(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Issue a document anew, because the one before was wrong; it begins with what that one said."""
    actor, at = actor_of(request), timezone.now()
    row = reads.paper(actor, paper, at=at)
    if not actor.may(corrected_by(row.kind)):
        raise NOT_ALLOWED(verb=corrected_by(row.kind))
    now = open_file(request, row.file_id)
    asked = reads.boxes_again(actor, row, at=at)
    form = _form(now, asked, request)
    why_field = text(300, required=True, need="papers-again-need-why")
    form.add("why", why_field, "papers-again-why")
    if form.is_valid():
        try:
            actions.correct_paper(
                actor=actor, paper=row, why=form.cleaned_data["why"],
                note=form.note if asked.noted else None, boxes=form.boxes(), at=at,
            )  # fmt: skip
        except Problem as why:
            form.add_error(None, tell(why))
        else:
            name = now.say_name("papers", row.kind)
            messages.success(request, say("papers-again-done", name=name))
            return redirect("file", row.file_id)
    name = " ".join(filter(None, (now.say_name("papers", row.kind), row.number)))
    context = {**now.common(), "form": form, "name": name}
    return render(request, "desk/paper_again.html", context, status=400 if form.errors else 200)


urls = [
    path("files/<uuid:file>/papers/", papers, name="file_papers"),
    path("files/<uuid:file>/papers/<slug:kind>/", write, name="file_paper_write"),
    path("files/<uuid:file>/papers/<slug:kind>.pdf", preview, name="file_paper_preview"),
    path("papers/<uuid:paper>/again/", again, name="paper_again"),
]
