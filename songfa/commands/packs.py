"""`songfa packs`: validates the packs and shows what is in force on a day."""

import json
import sys
from datetime import date, datetime
from pathlib import Path

import click

from songfa.rules.packs.read import FOLDER, Pack, check, load
from songfa.rules.packs.schema import Entry
from songfa.rules.packs.sections import SECTIONS
from songfa.rules.problems import NO_VALUE_AT_DATE, Problem
from songfa.words.say import LANGUAGES, key_of, say

LANGUAGE = click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True)
PLACE = click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=FOLDER,
    help="Where the packs lie.",
)


@click.group()
def packs() -> None:
    """Jurisdictions as data."""


@packs.command("check")
@PLACE
@click.option("--json", "as_json", is_flag=True)
@LANGUAGE
def check_command(folder: Path, as_json: bool, lang: str) -> None:  # noqa: FBT001
    """Validate all packs; print each fault as `file:line: sentence`."""
    problems = check(folder.resolve())
    if as_json:
        rows = [{"code": p.code, **p.facts, "line": int(p.facts["line"])} for p in problems]
        click.echo(json.dumps({"problems": rows}, ensure_ascii=False))
    else:
        for problem in problems:
            click.echo(
                f"{_path(folder, problem)}:{problem.facts['line']}: {sentence(problem, lang)}"
            )
        if not problems:
            click.echo(say("packs-all-valid", lang))
    sys.exit(1 if problems else 0)


@packs.command("show")
@click.argument("code")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), required=True)
@click.option("--section", type=click.Choice(sorted(SECTIONS)))
@click.option("--json", "as_json", is_flag=True)
@PLACE
@LANGUAGE
def show_command(
    code: str,
    on: datetime,
    section: str | None,
    as_json: bool,  # noqa: FBT001  an option of the command line
    folder: Path,
    lang: str,
) -> None:
    """Show what a pack and its parents say on a day."""
    try:
        pack = load(code, folder.resolve())
        found = _in_force(pack, on.date(), section)
    except Problem as problem:
        click.echo(sentence(problem, lang), err=True)
        sys.exit(1)
    if as_json:
        click.echo(json.dumps(_document(pack, on.date(), found), ensure_ascii=False))
        return
    for name, entries in found.items():
        click.echo(f"[{name}]")
        for entry in entries:
            click.echo(f"  {_row(entry, lang)}")


def sentence(problem: Problem, lang: str) -> str:
    """Say a problem of a pack in a language."""
    facts = {key: value for key, value in problem.facts.items() if key not in ("file", "line")}
    return say(key_of("problem", problem.code), lang, **facts)


def _path(folder: Path, problem: Problem) -> Path:
    path = folder / problem.facts["file"]
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _in_force(pack: Pack, on: date, section: str | None) -> dict[str, list[Entry]]:
    """Entries of one section, or of all that say something on that day."""
    if section is not None:
        return {section: list(pack.entries(section, on).values())}
    found: dict[str, list[Entry]] = {}
    for name in pack.sections:
        try:
            found[name] = list(pack.entries(name, on).values())
        except Problem as problem:
            if problem.code != NO_VALUE_AT_DATE.code:
                raise
    if not found:
        raise NO_VALUE_AT_DATE(pack=pack.code, section="", name=pack.code, on=on)
    return found


def _document(pack: Pack, on: date, found: dict[str, list[Entry]]) -> dict[str, object]:
    return {
        "pack": pack.code,
        "chain": list(pack.chain),
        "on": on.isoformat(),
        "sections": {
            name: [entry.model_dump(mode="json") for entry in entries]
            for name, entries in found.items()
        },
    }


def _row(entry: Entry, lang: str) -> str:
    name = getattr(entry.name, "zh" if lang == "zh-Hans" else lang) if entry.name else ""
    dates = f"{entry.valid_from}/{entry.valid_to or ''}"
    status = say(key_of("pack-status", entry.status), lang)
    return " | ".join(filter(None, (entry.code, name, dates, status, entry.legal_basis)))
