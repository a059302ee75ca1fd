"""What giving out files promises: a whole batch at once, and the look for conflicts over a million parties."""

import os
import random
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from bench.promise import Line, below, median_ms
from songfa.rules.matching import by_hand, greedy, match
from songfa.rules.packs.read import load
from songfa.rules.ranking import Book, Candidate, Case, Demand, Weights, costs, slots, standing

FILES, PEOPLE = 1000, 80
if TYPE_CHECKING:
    from songfa.access.models import Unit

PARTIES = int(os.environ.get("BENCH_PARTIES", "1000000"))
ON = date(2026, 3, 2)
MATTERS = (
    ("labour_wages", "labour"), ("work_injury", "labour"), ("divorce_property", "civil"), ("land", "civil"),
    ("traffic_injury", "civil"),
)  # fmt: skip


def _made(dice: random.Random) -> tuple[list[Case], list[Candidate]]:
    places = [f"cn.23.23{a:02}.23{a:02}{b:02}." for a in range(1, 6) for b in range(1, 9)]
    cases = [
        Case(
            str(n), *dice.choice(MATTERS), dice.choice(("arbitration", "litigation")), dice.choice(places),
            dice.choice(("zh-Hans",) * 9 + ("ko",)), dice.random() < 0.03,
            ("familiar_with_minors",) if dice.random() < 0.05 else (),
        )
        for n in range(FILES)
    ]  # fmt: skip
    skills = [m for m, _ in MATTERS] + ["labour", "civil", "minors"]
    people = [
        Candidate(
            str(n), f"{n:03}", "lawyer", "law_firm", dice.choice(places), frozenset(dice.sample(skills, 3)),
            frozenset(dice.choice((("zh-Hans",), ("zh-Hans", "ko"), ("zh-Hans", "sign")))),
            date(dice.randint(2000, 2024), 1, 1), load=dice.randint(0, 8), capacity=dice.randint(14, 26),
            quality=dice.choice((None, 60, 75, 90)),
        )
        for n in range(PEOPLE)
    ]  # fmt: skip
    return cases, people


def batch() -> Iterator[Line]:
    """Rank every pair, find the best whole, give the reasons of each file; compare with other ways and the optimum."""
    pack = load("cn-23")
    book = Book(pack.get(Weights, "assignment", ON), pack.all(Demand, ON), ON)
    dice = random.Random(7)
    cases, people = _made(dice)

    def whole() -> None:
        found = match(costs(cases, people, book), slots(people, book))
        for case, column in zip(cases, found.chosen, strict=True):
            if column is not None:
                standing(case, people[column], book)

    name = f"assign: {FILES} files x {PEOPLE} practitioners, with reasons"
    yield below(name, median_ms(whole, times=7, warm=1) / 1000, 1, "s")
    matrix, places = costs(cases, people, book), slots(people, book)
    best = match(matrix, places)
    orders = [dice.sample(range(FILES), FILES) for _ in range(20)]
    others = [
        *by_hand(matrix, places).values(),
        *(greedy(matrix, places, o) for o in orders),
    ]
    least = min(other.worth() for other in others)
    held = best.worth() <= least
    yield Line(
        f"assign: total against the best of {len(others)} orders by hand", best.total, least[1],
        "<= every order", held, "points",
    )  # fmt: skip
    optimum = _optimum(matrix, places)
    yield Line(
        "assign: total against the optimum of another method", best.total, optimum, "<= 1.001x",
        not best.unassigned and best.total <= 1.001 * optimum, "points",
    )  # fmt: skip


def _optimum(matrix: list[list[int | None]], places: list[list[int]]) -> int:
    """Return the least total by another method: one column for each place, solved as an assignment."""
    from ortools.graph.python.linear_sum_assignment import SimpleLinearSumAssignment

    columns = [(c, extra) for c, own in enumerate(places) for extra in own]
    solver = SimpleLinearSumAssignment()
    size = max(len(matrix), len(columns))
    for row in range(size):
        for column in range(size):
            if row >= len(matrix) or column >= len(columns):
                solver.add_arc_with_cost(row, column, 0)
                continue
            c, extra = columns[column]
            cost = matrix[row][c]
            if cost is not None:
                solver.add_arc_with_cost(row, column, cost + extra)
    assert solver.solve() == solver.OPTIMAL
    return int(solver.optimal_cost())


