"""Files that show what a report says: which may be kept, and where the bytes lie."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from songfa.papers.pictures import without_notes
from songfa.papers.uploads import MEGABYTE, TYPES, Upload, clean_name, sniff
from songfa.rules.problems import (
    EVIDENCE_KIND,
    EVIDENCE_LARGE,
    EVIDENCE_MANY,
    FILE_EMPTY,
    NOT_FOUND,
)

__all__ = [
    "MEGABYTE",
    "TYPES",
    "Checked",
    "Upload",
    "check",
    "clean_name",
    "fetch",
    "fingerprint",
    "keep",
    "sniff",
]

EVIDENCE_BYTES = 10 * MEGABYTE
EVIDENCE_FILES = 6


@dataclass(frozen=True, slots=True)
class Checked:
    """An upload that may be kept."""

    name: str
    kind: str
    data: bytes


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
