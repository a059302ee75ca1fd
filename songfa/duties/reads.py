"""Questions about what is owed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet

from songfa.access.policy import Actor, visible
from songfa.duties.keep import OURS
from songfa.duties.models import Duty
from songfa.rules.calendar import of_pack
from songfa.rules.clocks import warn_at
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Escalation, Span
from songfa.rules.verbs import Verb


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of open duties: all, late, due soon (warned), waiting for others."""

    owed: int
    late: int
    soon: int
    waiting: int


def still_open(actor: Actor) -> QuerySet[Duty]:
    """Return open duties within the actor's reach, the earliest due first."""
    rows = visible(actor, Verb.DUTY_SEE, Duty.objects.filter(ended_at__isnull=True))
    return rows.order_by(F("due_at").asc(nulls_last=True), "pk")


def owed(actor: Actor) -> QuerySet[Duty]:
    """Return what this person or their unit owes now: given to them, or to their unit and to nobody else."""
    mine = Q(held_by_id=actor.user.pk) | Q(unit_id=actor.unit_id, held_by__isnull=True)
    return still_open(actor).filter(mine, owed_by__in=OURS, suspended_at__isnull=True)


def overdue(actor: Actor, at: datetime) -> QuerySet[Duty]:
    """Return what is late anywhere within the actor's reach: the list of a unit's head."""
    return still_open(actor).filter(due_at__lt=at, owed_by__in=OURS, suspended_at__isnull=True)


def soon(actor: Actor, at: datetime) -> QuerySet[Duty]:
    """Return what this person or their unit owes and was warned about, before it is late."""
    return owed(actor).filter(due_at__gte=at, warn_at__lte=at)


def escalates_after(actor: Actor, at: datetime) -> Span | None:
    """Return how long something must be late before this role is shown it; None when the role has no such list."""
    book = load(actor.pack)
    spans = [e.after for e in book.all(Escalation, book.day(at)).values() if actor.role in e.roles]
    return max(spans, key=lambda span: warn_at(at, span, of_pack(actor.pack)), default=None)


def escalated(actor: Actor, at: datetime) -> QuerySet[Duty] | None:
    """Return what is late for so long that the law or the house lets this role see it; None when it has no such list.

    `Escalation` of the pack says after which time what is late reaches which role.
    """
    span = escalates_after(actor, at)
    return None if span is None else overdue(actor, warn_at(at, span, of_pack(actor.pack)))


def waiting(actor: Actor) -> QuerySet[Duty]:
    """Return what others owe: applicants, organs, and clocks that stand still."""
    return still_open(actor).filter(~Q(owed_by__in=OURS) | Q(suspended_at__isnull=False))


def late(actor: Actor, at: datetime) -> int:
    """Return how much of what this person or their unit owes is late."""
    return owed(actor).order_by().filter(due_at__lt=at).count()


def tally(actor: Actor, at: datetime) -> Tally:
    mine = owed(actor).order_by()
    return Tally(
        owed=mine.count(),
        late=mine.filter(due_at__lt=at).count(),
        soon=soon(actor, at).order_by().count(),
        waiting=waiting(actor).order_by().count(),
    )


def of(actor: Actor, subject_id: UUID) -> list[Duty]:
    """Return every duty about a thing, ended ones too, in the order in which they opened: its clock line."""
    return list(
        visible(actor, Verb.DUTY_SEE, Duty.objects.filter(subject_id=subject_id))
        .select_related("held_by")
        .order_by("opened_at", "due_at")
    )
