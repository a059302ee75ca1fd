"""Ends of periods, worked out by hand from the published calendars, and what must hold for all."""

import json
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import chinese_calendar
import holidays
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from songfa.commands.clock import clock
from songfa.rules import calendar
from songfa.rules.clocks import due, due_of, resumed, warn_at
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Clock, HourRule, Roll, Span, Unit
from songfa.rules.problems import Problem
from songfa.words.say import LANGUAGES

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
CALENDARS = {country: calendar.of_pack(country) for country in ("cn", "vn")}
OFFSET = {"cn": "+08:00", "vn": "+07:00"}
NEXT: Roll = "next_working_day"


def at(country: str, text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else datetime.fromisoformat(text + OFFSET[country])


def end(
    country: str,
    start: str,
    amount: int,
    unit: Unit,
    roll: Roll = "none",
    hour_rule: HourRule = "from_moment",
) -> str:
    found = due(at(country, start), amount, unit, CALENDARS[country], roll, hour_rule)
    return found.instant.isoformat() if found.instant else found.status


@pytest.mark.parametrize(
    ("country", "start", "amount", "last"),
    [
        ("cn", "2025-01-24T10:00", 1, "2025-01-26"),  # a Sunday that is worked
        ("cn", "2025-01-25T10:00", 1, "2025-01-26"),  # the event on a day off
        ("cn", "2025-01-26T10:00", 1, "2025-01-27"),
        ("cn", "2025-01-27T00:00", 1, "2025-02-05"),  # over the whole Spring Festival
        ("cn", "2025-01-27T23:59:59", 4, "2025-02-08"),  # 5, 6, 7, and Saturday the 8th, worked
        ("cn", "2025-12-31T09:00", 1, "2026-01-04"),  # 1 to 3 January off, Sunday the 4th worked
        ("cn", "2018-12-28T09:00", 2, "2019-01-02"),  # Saturday the 29th worked, 30 to 1 off
        ("cn", "2026-12-30T09:00", 1, "2026-12-31"),  # the last day that is published
        ("vn", "2024-02-07T09:00", 1, "2024-02-15"),  # Tet, 8 to 14 February
        ("vn", "2024-04-26T09:00", 3, "2024-05-04"),  # 29 April exchanged for Saturday 4 May
        ("vn", "2025-08-29T09:00", 1, "2025-09-03"),
        ("vn", "2026-08-21T09:00", 1, "2026-08-22"),  # Saturday worked for 31 August
        ("vn", "2026-08-28T09:00", 1, "2026-09-03"),
        ("vn", "2025-12-31T17:00", 1, "2026-01-02"),
        ("vn", "2025-06-02T09:00", 0, "2025-06-02"),
    ],
)
def test_working_days(country: str, start: str, amount: int, last: str) -> None:
    expected = f"{last}T23:59:59{OFFSET[country]}"
    assert end(country, start, amount, "working_days") == expected


@pytest.mark.parametrize(
    ("country", "start", "amount", "unit", "roll", "last"),
    [
        ("cn", "2025-12-31T09:00", 1, "days", "none", "2026-01-01"),
        ("cn", "2025-12-31T09:00", 1, "days", NEXT, "2026-01-04"),
        ("cn", "2025-05-24T09:00", 7, "days", NEXT, "2025-06-03"),  # Dragon Boat, 31 May to 2 June
        ("cn", "2025-01-19T09:00", 7, "days", NEXT, "2025-01-26"),  # a worked Sunday stays
        ("cn", "2024-12-25T09:00", 7, "days", NEXT, "2025-01-02"),
        ("vn", "2024-02-01T09:00", 7, "days", NEXT, "2024-02-15"),
        ("vn", "2025-04-16T09:00", 10, "days", NEXT, "2025-04-26"),  # a worked Saturday stays
        ("cn", "2025-01-31T09:00", 1, "months", "none", "2025-02-28"),
        ("cn", "2024-01-31T09:00", 1, "months", "none", "2024-02-29"),
        ("cn", "2025-10-31T09:00", 4, "months", "none", "2026-02-28"),
        ("cn", "2025-08-31T09:00", 1, "months", NEXT, "2025-09-30"),
        ("cn", "2025-09-05T09:00", 1, "months", NEXT, "2025-10-09"),
        ("cn", "2025-02-28T09:00", 1, "months", "none", "2025-03-28"),
        ("vn", "2025-12-15T09:00", 13, "months", "none", "2027-01-15"),
        ("cn", "2020-02-29T09:00", 4, "years", "none", "2024-02-29"),
        ("cn", "2023-02-28T09:00", 1, "years", "none", "2024-02-28"),
        ("vn", "2024-02-29T09:00", 1, "years", NEXT, "2025-02-28"),
        ("cn", "2023-10-01T09:00", 3, "years", NEXT, "2026-10-08"),
        ("cn", "2025-06-02T09:00", 0, "days", "none", "2025-06-02"),
        ("cn", "2024-01-01T09:00", 3, "years", "none", "2027-01-01"),  # needs no calendar
    ],
)
def test_calendar_periods(
    country: str, start: str, amount: int, unit: Unit, roll: Roll, last: str
) -> None:
    assert end(country, start, amount, unit, roll) == f"{last}T23:59:59{OFFSET[country]}"


@pytest.mark.parametrize(
    ("start", "amount", "hour_rule", "instant"),
    [
        ("2025-03-14T22:30", 24, "from_moment", "2025-03-15T22:30:00"),
        ("2025-03-14T22:30", 24, "next_full_hour", "2025-03-15T23:00:00"),
        ("2025-03-14T22:00", 24, "next_full_hour", "2025-03-15T23:00:00"),
        ("2025-12-31T23:59", 12, "from_moment", "2026-01-01T11:59:00"),
        ("2024-02-28T12:00", 48, "from_moment", "2024-03-01T12:00:00"),
        ("2026-12-31T20:00", 12, "from_moment", "2027-01-01T08:00:00"),  # hours need no calendar
        ("2025-03-14T22:30", 0, "from_moment", "2025-03-14T22:30:00"),
    ],
)
def test_hours(start: str, amount: int, hour_rule: HourRule, instant: str) -> None:
    assert end("cn", start, amount, "hours", hour_rule=hour_rule) == instant + "+08:00"


def test_hours_never_roll() -> None:
    assert end("cn", "2025-01-28T10:00", 24, "hours", NEXT) == "2025-01-29T10:00:00+08:00"


@pytest.mark.parametrize(
    ("country", "start", "amount", "unit", "roll"),
    [
        ("cn", "2026-12-31T09:00", 1, "working_days", "none"),
        ("vn", "2026-12-30T09:00", 2, "working_days", "none"),
        ("cn", "2026-12-31T09:00", 1, "days", NEXT),
        ("cn", "2026-11-30T09:00", 2, "months", NEXT),
        ("vn", "2025-06-01T09:00", 2, "years", NEXT),
        ("cn", "2017-12-20T09:00", 1, "working_days", "none"),  # before the tables, too
        ("cn", "2025-06-02T09:00", 5000, "working_days", "none"),
    ],
)
def test_a_window_into_an_unpublished_year_gets_no_date(
    country: str, start: str, amount: int, unit: Unit, roll: Roll
) -> None:
    assert end(country, start, amount, unit, roll) == "calendar_missing"


def test_a_start_in_another_zone_is_a_moment_in_the_country() -> None:
    # 18:00 in Greenwich is 02:00 of the next day in China, 01:00 in Vietnam
    assert end("cn", "2025-03-14T18:00+00:00", 1, "days") == "2025-03-16T23:59:59+08:00"
    assert end("vn", "2025-03-14T18:00+00:00", 1, "days") == "2025-03-16T23:59:59+07:00"
    assert end("vn", "2025-03-14T12:00-05:00", 1, "hours") == "2025-03-15T01:00:00+07:00"


def test_a_start_without_offset_raises() -> None:
    with pytest.raises(Problem) as raised:
        due(datetime(2025, 3, 14, 18), 1, "days", CALENDARS["cn"])  # noqa: DTZ001
    assert raised.value.code == "naive_time"


@pytest.mark.parametrize(
    ("amount", "unit"), [(-1, "days"), (10**7, "days"), (10**9, "hours"), (9000, "years")]
)
def test_an_amount_that_cannot_be_counted_raises(amount: int, unit: Unit) -> None:
    with pytest.raises(Problem) as raised:
        end("cn", "2025-03-14T18:00", amount, unit)
    assert raised.value.code == "clock_amount_invalid"


def test_the_end_says_which_days_it_passed() -> None:
    found = due(at("cn", "2025-01-24T10:00"), 7, "days", CALENDARS["cn"], NEXT)
    assert [d.day for d in found.holidays] == [28, 29, 30, 31, 3, 4]
    assert found.makeup == (date(2025, 1, 26),)


def test_a_clock_of_the_pack_runs_with_its_own_values() -> None:
    start = at("cn", "2018-06-01T10:00")
    pack = load("cn-23")
    before = pack.get(Clock, "justice_bureau_reviews_objection", date(2018, 6, 1))
    after = pack.get(Clock, "justice_bureau_reviews_objection", date(2022, 1, 1))
    assert due_of(before, start, CALENDARS["cn"]).instant == at("cn", "2018-06-08T23:59:59")
    assert due_of(after, start, CALENDARS["cn"]).instant == at("cn", "2018-06-06T23:59:59")


# --- standing still, reminders


@pytest.mark.parametrize(
    ("unit", "stop", "go", "expected"),
    [
        ("days", "2025-03-05T09:00", "2025-03-20T09:00", "2025-03-25T23:59:59"),
        ("days", "2025-03-10T12:00", "2025-03-20T09:00", "2025-03-20T23:59:59"),
        ("working_days", "2025-03-05T09:00", "2025-03-20T09:00", "2025-03-25T23:59:59"),
        ("hours", "2025-03-10T20:59:59", "2025-03-20T09:00", "2025-03-20T12:00:00"),
        ("days", "2025-03-11T09:00", "2025-03-20T09:00", "2025-03-10T23:59:59"),
    ],
)
def test_what_was_left_runs_on_after_a_pause(unit: Unit, stop: str, go: str, expected: str) -> None:
    instant = at("cn", "2025-03-10T23:59:59")  # a Monday
    found = resumed(instant, at("cn", stop), at("cn", go), unit, CALENDARS["cn"])
    assert found.instant == at("cn", expected)


def test_a_pause_into_an_unpublished_year_gets_no_date() -> None:
    instant, stop, go = (at("cn", f"2026-12-{t}") for t in ("31T23:59:59", "29T09:00", "31T09:00"))
    found = resumed(instant, stop, go, "working_days", CALENDARS["cn"])
    assert found.status == "calendar_missing"


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        (6, "hours", "2025-02-05T17:59:59"),
        (2, "days", "2025-02-03T23:59:59"),
        (2, "working_days", "2025-01-26T23:59:59"),
        (1, "months", "2025-01-05T23:59:59"),
        (1, "years", "2024-02-05T23:59:59"),
    ],
)
def test_the_reminder_comes_before_the_end(amount: int, unit: Unit, expected: str) -> None:
    span = Span(amount=amount, unit=unit)
    assert warn_at(at("cn", "2025-02-05T23:59:59"), span, CALENDARS["cn"]) == at("cn", expected)


