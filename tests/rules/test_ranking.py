"""Who may take a file, in which order, and why. People are invented."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from songfa.rules.packs.read import load
from songfa.rules.ranking import (
    Book,
    Candidate,
    Case,
    ConflictGround,
    Demand,
    Reason,
    Standing,
    Weights,
    costs,
    load_points,
    rank,
    slots,
    standing,
    steps_between,
    years,
)

ON = date(2026, 3, 2)


def book(pack: str, on: date = ON) -> Book:
    found = load(pack)
    return Book(found.get(Weights, "assignment", on), found.all(Demand, on), on)


WAGES = Case(
    "f", "labour_wages", "labour", "arbitration", "cn.23.2308.230822.230822102.", "zh-Hans"
)
LIFE = Case(
    "f", "criminal", "criminal", "criminal_defence", "cn.23.2308.230822.", "zh-Hans",
    demands=("criminal_practice_3_years",),
)  # fmt: skip
LAWYER = Candidate(
    "a", "江流", "lawyer", "law_firm", "cn.23.2308.230822.", frozenset({"labour_wages", "criminal"}),
    frozenset({"zh-Hans"}), date(2018, 7, 1),
)  # fmt: skip
HELPER = Candidate(
    "b", "Đinh Thị Hạ", "legal_aid_officer", "legal_aid_centre", "vn.92.", frozenset(),
    frozenset({"vi"}), date(2020, 1, 1),
)  # fmt: skip


def bars(found: Standing) -> set[tuple[str, str]]:
    return {(b.code, b.entry) for b in found.bars}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, set()),
        ({"since": date(2023, 3, 3)}, {("demand_unmet", "criminal_practice_3_years")}),
        ({"since": date(2023, 3, 2)}, set()),  # three full years today
        ({"since": None}, {("demand_unmet", "criminal_practice_3_years")}),
        (
            {"skills": frozenset({"labour_wages"})},
            {("demand_unmet", "criminal_practice_3_years")},
        ),
        (
            {"kind": "grassroots_legal_worker"},
            {
                ("demand_unmet", "criminal_practice_3_years"),
                ("demand_unmet", "defence_by_lawyer"),
            },
        ),
        ({"unit_kind": "judicial_office"}, {("demand_unmet", "accepted_unit")}),
        ({"active": False}, {("not_active", "")}),
        ({"struck_off": date(2026, 3, 2)}, {("struck_off", "")}),
        ({"struck_off": date(2026, 3, 3)}, set()),
        ({"licence_until": date(2026, 3, 1)}, {("licence_ended", "")}),
        ({"licence_until": date(2026, 3, 2)}, set()),
        ({"away": ((date(2026, 3, 2), date(2026, 3, 9)),)}, {("on_leave", "")}),
        ({"away": ((date(2026, 3, 3), date(2026, 3, 9)),)}, set()),
        ({"load": 12}, {("full", "")}),
        ({"load": 2, "capacity": 2}, {("full", "")}),
    ],
)
def test_bars_of_a_life_case(change: Mapping[str, Any], expected: set[tuple[str, str]]) -> None:
    """Legal Aid Law Art. 26: a lawyer with three years of criminal practice, neither struck off nor away nor full."""
    assert bars(standing(LIFE, replace(LAWYER, **change), book("cn-23"))) == expected


def test_a_minor_needs_somebody_familiar_with_minors() -> None:
    case = replace(WAGES, demands=("familiar_with_minors",))
    assert bars(standing(case, LAWYER, book("cn"))) == {("demand_unmet", "familiar_with_minors")}
    knows = replace(LAWYER, skills=LAWYER.skills | {"minors"})
    found = standing(case, knows, book("cn"))
    assert found.fits
    assert Reason("demand_met", entry="familiar_with_minors") in found.reasons


@pytest.mark.parametrize(
    ("service", "kind", "fits"),
    [
        ("litigation", "legal_aid_officer", True),
        ("litigation", "lawyer", True),
        ("litigation", "adviser", False),
        ("non_litigation", "collaborator", False),
        ("consultation", "adviser", True),
        ("consultation", "collaborator", True),
        ("consultation", "volunteer", False),
    ],
)
def test_who_may_act_in_vietnam(service: str, kind: str, *, fits: bool) -> None:
    """Law 11/2017 Art. 17, 31(1), 32(1), 33(1)."""
    case = Case("f", "land", "civil", service, "vn.92.", "vi")
    assert standing(case, replace(HELPER, kind=kind), book("vn-92")).fits is fits


def test_a_demand_that_the_pack_does_not_know_bars_everybody() -> None:
    found = standing(replace(WAGES, demands=("unheard_of",)), LAWYER, book("cn"))
    assert bars(found) == {("demand_unknown", "unheard_of")}


def test_no_value_outside_the_dates() -> None:
    with pytest.raises(Exception, match="no_value_at_date"):
        book("vn", date(2017, 1, 1))


def test_the_order_follows_the_points_and_bars_come_last() -> None:
    near = replace(LAWYER, key="near", name="甲")
    far = replace(LAWYER, key="far", name="乙", place="cn.23.2301.230102.")
    busy = replace(LAWYER, key="busy", name="丙", load=9)
    unskilled = replace(LAWYER, key="unskilled", name="丁", skills=frozenset())
    away = replace(LAWYER, key="away", name="戊", away=((ON, ON),))
    found = rank(WAGES, [away, unskilled, busy, far, near], book("cn-23"))
    assert [s.key for s in found] == ["near", "far", "busy", "unskilled", "away"]
    assert [s.fits for s in found] == [True] * 4 + [False]
    assert all(s.points == sum(r.points for r in s.reasons) for s in found)


def test_a_conflict_bars_whoever_has_it() -> None:
    found = rank(
        WAGES,
        [LAWYER, replace(LAWYER, key="z", load=3)],
        book("cn"),
        bars={"a": [Reason("conflict", entry="kin")]},
    )
    assert [(s.key, s.fits) for s in found] == [("z", True), ("a", False)]


@pytest.mark.parametrize(
    ("change", "code", "n", "points"),
    [
        ({"skills": frozenset({"labour"})}, "skill_field", 0, 15),
        ({"languages": frozenset({"ko"})}, "language_other", 0, 25),
        ({"quality": 90, "assessed": 4}, "quality", 90, 2),
        ({"quality": None}, "quality_unknown", 0, 5),
        ({"licensed": False}, "licence_unseen", 0, 8),
        ({"away": ((date(2026, 3, 12), date(2026, 3, 20)),)}, "leave_soon", 10, 8),
        ({"load": 6}, "load", 6, 15),
        ({"since": date(2021, 3, 2)}, "years", 5, 5),
        ({"place": "cn.23.2308.230826."}, "near_prefecture", 2, 12),
        ({"place": "cn.61.6101."}, "near_country", 4, 24),
    ],
)
def test_every_reason_has_its_points(
    change: Mapping[str, Any], code: str, n: int, points: int
) -> None:
    found = standing(WAGES, replace(LAWYER, **change), book("cn-23"))
    reason = next(r for r in found.reasons if r.code == code)
    assert (reason.n, reason.points) == (n, points)


def test_sign_language_is_asked_for_only_when_it_is_needed() -> None:
    codes = {r.code for r in standing(WAGES, LAWYER, book("cn")).reasons}
    assert not codes & {"signs", "signs_not"}
    deaf = replace(WAGES, signs=True)
    without = standing(deaf, LAWYER, book("cn"))
    signing = replace(LAWYER, languages=LAWYER.languages | {"sign"})
    assert without.points - standing(deaf, signing, book("cn")).points == 25


@pytest.mark.parametrize(
    ("file", "practitioner", "steps"),
    [
        ("cn.23.2308.230822.", "cn.23.2308.230822.", 0),
        ("cn.23.2308.230822.", "cn.23.2308.230822.230822102.", 0),
        ("cn.23.2308.230822.230822102.", "cn.23.2308.230822.", 1),
        ("cn.23.2308.230822.", "cn.23.2301.", 2),
        ("cn.23.", "vn.92.", 2),
    ],
)
def test_distance_is_counted_in_steps(file: str, practitioner: str, steps: int) -> None:
    assert steps_between(file, practitioner) == steps


def test_full_years() -> None:
    assert years(date(2020, 2, 29), date(2026, 2, 28)) == 5
    assert years(date(2020, 2, 29), date(2026, 3, 1)) == 6
    assert years(date(2027, 1, 1), ON) == 0


def test_conflicts_that_may_be_set_aside() -> None:
    """Law 11/2017 Art. 25(2)(a): both sides may agree in advice and out-of-court matters, never in court."""
    vn = load("vn-92").all(ConflictGround, ON)
    assert vn["acts_for_adverse"].may_be_set_aside("consultation")
    assert not vn["acts_for_adverse"].may_be_set_aside("litigation")
    assert not load("cn").get(ConflictGround, "kin", ON).may_be_set_aside("consultation")


PLACES = ("cn.23.2308.230822.", "cn.23.2308.230826.", "cn.23.2301.", "cn.61.")
CASES = st.builds(
    Case,
    key=st.just("f"),
    matter=st.sampled_from(["labour_wages", "criminal", "divorce_property"]),
    field=st.sampled_from(["labour", "criminal", "civil"]),
    service=st.sampled_from(["arbitration", "criminal_defence", "consultation"]),
    place=st.sampled_from(PLACES),
    language=st.sampled_from(["", "zh-Hans", "ko"]),
    signs=st.booleans(),
    demands=st.sampled_from([(), ("familiar_with_minors",), ("criminal_practice_3_years",)]),
)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
CANDIDATES = st.builds(
    Candidate,
    key=st.uuids().map(str),
    name=st.text("甲乙丙丁", min_size=1, max_size=2),
    kind=st.sampled_from(["lawyer", "grassroots_legal_worker", "volunteer"]),
    unit_kind=st.sampled_from(["law_firm", "legal_aid_centre", "judicial_office"]),
    place=st.sampled_from(PLACES),
    skills=st.frozensets(st.sampled_from(["labour_wages", "labour", "criminal", "minors"])),
    languages=st.frozensets(st.sampled_from(["zh-Hans", "ko", "sign"])),
    since=st.none() | st.dates(date(2000, 1, 1), date(2026, 12, 31)),
    active=st.booleans(),
    struck_off=st.none() | DAYS,
    licensed=st.booleans(),
    load=st.integers(0, 15),
    capacity=st.none() | st.integers(0, 15),
    quality=st.none() | st.integers(0, 100),
    away=st.lists(st.tuples(DAYS, DAYS).map(lambda d: (min(d), max(d))), max_size=2).map(tuple),
)


@given(CASES, st.lists(CANDIDATES, max_size=6, unique_by=lambda c: c.key))
def test_the_batch_counts_as_the_single_file(case: Case, people: list[Candidate]) -> None:
    """The matrix of the batch and the explained ranking never disagree about a pair."""
    pack = book("cn-23")
    line, open_slots = costs([case], people, pack)[0], slots(people, pack)
    for one, cost, own in zip(people, line, open_slots, strict=True):
        alone = standing(case, one, pack)
        assert alone.fits == (cost is not None and bool(own))
        if cost is not None and own:
            assert cost + own[0] == alone.points
        assert own == sorted(own)
        assert [load_points(one, pack, k) for k in range(len(own))] == own


@given(CASES, st.lists(CANDIDATES, max_size=6, unique_by=lambda c: c.key), st.randoms())
def test_the_order_does_not_depend_on_the_order_of_asking(
    case: Case, people: list[Candidate], dice: Any
) -> None:
    shuffled = dice.sample(people, len(people))
    assert rank(case, people, book("cn")) == rank(case, shuffled, book("cn"))
