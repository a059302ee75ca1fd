"""Every verb that has a page of its own under a file, and that page."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse

from songfa.aid import reads
from songfa.aid.reads import File
from songfa.base.http import STATUS
from songfa.rules.problems import NO_SUCH_MOVE, NOT_ALLOWED, PAPERS_ASKED_ALREADY, Kind, Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.files import assign, deciding, doors, ending, working
from songfa.web.desk.files.act import Act
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.files.refused import refused
from songfa.web.desk.staff import staff
from songfa.words.say import key_of, say
from songfa.words.tell import tell

ACTS: dict[Verb, Act] = {
    **deciding.ACTS,
    **assign.ACTS,
    **ending.ACTS,
    **doors.ACTS,
    **working.ACTS,
}
# verbs that have a page elsewhere: the name of its address, which takes the file
OWN: dict[Verb, str] = {
    Verb.AID_ISSUE: "file_papers",
    Verb.AID_RECIPIENTS: "file_recipients",
    Verb.AID_OPINION: "file_opinions",
    **assign.OWN,
    **doors.OWN,
}
# verbs of acts that are no moves of the file's machine, offered whatever its state
BESIDE: tuple[Verb, ...] = (
    Verb.AID_ISSUE,
    Verb.AID_RECIPIENTS,
    Verb.AID_OPINION,
    *assign.BESIDE,
    *ending.BESIDE,
    *doors.BESIDE,
)


def address(verb: Verb, file: File) -> str:
    """Return where a verb is done; empty when it has no page of its own."""
    if verb in OWN:
        return reverse(OWN[verb], args=[file.pk])
    if verb in ACTS:
        return reverse("file_act", args=[file.pk, verb.removeprefix("aid.")])
    return ""


@staff(*ACTS)
def act(request: HttpRequest, file: UUID, verb: str) -> HttpResponse:
    """Ask what a verb needs, then do it. A move that is refused shows why, with the way back."""
    now = open_file(request, file)
    wanted = Verb(f"aid.{verb}") if f"aid.{verb}" in set(ACTS) else None
    if wanted is None or not now.actor.may(wanted):
        return refused(request, now, NOT_ALLOWED(verb=verb))
    if wanted == Verb.AID_ASK_PAPERS and now.file.papers_asked_at is not None:
        return refused(request, now, PAPERS_ASKED_ALREADY(number=now.file.number))
    moves = now.file.machine.verbs_from(now.file.state)
    possible = wanted in (*moves, *BESIDE) and ACTS[wanted].offered(now)
    if not possible and request.method != "POST":
        return refused(request, now, NO_SUCH_MOVE(state=now.file.state, verb=wanted))
    form = ACTS[wanted].form(now, request.POST if request.method == "POST" else None)
    status = 200
    if form.is_valid():
        try:
            ACTS[wanted].do(now, form.cleaned_data)
        except Problem as why:
            if why.kind != Kind.INVALID and not _still(now, wanted):
                return refused(request, now, why)
            form.add_error(None, tell(why))
            status = STATUS[why.kind] if why.kind != Kind.INVALID else 200
        else:
            messages.success(request, say("file-act-done", what=say(key_of("verb", wanted))))
            return redirect("file", file)
    context = {**now.common(), "form": form, "verb": wanted, "button": say(key_of("verb", wanted))}
    return render(request, "desk/file_act.html", context, status=status)


def _still(now: Opened, verb: Verb) -> bool:
    """Whether the verb can be tried again on the file as it stands now: then what was typed is kept."""
    fresh = reads.file(now.actor, now.file.pk, at=now.at)
    return fresh.state == now.file.state and verb in (
        *fresh.machine.verbs_from(fresh.state),
        *BESIDE,
    )


urls = [path("files/<uuid:file>/<slug:verb>/", act, name="file_act")]