def test_a_reminder_in_an_unpublished_year_counts_monday_to_friday() -> None:
    span = Span(amount=2, unit="working_days")
    found = warn_at(at("cn", "2027-03-15T23:59:59"), span, CALENDARS["cn"])
    assert found == at("cn", "2027-03-11T23:59:59")


# --- what holds for every period

countries = st.sampled_from(["cn", "vn"])
starts = st.datetimes(
    datetime(2018, 1, 1),  # noqa: DTZ001  hypothesis adds the zone
    datetime(2026, 11, 30),  # noqa: DTZ001
    timezones=st.sampled_from([timezone(timedelta(hours=h)) for h in (-11, 0, 7, 8, 14)]),
)
vietnam = holidays.country_holidays("VN", years=range(2018, 2027))


def worked(country: str, day: date) -> bool:
    """Ask the published calendars through other code than ours."""
    works = chinese_calendar.is_workday if country == "cn" else vietnam.is_working_day
    return bool(works(day))


@given(countries, starts, st.integers(1, 30))
def test_working_days_are_counted_one_by_one(country: str, start: datetime, amount: int) -> None:
    found = due(start, amount, "working_days", CALENDARS[country]).instant
    if found is None:
        assert start.year == 2026
        return
    first = start.astimezone(CALENDARS[country].zone).date()
    passed = [first + timedelta(days=n) for n in range(1, (found.date() - first).days + 1)]
    assert worked(country, found.date())
    assert sum(worked(country, day) for day in passed) == amount


