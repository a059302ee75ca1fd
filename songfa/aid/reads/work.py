"""Questions about the work on a file. Whatever belongs to a person's file is recorded when it is looked at alone."""

from datetime import date, datetime, time, timedelta
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from songfa.access.models import Placed
from songfa.access.policy import Actor, visible
from songfa.aid.models import (
    Contract,
    Document,
    File,
    Handover,
    Hearing,
    Money,
    SubsidyBatch,
    SubsidyClaim,
)
from songfa.audit.door import look
from songfa.rules.filework import is_deadline
from songfa.rules.packs.read import load
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb

P = TypeVar("P", bound=Placed)
SUBSIDIES = (Verb.AID_CLAIM_SUBSIDY, Verb.AID_APPROVE_SUBSIDY)


def _of(actor: Actor, rows: QuerySet[P], file: File) -> QuerySet[P]:
    return visible(actor, Verb.AID_SEE, rows.filter(file=file))


def _one(actor: Actor, rows: QuerySet[P], pk: UUID, thing: str) -> P:
    found = visible(actor, Verb.AID_SEE, rows.filter(pk=pk)).first()
    if found is None:
        raise NOT_FOUND(thing=thing)
    return found


def documents(actor: Actor, file: File) -> list[Document]:
    """Return the documents on a file in the order in which they came, removed ones too."""
    rows = _of(actor, Document.objects.select_related("added_by", "removed_by"), file)
    return list(rows.order_by("created_at", "pk"))


def document(actor: Actor, pk: UUID) -> Document:
    """Return a document. That it is handed out is recorded by the action that does it. Raises NOT_FOUND."""
    return _one(actor, Document.objects.select_related("file"), pk, "document")


def contracts(actor: Actor, file: File) -> list[Contract]:
    return list(_of(actor, Contract.objects.select_related("by"), file).order_by("created_at"))


def hearings(actor: Actor, file: File) -> list[Hearing]:
    return list(_of(actor, Hearing.objects.select_related("held_by"), file).order_by("starts_at"))


def hearing(actor: Actor, pk: UUID, *, at: datetime) -> Hearing:
    """Return a hearing. The look is recorded. Raises NOT_FOUND."""
    found = _one(actor, Hearing.objects.select_related("file", "held_by"), pk, "hearing")
    look(actor=actor, verb=Verb.AID_SEE, subject=found.file, at=at, hearing=str(pk))
    return found


def between(actor: Actor, first: date, last: date) -> list[Hearing]:
    """Return the hearings of this person and of their unit from a day to a day, both included."""
    zone = ZoneInfo(load(actor.pack).head.timezone)
    low = datetime.combine(first, time(), zone)
    high = datetime.combine(last + timedelta(days=1), time(), zone)
    mine = Q(held_by_id=actor.user.pk) | Q(unit_id=actor.unit_id)
    rows = visible(
        actor, Verb.AID_SEE, Hearing.objects.filter(mine, starts_at__gte=low, starts_at__lt=high)
    )
    return list(rows.select_related("file", "held_by", "unit").order_by("starts_at", "pk"))


def at_the_same_time(actor: Actor, hearing: Hearing) -> list[Hearing]:
    """Return the other hearings of the same person that overlap with one; the last days of something do not."""
    if hearing.held_by_id is None or is_deadline(hearing.kind) or hearing.state != "set":
        return []
    rows = visible(
        actor, Verb.AID_SEE, Hearing.objects.filter(held_by_id=hearing.held_by_id, state="set")
    )
    meet = rows.filter(starts_at__lt=hearing.ends_at, ends_at__gt=hearing.starts_at)
    found = meet.exclude(pk=hearing.pk).select_related("file").order_by("starts_at")
    return [h for h in found if not is_deadline(h.kind)]


def clashes(hearings: list[Hearing]) -> set[UUID]:
    """Return which of these hearings overlap with another one of the same person."""
    found: set[UUID] = set()
    real = [h for h in hearings if h.state == "set" and h.held_by_id and not is_deadline(h.kind)]
    for n, one in enumerate(real):
        for other in real[n + 1 :]:
            same = one.held_by_id == other.held_by_id
            if same and one.starts_at < other.ends_at and other.starts_at < one.ends_at:
                found |= {one.pk, other.pk}
    return found


def money(actor: Actor, file: File) -> list[Money]:
    """Return the entries of money of a file in the order of their days, taken-out ones too."""
    rows = _of(actor, Money.objects.select_related("by", "receipt", "recipient"), file)
    return list(rows.order_by("on", "created_at", "pk"))


def amount(actor: Actor, pk: UUID) -> Money:
    """Return an entry of money. Raises NOT_FOUND."""
    return _one(actor, Money.objects.select_related("file"), pk, "money")


def handovers(actor: Actor, file: File) -> list[Handover]:
    rows = _of(actor, Handover.objects.select_related("by", "checked_by"), file)
    return list(rows.order_by("created_at"))


def _claims(actor: Actor) -> QuerySet[SubsidyClaim]:
    verb = next((v for v in SUBSIDIES if actor.may(v)), Verb.AID_CLAIM_SUBSIDY)
    rows = SubsidyClaim.objects.select_related(
        "file", "practitioner__unit", "unit", "batch", "claimed_by", "approved_by"
    )
    return visible(actor, verb, rows)


def claims(actor: Actor, state: str) -> QuerySet[SubsidyClaim]:
    """Return the claims within reach in a state, the oldest first."""
    return _claims(actor).filter(state=state).order_by("created_at", "pk")


def claims_of(actor: Actor, file: File) -> list[SubsidyClaim]:
    return list(_claims(actor).filter(file=file).order_by("created_at"))


def claim(actor: Actor, pk: UUID, *, at: datetime) -> SubsidyClaim:
    """Return a claim. The look is recorded. Raises NOT_FOUND."""
    found = _claims(actor).filter(pk=pk).first()
    if found is None:
        raise NOT_FOUND(thing="claim")
    look(actor=actor, verb=Verb.AID_SEE, subject=found.file, at=at, claim=str(pk))
    return found


def batches(actor: Actor) -> list[SubsidyBatch]:
    rows = visible(actor, Verb.AID_PAY_SUBSIDY, SubsidyBatch.objects.select_related("by", "unit"))
    return list(rows.order_by("-created_at")[:50])


def batch(actor: Actor, pk: UUID, *, at: datetime) -> tuple[SubsidyBatch, list[SubsidyClaim]]:
    """Return a batch and its claims. The look is recorded. Raises NOT_FOUND."""
    rows = visible(actor, Verb.AID_PAY_SUBSIDY, SubsidyBatch.objects.select_related("unit", "by"))
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NOT_FOUND(thing="batch")
    look(actor=actor, verb=Verb.AID_PAY_SUBSIDY, subject=found, at=at, looked=True)
    held = found.claims.select_related("file", "practitioner__unit").order_by("file__number", "pk")
    return found, list(held)
