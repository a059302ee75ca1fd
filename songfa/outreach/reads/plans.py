"""Questions about plans: lists, one plan with its tasks and findings, who may be meant by a name, how far it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.fields import DecimalField
from django.db.models.functions import Least

from songfa.access.models import Unit
from songfa.access.policy import Actor, visible
from songfa.duties.models import Duty
from songfa.outreach.models import Obstacle, Plan, Share, Source, Task
from songfa.rules.plans.bodies import Body, suggest
from songfa.rules.plans.schedule import day_of
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb

T = TypeVar("T")
DRAFT, ADOPTED, DISCARDED = "draft", "adopted", "discarded"
# the field that mends a finding
MENDS = {
    "missing_lead": "lead", "missing_product": "products", "missing_period": "end", "contradictory_dates": "end",
    "end_before_start": "end", "impossible_date": "end", "dissolved_recipient": "lead", "list_count_mismatch": "title",
}  # fmt: skip


# -- lists ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Roll:
    """Shares rolled up: how many, done, under way, late, how far on average (0 to 100), and obstacles unanswered.

    `amount` and `target` are sums where all shares count the same thing, else None.
    """

    shares: int = 0
    done: int = 0
    under_way: int = 0
    late: int = 0
    obstacles: int = 0
    percent: int = 0
    amount: Decimal | None = None
    target: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    plan: Plan
    tasks: int
    roll: Roll


def listed(actor: Actor, state: str) -> QuerySet[Plan]:
    """Return the plans in a state within the actor's reach, the newest first."""
    rows = visible(actor, Verb.OUTREACH_SEE, Plan.objects.filter(state=state))
    return (
        rows.defer("body", "said")
        .select_related("unit")
        .annotate(task_count=Count("tasks"))
        .order_by("-created_at", "place")
    )


def with_progress(actor: Actor, plans: Sequence[Plan], at: datetime) -> list[Listed]:
    """Return plans with what their shares come to, in one more query for all of them."""
    if not plans:
        return []
    rolls = _rolled(_shares(actor, Share.objects.filter(plan__in=plans), at), _BY_PLAN)
    return [Listed(p, p.task_count, rolls.get(p.pk, Roll())) for p in plans]  # type: ignore[attr-defined]


def plan(actor: Actor, key: UUID) -> Plan:
    """Return one plan with its source. Raises NOT_FOUND for what is outside the actor's reach."""
    rows = visible(actor, Verb.OUTREACH_SEE, Plan.objects.filter(pk=key)).select_related(
        "source", "unit", "drawn_by", "area"
    )
    return _found(rows.first(), "outreach.Plan")


def task(actor: Actor, key: UUID) -> Task:
    rows = visible(actor, Verb.OUTREACH_SEE, Task.objects.filter(pk=key))
    return _found(
        rows.select_related("plan__source", "plan__unit", "corrected_by").first(), "outreach.Task"
    )


def source(actor: Actor, key: UUID) -> Source:
    return _found(
        visible(actor, Verb.OUTREACH_SEE, Source.objects.filter(pk=key)).first(), "outreach.Source"
    )


def standing(actor: Actor, of: Source) -> list[Plan]:
    """Return what was drawn from a source and not discarded."""
    rows = visible(
        actor, Verb.OUTREACH_SEE, Plan.objects.filter(source=of).exclude(state=DISCARDED)
    )
    return list(rows.order_by("created_at", "place"))


def _found(row: T | None, thing: str) -> T:
    if row is None:
        raise NOT_FOUND(thing=thing)
    return row


# -- one draft --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Node:
    """A task in the order of the plan, how deep it stands, and whether tasks stand under it."""

    task: Task
    depth: int
    leaf: bool


def tree(of: Plan) -> list[Node]:
    tasks = list(of.tasks.order_by("place"))
    above = {t.parent_id for t in tasks}
    depths: dict[UUID | None, int] = {None: -1}
    nodes = []
    for t in tasks:
        depths[t.pk] = depths.get(t.parent_id, -1) + 1
        nodes.append(Node(t, depths[t.pk], t.pk not in above))
    return nodes


@dataclass(frozen=True, slots=True)
class Found:
    """A finding of the reader: where it points, which task and field mend it, and whether it is settled."""

    place: int
    code: str
    text: str
    lines: tuple[int, int] | None
    task: Task | None
    field: str
    settled: bool


