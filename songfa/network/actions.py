"""What may be done with units, accounts, postings, practitioners and the keys of programs.

Whoever manages accounts does so in the units below their own place, and never for themselves.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from songfa.access.models import Posting, Unit, User
from songfa.access.policy import Actor, holds, require
from songfa.areas.models import Area
from songfa.audit.door import Act, look_many, record, record_many
from songfa.base.models import Row
from songfa.network import reads
from songfa.network.models import ApiToken, Leave, Practitioner
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import UnitKind
from songfa.rules.problems import (
    ACCOUNT_ELSEWHERE,
    DAYS_REVERSED,
    NAME_TAKEN,
    NOT_FOUND,
    OWN_RIGHTS,
    PASSWORD_WEAK,
    POSTING_HELD,
    TOKEN_SPAN,
)
from songfa.rules.verbs import Verb

# no key lives longer than a year
LONGEST = timedelta(days=366)
# a key in use leaves one line an hour, not one a request
SIGNED_IN_FOR = timedelta(hours=1)

PRACTITIONER = "practitioner"


def _manage(actor: Actor, *units: Unit | None) -> None:
    """Raise NOT_ALLOWED without the verb, NOT_FOUND for a unit outside the actor's place."""
    require(actor, Verb.ACCESS_MANAGE)
    for unit in units:
        if unit is not None and not reads.within(actor, Unit.objects.filter(pk=unit.pk)).exists():
            raise NOT_FOUND(thing=unit._meta.label)


def _not_own(actor: Actor, user: User) -> None:
    if user.pk == actor.user.pk:
        raise OWN_RIGHTS(verb=Verb.ACCESS_MANAGE)


def _whole(actor: Actor, user: User, at: datetime) -> None:
    """Raise OWN_RIGHTS for oneself, NOT_FOUND for somebody never posted below, ACCOUNT_ELSEWHERE for one shared."""
    require(actor, Verb.ACCESS_MANAGE)
    _not_own(actor, user)
    reads.account(actor, user.pk)
    if reads.elsewhere(actor, [user.pk], at):
        raise ACCOUNT_ELSEWHERE(name=user.name)


def _tell(
    actor: Actor, subject: Row | User, place: Unit | None, at: datetime, **detail: object
) -> None:
    """Record an act in the chain of the unit's place."""
    path = place.area_path if place else ""
    record_many(actor, [Act(Verb.ACCESS_MANAGE, subject._meta.label, subject.pk, path, at, detail)])


@transaction.atomic
def open_unit(
    *,
    actor: Actor,
    name: str,
    kind: str,
    area: Area,
    pack: str,
    at: datetime,
    letter: str = "",
    parent: Unit | None = None,
) -> Unit:
    """Open a unit in an area. Raises when the pack knows no such kind on that day, NAME_TAKEN for the same unit again.

    NOT_FOUND for an area, or a unit above, outside the actor's place.
    """
    _manage(actor, parent)
    if actor.reach != "area" or not area.path.startswith(actor.path):
        raise NOT_FOUND(thing=area._meta.label)
    on = load(pack).day(at)
    load(pack).one("unit_kinds", kind, on)
    if Unit.objects.filter(name=name, area=area, kind=kind).exists():
        raise NAME_TAKEN(name=name)
    unit = Unit.objects.create(
        name=name, kind=kind, pack=pack, letter=letter, area=area, area_path=area.path, parent=parent,
        valid=(on, None), created_at=at,
    )  # fmt: skip
    _tell(actor, unit, unit, at, act="open_unit", kind=kind)
    return unit


@transaction.atomic
def enrol(
    *,
    actor: Actor,
    username: str,
    name: str,
    password: str,
    language: str,
    at: datetime,
    given: bool = False,
) -> User:
    """Make an account. Raises PASSWORD_WEAK or NAME_TAKEN; nothing is kept then.

    A password that was `given` opens nothing but the page on which its owner chooses another.
    """
    require(actor, Verb.ACCESS_MANAGE)
    user = User(
        username=username, name=name, language=language, password_given=given, created_at=at
    )
    _set_password(user, password)
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as why:
        raise NAME_TAKEN(name=username) from why
    _tell(actor, user, actor.anchor, at, act="enrol")
    return user


def _set_password(user: User, password: str) -> None:
    try:
        validate_password(password, user)
    except ValidationError as why:
        raise PASSWORD_WEAK(why=" ".join(why.messages)) from why
    user.set_password(password)


