"""Chinese periods: 2026年3月至5月, 第二季度, 5月中旬, 3月底前, 4月起, 全年."""
# ruff: noqa: E501 - a pattern is read best in one line

import re
from dataclasses import replace

from songfa.papers.plans.dates import END, Mention, Point, Rule, joined, scan
from songfa.papers.plans.numbers import chinese, whole

_YEAR = r"(?:(?P<y>(?:19|20)\d{2})年度?|(?P<yz>二[〇○零][〇○零一二三四五六七八九]{2})年度?|(?P<yx>20(?:[xX×*_○□XX]{1,2}|\.\.|…)?)年度?|(?P<yr>今年|本年度?|当年|次年|翌年|明年|来年))"
_M = r"(?P<m>\d{1,2}|十[一二]|[一二三四五六七八九十])月份?"
_TEN = {"上": (1, 10), "中": (11, 20), "下": (21, END)}
_QUARTER = r"(?:第?(?P<q>[一二三四1-4])|(?P<q0>首|末))季度"
_WEEK = {1: (1, 7), 2: (8, 14), 3: (15, 21), 4: (22, 28)}


def _year(m: re.Match[str]) -> tuple[int | None, bool, int]:
    g = m.groupdict()
    if g.get("y"):
        return int(g["y"]), False, 0
    if g.get("yz"):
        return chinese(g["yz"]), False, 0
    if g.get("yx"):
        return None, True, 0
    return None, False, 1 if g.get("yr") in {"次年", "翌年", "明年", "来年"} else 0


def _span(
    m: re.Match[str], a: tuple[int | None, int | None], b: tuple[int | None, int | None]
) -> tuple[Point, Point, int]:
    year, hidden, shift = _year(m)
    return Point(year, a[0], a[1], hidden), Point(year, b[0], b[1], hidden), shift


def _month_of(m: re.Match[str], key: str = "m") -> int:
    return whole(m.group(key)) or 0


def _day(m: re.Match[str]) -> tuple[Point, Point, int]:
    month, day = _month_of(m), whole(m.group("d")) or 0
    last = whole(m.group("d2")) if m.groupdict().get("d2") else None
    return _span(m, (month, day), (month, last if last is not None else day))


def _ten(m: re.Match[str]) -> tuple[Point, Point, int]:
    month = _month_of(m)
    first, last = _TEN[m.group("x")][0], _TEN[m.group("x2") or m.group("x")][1]
    return _span(m, (month, first), (month, last))


def _week(m: re.Match[str]) -> tuple[Point, Point, int] | None:
    month, week = _month_of(m), whole(m.group("w"))
    if week not in _WEEK:
        return None
    return _span(m, (month, _WEEK[week][0]), (month, _WEEK[week][1]))


def _month_end(m: re.Match[str]) -> tuple[Point, Point, int]:
    month = _month_of(m)
    return _span(m, (month, 21), (month, END))


def _month_start(m: re.Match[str]) -> tuple[Point, Point, int]:
    month = _month_of(m)
    return _span(m, (month, 1), (month, 10))


def _month(m: re.Match[str]) -> tuple[Point, Point, int]:
    month = _month_of(m)
    return _span(m, (month, None), (month, None))


def _months(m: re.Match[str]) -> tuple[Point, Point, int]:
    numbers = [whole(n) or 0 for n in re.split(r"[、,和及至到-]", m.group("ms"))]
    return _span(m, (numbers[0], None), (numbers[-1], None))


def _quarters(m: re.Match[str]) -> tuple[Point, Point, int]:
    numbers = [whole(n) or 1 for n in re.findall("[一二三四1-4]", m.group("qs"))]
    return _span(m, (numbers[0] * 3 - 2, None), (numbers[-1] * 3, None))


def _quarter(m: re.Match[str]) -> tuple[Point, Point, int]:
    n = {"首": 1, "末": 4}[m.group("q0")] if m.group("q0") else whole(m.group("q")) or 1
    return _span(m, (n * 3 - 2, None), (n * 3, None))


def _half(m: re.Match[str]) -> tuple[Point, Point, int]:
    return (
        _span(m, (1, None), (6, None)) if m.group("h") == "上" else _span(m, (7, None), (12, None))
    )


def _year_end(m: re.Match[str]) -> tuple[Point, Point, int]:
    return _span(m, (12, 21), (12, END))


def _whole_year(m: re.Match[str]) -> tuple[Point, Point, int]:
    return _span(m, (None, None), (None, None))


def _years(m: re.Match[str]) -> tuple[Point, Point, int]:
    return Point(int(m.group("a"))), Point(int(m.group("b"))), 0


