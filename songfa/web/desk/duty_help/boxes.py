"""What a form for one person of the register still asks."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from songfa.aid import actions, reads
from songfa.aid.issue.frame import LANGUAGE
from songfa.rules.packs.read import load
from songfa.rules.problems import Kind, Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.paper_boxes import BoxesForm
from songfa.web.desk.staff import actor_of, staff
from songfa.words.habits import name_in
from songfa.words.say import say
from songfa.words.tell import tell


@staff(Verb.AID_HELP)
def duty_boxes(request: HttpRequest, asked: UUID, kind: str) -> HttpResponse:
    """Ask what the register does not know for a form, and keep it with the row."""
    actor, at = actor_of(request), timezone.now()
    row = reads.help_row(actor, asked, at=at)
    pack = load(row.pack)
    found = reads.duty_boxes(row, kind, at=at)
    data = request.POST if request.method == "POST" else None
    form = BoxesForm(found.boxes, found.told, lang=LANGUAGE[pack.head.country], data=data)
    if form.is_valid():
        try:
            actions.fill_sheet(actor=actor, asked=row, kind=kind, boxes=form.boxes(), at=at)
        except Problem as why:
            if why.kind != Kind.INVALID:
                raise
            form.add_error(None, tell(why))
        else:
            messages.success(request, say("papers-filled", name=name_in(pack, "papers", kind)))
            return redirect("duty_row", asked)
    context = {
        "form": form,
        "row": row,
        "name": name_in(pack, "papers", kind),
        "trail": [
            {"name": say("duty-sessions"), "url": reverse("duty_sessions")},
            {"name": row.number, "url": reverse("duty_row", args=[asked])},
        ],
    }
    return render(request, "desk/duty_boxes.html", context, status=400 if form.errors else 200)
