"""Points into grades, lots, rates: plain rules of quality."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from songfa.rules.packs.read import load
from songfa.rules.problems import Problem
from songfa.rules.quality import ScoreSheet, drawn, graded, how_many, sheet_for

ON = date(2026, 11, 18)
VN = load("vn").get(ScoreSheet, "appraisal", ON)
CN = load("cn").get(ScoreSheet, "civil", ON)


def points(sheet: ScoreSheet, total: int) -> dict[str, int]:
    """Return scores that add up to a total."""
    left, given = total, {}
    for item in sheet.items:
        given[item.code] = min(item.maximum, left)
        left -= given[item.code]
    return given


def test_the_vietnamese_sheet_is_thirty_sixty_ten() -> None:
    parts = {p.code: sum(i.maximum for i in VN.items if i.part == p.code) for p in VN.parts}
    assert parts == {"a": 30, "b": 60, "c": 10}


@pytest.mark.parametrize("sheet", [CN, VN, load("cn").get(ScoreSheet, "criminal", ON)])
def test_every_sheet_is_worth_a_hundred(sheet: ScoreSheet) -> None:
    assert sheet.most == 100


@pytest.mark.parametrize(
    ("sheet", "total", "grade"),
    [
        (VN, 100, "excellent"), (VN, 90, "excellent"), (VN, 89, "good"), (VN, 70, "good"), (VN, 69, "pass"),
        (VN, 50, "pass"), (VN, 49, "fail"), (VN, 0, "fail"), (CN, 90, "excellent"), (CN, 75, "good"), (CN, 60, "pass"),
        (CN, 59, "fail"),
    ],
)  # fmt: skip
def test_bands(sheet: ScoreSheet, total: int, grade: str) -> None:
    found = graded(sheet, points(sheet, total))
    assert (found.total, found.percent, found.grade) == (total, total, grade)


def test_a_veto_fails_the_best_file() -> None:
    assert graded(VN, points(VN, 100), ["prohibited_act"]).grade == "fail"


@pytest.mark.parametrize(
    ("change", "vetoes", "reason"),
    [
        ({"law": 21}, [], "out_of_range"),
        ({"law": -1}, [], "out_of_range"),
        ({"beauty": 3}, [], "unknown"),
        ({}, ["no_such"], "unknown"),
        ({"law": None}, [], "missing"),
    ],
)
def test_impossible_scores(change: dict[str, int | None], vetoes: list[str], reason: str) -> None:
    given = {k: v for k, v in {**points(VN, 80), **change}.items() if v is not None}
    with pytest.raises(Problem) as why:
        graded(VN, given, vetoes)
    assert why.value.facts["reason"] == reason


def test_the_same_seed_draws_the_same_files_in_whatever_order_they_come() -> None:
    keys = [UUID(int=n) for n in range(500)]
    once = drawn("2026-Q4", keys, 50)
    assert once == drawn("2026-Q4", keys[::-1], 50)
    assert once != drawn("2026-Q3", keys, 50)
    assert len(set(once)) == 50


def test_more_drawn_keeps_who_was_drawn() -> None:
    keys = [uuid4() for _ in range(100)]
    assert drawn("a", keys, 20)[:10] == drawn("a", keys, 10)


@pytest.mark.parametrize(
    ("pool", "rate", "number", "n"),
    [(100, 10, 0, 10), (101, 10, 0, 11), (5, 1, 0, 1), (0, 50, 0, 0), (5, 0, 9, 5), (9, 0, 3, 3)],
)
def test_how_many(pool: int, rate: int, number: int, n: int) -> None:
    assert how_many(pool, rate=rate, number=number) == n


def test_criminal_files_have_their_own_sheet() -> None:
    sheets = load("cn").all(ScoreSheet, ON).values()
    found = sheet_for(sheets, "criminal_defence"), sheet_for(sheets, "litigation")
    assert [s.code for s in found if s] == ["criminal", "civil"]
