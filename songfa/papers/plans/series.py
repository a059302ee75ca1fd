"""Items inside one sentence: (1) … (2) …, and the announced ones of 五个一 and 三送."""

import re
from dataclasses import dataclass
from itertools import takewhile

from songfa.papers.plans.numbers import CIRCLED, whole
from songfa.papers.plans.passage import Passage

_N = "[二两三四五六七八九十]|[2-9]"
_ANNOUNCED = re.compile(
    rf"[“\"]?(?P<n>{_N})(?:(?P<one>个一(?!体|样|致))|(?P<verb>[送进讲建查访帮到有看评学]))[”\"]?"
)
_INLINE = re.compile(rf"\((\d{{1,2}})\)\s*|([{CIRCLED}])\s*")


@dataclass(frozen=True, slots=True)
class Announced:
    """N of a kind: `verb` is what each item begins with, None for 个一."""

    count: int
    verb: str | None
    at: int
    to: int


def announced(text: Passage) -> Announced | None:
    """五个一, “三送”: a number of things that are to be named. Verbs count only in quotes."""
    for m in _ANNOUNCED.finditer(text.flat):
        quoted = m.group()[0] in '“"' and m.group()[-1] in '”"'
        if m.group("verb") and not quoted:
            continue
        count = whole(m.group("n"))
        if count:
            return Announced(count, m.group("verb"), m.start(), m.end())
    return None


_OPENED = re.compile(r"(?:即|包括|分别是|分别为|也就是|做到|开展|指)[::]?|:|\(")
_NEXT = re.compile("。")


def named_items(text: Passage, what: Announced) -> list[Passage]:
    """The items that the same passage names after 即, : or the announcement, if they look like the kind announced."""
    if what.verb:
        return _verb_items(text, what.verb, what.to)
    # A sentence of nothing but items, 建一个阵地、配一名顾问、……, is the last resort.
    opened = [*_OPENED.finditer(text.flat, what.to), *_NEXT.finditer(text.flat, what.to)]
    for m in opened:
        stop = re.search(r"[。)]|活动(?=[。,]|$)", text.flat[m.end() :])
        end = m.end() + stop.start() if stop else len(text.flat)
        items = [
            p.trim()
            for p in text.cut(m.end(), end).split(
                re.compile(r"[、;,]|和(?=[送进讲建查访帮到发赠办上看搞设])")
            )
        ]
        # What follows the row in the same sentence (使……) is no item.
        alike = list(takewhile(lambda p: _alike(p.flat), items))
        least = 3 if m.group() == "。" else 2
        if len(alike) >= least and (len(alike) == len(items) or len(alike) >= what.count):
            return alike
    return []


def _verb_items(text: Passage, verb: str, after: int) -> list[Passage]:
    """送一封公开信、送一张服务卡: neighbours that begin with the announced verb."""
    row = re.compile(rf"{verb}[^、,。;]{{1,15}}(?:[、,]{verb}[^、,。;]{{1,15}})+").search(
        text.flat, after
    )
    if row is None:
        return []
    end = row.end() - 2 if row.group().endswith(("活动", "服务", "行动")) else row.end()
    return [p.trim() for p in text.cut(row.start(), end).split(re.compile(r"[、,]"))]


def _alike(flat: str) -> bool:
    return "一" in flat.strip()[:8]


def inline_numbers(text: Passage) -> list[tuple[str, Passage]]:
    """(1) … (2) … in a row of running text, at least two in order from 1; else nothing."""
    marks = list(_INLINE.finditer(text.flat))
    kept: list[re.Match[str]] = []
    for m in marks:
        value = whole(m.group(1) or m.group(2))
        if value == len(kept) + 1:
            kept.append(m)
    if len(kept) < 2:
        return []
    ends = [m.start() for m in kept[1:]] + [len(text.flat)]
    return [
        (m.group(1) or m.group(2), text.cut(m.end(), end))
        for m, end in zip(kept, ends, strict=True)
    ]
