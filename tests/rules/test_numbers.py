"""Document numbers of both countries."""

from dataclasses import replace
from datetime import date

import pytest

from songfa.rules.numbers import Parts, render, series
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import NumberTemplate
from songfa.rules.problems import Problem

ON = date(2026, 6, 1)
HUA = Parts(year=2026, seq=12, letter="桦", doc="application", matter="civil")
CENTRE = Parts(year=2026, seq=1, letter="TT", form="TGTT")


def template(pack: str, code: str) -> NumberTemplate:
    return load(pack).get(NumberTemplate, code, ON)


@pytest.mark.parametrize(
    ("pack", "code", "parts", "number"),
    [
        ("cn-23", "document", HUA, "（桦）援申字[2026]第12号"),
        ("cn", "document", replace(HUA, doc="assignment", seq=3), "（桦）援指字[2026]第3号"),
        ("cn", "document_by_matter", replace(HUA, matter="criminal"), "（桦）刑援申字[2026]第12号"),
        ("cn", "document_by_matter", replace(HUA, matter="none"), "（桦）援申字[2026]第12号"),
        ("vn-92", "case_file", CENTRE, "TT.TGTT.01.2026"),
        ("vn", "case_file", replace(CENTRE, letter="CN1", seq=123), "CN1.TGTT.123.2026"),
        ("vn", "document", replace(CENTRE, doc="grant", letter="TTTGPL"), "01/QĐ-TTTGPL"),
    ],
)
def test_numbers(pack: str, code: str, parts: Parts, number: str) -> None:
    assert render(template(pack, code), parts) == number


@pytest.mark.parametrize(
    ("pack", "code", "parts"),
    [
        ("cn", "document", replace(HUA, letter="")),
        ("cn", "document", replace(HUA, doc="poem")),
        ("cn", "document", replace(HUA, seq=0)),
        ("vn", "case_file", replace(CENTRE, form="")),
        ("vn", "case_file", replace(CENTRE, seq=-1)),
    ],
)
def test_a_missing_part_raises(pack: str, code: str, parts: Parts) -> None:
    with pytest.raises(Problem) as raised:
        render(template(pack, code), parts)
    assert raised.value.code == "number_part_missing"


def test_a_text_in_a_part_is_never_a_place() -> None:
    assert render(template("vn", "case_file"), replace(CENTRE, letter="{seq}")).startswith("{seq}.")


def test_papers_that_share_a_word_share_the_sequence() -> None:
    chinese = template("cn", "document")
    grant, refuse = (series(chinese, "7", replace(HUA, doc=d)) for d in ("grant", "refuse"))
    assert grant == refuse
    assert grant != series(chinese, "7", HUA)
    assert grant != series(chinese, "8", replace(HUA, doc="grant"))
    assert grant != series(chinese, "7", replace(HUA, doc="grant", year=2027))


def test_vietnamese_files_are_counted_for_each_form() -> None:
    vietnamese = template("vn", "case_file")
    assert series(vietnamese, "7", CENTRE) != series(vietnamese, "7", replace(CENTRE, form="TV"))


def test_no_two_numbers_of_a_unit_and_year_are_the_same() -> None:
    chinese = template("cn", "document")
    seen: dict[str, tuple[str, int]] = {}
    for doc in chinese.docs:
        for seq in range(1, 4):
            parts = replace(HUA, doc=doc, seq=seq)
            key = (series(chinese, "7", parts), seq)
            assert seen.setdefault(render(chinese, parts), key) == key
