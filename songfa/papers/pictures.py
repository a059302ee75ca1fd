"""Pictures without what a camera writes beside them: the place, the device, the owner, the hour.

A photo of an event that is kept as evidence must not say where somebody lives. JPEG (ITU-T T.81), PNG (W3C PNG 3) and
WebP (RFC 9649) are chains of segments, so what is no picture can be left out without touching the picture itself.
Which way up the picture is held (Exif tag 0x0112) stays, else it would lie on its side.
"""

import struct
from collections.abc import Iterator

# APP0 (JFIF), APP2 (colour profile), APP14 (Adobe's colours) belong to the picture; other APPn and comments do not
JPEG_KEPT = frozenset({0xE0, 0xE2, 0xEE})
JPEG_NOTES = frozenset(range(0xE0, 0xF0)) | {0xFE}
COLOUR_PROFILE = b"ICC_PROFILE\0"
START_OF_SCAN, END, TEMPORARY = 0xDA, 0xD9, 0x01
RESTARTS = range(0xD0, 0xD8)
EXIF = b"Exif\0\0"
ORIENTATION = 0x0112
UPRIGHT = 1

PNG_HEAD = 8
PNG_NOTES = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})

WEBP_NOTES = frozenset({b"EXIF", b"XMP "})
# in the flags of VP8X: metadata of Exif and of XMP follow
WEBP_FLAGS = 0b0000_1100


def without_notes(kind: str, data: bytes) -> bytes:
    """Return a picture (`jpeg`, `png`, `webp`) without its metadata; bytes of any other kind as they are.

    What stands behind the end of the picture, or behind the place where its chain breaks, is left out too.
    """
    strip = {"jpeg": _jpeg, "png": _png, "webp": _webp}.get(kind)
    return data if strip is None else strip(data)


def _jpeg(data: bytes) -> bytes:
    kept, turned = [data[:2]], UPRIGHT
    for marker, part in _jpeg_parts(data):
        body = part[4:]
        if marker == 0xE1 and body.startswith(EXIF):
            turned = _orientation(body[len(EXIF) :])
        if marker not in JPEG_NOTES or _of_picture(marker, body):
            kept.append(part)
    if turned != UPRIGHT:
        kept.insert(1, _exif(turned))
    return b"".join(kept)


def _of_picture(marker: int, body: bytes) -> bool:
    """APP2 also lists further pictures of the same shot, each with notes of its own: only colours are kept."""
    return marker in JPEG_KEPT and (marker != 0xE2 or body.startswith(COLOUR_PROFILE))


def _jpeg_parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each segment with its marker; a scan comes with its coded data."""
    at = 2
    while at + 2 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # fill
            at += 1
            continue
        if marker in (END, TEMPORARY) or marker in RESTARTS:
            yield marker, data[at : at + 2]
            if marker == END:
                return
            at += 2
            continue
        if at + 4 > len(data):
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end > len(data) or end < at + 4:
            return
        if marker == START_OF_SCAN:
            end = _after_scan(data, end)
        yield marker, data[at:end]
        at = end


def _after_scan(data: bytes, at: int) -> int:
    """Return where coded data ends: at the next marker that is neither a stuffed byte nor a restart."""
    while (at := data.find(b"\xff", at)) >= 0:
        if at + 1 >= len(data):
            break
        if data[at + 1] == 0 or data[at + 1] in RESTARTS:
            at += 2
            continue
        return at
    return len(data)


def _orientation(tiff: bytes) -> int:
    """Return how a picture is held, from the first directory of its Exif: 1 to 8 (upright: 1, also when unreadable)."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return UPRIGHT
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for n in range(count):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * n)
            if tag == ORIENTATION:
                return value if 1 <= value <= 8 else UPRIGHT
    except struct.error:
        pass
    return UPRIGHT


def _exif(turned: int) -> bytes:
    """Return a segment that says nothing but how the picture is held."""
    directory = struct.pack(">HHHIHHI", 1, ORIENTATION, 3, 1, turned, 0, 0)
    body = EXIF + b"MM\0\x2a" + struct.pack(">I", 8) + directory
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _png(data: bytes) -> bytes:
    kept, at = [data[:PNG_HEAD]], PNG_HEAD
    while at + 12 <= len(data):
        name, end = data[at + 4 : at + 8], at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            break
        if name not in PNG_NOTES:
            kept.append(data[at:end])
        if name == b"IEND":
            break
        at = end
    return b"".join(kept)


def _webp(data: bytes) -> bytes:
    kept, at = [b"WEBP"], 12
    last = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while at + 8 <= last:
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        if at + 8 + size > last:
            break
        part = data[at:end]
        if name == b"VP8X" and size:
            part = part[:8] + bytes([part[8] & ~WEBP_FLAGS]) + part[9:]
        if name not in WEBP_NOTES:
            kept.append(part)
        at = end
    body = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body