def findings(of: Plan, tasks: Iterable[Task]) -> list[Found]:
    """Return the findings of a plan; those that nobody has mended or left as they are come first."""
    all_tasks = list(tasks)
    rows = [_finding(of, n, said, all_tasks) for n, said in enumerate(of.body["findings"])]
    return sorted(rows, key=lambda f: (f.settled, f.place))


def _finding(of: Plan, place: int, said: dict[str, Any], tasks: Sequence[Task]) -> Found:
    lines = tuple(said["lines"]) if said["lines"] else None
    field = MENDS.get(said["code"], "")
    within = _within(lines, tasks)
    mended = place in of.kept or _mended(of, said["code"], field, within)
    return Found(
        place,
        said["code"],
        said["text"],
        lines,
        within[0] if within and lines else None,
        field,
        mended,
    )


def _within(lines: Any, tasks: Sequence[Task]) -> list[Task]:
    """Return the tasks that lie in the lines, or else the innermost one that the lines lie in; all without lines."""
    if lines is None:
        return list(tasks)
    placed = [t for t in tasks if t.first_line is not None and t.last_line is not None]
    inside = [
        t for t in placed if lines[0] <= (t.first_line or 0) and (t.last_line or 0) <= lines[1]
    ]
    around = [
        t for t in placed if (t.first_line or 0) <= lines[0] and lines[1] <= (t.last_line or 0)
    ]
    return inside or around[-1:]


def _mended(of: Plan, code: str, field: str, within: Sequence[Task]) -> bool:
    if code == "placeholder_year":
        return of.year is not None
    if code.startswith("missing_"):
        columns = ("start", "end", "per") if field == "end" else (field,)
        return any(getattr(t, c) for t in within for c in columns)
    if code == "end_before_start":
        return bool(within) and all(_in_order(of, t) for t in within)
    return False


def _in_order(of: Plan, t: Task) -> bool:
    start, end = day_of(t.start, of.year, last=False), day_of(t.end, of.year, last=True)
    return start is None or end is None or start <= end


# -- giving tasks to units --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Giving:
    """A task without tasks under it: who leads by its own words or those above it, who may be meant, who gets it."""

    task: Task
    lead: tuple[str, ...]
    suggested: tuple[Unit, ...]
    given: tuple[Unit, ...]


def candidates(of: Plan) -> list[Unit]:
    """Return the units in the issuer's area, by the tree of areas, then by name."""
    rows = Unit.objects.filter(
        area_path__gte=of.area_path, area_path__lt=of.area_path + "~"
    ).select_related("area", "parent")
    return list(rows.order_by("area_path", "name"))


def giving(of: Plan) -> list[Giving]:
    """Return who gets what, in the order of the plan: two queries, however many tasks and units."""
    units = candidates(of)
    by_key = {str(u.pk): u for u in units}
    bodies = [_body(of, u) for u in units]
    nodes = tree(of)
    by_id = {n.task.pk: n.task for n in nodes}
    rows = []
    for node in nodes:
        if not node.leaf:
            continue
        lead = _lead(node.task, by_id)
        suggested = tuple(by_key[k] for k in suggest(lead, bodies))
        given = tuple(by_key[str(u)] for u in node.task.to if str(u) in by_key)
        rows.append(Giving(node.task, lead, suggested, given))
    return rows


def _body(of: Plan, unit: Unit) -> Body:
    highest = unit.parent is None or unit.parent.area_id != unit.area_id
    return Body(
        str(unit.pk), unit.name, unit.area.kind.lower(), highest, unit.area_path == of.area_path
    )


def _lead(t: Task, by_id: dict[UUID, Task]) -> tuple[str, ...]:
    """Return the bodies that lead a task: its own, else those of the nearest task above that names some."""
    here: Task | None = t
    while here is not None:
        if here.lead:
            return tuple(here.lead)
        here = by_id.get(here.parent_id) if here.parent_id else None
    return ()


# -- a running plan ---------------------------------------------------------------------------------

_SUMS = """count(*), count(*) filter (where state = 'done'), count(*) filter (where state = 'under_way'),
 count(*) filter (where late), coalesce(sum(waiting), 0)::int, coalesce(round(avg(part) * 100), 0)::int,
 case when count(distinct measure) = 1 then sum(done) end, case when count(distinct measure) = 1 then sum(target) end"""


