"""What may be done with a plan before it runs: draw it, correct it, give its tasks to units, adopt it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F

from songfa.access.models import Unit
from songfa.access.policy import Actor, require, visible
from songfa.audit.door import enter, enter_many, hold_chains, move, record
from songfa.duties.keep import Owed
from songfa.outreach.codes import code_of
from songfa.outreach.files import fetch, keep
from songfa.outreach.models import Plan, Share, Source, Task
from songfa.outreach.reads import plans as reads
from songfa.outreach.reads.schedule import Timetable, local_day, timetable, year_of
from songfa.papers.intake import Document, read_document
from songfa.papers.plans.read import read_plans, readable_lines
from songfa.papers.uploads import Upload, clean_name, fingerprint
from songfa.rules.packs.read import load
from songfa.rules.plans.schedule import PERS, day_of
from songfa.rules.problems import (
    FILE_NOT_A_PLAN,
    NOT_ALLOWED,
    NOT_FOUND,
    PLAN_FIELD_INVALID,
    PLAN_NO_END,
    PLAN_NO_SHARES,
)
from songfa.rules.verbs import Verb

Json = Mapping[str, Any]
END_OF_DAY = time(23, 59, 59)
# the columns behind each field that people correct
LENGTHS = {"title": 300, "number": 100, "issuer": 200, "dated": 10}
HEAD = (*LENGTHS, "year")
FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title",), "text": ("text",), "lead": ("lead",), "partners": ("partners",), "start": ("start",),
    "end": ("end",), "frequency": ("times", "per"), "quantity": ("quantity", "measure"), "products": ("products",),
    "budget": ("budget",), "audiences": ("audiences",),
}  # fmt: skip
WRITTEN_DAY = re.compile(r"(?:\d{4}|-)-\d{2}(?:-\d{2})?")


@dataclass(frozen=True, slots=True)
class Drafted:
    """The source and its plans; `existing` when the same file had been handed in before."""

    source: Source
    plans: tuple[Plan, ...]
    existing: bool


# -- drawing ----------------------------------------------------------------------------------------


@transaction.atomic
def draft(*, actor: Actor, at: datetime, upload: Upload) -> Drafted:
    """Make one draft for each plan in a document.

    The same file again gives back the plans that stand already. Raises the reader's problems (FILE_...); nothing is
    kept then.
    """
    require(actor, Verb.OUTREACH_DRAFT)
    if actor.anchor is None:
        raise NOT_ALLOWED(verb=Verb.OUTREACH_DRAFT)
    # two at once: the second waits, and then finds what the first made
    Unit.objects.select_for_update(no_key=True).get(pk=actor.anchor.pk)
    known = visible(
        actor,
        Verb.OUTREACH_DRAFT,
        Source.objects.filter(sha256=fingerprint(upload.data), unit=actor.anchor),
    )
    source = known.first()
    if source is not None and (standing := _standing(source)):
        return Drafted(source, standing, existing=True)
    document = read_document(upload.name, upload.data)
    read = _read(upload.name, document)
    if source is None:
        source = _source(actor, at, upload, document)
    return Drafted(source, _draw(actor, at, source, read), existing=False)


@transaction.atomic
def draft_again(*, actor: Actor, at: datetime, source: Source) -> Drafted:
    """Make new drafts from a document that was handed in before."""
    require(actor, Verb.OUTREACH_DRAFT, source)
    read = _read(source.name, read_document(source.name, fetch(source.sha256)))
    return Drafted(source, _draw(actor, at, source, read), existing=False)


def _read(name: str, document: Document) -> list[Json]:
    read: list[Json] = [plan.to_json() for plan in read_plans(document)]
    if not read:
        raise FILE_NOT_A_PLAN(found="other")
    return read


def _standing(source: Source) -> tuple[Plan, ...]:
    return tuple(source.plans.exclude(state="discarded").order_by("created_at", "place"))


def _source(actor: Actor, at: datetime, upload: Upload, document: Document) -> Source:
    unit = actor.anchor
    assert unit is not None
    source = Source.objects.create(
        created_at=at, area_id=unit.area_id, area_path=unit.area_path, unit=unit,
        name=clean_name(upload.name, document.kind), kind=document.kind, sha256=keep(upload.data),
        size=len(upload.data),
        lines=list(readable_lines(document)),
        warnings=list(document.warnings),
    )  # fmt: skip
    record(
        actor=actor,
        verb=Verb.OUTREACH_DRAFT,
        subject=source,
        at=at,
        sha256=source.sha256,
        size=source.size,
    )
    return source


def _draw(actor: Actor, at: datetime, source: Source, read: Sequence[Json]) -> tuple[Plan, ...]:
    return tuple(_plan(actor, at, source, place, said) for place, said in enumerate(read))


def _plan(actor: Actor, at: datetime, source: Source, place: int, said: Json) -> Plan:
    unit = actor.anchor
    assert unit is not None
    head = {
        k: said.get(k)
        for k in ("title", "number", "issuer", "date", "language", "kind", "lines", "field_lines")
    }
    parts = ("aims", "audiences", "phases", "targets", "organisation", "duties", "findings")
    plan = Plan(
        created_at=at, area_id=unit.area_id, area_path=source.area_path, unit=unit, pack=unit.pack, source=source,
        place=place, title=_cut(said.get("title") or source.name, 300), number=_cut(said.get("number"), 100),
        issuer=_cut(said.get("issuer"), 200), dated=_cut(said.get("date"), 10), language=said["language"],
        kind=_cut(said.get("kind"), 60), year=year_of(said), said=head, body={k: said.get(k, []) for k in parts},
        drawn_by=actor.user,
    )  # fmt: skip
    enter(
        plan,
        Verb.OUTREACH_DRAFT,
        actor=actor,
        at=at,
        tasks=len(said["tasks"]),
        findings=len(said["findings"]),
    )
    _tasks(plan, said["tasks"], at)
    return plan


def _tasks(plan: Plan, read: Sequence[Json], at: datetime) -> None:
    made: list[Task] = []
    for place, said in enumerate(read):
        made.append(_task(plan, place, said, _parent(said, read, made), at))
    Task.objects.bulk_create(made)


def _parent(said: Json, read: Sequence[Json], made: Sequence[Task]) -> Task | None:
    """Return the item above: by its place in the list, else the nearest one before with that printed number."""
    place = said.get("parent_index")
    if isinstance(place, int) and 0 <= place < len(made):
        return made[place]
    if said.get("parent") is None:
        return None
    return next(
        (made[n] for n in range(len(made) - 1, -1, -1) if read[n]["no"] == said["parent"]), None
    )


def _task(plan: Plan, place: int, said: Json, parent: Task | None, at: datetime) -> Task:
    often, much, lines = (
        said.get("frequency") or {},
        said.get("quantity") or {},
        said.get("lines") or (None, None),
    )
    return Task(
        created_at=at, area_id=plan.area_id, area_path=plan.area_path, unit_id=plan.unit_id, plan=plan, place=place,
        parent=parent, no=_cut(said["no"], 20), title=_cut(said["title"], 300), text=said["text"] or "",
        lead=_cuts(said["lead"]), partners=_cuts(said["partners"]), start=_day(said["start"]), end=_day(said["end"]),
        times=_decimal(often.get("times")), per=often.get("per", ""), quantity=_decimal(much.get("value")),
        measure=_cut(much.get("unit"), 40), products=_cuts(said["products"]), budget=_cut(said["budget"], 200),
        audiences=_cuts(said["audiences"]), first_line=lines[0], last_line=lines[1], said=dict(said),
    )  # fmt: skip


def _cut(text: object, length: int) -> str:
    return str(text or "")[:length]


def _cuts(texts: Iterable[object]) -> list[str]:
    return [_cut(t, 200) for t in texts]


def _day(text: str | None) -> str:
    return text if text and WRITTEN_DAY.fullmatch(text) else ""


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


# -- correcting -------------------------------------------------------------------------------------


@transaction.atomic
def correct_head(
    *, actor: Actor, at: datetime, plan: Plan, field: str, value: str | int | None
) -> Plan:
    """Write over one field of a plan's head; `said` keeps what the document says. Raises PLAN_FIELD_INVALID."""
    wrong = (
        field not in HEAD
        or (field == "title" and not value)
        or (field == "dated" and not _is_day(str(value or "")))
    )
    if wrong:
        raise PLAN_FIELD_INVALID(field=field)
    new = value if field == "year" else _cut(value, LENGTHS[field])
    changes: dict[str, Any] = {field: new}
    return move(
        plan,
        Verb.OUTREACH_CORRECT,
        actor=actor,
        at=at,
        detail={"act": "head", "field": field},
        **changes,
    )


