"""What may be done with consultations: record one, put its count right."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from songfa.access.policy import Actor, require, visible
from songfa.advice.models import Consultation
from songfa.audit.door import record
from songfa.people.actions import Described, find_or_enter
from songfa.people.models import Person
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Campaign, Channel, Group, Matter
from songfa.rules.problems import COUNT_INVALID, DAY_TO_COME, NOT_ALLOWED, NOT_FOUND
from songfa.rules.verbs import Verb


@transaction.atomic
def take(
    *, actor: Actor, channel: str, matter: str, groups: Sequence[str], on: date, at: datetime,
    question: str = "", answer: str = "", times: int = 1, campaign: str = "", person: Person | None = None,
    who: Described | None = None,
) -> Consultation:  # fmt: skip
    """Record a question that the actor's unit answered; `times` people asked it together (人次).

    Who asked may stay unknown. A `person` of the ledger is named, or somebody described (`who`), who is entered once.

    Raises NO_VALUE_AT_DATE for a code the pack does not know on that day, DAY_TO_COME, COUNT_INVALID, and of who is
    described PHONE_UNREADABLE, ID_NUMBER_IMPOSSIBLE, ID_NUMBER_REFUSED.
    """
    require(actor, Verb.ADVICE_RECORD)
    unit = actor.anchor
    if unit is None:
        raise NOT_ALLOWED(verb=Verb.ADVICE_RECORD)
    book = load(unit.pack)
    if on > book.day(at):
        raise DAY_TO_COME(day=on)
    if times < 1:
        raise COUNT_INVALID(count=times)
    book.get(Channel, channel, on)
    for group in groups:
        book.get(Group, group, on)
    if matter:
        book.get(Matter, matter, on)
    if campaign:
        book.get(Campaign, campaign, on)
    if person is None and who is not None:
        described = replace(who, groups=(*who.groups, *groups))
        entered = find_or_enter(
            actor=actor, unit=unit, described=described, at=at, on=on, by=Verb.ADVICE_RECORD
        )
        person = entered.person
    row = Consultation.objects.create(
        person=person, channel=channel, matter=matter, groups=sorted(set(groups)), campaign=campaign,
        question=question, answer=answer,
        times=times, on=on, pack=unit.pack,
        area=unit.area, area_path=unit.area_path, unit=unit, held_by=actor.user, created_at=at,
    )  # fmt: skip
    record(actor=actor, verb=Verb.ADVICE_RECORD, subject=row, at=at, channel=channel, times=times)
    return row


@transaction.atomic
def recount(*, actor: Actor, pk: UUID, times: int, at: datetime) -> Consultation:
    """Put right how many people asked. The trail keeps what stood there. Raises NOT_FOUND, COUNT_INVALID."""
    row = (
        visible(
            actor,
            Verb.ADVICE_RECORD,
            Consultation.objects.select_for_update(no_key=True, of=("self",)),
        )
        .filter(pk=pk)
        .first()
    )
    if row is None:
        raise NOT_FOUND(thing=Consultation._meta.label)
    if times < 1:
        raise COUNT_INVALID(count=times)
    before, row.times = row.times, times
    row.save(update_fields=["times"])
    record(
        actor=actor,
        verb=Verb.ADVICE_RECORD,
        subject=row,
        at=at,
        act="recount",
        was=before,
        now=times,
    )
    return row
