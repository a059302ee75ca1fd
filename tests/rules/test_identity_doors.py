"""Numbers of old cards and old telephone networks, and what a pack refuses."""

from datetime import date

import pytest

from songfa.people.identity import read_number, read_phone, refuse_doubts
from songfa.rules.packs.read import load
from songfa.rules.problems import Problem

ON = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("written", "number", "born", "sex"),
    [
        # the example of GB 11643-1999, and one made up: the same person by both numbers
        ("110105491231002", "11010519491231002X", date(1949, 12, 31), "F"),
        ("440524800101001", "440524198001010013", date(1980, 1, 1), "M"),
    ],
)
def test_fifteen_digits_are_kept_as_eighteen(
    written: str, number: str, born: date, sex: str
) -> None:
    found = read_number("cn", written, on=ON)
    assert (found.number, found.born, found.sex, found.doubts) == (
        number,
        born,
        sex,
        ("old_form_15",),
    )
    assert read_number("cn", number, on=ON).doubts == ()


def test_the_oldest_were_born_in_the_century_before() -> None:
    assert read_number("cn", "110105951231996", on=ON).born == date(1895, 12, 31)


@pytest.mark.parametrize("written", ["110105491331002", "11010549123100", "11010549123100X"])
def test_fifteen_digits_that_cannot_be(written: str) -> None:
    with pytest.raises(Problem):
        read_number("cn", written, on=ON)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("0122 123 4567", "+84771234567"),
        ("+84 169.234.5678", "+84392345678"),
        ("841201234567", "+84701234567"),
        ("01991234567", "+84591234567"),
        ("0912345678", "+84912345678"),
        ("0771234567", "+84771234567"),
        ("02993821234", "+842993821234"),
    ],
)
def test_vietnamese_mobile_numbers_of_eleven_digits(written: str, kept: str) -> None:
    assert read_phone("vn", written) == kept
    assert read_phone("vn", kept) == kept


def test_both_countries_warn_of_odd_numbers() -> None:
    for pack in ("cn-23", "cn-61", "vn-92"):
        refuse_doubts(load(pack), ("check_digit", "old_form", "old_form_15"), ON)
