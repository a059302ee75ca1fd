"""Which day it is where a file lies."""

from datetime import date, datetime

from songfa.rules.packs.read import Pack


def local_day(pack: Pack, at: datetime) -> date:
    return pack.day(at)
