"""The tree of numbered headings: 一、 (一) 1. (1) ① ; Phần I. 1. a) - + ; headings without a number where a text has none."""
# ruff: noqa: E501 - a pattern is read best in one line

import re
from dataclasses import dataclass, field

from songfa.papers.plans.numbers import CIRCLED, LETTERS, roman, whole
from songfa.papers.plans.passage import Passage

_ZH_N = "[一二三四五六七八九十]{1,3}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed number: its kind, depth among kinds, printed form, value, and the length of the mark in the line."""

    scheme: str
    rank: float
    no: str | None
    value: int | None
    length: int


@dataclass(slots=True)
class Node:
    """A heading or item with what stands under it. `head` is the text after the number; `body` the plain lines."""

    mark: Mark | None
    head: Passage
    kind: str | None = None
    body: list[Passage] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    last: int = 0
    opened: int = 0  # the line of its number where that stands alone above the heading

    @property
    def first(self) -> int:
        return self.opened or self.head.line

    @property
    def no(self) -> str | None:
        return self.mark.no if self.mark else None

    def walk(self) -> list["Node"]:
        return [self, *(n for c in self.children for n in c.walk())]


_PATTERNS: tuple[tuple[str, float, re.Pattern[str]], ...] = (
    ("part", 0, re.compile(rf"\s*第({_ZH_N})(?:部分|章|篇)[:、,.\s]*")),
    ("part", 0, re.compile(r"\s*(?:phần|chương)\s+(?:thứ\s+)?([IVX]+|\d{1,2}|nhất|hai|ba|tư|bốn|năm)(?!\w)[\s.:)-]*", re.IGNORECASE)),
    ("section", 0.7, re.compile(r"\s*mục\s+(\d{1,2}|[IVX]+)(?!\w)[\s.:)-]*", re.IGNORECASE)),
    ("capital", 0.5, re.compile(r"\s*([A-H])\s*[.)]\s*(?=[A-ZĐÀ-Ỹ])")),
    ("roman", 1, re.compile(r"\s*([IVX]{1,5})\s*[.)/-]\s*(?![vV]\b)")),
    ("top", 1, re.compile(rf"\s*({_ZH_N})\s*[、.。,:]\s*")),
    ("nth", 1.5, re.compile(rf"\s*第({_ZH_N})(?:项|条)?[、,::]\s*")),
    ("work", 2, re.compile(rf"\s*(?:任务|举措|行动|项目)({_ZH_N}|\d{{1,2}})\s*[:、.。]\s*")),
    ("is", 4.2, re.compile(rf"\s*({_ZH_N})是(?!否)[,:]?\s*(?=[\u4e00-\u9fff“])")),
    ("paren", 2, re.compile(rf"\s*\(\s*({_ZH_N})\s*\)\s*[、.。,]?\s*")),
    ("paren", 2, re.compile(rf"\s*({_ZH_N})\)\s*")),
    ("multi", 3.5, re.compile(r"\s*(\d{1,2}(?:\.\d{1,2}){1,3})(?!\d|[/%]|\s*[年月日])[.、)]?\s*(?=\D)")),
    ("digit", 3, re.compile(r"\s*(\d{1,2})\s*[.、]\s*(?=(?:20\d{2}年)?\d{1,2}\s*(?:[-—至]\s*\d{1,2})?月|20\d{2}年|\d{5})")),
    ("digit", 3, re.compile(r"\s*(\d{1,3})\s*[.、。)/-]\s*(?=[^\d\s]|\s+\S)(?![./-])")),
    ("digit", 3, re.compile(r"\s*(\d{1,2})\s*,\s*(?=[\u4e00-\u9fff])")),
    ("digit", 3, re.compile(r"\s*(\d{1,2})\s*、\s*(?=\d{1,4}[月年]?)(?!\d{1,2}[、\s]*\d*月.{0,4}$)")),
    ("round", 4.5, re.compile(r"\s*\(\s*(\d{1,2})\s*\)\s*[、.]?\s*")),
    ("circled", 5, re.compile(rf"\s*([{CIRCLED}])\s*")),
    ("letter", 4, re.compile(r"\s*([a-zđ])\s*[.)/]\s*(?=\S)")),
    ("letter", 4, re.compile(r"\s*\(([a-zđ])\)\s*(?=\S)")),
    ("dash", 6, re.compile(r"\s*[-•*▪■◆➢□○–]\s*(?=\S)(?!-)")),
    ("plus", 7, re.compile(r"\s*\+\s*(?=\S)")),
)  # fmt: skip


def mark_of(text: Passage) -> Mark | None:
    """The number that opens a line, if it opens with one."""
    for scheme, rank, pattern in _PATTERNS:
        m = pattern.match(text.flat)
        if m is None or (m.end() >= len(text.flat) and rank > 1):
            continue
        if scheme in {"dash", "plus"}:
            return Mark(scheme, rank, None, None, m.end())
        if scheme == "digit" and _is_date(text.flat, m):
            continue
        no = text.printed[m.start(1) : m.end(1)]
        depth = 0.1 * no.count(".") if scheme == "multi" else 0
        return Mark(scheme, rank + depth, no, _value(scheme, no), m.end())
    return None


def _is_date(flat: str, m: re.Match[str]) -> bool:
    return (
        bool(re.match(r"\s*\d{1,2}\s*[-/.]\s*\d{1,4}(?:\s*[-/.]\s*\d|\s*$)", flat))
        or int(m.group(1)) > 200
    )


def _value(scheme: str, no: str) -> int | None:
    if scheme == "letter":
        return LETTERS.index(no) + 1 if no in LETTERS else None
    if scheme in {"roman", "capital"}:
        return roman(no) if scheme == "roman" else ord(no) - 64
    if scheme == "multi":
        return int(no.rsplit(".", maxsplit=1)[-1])
    return whole(no)


def attach(root: Node, node: Node, stack: list[Node]) -> None:
    """Puts an item under the last one that ranks above it."""
    rank = node.mark.rank if node.mark else 0
    while len(stack) > 1 and (stack[-1].mark is None or stack[-1].mark.rank >= rank):
        stack.pop()
    stack[-1].children.append(node)
    stack.append(node)


def close(node: Node) -> int:
    """Sets `last` of a node and all below: the last line that holds something of it."""
    lines = [node.first, *(p.line for p in node.body if p), *(close(c) for c in node.children)]
    node.last = max(lines)
    return node.last


_SENTENCE_ZH = re.compile(r"[。!?]")
_SENTENCE_VI = re.compile(r"\.(?=\s+[A-ZĐÀ-Ỹ“(\d-])|[.;:]\s*$")


def title_and_rest(text: Passage, *, zh: bool) -> tuple[Passage, Passage]:
    """A heading and the text after it in the same paragraph."""
    m = (_SENTENCE_ZH if zh else _SENTENCE_VI).search(text.flat)
    colon = (
        re.search(r":(?=\s*\S)", text.flat)
        if not zh
        else re.match(r"[^,。“”]{2,16}:(?=\S)", text.flat)
    )
    if colon and zh:
        at = colon.end() - 1
        return text.cut(0, at), text.cut(at + 1)
    if colon and (m is None or colon.start() < m.start()) and colon.start() <= 200:
        return text.cut(0, colon.start()), text.cut(colon.end())
    if m is None:
        return text, text.cut(len(text.flat))
    return text.cut(0, m.start()), text.cut(m.end())
