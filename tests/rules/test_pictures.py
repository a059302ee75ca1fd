"""Pictures lose what the camera wrote beside them, and nothing of themselves. Pillow reads them, as a browser would."""

import io
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from songfa.papers.pictures import without_notes

SECRET = "Canon of somebody"
GPS, MAKE, TURN = 0x8825, 0x010F, 0x0112


def drawn() -> Image.Image:
    """Return a picture in which every corner differs."""
    return Image.linear_gradient("L").resize((48, 32)).convert("RGB")


def photo(form: str, *, turned: int = 1, **more: Any) -> bytes:
    """Return a picture as a telephone writes it: with its place, its maker, and how it was held."""
    notes = Image.Exif()
    notes[MAKE] = SECRET
    notes[TURN] = turned
    notes.get_ifd(GPS).update({1: "N", 2: (46.0, 14.0, 0.0), 3: "E", 4: (130.0, 34.0, 0.0)})
    out = io.BytesIO()
    drawn().save(out, form, exif=notes, **more)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize(
    ("kind", "form", "more"),
    [
        ("jpeg", "JPEG", {"comment": SECRET.encode()}),
        ("jpeg", "JPEG", {"progressive": True, "quality": 90}),
        ("png", "PNG", {}),
        ("webp", "WEBP", {"lossless": True, "xmp": b"<x>" + SECRET.encode() + b"</x>"}),
        ("webp", "WEBP", {"quality": 60}),
    ],
)
def test_the_place_goes_and_the_picture_stays(kind: str, form: str, more: dict[str, Any]) -> None:
    before = photo(form, **more)
    assert SECRET.encode() in before
    after = without_notes(kind, before)
    assert SECRET.encode() not in after
    image = opened(after)
    assert not image.getexif()
    assert image.tobytes() == opened(before).tobytes()
    assert without_notes(kind, after) == after


def test_texts_of_a_png_go() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", SECRET)
    told.add_itxt("XML:com.adobe.xmp", SECRET)
    out = io.BytesIO()
    drawn().save(out, "PNG", pnginfo=told)
    after = without_notes("png", out.getvalue() + SECRET.encode())
    assert SECRET.encode() not in after
    assert opened(after).tobytes() == drawn().tobytes()


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_photo_keeps_the_way_it_was_held(turned: int) -> None:
    exif = opened(without_notes("jpeg", photo("JPEG", turned=turned))).getexif()
    assert dict(exif) == ({} if turned == 1 else {TURN: turned})


def test_what_follows_the_picture_goes() -> None:
    """A second picture behind the first, as telephones write it, has notes of its own."""
    after = without_notes("jpeg", photo("JPEG") + photo("JPEG"))
    assert SECRET.encode() not in after
    assert opened(after).size == (48, 32)


def test_colours_stay() -> None:
    profile = b"made-up profile" * 10
    out = io.BytesIO()
    drawn().save(out, "JPEG", icc_profile=profile)
    assert opened(without_notes("jpeg", out.getvalue())).info["icc_profile"] == profile


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp"])
def test_broken_pictures_do_no_harm(kind: str) -> None:
    whole = photo(kind.upper())
    for length in range(0, len(whole), 7):
        assert SECRET.encode() not in without_notes(kind, whole[:length])
    assert without_notes("pdf", b"%PDF-1.7") == b"%PDF-1.7"
