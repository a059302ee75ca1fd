"""The panels of a file's page, one for each theme, in the order in which they are shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from songfa.web.desk import notices
from songfa.web.desk.files import assign, decision, doors, group, opinions, work_panels
from songfa.web.desk.files.opened import Opened


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the page: its template, and what it shows. `told` gives None where there is nothing to show.

    `place` is where it stands: with the decision at the top, with the work below, or beside both.
    """

    template: str
    told: Callable[[Opened], dict[str, Any] | None]
    place: Literal["top", "work", "aside"] = "work"


PANELS: tuple[Panel, ...] = (
    Panel("desk/files/questions.html", notices.questions, "aside"),
    Panel("desk/files/notice.html", notices.panel, "top"),
    Panel("desk/files/group.html", group.told, "top"),
    Panel("desk/files/decide.html", decision.told, "top"),
    Panel("desk/files/assigned.html", assign.panel),
    Panel("desk/files/doors.html", doors.told),
    *(
        Panel(template, told, "aside" if aside else "work")
        for template, told, aside in work_panels.PANELS
    ),
    Panel("desk/files/quality.html", opinions.told),
)


def drawn(now: Opened) -> list[dict[str, Any]]:
    """Return the panels that have something to say, each with its template."""
    found = ((panel, panel.told(now)) for panel in PANELS)
    return [
        {"template": panel.template, "place": panel.place, "told": told}
        for panel, told in found
        if told is not None
    ]
