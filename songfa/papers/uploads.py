"""Files that people hand in: what their bytes are, a harmless name, whether all of it came, what they hold beside.

Plain Python: nothing is stored here.
"""

import io
import re
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePath

MEGABYTE = 1024 * 1024
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


# -- what a picture holds beside the picture ----------------------------------------------------------

# JFIF, the colour profile, Adobe's colour transform: without them the picture looks different
JPEG_KEPT = (0xE0, 0xE2, 0xEE)
PNG_DROPPED = (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME")
WEBP_DROPPED = (b"EXIF", b"XMP ")
WEBP_FLAGS = 0x08 | 0x04  # EXIF, XMP
ORIENTATION = 0x0112


def bare(data: bytes, kind: str) -> bytes:
    """Return a picture without what it tells of its place, time, device and maker; the picture itself is untouched.

    A photograph keeps the way it is turned. Other kinds, and pictures that are not well formed, stay as they are.
    """
    strip = {"jpeg": _bare_jpeg, "png": _bare_png, "webp": _bare_webp}.get(kind)
    if strip is None:
        return data
    try:
        return strip(data)
    except (struct.error, IndexError, ValueError):
        return data


def _bare_jpeg(data: bytes) -> bytes:
    """Drop the segments APP1 to APP15 that carry EXIF, XMP, IPTC and makers' notes, and comments (ITU T.81, B.1)."""
    out, at, turned = bytearray(data[:2]), 2, 1
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        mark = data[at + 1]
        if mark == 0xFF:  # a fill byte
            at += 1
            continue
        size = struct.unpack(">H", data[at + 2 : at + 4])[0] + 2
        segment = data[at : at + size]
        if mark == 0xE1 and segment[4:10] == b"Exif\0\0":
            turned = _orientation(segment[10:])
        if not (0xE0 <= mark <= 0xEF and mark not in JPEG_KEPT) and mark != 0xFE:
            out += segment
        at += size
    if at >= len(data) or data[at] != 0xFF:
        raise ValueError("no picture in it")
    head = bytes(out[:2]) + (_turned(turned) if turned != 1 else b"")
    return head + bytes(out[2:]) + data[at:]


def _orientation(tiff: bytes) -> int:
    """Return how a photograph is turned (TIFF 6.0 tag 0x0112, 1 to 8); 1 when it does not say."""
    order = {b"II": "<", b"MM": ">"}[tiff[:2]] if tiff[:2] in (b"II", b"MM") else ""
    if not order:
        return 1
    at = struct.unpack(f"{order}I", tiff[4:8])[0]
    for n in range(struct.unpack(f"{order}H", tiff[at : at + 2])[0]):
        entry = tiff[at + 2 + 12 * n : at + 14 + 12 * n]
        if struct.unpack(f"{order}H", entry[:2])[0] == ORIENTATION:
            found = int(struct.unpack(f"{order}H", entry[8:10])[0])
            return found if 1 <= found <= 8 else 1
    return 1


def _turned(how: int) -> bytes:
    """Return an EXIF segment that says nothing but how the photograph is turned."""
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTATION, 3, 1, how, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff


def _bare_png(data: bytes) -> bytes:
    out, at = bytearray(data[:8]), 8
    while at + 12 <= len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        if kind not in PNG_DROPPED:
            out += data[at : at + size + 12]
        at += size + 12
        if kind == b"IEND":
            return bytes(out)
    raise ValueError("no end")


def _bare_webp(data: bytes) -> bytes:
    out, at = bytearray(), 12
    end = int.from_bytes(data[4:8], "little") + 8
    while at + 8 <= end:
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        chunk = data[at : at + 8 + size + size % 2]
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~WEBP_FLAGS]) + chunk[9:]
        if kind not in WEBP_DROPPED:
            out += chunk
        at += 8 + size + size % 2
    return b"RIFF" + struct.pack("<I", len(out) + 4) + b"WEBP" + bytes(out)


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
