"""Registers of a period on the official forms: the duty lawyers' ledger (cn 29), the Centre's report (vn 12)."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet, Sum

from songfa.access.models import Unit
from songfa.access.policy import Actor, visible
from songfa.aid.days import local_day
from songfa.aid.issue import compose_alone
from songfa.aid.issue.frame import Desk
from songfa.aid.models import Assessment, Complaint, DutyHelp, File
from songfa.audit.door import Act, look_many
from songfa.papers.out.letter import Letter
from songfa.rules.forms import Form
from songfa.rules.machines import FILE_CLOSED
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Service
from songfa.rules.problems import COUNT_INVALID, NOT_FOUND
from songfa.rules.verbs import Verb

DUTY_LEDGER, PERIOD_REPORT = "duty_help_ledger", "periodic_report"
MOST_LINES = 5_000
PERIOD = re.compile(r"^(20[0-9]{2})(?:-(h1|h2|0[1-9]|1[0-2]))?$")


def span_of(period: str) -> tuple[date, date] | None:
    """Return the first and the last day of `2026`, `2026-h1`, `2026-11`; None for what is no period."""
    found = PERIOD.match(period)
    if found is None:
        return None
    year, part = int(found[1]), found[2]
    first, last = {None: (1, 12), "h1": (1, 6), "h2": (7, 12)}.get(part) or (int(part), int(part))
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def has_form(actor: Actor, kind: str, at: datetime) -> bool:
    """Whether the law of the actor's office has a form."""
    if actor.anchor is None:
        return False
    pack = load(actor.anchor.pack)
    return kind in pack.all(Form, local_day(pack, at))


def _desk(actor: Actor, kind: str, at: datetime) -> Desk:
    if actor.anchor is None:
        raise NOT_FOUND(thing="unit")
    if not has_form(actor, kind, at):
        raise NOT_FOUND(thing="paper")
    unit: Unit = actor.anchor
    pack = load(unit.pack)
    return Desk(pack, unit, local_day(pack, at))


def _moments(desk: Desk, first: date, last: date) -> tuple[datetime, datetime]:
    zone = ZoneInfo(desk.pack.head.timezone)
    return datetime.combine(first, time(), zone), datetime.combine(
        last + timedelta(days=1), time(), zone
    )


def duty_ledger(actor: Actor, first: date, last: date, at: datetime) -> Letter:
    """Return the ledger of whom duty lawyers helped from one day to another, both included, the oldest first.

    Each look is recorded. Raises NOT_FOUND where the law has no such form, COUNT_INVALID when it would be longer
    than anybody can print.
    """
    desk = _desk(actor, DUTY_LEDGER, at)
    since, until = _moments(desk, first, last)
    rows = visible(
        actor, Verb.AID_HELP, DutyHelp.objects.filter(asked_at__gte=since, asked_at__lt=until)
    )
    rows = rows.select_related("session", "practitioner").order_by("asked_at", "number")
    found = list(rows[: MOST_LINES + 1])
    if len(found) > MOST_LINES:
        raise COUNT_INVALID(count=len(found))
    look_many(
        actor,
        [
            Act(Verb.AID_HELP, r._meta.label, r.pk, r.area_path, at, {"paper": DUTY_LEDGER})
            for r in found
        ],
    )
    return compose_alone(
        desk.unit, DUTY_LEDGER, at=at, period_from=desk.day(first), period_to=desk.day(last),
        period_count=str(len(found)), register=tuple(_helped(desk, n, row) for n, row in enumerate(found, 1)),
    )  # fmt: skip


def _helped(desk: Desk, n: int, row: DutyHelp) -> tuple[str, ...]:
    kinds = [desk.name_of("help_kinds", code) for code in row.kinds]
    if row.plea_witnessed:
        kinds.append(desk.say("sheet-plea"))
    return (
        str(n), desk.day(row.asked_at), row.name, row.cause,
        row.organ or desk.name_of("askers", row.asked_by),
        row.session.place, row.practitioner.name, desk.join(kinds), row.reasons or desk.coded("state", row.state),
    )  # fmt: skip


