"""Papers that come over a public page: what their bytes are, how many and how large they may be."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from songfa.rules.problems import EVIDENCE_KIND, EVIDENCE_LARGE, EVIDENCE_MANY, FILE_EMPTY

MEGABYTE = 1024 * 1024
LARGEST = 5 * MEGABYTE
MOST = 6
KINDS = {b"\xff\xd8\xff": "jpeg", b"\x89PNG\r\n\x1a\n": "png", b"%PDF-": "pdf"}
TYPES = {"jpeg": "image/jpeg", "png": "image/png", "pdf": "application/pdf"}


@dataclass(frozen=True, slots=True)
class Came:
    """A file as it came: for which paper (code), the sender's name for it, its bytes."""

    paper: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Fit:
    """A file that may be kept."""

    paper: str
    name: str
    kind: str
    data: bytes


def kind_of(data: bytes) -> str | None:
    """Return what bytes are by themselves: jpeg, png, pdf; None for anything else."""
    return next((kind for start, kind in KINDS.items() if data.startswith(start)), None)


def plain_name(name: str) -> str:
    """Return a file name without folders, control signs and signs that systems reserve."""
    text = PurePath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    kept = "".join(c for c in text if unicodedata.category(c)[0] != "C" and c not in '<>:"|?*%;')
    return re.sub(r"\s+", " ", kept).strip(" .")[:120] or "paper"


def fitting(files: Iterable[Came]) -> list[Fit]:
    """Return the files as they may be kept. Raises FILE_EMPTY, EVIDENCE_LARGE, EVIDENCE_KIND, EVIDENCE_MANY."""
    found = []
    for file in files:
        name, kind = plain_name(file.name), kind_of(file.data)
        if not file.data:
            raise FILE_EMPTY(name=name)
        if len(file.data) > LARGEST:
            raise EVIDENCE_LARGE(name=name, limit=LARGEST // MEGABYTE)
        if kind is None:
            raise EVIDENCE_KIND(name=name)
        found.append(Fit(file.paper, name, kind, file.data))
    if len(found) > MOST:
        raise EVIDENCE_MANY(limit=MOST)
    return found
