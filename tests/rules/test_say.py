"""Words and habits of the three languages."""

from datetime import UTC, date, datetime

import pytest

from songfa.words.habits import day, moment, money, named, number, phone
from songfa.words.say import WordsMissing, key_of, say, speaking


@pytest.mark.parametrize(
    ("lang", "one", "many"),
    [
        ("en", "1 day late", "3 days late"),
        ("zh-Hans", "超期 1 天", "超期 3 天"),
        ("vi", "quá hạn 1 ngày", "quá hạn 3 ngày"),
    ],
)
def test_plurals(lang: str, one: str, many: str) -> None:
    assert say("duties-late", lang, days=1) == one
    assert say("duties-late", lang, days=3) == many


def test_a_missing_message_or_fact_is_a_loud_fault() -> None:
    with pytest.raises(WordsMissing):
        say("no-such-message")
    with pytest.raises(WordsMissing):
        say("port-taken")


def test_the_language_spoken_is_taken() -> None:
    token = speaking.set("vi")
    try:
        assert say("nav-home") == "Trang chủ"
    finally:
        speaking.reset(token)


def test_ids_of_codes() -> None:
    assert key_of("verb", "aid.ask_papers") == "verb-aid-ask-papers"


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "5 March 2026"), ("zh-Hans", "2026年3月5日"), ("vi", "05/03/2026")],
)
def test_days(lang: str, said: str) -> None:
    assert day(date(2026, 3, 5), lang) == said


def test_moments_are_local() -> None:
    at = datetime(2026, 3, 5, 23, 30, tzinfo=UTC)
    assert moment(at, "Asia/Shanghai", "zh-Hans") == "2026年3月6日 07:30"
    assert moment(at, "Asia/Ho_Chi_Minh", "vi") == "06/03/2026 06:30"
    assert moment(None) == ""


@pytest.mark.parametrize(
    ("minor", "currency", "lang", "said"),
    [
        (1_347_50, "CNY", "zh-Hans", "1,347.50元"),
        (1_347_00, "CNY", "zh-Hans", "1,347元"),
        (12_500_000, "VND", "vi", "12.500.000 ₫"),
        (1_347_50, "CNY", "en", "CN¥1,347.50"),
        (12_500_000, "VND", "zh-Hans", "12,500,000越南盾"),
    ],
)
def test_money(minor: int, currency: str, lang: str, said: str) -> None:
    assert money(minor, currency, lang) == said


def test_numbers() -> None:
    assert [number(45756, x) for x in ("en", "zh-Hans", "vi")] == ["45,756", "45,756", "45.756"]


def test_names_of_packs() -> None:
    assert named({"en": "Lawyer", "zh": "律师", "vi": "Luật sư"}, "zh-Hans") == "律师"
    assert named("何平", "vi") == "何平"
    assert named(None) == ""


@pytest.mark.parametrize(
    ("kept", "country", "shown"),
    [
        ("+8613812345678", "cn", "138 1234 5678"), ("+84912345678", "vn", "0912 345 678"),
        ("+8613812345678", "cn-23", "138 1234 5678"), ("+862288888888", "cn", "022 8888 8888"),
        # from abroad the prefix is needed, to call
        ("+84912345678", "cn", "+84 912 345 678"), ("+8613812345678", "vn-92", "+86 138 1234 5678"),
        # as it was written
        ("138-1234-5678", "cn", "138-1234-5678"), ("", "vn", ""), ("+", "cn", "+"),
        ("+84912345678", "", "0912 345 678"),
    ],
)  # fmt: skip
def test_telephone_numbers_are_shown_as_people_write_them(
    kept: str, country: str, shown: str
) -> None:
    assert phone(kept, country) == shown
