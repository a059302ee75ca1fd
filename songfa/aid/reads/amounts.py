"""The sheet of amounts of a group matter: as it is handed out, and as it was read and waits."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from songfa.access.policy import Actor, visible
from songfa.aid.amounts import Amounts, Rules, Somebody, unpacked
from songfa.aid.models import AmountsSheet, File, Recipient
from songfa.aid.reads import group
from songfa.audit.door import look
from songfa.people.identity import mask
from songfa.people.models import Person
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb


@dataclass(frozen=True, slots=True)
class Given:
    """A row of the sheet that is handed out: a person, the number masked, and what stands there (minor units)."""

    place: int
    name: str
    id_number: str
    claimed: int
    obtained: int
    avoided: int
    paid_on: date | None


def rows_to_fill(actor: Actor, of: File, *, at: datetime) -> list[Given]:
    """Return everybody who is in the group now, for the sheet to be filled in. That it was fetched is recorded."""
    rows = [r for r in group.recipients(actor, of) if r.left_on is None]
    numbers = group.numbers(actor, rows)
    look(
        actor=actor, verb=Verb.AID_RECIPIENTS, subject=of, at=at, fetched="amounts", rows=len(rows)
    )
    return [
        Given(r.place, r.name, mask(numbers.get(r.pk, "")), r.claimed, r.obtained, r.avoided, r.paid_on)
        for r in rows
    ]  # fmt: skip


def people_of(file: File) -> list[Somebody]:
    """Return everybody who is or was in the group, as a row of a sheet can name them.

    Whoever reads no ledger (the practitioner) finds people by their place and name alone.
    """
    rows = list(Recipient.objects.filter(file=file).order_by("place"))
    people = Person.objects.filter(pk__in=[r.person_id for r in rows])
    index = dict(people.values_list("pk", "id_index"))
    return [
        Somebody(
            r.pk, r.place, r.name, index.get(r.person_id, ""), r.claimed, r.obtained, r.avoided, r.paid_on,
            left=r.left_on is not None,
        )
        for r in rows
    ]  # fmt: skip


def rules_of(file: File, at: datetime) -> Rules:
    """Return by what a sheet of a file is checked on the day."""
    of_lists = group.rules_of(file, at)
    return Rules(of_lists.country, of_lists.currency, of_lists.on, of_lists.rule.most_rows)


def stands_on(people: list[Somebody]) -> str:
    """Return the fingerprint of a group's people and their amounts as they are now."""
    told = "|".join(
        f"{p.key}:{p.claimed}:{p.obtained}:{p.avoided}:{p.paid_on}:{p.left}" for p in people
    )
    return hashlib.sha256(told.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet as its page needs it."""

    row: AmountsSheet
    rows: list[Amounts]
    before: dict[str, Somebody]
    stale: bool

    @property
    def bad(self) -> list[Amounts]:
        return [r for r in self.rows if r.wrong]

    @property
    def changed(self) -> list[Amounts]:
        return [r for r in self.rows if not r.wrong and r.changes]

    @property
    def same(self) -> list[Amounts]:
        return [r for r in self.rows if not r.wrong and not r.changes]

    def left_alone(self) -> int:
        """Return how many people of the group the sheet does not name."""
        named = {r.who for r in self.rows}
        return sum(not p.left and key not in named for key, p in self.before.items())

    def sum_of(self, column: str) -> int:
        """Return the sum of a column as it will be."""
        new = {r.who: r for r in self.changed}
        return sum(getattr(new.get(key, p), column) for key, p in self.before.items())


def sheet(actor: Actor, of: File, sheet_id: UUID, *, at: datetime) -> ReadSheet:
    """Return a sheet of a file that is still kept. The look is recorded. Raises NOT_FOUND."""
    kept = visible(actor, Verb.AID_RECIPIENTS, AmountsSheet.objects.filter(file=of, pk=sheet_id))
    found = kept.filter(expires_at__gt=at).first()
    if found is None:
        raise NOT_FOUND(thing="amounts")
    look(actor=actor, verb=Verb.AID_RECIPIENTS, subject=of, at=at, looked_at="amounts")
    people = people_of(of)
    stale = found.loaded_at is None and found.stands_on != stands_on(people)
    return ReadSheet(found, unpacked(found.content), {str(p.key): p for p in people}, stale)


def waiting_sheet(actor: Actor, of: File, at: datetime) -> AmountsSheet | None:
    """Return the last sheet of a file if nobody has confirmed it yet."""
    rows = visible(actor, Verb.AID_RECIPIENTS, AmountsSheet.objects.filter(file=of))
    return rows.filter(loaded_at__isnull=True, expires_at__gt=at).order_by("-created_at").first()
