"""Vietnamese periods: quý II/2026, 06 tháng đầu năm, trước ngày 15/11, từ tháng 3, Tháng 10 - 11/2026, cả năm."""
# ruff: noqa: E501 - a pattern is read best in one line

import re
from dataclasses import replace

from songfa.papers.plans.dates import END, Mention, Point, Rule, joined, scan
from songfa.papers.plans.numbers import whole

_Y = r"(?:\s*(?:/|-|năm|\.)\s*(?:(?P<y>(?:19|20)\d{2})|(?P<yx>20(?:[xX×*_]{1,2}|\.{2,}|…|\s?…)))|\s*(?P<yr>năm (?:nay|sau)))"
_NUMBER = r"(?:\d{1,2}|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười hai|mười một|mười|giêng|chạp)"
_Q = r"(?:I{1,3}V?|IV|[1-4]|một|hai|ba|tư|bốn)"
_WORD = r"(?<!\w)"


def _span(
    m: re.Match[str], a: tuple[int | None, int | None], b: tuple[int | None, int | None]
) -> tuple[Point, Point, int]:
    g = m.groupdict()
    year = int(g["y"]) if g.get("y") else None
    hidden = bool(g.get("yx"))
    shift = 1 if g.get("yr") and g["yr"].endswith("sau") else 0
    return Point(year, a[0], a[1], hidden), Point(year, b[0], b[1], hidden), shift


def _day(m: re.Match[str]) -> tuple[Point, Point, int]:
    month, day = whole(m.group("m")) or 0, int(m.group("d"))
    first = m.groupdict().get("d1")
    return _span(m, (month, int(first) if first else day), (month, day))


def _month(m: re.Match[str]) -> tuple[Point, Point, int]:
    month = whole(m.group("m")) or 0
    return _span(m, (month, None), (month, None))


def _months(m: re.Match[str]) -> tuple[Point, Point, int]:
    numbers = [whole(n) or 0 for n in re.findall(_NUMBER, m.group("ms"), re.IGNORECASE)]
    return _span(m, (numbers[0], None), (numbers[-1], None))


def _part(m: re.Match[str]) -> tuple[Point, Point, int]:
    month = whole(m.group("m")) or 0
    word = (m.group("x")).lower()
    days = {
        "thượng": (1, 10),
        "trung": (11, 20),
        "hạ": (21, END),
        "đầu": (1, 10),
        "giữa": (11, 20),
        "cuối": (21, END),
    }[word.split()[0]]
    return _span(m, (month, days[0]), (month, days[1]))


def _ten(m: re.Match[str]) -> tuple[Point, Point, int]:
    month = whole(m.group("m")) or 0
    days = (1, 10) if m.group("x").lower() == "đầu" else (21, END)
    return _span(m, (month, days[0]), (month, days[1]))


def _week(m: re.Match[str]) -> tuple[Point, Point, int]:
    month = whole(m.group("m")) or 0
    word = m.group("w").lower()
    week = (
        1
        if "đầu" in word
        else {"nhất": 1, "hai": 2, "ba": 3, "tư": 4}.get(word.split()[-1])
        or whole(word.split()[-1])
        or 1
    )
    if "cuối" in word:
        return _span(m, (month, 22), (month, END))
    return _span(m, (month, week * 7 - 6), (month, week * 7))


def _quarter(m: re.Match[str]) -> tuple[Point, Point, int]:
    n = whole(m.group("q").upper() if m.group("q").upper().strip("IV") == "" else m.group("q")) or 1
    return _span(m, (n * 3 - 2, None), (n * 3, None))


def _quarters(m: re.Match[str]) -> tuple[Point, Point, int]:
    numbers = [
        whole(n.upper()) or 1
        for n in re.findall(r"I{1,3}V?|IV|[1-4]", m.group("qs"), re.IGNORECASE)
    ]
    return _span(m, (numbers[0] * 3 - 2, None), (numbers[-1] * 3, None))


