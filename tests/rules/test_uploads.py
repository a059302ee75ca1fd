"""What uploads are, whether all of them came, and what pictures no longer tell."""

import io
import struct
import sys
from pathlib import Path

import pytest

from songfa.papers.scanner import scan
from songfa.papers.uploads import bare, complete, pages, sniff
from songfa.rules.problems import Problem

image = pytest.importorskip("PIL.Image", reason="Pillow makes the pictures")
GPS = 0x8825


def picture(form: str, turned: int = 1) -> bytes:
    drawn = image.new("RGB", (24, 16), (200, 30, 30))
    exif = image.Exif()
    exif[0x0112], exif[0x010F], exif[0x0132] = turned, "ACME Phone", "2026:11:01 09:00:00"
    exif.get_ifd(GPS)[1] = "N"
    out = io.BytesIO()
    drawn.save(out, form, exif=exif.tobytes())
    return out.getvalue()


@pytest.mark.parametrize("form", ["jpeg", "png", "webp"])
def test_a_picture_loses_what_it_tells_and_keeps_what_it_shows(form: str) -> None:
    data = picture(form)
    left = bare(data, form)
    assert b"ACME" in data
    assert b"ACME" not in left
    assert b"2026:11:01" not in left
    before, after = (image.open(io.BytesIO(x)).convert("RGB") for x in (data, left))
    assert before.tobytes() == after.tobytes()
    assert complete(left, form)
    assert not dict(image.open(io.BytesIO(left)).getexif())


def test_a_photograph_stays_turned() -> None:
    left = bare(picture("jpeg", turned=6), "jpeg")
    assert dict(image.open(io.BytesIO(left)).getexif()) == {0x0112: 6}


@pytest.mark.parametrize("form", ["jpeg", "png", "webp"])
def test_half_a_picture_is_not_all_of_it(form: str) -> None:
    data = picture(form)
    assert sniff(data) == form
    assert complete(data, form)
    assert not complete(data[: len(data) // 2], form)
    assert bare(data[: len(data) // 2], form)  # nothing breaks


def test_a_picture_that_is_none_stays_as_it_is() -> None:
    for data in (
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe1\xff\xff",
        b"\xff\xd8\xff\xe1\0\x10Exif\0\0XX",
        b"",
    ):
        assert bare(data, "jpeg") == data
    assert bare(b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 9), "png")


def test_pages_of_a_pdf() -> None:
    from pypdf import PdfWriter

    writer, out = PdfWriter(), io.BytesIO()
    for _ in range(3):
        writer.add_blank_page(100, 100)
    writer.write(out)
    data = out.getvalue()
    assert (sniff(data), pages(data, "pdf"), complete(data, "pdf")) == ("pdf", 3, True)
    assert not complete(data[:-40], "pdf")
    assert pages(b"%PDF-1.7 nothing", "pdf") is None


@pytest.mark.parametrize(
    ("does", "code", "why"),
    [
        ("raise SystemExit(0)", "", ""),
        ("import sys; raise SystemExit(1 if b'EICAR' in sys.stdin.buffer.read() else 0)", "document_unwanted", ""),
        ("raise SystemExit(2)", "document_unscanned", "failed"),
    ],
)  # fmt: skip
def test_the_scanner_answers(tmp_path: Path, does: str, code: str, why: str) -> None:
    script = tmp_path / "scanner.py"
    script.write_text(does)
    command = f"{sys.executable} {script}"
    if not code:
        scan("a.pdf", b"EICAR", command)
        return
    with pytest.raises(Problem, match=code) as refused:
        scan("a.pdf", b"EICAR", command)
    assert refused.value.facts.get("why", "") == why


def test_a_scanner_that_is_not_there_refuses() -> None:
    with pytest.raises(Problem, match="document_unscanned") as refused:
        scan("a.pdf", b"x", "/nowhere/clamdscan -")
    assert refused.value.facts["why"] == "missing"
