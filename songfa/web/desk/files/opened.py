"""A file as its pages need it: who looks, the file, its pack and the time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from songfa.access.policy import Actor
from songfa.aid import reads
from songfa.aid.reads import File
from songfa.rules.packs.read import Pack, load
from songfa.web.desk.staff import actor_of
from songfa.words.habits import name_in
from songfa.words.say import say


@dataclass(frozen=True)
class Opened:
    """A file as a page needs it: who looks, the file, its pack and the time."""

    actor: Actor
    file: File
    pack: Pack
    at: datetime

    def say_name(self, section: str, code: str) -> str:
        return name_in(self.pack, section, code)

    @cached_property
    def _belongings(self) -> Mapping[str, bool]:
        return reads.belongings(self.file)

    def has(self, kind: str) -> bool:
        """Return whether anything of a kind (`documents`, `hearings` …) belongs to the file, as it was first asked.

        For drawing: a panel turns to a table only when there is something in it.
        """
        return self._belongings[kind]

    @property
    def day(self) -> date:
        """The day of now where the file lives."""
        return self.at.astimezone(ZoneInfo(self.pack.head.timezone)).date()

    @property
    def limit_on(self) -> date | None:
        """The last day of a time limit that the applicant told of."""
        told = self.file.story().limit_on
        return date.fromisoformat(told) if told else None

    @property
    def title(self) -> str:
        return f"{self.file.story().name} · {self.say_name('matters', self.file.matter)}"

    def common(self) -> dict[str, object]:
        return {
            "file": self.file,
            "title": self.title,
            "zone": self.pack.head.timezone,
            "trail": [{"name": say("nav-files"), "url": reverse("files")}],
            "inner_trail": [
                {"name": say("nav-files"), "url": reverse("files")},
                {"name": self.file.number, "url": reverse("file", args=[self.file.pk])},
            ],
        }


def open_file(request: HttpRequest, file: UUID) -> Opened:
    """Fetch a file for the person who asks; the look is recorded. Raises NOT_FOUND."""
    actor, at = actor_of(request), timezone.now()
    found = reads.file(actor, file, at=at)
    return Opened(actor, found, load(found.pack), at)
