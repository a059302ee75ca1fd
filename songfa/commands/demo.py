"""`songfa demo`: invented data to look at, and the accounts to look with."""

import json
import sys
from dataclasses import asdict
from time import monotonic

import click

from songfa.commands.start import house, now
from songfa.demo.registry import LOADERS
from songfa.words.say import say


@click.group()
def demo() -> None:
    """Invented data; no real person is in it."""


@demo.command("load")
@click.argument("name")
def load_command(name: str) -> None:
    """Load invented data. Loading twice changes nothing.

    Names: offices, daily, heilongjiang-2018
    """
    if name not in LOADERS:
        raise click.UsageError(say("problem-demo-unknown", name=name, known=", ".join(LOADERS)))
    _house()
    started = monotonic()
    try:
        n = LOADERS[name](now(), _tell)
    except BaseException:
        click.echo(say("demo-fell"), err=True)
        raise
    seconds = f"{monotonic() - started:.0f}"
    click.echo(
        say("demo-loaded", name=name, n=n, seconds=seconds) if n else say("demo-ready", name=name),
        err=True,
    )


def _house() -> None:
    """Open the house. Says what to do, and ends, while its tables or its territory are not there."""
    house()
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from songfa.areas.models import Area

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()) or not Area.objects.exists():
        raise click.ClickException(say("demo-no-house"))


def _tell(step: str, n: int) -> None:
    click.echo("  " + say(f"demo-step-{step}", n=n), err=True)


@demo.command("accounts")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def accounts_command(as_json: bool) -> None:  # noqa: FBT001 - an option of the command line
    """Print the accounts of the demo."""
    _house()
    from songfa.demo.offices import accounts

    found = accounts()
    if as_json:
        click.echo(json.dumps([asdict(a) for a in found], ensure_ascii=False, indent=2))
    for a in () if as_json else found:
        click.echo(f"{a.username:<10} {a.password}   {a.role:<18} {a.name}   {a.unit}")
    if not found:
        click.echo(say("demo-no-accounts"), err=True)
        sys.exit(1)


@demo.command("scale")
@click.option("--people", type=click.IntRange(min=1), default=1_000_000, show_default=True)
def scale_command(people: int) -> None:
    """Make a province of many people in an empty database, for measuring."""
    _house()
    from songfa.demo.scale import NotEmpty, analyse, build

    try:
        build(people, now(), _tell_many)
    except NotEmpty as why:
        raise click.ClickException(say("demo-not-empty")) from why
    analyse()


def _tell_many(step: str, n: int) -> None:
    click.echo("  " + say(f"demo-scale-{step}", n=n), err=True)
