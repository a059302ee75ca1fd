"""What may be done with events and materials: hold one, hand something out, put a number right."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from songfa.access.policy import Actor, require, visible
from songfa.audit.door import record
from songfa.outreach.models.event import EVENT_KINDS, MATERIAL_KINDS, Distribution, Event
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Campaign, Group
from songfa.rules.problems import CODE_UNKNOWN, COUNT_INVALID, DAY_TO_COME, NOT_ALLOWED, NOT_FOUND
from songfa.rules.verbs import Verb


@transaction.atomic
def hold(
    *,
    actor: Actor,
    kind: str,
    topic: str,
    groups: Sequence[str],
    on: date,
    attendance: int,
    at: datetime,
    campaign: str = "",
) -> Event:
    """Record an event that the actor's unit held. Raises CODE_UNKNOWN, DAY_TO_COME, COUNT_INVALID."""
    require(actor, Verb.OUTREACH_HOLD)
    unit = actor.anchor
    if unit is None:
        raise NOT_ALLOWED(verb=Verb.OUTREACH_HOLD)
    _known(kind, EVENT_KINDS)
    _check(unit.pack, groups, campaign, on, at)
    if attendance < 0:
        raise COUNT_INVALID(count=attendance)
    event = Event.objects.create(
        kind=kind,
        topic=topic,
        groups=sorted(set(groups)),
        campaign=campaign,
        on=on,
        attendance=attendance,
        pack=unit.pack,
        area=unit.area,
        area_path=unit.area_path,
        unit=unit,
        held_by=actor.user,
        created_at=at,
    )
    record(
        actor=actor,
        verb=Verb.OUTREACH_HOLD,
        subject=event,
        at=at,
        kind=kind,
        on=on,
        attendance=attendance,
    )
    return event


@transaction.atomic
def distribute(
    *,
    actor: Actor,
    kind: str,
    groups: Sequence[str],
    on: date,
    copies: int,
    at: datetime,
    campaign: str = "",
    event: Event | None = None,
) -> Distribution:
    """Record materials that the actor's unit handed out. Raises CODE_UNKNOWN, DAY_TO_COME, COUNT_INVALID."""
    require(actor, Verb.OUTREACH_DISTRIBUTE)
    unit = actor.anchor
    if unit is None:
        raise NOT_ALLOWED(verb=Verb.OUTREACH_DISTRIBUTE)
    _known(kind, MATERIAL_KINDS)
    _check(unit.pack, groups, campaign, on, at)
    if copies < 1:
        raise COUNT_INVALID(count=copies)
    row = Distribution.objects.create(
        event=event,
        kind=kind,
        groups=sorted(set(groups)),
        campaign=campaign,
        on=on,
        copies=copies,
        pack=unit.pack,
        area=unit.area,
        area_path=unit.area_path,
        unit=unit,
        held_by=actor.user,
        created_at=at,
    )
    record(
        actor=actor,
        verb=Verb.OUTREACH_DISTRIBUTE,
        subject=row,
        at=at,
        kind=kind,
        on=on,
        copies=copies,
    )
    return row


@transaction.atomic
def recount(*, actor: Actor, pk: UUID, copies: int, at: datetime) -> Distribution:
    """Put a number of copies right. The trail keeps what stood there. Raises NOT_FOUND, COUNT_INVALID."""
    rows = visible(
        actor, Verb.OUTREACH_DISTRIBUTE, Distribution.objects.select_for_update(no_key=True)
    )
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NOT_FOUND(thing=Distribution._meta.label)
    if copies < 1:
        raise COUNT_INVALID(count=copies)
    before, row.copies = row.copies, copies
    row.save(update_fields=["copies"])
    record(
        actor=actor,
        verb=Verb.OUTREACH_DISTRIBUTE,
        subject=row,
        at=at,
        act="recount",
        was=before,
        now=copies,
    )
    return row


def _known(code: str, codes: Sequence[str]) -> None:
    if code not in codes:
        raise CODE_UNKNOWN(value=code)


def _check(pack: str, groups: Sequence[str], campaign: str, on: date, at: datetime) -> None:
    book = load(pack)
    if on > book.day(at):
        raise DAY_TO_COME(day=on)
    for group in groups:
        book.get(Group, group, on)
    if campaign:
        book.get(Campaign, campaign, on)
