"""The work on a file: documents, hearings, money, subsidies."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import File, Form, Router, Schema, Status, UploadedFile
from ninja.decorators import decorate_view
from ninja.responses import codes_4xx
from pydantic import AwareDatetime, Field, StringConstraints

from songfa.aid import actions
from songfa.aid import reads as files
from songfa.aid.documents.accepting import DOCUMENT_BYTES
from songfa.aid.reads import work as reads
from songfa.api.door import DOOR, actor_of, at_most, needs
from songfa.api.shapes import Code, Day, Given, MaybeCode, Text, Trouble, Word
from songfa.base.saved import as_file
from songfa.papers.uploads import TYPES, Upload
from songfa.rules.verbs import Verb

router = Router(auth=DOOR)
BODY_KB = 64
# a document and the frame around it
UPLOAD_KB = DOCUMENT_BYTES // 1024 + 64
Sha256 = Annotated[str, StringConstraints(pattern=r"^([0-9a-fA-F]{64})?$")]


# -- documents --------------------------------------------------------------------------------------


class DocumentOut(Schema):
    """A document on a file. `sha256` is of the bytes as kept, `came_as` of those that were sent."""

    id: UUID
    kind: str
    name: str
    form: str
    size: int
    pages: int | None
    sha256: str
    came_as: str
    note: str
    created_at: datetime
    removed_at: datetime | None
    removed_why: str


class DocumentIn(Given):
    """What a document is. With `sha256`, a file that arrives otherwise is refused."""

    kind: Code
    note: Text = ""
    pages: Annotated[int, Field(ge=1, le=10_000)] | None = None
    sha256: Sha256 = ""


class WhyIn(Given):
    """A reason."""

    why: Annotated[Text, StringConstraints(min_length=1)]


@router.get(
    "/files/{uuid:file_id}/documents",
    response={200: list[DocumentOut], codes_4xx: Trouble},
    operation_id="file_documents",
)
@needs(Verb.AID_SEE)
def documents(request: HttpRequest, file_id: UUID) -> list[Any]:
    """List the documents on a file, removed ones too."""
    actor = actor_of(request)
    return list(reads.documents(actor, files.file(actor, file_id, at=timezone.now())))


@router.post(
    "/files/{uuid:file_id}/documents",
    response={201: DocumentOut, codes_4xx: Trouble},
    operation_id="file_document_add",
)
@decorate_view(at_most(UPLOAD_KB))
@needs(Verb.AID_UPLOAD)
def add(
    request: HttpRequest, file_id: UUID, told: Form[DocumentIn], upload: File[UploadedFile]
) -> Status[Any]:
    """Put a document on a file: a form of several parts, the file in `upload`."""
    actor, at = actor_of(request), timezone.now()
    row = files.file(actor, file_id, at=at)
    sent = Upload(upload.name or "", upload.read())
    return Status(
        201, actions.add_document(actor=actor, file=row, upload=sent, at=at, **told.model_dump())
    )


@router.get("/documents/{uuid:document}", response={codes_4xx: Trouble}, operation_id="document")
@needs(Verb.AID_SEE)
def document(request: HttpRequest, document: UUID) -> HttpResponse:
    """Hand out a document. That it was handed out is recorded."""
    actor = actor_of(request)
    row = reads.document(actor, document)
    data = actions.hand_out(actor=actor, document=row, at=timezone.now())
    return as_file(data, row.name, TYPES.get(row.form, "application/octet-stream"))


@router.post(
    "/documents/{uuid:document}/remove",
    response={200: DocumentOut, codes_4xx: Trouble},
    operation_id="document_remove",
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_REMOVE_DOCUMENT)
def remove(request: HttpRequest, document: UUID, told: WhyIn) -> Any:
    """Mark a document as removed, with the reason."""
    actor = actor_of(request)
    row = reads.document(actor, document)
    return actions.remove_document(actor=actor, document=row, why=told.why, at=timezone.now())


# -- hearings ---------------------------------------------------------------------------------------


class HearingIn(Given):
    """A hearing or a deadline. Moments with their zone."""

    kind: Code
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    organ: Annotated[Word, Field(max_length=120)] = ""
    place: Word = ""
    whom: Word = ""
    interpreter: MaybeCode = ""
    note: Text = ""


class HearingOut(Schema):
    """A hearing. `clashes` are the others of the same person at the same time."""

    id: UUID
    file_id: UUID
    kind: str
    state: str
    starts_at: datetime
    ends_at: datetime
    organ: str
    place: str
    whom: str
    interpreter: str
    note: str
    result: str
    clashes: list[UUID] = []


class HearingActIn(Given):
    """What happened with a hearing: moved (with both moments), held or called off (with words)."""

    act: Literal["move", "hold", "call_off"]
    starts_at: AwareDatetime | None = None
    ends_at: AwareDatetime | None = None
    place: Word = ""
    text: Text = ""


def _hearing(request: HttpRequest, row: Any) -> HearingOut:
    shown = HearingOut.from_orm(row)
    shown.clashes = [h.pk for h in reads.at_the_same_time(actor_of(request), row)]
    return shown


@router.get(
    "/files/{uuid:file_id}/hearings",
    response={200: list[HearingOut], codes_4xx: Trouble},
    operation_id="file_hearings",
)
@needs(Verb.AID_SEE)
def hearings(request: HttpRequest, file_id: UUID) -> list[HearingOut]:
    """List the hearings and deadlines of a file."""
    actor = actor_of(request)
    found = reads.hearings(actor, files.file(actor, file_id, at=timezone.now()))
    return [_hearing(request, row) for row in found]


@router.post(
    "/files/{uuid:file_id}/hearings",
    response={201: HearingOut, codes_4xx: Trouble},
    operation_id="file_hearing_set",
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_SET_HEARING)
def set_hearing(request: HttpRequest, file_id: UUID, told: HearingIn) -> Status[HearingOut]:
    """Enter a hearing or a deadline."""
    actor, at = actor_of(request), timezone.now()
    row = files.file(actor, file_id, at=at)
    made = actions.set_hearing(actor=actor, file=row, at=at, **told.model_dump())
    return Status(201, _hearing(request, made))


@router.post(
    "/hearings/{uuid:hearing}/acts",
    response={200: HearingOut, codes_4xx: Trouble},
    operation_id="hearing_act",
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_MOVE_HEARING, Verb.AID_HOLD_HEARING, Verb.AID_CALL_OFF_HEARING)
def hearing_act(request: HttpRequest, hearing: UUID, told: HearingActIn) -> HearingOut:
    """Move, hold or call off a hearing."""
    actor, at = actor_of(request), timezone.now()
    row = reads.hearing(actor, hearing, at=at)
    if told.act == "move":
        row = actions.move_hearing(
            actor=actor, hearing=row, starts_at=told.starts_at or row.starts_at, ends_at=told.ends_at or row.ends_at,
            place=told.place, at=at,
        )  # fmt: skip
    elif told.act == "hold":
        row = actions.hold_hearing(actor=actor, hearing=row, result=told.text, at=at)
    else:
        row = actions.call_off_hearing(actor=actor, hearing=row, why=told.text, at=at)
    return _hearing(request, row)


# -- money ------------------------------------------------------------------------------------------


class MoneyIn(Given):
    """An amount in minor units of the country's currency (fen, dong); in a group matter, of one of its people."""

    kind: Literal["claimed", "obtained", "avoided", "expense"]
    amount: Annotated[int, Field(ge=1, le=10**15)]
    on: Day
    purpose: MaybeCode = ""
    receipt: UUID | None = None
    recipient: UUID | None = None
    note: Text = ""


