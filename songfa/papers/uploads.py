"""Files that people hand in: what their bytes are, a harmless name, whether all of it came, what they hold beside.

Plain Python: nothing is stored here.
"""

import hashlib
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Container
from dataclasses import dataclass
from pathlib import PurePath

from songfa.papers.pictures import without_notes
from songfa.rules.problems import EVIDENCE_KIND, EVIDENCE_LARGE, FILE_EMPTY

MEGABYTE = 1024 * 1024
NAME_LENGTH = 120
# what a browser is told; documents are always saved, never opened in our own origin
TYPES = {
    "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp", "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "txt": "text/plain; charset=utf-8", "zip": "application/zip",
}  # fmt: skip
ENDINGS = {"jpeg": ".jpg"}
# what `sniff` knows
KINDS = ("jpeg", "png", "webp", "pdf", "docx", "xlsx")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: the sender's name for it and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Checked:
    """An upload that may be kept: a harmless name, what the bytes are, the bytes."""

    name: str
    kind: str
    data: bytes


def checked(upload: Upload, largest: int, kinds: Container[str] = KINDS) -> Checked:
    """Return an upload as it may be kept. `largest` is a number of bytes.

    Raises FILE_EMPTY, EVIDENCE_LARGE, EVIDENCE_KIND (of none of the kinds that are taken).
    """
    kind = sniff(upload.data)
    name = clean_name(upload.name, kind)
    if not upload.data:
        raise FILE_EMPTY(name=name)
    if len(upload.data) > largest:
        raise EVIDENCE_LARGE(name=name, limit=largest // MEGABYTE)
    if kind is None or kind not in kinds:
        raise EVIDENCE_KIND(name=name)
    return Checked(name, kind, upload.data)


def fingerprint(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def clean_name(name: str, kind: str | None) -> str:
    """Return a name without folders, control and direction marks or reserved signs, with the ending of its kind.

    A file of no kind that we keep has the ending that it came with: the name is for a sentence about it.
    """
    text = PurePath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    stem = "" if text in ("", "..") else PurePath(text).stem if kind else text
    kept = "".join(c for c in stem if unicodedata.category(c)[0] != "C" and c not in '<>:"|?*%;')
    kept = re.sub(r"\s+", " ", kept).strip(" .")[:NAME_LENGTH]
    return (kept or "file") + (ENDINGS.get(kind, f".{kind}") if kind else "")


def sniff(data: bytes) -> str | None:
    """Return what the bytes are, by themselves: jpeg, png, webp, pdf, docx, xlsx; None for anything else."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data.startswith(b"%PDF-"):
        return "pdf"
    return _office(data) if data.startswith(b"PK\x03\x04") else None


def _office(data: bytes) -> str | None:
    """Return docx or xlsx for one without macros."""
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None
    if any(n.endswith("vbaProject.bin") for n in names):
        return None
    if "word/document.xml" in names:
        return "docx"
    return "xlsx" if "xl/workbook.xml" in names else None


# -- whether all of it came ---------------------------------------------------------------------------

PDF_END = 2048


def complete(data: bytes, kind: str) -> bool:
    """Return whether the bytes of a kind that `sniff` knows have their end: an upload may stop half-way."""
    if kind == "jpeg":
        return b"\xff\xd9" in data[-64:]
    if kind == "png":
        return b"IEND" in data[-16:]
    if kind == "webp":
        return len(data) >= int.from_bytes(data[4:8], "little") + 8
    if kind == "pdf":
        return b"%%EOF" in data[-PDF_END:]
    return True  # the directory of a docx or xlsx stands at its end, and was read


def bare(data: bytes, kind: str) -> bytes:
    """Return a picture without what it tells of its place, time, device and maker; the picture itself is untouched.

    A photograph keeps the way it is turned. Other kinds, and pictures that are not well formed, stay as they are.
    """
    left = without_notes(kind, data)
    return left if complete(left, kind) else data


# -- how long it is -----------------------------------------------------------------------------------

PAGES_SAID = re.compile(rb"<Pages>(\d{1,5})</Pages>")
PROPERTIES = 64 * 1024


def pages(data: bytes, kind: str) -> int | None:
    """Return how many pages a document has: counted in a PDF, as Word says it in a docx; None when nobody knows."""
    if kind in ("jpeg", "png", "webp"):
        return 1
    if kind == "docx":
        return _pages_of_word(data)
    return _pages_of_pdf(data) if kind == "pdf" else None


def _pages_of_word(data: bytes) -> int | None:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        with archive.open("docProps/app.xml") as part:
            found = PAGES_SAID.search(part.read(PROPERTIES))
    except (
        KeyError,
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
        zlib.error,
    ):
        return None
    return int(found[1]) or None if found else None


def _pages_of_pdf(data: bytes) -> int | None:
    from pypdf import PdfReader  # noqa: PLC0415 - loads slowly

    try:
        return len(PdfReader(io.BytesIO(data)).pages) or None
    except Exception:  # pypdf raises many kinds for a damaged or locked file
        return None
