"""Bytes of a file -> lines of text. Nothing is stored; every failure is a Problem with what the file looked like.

Lines of a txt are its lines, empty ones too; of a docx each paragraph and each table row in body order; of a pdf the
lines of its text layer, with lines that were only wrapped joined again.
"""
# ruff: noqa: E501 - a pattern is read best in one line

import io
import logging
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from songfa.rules.problems import (
    FILE_EMPTY,
    FILE_KIND_UNKNOWN,
    FILE_NO_TEXT,
    FILE_TOO_LARGE,
    FILE_UNREADABLE,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.table import CT_Tc
    from docx.table import Table
    from docx.text.paragraph import Paragraph

MAX_BYTES = 20 * 1024 * 1024
# What a docx may unpack to, and how often it may repeat itself: a text packs 3 to 20 times, a bomb a thousand times.
MAX_UNPACKED = 100 * 1024 * 1024
MAX_RATIO = 200
# Of that, XML: the parser holds about twenty times its size in memory.
MAX_XML = 8 * 1024 * 1024
# Word's own limit is 63 columns.
MAX_COLUMNS = 200
MAX_CELLS = 20_000
# Plans have tens of thousands of characters at most; more would keep the reader of plans busy for minutes.
MAX_LINES = 10_000
MAX_CHARACTERS = 500_000
MAX_LINE_LENGTH = 8_000
# A longer run of blanks says no more than this one, and costs a pattern that looks for blanks the square of it.
MAX_BLANKS = 60
MAX_PAGES = 500


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table row: its text and the grid columns [first, last] that it covers."""

    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Row:
    """A table row. `table` tells the tables of a document apart; `width` is the number of grid columns."""

    line: int
    table: int
    width: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file as lines; `warnings` are codes.

    `numbered` holds the lines that Word numbers by itself with their depth (from 0), `headings` those in a heading style.
    """

    lines: tuple[str, ...]
    kind: str
    warnings: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    numbered: dict[int, int] = field(default_factory=dict)
    headings: dict[int, int] = field(default_factory=dict)


def read_document(name: str, data: bytes) -> Document:
    """The text of a file called `name`.

    Raises FILE_EMPTY, FILE_TOO_LARGE, FILE_UNREADABLE (`reason`), FILE_NO_TEXT or FILE_KIND_UNKNOWN.
    """
    short = PurePath(name).name
    if len(data) > MAX_BYTES:
        raise FILE_TOO_LARGE(name=short, limit=MAX_BYTES // (1024 * 1024))
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise FILE_EMPTY(name=short)
    ending = PurePath(name).suffix.lower()
    if data.startswith(b"%PDF-"):
        document = _pdf(short, data)
    elif data.startswith(b"PK\x03\x04"):
        document = _docx(short, data)
    elif data.startswith(b"\xd0\xcf\x11\xe0"):  # OLE: an old .doc, or a docx under a password
        raise FILE_UNREADABLE(name=short, reason="old_or_locked")
    elif ending in {".docx", ".pdf"}:
        raise FILE_UNREADABLE(name=short, reason="not_" + ending[1:])
    else:
        document = _txt(short, data)
    if not any(line.strip() for line in document.lines):
        raise FILE_NO_TEXT(name=short)
    return document


# text


def _txt(name: str, data: bytes) -> Document:
    text, warnings = _decode(name, data)
    text = unicodedata.normalize("NFC", text).replace("\x00", "")
    # Only real line ends count: form feeds and the like inside a line do not make a new one.
    lines = re.split(r"\r\n|\n|\r", text)
    if lines and not lines[-1]:
        lines.pop()
    rows = tuple(_typed_rows(lines))
    return _limited(name, Document(lines=tuple(lines), kind="txt", warnings=warnings, rows=rows))


def _typed_rows(lines: list[str]) -> Iterator[Row]:
    """Rows of tables typed with tabs or | : two lines or more in a row with three cells or more each."""
    run: list[tuple[int, list[str]]] = []
    table = 0
    for number, line in enumerate([*lines, ""], 1):
        cells = _typed_cells(line)
        if cells is not None:
            run.append((number, cells))
            continue
        if len(run) >= 2:
            width = max(len(c) for _, c in run)
            for at, found in run:
                if not all(re.fullmatch(r"[-:\s]*", c) for c in found):
                    yield Row(at, table, width, tuple(Cell(c, i, i) for i, c in enumerate(found)))
            table += 1
        run = []


def _typed_cells(line: str) -> list[str] | None:
    if line.count("\t") >= 2 and line.strip():
        return [c.strip() for c in line.split("\t")]
    bars = line.strip()
    if bars.startswith("|") and bars.endswith("|") and bars.count("|") >= 4:
        return [c.strip() for c in bars[1:-1].split("|")]
    return None


def text_of(name: str, data: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 or GB18030. Raises FILE_UNREADABLE, FILE_KIND_UNKNOWN."""
    return unicodedata.normalize("NFC", _decode(name, data)[0])


def _decode(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), ()
        except UnicodeDecodeError:
            raise FILE_UNREADABLE(name=name, reason="encoding") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _gb18030(name, data)
    if text.count("\x00") > len(text) // 10:
        return _bare_utf16(name, data)
    if _binary(text):
        raise FILE_KIND_UNKNOWN(name=name)
    return text, ()


def _gb18030(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    if data.count(0) > len(data) // 10:
        return _bare_utf16(name, data)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        # A few broken bytes in a long text are no reason to refuse all of it.
        text = data.decode("gb18030", "replace")
        if text.count("\ufffd") * 50 > len(text):
            raise FILE_KIND_UNKNOWN(name=name) from None
        if _binary(text):
            raise FILE_KIND_UNKNOWN(name=name) from None
        return text, ("broken_characters",)
    if _binary(text):
        raise FILE_KIND_UNKNOWN(name=name)
    return text, ()


def _bare_utf16(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    even, odd = data[0::2].count(0), data[1::2].count(0)
    try:
        text = data.decode("utf-16-le" if odd >= even else "utf-16-be")
    except UnicodeDecodeError:
        raise FILE_KIND_UNKNOWN(name=name) from None
    if _binary(text):
        raise FILE_KIND_UNKNOWN(name=name)
    return text, ()


def _binary(text: str) -> bool:
    """Whether it reads like no human text: control characters, private or unassigned ones."""
    sample = text[:20_000]
    odd = sum(
        1
        for c in sample
        if unicodedata.category(c) in {"Cc", "Cn", "Co", "Cs"} and c not in "\t\r\n\f\v"
    )
    return odd * 20 > len(sample)


_MANY_BLANKS = re.compile(rf"\s{{{MAX_BLANKS},}}")


def _fewer(found: re.Match[str]) -> str:
    return found[0][:MAX_BLANKS]


def _limited(name: str, document: Document) -> Document:
    document = replace(document, lines=tuple(_MANY_BLANKS.sub(_fewer, x) for x in document.lines))
    if len(document.lines) > MAX_LINES or sum(map(len, document.lines)) > MAX_CHARACTERS:
        raise FILE_TOO_LARGE(name=name, limit=MAX_BYTES // (1024 * 1024))
    if all(len(line) <= MAX_LINE_LENGTH for line in document.lines):
        return document
    return Document(
        lines=tuple(line[:MAX_LINE_LENGTH] for line in document.lines),
        kind=document.kind,
        warnings=(*document.warnings, "long_line_cut"),
        rows=document.rows,
        numbered=document.numbered,
        headings=document.headings,
    )


# docx


def _docx(name: str, data: bytes) -> Document:
    _check_archive(name, data)
    from docx import Document as open_document  # noqa: N813, PLC0415 - loaded only for this kind of file

    try:
        word = open_document(io.BytesIO(data))
        _check_tables(name, word)
        return _limited(name, _word_lines(name, word))
    except Exception as error:  # python-docx and lxml raise many kinds for a damaged file
        if hasattr(error, "facts"):
            raise
        raise FILE_UNREADABLE(name=name, reason="damaged_docx") from error


def _check_archive(name: str, data: bytes) -> None:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError):
        raise FILE_UNREADABLE(name=name, reason="damaged_docx") from None
    entries = archive.infolist()
    if any(e.flag_bits & 0x1 for e in entries):
        raise FILE_UNREADABLE(name=name, reason="old_or_locked")
    if not any(e.filename == "word/document.xml" for e in entries):
        raise FILE_KIND_UNKNOWN(name=name)
    unpacked = sum(e.file_size for e in entries)
    packed = max(1, sum(e.compress_size for e in entries))
    if unpacked > MAX_UNPACKED or (unpacked > 5 * 1024 * 1024 and unpacked > MAX_RATIO * packed):
        raise FILE_TOO_LARGE(name=name, limit=MAX_BYTES // (1024 * 1024))
    try:
        xml = sum(e.file_size for e in entries if _looks_like_xml(archive, e))
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        zlib.error,
    ):
        raise FILE_UNREADABLE(name=name, reason="damaged_docx") from None
    if xml > MAX_XML:
        raise FILE_TOO_LARGE(name=name, limit=MAX_BYTES // (1024 * 1024))


def _looks_like_xml(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether a parser may take a part for XML, whatever it is called: `<` is the first sign after marks and blanks.

    No more than `file_size` ever comes out of a part, so that a size that lies cuts the part short.
    """
    with archive.open(entry) as stream:
        start = stream.read(64)
    return start.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] in {b"", b"<"}


def _check_tables(name: str, word: "WordDocument") -> None:
    """A cell may say that it covers any number of columns: refuse what no page can hold before it is laid out."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - loaded only for this kind of file

    body = word.element.body
    if sum(1 for _ in body.iter(qn("w:tc"))) > MAX_CELLS:
        raise FILE_TOO_LARGE(name=name, limit=MAX_BYTES // (1024 * 1024))
    spans = (str(span.get(qn("w:val")) or 1) for span in body.iter(qn("w:gridSpan")))
    if any(len(span) > 4 or int(span) > MAX_COLUMNS for span in spans):
        raise FILE_UNREADABLE(name=name, reason="damaged_docx")


def _word_lines(name: str, word: "WordDocument") -> Document:
    from docx.table import Table as WordTable  # noqa: PLC0415 - loaded only for this kind of file

    lines: list[str] = []
    rows: list[Row] = []
    numbered: dict[int, int] = {}
    headings: dict[int, int] = {}
    tables = 0
    styles = _Styles()
    for block in word.iter_inner_content():
        if len(lines) > MAX_LINES:
            raise FILE_TOO_LARGE(name=name, limit=MAX_BYTES // (1024 * 1024))
        if isinstance(block, WordTable):
            for row in _table_rows(block, tables, len(lines)):
                rows.append(row)
                lines.append("\t".join(_one_line(cell.text) for cell in row.cells))
            tables += 1
            continue
        lines.append(_one_line(_nfc(block.text)))
        depth = styles.auto_number(block)
        if depth is not None and lines[-1].strip():
            numbered[len(lines)] = depth
        level = styles.of(block).level
        if level is not None and lines[-1].strip():
            headings[len(lines)] = level
    return Document(
        lines=tuple(lines), kind="docx", rows=tuple(rows), numbered=numbered, headings=headings
    )


def _table_rows(table: "Table", number: int, before: int) -> Iterator[Row]:
    """Rows with each cell once; a cell merged downwards has the text of its top cell in every row.

    python-docx's own `row.cells` climbs from every merged cell to its top: a tall table would take minutes.
    """
    above: dict[int, str] = {}
    for at, tr in enumerate(table._tbl.tr_lst):
        cells: list[Cell] = []
        column = tr.grid_before
        for tc in tr.tc_lst:
            merged = above.get(column) if tc.vMerge == "continue" else None
            text = _cell_text(tc, table) if merged is None else merged
            cells.append(Cell(text, column, column + tc.grid_span - 1))
            column += tc.grid_span
        above = {cell.first: cell.text for cell in cells}
        yield Row(line=before + at + 1, table=number, width=column, cells=tuple(cells))


def _cell_text(tc: "CT_Tc", table: "Table") -> str:
    from docx.table import _Cell  # noqa: PLC0415 - loaded only for this kind of file

    return _nfc(_Cell(tc, table).text).strip()


@dataclass(frozen=True, slots=True)
class _Style:
    """The paragraph properties of a style and of those it stands on, and the level of a heading style."""

    properties: tuple[Any, ...]
    level: int | None


class _Styles:
    """What the styles and lists of a document say, each looked up once: a document may have thousands of them."""

    def __init__(self) -> None:
        self._styles: dict[str | None, _Style] = {}
        self._bullets: dict[tuple[str | None, int], bool] = {}

    def of(self, paragraph: "Paragraph") -> _Style:
        key = paragraph._p.style
        if key not in self._styles:
            self._styles[key] = _style(paragraph)
        return self._styles[key]

    def auto_number(self, paragraph: "Paragraph") -> int | None:
        """Depth of a paragraph that Word numbers by itself; bullets do not count."""
        from docx.oxml.ns import qn  # noqa: PLC0415 - loaded only for this kind of file

        for source in (paragraph._p.pPr, *self.of(paragraph).properties):
            number = source.find(qn("w:numPr")) if source is not None else None
            if number is None:
                continue
            identity, level = number.find(qn("w:numId")), number.find(qn("w:ilvl"))
            if identity is None or identity.get(qn("w:val")) == "0":
                return None
            depth = int(level.get(qn("w:val")) or 0) if level is not None else 0
            key = (identity.get(qn("w:val")), depth)
            if key not in self._bullets:
                self._bullets[key] = _bullet(paragraph, *key)
            return None if self._bullets[key] else depth
        return None


def _style(paragraph: "Paragraph") -> _Style:
    from docx.oxml.ns import qn  # noqa: PLC0415 - loaded only for this kind of file

    style = paragraph.style
    name = (style.name or "").lower() if style is not None else ""
    level = int(name[8:]) if name.startswith("heading ") and name[8:].isdigit() else None
    properties: list[Any] = []
    while style is not None and len(properties) < 5:
        properties.append(style.element.find(qn("w:pPr")))
        style = style.base_style
    return _Style(tuple(properties), level)


def _bullet(paragraph: "Paragraph", identity: str | None, depth: int) -> bool:
    try:
        numbering = paragraph.part.numbering_part.element  # type: ignore[attr-defined]
    except (KeyError, NotImplementedError, AttributeError):
        return False
    found = numbering.xpath(
        f"./w:abstractNum[@w:abstractNumId=../w:num[@w:numId='{int(identity or 0)}']/w:abstractNumId/@w:val]"
        f"/w:lvl[@w:ilvl='{depth}']/w:numFmt/@w:val"
    )
    return bool(found) and found[0] in {"bullet", "none"}


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _one_line(text: str) -> str:
    return re.sub(r"[\r\n\v\f]+", " ", text)


# pdf


def _pdf(name: str, data: bytes) -> Document:
    from pypdf import PdfReader  # noqa: PLC0415 - loaded only for this kind of file

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise FILE_UNREADABLE(name=name, reason="old_or_locked")
        if len(reader.pages) > MAX_PAGES:
            raise FILE_TOO_LARGE(name=name, limit=MAX_BYTES // (1024 * 1024))
        text = "\n".join(page.extract_text() or "" for page in reader.pages)
    except Exception as error:  # pypdf raises many kinds for a damaged file
        if hasattr(error, "facts"):
            raise
        raise FILE_UNREADABLE(name=name, reason="damaged_pdf") from error
    lines = [line.rstrip() for line in _nfc(text).replace("\x00", "").splitlines()]
    if sum(len(line.strip()) for line in lines) < 20:
        raise FILE_NO_TEXT(name=name)
    return _limited(name, Document(lines=tuple(_unwrapped(lines)), kind="pdf"))


_NEW_LINE = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.、．)/]|[IVX]+[.)]|[a-zđ][.)]|[-+•*–]\s|第[一二三四五六七八九十]+"
    r"|[^：:]{2,20}[：:])"
)


def _unwrapped(lines: list[str]) -> list[str]:
    """Joins lines that the page's width broke: a nearly full line without an end mark, before one that opens nothing."""
    widths = sorted(len(line) for line in lines if line.strip())
    full = widths[int(len(widths) * 0.9)] if widths else 0
    out: list[str] = []
    room = 0
    for line in lines:
        wrapped = (
            bool(out)
            and room >= full * 0.85
            and not re.search(r"[。；;:：!！?？.]\s*$", out[-1])
            and line.strip()
            and not _NEW_LINE.match(line)
        )
        if wrapped:
            glue = "" if re.search(r"[\u4e00-\u9fff、，]$", out[-1]) else " "
            out[-1] += glue + line.strip()
        else:
            out.append(line)
        room = len(line)
    return out
