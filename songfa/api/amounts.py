"""A sheet of amounts of a group matter: read and looked at, written down when confirmed."""

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import File as Given_
from ninja import Router, Schema, Status, UploadedFile
from ninja.decorators import decorate_view
from ninja.responses import codes_4xx

from songfa.aid import reads as files
from songfa.aid.actions import amounts as actions
from songfa.aid.reads import amounts as reads
from songfa.api.door import DOOR, actor_of, at_most, needs
from songfa.api.groups import UPLOAD_KB, BadRow, Reason, reason_of
from songfa.api.shapes import Trouble
from songfa.papers.heads import said
from songfa.papers.table import MAX_BYTES
from songfa.rules.verbs import Verb

router = Router(auth=DOOR)


class ChangedRow(Schema):
    """What would stand there of a person, in minor units; `changes` names what of it is new."""

    row: int
    recipient: UUID
    name: str
    claimed: int
    obtained: int
    avoided: int
    paid_on: date | None
    changes: list[str]
    doubts: list[Reason]


class SheetOut(Schema):
    """A sheet as it was read, with the sums as they will be. Nothing is written down until it is confirmed."""

    id: UUID
    changed: list[ChangedRow]
    same: int
    not_named: int
    bad: list[BadRow]
    claimed: int
    obtained: int
    avoided: int
    currency: str
    stale: bool
    loaded: bool
    expires_at: datetime


class Written(Schema):
    """Of how many people the amounts changed."""

    changed: int


def _sheet(request: HttpRequest, file_id: UUID, sheet_id: UUID) -> SheetOut:
    actor, at = actor_of(request), timezone.now()
    file = files.file(actor, file_id, at=at)
    kept = reads.sheet(actor, file, sheet_id, at=at)
    return SheetOut(
        id=kept.row.pk, same=len(kept.same), not_named=kept.left_alone(),
        changed=[
            ChangedRow(
                row=r.row, recipient=UUID(r.who), name=r.name, claimed=r.claimed, obtained=r.obtained,
                avoided=r.avoided, paid_on=date.fromisoformat(r.paid_on) if r.paid_on else None,
                changes=list(r.changes),
                doubts=[Reason(code=d.code, text=said(d, "doubt"), facts=d.facts) for d in r.doubts],
            )
            for r in kept.changed
        ],
        bad=[BadRow(row=r.row, name=r.name, wrong=[reason_of(w) for w in r.wrong]) for r in kept.bad],
        claimed=kept.sum_of("claimed"), obtained=kept.sum_of("obtained"), avoided=kept.sum_of("avoided"),
        currency=reads.rules_of(file, at).currency, stale=kept.stale, loaded=kept.row.loaded_at is not None,
        expires_at=kept.row.expires_at,
    )  # fmt: skip


@router.post(
    "/files/{uuid:file_id}/recipients/amounts",
    response={201: SheetOut, codes_4xx: Trouble},
    operation_id="amounts_read",
)
@decorate_view(at_most(UPLOAD_KB))
@needs(Verb.AID_RECIPIENTS)
def read_amounts(
    request: HttpRequest,
    file_id: UUID,
    document: UploadedFile = Given_(...),  # type: ignore[type-arg]  # noqa: B008 - ninja's way
) -> Status[SheetOut]:
    """Read a sheet of amounts (xlsx or CSV) and say what is wrong with each row; nothing is written down."""
    actor, at = actor_of(request), timezone.now()
    file = files.file(actor, file_id, at=at)
    made = actions.read_amounts(
        actor=actor, file=file, name=document.name or "", data=document.read(MAX_BYTES + 1), at=at
    )
    return Status(201, _sheet(request, file_id, made.pk))


@router.get(
    "/files/{uuid:file_id}/recipients/amounts/{uuid:sheet_id}", response={200: SheetOut, codes_4xx: Trouble},
    operation_id="amounts_one",
)  # fmt: skip
@needs(Verb.AID_RECIPIENTS)
def one_sheet(request: HttpRequest, file_id: UUID, sheet_id: UUID) -> SheetOut:
    """Show a sheet that was read."""
    return _sheet(request, file_id, sheet_id)


@router.post(
    "/files/{uuid:file_id}/recipients/amounts/{uuid:sheet_id}/confirm", response={200: Written, codes_4xx: Trouble},
    operation_id="amounts_confirm",
)  # fmt: skip
@needs(Verb.AID_RECIPIENTS)
def confirm(request: HttpRequest, file_id: UUID, sheet_id: UUID) -> Written:
    """Write down the good rows of a sheet; done twice, they are written down once."""
    actor, at = actor_of(request), timezone.now()
    file = files.file(actor, file_id, at=at)
    return Written(changed=actions.load_amounts(actor=actor, file=file, sheet_id=sheet_id, at=at))
