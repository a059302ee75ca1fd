"""Sets a review as PDF/UA-1: the template reads the sheet as data, no text is pasted into it."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from songfa.papers.review.sheet import Sheet

TEMPLATE = Path(__file__).with_name("review.typ")


def write(sheet: Sheet) -> bytes:
    """Return the document; the same sheet gives the same bytes with the same fonts."""
    told = json.dumps(asdict(sheet), ensure_ascii=False)
    made = typst.compile(
        str(TEMPLATE), format="pdf", sys_inputs={"sheet": told}, pdf_standards="ua-1", timestamp=0
    )
    assert isinstance(made, bytes)
    return made