@transaction.atomic
def post(
    *, actor: Actor, user: User, role: str, unit: Unit, at: datetime, until: date | None = None
) -> Posting:
    """Give a user a role in a unit from this day on; one that had ended begins anew.

    Raises when the pack knows no such role on that day, POSTING_HELD when the user has it already, OWN_RIGHTS for
    oneself, NOT_FOUND for a unit outside the actor's place and for accounts of the house.
    """
    _manage(actor, unit)
    _not_own(actor, user)
    if user.is_system:
        raise NOT_FOUND(thing=user._meta.label)
    on = load(unit.pack).day(at)
    load(unit.pack).one("roles", role, on)
    posting = (
        Posting.objects.select_for_update(no_key=True)
        .filter(user=user, role=role, unit=unit)
        .first()
    )
    if posting is None:
        posting = Posting(user=user, role=role, unit=unit, created_at=at)
    elif holds(posting, at):
        raise POSTING_HELD(name=user.name)
    posting.area_path = unit.area_path
    posting.valid = (on, until)
    posting.save()
    _tell(actor, posting, unit, at, act="post", role=role)
    if role == PRACTITIONER:
        _enlist(user, unit, at)
    return posting


def _enlist(user: User, unit: Unit, at: datetime) -> None:
    """Put whoever is posted as a practitioner on the roll, so that files can be given to them."""
    pack = load(unit.pack)
    kind = pack.get(UnitKind, unit.kind, pack.day(at)).practitioner
    known, made = Practitioner.objects.get_or_create(
        held_by=user, unit=unit,
        defaults={
            "name": user.name, "kind": kind, "area": unit.area, "area_path": unit.area_path,
            "languages": [user.language], "created_at": at,
        },
    )  # fmt: skip
    if not made and not known.active:
        known.active = True
        known.save(update_fields=["active"])


@transaction.atomic
def end_posting(*, actor: Actor, posting: Posting, at: datetime) -> Posting:
    """End a posting from this day on: its keys end with it, and a practitioner takes no more files.

    Raises OWN_RIGHTS for one's own, NOT_FOUND outside the actor's place or when it has ended.
    """
    _manage(actor, posting.unit)
    _not_own(actor, posting.user)
    on = load(posting.unit.pack).day(at)
    row = (
        Posting.objects.select_for_update(no_key=True)
        .filter(pk=posting.pk, valid__contains=on)
        .first()
    )
    if row is None:
        raise NOT_FOUND(thing=Posting._meta.label)
    row.valid = (row.valid.lower, on)
    row.save(update_fields=["valid"])
    keys = ApiToken.objects.filter(posting=row, revoked_at__isnull=True).update(revoked_at=at)
    still = Posting.objects.filter(
        user_id=row.user_id, unit_id=row.unit_id, role=row.role, valid__contains=on
    )
    if not still.exists():
        Practitioner.objects.filter(held_by_id=row.user_id, unit_id=row.unit_id).update(
            active=False
        )
    _tell(actor, row, posting.unit, at, act="end_posting", role=row.role, keys=keys)
    return row


@transaction.atomic
def lock(*, actor: Actor, user: User, at: datetime) -> User:
    """Close an account: nobody signs in with it, its keys stop working. Raises as `renew_password`."""
    _whole(actor, user, at)
    user.is_active = False
    user.save(update_fields=["is_active"])
    _tell(actor, user, actor.anchor, at, act="lock")
    return user


@transaction.atomic
def unlock(*, actor: Actor, user: User, at: datetime) -> User:
    """Open a closed account again. Raises as `renew_password`."""
    _whole(actor, user, at)
    user.is_active = True
    user.save(update_fields=["is_active"])
    _tell(actor, user, actor.anchor, at, act="unlock")
    return user


@transaction.atomic
def renew_password(*, actor: Actor, user: User, password: str, at: datetime) -> User:
    """Give an account a new password, which ends its sessions and must be replaced at the next sign-in.

    Raises OWN_RIGHTS for oneself, NOT_FOUND for an account never posted below the actor's place, ACCOUNT_ELSEWHERE for
    one that is posted outside it too, PASSWORD_WEAK.
    """
    _whole(actor, user, at)
    _set_password(user, password)
    user.password_given = True
    user.save(update_fields=["password", "password_given"])
    _tell(actor, user, actor.anchor, at, act="renew_password")
    return user


@dataclass(frozen=True, slots=True)
class Key:
    """A token and its key, which nobody can see again."""

    token: ApiToken
    key: str


