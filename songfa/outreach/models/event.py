"""Events that were held and materials that were handed out: what outreach is counted by."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from songfa.access.models import Placed
from songfa.base.history import tracked

EVENT_KINDS = (
    "lecture",
    "consultation_day",
    "broadcast",
    "performance",
    "exhibition",
    "home_visit",
    "training",
    "online",
)
MATERIAL_KINDS = (
    "leaflet",
    "handbook",
    "poster",
    "gift",
    "contact_card",
    "service_guide",
    "braille",
    "book",
)


@tracked()
class Event(Placed):
    """One event: a lecture, a consultation stand, a broadcast. `attendance` is a head count, never a list of names."""

    kind = models.CharField(max_length=40)
    topic = models.CharField(max_length=200)
    groups = ArrayField(models.CharField(max_length=40), default=list)
    campaign = models.CharField(max_length=60, blank=True)
    on = models.DateField()
    attendance = models.PositiveIntegerField(default=0)
    pack = models.CharField(max_length=20)

    class Meta:
        indexes = [
            models.Index("area_path", "on", name="event_place"),
            GinIndex(fields=["groups"], name="event_groups"),
        ]


@tracked()
class Distribution(Placed):
    """Materials handed out on one day: so many copies of one kind."""

    event = models.ForeignKey(
        Event, on_delete=models.PROTECT, null=True, related_name="distributions"
    )
    kind = models.CharField(max_length=40)
    groups = ArrayField(models.CharField(max_length=40), default=list)
    campaign = models.CharField(max_length=60, blank=True)
    on = models.DateField()
    copies = models.PositiveIntegerField()
    pack = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(copies__gt=0), name="distribution_of_something"
            ),
        ]
        indexes = [
            models.Index("area_path", "on", name="distribution_place"),
            GinIndex(fields=["groups"], name="distribution_groups"),
        ]
