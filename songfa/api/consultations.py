"""Consultations: the list, and one more of them."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema, Status
from ninja.decorators import decorate_view
from ninja.responses import codes_4xx
from pydantic import Field, StringConstraints

from songfa.advice import actions, reads
from songfa.api.door import DOOR, actor_of, at_most, needs
from songfa.api.shapes import Code, Day, Given, MaybeCode, Text, Trouble, Word, Year
from songfa.people.actions import Described
from songfa.rules.verbs import Verb

router = Router(auth=DOOR)
PAGE, BODY_KB = 50, 128
Cursor = Annotated[str, StringConstraints(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9a-f]{32})?$")]


class ConsultationOut(Schema):
    """A question that was answered; `times` is how many people asked it together."""

    id: UUID
    on: date
    channel: str
    matter: str
    groups: list[str]
    campaign: str
    times: int
    unit: str
    recorded_at: datetime


class ConsultationsPage(Schema):
    """A page of consultations, the newest first; `next` is the cursor for `after`."""

    consultations: list[ConsultationOut]
    next: str


def _place(cursor: str) -> Q | None:
    """Return what comes after a cursor; None for none and for a day that does not exist."""
    day, _, key = cursor.partition("_")
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return None
    return Q(on__lt=on) | Q(on=on, pk__gt=UUID(key))


@router.get(
    "/consultations",
    response={200: ConsultationsPage, codes_4xx: Trouble},
    operation_id="consultations",
)
@needs(Verb.ADVICE_SEE)
def list_consultations(
    request: HttpRequest,
    year: Year | None = None,
    group: MaybeCode = "",
    channel: MaybeCode = "",
    after: Cursor = "",
) -> ConsultationsPage:
    """List the consultations within reach, fifty a page."""
    rows = reads.consultations(actor_of(request), year=year, group=group, channel=channel)
    place = _place(after)
    found = list((rows.filter(place) if place else rows)[: PAGE + 1])
    shown = found[:PAGE]
    more = f"{shown[-1].on.isoformat()}_{shown[-1].pk.hex}" if len(found) > PAGE else ""
    listed = [
        ConsultationOut(
            id=c.pk, on=c.on, channel=c.channel, matter=c.matter, groups=c.groups, campaign=c.campaign,
            times=c.times, unit=c.unit.name, recorded_at=c.created_at,
        )
        for c in shown
    ]  # fmt: skip
    return ConsultationsPage(consultations=listed, next=more)


class AskerIn(Given):
    """Who asked, where they said so: entered into the ledger once. Numbers are as written."""

    name: Annotated[Word, Field(min_length=1, max_length=80)]
    phone: Annotated[Word, Field(max_length=40)] = ""
    address: Annotated[Word, Field(max_length=200)] = ""


class ConsultationIn(Given):
    """A question that the actor's unit answered on a day."""

    channel: Code
    matter: MaybeCode = ""
    groups: Annotated[list[Code], Field(max_length=40)] = []
    on: Day
    question: Text = ""
    answer: Text = ""
    times: Annotated[int, Field(ge=1, le=100_000)] = 1
    campaign: MaybeCode = ""
    who: AskerIn | None = None


class Made(Schema):
    """The row that was made."""

    id: UUID


@router.post(
    "/consultations", response={201: Made, codes_4xx: Trouble}, operation_id="consultation_record"
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.ADVICE_RECORD)
def record(request: HttpRequest, told: ConsultationIn) -> Status[Made]:
    """Record a consultation that one's own unit gave."""
    row = actions.take(
        actor=actor_of(request), at=timezone.now(), **told.model_dump(exclude={"who"}),
        who=Described(**told.who.model_dump()) if told.who else None,
    )  # fmt: skip
    return Status(201, Made(id=row.pk))
