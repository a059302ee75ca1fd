"""What I owe, what is overdue, what waits for others."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from songfa.duties import reads
from songfa.rules.verbs import Verb
from songfa.web.desk.staff import actor_of, staff

PAGE = 50
LISTS = ("owed", "overdue", "waiting")


@staff(Verb.DUTY_SEE)
def desk(request: HttpRequest) -> HttpResponse:
    """Show one of the lists; a head sees by `overdue` what is late in every unit below."""
    actor, at = actor_of(request), timezone.now()
    chosen = request.GET.get("list", "owed")
    chosen = chosen if chosen in LISTS else "owed"
    rows = {"owed": lambda: reads.owed(actor), "overdue": lambda: reads.overdue(actor, at), "waiting": lambda: reads.waiting(actor)}[chosen]()
    found = list(rows.select_related("unit", "held_by")[:PAGE])
    context = {"rows": found, "chosen": chosen, "lists": LISTS, "tally": reads.tally(actor, at), "at": at}
    return render(request, "desk/duties.html", context)


urls = [path("", desk, name="desk")]
