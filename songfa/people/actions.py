"""What may be done with the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from songfa.access.models import Unit
from songfa.access.policy import Actor, require
from songfa.audit.door import Act, record, record_many
from songfa.base.models import index_of
from songfa.people.described import Described, new_values
from songfa.people.identity import doubts_about, read_number, read_phone, refuse_doubts
from songfa.people.models import GroupFact, Person
from songfa.people.names import keys_of, tidy
from songfa.rules.packs.read import load
from songfa.rules.problems import ID_NUMBER_REFUSED, NOT_FOUND
from songfa.rules.verbs import Verb

__all__ = ["Described", "Entered", "amend", "find_or_enter", "reveal_number"]


@dataclass(frozen=True, slots=True)
class Entered:
    """The row of a person, and what was odd (codes of words `doubt-…`)."""

    person: Person
    doubts: tuple[str, ...]


@transaction.atomic
def find_or_enter(
    *,
    actor: Actor,
    unit: Unit,
    described: Described,
    at: datetime,
    on: date,
    by: Verb = Verb.PEOPLE_ENTER,
) -> Entered:
    """Return the person of a unit's ledger, entered once: the identity number finds them again.

    What is known is never overwritten and a blank erases nothing; only gaps are filled. `by` is the verb
    that brings the person in: whoever may apply for aid may be entered by applying.
    Raises ID_NUMBER_IMPOSSIBLE, ID_NUMBER_REFUSED, PHONE_UNREADABLE.
    """
    pack = load(unit.pack)
    country = pack.head.country
    identity = read_number(country, described.id_number, on=on)
    doubts = doubts_about(country, identity, described.born, described.sex)
    refuse_doubts(pack, doubts, on)
    fresh = Person(
        name=tidy(described.name), name_keys=keys_of(described.name), sex=described.sex or identity.sex,
        born=described.born or identity.born, id_number=identity.number, id_index=index_of(identity.number),
        language=described.language, disabilities=sorted(set(described.disabilities)),
        unit=unit, area=unit.area, area_path=unit.area_path, created_at=at,
    )  # fmt: skip
    fresh.phone = read_phone(country, described.phone)
    fresh.phone_index = index_of(fresh.phone)
    fresh.address = " ".join(described.address.split())
    require(actor, by, fresh)
    person = _once(fresh)
    if person is not fresh:
        doubts += () if person.name == fresh.name else ("name_differs",)
        _fill(person, fresh)
    _join(person, described.groups, on=on, at=at)
    record(
        actor=actor,
        verb=Verb.PEOPLE_ENTER,
        subject=person,
        at=at,
        new=person is fresh,
        doubts=doubts,
    )
    return Entered(person, doubts)


@transaction.atomic
def find_or_enter_many(
    *,
    actor: Actor,
    unit: Unit,
    described: Sequence[Described],
    at: datetime,
    on: date,
    by: Verb = Verb.PEOPLE_ENTER,
) -> list[Entered]:
    """Return a person for each description, in its order; what `find_or_enter` does, for a list at once.

    No two descriptions may have the same identity number. Raises as `find_or_enter` does.
    """
    country = load(unit.pack).head.country
    fresh, doubts = [], []
    for one in described:
        identity = read_number(country, one.id_number, on=on)
        doubts.append(doubts_about(country, identity, one.born, one.sex))
        phone = read_phone(country, one.phone)
        fresh.append(
            Person(
                name=tidy(one.name), name_keys=keys_of(one.name), sex=one.sex or identity.sex,
                born=one.born or identity.born, id_number=identity.number, id_index=index_of(identity.number),
                phone=phone, phone_index=index_of(phone), language=one.language, unit=unit, area=unit.area,
                area_path=unit.area_path, created_at=at,
            )
        )  # fmt: skip
    for person in fresh[:1]:
        require(actor, by, person)  # all lie in the same place
    kept = _once_each(unit, fresh)
    found = []
    for made, doubt in zip(fresh, doubts, strict=True):
        person = kept.get(made.id_index, made)
        if person.pk != made.pk:
            doubt += () if person.name == made.name else ("name_differs",)  # noqa: PLW2901
            _fill(person, made)
        found.append(Entered(person, doubt))
    _join_many(
        [(e.person, one.groups) for e, one in zip(found, described, strict=True)], on=on, at=at
    )
    ours = {p.pk for p in fresh}
    record_many(
        actor,
        [
            Act(
                Verb.PEOPLE_ENTER, e.person._meta.label, e.person.pk, e.person.area_path, at,
                {"new": e.person.pk in ours, "doubts": e.doubts},
            )
            for e in found
        ],
    )  # fmt: skip
    return found


def _once_each(unit: Unit, fresh: list[Person]) -> dict[str, Person]:
    """Save the new persons; return (locked) whoever has a number now, by its fingerprint."""
    keys = [p.id_index for p in fresh if p.id_index]
    # in one order for all, the new ones too: two lists with the same people wait for each other, not in a ring
    held = Person.objects.select_for_update(no_key=True).filter(unit=unit, id_index__in=keys)
    held = held.order_by("id_index")
    known = set(held.values_list("id_index", flat=True))
    # somebody may enter the same person between our look and our write: theirs stays
    Person.objects.bulk_create(
        sorted((p for p in fresh if p.id_index not in known), key=lambda p: p.id_index),
        batch_size=500,
        ignore_conflicts=True,
    )
    return {p.id_index: p for p in held}


def _join_many(each: list[tuple[Person, tuple[str, ...]]], *, on: date, at: datetime) -> None:
    facts, joined = [], []
    for person, groups in each:
        new = [code for code in groups if code not in person.groups]
        if not new:
            continue
        person.groups = [*person.groups, *new]
        joined.append(person)
        facts += [
            GroupFact(
                person=person, group=code, since=on, created_at=at,
                unit_id=person.unit_id, area_id=person.area_id, area_path=person.area_path,
            )
            for code in new
        ]  # fmt: skip
    GroupFact.objects.bulk_create(facts, batch_size=500)
    Person.objects.bulk_update(joined, ["groups"], batch_size=500)


def _once(fresh: Person) -> Person:
    """Save a new person, or return (locked) the one who has the number already."""
    held = Person.objects.select_for_update(no_key=True).filter(
        unit=fresh.unit, id_index=fresh.id_index
    )
    known = held.first() if fresh.id_index else None
    if known is not None:
        return known
    try:
        with transaction.atomic():
            fresh.save(force_insert=True)
    except IntegrityError:
        # somebody entered the same person between our look and our write
        return held.get()
    return fresh


def _fill(person: Person, fresh: Person) -> None:
    gaps = [
        f
        for f in ("sex", "born", "phone", "phone_index", "address", "language")
        if not getattr(person, f) and getattr(fresh, f)
    ]
    for name in gaps:
        setattr(person, name, getattr(fresh, name))
    if not set(fresh.disabilities) <= set(person.disabilities):
        person.disabilities = sorted({*person.disabilities, *fresh.disabilities})
        gaps.append("disabilities")
    if gaps:
        person.save(update_fields=gaps)


def _join(person: Person, groups: tuple[str, ...], *, on: date, at: datetime) -> None:
    """Note that a person says they belong to groups; papers may show it later."""
    new = [code for code in groups if code not in person.groups]
    if not new:
        return
    GroupFact.objects.bulk_create(
        GroupFact(
            person=person, group=code, since=on, created_at=at,
            unit_id=person.unit_id, area_id=person.area_id, area_path=person.area_path,
        )
        for code in new
    )  # fmt: skip
    person.groups = [*person.groups, *new]
    person.save(update_fields=["groups"])


def reveal_number(*, actor: Actor, person: Person, at: datetime) -> str:
    """Return the identity number in full. The look is a recorded act. Raises NOT_FOUND when there is none."""
    require(actor, Verb.PEOPLE_SEE, person)
    if not person.id_number:
        raise NOT_FOUND(thing="id_number")
    record(actor=actor, verb=Verb.PEOPLE_SEE, subject=person, at=at, shown="id_number")
    return person.id_number


def _free(person: Person, described: Described, on: date) -> None:
    """Raise ID_NUMBER_REFUSED when somebody else of the same ledger has the number."""
    number = read_number(load(person.unit.pack).head.country, described.id_number, on=on).number
    others = Person.objects.filter(unit=person.unit, id_index=index_of(number)).exclude(
        pk=person.pk
    )
    if number and others.exists():
        raise ID_NUMBER_REFUSED(doubt="taken")


@transaction.atomic
def amend(
    *, actor: Actor, person: Person, described: Described, at: datetime, on: date
) -> tuple[str, ...]:
    """Put into the ledger what somebody says now; a blank erases nothing. Returns the fields that changed.

    The trail names the fields, never what stood in them; the kept versions have it. Raises NOT_FOUND,
    ID_NUMBER_IMPOSSIBLE, ID_NUMBER_REFUSED, PHONE_UNREADABLE.
    """
    row = (
        Person.objects.select_for_update(no_key=True, of=("self",))
        .select_related("unit")
        .filter(pk=person.pk)
    )
    held = row.first()
    if held is None:
        raise NOT_FOUND(thing="person")
    require(actor, Verb.PEOPLE_ENTER, held)
    _free(held, described, on)
    new = new_values(held, described, on)
    changed = tuple(new)
    _join(held, tuple(new.pop("groups", ())), on=on, at=at)
    for name, value in new.items():
        setattr(held, name, value)
    if "name" in new:
        held.name_keys = keys_of(held.name)
    if new:
        held.id_index, held.phone_index = index_of(held.id_number), index_of(held.phone)
        held.save(update_fields=[*new, "name_keys", "id_index", "phone_index"])
    record(actor=actor, verb=Verb.PEOPLE_ENTER, subject=held, at=at, act="amend", fields=changed)
    return changed
