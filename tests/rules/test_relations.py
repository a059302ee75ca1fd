"""Figures as they are printed, and the relations between them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Campaign, Indicator, Names, Relation
from songfa.rules.review import chinese, inside, ordinal, printed, relate

NAME = Names(en="a", zh="甲", vi="a")
BASE = {"valid_from": date(2018, 1, 1), "legal_basis": "b", "status": "in_force"}


@pytest.mark.parametrize(
    ("value", "quantifier", "wanted"),
    [
        (506, "more_than", (500, "more_than")),
        (500, "more_than", (500, "exact")),
        (500, "exact", (500, "exact")),
        (198_400, "nearly", (200_000, "nearly")),
        (9_960, "nearly", (10_000, "nearly")),
        (60_420, "more_than", (60_000, "more_than")),
        (2_934, "more_than", (2_900, "more_than")),
        (99_860_000, "nearly", (100_000_000, "nearly")),
        (7, "more_than", (7, "exact")),
        (0, "nearly", (0, "exact")),
    ],
)
def test_what_is_printed(value: int, quantifier: str, wanted: tuple[int, str]) -> None:
    assert printed(value, quantifier) == wanted  # type: ignore[arg-type]


@given(st.integers(0, 10**12), st.sampled_from(["exact", "more_than", "nearly"]))
def test_what_is_printed_is_true_of_the_value(value: int, quantifier: str) -> None:
    number, stands = printed(value, quantifier)  # type: ignore[arg-type]
    assert {"exact": value == number, "more_than": value > number, "nearly": value < number}[stands]


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("134000000", "1.34亿"), ("18474900", "1847.49万"), ("200000", "20万"), ("45756", "45756"),
        ("4326", "4326"), ("0", "0"), ("1234567.89", "1234567.89"), ("10000", "1万"), ("100", "100"),
    ],
)  # fmt: skip
def test_chinese_numbers_round_nothing_away(value: str, wanted: str) -> None:
    assert chinese(Decimal(value)) == wanted


@pytest.mark.parametrize(
    ("n", "wanted"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一")]
)
def test_ordinals(n: int, wanted: str) -> None:
    assert ordinal(n) == wanted


def relation(must: str = "always", left: tuple[str, ...] = ("a.x",), op: str = "<=") -> Relation:
    return Relation.model_validate(
        {
            **BASE,
            "code": "R-1",
            "kind": "part_le_total",
            "left": left,
            "op": op,
            "right": ("t.x",),
            "must_hold": must,
        }
    )


@pytest.mark.parametrize(
    ("values", "holds"),
    [
        ({"a.x": 1, "t.x": 2}, True),
        ({"a.x": 2, "t.x": 2}, True),
        ({"a.x": 3, "t.x": 2}, False),
        ({"a.x": 3}, None),
    ],
)
def test_a_part_is_no_more_than_the_total(values: dict[str, int], holds: bool | None) -> None:
    (held,) = relate([relation()], values, 2018, {})
    assert held.holds is holds
    assert held.broken is (holds is False)


def test_a_sum_above_the_total_is_told_and_breaks_nothing() -> None:
    (held,) = relate(
        [relation("informative", ("a.x", "b.x"))], {"a.x": 3, "b.x": 3, "t.x": 5}, 2018, {}
    )
    assert held.holds is False
    assert not held.broken


@pytest.mark.parametrize(
    ("start", "end", "applies", "broken"),
    [
        (None, None, "unknown", False),
        (date(2018, 3, 1), date(2018, 6, 8), "yes", True),
        (date(2018, 11, 1), date(2019, 2, 8), "no", False),
    ],
)
def test_a_campaign_binds_only_within_the_year(
    start: date | None, end: date | None, applies: str, broken: bool
) -> None:
    campaign = Campaign.model_validate(
        {**BASE, "code": "c", "name": NAME, "start": start, "end": end}
    )
    values = {"a.x": 9, "t.x": 2}
    (held,) = relate(
        [relation("if_window_inside_year")], values, 2018, {"a.x": campaign, "t.x": None}
    )
    assert (held.applies, held.broken) == (applies, broken)
    assert inside(campaign, 2018) == applies


@pytest.mark.parametrize("code", ["cn", "cn-23", "vn"])
def test_relations_of_a_pack_speak_of_its_figures(code: str) -> None:
    pack, on = load(code), date(2018, 12, 31)
    known = set(pack.all(Indicator, on))
    for r in pack.all(Relation, on).values():
        assert {*r.left, *r.right} <= known, r.code
