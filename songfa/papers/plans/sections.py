"""A plan's text as a tree whose headings are classified: aims, goals, tasks, phases, execution and so on."""

import re
from dataclasses import dataclass, field

from songfa.papers.intake import Document, Row
from songfa.papers.plans.labels import label_line
from songfa.papers.plans.outline import Mark, Node, attach, close, mark_of, title_and_rest
from songfa.papers.plans.passage import Passage, passage
from songfa.papers.plans.periods import mentions
from songfa.papers.plans.vocabulary import Vocabulary, alternatives

# Recipients, copies and annexes: what follows belongs to no section.
_ANNEX = re.compile(r"\s*(?:nơi nhận\s*:|(?:附件|附表|抄送|抄报|主送)\s*\d*\s*:)", re.IGNORECASE)
_END = re.compile(r"[。.;,、:!?]\s*$")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One plan's stretch of a document: its lines as passages (index 0 is line `first`) and its table rows."""

    lines: tuple[Passage, ...]
    rows: dict[int, Row]
    numbered: dict[int, int]
    headings: dict[int, int]
    words: Vocabulary
    skip: frozenset[int] = frozenset()

    @property
    def first(self) -> int:
        return self.lines[0].line

    @property
    def last(self) -> int:
        return self.lines[-1].line

    def text(self, first: int, last: int) -> str:
        kept = [
            p.printed for p in self.lines if first <= p.line <= last and p.line not in self.skip
        ]
        return "\n".join(kept).strip("\n")


@dataclass(slots=True)
class Outline:
    root: Node
    sections: list[Node] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Node]:
        """Every node whose own kind is one of these, outermost first."""
        return [n for n in self.root.walk() if n.kind in kinds]


def sheet_of(
    document: Document,
    lines: tuple[str, ...],
    span: tuple[int, int],
    words: Vocabulary,
    skip: frozenset[int],
) -> Sheet:
    """The lines [first, last] of a document."""
    first, last = span
    return Sheet(
        lines=tuple(passage(lines[n - 1], n) for n in range(first, last + 1)),
        rows={r.line: r for r in document.rows if first <= r.line <= last},
        numbered={n: d for n, d in document.numbered.items() if first <= n <= last},
        headings={n: d for n, d in document.headings.items() if first <= n <= last},
        words=words,
        skip=skip,
    )


def kind_of(title: str, words: Vocabulary) -> str | None:
    """What a section is about, by its heading; None if no word tells."""
    flat = re.sub(r"\s+", " ", title).strip(" :。.;,")
    if words.is_zh:
        flat = flat.replace(" ", "")
    if not flat or len(flat) > (24 if words.is_zh else 90):
        return None
    # The word that comes first decides (主要任务和工作要求 is about tasks); of two at one place, the earlier list.
    found: list[tuple[int, int, str]] = []
    for order, kind in enumerate(words.table("sections")):
        m = words.pattern(f"sections.{kind}", words.any("sections", kind)).search(flat)
        if m:
            found.append((m.start(), order, kind))
    return min(found)[2] if found else None


def outline(sheet: Sheet) -> Outline:
    """The tree of one plan. Lines ahead of the first heading hang on the root."""
    root = Node(None, passage("", sheet.first))
    stack = [root]
    bare = _bare(sheet)
    mark: Mark | None
    alone: tuple[Mark, int] | None = None
    for text in sheet.lines:
        if text.line in sheet.skip or not text or text.line in sheet.rows:
            if text.line in sheet.rows and text.line not in sheet.skip:
                stack[-1].body.append(text)
            continue
        if alone is not None:
            mark, opened = alone
            node, alone = Node(mark, text, opened=opened), None
            attach(root, node, stack)
            _classify(node, stack, sheet.words)
            continue
        mark = _mark(text, sheet, bare=bare)
        if mark is not None and mark.no and not text.cut(mark.length):
            alone = (mark, text.line)  # "Phần thứ nhất" with its heading on the next line
            continue
        if mark is None or _is_field(text, mark, stack, sheet.words):
            stack[-1].body.append(text)
            continue
        node = Node(mark, text.cut(mark.length))
        attach(root, node, stack)
        _classify(node, stack, sheet.words)
    close(root)
    _arranged(root, sheet.words)
    return Outline(root)


def _arranged(root: Node, words: Vocabulary) -> None:
    """活动安排 may hold phases or tasks, as its items tell.

    Undated items without 阶段 are tasks where no other section orders work; items all named 阶段 are phases.
    """
    tops = root.children
    loose = [n for n in tops if n.kind in {"phases", "tasks"} and n.children]
    for node in loose:
        heads = [c.head for c in node.children if c.mark and c.mark.rank < 6]
        staged = [bool(_STAGE.search(h.flat[:24])) for h in heads]
        dated = [any(m.at < 30 for m in mentions(h, words)) for h in heads]
        if node.kind == "phases" and heads and not any(staged) and not any(dated):
            if not any(n.kind == "tasks" for n in tops):
                node.kind = "tasks"
        elif node.kind == "tasks" and len(heads) > 1 and all(staged) and words.is_zh:
            node.kind = "phases"


