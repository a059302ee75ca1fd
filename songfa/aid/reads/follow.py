"""What an applicant sees of their file by its code: the state, what is next, by when, what is missing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from songfa.access.policy import Actor
from songfa.aid.door.codes import code_for, fingerprint, typed
from songfa.aid.models import File, Receipt
from songfa.audit.door import look
from songfa.duties.keep import OURS
from songfa.duties.models import Duty
from songfa.rules.machines import FILE_CLOSED
from songfa.rules.packs.read import load
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb


@dataclass(frozen=True, slots=True)
class Followed:
    """No name, no matter: only what somebody needs who waits."""

    number: str
    state: str
    office: str
    pack: str
    timezone: str
    received_at: datetime
    decided_at: datetime | None
    due_at: datetime | None
    step: str
    stands_still: bool
    missing: tuple[str, ...]
    handed_to: str

    @property
    def closed(self) -> bool:
        """Whether the work is done, so that an opinion on it can be given."""
        return self.state in FILE_CLOSED


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What the receipt says to whoever has just applied."""

    code: str
    number: str
    office: str
    pack: str
    received_at: datetime
    due_at: datetime | None
    at_once: bool
    finding: dict[str, Any]


def receipt_of(code: str) -> Receipt | None:
    """Return the receipt of a code as typed; None for a code that nobody has."""
    return Receipt.objects.select_related("unit").filter(code_hash=fingerprint(typed(code))).first()


def receipt_for(file_id: UUID) -> Receipt | None:
    return Receipt.objects.select_related("unit").filter(file_id=file_id).first()


def _file(file_id: UUID) -> File:
    file = File.objects.select_related("unit").filter(pk=file_id).first()
    if file is None:
        raise NOT_FOUND(thing="file")
    return file


def _owed(file: File) -> Duty | None:
    return (
        Duty.objects.filter(subject_id=file.pk, ended_at__isnull=True, owed_by__in=OURS)
        .order_by("due_at")
        .first()
    )


def followed(door: Actor, file_id: UUID, *, at: datetime) -> Followed:
    """Return what the holder of a code may know. To be asked behind the public door (`door`) of the file's unit.

    The look is recorded as the public's. Raises NOT_FOUND.
    """
    file = _file(file_id)
    owed = _owed(file)
    look(actor=door, verb=Verb.AID_SEE, subject=file, at=at, by="code")
    return Followed(
        number=file.number, state=file.state, office=file.unit.name, pack=file.pack,
        timezone=load(file.pack).head.timezone, received_at=file.received_at, decided_at=file.decided_at,
        due_at=owed.due_at if owed else None, step=owed.code if owed else "",
        stands_still=bool(owed and owed.suspended_at), missing=tuple(file.missing_papers),
        handed_to=file.handed_to,
    )  # fmt: skip


def handed_in(file_id: UUID) -> HandedIn:
    """Return what stands on the receipt. Raises NOT_FOUND."""
    file = _file(file_id)
    owed = _owed(file)
    return HandedIn(
        code=code_for(file), number=file.number, office=file.unit.name, pack=file.pack, received_at=file.received_at,
        due_at=owed.due_at if owed else None, at_once=bool(owed and owed.rule.get("amount") == 0), finding=file.finding,
    )  # fmt: skip
