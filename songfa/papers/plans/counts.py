"""How often and how much: 每季度1次 is a frequency, 全年10场 a quantity; places, people attending and what exists are neither."""
# ruff: noqa: E501 - a pattern is read best in one line

import re
from dataclasses import dataclass

from songfa.papers.plans.numbers import VI_WORDS, amount_vi, amount_zh
from songfa.papers.plans.passage import Passage
from songfa.papers.plans.vocabulary import Vocabulary, alternatives
from songfa.rules.plans.parts import Frequency, Quantity

# Bounded, so that a line of nothing but digits costs no more than any other.
_DIGITS = r"(?:(?<![\d.])\d{1,9}(?:\.\d{1,4})?|(?<![二两三四五六七八九十百千])[一二两三四五六七八九十百千]{1,8})"
_ODD_AHEAD = re.compile(r"[第统同唯任逐每之进专另单某不万其]$|(?<![计规])划$")
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Often:
    frequency: Frequency
    spans: tuple[tuple[int, int], ...]


def frequency(text: Passage, words: Vocabulary) -> Often | None:
    """The first recurring time of a passage with its count, and the places that it uses up."""
    flat = _QUOTED.sub(lambda m: "\x00" * len(m.group()), text.flat)
    return _often_zh(flat, words) if words.is_zh else _often_vi(flat, words)


def recurring(text: Passage, words: Vocabulary) -> tuple[tuple[int, int], ...]:
    """The places of all recurring times of a passage with their counts: none of these is a quantity."""
    out: list[tuple[int, int]] = []
    left = text
    while len(out) < 12 and (found := frequency(left, words)):
        out.extend(found.spans)
        flat = left.flat
        for a, b in found.spans:
            flat = flat[:a] + "\x01" * (b - a) + flat[b:]
        if flat == left.flat:
            break
        left = Passage(left.printed, flat, left.line)
    return tuple(out)


def _count_zh(words: Vocabulary) -> str:
    return rf"(?P<n>{_DIGITS})(?P<r>\s*(?:-|至|到)\s*{_DIGITS})?(?:余|多)?(?P<w>[万千百]?)余?(?P<u>{words.any('counts', 'units')})"


def _often_zh(flat: str, words: Vocabulary) -> Often | None:
    table: dict[str, str] = words.table("frequency")["per"]
    per = alternatives(list(table))
    units = alternatives([*words.words("counts", "units"), "天", "日"])
    each = words.pattern(
        "often.each",
        rf"(?:每(?:个|一(?!次))?|逐|一(?=[周月年季]{_DIGITS}次)|按)(?P<p>{per})(?!以|内|底|代)(?P<rest>[^。;]*)",
    )
    ratio = words.pattern(
        "often.ratio", rf"(?P<n>{_DIGITS})(?:-{_DIGITS})?\s*{units}\s*/\s*(?:每)?(?P<p>{per})"
    )
    months = words.pattern(
        "often.months", rf"每?(?P<k>[1236三六两二]|十二)个月(?:[^,。;]{{0,4}}?)(?P<n>{_DIGITS})次"
    )
    if m := ratio.search(flat):
        return Often(
            Frequency(amount_zh(m.group("n")) or 1, _per(table, m.group("p"))),
            ((m.start(), m.end()),),
        )
    if m := months.search(flat):
        kind = {
            "1": "month",
            "2": "",
            "二": "",
            "两": "",
            "3": "quarter",
            "三": "quarter",
            "6": "half_year",
            "六": "half_year",
        }
        if kind.get(m.group("k")):
            return Often(
                Frequency(amount_zh(m.group("n")) or 1, kind[m.group("k")]), ((m.start(), m.end()),)
            )
    for m in each.finditer(flat):
        start, end = m.start(), m.start("rest")
        counted = _tied_zh(m.group("rest"), words)
        if counted is None:
            return Often(Frequency(1, _per(table, m.group("p"))), ((start, end),))
        times, to = counted
        return Often(Frequency(times, _per(table, m.group("p"))), ((start, end + to),))
    return None


def _tied_zh(rest: str, words: Vocabulary) -> tuple[float, int] | None:
    """The count that belongs to a recurring time: in its clause, or in the next if that opens with it."""
    count = words.pattern("count.zh", _count_zh(words))
    skip = re.match(r"第[一二三四1-4]个?(?:月|周|季度|工作日|星期)[^,。;]{0,3}?", rest)
    begin = skip.end() if skip else 0
    clause_end = re.search(r"[,。;]", rest)
    stop = clause_end.start() if clause_end else len(rest)
    m = count.search(rest, begin, stop)
    while m and (
        rest[m.start() - 1 : m.start()] in {"第", "每"}
        or re.match(r"[月周]", rest[m.end() :])
        or m.group("u") in {"名", "人", "位"}
    ):
        m = count.search(rest, m.end(), stop)
    if m is None and stop < len(rest):
        m = re.compile(r"[,、]\s*(?:原则上)?(?:不少于|至少|不低于|累计)" + count.pattern).match(
            rest, stop
        )
    if m is None:
        return None
    value = amount_zh(m.group("n"), m.group("w"))
    return (value, m.end()) if value else None


