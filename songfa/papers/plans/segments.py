"""Several plans in one file: where each begins."""

import re

from songfa.papers.plans.numbers import whole
from songfa.papers.plans.outline import mark_of
from songfa.papers.plans.passage import Passage, passage
from songfa.papers.plans.vocabulary import Vocabulary

_SERIAL = re.compile(
    r"^\W*(?P<base>[^,。;]{4,60}?)\s*[\(【篇第]*\s*(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})\s*[\)】篇:]*\s*$"
)
_HEAD_VI = re.compile(
    r"^(?:cộng hòa|độc lập|số\s*:|ủy ban|ubnd|sở |hội đồng|ban chỉ đạo|[^.]{2,40}, ngày \d)",
    re.IGNORECASE,
)


def spans(lines: tuple[str, ...], skip: frozenset[int], words: Vocabulary) -> list[tuple[int, int]]:
    """[first, last] of each plan, in order. A single plan spans the whole file."""
    texts = [passage(t, n) for n, t in enumerate(lines, 1)]
    texts_left = [t for t in texts if t and t.line not in skip]
    starts = _numbered_titles(texts_left, words) or _restarts(texts_left, words)
    if len(starts) < 2:
        return [(1, len(lines))]
    ends = [n - 1 for n in starts[1:]] + [len(lines)]
    return list(zip(starts, ends, strict=True))


def _numbered_titles(texts: list[Passage], words: Vocabulary) -> list[int]:
    """…方案1, …方案2 : the same title with a running number."""
    groups: dict[str, list[tuple[int, int]]] = {}
    plan = words.pattern("head.plan", words.any("head", "plan_words"))
    for text in texts:
        m = _SERIAL.match(text.flat.strip())
        if m and plan.search(m.group("base")):
            groups.setdefault(m.group("base").strip(), []).append(
                (whole(m.group("n")) or 0, text.line)
            )
    for found in groups.values():
        if len(found) >= 2 and [n for n, _ in found] == list(range(1, len(found) + 1)):
            return [line for _, line in found]
    return []


def _restarts(texts: list[Passage], words: Vocabulary) -> list[int]:
    """Where the top numbers begin again under a title of a plan."""
    starts: list[int] = []
    last_value, last_at = 0, -1
    for at, text in enumerate(texts):
        mark = mark_of(text)
        if mark is None or mark.scheme not in {"top", "roman", "part"} or mark.value is None:
            continue
        if mark.value == 1 and last_value >= 2:
            title = _title_above(texts, last_at, at, words)
            if title is not None:
                starts.append(title)
        last_value, last_at = mark.value, at
    return [texts[0].line, *starts] if starts else []


def _title_above(texts: list[Passage], after: int, before: int, words: Vocabulary) -> int | None:
    found: int | None = None
    for at in range(before - 1, max(after, before - 16), -1):
        if is_title(texts[at], words):
            found = at
        elif found is not None and not _HEAD_VI.match(texts[at].flat.strip()):
            break
        elif found is not None:
            found = at
    return texts[found].line if found is not None else None


def is_title(text: Passage, words: Vocabulary) -> bool:
    """Whether a line reads like the title of a plan."""
    flat = text.flat.strip()
    if words.is_zh:
        plan = words.pattern(
            "head.title", rf"{words.any('head', 'plan_words')}(?:\([^)]*\)|\d{{0,2}})?$"
        )
        mark = mark_of(text)
        return (
            4 <= len(flat) <= 60
            and bool(plan.search(flat))
            and not re.search(r"[。;]", flat)
            and (mark is None or mark.rank > 6)
        )
    return bool(
        words.pattern("head.title", rf"^{words.any('head', 'plan_words')}\s*\d{{0,2}}$").match(flat)
    ) or (
        len(flat) <= 200
        and bool(words.pattern("head.title2", rf"^{words.any('head', 'plan_words')}\s").match(flat))
        and not flat.endswith((".", ";", ":"))
    )
