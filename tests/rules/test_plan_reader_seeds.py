"""Real documents and scored examples beside the checkout; skipped where they are not there."""

import time
from itertools import pairwise
from pathlib import Path

import pytest

from songfa.papers.intake import read_document
from songfa.papers.plans.read import read_plans
from songfa.rules.plans.parts import PlanRead
from songfa.rules.problems import Problem

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
pytestmark = pytest.mark.skipif(not SEEDS, reason="the folder shared/ is not beside the checkout")


def plans_of(number: str) -> tuple[PlanRead, ...]:
    file = next(f for f in SEEDS if f.name.startswith(number))
    before = time.perf_counter()
    plans = read_plans(read_document(file.name, file.read_bytes()))
    # Generous against a busy machine; the promise of half a second is measured by `make bench`.
    assert time.perf_counter() - before < 3
    return plans


def test_five_plans_in_converted_text() -> None:
    plans = plans_of("000")
    assert len(plans) == 5
    assert all(any(f.code == "converted_text" for f in p.findings) for p in plans)
    assert all(a.lines[1] < b.lines[0] for a, b in pairwise(plans))
    assert [p.kind for p in plans] == ["活动方案", "实施方案", "活动方案", "活动方案", "活动方案"]


@pytest.mark.parametrize(("number", "tasks"), [("001", 6), ("002", 12), ("003", 3)])
def test_one_plan(number: str, tasks: int) -> None:
    plans = plans_of(number)
    assert [len(p.tasks) for p in plans] == [tasks]


def test_a_plan_told_as_news() -> None:
    plan = plans_of("002")[0]
    assert (plan.number, plan.date) == ("84/KH-UBND", "2024-05-08")
    assert [t.no for t in plan.tasks] == [str(n) for n in range(1, 13)]


def test_a_review_is_refused() -> None:
    with pytest.raises(Problem) as caught:
        plans_of("004")
    assert (caught.value.code, caught.value.facts["found"]) == ("file_not_a_plan", "review")
