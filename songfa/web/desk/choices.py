"""Lists to choose from, out of the actor's pack, in the reader's language."""

from datetime import date

from songfa.access.policy import Actor
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Campaign, Channel, Group, Matter, Named
from songfa.words.habits import named

Choices = list[tuple[str, str]]


def _of(actor: Actor, model: type[Named], on: date) -> Choices:
    return [(e.code, named(e.name.model_dump())) for e in load(actor.pack).all(model, on).values()]


def groups(actor: Actor, on: date) -> Choices:
    """Return the groups by which consultations, events and materials are counted.

    Those that the law entitles to aid are a matter of a file: the two sets overlap in their words.
    """
    audiences = (g for g in load(actor.pack).all(Group, on).values() if "outreach" in g.uses)
    return [(g.code, named(g.name.model_dump())) for g in audiences]


def group_names(actor: Actor, on: date) -> dict[str, str]:
    return dict(_of(actor, Group, on))


def channels(actor: Actor, on: date) -> Choices:
    return _of(actor, Channel, on)


def matters(actor: Actor, on: date) -> Choices:
    return _of(actor, Matter, on)


def campaigns(actor: Actor, on: date) -> Choices:
    """Return the campaigns of the pack; empty where it names none."""
    return _of(actor, Campaign, on)
