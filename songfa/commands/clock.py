"""`songfa clock`: says when a period of the law ends."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast, get_args

import click
import yaml

from songfa.rules.calendar import WorkCalendar, of_pack
from songfa.rules.clocks import Due, due
from songfa.rules.packs.schema import HourRule, Roll, Unit
from songfa.rules.problems import NAIVE_TIME, Problem
from songfa.words.say import LANGUAGES, key_of, say

COUNTRIES = ("cn", "vn")
LANGUAGE = click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True)
BAD_SCENARIO = (KeyError, TypeError, ValueError)


@click.group()
def clock() -> None:
    """Ends of periods, by the calendars of the packs."""


@clock.command("due")
@click.option("--country", type=click.Choice(COUNTRIES, case_sensitive=False), required=True)
@click.option("--start", required=True, help="ISO 8601 with an offset: 2025-01-24T10:00:00+08:00")
@click.option("--amount", type=click.IntRange(min=0), required=True)
@click.option("--unit", type=click.Choice(get_args(Unit)), required=True)
@click.option("--roll", is_flag=True, help="Move a last day off to the next working day.")
@click.option("--hour-rule", type=click.Choice(get_args(HourRule)), default="from_moment")
@click.option("--json", "as_json", is_flag=True)
@LANGUAGE
def due_command(
    country: str,
    start: str,
    amount: int,
    unit: Unit,
    roll: bool,  # noqa: FBT001  an option of the command line
    hour_rule: HourRule,
    as_json: bool,  # noqa: FBT001
    lang: str,
) -> None:
    """Print the instant at which a period ends, ISO 8601 with the country's offset."""
    rolling: Roll = "next_working_day" if roll else "none"
    calendar = of_pack(country.lower())
    try:
        found = due(_moment(start), amount, unit, calendar, rolling, hour_rule)
    except Problem as problem:
        key = key_of("problem", problem.code)
        raise click.UsageError(say(key, lang, **problem.facts)) from problem
    _print(found, calendar, as_json=as_json, lang=lang)
    sys.exit(0 if found.instant else 1)


@clock.command("check")
@click.option(
    "--cases", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True
)
@LANGUAGE
def check_command(cases: Path, lang: str) -> None:
    """Run a file of scenarios: a line an id, then how many passed."""
    try:
        scenarios = _scenarios(yaml.safe_load(cases.read_bytes()))
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        raise click.UsageError(say("clock-cases-unreadable", lang, file=str(cases))) from error
    failed = 0
    for number, scenario in enumerate(scenarios, start=1):
        verdict = _verdict(scenario, number)
        failed += verdict.failed
        click.echo(verdict.line())
    click.echo(f"{len(scenarios) - failed} passed, {failed} failed")
    sys.exit(1 if failed or not scenarios else 0)


@dataclass(frozen=True, slots=True)
class _Verdict:
    id: str
    failed: bool
    why: str = ""

    def line(self) -> str:
        return f"{self.id} failed: {self.why}" if self.failed else f"{self.id} passed"


def _scenarios(document: object) -> list[Mapping[str, object]]:
    found = document.get("scenarios") if isinstance(document, Mapping) else None
    if not isinstance(found, list):
        raise ValueError(type(document).__name__)
    return [s if isinstance(s, Mapping) else {} for s in found]


def _verdict(scenario: Mapping[str, object], number: int) -> _Verdict:
    name = str(scenario.get("id", number))
    try:
        found, wanted = _run(scenario), _wanted(scenario)
    except Problem as problem:
        return _Verdict(name, failed=True, why=problem.code)
    except BAD_SCENARIO as error:
        return _Verdict(name, failed=True, why=f"{type(error).__name__} {error}")
    got = (found.status, found.instant)
    return _Verdict(name, failed=got != wanted, why=f"{_shown(got)} != {_shown(wanted)}")


def _run(scenario: Mapping[str, object]) -> Due:
    unit, roll = str(scenario["unit"]), str(scenario.get("roll") or "none")
    hour_rule = str(scenario.get("hour_rule") or "from_moment")
    amount = scenario["amount"]
    known = unit in get_args(Unit) and roll in get_args(Roll) and hour_rule in get_args(HourRule)
    if not known or type(amount) is not int:
        raise ValueError(unit, roll, hour_rule, amount)
    return due(
        _moment(scenario["start"]),
        amount,
        cast(Unit, unit),
        of_pack(str(scenario["country"]).lower()),
        cast(Roll, roll),
        cast(HourRule, hour_rule),
    )


def _wanted(scenario: Mapping[str, object]) -> tuple[str, datetime | None]:
    value = scenario["expected_due"]
    status = str(scenario.get("expected_status") or "ok")
    return status, None if value is None else _moment(value)


def _moment(value: object) -> datetime:
    """Read an ISO instant. Raises NAIVE_TIME when it has no offset or is no instant at all."""
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError as error:
        raise NAIVE_TIME(value=value) from error
    if moment.utcoffset() is None:
        raise NAIVE_TIME(value=value)
    return moment


def _shown(pair: tuple[str, datetime | None]) -> str:
    return pair[1].isoformat() if pair[1] else pair[0]


def _print(found: Due, calendar: WorkCalendar, *, as_json: bool, lang: str) -> None:
    instant = found.instant.isoformat() if found.instant else None
    if as_json:
        days = {"holidays": found.holidays, "makeup": found.makeup}
        shown = {key: [d.isoformat() for d in value] for key, value in days.items()}
        click.echo(json.dumps({"due": instant, "status": found.status, **shown}))
    elif instant:
        click.echo(instant)
    if not instant:
        last = max(calendar.years)
        click.echo(say("problem-calendar-missing", lang, year=str(last + 1)), err=True)
