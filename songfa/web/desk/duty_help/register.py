"""The register of duty lawyers: by month and kind of place, and as a table."""

from datetime import datetime
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from songfa.aid import reads
from songfa.aid.reads import DutyHelp, Sought
from songfa.base.saved import as_file
from songfa.papers.out.sheet import xlsx
from songfa.papers.uploads import TYPES, clean_name
from songfa.rules.notices import DutyPlace
from songfa.rules.packs.read import load
from songfa.rules.verbs import Verb
from songfa.web.desk.duty_help.shown import choices, heads, line, links, session
from songfa.web.desk.pages import paged
from songfa.web.desk.staff import actor_of, staff
from songfa.words.habits import day, moment, name_in
from songfa.words.say import key_of, say


def _sought(request: HttpRequest) -> Sought:
    return Sought(*(request.GET.get(name, "")[:60] for name in ("session", "kind", "month")))


@staff(Verb.AID_HELP)
def duty_register(request: HttpRequest) -> HttpResponse:
    """Show whom duty lawyers helped: by month and kind of place, fifty a page, with counters."""
    actor, at = actor_of(request), timezone.now()
    sought = _sought(request)
    rows = reads.help_register(actor, sought)
    found, more = paged(request, rows, kind=sought.kind, month=sought.month)
    pack = load(actor.pack)
    context = {
        "rows": [line(r) for r in found],
        "heads": heads(),
        "counts": reads.helped_in(rows),
        "kinds": choices(pack, DutyPlace, at),
        "sought": sought,
        "export": f"{reverse('duty_export')}?kind={quote(sought.kind)}&month={quote(sought.month)}",
        **more,
        "links": links("duty_register"),
        "coming": [session(s) for s in reads.sessions(actor, since=at)[:3]],
    }
    return render(request, "desk/duty_register.html", context)


COLUMNS = (
    "number", "asked-at", "place", "practitioner", "asked-by", "organ", "reference", "name", "sex", "born", "cause",
    "kinds", "plea", "summary", "given-at", "reason", "held-since", "handed-on",
)  # fmt: skip


def _cells(row: DutyHelp) -> list[str]:
    pack = load(row.pack)
    zone = pack.head.timezone

    def when(at: datetime | None) -> str:
        return moment(at, zone) if at else ""

    return [
        row.number, when(row.asked_at), row.session.place, row.practitioner.name,
        name_in(pack, "askers", row.asked_by), row.organ, row.organ_reference, row.name,
        say(key_of("sex", row.sex)) if row.sex else "", day(row.born) if row.born else "", row.cause,
        say("question-and").join(name_in(pack, "help_kinds", code) for code in row.kinds),
        say("question-yes") if row.plea_witnessed else "", row.summary, when(row.given_at), row.reasons,
        when(row.applied_at), when(row.handed_on_at),
    ]  # fmt: skip


@staff(Verb.AID_HELP)
@require_GET
def duty_export(request: HttpRequest) -> HttpResponse:
    """Hand the register out as a table. It is recorded who took it."""
    rows = reads.exported(actor_of(request), _sought(request), at=timezone.now())
    heads = [say(f"duty-{name}") for name in COLUMNS]
    title = say("duty-register")
    made = xlsx(heads, map(_cells, rows), tab=title)
    name = clean_name(f"{title} {request.GET.get('month', '')[:10]}", "xlsx")
    return as_file(made, name, TYPES["xlsx"])
