"""Consultations on every channel: one record each."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from songfa.access.models import Placed
from songfa.base.history import tracked
from songfa.base.models import Sealed
from songfa.people.models import Person


@tracked()
class Consultation(Placed):
    """One question asked and answered. `times` is how many people asked it together (人次)."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="consultations"
    )
    channel = models.CharField(max_length=40)
    matter = models.CharField(max_length=60, blank=True)
    groups = ArrayField(models.CharField(max_length=40), default=list)
    campaign = models.CharField(max_length=60, blank=True)
    # what people ask may name them and others
    question = Sealed(default="")
    answer = Sealed(default="")
    times = models.PositiveIntegerField(default=1)
    on = models.DateField()
    pack = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(times__gt=0), name="consultation_of_somebody"
            ),
        ]
        indexes = [
            models.Index("area_path", "on", name="consultation_place"),
            GinIndex(fields=["groups"], name="consultation_groups"),
        ]
