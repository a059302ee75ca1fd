"""Tasks of a plan: numbered items of the sections that order work, rows of task tables, items named in a sentence."""

import re
from dataclasses import dataclass, replace

from songfa.papers.plans.audiences import groups
from songfa.papers.plans.bodies import bodies, roles_in_text
from songfa.papers.plans.counts import frequency, quantity, recurring
from songfa.papers.plans.dates import disjoint
from songfa.papers.plans.labels import Labelled, labelled
from songfa.papers.plans.outline import Node, title_and_rest
from songfa.papers.plans.passage import Passage
from songfa.papers.plans.periods import NOTHING, Timing, labelled_timing, text_timing
from songfa.papers.plans.sections import Outline, Sheet
from songfa.papers.plans.series import announced, inline_numbers, named_items
from songfa.papers.plans.tables import Entry, tables
from songfa.papers.plans.vocabulary import Vocabulary, alternatives
from songfa.rules.plans.parts import Frequency, Lines, Quantity, Task


@dataclass(slots=True)
class Draft:
    """A task being read. `own` is its own text, `fields` its labelled values, `above` the index of its parent."""

    no: str | None
    title: Passage
    own: list[Passage]
    fields: list[Labelled]
    lines: Lines
    above: int | None
    whole: str | None = None  # its text if not that of its lines
    one: bool = False  # an item of "N ones"
    ones: int | None = None  # how many it announces
    children: int = 0
    table: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """A task with what only findings need."""

    task: Task
    stated_period: bool
    contradictory: bool
    impossible: tuple[int, ...] = ()
    announced: int | None = None
    period_line: int | None = None


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
    return [_read(d, drafts, sheet, year) for d in drafts]


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


# one task


def _read(d: Draft, drafts: list[Draft], sheet: Sheet, year: int | None) -> Read:
    words = sheet.words
    spans: dict[str, Lines] = {"title": (d.title.line, d.title.line)}
    lead, partners = _roles(d, words, spans)
    timing, text_time = _timing(d, year, words)
    often = _often(d, words)
    amount = _amount(d, words)
    products = _products(d, words, spans)
    budget = _budget(d, words, spans)
    audience = _audiences(d, words, spans)
    if timing.lines:
        spans["period"] = timing.lines
    for name, found in (("frequency", often), ("quantity", amount)):
        if found is not None:
            spans[name] = found[1]
    parent = drafts[d.above] if d.above is not None else None
    task = Task(
        no=d.no,
        title=re.sub(r"\s+", " ", d.title.text),
        text=d.whole if d.whole is not None else sheet.text(*d.lines),
        lines=d.lines,
        lead=lead,
        partners=partners,
        start=timing.period.start,
        end=timing.period.end,
        frequency=often[0] if often else None,
        quantity=amount[0] if amount else None,
        products=products,
        budget=budget,
        audiences=audience,
        parent=(parent.no or parent.title.text) if parent else None,
        parent_index=d.above,
        field_lines=spans,
    )
    against = (
        timing is not text_time
        and text_time.stated
        and any(f.field == "period" for f in d.fields)
        and disjoint(timing.period, text_time.period)
        and (timing.period.start or timing.period.end) is not None
        and (text_time.period.start or text_time.period.end) is not None
    )
    bad = tuple(t.lines[0] for t in (timing, text_time) if t.period.impossible and t.lines)
    return Read(
        task,
        timing.stated or often is not None,
        bool(against),
        bad,
        d.ones if _counted(d) else None,
        timing.lines[0] if timing.lines else d.lines[0],
    )


def _counted(d: Draft) -> bool:
    return d.ones is not None and d.children > 0 and d.children != d.ones


def _values(d: Draft, *names: str) -> list[Labelled]:
    return [f for f in d.fields if f.field in names and f.value]


