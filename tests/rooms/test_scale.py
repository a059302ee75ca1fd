"""The invented province of the benches, small: it must follow the tables, and its offices must be able to work."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from bench import worked
from songfa.access.house import ensure_system_accounts
from songfa.aid.models import File
from songfa.aid.reads import belongings
from songfa.demo import scale
from songfa.people.models import Person
from tests.province import kept, territory
from tests.town import SINCE

pytestmark = pytest.mark.django_db
PEOPLE = 200


@pytest.fixture(scope="module", autouse=True)
def province(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), kept(_load):
        yield


def _load() -> None:
    ensure_system_accounts(at=SINCE)
    territory("cn", "cn.23")
    scale.build(PEOPLE, timezone.now(), lambda what, n: None)
    with connection.cursor() as cursor:  # one transaction holds all tests: rows are guarded again
        cursor.execute("set local session_replication_role = origin")


def test_the_province_has_the_promised_rows() -> None:
    assert Person.objects.count() == PEOPLE
    assert File.objects.count() == PEOPLE * scale.FILES_A_PERSON
    assert set(File.objects.values_list("state", flat=True)) <= set(scale.STATES)
    with pytest.raises(scale.NotEmpty):
        scale.build(PEOPLE, timezone.now(), lambda what, n: None)


def test_a_file_that_has_come_far_holds_what_the_bench_reads() -> None:
    made = File.objects.get(pk=worked.file_of("scale", timezone.now()))
    assert made.state == "under_way"
    there = {kind for kind, is_there in belongings(made).items() if is_there}
    tables = {made._meta.get_field(kind).related_model._meta.db_table for kind in there}  # type: ignore[union-attr]
    assert {f"aid_{table}" for table in worked.TABLES} <= tables
    assert worked.file_of("scale", timezone.now()) == made.pk
