"""What a paper still asks: places that no row fills, what is told for them, and that nobody must fill one."""

from datetime import date

import pytest

from songfa.papers.out.compose import Frame, compose
from songfa.papers.out.letter import Grid, Letter
from songfa.rules.boxes import boxes, filled, told
from songfa.rules.forms import Form
from songfa.rules.packs.read import load
from songfa.rules.problems import Problem
from songfa.rules.values import BY_HAND, KINDS, Value
from songfa.words.say import LANGUAGES, has, key_of

ON = date(2026, 11, 18)
KNOWN: dict[str, Value] = {"person.name": "李小红", "practitioner.name": "何平"}


def form(code: str, country: str = "cn") -> Form:
    return load(country).get(Form, code, ON)


def cells(letter: Letter) -> dict[str, str]:
    rows = [row for part in letter.parts if isinstance(part, Grid) for row in part.rows]
    return {
        row[n].text: row[n + 1].text for row in rows for n in range(len(row) - 1) if row[n].name
    }


def drawn(asked: Form, known: dict[str, Value]) -> Letter:
    return compose(asked, known, Frame("cn", "zh-Hans", "文书"))


def test_a_place_is_asked_once_with_its_name_on_the_paper_and_only_while_it_is_unknown() -> None:
    letter = form("introduction_letter")
    asked = {box.key: box for box in boxes(letter, KNOWN)}
    assert {"introduction.for", "introduction.days", "organ.name", "practitioner.licence"} <= set(
        asked
    )
    assert asked["introduction.for"].several
    assert [c.code for c in asked["introduction.for"].choices] == [
        "meeting",
        "reading",
        "evidence",
        "other",
    ]
    # what the act or a row of its own tells is never asked
    assert not {"matter", "file_number", "person.name", "note"} & set(asked)
    later = {box.key for box in boxes(letter, {**KNOWN, "organ.name": "桦南县人民法院"})}
    assert set(asked) - later == {"organ.name"}


def test_a_part_that_would_not_stand_is_not_asked() -> None:
    refused = form("refuse")
    assert not boxes(refused, {**KNOWN, "grounds": ("一",)})
    # one that its own place would bring to stand is
    ended = {box.key for box in boxes(form("termination_letter"), KNOWN)}
    assert "case.number" in ended


def test_what_is_told_stands_on_the_paper_and_what_is_not_stays_room() -> None:
    asked = form("delivery_receipt")
    given = told(
        asked, KNOWN, {"delivery.way": " post ", "delivery.place": "", "delivery.proxy": "其母代收"}
    )
    assert given == {"delivery.way": "post", "delivery.proxy": "其母代收"}
    letter = cells(drawn(asked, filled(KNOWN, given)))
    assert "☑ 邮寄送达" in letter["送达方式"]
    assert letter["代收人及代收理由"] == "其母代收"
    assert letter["送达地点"] == ""


def test_several_boxes_are_ticked_where_the_form_lets() -> None:
    letter = form("introduction_letter")
    given = told(letter, KNOWN, {"introduction.for": ("meeting", "reading")})
    assert given == {"introduction.for": ("meeting", "reading")}
    assert told(letter, KNOWN, {"introduction.for": "meeting"}) == {
        "introduction.for": ("meeting",)
    }
    with pytest.raises(Problem, match="form_box_choice"):
        told(form("delivery_receipt"), KNOWN, {"delivery.way": ("hand", "post")})


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("delivery.way", "pigeon", "form_box_choice"),
        ("person.name", "别人", "form_box_shut"),
        ("follow_up.way", "phone", "form_box_shut"),
        ("shoe.size", "42", "form_box_shut"),
    ],
)
def test_what_the_form_does_not_ask_is_refused(key: str, value: str, code: str) -> None:
    with pytest.raises(Problem, match=code):
        told(form("delivery_receipt"), KNOWN, {key: value})


def test_a_row_that_knows_is_never_overwritten() -> None:
    assert filled({"person.phone": "1"}, {"person.phone": "2"})["person.phone"] == "1"
    assert filled({"person.phone": ""}, {"person.phone": "2"})["person.phone"] == "2"


def test_every_place_that_may_be_told_is_a_value_with_a_name_in_every_language() -> None:
    assert set(KINDS) >= BY_HAND
    for key in BY_HAND:
        for language in LANGUAGES:
            assert has(key_of("box", key), language), (key, language)


@pytest.mark.parametrize("country", ["cn", "vn"])
def test_each_place_that_may_be_told_stands_on_some_form(country: str) -> None:
    """Together the two countries use every one of them; each form's choices belong to a place that is asked."""
    used: set[str] = set()
    for each in ("cn", "vn"):
        for code in load(each).all(Form, ON):
            used |= {box.key for box in boxes(form(code, each), {})}
    assert used == BY_HAND
    for code in load(country).all(Form, ON):
        for box in boxes(form(code, country), {}):
            assert box.lines >= 1
            assert len({c.code for c in box.choices}) == len(box.choices)
