"""Questions about consultations."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from songfa.access.policy import Actor, visible
from songfa.advice.models import Consultation
from songfa.audit.door import look
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb


def consultations(
    actor: Actor, *, year: int | None = None, group: str = "", channel: str = ""
) -> QuerySet[Consultation]:
    """Return the consultations within the actor's reach, the newest first."""
    rows = visible(actor, Verb.ADVICE_SEE, Consultation.objects.all())
    if year:
        rows = rows.filter(on__year=year)
    if group:
        rows = rows.filter(groups__contains=[group])
    if channel:
        rows = rows.filter(channel=channel)
    return rows.select_related("unit", "area").order_by("-on", "pk")


def consultation(actor: Actor, key: UUID, *, at: datetime) -> Consultation:
    """Return one consultation within the actor's reach, with what was asked. The look is recorded. Raises NOT_FOUND."""
    rows = visible(actor, Verb.ADVICE_SEE, Consultation.objects.filter(pk=key))
    found = rows.select_related("unit", "area").first()
    if found is None:
        raise NOT_FOUND(thing=Consultation._meta.label)
    look(actor=actor, verb=Verb.ADVICE_SEE, subject=found, at=at)
    return found
