"""Questions about units, postings and keys, each within the reach of the actor who asks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Count, Model, Prefetch, Q, QuerySet

from songfa.access.models import Posting, Unit, User
from songfa.access.policy import Actor, days_around, holds
from songfa.areas import reads as areas
from songfa.areas.models import Area
from songfa.base.models import index_of
from songfa.network.models import ApiToken, Leave, Practitioner
from songfa.rules.packs.read import load, of_area
from songfa.rules.packs.schema import Role, UnitKind
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb

M = TypeVar("M", bound=Model)
MANY = 200
# which level of the packs' unit kinds stands at which level of the territory
LEVELS = {
    "province": ("province", "city"),
    "prefecture": ("city",),
    "county": ("county",),
    "district": ("county",),
    "township": ("township", "village"),
    "commune": ("township", "village"),
}
EVERYWHERE = ("country", "any")


def within(actor: Actor, rows: QuerySet[M], unit: str = "") -> QuerySet[M]:
    """Keep the units, or the rows of units (`unit` is the path to it, `unit__`), that the actor manages."""
    if not actor.may(Verb.ACCESS_MANAGE) or actor.reach not in ("area", "unit"):
        return rows.none()
    if actor.reach == "unit":
        return rows.filter(**{f"{unit}pk": actor.unit_id})
    if not actor.path:
        return rows
    return rows.filter(
        **{f"{unit}area_path__gte": actor.path, f"{unit}area_path__lt": actor.path + "~"}
    )


def _found(row: M | None, thing: str) -> M:
    if row is None:
        raise NOT_FOUND(thing=thing)
    return row


# -- the tree ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Leaf:
    """A unit in the tree: how deep it stands below what is shown, and how many people are posted there."""

    unit: Unit
    depth: int
    people: int


@dataclass(frozen=True, slots=True)
class Tree:
    leaves: tuple[Leaf, ...]
    more: bool


def tree(actor: Actor, on: date, q: str = "") -> Tree:
    """Return the units that the actor manages, each below the one it stands under; a search gives a flat list.

    At most 200: `more` says that there are others.
    """
    held = Count("postings__user", filter=Q(postings__valid__contains=on), distinct=True)
    rows = (
        within(actor, Unit.objects.filter(valid__contains=on))
        .annotate(people=held)
        .select_related("area")
    )
    words = q.split()
    for word in words:
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(area__name__icontains=word)
            | Q(area__keys__contains=word.lower())
        )
    found = list(rows.order_by("area_path", "created_at", "name")[: MANY + 1])
    shown = found[:MANY]
    leaves = [_leaf(u, 0) for u in shown] if words else _nested(shown)
    return Tree(tuple(leaves), len(found) > MANY)


def _leaf(unit: Unit, depth: int) -> Leaf:
    return Leaf(unit, depth, unit.people)  # type: ignore[attr-defined]  # counted by `tree`


def _nested(units: Sequence[Unit]) -> list[Leaf]:
    known = {u.pk for u in units}
    below: dict[UUID | None, list[Unit]] = {}
    for unit in units:
        below.setdefault(unit.parent_id if unit.parent_id in known else None, []).append(unit)
    leaves: list[Leaf] = []
    todo = [(u, 0) for u in reversed(below.get(None, []))]
    while todo:
        unit, depth = todo.pop()
        leaves.append(_leaf(unit, depth))
        todo += [(u, depth + 1) for u in reversed(below.get(unit.pk, []))]
    return leaves


# -- one unit ---------------------------------------------------------------------------------------


def unit(actor: Actor, key: UUID) -> Unit:
    """Return a unit that the actor manages. Raises NOT_FOUND."""
    rows = within(actor, Unit.objects.filter(pk=key)).select_related("area", "parent__area")
    return _found(rows.first(), Unit._meta.label)


def day_at(key: str, at: datetime) -> date:
    """Return which day it is where a unit stands. Raises NOT_FOUND for a key of none."""
    try:
        packs = Unit.objects.filter(pk=UUID(key)).values_list("pack", flat=True)
    except ValueError:
        packs = Unit.objects.none().values_list("pack", flat=True)
    pack = packs.first()
    if pack is None:
        raise NOT_FOUND(thing=Unit._meta.label)
    return load(pack).day(at)


def children(actor: Actor, of: Unit, on: date) -> list[Unit]:
    rows = within(actor, Unit.objects.filter(parent=of, valid__contains=on)).select_related("area")
    return list(rows.order_by("area_path", "name")[:MANY])


@dataclass(frozen=True, slots=True)
class Held:
    """A posting, whether it holds on the day, its keys that work, and whether the account is the actor's to manage."""

    posting: Posting
    current: bool
    tokens: tuple[ApiToken, ...]
    ours: bool
    own: bool


