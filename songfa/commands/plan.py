"""`songfa plan …`: plan documents."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from songfa.rules.problems import FILE_TOO_LARGE, Problem

if TYPE_CHECKING:
    from songfa.rules.plans.parts import PlanRead


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def plan() -> None:
    """Read plan documents."""


@plan.command("read")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option(
    "--lang", type=click.Choice(["en", "zh-Hans", "vi"]), default="en", help="Language of messages."
)
def read(file: Path, as_json: bool, lang: str) -> None:  # noqa: FBT001
    """Read a plan (txt, docx, pdf; Chinese or Vietnamese) without storing anything."""
    try:
        found = _read(file)
    except Problem as problem:
        _refuse(problem, lang, as_json=as_json)
        sys.exit(1)
    if as_json:
        plans = [p.to_json() for p in found]
        _out(json.dumps(plans[0] if len(plans) == 1 else plans, ensure_ascii=False, indent=1))
        return
    from songfa.papers.plans.show import lines_of

    for one in found:
        _out("\n".join(lines_of(one, lang)))


def _read(file: Path) -> "tuple[PlanRead, ...]":
    from songfa.papers.intake import MAX_BYTES, read_document
    from songfa.papers.plans.read import read_plans

    if file.stat().st_size > MAX_BYTES:
        raise FILE_TOO_LARGE(name=file.name, limit=MAX_BYTES // (1024 * 1024))
    return read_plans(read_document(file.name, file.read_bytes()))


def _refuse(problem: Problem, lang: str, *, as_json: bool) -> None:
    from songfa.words.say import say

    text = say(f"problem-{problem.code.replace('_', '-')}", lang=lang, **problem.facts)
    if as_json:
        error = {"code": problem.code, "facts": problem.facts, "text": text}
        _out(json.dumps({"error": error}, ensure_ascii=False, indent=1))
    click.echo(text, err=True)


def _out(text: str) -> None:
    sys.stdout.buffer.write((text + "\n").encode("utf-8"))
    sys.stdout.buffer.flush()
