"""What an applicant sees of their file by its code: the state, what is next, by when, what is missing."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from songfa.aid.codes import fingerprint, typed
from songfa.aid.models import File, Receipt
from songfa.duties.keep import OURS
from songfa.duties.models import Duty
from songfa.rules.packs.read import load


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


def receipt_of(code: str) -> Receipt | None:
    """Return the receipt of a code as typed; None for a code that nobody has."""
    return Receipt.objects.select_related("unit").filter(code_hash=fingerprint(typed(code))).first()


def followed(file_id: UUID) -> Followed | None:
    """Return what the holder of a code may know. To be asked behind the public door of the file's unit."""
    file = File.objects.select_related("unit").filter(pk=file_id).first()
    if file is None:
        return None
    owed = Duty.objects.filter(subject_id=file.pk, ended_at__isnull=True, owed_by__in=OURS).order_by("due_at").first()
    return Followed(
        number=file.number, state=file.state, office=file.unit.name, pack=file.pack,
        timezone=load(file.pack).head.timezone, received_at=file.received_at, decided_at=file.decided_at,
        due_at=owed.due_at if owed else None, step=owed.code if owed else "",
        stands_still=bool(owed and owed.suspended_at), missing=tuple(file.missing_papers),
    )  # fmt: skip