def staff(actor: Actor, of: Unit, at: datetime) -> list[Held]:
    """Return the postings of a unit: those that hold first, by name; ended ones after them."""
    return _drawn(actor, Posting.objects.filter(unit=of), at)


def held_by(actor: Actor, user: User, at: datetime) -> list[Held]:
    """Return the postings of an account in units that the actor manages, in the same order."""
    return _drawn(actor, Posting.objects.filter(user=user), at)


def _drawn(actor: Actor, rows: QuerySet[Posting], at: datetime) -> list[Held]:
    living = ApiToken.objects.filter(revoked_at__isnull=True, expires_at__gt=at).order_by(
        "created_at"
    )
    kept = within(actor, rows, "unit__").select_related("user", "unit")
    found = list(
        kept.prefetch_related(Prefetch("tokens", living, to_attr="living")).order_by(
            "user__name", "role"
        )
    )
    foreign = elsewhere(actor, {p.user_id for p in found}, at)
    held = [_held(actor, p, at, foreign) for p in found]
    return sorted(held, key=lambda h: not h.current)


def manages(actor: Actor, user: User, at: datetime) -> bool:
    """Return whether an account is the actor's alone to close, open or give a password."""
    return user.pk != actor.user.pk and not elsewhere(actor, [user.pk], at)


def _held(actor: Actor, row: Posting, at: datetime, foreign: set[UUID]) -> Held:
    ours = row.user_id not in foreign and row.user_id != actor.user.pk
    return Held(row, holds(row, at), tuple(row.living), ours, row.user_id == actor.user.pk)  # type: ignore[attr-defined]


def elsewhere(actor: Actor, users: Iterable[UUID], at: datetime) -> set[UUID]:
    """Return which of these accounts hold a posting outside what the actor manages: they are not the actor's alone."""
    held = Posting.objects.filter(user__in=list(users), valid__overlap=days_around(at))
    others = held.exclude(pk__in=within(actor, held, "unit__")).select_related("unit")
    return {p.user_id for p in others if holds(p, at)}


def posting(actor: Actor, key: UUID) -> Posting:
    """Return a posting in a unit that the actor manages. Raises NOT_FOUND."""
    rows = within(actor, Posting.objects.filter(pk=key), "unit__").select_related(
        "user", "unit__area"
    )
    return _found(rows.first(), Posting._meta.label)


def account(actor: Actor, key: UUID) -> User:
    """Return an account that is or was posted in a unit that the actor manages. Raises NOT_FOUND."""
    posted = within(actor, Posting.objects.filter(user=key), "unit__")
    rows = User.objects.filter(pk__in=posted.values("user_id"), is_system=False)
    return _found(rows.first(), User._meta.label)


def account_named(username: str) -> User:
    """Return the account of somebody who may be posted, by the exact name. Raises NOT_FOUND."""
    rows = User.objects.filter(username__iexact=username.strip(), is_system=False, is_active=True)
    return _found(rows.first(), User._meta.label)


def token(actor: Actor, key: UUID) -> ApiToken:
    """Return a key of a posting that the actor manages. Raises NOT_FOUND."""
    rows = within(actor, ApiToken.objects.filter(pk=key), "posting__unit__")
    return _found(rows.select_related("posting__unit").first(), ApiToken._meta.label)


# -- what may be chosen -----------------------------------------------------------------------------


