"""Notices from the systems of courts, procuratorates and the police; duty lawyers and their register."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Body, Router, Schema, Status
from ninja.decorators import decorate_view
from ninja.responses import codes_4xx
from pydantic import AwareDatetime, Field, StringConstraints

from songfa.access.policy import Actor
from songfa.aid import actions, reads
from songfa.aid.actions import HelpTold, InHand, NoticeTold
from songfa.aid.reads import DutyHelp, Sought
from songfa.api.door import DOOR, actor_of, at_most, needs
from songfa.api.shapes import Code, Codes, Day, Given, MaybeCode, Text, Trouble, Word
from songfa.people.actions import Described
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb

router = Router(auth=DOOR)
BODY_KB = 128
Name = Annotated[Word, Field(min_length=1, max_length=80)]
Short = Annotated[Word, Field(max_length=120)]
Month = Annotated[str, StringConstraints(pattern=r"^([0-9]{4}-(0[1-9]|1[0-2]))?$")]
PageNumber = Annotated[int, Field(ge=1, le=10_000)]
PAGE = 50


class NoticePersonIn(Given):
    """The person whom the notice is about. Numbers are as written; what is empty is not known."""

    name: Name
    born: Day | None = None
    sex: Literal["", "F", "M"] = ""
    id_number: Annotated[Word, Field(max_length=40)] = ""
    phone: Annotated[Word, Field(max_length=40)] = ""
    groups: Codes = []


class NoticeIn(Given):
    """A notice to the agency of one's key. The same `token` again leads to the same file.

    `organ` and `head` are codes of the pack; periods run from `received_at`, without it from now.
    """

    token: UUID
    person: NoticePersonIn
    organ: Code
    organ_name: Annotated[Word, Field(min_length=1, max_length=120)]
    head: Code
    reference: Annotated[Word, Field(max_length=80)] = ""
    received_at: AwareDatetime | None = None
    found_at: AwareDatetime | None = None
    role: MaybeCode = ""
    stage: MaybeCode = ""
    cause: Short = ""
    custody: MaybeCode = ""
    custody_place: Short = ""
    hearing_on: Day | None = None
    disabilities: Codes = []
    certificate: Annotated[Word, Field(max_length=40)] = ""
    has_counsel: bool | None = None
    household: MaybeCode = ""
    monthly_allowance: bool | None = None
    language: MaybeCode = ""
    needs: Codes = []
    contact: Word = ""
    story: Text = ""


class NoticeMade(Schema):
    """The file that the notice opened, and whether help has begun without a decision."""

    id: UUID
    number: str
    state: str


class NoticeLine(Schema):
    """A notice in the list. `due_at` is what is owed about it next."""

    id: UUID
    number: str
    state: str
    organ: str
    organ_name: str
    reference: str
    head: str
    mandatory: bool
    received_at: datetime
    hearing_on: date | None
    defects: list[str]
    informed_at: datetime | None
    owed: str
    due_at: datetime | None


class NoticesPage(Schema):
    """A page of notices, the newest first; `next` is the number of the next page, 0 after the last."""

    notices: list[NoticeLine]
    next: int


@router.post(
    "/notices", response={201: NoticeMade, codes_4xx: Trouble}, operation_id="notice_enter"
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_NOTICE)
def enter(request: HttpRequest, told: NoticeIn) -> Status[NoticeMade]:
    """Enter a notice at the unit of one's own posting. Sent twice with one token, it is one notice."""
    actor, at = actor_of(request), timezone.now()
    unit = actor.anchor
    if unit is None:
        raise NOT_FOUND(thing="unit")
    kept = told.model_dump(exclude={"token", "person", "received_at"})
    for name in ("disabilities", "needs"):
        kept[name] = tuple(kept[name])
    person = told.person.model_dump()
    described = Described(**{**person, "groups": tuple(person["groups"])})
    given = NoticeTold(person=described, received_at=told.received_at or at, **kept)
    made = actions.notice(actor=actor, unit=unit, told=given, at=at, token=told.token).file
    return Status(201, NoticeMade(id=made.pk, number=made.number, state=made.state))


