"""Letters of one kind for all people of a group matter: numbered one after the other in one transaction."""

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from datetime import datetime
from io import BytesIO

from songfa.aid.issue import issue
from songfa.aid.models import File, Paper, Recipient
from songfa.papers.out import letter as letters
from songfa.papers.out.letter import Letter
from songfa.rules.machines import FILE_HANDLED
from songfa.words.say import say

# kinds of letters to recipients, and the states of a file in which each says what is true
KINDS: dict[str, tuple[str, ...]] = {
    "grant": FILE_HANDLED,
    "refuse": ("refused",),
    "termination": ("terminated", "withdrawn"),
    "discontinuation": ("discontinued", "withdrawn"),
}


def kinds(file: File) -> list[str]:
    """Return the kinds of letters that can go to all recipients of a file now."""
    return [kind for kind, states in KINDS.items() if file.state in states]


def issue_many(
    file: File, kind: str, recipients: Sequence[Recipient], at: datetime
) -> list[tuple[Paper, Recipient | None]]:
    """Write a letter to each recipient who wants one of their own, and one to all the others together.

    To be called within a transaction: a number that is not used is given back.
    """
    own = [r for r in recipients if r.own_documents]
    shared = [r for r in recipients if not r.own_documents]
    made: list[tuple[Paper, Recipient | None]] = [
        (issue(_to(file, r.name, r.phone), kind, at=at), r) for r in own
    ]
    if shared:
        joint = say("letter-name-and", lang="vi" if file.pack.startswith("vn") else "zh-Hans")
        together = joint.join(r.name for r in shared)
        made.append((issue(_to(file, together, ""), kind, at=at), None))
    return made


def _to(file: File, name: str, phone: str) -> File:
    """Return the file as the letter of one of its people sees it; never to be saved."""
    theirs = copy(file)
    theirs.told = replace(file.story(), name=name, phone=phone).sealed()
    return theirs


def combined(each: Sequence[Letter]) -> bytes:
    """Return all letters as one PDF to print, in their order."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - loads slowly

    out = PdfWriter()
    for letter in each:
        out.append(PdfReader(BytesIO(letters.pdf(letter))))
    made = BytesIO()
    out.write(made)
    return made.getvalue()
