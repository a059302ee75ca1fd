"""What stands around the text of a document: the office, its number, the place and the day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from songfa.access.models import Unit
from songfa.aid.issue import numbering
from songfa.areas.names import stem
from songfa.papers.out.compose import BLANK, Frame
from songfa.rules.packs.read import Pack
from songfa.rules.packs.schema import Named
from songfa.rules.packs.schema import Paper as PaperKind
from songfa.words import habits
from songfa.words.say import has, key_of, say

LANGUAGE = {"cn": "zh-Hans", "vn": "vi"}
KEY = {"zh-Hans": "zh", "vi": "vi"}


@dataclass(frozen=True, slots=True)
class Desk:
    """Who writes, when, under which rules and in which language."""

    pack: Pack
    unit: Unit
    on: date

    @property
    def country(self) -> Literal["cn", "vn"]:
        return self.pack.head.country

    @property
    def lang(self) -> str:
        return LANGUAGE[self.country]

    def say(self, key: str, **facts: object) -> str:
        return say(key, lang=self.lang, **facts)

    def coded(self, prefix: str, code: str) -> str:
        """Return the word for a code, or what stands there where it is no code of ours."""
        key = key_of(prefix, code)
        return self.say(key) if code and has(key, self.lang) else code

    def day(self, at: datetime | date | None) -> str:
        if isinstance(at, datetime):
            at = at.astimezone(ZoneInfo(self.pack.head.timezone))
        return habits.day(at, self.lang)

    def local(self, at: datetime) -> date:
        return at.astimezone(ZoneInfo(self.pack.head.timezone)).date()

    def moment(self, at: datetime | None) -> str:
        """Return day and minute of the place."""
        return habits.moment(at, self.pack.head.timezone, self.lang)

    def named(self, entry: Named) -> str:
        return habits.named(entry.name.model_dump(), self.lang)

    def name_of(self, section: str, code: str) -> str:
        """Return the name of a code of the pack in the newest version of it; empty for no code."""
        return habits.name_in(self.pack, section, code, self.lang)

    def money(self, minor: int | None, currency: str = "") -> str:
        known = minor is not None
        return habits.money(minor, currency or self.pack.head.currency, self.lang) if known else ""

    def number(self, value: float) -> str:
        return habits.number(value, self.lang)

    def numbered(self, name: str, number: str) -> str:
        """Return the name of a document with its number, where it has one."""
        return self.say("letter-numbered", name=name, number=number) if name and number else name

    def join(self, texts: list[str]) -> str:
        return self.say("letter-list").join(text for text in texts if text)

    def place_and_day(self) -> str:
        place = stem(self.country, self.unit.area.kind, self.unit.area.name)
        return self.say(
            "letter-dated", place=place, y=str(self.on.year),
            m=self._padded(self.on.month, below=3), d=self._padded(self.on.day, below=10),
        )  # fmt: skip

    def _padded(self, n: int, *, below: int) -> str:
        """Decree 30/2020: days under 10 and the months 1 and 2 have a zero before them."""
        return f"{n:02d}" if self.lang == "vi" and n < below else str(n)


def title_of(desk: Desk, kind: str) -> str:
    """Return the name of a paper. Raises NO_VALUE_AT_DATE for one that the pack does not know that day."""
    return desk.named(desk.pack.get(PaperKind, kind, desk.on))


def frame_of(desk: Desk, kind: str, number: str, *, office: str = "") -> Frame:
    """Return what stands around a document; `office` when another body than the unit writes it.

    A kind of paper that is numbered leaves room for a number that is not drawn (an empty form, another body's).
    """
    vietnamese = desk.country == "vn"
    room = BLANK[desk.country] if number or numbering.has_number(desk.pack, kind, desk.on) else ""
    return Frame(
        style=desk.country, lang=desk.lang, title=title_of(desk, kind), office=office or desk.unit.name,
        above=desk.unit.parent.name if vietnamese and desk.unit.parent and not office else "",
        motto=(desk.say("letter-motto-state"), desk.say("letter-motto")) if vietnamese else (),
        number=desk.say("letter-number", number=number or room) if number or room else "",
        seal=desk.say("letter-seal"), dated=desk.place_and_day(),
        copies_title=desk.say("letter-copies") if vietnamese else "",
    )  # fmt: skip
