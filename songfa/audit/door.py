"""The one door for change: record an act, or move a thing to its next state.

Nothing else writes a `state`; every other write calls `record`. Both stand inside the caller's transaction.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import TypeVar
from uuid import UUID

from django.db import connection, transaction

from songfa.access.models import Placed
from songfa.access.policy import Actor, require
from songfa.audit.models import Head, Line, Once, Stateful
from songfa.base import home
from songfa.base.models import Row
from songfa.duties import keep
from songfa.duties.keep import Owed
from songfa.rules.problems import ALREADY_DONE, FORM_OF_ANOTHER, NO_SUCH_MOVE, Problem
from songfa.rules.verbs import Verb

S = TypeVar("S", bound=Stateful)
R = TypeVar("R", bound=Row)
HOUSE = "house"  # the chain of acts that lie in no place
AT_ONCE = 1000  # lines in one statement
DEPTH = 4  # country, province, prefecture, county: one chain a county, or a Vietnamese commune


@dataclass(frozen=True, slots=True)
class Act:
    """One line to be: what was done to what. `detail` holds codes and numbers, never personal data."""

    verb: Verb
    subject: str
    subject_id: UUID
    area_path: str
    at: datetime
    detail: dict[str, object] = field(default_factory=dict)


def chain_of(area_path: str) -> str:
    return ".".join(area_path.split(".")[:DEPTH]).strip(".") or HOUSE


def mark_of(before: str, line: Line) -> str:
    """Return the mark of a line that follows the mark `before` (HMAC-SHA256 over canonical JSON)."""
    told = json.dumps(
        [
            before, line.chain, line.n, line.at.timestamp(), str(line.actor_id), line.role,
            line.verb, line.subject, str(line.subject_id), line.area_path, line.detail,
        ],
        sort_keys=True, ensure_ascii=False, separators=(",", ":"),
    )  # fmt: skip
    return sign(told)


def sign(told: str) -> str:
    return hmac.new(bytes.fromhex(home.keys().trail), told.encode(), hashlib.sha256).hexdigest()


def head_mark(chain: str, n: int, last: str) -> str:
    return sign(f"head:{chain}:{n}:{last}")


def _plain(value: object) -> object:
    """Return a value as JSON will give it back, so that the mark can be computed again from the row."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(v) for v in value]
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    return str(value)


def hold_chains(places: Iterable[str]) -> dict[str, Head]:
    """Lock the ends of the chains in which acts at these places are written, in one order for all.

    Nobody waits in a ring as long as each transaction takes its locks in the same order: the rows it decides about,
    then the ends of chains, then series of numbers. So whoever writes into several chains, or draws a number before
    the line is written, holds all of them first.
    """
    heads: dict[str, Head] = {}
    for chain in sorted({chain_of(place) for place in places}):
        known = Head.objects.select_for_update(no_key=True).filter(chain=chain)
        head = known.first()
        if head is None:
            fresh = {"n": 0, "mark": head_mark(chain, 0, "")}
            Head.objects.get_or_create(chain=chain, defaults=fresh)
            head = known.get()
        heads[chain] = head
    return heads


@transaction.atomic(savepoint=False)
def record_many(actor: Actor, acts: Sequence[Act]) -> None:
    """Add lines for many acts, in order, each to the chain of its place."""
    heads = hold_chains(a.area_path for a in acts)
    lines = []
    for act in acts:
        head = heads[chain_of(act.area_path)]
        head.n += 1
        line = Line(
            chain=head.chain, n=head.n, at=act.at, actor=actor.user, role=actor.role, verb=act.verb,
            subject=act.subject, subject_id=act.subject_id, area_path=act.area_path,
            detail={k: _plain(v) for k, v in act.detail.items()},
        )  # fmt: skip
        line.mark = head.last = mark_of(head.last, line)
        lines.append(line)
    _add(lines)
    for head in heads.values():
        head.mark = head_mark(head.chain, head.n, head.last)
        head.save(update_fields=["n", "last", "mark"])


_looks: ContextVar[list[tuple[Actor, Sequence[Act]]] | None] = ContextVar("looks", default=None)


def look_many(actor: Actor, acts: Sequence[Act]) -> None:
    """Record that things were looked at: at once, or where `looks_last` stands, after what is done with them."""
    waiting = _looks.get()
    if waiting is None:
        record_many(actor, acts)
    else:
        waiting.append((actor, acts))


def look(*, actor: Actor, verb: Verb, subject: Row, at: datetime, **detail: object) -> None:
    """Record that a row was looked at, as `look_many`."""
    look_many(actor, [_act(verb, subject, at, detail)])


