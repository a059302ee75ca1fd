"""Addresses of one-time links: a secret of 128 bits that stands nowhere; its keyed fingerprint is kept."""

import secrets

from songfa.aid.models import File
from songfa.base.models import index_of
from songfa.rules import doors

BYTES = 16
LONGEST = 40
# in which states of a file a purpose makes sense
FIT = {
    doors.COMPLETE: ("received", "awaiting_papers"),
    doors.DECLARE: ("received", "awaiting_papers", "granted"),
    doors.PAPERS: ("awaiting_papers", "granted", "assigned", "under_way"),
    doors.OPINION: ("assigned", "under_way", "closed", "handed_in", "archived"),
}


def fresh() -> str:
    """Return the secret of a new link, 22 signs that may stand in an address."""
    return secrets.token_urlsafe(BYTES)


def fingerprint(secret: str) -> str:
    return index_of(f"link:{secret[:LONGEST]}")


def fits(file: File, purpose: str) -> bool:
    """Return whether a purpose makes sense for a file as it stands; papers only while some are missing."""
    missing = purpose != doors.PAPERS or bool(file.missing_papers)
    return file.state in FIT.get(purpose, ()) and missing
