"""A list of recipients: its header found, every row read and checked, nothing loaded."""

import json
import re
import unicodedata
from collections.abc import Container, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date

from songfa.papers.heads import Heads, Reading, Wrong, because, folded
from songfa.papers.table import Cell, Line, Table
from songfa.people.identity import read_number, read_phone
from songfa.rules.group_matters import RecipientListRule
from songfa.rules.money import read_minor
from songfa.rules.problems import LIST_EMPTY, LIST_TOO_LONG, Problem

# how people head their columns, in the three languages, folded (`_plain`); the first of each heads our template
HEADS: dict[str, tuple[str, ...]] = {
    "name": (
        "姓名", "受援人姓名", "受援人", "工人姓名", "员工姓名", "农民工姓名", "名字", "申请人",
        "họ và tên", "họ tên", "họ tên người được trợ giúp", "tên", "full name", "name", "recipient", "worker",
    ),
    "id_number": (
        "身份证号码", "身份证号", "身份证", "公民身份号码", "证件号码", "证件号",
        "số định danh", "số định danh cá nhân", "số cccd", "cccd", "số căn cước", "căn cước công dân", "số cmnd",
        "cmnd",
        "số giấy tờ", "identity number", "id number", "id", "identity card", "id no",
    ),
    "phone": (
        "电话", "联系电话", "手机", "手机号", "手机号码", "电话号码", "联系方式",
        "điện thoại", "số điện thoại", "sđt", "đt", "di động", "phone", "telephone", "mobile", "phone number",
    ),
    "claimed": (
        "主张金额", "欠薪金额", "拖欠金额", "拖欠工资", "拖欠工资金额", "欠付工资", "欠发工资", "诉求金额", "请求金额",
        "金额",
        "số tiền yêu cầu", "số tiền", "tiền lương bị nợ", "tiền nợ", "số tiền bị nợ",
        "amount claimed", "claim", "claimed", "amount", "wages owed",
    ),
    "own_documents": (
        "单独出具文书", "单独文书", "文书方式", "nhận văn bản riêng", "văn bản riêng", "own documents", "own letter",
    ),
}  # fmt: skip
NO = frozenset(
    {"否", "不", "不需要", "共用", "无", "không", "ko", "chung", "no", "n", "false", "0", "shared"}
)
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as it was written and as it was read. Without anything `wrong` it can be loaded."""

    row: int
    written: dict[str, str]
    name: str
    id_number: str
    phone: str
    claimed: int
    own_documents: bool
    wrong: tuple[Wrong, ...] = ()
    doubts: tuple[Wrong, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """By what rows are checked: the country, its currency, the day, and the pack's rule of lists."""

    country: str
    currency: str
    on: date
    rule: RecipientListRule


HEADED = Heads(HEADS)


def _enough(columns: Container[str]) -> bool:
    """A header names people and something else of them."""
    return "name" in columns and any(c in columns for c in HEADS if c != "name")


def entries(table: Table, rules: Rules) -> list[Entry]:
    """Read every row below the header and say all that is wrong with each; rows that only add up are left out.

    Raises LIST_NO_HEADER, LIST_HEADER_MERGED, LIST_EMPTY, LIST_TOO_LONG.
    """
    columns, rows = HEADED.rows(table, _enough)
    if not rows:
        raise LIST_EMPTY(rows=0)
    if len(rows) > rules.rule.most_rows:
        raise LIST_TOO_LONG(rows=rules.rule.most_rows)
    return _with_repeats([_entry(line, columns, rules) for line in rows], rules)


def _entry(line: Line, columns: Mapping[str, int], rules: Rules) -> Entry:
    reading = Reading(line, columns)
    name = _name(reading)
    number, phone, claimed = (
        _number(reading, rules),
        _phone(reading, rules),
        _claimed(reading, rules),
    )
    own = folded(reading.plain("own_documents")) not in NO
    return Entry(
        row=line.number, written=reading.written, name=name, id_number=number,
        phone=phone, claimed=claimed, own_documents=own, wrong=tuple(reading.wrong), doubts=tuple(reading.doubts),
    )  # fmt: skip


def _name(reading: Reading) -> str:
    name = " ".join(unicodedata.normalize("NFC", reading.plain("name")).split())
    if reading.has("name"):
        return ""
    letters = sum(unicodedata.category(sign)[0] in "LM" for sign in name)
    if not name:
        reading.say("name_missing", column="name")
    elif len(name) > LONGEST_NAME:
        reading.say("name_long", column="name", most=LONGEST_NAME)
    elif letters < 2 or re.search(r"[\d<>@#$%^&*=|\\/{}\[\]]", name):
        reading.say("name_odd", column="name")
    return name


def _number(reading: Reading, rules: Rules) -> str:
    written = reading.plain("id_number")
    if reading.has("id_number"):
        return ""
    if not written:
        if rules.rule.id_required:
            reading.say("id_missing", column="id_number")
        return ""
    try:
        found = read_number(rules.country, written, on=rules.on)
    except Problem as why:
        reading.say(f"id_{why.facts['reason']}_{rules.country}", column="id_number")
        return ""
    for doubt in found.doubts:
        refused = doubt == "check_digit" and rules.rule.wrong_check_digit == "refuse"
        if refused:
            reading.say("id_check_digit", column="id_number")
        else:
            reading.doubts.append(Wrong(doubt))
    return found.number


def _phone(reading: Reading, rules: Rules) -> str:
    written = reading.plain("phone")
    try:
        return read_phone(rules.country, written)
    except Problem:
        reading.say("phone", column="phone")
        return ""


def _claimed(reading: Reading, rules: Rules) -> int:
    written = reading.plain("claimed")
    try:
        return read_minor(written, rules.currency) or 0
    except Problem as why:
        reading.say(f"amount_{why.facts['reason']}", column="claimed")
        return 0


def _with_repeats(found: list[Entry], rules: Rules) -> list[Entry]:
    """Say of every row but the first of the same person that it repeats it."""
    first: dict[str, int] = {}
    read = []
    for entry in found:
        key = entry.id_number or ("" if rules.rule.id_required else f"{entry.name}/{entry.phone}")
        before = first.setdefault(key, entry.row) if key else entry.row
        read.append(entry if before == entry.row else also(entry, "repeated", row=before))
    return read


def written(rules: Rules, **cells: str) -> Entry:
    """Return one person as typed into a form, checked like a row of a list."""
    columns = {column: n for n, column in enumerate(cells)}
    line = Line(0, tuple(Cell(" ".join(text.split())) for text in cells.values()))
    return _entry(line, columns, rules)


def with_own(entry: Entry, *, own: bool) -> Entry:
    return replace(entry, own_documents=own)


def also(entry: Entry, code: str, **facts: object) -> Entry:
    """Return the entry with one more thing that is wrong with it."""
    return replace(entry, wrong=(*entry.wrong, because(code, **facts)))


def doubted(entry: Entry, code: str, **facts: object) -> Entry:
    return replace(entry, doubts=(*entry.doubts, because(code, **facts)))


def packed(found: list[Entry]) -> str:
    """Return the entries as one text, to be sealed."""
    return json.dumps([asdict(entry) for entry in found], ensure_ascii=False)


def unpacked(text: str) -> list[Entry]:
    kept = json.loads(text) if text else []
    for entry in kept:
        for part in ("wrong", "doubts"):
            entry[part] = tuple(Wrong(**w) for w in entry[part])
    return [Entry(**entry) for entry in kept]
