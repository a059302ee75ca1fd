"""Which body decides on what is handed in at a desk, and where people can hand in."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Q

from songfa.access.models import Unit
from songfa.access.policy import Actor, public
from songfa.areas import reads as areas
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import UnitKind
from songfa.rules.problems import NO_VALUE_AT_DATE, NOT_FOUND, OFFICE_TAKES_NONE, Problem
from songfa.rules.verbs import Verb

MANY = 12
AT_THE_DOOR = frozenset({Verb.AID_APPLY, Verb.PEOPLE_ENTER})


@dataclass(frozen=True, slots=True)
class Office:
    """A unit where one can apply, with its place written out."""

    id: UUID
    name: str
    place: str
    pack: str
    country: str


def takes_applications(unit: Unit, on: date) -> bool:
    try:
        return load(unit.pack).get(UnitKind, unit.kind, on).takes_applications
    except Problem as why:
        if why.code == NO_VALUE_AT_DATE.code:
            return False
        raise


def agency_of(unit: Unit) -> Unit:
    """Return the body that decides: the nearest one upwards that takes applications and signs its own numbers.

    A station receives for its centre. Whoever stands under no such body (a commune under its department of
    justice) receives for the agency of its place; where there is none, for the nearest body that signs, or itself.
    """
    above: Unit | None = unit
    signs: Unit | None = None
    while above is not None:
        if above.letter:
            if _takes(above):
                return above
            signs = signs or above
        above = above.parent
    return _agency_there(unit) or signs or unit


def _takes(unit: Unit) -> bool:
    kinds = load(unit.pack).versions("unit_kinds", unit.kind)
    return bool(kinds) and isinstance(kinds[-1], UnitKind) and kinds[-1].takes_applications


def _agency_there(unit: Unit) -> Unit | None:
    """Return the agency for a unit's place: the one whose place is the smallest around it."""
    around = [*_above(unit.area_path), unit.area_path]
    rows = Unit.objects.filter(area_path__in=around, pack=unit.pack).exclude(letter="")
    rows = rows.filter(valid__upper_inf=True).select_related("area", "parent")
    found = [u for u in rows if _takes(u)]
    return max(found, key=lambda u: (len(u.area_path), u.name), default=None)


def at_the_door(actor: Actor, agency: Unit) -> Actor:
    """Return the actor as far as handing in goes: at the deciding body's desk, seeing nothing of its files."""
    verbs = frozenset(v for v in AT_THE_DOOR if actor.may(v))
    return replace(actor, path=agency.area_path, reach="unit", verbs=verbs, anchor=agency)


def handing_on(actor: Actor, agency: Unit) -> Actor:
    """Return the actor at the agency's desk with an application that somebody gave them to hand on."""
    verbs = AT_THE_DOOR if actor.may(Verb.AID_HAND_ON) else frozenset()
    return replace(actor, path=agency.area_path, reach="unit", verbs=verbs, anchor=agency)


def public_door(unit: Unit, on: date) -> Actor:
    return public(agency_of(unit), on)


def by_id(unit_id: str, on: date) -> Unit:
    """Return a unit that takes applications. Raises NOT_FOUND, OFFICE_TAKES_NONE."""
    try:
        unit = (
            Unit.objects.select_related("area", "parent")
            .filter(pk=UUID(unit_id), valid__contains=on)
            .first()
        )
    except ValueError:
        unit = None
    if unit is None:
        raise NOT_FOUND(thing="unit")
    if not takes_applications(unit, on):
        raise OFFICE_TAKES_NONE(unit=unit.name)
    return unit


def near(query: str, on: date, country: str = "") -> list[Office]:
    """Return where to apply for a place as people type it: desks inside it first, then those of the places above.

    Without a query, the first desks of all, or of `country` where it has any.
    """
    places = areas.find(query, on=on, limit=5)
    rows = Unit.objects.filter(valid__contains=on).select_related("area")
    if query.strip():
        wanted = Q(name__icontains=query.strip())
        for place in places:
            wanted |= Q(area_path__startswith=place.path) | Q(area_path__in=_above(place.path))
        rows = rows.filter(wanted)
    elif country:
        there = rows.filter(area__country=country)
        rows = there if there.exists() else rows
    first = places[0].path if places else ""
    taking = [
        u for u in rows.order_by("area_path", "name")[: MANY * 20] if takes_applications(u, on)
    ]
    taking.sort(key=lambda u: _rank(u, first, query.strip()))
    return [office(u, on) for u in taking[:MANY]]


def _above(path: str) -> list[str]:
    labels = path.rstrip(".").split(".")
    return [".".join(labels[:n]) + "." for n in range(2, len(labels))]


def _rank(unit: Unit, path: str, query: str) -> tuple[int, int, str]:
    if query and query.casefold() in unit.name.casefold():
        return 0, 0, unit.name
    if path and unit.area_path.startswith(path):
        return 1, len(unit.area_path), unit.name
    return 2, -len(unit.area_path), unit.name


def office(unit: Unit, on: date) -> Office:
    return Office(
        unit.pk, unit.name, areas.spelled(unit.area, on), unit.pack, load(unit.pack).head.country
    )


def others(unit: Unit, on: date, limit: int = 200) -> list[Unit]:
    """Return the other agencies of a unit's country, the nearest in the territory first."""
    country = load(unit.pack).head.country
    rows = Unit.objects.filter(valid__contains=on, area_path__startswith=f"{country}.")
    found = [u for u in rows.exclude(letter="").exclude(pk=unit.pk) if takes_applications(u, on)]
    found.sort(key=lambda u: (-_shared(u.area_path, unit.area_path), u.area_path, u.name))
    return found[:limit]


def _shared(a: str, b: str) -> int:
    """Return how many steps of the territory two places share, from the country downwards."""
    n = 0
    for left, right in zip(a.split("."), b.split("."), strict=False):
        if left != right:
            break
        n += 1
    return n


REFERRING = frozenset({Verb.AID_REFER})


def agency_for_referral(unit: Unit) -> Unit:
    """Return the body to which a unit refers: the nearest above it that decides, else that of its territory.

    A commune (vn) has no centre above it in the tree: it refers to the legal-aid centre of its province.
    Raises OFFICE_TAKES_NONE where there is none.
    """
    agency = agency_of(unit)
    if not agency.letter:
        raise OFFICE_TAKES_NONE(unit=unit.name)
    return agency


def referring(actor: Actor, agency: Unit) -> Actor:
    """Return the actor as far as referring goes: at the desk of the body that takes on, seeing nothing there."""
    verbs = frozenset(v for v in REFERRING if actor.may(v))
    return replace(actor, path=agency.area_path, reach="unit", verbs=verbs, anchor=agency)
