"""The mark that seals a publication, and whether it still fits."""

import hashlib
import json

from songfa.audit.door import sign
from songfa.insight.models import Snapshot


def hash_of(document: bytes) -> str:
    return hashlib.sha256(document).hexdigest()


def mark_of(row: Snapshot) -> str:
    """Return the mark of a publication (HMAC-SHA256 over canonical JSON; the key is not in the database)."""
    told = [
        "snapshot", str(row.pk), row.created_at.timestamp(), row.year, row.edition, row.pack, row.language, row.content,
        row.definitions, row.trail, row.docx_hash, row.pdf_hash, str(row.area_id), row.area_path, str(row.unit_id),
        str(row.held_by_id),
    ]  # fmt: skip
    return sign(json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":")))


def genuine(row: Snapshot) -> bool:
    """Return whether a publication is what was sealed, its documents included."""
    whole = hash_of(bytes(row.docx)) == row.docx_hash and hash_of(bytes(row.pdf)) == row.pdf_hash
    return whole and mark_of(row) == row.mark