def period_report(actor: Actor, first: date, last: date, at: datetime) -> Letter:
    """Return the report of the actor's office for a period (vn: Circular 12/2018, form 12), counted from rows.

    Raises NOT_FOUND where the law has no such form.
    """
    desk = _desk(actor, PERIOD_REPORT, at)
    since, until = _moments(desk, first, last)
    files = visible(actor, Verb.AID_SEE, File.objects.filter(unit=desk.unit)).order_by()
    begun = files.filter(decided_at__gte=since, decided_at__lt=until).exclude(state="refused")
    ended = files.filter(closed_at__gte=since, closed_at__lt=until)
    done = ended.filter(state__in=FILE_CLOSED)
    rows = [
        ("received", files.filter(received_at__gte=since, received_at__lt=until).count()),
        ("begun", begun.count()),
        *_by_form(desk, "begun", begun),
        ("refused", files.filter(state="refused", decided_at__gte=since, decided_at__lt=until).count()),
        ("transferred", ended.filter(state="transferred").count()),
        ("discontinued", ended.filter(state__in=("discontinued", "ended_by_law", "withdrawn")).count()),
        ("done", done.count()),
        *_by_form(desk, "done", done),
        ("people", done.aggregate(n=Sum("people_helped"))["n"] or 0),
        ("changed", begun.filter(change_requests__state="agreed").distinct().count()),
        ("complaints", _beside(actor, Complaint, desk.unit, since, until)),
        ("assessed", _assessed(actor, desk.unit, since, until).count()),
    ]  # fmt: skip
    figures = [(desk.say(f"report-{key}"), desk.number(n)) for key, n in rows]
    figures += _by_group(desk, done)
    figures += _by_grade(desk, _assessed(actor, desk.unit, since, until))
    return compose_alone(
        desk.unit, PERIOD_REPORT, at=at, period_from=desk.day(first), period_to=desk.day(last),
        period_count=str(len(figures)), figures=tuple(figures),
    )  # fmt: skip


def _by_form(desk: Desk, key: str, rows: QuerySet[File]) -> Iterable[tuple[str, int]]:
    """Count by the form of service that the law knows (TGTT, TV, DDNTT)."""
    of_form: dict[str, list[str]] = {}
    for code, service in desk.pack.all(Service, desk.on).items():
        of_form.setdefault(service.form, []).append(code)
    for form in sorted(f for f in of_form if f):
        yield f"{key}-{form.lower()}", rows.filter(service__in=of_form[form]).count()


def _by_group(desk: Desk, rows: QuerySet[File]) -> list[tuple[str, str]]:
    """Count the finished cases of each group of entitled persons; who is in two is counted in both."""
    count: dict[str, int] = {}
    for groups in rows.values_list("groups", flat=True):
        for code in groups:
            count[code] = count.get(code, 0) + 1
    return [
        (desk.say("report-group", name=desk.name_of("groups", code)), desk.number(n))
        for code, n in sorted(count.items(), key=lambda item: (-item[1], item[0]))
    ]


def _assessed(actor: Actor, unit: Unit, since: datetime, until: datetime) -> QuerySet[Assessment]:
    rows = Assessment.objects.filter(unit=unit, assessed_at__gte=since, assessed_at__lt=until)
    return visible(actor, Verb.AID_SEE, rows).order_by()


def _by_grade(desk: Desk, rows: QuerySet[Assessment]) -> list[tuple[str, str]]:
    return [
        (desk.say(f"report-grade-{grade}"), desk.number(rows.filter(grade=grade).count()))
        for grade in ("excellent", "good", "pass", "fail")
        if rows.exists()
    ]


def _beside(
    actor: Actor, model: type[Complaint], unit: Unit, since: datetime, until: datetime
) -> int:
    about = Q(file__unit=unit, created_at__gte=since, created_at__lt=until)
    return visible(actor, Verb.AID_SEE, model.objects.filter(about)).count()
