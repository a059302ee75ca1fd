"""A table that people made, by its headings: the columns found, each row read with all that is wrong with it."""

import re
import unicodedata
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field

from songfa.papers.table import Cell, Line, Table
from songfa.rules.problems import LIST_HEADER_MERGED, LIST_NO_HEADER
from songfa.words.say import key_of, say

# rows that add up what stands above
SUMS = frozenset(
    {"合计", "总计", "小计", "共计", "tổng", "tổng cộng", "cộng", "total", "sum", "subtotal"}
)
TIGHT_SUMS = SUMS | {text.replace(" ", "") for text in SUMS}
LOOKED_AT = 15  # rows in which a header is looked for


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a row, or doubtful: the code of words `list-wrong-…` or `list-doubt-…`, and its facts."""

    code: str
    facts: dict[str, str] = field(default_factory=dict)


def because(code: str, **facts: object) -> Wrong:
    return Wrong(code, {k: str(v) for k, v in facts.items()})


def said(wrong: Wrong, kind: str = "wrong") -> str:
    """Return what is wrong with a row, or doubtful (`kind` doubt), as a sentence."""
    facts: dict[str, str] = dict(wrong.facts)
    if "column" in facts:
        facts["column"] = head(facts["column"])
    return say(key_of(f"list-{kind}", wrong.code), lang=None, **facts)


def head(column: str) -> str:
    """Return how we head a column."""
    return say(key_of("list-head", column))


def folded(text: str) -> str:
    """Fold a heading: width, case, brackets with units, stars and blanks do not matter."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub(r"\(.*?\)|（.*?）|[*:：\s]+", " ", plain)
    return unicodedata.normalize("NFC", " ".join(plain.split()))


class Heads:
    """How people head the columns that we read: each of ours with its names."""

    def __init__(self, known: Mapping[str, tuple[str, ...]]) -> None:
        self._known = {folded(head): column for column, heads in known.items() for head in heads}
        # Chinese headings are often spaced out to fill the column: 姓 名
        self._tight = {head.replace(" ", ""): column for head, column in self._known.items()}

    def columns(self, line: Line) -> dict[str, int]:
        """Return where each of our columns stands, if the line heads it; the first of several counts."""
        found: dict[str, int] = {}
        for n, cell in enumerate(line.cells):
            plain = folded(cell.text)
            column = self._known.get(plain) or self._tight.get(plain.replace(" ", ""))
            if column and column not in found:
                found[column] = n
        return found

    def rows(
        self, table: Table, enough: Callable[[Container[str]], bool]
    ) -> tuple[dict[str, int], list[Line]]:
        """Return the columns and the rows below their header, without those that only add up.

        The header is the first row whose columns are `enough`; a merged title above it does no harm.
        Raises LIST_HEADER_MERGED, LIST_NO_HEADER.
        """
        for n, line in enumerate(table.lines[:LOOKED_AT]):
            found = self.columns(line)
            if enough(found):
                if line.number in table.merged:
                    raise LIST_HEADER_MERGED(row=line.number)
                return found, [row for row in table.lines[n + 1 :] if not _adds_up(row, found)]
        raise LIST_NO_HEADER(rows=LOOKED_AT)


def _adds_up(line: Line, columns: Mapping[str, int]) -> bool:
    written = [folded(line.cell(n).text) for n in columns.values()]
    texts = [folded(cell.text).replace(" ", "") for cell in line.cells[: min(columns.values()) + 2]]
    return not any(written) or any(text in TIGHT_SUMS for text in texts)


@dataclass(slots=True)
class Reading:
    """A row while it is read: what was found wrong so far."""

    line: Line
    columns: Mapping[str, int]
    wrong: list[Wrong] = field(default_factory=list)
    doubts: list[Wrong] = field(default_factory=list)

    def cell(self, column: str) -> Cell:
        return self.line.cell(self.columns.get(column, -1))

    def plain(self, column: str) -> str:
        """Return the text of a cell; a formula, an error or a number cut short is none that can be used."""
        cell = self.cell(column)
        if cell.odd:
            self.say(cell.odd, column=column)
            return ""
        return cell.text

    def say(self, code: str, **facts: object) -> None:
        self.wrong.append(because(code, **facts))

    def has(self, column: str) -> bool:
        return any(w.facts.get("column") == column for w in self.wrong)

    @property
    def written(self) -> dict[str, str]:
        return {column: self.line.cell(n).text for column, n in self.columns.items()}
