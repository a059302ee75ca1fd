"""The door: lines, chains, and what verify finds."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from songfa.audit.door import Act, chain_of, keep_result, once, record, record_many
from songfa.audit.models import Head, Line
from songfa.audit.verify import faults
from songfa.rules.verbs import Verb
from tests.town import NOON, Town


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_lines_form_chains_by_county(town: Town) -> None:
    assert chain_of("cn.23.2308.230822.230822100.") == "cn.23.2308.230822"
    assert chain_of("vn.92.31507.") == "vn.92.31507"
    assert chain_of("") == "house"
    assert list(faults()) == []
    assert Line.objects.filter(chain="house").exists()


def test_many_at_once_are_the_same_as_one_by_one(town: Town) -> None:
    unit = town.units["centre"]
    acts = [
        Act(Verb.ADVICE_RECORD, "x", unit.pk, p, NOON, {"n": n})
        for n, p in enumerate(["cn.99.", "vn.92.", "cn.99."])
    ]
    record_many(town.actor("officer"), acts)
    record(
        actor=town.actor("officer"),
        verb=Verb.ACCESS_MANAGE,
        subject=unit,
        at=NOON + timedelta(hours=1),
        when=NOON,
    )
    assert [x.n for x in Line.objects.filter(chain="cn.99").order_by("n")] == [1, 2]
    assert list(faults()) == []


TAMPER: dict[str, tuple[str, str]] = {
    "a changed detail": (
        "update audit_line set detail = '{\"n\": 9}' where chain = 'cn.99' and n = 1",
        "line_changed",
    ),
    "a changed time": (
        "update audit_line set at = at + interval '1 second' where chain = 'cn.99' and n = 2",
        "line_changed",
    ),
    "a changed actor": (
        "update audit_line set role = 'centre_head' where chain = 'cn.99' and n = 1",
        "line_changed",
    ),
    "a line taken out": ("delete from audit_line where chain = 'cn.99' and n = 2", "line_missing"),
    "the last line taken out": (
        "delete from audit_line where chain = 'cn.99' and n = 3",
        "tail_missing",
    ),
    "the tail and the head": (
        "delete from audit_line where chain = 'cn.99' and n = 3; update audit_head set n = 2 where chain = 'cn.99'",
        "head_changed",
    ),
    "a lost head": ("delete from audit_head where chain = 'cn.99'", "head_missing"),
}


@pytest.mark.parametrize("name", TAMPER)
def test_tampering_is_found(town: Town, name: str) -> None:
    for n in range(3):
        record_many(
            town.actor("officer"),
            [Act(Verb.ADVICE_RECORD, "x", town.units["centre"].pk, "cn.99.", NOON, {"n": n})],
        )
    assert list(faults()) == []
    statement, code = TAMPER[name]
    sql(statement)
    assert code in {f.code for f in faults()}


def test_the_web_cannot_change_the_trail(town: Town) -> None:
    from songfa.access.policy import bound

    with bound(town.actor("head")):
        for statement in (
            "update audit_line set role = 'x'",
            "delete from audit_line",
            "truncate audit_line",
        ):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                sql(statement)


def test_a_token_is_claimed_once(town: Town) -> None:
    token = town.units["centre"].pk
    assert once(token, NOON) is None
    keep_result(token, "here")
    again = once(token, NOON)
    assert again is not None
    assert again.result == "here"


def test_heads_are_marked(town: Town, django_assert_num_queries: Callable[[int], object]) -> None:
    sql("update audit_head set mark = 'x' where chain = 'house'")
    assert {f.code for f in faults()} == {"head_changed"}
    assert Head.objects.get(chain="house").mark == "x"
