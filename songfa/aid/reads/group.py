"""The people of a group matter, what they claim and got, lists on their way in, letters to all."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, Sum

from songfa.access.policy import Actor, visible
from songfa.aid.days import local_day
from songfa.aid.lists import Entry, Rules, unpacked
from songfa.aid.models import Batch, BatchLetter, File, Paper, Recipient, RecipientList
from songfa.audit.door import look
from songfa.people.models import Person
from songfa.rules.group_matters import FastTrack, RecipientListRule
from songfa.rules.packs.read import load
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb

# people who were helped: who stayed, and who left with something in hand
HELPED = Q(left_on__isnull=True) | Q(obtained__gt=0) | Q(avoided__gt=0)


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums of a group, counted from its rows. Money is in minor units."""

    people: int  # who are in the group now
    helped: int
    left: int
    paid: int
    claimed: int
    obtained: int
    avoided: int


def totals(file: File) -> Totals | None:
    """Return the sums of a file's people; None for a file of one person."""
    found = Recipient.objects.filter(file=file).aggregate(
        people=Count("pk", filter=Q(left_on__isnull=True)),
        helped=Count("pk", filter=HELPED),
        left=Count("pk", filter=Q(left_on__isnull=False)),
        paid=Count("pk", filter=Q(paid_on__isnull=False)),
        claimed=Sum("claimed", filter=HELPED, default=0),
        obtained=Sum("obtained", default=0),
        avoided=Sum("avoided", default=0),
    )
    return Totals(**found) if found["people"] or found["left"] else None


def counted(file: File, recovered: int | None, people_helped: int) -> tuple[int | None, int]:
    """Return the figures of a file as its people tell them; what was given for a file of one person."""
    sums = totals(file)
    return (recovered, people_helped) if sums is None else (sums.obtained, max(1, sums.helped))


def recipients(actor: Actor, of: File) -> list[Recipient]:
    """Return everybody who is or was in the group, in the order of the list."""
    rows = visible(actor, Verb.AID_SEE, Recipient.objects.filter(file=of))
    return list(rows.order_by("place"))


def numbers(actor: Actor, rows: Iterable[Recipient]) -> dict[UUID, str]:
    """Return the identity number of each, as far as the actor sees the ledger."""
    people = {row.person_id: row.pk for row in rows}
    seen = visible(actor, Verb.PEOPLE_SEE, Person.objects.filter(pk__in=people))
    return {people[pk]: number for pk, number in seen.values_list("pk", "id_number")}


def recipient(actor: Actor, of: File, recipient_id: UUID) -> Recipient:
    """Return one of the group. Raises NOT_FOUND."""
    rows = visible(actor, Verb.AID_SEE, Recipient.objects.filter(file=of, pk=recipient_id))
    found = rows.first()
    if found is None:
        raise NOT_FOUND(thing="recipient")
    return found


def rules_of(file: File, at: datetime) -> Rules:
    """Return by what a list of a file is checked on the day."""
    pack = load(file.pack)
    on = local_day(pack, at)
    rule = pack.get(RecipientListRule, "recipients", on)
    return Rules(pack.head.country, pack.head.currency, on, rule)


def stands_on(file: File) -> str:
    """Return the fingerprint of a file's people as they are now."""
    rows = Recipient.objects.filter(file=file).order_by("place").values_list("pk", "left_on")
    told = f"{file.state}|" + "|".join(f"{pk}:{left}" for pk, left in rows)
    return hashlib.sha256(told.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list as its page needs it."""

    row: RecipientList
    entries: list[Entry]

    @property
    def good(self) -> list[Entry]:
        return [e for e in self.entries if not e.wrong]

    @property
    def bad(self) -> list[Entry]:
        return [e for e in self.entries if e.wrong]


def read_list(actor: Actor, of: File, list_id: UUID, *, at: datetime) -> ReadList:
    """Return a list of a file that is still kept. Raises NOT_FOUND."""
    rows = visible(actor, Verb.AID_RECIPIENTS, RecipientList.objects.filter(file=of, pk=list_id))
    found = rows.filter(expires_at__gt=at).first()
    if found is None:
        raise NOT_FOUND(thing="list")
    look(actor=actor, verb=Verb.AID_RECIPIENTS, subject=of, at=at, looked_at="list")
    return ReadList(found, unpacked(found.content))


def waiting_list(actor: Actor, of: File, at: datetime) -> RecipientList | None:
    """Return the last list of a file if nobody has loaded it yet."""
    rows = visible(actor, Verb.AID_RECIPIENTS, RecipientList.objects.filter(file=of))
    return rows.filter(loaded_at__isnull=True, expires_at__gt=at).order_by("-created_at").first()


def fast_track(file: File, people: int, at: datetime) -> FastTrack | None:
    """Return the fast track that a group of so many people goes."""
    pack = load(file.pack)
    if not pack.sections.get("fast_tracks"):
        return None
    tracks = pack.all(FastTrack, local_day(pack, at)).values()
    return next((t for t in tracks if t.takes(file.matter, file.groups, people)), None)


@dataclass(frozen=True, slots=True)
class Sent:
    """A batch of letters: its kind, and each letter with the person to whom it goes (None: shared)."""

    batch: Batch
    letters: list[tuple[Paper, Recipient | None]]
    replaced: frozenset[UUID]  # letters in whose place another stands


def batches(actor: Actor, of: File) -> list[Batch]:
    rows = visible(actor, Verb.AID_SEE, Batch.objects.filter(file=of))
    return list(rows.annotate(n=Count("letters")).order_by("-created_at"))


def batch(actor: Actor, of: File, batch_id: UUID, *, at: datetime) -> Sent:
    """Return a batch of a file with its letters. The look is recorded. Raises NOT_FOUND."""
    found = visible(actor, Verb.AID_SEE, Batch.objects.filter(file=of, pk=batch_id)).first()
    if found is None:
        raise NOT_FOUND(thing="batch")
    look(actor=actor, verb=Verb.AID_SEE, subject=of, at=at, batch=found.pk)
    rows = BatchLetter.objects.filter(batch=found).select_related("paper", "recipient")
    letters = [(x.paper, x.recipient) for x in rows.order_by("place")]
    anew = Paper.objects.filter(replaces__in=[paper.pk for paper, _ in letters])
    return Sent(found, letters, frozenset(anew.values_list("replaces_id", flat=True)))
