"""Draws a document as docx with python-docx: real headings, real tables, fonts for both scripts."""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.text.paragraph import Paragraph

from songfa.papers.out.letter import (
    Cell,
    Grid,
    Letter,
    Line,
    Part,
    Points,
    Sign,
    Space,
    Table,
    writable,
)

# GB/T 9704: the text in 仿宋, heads in a heavier face; every office program knows these names
LATIN, CHINESE, CHINESE_HEAD = "Times New Roman", "FangSong", "SimSun"
LANG = {"zh-Hans": "zh-CN", "vi": "vi-VN", "en": "en-GB"}
TWIPS_A_LINE = 340
# of a pair of a name and a value, how wide the name is, by pairs in a row
NAME_PART = {1: 0.31, 2: 0.42, 3: 0.47, 4: 0.5}
SHORT = 12
EMU_A_TWIP = 635
CELL_SIZE = "24"  # half points
BODY, PROPERTIES = "word/document.xml", "docProps/core.xml"
# the time of a member says nothing
NO_TIME = (1980, 1, 1, 0, 0, 0)


def docx(letter: Letter) -> bytes:
    """Return the document as an editable docx."""
    return next(each([letter]))


def each(letters: Iterable[Letter]) -> Iterator[bytes]:
    """Return each document as a docx. Documents of one kind of page share a sheet, which is cleared between them."""
    sheets: dict[tuple[str, str, bool], Sheet] = {}
    for letter in map(writable, letters):
        kind = letter.style, letter.head, letter.landscape
        if kind not in sheets:
            sheets[kind] = _sheet(letter)
        made = sheets[kind].made
        made._body.clear_content()
        draw(made, letter)
        yield _packed(sheets[kind])


@dataclass(frozen=True, slots=True)
class Sheet:
    """An empty document with its page and fonts, and the members of its file that no text changes."""

    made: Doc
    same: tuple[tuple[str, bytes], ...]


def _sheet(letter: Letter) -> Sheet:
    made = Document(BytesIO(_empty()))
    _page(made, letter)
    out = BytesIO()
    made.save(out)
    with zipfile.ZipFile(out) as file:
        same = tuple((n, file.read(n)) for n in file.namelist() if n not in (BODY, PROPERTIES))
    return Sheet(made, same)


