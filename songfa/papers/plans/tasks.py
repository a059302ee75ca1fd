"""Tasks of a plan: numbered items of the sections that order work, rows of task tables, items named in a sentence."""

import re
from dataclasses import replace

from songfa.papers.plans.labels import Labelled, labelled
from songfa.papers.plans.outline import Node, title_and_rest
from songfa.papers.plans.passage import Passage
from songfa.papers.plans.sections import Outline, Sheet
from songfa.papers.plans.series import announced, inline_numbers, named_items
from songfa.papers.plans.tables import Entry, tables
from songfa.papers.plans.task import Draft, Read, read_task
from songfa.papers.plans.vocabulary import Vocabulary


def read_tasks(sheet: Sheet, outline: Outline, year: int | None) -> list[Read]:
    """All tasks of the plan in order of place."""
    drafts: list[Draft] = []
    for section in _sections(outline, sheet.words):
        _section(section, sheet, drafts)
    for table in tables(sheet):
        if table.kind == "tasks":
            drafts.extend(_row(entry, sheet) for entry in table.entries if entry.cells["task"])
    order = sorted(range(len(drafts)), key=lambda i: (drafts[i].lines[0], i))
    place = {old: new for new, old in enumerate(order)}
    drafts = [replace(drafts[i]) for i in order]
    for d in drafts:
        d.above = place[d.above] if d.above is not None else None
    _repeat(drafts, sheet.words)
    return [read_task(d, drafts, sheet, year) for d in drafts]


def _repeat(drafts: list[Draft], words: Vocabulary) -> None:
    """同上 / như trên / -nt- after a label repeats the value of the same field above."""
    above: dict[str, Passage] = {}
    for d in drafts:
        for at, f in enumerate(d.fields):
            if f.value.flat.strip(" .").casefold() in words.words("same", "words"):
                d.fields[at] = Labelled(f.field, above.get(f.field, f.value.cut(0, 0)), f.at)
            elif f.value.flat.strip(" .").casefold() in words.words("same", "empty"):
                d.fields[at] = Labelled(f.field, f.value.cut(0, 0), f.at)
            above[f.field] = d.fields[at].value


def _sections(outline: Outline, words: Vocabulary) -> list[Node]:
    """The outermost nodes of tasks; without any, sections of unknown subject whose items carry fields."""
    found = [n for n in outline.of("tasks") if not _inside(n, outline)]
    if found:
        found = sorted([*found, *_more_work(outline, words)], key=lambda n: n.first)
    return (
        found or [outline.root]
        if not found and _running(outline.root)
        else found or _unknown(outline)
    )


def _more_work(outline: Outline, words: Vocabulary) -> list[Node]:
    """Sections named by the work itself (五、加强社区依法治理) between that of the tasks and what follows."""
    safeguard = words.find("work", "safeguards")
    act = words.find("work", "verbs")
    out: list[Node] = []
    begun = False
    for node in outline.root.children:
        begun = begun or node.kind == "tasks"
        items = [c for c in node.children if c.mark and c.mark.rank < 6]
        if begun and node.kind == "other" and len(items) >= 2 and act.match(node.head.flat.strip()):
            like = sum(bool(safeguard.search(c.head.flat[:16])) for c in items)
            if like * 2 < len(items) and not safeguard.search(node.head.flat):
                out.append(node)
    return out


def _inside(node: Node, outline: Outline) -> bool:
    return any(node is not other and node in other.walk() for other in outline.of("tasks"))


def _running(root: Node) -> bool:
    return any(len(inline_numbers(p)) >= 3 for p in root.body)


def _unknown(outline: Outline) -> list[Node]:
    return [n for n in outline.root.children if n.kind == "other" and n.children]


# sections