@transaction.atomic
def correct(
    *, actor: Actor, at: datetime, task: Task, field: str, values: Mapping[str, Any]
) -> Task:
    """Write over one field of a task; `said` keeps what the document says.

    `values` holds the columns behind the field (FIELDS). Raises PLAN_FIELD_INVALID.
    """
    if field not in FIELDS or set(values) != set(FIELDS[field]) or not _fits(field, values):
        raise PLAN_FIELD_INVALID(field=field)
    _touch(task.plan, actor, at, act="field", field=field, task=task.place)
    for name, value in values.items():
        setattr(task, name, value)
    if field in ("quantity", "frequency"):
        task.target = None
    task.corrected_by, task.corrected_at = actor.user, at
    task.save(update_fields=[*values, "target", "corrected_by", "corrected_at"])
    return task


def _fits(field: str, values: Mapping[str, Any]) -> bool:
    if field in ("start", "end"):
        return _is_day(values[field])
    if field == "frequency":
        return (values["times"] is None) == (values["per"] == "") and values["per"] in ("", *PERS)
    return bool(values["title"]) if field == "title" else True


def _is_day(text: str) -> bool:
    """Whether it is empty or a day that exists, in ISO form with or without its year."""
    return not text or (
        WRITTEN_DAY.fullmatch(text) is not None and day_of(text, 2024, last=True) is not None
    )


