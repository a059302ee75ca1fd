"""Addresses of one-time links: a secret of 128 bits that stands nowhere; its keyed fingerprint is kept."""

import secrets

from songfa.base.models import index_of

BYTES = 16
LONGEST = 40


def fresh() -> str:
    """Return the secret of a new link, 22 signs that may stand in an address."""
    return secrets.token_urlsafe(BYTES)


def fingerprint(secret: str) -> str:
    return index_of(f"link:{secret[:LONGEST]}")