def _section(section: Node, sheet: Sheet, drafts: list[Draft]) -> None:
    items = [c for c in section.children if c.kind in {None, "tasks"}]
    texts = _plain([*_rest(section, sheet.words), *section.body], sheet)
    marked = [c for c in items if c.mark and c.mark.scheme not in {"dash", "plus"}]
    if marked or any(_is_task(c, sheet.words) for c in items) or (items and not marked):
        for child in items:
            if (
                marked
                and child.mark
                and child.mark.scheme in {"dash", "plus"}
                and not _is_task(child, sheet.words)
            ):
                continue
            _node(child, None, sheet, drafts)
        return
    if _paragraphs_titled(texts, sheet):
        _titled(texts, sheet, drafts)
        return
    before = len(drafts)
    for text in texts:
        _inline(text, None, sheet, drafts, announced_too=True)
    if len(drafts) == before and not any(
        r for r in sheet.rows if section.first <= r <= section.last
    ):
        _titled(texts, sheet, drafts)


def _paragraphs_titled(texts: list[Passage], sheet: Sheet) -> bool:
    """Whether most paragraphs open with a short heading of their own, as 法治大讲堂。每月10日开讲 does."""
    short = 0
    for text in texts:
        title, rest = title_and_rest(text, zh=sheet.words.is_zh)
        if rest and text.flat[len(title.flat)] in "。." and len(title.flat.strip()) <= 30:
            short += _title_like(title, rest, sheet.words) and not inline_numbers(title)
    return short >= 2 and short * 2 > len([t for t in texts if t])


def _rest(node: Node, words: Vocabulary) -> list[Passage]:
    _, rest = title_and_rest(node.head, zh=words.is_zh)
    return [rest] if rest else []


def _plain(texts: list[Passage], sheet: Sheet) -> list[Passage]:
    return [t for t in texts if t and t.line not in sheet.rows and t.line not in sheet.skip]


def _titled(texts: list[Passage], sheet: Sheet, drafts: list[Draft]) -> None:
    """Without numbers each paragraph with a title is a task; others and labelled lines belong to the one above."""
    for text in texts:
        ahead, fields = labelled(text, sheet.words)
        title, rest = title_and_rest(text, zh=sheet.words.is_zh)
        starts = bool(ahead) and _title_like(title, rest, sheet.words)
        if starts:
            draft = Draft(
                None,
                labelled(title, sheet.words)[0].trim(),
                [ahead],
                fields,
                (text.line, text.line),
                None,
            )
            what = announced(ahead)
            draft.ones = what.count if what else None
            drafts.append(draft)
            index = len(drafts) - 1
            left = _inline(ahead, index, sheet, drafts, announced_too=True)
            draft.own = [left] if left is not None else draft.own
            draft.children = len(drafts) - 1 - index
        elif drafts and drafts[-1].lines[1] >= texts[0].line:
            last = next(d for d in reversed(drafts) if d.above is None)
            last.own.extend([ahead] if ahead else [])
            last.fields.extend(fields)
            last.lines = (last.lines[0], text.line)


def _title_like(title: Passage, rest: Passage, words: Vocabulary) -> bool:
    flat = title.flat.strip()
    if flat.endswith((":", "：")) and not rest:
        return False
    return 2 < len(flat) <= (30 if words.is_zh else 160)


def _is_task(node: Node, words: Vocabulary) -> bool:
    """Whether an item without number is work of its own: it carries fields."""
    texts = [node.head, *node.body, *(c.head for c in node.children)]
    strong = {"lead", "responsible", "person", "partners", "period", "products"}
    return any(f.field in strong for t in texts for f in labelled(t, words)[1])