def _packed(sheet: Sheet) -> bytes:
    """Return the file of a sheet as it is drawn now; the same words give the same bytes."""
    out = BytesIO()
    drawn = (
        (BODY, serialize_part_xml(sheet.made.element)),
        (PROPERTIES, serialize_part_xml(sheet.made.core_properties._element)),
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for name, content in (*sheet.same, *drawn):
            member = zipfile.ZipInfo(name, NO_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(member, content, compresslevel=1)
    return out.getvalue()


def draw(made: Doc, letter: Letter) -> None:
    """Draw a document on an empty sheet of its kind."""
    made.core_properties.title = letter.title
    made.core_properties.language = LANG[letter.lang]
    made.core_properties.author = letter.office
    if letter.style == "cn":
        _chinese_head(made, letter)
    else:
        _vietnamese_head(made, letter)
    for part in letter.parts:
        _part(made, letter, part)
    _foot(made, letter)


def _part(made: Doc, letter: Letter, part: Part) -> None:
    match part:
        case Line():
            _line(made, letter, part)
        case Points():
            for number, text in enumerate(part.items, 1):
                _body(made, letter, f"{number}. {text}")
        case Grid():
            _grid(made, part)
        case Table():
            _table(made, part)
        case Space():
            for _ in range(part.lines):
                made.add_paragraph("…" * 60)
        case Sign():
            _sign(made, letter, part)


@cache
def _empty() -> bytes:
    """Return python-docx's own empty document, read from the disk once."""
    out = BytesIO()
    Document().save(out)
    return out.getvalue()


def _page(made: Doc, letter: Letter) -> None:
    chinese = letter.style == "cn"
    section = made.sections[0]
    high, wide = Mm(297), Mm(210)
    top, bottom, left, right = (37, 35, 28, 26) if chinese else (20, 20, 30, 18)
    if chinese and letter.head == "plain":
        top, bottom, left, right = 20, 20, 24, 24
    if letter.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        high, wide, (top, bottom, left, right) = wide, high, (22, 20, 20, 20)
    section.page_width, section.page_height = wide, high
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    _page_numbers(section, chinese=chinese)
    sizes = {"Normal": 12.5 if letter.head == "plain" else 14, "Heading 1": 22, "Heading 2": 14}
    for name, size in (sizes if chinese else dict.fromkeys(sizes, 13) | {"Heading 1": 14}).items():
        _style(made, name, size)


def _page_numbers(section: Any, *, chinese: bool) -> None:
    """GB/T 9704: the number between strokes at the foot; Decree 30/2020: in the upper margin, not on the first page."""
    section.different_first_page_header_footer = not chinese
    line = (section.footer if chinese else section.header).paragraphs[0]
    line.alignment = ALIGN.CENTER
    if chinese:
        line.add_run("— ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    _add(_add(field, "r"), "t").text = "1"
    line._p.append(field)
    if chinese:
        line.add_run(" —")


def _style(made: Doc, name: str, size: float) -> None:
    style = made.styles[name]
    style.font.name, style.font.size = LATIN, Pt(size)
    style.font.color.rgb = None
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for place in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{place}"), LATIN)
    fonts.set(qn("w:eastAsia"), CHINESE if name == "Normal" else CHINESE_HEAD)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _centred(made: Doc, text: str, *, bold: bool = False, size: int = 0) -> Paragraph:
    line = made.add_paragraph()
    line.alignment = ALIGN.CENTER
    run = line.add_run(text)
    run.bold = bold
    if size:
        run.font.size = Pt(size)
    return line


def _heading(made: Doc, text: str, level: int = 1) -> None:
    line = made.add_paragraph(text)
    line._p.style = f"Heading{level}"  # by its id: the library looks a name up anew each time
    if level == 1:
        line.alignment = ALIGN.CENTER


def _chinese_head(made: Doc, letter: Letter) -> None:
    if letter.office:
        _centred(made, letter.office, size=16)
    _heading(made, letter.title)
    if letter.number:
        made.add_paragraph(letter.number).alignment = ALIGN.RIGHT


def _vietnamese_head(made: Doc, letter: Letter) -> None:
    for n, text in enumerate(letter.mark.split("\n") if letter.mark else ()):
        line = made.add_paragraph()
        line.alignment = ALIGN.RIGHT
        line.paragraph_format.space_after = Pt(0)
        run = line.add_run(text)
        run.bold, run.italic, run.font.size = n == 0, n > 0, Pt(10.5)
    if letter.head == "person":
        for text in letter.motto:
            _centred(made, text, bold=True)
    elif letter.head != "plain":
        _two_columns(
            made,
            ((letter.above.upper(), False), (letter.office.upper(), True), (letter.number, False)),
            (*((m, True) for m in letter.motto), (letter.dated, False)),
        )
    _heading(made, letter.title.upper())
    if letter.subject:
        _centred(made, letter.subject, bold=True)


def _two_columns(made: Doc, *columns: Iterable[tuple[str, bool]]) -> None:
    for cell, texts in zip(made.add_table(rows=1, cols=2).rows[0].cells, columns, strict=True):
        shown = [(text, bold) for text, bold in texts if text]
        for n, (text, bold) in enumerate(shown):
            line = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
            line.alignment = ALIGN.CENTER
            line.add_run(text).bold = bold


def _line(made: Doc, letter: Letter, part: Line) -> None:
    match part.kind:
        case "to":
            made.add_paragraph().add_run(part.text).bold = letter.style == "vn"
        case "centred":
            text = part.text if letter.style == "cn" else part.text.upper()
            _centred(made, text, bold=True)
        case "heading":
            _heading(made, part.text, 2)
        case "note":
            made.add_paragraph().add_run(part.text).font.size = Pt(10.5)
        case "cut":
            _centred(made, f"{'- ' * 18} {part.text} {'- ' * 18}")
        case "seal":
            for text in part.text.split("\n"):
                made.add_paragraph(text).alignment = ALIGN.RIGHT
        case "plain":
            made.add_paragraph(part.text)
        case "text":
            _body(made, letter, part.text)


def _body(made: Doc, letter: Letter, text: str) -> None:
    line = made.add_paragraph(text)
    line.paragraph_format.first_line_indent = Pt(28) if letter.style == "cn" else Cm(1)
    line.paragraph_format.line_spacing = 1.5
    line.alignment = ALIGN.JUSTIFY


def _sign(made: Doc, letter: Letter, part: Sign) -> None:
    for text in part.items:
        line = made.add_paragraph()
        line.paragraph_format.left_indent = Cm(7)
        run = line.add_run(text)
        if letter.style == "vn":
            line.alignment = ALIGN.CENTER
            run.bold = text == text.upper()
            run.italic = not run.bold


# -- tables: written as elements, which is many times faster than cell by cell through the library ---------


def _grid(made: Doc, part: Grid) -> None:
    of_name = NAME_PART[part.pairs]
    widths = [of_name / part.pairs, (1 - of_name) / part.pairs] * part.pairs
    rows = [[(cell, cell.name, cell.name) for cell in row] for row in part.rows]
    _draw_table(made, widths, rows)


def _table(made: Doc, part: Table) -> None:
    widths = [width / sum(part.widths) for width in part.widths]
    rows = [[(Cell(head), True, True) for head in part.heads]]
    rows += [[(Cell(text), False, len(text) <= SHORT) for text in row] for row in part.rows]
    _draw_table(made, widths, rows, heads=1)


def _draw_table(
    made: Doc,
    widths: Sequence[float],
    rows: Sequence[Sequence[tuple[Cell, bool, bool]]],
    heads: int = 0,
) -> None:
    """Add a table; a cell comes with whether it is bold and whether it is centred."""
    section = made.sections[0]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    whole = int(((page or 0) - (left or 0) - (right or 0)) / EMU_A_TWIP)
    table = made.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.set(qn("w:w"), str(int(width * whole)))
    for n, row in enumerate(rows):
        table._tbl.append(_row(row, widths, whole, head=n < heads))
    made.add_paragraph().paragraph_format.space_after = Pt(2)


def _row(
    row: Sequence[tuple[Cell, bool, bool]],
    widths: Sequence[float],
    whole: int,
    *,
    head: bool,
) -> Any:
    made = OxmlElement("w:tr")
    facts = _add(made, "trPr")
    lines = max(cell.lines for cell, _, _ in row)
    if head:
        _add(facts, "tblHeader")
    if lines > 1:
        _add(facts, "trHeight", val=str(lines * TWIPS_A_LINE), hRule="atLeast")
    at = 0
    for cell, bold, centred in row:
        width = int(sum(widths[at : at + cell.span]) * whole)
        at += cell.span
        made.append(_cell(cell, width, bold=bold and head, centred=centred))
    return made


def _cell(cell: Cell, width: int, *, bold: bool, centred: bool) -> Any:
    made = OxmlElement("w:tc")
    facts = _add(made, "tcPr")
    _add(facts, "tcW", w=str(width), type="dxa")
    if cell.span > 1:
        _add(facts, "gridSpan", val=str(cell.span))
    _add(facts, "vAlign", val="top" if cell.lines > 2 and not cell.name else "center")
    for text in cell.text.split("\n"):
        line = _add(made, "p")
        form = _add(line, "pPr")
        _add(form, "spacing", after="20", before="20")
        if centred:
            _add(form, "jc", val="center")
        run = _add(line, "r")
        style = _add(run, "rPr")
        if bold:
            _add(style, "b")
        _add(style, "sz", val=CELL_SIZE)
        words = _add(run, "t")
        words.text = text
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _add(above: Any, name: str, **facts: str) -> Any:
    made = OxmlElement(f"w:{name}")
    for key, value in facts.items():
        made.set(qn(f"w:{key}"), value)
    above.append(made)
    return made


# -- the end ------------------------------------------------------------------------------------------


def _foot(made: Doc, letter: Letter) -> None:
    if not letter.signed:
        return
    made.add_paragraph()
    if letter.style == "cn":
        for text in filter(None, (*letter.signed.split("\n"), letter.seal, letter.dated)):
            made.add_paragraph(text).alignment = ALIGN.RIGHT
        return
    left, right = made.add_table(rows=1, cols=2).rows[0].cells
    left.paragraphs[0].add_run(letter.copies_title).italic = True
    for text in letter.copies:
        left.add_paragraph(f"- {text}")
    right.paragraphs[0].alignment = ALIGN.CENTER
    right.paragraphs[0].add_run(letter.signed).bold = True
    if letter.seal:
        line = right.add_paragraph()
        line.alignment = ALIGN.CENTER
        line.add_run(letter.seal).italic = True
    if letter.signer:
        for text in ("", "", letter.signer):
            line = right.add_paragraph()
            line.alignment = ALIGN.CENTER
            line.add_run(text).bold = True
