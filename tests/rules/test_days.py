"""Publicity days in any year, checked against almanacs."""

from datetime import date
from typing import Any

import pytest

from songfa.rules.days import on_year
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Names, Publicity
from songfa.rules.problems import Problem

ON = date(2026, 6, 1)


def rule(**fields: Any) -> Publicity:
    name = Names(en="A", zh="甲", vi="A")
    common = {"code": "a", "valid_from": date(2000, 1, 1), "legal_basis": "x", "status": "in_force"}
    return Publicity.model_validate({"name": name, **common, **fields})


@pytest.mark.parametrize(
    ("pack", "code", "year", "first", "last"),
    [
        ("cn", "disabled_day", 2018, "2018-05-20", "2018-05-20"),
        ("cn", "disabled_day", 2026, "2026-05-17", "2026-05-17"),
        ("cn", "elderly_day", 2018, "2018-10-17", "2018-10-17"),
        ("cn", "elderly_day", 2025, "2025-10-29", "2025-10-29"),
        ("cn", "elderly_day", 2026, "2026-10-18", "2026-10-18"),
        ("cn", "defence_education_day", 2024, "2024-09-21", "2024-09-21"),
        ("cn", "national_security_day", 2026, "2026-04-15", "2026-04-15"),
        ("cn", "family_education_week", 2026, "2026-05-11", "2026-05-17"),
        ("cn", "constitution_week", 2021, "2021-11-29", "2021-12-05"),
        ("cn-61", "legal_aid_month", 2026, "2026-09-01", "2026-09-30"),
        ("cn-61", "constitution_day", 2026, "2026-12-04", "2026-12-04"),
        ("vn", "law_day", 2026, "2026-11-09", "2026-11-09"),
        ("vn-92", "disabled_day", 2026, "2026-04-18", "2026-04-18"),
        ("vn", "gender_equality_month", 2025, "2025-11-15", "2025-12-15"),
    ],
)
def test_days_of_the_packs(pack: str, code: str, year: int, first: str, last: str) -> None:
    days = on_year(load(pack).get(Publicity, code, ON), year)
    assert (days.first.isoformat(), days.last.isoformat()) == (first, last)


def test_every_day_of_every_pack_falls_in_every_year() -> None:
    for code in ("cn-23", "cn-61", "vn-92"):
        for entry in load(code).all(Publicity, ON).values():
            for year in range(2018, 2041):
                days = on_year(entry, year)
                assert days.first.year == year
                assert days.first <= days.last


def test_shaanxi_has_its_month_and_its_neighbours_do_not() -> None:
    assert "legal_aid_month" in load("cn-61").all(Publicity, ON)
    assert "legal_aid_month" not in load("cn-23").all(Publicity, ON)


def test_days_backed_by_a_statute_are_in_force_and_customs_are_not() -> None:
    days = load("cn").all(Publicity, ON)
    assert days["disabled_day"].status == "in_force"
    assert days["ear_day"].status == "unconfirmed"


@pytest.mark.parametrize(
    ("fields", "year", "first"),
    [
        ({"rule": "lunar", "month": 12, "day": 8}, 2026, "2026-01-26"),  # Laba of lunar 2025
        ({"rule": "lunar", "month": 1, "day": 1}, 2025, "2025-01-29"),
        ({"rule": "nth_weekday", "month": 5, "nth": 5, "weekday": 7}, 2026, "2026-05-31"),
        ({"rule": "week_of", "month": 1, "day": 1}, 2026, "2025-12-29"),
        ({"rule": "fixed", "month": 2, "day": 29}, 2024, "2024-02-29"),
        ({"rule": "month", "month": 2}, 2024, "2024-02-01"),
    ],
)
def test_rules(fields: dict[str, Any], year: int, first: str) -> None:
    assert on_year(rule(**fields), year).first.isoformat() == first


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        ({"rule": "fixed", "month": 2, "day": 29}, 2025),
        ({"rule": "nth_weekday", "month": 2, "nth": 5, "weekday": 1}, 2026),
        ({"rule": "lunar", "month": 9, "day": 31}, 2026),
        ({"rule": "month", "month": 5}, 1800),
        ({"rule": "month", "month": 5}, 9999),
    ],
)
def test_a_year_without_the_day_raises(fields: dict[str, Any], year: int) -> None:
    with pytest.raises(Problem) as raised:
        on_year(rule(**fields), year)
    assert raised.value.code == "day_not_in_year"


@pytest.mark.parametrize(
    "fields",
    [
        {"rule": "fixed", "month": 2},
        {"rule": "lunar", "month": 2},
        {"rule": "nth_weekday", "month": 2, "nth": 1},
        {"rule": "nth_weekday", "month": 2, "weekday": 1},
        {"rule": "fixed", "month": 13, "day": 1},
    ],
)
def test_an_incomplete_rule_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="1 validation error"):
        rule(**fields)
