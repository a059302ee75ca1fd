"""What counts as one address when wrong codes are counted, and what of an address no log may show."""

import logging

import pytest

from songfa.aid.door.attempts import source
from songfa.base.quiet import WithoutSecrets


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("203.0.113.7", "203.0.113.7"), ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"), ("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"), ("", ""), ("unix:", "unix:"),
    ],
)  # fmt: skip
def test_a_line_with_many_addresses_is_one(address: str, counted: str) -> None:
    assert source(address) == counted


def test_the_secret_of_a_link_stands_in_no_log() -> None:
    told = logging.LogRecord(
        "django.request", logging.ERROR, "", 0, "Internal Server Error: %s", ("/zh-hans/l/3kQ9x-_7/",), None
    )  # fmt: skip
    assert WithoutSecrets().filter(told)
    assert told.getMessage() == "Internal Server Error: /zh-hans/l/…/"
