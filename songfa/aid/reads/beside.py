"""What stands beside files and waits for an answer: lists, and one of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from songfa.access.policy import Actor, visible
from songfa.aid.answering import levels, remedies
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
from songfa.audit.door import look
from songfa.duties import reads as duties
from songfa.duties.models import Duty
from songfa.network.models import Practitioner
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Names
from songfa.rules.problems import NO_FURTHER_LEVEL, NOT_FOUND
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
# the names by which a file knows its rows of each kind
AS_BELONGINGS = {
    "objection": "objections",
    "complaint": "complaints",
    "change": "change_requests",
    "check": "spot_checks",
    "cooperation": "cooperations",
}
# what only some countries know: there the pack has an entry for it
BY_PACK = {"objection": ("remedies", "objection"), "check": ("spot_checks", "declarations")}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line of the list: a row, and what is owed about it."""

    kind: str
    row: Beside
    duty: Duty | None


@dataclass(frozen=True, slots=True)
class Owed:
    """What is still owed about a row: the duty, and its clock as the pack names it."""

    duty: Duty
    code: str
    name: Names | None
    basis: str
    due: datetime | None


def _rows(actor: Actor, kind: str) -> QuerySet[Any]:
    # each kind has a `file`; what they share has none
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
    """Return how much of each kind that the country knows waits for an answer within reach."""
    pack = load(actor.pack)
    found = {
        kind: _rows(actor, kind).exclude(state__in=model.machines[""].ends).count()
        for kind, model in KINDS.items()
    }
    return {
        kind: n
        for kind, n in found.items()
        if n or kind not in BY_PACK or pack.versions(*BY_PACK[kind])
    }


def beside(actor: Actor, kind: str, row_id: UUID, *, at: datetime) -> Beside:
    """Return one row within reach. The look is recorded. Raises NOT_FOUND."""
    rows = _rows(actor, kind).filter(pk=row_id)
    found: Beside | None = rows.select_related("unit", "answered_by").first()
    if found is None:
        raise NOT_FOUND(thing=kind)
    look(actor=actor, verb=Verb.AID_SEE, subject=found, at=at)
    return found


def of_file(actor: Actor, file: File, has: Callable[[str], bool]) -> list[Waiting]:
    """Return everything that was raised about a file, in the order of time; `has` tells which kinds there are."""
    found = [
        Waiting(kind, row, None)
        for kind in KINDS
        if has(AS_BELONGINGS[kind])
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


def reaches(actor: Actor, file_id: UUID) -> bool:
    """Whether the actor may open a file."""
    return visible(actor, Verb.AID_SEE, File.objects.filter(pk=file_id)).exists()


def name_of(practitioner_id: UUID) -> str:
    """Return a practitioner's name; empty for one out of reach."""
    return (
        Practitioner.objects.filter(pk=practitioner_id).values_list("name", flat=True).first() or ""
    )


def owed_about(actor: Actor, row: Beside) -> list[Owed]:
    """Return what is still owed about a row, with the clock's name and article."""
    pack = load(row.pack)
    found = []
    for duty in duties.of(actor, row.pk):
        if duty.ended_at is None:
            versions = pack.versions("clocks", duty.code)
            name = versions[-1].name if versions else None
            found.append(Owed(duty, duty.code, name, duty.legal_basis, duty.due_at))
    return found


@dataclass(frozen=True, slots=True)
class Raised:
    """Something that the holder of a code raised: what, since when, how it stands, until when it is answered."""

    kind: str
    state: str
    since: datetime
    due: datetime | None


@dataclass(frozen=True, slots=True)
class MaySay:
    """What the holder of a code may raise now (objection, complaint, change, escalate), and what they raised."""

    may: tuple[str, ...]
    raised: tuple[Raised, ...]


def change_asked(actor: Actor, of: File) -> ChangeRequest | None:
    """Return the request for somebody else that waits, for whoever may agree to it."""
    rows = ChangeRequest.objects.filter(file=of, state="asked")
    return visible(actor, Verb.AID_AGREE_CHANGE, rows).first()


def may_say(hand: Actor, file_id: UUID, *, at: datetime) -> MaySay:
    """Return what may be raised by the code of a file. To be asked with the public's hand bound. Raises NOT_FOUND."""
    file = for_code(file_id)
    rows: dict[str, list[Beside]] = {
        "objection": list(Objection.objects.filter(file_id=file_id).order_by("created_at")),
        "complaint": list(Complaint.objects.filter(file_id=file_id).order_by("created_at")),
        "change": list(ChangeRequest.objects.filter(file_id=file_id).order_by("created_at")),
    }
    pack = load(file.pack)
    open_now = {
        kind for kind, found in rows.items() for row in found if row.state not in row.machine.ends
    }
    may = []
    told = {r.code for r in remedies(pack, file.state, pack.day(at))}
    if "objection" in told and "objection" not in open_now and hand.may(Verb.AID_OBJECT):
        may.append("objection")
    somebody_acts = Verb.AID_CHANGE_PROVIDER in file.machine.verbs_from(file.state)
    if somebody_acts and "change" not in open_now and hand.may(Verb.AID_ASK_CHANGE):
        may.append("change")
    if "complaint" in told and hand.may(Verb.AID_COMPLAIN):
        may.append("complaint")
    if hand.may(Verb.AID_ESCALATE) and _to_escalate(rows["complaint"], pack, at) is not None:
        may.append("escalate")
    owed = dict(
        Duty.objects.filter(
            subject_id__in=[r.pk for found in rows.values() for r in found], ended_at__isnull=True
        ).values_list("subject_id", "due_at")
    )
    raised = [
        Raised(kind, row.state, row.created_at, owed.get(row.pk))
        for kind, found in rows.items()
        for row in found
    ]
    return MaySay(tuple(may), tuple(sorted(raised, key=lambda r: r.since)))


def _to_escalate(rows: list[Beside], pack: Pack, at: datetime) -> Complaint | None:
    """Return the latest complaint that was answered and has a further level."""
    order = [level.code for level in levels(pack, pack.day(at))]
    for row in reversed(rows):
        if isinstance(row, Complaint) and row.state == "answered" and row.level in order[:-1]:
            return row
    return None


def to_escalate(file_id: UUID, pack: Pack, at: datetime) -> Complaint:
    """Return the complaint that its maker may take further. Raises NO_FURTHER_LEVEL."""
    rows: list[Beside] = list(Complaint.objects.filter(file_id=file_id).order_by("created_at"))
    found = _to_escalate(rows, pack, at)
    if found is None:
        raise NO_FURTHER_LEVEL(number=rows[-1].number if rows else "")
    return found


def for_code(file_id: UUID) -> File:
    """Return the file behind a code, to raise something about it. Raises NOT_FOUND."""
    file = File.objects.select_related("unit__parent").filter(pk=file_id).first()
    if file is None:
        raise NOT_FOUND(thing="file")
    return file
