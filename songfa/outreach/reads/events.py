"""Questions about events and materials."""

from django.db.models import QuerySet

from songfa.access.policy import Actor, visible
from songfa.outreach.models.event import EVENT_KINDS as EVENT_KINDS
from songfa.outreach.models.event import MATERIAL_KINDS as MATERIAL_KINDS
from songfa.outreach.models.event import Distribution, Event
from songfa.rules.verbs import Verb


def events(actor: Actor, *, year: int | None = None, group: str = "") -> QuerySet[Event]:
    """Return the events within the actor's reach, the newest first."""
    rows = visible(actor, Verb.OUTREACH_SEE, Event.objects.all())
    if year:
        rows = rows.filter(on__year=year)
    if group:
        rows = rows.filter(groups__contains=[group])
    return rows.select_related("unit", "area").order_by("-on", "pk")


def distributions(actor: Actor, *, year: int | None = None, group: str = "") -> QuerySet[Distribution]:
    """Return the materials handed out within the actor's reach, the newest first."""
    rows = visible(actor, Verb.OUTREACH_SEE, Distribution.objects.all())
    if year:
        rows = rows.filter(on__year=year)
    if group:
        rows = rows.filter(groups__contains=[group])
    return rows.select_related("unit", "area").order_by("-on", "pk")
