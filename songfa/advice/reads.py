"""Questions about consultations."""

from django.db.models import QuerySet

from songfa.access.policy import Actor, visible
from songfa.advice.models import Consultation
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