def roles(pack: str, on: date) -> list[Role]:
    """Return the roles of staff in a pack on a day, in its order."""
    return [r for r in load(pack).all(Role, on).values() if r.staff]


def pack_of(area: Area, on: date) -> str:
    """Return the pack under whose rules a unit in this area stands."""
    return of_area(area.country, area.code, on)


def kinds(area: Area, on: date) -> list[UnitKind]:
    """Return the kinds of unit that fit the level of an area on a day."""
    fitting = (*LEVELS[area.level], *EVERYWHERE)
    return [k for k in load(pack_of(area, on)).all(UnitKind, on).values() if k.level in fitting]


def places(actor: Actor, q: str, on: date) -> list[Area]:
    """Return the areas of a name in which the actor may open units."""
    if not actor.may(Verb.ACCESS_MANAGE) or actor.reach != "area":
        return []
    return areas.find(q, on=on, within=actor.path or None, limit=12)


def place(actor: Actor, key: UUID, on: date) -> Area:
    """Return an area in which the actor may open units. Raises NOT_FOUND."""
    rows = areas.subtree(actor.path, on) if actor.path else areas.in_force(on)
    allowed = actor.may(Verb.ACCESS_MANAGE) and actor.reach == "area"
    return _found(rows.filter(pk=key).first() if allowed else None, Area._meta.label)


def above(actor: Actor, area: Area, on: date) -> list[Unit]:
    """Return the units under which one in this area may stand: those there and above, as far as managed."""
    labels = area.path.rstrip(".").split(".")
    paths = [".".join(labels[:n]) + "." for n in range(1, len(labels) + 1)]
    rows = within(actor, Unit.objects.filter(valid__contains=on, area_path__in=paths))
    return list(rows.select_related("area").order_by("-area_path", "created_at", "name"))


# -- keys of programs -------------------------------------------------------------------------------


def fingerprint(key: str) -> str:
    return index_of(f"api-token:{key}")


def by_key(key: str, at: datetime) -> ApiToken | None:
    """Return the token of a key while it works: not revoked, not expired, its account open, its posting holding."""
    rows = ApiToken.objects.filter(
        fingerprint=fingerprint(key), revoked_at__isnull=True, expires_at__gt=at,
        posting__user__is_active=True,
    )  # fmt: skip
    found = rows.select_related("posting__user", "posting__unit__area").first()
    return found if found is not None and holds(found.posting, at) else None


# -- who may apply on somebody's behalf -------------------------------------------------------------


def partners(of: Unit, on: date) -> list[Unit]:
    """Return the units of the same county (cn) or province (vn) that may apply on somebody's behalf, at most forty.

    Stations, federations, communes; not the unit itself, no firms.
    """
    labels = of.area_path.rstrip(".").split(".")
    low = ".".join(labels[: NEIGHBOURS.get(labels[0], len(labels))]) + "."
    rows = Unit.objects.filter(valid__contains=on, area_path__gte=low, area_path__lt=low + "~")
    rows = rows.exclude(pk=of.pk).exclude(kind__in=FIRMS)
    return list(rows.order_by("area_path", "name")[:PARTNERS])


PARTNERS = 40
NEIGHBOURS = {"cn": 4, "vn": 2}  # how many labels of a path its county or province has
FIRMS = ("law_firm", "grassroots_legal_office", "bar_association")


# -- the roll ---------------------------------------------------------------------------------------


def roll(actor: Actor) -> list[Practitioner]:
    """Return the practitioners of the units that the actor manages, at most 200, by name."""
    rows = within(actor, Practitioner.objects.select_related("unit"), "unit__")
    return list(rows.order_by("-active", "name", "pk")[:MANY])


def practitioner(actor: Actor, key: UUID) -> Practitioner:
    """Return a practitioner of a unit that the actor manages. Raises NOT_FOUND."""
    rows = within(actor, Practitioner.objects.filter(pk=key), "unit__")
    return _found(rows.select_related("unit").first(), Practitioner._meta.label)


def leaves(of: Practitioner, on: date) -> list[Leave]:
    """Return the leave that is not over, the next first."""
    return list(Leave.objects.filter(practitioner=of, last__gte=on).order_by("first"))
