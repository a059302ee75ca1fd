"""Files that people hand in: what their bytes are, a harmless name, and where the bytes lie."""

import hashlib
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from songfa.papers.pictures import without_notes
from songfa.rules.problems import (
    EVIDENCE_KIND,
    EVIDENCE_LARGE,
    EVIDENCE_MANY,
    FILE_EMPTY,
    NOT_FOUND,
)

MEGABYTE = 1024 * 1024
EVIDENCE_BYTES = 10 * MEGABYTE
EVIDENCE_FILES = 6
NAME_LENGTH = 120
# what a browser is told; documents are always saved, never opened in our own origin
TYPES = {
    "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp", "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "txt": "text/plain; charset=utf-8",
}  # fmt: skip
ENDINGS = {"jpeg": ".jpg"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: the sender's name for it and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Checked:
    """An upload that may be kept."""

    name: str
    kind: str
    data: bytes


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
    """A docx or xlsx without macros."""
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None
    if any(n.endswith("vbaProject.bin") for n in names):
        return None
    if "word/document.xml" in names:
        return "docx"
    return "xlsx" if "xl/workbook.xml" in names else None


def check(uploads: Iterable[Upload]) -> list[Checked]:
    """Return the uploads as they may be kept, pictures without what the camera wrote beside them.

    Raises EVIDENCE_MANY, EVIDENCE_KIND, EVIDENCE_LARGE or FILE_EMPTY.
    """
    found = []
    for upload in uploads:
        kind = sniff(upload.data)
        name = clean_name(upload.name, kind)
        if not upload.data:
            raise FILE_EMPTY(name=name)
        if len(upload.data) > EVIDENCE_BYTES:
            raise EVIDENCE_LARGE(name=name, limit=EVIDENCE_BYTES // MEGABYTE)
        if kind is None:
            raise EVIDENCE_KIND(name=name)
        found.append(Checked(name, kind, without_notes(kind, upload.data)))
    if len(found) > EVIDENCE_FILES:
        raise EVIDENCE_MANY(limit=EVIDENCE_FILES)
    return found


def fingerprint(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _place(sha256: str) -> str:
    return f"outreach/{sha256[:2]}/{sha256}"


def keep(data: bytes) -> str:
    """Store bytes under their fingerprint and return it. The same bytes twice are stored once."""
    found = fingerprint(data)
    if not default_storage.exists(_place(found)):
        default_storage.save(_place(found), ContentFile(data))
    return found


def fetch(sha256: str) -> bytes:
    """Return stored bytes. Raises NOT_FOUND when they are gone or are no longer what they were."""
    if not default_storage.exists(_place(sha256)):
        raise NOT_FOUND(thing="file")
    with default_storage.open(_place(sha256)) as file:
        data = bytes(file.read())
    if fingerprint(data) != sha256:
        raise NOT_FOUND(thing="file")
    return data
