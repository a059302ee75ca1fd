"""The written forms of official codes, and the labels that make up a path."""

import pytest

from songfa.areas.codes import below, label, level, official


@pytest.mark.parametrize(
    ("country", "written", "code"),
    [
        ("cn", "23", "230000"),
        ("cn", "2308", "230800"),
        ("cn", "230822", "230822"),
        ("cn", "230822000", "230822"),
        ("cn", "230822000000", "230822"),
        ("cn", "230822103", "230822103"),
        ("cn", "230822103000", "230822103"),
        ("cn", " 230000 ", "230000"),
        ("cn", "23082", ""),
        ("cn", "230822103001", ""),
        ("cn", "桦南", ""),
        ("cn", "２３", ""),
        ("cn", "", ""),
        ("vn", "92", "92"),
        ("vn", "943", "943"),
        ("vn", "31507", "31507"),
        ("vn", "00004", "00004"),
        ("vn", "4", ""),
        ("vn", "9200", ""),
    ],
)
def test_a_code_is_read_in_each_of_its_forms(country: str, written: str, code: str) -> None:
    assert official(country, written) == code


@pytest.mark.parametrize(
    ("country", "code", "part", "where"),
    [
        ("cn", "230000", "23", "province"),
        ("cn", "230800", "2308", "prefecture"),
        ("cn", "230822", "230822", "county"),
        ("cn", "230822103", "230822103", "township"),
        ("cn", "441900101", "441900101", "township"),
        ("vn", "92", "92", "province"),
        ("vn", "943", "943", "district"),
        ("vn", "31507", "31507", "commune"),
        ("vn", "30000", "30000", "commune"),
    ],
)
def test_the_label_and_the_level_of_a_code(country: str, code: str, part: str, where: str) -> None:
    assert (label(country, code), level(country, code)) == (part, where)


def test_the_bounds_of_a_subtree_keep_neighbours_out() -> None:
    low, high = below("cn.23.2308.")
    assert low <= "cn.23.2308." < high
    assert low <= "cn.23.2308.230822.230822103." < high
    assert not low <= "cn.23.2309." < high
    assert not low <= "cn.23." < high
