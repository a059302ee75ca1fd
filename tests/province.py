"""A whole province of invented records in the database, for the tests that count them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from django.apps import apps
from django.db import connection, transaction

from songfa.access.house import ensure_system_accounts
from songfa.access.models import Unit, User
from songfa.access.policy import Actor, acting, system
from songfa.areas import load as areas
from songfa.areas.models import Area
from songfa.demo.review_2018 import load
from songfa.network import actions as network
from tests.town import PASSWORD, SINCE

AFTER = datetime(2019, 1, 3, 2, 0, tzinfo=UTC)
PEOPLE = {
    "supervisor": ("supervisor", "230000"),
    "counter": ("statistician", "230000"),
    "head": ("centre_head", "230822"),
    "neighbour": ("centre_head", "230826"),
    "officer": ("centre_officer", "230822"),
}


def territory(country: str, below: str) -> None:
    """Load the provinces of a country, and all that lies below one of them."""
    units = [
        u
        for u in areas._units(country)
        if u.path.count(".") <= 2 or (u.path + ".").startswith(f"{below}.")
    ]
    rows = (Area(**dict(zip(areas.AREA, u.row, strict=True))) for u in units)
    Area.objects.bulk_create(sorted(rows, key=lambda a: a.depth), batch_size=2000)


def build() -> None:
    """Load the territory down to the counties of Heilongjiang, the records of 2018, and five accounts."""
    ensure_system_accounts(at=SINCE)
    units = [
        u
        for u in areas._units("cn")
        if u.path.count(".") <= 3 or (u.code.startswith("23") and len(u.code) == 6)
    ]
    with transaction.atomic():
        Area.objects.bulk_create(
            (
                Area(**dict(zip(areas.AREA, u.row, strict=True)))
                for u in sorted(units, key=lambda u: u.path.count("."))
            ),
            batch_size=2000,
        )
    load(lambda step, n: None)
    for key, (role, code) in PEOPLE.items():
        unit = Unit.objects.get(kind="legal_aid_centre", area__code=code)
        house = system(unit.pack)
        user = network.enrol(
            actor=house, username=key, name="章可", password=PASSWORD, language="zh-Hans", at=SINCE
        )
        network.post(actor=house, user=user, role=role, unit=unit, at=SINCE)


def actor(key: str) -> Actor:
    return acting(
        User.objects.get(username=key).postings.select_related("unit__area", "user").get(),
        date(2019, 1, 3),
    )


@contextmanager
def kept(made: Callable[[], object] = build) -> Iterator[None]:
    """Keep records for a module's tests, each of which rolls its own changes back."""
    try:
        made()
        yield
    finally:
        tables = ", ".join(
            f'"{m._meta.db_table}"' for m in apps.get_models() if m.__module__.startswith("songfa.")
        )
        with connection.cursor() as cursor:
            cursor.execute(f"truncate {tables} cascade")