# -- conflicts --------------------------------------------------------------------------------------

# a million parties spread over the files of the database, one in two on the other side; names repeat as people's do
FILL = """
insert into aid_party (id, created_at, area_id, area_path, unit_id, file_id, side, kind, name, name_mark, id_mark)
select gen_random_uuid(), f.received_at, f.area_id, f.area_path, f.unit_id, f.id,
       case when n %% 2 = 0 then 'own' else 'adverse' end, 'person', ''::bytea,
       md5('name' || (n %% 200000)) || md5('n'), md5('id' || n) || md5('i')
from generate_series(1, %s) n
join (select *, row_number() over (order by id) - 1 as place from aid_file) f on f.place = n %% %s
"""
GIVEN = """
insert into aid_assignment (id, created_at, area_id, area_path, unit_id, file_id, practitioner_id, firm_id, by_id,
       points, reasons, set_aside, why, ended_by, end_reason, end_text)
select gen_random_uuid(), f.received_at, f.area_id, f.area_path, f.unit_id, f.id, p.id, p.unit_id, %s, 10,
       '[]', '[]', ''::bytea, '', '', ''::bytea
from (select *, row_number() over (order by id) - 1 as place from aid_file) f
join (select *, row_number() over (order by id) - 1 as place from network_practitioner where name like 'bench %%') p
  on p.place = f.place %% %s
"""


def _filled(unit: "Unit") -> None:
    """Make the parties, practitioners of a unit, and who had which file."""
    from django.db import connection

    from songfa.access.models import User
    from songfa.access.policy import SYSTEM
    from songfa.aid.models import Assignment, File, Party
    from songfa.network.models import Practitioner

    if Party.objects.count() >= PARTIES and Assignment.objects.exists():
        return
    print(f"# making {PARTIES} parties", file=sys.stderr)
    by = User.objects.get(username=SYSTEM).pk
    if not Practitioner.objects.filter(name__startswith="bench ").exists():
        Practitioner.objects.bulk_create(
            Practitioner(
                name=f"bench {n:03}", kind="lawyer", unit=unit, area=unit.area, area_path=unit.area_path,
                created_at=datetime.now(UTC),
            )
            for n in range(PEOPLE)
        )  # fmt: skip
    with connection.cursor() as cursor:
        # kept versions of invented rows would double the time and prove nothing
        cursor.execute("set session_replication_role = replica")
        cursor.execute("delete from aid_party")
        cursor.execute("delete from aid_assignment")
        cursor.execute(FILL, [PARTIES, File.objects.count()])
        cursor.execute(GIVEN, [by, PEOPLE])
        cursor.execute("set session_replication_role = default")
        cursor.execute("analyze aid_party")
        cursor.execute("analyze aid_assignment")


def conflict() -> Iterator[Line]:
    """Look for conflicts of one file against every practitioner in the officer's reach, as the page does."""
    from bench.desk import prepare

    prepare()
    from songfa.access.models import Posting
    from songfa.access.policy import acting, bound
    from songfa.aid.conflicts import conflicts
    from songfa.aid.models import File
    from songfa.aid.reads.candidates import roll

    at = datetime.now(UTC)
    posting = Posting.objects.select_related("unit__area", "user").get(user__username="scale")
    actor = acting(posting, at.date())
    _filled(posting.unit)
    with bound(actor):
        people = list(roll(actor)[:PEOPLE])
        files = list(File.objects.select_related("person").order_by("id")[:40])
        spans = []
        for file in files * 3:
            start = time.perf_counter()
            conflicts([file], people)
            spans.append((time.perf_counter() - start) * 1000)
    name = f"conflicts of interest: one file, {len(people)} practitioners, {PARTIES} parties"
    yield below(name, statistics.median(spans), 50, "ms")


def lines() -> Iterator[Line]:
    yield from batch()
    yield from conflict()