def _by_actor(
    waiting: list[tuple[Actor, Sequence[Act]]],
) -> list[list[tuple[Actor, Sequence[Act]]]]:
    """Return the looks in their order, those of one actor that follow each other together."""
    return [list(group) for _, group in groupby(waiting, key=lambda look: id(look[0]))]


@contextmanager
def looks_last() -> Iterator[None]:
    """Write the looks of a request when its acts are done, in the same transaction.

    A line that is written first would hold the end of its chain before the rows that are decided about; whoever
    decides about them by another page holds them the other way round, and both would wait for each other.
    """
    waiting: list[tuple[Actor, Sequence[Act]]] = []
    before = _looks.set(waiting)
    try:
        yield
    finally:
        _looks.reset(before)
    if connection.needs_rollback:
        return
    looks = [(w[0][0], [a for _, acts in w for a in acts]) for w in _by_actor(waiting)]
    if len(looks) > 1:
        hold_chains(a.area_path for _, acts in looks for a in acts)
    for actor, acts in looks:
        record_many(actor, acts)


def _add(lines: Sequence[Line]) -> None:
    """Insert lines without reading them back: who adds one need not be able to read it (a file that leaves)."""
    columns = [f for f in Line._meta.concrete_fields if not f.primary_key]
    names = ", ".join(str(f.column) for f in columns)
    row = f"({', '.join(['%s'] * len(columns))})"
    with connection.cursor() as cursor:
        for start in range(0, len(lines), AT_ONCE):
            part = lines[start : start + AT_ONCE]
            many = ", ".join([row] * len(part))
            cursor.execute(
                f"insert into {Line._meta.db_table} ({names}) values {many}",  # noqa: S608 - names of columns
                [
                    f.get_db_prep_save(getattr(x, f.attname), connection)
                    for x in part
                    for f in columns
                ],
            )


def record(*, actor: Actor, verb: Verb, subject: Row, at: datetime, **detail: object) -> None:
    """Add one line about a row to the trail."""
    record_many(actor, [_act(verb, subject, at, detail)])


def _act(verb: Verb, subject: Row, at: datetime, detail: dict[str, object]) -> Act:
    path = subject.area_path if isinstance(subject, Placed) else ""
    return Act(verb, subject._meta.label, subject.pk, path, at, detail)


def still_open(row: Stateful, verb: Verb, *, was: str) -> None:
    """Raise ALREADY_DONE when somebody came first: with whose act, which, and when.

    That is so where the same act led to the state in which the row is now, or where the act was open in the state
    in which it `was` seen. What never was open raises NO_SUCH_MOVE, as the machine does.
    """
    machine = row.machine
    if verb in machine.verbs_from(row.state):
        return
    lines = Line.objects.select_related("actor").filter(subject_id=row.pk, detail__after=row.state)
    last = lines.order_by("-n").first()
    if last is None or (last.verb != verb and verb not in machine.verbs_from(was)):
        raise NO_SUCH_MOVE(machine=machine.name, state=row.state, verb=verb)
    raise done_by(last, row)


def done_by(line: Line, row: Stateful) -> Problem:
    """Return ALREADY_DONE with what a line of the trail tells."""
    return ALREADY_DONE(
        number=row.label(), act=line.verb.partition(".")[2], by=line.actor.name, at=line.at.isoformat(), pack=row.pack,
    )  # fmt: skip


@transaction.atomic
def move(
    thing: S,
    verb: Verb,
    *,
    actor: Actor,
    at: datetime,
    detail: dict[str, object] | None = None,
    opens: Iterable[Owed] = (),
    meets: Iterable[str] = (),
    counted_from: datetime | None = None,
    events: Mapping[str, datetime] | None = None,
    **changes: object,
) -> S:
    """Lock, permit, step, save, open and meet duties, record. The only code that writes `state`.

    `changes` are columns of the row; `detail` goes into the trail's line besides the states. Periods run
    from `counted_from` where the event that opens them lies before the act (a notice received earlier), those of
    clocks that begin with one of the named `events` from its moment.
    """
    row = type(thing)._default_manager.select_for_update(no_key=True).get(pk=thing.pk)
    require(actor, verb, row)
    still_open(row, verb, was=thing.state)
    for name, value in changes.items():
        setattr(row, name, value)
    before, row.state = row.state, row.machine.step(row.state, verb, row.facts())
    row.moved_at = at
    row.save(update_fields=["state", "moved_at", *changes])
    if {"unit", "unit_id", "held_by", "held_by_id"} & changes.keys():
        keep.hand_over(row)
    keep.meet(row, meets, at=at)
    keep.after(
        row,
        verb,
        pack=row.pack,
        at=counted_from or at,
        facts=row.facts(),
        label=row.label(),
        ended=row.state in row.machine.ends,
        events=events,
    )
    keep.promise(row, opens, pack=row.pack, at=at)
    record(
        actor=actor, verb=verb, subject=row, at=at, before=before, after=row.state, **(detail or {})
    )
    return row


