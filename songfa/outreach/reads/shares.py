"""Questions of a unit about its shares: what it owes of which plan, one share with its reports, what it may do next."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from django.db.models import Case, Count, Exists, OuterRef, Prefetch, Q, QuerySet, When

from songfa.access.policy import Actor, visible
from songfa.audit.models import Stateful
from songfa.duties.models import Duty
from songfa.outreach.models import Evidence, Obstacle, Plan, Report, Share
from songfa.outreach.reach import around
from songfa.outreach.reads.schedule import local_day
from songfa.outreach.reads.units import above
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part:
    """One dated part of a recurring share: what it asks, what was told, and whether it is met or late."""

    due: date
    asked: Decimal
    told: Decimal
    state: str


@dataclass(frozen=True, slots=True)
class Detail:
    """A share with all that a page about it shows. `mine`: the actor's unit, or one above, acts for it."""

    share: Share
    reports: list[Report]
    obstacles: list[Obstacle]
    parts: list[Part]
    late: bool
    mine: bool


def _lates(at: datetime) -> QuerySet[Duty]:
    return Duty.objects.filter(subject_id=OuterRef("pk"), ended_at__isnull=True, due_at__lt=at)


def mine(actor: Actor, at: datetime, *, ended: bool = False) -> QuerySet[Share]:
    """Return the shares of the actor's own unit, what is late first, then by the day they are due."""
    rows = visible(actor, Verb.OUTREACH_SEE, Share.objects.filter(unit=actor.anchor))
    rows = rows.filter(state="done") if ended else rows.exclude(state="done")
    waiting = Count("obstacles", filter=Q(obstacles__state="raised"))
    return rows.annotate(late=Exists(_lates(at)), waiting=waiting).order_by("-late", "due", "pk")


def of_plan(
    actor: Actor, plan: Plan, at: datetime, *, task: UUID | None = None, unit: UUID | None = None
) -> QuerySet[Share]:
    """Return the shares of a plan within reach: of one task, or of one unit."""
    rows = visible(actor, Verb.OUTREACH_SEE, Share.objects.filter(plan=plan)).select_related(
        "unit", "task"
    )
    if task is not None:
        rows = rows.filter(task_id=task)
    if unit is not None:
        rows = rows.filter(unit_id=unit)
    return rows.annotate(late=Exists(_lates(at))).order_by(
        "task__place", "unit__area_path", "unit__name"
    )


def share(actor: Actor, key: UUID) -> Share:
    """Return one share. Raises NOT_FOUND for what is outside the actor's reach."""
    return _found(
        visible(actor, Verb.OUTREACH_SEE, Share.objects.filter(pk=key))
        .select_related("unit")
        .first(),
        Share,
    )


def detail(actor: Actor, key: UUID, at: datetime) -> Detail:
    found = share(actor, key)
    reports = list(
        visible(actor, Verb.OUTREACH_SEE, Report.objects.filter(share=found))
        .select_related("by")
        .prefetch_related(Prefetch("evidence", Evidence.objects.order_by("created_at", "name")))
        .order_by("-on", "-created_at")
    )
    duties = visible(
        actor,
        Verb.OUTREACH_SEE,
        Duty.objects.filter(subject_id=found.pk, ended_at__isnull=True, due_at__lt=at),
    )
    with around(actor):
        obstacles = list(
            Obstacle.objects.filter(share=found)
            .select_related("unit", "answered_by", "writer")
            .order_by(_RAISED_FIRST, "-created_at")
        )
    parts = _parts(found, reports, at)
    return Detail(
        found, reports, obstacles, parts, duties.exists(), actor.unit_id in above(found.unit_id)
    )


_RAISED_FIRST = Case(When(state="raised", then=0), default=1)


def _parts(of: Share, reports: list[Report], at: datetime) -> list[Part]:
    today = local_day(of.pack, at)
    parts = []
    for due, asked in zip(of.dues, of.times or [], strict=False):
        told = sum((r.amount for r in reports if r.counts_for == due), Decimal(0))
        state = "met" if told >= asked else ("late" if due < today else "open")
        parts.append(Part(due, asked, told, state))
    return parts


def obstacle(actor: Actor, key: UUID) -> Obstacle:
    rows = visible(actor, Verb.OUTREACH_SEE, Obstacle.objects.filter(pk=key))
    return _found(
        rows.select_related("share", "raised_by", "unit", "writer", "answered_by").first(), Obstacle
    )


def asked(actor: Actor) -> QuerySet[Obstacle]:
    """Return the unanswered obstacles that are put before the actor's unit, the oldest first."""
    rows = visible(
        actor, Verb.OUTREACH_SEE, Obstacle.objects.filter(state="raised", unit=actor.anchor)
    )
    return rows.select_related("raised_by", "share").order_by("created_at")


def may_answer(actor: Actor, of: Obstacle) -> bool:
    return (
        of.state == "raised"
        and actor.may(Verb.OUTREACH_ANSWER)
        and actor.unit_id in above(of.unit_id)
    )


def evidence(actor: Actor, key: UUID) -> Evidence:
    return _found(
        visible(actor, Verb.OUTREACH_SEE, Evidence.objects.filter(pk=key)).first(), Evidence
    )


def _found(row: T | None, model: type[Stateful] | type[Evidence]) -> T:
    if row is None:
        raise NOT_FOUND(thing=model._meta.label)
    return row
