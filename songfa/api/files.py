"""Legal-aid files: list, one, apply, and every move by its verb."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Body, Router, Schema, Status
from ninja.decorators import decorate_view
from ninja.responses import codes_4xx
from pydantic import AfterValidator, Field, WithJsonSchema

from songfa.access.policy import Actor, bound
from songfa.aid import actions, offices, reads
from songfa.aid.actions.work import MOST_COUNTED
from songfa.aid.told import Contact, Told
from songfa.api.door import DOOR, actor_of, at_most, needs
from songfa.api.shapes import Code, Day, Facts, Given, MaybeCode, Place, Text, Trouble, Word
from songfa.people.actions import Described
from songfa.rules.machines import FILE
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb

router = Router(auth=DOOR)
BODY_KB = 256
Codes = Annotated[list[Code], Field(max_length=40)]


# -- what comes out ---------------------------------------------------------------------------------


class FileLine(Schema):
    """A file in the list. `due_at` is what is owed about it next."""

    id: UUID
    number: str
    state: str
    matter: str
    service: str
    groups: list[str]
    channel: str
    unit: str
    received_at: datetime
    decided_at: datetime | None
    closed_at: datetime | None
    owed: str
    due_at: datetime | None


class FilesPage(Schema):
    """A page of files, the newest first; `next` and `previous` are cursors for `after` and `before`."""

    files: list[FileLine]
    next: str
    previous: str


class StepOut(Schema):
    """A point of the clock line."""

    code: str
    state: str
    at: datetime | None
    due: datetime | None
    article: str
    owed_by: str


class LogOut(Schema):
    """A piece of work."""

    done_on: date
    minutes: int
    kind: str
    text: str
    by: str


class PaperOut(Schema):
    """A document that was issued."""

    id: UUID
    kind: str
    number: str
    created_at: datetime


class FileOut(FileLine):
    """One file, whole."""

    request_number: str
    person: str
    relation: str
    received_by: str
    missing_papers: list[str]
    papers_received: list[str]
    reasons: list[str]
    reasons_text: str
    practitioner: Place | None
    outcome: str
    recovered: int | None
    currency: str
    summary: str
    finding: dict[str, Any]
    clock: list[StepOut]
    log: list[LogOut]
    papers: list[PaperOut]


def _line(row: reads.Listed) -> dict[str, Any]:
    file, duty = row.file, row.duty
    return {
        "id": file.pk, "number": file.number, "state": file.state, "matter": file.matter, "service": file.service,
        "groups": file.groups, "channel": file.channel, "unit": file.unit.name, "received_at": file.received_at,
        "decided_at": file.decided_at, "closed_at": file.closed_at, "owed": duty.code if duty else "",
        "due_at": duty.due_at if duty else None,
    }  # fmt: skip


def _whole(actor: Actor, row: reads.Listed, at: datetime) -> FileOut:
    file = row.file
    steps = reads.clock_line(actor, file, at)
    late = [s for s in steps if s.state in ("now", "late")]
    told = {
        **_line(row),
        "owed": late[0].code if late else "",
        "due_at": late[0].due if late else None,
    }
    return FileOut(
        **told, request_number=file.request_number, person=file.story().name, relation=file.relation,
        received_by=file.received_by.name, missing_papers=file.missing_papers, papers_received=file.papers_received,
        reasons=file.reasons, reasons_text=file.reasons_text,
        practitioner=Place(id=str(file.practitioner.pk), name=file.practitioner.name) if file.practitioner else None,
        outcome=file.outcome, recovered=file.recovered, currency=file.currency, summary=file.summary,
        finding=file.finding,
        clock=[
            StepOut(code=s.code, state=s.state, at=s.at, due=s.due, article=s.article, owed_by=s.owed_by) for s in steps
        ],
        log=[
            LogOut(done_on=x.done_on, minutes=x.minutes, kind=x.kind, text=x.text, by=x.by.name)
            for x in reads.logs(actor, file)
        ],
        papers=[
            PaperOut(id=p.pk, kind=p.kind, number=p.number, created_at=p.created_at) for p in reads.papers(actor, file)
        ],
    )  # fmt: skip


def _fetched(actor: Actor, file_id: UUID, at: datetime) -> FileOut:
    return _whole(actor, reads.Listed(reads.file(actor, file_id, at=at), None), at)


# -- reading ----------------------------------------------------------------------------------------


def _state(value: str) -> str:
    if value not in FILE.states():
        raise ValueError(value)
    return value


State = Annotated[
    str, AfterValidator(_state), WithJsonSchema({"enum": list(FILE.states()), "type": "string"})
]


@router.get("/files", response={200: FilesPage, codes_4xx: Trouble}, operation_id="files")
@needs(Verb.AID_SEE)
def list_files(
    request: HttpRequest,
    state: State | None = None,
    late: bool = False,  # noqa: FBT001, FBT002  a field of the query
    q: Word = "",
    after: Word = "",
    before: Word = "",
) -> FilesPage:
    """List the files within reach, fifty a page: by state, late ones, or by number, code or name."""
    wanted = reads.Wanted(state=state or "", late=late, q=q, after=after, before=before)
    page = reads.listed(actor_of(request), wanted, timezone.now())
    return FilesPage(
        files=[FileLine(**_line(r)) for r in page.rows], next=page.next, previous=page.previous
    )


@router.get(
    "/files/{uuid:file_id}", response={200: FileOut, codes_4xx: Trouble}, operation_id="file"
)
@needs(Verb.AID_SEE)
def show_file(request: HttpRequest, file_id: UUID) -> FileOut:
    """Show one file with its finding, clock line, work and papers. The look is recorded."""
    return _fetched(actor_of(request), file_id, timezone.now())


# -- applying ---------------------------------------------------------------------------------------


class PersonIn(Given):
    """The person for whom aid is asked. Numbers are as written; what is empty is not known."""

    name: Annotated[Word, Field(min_length=1, max_length=80)]
    born: Day | None = None
    sex: Literal["", "F", "M"] = ""
    id_number: Annotated[Word, Field(max_length=40)] = ""
    phone: Annotated[Word, Field(max_length=40)] = ""
    language: MaybeCode = ""


class ContactIn(Given):
    """How to reach the person safely."""

    way: MaybeCode = ""
    caution: MaybeCode = ""
    note: Word = ""
    language: MaybeCode = ""
    needs: Codes = []


class ApplicationIn(Given):
    """An application at a desk. The same `token` again leads to the same file."""

    token: UUID
    unit: UUID
    person: PersonIn
    matter: Code
    service: Code
    channel: Code = "visit"
    relation: MaybeCode = ""
    campaign: MaybeCode = ""
    groups: Codes = []
    facts: Facts = {}
    story: Text = ""
    applicant: Word = ""
    limit_on: Day | None = None
    contact: ContactIn = ContactIn()


class AppliedOut(Schema):
    """The file and the code by which the applicant follows it."""

    id: UUID
    number: str
    code: str


@router.post("/files", response={201: AppliedOut, codes_4xx: Trouble}, operation_id="file_apply")
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_APPLY)
def apply(request: HttpRequest, told: ApplicationIn) -> Status[AppliedOut]:
    """Hand in an application at a unit of one's own place. Sent twice with one token, it is one application."""
    actor, at = actor_of(request), timezone.now()
    unit = offices.by_id(str(told.unit), at.date())
    if not unit.area_path.startswith(actor.path) or (
        actor.reach == "unit" and unit.pk != actor.unit_id
    ):
        raise NOT_FOUND(thing="unit")
    contact = told.contact
    application = actions.Application(
        person=Described(**told.person.model_dump(), groups=tuple(told.groups)), matter=told.matter,
        service=told.service, channel=told.channel, relation=told.relation, campaign=told.campaign,
        groups=tuple(told.groups),
        told=Told(
            story=told.story, facts=told.facts, applicant=told.applicant,
            limit_on=told.limit_on.isoformat() if told.limit_on else "",
            contact=Contact(contact.way, contact.caution, contact.note, contact.language, tuple(contact.needs)),
        ),
    )  # fmt: skip
    door = offices.at_the_door(actor, offices.agency_of(unit))
    with bound(door):
        made = actions.apply(
            actor=door, unit=unit, application=application, at=at, token=told.token
        )
    return Status(201, AppliedOut(id=made.file.pk, number=made.file.number, code=made.code))


