"""Money of a file: claimed, obtained, avoided, spent. What a file recovered is the sum of what was obtained."""

from datetime import date, datetime

from django.db import transaction

from songfa.access.policy import Actor, require
from songfa.aid.days import local_day
from songfa.aid.holding import held, open_to_work
from songfa.aid.models import Document, File, Money
from songfa.aid.sums import settle
from songfa.audit.door import record
from songfa.rules.filework import MONEY
from songfa.rules.money import LARGEST
from songfa.rules.packs.read import load
from songfa.rules.problems import (
    AMOUNT_INVALID,
    CODE_UNKNOWN,
    DAY_TO_COME,
    NOT_FOUND,
    REASON_MISSING,
)
from songfa.rules.subsidy import PURPOSES
from songfa.rules.verbs import Verb

# money may still come in after the file was closed
PAID_FOR = ("granted", "assigned", "under_way", "closed", "handed_in")


@transaction.atomic
def enter_money(
    *,
    actor: Actor,
    file: File,
    kind: str,
    amount: int,
    on: date,
    at: datetime,
    purpose: str = "",
    receipt: Document | None = None,
    note: str = "",
) -> Money:
    """Enter an amount in minor units of the country's currency; `kind` is claimed, obtained, avoided or expense.

    An expense has a `purpose` and may have a receipt: a document of the same file. Raises AMOUNT_INVALID,
    CODE_UNKNOWN, DAY_TO_COME, NOT_FOUND (receipt), FILE_KEPT_NO_MORE.
    """
    require(actor, Verb.AID_MONEY, file)
    row = held(file)
    open_to_work(row, *PAID_FOR)
    pack = load(row.pack)
    if kind not in MONEY or purpose not in (PURPOSES if kind == "expense" else ("",)):
        raise CODE_UNKNOWN(code=kind if kind not in MONEY else purpose)
    if not 0 < amount <= LARGEST:
        raise AMOUNT_INVALID(reason="form" if amount <= 0 else "too_large", amount=amount)
    if on > local_day(pack, at):
        raise DAY_TO_COME(day=on.isoformat())
    if receipt is not None and (receipt.file_id != row.pk or receipt.removed_at):
        raise NOT_FOUND(thing="document")
    made = Money.objects.create(
        file=row, kind=kind, purpose=purpose, amount=amount, currency=pack.head.currency, on=on, receipt=receipt,
        note=note.strip(), by=actor.user, created_at=at, **row.belonging(),
    )  # fmt: skip
    settle(row)
    record(
        actor=actor, verb=Verb.AID_MONEY, subject=row, at=at, money=str(made.pk), kind=kind, amount=amount,
        purpose=purpose,
    )  # fmt: skip
    return made


@transaction.atomic
def take_out_money(*, actor: Actor, money: Money, why: str, at: datetime) -> Money:
    """Take an entry out again, with the reason; it stays to be seen. Raises REASON_MISSING, NOT_FOUND."""
    require(actor, Verb.AID_MONEY, money)
    if not why.strip():
        raise REASON_MISSING(verb=Verb.AID_MONEY)
    file = held(money.file)
    open_to_work(file, *PAID_FOR)
    row = Money.objects.select_for_update().filter(pk=money.pk, removed_at=None).first()
    if row is None:
        raise NOT_FOUND(thing="money")
    row.removed_at, row.removed_by, row.removed_why = at, actor.user, why.strip()
    row.save(update_fields=["removed_at", "removed_by", "removed_why"])
    settle(file)
    record(actor=actor, verb=Verb.AID_MONEY, subject=file, at=at, money=str(row.pk), taken_out=True)
    return row
