"""What the work on a file is paid: its facts, put to the rates of the pack."""

from datetime import date

from songfa.aid import sums
from songfa.aid.days import local_day
from songfa.aid.models import File
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Matter
from songfa.rules.subsidy import Line, SubsidyRate, Work, compute


def day_of(file: File) -> date:
    """Return the day whose rates hold: that on which the case ended."""
    pack = load(file.pack)
    return file.ended_on or local_day(pack, file.closed_at or file.received_at)


def reckoned(file: File) -> tuple[Line, ...]:
    """Return the lines of a claim. Raises SUBSIDY_NO_RATE, NO_VALUE_AT_DATE."""
    pack, on = load(file.pack), day_of(file)
    versions = pack.versions("matters", file.matter)
    field = versions[-1].field if versions and isinstance(versions[-1], Matter) else ""
    work = Work(
        service=file.service, stage=file.stage, field=field, level=file.area.level, people=file.people_helped,
        minutes=sums.minutes(file), needs=frozenset(file.story().contact.needs), spent=sums.spent(file),
    )  # fmt: skip
    return compute(pack.all(SubsidyRate, on).values(), work, pack.head.currency)
