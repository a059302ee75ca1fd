"""A review as a document: texts only, ready to be set. What they say is decided above."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the columns after `words` columns of text hold numbers."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document. `style` is `cn` (GB/T 9704-2012) or `vn` (Decree 30/2020/NĐ-CP, Annex I).

    `state` and `motto` are the two lines at the head of a Vietnamese document, empty elsewhere.
    """

    style: str
    language: str
    title: str
    issuer: str
    dated: str
    parts: tuple[Part, ...]
    table: Table
    notes: tuple[str, ...]
    state: str = ""
    motto: str = ""
    kind: str = ""
    signature: str = ""
