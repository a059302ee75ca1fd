"""Draws a letter as docx with python-docx: real headings, a real table, fonts for both scripts."""

from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.text.paragraph import Paragraph

from songfa.papers.out.letter import Letter

LATIN, CHINESE = "Times New Roman", "SimSun"
LANG = {"zh-Hans": "zh-CN", "vi": "vi-VN", "en": "en-GB"}


def draw(letter: Letter) -> Doc:
    made = Document()
    _page(made, letter)
    if letter.style == "cn":
        _chinese_head(made, letter)
    else:
        _vietnamese_head(made, letter)
    if letter.addressee:
        made.add_paragraph().add_run(letter.addressee).bold = letter.style == "vn"
    for text in letter.paragraphs:
        _body(made, letter, text)
    for number, text in enumerate(letter.items, 1):
        _body(made, letter, f"{number}. {text}")
    if letter.rows:
        _table(made, letter)
    for text in letter.after:
        _body(made, letter, text)
    _foot(made, letter)
    return made


def _page(made: Doc, letter: Letter) -> None:
    chinese = letter.style == "cn"
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    top, bottom, left, right = (37, 35, 28, 26) if chinese else (20, 20, 30, 18)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    made.core_properties.title = letter.title
    made.core_properties.language = LANG[letter.lang]
    made.core_properties.author = letter.office
    for name, size in (("Normal", 14 if chinese else 13), ("Heading 1", 22 if chinese else 14)):
        style = made.styles[name]
        style.font.name, style.font.size = LATIN, Pt(size)
        style.font.color.rgb = None
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for place in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{place}"), LATIN)
        fonts.set(qn("w:eastAsia"), CHINESE)
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


def _heading(made: Doc, text: str) -> None:
    line = made.add_heading(text, level=1)
    line.alignment = ALIGN.CENTER


def _chinese_head(made: Doc, letter: Letter) -> None:
    _centred(made, letter.office, size=16)
    _heading(made, letter.title)
    if letter.number:
        made.add_paragraph(letter.number).alignment = ALIGN.RIGHT


def _vietnamese_head(made: Doc, letter: Letter) -> None:
    left, right = made.add_table(rows=1, cols=2).rows[0].cells
    lines = ((letter.above.upper(), False), (letter.office.upper(), True), (letter.number, False))
    for cell, texts in (
        (left, lines),
        (right, (*((m, True) for m in letter.motto), (letter.dated, False))),
    ):
        shown = [(text, bold) for text, bold in texts if text]
        for n, (text, bold) in enumerate(shown):
            line = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
            line.alignment = ALIGN.CENTER
            line.add_run(text).bold = bold
    _heading(made, letter.title.upper())
    if letter.subject:
        _centred(made, letter.subject, bold=True)


def _body(made: Doc, letter: Letter, text: str) -> None:
    line = made.add_paragraph(text)
    line.paragraph_format.first_line_indent = Pt(28) if letter.style == "cn" else Cm(1)
    line.paragraph_format.line_spacing = 1.5
    line.alignment = ALIGN.JUSTIFY


def _table(made: Doc, letter: Letter) -> None:
    table = made.add_table(rows=0, cols=2, style="Table Grid")
    for name, value in letter.rows:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(name).bold = True
        cells[1].text = value


def _foot(made: Doc, letter: Letter) -> None:
    made.add_paragraph()
    if letter.style == "cn":
        for text in (letter.signed, letter.dated):
            made.add_paragraph(text).alignment = ALIGN.RIGHT
        return
    left, right = made.add_table(rows=1, cols=2).rows[0].cells
    left.paragraphs[0].add_run(letter.copies_title).italic = True
    for text in letter.copies:
        left.add_paragraph(f"- {text}")
    right.paragraphs[0].alignment = ALIGN.CENTER
    right.paragraphs[0].add_run(letter.signed).bold = True
