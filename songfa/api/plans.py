"""Plans: the list by state, and one with its tasks and, when it runs, how far it is."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema
from ninja.responses import codes_4xx
from pydantic import AfterValidator, Field, WithJsonSchema

from songfa.api.door import DOOR, actor_of, needs
from songfa.api.shapes import Trouble
from songfa.outreach.reads import plans as reads
from songfa.rules.machines import PLAN
from songfa.rules.verbs import Verb

router = Router(auth=DOOR)
PAGE = 50


class RollOut(Schema):
    """Units' shares rolled up."""

    shares: int
    done: int
    under_way: int
    late: int
    obstacles: int
    percent: int
    amount: Decimal | None
    target: Decimal | None


class PlanLine(Schema):
    """A plan in the list."""

    id: UUID
    title: str
    number: str
    issuer: str
    dated: str
    language: str
    state: str
    unit: str
    created_at: datetime
    adopted_at: datetime | None
    progress: RollOut


class PlansPage(Schema):
    """A page of plans, the newest first."""

    plans: list[PlanLine]
    page: int
    more: bool


class TaskOut(Schema):
    """An item of work: as it stands, the lines it came from, and how far its shares are."""

    id: UUID
    parent: UUID | None
    depth: int
    no: str
    title: str
    text: str
    lead: list[str]
    partners: list[str]
    start: str
    end: str
    times: Decimal | None
    per: str
    quantity: Decimal | None
    measure: str
    products: list[str]
    audiences: list[str]
    lines: list[int] | None
    progress: RollOut


class FindingOut(Schema):
    """What is missing or odd in the document."""

    code: str
    text: str
    lines: list[int] | None
    settled: bool


class PlanOut(PlanLine):
    """One plan with its tasks and findings."""

    year: int | None
    tasks: list[TaskOut]
    findings: list[FindingOut]


def _roll(roll: reads.Roll) -> RollOut:
    return RollOut(
        shares=roll.shares, done=roll.done, under_way=roll.under_way, late=roll.late, obstacles=roll.obstacles,
        percent=roll.percent, amount=roll.amount, target=roll.target,
    )  # fmt: skip


def _line(row: reads.Listed) -> dict[str, object]:
    plan = row.plan
    return {
        "id": plan.pk, "title": plan.title, "number": plan.number, "issuer": plan.issuer, "dated": plan.dated,
        "language": plan.language, "state": plan.state, "unit": plan.unit.name, "created_at": plan.created_at,
        "adopted_at": plan.adopted_at, "progress": _roll(row.roll),
    }  # fmt: skip


def _task(row: reads.TaskRow) -> TaskOut:
    t = row.node.task
    lines = [t.first_line, t.last_line or t.first_line] if t.first_line is not None else None
    return TaskOut(
        id=t.pk, parent=t.parent_id, depth=row.node.depth, no=t.no, title=t.title, text=t.text, lead=t.lead,
        partners=t.partners, start=t.start, end=t.end, times=t.times, per=t.per, quantity=t.quantity,
        measure=t.measure, products=t.products, audiences=t.audiences, lines=lines, progress=_roll(row.roll),
    )  # fmt: skip


def _state(value: str) -> str:
    if value not in PLAN.states():
        raise ValueError(value)
    return value


State = Annotated[
    str, AfterValidator(_state), WithJsonSchema({"enum": list(PLAN.states()), "type": "string"})
]


@router.get("/plans", response={200: PlansPage, codes_4xx: Trouble}, operation_id="plans")
@needs(Verb.OUTREACH_SEE)
def list_plans(
    request: HttpRequest, state: State = "adopted", page: Annotated[int, Field(ge=1, le=1000)] = 1
) -> PlansPage:
    """List the plans in a state within reach, fifty a page."""
    actor = actor_of(request)
    found = list(reads.listed(actor, state)[(page - 1) * PAGE : page * PAGE + 1])
    rows = reads.with_progress(actor, found[:PAGE], timezone.now()) if found else []
    return PlansPage(plans=[PlanLine(**_line(r)) for r in rows], page=page, more=len(found) > PAGE)  # type: ignore[arg-type]


@router.get(
    "/plans/{uuid:plan_id}", response={200: PlanOut, codes_4xx: Trouble}, operation_id="plan"
)
@needs(Verb.OUTREACH_SEE)
def show_plan(request: HttpRequest, plan_id: UUID) -> PlanOut:
    """Show one plan with its tasks, what the reader found odd, and how far it is."""
    actor, at = actor_of(request), timezone.now()
    plan = reads.plan(actor, plan_id)
    progress = reads.progress(actor, plan, at)
    tasks = [row.node.task for row in progress.tasks]
    return PlanOut(
        **_line(reads.Listed(plan, len(tasks), progress.total)),  # type: ignore[arg-type]
        year=plan.year, tasks=[_task(t) for t in progress.tasks],
        findings=[
            FindingOut(code=f.code, text=f.text, lines=list(f.lines) if f.lines else None, settled=f.settled)
            for f in reads.findings(plan, tasks)
        ],
    )  # fmt: skip
