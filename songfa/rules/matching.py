"""Many files to many practitioners at once: the cheapest whole, found as a flow of least cost.

As many files as can be are given; among all ways of doing so, the one with the least total is taken. A
practitioner's k-th file costs the pair's cost plus their k-th slot; slots grow dearer, so that work is spread.
"""

import heapq
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

Costs = Sequence[Sequence[int | None]]
Slots = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Matching:
    """For each row the column it is given, None for a row that is not; `total` is what the whole costs."""

    chosen: tuple[int | None, ...]
    total: int

    @property
    def unassigned(self) -> tuple[int, ...]:
        return tuple(n for n, column in enumerate(self.chosen) if column is None)

    def worth(self) -> tuple[int, int]:
        """Return what is compared: fewer rows left, then the lesser total."""
        return len(self.unassigned), self.total


def total_of(chosen: Sequence[int | None], costs: Costs, slots: Slots) -> int:
    """Return the cost of a choice: each pair, and each column's first slots, as many as it has rows."""
    pairs, taken = 0, [0] * len(slots)
    for row, column in enumerate(chosen):
        if column is None:
            continue
        cost = costs[row][column]
        if cost is None:
            raise ValueError("a forbidden pair was chosen")
        pairs += cost
        taken[column] += 1
    return pairs + sum(sum(one[:n]) for one, n in zip(slots, taken, strict=True))


def match(costs: Costs, slots: Slots) -> Matching:
    """Give every row one column at most: the most rows first, then the least total. Exact, and the same each time.

    `costs[row][column]` is a whole number or None (forbidden); `slots[column]` are the extra costs of the
    column's first, second … row, whole numbers that never fall. R. K. Ahuja, T. L. Magnanti, J. B. Orlin,
    Network Flows (1993), ch. 9 and 14 (convex costs).
    """
    if any(list(one) != sorted(one) for one in slots):
        raise ValueError("the slots of a column must not fall")
    rows, columns = len(costs), len(slots)
    if not rows:
        return Matching((), 0)
    from ortools.graph.python.min_cost_flow import (  # noqa: PLC0415 - heavy, and only the batch needs it
        SimpleMinCostFlow,
    )

    tails, heads, room, price = _arcs(costs, slots)
    flow = SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(tails, heads, room, price)
    flow.set_nodes_supplies([*range(rows), rows + columns], [1] * rows + [-rows])
    if flow.solve() != flow.OPTIMAL:  # every row can stay unassigned: there always is an answer
        raise ArithmeticError("the flow has no answer")
    chosen: list[int | None] = [None] * rows
    for tail, head, used in zip(tails, heads, flow.flows(arcs).tolist(), strict=True):
        if used and tail < rows and head < rows + columns:
            chosen[tail] = head - rows
    return Matching(tuple(chosen), total_of(chosen, costs, slots))


def _arcs(costs: Costs, slots: Slots) -> tuple[list[int], list[int], list[int], list[int]]:
    """Return tails, heads, capacities and unit costs: row -> column -> sink, and row -> sink for the unassigned."""
    rows, columns = len(costs), len(slots)
    sink = rows + columns
    tails, heads, price = [], [], []
    for row, line in enumerate(costs):
        for column, cost in enumerate(line):
            if cost is not None:
                tails.append(row)
                heads.append(rows + column)
                price.append(cost)
    room = [1] * len(tails)
    for column, own in enumerate(slots):
        for cost, same in groupby(own):
            tails.append(rows + column)
            heads.append(sink)
            room.append(len(list(same)))
            price.append(cost)
    # dearer than anything that giving one row more could cost the others
    spread = (max(map(abs, price), default=0) + 1) * 2 * (rows + columns + 1)
    tails += range(rows)
    heads += [sink] * rows
    room += [1] * rows
    price += [spread] * rows
    return tails, heads, room, price


def greedy(costs: Costs, slots: Slots, order: Iterable[int]) -> Matching:
    """Give the rows in an order, each the cheapest column that still has a slot (the first among equals)."""
    taken = [0] * len(slots)
    chosen: list[int | None] = [None] * len(costs)
    for row in order:
        open_ones = [
            (cost + slots[c][taken[c]], c)
            for c, cost in enumerate(costs[row])
            if cost is not None and taken[c] < len(slots[c])
        ]
        if open_ones:
            chosen[row] = min(open_ones)[1]
            taken[min(open_ones)[1]] += 1
    return Matching(tuple(chosen), total_of(chosen, costs, slots))


def cheapest_first(costs: Costs, slots: Slots) -> Matching:
    """Give always the cheapest pair of all that are left."""
    taken = [0] * len(slots)
    chosen: list[int | None] = [None] * len(costs)
    heap = [
        (cost + slots[c][0], row, c)
        for row, line in enumerate(costs)
        for c, cost in enumerate(line)
        if cost is not None and slots[c]
    ]
    heapq.heapify(heap)
    while heap:
        price, row, c = heapq.heappop(heap)
        if chosen[row] is not None or taken[c] >= len(slots[c]):
            continue
        now = (costs[row][c] or 0) + slots[c][taken[c]]
        if now > price:
            heapq.heappush(heap, (now, row, c))
            continue
        chosen[row] = c
        taken[c] += 1
    return Matching(tuple(chosen), total_of(chosen, costs, slots))


def orders(costs: Costs) -> dict[str, Sequence[int]]:
    """Return the orders in which one could go through the rows by hand, by the codes of words `order-…`."""
    rows = range(len(costs))
    choices = [sum(c is not None for c in line) for line in costs]
    least = [min((c for c in line if c is not None), default=0) for line in costs]
    return {
        "received": rows,
        "newest": rows[::-1],
        "hardest": sorted(rows, key=lambda n: choices[n]),
        "cheapest": sorted(rows, key=lambda n: least[n]),
        "dearest": sorted(rows, key=lambda n: -least[n]),
    }


def by_hand(costs: Costs, slots: Slots) -> dict[str, Matching]:
    """Return what each greedy way would give, by name."""
    ways: dict[str, Callable[[], Matching]] = {
        name: lambda order=order: greedy(costs, slots, order)  # type: ignore[misc]
        for name, order in orders(costs).items()
    }
    return {**{name: way() for name, way in ways.items()}, "pairs": cheapest_first(costs, slots)}
