"""Files into lines: encodings, Word, PDF, and every kind of bad file with its own problem."""

import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from songfa.papers.intake import MAX_BYTES, Document, read_document
from songfa.rules.problems import Problem
from songfa.words.say import say

TEXT = "社区普法活动方案\n\n一、活动内容\n1.举办讲座。"
VIET = "KẾ HOẠCH\nPhổ biến, giáo dục pháp luật"


def refused(name: str, data: bytes) -> tuple[str, str | None]:
    with pytest.raises(Problem) as caught:
        read_document(name, data)
    problem = caught.value
    for lang in ("en", "zh-Hans", "vi"):
        assert say(f"problem-{problem.code.replace('_', '-')}", lang=lang, **problem.facts)
    return problem.code, problem.facts.get("reason")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"]
)
def test_encodings(encoding: str) -> None:
    data = TEXT.encode(encoding)
    if encoding in {"utf-16-le", "utf-16-be"}:
        data = "\ufeff".encode(encoding) + data
    assert read_document("a.txt", data).lines == tuple(TEXT.split("\n"))


def test_decomposed_vietnamese_is_composed() -> None:
    data = unicodedata.normalize("NFD", VIET).encode()
    assert read_document("a.txt", data).lines == tuple(VIET.split("\n"))


def test_every_line_end_counts_one() -> None:
    assert read_document("a.txt", b"a b\r\nc\rd\ne\x0cf\n").lines == ("a b", "c", "d", "e\x0cf")


def docx(**parts: str) -> bytes:
    import docx as word

    made = word.Document()
    made.add_paragraph(parts.get("text", "方案"))
    table = made.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "甲"
    table.cell(0, 2).merge(table.cell(1, 2)).text = "乙"
    table.cell(1, 0).text = "丙"
    made.add_paragraph("")
    made.add_paragraph("编号", style="List Number")
    made.add_paragraph("圆点", style="List Bullet")
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_word_lines_rows_and_numbers() -> None:
    document = read_document("a.docx", docx())
    assert document.lines == ("方案", "甲\t乙", "丙\t\t乙", "", "编号", "圆点")
    assert [[(c.text, c.first, c.last) for c in r.cells] for r in document.rows] == [
        [("甲", 0, 1), ("乙", 2, 2)],
        [("丙", 0, 0), ("", 1, 1), ("乙", 2, 2)],
    ]
    assert document.numbered == {5: 0}


def archive(**files: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def bomb() -> bytes:
    return archive(**{"word__document.xml": b"<a>" + b" " * (110 * 1024 * 1024)})


@pytest.mark.parametrize(
    ("name", "data", "code", "reason"),
    [
        ("empty.txt", b"", "file_empty", None),
        ("blank.txt", b"\xef\xbb\xbf \r\n\t", "file_empty", None),
        ("big.txt", b"a" * (MAX_BYTES + 1), "file_too_large", None),
        ("renamed.docx", TEXT.encode(), "file_unreadable", "not_docx"),
        ("renamed.pdf", TEXT.encode(), "file_unreadable", "not_pdf"),
        ("other.docx", archive(hello=b"x"), "file_kind_unknown", None),
        ("broken.docx", archive(word__document_xml=b"x")[:40], "file_unreadable", "damaged_docx"),
        (
            "broken2.docx",
            archive(**{"word__document.xml": b"<w"}),
            "file_unreadable",
            "damaged_docx",
        ),
        ("old.doc", b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "file_unreadable", "old_or_locked"),
        ("noise.bin", bytes(range(256)) * 40, "file_kind_unknown", None),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(range(1, 32)) * 60, "file_kind_unknown", None),
        ("broken.pdf", b"%PDF-1.7\nrubbish", "file_unreadable", "damaged_pdf"),
    ],
)
def test_bad_files(name: str, data: bytes, code: str, reason: str | None) -> None:
    assert refused(name, data) == (code, reason)


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    assert refused("bomb.docx", bomb()) == ("file_too_large", None)


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(bomb())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    code, _ = refused("bomb.docx", bytes(data))
    assert code in {"file_too_large", "file_unreadable"}


def test_a_locked_archive() -> None:
    data = bytearray(archive(**{"word__document.xml": b"<a/>"}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    assert refused("locked.docx", bytes(data)) == ("file_unreadable", "old_or_locked")


def test_a_scan_holds_no_text() -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(width=300, height=300)
    out = BytesIO()
    writer.write(out)
    assert refused("scan.pdf", out.getvalue()) == ("file_no_text", None)


def pdf(lines: list[str]) -> bytes:
    import typst

    text = "#set page(width: 12cm)\n#set text(size: 10pt)\n" + " \\\n".join(lines)
    made = typst.compile(text.encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


def test_pdf_lines_that_were_wrapped_are_joined() -> None:
    long = (
        "1. Hold a talk about rights "
        + "for everyone who lives in the town " * 4
        + "and write a report."
    )
    document = read_document(
        "plan.pdf", pdf([long, "2. Print leaflets for visitors of the office."])
    )
    kept = [line for line in document.lines if line.strip()]
    assert kept[0].startswith("1. Hold")
    assert kept[0].endswith("a report.")
    assert kept[1].startswith("2. Print")


def test_a_line_without_end_is_cut_and_said() -> None:
    document = read_document("long.txt", ("方案" * 20_000).encode())
    assert document.warnings == ("long_line_cut",)
    assert say("paper-warning-long-line-cut", lang="vi")


def test_the_name_is_shown_without_folders() -> None:
    with pytest.raises(Problem) as caught:
        read_document("/somewhere/x.txt", b"")
    assert caught.value.facts["name"] == Path("x.txt").name


def test_documents_are_records() -> None:
    assert Document(lines=("a",), kind="txt") == Document(lines=("a",), kind="txt")
