"""Figures to be reached: every percentage, and the counts of the section of goals."""

import re

from songfa.papers.plans.audiences import groups
from songfa.papers.plans.counts import frequency, quantity
from songfa.papers.plans.numbers import chinese
from songfa.papers.plans.outline import mark_of
from songfa.papers.plans.passage import Passage
from songfa.papers.plans.sections import Outline, Sheet
from songfa.papers.plans.tables import tables
from songfa.papers.plans.vocabulary import Vocabulary
from songfa.rules.plans.parts import Target

_PERCENT = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[.,]\d+)?)\s*(?:(?:-|至|到|đến)\s*\d{1,3}(?:[.,]\d+)?\s*)?%(?!\s*(?:的?经费|kinh phí))"
)
_HAN_PERCENT = re.compile(r"百分之([一二三四五六七八九十百]+)")
_CLAUSE_ZH = re.compile(r"[,。;]")
_CLAUSE_VI = re.compile(r";|,\s|\.(?=\s|$)|:\s")
_SENTENCE_ZH = re.compile(r"[。;]")
_SENTENCE_VI = re.compile(r";|\.(?=\s+[A-ZĐÀ-Ỹ]|$)")
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》")


def read_targets(sheet: Sheet, outline: Outline, year: int | None) -> list[Target]:
    """All targets in order of place."""
    out: list[Target] = []
    goals = {n for s in outline.of("goals") for n in range(s.first, s.last + 1)}
    still = {n for s in outline.of("situation") for n in range(s.first, s.last + 1)}
    rows = (e.line for t in tables(sheet) for e in t.entries)
    first = min((*(c.first for c in outline.root.children), *rows), default=sheet.last + 1)
    value_rows = {e.line for t in tables(sheet) if t.kind == "targets" for e in t.entries}
    for text in sheet.lines:
        if not text or text.line in sheet.skip or text.line in value_rows:
            continue
        hidden = text.masked(_QUOTED)
        for sentence in hidden.split(_SENTENCE_ZH if sheet.words.is_zh else _SENTENCE_VI):
            preamble = text.line < first or text.line in still
            out.extend(
                _in_sentence(
                    sentence, text, sheet.words, year, goals=text.line in goals, preamble=preamble
                )
            )
    for table in tables(sheet):
        if table.kind == "targets":
            out.extend(
                t
                for e in table.entries
                if (t := _row(e.cells["measure"], e.cells["value"], e.line, sheet.words))
            )
    return sorted(out, key=lambda t: t.lines)


def _in_sentence(
    sentence: Passage,
    line: Passage,
    words: Vocabulary,
    year: int | None,
    *,
    goals: bool,
    preamble: bool,
) -> list[Target]:
    out: list[Target] = []
    # What holds for a sentence's opening holds for the whole of it: 目前,知晓率为60%.
    if _present(sentence.flat, words, year):
        return []
    if preamble and not words.pattern(
        "targets.aim", "力争|确保|达到.*以上|phấn đấu|trở lên"
    ).search(sentence.flat):
        return []
    reached = _reached(sentence, words)
    for clause in reached.split(_CLAUSE_ZH if words.is_zh else _CLAUSE_VI):
        found = list(_PERCENT.finditer(clause.flat))
        figures = [
            (m.span(), float(m.group(1).replace(",", ".")))
            for m in found
            if not _starting_point(clause, m)
        ]
        figures.extend(
            (m.span(), float(chinese(m.group(1)) or 0)) for m in _HAN_PERCENT.finditer(clause.flat)
        )
        out.extend(_target(clause, span, value, "%", words) for span, value in figures)
        if goals and not found:
            out.extend(_count(clause, words))
    return out


def _starting_point(clause: Passage, m: re.Match[str]) -> bool:
    """由60%提高到90%, từ 60% lên 90%: where it stands now."""
    ahead, behind = clause.flat[: m.start()], clause.flat[m.end() :]
    return bool(
        (re.search(r"[由从][^,]{0,8}$", ahead) and re.match(r"\s*(?:提|上升|增|升)", behind))
        or (re.search(r"từ(?: \w+)?\s*$", ahead, re.IGNORECASE) and re.match(r"\s*lên", behind))
    )


