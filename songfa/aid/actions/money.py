"""Money of a file: claimed, obtained, avoided, spent. What a file recovered is the sum of what was obtained."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from songfa.access.policy import Actor, require
from songfa.aid.days import local_day
from songfa.aid.holding import held, open_to_work
from songfa.aid.models import Document, File, Money, Recipient
from songfa.aid.reads.group import totals
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
    RECIPIENT_NEEDED,
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
    recipient_id: UUID | None = None,
) -> Money:
    """Enter an amount in minor units of the country's currency; `kind` is claimed, obtained, avoided or expense.

    An expense has a `purpose` and may have a receipt: a document of the same file. In a group matter every other
    amount is one person's (`recipient_id`) and is added to what stands in their row. Raises AMOUNT_INVALID,
    CODE_UNKNOWN, DAY_TO_COME, NOT_FOUND (receipt, recipient), RECIPIENT_NEEDED, FILE_KEPT_NO_MORE.
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
    whose = _whose(row, kind, recipient_id)
    made = Money.objects.create(
        file=row, kind=kind, purpose=purpose, amount=amount, currency=pack.head.currency, on=on, receipt=receipt,
        recipient=whose, note=note.strip(), by=actor.user, created_at=at, **row.belonging(),
    )  # fmt: skip
    if whose is not None:
        _added(whose, kind, amount, on)
    settle(row)
    record(
        actor=actor, verb=Verb.AID_MONEY, subject=row, at=at, money=str(made.pk), kind=kind, amount=amount,
        purpose=purpose, recipient=recipient_id,
    )  # fmt: skip
    return made


def _whose(row: File, kind: str, recipient_id: UUID | None) -> Recipient | None:
    """Return the person of the group whose amount it is, locked; nobody for a file of one person."""
    if recipient_id is None:
        if kind != "expense" and totals(row) is not None:
            raise RECIPIENT_NEEDED(number=row.number)
        return None
    rows = Recipient.objects.select_for_update(no_key=True).filter(file=row, pk=recipient_id)
    found = rows.first()
    if found is None:
        raise NOT_FOUND(thing="recipient")
    return found


def _added(whose: Recipient, kind: str, amount: int, on: date | None = None) -> None:
    """Add an amount to what stands in a person's row, or take it off again; an expense is nobody's gain."""
    if kind == "expense":
        return
    setattr(whose, kind, max(0, getattr(whose, kind) + amount))
    if kind == "obtained" and on is not None and (whose.paid_on is None or whose.paid_on < on):
        whose.paid_on = on
    whose.save(update_fields=[kind, "paid_on"])


@transaction.atomic
def take_out_money(*, actor: Actor, money: Money, why: str, at: datetime) -> Money:
    """Take an entry out again, with the reason; it stays to be seen. Raises REASON_MISSING, NOT_FOUND."""
    require(actor, Verb.AID_MONEY, money)
    if not why.strip():
        raise REASON_MISSING(verb=Verb.AID_MONEY)
    file = held(money.file)
    open_to_work(file, *PAID_FOR)
    row = Money.objects.select_for_update(no_key=True).filter(pk=money.pk, removed_at=None).first()
    if row is None:
        raise NOT_FOUND(thing="money")
    row.removed_at, row.removed_by, row.removed_why = at, actor.user, why.strip()
    row.save(update_fields=["removed_at", "removed_by", "removed_why"])
    if row.recipient_id is not None:
        whose = Recipient.objects.select_for_update(no_key=True).get(pk=row.recipient_id)
        _added(whose, row.kind, -row.amount)
    settle(file)
    record(actor=actor, verb=Verb.AID_MONEY, subject=file, at=at, money=str(row.pk), taken_out=True)
    return row
