"""Acts with a named bearer outside the tasks.

Items "body: what it must do", and sentences that make somebody report, hand in, collect, check or publish.
"""
# ruff: noqa: E501 - a pattern is read best in one line

import re
from dataclasses import dataclass

from songfa.papers.plans.counts import frequency
from songfa.papers.plans.dates import END, Mention, resolve
from songfa.papers.plans.organisation import role_label
from songfa.papers.plans.outline import Node, mark_of, title_and_rest
from songfa.papers.plans.passage import Passage
from songfa.papers.plans.periods import mentions
from songfa.papers.plans.sections import Outline, Sheet
from songfa.papers.plans.vocabulary import Vocabulary, alternatives
from songfa.rules.plans.parts import Duty


@dataclass(frozen=True, slots=True)
class Due:
    iso: str | None
    at: int
    to: int


def read_duties(sheet: Sheet, outline: Outline, year: int | None) -> list[Duty]:
    """Duties in order of place."""
    out: list[Duty] = []
    for section in outline.root.children:
        out.extend(_section(section, sheet, year))
    # A text that is a table with remarks under it has no sections.
    table = min(sheet.rows, default=sheet.last + 1)
    for text in outline.root.body:
        if text.line > table and text.line not in sheet.rows:
            out.extend(_sentences(text, sheet.words, year))
    return sorted(out, key=lambda d: d.lines)


def _section(node: Node, sheet: Sheet, year: int | None) -> list[Duty]:
    if node.kind == "budget" and sheet.words.find("sections", "execution").search(node.head.flat):
        node.kind = "execution"  # KINH PHÍ VÀ TỔ CHỨC THỰC HIỆN
    if node.kind in {"tasks", "aims", "goals", "audiences", "situation", "budget", "appendix"}:
        return [
            d
            for c in node.children
            if c.kind not in {None, node.kind}
            for d in _section(c, sheet, year)
        ]
    out: list[Duty] = []
    texts = _texts(node, sheet)
    listed = node.kind in {"execution", "requirements", "organisation"} or not sheet.words.is_zh
    used: set[int] = set()
    for text, under in texts:
        if role_label(text, sheet.words) or text.line in used:
            continue
        wished = (
            not sheet.words.is_zh
            and mark_of(sheet.lines[text.line - sheet.first]) is None
            and _wish(text, sheet.words)
        )
        found = _item(text, under, sheet.words, year) if listed and not wished else []
        if found and found[0].lines[1] > text.line:
            used.update(u.line for u in under)
        out.extend(found or _sentences(text, sheet.words, year))
    return out


def _wish(text: Passage, words: Vocabulary) -> bool:
    """Đề nghị UBND xã quan tâm, tạo điều kiện: a closing request that makes nobody report."""
    return (
        bool(re.match(r"\s*(?:đề nghị|kính đề nghị|rất mong)\s", text.flat, re.IGNORECASE))
        and ":" not in text.flat
        and not words.find("duties", "verbs").search(text.flat)
    )


def _texts(node: Node, sheet: Sheet) -> list[tuple[Passage, list[Passage]]]:
    """Each line of the section with, for a heading that is only a body, the lines under it."""
    out: list[tuple[Passage, list[Passage]]] = []
    for n in node.walk():
        own = [] if n is node else [(n.head, [*n.body, *(c.head for c in n.children)])]
        rest = node.body if n is node else n.body
        out.extend(own)
        out.extend((t, []) for t in rest)
        if n is node:
            out.append((title_and_rest(n.head, zh=sheet.words.is_zh)[1], []))
    return [(t, u) for t, u in out if t and t.line not in sheet.skip and t.line not in sheet.rows]


def _stripped(text: Passage) -> Passage:
    mark = mark_of(text)
    return text.cut(mark.length) if mark else text


def _item(text: Passage, under: list[Passage], words: Vocabulary, year: int | None) -> list[Duty]:
    if words.is_zh:
        return _item_zh(text, under, words, year)
    out: list[Duty] = []
    for run in _runs_vi(_stripped(text), words):
        found = _item_vi(run, under, words, year)
        out.extend(found)
    return out


def _runs_vi(text: Passage, words: Vocabulary) -> list[Passage]:
    """The sentences of an item, those without a bearer of their own joined to the one before."""
    ends = [m.end() for m in re.finditer(r"\.\s+(?=[A-ZĐÀ-Ỹ])", text.flat)]
    starts = [0, *(n for n in ends if _bearer_vi(text.cut(n), words) is not None)]
    return [text.cut(a, b) for a, b in zip(starts, [*starts[1:], len(text.flat)], strict=True)]


