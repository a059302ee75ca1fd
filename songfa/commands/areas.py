"""`songfa areas`: the territory and its history."""

import json
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from songfa.areas.codes import COUNTRIES, official
from songfa.commands.start import house, now
from songfa.rules.problems import AREA_UNKNOWN, Problem
from songfa.words.say import LANGUAGES, key_of, say

if TYPE_CHECKING:
    from songfa.areas.models import Area

LANGUAGE = click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True)
COUNTRY = click.option("--country", type=click.Choice(COUNTRIES))
JSON = click.option("--json", "as_json", is_flag=True)
DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group()
def areas() -> None:
    """The territory of China and Vietnam, as it is and as it was."""


@areas.command("load")
@LANGUAGE
def load_command(lang: str) -> None:
    """Bring the tables of the repository into the database; harmless to repeat."""
    house()
    from songfa.areas.load import load_all

    loaded = load_all()
    click.echo(say("areas-sum", lang, units=loaded.units, successions=loaded.successions))
    area, succession = loaded.area, loaded.succession
    if area.total + succession.total == 0:
        click.echo(say("areas-unchanged", lang))
        return
    click.echo(
        say(
            "areas-written",
            lang,
            added=area.added + succession.added,
            changed=area.changed + succession.changed,
            removed=area.removed + succession.removed,
        )
    )


@areas.command("find")
@click.argument("query")
@click.option("--on", type=DAY, help="A day, YYYY-MM-DD; today when left out.")
@click.option("--within", help="The code of a unit above.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@COUNTRY
@JSON
@LANGUAGE
def find_command(
    query: str,
    on: datetime | None,
    within: str | None,
    limit: int,
    country: str | None,
    as_json: bool,  # noqa: FBT001  an option of the command line
    lang: str,
) -> None:
    """Find units by name, pinyin or its initials, Vietnamese without marks, or code."""
    house()
    from songfa.areas import reads

    day = on.date() if on else now().date()
    if within:
        paths = [area.path for area in _of_code(within, country, day, lang)]
    else:
        paths = [f"{country}."] if country else [""]
    found = [a for path in paths for a in reads.find(query, on=day, within=path, limit=limit)]
    _print(found[:limit], day, as_json=as_json, lang=lang)
    if not found:
        raise click.exceptions.Exit(1)


@areas.command("was")
@click.argument("code")
@click.option("--on", type=DAY, required=True, help="The day asked about, YYYY-MM-DD.")
@COUNTRY
@JSON
@LANGUAGE
def was_command(
    code: str,
    on: datetime,
    country: str | None,
    as_json: bool,  # noqa: FBT001
    lang: str,
) -> None:
    """Say what the unit with this code was on a day; a code that is gone means what it last was."""
    house()
    from songfa.areas import reads

    units = _of_code(code, country, now().date(), lang)
    found = {area.pk: area for unit in units for area in reads.was(unit, on.date())}
    _print(list(found.values()), on.date(), as_json=as_json, lang=lang)
    if not found:
        raise click.exceptions.Exit(1)


def _of_code(code: str, country: str | None, on: date, lang: str) -> "list[Area]":
    """Return the unit of each country that has the code on a day, or had it last before."""
    from songfa.areas.models import Area

    found = []
    for one in (country,) if country else COUNTRIES:
        versions = Area.objects.filter(country=one, code=official(one, code), valid_from__lte=on)
        last = versions.select_related("parent").order_by("-valid_from").first()
        found += [last] if last else []
    if not found:
        problem: Problem = AREA_UNKNOWN(country=country or "/".join(COUNTRIES), code=code, on=on)
        raise click.UsageError(say(key_of("problem", problem.code), lang, **problem.facts))
    return found


def _print(found: "list[Area]", on: date, *, as_json: bool, lang: str) -> None:
    from songfa.areas.reads import spelled

    if as_json:
        rows = [
            {
                "country": area.country,
                "code": area.code,
                "name": area.name,
                "name_en": area.name_en,
                "level": area.level,
                "kind": area.kind,
                "path": area.path,
                "valid_from": area.valid_from.isoformat(),
                "valid_to": area.valid_to.isoformat() if area.valid_to else None,
                "spelled": spelled(area, on),
            }
            for area in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    if not found:
        click.echo(say("areas-none", lang, on=on.isoformat()))
    for area in found:
        level = say(key_of("area-level", area.level), lang)
        click.echo(f"{area.country} {area.code:<9}  {spelled(area, on)}  [{level}]")