def _shares(actor: Actor, rows: QuerySet[Share], at: datetime) -> QuerySet[Any, Any]:
    """Return the shares within reach with what is summed of each: late, how far (0 to 1), obstacles unanswered."""
    number = DecimalField(max_digits=14, decimal_places=4)
    late = Duty.objects.filter(subject_id=OuterRef("pk"), ended_at__isnull=True, due_at__lt=at)
    reached = Least(
        F("done") * Value(Decimal("1.0")) / F("target"), Value(Decimal(1)), output_field=number
    )
    part = Case(
        When(state="done", then=Value(Decimal(1))),
        When(target__gt=0, then=reached),
        default=Value(Decimal(0)),
        output_field=number,
    )
    waiting = Count("obstacles", filter=Q(obstacles__state="raised"))
    kept = visible(actor, Verb.OUTREACH_SEE, rows).order_by()
    return kept.annotate(late=Exists(late), part=part, waiting=waiting).values(
        "task_id",
        "unit_id",
        "plan_id",
        "state",
        "done",
        "target",
        "measure",
        "late",
        "part",
        "waiting",
    )


_BY_PLAN = f"with s as ({{s}}) select plan_id, {_SUMS} from s group by plan_id"  # noqa: S608 - our own text


def _rolled(shares: QuerySet[Any, Any], query: str) -> dict[UUID, Roll]:
    """Run a query over the shares, which stand in it as `{s}`."""
    try:
        sql, params = shares.query.sql_with_params()
    except EmptyResultSet:  # nothing can be there: no plans, or nothing within reach
        return {}
    with connection.cursor() as cursor:
        cursor.execute(query.replace("{s}", sql), params)
        return {row[0]: Roll(*row[1:]) for row in cursor.fetchall()}


@dataclass(frozen=True, slots=True)
class TaskRow:
    node: Node
    roll: Roll


@dataclass(frozen=True, slots=True)
class UnitRow:
    unit: Unit
    depth: int
    roll: Roll


@dataclass(frozen=True, slots=True)
class Progress:
    """A running plan: in all, by task and by unit, each with what stands under it."""

    total: Roll
    tasks: list[TaskRow]
    units: list[UnitRow]


def progress(actor: Actor, of: Plan, at: datetime) -> Progress:
    """Roll the shares of a plan up its tree of tasks and the tree of units: five queries, however large the plan."""
    shares = _shares(actor, Share.objects.filter(plan=of), at)
    total = _rolled(shares, _BY_PLAN)
    by_task = _rolled(shares, _climb("outreach_task", "task_id"))
    by_unit = _rolled(shares, _climb("access_unit", "unit_id"))
    tasks = [TaskRow(n, by_task.get(n.task.pk, Roll())) for n in tree(of)]
    return Progress(total.get(of.pk, Roll()), tasks, _unit_rows(of, by_unit))


def _climb(table: str, by: str) -> str:
    """Return the query that sums shares `s` at the row they belong to and at every row above it."""
    return f"""with recursive s as ({{s}}), up(id, top) as (
      select distinct {by}, {by} from s
      union select up.id, t.parent_id from up join {table} t on t.id = up.top where t.parent_id is not null
    ) select up.top, {_SUMS} from up join s on s.{by} = up.id group by up.top"""  # noqa: S608 - our own text


def _unit_rows(of: Plan, rolls: dict[UUID, Roll]) -> list[UnitRow]:
    """Return the units in the issuer's area in the order of the tree."""
    rows = Unit.objects.filter(
        pk__in=rolls, area_path__gte=of.area_path, area_path__lt=of.area_path + "~"
    )
    units = {u.pk: u for u in rows.order_by("area_path", "name")}
    below: dict[UUID | None, list[Unit]] = {}
    for unit in units.values():
        below.setdefault(unit.parent_id if unit.parent_id in units else None, []).append(unit)
    found: list[UnitRow] = []
    pending = [(u, 0) for u in reversed(below.get(None, []))]
    while pending:
        unit, depth = pending.pop()
        found.append(UnitRow(unit, depth, rolls[unit.pk]))
        pending += [(u, depth + 1) for u in reversed(below.get(unit.pk, []))]
    return found


def obstacles(actor: Actor, of: Plan) -> list[Obstacle]:
    """Return the obstacles of a plan, unanswered ones first."""
    rows = visible(actor, Verb.OUTREACH_SEE, Obstacle.objects.filter(share__plan=of))
    return list(
        rows.select_related("raised_by", "unit", "share").order_by(
            Case(When(state="raised", then=0), default=1), "-created_at"
        )
    )