@router.get("/notices", response={200: NoticesPage, codes_4xx: Trouble}, operation_id="notices")
@needs(Verb.AID_SEE)
def list_notices(
    request: HttpRequest,
    waiting: bool = False,  # noqa: FBT001, FBT002  a field of the query
    page: PageNumber = 1,
) -> NoticesPage:
    """List the notices within reach, fifty a page; `waiting`: those on which nobody acts yet."""
    found = reads.notices(actor_of(request), waiting=waiting, page=page)
    lines = [_line(row) for row in found[:PAGE]]
    return NoticesPage(notices=lines, next=page + 1 if len(found) > PAGE else 0)


def _line(row: reads.Noticed) -> NoticeLine:
    notice, file, duty = row.notice, row.notice.file, row.duty
    return NoticeLine(
        id=file.pk, number=file.number, state=file.state, organ=notice.organ, organ_name=file.organ,
        reference=file.organ_reference, head=notice.head, mandatory=file.route == "mandatory",
        received_at=notice.received_at, hearing_on=notice.hearing_on, defects=notice.defects,
        informed_at=notice.informed_at, owed=duty.code if duty else "", due_at=duty.due_at if duty else None,
    )  # fmt: skip


# -- lawyers on duty ---------------------------------------------------------------------------------


class SessionOut(Schema):
    """When somebody sits where."""

    id: UUID
    kind: str
    place: str
    practitioner: str
    starts_at: datetime
    ends_at: datetime


@router.get(
    "/duty-sessions",
    response={200: list[SessionOut], codes_4xx: Trouble},
    operation_id="duty_sessions",
)
@needs(Verb.AID_HELP)
def list_sessions(request: HttpRequest) -> list[SessionOut]:
    """List the sessions within reach that have not ended, the next first, fifty at most."""
    rows = reads.sessions(actor_of(request), since=timezone.now())[:PAGE]
    return [
        SessionOut(
            id=s.pk, kind=s.kind, place=s.place, practitioner=s.practitioner.name, starts_at=s.starts_at,
            ends_at=s.ends_at,
        )
        for s in rows
    ]  # fmt: skip


class HelpIn(Given):
    """A person who asked for the duty lawyer of a session, or about whom a body tells."""

    token: UUID
    session: UUID
    name: Name
    asked_by: Code
    asked_at: AwareDatetime | None = None
    organ_name: Short = ""
    reference: Annotated[Word, Field(max_length=80)] = ""
    sex: Literal["", "F", "M"] = ""
    born: Day | None = None
    id_number: Annotated[Word, Field(max_length=40)] = ""
    groups: Codes = []
    disabilities: Codes = []
    role: MaybeCode = ""
    custody: MaybeCode = ""
    cause: Short = ""


class HelpOut(Schema):
    """A row of the register. `file` is the file that an application handed on became."""

    id: UUID
    number: str
    state: str
    session: UUID
    place: str
    practitioner: str
    asked_by: str
    asked_at: datetime
    organ_name: str
    reference: str
    kinds: list[str]
    plea_witnessed: bool
    given_at: datetime | None
    applied_at: datetime | None
    handed_on_at: datetime | None
    file: UUID | None


class RegisterPage(Schema):
    """A page of the register, the newest first; `next` is the number of the next page, 0 after the last."""

    rows: list[HelpOut]
    next: int


def _row(row: DutyHelp) -> HelpOut:
    return HelpOut(
        id=row.pk, number=row.number, state=row.state, session=row.session_id, place=row.session.place,
        practitioner=row.practitioner.name, asked_by=row.asked_by, asked_at=row.asked_at,
        organ_name=row.organ, reference=row.organ_reference, kinds=row.kinds,
        plea_witnessed=row.plea_witnessed, given_at=row.given_at,
        applied_at=row.applied_at, handed_on_at=row.handed_on_at, file=row.file_id,
    )  # fmt: skip