def _dotted(m: re.Match[str]) -> tuple[Point, Point, int]:
    day = int(m.group("d")) if m.group("d") else None
    point = Point(int(m.group("y")), int(m.group("m")), day)
    return point, point, 0


def _rules() -> list[Rule]:
    year = f"(?:{_YEAR}的?)?"
    d = r"(?P<d>\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
    return [
        (re.compile(r"(?P<a>20\d{2})年?\s*(?:-|至|到)\s*(?P<b>20\d{2})年(?!\d{1,2}月)度?"), _years),
        (re.compile(r"(?<![\d.])(?P<y>20\d{2})[./-](?P<m>\d{1,2})(?:[./-](?P<d>\d{1,2}))?(?![\d.])"), _dotted),
        (re.compile(year + _M + d + r"[日号]?\s*(?:-|至|到)\s*(?P<d2>\d{1,2})[日号]"), _day),
        (re.compile(year + _M + d + r"[日号]"), _day),
        (re.compile(year + _M + r"(?P<x>[上中下])(?:旬?(?:至|到|、|-)?(?P<x2>[中下]))?旬"), _ten),
        (re.compile(year + _M + r"的?第(?P<w>[一二三四1-4])(?:周|个?星期)"), _week),
        (re.compile(year + _M + r"(?:月)?[底末]"), _month_end),
        (re.compile(year + _M + r"初"), _month_start),
        (re.compile(year + r"(?P<ms>\d{1,2}(?:\s*(?:[、,]|和|及|至|到|-)\s*\d{1,2}){1,11})月份?(?!\d{1,2}[日号])"), _months),
        (re.compile(year + _M), _month),
        (re.compile(year + r"(?P<qs>第?[一二三四1-4](?:季度)?(?:[、,和及至到-]第?[一二三四1-4]){1,3})季度"), _quarters),
        (re.compile(year + _QUARTER), _quarter),
        (re.compile(year + r"(?P<h>[上下])半年"), _half),
        (re.compile(rf"(?:{_YEAR}|(?<![^,。;:、于在到至 前]))年?[底末终]"), _year_end),
        (re.compile(rf"{_YEAR}(?:全年|全年度|内)?"), _whole_year),
        (re.compile(r"(?:全年度?|年内|整年|一年内)"), _whole_year),
    ]  # fmt: skip


_RULES = _rules()
_TO = re.compile(r"\s*(?:-+|至|到|至到|起至)\s*")
_AND = re.compile(r"\s*(?:、|和|及|与|以及|,)\s*")
_BEFORE = re.compile(r"^(?:(?:以|之)?前(?!后|期)|截止|截至)")
_BEFORE_AHEAD = re.compile(r"(?:截至|截止到?|不迟于|最迟(?:于|在)?|至迟|到|至)$")
_FROM = re.compile(r"^(?:起|开始|以后|之后|后)")
_FROM_AHEAD = re.compile(r"(?:自|从)$")
_RANGED = re.compile(r"至|到|-")
_ON = re.compile(r"(?:(?:以|之)?前)?\s*(?:、|和|及|与|以及|,)\s*")
_EACH = re.compile(r"每(?:年度?|个?月|个?季度|学期|周|逢)?的?$")


def mentions(flat: str) -> list[Mention]:
    """The periods that a stretch of Chinese text names, in order."""
    found = joined(flat, scan(flat, _RULES), _TO, _AND)
    out: list[Mention] = []
    for mention in found:
        bounded = _bounded(flat, mention)
        # 每年6月30日前、12月31日前: what recurs goes on.
        if out and out[-1].bound == "recurring" and _ON.fullmatch(flat[out[-1].to : mention.at]):
            bounded = replace(bounded, bound="recurring")
        out.append(bounded)
    return out


def _bounded(flat: str, mention: Mention) -> Mention:
    ahead, behind = flat[: mention.at], flat[mention.to :].lstrip()
    if _EACH.search(ahead):
        return replace(mention, bound="recurring")
    if _BEFORE.match(behind) or _BEFORE_AHEAD.search(ahead):
        return replace(mention, bound="before")
    if _is_end(flat[mention.at : mention.to]):
        return replace(mention, bound="before")
    if _FROM.match(behind) or (
        _FROM_AHEAD.search(ahead) and not _RANGED.search(flat[mention.at : mention.to])
    ):
        return replace(mention, bound="from")
    return mention


def _is_end(text: str) -> bool:
    """3月底 without 前 still names a day to be done by; a range that ends there does not."""
    return bool(re.search(r"[底末终]$", text)) and not _RANGED.search(text)
