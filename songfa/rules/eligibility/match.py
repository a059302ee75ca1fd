"""The one small matcher: a row's conditions become a list of tests on the known facts."""

import operator
import re
from collections.abc import Callable
from typing import Any

from songfa.rules.eligibility.schema import Rule, Table

Known = dict[str, Any]
Test = Callable[[Known], bool]

COMPARISON = re.compile(r"^(>=|<=|>|<)(-?\d+(?:\.\d+)?)$")
OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


def _one(path: str, wanted: Any) -> Test:
    if wanted == "*known":
        return lambda known: path in known
    if wanted == "*unknown":
        return lambda known: path not in known
    if isinstance(wanted, tuple | list):
        return _among(path, frozenset(wanted))
    if isinstance(wanted, str) and wanted.startswith("~"):
        return lambda known: wanted[1:] in str(known.get(path, "")).lower()
    if isinstance(wanted, str) and COMPARISON.match(wanted.split(",")[0]):
        return _compares(path, wanted.split(","))
    return _same(path, wanted)


def _compares(path: str, parts: list[str]) -> Test:
    limits = []
    for part in parts:
        found = COMPARISON.match(part)
        if found is None:
            raise ValueError(part)
        limits.append((OPERATORS[found[1]], float(found[2])))

    def test(known: Known) -> bool:
        have = known.get(path)
        return have is not None and all(compare(have, limit) for compare, limit in limits)

    return test


def _same(path: str, wanted: Any) -> Test:
    def test(known: Known) -> bool:
        have = known.get(path)
        return wanted in have if type(have) is frozenset else bool(have == wanted)

    return test


def _among(path: str, wanted: frozenset[str]) -> Test:
    def test(known: Known) -> bool:
        have = known.get(path)
        if type(have) is frozenset:
            return not wanted.isdisjoint(have)
        return have in wanted

    return test


def table(conditions: Table) -> tuple[Test, ...]:
    return tuple(_one(path, wanted) for path, wanted in conditions.items())


# facts that nearly every case has: they tell little
COMMON = ("outcome", "service", "applied", "side", "person.statuses", "age", "matters")


def _key(rule: Rule) -> str:
    """Return the rarest fact that the rule needs; `matters` is always known."""
    needed = [path for path, wanted in rule.when.items() if wanted != "*unknown"]
    rare = [path for path in needed if path not in COMMON]
    return next(iter(rare), next((p for p in needed if p != "outcome"), "matters"))


def _one_fits(tables: tuple[tuple[Test, ...], ...], known: Known) -> bool:
    for tests in tables:
        for test in tests:
            if not test(known):
                break
        else:
            return True
    return False


class Matcher:
    """Tells whether a rule fits the known facts."""

    __slots__ = ("any", "key", "rule", "unless", "when")

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.key = _key(rule)  # a rule cannot fit where this fact is unknown
        self.when = table(rule.when)
        self.any = tuple(table(each) for each in rule.any)
        self.unless = tuple(table(each) for each in rule.unless)

    def fits(self, known: Known) -> bool:
        for test in self.when:
            if not test(known):
                return False
        if self.any and not _one_fits(self.any, known):
            return False
        return not (self.unless and _one_fits(self.unless, known))

    def shut(self, known: Known) -> bool:
        """True when one of the `unless` fits."""
        return _one_fits(self.unless, known)

    def waits_for(self, known: Known) -> tuple[str, ...]:
        """Facts that are unknown and alone keep the rule from fitting; empty if it fits or cannot."""
        failed = _failed(self.rule.when, self.when, known)
        if failed is None or (self.unless and self.shut(known)):
            return ()
        if self.any:
            branches = [
                _failed(paths, tests, known)
                for paths, tests in zip(self.rule.any, self.any, strict=True)
            ]
            still_open = [branch for branch in branches if branch is not None]
            if not still_open:
                return ()
            if all(still_open):
                failed += [path for branch in still_open for path in branch]
        return tuple(dict.fromkeys(failed))


def _failed(conditions: Table, tests: tuple[Test, ...], known: Known) -> list[str] | None:
    """Return the unknown paths that fail; None when a known fact already rules the table out."""
    failed = [path for path, test in zip(conditions, tests, strict=True) if not test(known)]
    return None if any(path in known for path in failed) else failed