_STAGE = re.compile(r"阶段|第[一二三四五六]步|giai đoạn|bước \d", re.IGNORECASE)


def _bare(sheet: Sheet) -> bool:
    """Whether headings without numbers carry this text: no line opens with 一、 or I."""
    return not any(
        (m := mark_of(t)) is not None and m.rank <= 1.5
        for t in sheet.lines
        if t and t.line not in sheet.rows and t.line not in sheet.skip
    )


def _mark(text: Passage, sheet: Sheet, *, bare: bool) -> Mark | None:
    return mark_of(text) or _unnumbered(text, sheet, bare=bare)


def _unnumbered(text: Passage, sheet: Sheet, *, bare: bool) -> Mark | None:
    """The mark of a line that is a heading without a printed number."""
    if _ANNEX.match(text.flat):
        return Mark("annex", 1, None, None, 0)
    if text.line in sheet.headings:
        return Mark("heading", 0.2 + sheet.headings[text.line] / 10, None, None, 0)
    if text.line in sheet.numbered:
        depth = sheet.numbered[text.line]
        known = _section_heading(text, sheet.words)
        return Mark("auto", 1 if known and depth == 0 else 2.2 + depth / 10, None, None, 0)
    boxed = text.flat.strip().startswith("【") and text.flat.strip().endswith("】")
    if bare and (boxed or _section_heading(text, sheet.words)) and not _crown(text, sheet):
        return Mark("bare", 0.9, None, None, 0)
    return None


def _crown(text: Passage, sheet: Sheet) -> bool:
    """附件 on the first line heads the plan itself."""
    opening = next(t.line for t in sheet.lines if t and t.line not in sheet.skip)
    return text.line == opening and kind_of(text.flat, sheet.words) == "appendix"


def _section_heading(text: Passage, words: Vocabulary) -> bool:
    """A short line that is nothing but the name of a section."""
    flat = text.flat.strip().strip("【】[]")
    if words.is_zh:
        if len(flat) > 12 or _END.search(flat.rstrip(":")):
            return False
        return kind_of(flat, words) not in {None, "residue"} and not label_line(text, words)
    if len(flat) > 60 or _END.search(flat.rstrip(":")) or label_line(text, words):
        return False
    return kind_of(flat, words) is not None and (flat.isupper() or _whole_heading(flat, words))


def _whole_heading(flat: str, words: Vocabulary) -> bool:
    every = [w for k in words.table("sections") for w in words.words("sections", k)]
    rest = re.sub(alternatives(every), "", flat, flags=re.IGNORECASE)
    return len(rest) <= 0.35 * len(flat)


def _is_field(text: Passage, mark: Mark, stack: list[Node], words: Vocabulary) -> bool:
    """A labelled line inside the section of tasks belongs to the task above."""
    if _section_kind(stack) != "tasks" or mark.rank < 2:
        return False
    field_name = label_line(text, words)
    if field_name is None:
        return False
    # Loose labels such as 措施: or Nội dung: count only under a task.
    return len([n for n in stack if n.mark]) > 1


def _section_kind(stack: list[Node]) -> str | None:
    return next((n.kind for n in reversed(stack) if n.kind), None)


def _classify(node: Node, stack: list[Node], words: Vocabulary) -> None:
    parents = [n for n in stack[:-1] if n.mark is not None]
    title, _ = title_and_rest(node.head, zh=words.is_zh)
    kind = kind_of(title.flat, words)
    if not parents:
        if node.mark is not None and node.mark.scheme == "annex":
            node.kind = "appendix"
            return
        known = kind if node.mark is None or node.mark.rank < 6 else None
        node.kind = known or "other"
        return
    if parents[-1].kind is None or kind is None:
        return
    # Below a heading of two subjects ("MỤC TIÊU, NHIỆM VỤ") or of the aims, items may name their own section;
    # nothing below tasks and phases is a section.
    above = parents[-1].kind
    exact = _exact(title.flat, words)
    mixed = above in {"aims", "goals", "other"} or (
        above == "tasks" and len(parents) == 1 and exact and _two(parents[0], words)
    )
    if mixed and exact and kind != above:
        node.kind = kind


def _exact(flat: str, words: Vocabulary) -> bool:
    if words.is_zh:
        return len(flat.strip(" :。")) <= 8
    return len(flat.split()) <= 6 and _whole_heading(flat.strip(" :."), words)


def _two(node: Node, words: Vocabulary) -> bool:
    flat = node.head.flat.lower()
    kinds = [
        k
        for k in ("goals", "aims", "phases")
        if words.pattern(f"sections.{k}", words.any("sections", k)).search(flat)
    ]
    return bool(kinds)
