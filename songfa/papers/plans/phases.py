"""Phases: items and rows of 实施步骤, 时间安排, Lộ trình."""
# ruff: noqa: E501 - a pattern is read best in one line

import re
from dataclasses import dataclass

from songfa.papers.plans.dates import Mention, Period, resolve
from songfa.papers.plans.outline import Node
from songfa.papers.plans.passage import Passage
from songfa.papers.plans.periods import mentions
from songfa.papers.plans.sections import Outline, Sheet
from songfa.papers.plans.tables import tables
from songfa.papers.plans.vocabulary import Vocabulary
from songfa.rules.plans.parts import Phase

_ORDINAL = re.compile(
    r"^\s*(?:第[一二三四五六七八九十]+(?:阶段|步|步骤)|阶段[一二三四五六七八九十\d]+|(?:giai đoạn|bước|đợt)\s+(?:\d+|[IVX]+|một|hai|ba|thứ \w+))\s*[::,.、-]*\s*",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?:从|自|于|在|至|时间为?|từ|trong|vào|kể từ|trước|đến|ngày|thời gian)?\s*[::]?\s*$",
    re.IGNORECASE,
)


_NAMED = re.compile(r"阶段\s*$")


@dataclass(frozen=True, slots=True)
class ReadPhase:
    phase: Phase
    dated: bool
    empty: bool
    impossible: bool
    period: Period


def read_phases(sheet: Sheet, outline: Outline, year: int | None) -> list[ReadPhase]:
    """The phases of a plan in order of place."""
    out: list[ReadPhase] = []
    for section in outline.of("phases"):
        items = [c for c in section.children if c.kind in {None, "phases"}]
        if items:
            out.extend(_from_node(n, sheet, year) for n in items)
        else:
            out.extend(_from_lines(section, sheet, year))
    for table in tables(sheet):
        if table.kind == "phases":
            for entry in table.entries:
                name = entry.cells["phase"]
                time = entry.cells.get("period") or name
                found = mentions(time, sheet.words)
                content = entry.cells.get("task")
                out.append(
                    _make(
                        name,
                        found,
                        year,
                        sheet.text(entry.line, entry.line),
                        (entry.line, entry.line),
                        content=bool(content),
                    )
                )
    return sorted((p for p in out if p.phase.name), key=lambda p: p.phase.lines)


def _from_node(node: Node, sheet: Sheet, year: int | None) -> ReadPhase:
    under = [p for n in node.walk() for p in ([*n.body] if n is node else [n.head, *n.body])]
    return _one(node.head, [p for p in under if p], (node.first, node.last), sheet, year)


def _from_lines(section: Node, sheet: Sheet, year: int | None) -> list[ReadPhase]:
    """Paragraphs without numbers: one that names a phase or opens with a date begins a phase."""
    groups: list[list[Passage]] = []
    for text in section.body:
        if text.line in sheet.rows or text.line in sheet.skip:
            continue
        inside = _inside(text)
        if inside:
            groups.extend([p] for p in inside)
            continue
        if _opens(text, sheet.words):
            groups.append([text])
        elif groups:
            groups[-1].append(text)
    return [_one(g[0], g[1:], (g[0].line, g[-1].line), sheet, year) for g in groups]


def _inside(text: Passage) -> list[Passage]:
    """Phases named one after the other in a paragraph: 第一阶段(3月)……;第二阶段……."""
    at = [m.start() for m in re.finditer(r"第[一二三四五六]阶段", text.flat)]
    if len(at) < 2:
        return []
    return [text.cut(a, b) for a, b in zip(at, [*at[1:], len(text.flat)], strict=True)]