@given(countries, starts, st.integers(0, 400), st.sampled_from(["days", "months", "hours"]))
def test_more_is_never_sooner(country: str, start: datetime, amount: int, unit: Unit) -> None:
    one, two = (due(start, n, unit, CALENDARS[country]).instant for n in (amount, amount + 1))
    assert one is not None
    assert two is not None
    assert start <= one < two


@given(countries, starts, st.integers(0, 30))
def test_a_rolled_end_is_worked_and_never_sooner(country: str, start: datetime, n: int) -> None:
    plain = due(start, n, "days", CALENDARS[country]).instant
    rolled = due(start, n, "days", CALENDARS[country], NEXT).instant
    assert plain is not None
    if rolled is None:
        return
    assert rolled >= plain
    assert worked(country, rolled.date())
    gap = (rolled.date() - plain.date()).days
    assert not any(worked(country, plain.date() + timedelta(days=k)) for k in range(gap))


@given(countries, starts, st.integers(0, 60), st.integers(-11, 14))
def test_the_zone_of_the_start_does_not_matter(c: str, start: datetime, n: int, hours: int) -> None:
    other = start.astimezone(timezone(timedelta(hours=hours)))
    assert due(start, n, "days", CALENDARS[c]) == due(other, n, "days", CALENDARS[c])


