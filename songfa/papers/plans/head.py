"""The head of a plan: title, number, who issued it and when."""
# ruff: noqa: E501 - a pattern is read best in one line

import re
from dataclasses import dataclass
from itertools import pairwise

from songfa.papers.plans.dates import resolve
from songfa.papers.plans.passage import Passage
from songfa.papers.plans.periods import mentions
from songfa.papers.plans.sections import Sheet
from songfa.papers.plans.segments import is_title
from songfa.papers.plans.vocabulary import Vocabulary
from songfa.rules.plans.parts import Lines

_NUMBER_ZH = re.compile(
    r"[\u4e00-\u9fff]{2,14}\s*(?:字\s*)?[〔\[(【]\s*20\d{2}\s*[〕\])】]\s*(?:第)?\d{1,4}号"
)
_NUMBER_VI = re.compile(
    r"(?:^|\s)số\s*:?\s*(\d{1,5}\s*/(?:20\d{2}/)?[A-ZĐ][A-ZĐa-z]*(?:[-–&][A-ZĐ][A-ZĐa-z]*)*)",
    re.IGNORECASE,
)
_DATE_ZH = re.compile(
    r"^\(?\s*(20\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})\s*年\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日\s*(?:印发)?\)?$"
)
_DATE_VI = re.compile(
    r"^[^.;:]{2,40},\s*ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*20\d{2}\s*$", re.IGNORECASE
)
_NO_NUMBER = re.compile(r"^số\s*:", re.IGNORECASE)
_MOTTO = re.compile(r"cộng hòa xã hội|độc lập|^\W*$|^-+$|^_+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    title: str | None
    number: str | None
    issuer: str | None
    date: str | None
    kind: str | None
    year: int | None
    lines: dict[str, Lines]


def read_head(sheet: Sheet, before: int) -> Head:
    """The head from the lines above line `before` (the first heading or table), and the signature at the end."""
    above = _above(sheet, before)
    spans: dict[str, Lines] = {}
    title = _title_zh(above, sheet) if sheet.words.is_zh else _title_vi(above, sheet)
    number = _number(sheet, above, spans)
    date = _date(sheet, above, spans)
    issuer = (
        _issuer_zh(sheet, above, spans) if sheet.words.is_zh else _issuer_vi(sheet, above, spans)
    )
    if title:
        spans["title"] = (title[0].line, title[-1].line)
    text = re.sub(r"\s+", " ", " ".join(p.text for p in title)) if title else None
    if text and re.search(r"(?:方案|计划|要点)\d{1,2}$", text):
        text = text.rstrip("0123456789")  # the running number of a collection
    return Head(
        title=text.strip(" :：") if text else None,
        number=number,
        issuer=issuer,
        date=date,
        kind=_kind(text, above, sheet.words),
        year=_year(text, date, above, sheet.words),
        lines=spans,
    )


def _above(sheet: Sheet, before: int) -> list[Passage]:
    """The lines ahead of the first numbered heading; cells of a layout table each by themselves."""
    out: list[Passage] = []
    for text in sheet.lines:
        if not text or text.line in sheet.skip:
            continue
        if text.line >= before:
            break
        out.extend(_cells(text) if text.line in sheet.rows else [text])
    return out


def _cells(text: Passage) -> list[Passage]:
    out, at = [], 0
    for piece in text.printed.split("\t"):
        cell = text.cut(at, at + len(piece))
        at += len(piece) + 1
        if cell:
            out.append(cell)
    return out


def _title_zh(above: list[Passage], sheet: Sheet) -> list[Passage]:
    found = [i for i, t in enumerate(above) if is_title(t, sheet.words)]
    if found:
        at = found[-1]
        if len(above[at].flat.strip()) <= 6 and at > 0 and len(above[at - 1].flat.strip()) <= 40:
            return [above[at - 1], above[at]]
        return [above[at]]
    for text in above:
        m = re.search(r"印发《(.+?)》的?通知", text.flat)
        if m:
            return [text.cut(*m.span(1))]
    short = [
        t
        for t in above
        if 4 <= len(t.flat.strip()) <= 50
        and not re.search(r"[。;:]$", t.flat.strip())
        and not _NUMBER_ZH.search(t.flat)
    ]
    return short[:1]


def _title_vi(above: list[Passage], sheet: Sheet) -> list[Passage]:
    plan = sheet.words.pattern("head.alone", rf"^{sheet.words.any('head', 'plan_words')}\s*:?$")
    for at, text in enumerate(above):
        if plan.match(text.flat.strip()):
            title: list[Passage] = []
            for line in above[at + 1 : at + 5]:
                flat = line.flat.strip()
                if re.match(
                    r"(?:căn cứ|thực hiện (?:kế hoạch|quyết định|công văn|chương trình|nghị quyết)|nhằm|để |-{2,}|_{2,})",
                    flat,
                    re.IGNORECASE,
                ) or (title and (line.line > title[-1].line + 1 or flat.endswith((".", ";", ":")))):
                    break
                title.append(line)
                if flat.endswith("."):
                    break
            if title:
                return title
    inline = [t for t in above if is_title(t, sheet.words) and len(t.flat.split()) > 3]
    if inline:
        m = re.match(
            rf"\s*{sheet.words.any('head', 'plan_words')}\s*:?\s*", inline[0].flat, re.IGNORECASE
        )
        return [inline[0].cut(m.end() if m else 0)]
    plain = [
        t
        for t in above
        if not _MOTTO.search(t.flat)
        and not _DATE_VI.match(t.flat.strip())
        and not _NUMBER_VI.match(t.flat.strip())
        and 15 <= len(t.flat.strip()) <= 250
        and not t.flat.strip().endswith((";", ":"))
    ]
    return plain[:1]


def _number(sheet: Sheet, above: list[Passage], spans: dict[str, Lines]) -> str | None:
    for text in above[:15]:
        if sheet.words.is_zh:
            m = _NUMBER_ZH.search(text.flat)
            if m and not re.search("根据|按照|《", text.flat[: m.start()]):
                spans["number"] = (text.line, text.line)
                return text.printed[m.start() : m.end()].strip("()（）")
            continue
        m = _NUMBER_VI.search(text.flat)
        if m and (
            text.flat.strip().lower().startswith("số")
            or re.search(r"kế hoạch\s*$", text.flat[: m.start()], re.IGNORECASE)
        ):
            spans["number"] = (text.line, text.line)
            return text.printed[m.start(1) : m.end(1)].strip()
    return None


def _date(sheet: Sheet, above: list[Passage], spans: dict[str, Lines]) -> str | None:
    ends = [t for t in sheet.lines[-12:] if t and t.line not in sheet.skip]
    for text in [*above, *reversed(ends)]:
        dated = _dated_zh(text) if sheet.words.is_zh else _dated_vi(text)
        found = mentions(dated, sheet.words) if dated else []
        if found:
            spans["date"] = (text.line, text.line)
            return resolve(found[0], None).end
    return None


def _dated_zh(text: Passage) -> Passage | None:
    """A line that is nothing but a date, without the spaces that set it apart."""
    tight = Passage(re.sub(r"\s", "", text.printed), re.sub(r"\s", "", text.flat), text.line)
    return tight if _DATE_ZH.match(tight.flat) else None


def _dated_vi(text: Passage) -> Passage | None:
    """Place and date in a line of their own, or "Ngày …, … ban hành" in a news text."""
    if _DATE_VI.match(re.sub(r"\s+", " ", text.flat.strip())):
        return text
    m = re.match(
        r"\s*ngày \d{1,2}/\d{1,2}/20\d{2}(?=,[^.]{3,80}ban hành)", text.flat, re.IGNORECASE
    )
    return text.cut(0, m.end()) if m else None


def _issuer_zh(sheet: Sheet, above: list[Passage], spans: dict[str, Lines]) -> str | None:
    ends = words_end(sheet.words)
    kept = [t for t in sheet.lines if t and t.line not in sheet.skip]
    for before, text in pairwise(kept):
        tight = re.sub(r"\s+", "", text.flat)
        flat = before.flat.strip()
        if (
            _DATE_ZH.match(tight)
            and len(flat) <= 60
            and ends.search(flat)
            and not re.search(r"[。:;]", flat)
        ):
            spans["issuer"] = (before.line, before.line)
            return before.text
    for text in above[:4]:
        flat = text.flat.strip()
        m = re.match(r"(.{4,40}?)文件$", flat)
        name = text.trim().cut(0, len(m.group(1))) if m else text.trim()
        if (
            len(flat) <= 40
            and ends.search(name.flat.strip())
            and not is_title(text, sheet.words)
            and not re.search(r"[。:;,>]|关于|通知|各", flat)
        ):
            spans["issuer"] = (text.line, text.line)
            return name.text
    return None


def words_end(words: Vocabulary) -> re.Pattern[str]:
    return words.pattern("bodies.end", words.any("bodies", "ends") + r"(?:\([^)]*\))?$")


def _issuer_in_text(above: list[Passage], spans: dict[str, Lines]) -> str | None:
    pattern = r"(?:^|,\s*)((?:Ủy ban|UBND|Sở|Hội|Ban)[^,.;]*?) (?:đã )?ban hành Kế hoạch"
    for text in above:
        if m := re.search(pattern, text.flat):
            spans["issuer"] = (text.line, text.line)
            return text.printed[m.start(1) : m.end(1)]
    return None


def _issuer_vi(sheet: Sheet, above: list[Passage], spans: dict[str, Lines]) -> str | None:
    found: list[Passage] = []
    joined: str | None = None
    for text in above[:10]:
        flat = text.flat.strip()
        if is_title(text, sheet.words):
            break
        if any(p.search(flat) for p in (_MOTTO, _NUMBER_VI, _DATE_VI, _NO_NUMBER)):
            continue
        if len(flat) <= 80 and flat.isupper():
            if (
                found
                and re.match(r"(?:XÃ|PHƯỜNG|TỈNH|THÀNH PHỐ|THỊ TRẤN|HUYỆN|QUẬN|ĐẶC KHU)\s", flat)
                and text.line - found[-1].line <= 1
            ):
                joined = f"{found[-1].text} {text.text}"
            else:
                joined = None
            found.append(text)
    if not found:
        return _issuer_in_text(above, spans)
    spans["issuer"] = (found[-1].line, found[-1].line)
    name = joined or found[-1].text
    # The text itself usually writes the same name in ordinary letters.
    for text in sheet.lines:
        at = text.printed.lower().find(name.lower())
        if at >= 0 and not text.printed[at : at + len(name)].isupper():
            return text.printed[at : at + len(name)]
    return name


def _kind(title: str | None, above: list[Passage], words: Vocabulary) -> str | None:
    if not words.is_zh and any(re.search(r"kế hoạch số", t.flat, re.IGNORECASE) for t in above[:6]):
        return "Kế hoạch"
    for kind in words.words("head", "kinds"):
        if title and kind in title.lower():
            return kind.capitalize()
        if not words.is_zh and any(t.flat.strip().lower() == kind for t in above):
            return kind.capitalize()
    return None


def _year(
    title: str | None, date: str | None, above: list[Passage], words: Vocabulary
) -> int | None:
    spans = re.findall(r"(20\d{2})年?\s*(?:[-—–~～至]|đến)+\s*(?:năm\s*)?20\d{2}", title or "")
    single = re.sub(r"20\d{2}年?\s*(?:[-—–~～至]|đến)+\s*(?:năm\s*)?20\d{2}年?", " ", title or "")
    years = re.findall(r"(20\d{2})\s*年" if words.is_zh else r"(?:năm|/)\s*(20\d{2})", single)
    if years:
        return int(years[-1])
    if spans:
        return int(spans[0])  # of a plan for several years, what has no year is meant for the first
    if date and date[:4].isdigit():
        return int(date[:4])
    return None
