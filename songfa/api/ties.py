"""Ties that practitioners declared: listed, declared, ended."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema, Status
from ninja.decorators import decorate_view
from ninja.responses import codes_4xx
from pydantic import Field

from songfa.aid import actions, reads
from songfa.api.door import DOOR, actor_of, at_most, needs
from songfa.api.shapes import Given, Trouble, Word
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb

router = Router(auth=DOOR)
BODY_KB = 16


class TieIn(Given):
    """With whom a practitioner has a tie; without `practitioner`, one's own."""

    practitioner: UUID | None = None
    ground: Literal["kin", "interest"]
    name: Annotated[Word, Field(min_length=1, max_length=120)]
    id_number: Annotated[Word, Field(max_length=40)] = ""


class TieOut(Schema):
    """A tie that holds. The number of the other is not told."""

    id: UUID
    practitioner_id: UUID
    ground: str
    name: str
    created_at: datetime


@router.get("/ties", response={200: list[TieOut], codes_4xx: Trouble}, operation_id="ties")
@needs(Verb.AID_DECLARE_TIE)
def ties(request: HttpRequest) -> list[Any]:
    """List the ties that hold within reach."""
    return list(reads.ties(actor_of(request)))


@router.post("/ties", response={201: TieOut, codes_4xx: Trouble}, operation_id="tie_declare")
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_DECLARE_TIE)
def declare(request: HttpRequest, told: TieIn) -> Status[Any]:
    """Declare a tie."""
    actor, at = actor_of(request), timezone.now()
    near = {p.pk: p for p in reads.declarers(actor)}
    own = next((p for p in near.values() if p.held_by_id == actor.user.pk), None)
    whose = near.get(told.practitioner) if told.practitioner else own
    if whose is None:
        raise NOT_FOUND(thing="practitioner")
    made = actions.declare_tie(
        actor=actor, practitioner=whose, ground=told.ground, name=told.name, id_number=told.id_number, at=at
    )  # fmt: skip
    return Status(201, made)


@router.delete(
    "/ties/{uuid:tie}", response={204: None, codes_4xx: Trouble}, operation_id="tie_end_api"
)
@needs(Verb.AID_DECLARE_TIE)
def end(request: HttpRequest, tie: UUID) -> Status[None]:
    """Note that a tie is no more."""
    actor = actor_of(request)
    actions.end_tie(actor=actor, tie=reads.tie(actor, tie), at=timezone.now())
    return Status(204, None)