@transaction.atomic
def make_token(*, actor: Actor, posting: Posting, name: str, until: datetime, at: datetime) -> Key:
    """Make a key by which a program acts in a posting.

    Raises NOT_FOUND outside the actor's place or for a posting that does not hold, TOKEN_SPAN for an end that is past
    or more than a year ahead.
    """
    _manage(actor, posting.unit)
    if not holds(Posting.objects.select_related("unit").get(pk=posting.pk), at):
        raise NOT_FOUND(thing=posting._meta.label)
    if not at < until <= at + LONGEST:
        raise TOKEN_SPAN(days=LONGEST.days)
    key = f"songfa_{secrets.token_urlsafe(32)}"
    token = ApiToken.objects.create(
        fingerprint=reads.fingerprint(key),
        posting=posting,
        name=name,
        made_by=actor.user,
        expires_at=until,
        created_at=at,
    )
    _tell(actor, token, posting.unit, at, act="make_token", posting=posting.pk, until=until)
    return Key(token, key)


@transaction.atomic
def revoke_token(*, actor: Actor, token: ApiToken, at: datetime) -> ApiToken:
    """End a key at once. Raises NOT_FOUND outside the actor's place."""
    _manage(actor, token.posting.unit)
    if token.revoked_at is None:
        token.revoked_at = at
        token.save(update_fields=["revoked_at"])
        _tell(actor, token, token.posting.unit, at, act="revoke_token")
    return token


@transaction.atomic
def sign_in(*, actor: Actor, token: ApiToken, at: datetime) -> None:
    """Note that a key is used; the first use in an hour leaves a line."""
    if token.last_used_at is not None and at - token.last_used_at < SIGNED_IN_FOR:
        return
    ApiToken.objects.filter(pk=token.pk).update(last_used_at=at)
    place = token.posting.unit.area_path
    look_many(
        actor, [Act(Verb.ACCESS_SIGN_IN, token._meta.label, token.pk, place, at, {"by": "token"})]
    )


@transaction.atomic
def register(
    *,
    actor: Actor,
    user: User,
    unit: Unit,
    kind: str,
    skills: list[str],
    languages: list[str],
    since: date | None,
    at: datetime,
) -> Practitioner:
    """Write down what a practitioner is and can do. Raises NOT_FOUND for a unit outside the actor's place."""
    _manage(actor, unit)
    told = {
        "name": user.name, "kind": kind, "area": unit.area, "area_path": unit.area_path,
        "skills": skills, "languages": languages, "practising_since": since,
    }  # fmt: skip
    row, made = Practitioner.objects.get_or_create(
        held_by=user, unit=unit, defaults={**told, "created_at": at}
    )
    if not made:
        row = Practitioner.objects.select_for_update(no_key=True).get(pk=row.pk)
        for name, value in told.items():
            setattr(row, name, value)
        row.save(update_fields=list(told))
    record(actor=actor, verb=Verb.ACCESS_MANAGE, subject=row, at=at, act="register")
    return row


@dataclass(frozen=True, slots=True)
class Known:
    """What the roll says of a practitioner. `capacity` is files at a time; None leaves it to the pack."""

    kind: str
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    licence: str = ""
    phone: str = ""
    licence_until: date | None = None
    practising_since: date | None = None
    capacity: int | None = None
    struck_off_on: date | None = None


@transaction.atomic
def keep_roll(
    *, actor: Actor, practitioner: Practitioner, known: Known, at: datetime
) -> Practitioner:
    """Write down what the roll says of a practitioner, such as that they were struck off.

    Raises NOT_FOUND for a unit outside the actor's place.
    """
    _manage(actor, practitioner.unit)
    row = Practitioner.objects.select_for_update(no_key=True).get(pk=practitioner.pk)
    for name in Known.__dataclass_fields__:
        value = getattr(known, name)
        setattr(row, name, list(value) if isinstance(value, tuple) else value)
    row.save(update_fields=list(Known.__dataclass_fields__))
    struck = known.struck_off_on.isoformat() if known.struck_off_on else ""
    record(
        actor=actor, verb=Verb.ACCESS_MANAGE, subject=row, at=at, act="keep_roll", struck_off=struck
    )
    return row


@transaction.atomic
def take_leave(
    *, actor: Actor, practitioner: Practitioner, first: date, last: date, at: datetime
) -> Leave:
    """Write down days on which a practitioner takes no files. Raises DAYS_REVERSED, NOT_FOUND outside the place."""
    _manage(actor, practitioner.unit)
    if last < first:
        raise DAYS_REVERSED(first=first, last=last)
    # a file that is being given to them just now comes before, or sees this
    Practitioner.objects.select_for_update(no_key=True).get(pk=practitioner.pk)
    row = Leave.objects.create(
        practitioner=practitioner, first=first, last=last, created_at=at, **practitioner.belonging(),
    )  # fmt: skip
    record(
        actor=actor, verb=Verb.ACCESS_MANAGE, subject=practitioner, at=at, act="take_leave", first=first, last=last
    )  # fmt: skip
    return row
