"""What `songfa demo load` can load, by name. Each loader is harmless to repeat."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

Say = Callable[[str, int], None]
Loader = Callable[[datetime, Say], int]
# offices and postings of the demo begin before its oldest records
SINCE = datetime.combine(date(2018, 1, 1), time(1), UTC)


def offices(at: datetime, say: Say) -> int:
    """The offices and accounts of both countries."""
    from songfa.demo.offices import build  # noqa: PLC0415 - the rooms wait for Django

    build(at, SINCE, lambda country: say(f"offices-{country}", 0))
    return 0


def daily(at: datetime, say: Say) -> int:
    """The offices, and some weeks of their work. Nothing is added where files are kept already."""
    from songfa.demo.daily import build  # noqa: PLC0415

    offices(at, say)
    return build(at)


def heilongjiang_2018(at: datetime, say: Say) -> int:
    """A year of records of a province, and the offices with whose accounts to look at them."""
    from songfa.demo.review_2018 import load  # noqa: PLC0415

    offices(at, say)
    return load(say)


LOADERS: dict[str, Loader] = {
    "offices": offices,
    "daily": daily,
    "heilongjiang-2018": heilongjiang_2018,
}
