"""Opens, suspends and ends duties. Only the door (audit) calls this: a duty changes with the act that changes it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from songfa.access.models import Placed
from songfa.duties.models import Duty
from songfa.rules.calendar import of_pack
from songfa.rules.clocks import due_of, resumed, warn_at
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Clock
from songfa.rules.verbs import Verb

# who acts inside the house; the others are waited for
OURS = ("agency", "unit", "practitioner", "justice_bureau")


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty that an act opens beside the clocks of the pack, such as a unit's share of a plan."""

    code: str
    owed_by: str
    due_at: datetime | None
    label: str
    legal_basis: str = ""


def after(
    thing: Placed,
    verb: Verb,
    *,
    pack: str,
    at: datetime,
    facts: Mapping[str, object],
    label: str,
    ended: bool = False,
    events: Mapping[str, datetime] | None = None,
) -> None:
    """Run the clocks of the pack that this verb meets, suspends, resumes or opens for the thing.

    When the thing has `ended`, what else was owed about it is void before the clocks of its end open. `events` are
    moments that the clocks name as their beginning (`from_event`) and that lie before the act: the end of a case.
    """
    book = load(pack)
    local = at.astimezone(ZoneInfo(book.head.timezone))
    clocks = book.all(Clock, local.date()).values()
    open_now = {
        d.code: d
        for d in Duty.objects.filter(subject_id=thing.pk, ended_at__isnull=True).select_for_update(
            no_key=True
        )
    }
    for clock in clocks:
        held = open_now.get(clock.code)
        if held is not None and _run(clock, held, verb, at):
            del open_now[clock.code]
    if ended:
        void(thing, at=at)
        open_now = {}
    for clock in clocks:
        if clock.code not in open_now and verb in clock.opened_by and applies(clock, facts):
            _open_clock(book, clock, thing, local, label, (events or {}).get(clock.from_event))


def _run(clock: Clock, held: Duty, verb: Verb, at: datetime) -> bool:
    """Let a verb act on an open duty; return whether it was met."""
    if verb in clock.met_by:
        held.ended_at, held.end = at, "met"
        held.save(update_fields=["ended_at", "end"])
        return True
    if verb in clock.suspended_by and held.suspended_at is None:
        held.suspended_at = at
        held.save(update_fields=["suspended_at"])
    elif verb in clock.resumed_by and held.suspended_at is not None:
        _resume(held, clock, at)
    return False


def applies(clock: Clock, facts: Mapping[str, object]) -> bool:
    """Return whether each condition of the clock holds; a list means any of its values."""
    return all(
        facts.get(key) in wanted if isinstance(wanted, (list, tuple)) else facts.get(key) == wanted
        for key, wanted in (clock.when or {}).items()
    )


def _open_clock(
    book: Pack,
    clock: Clock,
    thing: Placed,
    at: datetime,
    label: str,
    since: datetime | None = None,
) -> None:
    """Open a duty whose period runs from `since`, else from the act."""
    calendar = of_pack(book.code)
    found = due_of(clock, since or at, calendar)
    warn = None
    if found.instant is not None and clock.warn_before is not None:
        warn = warn_at(found.instant, clock.warn_before, calendar)
    Duty.objects.create(
        created_at=at, opened_at=at, code=clock.code, pack=book.code, owed_by=clock.owed_by,
        subject=thing._meta.label, subject_id=thing.pk, label=label, legal_basis=clock.legal_basis,
        rule={
            "amount": clock.amount, "unit": clock.unit, "roll": clock.roll, "status": clock.status,
            "calendar": found.status, "valid_from": clock.valid_from.isoformat(),
            **({"since": since.isoformat()} if since else {}),
        },
        due_at=found.instant, warn_at=warn,
        **thing.belonging(),
    )  # fmt: skip


def start(thing: Placed, codes: Iterable[str], *, pack: str, at: datetime, label: str) -> None:
    """Open clocks of the pack by their codes; one that is open already runs on."""
    book = load(pack)
    local = at.astimezone(ZoneInfo(book.head.timezone))
    held = set(
        Duty.objects.filter(subject_id=thing.pk, ended_at__isnull=True).values_list(
            "code", flat=True
        )
    )
    for code in dict.fromkeys(codes):
        if code not in held:
            _open_clock(book, book.get(Clock, code, local.date()), thing, local, label)


def _resume(duty: Duty, clock: Clock, at: datetime) -> None:
    """Let a clock that stood still run on from where it was."""
    if duty.suspended_at is not None and duty.due_at is not None and clock.unit != "open":
        calendar = of_pack(duty.pack)
        found = resumed(duty.due_at, duty.suspended_at, at, clock.unit, calendar, clock.roll)
        duty.due_at = found.instant
        duty.warn_at = (
            warn_at(found.instant, clock.warn_before, calendar)
            if found.instant and clock.warn_before
            else None
        )
    duty.suspended_at = None
    duty.save(update_fields=["due_at", "warn_at", "suspended_at"])


def promise(thing: Placed, owed: Iterable[Owed], *, pack: str, at: datetime) -> None:
    """Open duties that no clock of the pack knows."""
    Duty.objects.bulk_create(_promised(thing, o, pack, at) for o in owed)


def promise_many(promises: Iterable[tuple[Placed, str, Iterable[Owed]]], *, at: datetime) -> None:
    """Open such duties about many things, each with its pack, at once."""
    Duty.objects.bulk_create(
        (_promised(thing, o, pack, at) for thing, pack, owed in promises for o in owed),
        batch_size=2000,
    )


def _promised(thing: Placed, owed: Owed, pack: str, at: datetime) -> Duty:
    return Duty(
        created_at=at, opened_at=at, code=owed.code, pack=pack, owed_by=owed.owed_by, subject=thing._meta.label,
        subject_id=thing.pk, label=owed.label, legal_basis=owed.legal_basis, due_at=owed.due_at, rule={},
        warn_at=owed.due_at - timedelta(days=3) if owed.due_at else None,
        **thing.belonging(),
    )  # fmt: skip


def opens(pack: str, verb: Verb, at: datetime) -> bool:
    """Return whether a clock of the pack begins with this verb."""
    book = load(pack)
    on = at.astimezone(ZoneInfo(book.head.timezone)).date()
    return any(verb in clock.opened_by for clock in book.all(Clock, on).values())


def meet(thing: Placed, codes: Iterable[str], *, at: datetime) -> None:
    """End the thing's open duties of these codes as met."""
    Duty.objects.filter(subject_id=thing.pk, code__in=tuple(codes), ended_at__isnull=True).update(
        ended_at=at, end="met"
    )


def void(thing: Placed, *, at: datetime) -> None:
    """End whatever is still owed about a thing that has come to its end."""
    Duty.objects.filter(subject_id=thing.pk, ended_at__isnull=True).update(ended_at=at, end="void")


def hand_over(thing: Placed) -> None:
    """Let open duties follow the thing to its new unit or holder."""
    Duty.objects.filter(subject_id=thing.pk, ended_at__isnull=True).update(
        unit_id=thing.unit_id, held_by_id=thing.held_by_id, area_path=thing.area_path
    )
