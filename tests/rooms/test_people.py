"""The ledger: numbers read gently, persons entered once, each look recorded."""

from datetime import date

import pytest

from songfa.access.policy import bound
from songfa.audit.models import Line
from songfa.people.actions import Described, find_or_enter, reveal_number
from songfa.people.identity import doubts_about, mask, read_number, read_phone
from songfa.people.models import GroupFact, Person
from songfa.people.names import keys_of
from songfa.people.reads import person as open_person
from songfa.rules.problems import Problem
from tests.town import NOON, Town

ON = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("country", "text", "number", "doubts"),
    [
        ("cn", "230822198004010021", "230822198004010021", ()),
        ("cn", " 230822 19800401 0021 ", "230822198004010021", ()),
        ("cn", "２３０８２２198004010021", "230822198004010021", ()),
        ("cn", "230822198004010029", "230822198004010029", ("check_digit",)),
        ("vn", "092170001234", "092170001234", ()),
        ("vn", "092 170 001 234", "092170001234", ()),
        ("vn", "123456789", "123456789", ("old_form",)),
        ("vn", "000170001234", "000170001234", ("province",)),
        ("cn", "", "", ()),
    ],
)
def test_numbers_are_read_and_doubted(
    country: str, text: str, number: str, doubts: tuple[str, ...]
) -> None:
    found = read_number(country, text, on=ON)
    assert (found.number, found.doubts) == (number, doubts)


@pytest.mark.parametrize(
    ("country", "text", "reason"),
    [
        ("cn", "2308221980040100", "form"),
        ("cn", "23082219800401002Y", "form"),
        ("cn", "230822198002300021", "birth"),
        ("cn", "230822203004010021", "birth"),
        ("vn", "09217000123", "form"),
        ("vn", "09217000123X", "form"),
        ("vn", "092399001234", "birth"),
    ],
)
def test_numbers_that_cannot_be_are_refused(country: str, text: str, reason: str) -> None:
    with pytest.raises(Problem) as found:
        read_number(country, text, on=ON)
    assert found.value.facts["reason"] == reason


def test_a_number_that_says_otherwise_than_the_person_is_doubted() -> None:
    chinese = read_number("cn", "230822198004010021", on=ON)
    assert doubts_about("cn", chinese, date(1980, 4, 2), "M") == ("birth_differs", "sex_differs")
    assert doubts_about("cn", chinese, date(1980, 4, 1), "F") == ()
    vietnamese = read_number("vn", "092170001234", on=ON)
    assert doubts_about("vn", vietnamese, date(1971, 1, 1), "F") == ("birth_differs",)
    assert doubts_about("vn", vietnamese, date(1970, 1, 1), "") == ()


@pytest.mark.parametrize(
    ("country", "text", "number"),
    [
        ("cn", "138 0013 8000", "+8613800138000"),
        ("vn", "0912.345.678", "+84912345678"),
        ("cn", " ", ""),
    ],
)
def test_phones_have_one_form(country: str, text: str, number: str) -> None:
    assert read_phone(country, text) == number


@pytest.mark.parametrize("text", ["hello", "12", "1380013800013800138000"])
def test_what_is_no_phone_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="phone_unreadable"):
        read_phone("cn", text)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("李小红", ("|lixiaohong|", "|lxh|", "|李小红|")),
        ("单雄信", ("|shanxiongxin|",)),
        ("曾国强", ("|zengguoqiang|",)),
        ("尉迟恭", ("|yuchigong|", "|ycg|")),
        ("Nguyễn Thị Hoa", ("|nguyenthihoa|", "|nth|", "|nguyễn thị hoa|")),
        ("Đặng Văn Đức", ("|dangvanduc|", "|dvd|")),
    ],
)
def test_names_are_found_as_people_type_them(name: str, keys: tuple[str, ...]) -> None:
    assert all(key in keys_of(name) for key in keys)


def test_numbers_are_masked() -> None:
    assert mask("23082219800401001X") == "2308************1X"
    assert mask("12345") == "*****"


def test_a_person_is_entered_once_in_a_unit_and_gaps_are_filled(town: Town) -> None:
    officer, unit = town.actor("officer"), town.units["centre"]
    first = find_or_enter(
        actor=officer,
        unit=unit,
        described=Described("李小红", id_number="230822198004010021"),
        at=NOON,
        on=ON,
    )
    second = find_or_enter(
        actor=officer, unit=unit, at=NOON, on=ON,
        described=Described("李晓红", date(1980, 4, 1), "F", "230822198004010021", "13800138000", groups=("disabled",)),
    )  # fmt: skip
    person = Person.objects.get()
    assert first.person.pk == second.person.pk == person.pk
    assert second.doubts == ("name_differs",)
    assert (person.name, person.born, person.sex) == ("李小红", date(1980, 4, 1), "F")
    assert person.phone == "+8613800138000"
    assert GroupFact.objects.get().group == "disabled"


def test_another_unit_has_its_own_ledger(town: Town) -> None:
    described = Described("李小红", id_number="230822198004010021")
    for who, unit in (("officer", "centre"), ("stranger", "other")):
        with bound(town.actor(who)):
            find_or_enter(
                actor=town.actor(who), unit=town.units[unit], described=described, at=NOON, on=ON
            )
            assert Person.objects.count() == 1


def test_nobody_enters_a_person_elsewhere(town: Town) -> None:
    with pytest.raises(Problem, match="not_found"):
        find_or_enter(
            actor=town.actor("stranger"),
            unit=town.units["centre"],
            described=Described("李"),
            at=NOON,
            on=ON,
        )
    with pytest.raises(Problem, match="not_allowed"):
        find_or_enter(
            actor=town.actor("head", ON), unit=town.units["centre"], described=Described("李"), at=NOON, on=ON,
            by="people.forget",  # type: ignore[arg-type]
        )  # fmt: skip


def test_a_look_at_a_person_and_at_a_number_leaves_a_line(town: Town) -> None:
    officer = town.actor("officer")
    person = find_or_enter(
        actor=officer, unit=town.units["centre"], at=NOON, on=ON,
        described=Described("李小红", id_number="230822198004010021"),
    ).person  # fmt: skip
    open_person(officer, person.pk, at=NOON)
    assert reveal_number(actor=officer, person=person, at=NOON) == "230822198004010021"
    lines = Line.objects.filter(subject_id=person.pk, verb="people.see").order_by("n")
    assert [line.detail for line in lines] == [{}, {"shown": "id_number"}]
    with pytest.raises(Problem, match="not_found"):
        open_person(town.actor("stranger"), person.pk, at=NOON)
