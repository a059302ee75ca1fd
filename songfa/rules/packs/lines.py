"""Where things stand in a TOML file: the line of the n-th table of a section and of its keys."""

import re
from dataclasses import dataclass

HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
KEY = re.compile(r"""^\s*(?:"([^"]+)"|'([^']+)'|([A-Za-z0-9_\-]+))\s*[.=]""")
FENCE = re.compile(r'"""|' + "'''")


@dataclass(frozen=True, slots=True)
class Table:
    """One `[x]` or `[[x]]` with the lines (1-based) of its header and of its keys."""

    section: str
    line: int
    keys: dict[str, int]


def tables(text: str) -> tuple[Table, ...]:
    """List the top tables of a TOML text in order; a sub-table `[x.y]` counts as key `y` of x."""
    found: list[Table] = []
    fenced = False
    for number, line in enumerate(text.splitlines(), start=1):
        if fenced:
            fenced = len(FENCE.findall(line)) % 2 == 0
            continue
        fenced = len(FENCE.findall(line)) % 2 == 1
        _note(found, line, number)
    return tuple(found)


def _note(found: list[Table], line: str, number: int) -> None:
    header = HEADER.match(line)
    if header:
        section, _, rest = header[2].partition(".")
        if rest and found:
            found[-1].keys.setdefault(rest.split(".")[0], number)
        else:
            found.append(Table(section, number, {}))
    elif found and (key := _key(line)):
        found[-1].keys.setdefault(key, number)


def _key(line: str) -> str | None:
    match = KEY.match(line)
    return next(g for g in match.groups() if g) if match else None


def line_of(text: str, section: str, index: int = 0, field: str = "") -> int:
    """Give the line of `field` in the n-th table of `section`; the header when it has no such key.

    Returns 1 when the section has no table of that number (an inline array, for instance).
    """
    named = [t for t in tables(text) if t.section == section]
    if index >= len(named):
        return _top_key(text, section)
    return named[index].keys.get(field, named[index].line)


def _top_key(text: str, name: str) -> int:
    for number, line in enumerate(text.splitlines(), start=1):
        if _key(line) == name:
            return number
    return 1
