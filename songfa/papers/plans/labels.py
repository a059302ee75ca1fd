"""Labelled values: 牵头单位:县残联, - Sản phẩm: Tờ gấp; at the start of a line or inside it."""
# ruff: noqa: E501 - a pattern is read best in one line

import re
from dataclasses import dataclass

from songfa.papers.plans.passage import Passage
from songfa.papers.plans.vocabulary import Vocabulary, alternatives

FIELDS = ("lead", "responsible", "person", "partners", "period", "products", "budget", "audiences", "frequency", "quantity", "content", "place")  # fmt: skip
_LEADING = re.compile(
    r"^\s*(?:[-+•*]|[a-zđ][.)/]|\d{1,2}(?:\.\d{1,2})*[.)、/]?|\(\d{1,2}\)|\([一二三四五六七八九十]+\)|[①-⑳]|[◆■□▪➢])?\s*"
)


@dataclass(frozen=True, slots=True)
class Labelled:
    field: str
    value: Passage
    at: int  # place of the label in the passage


def _group(words: Vocabulary) -> str:
    return "|".join(
        f"(?P<{field}>{alternatives(words.words('labels', field))})" for field in FIELDS
    )


def label_line(text: Passage, words: Vocabulary) -> str | None:
    """The field if the line begins with its label and a colon (after a list mark), else None."""
    pattern = words.pattern("labels.line", rf"(?:{_group(words)})\s*(?:\([^)]*\))?\s*:")
    begin = _LEADING.match(text.flat)
    at = begin.end() if begin else 0
    flat = text.flat[at:]
    if flat.startswith(("【", "[")):
        flat = re.sub(r"^[【\[]([^】\]]+)[】\]]\s*:?", r"\1:", flat)
    m = pattern.match(flat)
    return m.lastgroup if m else None


def labelled(text: Passage, words: Vocabulary) -> tuple[Passage, list[Labelled]]:
    """The text ahead of the first label, and the labelled values after it.

    A value ends where the next label begins; in running text also at the sentence's end.
    """
    if words.is_zh:
        source = rf"(?:^\s*|[。;,( \[【])(?:[-•*]\s*|\d{{1,2}}[.、)]\s*|\([一二三四五六七八九十\d]{{1,2}}\)\s*|[①-⑳]\s*|[a-z][.)]\s*)?(?:{_group(words)})(?:[】\]]\s*:?|\s*:)"
    else:
        source = rf"(?:^\s*|[.;,(]\s*|\s[-+•*]\s*|^\s*[-+•*]\s*)(?:[a-zđ][.)/]\s*|\d{{1,2}}(?:\.\d{{1,2}})*[.)/]\s*)?(?:{_group(words)})\s*(?:\([^)]*\))?\s*:"
    found = list(words.pattern("labels.inline", source).finditer(text.flat))
    found = [m for m in found if _allowed(m, text)]
    if not found:
        return text, []
    out: list[Labelled] = []
    ends = [m.start() for m in found[1:]] + [len(text.flat)]
    for m, end in zip(found, ends, strict=True):
        value = text.cut(m.end(), end)
        out.append(Labelled(m.lastgroup or "", _one_value(value, m, words), m.start()))
    return text.cut(0, found[0].start()), out


def _allowed(m: re.Match[str], text: Passage) -> bool:
    """Loose words such as 要求 and 时间 are labels only at the start of a line."""
    if m.lastgroup in {"content", "place", "audiences", "quantity", "frequency"}:
        return not text.flat[: m.start()].strip(" -+•*")
    return True


def _one_value(value: Passage, m: re.Match[str], words: Vocabulary) -> Passage:
    flat = value.flat
    if m.group().lstrip().startswith("("):
        close = flat.find(")")
        # A bracket that the value opened itself does not end it.
        if close >= 0 and "(" not in flat[:close]:
            return value.cut(0, close).trim()
    stop = flat.find("。") if words.is_zh else -1
    if stop >= 0 and m.lastgroup in {
        "lead",
        "partners",
        "responsible",
        "person",
        "period",
        "products",
        "budget",
    }:
        value = value.cut(0, stop)
    return (
        value.trim(" \t。.;,)】]").trim()
        if value.flat.count("(") < value.flat.count(")")
        else value.trim()
    )
