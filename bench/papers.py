"""What the documents promise: the letters of a group matter in one press."""

import time
from collections.abc import Iterator
from datetime import date
from io import BytesIO

from bench.promise import Line, at_most, below

LETTERS = 300
ON = date(2026, 11, 18)


def lines() -> Iterator[Line]:
    """Three hundred letters as one PDF, as an archive of docx, and what one letter costs beside one of many."""
    from songfa.papers.out import letter as letters
    from songfa.papers.out import many
    from songfa.papers.out.compose import Frame, compose
    from songfa.rules.forms import Form
    from songfa.rules.packs.read import load

    form = load("cn").get(Form, "grant", ON)
    frame = Frame(
        "cn", "zh-Hans", "给予法律援助决定书", office="某县法律援助中心", dated="2026年11月18日"
    )
    start = time.perf_counter()
    made = [
        compose(form, {"person.name": f"工友{n}", "office.name": frame.office, "matter": "拖欠工资"}, frame)
        for n in range(LETTERS)
    ]  # fmt: skip
    composed = time.perf_counter() - start
    letters.pdf(made[0])  # the fonts are read once for the life of the server
    start = time.perf_counter()
    whole = many.pdf(made)
    printed = time.perf_counter() - start
    start = time.perf_counter()
    packed = many.docx([(str(n), letter) for n, letter in enumerate(made)])
    typed = time.perf_counter() - start
    assert _pages(whole) == LETTERS
    assert packed
    yield below(f"papers: {LETTERS} letters as one PDF", composed + printed, 10, "s")
    yield below(f"papers: {LETTERS} letters as docx in an archive", composed + typed, 10, "s")
    # each letter drawn alone is the plain way; together they cost at most as much
    start = time.perf_counter()
    for letter in made[:30]:
        letters.pdf(letter)
    alone = (time.perf_counter() - start) / 30
    yield at_most(
        "papers: a letter of many beside a letter alone", printed / LETTERS * 1000, alone * 1000, 1
    )


def _pages(made: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(made)).pages)
