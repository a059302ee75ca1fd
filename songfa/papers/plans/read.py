"""A document's lines -> the plans in it. Nothing is stored, nothing is invented."""

import re

from songfa.papers.intake import Document
from songfa.papers.plans.audiences import groups
from songfa.papers.plans.dates import resolve
from songfa.papers.plans.duties import read_duties
from songfa.papers.plans.findings import read_findings
from songfa.papers.plans.head import Head, read_head
from songfa.papers.plans.language import detect, readable
from songfa.papers.plans.organisation import read_organisation
from songfa.papers.plans.outline import Node, title_and_rest
from songfa.papers.plans.passage import Passage, passage
from songfa.papers.plans.periods import mentions
from songfa.papers.plans.phases import ReadPhase, read_phases
from songfa.papers.plans.residue import residue
from songfa.papers.plans.sections import Outline, Sheet, outline, sheet_of
from songfa.papers.plans.segments import is_title, spans
from songfa.papers.plans.tables import tables
from songfa.papers.plans.targets import read_targets
from songfa.papers.plans.task import Read
from songfa.papers.plans.tasks import read_tasks
from songfa.papers.plans.vocabulary import Vocabulary, vocabulary
from songfa.rules.plans.parts import Aim, Audience, PlanRead
from songfa.rules.problems import FILE_NOT_A_PLAN


def read_plans(document: Document) -> tuple[PlanRead, ...]:
    """The plans of a document, in order. Raises FILE_NOT_A_PLAN with `found` = review or other.

    Line numbers are those of `document.lines`; `readable_lines` gives the text that the values were taken from.
    """
    language = detect(document.lines)
    words = vocabulary(language)
    text = readable(document.lines) if words.is_zh else None
    lines = text.lines if text else document.lines
    web = residue(lines, words)
    found = spans(lines, web.lines, words)
    plans: list[PlanRead] = []
    for at, span in enumerate(found):
        first = 1 if at == 0 else span[0]
        blocks = tuple(b for b in web.blocks if first <= b[0] <= span[1])
        sheet = sheet_of(document, lines, span, words, web.lines)
        plan = _plan(sheet, blocks, language, converted=bool(text and text.converted))
        if plan is not None:
            plans.append(plan)
    if not plans:
        raise FILE_NOT_A_PLAN(found="review" if _review(lines, web.lines, words) else "other")
    return tuple(plans)


def readable_lines(document: Document) -> tuple[str, ...]:
    """The document's lines as the reader saw them: simplified, without inserted readings; the same count."""
    if detect(document.lines) != "zh-Hans":
        return document.lines
    return readable(document.lines).lines


def _plan(
    sheet: Sheet, blocks: tuple[tuple[int, int], ...], language: str, *, converted: bool
) -> PlanRead | None:
    tree = outline(sheet)
    head = read_head(sheet, _body_start(tree, sheet))
    tasks = read_tasks(sheet, tree, head.year)
    if not _is_plan(sheet, tree, tasks, head):
        return None
    phases = read_phases(sheet, tree, head.year)
    findings = read_findings(
        sheet,
        tree,
        tasks,
        phases,
        blocks,
        converted=converted,
        reach=_reach(head, tasks, phases, sheet),
        year=head.year,
    )
    return PlanRead(
        title=head.title,
        number=head.number,
        issuer=head.issuer,
        date=head.date,
        language=language,
        kind=head.kind,
        lines=(sheet.first, sheet.last),
        aims=tuple(_aims(tree, sheet)),
        audiences=tuple(_audiences(tree, sheet, head)),
        phases=tuple(p.phase for p in phases),
        tasks=tuple(r.task for r in tasks),
        targets=tuple(read_targets(sheet, tree, head.year)),
        organisation=tuple(read_organisation(sheet, tree)),
        duties=tuple(read_duties(sheet, tree, head.year)),
        findings=tuple(findings),
        field_lines=head.lines,
    )


def _body_start(tree: Outline, sheet: Sheet) -> int:
    """The line of the first heading, or of the header of the first table that was understood."""
    firsts = [n.first for n in tree.root.children if n.mark is not None and n.mark.rank < 4]
    firsts.extend(t.entries[0].line - 1 for t in tables(sheet))
    return min(firsts, default=sheet.last + 1)


