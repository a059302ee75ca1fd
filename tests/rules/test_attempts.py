"""What counts as one address when wrong codes are counted."""

import pytest

from songfa.aid.door.attempts import source


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