# -- moves ------------------------------------------------------------------------------------------


class AskPapers(Given):
    """Ask once for everything that is missing."""

    verb: Literal["aid.ask_papers"]
    papers: Codes
    note: Text = ""


class ReceivePapers(Given):
    """Note which papers came in."""

    verb: Literal["aid.receive_papers"]
    papers: Codes


class Grant(Given):
    """Grant; `missing` papers may follow where the law lets help come first."""

    verb: Literal["aid.grant"]
    missing: Codes = []


class Refuse(Given):
    """Refuse, with grounds of the pack and reasons in words."""

    verb: Literal["aid.refuse"]
    reasons: Codes
    text: Text = ""


class Withdraw(Given):
    """End a file that is not pursued."""

    verb: Literal["aid.withdraw"]
    reason: Code


class Assign(Given):
    """Give the file to a practitioner."""

    verb: Literal["aid.assign"]
    practitioner: UUID


class Log(Given):
    """Write down a piece of work."""

    verb: Literal["aid.log"]
    done_on: Day
    minutes: Annotated[int, Field(ge=1, le=1440)]
    kind: Code
    text: Text = ""


class Close(Given):
    """End the file with its outcome; money recovered in minor units of the country's currency."""

    verb: Literal["aid.close"]
    outcome: Code
    recovered: Annotated[int, Field(ge=0, le=10**15)] | None = None
    summary: Text = ""
    people_helped: Annotated[int, Field(ge=1, le=MOST_COUNTED)] = 1
    petitions_avoided: Annotated[int, Field(ge=0, le=MOST_COUNTED)] = 0


