"""Letters to everybody in a group: issued in one press, fetched one by one or in one PDF."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from songfa.aid.actions import group as actions
from songfa.aid.issue import batch as letters_of
from songfa.aid.issue.correctors import corrected_by
from songfa.aid.reads import group as reads
from songfa.base.saved import as_file
from songfa.papers.out import many
from songfa.papers.out.letter import Letter
from songfa.papers.uploads import TYPES
from songfa.rules.verbs import Verb
from songfa.web.desk.files.group.frame import context_of
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.staff import staff
from songfa.words.habits import number
from songfa.words.say import say


def kinds(now: Opened) -> list[dict[str, str]]:
    if not now.actor.may(Verb.AID_ISSUE):
        return []
    known = [k for k in letters_of.kinds(now.file) if now.pack.versions("papers", k)]
    return [{"code": k, "name": now.say_name("papers", k)} for k in known]


def line_of(now: Opened, row: Any) -> dict[str, object]:
    return {
        "name": now.say_name("papers", row.kind),
        "n": row.n,
        "at": row.created_at,
        "url": reverse("file_batch", args=[now.file.pk, row.pk]),
    }


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
    again = now.actor.may(corrected_by(sent.batch.kind))
    rows = [
        {
            "to": to.name if to else say("letters-shared"), "number": paper.number,
            "pdf": reverse("file_paper", args=[paper.pk, "pdf"]),
            "docx": reverse("file_paper", args=[paper.pk, "docx"]),
            "again": reverse("paper_again", args=[paper.pk]) if again and paper.pk not in sent.replaced else "",
        }
        for paper, to in sent.letters
    ]  # fmt: skip
    kind = now.say_name("papers", sent.batch.kind)
    return render(
        request,
        "desk/files/batch.html",
        context_of(now, rows=rows, kind=kind, batch=sent.batch, n=number(len(rows))),
    )


@staff(Verb.AID_SEE)
def batch_pdf(request: HttpRequest, file: UUID, batch: UUID) -> HttpResponse:
    """Hand out all letters of a batch as one PDF."""
    now = open_file(request, file)
    sent = reads.batch(now.actor, now.file, batch, at=now.at)
    made = many.pdf([Letter.from_json(paper.content) for paper, _ in sent.letters])
    name = f"{now.file.number} {now.say_name('papers', sent.batch.kind)}.pdf".replace("/", "-")
    return as_file(made, name, TYPES["pdf"])
