"""When a task runs: by its label, else by its text; in one place for both languages."""
# ruff: noqa: E501 - a pattern is read best in one line

import re
from dataclasses import dataclass

from songfa.papers.plans import dates_vi, dates_zh
from songfa.papers.plans.dates import Mention, Period, resolve
from songfa.papers.plans.passage import Passage
from songfa.papers.plans.vocabulary import Vocabulary

_HIDDEN_ZH = re.compile(r"“[^”]*”|《[^》]*》|〔[^〕]*〕")
_HIDDEN_VI = re.compile(
    r"“[^”]*”|(?:Luật(?! gia| sư)|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư|Quyết định|Kế hoạch|Chỉ thị|Hướng dẫn|Công văn)(?: số)? (?:(?!trước|chậm|đến |từ |trong |hoàn thành|xong )[^,;.])*?(?:năm \d{4}|ngày \d{1,2}/\d{1,2}/\d{4}|ngày \d{1,2} tháng \d{1,2} năm \d{4})|số \d+/\S+"
)
_SENTENCE = re.compile(r"[。!?;]|\.(?=\s+[A-ZĐÀ-Ỹ])")


_ACT = re.compile(
    "(?:底)?(?:再|新|全部|基本|计划|力争|要|将|内)?(?:建成|新建|建设|建(?=[\\d一二两三四五六七八九十])|完成|实现|举办|开展|组织|培育|创建|打造|启动|新增|开设|设立|建立|制作|编印|培训|招募|改造|推广|形成)"
)


@dataclass(frozen=True, slots=True)
class Timing:
    """A period with its source; `stated` also without dates (长期坚持, thường xuyên)."""

    period: Period
    stated: bool
    lines: tuple[int, int] | None = None


NOTHING = Timing(Period(None, None), stated=False)


def mentions(text: Passage, words: Vocabulary) -> list[Mention]:
    """The periods a passage names, without those in quotes and in names of laws."""
    hidden = text.masked(_HIDDEN_ZH if words.is_zh else _HIDDEN_VI)
    return dates_zh.mentions(hidden.flat) if words.is_zh else dates_vi.mentions(hidden.flat)


def labelled_timing(value: Passage, year: int | None, words: Vocabulary) -> Timing:
    """The period of a label or a table cell."""
    found = [m for m in mentions(value, words) if m.bound != "recurring"]
    lines = (value.line, value.line)
    if not found:
        return Timing(Period(None, None), stated=bool(value), lines=lines)
    return Timing(_hull(found, year), stated=True, lines=lines)


def text_timing(texts: list[Passage], year: int | None, words: Vocabulary) -> Timing:
    """The period of running text: that of the first sentence that names one."""
    standing = words.find("periods", "standing")
    stated: Timing | None = None
    for text in texts:
        for sentence in text.split(_SENTENCE):
            found = [m for m in mentions(sentence, words) if _counts(m, sentence, year)]
            if found:
                return Timing(_hull(found, year), stated=True, lines=(text.line, text.line))
            if stated is None and standing.search(sentence.flat):
                stated = Timing(Period(None, None), stated=True, lines=(text.line, text.line))
    return stated or NOTHING


def _counts(mention: Mention, sentence: Passage, year: int | None) -> bool:
    """A year alone is a period only if it stands by itself: not 2026年工作计划, and never a year gone by."""
    if mention.bound == "recurring":
        return False
    known = mention.last.year or mention.first.year
    if known is not None and year is not None and known < year:
        return False
    if not mention.year_only:
        return True
    words = sentence.flat[mention.at : mention.to]
    if re.search(
        r"全年|年内|整年|(?:cả|trong|suốt|toàn) năm|giai đoạn|từ năm", words, re.IGNORECASE
    ):
        return True
    behind = sentence.flat[mention.to :].strip()
    if not behind or behind[0] in ",，)）" or mention.bound in {"before", "from"}:
        return True
    # 2026年建成12个: a year that opens its clause, before an act.
    opens = (
        not sentence.flat[: mention.at].strip()
        or sentence.flat[: mention.at].rstrip()[-1] in ",:、"
    )
    return opens and bool(_ACT.match(behind))


def _hull(found: list[Mention], year: int | None) -> Period:
    own = next((m.first.year or m.last.year for m in found if m.first.year or m.last.year), None)
    hidden = any(m.first.hidden for m in found)
    periods = [resolve(m, None if hidden and own is None else own or year) for m in found]
    first, rest = periods[0], periods[1:]
    for other in rest:
        first = _together(first, other)
    return first


def _together(a: Period, b: Period) -> Period:
    start = a.start if a.start is not None else b.start
    end = b.end if b.end is not None else a.end
    return Period(start, end, a.impossible or b.impossible)