class MoneyOut(Schema):
    """An entry of money."""

    id: UUID
    kind: str
    purpose: str
    amount: int
    currency: str
    on: date
    receipt_id: UUID | None
    recipient_id: UUID | None
    note: str
    removed_at: datetime | None


@router.get(
    "/files/{uuid:file_id}/money",
    response={200: list[MoneyOut], codes_4xx: Trouble},
    operation_id="file_money",
)
@needs(Verb.AID_SEE)
def money(request: HttpRequest, file_id: UUID) -> list[Any]:
    """List the amounts of a file, taken-out ones too."""
    actor = actor_of(request)
    return list(reads.money(actor, files.file(actor, file_id, at=timezone.now())))


@router.post(
    "/files/{uuid:file_id}/money",
    response={201: MoneyOut, codes_4xx: Trouble},
    operation_id="file_money_enter",
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_MONEY)
def enter_money(request: HttpRequest, file_id: UUID, told: MoneyIn) -> Status[Any]:
    """Enter an amount."""
    actor, at = actor_of(request), timezone.now()
    row = files.file(actor, file_id, at=at)
    facts = told.model_dump(exclude={"receipt", "recipient"})
    receipt = reads.document(actor, told.receipt) if told.receipt else None
    made = actions.enter_money(
        actor=actor, file=row, receipt=receipt, at=at, recipient_id=told.recipient, **facts
    )
    return Status(201, made)


