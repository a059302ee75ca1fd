"""One task of a plan: what its text, its labels and the tasks above it say of who, when, how often and how much."""

import re
from dataclasses import dataclass

from songfa.papers.plans.audiences import groups
from songfa.papers.plans.bodies import bodies, roles_in_text
from songfa.papers.plans.counts import frequency, quantity, recurring
from songfa.papers.plans.dates import disjoint
from songfa.papers.plans.labels import Labelled
from songfa.papers.plans.passage import Passage
from songfa.papers.plans.periods import NOTHING, Timing, labelled_timing, text_timing
from songfa.papers.plans.sections import Sheet
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


def read_task(d: Draft, drafts: list[Draft], sheet: Sheet, year: int | None) -> Read:
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
