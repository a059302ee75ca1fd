"""A sheet of amounts of a group matter: read and kept, written down when somebody confirms it."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from songfa.access.policy import Actor, require, visible
from songfa.aid import amounts
from songfa.aid.actions.group import KEPT
from songfa.aid.amounts import Amounts
from songfa.aid.holding import held
from songfa.aid.models import AmountsSheet, File, Recipient
from songfa.aid.reads import amounts as reads
from songfa.aid.recoveries import MONEY_COMES, Recovery, still, write_down
from songfa.audit.door import beside, record
from songfa.papers.table import read_table
from songfa.rules.problems import AMOUNTS_STALE, LIST_EMPTY, NOT_FOUND
from songfa.rules.verbs import Verb


@transaction.atomic
def read_amounts(*, actor: Actor, file: File, name: str, data: bytes, at: datetime) -> AmountsSheet:
    """Read a sheet of amounts and say what is wrong with each row; nothing is written down.

    Raises the problems of `papers.table.read_table` and of `amounts.amounts`, GROUP_ENDED.
    """
    require(actor, Verb.AID_RECIPIENTS, file)
    still(file, MONEY_COMES)
    people = reads.people_of(file)
    found = amounts.amounts(read_table(name, data), people, reads.rules_of(file, at))
    AmountsSheet.objects.filter(file=file, loaded_at__isnull=True).delete()
    bad = sum(bool(row.wrong) for row in found)
    made = AmountsSheet.objects.create(
        file=file, by=actor.user, content=amounts.packed(found), stands_on=reads.stands_on(people),
        changed=sum(not row.wrong and bool(row.changes) for row in found), bad=bad, expires_at=at + KEPT,
        created_at=at, **file.belonging(),
    )  # fmt: skip
    record(
        actor=actor, verb=Verb.AID_RECIPIENTS, subject=file, at=at, read="amounts",
        changed=made.changed, bad=bad,
    )  # fmt: skip
    return made


@transaction.atomic
def load_amounts(*, actor: Actor, file: File, sheet_id: UUID, at: datetime) -> int:
    """Write down the good rows of a sheet that was read; return how many people's amounts changed.

    What was written down already stays written down once. Raises NOT_FOUND, AMOUNTS_STALE when people or amounts of
    the file changed since it was read, LIST_EMPTY without a row that changes anything.
    """
    row = held(file)
    require(actor, Verb.AID_RECIPIENTS, row)
    kept = visible(actor, Verb.AID_RECIPIENTS, AmountsSheet.objects.filter(file=row, pk=sheet_id))
    found = kept.filter(expires_at__gt=at).select_for_update(no_key=True, of=("self",)).first()
    if found is None:
        raise NOT_FOUND(thing="amounts")
    if found.loaded_at is not None:
        return found.changed
    still(row, MONEY_COMES)
    if found.stands_on != reads.stands_on(reads.people_of(row)):
        raise AMOUNTS_STALE(number=row.number)
    good = [one for one in amounts.unpacked(found.content) if one.changes and not one.wrong]
    if not good:
        raise LIST_EMPTY(rows=0)
    told = write_down(row, _each(row, good), at)
    found.loaded_at = at
    found.save(update_fields=["loaded_at"])
    beside(
        row, Verb.AID_RECIPIENTS, actor=actor, at=at, runs_clocks=True, sheet=found.pk, left_out=found.bad, **told
    )  # fmt: skip
    return found.changed


def _each(file: File, good: list[Amounts]) -> dict[UUID, Recovery]:
    """Return what the rows tell of each person; how they get letters stays."""
    own = dict(Recipient.objects.filter(file=file).values_list("pk", "own_documents"))
    return {
        key: Recovery(
            one.claimed, one.obtained, one.avoided, date.fromisoformat(one.paid_on) if one.paid_on else None,
            own_documents=own[key],
        )
        for one in good
        for key in (UUID(one.who),)
    }  # fmt: skip
