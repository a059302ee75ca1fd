"""A verb's page: what it asks, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.files.opened import Opened


@dataclass(frozen=True, slots=True)
class Act:
    """A verb's page: its form, and what happens with what was filled in."""

    form: Callable[[Opened, Any], VerbForm]
    do: Callable[[Opened, dict[str, Any]], object]


def shared(now: Opened) -> dict[str, Any]:
    """Return what every action takes."""
    return {"actor": now.actor, "file": now.file, "at": now.at}
