"""What is missing or odd in a plan. Codes are the contract; `text` quotes the place."""
# ruff: noqa: E501 - a pattern is read best in one line

import re
from collections.abc import Callable

from songfa.papers.plans.dates import Period, resolve, reversed_period
from songfa.papers.plans.periods import mentions
from songfa.papers.plans.phases import ReadPhase
from songfa.papers.plans.sections import Outline, Sheet
from songfa.papers.plans.task import Read
from songfa.rules.plans.parts import Finding

_PLACEHOLDER = re.compile(
    r"20(?:[xX×*○□]{2}|__)\s*年|二[〇○零](?:[xX×○*]{2})年|năm\s*20(?:[xX×*_]{1,2}|\.{2,}|…|\s…)|/\s*20(?:[xX×*_]{2}|\.{2,}|…)",
    re.IGNORECASE,
)
_DISTRICT = re.compile(
    r"(?<!\w)(?<!ngân sách )(?<!địa bàn )(?:cấp huyện|huyện(?! ủy viên)|quận|Huyện(?! đảo)|Quận|UBND huyện|HUYỆN|QUẬN)(?!\w)"
)
_FORMER = re.compile(r"^[^,;.]{0,30}\((?:cũ|trước đây)\)|^\s+(?:[A-ZĐÀ-Ỹ]\w*\s+){0,4}cũ(?!\w)")
_BEYOND = "2025-07-01"


def read_findings(
    sheet: Sheet,
    outline: Outline,
    tasks: list[Read],
    phases: list[ReadPhase],
    blocks: tuple[tuple[int, int], ...],
    *,
    converted: bool,
    reach: str | None,
    year: int | None,
) -> list[Finding]:
    """All findings of one plan in order of place; those about the whole plan last."""
    out: list[Finding] = []
    out.extend(Finding("web_residue", sheet_text(sheet, a), (a, b)) for a, b in blocks)
    out.extend(_placeholders(sheet))
    out.extend(_gaps(outline))
    out.extend(_periods(sheet, tasks, phases, year))
    out.extend(_counts(tasks))
    if reach is not None and reach > _BEYOND:
        out.extend(_dissolved(sheet))
    if converted:
        out.append(Finding("converted_text", "", None))
    for code, has in _NEEDS:
        out.extend(_missing(code, has, tasks))
    return sorted(out, key=lambda f: f.lines or (10**9, 0))


def sheet_text(sheet: Sheet, line: int) -> str:
    if sheet.first <= line <= sheet.last:
        return sheet.lines[line - sheet.first].text
    return ""


def _placeholders(sheet: Sheet) -> list[Finding]:
    return [
        Finding("placeholder_year", m.group(), (t.line, t.line))
        for t in sheet.lines
        if t.line not in sheet.skip and (m := _PLACEHOLDER.search(t.flat))
    ]


def _gaps(outline: Outline) -> list[Finding]:
    out: list[Finding] = []
    before: tuple[str, int] | None = None
    for node in outline.root.children:
        mark = node.mark
        if mark is None or mark.value is None:
            continue
        if before and before[0] == mark.scheme and mark.value > before[1] + 1:
            out.append(
                Finding("numbering_gap", f"{before[1]} → {mark.value}", (node.first, node.first))
            )
        before = (mark.scheme, mark.value)
    return out


def _periods(
    sheet: Sheet, tasks: list[Read], phases: list[ReadPhase], year: int | None
) -> list[Finding]:
    out: list[Finding] = []
    for read in tasks:
        task = read.task
        if read.contradictory:
            out.append(Finding("contradictory_dates", task.title, task.lines))
        if reversed_period(Period(task.start, task.end)):
            line = read.period_line or task.lines[0]
            out.append(Finding("end_before_start", f"{task.start} – {task.end}", (line, line)))
    for read_phase in phases:
        phase = read_phase.phase
        if reversed_period(read_phase.period):
            out.append(
                Finding(
                    "end_before_start",
                    f"{phase.start} – {phase.end}",
                    (phase.lines[0], phase.lines[0]),
                )
            )
        if read_phase.empty:
            out.append(Finding("empty_phase", phase.name, phase.lines))
    for text in sheet.lines:
        if not text or text.line in sheet.skip:
            continue
        bad = [m for m in mentions(text, sheet.words) if resolve(m, year).impossible]
        if bad:
            out.append(
                Finding(
                    "impossible_date", text.printed[bad[0].at : bad[0].to], (text.line, text.line)
                )
            )
    return out


def _counts(tasks: list[Read]) -> list[Finding]:
    return [
        Finding("list_count_mismatch", r.task.title, r.task.lines)
        for r in tasks
        if r.announced is not None
    ]


def _dissolved(sheet: Sheet) -> list[Finding]:
    out: list[Finding] = []
    for text in sheet.lines:
        if text.line in sheet.skip:
            continue
        for m in _DISTRICT.finditer(text.printed):
            if not _FORMER.match(text.printed[m.end() :]):
                out.append(Finding("dissolved_recipient", text.text[:200], (text.line, text.line)))
                break
    return out


_NEEDS: tuple[tuple[str, Callable[[Read], bool]], ...] = (
    ("missing_lead", lambda r: bool(r.task.lead)),
    ("missing_product", lambda r: bool(r.task.products)),
    ("missing_period", lambda r: r.stated_period),
)


def _missing(code: str, has: Callable[[Read], bool], tasks: list[Read]) -> list[Finding]:
    """The highest tasks that lack something together with all below and above; one for the plan if none has it."""
    if not tasks:
        return []
    if not any(has(t) for t in tasks):
        return [Finding(code, "", None)]
    below: dict[int, list[int]] = {}
    for i, read in enumerate(tasks):
        if read.task.parent_index is not None:
            below.setdefault(read.task.parent_index, []).append(i)

    def lacking(i: int) -> bool:
        return not has(tasks[i]) and all(lacking(c) for c in below.get(i, []))

    def above(i: int) -> bool:
        parent = tasks[i].task.parent_index
        return parent is not None and (has(tasks[parent]) or above(parent))

    out = []
    for i, read in enumerate(tasks):
        parent = read.task.parent_index
        if lacking(i) and not above(i) and not (parent is not None and lacking(parent)):
            out.append(Finding(code, read.task.title, read.task.lines))
    return out
