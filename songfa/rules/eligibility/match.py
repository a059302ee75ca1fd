"""The one small matcher: a row's conditions become a list of tests on the known facts."""

import operator
import re
from collections.abc import Callable
from typing import Any

from songfa.rules.eligibility.schema import Rule, Table

Known = dict[str, Any]
Test = Callable[[Known], bool]

COMPARISON = re.compile(r"^(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?)$")
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
    found = COMPARISON.match(wanted) if isinstance(wanted, str) else None
    if found:
        compare, limit = OPERATORS[found[1]], float(found[2])
        return lambda known: (have := known.get(path)) is not None and compare(have, limit)
    return _same(path, wanted)


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


class Matcher:
    """Tells whether a rule fits the known facts."""

    __slots__ = ("any", "rule", "unless", "when")

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.when = table(rule.when)
        self.any = tuple(table(each) for each in rule.any)
        self.unless = tuple(table(each) for each in rule.unless)

    def fits(self, known: Known) -> bool:
        for test in self.when:
            if not test(known):
                return False
        if self.any and not any(all(test(known) for test in each) for each in self.any):
            return False
        return not (self.unless and self.shut(known))

    def shut(self, known: Known) -> bool:
        """True when one of the `unless` fits."""
        return any(all(test(known) for test in each) for each in self.unless)

    def waits_for(self, known: Known) -> tuple[str, ...]:
        """Facts that are unknown and alone keep the rule from fitting; empty if it fits or cannot."""
        paths = list(self.rule.when)
        failed = [p for p, test in zip(paths, self.when, strict=True) if not test(known)]
        if any(p in known or p == "age" and "person.birth_date" in known for p in failed):
            return ()
        if self.any and not any(all(test(known) for test in each) for each in self.any):
            open_paths = [p for each in self.rule.any for p in each if p not in known]
            if not open_paths:
                return ()
            failed.extend(open_paths)
        if self.unless and self.shut(known):
            return ()
        return tuple(dict.fromkeys("person.birth_date" if p == "age" else p for p in failed))
