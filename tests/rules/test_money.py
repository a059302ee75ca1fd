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
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused(text: str, currency: str, reason: str) -> None:
    with pytest.raises(Problem) as found:
        read_minor(text, currency)
    assert found.value.facts["reason"] == reason
