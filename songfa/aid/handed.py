"""Papers that come over a public page: how many and how large they may be; what they may be, all papers share."""

from collections.abc import Iterable
from dataclasses import dataclass

from songfa.aid.accepting import accepted
from songfa.papers.uploads import MEGABYTE, TYPES, Upload
from songfa.rules.problems import EVIDENCE_MANY

LARGEST = 5 * MEGABYTE
MOST = 6
KINDS = {kind: TYPES[kind] for kind in ("jpeg", "png", "pdf")}


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


def fitting(files: Iterable[Came]) -> list[Fit]:
    """Return the files as they may be kept. Raises EVIDENCE_MANY and what `accepted` raises."""
    came = list(files)
    if len(came) > MOST:
        raise EVIDENCE_MANY(limit=MOST)
    return [
        Fit(f.paper, *accepted(Upload(f.name, f.data), largest=LARGEST, kinds=KINDS)) for f in came
    ]
