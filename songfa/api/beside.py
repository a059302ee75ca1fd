"""What waits for an answer beside the files: the list, one, and its answer."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema
from ninja.decorators import decorate_view
from ninja.responses import codes_4xx

from songfa.access.policy import Actor
from songfa.aid import actions, reads
from songfa.aid.replies import Reply, reply
from songfa.api.door import DOOR, actor_of, at_most, needs
from songfa.api.shapes import Given, Text, Trouble
from songfa.rules.verbs import Verb

router = Router(auth=DOOR)
BODY_KB = 64
BesideKind = Literal["objection", "complaint", "change", "check", "cooperation"]


class BesideLine(Schema):
    """Something raised beside a file. `due_at` is until when it has to be answered."""

    id: UUID
    kind: str
    number: str
    state: str
    unit: str
    created_at: datetime
    due_at: datetime | None


class BesideOut(BesideLine):
    """One, with what was said and answered. `may` are the verbs that the caller may answer with."""

    text: str
    answer: str
    answered_at: datetime | None
    may: list[str]


class AnswerIn(Given):
    """An answer by its verb; some verbs take more."""

    verb: str
    text: Text = ""
    practitioner: UUID | None = None
    upheld: bool = False
    still_entitled: bool = False


@router.get("/beside", response={200: list[BesideLine], codes_4xx: Trouble}, operation_id="beside")
@needs(Verb.AID_SEE)
def list_beside(
    request: HttpRequest,
    kind: BesideKind = "objection",
    done: bool = False,  # noqa: FBT001, FBT002  a field of the query
) -> list[BesideLine]:
    """List what waits for an answer within reach, the oldest first; with `done`, what was answered."""
    found = reads.waiting(actor_of(request), kind, open_only=not done)
    return [BesideLine(**_line(w)) for w in found]


@router.get(
    "/beside/{kind}/{uuid:row_id}",
    response={200: BesideOut, codes_4xx: Trouble},
    operation_id="beside_one",
)
@needs(Verb.AID_SEE)
def show_beside(request: HttpRequest, kind: BesideKind, row_id: UUID) -> BesideOut:
    """Show one, with what was said and answered. The look is recorded."""
    return _whole(actor_of(request), kind, row_id, timezone.now())


@router.post(
    "/beside/{kind}/{uuid:row_id}",
    response={200: BesideOut, codes_4xx: Trouble},
    operation_id="beside_answer",
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_SEE)
def answer_beside(
    request: HttpRequest, kind: BesideKind, row_id: UUID, answer: AnswerIn
) -> BesideOut:
    """Answer one by its verb, and show it as it then stands."""
    actor, at = actor_of(request), timezone.now()
    row = reads.beside(actor, kind, row_id, at=at)
    reply(actor=actor, row=row, said=Reply(**answer.model_dump()), at=at)
    return _whole(actor, kind, row_id, at)


def _line(w: reads.Waiting) -> dict[str, Any]:
    return {
        "id": w.row.pk, "kind": w.kind, "number": w.row.number, "state": w.row.state, "unit": w.row.unit.name,
        "created_at": w.row.created_at, "due_at": w.duty.due_at if w.duty else None,
    }  # fmt: skip


def _whole(actor: Actor, kind: str, row_id: UUID, at: datetime) -> BesideOut:
    row = reads.beside(actor, kind, row_id, at=at)
    owed = reads.owed_about(actor, row)
    line = _line(reads.Waiting(kind, row, owed[0].duty if owed else None))
    return BesideOut(
        **line, text=row.text, answer=row.answer, answered_at=row.answered_at,
        may=[str(v) for v in reads.verbs_of(actor, row)],
    )  # fmt: skip


class DrawOut(Schema):
    """A draw of declarations: everything by which it can be repeated."""

    id: UUID
    on: str
    seed: str
    percent: int
    at_least: int
    pool: list[UUID]
    drawn: int


@router.post("/draws", response={200: DrawOut, codes_4xx: Trouble}, operation_id="draw")
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_DRAW_CHECK)
def draw(request: HttpRequest) -> DrawOut:
    """Draw today's spot checks of one's own agency; asked again on the same day, it is the same draw."""
    actor = actor_of(request)
    assert actor.anchor is not None
    made = actions.draw_checks(actor=actor, unit=actor.anchor, at=timezone.now())
    return DrawOut(
        id=made.pk, on=made.on.isoformat(), seed=made.seed, percent=made.percent, at_least=made.at_least,
        pool=made.pool, drawn=made.drawn,
    )  # fmt: skip
