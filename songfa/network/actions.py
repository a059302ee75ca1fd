"""What may be done with units, accounts, postings and practitioners."""

from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from songfa.access.models import Posting, Unit, User
from songfa.access.policy import Actor, require
from songfa.areas.models import Area
from songfa.audit.door import Act, record, record_many
from songfa.network.models import Practitioner
from songfa.rules.packs.read import load
from songfa.rules.problems import NAME_TAKEN, PASSWORD_WEAK
from songfa.rules.verbs import Verb


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
    """Open a unit in an area. Raises when the pack knows no such kind on that day."""
    require(actor, Verb.ACCESS_MANAGE)
    load(pack).one("unit_kinds", kind, at.date())
    unit = Unit.objects.create(
        name=name, kind=kind, pack=pack, letter=letter, area=area, area_path=area.path, parent=parent,
        valid=(at.date(), None), created_at=at,
    )  # fmt: skip
    record(actor=actor, verb=Verb.ACCESS_MANAGE, subject=unit, at=at, act="open_unit", kind=kind)
    return unit


@transaction.atomic
def enrol(
    *, actor: Actor, username: str, name: str, password: str, language: str, at: datetime
) -> User:
    """Make an account. Raises PASSWORD_WEAK or NAME_TAKEN; nothing is kept then."""
    require(actor, Verb.ACCESS_MANAGE)
    user = User(username=username, name=name, language=language, created_at=at)
    try:
        validate_password(password, user)
    except ValidationError as why:
        raise PASSWORD_WEAK(why=" ".join(why.messages)) from why
    user.set_password(password)
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as why:
        raise NAME_TAKEN(name=username) from why
    record_many(
        actor, [Act(Verb.ACCESS_MANAGE, user._meta.label, user.pk, "", at, {"act": "enrol"})]
    )
    return user


@transaction.atomic
def post(
    *, actor: Actor, user: User, role: str, unit: Unit, at: datetime, until: date | None = None
) -> Posting:
    """Give a user a role in a unit from this day on. Raises when the pack knows no such role on that day."""
    require(actor, Verb.ACCESS_MANAGE)
    load(unit.pack).one("roles", role, at.date())
    posting = Posting.objects.create(
        user=user,
        role=role,
        unit=unit,
        area_path=unit.area_path,
        valid=(at.date(), until),
        created_at=at,
    )
    record(actor=actor, verb=Verb.ACCESS_MANAGE, subject=posting, at=at, act="post", role=role)
    return posting


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
    """Put a practitioner on the roll."""
    require(actor, Verb.ACCESS_MANAGE)
    row = Practitioner.objects.create(
        name=user.name, kind=kind, held_by=user, unit=unit, area=unit.area, area_path=unit.area_path,
        skills=skills, languages=languages, practising_since=since, created_at=at,
    )  # fmt: skip
    record(actor=actor, verb=Verb.ACCESS_MANAGE, subject=row, at=at, act="register")
    return row