class HandIn(Given):
    """Note that the papers of a closed file were handed in."""

    verb: Literal["aid.hand_in"]


Move = Annotated[
    AskPapers | ReceivePapers | Grant | Refuse | Withdraw | Assign | Log | Close | HandIn,
    Field(discriminator="verb"),
]


@router.post(
    "/files/{uuid:file_id}/moves",
    response={200: FileOut, codes_4xx: Trouble},
    operation_id="file_move",
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_SEE)
def move(request: HttpRequest, file_id: UUID, move: Annotated[Move, Body()]) -> FileOut:
    """Do one act with a file, named by its verb, and show the file as it then stands."""
    actor, at = actor_of(request), timezone.now()
    file = reads.file(actor, file_id, at=at)
    match move:
        case AskPapers():
            actions.ask_papers(actor=actor, file=file, papers=move.papers, note=move.note, at=at)
        case ReceivePapers():
            actions.receive_papers(actor=actor, file=file, papers=move.papers, at=at)
        case Grant():
            actions.grant(actor=actor, file=file, missing=move.missing, at=at)
        case Refuse():
            actions.refuse(actor=actor, file=file, reasons=move.reasons, text=move.text, at=at)
        case Withdraw():
            actions.withdraw(actor=actor, file=file, reason=move.reason, at=at)
        case Assign():
            actions.assign(actor=actor, file=file, practitioner_id=move.practitioner, at=at)
        case Log():
            actions.log(
                actor=actor,
                file=file,
                done_on=move.done_on,
                minutes=move.minutes,
                kind=move.kind,
                text=move.text,
                at=at,
            )
        case Close():
            actions.close(
                actor=actor,
                file=file,
                outcome=move.outcome,
                recovered=move.recovered,
                summary=move.summary,
                people_helped=move.people_helped,
                petitions_avoided=move.petitions_avoided,
                at=at,
            )
        case HandIn():
            actions.hand_in(actor=actor, file=file, at=at)
    return _fetched(actor, file_id, at)
