"""Reads packs: TOML in, one merged, validated `Pack` out. A date outside every version raises."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar
from zoneinfo import ZoneInfo

from songfa.rules.packs.files import HEAD_FILE, Own, by_code_of, place_of, read_own
from songfa.rules.packs.schema import Entry, Head
from songfa.rules.packs.sections import SECTIONS
from songfa.rules.problems import (
    NO_VALUE_AT_DATE,
    PACK_CYCLE,
    PACK_PARENT_MISSING,
    PACK_REFERENCE_MISSING,
    PACK_SECTION_UNKNOWN,
    PACK_UNKNOWN,
    Problem,
)

FOLDER = Path(__file__).resolve().parents[2] / "packs"

E = TypeVar("E", bound=Entry)
Versions = tuple[Entry, ...]
Sections = Mapping[str, Mapping[str, Versions]]

_SECTION_OF = {model: section for section, model in SECTIONS.items()}


@dataclass(frozen=True, slots=True)
class Pack:
    """One jurisdiction: its head, the codes of the packs it extends, and all entries merged."""

    head: Head
    chain: tuple[str, ...]  # own code first, then parent, grandparent ...
    sections: Sections

    @property
    def code(self) -> str:
        return self.head.code

    def day(self, at: datetime) -> date:
        """Which day `at` (aware) is in the zone of the jurisdiction."""
        return at.astimezone(ZoneInfo(self.head.timezone)).date()

    def versions(self, section: str, code: str) -> Versions:
        """All versions of one entry by date; empty when the pack has no such code."""
        return self._section(section).get(code, ())

    def versions_by_code(self, section: str) -> Mapping[str, Versions]:
        """All versions of all entries of a section."""
        return self._section(section)

    def one(self, section: str, code: str, on: date) -> Entry:
        """The version that holds on `on`. Raises NO_VALUE_AT_DATE outside every version."""
        for entry in self.versions(section, code):
            if entry.holds(on):
                return entry
        raise NO_VALUE_AT_DATE(pack=self.code, section=section, name=code, on=on)

    def entries(self, section: str, on: date) -> dict[str, Entry]:
        """Every entry of a section that holds on `on`, by code, in the order of the files.

        Empty only when the pack says nothing of this section at all; raises NO_VALUE_AT_DATE
        when it has entries and none of them holds on that day.
        """
        known = self._section(section)
        found = {code: e for code, versions in known.items() for e in versions if e.holds(on)}
        if known and not found:
            raise NO_VALUE_AT_DATE(pack=self.code, section=section, name=section, on=on)
        return found

    def get(self, model: type[E], code: str, on: date) -> E:
        """`one` for callers who want the type: `pack.get(Clock, "review_and_decide", on)`."""
        entry = self.one(_SECTION_OF[model], code, on)
        assert isinstance(entry, model)
        return entry

    def all(self, model: type[E], on: date) -> dict[str, E]:
        """`entries` for callers who want the type: `pack.all(Clock, on)`."""
        found = self.entries(_SECTION_OF[model], on)
        return {code: entry for code, entry in found.items() if isinstance(entry, model)}

    def _section(self, section: str) -> Mapping[str, Versions]:
        if section not in SECTIONS:
            raise PACK_SECTION_UNKNOWN(pack=self.code, section=section, file="", line=0)
        return self.sections.get(section, {})


def load(code: str, folder: Path | None = None) -> Pack:
    """Give the pack `code` merged with its parents, validated; cached for the life of the process.

    A child's entry of the same section and code replaces all versions of the parent's.
    Raises the first problem of the chain of packs: PACK_UNKNOWN, PACK_UNREADABLE, PACK_CYCLE,
    PACK_PARENT_MISSING, PACK_OVERLAP, PACK_FIELD_* ..., each naming file and line.
    """
    return _load(code, folder or FOLDER)


def codes(folder: Path | None = None) -> tuple[str, ...]:
    """Codes of the packs in a folder (every sub-folder with TOML files), sorted."""
    root = folder or FOLDER
    return tuple(sorted(p.name for p in root.iterdir() if p.is_dir() and any(p.glob("*.toml"))))


def of_area(country: str, area: str, on: date, folder: Path | None = None) -> str:
    """Give the code of the pack whose rules hold in an area on a day, or else the country's own.

    `area` is an official code, trailing zeros or lower levels included: 230102 is under `cn-23`,
    94 under `vn-92` from 2025-07-01 and under `vn` before.
    """
    for code in codes(folder):
        pack = load(code, folder)
        if pack.head.country != country:
            continue
        held = pack.versions_by_code("territories")
        if any(area.startswith(key) and v.holds(on) for key, vs in held.items() for v in vs):
            return code
    return country


def check(folder: Path | None = None) -> tuple[Problem, ...]:
    """List everything that is wrong in all packs of a folder, by file and line."""
    root = folder or FOLDER
    found: list[Problem] = []
    for code in codes(root):
        own = read_own(root, code)
        chain, broken = _chain(root, own)
        found += [*own.problems, *broken]
        found += _missing_references(own, chain) if not broken else []
    return tuple(sorted(found, key=lambda p: (p.facts["file"], int(p.facts["line"]))))


@cache
def _load(code: str, root: Path) -> Pack:
    if not any((root / code).glob("*.toml")):
        raise PACK_UNKNOWN(pack=code, file=code, line=1)
    chain, broken = _chain(root, read_own(root, code))
    problems = [*(p for own in chain for p in own.problems), *broken]
    problems = problems or [p for own in chain for p in _missing_references(own, chain)]
    if problems:
        raise problems[0]
    head = chain[0].head
    assert head is not None
    return Pack(head, tuple(own.code for own in chain), _merge(chain))


def _chain(root: Path, own: Own) -> tuple[list[Own], list[Problem]]:
    """Follow the parents of a pack; the chain stops at a cycle or a parent that is not there."""
    chain, seen = [own], {own.code}
    while (head := chain[-1].head) is not None and head.parent is not None:
        place = place_of(chain[-1].head_source, "pack", 0, "parent")
        facts = {"pack": chain[-1].code, "parent": head.parent}
        if head.parent in seen:
            return chain, [PACK_CYCLE(**place, **facts)]
        if not (root / head.parent / HEAD_FILE).is_file():
            return chain, [PACK_PARENT_MISSING(**place, **facts)]
        seen.add(head.parent)
        chain.append(read_own(root, head.parent))
    return chain, []


def _merge(chain: Iterable[Own]) -> Sections:
    merged: dict[str, dict[str, Versions]] = {}
    for own in reversed(list(chain)):
        for section, by_code in by_code_of(own.placed).items():
            entries = {c: tuple(p.entry for p in placed) for c, placed in by_code.items()}
            merged.setdefault(section, {}).update(entries)
    return MappingProxyType({s: MappingProxyType(by_code) for s, by_code in merged.items()})


def _missing_references(own: Own, chain: list[Own]) -> list[Problem]:
    """List codes that no pack of the chain has; nothing while a file of it cannot be read."""
    if not all(link.whole and link.head for link in chain):
        return []
    declared = frozenset[tuple[str, str]]().union(*(link.declared for link in chain))
    return [
        PACK_REFERENCE_MISSING(
            file=p.source.file, line=p.line(field), field=field, section=section, name=code
        )
        for p in own.placed
        for field, section in type(p.entry).refers.items()
        for code in _codes_in(getattr(p.entry, field))
        if (section, code) not in declared
    ]


def _codes_in(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)
