"""What each of a group claims, got and was spared, put into its rows; the figures of the file follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from songfa.aid.days import local_day
from songfa.aid.models import File, Recipient
from songfa.aid.reads import group as reads
from songfa.rules.machines import FILE_OPEN
from songfa.rules.packs.read import Pack, load
from songfa.rules.problems import AMOUNT_INVALID, DAY_TO_COME, GROUP_ENDED, NOT_FOUND

# people join while somebody works on the file; money may still come in when it is closed, until it is archived
MONEY_COMES = (*FILE_OPEN, "closed", "handed_in")
LARGEST = 10**15


@dataclass(frozen=True, slots=True)
class Recovery:
    """What one person claims, got and was spared (minor units), on which day it was paid, and how they get letters."""

    claimed: int
    obtained: int
    avoided: int
    paid_on: date | None = None
    own_documents: bool = True


def still(file: File, states: tuple[str, ...]) -> None:
    if file.state not in states:
        raise GROUP_ENDED(number=file.number, state=file.state)


def write_down(row: File, each: Mapping[UUID, Recovery], at: datetime) -> dict[str, Any]:
    """Put what was told into the rows of a file that is held; the figures follow.

    Returns what the trail says of it: whose rows changed and the sum obtained; nothing when none did.
    Raises NOT_FOUND for somebody who is not of this file, AMOUNT_INVALID, DAY_TO_COME.
    """
    pack = load(row.pack)
    rows = {
        r.pk: r
        for r in Recipient.objects.select_for_update(no_key=True).filter(file=row, pk__in=each)
    }
    if set(each) - set(rows):
        raise NOT_FOUND(thing="recipient")
    changed = [rows[key] for key, told in each.items() if _changes(rows[key], told, pack, at)]
    Recipient.objects.bulk_update(
        changed, ["claimed", "obtained", "avoided", "paid_on", "own_documents"], batch_size=500
    )
    if not changed:
        return {}
    figures(row)
    sums = reads.totals(row)
    return {"recovered": [r.pk for r in changed], "obtained": sums.obtained if sums else 0}


def _changes(row: Recipient, told: Recovery, pack: Pack, at: datetime) -> bool:
    """Put what was told into a row; return whether anything is new."""
    for amount in (told.claimed, told.obtained, told.avoided):
        if not 0 <= amount <= LARGEST:
            raise AMOUNT_INVALID(amount=amount, reason="too_large" if amount > 0 else "negative")
    if told.paid_on is not None and told.paid_on > local_day(pack, at):
        raise DAY_TO_COME(day=told.paid_on.isoformat())
    new = False
    for name in ("claimed", "obtained", "avoided", "paid_on", "own_documents"):
        if getattr(row, name) != getattr(told, name):
            setattr(row, name, getattr(told, name))
            new = True
    return new


def figures(file: File) -> None:
    """Let the figures of a file that is closed follow its people: they are counted, never typed."""
    sums = reads.totals(file)
    if file.closed_at is None or sums is None:
        return
    file.recovered, file.avoided = sums.obtained, sums.avoided
    file.people_helped = max(1, sums.helped)
    file.currency = load(file.pack).head.currency
    file.save(update_fields=["recovered", "avoided", "people_helped", "currency"])
