"""Which documents may be put on a file."""

from collections.abc import Container

from django.conf import settings

from songfa.aid import vault
from songfa.papers import uploads
from songfa.papers.scanner import scan
from songfa.papers.uploads import MEGABYTE, Upload
from songfa.rules.problems import (
    DOCUMENT_DIFFERS,
    DOCUMENT_INCOMPLETE,
    EVIDENCE_KIND,
    EVIDENCE_LARGE,
    FILE_EMPTY,
)

DOCUMENT_BYTES = 20 * MEGABYTE


def accepted(
    upload: Upload,
    sha256: str = "",
    *,
    largest: int = DOCUMENT_BYTES,
    kinds: Container[str] = uploads.TYPES,
) -> tuple[str, str, bytes]:
    """Return the name, the kind and the bytes of an upload as they may be kept: the one gate of every paper.

    Raises FILE_EMPTY, EVIDENCE_LARGE, EVIDENCE_KIND, DOCUMENT_INCOMPLETE, DOCUMENT_DIFFERS (not the fingerprint that
    the sender gave), and what the scanner says.
    """
    kind = uploads.sniff(upload.data)
    name = uploads.clean_name(upload.name, kind)
    if not upload.data:
        raise FILE_EMPTY(name=name)
    if len(upload.data) > largest:
        raise EVIDENCE_LARGE(name=name, limit=largest // MEGABYTE)
    if kind is None or kind not in kinds:
        raise EVIDENCE_KIND(name=name)
    if not uploads.complete(upload.data, kind):
        raise DOCUMENT_INCOMPLETE(name=name)
    if sha256 and sha256.lower() != vault.fingerprint(upload.data):
        raise DOCUMENT_DIFFERS(name=name)
    scan(name, upload.data, settings.DOCUMENT_SCANNER)
    return name, kind, uploads.bare(upload.data, kind)
