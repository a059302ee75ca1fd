"""What is owed: who owes what to whom, since when, until when, under which rule, and when it was met."""

from django.db import models

from songfa.access.models import Placed


class Duty(Placed):
    """One thing owed. `code` names the clock of the pack or the kind of promise; the law's values are kept with it."""

    code = models.CharField(max_length=60)
    pack = models.CharField(max_length=20)
    # who must act: agency, practitioner, applicant, organ, unit (the row's unit and holder say which one)
    owed_by = models.CharField(max_length=30)
    subject = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    # what the reader of a list sees: a number or a title, never a person's name
    label = models.CharField(max_length=300, blank=True)
    legal_basis = models.CharField(max_length=200, blank=True)
    # the values of the rule on the day it opened: amount, unit, roll, status
    rule = models.JSONField(default=dict)
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    warn_at = models.DateTimeField(null=True)
    suspended_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    end = models.CharField(max_length=10, blank=True)  # met | void

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True, end="")
                | models.Q(ended_at__isnull=False, end__in=("met", "void")),
                name="duty_end_has_a_time",
            ),
        ]
        indexes = [
            models.Index(
                "unit", "due_at", name="duty_open", condition=models.Q(ended_at__isnull=True)
            ),
            models.Index(
                "held_by", "due_at", name="duty_mine", condition=models.Q(ended_at__isnull=True)
            ),
            models.Index("subject_id", name="duty_subject"),
            # lists and counters of what is open read this index alone
            models.Index(
                fields=["area_path", "due_at"],
                name="duty_place",
                include=["unit", "held_by", "owed_by", "suspended_at", "subject", "subject_id"],
                condition=models.Q(ended_at__isnull=True),
            ),
        ]
