"""Slows down whoever guesses codes: so many wrong ones an hour from one address, then a pause."""

from datetime import datetime

from django.db.models import F

from songfa.aid.models import Attempt
from songfa.base.models import index_of
from songfa.rules.problems import TOO_MANY_TRIES

LIMIT = 10


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def allow(address: str, at: datetime) -> None:
    """Raise TOO_MANY_TRIES when an address has guessed wrongly too often within this hour."""
    row = Attempt.objects.filter(address=index_of(address), hour=_hour(at)).first()
    if row is not None and row.n >= LIMIT:
        raise TOO_MANY_TRIES()  # noqa: RSE102 - a catalogue entry, not an exception class


def wrong(address: str, at: datetime) -> None:
    """Count a wrong code. Hours that are past are forgotten."""
    hour = _hour(at)
    Attempt.objects.filter(hour__lt=hour).delete()
    made = Attempt(address=index_of(address), hour=hour)
    Attempt.objects.bulk_create([made], ignore_conflicts=True)
    Attempt.objects.filter(address=made.address, hour=hour).update(n=F("n") + 1)
