"""A spreadsheet or a CSV as rows of text, each with the number that its owner sees beside it. Nothing is stored.

An xlsx (ECMA-376 part 1) is read as a stream, so that neither a bomb nor a million empty rows can fill the memory.
A formula is never worked out: its cell says that it is one.
"""

import csv
import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import IO
from xml.etree.ElementTree import Element, ParseError, iterparse

from songfa.papers.intake import text_of
from songfa.rules.problems import (
    FILE_EMPTY,
    FILE_KIND_UNKNOWN,
    FILE_TOO_LARGE,
    FILE_UNREADABLE,
    LIST_TOO_LONG,
    Problem,
)

MAX_BYTES = 5 * 1024 * 1024
MAX_UNPACKED = 64 * 1024 * 1024
MAX_RATIO = 200
# rows that may stand in a sheet, empty ones too, and columns that are looked at
MAX_ROWS = 20_000
MAX_COLUMNS = 60
MAX_TEXT = 500
# a number of more digits than a spreadsheet keeps (IEEE 754: fifteen) has lost its end
KEPT_DIGITS = 15
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINKS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PLACE = re.compile(r"^([A-Z]{1,3})(\d{1,7})$")
NUMBER = re.compile(r"^-?\d+(\.\d+)?([eE][+-]?\d+)?$")
# how a text begins that programs take for a formula; +86… is a telephone number
FORMULA = re.compile(r"^([=@]|[+\-](?![\d\s(]|$))")


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell. `odd` is empty, or `formula`, `error`, `cut` (a number too long for a spreadsheet)."""

    text: str
    odd: str = ""


EMPTY = Cell("")


@dataclass(frozen=True, slots=True)
class Line:
    """A row that is not empty; `number` counts from 1 as the spreadsheet does."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        return self.cells[column] if 0 <= column < len(self.cells) else EMPTY


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of the first sheet, and the rows in which cells are merged over several columns."""

    lines: tuple[Line, ...]
    merged: frozenset[int] = frozenset()


def read_table(name: str, data: bytes) -> Table:
    """Return the table in a file called `name`: xlsx, or CSV in UTF-8, UTF-16 or GB18030.

    Raises FILE_EMPTY, FILE_TOO_LARGE, FILE_UNREADABLE (`reason`), LIST_TOO_LONG.
    """
    short = PurePath(name).name
    if len(data) > MAX_BYTES:
        raise FILE_TOO_LARGE(name=short, limit=MAX_BYTES // (1024 * 1024))
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise FILE_EMPTY(name=short)
    if data.startswith(b"PK\x03\x04"):
        return _xlsx(short, data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):  # an old .xls, or an xlsx under a password
        raise FILE_UNREADABLE(name=short, reason="old_or_locked_sheet")
    if PurePath(name).suffix.lower() == ".xlsx":
        raise FILE_UNREADABLE(name=short, reason="not_xlsx")
    try:
        return _csv(short, text_of(short, data))
    except Problem as why:
        if why.code != FILE_KIND_UNKNOWN.code:
            raise
        raise FILE_UNREADABLE(name=short, reason="not_a_list") from None


# csv


def _csv(name: str, text: str) -> Table:
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = max("\t;,", key=first.count)
    lines = []
    try:
        for n, row in enumerate(csv.reader(io.StringIO(text), delimiter=mark), 1):
            if n > MAX_ROWS:
                raise LIST_TOO_LONG(rows=MAX_ROWS)
            cells = tuple(_typed(cell) for cell in row[:MAX_COLUMNS])
            if any(cell.text for cell in cells):
                lines.append(Line(n, cells))
    except csv.Error:
        raise FILE_UNREADABLE(name=name, reason="damaged_csv") from None
    return Table(tuple(lines))


def _typed(text: str) -> Cell:
    """Return a cell of a text file: `="1380…"` and a number written with an exponent are a spreadsheet's doing."""
    plain = text.replace("\x00", "").strip()[:MAX_TEXT].lstrip("'")
    if FORMULA.match(plain):
        return Cell(plain, "formula")
    if re.fullmatch(r"\d\.\d+[eE]\+?\d+", plain):
        return Cell(plain, "cut")
    return Cell(plain)


# xlsx


def _xlsx(name: str, data: bytes) -> Table:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(name, archive)
            texts = _texts(archive)
            return _sheet(name, archive, _first_sheet(name, archive), texts)
    except (
        zipfile.BadZipFile, zlib.error, ParseError, KeyError, EOFError, OSError, NotImplementedError,
        RuntimeError, ValueError,
    ):  # fmt: skip
        raise FILE_UNREADABLE(name=name, reason="damaged_xlsx") from None


