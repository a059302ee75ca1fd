"""All documents of a file at once, registers of a period, forms of one person, and empty forms to print."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone

from songfa.access.policy import Actor
from songfa.advice import reads as advice
from songfa.aid import reads
from songfa.base.saved import as_file
from songfa.papers.out import letter as letters
from songfa.papers.out import many
from songfa.papers.uploads import TYPES
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.staff import actor_of, staff
from songfa.words.habits import named
from songfa.words.say import say

MONTHS = 12


@staff(Verb.AID_SEE)
def bundle(request: HttpRequest, file: UUID, form: str) -> HttpResponse:
    """Hand out all documents of a file, or those of one kind: one PDF to print, or an archive of docx."""
    if form not in ("pdf", "zip"):
        raise NOT_FOUND(thing="paper")
    now: Opened = open_file(request, file)
    found = reads.issued(now.actor, now.file, kind=request.GET.get("kind", "")[:60], at=now.at)
    name = now.file.number
    made = many.pdf([x for _, x in found], name) if form == "pdf" else many.docx(found)
    return _handed(made, form, "papers", name)


@staff(Verb.AID_SEE)
def blanks(request: HttpRequest) -> HttpResponse:
    """List the empty forms of the office."""
    found = reads.blanks(actor_of(request), timezone.now())
    rows = [
        {
            "name": named(x.name.model_dump()), "no": x.form_no,
            "pdf": reverse("blank", args=[x.code, "pdf"]), "docx": reverse("blank", args=[x.code, "docx"]),
        }
        for x in found
    ]  # fmt: skip
    heads = [say("papers-form"), say("papers-form-name"), say("papers-form-files")]
    actor, at = actor_of(request), timezone.now()
    told = {
        "rows": rows, "heads": heads,
        "months": _months(actor, at) if reads.has_file_register(actor, at) else [],
        "ledgers": _months(actor, at, "duty_ledger") if _keeps_ledger(actor, at) else [],
        "reports": _periods(at) if reads.has_form(actor, reads.PERIOD_REPORT, at) else [],
    }  # fmt: skip
    return render(request, "desk/blanks.html", told)


def _keeps_ledger(actor: Actor, at: datetime) -> bool:
    return actor.may(Verb.AID_HELP) and reads.has_form(actor, reads.DUTY_LEDGER, at)


def _periods(at: datetime) -> list[dict[str, str]]:
    """Return the half-years and years of which a report can be due: this year's and those of last year."""
    year = timezone.localdate(at).year
    names = [f"{y}{part}" for y in (year, year - 1) for part in ("-h1", "-h2", "")]
    begun = [n for n in names if (span := reads.span_of(n)) and span[0] <= timezone.localdate(at)]
    return [_links(name, "period_report") for name in begun]


def _links(name: str, route: str) -> dict[str, str]:
    return {"name": name.upper()} | {
        form: reverse(route, args=[name, form]) for form in ("pdf", "docx")
    }


def _months(actor: Actor, at: datetime, route: str = "register") -> list[dict[str, str]]:
    """Return the last months for which a register can be printed."""
    last = timezone.localdate(at).replace(day=1)
    names = []
    for _ in range(MONTHS):
        names.append(f"{last:%Y-%m}")
        last = (last - timedelta(days=1)).replace(day=1)
    return [_links(name, route) for name in names]


@staff(Verb.AID_SEE)
def register(request: HttpRequest, month: str, form: str) -> HttpResponse:
    """Hand out the register of a month: the files that the office accepted in it."""
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError:
        raise NOT_FOUND(thing="paper") from None
    if form not in ("pdf", "docx"):
        raise NOT_FOUND(thing="paper")
    last = first.replace(day=monthrange(first.year, first.month)[1])
    made = reads.file_register(actor_of(request), first, last, timezone.now())
    return _drawn(made, form, "register", f"{made.title} {month}")


@staff(Verb.AID_HELP)
def duty_ledger(request: HttpRequest, month: str, form: str) -> HttpResponse:
    """Hand out the ledger of whom duty lawyers helped in a month."""
    first, last = _span(month)
    made = reads.duty_ledger(actor_of(request), first, last, timezone.now())
    return _drawn(made, form, "ledger", f"{made.title} {month}")


@staff(Verb.AID_SEE)
def period_report(request: HttpRequest, period: str, form: str) -> HttpResponse:
    """Hand out the report of a half-year or a year, counted from the rows."""
    first, last = _span(period)
    made = reads.period_report(actor_of(request), first, last, timezone.now())
    return _drawn(made, form, "report", f"{made.title} {period}")


@staff(Verb.AID_HELP)
def duty_sheet(request: HttpRequest, asked: UUID, kind: str, form: str) -> HttpResponse:
    """Hand out a form for one person whom a duty lawyer was asked to help."""
    actor, at = actor_of(request), timezone.now()
    row = reads.help_row(actor, asked, at=at)
    made = reads.duty_sheet(actor, row, kind, at=at)
    return _drawn(made, form, kind, f"{made.title} {row.number}")


@staff(Verb.ADVICE_SEE)
def consultation_sheet(request: HttpRequest, pk: UUID, form: str) -> HttpResponse:
    """Hand out the form of one consultation."""
    actor, at = actor_of(request), timezone.now()
    row = advice.consultation(actor, pk, at=at)
    made = reads.consultation_sheet(actor, row, at=at)
    return _drawn(made, form, "consultation", f"{made.title} {row.on}")


def _span(period: str) -> tuple[date, date]:
    found = reads.span_of(period)
    if found is None:
        raise NOT_FOUND(thing="paper")
    return found


def _drawn(made: letters.Letter, form: str, plain: str, name: str) -> HttpResponse:
    if form not in ("pdf", "docx"):
        raise NOT_FOUND(thing="paper")
    content = letters.pdf(made) if form == "pdf" else letters.docx(made)
    return _handed(content, form, plain, name)


@staff(Verb.AID_SEE)
def blank(request: HttpRequest, kind: str, form: str) -> HttpResponse:
    """Hand out an empty form with the name of the office."""
    if form not in ("pdf", "docx"):
        raise NOT_FOUND(thing="paper")
    made = reads.empty(actor_of(request), kind, timezone.now())
    return _drawn(made, form, kind, made.title)


def _handed(
    content: bytes, form: str, plain: str, name: str, *, inline: bool = False
) -> HttpResponse:
    return as_file(content, f"{name}.{form}", TYPES[form], plain=f"{plain}.{form}", inline=inline)


urls = [
    path("files/<uuid:file>/papers.<slug:form>", bundle, name="file_bundle"),
    path("registers/duty/<slug:month>.<slug:form>", duty_ledger, name="duty_ledger"),
    path("registers/report/<slug:period>.<slug:form>", period_report, name="period_report"),
    path("help/<uuid:asked>/forms/<slug:kind>.<slug:form>", duty_sheet, name="duty_sheet"),
    path("advice/<uuid:pk>/form.<slug:form>", consultation_sheet, name="consultation_sheet"),
    path("registers/<slug:month>.<slug:form>", register, name="register"),
    path("forms/", blanks, name="blanks"),
    path("forms/<slug:kind>.<slug:form>", blank, name="blank"),
]