def _per(table: dict[str, str], found: str) -> str:
    return next(
        (code for pattern, code in table.items() if re.fullmatch(pattern, found, re.IGNORECASE)),
        "year",
    )


_VI_NUMBER = r"(?:\d{1,3}(?:\.\d{3}){1,3}|\d{1,9}|" + "|".join(sorted((w for w in VI_WORDS if w not in {"nhất", "giêng", "chạp", "tư"}), key=len, reverse=True)) + ")"  # fmt: skip


def _often_vi(flat: str, words: Vocabulary) -> Often | None:
    table: dict[str, str] = words.table("frequency")["per"]
    per = alternatives(list(table))
    units = words.any("counts", "units")
    ratio = words.pattern(
        "often.ratio",
        rf"(?<!\w)(?P<n>{_VI_NUMBER})(?:\s*-\s*\d+)?\s*(?:{units})(?:\s+[^\W\d_]+){{0,2}}?\s*/\s*(?P<p>{per})(?!\w)",
    )
    once = words.pattern(
        "often.once",
        r"(?<!\w)(?:định kỳ\s+)?(?P<p>(?:0?2|hai)\s+tuần|0?[36]\s*tháng|sáu tháng|ba tháng|tuần|tháng|quý|năm)\s*(?:/|một|01|1)?\s*(?P<n>một|hai|01|02|1|2)?\s*(?<=[/\w] )?(?:lần)(?!\w)",
    )
    each = words.pattern(
        "often.each",
        rf"(?<!\w)(?:hằng|hàng|mỗi|từng|định kỳ)\s+(?P<p>{per})(?!\w)(?P<rest>[^.;]*)",
    )
    if m := ratio.search(flat):
        return Often(
            Frequency(amount_vi(m.group("n")) or 1, _per_vi(table, m.group("p"))),
            ((m.start(), m.end()),),
        )
    for m in each.finditer(flat):
        if m.group("p").lower() == "năm" and re.match(r"\s*\d{4}", m.group("rest")):
            continue
        counted = _tied_vi(m.group("rest"), words)
        end = m.start("rest")
        times = 1.0
        if counted is not None:
            times, end = counted[0], end + counted[1]
        return Often(Frequency(times, _per_vi(table, m.group("p"))), ((m.start(), end),))
    if m := once.search(flat):
        return Often(
            Frequency(
                amount_vi(m.group("n") or "1") or 1,
                _per_vi(table, re.sub(r"\s+", " ", m.group("p"))),
            ),
            ((m.start(), m.end()),),
        )
    before = words.pattern(
        "often.before",
        rf"(?<!\w)(?P<n>{_VI_NUMBER})\s+(?:{units})(?:\s+[^\W\d_]+){{0,3}}?\s+(?:hằng|hàng|mỗi|một|trong một)\s+(?P<p>{per})(?!\w)",
    )
    if m := before.search(flat):
        return Often(
            Frequency(amount_vi(m.group("n")) or 1, _per_vi(table, m.group("p"))),
            ((m.start(), m.end()),),
        )
    return None


def _per_vi(table: dict[str, str], found: str) -> str:
    return table.get(found.lower(), "year")


def _tied_vi(rest: str, words: Vocabulary) -> tuple[float, int] | None:
    units = words.any("counts", "units")
    count = words.pattern(
        "often.count", rf"(?<![\w/.])(?P<n>{_VI_NUMBER})(?:\s*-\s*\d+)?\s+(?P<u>{units})(?!\w)"
    )
    clause = re.match(r"[^,]*", rest)
    stop = clause.end() if clause else len(rest)
    m = count.search(rest, 0, stop)
    if m is None and stop < len(rest):
        m = re.compile(
            r",\s*(?:ít nhất|tối thiểu|mỗi \w+ )\s*" + count.pattern, re.IGNORECASE
        ).match(rest, stop)
    if m is None:
        return None
    return amount_vi(m.group("n")) or 1, m.end()


def quantity(
    text: Passage, used: tuple[tuple[int, int], ...], words: Vocabulary
) -> Quantity | None:
    """The first count of what is made, held, handled or recruited; `used` are places that a frequency took."""
    chars = list(_QUOTED.sub(lambda m: "\x00" * len(m.group()), text.flat))
    for a, b in used:
        chars[a:b] = ["\x01"] * (b - a)
    flat = "".join(chars)
    return _quantity_zh(flat, words) if words.is_zh else _quantity_vi(flat, words)


