"""What the rules and the reader promise, in one process without a database."""

import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from bench.promise import Line, above, below
from songfa.papers.intake import read_document
from songfa.papers.plans.read import read_plans
from songfa.rules.eligibility.check import check
from songfa.rules.packs.read import load
from songfa.rules.problems import Problem

EXAMPLES = Path(__file__).parents[1] / "songfa" / "papers" / "examples"
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
WORKER = {
    "service": "arbitration",
    "matter": "labour_wages",
    "person": {"birth_date": "1985-06-02", "statuses": ["migrant_worker"]},
    "applicant": {"is_recipient": True},
}
INJURED = {
    "service": "litigation",
    "matter": "work_injury",
    "person": {
        "birth_date": "1980-01-15",
        "disability": {"types": ["limb"], "grade": 2},
        "fixed_income": True,
        "statuses": [],
    },
}
DEFENDANT = {
    "service": "criminal_defence",
    "person": {"birth_date": "1972-03-30", "statuses": []},
    "criminal": {
        "role": "defendant",
        "stage": "first_instance",
        "procedure": "ordinary",
        "has_counsel": False,
    },
}
FACTS = (WORKER, INJURED, DEFENDANT)


def findings() -> Line:
    pack, on = load("cn-23"), date(2026, 3, 2)
    for facts in FACTS:
        check(facts, pack, on)
    n, start = 0, time.perf_counter()
    while time.perf_counter() - start < 2:
        for facts in FACTS:
            check(facts, pack, on)
        n += len(FACTS)
    return above(
        "aid check: findings in one process", n / (time.perf_counter() - start), 20_000, "a second"
    )


def plans() -> Iterator[Line]:
    files = sorted(SEEDS.glob("*.txt")) or sorted(EXAMPLES.glob("*.txt"))
    for file in files:
        best = min(_read(file) for _ in range(3))
        yield below(f"plan read: {file.name}", best, 0.5, "s")


def _read(file: Path) -> float:
    start = time.perf_counter()
    with suppress(Problem):  # a review is no plan: saying so is the answer
        [p.to_json() for p in read_plans(read_document(file.name, file.read_bytes()))]
    return time.perf_counter() - start


def lines() -> Iterator[Line]:
    yield findings()
    yield from plans()
