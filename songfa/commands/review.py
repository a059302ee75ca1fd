"""`songfa review`: the annual review from the records."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from songfa.commands.start import house, now
from songfa.rules.problems import Problem
from songfa.words.say import LANGUAGES, key_of, say

if TYPE_CHECKING:
    from songfa.access.policy import Actor
    from songfa.areas.models import Area
    from songfa.insight.figures import Review

FORMATS = ("json", "docx", "pdf", "html")


@click.group()
def review() -> None:
    """The annual review, counted live."""


@review.command("make")
@click.option(
    "--area", required=True, help="Official code; trailing zeros may be left out: 23, 2308, 92."
)
@click.option("--year", type=click.IntRange(1949, 2200), required=True)
@click.option(
    "--country",
    type=click.Choice(("cn", "vn")),
    default=None,
    help="When a code exists in both; default cn, then vn.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="json", show_default=True)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=None,
    help="Default: the language of the country's offices.",
)
@click.option("--out", type=click.Path(dir_okay=False, writable=True, path_type=Path), default=None)
def make_command(
    area: str, year: int, country: str | None, form: str, lang: str | None, out: Path | None
) -> None:
    """Count the year and write the review to stdout or a file. Exit 1 when a relation that must hold does not."""
    house()
    from songfa.insight.figures import review as count

    actor, unit = _actor(area, country, year)
    try:
        found = count(actor, unit, year)
    except Problem as problem:
        raise click.ClickException(
            say(key_of("problem", problem.code), **problem.facts)
        ) from problem
    _write(_document(found, form, lang), out)
    for held in found.broken:
        click.echo(say("review-broken", id=held.id), err=True)
    sys.exit(1 if found.broken else 0)


def _actor(area: str, country: str | None, year: int) -> "tuple[Actor, Area]":
    from songfa.access.policy import system
    from songfa.areas import reads
    from songfa.insight.figures import pack_of, year_end

    for known in (country,) if country else ("cn", "vn"):
        try:
            found = reads.at(known, area, year_end(year))
        except Problem:
            continue
        return system(pack_of(found).code), found
    raise click.UsageError(
        say("problem-area-unknown", code=area, country=country or "cn, vn", on=str(year))
    )


def _document(found: "Review", form: str, lang: str | None) -> bytes:
    from django.template.loader import render_to_string

    from songfa.insight import paper, reads

    if form == "json":
        return (json.dumps(reads.figures_json(found), ensure_ascii=False, indent=2) + "\n").encode()
    language = lang or paper.language_of(found)
    issuer, on = paper.place(found.area, language), now().date()
    if form == "html":
        sheet = paper.sheet(found, issuer=issuer, on=on, lang=language)
        return render_to_string("desk/review_sheet.html", {"sheet": sheet}).encode()
    return paper.write(found, form, issuer=issuer, on=on, lang=language)


def _write(document: bytes, out: Path | None) -> None:
    if out is not None:
        out.write_bytes(document)
        return
    sys.stdout.buffer.write(document)
    sys.stdout.buffer.flush()