def _half(m: re.Match[str]) -> tuple[Point, Point, int]:
    early = m.group("h").lower() == "đầu"
    count = whole(m.group("n")) or 6
    first, last = (1, count) if early else (13 - count, 12)
    return _span(m, (first, None), (last, None))


def _whole_year(m: re.Match[str]) -> tuple[Point, Point, int]:
    return _span(m, (None, None), (None, None))


def _years(m: re.Match[str]) -> tuple[Point, Point, int]:
    return Point(int(m.group("a"))), Point(int(m.group("b"))), 0


def _year_end(m: re.Match[str]) -> tuple[Point, Point, int]:
    return _span(m, (12, 1), (12, END))


def _bare_day(m: re.Match[str]) -> tuple[Point, Point, int]:
    # Half of a range whose other half gives the month: "từ ngày 10 đến ngày 15 tháng 5".
    month = whole(m.group("m")) or 0
    return _span(m, (month, int(m.group("d1"))), (month, int(m.group("d"))))


def _rules() -> list[Rule]:
    i = re.IGNORECASE
    y = f"(?:{_Y})?"
    sep = r"\s*(?:-|đến|tới|đến hết|cho đến)\s*(?:hết\s*)?(?:ngày\s*)?"
    return [
        (re.compile(r"(?:giai đoạn|từ năm|năm|các năm)\s*(?P<a>20\d{2})\s*(?:-|đến|đến năm|tới năm)\s*(?P<b>20\d{2})", i), _years),
        (re.compile(rf"(?:ngày\s*)?(?<![\d/.-])(?<!tháng )(?P<d1>\d{{1,2}}){sep}(?P<d>\d{{1,2}})\s*(?:/|tháng\s*)(?P<m>\d{{1,2}}){y}(?![\d/])", i), _bare_day),
        (re.compile(rf"ngày\s*(?P<d>\d{{1,2}})\s*tháng\s*(?P<m>{_NUMBER}){y}", i), _day),
        (re.compile(r"(?:ngày\s*)?(?<![\d/])(?P<d>\d{1,2})(?P<s>[.-]|\s?/\s?)(?P<m>\d{1,2})(?P=s)(?P<y>20\d{2})(?!\d)", i), _day),
        (re.compile(r"(?:ngày\s*)?(?<![\d/])(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<yx>20(?:[xX×*_]{1,2}|\.{2,}|…))", i), _day),
        (re.compile(r"(?:ngày\s*)(?P<d>\d{1,2})[/-](?P<m>\d{1,2})(?!\d)(?:\s*năm\s*(?P<y>20\d{2}))?", i), _day),
        (re.compile(rf"(?:10|mười)\s*ngày\s*(?P<x>đầu|cuối)\s*tháng\s*(?P<m>{_NUMBER}){y}", i), _ten),
        (re.compile(rf"(?P<w>tuần\s*(?:đầu(?: tiên)?|cuối(?: cùng)?|thứ\s*(?:nhất|hai|ba|tư|[1-4])|[1-4]))\s*(?:của\s*)?tháng\s*(?P<m>{_NUMBER})(?!\w){y}", i), _week),
        (re.compile(rf"(?P<x>thượng tuần|trung tuần|hạ tuần|đầu|giữa|cuối)\s*tháng\s*(?P<m>{_NUMBER})(?!\w){y}", i), _part),
        (re.compile(rf"{_WORD}(?P<n>0?[1-9]|sáu|ba|chín)\s*tháng\s*(?P<h>đầu|cuối)(?:\s*năm(?!\s*\d))?{y}", i), _half),
        (re.compile(rf"{_WORD}(?:các\s*)?tháng\s*(?P<ms>\d{{1,2}}\s*-\s*\d{{1,2}}){y}(?![\d/])", i), _months),
        (re.compile(rf"{_WORD}(?:các\s*)tháng\s*(?P<ms>\d{{1,2}}(?:\s*(?:,|;|và|-)\s*(?:tháng\s*)?\d{{1,2}}){{1,11}})(?!\d){y}", i), _months),
        (re.compile(rf"{_WORD}tháng\s*(?P<ms>\d{{1,2}}(?:\s*(?:,|;|và)\s*\d{{1,2}}){{1,11}}){_Y}", i), _months),
        (re.compile(rf"{_WORD}tháng\s*(?P<ms>\d{{1,2}}\s*và\s*\d{{1,2}})(?=\s*(?:[.,;)]|$)){y}", i), _months),
        (re.compile(rf"{_WORD}tháng\s*(?P<m>{_NUMBER})(?!\w)(?!\s*lần)(?!\s*năm\b(?!\s*(?:20|nay|sau))){y}", i), _month),
        (re.compile(rf"{_WORD}quý\s*(?P<qs>{_Q}(?:\s*(?:,|;|và|-|đến)\s*(?:quý\s*)?(?:I{{1,3}}V?|IV|[1-4])){{1,3}})(?!\w){y}", i), _quarters),
        (re.compile(rf"{_WORD}quý\s*(?P<q>{_Q})(?!\w){y}", i), _quarter),
        (re.compile(rf"{_WORD}cuối năm{y}", i), _year_end),
        (re.compile(r"(?<![\d/.])(?P<m>\d{1,2})/(?P<y>20\d{2})(?!\d|/)", i), _month),
        (re.compile(r"(?:(?<=trước )|(?<=đến )|(?<=từ )|(?<=và )|(?<=hết )|(?<=- )|^)(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/])", i), _day),
        (re.compile(r"(?:(?:trong|cả|toàn|suốt)\s*)?năm\s*(?:(?P<y>20\d{2})|(?P<yx>20(?:[xX×*_]{1,2}|\.{2,}|…|\s?…)))(?!\d)", i), _whole_year),
        (re.compile(r"(?:cả|trong|suốt|toàn)\s*năm(?!\s*\d)", i), _whole_year),
    ]  # fmt: skip


