"""Questions about events and materials."""

from django.db.models import QuerySet

from songfa.access.policy import Actor, visible
from songfa.outreach.models.event import EVENT_KINDS, MATERIAL_KINDS, Distribution, Event
from songfa.rules.verbs import Verb

__all__ = ["EVENT_KINDS", "MATERIAL_KINDS", "distributions", "events"]


def events(actor: Actor, *, year: int | None = None, group: str = "") -> QuerySet[Event]:
    """Return the events within the actor's reach, the newest first."""
    rows = visible(actor, Verb.OUTREACH_SEE, Event.objects.all())
    if year:
        rows = rows.filter(on__year=year)
    if group:
        rows = rows.filter(groups__contains=[group])
    return rows.select_related("unit", "area").order_by("-on", "pk")


def distributions(
    actor: Actor, *, year: int | None = None, group: str = ""
) -> QuerySet[Distribution]:
    """Return the materials handed out within the actor's reach, the newest first."""
    rows = visible(actor, Verb.OUTREACH_SEE, Distribution.objects.all())
    if year:
        rows = rows.filter(on__year=year)
    if group:
        rows = rows.filter(groups__contains=[group])
    return rows.select_related("unit", "area").order_by("-on", "pk")