def _node(node: Node, above: int | None, sheet: Sheet, drafts: list[Draft]) -> None:
    words = sheet.words
    head, fields = labelled(node.head, words)
    title, _ = title_and_rest(head, zh=words.is_zh)
    title = _without_brackets(title, words)
    own = [head] if head else []
    children: list[Node] = []
    for child in sorted(node.children, key=lambda c: c.first):
        if child.mark and child.mark.scheme in {"dash", "plus"} and not _is_task(child, words):
            for part in child.walk():
                _take([part.head, *part.body], own, fields, sheet)
        elif child.kind in {None, "tasks"}:
            children.append(child)
    _take(node.body, own, fields, sheet)
    index = len(drafts)
    draft = Draft(node.no, title.trim(), own, fields, (node.first, node.last), above)
    drafts.append(draft)
    what = next((a for t in own if (a := announced(t))), None)
    draft.ones = what.count if what else None
    for child in children:
        at = len(drafts)
        _node(child, index, sheet, drafts)
        drafts[at].one = what is not None and _one_like(drafts[at])
    if not children:
        for text in list(own):
            left = _inline(text, index, sheet, drafts, announced_too=True)
            if left is not None:
                own[own.index(text)] = left
    draft.children = sum(1 for d in drafts[index + 1 :] if d.above == index)


def _one_like(draft: Draft) -> bool:
    return "一" in draft.title.flat or any("一" in t.flat for t in draft.own)


def _take(texts: list[Passage], own: list[Passage], fields: list[Labelled], sheet: Sheet) -> None:
    for text in _plain(texts, sheet):
        ahead, found = labelled(text, sheet.words)
        if ahead and ahead.flat.strip(" -+•*"):
            own.append(ahead)
        fields.extend(found)


_ROLE_BRACKET = re.compile(
    r"\((?:[^()]*(?:牵头|负责|责任单位|配合|chủ trì|phối hợp|时限|完成)[^()]*)\)\s*$"
)


def _without_brackets(title: Passage, words: Vocabulary) -> Passage:
    m = _ROLE_BRACKET.search(title.flat)
    return title.cut(0, m.start()) if m and m.start() > 1 else title


def _inline(
    text: Passage, above: int | None, sheet: Sheet, drafts: list[Draft], *, announced_too: bool
) -> Passage | None:
    """Tasks inside a sentence; returns what is left of the text for the item itself, None if there are none."""
    line = (text.line, text.line)
    numbered = inline_numbers(text)
    if numbered:
        for no, piece in numbered:
            title, _ = title_and_rest(piece, zh=sheet.words.is_zh)
            drafts.append(Draft(no, title.trim(), [piece], [], line, above, whole=piece.text))
        return text.cut(0, text.flat.find(numbered[0][1].flat))
    what = announced(text) if announced_too else None
    items = named_items(text, what) if what else []
    if not items or what is None:
        return None
    drafts.extend(
        Draft(None, item, [item], [], line, above, whole=item.text, one=True) for item in items
    )
    flat = text.flat
    for item in items:
        flat = flat.replace(item.flat, "\x00" * len(item.flat), 1)
    return Passage(text.printed, flat, text.line)


def _row(entry: Entry, sheet: Sheet) -> Draft:
    cells = entry.cells
    fields = [
        Labelled(name, cells[name], 0)
        for name in (
            "lead",
            "responsible",
            "person",
            "partners",
            "period",
            "products",
            "budget",
            "audiences",
            "frequency",
            "quantity",
            "content",
        )
        if cells.get(name)
    ]
    if cells.get("both"):
        fields.extend(_both(cells["both"], sheet.words))
    no = cells["no"].text.strip(" .、()（）") if cells.get("no") else ""
    cell = cells["task"]
    draft = Draft(
        no or None, cell.trim(), [cell], fields, (entry.line, entry.line), None, table=True
    )
    inner, more = labelled(cell, sheet.words)
    if more and inner:
        draft.own, draft.title = [inner], inner.trim()
        draft.fields = fields + more
    return draft


def _both(cell: Passage, words: Vocabulary) -> list[Labelled]:
    """One column for lead and partners: by its inner labels, else by its running text."""
    _, found = labelled(cell, words)
    return found or [Labelled("responsible", cell, 0)]
