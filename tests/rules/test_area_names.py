"""Names of territory: kinds, stems, romanised forms and what a unit is found by."""

import unicodedata

import pytest

from songfa.areas.names import english, fold, keys, kind_of, kinds, lower, short, stem


@pytest.mark.parametrize(
    ("country", "level", "name", "kind", "part"),
    [
        ("cn", "province", "黑龙江省", "省", "黑龙江"),
        ("cn", "province", "内蒙古自治区", "自治区", "内蒙古"),
        ("cn", "prefecture", "大兴安岭地区", "地区", "大兴安岭"),
        ("cn", "county", "桦南县", "县", "桦南"),
        ("cn", "county", "通县", "县", "通"),
        ("cn", "county", "西林区", "区", "西林"),
        ("cn", "county", "六枝特区", "特区", "六枝"),
        ("cn", "county", "杜尔伯特蒙古族自治县", "自治县", "杜尔伯特蒙古族"),
        ("cn", "township", "杨镇", "镇", "杨"),
        ("cn", "township", "土龙山镇", "镇", "土龙山"),
        ("vn", "province", "Thành phố Cần Thơ", "thành phố", "Cần Thơ"),
        ("vn", "province", "Tỉnh Sóc Trăng", "tỉnh", "Sóc Trăng"),
        ("vn", "district", "Thị xã Ngã Năm", "thị xã", "Ngã Năm"),
        ("vn", "commune", "Xã Kế Sách", "xã", "Kế Sách"),
        ("vn", "commune", "Thị trấn Kế Sách", "thị trấn", "Kế Sách"),
        ("vn", "commune", "Đặc khu Phú Quốc", "đặc khu", "Phú Quốc"),
    ],
)
def test_a_name_is_taken_apart(country: str, level: str, name: str, kind: str, part: str) -> None:
    assert kind_of(country, level, name) == kind
    assert stem(country, kind, name) == part


def test_the_peoples_in_a_name_can_be_left_out() -> None:
    assert short("延边朝鲜族") == "延边"
    assert short("黔西南布依族苗族") == "黔西南"
    assert short("桦南") == "桦南"


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Kế Sách", "kesach"), ("ĐỒNG NAI", "dongnai"), ("M'Đrắk", "mdrak"), ("Huà Nán", "huanan")],
)
def test_marks_and_spaces_are_left_out(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


def test_lower_composes() -> None:
    assert lower(unicodedata.normalize("NFD", "  Kế   Sách ")) == "kế sách"


def test_a_chinese_unit_is_found_by_name_pinyin_and_initials() -> None:
    found = keys("cn", "县", "桦南县", "hua nan xian").strip("|").split("|")
    assert found == ["桦南县", "桦南", "huananxian", "hnx", "huanan", "hn"]
    assert "|luliang|" in keys("cn", "市", "吕梁市", "lv liang shi")
    assert "|lvliang|" in keys("cn", "市", "吕梁市", "lv liang shi")
    assert "|yanbian|" in keys(
        "cn", "自治州", "延边朝鲜族自治州", "yan bian chao xian zu zi zhi zhou"
    )


def test_a_vietnamese_unit_is_found_with_and_without_marks() -> None:
    found = keys("vn", "xã", "Xã Kế Sách", "").strip("|").split("|")
    assert found == ["xã kế sách", "kế sách", "xakesach", "kesach", "xks", "ks"]


def test_names_in_latin_letters() -> None:
    assert english("cn", "县", "桦南县", "hua nan xian") == "Huanan County"
    assert english("cn", "市", "吕梁市", "lv liang shi") == "Lüliang City"
    assert english("vn", "xã", "Xã Kế Sách", "") == "Ke Sach Commune"
    assert english("vn", "thành phố", "Thành phố Đồng Nai", "") == "Dong Nai City"


def test_every_kind_has_an_english_word_and_a_level() -> None:
    for country in ("cn", "vn"):
        assert all(kind.english and kind.levels for kind in kinds(country))
