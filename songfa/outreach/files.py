"""Files that show what a report says: which may be kept, and where the bytes lie."""

from collections.abc import Iterable

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from songfa.papers.pictures import without_notes
from songfa.papers.uploads import MEGABYTE, Checked, Upload, checked, fingerprint
from songfa.rules.problems import EVIDENCE_MANY, NOT_FOUND

EVIDENCE_BYTES = 10 * MEGABYTE
EVIDENCE_FILES = 6


def check(uploads: Iterable[Upload]) -> list[Checked]:
    """Return the uploads as they may be kept, pictures without what the camera wrote beside them.

    Raises EVIDENCE_MANY, EVIDENCE_KIND, EVIDENCE_LARGE or FILE_EMPTY.
    """
    found = [checked(upload, EVIDENCE_BYTES) for upload in uploads]
    if len(found) > EVIDENCE_FILES:
        raise EVIDENCE_MANY(limit=EVIDENCE_FILES)
    return [Checked(f.name, f.kind, without_notes(f.kind, f.data)) for f in found]


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