def _item_zh(
    text: Passage, under: list[Passage], words: Vocabulary, year: int | None
) -> list[Duty]:
    text = _stripped(text)
    ends = words.pattern("bodies.end", words.any("bodies", "ends") + r"(?:\([^)]*\))?$")
    m = re.match(
        r"([^,。;:“]{2,40}?)\s*[:。]\s*(?=负责|牵头|承担|做好|组织|指导|配合|协助|统筹|制定|落实|[^,。;:]{2,8})",
        text.flat,
    )
    if m is None or not _bodies_only(text.cut(0, m.end(1)), ends):
        return []
    if words.find("duties", "money").search(text.flat):
        return []
    return _split_by_due(text.cut(0, m.end(1)).trim(), text.cut(m.end()).trim(), words, year)


def _bodies_only(who: Passage, ends: re.Pattern[str]) -> bool:
    pieces = who.split(re.compile("、"))
    return all(ends.search(p.flat.strip()) for p in pieces) and not re.search(
        r"加强|强化|健全|完善|建立|压实|落实|营造|严格|提高|注重|明确|做好|成立", who.flat
    )


def _vi_heads(words: Vocabulary) -> str:
    every = words.words("bodies", "heads") + words.words("bodies", "heads_lower")
    return alternatives(every)


def _bearer_vi(text: Passage, words: Vocabulary) -> Passage | None:
    """The text from its bearer on (without "Đề nghị", "Giao"), or None if it opens with none."""
    text = _stripped(text)
    address = words.pattern("duties.address", rf"\s*(?:{words.any('duties', 'address')})\s+")
    if m := address.match(text.flat):
        text = text.cut(m.end())
    head = words.pattern("duties.head", rf"\s*{_vi_heads(words)}(?!\w)", 0)
    return text if head.match(text.flat[:1].upper() + text.flat[1:]) else None


def _item_vi(
    text: Passage, under: list[Passage], words: Vocabulary, year: int | None
) -> list[Duty]:
    opened = _bearer_vi(text, words)
    if opened is None:
        return []
    text = opened
    parts = _who_and_what_vi(text, words)
    if parts is None:
        whole = under and len(text.flat) <= 100
        return _for_each(text.trim(), under, words, year) if whole else []
    who, what = parts
    if not what:
        return _for_each(who, under, words, year)
    return _split_by_due(who, what, words, year)


def _who_and_what_vi(text: Passage, words: Vocabulary) -> tuple[Passage, Passage] | None:
    """The bearer and what follows its colon, or its first verb."""
    colon = re.match(r"\s*([^:.]{3,160}?)\s*:\s*(.*)", text.flat, re.DOTALL)
    if colon:
        return text.cut(*colon.span(1)).trim(), text.cut(*colon.span(2)).trim()
    verb = words.pattern(
        "duties.bearer_verb",
        rf"\s+(?:(?:sẽ|phải|cần|có nhiệm vụ)\s+)?(?={words.any('duties', 'bearer_verbs')}(?!\w))",
        0,
    )
    m = verb.search(text.flat, 3)
    if m is None or m.start() > 120:
        return None
    return text.cut(0, m.start()).trim(), text.cut(m.end()).trim()


def _for_each(
    who: Passage, under: list[Passage], words: Vocabulary, year: int | None
) -> list[Duty]:
    return [d for u in under for d in _split_by_due(who, _stripped(u).trim(), words, year)]


def _split_by_due(who: Passage, what: Passage, words: Vocabulary, year: int | None) -> list[Duty]:
    """One entry for each due date; the words of the dates are left out of what is to be done."""
    if not who or not what:
        return []
    lines = (min(who.line, what.line), what.line)
    out: list[Duty] = []
    for act in _acts(what, words, year):
        dues = due_dates(act, words, year)
        shown = _without(act, dues)
        out.extend(Duty(who.text, shown, d.iso, lines) for d in dues)
    return out or [Duty(who.text, what.text, None, lines)]


def _acts(what: Passage, words: Vocabulary, year: int | None) -> list[Passage]:
    """Parts between semicolons and full stops, gathered so that each holds the dates of one act."""
    ends = [m.end() for m in re.finditer(r";|\.(?=\s+[A-ZĐÀ-Ỹ])|。", what.flat)] + [len(what.flat)]
    out: list[Passage] = []
    start = at = 0
    for end in ends:
        if due_dates(what.cut(at, end), words, year):
            out.append(what.cut(start, end).trim())
            start = end
        at = end
    if out and start < len(what.flat):
        begin = len(what.flat) - len(what.cut(start).flat)
        last = what.flat.find(out[-1].flat)
        out[-1] = what.cut(last, len(what.flat)).trim() if begin else out[-1]
    return out