@router.get(
    "/duty-help", response={200: RegisterPage, codes_4xx: Trouble}, operation_id="duty_help"
)
@needs(Verb.AID_HELP)
def list_help(
    request: HttpRequest, session: UUID | None = None, kind: MaybeCode = "", month: Month = "", page: PageNumber = 1
) -> RegisterPage:  # fmt: skip
    """List the register within reach, fifty a page: of a session, a kind of place, a month (2026-11)."""
    sought = Sought(str(session or ""), kind, month)
    rows = list(reads.help_register(actor_of(request), sought)[(page - 1) * PAGE : page * PAGE + 1])
    return RegisterPage(
        rows=[_row(r) for r in rows[:PAGE]], next=page + 1 if len(rows) > PAGE else 0
    )


@router.post(
    "/duty-help", response={201: HelpOut, codes_4xx: Trouble}, operation_id="duty_help_ask"
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_HELP)
def ask(request: HttpRequest, told: HelpIn) -> Status[HelpOut]:
    """Enter a person in the register of a session. Sent twice with one token, it is one row."""
    actor, at = actor_of(request), timezone.now()
    kept = told.model_dump(exclude={"token", "session", "asked_at", "organ_name"})
    kept |= {name: tuple(kept[name]) for name in ("groups", "disabilities")}
    row = actions.ask_help(
        actor=actor, session=reads.session(actor, told.session),
        told=HelpTold(asked_at=told.asked_at or at, organ=told.organ_name, **kept), at=at, token=told.token,
    )  # fmt: skip
    return Status(201, _row(row))


class GiveHelp(Given):
    """Note what help was given, and whether a plea was witnessed."""

    verb: Literal["aid.give_help"]
    kinds: Codes
    summary: Text
    plea: bool = False

    def do(self, actor: Actor, row: DutyHelp, at: datetime) -> None:
        actions.give_help(
            actor=actor,
            asked=row,
            kinds=tuple(self.kinds),
            summary=self.summary,
            plea=self.plea,
            at=at,
        )


class RefuseHelp(Given):
    """Note why there was no help."""

    verb: Literal["aid.refuse_help"]
    reason: Text

    def do(self, actor: Actor, row: DutyHelp, at: datetime) -> None:
        actions.refuse_help(actor=actor, asked=row, reason=self.reason, at=at)


class TakeIn(Given):
    """Note that the person gave the duty lawyer an application for legal aid."""

    verb: Literal["aid.take_in"]
    received_at: AwareDatetime | None = None
    story: Text = ""
    phone: Annotated[Word, Field(max_length=40)] = ""
    language: MaybeCode = ""
    needs: Codes = []

    def do(self, actor: Actor, row: DutyHelp, at: datetime) -> None:
        given = InHand(
            self.received_at or at, self.story, self.phone, self.language, tuple(self.needs)
        )
        actions.take_in(actor=actor, asked=row, given=given, at=at)


class HandOn(Given):
    """Hand the application on: it becomes a file at the agency."""

    verb: Literal["aid.hand_on"]

    def do(self, actor: Actor, row: DutyHelp, at: datetime) -> None:
        actions.hand_on_application(actor=actor, asked=row, at=at)


HelpMove = Annotated[GiveHelp | RefuseHelp | TakeIn | HandOn, Field(discriminator="verb")]


@router.post(
    "/duty-help/{uuid:help_id}/moves",
    response={200: HelpOut, codes_4xx: Trouble},
    operation_id="duty_help_move",
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_HELP)
def move(request: HttpRequest, help_id: UUID, move: Annotated[HelpMove, Body()]) -> HelpOut:
    """Do one act with a row of the register, named by its verb, and show it as it then stands."""
    actor, at = actor_of(request), timezone.now()
    move.do(actor, reads.help_row(actor, help_id, at=at), at)
    return _row(reads.help_row(actor, help_id, at=at))
