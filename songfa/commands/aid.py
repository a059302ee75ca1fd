"""`songfa aid check`: the eligibility finding for one set of facts, or a whole file of scenarios. No Django."""

import json
import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from songfa.rules.problems import FACTS_INVALID, Problem
from songfa.words.say import LANGUAGES, key_of, say

SOFT = "ambiguous"  # tag of scenarios whose answer was a decision of their author


@click.group()
def aid() -> None:
    """Legal aid: who is entitled, and why."""


@aid.command("check")
@click.option(
    "--facts", "facts_file", type=click.Path(allow_dash=True), help="JSON or YAML; - is stdin."
)
@click.option(
    "--cases", "cases_file", type=click.Path(exists=True, dir_okay=False), help="Scenarios, YAML."
)
@click.option("--pack", "pack_code", default=None, help="Code of the jurisdiction, e.g. cn-23.")
@click.option(
    "--on", "on", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The day that counts."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True)
def check_command(
    facts_file: str | None,
    cases_file: str | None,
    pack_code: str | None,
    on: datetime | None,
    as_json: bool,  # noqa: FBT001  an option of the command line
    lang: str,
) -> None:
    """Say whether legal aid is due on these facts, on which articles, and what follows."""
    if (facts_file is None) == (cases_file is None):
        raise click.UsageError(say("aid-facts-or-cases", lang))
    try:
        if cases_file is not None:
            sys.exit(0 if _run_cases(Path(cases_file), lang, as_json=as_json) else 1)
        _run_one(facts_file or "-", pack_code, on.date() if on else None, lang, as_json=as_json)
    except Problem as problem:
        click.echo(say(key_of("problem", problem.code), lang, **problem.facts), err=True)
        sys.exit(1)


def _load(text: str, name: str, lang: str) -> Any:
    """Return JSON or YAML as data. A file that is neither ends the command with exit code 2."""
    import yaml

    try:
        if text.lstrip().startswith(("{", "[")):
            return json.loads(text)
        return _with_on(yaml.safe_load(text))
    except (ValueError, yaml.YAMLError):
        raise click.UsageError(say("aid-file-invalid", lang, file=name)) from None


def _with_on(told: Any) -> Any:
    """YAML 1.1 reads a bare key `on` as true; give it its name back."""
    if isinstance(told, Mapping):
        return {("on" if key is True else key): _with_on(value) for key, value in told.items()}
    return [_with_on(value) for value in told] if isinstance(told, list) else told


def _read(file: str, lang: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise click.UsageError(say("aid-file-invalid", lang, file=file)) from None


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise FACTS_INVALID(field="on", reason="not_a_day") from None


def _run_one(
    file: str, pack_code: str | None, on: date | None, lang: str, *, as_json: bool
) -> None:
    from songfa.rules.eligibility.check import check
    from songfa.rules.packs.read import load
    from songfa.words.explain import explain, finding_json

    told = _load(_read(file, lang), file, lang)
    if not isinstance(told, Mapping):
        raise click.UsageError(say("aid-file-invalid", lang, file=file))
    case = told if isinstance(told.get("facts"), Mapping) else {"facts": told}
    code = pack_code or case.get("pack")
    day = on or (_day(case["on"]) if "on" in case else None)
    if code is None or not isinstance(code, str):
        raise click.UsageError(say("aid-pack-missing", lang))
    finding = check(case["facts"], load(code), day or datetime.now().astimezone().date())
    if as_json:
        click.echo(json.dumps(finding_json(finding), ensure_ascii=False, indent=2))
        return
    for sentence in explain(finding, lang):
        click.echo(sentence)


def _run_cases(path: Path, lang: str, *, as_json: bool) -> bool:
    """Run every scenario; True when none failed. Soft scenarios are told and not counted as failed."""
    scenarios = _load(_read(str(path), lang), str(path), lang)
    rows = scenarios.get("scenarios") if isinstance(scenarios, Mapping) else scenarios
    if not isinstance(rows, list) or not all(_is_scenario(row) for row in rows):
        raise click.UsageError(say("aid-file-invalid", lang, file=str(path)))
    passed, failed, told = 0, 0, []
    for row in rows:
        differences = _differences(row)
        soft = bool(differences) and SOFT in row.get("tags", ())
        failed += bool(differences) and not soft
        passed += not differences or soft
        told.append({"id": row.get("id"), "passed": not differences, "differences": differences})
        if not as_json:
            click.echo(_line(str(row.get("id")), differences, soft=soft))
    if as_json:
        click.echo(
            json.dumps({"cases": told, "passed": passed, "failed": failed}, ensure_ascii=False)
        )
    else:
        click.echo(f"{passed} passed, {failed} failed")
    return not failed


def _is_scenario(row: Any) -> bool:
    return isinstance(row, Mapping) and {"id", "pack", "on", "facts", "expect"} <= set(row)


def _line(name: str, differences: list[dict[str, Any]], *, soft: bool) -> str:
    if not differences:
        return f"{name} passed"
    told = "; ".join(
        f"{d['field']} expected {_flat(d['expected'])} got {_flat(d['got'])}" for d in differences
    )
    return f"{name} {'passed (ambiguous)' if soft else 'failed'}: {told}"


def _flat(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _differences(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Compare a finding with what a scenario expects: lists as sets, `notes` left out."""
    from songfa.rules.eligibility.check import check
    from songfa.rules.packs.read import load

    try:
        found = check(row["facts"], load(row["pack"]), _day(row["on"])).to_json()
    except Problem as problem:
        found = {"outcome": f"problem:{problem.code}"}
    return [
        {"field": field, "expected": wanted, "got": found.get(field)}
        for field, wanted in row.get("expect", {}).items()
        if field != "notes" and not _same(wanted, found.get(field))
    ]


def _same(wanted: Any, got: Any) -> bool:
    if isinstance(wanted, list):
        return isinstance(got, list) and sorted(map(_key, wanted)) == sorted(map(_key, got))
    return bool(wanted == got)


def _key(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
