"""A sheet of amounts: what each of a group claims, got and was spared; every row checked, nothing written."""

import json
import re
import unicodedata
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from songfa.aid.lists import HEADS as LIST_HEADS
from songfa.base.models import index_of
from songfa.papers.heads import Heads, Reading, Wrong, because
from songfa.papers.table import Line, Table
from songfa.people.identity import read_number
from songfa.rules.money import read_minor
from songfa.rules.problems import LIST_EMPTY, LIST_TOO_LONG, Problem

MONEY = ("claimed", "obtained", "avoided")
# how people head their columns, folded; the first of each language heads our own sheet. A column that says no more
# than "amount" could be any of the three
HEADS: dict[str, tuple[str, ...]] = {
    "place": ("序号", "编号", "stt", "số thứ tự", "no.", "no", "#"),
    "name": LIST_HEADS["name"],
    "id_number": LIST_HEADS["id_number"],
    "claimed": tuple(h for h in LIST_HEADS["claimed"] if h not in ("金额", "số tiền", "amount")),
    "obtained": (
        "追回金额", "实际追回", "实际追回金额", "已追回", "已追回金额", "追回工资", "实得金额", "到账金额", "实发金额",
        "实付金额",
        "số tiền thu hồi", "số tiền đã thu hồi", "số tiền đã nhận", "số tiền nhận được", "đã nhận", "thực nhận",
        "recovered", "amount recovered", "obtained", "amount obtained", "received", "amount received",
    ),
    "avoided": (
        "避免损失", "避免损失金额", "避免的损失", "thiệt hại tránh được", "số tiền thiệt hại tránh được",
        "loss avoided", "avoided", "amount avoided",
    ),
    "paid_on": (
        "领取日期", "支付日期", "付款日期", "到账日期", "发放日期", "领款日期", "ngày nhận tiền", "ngày nhận",
        "ngày chi trả", "ngày thanh toán", "paid on", "day of payment", "date of payment", "date paid", "payment date",
    ),
}  # fmt: skip
HEADED = Heads(HEADS)
SHEET_EPOCH = date(1899, 12, 30)  # from which spreadsheets count days (ECMA-376 part 1, 18.17.4.1)
SHEET_DAYS = range(30_000, 80_000)  # 1982 to 2119
YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(\s+[\d:]+)?")
DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})")


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of the group as a row can name them, with what stands there now (minor units)."""

    key: UUID
    place: int
    name: str
    id_index: str
    claimed: int
    obtained: int
    avoided: int
    paid_on: date | None
    left: bool


@dataclass(frozen=True, slots=True)
class Amounts:
    """A row as it was written, whose it is, and what would stand there; what is blank stays as it is.

    `changes` are the columns in which something new stands. Without anything `wrong` the row can be written down.
    """

    row: int
    written: dict[str, str]
    who: str
    name: str
    claimed: int = 0
    obtained: int = 0
    avoided: int = 0
    paid_on: str = ""
    changes: tuple[str, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    doubts: tuple[Wrong, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """By what rows are checked: the country, its currency, the day, the most rows of a sheet."""

    country: str
    currency: str
    on: date
    most_rows: int


def _enough(columns: Container[str]) -> bool:
    """A header names people and at least one amount or the day of payment."""
    named = any(c in columns for c in ("name", "id_number", "place"))
    return named and any(c in columns for c in (*MONEY, "paid_on"))


def amounts(table: Table, people: Sequence[Somebody], rules: Rules) -> list[Amounts]:
    """Read every row below the header and say all that is wrong with each; rows that only add up are left out.

    Raises LIST_NO_HEADER, LIST_HEADER_MERGED, LIST_EMPTY, LIST_TOO_LONG.
    """
    columns, rows = HEADED.rows(table, _enough)
    if not rows:
        raise LIST_EMPTY(rows=0)
    if len(rows) > rules.most_rows:
        raise LIST_TOO_LONG(rows=rules.most_rows)
    group = _Group(people)
    return _with_repeats([_row(line, columns, group, rules) for line in rows])


def bare_name(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


class _Group:
    """The people of a group, to be found by what a row says of one."""

    def __init__(self, people: Iterable[Somebody]) -> None:
        self.places: dict[int, Somebody] = {}
        self.numbers: dict[str, Somebody] = {}
        self.names: dict[str, list[Somebody]] = {}
        for one in people:
            self.places[one.place] = one
            if one.id_index:
                self.numbers[one.id_index] = one
            self.names.setdefault(bare_name(one.name), []).append(one)


def _row(line: Line, columns: Mapping[str, int], group: _Group, rules: Rules) -> Amounts:
    reading = Reading(line, columns)
    one = _who(reading, group, rules)
    told = {name: _amount(reading, name, rules) for name in MONEY}
    paid_on = _paid_on(reading, rules)
    name = one.name if one else " ".join(reading.cell("name").text.split())
    read = Amounts(line.number, reading.written, str(one.key) if one else "", name)
    if one is None or reading.wrong:
        return replace(read, wrong=tuple(reading.wrong))
    if one.left:
        return replace(read, wrong=(because("left"),))
    return _against(read, one, told, paid_on)


def _against(
    read: Amounts, one: Somebody, told: Mapping[str, int | None], paid_on: date | None
) -> Amounts:
    """Return the row with what would stand there, and what of it is new."""
    now = {name: _or(told[name], getattr(one, name)) for name in MONEY}
    day = paid_on or one.paid_on
    changes = [name for name in MONEY if now[name] != getattr(one, name)]
    doubts = []
    if now["obtained"] > now["claimed"] > 0:
        doubts.append(because("more_than_claimed"))
    if day != one.paid_on:
        changes.append("paid_on")
    if day and not now["obtained"]:
        doubts.append(because("paid_nothing"))
    return replace(
        read, claimed=now["claimed"], obtained=now["obtained"], avoided=now["avoided"],
        paid_on=day.isoformat() if day else "", changes=tuple(changes), doubts=tuple(doubts),
    )  # fmt: skip


def _or(told: int | None, now: int) -> int:
    return now if told is None else told


def _who(reading: Reading, group: _Group, rules: Rules) -> Somebody | None:
    """Return whose row it is: by the number of the card, else by the name, among several of one name by the place.

    A number that is masked, as in our own sheet, is for the eye alone; so is any for whoever reads no ledger.
    """
    name, written = bare_name(reading.plain("name")), reading.plain("id_number")
    here = _at_place(reading, group)
    if written and "*" not in written and group.numbers:
        return _by_number(reading, group, rules, name)
    if name:
        found = group.names.get(name, [])
        if len(found) == 1:
            return found[0]
        if here in found:
            return here
        if found:
            reading.say("several", n=len(found))
        elif here:
            reading.say("name_differs", place=here.place, name=here.name)
        else:
            reading.say("unknown")
        return None
    if here is None and not reading.wrong:
        reading.say("unknown" if reading.cell("place").text else "nobody")
    return here


def _at_place(reading: Reading, group: _Group) -> Somebody | None:
    written = reading.cell("place").text.strip().rstrip(".、")
    return group.places.get(int(written)) if re.fullmatch(r"[0-9]{1,6}", written) else None


def _by_number(reading: Reading, group: _Group, rules: Rules, name: str) -> Somebody | None:
    try:
        number = read_number(rules.country, reading.cell("id_number").text, on=rules.on).number
    except Problem as why:
        reading.say(f"id_{why.facts['reason']}_{rules.country}", column="id_number")
        return None
    found = group.numbers.get(index_of(number))
    if found is None:
        reading.say("unknown")
    elif name and name != bare_name(found.name):
        reading.say("number_differs", name=found.name)
        return None
    return found


def _amount(reading: Reading, column: str, rules: Rules) -> int | None:
    try:
        return read_minor(reading.plain(column), rules.currency)
    except Problem as why:
        reading.say(f"sum_{why.facts['reason']}", column=column)
        return None


def _paid_on(reading: Reading, rules: Rules) -> date | None:
    written = reading.plain("paid_on").strip()
    if not written:
        return None
    day = read_day(written, rules.country)
    if day is None:
        reading.say(f"day_form_{rules.country}", column="paid_on")
    elif day > rules.on:
        reading.say("day_to_come", column="paid_on")
    return day


def read_day(written: str, country: str) -> date | None:
    """Return the day that a cell tells: year first anywhere, day first in Vietnam, or counted as a spreadsheet does."""
    if re.fullmatch(r"[0-9]{5}", written) and int(written) in SHEET_DAYS:
        return SHEET_EPOCH + timedelta(days=int(written))
    parts: tuple[int, ...] = ()
    if found := YEAR_FIRST.fullmatch(written):
        parts = (int(found[1]), int(found[2]), int(found[3]))
    elif country == "vn" and (found := DAY_FIRST.fullmatch(written)):
        parts = (int(found[3]), int(found[2]), int(found[1]))
    try:
        return date(*parts) if parts else None
    except ValueError:
        return None


def _with_repeats(found: list[Amounts]) -> list[Amounts]:
    """Say of every row but the first of the same person that it repeats it."""
    first: dict[str, int] = {}
    read = []
    for one in found:
        before = first.setdefault(one.who, one.row) if one.who else one.row
        again = () if before == one.row else (because("repeated", row=before),)
        read.append(replace(one, wrong=(*one.wrong, *again)))
    return read


def packed(found: list[Amounts]) -> str:
    """Return the rows as one text, to be sealed."""
    return json.dumps([asdict(one) for one in found], ensure_ascii=False)


def unpacked(text: str) -> list[Amounts]:
    kept = json.loads(text) if text else []
    for one in kept:
        one["changes"] = tuple(one["changes"])
        for part in ("wrong", "doubts"):
            one[part] = tuple(Wrong(**w) for w in one[part])
    return [Amounts(**one) for one in kept]
