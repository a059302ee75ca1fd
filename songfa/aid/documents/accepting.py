"""Which papers may be put on a file: a document at the desk, or what somebody sends over a one-time link."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from songfa.papers.scanner import scan
from songfa.papers.uploads import (
    MEGABYTE,
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


def accepted(upload: Upload, sha256: str = "") -> Checked:
    """Return a document as it may be kept, a picture without what it tells of place and device.

    Raises FILE_EMPTY, EVIDENCE_LARGE, EVIDENCE_KIND, DOCUMENT_INCOMPLETE, DOCUMENT_DIFFERS (not the fingerprint that
    the sender gave), and what the scanner says.
    """
    found = checked(upload, DOCUMENT_BYTES)
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
    """Return paper and file of each. Raises FILE_EMPTY, EVIDENCE_LARGE, EVIDENCE_KIND, EVIDENCE_MANY."""
    found = [
        (file.paper, checked(Upload(file.name, file.data), LINK_BYTES, LINK_KINDS))
        for file in files
    ]
    if len(found) > LINK_FILES:
        raise EVIDENCE_MANY(limit=LINK_FILES)
    return [(paper, Checked(fit.name, fit.kind, bare(fit.data, fit.kind))) for paper, fit in found]
