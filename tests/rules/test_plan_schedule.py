"""When the work of a plan is due, and which units it means: by tables."""

from datetime import date

import pytest

from songfa.rules.plans.bodies import Body, closeness, suggest
from songfa.rules.plans.schedule import day_of, series


@pytest.mark.parametrize(
    ("written", "year", "last", "day"),
    [
        ("2026-09-15", None, True, date(2026, 9, 15)),
        ("2026-02", None, True, date(2026, 2, 28)),
        ("2024-02", None, True, date(2024, 2, 29)),
        ("2026-09", None, False, date(2026, 9, 1)),
        ("--09", 2027, True, date(2027, 9, 30)),
        ("--09-15", 2027, False, date(2027, 9, 15)),
        ("--09", None, True, None),
        ("2026-02-30", None, True, None),
        ("2026-13", None, True, None),
        ("--13", 2026, True, None),
        ("", 2026, True, None),
        (None, 2026, True, None),
    ],
)
def test_written_days(written: str | None, year: int | None, last: bool, day: date | None) -> None:
    assert day_of(written, year, last=last) == day


@pytest.mark.parametrize(
    ("times", "per", "first", "last", "dues"),
    [
        # quý I to quý IV
        (1, "quarter", date(2026, 1, 1), date(2026, 12, 31), ["03-31", "06-30", "09-30", "12-31"]),
        (1, "quarter", date(2026, 2, 10), date(2026, 8, 15), ["03-31", "06-30", "08-15"]),
        (2, "month", date(2026, 1, 31), date(2026, 3, 1), ["01-31", "02-28", "03-01"]),
        (1, "half_year", date(2026, 1, 1), date(2026, 12, 31), ["06-30", "12-31"]),
        (1, "term", date(2026, 3, 1), date(2026, 7, 15), ["06-30", "07-15"]),
        (1, "year", date(2026, 5, 1), date(2026, 11, 30), ["11-30"]),
        (1, "week", date(2026, 11, 18), date(2026, 12, 1), ["11-22", "11-29", "12-01"]),
        (1, "two_weeks", date(2026, 11, 16), date(2026, 12, 13), ["11-29", "12-13"]),
        (1, "month", date(2026, 5, 2), date(2026, 5, 1), []),
    ],
)
def test_series(times: float, per: str, first: date, last: date, dues: list[str]) -> None:
    parts = series(times, per, first, last)
    assert [p.due.strftime("%m-%d") for p in parts] == dues
    assert {p.times for p in parts} <= {times}


def test_what_is_daily_is_counted_by_the_month() -> None:
    parts = series(2, "day", date(2026, 1, 30), date(2026, 2, 3))
    assert [(p.due, p.times) for p in parts] == [(date(2026, 1, 31), 4), (date(2026, 2, 3), 6)]


@pytest.mark.parametrize(
    ("printed", "name", "near"),
    [
        ("县司法局", "桦南县司法局", 2),
        ("司法局", "桦南县司法局", 2),
        ("县残联", "桦南县残疾人联合会", 1),
        ("县妇联", "桦南县妇女联合会", 1),
        ("县妇联", "桦南县残疾人联合会", 0),
        ("局", "桦南县司法局", 0),
        ("县财政局", "桦南县司法局", 0),
        ("桦南县司法局", "桦南县司法局", 3),
        ("UBND phường Sóc Trăng", "Ủy ban nhân dân phường Sóc Trăng", 3),
        ("Sở Tư pháp", "Sở Tư pháp thành phố Cần Thơ", 2),
        ("Sở Tài chính", "Sở Tư pháp thành phố Cần Thơ", 0),
    ],
)
def test_how_near_a_name_is(printed: str, name: str, near: int) -> None:
    assert closeness(printed, name) == near


BODIES = [
    Body("bureau", "青禾县司法局", "县", highest=True, here=True),
    Body("town", "柳河镇人民政府", "镇", highest=True, here=False),
    Body("office", "柳河镇司法所", "镇", highest=False, here=False),
    Body("street", "北关街道办事处", "街道", highest=True, here=False),
    Body("village", "柳河镇前进村联系点", "镇", highest=False, here=False),
    Body("commune", "UBND xã Kế Sách", "xã", highest=True, here=False),
    Body("ward", "UBND phường Sóc Trăng", "phường", highest=True, here=False),
]


@pytest.mark.parametrize(
    ("printed", "keys"),
    [
        (["县司法局"], ["bureau"]),
        (["各乡镇"], ["town"]),
        (["各乡镇（街道）"], ["town", "street"]),
        (["各街道办事处"], ["street"]),
        (["各乡镇人民政府、街道办事处"], ["town", "street"]),
        (["乡镇司法所"], ["office"]),
        (["各司法所"], ["office"]),
        (["各村"], ["village"]),
        (["UBND các xã, phường"], ["commune", "ward"]),
        (["các phường"], ["ward"]),
        (["县司法局", "各乡镇", "县司法局"], ["bureau", "town"]),
        (["县气象局"], []),
        ([], []),
    ],
)
def test_who_may_be_meant(printed: list[str], keys: list[str]) -> None:
    assert list(suggest(printed, BODIES)) == keys
