"""Who I am, and what is owed."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema
from ninja.responses import codes_4xx
from pydantic import Field

from songfa.api.door import DOOR, actor_of, needs
from songfa.api.shapes import Place, Trouble
from songfa.duties import reads
from songfa.rules.verbs import Verb

router = Router(auth=DOOR)


class Me(Schema):
    """Who acts, where, as what, and what they may do."""

    username: str
    name: str
    role: str
    pack: str
    reach: str
    path: str
    unit: Place | None
    verbs: list[str]


@router.get("/me", response={200: Me, codes_4xx: Trouble}, operation_id="me")
@needs()
def me(request: HttpRequest) -> Me:
    """Say who acts by this key or session, in which posting, and with which verbs."""
    actor = actor_of(request)
    unit = Place(id=str(actor.anchor.pk), name=actor.anchor.name) if actor.anchor else None
    return Me(
        username=actor.user.username, name=actor.user.name, role=actor.role, pack=actor.pack, reach=actor.reach,
        path=actor.path, unit=unit, verbs=sorted(actor.verbs),
    )  # fmt: skip


class DutyOut(Schema):
    """One thing owed: by whom, about what, until when, under which rule."""

    id: UUID
    code: str
    label: str
    subject: str
    subject_id: UUID
    owed_by: str
    unit: Place
    holder: str
    legal_basis: str
    opened_at: datetime
    due_at: datetime | None
    suspended: bool


@router.get("/duties", response={200: list[DutyOut], codes_4xx: Trouble}, operation_id="duties")
@needs(Verb.DUTY_SEE)
def duties(
    request: HttpRequest,
    kind: Annotated[Literal["owed", "overdue", "waiting"], Query(alias="list")] = "owed",
    limit: Annotated[int, Field(ge=1, le=200)] = 50,
) -> list[DutyOut]:
    """List what I owe, what is overdue below me, or what waits for others; the most urgent first."""
    actor = actor_of(request)
    rows = {
        "owed": lambda: reads.owed(actor),
        "overdue": lambda: reads.overdue(actor, timezone.now()),
        "waiting": lambda: reads.waiting(actor),
    }[kind]()
    return [
        DutyOut(
            id=d.pk, code=d.code, label=d.label, subject=d.subject, subject_id=d.subject_id, owed_by=d.owed_by,
            unit=Place(id=str(d.unit_id), name=d.unit.name), holder=d.held_by.name if d.held_by else "",
            legal_basis=d.legal_basis, opened_at=d.opened_at, due_at=d.due_at, suspended=d.suspended_at is not None,
        )
        for d in rows.select_related("unit", "held_by")[:limit]
    ]  # fmt: skip