_RULES = _rules()
_TO = re.compile(r"\s*(?:-|đến|tới|cho đến|đến hết|đến cuối|đến đầu)\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|và|, và)\s*", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:trước|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|hết|đến|xong|không quá|tới|hạn cuối(?: là)?)\s*(?:ngày|hết)?\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:từ|kể từ|bắt đầu(?: từ)?|sau)\s*(?:ngày)?\s*$", re.IGNORECASE)
_RANGED = re.compile(r"đến|tới| - |\d-\d", re.IGNORECASE)
_EACH = re.compile(
    r"(?:hằng|hàng|mỗi)\s*(?:năm|tháng|quý|tuần)?(?:,| vào| trong)?(?: trước)?(?: ngày)?\s*$",
    re.IGNORECASE,
)
_ON = re.compile(
    r"\s*(?:,|;|và|, và)\s*(?:trước|chậm nhất(?: là)?|vào)?\s*(?:ngày)?\s*", re.IGNORECASE
)
_EACH_BEHIND = re.compile(r"^\s*(?:hằng|hàng|mỗi)\s*(?:năm|quý|tháng)", re.IGNORECASE)


def mentions(flat: str) -> list[Mention]:
    """The periods that a stretch of Vietnamese text names, in order."""
    out = [_bounded(flat, m) for m in joined(flat, scan(flat, _RULES), _TO, _AND)]
    # trước ngày 15/6 và trước ngày 15/12 hằng năm: both recur.
    for i in range(len(out) - 2, -1, -1):
        between = flat[out[i].to : out[i + 1].at]
        if out[i + 1].bound == "recurring" and not out[i].has_year and _ON.fullmatch(between):
            out[i] = replace(out[i], bound="recurring")
    return out


def _bounded(flat: str, mention: Mention) -> Mention:
    ahead, behind = flat[: mention.at], flat[mention.to :]
    if _EACH.search(ahead) or _EACH_BEHIND.match(behind):
        return replace(mention, bound="recurring")
    if _BEFORE.search(ahead):
        return replace(mention, bound="before")
    if _FROM.search(ahead) and not _RANGED.search(flat[mention.at : mention.to]):
        return replace(mention, bound="from")
    return mention
