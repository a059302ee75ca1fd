"""The list of what a file holds, in the order of the archive: what was issued, then what was put on it."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from songfa.aid.models import Document, File, Paper
from songfa.papers import uploads
from songfa.papers.out import letter as letters

Piece = tuple[datetime, str, Paper | Document]


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of the file. `source` is paper or document; `first` is its first page, None once pages are unknown."""

    n: int
    source: str
    kind: str
    name: str
    number: str
    at: str
    pages: int | None
    first: int | None
    id: str


def drawn_up(file: File) -> list[Entry]:
    """Return the catalogue of a file as it stands now. Documents that were removed are not in it."""
    issued: list[Piece] = [(p.created_at, "paper", p) for p in Paper.objects.filter(file=file)]
    kept = Document.objects.filter(file=file, removed_at=None)
    added: list[Piece] = [(d.created_at, "document", d) for d in kept]
    found: list[Entry] = []
    page: int | None = 1
    for at, source, row in [*sorted(issued, key=_time), *sorted(added, key=_time)]:
        entry = _entry(len(found) + 1, at, source, row, page)
        found.append(entry)
        page = page + entry.pages if page is not None and entry.pages is not None else None
    return found


def _time(found: Piece) -> tuple[datetime, str]:
    return found[0], str(found[2].pk)


def _entry(n: int, at: datetime, source: str, row: Paper | Document, page: int | None) -> Entry:
    if isinstance(row, Paper):
        letter = letters.Letter.from_json(row.content)
        pages = uploads.pages(letters.pdf(letter), "pdf")
        return Entry(
            n, source, row.kind, letter.title, row.number, at.isoformat(), pages, page, str(row.pk)
        )
    return Entry(n, source, row.kind, row.name, "", at.isoformat(), row.pages, page, str(row.pk))


def frozen(entries: list[Entry]) -> str:
    return json.dumps([asdict(e) for e in entries], ensure_ascii=False)


def opened(text: str) -> list[Entry]:
    """Return a catalogue as it was frozen when the file was archived."""
    return [Entry(**kept) for kept in json.loads(text)] if text else []
