"""Amounts as people write them."""

import pytest

from songfa.rules.money import read_minor
from songfa.rules.problems import Problem


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("36000", "CNY", 3_600_000), ("36,000", "CNY", 3_600_000), ("36,000.50", "CNY", 3_600_050),
        ("３６０００元", "CNY", 3_600_000), ("¥ 1 234 567.8", "CNY", 123_456_780), ("0", "CNY", 0),
        ("12.000.000", "VND", 12_000_000), ("12,000,000 đ", "VND", 12_000_000), ("12000000 đồng", "VND", 12_000_000),
        ("", "CNY", None), ("  ", "VND", None), ("0.05", "CNY", 5),
        ("1,234.50", "CNY", 123_450), ("１２３４", "CNY", 123_400), ("1.234.567 đ", "VND", 1_234_567),
        ("1.234", "VND", 1_234), ("1.234.567,00", "VND", 1_234_567), ("1,234,567.00", "VND", 1_234_567),
        ("1.234.567", "CNY", 123_456_700), ("36000元整", "CNY", 3_600_000),
    ],
)  # fmt: skip
def test_amounts_are_read(text: str, currency: str, minor: int | None) -> None:
    assert read_minor(text, currency) == minor


@pytest.mark.parametrize(
    ("text", "currency", "reason"),
    [
        ("-5", "CNY", "negative"), ("−5", "VND", "negative"), ("three", "CNY", "form"), ("1,2,3", "CNY", "form"),
        ("1.234.5", "CNY", "form"), ("12.5", "VND", "form"), ("1e9", "CNY", "form"), ("9" * 20, "CNY", "too_large"),
        ("1,000 and 2", "CNY", "form"), (".5", "CNY", "form"),
        # a thousand times too much or too little: nobody can tell which was meant
        ("1.234", "CNY", "form"), ("12.345元", "CNY", "form"),
        # money of another country
        ("1000 đ", "CNY", "currency"), ("VND 1000", "CNY", "currency"), ("1000元", "VND", "currency"),
        ("¥1000", "VND", "currency"), ("USD1,000", "CNY", "currency"), ("1000$", "VND", "currency"),
        ("1000美元", "CNY", "currency"), ("1000 đồng", "CNY", "currency"), ("1000 RMB", "VND", "currency"),
        # words of number are no other money
        ("1万元", "CNY", "form"), ("2 triệu", "VND", "form"),
        ("1.234,50", "CNY", "form"), ("1.234,50", "VND", "form"), ("1.234.00", "VND", "form"),
        ("1,234,00", "VND", "form"),
        ("1'234,567", "CNY", "form"), ("1.234,567.50", "CNY", "form"), ("1,234.50", "VND", "form"),
        ("(5)", "CNY", "form"), ("٣٤", "CNY", "form"), ("0x10", "CNY", "form"), ("9" * 400, "VND", "too_large"),
        ("10000000000000.01", "CNY", "too_large"),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused(text: str, currency: str, reason: str) -> None:
    with pytest.raises(Problem) as found:
        read_minor(text, currency)
    assert found.value.facts["reason"] == reason
