"""What can be counted: one definition a measure, used by the figure and by the list of rows behind it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Model, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from songfa.access.models import Placed, Unit
from songfa.access.policy import Actor, visible
from songfa.advice.models import Consultation
from songfa.aid.models import (
    Assessment,
    Complaint,
    DutyHelp,
    File,
    Intake,
    Notice,
    Objection,
    Recipient,
    SubsidyClaim,
)
from songfa.network.models import Agreement
from songfa.outreach.models.event import Distribution, Event
from songfa.rules.machines import FILE_CLOSED, FILE_HANDLED
from songfa.rules.packs.schema import Indicator
from songfa.rules.verbs import Verb

TOTAL = "total"
# the group of the figures that take every file, of a special group or not
PROCEDURE = "procedure"


@dataclass(frozen=True, slots=True)
class Window:
    """From the first day to the last day, both included, in the time zone of the pack."""

    first: date
    last: date
    zone: str

    @property
    def moments(self) -> tuple[datetime, datetime]:
        zone = ZoneInfo(self.zone)
        end = self.last + timedelta(days=1)
        return datetime.combine(self.first, time(), zone), datetime.combine(end, time(), zone)


@dataclass(frozen=True, slots=True)
class Measure:
    """Which rows are taken, by which of their days, and what is added up.

    `day` is a column of dates, of moments (`moment`), or the first and last of a span (`until`). `adds` is the column
    that is summed; empty: rows are counted, or the different values of `distinct`. `only` is what else must hold of a
    row, `kind` how an indicator's kinds are looked up.
    """

    model: type[Model]
    day: str
    moment: bool = False
    until: str = ""
    adds: str = ""
    distinct: str = ""
    states: tuple[str, ...] = ()
    groups: bool = True
    only: Q | None = None
    kind: str = "kind__in"

    def when(self, window: Window) -> Q:
        """Return the rows whose day lies in the window."""
        if self.moment:
            low, high = window.moments
            return Q(**{f"{self.day}__gte": low, f"{self.day}__lt": high})
        if self.day == "valid":
            return Q(valid__overlap=(window.first, window.last + timedelta(days=1)))
        if self.until:
            open_end = Q(**{f"{self.until}__isnull": True}) | Q(
                **{f"{self.until}__gte": window.first}
            )
            return Q(**{f"{self.day}__lte": window.last}) & open_end
        return Q(**{f"{self.day}__gte": window.first, f"{self.day}__lte": window.last})

    def value(self, where: Q) -> Any:
        """Return the aggregate that makes the figure."""
        if self.adds:
            return Coalesce(Sum(self.adds, filter=where), 0)
        return Count(self.distinct or "pk", filter=where, distinct=bool(self.distinct))

    @property
    def spans(self) -> bool:
        """Return whether a row holds from a day until a day, and so belongs to several years."""
        return bool(self.until) or self.day == "valid"


MEASURES: dict[str, Measure] = {
    "consultations": Measure(Consultation, "on", adds="times"),
    # a file counts as handled once aid was granted; what was refused or withdrawn does not
    "cases": Measure(File, "decided_at", moment=True, states=FILE_HANDLED),
    "cases_closed": Measure(File, "closed_at", moment=True, states=FILE_CLOSED),
    "money_recovered": Measure(
        File, "closed_at", moment=True, states=FILE_CLOSED, adds="recovered"
    ),
    "people_helped": Measure(
        File, "closed_at", moment=True, states=FILE_CLOSED, adds="people_helped"
    ),
    "petitions_avoided": Measure(
        File, "closed_at", moment=True, states=FILE_CLOSED, adds="petitions_avoided"
    ),
    # one person helped by a lawyer on duty, on the day of the help; who declined is none
    "duty_help": Measure(DutyHelp, "given_at", moment=True),
    "subsidies_paid": Measure(
        SubsidyClaim, "paid_at", moment=True, states=("paid",), adds="total", groups=False
    ),
    "events": Measure(Event, "on"),
    "attendance": Measure(Event, "on", adds="attendance"),
    "materials": Measure(Distribution, "on", adds="copies"),
    "partner_cities": Measure(Agreement, "signed_on", until="ends_on", distinct="partner"),
    # files whose quality was assessed; an indicator's kinds are grades
    "files_by_grade": Measure(
        Assessment, "assessed_at", moment=True, states=("assessed",), groups=False, kind="grade__in"
    ),
    "applications": Measure(File, "received_at", moment=True),
    # an indicator's kinds are the grounds
    "refused": Measure(
        File, "decided_at", moment=True, states=("refused",), kind="reasons__overlap"
    ),
    # a file that was given back and waits is not assigned; one given to a second is counted once
    "assigned": Measure(File, "assigned_at", moment=True),
    # help before the papers: a rule of the finding says so, or whoever decided
    "emergency": Measure(
        File,
        "decided_at",
        moment=True,
        states=FILE_HANDLED,
        only=Q(urgent=True) | Q(finding__emergency_aid=True),
    ),
    # a consultation counts once, however many applications grew from it, on the day of the first
    "conversions": Measure(
        Intake,
        "created_at",
        moment=True,
        distinct="consultation",
        groups=False,
        only=Q(consultation__isnull=False),
    ),
    "objections": Measure(Objection, "created_at", moment=True, groups=False),
    "objections_upheld": Measure(
        Objection, "answered_at", moment=True, states=("upheld",), groups=False
    ),
    "complaints": Measure(Complaint, "created_at", moment=True, groups=False),
    "complaints_upheld": Measure(
        Complaint, "answered_at", moment=True, groups=False, only=Q(upheld=True)
    ),
    # an indicator's kinds are the heads of the law
    "notices": Measure(Notice, "received_at", moment=True, groups=False, kind="head__in"),
    "money_avoided": Measure(File, "closed_at", moment=True, states=FILE_CLOSED, adds="avoided"),
    # who is in a group matter, by the day on which they came into it; who left with nothing is none
    "people_in_groups": Measure(
        Recipient,
        "created_at",
        moment=True,
        groups=False,
        only=Q(left_on__isnull=True) | Q(obtained__gt=0) | Q(avoided__gt=0),
    ),
    "units": Measure(Unit, "valid", groups=False),
}
MONEY = ("money_recovered", "money_avoided", "subsidies_paid")


def condition(indicator: Indicator, window: Window) -> Q:
    """Return which rows of its model an indicator takes, wherever they lie."""
    measure = MEASURES[str(indicator.counts)]
    where = measure.when(window)
    if measure.states:
        where &= Q(state__in=measure.states)
    if measure.only is not None:
        where &= measure.only
    if measure.groups and indicator.group != PROCEDURE:
        where &= (
            Q(groups__len__gt=0)
            if indicator.group == TOTAL
            else Q(groups__contains=[indicator.group])
        )
    if indicator.campaign and measure.groups:
        where &= Q(campaign=indicator.campaign)
    if indicator.kinds:
        where &= Q(**{measure.kind: list(indicator.kinds)})
    if indicator.matters:
        where &= Q(matter__in=indicator.matters)
    return where


def within(actor: Actor, model: type[Model], path: str) -> QuerySet[Any]:
    """Return the model's rows below a path that the actor may see in figures."""
    rows: QuerySet[Any] = model._default_manager.all()
    if issubclass(model, Placed):
        rows = visible(actor, Verb.INSIGHT_SEE, rows)
    elif not actor.may(Verb.INSIGHT_SEE) or actor.reach in ("own", "none"):
        rows = rows.none()
    elif actor.reach == "unit":
        rows = rows.filter(pk=actor.unit_id)
    return rows.filter(area_path__gte=path, area_path__lt=path + "~")