def _present(flat: str, words: Vocabulary, year: int | None) -> bool:
    past = [int(y) for y in re.findall(r"(20\d{2})\s*年|năm (20\d{2})", flat) for y in y if y]
    if past and year is not None and max(past) < year:
        return True
    return bool(words.find("targets", "present").search(flat)) and not words.pattern(
        "targets.reach", r"达到|不低于|力争|提高到|提升至|phấn đấu|trở lên"
    ).search(flat)


def _reached(sentence: Passage, words: Vocabulary) -> Passage:
    """Without the figures of today that stand ahead of those to be reached: 目前为96%,到年底达到100%."""
    now = words.find("targets", "present").search(sentence.flat)
    if now is None:
        return sentence
    then = words.pattern(
        "targets.then",
        r"达到|不低于|力争|提高到|提升至|到\d{4}年|年底|phấn đấu|đến (?:hết|cuối) năm",
    ).search(sentence.flat, now.end())
    if then is None:
        return sentence
    flat = sentence.flat
    return Passage(
        sentence.printed,
        re.sub("%", "\x00", flat[: then.start()]) + flat[then.start() :],
        sentence.line,
    )


def _count(clause: Passage, words: Vocabulary) -> list[Target]:
    mark = mark_of(clause)
    text = clause.cut(mark.length) if mark else clause
    parts = (
        [p for p in text.split(re.compile("、")) if quantity(p, (), words)] if words.is_zh else []
    )
    if len(parts) > 1:
        return [t for p in parts for t in _count(p, words)]
    if frequency(text, words):
        return []
    found = quantity(text, (), words)
    if found is None or found.unit is None:
        return []
    number = re.search(
        r"(?:不少于|至少|ít nhất|tối thiểu)?\s*(?:\d[\d.,]*|[一二两三四五六七八九十百千]+)\s*[万余多]*"
        + re.escape(found.unit),
        text.flat,
    )
    span = number.span() if number else (len(text.flat), len(text.flat))
    return [_target(text, span, found.value, found.unit, words)]


def _target(
    clause: Passage, span: tuple[int, int], value: float, unit: str, words: Vocabulary
) -> Target:
    mark = mark_of(clause)
    begin = mark.length if mark and mark.length <= span[0] else 0
    before = clause.cut(begin, span[0])
    after = clause.cut(span[1])
    measure = _measure(before, after, words)
    named = groups(clause, words)
    return Target(
        measure, value, unit, named[0].group if named else None, (clause.line, clause.line)
    )


def _measure(before: Passage, after: Passage, words: Vocabulary) -> str:
    """The clause without its number: what stands before it, or after it where the number opens the clause."""
    gap = "" if words.is_zh else r"\s+"
    tail = words.pattern(
        "targets.tail", rf"(?:^|{gap or ''})(?:{words.any('targets', 'strip_after')}\s*)+$"
    )
    first = words.pattern(
        "targets.first", rf"^\s*(?:{words.any('targets', 'strip_before')}[,\s]*)+"
    )
    end = words.pattern("targets.end", words.any("targets", "strip_tail") + "$")
    for side in (before, after):
        m = tail.search(side.flat)
        text = side.cut(0, m.start()) if m else side
        m = first.search(text.flat)
        text = (text.cut(m.end()) if m else text).trim(" \t。.;,:-")
        m = end.search(text.flat)
        text = text.cut(0, m.start()) if m else text
        if len(text.flat.strip()) >= 3:
            return text.text
    return (before.text + after.text).strip() or before.text


def _row(measure: Passage, value: Passage, line: int, words: Vocabulary) -> Target | None:
    named = groups(measure, words)
    group = named[0].group if named else None
    if m := _PERCENT.search(value.flat):
        return Target(
            measure.trim().text, float(m.group(1).replace(",", ".")), "%", group, (line, line)
        )
    found = quantity(value, (), words)
    if found and found.unit:
        return Target(measure.trim().text, found.value, found.unit, group, (line, line))
    return None