@transaction.atomic
def mark_right(*, actor: Actor, at: datetime, task: Task) -> None:
    """Say that a task was looked at and is right."""
    _touch(task.plan, actor, at, act="right", task=task.place)
    Task.objects.filter(pk=task.pk).update(checked_at=at)


@transaction.atomic
def keep_finding(*, actor: Actor, at: datetime, plan: Plan, place: int) -> None:
    """Leave what a finding points at as it is. Raises NOT_FOUND for a finding that the plan has not."""
    if not 0 <= place < len(plan.body["findings"]):
        raise NOT_FOUND(thing="finding")
    kept = sorted({*plan.kept, place})
    code = plan.body["findings"][place]["code"]
    move(
        plan,
        Verb.OUTREACH_CORRECT,
        actor=actor,
        at=at,
        detail={"act": "keep", "finding": code},
        kept=kept,
    )


@transaction.atomic
def add_task(
    *, actor: Actor, at: datetime, plan: Plan, title: str, after: Task | None = None
) -> Task:
    """Add a task that the document does not have, behind another one (and under the same parent) or at the end."""
    if not title.strip():
        raise PLAN_FIELD_INVALID(field="title")
    _touch(plan, actor, at, act="add")
    place = after.place + 1 if after else plan.tasks.count()
    plan.tasks.filter(place__gte=place).update(place=F("place") + 1)
    return Task.objects.create(
        created_at=at, area_id=plan.area_id, area_path=plan.area_path, unit_id=plan.unit_id, plan=plan, place=place,
        parent=after.parent if after else None, title=_cut(title.strip(), 300),
        corrected_by=actor.user, corrected_at=at,
    )  # fmt: skip


@transaction.atomic
def remove_task(*, actor: Actor, at: datetime, task: Task) -> None:
    """Take a task out of a draft; the tasks under it go to the one above."""
    _touch(task.plan, actor, at, act="remove", task=task.place)
    task.children.update(parent=task.parent_id)
    task.plan.tasks.filter(place__gt=task.place).update(place=F("place") - 1)
    task.delete()


@transaction.atomic
def merge_task(*, actor: Actor, at: datetime, task: Task) -> Task:
    """Join a task to the one before it: texts and lists together, the earlier one's fields first. Returns that one."""
    before = task.plan.tasks.filter(place=task.place - 1).first()
    if before is None:
        raise NOT_FOUND(thing="task")
    _touch(task.plan, actor, at, act="merge", task=task.place)
    before.text = "\n".join(t for t in (before.text, task.text) if t)
    for name in ("lead", "partners", "products", "audiences"):
        setattr(before, name, list(dict.fromkeys([*getattr(before, name), *getattr(task, name)])))
    for name in ("start", "end", "per", "budget", "measure", "times", "quantity"):
        if not getattr(before, name):
            setattr(before, name, getattr(task, name))
    if before.last_line is not None and task.last_line is not None:
        before.last_line = max(before.last_line, task.last_line)
    before.corrected_by, before.corrected_at = actor.user, at
    before.save()
    task.children.update(parent=before)
    task.plan.tasks.filter(place__gt=task.place).update(place=F("place") - 1)
    task.delete()
    return before


def _touch(plan: Plan, actor: Actor, at: datetime, **detail: object) -> None:
    """Pass the door: only a draft may be corrected, and every correction leaves a line."""
    move(plan, Verb.OUTREACH_CORRECT, actor=actor, at=at, detail=detail)


# -- giving tasks to units --------------------------------------------------------------------------


