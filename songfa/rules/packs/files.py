"""Reads the files of one pack: entries with the place they stand at, and all that is wrong."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from pydantic import ValidationError

from songfa.rules.packs.lines import line_of
from songfa.rules.packs.schema import Entry, Head
from songfa.rules.packs.sections import SECTIONS
from songfa.rules.problems import (
    PACK_DATES_REVERSED,
    PACK_FIELD_MISSING,
    PACK_FIELD_UNKNOWN,
    PACK_FIELD_WRONG,
    PACK_INVALID,
    PACK_OVERLAP,
    PACK_SECTION_UNKNOWN,
    PACK_UNREADABLE,
    Problem,
    ProblemType,
)

HEAD_FILE = "pack.toml"

ERROR_TYPES = {
    "extra_forbidden": PACK_FIELD_UNKNOWN,
    "missing": PACK_FIELD_MISSING,
    "dates_reversed": PACK_DATES_REVERSED,
}


@dataclass(frozen=True, slots=True)
class Source:
    """One TOML file: its name below the folder of packs, its text, its data."""

    file: str
    text: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry with the place it was read from."""

    section: str
    entry: Entry
    source: Source
    index: int

    def line(self, field: str = "") -> int:
        return line_of(self.source.text, self.section, self.index, field)


@dataclass(frozen=True, slots=True)
class Own:
    """What stands in one pack's own folder, and what is wrong with it.

    `declared` are section and code of all entries, faulty ones included; `whole` tells whether
    every file could be read, so that what is not declared is truly not there.
    """

    code: str
    head: Head | None
    head_source: Source | None
    placed: tuple[Placed, ...]
    declared: frozenset[tuple[str, str]]
    whole: bool
    problems: tuple[Problem, ...]


def read_own(root: Path, code: str) -> Own:
    problems: list[Problem] = []
    placed: list[Placed] = []
    declared: set[tuple[str, str]] = set()
    head, head_source = None, None
    for path in sorted((root / code).glob("*.toml")):
        source = _read(path, root, problems)
        if source is None:
            continue
        if path.name == HEAD_FILE:
            head, head_source = _head(source, code, problems), source
        placed += _entries(source, problems)
        declared |= _declared(source)
    if head_source is None and not any(p.facts["file"].endswith(HEAD_FILE) for p in problems):
        problems.append(PACK_FIELD_MISSING(file=f"{code}/{HEAD_FILE}", line=1, field="pack"))
    problems += _overlaps(placed)
    whole = not any(p.code == PACK_UNREADABLE.code for p in problems)
    return Own(code, head, head_source, tuple(placed), frozenset(declared), whole, tuple(problems))


def _declared(source: Source) -> set[tuple[str, str]]:
    return {
        (section, str(table.get("code")))
        for section, tables in source.data.items()
        if isinstance(tables, list)
        for table in tables
        if isinstance(table, dict)
    }


def _read(path: Path, root: Path, problems: list[Problem]) -> Source | None:
    file = path.relative_to(root).as_posix()
    raw = path.read_bytes()
    try:
        text = raw.decode()
        return Source(file, text, tomllib.loads(text))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else raw.count(b"\n") + 1
    problems.append(PACK_UNREADABLE(file=file, line=line))
    return None


def _head(source: Source, code: str, problems: list[Problem]) -> Head | None:
    try:
        head = Head.model_validate(source.data.get("pack", {}))
    except ValidationError as error:
        problems += _explain(error, source, "pack", 0)
        return None
    if head.code != code:
        place = place_of(source, "pack", 0, "code")
        problems.append(
            PACK_FIELD_WRONG(
                **place, field="code", value=head.code, wants="folder_name", choices=""
            )
        )
    return head


def _entries(source: Source, problems: list[Problem]) -> list[Placed]:
    found: list[Placed] = []
    for section, tables in source.data.items():
        if section == "pack" and source.file.endswith(HEAD_FILE):
            continue
        model = SECTIONS.get(section)
        if model is None:
            problems.append(PACK_SECTION_UNKNOWN(**place_of(source, section), section=section))
        elif not isinstance(tables, list):
            problems.append(PACK_INVALID(**place_of(source, section), section=section))
        else:
            found += _validated(source, section, model, tables, problems)
    return found


def _validated(
    source: Source, section: str, model: type[Entry], tables: list[object], problems: list[Problem]
) -> list[Placed]:
    found: list[Placed] = []
    for index, table in enumerate(tables):
        try:
            found.append(Placed(section, model.model_validate(table), source, index))
        except ValidationError as error:
            problems += _explain(error, source, section, index)
    return found


def _explain(error: ValidationError, source: Source, section: str, index: int) -> Iterable[Problem]:
    for item in error.errors(include_url=False):
        field = ".".join(str(part) for part in item["loc"])
        top = str(item["loc"][0]) if item["loc"] else ""
        if item["type"] == "dates_reversed" and not top:
            top = field = "valid_to"
        kind: ProblemType = ERROR_TYPES.get(item["type"], PACK_FIELD_WRONG)
        yield kind(
            **place_of(source, section, index, top),
            section=section,
            field=field,
            value=_short(item["input"]),
            wants=item["type"],
            choices=item.get("ctx", {}).get("expected", ""),
        )


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def place_of(
    source: Source | None, section: str, index: int = 0, field: str = ""
) -> dict[str, object]:
    if source is None:
        return {"file": HEAD_FILE, "line": 1}
    return {"file": source.file, "line": line_of(source.text, section, index, field)}


def _overlaps(placed: Iterable[Placed]) -> Iterable[Problem]:
    for section, by_code in by_code_of(placed).items():
        for code, versions in by_code.items():
            for earlier, later in pairwise(versions):
                if earlier.entry.holds(later.entry.valid_from):
                    yield PACK_OVERLAP(
                        file=later.source.file,
                        line=later.line("valid_from"),
                        section=section,
                        name=code,
                        other_file=earlier.source.file,
                        other_line=earlier.line("valid_from"),
                    )


def by_code_of(placed: Iterable[Placed]) -> dict[str, dict[str, list[Placed]]]:
    """Group by section and code; versions of one code by date."""
    grouped: dict[str, dict[str, list[Placed]]] = {}
    for p in placed:
        grouped.setdefault(p.section, {}).setdefault(p.entry.code, []).append(p)
    for by_code in grouped.values():
        for versions in by_code.values():
            versions.sort(key=lambda p: p.entry.valid_from)
    return grouped