def _roles(
    d: Draft, words: Vocabulary, spans: dict[str, Lines]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    lead: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    named = _values(d, "lead")
    responsible = _values(d, "responsible") or _values(d, "person")
    for f in named or responsible:
        inner = (
            roles_in_text(f.value, words)
            if re.search(r"牵头|配合|负责|chủ trì|phối hợp|会同", f.value.flat)
            else None
        )
        lead += inner.lead if inner and inner.lead else bodies(f.value, words)
        partners += inner.partners if inner and inner.lead else ()
        spans.setdefault("lead", (f.value.line, f.value.line))
    if named and not _values(d, "partners"):
        for f in responsible:
            partners += bodies(f.value, words)
    for f in _values(d, "partners"):
        partners += bodies(f.value, words)
        spans.setdefault("partners", (f.value.line, f.value.line))
    if not d.table and not (lead and partners):
        for text in d.own:
            found = roles_in_text(text, words)
            if found.lead and not lead:
                lead = found.lead
                spans["lead"] = (text.line, text.line)
            if found.partners and not partners:
                partners = found.partners
                spans["partners"] = (text.line, text.line)
    return _once(lead), tuple(p for p in _once(partners) if p not in lead)


def _once(items: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _timing(d: Draft, year: int | None, words: Vocabulary) -> tuple[Timing, Timing]:
    in_text = text_timing(d.own, year, words)
    for f in _values(d, "period"):
        return labelled_timing(f.value, year, words), in_text
    return (in_text, in_text) if in_text.stated else (NOTHING, in_text)


def _often(d: Draft, words: Vocabulary) -> tuple[Frequency, Lines] | None:
    for text in [
        *d.own,
        *(f.value for f in _values(d, "frequency", "content", "period", "quantity")),
    ]:
        if found := frequency(text, words):
            return found.frequency, (text.line, text.line)
    return None


def _amount(d: Draft, words: Vocabulary) -> tuple[Quantity, Lines] | None:
    if d.one:
        return _one(d)
    if d.ones is not None and d.children:
        return None
    for text in [
        *(f.value for f in _values(d, "quantity")),
        *d.own,
        *(f.value for f in _values(d, "content")),
    ]:
        if found := quantity(text, recurring(text, words), words):
            return found, (text.line, text.line)
    return None


def _one(d: Draft) -> tuple[Quantity, Lines]:
    for text in [d.title, *d.own]:
        m = re.search(
            r"(?<![第每统])一(个|支|处|堂|封|张|次|本|套|部|册|场|期|栏|名|条|块|份|面|项|间|座|[\u4e00-\u9fff])",
            text.flat,
        )
        if m:
            return Quantity(1, m.group(1)), (text.line, text.line)
    return Quantity(1, None), d.lines


_LIST_END = re.compile(r"(?:等|\.{2,}|…+)$")


def _products(d: Draft, words: Vocabulary, spans: dict[str, Lines]) -> tuple[str, ...]:
    out: list[str] = []
    for f in _values(d, "products"):
        out.extend(_items(f.value, words))
        spans.setdefault("products", (f.value.line, f.value.line))
    verbs = words.words("products", "verbs")
    if out or not verbs:
        return _once(tuple(out))
    pattern = words.pattern("products.verbs", rf"{alternatives(verbs)}(?P<what>[^。;,:\x00]+)")
    for text in d.own:
        for m in pattern.finditer(text.masked(re.compile("“[^”]*”")).flat):
            what = text.cut(*m.span("what"))
            if _is_product(what, words):
                out.extend(_items(what, words))
                spans.setdefault("products", (text.line, text.line))
    return _once(tuple(out))


def _is_product(what: Passage, words: Vocabulary) -> bool:
    flat = what.flat.strip()
    abstract = words.pattern("products.not_made", words.any("products", "not_made") + "$")
    return 1 < len(flat) <= 40 and not abstract.search(flat)


def _items(value: Passage, words: Vocabulary) -> list[str]:
    guarded = value.masked(re.compile(r"\([^)]*\)|“[^”]*”|《[^》]*》"))
    split = (
        re.compile(r"[、,;\n]|和|及(?!时)|以及")
        if words.is_zh
        else re.compile(r"[,;\n]|\s+và\s+", re.IGNORECASE)
    )
    pieces, at = [], 0
    for m in split.finditer(guarded.flat):
        pieces.append(value.cut(at, m.start()))
        at = m.end()
    pieces.append(value.cut(at))
    out: list[str] = []
    for piece in (p.trim() for p in pieces):
        tail = _LIST_END.search(piece.flat)
        text = (piece.cut(0, tail.start()) if tail else piece).trim().text
        text = re.sub(r"^(?:[-+•*]|\d{1,2}[.)、])\s*", "", text)
        if text and text.casefold() not in words.words("same", "empty"):
            out.append(text)
    return out


def _budget(d: Draft, words: Vocabulary, spans: dict[str, Lines]) -> str | None:
    amount = re.compile(
        r"\d[\d.,]*\s*(?:万元|亿元|元|triệu đồng|tỷ đồng|nghìn đồng|đồng|triệu|đ\b)", re.IGNORECASE
    )
    for f in _values(d, "budget"):
        spans["budget"] = (f.value.line, f.value.line)
        return f.value.text
    for text in d.own:
        if re.search(r"经费|资金|预算|kinh phí|dự toán", text.flat, re.IGNORECASE) and (
            m := amount.search(text.flat)
        ):
            spans["budget"] = (text.line, text.line)
            return text.printed[m.start() : m.end()]
    return None


def _audiences(d: Draft, words: Vocabulary, spans: dict[str, Lines]) -> tuple[str, ...]:
    out: list[str] = []
    texts = [*d.own, *(f.value for f in _values(d, "audiences", "content"))]
    if d.title and not any(d.title.line == t.line for t in texts):
        texts.insert(0, d.title)
    for text in texts:
        for named in groups(text, words):
            if named.group not in out:
                out.append(named.group)
                spans.setdefault("audiences", (text.line, text.line))
    return tuple(out)