def _opens(text: Passage, words: Vocabulary) -> bool:
    if _ORDINAL.match(text.flat):
        return True
    if re.search(r"分[^,。;]{0,6}阶段|阶段进行", text.flat) or (
        text.flat.rstrip().endswith(":") and not mentions(text, words)
    ):
        return False
    found = mentions(text, words)
    if words.is_zh and re.match(r"[^,。;:(]{2,14}阶段", text.flat.strip()):
        return True
    return bool(found) and (
        found[0].at <= 2 or bool(re.match(r"\s*[^,。;:.(]{2,60}\([^)]*$", text.flat[: found[0].at]))
    )


def _one(
    head: Passage, under: list[Passage], lines: tuple[int, int], sheet: Sheet, year: int | None
) -> ReadPhase:
    found = _first(head, sheet.words)
    more = any(p.flat.strip(" -+•*") for p in under)
    if found is None and under and (later := _first(under[0], sheet.words)) and later.at <= 12:
        # "Thời gian: …" on the line below the name
        rest = under[0].cut(later.to).trim(" )。.;,:：")
        return _make(
            head,
            [later],
            year,
            sheet.text(*lines),
            lines,
            content=bool(rest) or len(under) > 1,
        )
    if found is None:
        name, rest = _cut_name(head, sheet.words)
        return _make(name, [], year, sheet.text(*lines), lines, content=bool(rest) or more)
    ahead = head.cut(0, found.at)
    behind = head.cut(found.to)
    lead_in = _LEAD_IN.search(ahead.flat.rstrip(" (（"))
    ahead = ahead.cut(0, lead_in.start() if lead_in else None).trim(" \t(（:：,，-。")
    left = re.sub(r"^(?:以|之)?(?:前|起|底|开始|左右)?\s*[\))]?", "", behind.flat)
    behind = behind.cut(len(behind.flat) - len(left))
    if ahead:
        return _make(
            ahead,
            [found],
            year,
            sheet.text(*lines),
            lines,
            content=bool(behind.trim(" )。.;,:：阶段")) or more,
        )
    name, rest_text = _cut_name(behind.trim(" \t:：,，。.-)为是"), sheet.words)
    return _make(
        name,
        [found],
        year,
        sheet.text(*lines),
        lines,
        content=bool(name and not _NAMED.search(name.flat)) or bool(rest_text.trim()) or more,
    )


def _first(text: Passage, words: Vocabulary) -> Mention | None:
    """The period that dates the phase: near its head, or in brackets."""
    for m in mentions(text, words):
        ahead = text.flat[: m.at]
        if m.at <= 40 and not re.search(r"[。;]", ahead):
            return m
        # 宣传发动阶段。时间为3月中旬: the period opens the second sentence.
        if m.at <= 40 and re.fullmatch(
            r"[^。;]*。\s*(?:时间)?(?:为|安排)?[::]?(?:从|自|于)?\s*", ahead
        ):
            return m
    return None


def _cut_name(text: Passage, words: Vocabulary) -> tuple[Passage, Passage]:
    ordinal = _ORDINAL.match(text.flat)
    start = ordinal.end() if ordinal and ordinal.end() < len(text.flat.rstrip()) else 0
    stop = re.search(r"[。:,;(]" if words.is_zh else r"[:;(]|\.(?:\s|$)|,\s", text.flat[start:])
    if stop is None:
        return text, text.cut(len(text.flat))
    return text.cut(0, start + stop.start()), text.cut(start + stop.end())


def _make(
    name: Passage,
    found: list[Mention],
    year: int | None,
    text: str,
    lines: tuple[int, int],
    *,
    content: bool,
) -> ReadPhase:
    name = name.trim(" \t(（:：,，。.;-")
    ordinal = _ORDINAL.match(name.flat)
    if ordinal and ordinal.end() < len(name.flat.rstrip()):
        name = name.cut(ordinal.end()).trim()
    period = resolve(found[0], year) if found else Period(None, None)
    shown = re.sub(r"\s+", " ", name.text)
    phase = Phase(shown, period.start, period.end, text, lines)
    return ReadPhase(phase, bool(found), bool(found) and not content, period.impossible, period)