def _quantity_zh(flat: str, words: Vocabulary) -> Quantity | None:
    idioms = words.pattern("count.idioms", words.any("counts", "idioms"))
    flat = idioms.sub(lambda m: "\x00" * len(m.group()), flat)
    for m in words.pattern("count.zh", _count_zh(words)).finditer(flat):
        if _made_zh(flat, m, words):
            value = amount_zh(m.group("n"), m.group("w"))
            if value:
                return Quantity(value, m.group("u"))
    return None


def _no_count(flat: str, m: re.Match[str], words: Vocabulary) -> bool:
    """Whether the number only looks like a count: 第…, 一批, 3个工作日, 一等奖."""
    behind = flat[m.end() :]
    unit = m.group("u")
    if _ODD_AHEAD.search(flat[: m.start()]) or re.match(r"[月%元届年岁号]|等奖|奖", behind):
        return True
    if unit in {"部", "个", "节", "对"} and _LONGER.match(behind):
        return True
    return m.group("n") == "一" and unit in words.words("counts", "loose_with_one")


_LONGER = re.compile(r"[分人别性]|小时|工作日|星期|季度|学期|假日")


def _made_zh(flat: str, m: re.Match[str], words: Vocabulary) -> bool:
    clause = re.split(r"[,。;:]", flat[: m.start()])[-1]
    behind = flat[m.end() :]
    if _no_count(flat, m, words) or "奖" in clause[-4:]:
        return False
    if words.pattern("count.existing", words.any("counts", "existing") + "$").search(clause):
        return False
    recruited = words.find("counts", "recruit").search(clause)
    if m.group("u") in words.words("counts", "people"):
        return bool(recruited) and not re.match(r"[^,。;]{0,8}(?:参加|参与|到场|听讲)", behind)
    if m.group("u") in words.words("counts", "places"):
        if words.pattern("count.places_behind", words.any("counts", "places_behind")).match(behind):
            return bool(re.search(r"(?:创建|培育|打造|建成|评选|命名|新建)[^,]{0,6}$", clause))
        return not words.pattern("count.places", words.any("counts", "at_places") + "$").search(
            clause
        )
    return True


def _quantity_vi(flat: str, words: Vocabulary) -> Quantity | None:
    idioms = words.pattern("count.idioms", rf"(?<!\w){words.any('counts', 'idioms')}(?!\w)")
    flat = idioms.sub(lambda m: "\x00" * len(m.group()), flat)
    count = words.pattern(
        "count.vi",
        rf"(?<![\w/.,:-])(?P<n>{_VI_NUMBER})(?:\s*\((?P<p>\d+)\))?(?P<r>\s*(?:-|đến|tới)\s*\d[\d.]*)?\s+(?=(?P<u>[^\W\d_][^,.;:()\x00\x01]*))",
    )
    unit = words.pattern("count.unit", rf"{words.any('counts', 'units')}(?!\w)")
    for m in count.finditer(flat):
        known = unit.match(m.group("u"))
        if _made_vi(flat, m, known.group() if known else None, words):
            value = amount_vi(m.group("p") or m.group("n"))
            if value:
                return Quantity(value, known.group() if known else m.group("u").split()[0])
    return None


def _made_vi(flat: str, m: re.Match[str], known: str | None, words: Vocabulary) -> bool:
    clause = re.split(r"[,.;:]\s", flat[: m.start()])[-1].rstrip()
    if m.group("r"):
        clause = re.sub(r"\s*(?<!\w)từ$", "", clause)  # từ 2 đến 3 bộ
    digits = m.group("n")[0].isdigit()
    if known is None and not (
        digits
        and (
            not clause
            or words.pattern("count.asked", rf"(?<!\w){words.any('counts', 'asked')}$").search(
                clause
            )
        )
    ):
        return False
    if words.pattern("count.not_units", rf"{words.any('counts', 'not_units')}(?!\w)").match(
        m.group("u")
    ) and (known is None or known == "giải pháp"):
        return False
    if words.pattern("count.ahead", rf"(?<!\w){words.any('counts', 'before_number')}$").search(
        clause
    ):
        return False
    if words.pattern("count.existing", rf"(?<!\w){words.any('counts', 'existing')}$").search(
        clause
    ):
        return False
    if known in words.words("counts", "people"):
        return bool(words.find("counts", "recruit").search(clause)) and not re.search(
            r"\bcho\s*$", clause
        )
    return not words.pattern("count.places", rf"(?<!\w){words.any('counts', 'at_places')}$").search(
        clause
    )
