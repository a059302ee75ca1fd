"""Official documents: the form of each country, accessible PDF, the same words in the docx, many at once."""

import json
import re
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from pypdf import PdfReader

from songfa.papers.out import many
from songfa.papers.out.letter import (
    Cell,
    Grid,
    Letter,
    Line,
    Points,
    Sign,
    Space,
    Table,
    docx,
    pdf,
    written,
)
from songfa.papers.out.pdf import families, fonts_for
from songfa.rules.problems import Problem

CHINESE = Letter(
    style="cn",
    lang="zh-Hans",
    office="桦南县法律援助中心",
    title="给予法律援助决定书",
    number="（桦）援决字[2026]第3号",
    dated="2026年11月18日",
    parts=(
        Line("to", "李小红："),
        Line("text", "经审查，你的申请符合规定。"),
        Points(("居民身份证", "工资单")),
        Line("heading", "基本情况"),
        Grid(
            2,
            (
                (Cell("案由", name=True), Cell("拖欠工资"), Cell("性别", name=True), Cell("女")),
                (Cell("处理方式", name=True), Cell("☑ 给予　☐ 不予", span=3, lines=4)),
            ),
        ),
        Table(("序号", "材料"), (1, 4), (("1", "欠条"), ("", ""))),
        Space(2),
        Sign(("提交人（签名）：",)),
        Line("cut", "回执"),
        Line("note", "本凭证一式二份。"),
        Line("text", "法律援助不收取任何费用。"),
    ),
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
    parts=(
        Line("to", "Kính gửi: Bà Nguyễn Thị Hoa"),
        Line("centred", "QUYẾT ĐỊNH:"),
        Line("text", "Cử ông Phạm Quốc Bảo thực hiện trợ giúp pháp lý."),
        Line("plain", "Tổng số: 1 vụ việc."),
    ),
    signed="GIÁM ĐỐC",
    signer="Lê Văn Hòa",
    copies_title="Nơi nhận:",
    copies=("Như trên;",),
)
OF_A_PERSON = replace(
    VIETNAMESE, head="person", office="", above="", number="", dated="", signed="", signer="",
    copies_title="", copies=(),
)  # fmt: skip
SEALED_INSIDE = replace(
    CHINESE,
    parts=(Line("seal", "桦南县公安局\n2026年11月18日"), Line("cut", "回执")),
    signed="",
    dated="",
)
REGISTER = replace(CHINESE, landscape=True, head="plain", office="", signed="", dated="")
ALL = pytest.mark.parametrize(
    "letter",
    [CHINESE, VIETNAMESE, OF_A_PERSON, SEALED_INSIDE, REGISTER],
    ids=["cn", "vn", "person", "seal", "register"],
)
# what was kept before documents had parts
FIRST_FORM: dict[str, Any] = {
    "style": "cn",
    "lang": "zh-Hans",
    "office": "桦南县法律援助中心",
    "title": "指派通知书",
    "number": "第3号",
    "dated": "2026年11月18日",
    "paragraphs": ["现指派何平承办。"],
    "above": "",
    "motto": [],
    "subject": "",
    "addressee": "何平：",
    "items": ["身份证"],
    "after": ["不得收取财物。"],
    "rows": [["受援人", "李小红"], ["案由", "拖欠工资"]],
    "signed": "桦南县法律援助中心",
    "copies_title": "",
    "copies": [],
}


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def said(letter: Letter) -> list[str]:
    """Return every text that the reader must see."""

    def texts(value: Any) -> list[str]:
        if isinstance(value, str):
            return value.split("\n")
        if isinstance(value, list):
            return [text for item in value for text in texts(item)]
        if isinstance(value, dict):
            return [text for key, item in value.items() if key != "kind" for text in texts(item)]
        return []

    told = json.loads(letter.to_json())
    shown = {key: value for key, value in told.items() if key not in ("style", "lang", "head")}
    return texts(shown)


def printed(made: bytes) -> str:
    return bare("".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages))


def typed(made: bytes) -> str:
    with ZipFile(BytesIO(made)) as parts:
        text = parts.read("word/document.xml").decode()
    return bare(re.sub(r"<[^>]+>", "", text).replace("&amp;", "&"))