def _check(name: str, archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if any(e.flag_bits & 0x1 for e in entries):
        raise FILE_UNREADABLE(name=name, reason="old_or_locked_sheet")
    if not any(e.filename == "xl/workbook.xml" for e in entries):
        raise FILE_UNREADABLE(name=name, reason="not_a_list")
    unpacked = sum(e.file_size for e in entries)
    packed = max(1, sum(e.compress_size for e in entries))
    if unpacked > MAX_UNPACKED or (unpacked > 30 * 1024 * 1024 and unpacked > MAX_RATIO * packed):
        raise FILE_TOO_LARGE(name=name, limit=MAX_BYTES // (1024 * 1024))


def _parts(archive: zipfile.ZipFile, path: str) -> Iterator[Element]:
    """Yield each element of a part when it ends, and let it go. A document type has no place here."""
    with archive.open(path) as stream:
        start = stream.read(1024)
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start or "<!".encode("utf-16-le") in start:
        raise ValueError(path)
    with archive.open(path) as stream:
        yield from _ended(stream)


def _ended(stream: IO[bytes]) -> Iterator[Element]:
    tree = iterparse(stream, events=("start", "end"))  # noqa: S314 - no document type gets here
    open_now: list[Element] = []
    for event, element in tree:
        if event == "start":
            open_now.append(element)
            continue
        open_now.pop()
        yield element
        if element.tag in (f"{MAIN}row", f"{MAIN}si", f"{MAIN}mergeCell"):
            element.clear()
            if open_now:
                open_now[-1].remove(element)


def _texts(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    return [_text_in(e) for e in _parts(archive, "xl/sharedStrings.xml") if e.tag == f"{MAIN}si"]


def _text_in(element: Element) -> str:
    """Return the text of a cell or a shared text, without the readings that stand above Chinese signs."""
    direct = [t.text or "" for t in element.findall(f"{MAIN}t")]
    runs = [t.text or "" for r in element.findall(f"{MAIN}r") for t in r.findall(f"{MAIN}t")]
    return "".join([*direct, *runs])


def _first_sheet(name: str, archive: zipfile.ZipFile) -> str:
    """Return the part in which the first visible sheet stands."""
    shown = [
        e.get(f"{LINKS}id")
        for e in _parts(archive, "xl/workbook.xml")
        if e.tag == f"{MAIN}sheet" and e.get("state", "visible") == "visible"
    ]
    targets = {
        e.get("Id"): e.get("Target") or "" for e in _parts(archive, "xl/_rels/workbook.xml.rels")
    }
    if not shown:
        raise FILE_UNREADABLE(name=name, reason="damaged_xlsx")
    target = targets[shown[0]]
    return posixpath.normpath(target[1:] if target.startswith("/") else f"xl/{target}")


def _sheet(name: str, archive: zipfile.ZipFile, path: str, texts: list[str]) -> Table:
    lines: list[Line] = []
    merged: set[int] = set()
    at, seen = 0, 0
    for element in _parts(archive, path):
        if element.tag == f"{MAIN}row":
            at = int(element.get("r") or at + 1)
            seen += 1
            if at > MAX_ROWS or seen > MAX_ROWS:
                raise LIST_TOO_LONG(rows=MAX_ROWS)
            cells = _cells(element, texts)
            if any(cell.text or cell.odd for cell in cells):
                lines.append(Line(at, cells))
        elif element.tag == f"{MAIN}mergeCell":
            merged |= _merged_rows(element.get("ref") or "")
    return Table(tuple(lines), frozenset(merged))


def _cells(row: Element, texts: list[str]) -> tuple[Cell, ...]:
    found: dict[int, Cell] = {}
    column = -1
    for element in row.findall(f"{MAIN}c"):
        place = PLACE.match(element.get("r") or "")
        column = _column(place[1]) if place else column + 1
        if column < MAX_COLUMNS:
            found[column] = _cell(element, texts)
    return tuple(found.get(n, EMPTY) for n in range(max(found, default=-1) + 1))


def _cell(element: Element, texts: list[str]) -> Cell:
    kind = element.get("t") or "n"
    value = (element.findtext(f"{MAIN}v") or "").strip()
    if element.find(f"{MAIN}f") is not None:
        return Cell(value[:MAX_TEXT], "formula")
    if kind == "s":
        value = texts[int(value)] if value else ""
    elif kind == "inlineStr":
        inner = element.find(f"{MAIN}is")
        value = _text_in(inner) if inner is not None else ""
    elif kind == "e":
        return Cell(value[:MAX_TEXT], "error")
    elif kind == "n" and NUMBER.match(value):
        return _number(value)
    return Cell(re.sub(r"\s+", " ", value).strip()[:MAX_TEXT].lstrip("'"))


def _number(value: str) -> Cell:
    """Return a number as people would write it: 13800138000, not 1.3800138E10."""
    if len(value) > 40 or abs(float(value)) >= 10**20:
        return Cell(value[:MAX_TEXT], "cut")
    whole = float(value)
    text = f"{whole:.0f}" if whole.is_integer() else repr(whole)
    return Cell(text, "cut" if len(text.lstrip("-").split(".")[0]) > KEPT_DIGITS else "")


def _column(letters: str) -> int:
    n = 0
    for letter in letters:
        n = n * 26 + ord(letter) - 64
    return n - 1


def _merged_rows(ref: str) -> set[int]:
    """Return the rows of a merged range that reaches over several columns."""
    first, _, last = ref.partition(":")
    low, high = PLACE.match(first), PLACE.match(last)
    if low is None or high is None or low[1] == high[1]:
        return set()
    return set(range(int(low[2]), min(int(high[2]), MAX_ROWS) + 1))