def _without(what: Passage, dues: list[Due]) -> str:
    text, shift = what.printed, 0
    for d in dues:
        text = text[: d.at - shift] + text[d.to - shift :]
        shift += d.to - d.at
    text = re.sub(r"\s{2,}", " ", text)
    text = re.sub(r"\s*(?:và|,|，|;|、)?\s*$", "", text.strip(" 。.;；,，、"))
    return re.sub(r"^(?:和|及|于|、|và )\s*(?=分别|[\u4e00-\u9fff])", "", text).strip() or what.text


_MONTHLY_ZH = re.compile(
    r"(?:于|在)?每个?月的?(\d{1,2})[日号]?(?:[、和](\d{1,2}))?[日号](?:以?前|之前|前)?"
)
_MONTHLY_VI = re.compile(
    r"(?:trước|vào|chậm nhất(?: là)?)?\s*ngày\s*(\d{1,2})\s*(?:hằng|hàng|mỗi)\s*tháng|(?:hằng|hàng|mỗi)\s*tháng,?\s*(?:trước|vào|chậm nhất(?: là)?)\s*ngày\s*(\d{1,2})(?![\d/])",
    re.IGNORECASE,
)
_AHEAD_ZH = re.compile(r"(?:于|在|最迟|每年度?的?)*$")
_AHEAD_VI = re.compile(
    r"(?:(?:và|,)\s*)?(?:(?:hằng|hàng|mỗi) năm,?\s*)?(?:trước|chậm nhất(?: là)?|muộn nhất|vào|trong|xong)?\s*(?:ngày)?\s*$",
    re.IGNORECASE,
)
_BEHIND_ZH = re.compile(r"^(?:以前|之前|前|起)?")
_BEHIND_VI = re.compile(r"^\s*(?:hằng năm|hàng năm|mỗi năm)?", re.IGNORECASE)


def due_dates(text: Passage, words: Vocabulary, year: int | None) -> list[Due]:
    """The days by which something is owed, with the stretch of text that says so."""
    out: list[Due] = []
    for monthly in (_MONTHLY_ZH if words.is_zh else _MONTHLY_VI).finditer(text.flat):
        begin = monthly.start()
        for day in (g for g in monthly.groups() if g):
            out.append(Due(f"---{int(day):02d}", begin, monthly.end()))
            begin = monthly.end()
    if out:
        return out
    for m in mentions(text, words):
        if not _is_due(m):
            continue
        ahead = (_AHEAD_ZH if words.is_zh else _AHEAD_VI).search(text.flat[: m.at])
        behind = (_BEHIND_ZH if words.is_zh else _BEHIND_VI).match(text.flat[m.to :])
        begin = ahead.start() if ahead else m.at
        if out and begin < out[-1].to:
            begin = out[-1].to
        out.append(Due(_due(m, year), begin, m.to + (behind.end() if behind else 0)))
    return out


def _is_due(m: Mention) -> bool:
    """A month, quarter or day; a whole year or a long stretch is no due date."""
    if m.last.month is None:
        return False
    if m.bound in {"before", "recurring"}:
        return True
    return (
        m.first.month == m.last.month
        and m.bound != "from"
        and (m.first.day is None or m.first.day == m.last.day or m.last.day == END)
    )


def _due(m: Mention, year: int | None) -> str | None:
    if m.bound == "recurring":
        if m.last.day is None:
            return None
        return f"--{m.last.month:02d}-{m.last.day:02d}" if m.last.day != END else None
    return resolve(m, year).end


# running text


_SENTENCE_ZH = re.compile(r"[。;!]")
_SENTENCE_VI = re.compile(r"\.(?=\s+[A-ZĐÀ-Ỹ])|;\s")


def _sentences(text: Passage, words: Vocabulary, year: int | None) -> list[Duty]:
    text = _stripped(text)
    if not words.is_zh:
        return _sentences_vi(text, words, year)
    out: list[Duty] = []
    for sentence in text.split(_SENTENCE_ZH):
        if not words.find("duties", "money").search(sentence.flat):
            out.extend(_sentence_zh(sentence, words, year))
    return out