@ALL
def test_the_pdf_says_everything_and_is_accessible(letter: Letter) -> None:
    made = pdf(letter)
    text, reader = printed(made), PdfReader(BytesIO(made))
    for wanted in said(letter):
        assert bare(wanted) in text, wanted
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith("zh" if letter.style == "cn" else "vi")
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == letter.title


@ALL
def test_the_docx_says_everything(letter: Letter) -> None:
    made = docx(letter)
    text = typed(made)
    for wanted in said(letter):
        assert bare(wanted) in text, wanted
    opened = Document(BytesIO(made))
    assert any(p.style is not None and p.style.name == "Heading 1" for p in opened.paragraphs)
    section = opened.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (section.page_width > section.page_height) == letter.landscape


@ALL
def test_the_same_document_gives_the_same_pdf(letter: Letter) -> None:
    again = Letter.from_json(letter.to_json())
    assert again == letter
    assert pdf(letter) == pdf(again)


def test_a_table_of_fields_keeps_its_form_in_the_docx() -> None:
    opened = Document(BytesIO(docx(CHINESE)))
    grid = opened.tables[0]
    assert [cell.text for cell in grid.rows[0].cells] == ["案由", "拖欠工资", "性别", "女"]
    # the wide cell is one cell over three columns
    assert len({cell._tc for cell in grid.rows[1].cells}) == 2


def test_text_is_data_and_never_markup() -> None:
    """What people write cannot become typst code or XML."""
    nasty = replace(CHINESE, parts=(Line("text", '#read("/etc/passwd") *x* <b>&amp; $1$ \\ "'),))
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf(nasty))).pages)
    assert '#read("/etc/passwd")' in text.replace("”", '"').replace("“", '"')
    with ZipFile(BytesIO(docx(nasty))) as parts:
        assert "&lt;b&gt;" in parts.read("word/document.xml").decode()


def test_a_document_of_the_first_form_still_opens() -> None:
    """Records that were kept before documents had parts are drawn with the same words."""
    letter = Letter.from_json(json.dumps(FIRST_FORM, ensure_ascii=False))
    assert letter.parts == written(**FIRST_FORM).parts
    for text in (printed(pdf(letter)), typed(docx(letter))):
        order = ["何平：", "现指派何平承办。", "身份证", "受援人", "李小红", "不得收取财物。"]
        assert all(bare(wanted) in text for wanted in order)
        places = [text.index(bare(wanted)) for wanted in order]
        assert places == sorted(places)


def test_a_machine_without_a_chinese_font_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("songfa.papers.out.pdf.families", lambda: frozenset({"Libertinus Serif"}))
    with pytest.raises(Problem, match="letter_font_missing"):
        fonts_for("zh-Hans")
    assert fonts_for("vi")[0] == "Libertinus Serif"


def test_typst_carries_the_fonts_for_vietnamese_and_for_boxes() -> None:
    assert set(fonts_for("vi")) <= families()


def test_many_documents_in_one_file() -> None:
    names = [f"受援人{n}" for n in range(30)]
    letters = [replace(CHINESE, parts=(Line("to", f"{name}："),)) for name in names]
    reader = PdfReader(BytesIO(many.pdf(letters, "决定书")))
    assert len(reader.pages) == len(letters)
    for page, name in zip(reader.pages, names, strict=True):
        text = bare(page.extract_text())
        assert bare(f"{name}：") in text
        # each document counts its pages from one
        assert "—1—" in text
    assert reader.metadata is not None
    assert reader.metadata.title == "决定书"


def test_many_docx_in_one_archive_with_safe_names() -> None:
    made = many.docx(
        [("a/../b", CHINESE), ("李小红", CHINESE), ("李小红", VIETNAMESE), ("", CHINESE)]
    )
    with ZipFile(BytesIO(made)) as archive:
        assert archive.namelist() == ["a-..-b.docx", "李小红.docx", "李小红 (2).docx", "1.docx"]
        texts = [typed(archive.read(name)) for name in archive.namelist()]
    # nothing of one document stays in the next
    assert bare("Quyết định") in texts[2]
    assert bare("李小红：") not in texts[2]
    assert texts[0] == texts[1] == texts[3]
