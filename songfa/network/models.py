"""Practitioners, agreements, keys of programs. Units and postings stand in access, on which the scope rule rests."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from songfa.access.models import Placed, Posting, User
from songfa.areas.models import Area
from songfa.base.history import tracked
from songfa.base.models import Row


@tracked()
class Practitioner(Placed):
    """A lawyer, legal worker, trợ giúp viên or volunteer; `held_by` is their account, `unit` their firm or centre."""

    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=40)
    licence = models.CharField(max_length=40, blank=True)
    # at work: it stands on letters to courts and to the person helped
    phone = models.CharField(max_length=40, blank=True, default="", db_default="")
    practising_since = models.DateField(null=True)
    skills = ArrayField(models.CharField(max_length=40), default=list)
    languages = ArrayField(models.CharField(max_length=20), default=list)
    active = models.BooleanField(default=True)
    licence_until = models.DateField(null=True)
    # the day on which the licence was taken away for good
    struck_off_on = models.DateField(null=True)
    # files at a time; without it the pack's figure holds
    capacity = models.PositiveSmallIntegerField(null=True)

    def __str__(self) -> str:
        return self.name


@tracked()
class Leave(Placed):
    """Days on which a practitioner takes no files, both ends included."""

    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="leaves")
    first = models.DateField()
    last = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first")), name="leave_ends_after_it_begins"
            )
        ]
        indexes = [models.Index("practitioner", "last", name="leave_of_practitioner")]


@tracked()
class Agreement(Placed):
    """A written agreement of a unit with another place, such as two cities that act for each other's people."""

    kind = models.CharField(max_length=40)
    groups = ArrayField(models.CharField(max_length=40), default=list)
    partner = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "partner", "signed_on"], name="an_agreement_once"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("signed_on")),
                name="agreement_ends_after_it_begins",
            ),
        ]


@tracked(exclude=("last_used_at",))
class ApiToken(Row):
    """A key by which a program acts in one posting. Only its keyed fingerprint is stored; the key is shown once.

    Not `Placed`: it is looked up before anybody is known, when the database shows no guarded row.
    """

    fingerprint = models.CharField(max_length=64, unique=True)
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=80)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")),
                name="token_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index("posting", name="token_posting")]

    def __str__(self) -> str:
        return self.name
