"""What a web page left around a text: navigation, source lines, links, copyright."""

import re
from dataclasses import dataclass

from songfa.papers.plans.outline import mark_of
from songfa.papers.plans.passage import Passage, passage
from songfa.papers.plans.vocabulary import Vocabulary

_SHORT = 80
# The opening of a collection of model texts is a paragraph.
_LONG = 240
_EDITOR = re.compile(r"小编")


@dataclass(frozen=True, slots=True)
class Residue:
    """The blocks found, and every line in them."""

    blocks: tuple[tuple[int, int], ...]

    @property
    def lines(self) -> frozenset[int]:
        return frozenset(n for a, b in self.blocks for n in range(a, b + 1))


def residue(lines: tuple[str, ...], words: Vocabulary) -> Residue:
    """Blocks of residue in the lines of a file (1-based)."""
    texts = [passage(t, n) for n, t in enumerate(lines, 1)]
    pattern = words.pattern("web.lines", words.any("web", "lines"))
    tail = _tail(texts, words)
    marked = [t.line for t in texts[: tail - 1] if _is_residue(t, pattern)]
    blocks = _blocks(marked, texts)
    if tail <= len(lines):
        last = max((t.line for t in texts if t), default=tail)
        if blocks and not any(texts[n - 1] for n in range(blocks[-1][1] + 1, tail)):
            tail = blocks.pop()[0]
        blocks.append((tail, max(tail, last)))
    return Residue(tuple(blocks))


def _is_residue(text: Passage, pattern: re.Pattern[str]) -> bool:
    flat = text.flat.strip()
    if (
        not flat
        or len(flat) > (_LONG if _EDITOR.search(flat) else _SHORT)
        or not pattern.search(flat)
    ):
        return False
    mark = mark_of(text)
    return mark is None or mark.rank >= 6


def _blocks(marked: list[int], texts: list[Passage]) -> list[tuple[int, int]]:
    """Neighbouring lines make one block; so do the empty and very short lines between them."""
    out: list[tuple[int, int]] = []
    for n in marked:
        between = texts[out[-1][1] : n - 1] if out else []
        if (
            out
            and len(between) <= 4
            and all(
                not t
                or (len(t.flat.strip(" •-")) <= 12 and mark_of(t.cut(0)) is None)
                or _bullet(t)
                for t in between
            )
        ):
            out[-1] = (out[-1][0], n)
        else:
            out.append((n, n))
    return [_stretched(b, texts) for b in out]


def _bullet(text: Passage) -> bool:
    mark = mark_of(text)
    return mark is not None and mark.scheme == "dash" and len(text.flat.strip()) <= 20


def _stretched(block: tuple[int, int], texts: list[Passage]) -> tuple[int, int]:
    """A source line's value may stand on the next line as a bullet: 浏览次数: / 27061."""
    first, last = block
    while last > first and last < len(texts) and _bullet(texts[last]):
        last += 1
    return first, last


def _tail(texts: list[Passage], words: Vocabulary) -> int:
    """The first line of what follows the text to the end of the file; len + 1 if nothing does."""
    strong = words.pattern(
        "web.tail",
        r"^\W{0,3}(?:" + words.any("web", "strong_tail") + ")"
        if not words.is_zh
        else words.any("web", "strong_tail"),
    )
    tops = [
        t.line
        for t in texts
        if t and (m := mark_of(t)) is not None and m.rank <= 5 and len(t.flat) > m.length + 1
    ]
    after = max((n for n in tops if not _is_residue(texts[n - 1], strong)), default=0)
    long_lines = [t.line for t in texts if len(t.flat.strip()) > 120 and mark_of(t) is None]
    after = max([after, *long_lines])
    for text in texts[after:]:
        flat = text.flat.strip()
        if flat and len(flat) <= _SHORT and strong.search(flat):
            return text.line
    return len(texts) + 1
