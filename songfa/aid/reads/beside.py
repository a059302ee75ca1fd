"""What stands beside files and waits for an answer: lists, and one of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from django.db.models import QuerySet

from songfa.access.policy import Actor, visible
from songfa.aid.models import (
    ChangeRequest,
    Complaint,
    Cooperation,
    Draw,
    File,
    Objection,
    SpotCheck,
)
from songfa.aid.models.decide import Beside
from songfa.audit.door import record
from songfa.duties.models import Duty
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb

PAGE = 50
KINDS: Mapping[str, type[Beside]] = MappingProxyType(
    {
        "objection": Objection,
        "complaint": Complaint,
        "change": ChangeRequest,
        "check": SpotCheck,
        "cooperation": Cooperation,
    }
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line of the list: a row, and what is owed about it."""

    kind: str
    row: Beside
    duty: Duty | None


def _rows(actor: Actor, kind: str) -> QuerySet[Beside]:
    return visible(actor, Verb.AID_SEE, KINDS[kind]._default_manager.all())


def waiting(actor: Actor, kind: str, *, open_only: bool = True) -> list[Waiting]:
    """Return what waits for an answer within reach, the oldest first; or what was answered, the newest first."""
    ends = KINDS[kind].machines[""].ends
    rows = _rows(actor, kind).select_related("unit")
    if open_only:
        found = list(rows.exclude(state__in=ends).order_by("created_at", "pk")[:PAGE])
    else:
        found = list(rows.filter(state__in=ends).order_by("-answered_at", "-pk")[:PAGE])
    owed = Duty.objects.filter(subject_id__in=[r.pk for r in found], ended_at__isnull=True)
    duties = {d.subject_id: d for d in owed.order_by("-due_at")}
    return [Waiting(kind, row, duties.get(row.pk)) for row in found]


def counted(actor: Actor) -> dict[str, int]:
    """Return how much of each kind waits for an answer within reach."""
    return {
        kind: _rows(actor, kind).exclude(state__in=model.machines[""].ends).count()
        for kind, model in KINDS.items()
    }


def beside(actor: Actor, kind: str, row_id: UUID, *, at: datetime) -> Beside:
    """Return one row within reach. The look is recorded. Raises NOT_FOUND."""
    rows = _rows(actor, kind).filter(pk=row_id)
    found = rows.select_related("unit", "answered_by").first()
    if found is None:
        raise NOT_FOUND(thing=kind)
    record(actor=actor, verb=Verb.AID_SEE, subject=found, at=at)
    return found


def of_file(actor: Actor, file: File) -> list[Waiting]:
    """Return everything that was raised about a file, in the order of time."""
    found = [
        Waiting(kind, row, None)
        for kind in KINDS
        for row in _rows(actor, kind).filter(file=file).select_related("unit", "answered_by")
    ]
    return sorted(found, key=lambda w: w.row.created_at)


def verbs_of(actor: Actor, row: Beside) -> list[Verb]:
    """Return what this actor may do about a row as it stands."""
    return [v for v in row.machine.verbs_from(row.state) if actor.may(v)]


def draws(actor: Actor) -> list[Draw]:
    """Return the latest draws of declarations within reach."""
    rows = visible(actor, Verb.AID_DRAW_CHECK, Draw.objects.all())
    return list(rows.select_related("unit").order_by("-on", "-created_at")[:20])