def _is_plan(sheet: Sheet, tree: Outline, tasks: list[Read], head: Head) -> bool:
    """A plan orders work: it has tasks, and either a title of a plan or sections of one. A review looks back."""
    if not tasks:
        return (
            bool(head.kind)
            and len(
                {n.kind for n in tree.root.children}
                & {"aims", "goals", "phases", "requirements", "execution"}
            )
            >= 2
        )
    named = (
        bool(head.kind)
        or any(n.kind not in {None, "other"} for n in tree.root.children)
        or bool(sheet.rows)
    )
    return named and not (head.kind is None and _review_title(head.title, sheet.words))


def _review_title(title: str | None, words: Vocabulary) -> bool:
    if not title:
        return False
    flat = passage(title, 1).flat.strip().lower()
    review = words.any("head", "review_words")
    return bool(
        re.search(review + r"(?:\([^)]*\))?$", flat) if words.is_zh else re.match(review, flat)
    )


def _review(lines: tuple[str, ...], skip: frozenset[int], words: Vocabulary) -> bool:
    """Whether one of the opening lines calls the text a review or report."""
    opening = [passage(t, n) for n, t in enumerate(lines, 1) if t.strip() and n not in skip][:12]
    return any(
        len(t.flat.strip()) <= 60 and _review_title(t.text, words) and not is_title(t, words)
        for t in opening
    )


def _reach(head: Head, tasks: list[Read], phases: list[ReadPhase], sheet: Sheet) -> str | None:
    """The last day that the plan speaks of: its title, tasks, phases and issue; the year's end if no title tells."""
    days = [d for r in tasks for d in (r.task.start, r.task.end)]
    days.extend(d for p in phases for d in (p.phase.start, p.phase.end))
    named = mentions(passage(head.title or "", 1), sheet.words)
    days.extend(resolve(m, head.year).end for m in named)
    if head.date:
        days.append(head.date)
        if not named:
            days.append(f"{head.date[:4]}-12-31")
    return max((d for d in days if d and not d.startswith("-")), default=None)


def _aims(tree: Outline, sheet: Sheet) -> list[Aim]:
    out: list[Aim] = []
    for section in tree.of("aims"):
        out.extend(_paragraphs(section, sheet))
    return out


def _paragraphs(section: Node, sheet: Sheet) -> list[Aim]:
    out: list[Aim] = []
    _, rest = title_and_rest(section.head, zh=sheet.words.is_zh)
    if rest.trim() and section.head.line not in sheet.skip:
        out.append(Aim(rest.text, (rest.line, rest.line)))
    out.extend(
        Aim(text.text, (text.line, text.line))
        for text in section.body
        if text and text.line not in sheet.rows
    )
    for child in section.children:
        if child.kind not in {None, "aims"}:
            continue
        if child.mark and child.mark.scheme in {"dash", "plus"}:
            line = sheet.lines[child.first - sheet.first]
            out.append(Aim(line.text, (child.first, child.first)))
            out.extend(Aim(t.text, (t.line, t.line)) for t in child.body if t)
        else:
            out.extend(_item(child, sheet))
    return out


def _item(child: Node, sheet: Sheet) -> list[Aim]:
    if child.body or child.children:
        return _paragraphs(child, sheet)
    line = sheet.lines[child.first - sheet.first]
    return [Aim(line.text, (child.first, child.first))]


def _audiences(tree: Outline, sheet: Sheet, head: Head) -> list[Audience]:
    sections = tree.of("audiences")
    if sections:
        return _named([t for s in sections for t in _texts_of(s)], sheet.words)
    priority = sheet.words.find("audience_rules", "priority")
    split = re.compile(r"[。;!]") if sheet.words.is_zh else re.compile(r"[;]|\.(?=\s|$)")
    sentences = [
        sentence
        for section in tree.of("aims", "goals")
        for text in _texts_of(section)
        for sentence in text.split(split)
        if priority.search(sentence.flat)
    ]
    found = _named(sentences, sheet.words)
    if found or head.title is None:
        return found
    line = head.lines["title"][0]
    return _named([passage(head.title, line)], sheet.words)


def _texts_of(section: Node) -> list[Passage]:
    kind = section.kind
    out = []
    for node in section.walk():
        if node is section or node.kind in {None, kind}:
            out.extend([node.head, *node.body])
    return out


def _named(texts: list[Passage], words: Vocabulary) -> list[Audience]:
    out: list[Audience] = []
    for text in texts:
        for named in groups(text, words):
            if not any(a.group == named.group for a in out):
                out.append(Audience(named.group, named.text, (text.line, text.line)))
    return out
