"""A promise and how it is kept: one line of the bench each."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """What was measured. `ours` and `reference` in `unit`; `holds` says whether the promise was kept."""

    name: str
    ours: float
    reference: float | None
    promise: str
    holds: bool
    unit: str = "ms"

    def __str__(self) -> str:
        ratio = f"{self.ours / self.reference:.2f}" if self.reference else "-"
        reference = f"{self.reference:.2f} {self.unit}" if self.reference is not None else "-"
        held = "yes" if self.holds else "NO"
        return f"{self.name} | {self.ours:.2f} {self.unit} | {reference} | {ratio} | {self.promise} | {held}"


def at_most(name: str, ours: float, reference: float, times: float, unit: str = "ms") -> Line:
    """Promise a ratio: ours is at most `times` the reference of the same run."""
    return Line(name, ours, reference, f"<= {times}x", ours <= times * reference, unit)


def below(name: str, ours: float, limit: float, unit: str) -> Line:
    return Line(name, ours, None, f"< {limit:g} {unit}", ours < limit, unit)


def above(name: str, ours: float, least: float, unit: str) -> Line:
    return Line(name, ours, None, f">= {least:g} {unit}", ours >= least, unit)


def median_ms(act: Callable[[], object], *, times: int = 40, warm: int = 5) -> float:
    """Return the median time of an act in milliseconds, after some warm runs."""
    for _ in range(warm):
        act()
    spans = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        spans.append(time.perf_counter() - start)
    return statistics.median(spans) * 1000


def pair_ms(
    ours: Callable[[], object], reference: Callable[[], object], *, times: int = 60
) -> tuple[float, float]:
    """Return the medians of two acts measured in turn, so that a busy moment falls on both.

    The first rounds do not count. An act may return the span that counts, in seconds.
    """
    spans: tuple[list[float], list[float]] = ([], [])
    for n in range(times + 5):
        for act, kept in ((ours, spans[0]), (reference, spans[1])):
            start = time.perf_counter()
            told = act()
            span = told if isinstance(told, float) else time.perf_counter() - start
            if n >= 5:
                kept.append(span)
    return statistics.median(spans[0]) * 1000, statistics.median(spans[1]) * 1000
