"""May this actor do this, here? The one rule that filters lists and guards single things."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet

from songfa.access.models import Placed, Posting, Unit, User
from songfa.rules.packs.read import load
from songfa.rules.problems import NOT_ALLOWED, NOT_FOUND
from songfa.rules.verbs import Verb

P = TypeVar("P", bound=Placed)
PUBLIC = "resident"
SYSTEM = "system"
EVERYWHERE = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody acting in one posting: what they may do (`verbs`), where (`path`) and how far (`reach`).

    `reach` is `area` (all below the path), `unit` (their unit's rows), `own` (rows given to them) or `none`.
    `anchor` is the unit for which they act; None for the public and the system.
    """

    user: User
    role: str
    pack: str
    path: str
    reach: str
    verbs: frozenset[str]
    anchor: Unit | None = None

    def may(self, verb: Verb) -> bool:
        return verb in self.verbs

    @property
    def unit_id(self) -> UUID | None:
        return self.anchor.pk if self.anchor else None


@lru_cache(maxsize=4096)
def _role(pack: str, role: str, on: date) -> tuple[str, frozenset[str]]:
    entry = load(pack).one("roles", role, on)
    return entry.reach, frozenset(entry.verbs)  # type: ignore[attr-defined]


def zone(actor: Actor) -> ZoneInfo | None:
    """Return the zone in which the actor's day begins: today of a desk is the day of its country."""
    return ZoneInfo(load(actor.pack).head.timezone) if actor.pack else None


def acting(posting: Posting, on: date) -> Actor:
    """Return the actor that a posting makes of its user on a day.

    Who sees only what is given to them sees it wherever in the country it lies: a firm of the city
    takes a file of a county.
    """
    pack = posting.unit.pack
    reach, verbs = _role(pack, posting.role, on)
    path = f"{load(pack).head.country}." if reach == "own" else posting.area_path
    return Actor(posting.user, posting.role, pack, path, reach, verbs, posting.unit)


def days_around(at: datetime) -> DateRange:
    """Return the days that it may be somewhere at a moment: to ask the database before `holds` decides."""
    return DateRange(at.date() - timedelta(days=1), at.date() + timedelta(days=2))


def holds(posting: Posting, at: datetime) -> bool:
    """Return whether a posting holds at a moment: its days begin and end in the zone of its unit's country.

    One that lasted no whole day is an empty range, which holds never.
    """
    on = load(posting.unit.pack).day(at)
    low, high = posting.valid.lower, posting.valid.upper
    return not posting.valid.isempty and low <= on and (high is None or on < high)


def postings(user: User, at: datetime) -> list[Posting]:
    """Return the postings a user holds at a moment, the oldest first."""
    rows = Posting.objects.filter(user=user, valid__overlap=days_around(at))
    found = rows.select_related("unit__area", "user").order_by("created_at", "pk")
    return [p for p in found if holds(p, at)]


def public(unit: Unit, on: date) -> Actor:
    """Return the actor of the public door: a resident nobody knows, at the desk of one unit.

    It has a resident's verbs but sees nothing; while the request lasts, the database shows it that
    unit's rows and no others.
    """
    _, verbs = _role(unit.pack, PUBLIC, on)
    user = User.objects.get(username=PUBLIC)
    blind = frozenset(v for v in verbs if not v.endswith(".see"))
    return Actor(user, PUBLIC, unit.pack, unit.area_path, "unit", blind, unit)


def system(pack: str) -> Actor:
    """Return the actor of commands and of the worker: every verb, everywhere."""
    return Actor(
        User.objects.get(username=SYSTEM), SYSTEM, pack, EVERYWHERE, "area", frozenset(Verb)
    )


def inside(actor: Actor, thing: Placed) -> bool:
    """Return whether the thing lies within the actor's reach."""
    if not thing.area_path.startswith(actor.path):
        return False
    if actor.reach == "unit":
        return thing.unit_id == actor.unit_id
    if actor.reach == "own":
        return thing.held_by_id == actor.user.pk
    return actor.reach == "area"


def visible(actor: Actor, verb: Verb, rows: QuerySet[P]) -> QuerySet[P]:
    """Keep the rows within the actor's reach; none when the role lacks the verb."""
    if not actor.may(verb) or actor.reach == "none":
        return rows.none()
    if actor.path:
        rows = rows.filter(area_path__gte=actor.path, area_path__lt=actor.path + "~")
    if actor.reach == "unit":
        return rows.filter(unit_id=actor.unit_id)
    if actor.reach == "own":
        return rows.filter(held_by_id=actor.user.pk)
    return rows


def require(actor: Actor, verb: Verb, thing: Placed | None = None) -> None:
    """Raise NOT_FOUND for what lies outside, NOT_ALLOWED for what lies inside but is not theirs to do."""
    if thing is not None and not inside(actor, thing):
        raise NOT_FOUND(thing=thing._meta.label)
    if not actor.may(verb):
        raise NOT_ALLOWED(verb=verb)


# -- the same rule in the database ------------------------------------------------------------------

# the role that signs in, and those into which it steps for as long as an actor is bound
WEB = "songfa_web"
ROLES = {"area": "songfa_area", "unit": "songfa_unit", "own": "songfa_own"}
_SET = (
    "select set_config('songfa.low', %s, false), set_config('songfa.high', %s, false),"
    " set_config('songfa.unit', %s, false), set_config('songfa.own', %s, false), set_config('role', %s, false)"
)


def _bounds(actor: Actor | None) -> tuple[str, str, str, str]:
    if actor is None or actor.reach == "none":
        return "~", "~", "", ""  # an empty range: nothing is seen
    unit = str(actor.unit_id or UUID(int=0)) if actor.reach == "unit" else ""
    own = str(actor.user.pk) if actor.reach == "own" else ""
    return actor.path, f"{actor.path}~", unit, own


def _database_role(actor: Actor | None) -> str:
    return ROLES.get(actor.reach if actor else "", ROLES["area"])


@contextmanager
def bound(actor: Actor | None) -> Iterator[None]:
    """Let the database serve only what the actor may see, as a role that cannot bypass its own rules."""
    with _within(_bounds(actor), _database_role(actor)):
        yield


@contextmanager
def everywhere() -> Iterator[None]:
    """Let the database serve every row, to a look that gives back no more than codes (conflicts of interest)."""
    with _within((EVERYWHERE, f"{EVERYWHERE}~", "", ""), ROLES["area"]):
        yield


@contextmanager
def _within(bounds: tuple[str, str, str, str], role: str) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select current_setting('songfa.low', true), current_setting('songfa.high', true),"
            " current_setting('songfa.unit', true), current_setting('songfa.own', true), current_setting('role')"
        )
        before = cursor.fetchone()
        cursor.execute(_SET, [*bounds, role])
    try:
        yield
    finally:
        if not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute(_SET, [x or "" for x in before[:4]] + [before[4]])
