"""Legal-aid files: list, one, apply, and every move by its verb."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Body, Router, Schema, Status
from ninja.decorators import decorate_view
from ninja.responses import codes_4xx
from pydantic import AfterValidator, Field, WithJsonSchema

from songfa.access.policy import Actor, bound
from songfa.advice import reads as advice
from songfa.aid import actions, reads
from songfa.aid.door import offices
from songfa.aid.door.doorway import Agent, Doorway, Paper
from songfa.aid.told import Contact, Told
from songfa.api.door import DOOR, actor_of, at_most, needs
from songfa.api.files.moves import Move
from songfa.api.files.shown import FileLine, FileOut, FilesPage, fetched, line
from songfa.api.shapes import Code, Codes, Day, Facts, Given, MaybeCode, Text, Trouble, Word
from songfa.network import reads as network
from songfa.people.actions import Described
from songfa.rules.machines import FILE_STATES
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb

router = Router(auth=DOOR)
BODY_KB = 256


# -- reading ----------------------------------------------------------------------------------------


def _state(value: str) -> str:
    if value not in FILE_STATES:
        raise ValueError(value)
    return value


State = Annotated[
    str, AfterValidator(_state), WithJsonSchema({"enum": list(FILE_STATES), "type": "string"})
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
        files=[FileLine(**line(r)) for r in page.rows], next=page.next, previous=page.previous
    )


@router.get(
    "/files/{uuid:file_id}", response={200: FileOut, codes_4xx: Trouble}, operation_id="file"
)
@needs(Verb.AID_SEE)
def show_file(request: HttpRequest, file_id: UUID) -> FileOut:
    """Show one file with its finding, clock line, work and papers. The look is recorded."""
    return fetched(actor_of(request), file_id, timezone.now())


# -- applying ---------------------------------------------------------------------------------------


class PersonIn(Given):
    """The person for whom aid is asked. Numbers are as written; what is empty is not known."""

    name: Annotated[Word, Field(min_length=1, max_length=80)]
    born: Day | None = None
    sex: Literal["", "F", "M"] = ""
    id_number: Annotated[Word, Field(max_length=40)] = ""
    phone: Annotated[Word, Field(max_length=40)] = ""
    address: Annotated[Word, Field(max_length=200)] = ""
    language: MaybeCode = ""


class ContactIn(Given):
    """How to reach the person safely."""

    way: MaybeCode = ""
    caution: MaybeCode = ""
    note: Word = ""
    language: MaybeCode = ""
    needs: Codes = []


class AgentIn(Given):
    """Who applies for another. Numbers are as written."""

    name: Annotated[Word, Field(max_length=80)] = ""
    id_number: Annotated[Word, Field(max_length=40)] = ""
    phone: Annotated[Word, Field(max_length=40)] = ""


class PaperIn(Given):
    """Who wrote the application down, and how it was confirmed."""

    written_by: Literal["applicant", "staff", "proxy"] = "applicant"
    read_back: bool = False
    signed_by: Literal["", "signature", "fingerprint"] = ""
    proxy: Word = ""
    proxy_id: Word = ""
    witness: Word = ""


class DoorIn(Given):
    """By which door the application comes in: who applies for whom, or which unit with whose consent."""

    way: Literal["self", "relative", "ward", "held", "unit"] = "self"
    agent: AgentIn = AgentIn()
    relation: MaybeCode = ""
    proof: MaybeCode = ""
    guardian_harms: bool | None = None
    entrusted: bool = False
    behalf_name: Annotated[Word, Field(max_length=120)] = ""
    consent: bool = False
    paper: PaperIn = PaperIn()
    consultation: UUID | None = None

    def doorway(self, actor: Actor, at: datetime) -> Doorway:
        if self.consultation is not None:
            advice.consultation(actor, self.consultation, at=at)
        told = self.model_dump(exclude={"agent", "paper"})
        return Doorway(
            agent=Agent(**self.agent.model_dump()), paper=Paper(**self.paper.model_dump()), **told
        )


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
    door: DoorIn = DoorIn()


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
    unit = offices.by_id(str(told.unit), network.day_at(str(told.unit), at))
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
    door, doorway = (
        offices.at_the_door(actor, offices.agency_of(unit)),
        told.door.doorway(actor, at),
    )
    with bound(door):
        made = actions.come_in(
            actor=door, unit=unit, application=application, doorway=doorway, at=at, token=told.token
        )
    return Status(201, AppliedOut(id=made.file.pk, number=made.file.number, code=made.code))


# -- moves ------------------------------------------------------------------------------------------


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
    move.do(actor, file, at)
    return fetched(actor, file_id, at)
