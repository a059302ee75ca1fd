"""Practitioners: who can take a file. Units and postings stand in access, on which the scope rule rests."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from songfa.access.models import Placed


class Practitioner(Placed):
    """A lawyer, legal worker, trợ giúp viên or volunteer; `held_by` is their account, `unit` their firm or centre."""

    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=40)
    licence = models.CharField(max_length=40, blank=True)
    practising_since = models.DateField(null=True)
    skills = ArrayField(models.CharField(max_length=40), default=list)
    languages = ArrayField(models.CharField(max_length=20), default=list)
    active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name
