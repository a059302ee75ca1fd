"""Sets a review as an editable document: page, type and spacing as the country prescribes."""

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Doc
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from songfa.papers.review.sheet import Part, Sheet, Table

EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Style:
    """Fonts, sizes in points and margins in millimetres (top, right, bottom, left)."""

    title: str
    heading: str
    body: str
    latin: str
    title_size: float
    size: float
    line: float  # points; 0: by the line
    margins: tuple[float, float, float, float]


STYLES = {
    # GB/T 9704-2012: 7.2.1 title in size 2, 7.3.3 body in size 3 FangSong, 5.2 margins
    "cn": Style(
        "方正小标宋简体", "黑体", "仿宋", "Times New Roman", 22, 16, 28.95, (37, 26, 35, 28)
    ),
    # Decree 30/2020/NĐ-CP, Annex I: Times New Roman 13-14, margins 20-25, 15-20, 20-25, 30-35
    "vn": Style(
        "Times New Roman",
        "Times New Roman",
        "Times New Roman",
        "Times New Roman",
        14,
        14,
        0,
        (20, 20, 20, 30),
    ),
}


def write(sheet: Sheet) -> bytes:
    """Return the document; the same sheet always gives the same bytes."""
    style = STYLES[sheet.style]
    document = Document()
    _page(document, style, sheet)
    if sheet.style == "vn":
        _vietnamese_head(document, style, sheet)
    else:
        _line(
            document,
            sheet.title,
            style,
            WD_ALIGN_PARAGRAPH.CENTER,
            font=style.title,
            size=style.title_size,
            after=18,
        )
    for part in sheet.parts:
        _part(document, part, style)
    _table(document, sheet.table, style)
    for note in sheet.notes:
        _line(document, note, style, size=style.size - 4)
    for text in (sheet.issuer, sheet.dated) if sheet.style == "cn" else (sheet.signature,):
        _line(document, text, style, WD_ALIGN_PARAGRAPH.RIGHT, bold=sheet.style == "vn")
    return _stable(document)


def _page(document: Doc, style: Style, sheet: Sheet) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(
        Mm, style.margins
    )
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = style.latin, Pt(style.size)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), style.body)
    about = document.core_properties
    about.title, about.author, about.language = sheet.title, sheet.issuer, sheet.language
    about.created = about.modified = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def _line(
    document: Doc, text: str, style: Style, align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY, *,
    font: str = "", size: float = 0, bold: bool = False, indent: bool = False, after: float = 0,
) -> Paragraph:  # fmt: skip
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after = Pt(0), Pt(after or (0 if style.line else 6))
    if style.line:
        shape.line_spacing_rule, shape.line_spacing = (
            WD_LINE_SPACING.EXACTLY,
            Pt(max(style.line, size * 1.4)),
        )
    if indent:
        shape.first_line_indent = Pt(style.size * 2) if style.line else Mm(10)
    _dress(paragraph.add_run(text), style, font or style.body, size or style.size, bold=bold)
    return paragraph


def _dress(run: Run, style: Style, font: str, size: float, *, bold: bool) -> None:
    run.font.name, run.font.size, run.bold = style.latin, Pt(size), bold
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _part(document: Doc, part: Part, style: Style) -> None:
    heading = document.add_heading(level=1)
    heading.paragraph_format.space_before = Pt(6)
    _dress(heading.add_run(part.heading), style, style.heading, style.size, bold=not style.line)
    heading.runs[0].font.color.rgb = None
    for text in part.paragraphs:
        _line(document, text, style, indent=True)


def _vietnamese_head(document: Doc, style: Style, sheet: Sheet) -> None:
    frame = document.add_table(rows=1, cols=2)
    frame.alignment = WD_TABLE_ALIGNMENT.CENTER
    left, right = frame.rows[0].cells
    _cell(left, sheet.issuer.upper(), style, bold=True)
    _cell(right, f"{sheet.state}\n{sheet.motto}\n{sheet.dated}", style, bold=True)
    _line(document, sheet.kind, style, WD_ALIGN_PARAGRAPH.CENTER, bold=True)
    _line(document, sheet.title, style, WD_ALIGN_PARAGRAPH.CENTER, bold=True, after=12)


def _cell(
    cell: _Cell,
    text: str,
    style: Style,
    *,
    bold: bool = False,
    right: bool = False,
    size: float = 0,
) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if right else WD_ALIGN_PARAGRAPH.CENTER
    if not right and not bold:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    _dress(paragraph.add_run(text), style, style.body, size or style.size - 2, bold=bold)


def _table(document: Doc, table: Table, style: Style) -> None:
    _line(
        document,
        table.caption,
        style,
        WD_ALIGN_PARAGRAPH.CENTER,
        font=style.heading,
        size=style.size - 2,
        bold=not style.line,
    )
    grid = document.add_table(rows=1, cols=len(table.heads), style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, head in zip(grid.rows[0].cells, table.heads, strict=True):
        _cell(cell, head, style, bold=True, size=style.size - 4)
    repeat = OxmlElement("w:tblHeader")
    grid.rows[0]._tr.get_or_add_trPr().append(repeat)
    for row in table.rows:
        cells = grid.add_row().cells
        for n, (cell, text) in enumerate(zip(cells, row, strict=True)):
            _cell(cell, text, style, right=n >= table.words, size=style.size - 4)


def _stable(document: Doc) -> bytes:
    """Write the package without the clock's time in it."""
    raw, out = BytesIO(), BytesIO()
    document.save(raw)
    with ZipFile(raw) as read, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in read.namelist():
            made.writestr(ZipInfo(name, EPOCH), read.read(name), ZIP_DEFLATED)
    return out.getvalue()
