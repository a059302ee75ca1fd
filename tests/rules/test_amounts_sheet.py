"""Sheets of amounts: headings, whose row it is, figures of both countries, days, all that is wrong with each row."""

import json
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from songfa.aid.amounts import HEADS, Amounts, Rules, Somebody, amounts, packed, read_day, unpacked
from songfa.base.models import index_of
from songfa.papers.heads import head, said
from songfa.papers.table import read_table
from songfa.rules.problems import Problem
from songfa.words.say import LANGUAGES, say
from tests import recipients as made

ON = date(2026, 11, 18)
CN = Rules("cn", "CNY", ON, 2000)
VN = Rules("vn", "VND", ON, 2000)
HEADER = ("序号", "姓名", "身份证号码", "主张金额", "追回金额", "避免损失", "领取日期")


def somebody(n: int, name: str = "", **more: Any) -> Somebody:
    told = {
        "claimed": 10_000_00, "obtained": 0, "avoided": 0, "paid_on": None, "left": False, **more,
    }  # fmt: skip
    return Somebody(UUID(int=n), n, name or made.worker(n)[0], index_of(made.number(n)), **told)


GROUP = [
    somebody(1, "赵一"),
    somebody(2, "钱二"),
    somebody(3, "钱二"),
    somebody(4, "孙四", left=True),
]


def read(rows: Any, header: Any = HEADER, people: Any = GROUP, rules: Rules = CN) -> list[Amounts]:
    return amounts(read_table("金额表.xlsx", made.xlsx(rows, header)), people, rules)


def wrong(found: list[Amounts]) -> dict[int, tuple[str, ...]]:
    return {r.row: tuple(w.code for w in r.wrong) for r in found if r.wrong}


def test_what_is_blank_stays_and_nought_takes_out() -> None:
    people = [somebody(1, "赵一", obtained=5_00, avoided=7_00, paid_on=date(2026, 11, 1))]
    (found,) = read([("1", "赵一", "", "", "1,234.50", "0", "")], people=people)
    assert (found.claimed, found.obtained, found.avoided) == (10_000_00, 1234_50, 0)
    assert (found.paid_on, found.changes) == ("2026-11-01", ("obtained", "avoided"))


def test_a_row_that_says_what_stands_there_changes_nothing() -> None:
    (found,) = read([("1", "赵一", "", "10000", "", "", "")])
    assert (found.changes, found.wrong) == ((), ())


@pytest.mark.parametrize(
    ("row", "who"),
    [
        (("1", "赵一", ""), 1), (("", " 赵一 ", ""), 1), (("1", "", ""), 1), (("9", "赵一", ""), 1),
        (("3", "钱二", ""), 3), (("", "钱二", made.number(2)), 2), (("", "", made.number(3)), 3),
        # the number of our own sheet is masked: for the eye alone
        (("2", "钱二", "2308************21"), 2),
    ],
)  # fmt: skip
def test_whose_row_it_is(row: tuple[str, ...], who: int) -> None:
    (found,) = read([(*row, "", "5", "", "")])
    assert (found.who, found.wrong) == (str(UUID(int=who)), ())


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("", "李五", ""), "unknown"), (("77", "", ""), "unknown"), (("", "", ""), "nobody"),
        (("", "钱二", ""), "several"), (("1", "钱二", ""), "several"), (("1", "李五", ""), "name_differs"),
        (("", "钱二", made.number(1)), "number_differs"), (("", "赵一", made.number(99)), "unknown"),
        (("", "赵一", "12"), "id_form_cn"), (("4", "孙四", ""), "left"),
    ],
)  # fmt: skip
def test_nobody_is_guessed(row: tuple[str, ...], code: str) -> None:
    assert wrong(read([(*row, "", "5", "", "")])) == {2: (code,)}


@pytest.mark.parametrize(
    ("text", "rules", "told"),
    [
        ("1,234.50", CN, 1234_50), ("￥1,234.5元", CN, 1234_50), (1234.5, CN, 1234_50), ("1.234,50", CN, "sum_form"),
        ("1.234", CN, "sum_form"), ("-5", CN, "sum_negative"), ("5 USD", CN, "sum_currency"),
        ("一万", CN, "sum_form"), ("9" * 20, CN, "sum_too_large"), ("=1+1", CN, "formula"),
        ("1.234.567", VN, 1_234_567), ("1.234.567,00", VN, 1_234_567), ("1,234,567", VN, 1_234_567),
        ("1.234,50", VN, "sum_form"), ("1.000.000 đồng", VN, 1_000_000), ("1000元", VN, "sum_currency"),
    ],
)  # fmt: skip
def test_amounts_in_the_habit_of_each_country(text: Any, rules: Rules, told: Any) -> None:
    if isinstance(text, str) and text.startswith("="):
        sheet = f"姓名,追回金额\n赵一,{text}\n".encode()
        (found,) = amounts(read_table("a.csv", sheet), GROUP, rules)
    else:
        (found,) = read([("1", "赵一", "", "", text, "", "")], rules=rules)
    if isinstance(told, int):
        assert (found.wrong, found.obtained) == ((), told)
    else:
        assert [(w.code, w.facts["column"]) for w in found.wrong] == [(told, "obtained")]


