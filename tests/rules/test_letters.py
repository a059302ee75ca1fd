"""Official letters: the form of each country, accessible PDF, the same words in the docx."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from pypdf import PdfReader

from songfa.papers.out.letter import Letter, docx, families, fonts_for, pdf
from songfa.rules.problems import Problem

CHINESE = Letter(
    style="cn",
    lang="zh-Hans",
    office="桦南县法律援助中心",
    title="给予法律援助决定书",
    number="（桦）援决字[2026]第3号",
    dated="2026年11月18日",
    addressee="李小红：",
    paragraphs=("经审查，你的申请符合规定。",),
    items=("居民身份证", "工资单"),
    rows=(("案由", "拖欠工资"),),
    after=("法律援助不收取任何费用。",),
    signed="桦南县法律援助中心",
)
VIETNAMESE = Letter(
    style="vn",
    lang="vi",
    office="Trung tâm Trợ giúp pháp lý nhà nước",
    above="Sở Tư pháp",
    title="Quyết định",
    subject="Về việc cử người tham gia tố tụng",
    number="Số: 01/QĐ-TT",
    dated="Cần Thơ, ngày 18 tháng 11 năm 2026",
    motto=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    addressee="Kính gửi: Bà Nguyễn Thị Hoa",
    paragraphs=("Cử ông Phạm Quốc Bảo thực hiện trợ giúp pháp lý.",),
    signed="GIÁM ĐỐC",
    copies_title="Nơi nhận:",
    copies=("Như trên;",),
)
BOTH = pytest.mark.parametrize("letter", [CHINESE, VIETNAMESE], ids=["cn", "vn"])


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def said(letter: Letter) -> list[str]:
    """Return every text that the reader must see."""
    return [
        letter.title,
        letter.number,
        letter.dated,
        letter.addressee,
        letter.signed,
        *letter.paragraphs,
        *letter.items,
        *letter.after,
        *letter.motto,
        *(cell for row in letter.rows for cell in row),
    ]


@BOTH
def test_the_pdf_says_everything_and_is_accessible(letter: Letter) -> None:
    reader = PdfReader(BytesIO(pdf(letter)))
    text = bare("".join(page.extract_text() for page in reader.pages)).casefold()
    for wanted in said(letter):
        assert bare(wanted).casefold() in text, wanted
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith("zh" if letter.style == "cn" else "vi")
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == letter.title


@BOTH
def test_the_docx_says_everything(letter: Letter) -> None:
    made = Document(BytesIO(docx(letter)))
    cells = [c.text for t in made.tables for row in t.rows for c in row.cells]
    text = bare("".join([*(p.text for p in made.paragraphs), *cells])).casefold()
    for wanted in said(letter):
        assert bare(wanted).casefold() in text, wanted
    assert made.paragraphs
    assert any(p.style is not None and p.style.name == "Heading 1" for p in made.paragraphs)


@BOTH
def test_the_same_letter_gives_the_same_pdf(letter: Letter) -> None:
    assert pdf(letter) == pdf(Letter.from_json(letter.to_json()))


def test_text_is_data_and_never_markup() -> None:
    """What people write cannot become typst code or XML."""
    nasty = replace(CHINESE, paragraphs=('#read("/etc/passwd") *x* <b>&amp; $1$ \\ "',))
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf(nasty))).pages)
    assert '#read("/etc/passwd")' in text.replace("”", '"').replace("“", '"')
    with ZipFile(BytesIO(docx(nasty))) as parts:
        assert "&lt;b&gt;" in parts.read("word/document.xml").decode()


def test_a_machine_without_a_chinese_font_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "songfa.papers.out.letter.families", lambda: frozenset({"Libertinus Serif"})
    )
    with pytest.raises(Problem, match="letter_font_missing"):
        fonts_for("zh-Hans")
    assert fonts_for("vi") == ["Libertinus Serif"]


def test_typst_carries_a_font_for_vietnamese() -> None:
    assert "Libertinus Serif" in families()
