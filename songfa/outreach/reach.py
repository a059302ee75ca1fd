"""What belongs to a share is seen by whoever may see the share, though another unit is asked about it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from songfa.access.policy import Actor, bound


@contextmanager
def around(actor: Actor) -> Iterator[Actor]:
    """Let a person whose reach is their unit's rows see and write, for one intention, the rows of its area.

    Needed where a row is addressed to another unit: an obstacle that a contact point puts before the issuer. The
    person stays the actor, and the place stays theirs.
    """
    wider = replace(actor, reach="area") if actor.reach == "unit" else actor
    if wider is actor:
        yield actor
        return
    with bound(wider):
        yield wider