@router.post(
    "/money/{uuid:money}/take-out",
    response={200: MoneyOut, codes_4xx: Trouble},
    operation_id="money_take_out",
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_MONEY)
def take_out(request: HttpRequest, money: UUID, told: WhyIn) -> Any:
    """Take an entry out again, with the reason."""
    actor = actor_of(request)
    row = reads.amount(actor, money)
    return actions.take_out_money(actor=actor, money=row, why=told.why, at=timezone.now())


# -- subsidies --------------------------------------------------------------------------------------


class ClaimOut(Schema):
    """A claim; `lines` say how each amount was reckoned."""

    id: UUID
    file_id: UUID
    state: str
    on: date
    total: int
    currency: str
    lines: list[dict[str, Any]]
    answer: str
    batch_id: UUID | None
    paid_at: datetime | None


class ClaimActIn(Given):
    """Approve a claim, or send it back with the reason."""

    act: Literal["approve", "return"]
    reason: Text = ""


class PayIn(Given):
    """Approved claims of one agency, to be paid together."""

    claims: Annotated[list[UUID], Field(min_length=1, max_length=2000)]


class BatchOut(Schema):
    """Claims that were paid together."""

    id: UUID
    number: str
    total: int
    currency: str
    claims_n: int
    created_at: datetime


@router.post(
    "/files/{uuid:file_id}/subsidy",
    response={201: ClaimOut, codes_4xx: Trouble},
    operation_id="file_subsidy_claim",
)
@needs(Verb.AID_CLAIM_SUBSIDY)
def claim(request: HttpRequest, file_id: UUID) -> Status[Any]:
    """Claim what the rates give for a file that was handed in."""
    actor, at = actor_of(request), timezone.now()
    row = files.file(actor, file_id, at=at)
    return Status(201, actions.claim_subsidy(actor=actor, file=row, at=at))


@router.get(
    "/subsidies", response={200: list[ClaimOut], codes_4xx: Trouble}, operation_id="subsidies"
)
@needs(Verb.AID_CLAIM_SUBSIDY, Verb.AID_APPROVE_SUBSIDY)
def claims(
    request: HttpRequest, state: Literal["claimed", "approved", "returned", "paid"] = "claimed"
) -> list[Any]:
    """List the claims within reach in a state, the oldest first, at most 500."""
    return list(reads.claims(actor_of(request), state)[:500])


@router.post(
    "/subsidies/{uuid:claim}/acts",
    response={200: ClaimOut, codes_4xx: Trouble},
    operation_id="subsidy_act",
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_APPROVE_SUBSIDY, Verb.AID_RETURN_SUBSIDY)
def claim_act(request: HttpRequest, claim: UUID, told: ClaimActIn) -> Any:
    """Approve a claim or send it back."""
    actor, at = actor_of(request), timezone.now()
    row = reads.claim(actor, claim, at=at)
    if told.act == "approve":
        return actions.approve_subsidy(actor=actor, claim=row, at=at)
    return actions.return_subsidy(actor=actor, claim=row, reason=told.reason, at=at)


@router.post(
    "/subsidies/pay", response={201: BatchOut, codes_4xx: Trouble}, operation_id="subsidies_pay"
)
@decorate_view(at_most(BODY_KB * 4))
@needs(Verb.AID_PAY_SUBSIDY)
def pay(request: HttpRequest, told: PayIn) -> Status[Any]:
    """Mark approved claims as paid, together, once."""
    batch = actions.pay_subsidies(actor=actor_of(request), claims=told.claims, at=timezone.now())
    return Status(201, batch)