@dataclass(slots=True)
class _Act:
    who: Passage
    parts: list[Passage]
    dues: list[Due]
    due_part: int = 0


def _sentence_zh(sentence: Passage, words: Vocabulary, year: int | None) -> list[Duty]:
    acts: list[_Act] = []
    who: Passage | None = None
    for part in sentence.split(re.compile(r"[,:]")):
        found = _bearer(_stripped(part), words)
        new = found is not None
        who, clause = found if found is not None else (who, part)
        if who is None:
            continue
        dues = due_dates(clause, words, year)
        if new or not acts or _apart(acts[-1], clause, dues, words):
            acts.append(_Act(who, [clause], dues))
        else:
            acts[-1].parts.append(clause)
            if dues:
                acts[-1].dues, acts[-1].due_part = dues, len(acts[-1].parts) - 1
    return [d for a in acts for d in _duties(a, words)]


def _apart(act: _Act, clause: Passage, dues: list[Due], words: Vocabulary) -> bool:
    """Whether a clause is an act of its own: one has a day, the other a day or a recurring time."""
    if dues and act.dues:
        return True
    recurs = frequency(clause, words) is not None
    before = any(frequency(p, words) for p in act.parts) and bool(_duties(act, words))
    return (bool(act.dues) and recurs) or (bool(dues) and before)


def _duties(act: _Act, words: Vocabulary) -> list[Duty]:
    verbs = words.pattern("duties.acts", words.any("duties", "verbs") + r"(?!的|机制|制度|力度)")
    at = [i for i, p in enumerate(act.parts) if verbs.search(p.flat)]
    if not at:
        return []
    shown = [
        _without(p, act.dues) if i == act.due_part else p.text
        for i, p in enumerate(act.parts[: at[-1] + 1])
    ]
    what = re.sub(
        r"^(?:要|应|须|应当|需|负责|必须)(?=[\u4e00-\u9fff])", "", "，".join(s for s in shown if s)
    )
    line = (act.who.line, act.who.line)
    return [Duty(act.who.text, what, iso, line) for iso in [d.iso for d in act.dues] or [None]]


def _bearer(clause: Passage, words: Vocabulary) -> tuple[Passage, Passage] | None:
    """A named bearer at the start of a clause and the rest of it. 请各单位… addresses 各单位."""
    address = words.pattern("duties.address", rf"\s*(?:{words.any('duties', 'address')})?")
    m = address.match(clause.flat)
    start = m.end() if m else 0
    ends = words.any("bodies", "ends")
    after = words.any("duties", "after_bearer")
    pattern = words.pattern(
        "duties.bearer",
        rf"(?P<who>(?:各|本|全|每个)?[^,。;:“”《》\d于在将每要应须需对把从自向]{{0,30}}?(?:{ends})(?:\([^)]*\))?)(?=(?:{after}))",
    )
    found = pattern.match(clause.flat, start)
    if found is None:
        return None
    who = clause.cut(*found.span("who"))
    if re.search(
        r"加强|强化|建立|健全|及时|结合|根据|按照|通过|认真|积极|定期|做好|形成|确保|^(?:具体|负责|组织)|由",
        who.flat,
    ):
        return None
    return who.trim(), clause.cut(found.end())


def _sentences_vi(text: Passage, words: Vocabulary, year: int | None) -> list[Duty]:
    out: list[Duty] = []
    for sentence in text.split(_SENTENCE_VI):
        if words.find("duties", "money").search(sentence.flat) or not words.find(
            "duties", "verbs"
        ).search(sentence.flat):
            continue
        if words.find("duties", "closing").search(sentence.flat):
            continue
        out.extend(
            _item_vi(sentence.trim(), [], words, year) or _addressed_vi(sentence, words, year)
        )
    return out


def _addressed_vi(sentence: Passage, words: Vocabulary, year: int | None) -> list[Duty]:
    m = words.pattern(
        "duties.within",
        rf"(?:{words.any('duties', 'address')}|, )\s*(?P<who>(?:các|[A-ZĐÀ-Ỹ]\w+)[^:.;]{{2,80}}?)\s+(?={words.any('duties', 'verbs')}(?!\w))",
    ).search(sentence.flat)
    if m is None or not words.pattern("duties.head", rf"\s*{_vi_heads(words)}(?!\w)", 0).match(
        m.group("who")
    ):
        return []
    return _split_by_due(
        sentence.cut(*m.span("who")).trim(), sentence.cut(m.end()).trim(), words, year
    )
