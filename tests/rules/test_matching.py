"""The whole batch is never dearer than any order by hand, and equal to trying everything where that can be done."""

import itertools
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from songfa.rules.matching import Matching, by_hand, greedy, match, total_of


@st.composite
def problems(
    draw: st.DrawFn, rows: int = 12, columns: int = 6, dearest: int = 60
) -> tuple[list[list[int | None]], list[list[int]]]:
    m = draw(st.integers(0, columns))
    n = draw(st.integers(0, rows))
    cost = st.none() | st.integers(0, dearest)
    costs = draw(st.lists(st.lists(cost, min_size=m, max_size=m), min_size=n, max_size=n))
    own = st.lists(st.integers(0, 30), max_size=4).map(sorted)
    return costs, draw(st.lists(own, min_size=m, max_size=m))


def everything(costs: Sequence[Sequence[int | None]], slots: Sequence[Sequence[int]]) -> Matching:
    """Try every choice."""
    columns = [[None, *(c for c, cost in enumerate(line) if cost is not None)] for line in costs]
    found = [
        Matching(chosen, total_of(chosen, costs, slots))
        for chosen in itertools.product(*columns)
        if all(chosen.count(c) <= len(own) for c, own in enumerate(slots))
    ]
    return min(found, key=Matching.worth)


def exchanges(
    found: Matching, costs: Sequence[Sequence[int | None]], slots: Sequence[Sequence[int]]
) -> Iterator[tuple[int, int, int]]:
    """Give what it costs to move one row from a column to another; the last column is the spare slots."""
    for line, column in zip(costs, found.chosen, strict=True):
        if column is not None:
            own = line[column] or 0
            yield from ((column, c, cost - own) for c, cost in enumerate(line) if cost is not None)
    for c, own_slots in enumerate(slots):
        taken = found.chosen.count(c)
        if taken < len(own_slots):
            yield c, len(slots), own_slots[taken]
        if taken:
            yield len(slots), c, -own_slots[taken - 1]


def optimal(
    found: Matching, costs: Sequence[Sequence[int | None]], slots: Sequence[Sequence[int]]
) -> bool:
    """Certify by duality (Bellman and Ford): no exchange along any ring of columns makes it cheaper."""
    edges = list(exchanges(found, costs, slots))
    far = [0] * (len(slots) + 1)
    for _ in range(len(far) + 1):
        before = list(far)
        for a, b, cost in edges:
            far[b] = min(far[b], far[a] + cost)
        if far == before:
            return True
    return False


@settings(max_examples=150, deadline=None)
@given(problems(rows=5, columns=3))
def test_equal_to_trying_everything(
    problem: tuple[list[list[int | None]], list[list[int]]],
) -> None:
    costs, slots = problem
    assert match(costs, slots).worth() == everything(costs, slots).worth()


@settings(max_examples=150, deadline=None)
@given(problems(rows=25, columns=8))
def test_never_worse_than_any_order_by_hand(
    problem: tuple[list[list[int | None]], list[list[int]]],
) -> None:
    costs, slots = problem
    best = match(costs, slots)
    for name, other in by_hand(costs, slots).items():
        assert best.worth() <= other.worth(), name
    assert optimal(best, costs, slots)


@settings(deadline=None)
@given(problems(), st.randoms())
def test_never_worse_than_a_random_order(
    problem: tuple[list[list[int | None]], list[list[int]]], dice: object
) -> None:
    costs, slots = problem
    best = match(costs, slots)
    for _ in range(5):
        order = dice.sample(range(len(costs)), len(costs))  # type: ignore[attr-defined]
        assert best.worth() <= greedy(costs, slots, order).worth()


@settings(deadline=None)
@given(problems())
def test_the_same_each_time_and_within_the_rules(
    problem: tuple[list[list[int | None]], list[list[int]]],
) -> None:
    costs, slots = problem
    found = match(costs, slots)
    assert found == match(costs, slots)
    for line, column in zip(costs, found.chosen, strict=True):
        assert column is None or line[column] is not None
    for column, own in enumerate(slots):
        assert sum(c == column for c in found.chosen) <= len(own)
    assert found.total == total_of(found.chosen, costs, slots)


def test_greed_is_beaten() -> None:
    """Both like the first; the first in line would leave the second with the far dearer one."""
    costs, slots = [[1, 2], [1, 50]], [[0], [0]]
    assert greedy(costs, slots, [0, 1]).total == 51
    assert match(costs, slots) == Matching((1, 0), 3)


def test_one_more_file_is_worth_any_points() -> None:
    """The only way to give both is the dear one."""
    assert match([[0, 900], [0, None]], [[0], [0]]) == Matching((1, 0), 900)
    assert greedy([[0, 900], [0, None]], [[0], [0]], [0, 1]).unassigned == (1,)


def test_equal_costs_are_all_given() -> None:
    assert match([[100]] * 3, [[0, 0, 0]]) == Matching((0, 0, 0), 300)


def test_work_is_spread() -> None:
    """The second file of one practitioner is dearer than the first of another."""
    assert sorted(match([[5, 6], [5, 6]], [[0, 10], [0, 10]]).chosen, key=str) == [0, 1]


def test_what_is_forbidden_stays_open_and_is_named() -> None:
    found = match([[None, None], [3, None]], [[0], [0]])
    assert found == Matching((None, 0), 3)
    assert found.unassigned == (0,)
    assert match([], [[0]]) == Matching((), 0)
    assert match([[1]], [[]]).unassigned == (0,)


def test_slots_may_not_fall() -> None:
    with pytest.raises(ValueError, match="must not fall"):
        match([[1]], [[2, 1]])


def test_a_forbidden_choice_has_no_total() -> None:
    with pytest.raises(ValueError, match="forbidden"):
        total_of([0], [[None]], [[0]])
