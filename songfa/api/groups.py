"""Group matters: a list read and looked at, loaded when confirmed, and the people of a file with what each got."""

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import File as Given_
from ninja import Router, Schema, Status, UploadedFile
from ninja.decorators import decorate_view
from ninja.responses import codes_4xx

from songfa.aid import reads as files
from songfa.aid.actions import group as actions
from songfa.aid.reads import group as reads
from songfa.aid.reads import quality
from songfa.api.door import DOOR, actor_of, at_most, needs
from songfa.api.shapes import Given, Trouble
from songfa.papers.heads import Wrong, said
from songfa.papers.table import MAX_BYTES
from songfa.people.identity import mask
from songfa.rules.verbs import Verb

router = Router(auth=DOOR)
UPLOAD_KB = MAX_BYTES // 1024 + 64


class Reason(Schema):
    """What is wrong with a row: a code, a sentence in the language of the request, the facts of the sentence."""

    code: str
    text: str
    facts: dict[str, str]


class BadRow(Schema):
    """A row that cannot be loaded; `row` counts as the spreadsheet does."""

    row: int
    name: str
    wrong: list[Reason]


class ListOut(Schema):
    """A list as it was read. Nothing is loaded until it is confirmed."""

    id: UUID
    good: int
    bad: list[BadRow]
    claimed: int
    currency: str
    loaded: bool
    expires_at: datetime


class RecipientOut(Schema):
    """A person of a group; money in minor units of the country's currency."""

    id: UUID
    place: int
    name: str
    id_number: str
    claimed: int
    obtained: int
    avoided: int
    paid_on: date | None
    own_documents: bool
    left_on: date | None
    left_reason: str


class GroupOut(Schema):
    """The people of a file with the sums that its figures are made of."""

    recipients: list[RecipientOut]
    people: int
    helped: int
    claimed: int
    obtained: int
    avoided: int
    currency: str
    fast_track: str


class Confirm(Given):
    """Whether the applicant is put on the list too."""

    with_applicant: bool = False


class Loaded(Schema):
    """How many people came in."""

    loaded: int


class AssessmentOut(Schema):
    """An assessment of a file, and the share of the subsidy that it suggests (per cent)."""

    state: str
    sheet: str
    total: int | None
    percent: int | None
    grade: str
    assessed_at: datetime | None


def reason_of(wrong: Wrong) -> Reason:
    return Reason(code=wrong.code, text=said(wrong), facts=wrong.facts)


def _list(request: HttpRequest, file_id: UUID, list_id: UUID) -> ListOut:
    actor, at = actor_of(request), timezone.now()
    file = files.file(actor, file_id, at=at)
    kept = reads.read_list(actor, file, list_id, at=at)
    return ListOut(
        id=kept.row.pk, good=len(kept.good), claimed=sum(e.claimed for e in kept.good),
        currency=reads.rules_of(file, at).currency, loaded=kept.row.loaded_at is not None,
        expires_at=kept.row.expires_at,
        bad=[BadRow(row=e.row, name=e.name, wrong=[reason_of(w) for w in e.wrong]) for e in kept.bad],
    )  # fmt: skip


@router.get(
    "/files/{uuid:file_id}/recipients",
    response={200: GroupOut, codes_4xx: Trouble},
    operation_id="recipients",
)
@needs(Verb.AID_SEE)
def recipients(request: HttpRequest, file_id: UUID) -> GroupOut:
    """List the people of a file, their numbers masked."""
    actor, at = actor_of(request), timezone.now()
    file = files.file(actor, file_id, at=at)
    sums = reads.totals(file)
    rows = reads.recipients(actor, file)
    numbers = reads.numbers(actor, rows)
    return GroupOut(
        recipients=[
            RecipientOut(
                id=r.pk, place=r.place, name=r.name, id_number=mask(numbers.get(r.pk, "")), claimed=r.claimed,
                obtained=r.obtained, avoided=r.avoided, paid_on=r.paid_on, own_documents=r.own_documents,
                left_on=r.left_on, left_reason=r.left_reason,
            )
            for r in rows
        ],
        people=sums.people if sums else 0, helped=sums.helped if sums else 0, claimed=sums.claimed if sums else 0,
        obtained=sums.obtained if sums else 0, avoided=sums.avoided if sums else 0,
        currency=reads.rules_of(file, at).currency,
        fast_track=(file.finding.get("group") or {}).get("track", ""),
    )  # fmt: skip


@router.post(
    "/files/{uuid:file_id}/recipients/lists",
    response={201: ListOut, codes_4xx: Trouble},
    operation_id="list_read",
)
@decorate_view(at_most(UPLOAD_KB))
@needs(Verb.AID_RECIPIENTS)
def read_list(
    request: HttpRequest,
    file_id: UUID,
    document: UploadedFile = Given_(...),  # type: ignore[type-arg]  # noqa: B008 - ninja's way
) -> Status[ListOut]:
    """Read a list (xlsx or CSV) and say what is wrong with each row; nothing is loaded."""
    actor, at = actor_of(request), timezone.now()
    file = files.file(actor, file_id, at=at)
    made = actions.read_list(
        actor=actor, file=file, name=document.name or "", data=document.read(MAX_BYTES + 1), at=at
    )
    return Status(201, _list(request, file_id, made.pk))


@router.get(
    "/files/{uuid:file_id}/recipients/lists/{uuid:list_id}", response={200: ListOut, codes_4xx: Trouble},
    operation_id="list_one",
)  # fmt: skip
@needs(Verb.AID_RECIPIENTS)
def one_list(request: HttpRequest, file_id: UUID, list_id: UUID) -> ListOut:
    """Show a list that was read."""
    return _list(request, file_id, list_id)


@router.post(
    "/files/{uuid:file_id}/recipients/lists/{uuid:list_id}/confirm", response={200: Loaded, codes_4xx: Trouble},
    operation_id="list_confirm",
)  # fmt: skip
@needs(Verb.AID_RECIPIENTS)
def confirm(request: HttpRequest, file_id: UUID, list_id: UUID, told: Confirm) -> Loaded:
    """Load the good rows of a list; done twice, they are loaded once."""
    actor, at = actor_of(request), timezone.now()
    file = files.file(actor, file_id, at=at)
    came = actions.load_list(
        actor=actor, file=file, list_id=list_id, at=at, with_applicant=told.with_applicant
    )
    return Loaded(loaded=came)


@router.get(
    "/files/{uuid:file_id}/assessments", response={200: list[AssessmentOut], codes_4xx: Trouble},
    operation_id="assessments",
)  # fmt: skip
@needs(Verb.AID_SEE)
def assessments(request: HttpRequest, file_id: UUID) -> list[AssessmentOut]:
    """List how a file was assessed, the newest first."""
    actor = actor_of(request)
    file = files.file(actor, file_id, at=timezone.now())
    return [
        AssessmentOut(
            state=a.state, sheet=a.sheet, total=a.total, percent=a.percent, grade=a.grade, assessed_at=a.assessed_at
        )
        for a in quality.of_file(actor, file)
    ]  # fmt: skip
