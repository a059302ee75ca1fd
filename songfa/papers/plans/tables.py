"""Task tables and other tables: which column holds what, group rows, repeated headers, merged cells, 同上 / -nt-."""
# ruff: noqa: E501 - a pattern is read best in one line

import re
from dataclasses import dataclass

from songfa.papers.intake import Cell, Row
from songfa.papers.plans.passage import Passage, passage
from songfa.papers.plans.sections import Sheet
from songfa.papers.plans.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a table that was understood: column name -> cell."""

    line: int
    cells: dict[str, Passage]


@dataclass(frozen=True, slots=True)
class Table:
    kind: str  # tasks, phases, people, targets
    entries: tuple[Entry, ...]


_ORDER = ("no", "phase", "name", "role", "value", "person", "responsible", "lead", "partners", "period", "products", "budget", "frequency", "quantity", "audiences", "category", "task", "measure", "post", "remark")  # fmt: skip


def tables(sheet: Sheet) -> list[Table]:
    """Every table whose header tells its columns. A table without header goes on with the columns of the one before."""
    out: list[Table] = []
    columns: dict[str, tuple[int, int]] = {}
    kind = None
    number = None
    width = 0
    header: Row | None = None
    entries: list[Entry] = []
    for row in sorted(sheet.rows.values(), key=lambda r: r.line):
        if row.line in sheet.skip:
            continue
        found = {} if _is_data(row, header) else _columns(row, sheet.words)
        found_kind = _kind(found)
        if found_kind is not None:
            _settle(found, row, sheet)
            if kind is not None and entries and found_kind != kind:
                out.append(Table(kind, tuple(entries)))
                entries = []
            columns, kind, number, width, header = found, found_kind, row.table, row.width, row
            continue
        if kind is None or (row.table != number and row.width != width):
            continue
        number = row.table
        if (
            not entries
            and header is not None
            and (below := _second_header(row, header, sheet.words))
        ):
            columns = below
            continue
        entry = _entry(row, columns, entries, sheet.words)
        if entry is not None:
            entries.append(entry)
    if kind is not None and entries:
        out.append(Table(kind, tuple(entries)))
    return out


def _second_header(row: Row, header: Row, words: Vocabulary) -> dict[str, tuple[int, int]] | None:
    """The columns where the heading 责任单位 is parted below into 牵头 and 配合; None if the row is no such thing."""
    if row.table != header.table or row.line != header.line + 1 or _is_data(row, None):
        return None
    parts, whole = _columns(row, words), _columns(header, words)
    filled = [c for c in row.cells if c.text.strip()]
    if not {"lead", "partners"} & parts.keys() or len(parts) < len(filled):
        return None
    whole.pop("responsible", None)
    return whole | parts


def _settle(columns: dict[str, tuple[int, int]], header: Row, sheet: Sheet) -> None:
    """Of two columns of content the second holds the work where the first only groups it: its cells go on downwards."""
    if "content" not in columns or "task" not in columns:
        return
    before: tuple[str, str] | None = None
    for row in sorted(sheet.rows.values(), key=lambda r: r.line):
        if row.table != header.table or row.line <= header.line or len(row.cells) == 1:
            continue
        first, second = (_at(row.cells, columns[n]) for n in ("task", "content"))
        if first is None or second is None:
            continue
        goes_on = not first.text or (before is not None and first.text == before[0])
        if before is not None and goes_on and second.text and second.text != before[1]:
            columns["category"] = columns["task"]
            columns["task"] = columns.pop("content")
            return
        before = (first.text, second.text)


_DATED = re.compile(r"\d\s*[年月日/]|\d{4}|(?:tháng|quý|ngày)\s*[\dIVX]", re.IGNORECASE)


def _is_data(row: Row, header: Row | None) -> bool:
    """A row with dates, or one under the header of its own table that does not repeat it, is no header."""
    if any(_DATED.search(c.text) for c in row.cells):
        return True
    if header is None or row.table != header.table:
        return False
    return _bare_texts(row) != _bare_texts(header)


def _bare_texts(row: Row) -> list[str]:
    return [re.sub(r"\W", "", c.text).casefold() for c in row.cells]


def _columns(row: Row, words: Vocabulary) -> dict[str, tuple[int, int]]:
    """Column name -> grid columns, if the row reads like a header."""
    found: dict[str, tuple[int, int]] = {}
    for cell in row.cells:
        flat = re.sub(r"\s+", "" if words.is_zh else " ", passage(cell.text, row.line).flat).strip()
        if not flat or len(flat) > (14 if words.is_zh else 50):
            continue
        name = next(
            (
                n
                for n in _ORDER
                if words.data["columns"].get(n)
                and words.pattern(f"columns.{n}", words.any("columns", n)).search(flat)
            ),
            None,
        )
        if name == "lead" and words.pattern(
            "columns.partners", words.any("columns", "partners")
        ).search(flat):
            name = "both"
        if name == "post" and "post" in found and "role" not in found:
            # 职务 | 姓名 | 单位及职务: the first is the seat in the group.
            found["role"] = found.pop("post")
        if name and name not in found:
            found[name] = (cell.first, cell.last)
        elif name == "task" and "content" not in found:
            found["content"] = (cell.first, cell.last)
    return found


def _kind(columns: dict[str, tuple[int, int]]) -> str | None:
    if len(columns) < 2:
        return None
    if "name" in columns:
        return "people"
    if "phase" in columns and ("period" in columns or "task" in columns) and "lead" not in columns:
        return "phases"
    return _work_or_targets(columns)


def _work_or_targets(columns: dict[str, tuple[int, int]]) -> str | None:
    fields = {
        "lead",
        "responsible",
        "person",
        "period",
        "products",
        "partners",
        "both",
    } & columns.keys()
    if "task" in columns and fields:
        return "tasks"
    if "category" in columns and fields:
        columns["task"] = columns.pop("category")
        return "tasks"
    if "measure" in columns and "value" in columns:
        return "targets"
    return None


def _entry(
    row: Row, columns: dict[str, tuple[int, int]], before: list[Entry], words: Vocabulary
) -> Entry | None:
    if len([c for c in row.cells if c.text.strip()]) <= 1 and (
        len(row.cells) == 1 or _spanning(row)
    ):
        return None
    cells: dict[str, Passage] = {}
    for name, span in columns.items():
        cell = _at(row.cells, span)
        value = passage(cell.text, row.line) if cell else passage("", row.line)
        cells[name] = _resolved(name, value, before, words)
    return Entry(row.line, cells)


def _spanning(row: Row) -> bool:
    filled = [c for c in row.cells if c.text.strip()]
    return bool(filled) and filled[0].last - filled[0].first + 1 >= row.width - 1


def _at(cells: tuple[Cell, ...], span: tuple[int, int]) -> Cell | None:
    return next((c for c in cells if c.first <= span[0] <= c.last), None)


def _resolved(name: str, value: Passage, before: list[Entry], words: Vocabulary) -> Passage:
    flat = value.flat.strip().casefold().strip(".")
    if flat in words.words("same", "words"):
        return before[-1].cells.get(name, value.cut(0, 0)) if before else value.cut(0, 0)
    if flat in words.words("same", "empty"):
        return value.cut(0, 0)
    return value