@pytest.mark.parametrize(
    ("text", "country", "day"),
    [
        ("2026-11-18", "cn", ON), ("2026/11/18", "vn", ON), ("2026年11月18日", "cn", ON), ("2026.11.18", "cn", ON),
        ("46344", "cn", ON), ("18/11/2026", "vn", ON), ("18.11.2026", "vn", ON), ("2026-11-18 00:00:00", "cn", ON),
        ("18/11/2026", "cn", None), ("2026-02-30", "cn", None), ("soon", "vn", None), ("20261", "cn", None),
    ],
)  # fmt: skip
def test_days_are_read(text: str, country: str, day: date | None) -> None:
    assert read_day(text, country) == day


def test_whoever_reads_no_ledger_finds_people_by_name() -> None:
    people = [replace(one, id_index="") for one in GROUP]
    (found,) = read([("", "赵一", made.number(1), "", "5", "", "")], people=people)
    assert (found.who, found.wrong) == (str(UUID(int=1)), ())


def test_a_row_tells_everything_that_is_wrong_with_it_at_once() -> None:
    found = read(
        [
            ("", "李五", "", "-1", "x", "5元人民币$", "2030-01-01"),
            ("1", "赵一", "", "", "", "", "soon"),
        ]
    )
    assert wrong(found) == {
        2: ("unknown", "sum_negative", "sum_form", "sum_currency", "day_to_come"),
        3: ("day_form_cn",),
    }


def test_the_same_person_stands_in_a_sheet_once() -> None:
    found = read([("1", "赵一", "", "", "1", "", ""), ("", "", made.number(1), "", "2", "", "")])
    assert wrong(found) == {3: ("repeated",)}
    assert found[1].wrong[0].facts == {"row": "2"}


def test_what_is_odd_is_doubted_aloud() -> None:
    (found,) = read([("1", "赵一", "", "100", "200", "", "")])
    assert [d.code for d in found.doubts] == ["more_than_claimed"]
    (found,) = read([("1", "赵一", "", "", "", "", "2026-11-01")])
    assert [d.code for d in found.doubts] == ["paid_nothing"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_headings_are_known_in_each_language(language: str) -> None:
    heads = [say(f"list-head-{c}".replace("_", "-"), lang=language) for c in HEADS]
    (found,) = read([("1", "赵一", "", "20000", "30", "40", "2026-11-18")], heads)
    assert (found.claimed, found.obtained, found.avoided) == (20000_00, 30_00, 40_00)
    assert found.paid_on == "2026-11-18"


def test_no_heading_means_two_columns() -> None:
    seen = [name for heads in HEADS.values() for name in heads]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("header", [("姓名", "电话"), ("追回金额", "备注"), ("姓名", "金额")])
def test_a_sheet_without_people_or_without_plain_amounts_is_refused(
    header: tuple[str, str],
) -> None:
    with pytest.raises(Problem) as why:
        read([("赵一", "5")], header)
    assert why.value.code == "list_no_header"


def test_sums_below_are_left_out_and_a_sheet_has_an_end() -> None:
    found = read([("1", "赵一", "", "", "1", "", ""), ("", "合 计", "", "", "1", "", "")])
    assert [r.row for r in found] == [2]
    with pytest.raises(Problem) as why:
        read([("1", "赵一", "", "", "1", "", "")] * 3, rules=Rules("cn", "CNY", ON, 2))
    assert why.value.code == "list_too_long"
    with pytest.raises(Problem) as why:
        read([])
    assert why.value.code == "list_empty"


def test_what_was_read_is_kept_whole() -> None:
    found = read([("1", "赵一", "", "100", "200", "", ""), ("", "李五", "", "x", "", "", "")])
    assert unpacked(packed(found)) == found
    assert json.loads(packed(found))[0]["obtained"] == 200_00


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_its_sentence(language: str) -> None:
    codes = (
        "nobody", "unknown", "several", "name_differs", "number_differs", "left", "sum_negative", "sum_form",
        "sum_currency", "sum_too_large", "day_form_cn", "day_form_vn", "day_to_come",
    )  # fmt: skip
    for code in codes:
        key = f"list-wrong-{code}".replace("_", "-")
        assert say(key, lang=language, column="x", n="2", place="1", name="y") != key
    assert said(read([("", "李五", "", "", "", "", "")])[0].wrong[0])
    assert head("paid_on")