@transaction.atomic
def enter(
    thing: S,
    verb: Verb,
    *,
    actor: Actor,
    at: datetime,
    opens: Iterable[Owed] = (),
    counted_from: datetime | None = None,
    **detail: object,
) -> S:
    """Let a new thing in at the start of its machine: save, open its first duties, record.

    Its periods run from `counted_from` where that lies before the act.
    """
    require(actor, verb, thing)
    thing.state, thing.moved_at = thing.machine.start, at
    thing.save(force_insert=True)
    since = counted_from or at
    keep.after(thing, verb, pack=thing.pack, at=since, facts=thing.facts(), label=thing.label())
    keep.promise(thing, opens, pack=thing.pack, at=at)
    record(actor=actor, verb=verb, subject=thing, at=at, after=thing.state, **detail)
    return thing


@transaction.atomic
def enter_many(
    entries: Sequence[tuple[S, Sequence[Owed]]], verb: Verb, *, actor: Actor, at: datetime
) -> None:
    """Let many new things of one kind in at once, each with its first duties and its own line."""
    things = [thing for thing, _ in entries]
    if not things:
        return
    for thing in things:
        require(actor, verb, thing)
        thing.state, thing.moved_at = thing.machine.start, at
    type(things[0])._default_manager.bulk_create(things, batch_size=1000)
    for pack in {t.pack for t in things}:
        if keep.opens(pack, verb, at):
            for thing in (t for t in things if t.pack == pack):
                keep.after(thing, verb, pack=pack, at=at, facts=thing.facts(), label=thing.label())
    keep.promise_many(((thing, thing.pack, owed) for thing, owed in entries), at=at)
    record_many(
        actor, [Act(verb, t._meta.label, t.pk, t.area_path, at, {"after": t.state}) for t in things]
    )


@transaction.atomic
def beside(
    thing: S,
    verb: Verb,
    *,
    actor: Actor,
    at: datetime,
    starts: Iterable[str] = (),
    meets: Iterable[str] = (),
    runs_clocks: bool = False,
    **detail: object,
) -> None:
    """Do something about a thing that leaves its state as it is: permit, start and meet duties, record.

    `starts` are clocks of the pack, by code; `runs_clocks` lets the verb run every clock that names it.
    """
    require(actor, verb, thing)
    if runs_clocks:
        keep.after(thing, verb, pack=thing.pack, at=at, facts=thing.facts(), label=thing.label())
    keep.meet(thing, meets, at=at)
    keep.start(thing, starts, pack=thing.pack, at=at, label=thing.label())
    record(actor=actor, verb=verb, subject=thing, at=at, **detail)


def once(token: UUID, at: datetime) -> Once | None:
    """Claim a form's token. Return None when it is new, else the row of the first submission.

    Two at the same moment: the second waits for the first's transaction and then sees its result.
    """
    made = Once(token=token, created_at=at, result="")
    rows = Once.objects.bulk_create([made], ignore_conflicts=True)
    kept = Once.objects.select_for_update(no_key=True).get(token=rows[0].token)
    return kept if kept.result else None


def first_time(model: type[R], kept: Once) -> R:
    """Return the row that a token's first submission made. Raises FORM_OF_ANOTHER where it did something else."""
    try:
        key = UUID(kept.result)
    except ValueError:
        key = None
    row = model._default_manager.filter(pk=key).first() if key else None
    if row is None:
        raise FORM_OF_ANOTHER()  # noqa: RSE102 - a catalogue entry, not an exception class
    return row


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request with a key was answered: its fingerprint, the status and the text; 0 and nothing after a day."""

    request: str
    status: int
    text: str


def answered(token: UUID, at: datetime) -> Answer | None:
    """Claim the token of a request. Return None when it is new, else the first answer, as `once`."""
    kept = once(token, at)
    if kept is None:
        return None
    return Answer(kept.request, int(kept.result) if kept.answer else 0, kept.answer)


def keep_answer(token: UUID, answer: Answer) -> None:
    """Remember what a request with a token was answered, in the same transaction."""
    Once.objects.filter(token=token).update(
        result=str(answer.status), request=answer.request, answer=answer.text
    )


def forget_answers(before: datetime) -> int:
    """Forget the answers of requests sent before a moment; that they were sent stays known. Return how many."""
    old = Once.objects.filter(created_at__lt=before).exclude(answer="")
    return old.update(answer="")


def keep_result(token: UUID, result: str) -> None:
    """Remember what a token's submission led to, in the same transaction."""
    Once.objects.filter(token=token).update(result=result)
