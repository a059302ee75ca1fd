"""What a file is paid, by rates made up for the test: the real ones are the province's."""

from datetime import date
from typing import Any

import pytest

from songfa.rules.problems import Problem
from songfa.rules.subsidy import SubsidyRate, Work, compute


def rate(code: str, **told: Any) -> SubsidyRate:
    return SubsidyRate.model_validate({
        "code": code, "name": {"en": code, "zh": code, "vi": code}, "valid_from": date(2024, 1, 1),
        "legal_basis": "标准", "status": "in_force", "kind": "base", "currency": "CNY", **told,
    })  # fmt: skip


RATES = (
    rate("any", amount=1000),
    rate("court", amount=1800, services=("litigation",)),
    rate("appeal", amount=2200, services=("litigation",), stages=("appeal",)),
    rate("group", kind="extra", percent=20, people_from=10),
    rate("signs", kind="extra", amount=150, per="hour", needs=("sign_language",), at_most=400),
    rate("each", kind="extra", amount=50, per="person", fields=("labour",)),
    rate("travel", kind="extra", costs=("travel", "lodging"), at_most=500),
    rate("dong", amount=1, currency="VND"),
)


@pytest.mark.parametrize(
    ("work", "lines"),
    [
        (Work("drafting"), {"any": 100000}),
        (Work("litigation"), {"court": 180000}),
        (Work("litigation", stage="appeal"), {"appeal": 220000}),
        (Work("litigation", people=9), {"court": 180000}),
        (Work("litigation", people=10), {"court": 180000, "group": 36000}),
        (Work("litigation", field="labour", people=2), {"court": 180000, "each": 10000}),
        (Work("litigation", minutes=60, needs=frozenset({"sign_language"})), {"court": 180000, "signs": 15000}),
        (Work("litigation", minutes=600, needs=frozenset({"sign_language"})), {"court": 180000, "signs": 40000}),
        (Work("litigation", spent={"travel": 12345, "other": 99}), {"court": 180000, "travel": 12345}),
        (Work("litigation", spent={"travel": 30000, "lodging": 30000}), {"court": 180000, "travel": 50000}),
    ],
)  # fmt: skip
def test_the_best_fit_and_every_extra(work: Work, lines: dict[str, int]) -> None:
    assert {x.code: x.amount for x in compute(RATES, work, "CNY")} == lines


def test_a_line_explains_itself() -> None:
    lines = compute(RATES, Work("litigation", spent={"travel": 60000}), "CNY")
    court, travel = (x.told() for x in lines)
    assert (court["how"], court["each"], court["since"], court["basis"]) == (
        "file",
        180000,
        "2024-01-01",
        "标准",
    )
    assert travel["capped"]
    assert travel["each"] == 60000


def test_without_a_rate_nothing_is_paid() -> None:
    with pytest.raises(Problem, match="subsidy_no_rate"):
        compute(RATES[1:3], Work("drafting"), "CNY")


@pytest.mark.parametrize(
    "told", [{}, {"amount": 1, "percent": 2}, {"costs": ("travel",)}, {"percent": 10}]
)
def test_a_rate_has_one_way_to_count(told: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"rule_incomplete|one of amount"):
        rate("wrong", **told)
