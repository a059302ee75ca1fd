"""`songfa verify`: looks whether the trail is whole, accounts for every state, and publications are unchanged."""

import sys
from itertools import chain

import click

from songfa.commands.start import house
from songfa.words.say import key_of, say


@click.command()
def verify() -> None:
    """Check the trail and the states it accounts for. Exit 1 when something does not fit."""
    house()
    from songfa.audit.models import Head, Line
    from songfa.audit.verify import faults
    from songfa.insight.verify import faults as publications

    n = 0
    for fault in chain(faults(), publications()):
        n += 1
        click.echo(say(key_of("fault", fault.code), place=fault.place))
    if n:
        click.echo(say("verify-faults", n=n))
        sys.exit(1)
    click.echo(say("verify-well", lines=Line.objects.count(), chains=Head.objects.count()))
