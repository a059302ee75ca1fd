"""Criminal cases: notices of organs, questions answered beside a file, lawyers on duty and whom they helped."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from songfa.access.models import Placed, User
from songfa.aid.models.file import File
from songfa.audit.models import Stateful
from songfa.base.history import tracked
from songfa.base.models import Sealed
from songfa.network.models import Practitioner
from songfa.rules.machines import HELP


@tracked()
class Notice(Placed):
    """What a court, a procuratorate or the police wrote, one to one with the file that it opened.

    The body's name and its reference stand in the file (`organ`, `organ_reference`, `cause`, `stage`).
    """

    follows_holder: ClassVar[bool] = True

    file = models.OneToOneField(File, on_delete=models.PROTECT, related_name="notice")
    # codes of the pack: sections organs and notice_heads
    organ = models.CharField(max_length=40)
    head = models.CharField(max_length=40)
    role = models.CharField(max_length=40)
    custody = models.CharField(max_length=20, blank=True)
    custody_place = models.CharField(max_length=120, blank=True)
    # when it reached the agency, to the minute: its periods run from here
    received_at = models.DateTimeField()
    # when the body found that somebody must be notified, where the notice says so
    found_at = models.DateTimeField(null=True)
    hearing_on = models.DateField(null=True)
    # what is missing or wrong in it: codes of words `notice-defect-…`
    defects = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    # who handles the case there, and how to reach them
    contact = Sealed(default="")
    # when the body was told who acts
    informed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index("unit", F("received_at").desc(), name="notice_unit"),
            models.Index("area_path", "received_at", name="notice_place"),
        ]

    def __str__(self) -> str:
        return f"{self.organ} {self.head}"


@tracked()
class HeadAnswer(Placed):
    """A person's answer to a question that the ledger raised about a file: a head of the law, or a need."""

    follows_holder: ClassVar[bool] = True

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="answers")
    question = models.CharField(max_length=40)
    # what raised it: kinds of disability, `minor`
    because = ArrayField(models.CharField(max_length=20), default=list)
    yes = models.BooleanField()
    # kinds of disability that the answer names, where the certificate leaves them open
    kinds = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    reason = Sealed(default="")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["file", "question"], name="a_question_answered_once")
        ]

    def __str__(self) -> str:
        return self.question


@tracked()
class DutySession(Placed):
    """When a practitioner sits where. `unit` is the agency that sends them, `held_by` their account."""

    practitioner = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, related_name="sessions"
    )
    kind = models.CharField(max_length=40)
    place = models.CharField(max_length=120)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_it_begins"
            )
        ]
        indexes = [
            models.Index("unit", F("starts_at").desc(), name="session_unit"),
            models.Index("practitioner", "starts_at", name="session_of"),
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.starts_at:%Y-%m-%d}"


@tracked()
class DutyHelp(Stateful):
    """One person whom a duty lawyer was asked to help: a row of the register.

    The person is not in the ledger: a register of help needs no more than who it was. An application
    that they hand over (`told`, sealed) becomes a file at the agency.
    """

    machines: ClassVar = {"": HELP}

    number = models.CharField(max_length=40)
    session = models.ForeignKey(DutySession, on_delete=models.PROTECT, related_name="helped")
    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    # who asked (section askers) and when; which body handles the case, its own number
    asked_by = models.CharField(max_length=40)
    asked_at = models.DateTimeField()
    organ = models.CharField(max_length=120, blank=True, default="", db_default="")
    organ_reference = models.CharField(max_length=80, blank=True)
    name = Sealed(default="")
    sex = models.CharField(max_length=1, blank=True)
    born = models.DateField(null=True)
    id_number = Sealed(default="")
    groups = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    disabilities = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    role = models.CharField(max_length=40, blank=True)
    custody = models.CharField(max_length=20, blank=True)
    cause = models.CharField(max_length=120, blank=True)
    campaign = models.CharField(max_length=60, blank=True)
    # what was done: section help_kinds
    kinds = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    # present when the person signed that they plead guilty and accept punishment
    plea_witnessed = models.BooleanField(default=False)
    summary = Sealed(default="")
    given_at = models.DateTimeField(null=True)
    # why there was no help, in words
    reasons = Sealed(default="")
    # what a person told for places of the forms that no column fills: a JSON object by the keys of the values
    boxes = Sealed(default="")
    # an application for legal aid given to the duty lawyer
    told = Sealed(default="")
    applied_at = models.DateTimeField(null=True)
    handed_on_at = models.DateTimeField(null=True)
    file = models.OneToOneField(
        File, on_delete=models.PROTECT, null=True, related_name="handed_on_by"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "number"], name="a_help_number_once"),
            models.CheckConstraint(
                condition=Q(plea_witnessed=False) | Q(given_at__isnull=False),
                name="a_plea_is_witnessed_by_helping",
            ),
        ]
        indexes = [
            models.Index("unit", F("asked_at").desc(), F("number").desc(), name="help_unit"),
            models.Index("session", "asked_at", name="help_of_session"),
            models.Index("area_path", "given_at", name="help_place"),
            GinIndex(fields=["groups"], name="help_groups"),
        ]

    def __str__(self) -> str:
        return self.number

    def label(self) -> str:
        return self.number
