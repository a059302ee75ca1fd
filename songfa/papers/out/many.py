"""Many documents at once: one PDF to print, one archive of docx to edit."""

import zipfile
from collections.abc import Sequence
from io import BytesIO

from songfa.papers.out.letter import Letter

# the same documents give the same archive: the time of a member says nothing
NO_TIME = (1980, 1, 1, 0, 0, 0)


def pdf(letters: Sequence[Letter], title: str = "") -> bytes:
    """Return all documents in one PDF (PDF/UA-1), each from a page of its own."""
    from songfa.papers.out.pdf import draw  # noqa: PLC0415 - typst loads slowly

    return draw(letters, title)


def docx(letters: Sequence[tuple[str, Letter]]) -> bytes:
    """Return a zip archive of one docx for each document; the names come without ending, and each is kept once."""
    from songfa.papers.out.word import each  # noqa: PLC0415 - python-docx loads slowly

    out, given = BytesIO(), set[str]()
    with zipfile.ZipFile(out, "w") as archive:
        for (name, _), made in zip(letters, each(letter for _, letter in letters), strict=True):
            member = zipfile.ZipInfo(f"{_free(_plain(name), given)}.docx", NO_TIME)
            # a docx is packed already
            archive.writestr(member, made)
    return out.getvalue()


def _plain(name: str) -> str:
    """Return a name that every system can store and that leads nowhere else."""
    kept = "".join("-" if sign in '/\\:*?"<>|' or ord(sign) < 32 else sign for sign in name)
    return kept.strip(" .")[:100] or "1"


def _free(name: str, given: set[str]) -> str:
    free, n = name, 1
    while free.casefold() in given:
        n += 1
        free = f"{name} ({n})"
    given.add(free.casefold())
    return free