@given(countries, starts, st.integers(1, 20), st.sampled_from(["days", "working_days", "hours"]))
def test_a_pause_of_no_length_changes_nothing(c: str, start: datetime, n: int, unit: Unit) -> None:
    found = due(start, n, unit, CALENDARS[c]).instant
    if found is not None:
        assert resumed(found, start, start, unit, CALENDARS[c]).instant == found


# --- the command


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(clock, list(words))
    return result.exit_code, result.output


def test_due_prints_the_instant() -> None:
    words = ["due", "--country", "CN", "--start", "2025-01-24T10:00:00+08:00", "--amount", "7"]
    assert run(*words, "--unit", "days") == (0, "2025-01-31T23:59:59+08:00\n")
    assert run(*words, "--unit", "days", "--roll") == (0, "2025-02-05T23:59:59+08:00\n")
    code, output = run(*words, "--unit", "days", "--roll", "--json")
    assert code == 0
    assert json.loads(output)["due"] == "2025-02-05T23:59:59+08:00"
    assert json.loads(output)["makeup"] == ["2025-01-26"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_due_without_calendar_says_so_and_exits_1(lang: str) -> None:
    words = ["--country", "cn", "--start", "2026-12-28T09:00:00+08:00", "--amount", "5"]
    code, output = run("due", *words, "--unit", "working_days", "--lang", lang)
    assert code == 1
    assert "2027" in output


@pytest.mark.parametrize(
    ("start", "amount"), [("2025-01-24T10:00:00", "7"), ("soon", "7"), ("2025-02-30", "7")]
)
def test_due_of_a_wrong_start_is_wrong_use(start: str, amount: str) -> None:
    words = ["due", "--country", "cn", "--start", start, "--amount", amount, "--unit", "days"]
    assert run(*words)[0] == 2


def test_check_prints_a_line_an_id_and_counts(tmp_path: Path) -> None:
    good = "{id: A, country: CN, start: '2025-03-14T22:30:00+08:00', amount: 24, unit: hours,"
    rest = [
        good + " expected_due: '2025-03-15T22:30:00+08:00'}",
        good.replace("A", "B") + " expected_due: '2025-03-15T22:31:00+08:00'}",
        good.replace("A", "C") + " expected_due: null, expected_status: calendar_missing}",
        "{id: D, country: CN}",
        good.replace("A", "E").replace("hours", "moons") + " expected_due: null}",
        good.replace("A", "F").replace("+08:00", "") + " expected_due: null}",
        good.replace("id: A", "id: G").replace("CN", "ZZ") + " expected_due: null}",
    ]
    file = tmp_path / "cases.yaml"
    file.write_text("scenarios:\n" + "".join(f"- {line}\n" for line in rest))
    code, output = run("check", "--cases", str(file))
    lines = output.splitlines()
    assert code == 1
    assert lines[0] == "A passed"
    assert [line.split(":")[0] for line in lines[1:-1]] == [f"{c} failed" for c in "BCDEFG"]
    assert lines[-1] == "1 passed, 6 failed"


@pytest.mark.parametrize("text", ["", "scenarios: 3", "a: [", "\x00"])
def test_check_of_a_file_without_scenarios_is_wrong_use(tmp_path: Path, text: str) -> None:
    file = tmp_path / "cases.yaml"
    file.write_text(text)
    assert run("check", "--cases", str(file))[0] == 2


def test_the_shared_scenarios_pass() -> None:
    file = SHARED / "cases" / "clocks.yaml"
    if not file.exists():
        pytest.skip("the scenario file is not beside this checkout")
    code, output = run("check", "--cases", str(file))
    assert (code, output.splitlines()[-1].endswith(" 0 failed")) == (0, True), output


def test_the_command_does_not_load_django() -> None:
    program = "import sys, songfa.commands.clock; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
