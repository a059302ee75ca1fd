"""A verb's page: what it asks, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.files.opened import Opened


@dataclass(frozen=True, slots=True)
class Act:
    """A verb's page: its form, what happens with what was filled in, and whether a file as it stands is offered it."""

    form: Callable[[Opened, Any], VerbForm]
    do: Callable[[Opened, dict[str, Any]], object]
    offered: Callable[[Opened], bool] = lambda _: True


def shared(now: Opened) -> dict[str, Any]:
    """Return what every action takes."""
    return {"actor": now.actor, "file": now.file, "at": now.at}
