"""Spot checks that anybody can draw again, proof as a tree, and the sections of the packs that decisions rest on."""

from datetime import date
from uuid import UUID

import pytest

from songfa.rules.deciding import (
    ComplaintLevel,
    EndingGround,
    Remedy,
    SpotCheckRate,
    draw,
    size,
    tickets,
)
from songfa.rules.eligibility.proof import missing, weigh
from songfa.rules.machines import FILE_CN
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Clock, Names
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb

ON = date(2026, 11, 18)


def rate(percent: int, at_least: int = 1, *, suspended: bool = False) -> SpotCheckRate:
    return SpotCheckRate(
        code="declarations", valid_from=date(2022, 1, 1), legal_basis="-", status="unconfirmed",
        name=Names(en="-", zh="-", vi="-"), percent=percent, at_least=at_least, suspended=suspended,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("pool", "percent", "at_least", "drawn"),
    [
        (0, 10, 1, 0), (1, 10, 1, 1), (10, 10, 1, 1), (11, 10, 1, 2), (100, 10, 1, 10), (101, 10, 1, 11),
        (3, 0, 0, 0), (3, 0, 2, 2), (2, 10, 5, 2), (7, 100, 1, 7),
    ],
)  # fmt: skip
def test_how_many_are_drawn(pool: int, percent: int, at_least: int, drawn: int) -> None:
    assert size(pool, rate(percent, at_least)) == drawn


def test_where_checks_are_suspended_nothing_is_drawn() -> None:
    assert size(50, rate(10, 1, suspended=True)) == 0


def test_a_draw_is_the_same_for_ever_and_whatever_the_order_of_the_pool() -> None:
    pool = [UUID(int=n) for n in range(200)]
    first = draw(pool, "2026-11-18/centre", rate(10))
    assert [t.id for t in first] == [
        t.id for t in draw(reversed(pool), "2026-11-18/centre", rate(10))
    ]
    assert len(first) == 20
    assert [t.id for t in first] != [t.id for t in draw(pool, "2026-11-19/centre", rate(10))]
    # the mark can be worked out by hand: sha256("seed:00000000-0000-0000-0000-000000000001")
    assert tickets([UUID(int=1)], "seed")[0].mark.startswith("1130a648f456")


def test_no_file_is_favoured() -> None:
    pool = [UUID(int=n) for n in range(20)]
    hits = dict.fromkeys(pool, 0)
    for day in range(1000):
        for ticket in draw(pool, f"{day}/unit", rate(10)):
            hits[ticket.id] += 1
    assert min(hits.values()) > 60
    assert max(hits.values()) < 145


A, B, C = {"paper": "a"}, {"paper": "b"}, {"paper": "c"}


@pytest.mark.parametrize(
    ("tree", "have", "met", "lacking"),
    [
        (A, "", False, ("a",)),
        (A, "a", True, ()),
        ({"all": [A, B]}, "a", False, ("b",)),
        ({"any": [A, B]}, "b", True, ()),
        ({"any": [A, B]}, "", False, ("a", "b")),
        ({"all": [A, {"any": [B, C]}]}, "ac", True, ()),
        ({"all": [A, {"any": [{"all": [B, C]}, {"all": [A]}]}]}, "b", False, ("a", "c")),
        ({"all": []}, "", True, ()),
        ({}, "", True, ()),
    ],
)
def test_proof_is_weighed(
    tree: dict[str, object], have: str, met: bool, lacking: tuple[str, ...]
) -> None:
    proof = weigh(tree, frozenset(have))
    assert (proof.met, missing(proof)) == (met, lacking)


def test_a_branch_of_one_is_that_one_and_like_branches_flow_together() -> None:
    proof = weigh({"all": [{"all": [A, B]}, {"any": [C]}]}, frozenset())
    assert [p.code for p in proof.parts] == ["a", "b", "c"]


def test_the_eight_heads_of_termination_stand_in_their_order() -> None:
    grounds = load("cn-23").all(EndingGround, ON).values()
    heads = [g for g in grounds if g.verb == Verb.AID_TERMINATE]
    assert [g.legal_basis for g in sorted(heads, key=lambda g: g.order)] == [
        f"法律援助法 48({n})" for n in range(1, 9)
    ]


@pytest.mark.parametrize("pack", ["cn-23", "vn-92"])
def test_every_ground_belongs_to_an_act_of_its_country(pack: str) -> None:
    book = load(pack)
    machine = {"cn": "terminate", "vn": "discontinue"}[book.head.country]
    verbs = {g.verb for g in book.all(EndingGround, ON).values()}
    assert {f"aid.{machine}", Verb.AID_TRANSFER} <= verbs <= set(Verb)


def test_who_decides_what_is_said_against_a_decision() -> None:
    assert [x.by for x in load("cn-23").all(ComplaintLevel, ON).values()] == ["above"]
    assert [x.by for x in load("vn-92").all(ComplaintLevel, ON).values()] == ["agency", "above"]
    assert set(load("cn-23").all(Remedy, ON)) == {"objection", "complaint"}
    assert set(load("vn-92").all(Remedy, ON)) == {"complaint"}


@pytest.mark.parametrize(
    ("pack", "code", "amount", "unit"),
    [
        ("cn-23", "justice_bureau_reviews_objection", 5, "days"),
        ("vn-92", "head_decides_complaint", 3, "working_days"),
        ("vn-92", "director_decides_complaint", 15, "days"),
        ("vn-92", "verify_in_other_province", 10, "days"),
        ("vn-92", "answer_change_of_provider", 3, "working_days"),
        ("vn-92", "supply_proof_of_eligibility", 5, "working_days"),
        ("vn-92", "supply_proof_of_eligibility_extended", 10, "working_days"),
    ],
)
def test_periods_of_the_statutes(pack: str, code: str, amount: int, unit: str) -> None:
    clock = load(pack).get(Clock, code, ON)
    assert (clock.amount, clock.unit) == (amount, unit)
    assert "amount" not in clock.unconfirmed


@pytest.mark.parametrize(
    "code",
    [
        "supply_papers", "supply_papers_after_help", "decide_anew", "act_on_untrue_declaration",
        "look_at_declaration", "answer_cooperation", "accept_complaint", "finish_complaint",
        "answer_change_of_provider",
    ],
)  # fmt: skip
def test_periods_that_nobody_has_read_say_so(code: str) -> None:
    assert "amount" in load("cn-23").get(Clock, code, ON).unconfirmed


def test_no_application_lapses_before_its_day() -> None:
    with pytest.raises(Problem, match="guard_failed"):
        FILE_CN.step("awaiting_papers", Verb.AID_LAPSE, {"papers_overdue_at": None})
    assert FILE_CN.step("awaiting_papers", Verb.AID_LAPSE, {"papers_overdue_at": ON}) == "lapsed"