@transaction.atomic
def assign(
    *, actor: Actor, at: datetime, task: Task, units: Iterable[UUID], target: Decimal | None = None
) -> None:
    """Say which units get a share of a task and what each of them owes. Raises NOT_FOUND for a unit elsewhere."""
    wanted = list(dict.fromkeys(units))
    if set(wanted) - {u.pk for u in reads.candidates(task.plan)}:
        raise NOT_FOUND(thing="access.Unit")
    if target is not None and target <= 0:
        raise PLAN_FIELD_INVALID(field="target")
    _touch(task.plan, actor, at, act="assign", task=task.place, units=[str(u) for u in wanted])
    Task.objects.filter(pk=task.pk).update(to=wanted, target=target)


@transaction.atomic
def assign_suggested(*, actor: Actor, at: datetime, plan: Plan) -> int:
    """Give every task without units the units that its lead names; return how many tasks found some."""
    rows = [row for row in reads.giving(plan) if row.suggested and not row.task.to]
    _touch(plan, actor, at, act="assign_suggested", tasks=len(rows))
    for row in rows:
        Task.objects.filter(pk=row.task.pk).update(to=[u.pk for u in row.suggested])
    return len(rows)


# -- adopting ---------------------------------------------------------------------------------------


@transaction.atomic
def adopt(*, actor: Actor, at: datetime, plan: Plan) -> Plan:
    """Let a draft run: each unit's part of each task becomes a share with its dated duties.

    Raises PLAN_NO_SHARES when no task has a unit, PLAN_NO_END when a task has units but neither
    it nor the plan has an end.
    """
    # the plan, then the trails of all places that get a share, in one order for all: nobody waits in a ring
    Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
    given = {u for to in plan.tasks.values_list("to", flat=True) for u in to}
    places = Unit.objects.filter(pk__in=given).values_list("area_path", flat=True)
    hold_chains([plan.area_path, *places])
    adopted = move(plan, Verb.OUTREACH_ADOPT, actor=actor, at=at, adopted_at=at)
    zone = ZoneInfo(load(plan.pack).head.timezone)
    tables = [t for t in timetable(adopted, local_day(plan.pack, at)) if t.task.to]
    if not tables:
        raise PLAN_NO_SHARES(plan=plan.title)
    units = Unit.objects.select_related("area").in_bulk({u for t in tables for u in t.task.to})
    endless = next((t for t in tables if not t.dues), None)
    if endless is not None:
        raise PLAN_NO_END(task=endless.task.title)
    shares = [_share(adopted, table, units[u], at) for table in tables for u in table.task.to]
    enter_many([(s, _owed(s, zone)) for s in shares], Verb.OUTREACH_ADOPT, actor=actor, at=at)
    return adopted


def _share(plan: Plan, table: Timetable, unit: Unit, at: datetime) -> Share:
    task = table.task
    return Share(
        created_at=at, area_id=unit.area_id, area_path=unit.area_path, unit=unit, pack=unit.pack, plan=plan, task=task,
        brief=_brief(plan, table), target=table.target, measure=task.measure, dues=list(table.dues),
        times=[Decimal(str(p.times)) for p in table.parts] or None, due=table.dues[-1],
    )  # fmt: skip


def _brief(plan: Plan, table: Timetable) -> dict[str, object]:
    """What a unit must know of things that lie outside its own scope."""
    task = table.task
    return {
        "plan": plan.title, "number": plan.number, "issuer": plan.issuer or plan.unit.name,
        "issuer_unit": str(plan.unit_id),
        "language": plan.language, "no": task.no, "task": task.title, "text": task.text, "products": task.products,
        "partners": task.partners, "audiences": task.audiences, "start": table.first.isoformat() if table.first else "",
        "times": str(task.times) if task.times is not None else "", "per": task.per,
        "quantity": str(task.quantity) if task.quantity is not None else "", "measure": task.measure,
    }  # fmt: skip


def _owed(share: Share, zone: ZoneInfo) -> list[Owed]:
    return [
        Owed(
            code_of(share, due), "unit", datetime.combine(due, END_OF_DAY, tzinfo=zone), share.label(),
            legal_basis=str(share.brief["number"]),
        )
        for due in share.dues
    ]  # fmt: skip


@transaction.atomic
def discard(*, actor: Actor, at: datetime, plan: Plan) -> Plan:
    """Put a draft away. The document stays, and so does what was done."""
    return move(plan, Verb.OUTREACH_DISCARD, actor=actor, at=at)


@transaction.atomic
def take_out(*, actor: Actor, at: datetime, source: Source) -> bytes:
    """Return the document's bytes and record who took them."""
    require(actor, Verb.OUTREACH_SEE, source)
    data = fetch(source.sha256)
    record(actor=actor, verb=Verb.OUTREACH_SEE, subject=source, at=at, act="document")
    return data
