"""Which papers may be put on a file: a document at the desk, or what somebody sends over a one-time link."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from django.conf import settings

from songfa.papers.scanner import scan
from songfa.papers.uploads import (
    MEGABYTE,
    TYPES,
    Checked,
    Upload,
    bare,
    checked,
    complete,
    fingerprint,
)
from songfa.rules.problems import DOCUMENT_DIFFERS, DOCUMENT_INCOMPLETE, EVIDENCE_MANY

DOCUMENT_BYTES = 20 * MEGABYTE
LINK_BYTES = 5 * MEGABYTE
LINK_FILES = 6
LINK_KINDS = ("jpeg", "png", "pdf")


def accepted(
    upload: Upload,
    sha256: str = "",
    *,
    largest: int = DOCUMENT_BYTES,
    kinds: Container[str] = TYPES,
) -> Checked:
    """Return a paper as it may be kept, a picture without what it tells of place and device: the one gate of all.

    Raises FILE_EMPTY, EVIDENCE_LARGE, EVIDENCE_KIND, DOCUMENT_INCOMPLETE, DOCUMENT_DIFFERS (not the fingerprint that
    the sender gave), and what the scanner says.
    """
    found = checked(upload, largest, kinds)
    if not complete(found.data, found.kind):
        raise DOCUMENT_INCOMPLETE(name=found.name)
    if sha256 and sha256.lower() != fingerprint(found.data):
        raise DOCUMENT_DIFFERS(name=found.name)
    scan(found.name, found.data, settings.DOCUMENT_SCANNER)
    return Checked(found.name, found.kind, bare(found.data, found.kind))


@dataclass(frozen=True, slots=True)
class Came:
    """A file as it came over a link: for which paper (code), the sender's name for it, its bytes."""

    paper: str
    name: str
    data: bytes


def fitting(files: Iterable[Came]) -> list[tuple[str, Checked]]:
    """Return paper and file of each. Raises EVIDENCE_MANY and what `accepted` raises."""
    came = list(files)
    if len(came) > LINK_FILES:
        raise EVIDENCE_MANY(limit=LINK_FILES)
    return [
        (f.paper, accepted(Upload(f.name, f.data), largest=LINK_BYTES, kinds=LINK_KINDS))
        for f in came
    ]
