"""Slows down whoever guesses codes or floods an office: so many an hour from one address, then a pause."""

from datetime import datetime
from ipaddress import IPv6Address, IPv6Network, ip_address

from django.db.models import F

from songfa.aid.models import Attempt
from songfa.base.models import index_of
from songfa.rules.problems import TOO_MANY_SENT, TOO_MANY_TRIES

LIMIT = 10
# a service station or a village behind one address sends for many people
LARGEST_CROWD = 40


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def source(address: str) -> str:
    """Return what counts as one address: of the sixth version the network (/64), which is one line's to choose from.

    An address of the fourth version written as one of the sixth is the fourth's (RFC 4291, 2.5.5.2).
    """
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if not isinstance(known, IPv6Address):
        return address
    if known.ipv4_mapped is not None:
        return str(known.ipv4_mapped)
    return str(IPv6Network((known, 64), strict=False))


def allow(address: str, at: datetime) -> None:
    """Raise TOO_MANY_TRIES when an address has guessed wrongly too often within this hour."""
    if _counted(source(address), at) >= LIMIT:
        raise TOO_MANY_TRIES()  # noqa: RSE102 - a catalogue entry, not an exception class


def wrong(address: str, at: datetime) -> None:
    """Count a wrong code. Hours that are past are forgotten."""
    _count(source(address), at)


def send(address: str, at: datetime) -> None:
    """Count an application that is sent. Raises TOO_MANY_SENT when an address sent too many within this hour."""
    if _counted(f"sent:{source(address)}", at) >= LARGEST_CROWD:
        raise TOO_MANY_SENT()  # noqa: RSE102 - a catalogue entry, not an exception class
    _count(f"sent:{source(address)}", at)


def _counted(address: str, at: datetime) -> int:
    row = Attempt.objects.filter(address=index_of(address), hour=_hour(at)).first()
    return row.n if row is not None else 0


def _count(address: str, at: datetime) -> None:
    hour = _hour(at)
    Attempt.objects.filter(hour__lt=hour).delete()
    made = Attempt(address=index_of(address), hour=hour)
    Attempt.objects.bulk_create([made], ignore_conflicts=True)
    Attempt.objects.filter(address=made.address, hour=hour).update(n=F("n") + 1)
