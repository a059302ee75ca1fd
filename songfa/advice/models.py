"""Consultations on every channel: one record each."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from songfa.access.models import Placed
from songfa.people.models import Person


class Consultation(Placed):
    """One question asked and answered. `times` is how many people asked it together (人次)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True)
    channel = models.CharField(max_length=40)
    matter = models.CharField(max_length=60, blank=True)
    groups = ArrayField(models.CharField(max_length=40), default=list)
    campaign = models.CharField(max_length=60, blank=True)
    question = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    times = models.PositiveIntegerField(default=1)
    on = models.DateField()
    pack = models.CharField(max_length=20)

    class Meta:
        indexes = [
            models.Index("area_path", "on", name="consultation_place"),
            GinIndex(fields=["groups"], name="consultation_groups"),
        ]
