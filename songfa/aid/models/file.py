"""Legal-aid files: the application, its decision, who acts, what was done, how it ended."""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from songfa.access.models import Placed, Unit, User
from songfa.aid.told import Told
from songfa.audit.models import Stateful
from songfa.base.history import tracked
from songfa.base.models import Row, Sealed
from songfa.network.models import Practitioner
from songfa.people.models import Person
from songfa.rules.machines import FILE, FILE_OPEN


@tracked()
class File(Stateful):
    """One application for legal aid and what became of it.

    `told` (sealed) is what the applicant said; `finding` is what the rules made of it on the day of
    the request, frozen with the values used. Codes are those of the pack.
    """

    machines: ClassVar = FILE
    # its kept versions are read again: a file can be seen as it stood on any day
    reread = True

    # the number given at receipt; where the law numbers case files anew (Vietnam), `number` changes with the grant
    request_number = models.CharField(max_length=60)
    number = models.CharField(max_length=60)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="files")
    # who applies: empty for themselves, else how they stand to the person
    relation = models.CharField(max_length=40, blank=True)
    matter = models.CharField(max_length=60)
    service = models.CharField(max_length=40)
    groups = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    channel = models.CharField(max_length=40)
    # the desk at which it was handed in; `unit` is the body that decides
    received_by = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    campaign = models.CharField(max_length=60, blank=True)
    # what the matter is called in court (案由), how far it has come there, before which body, under which number
    cause = models.CharField(max_length=120, blank=True, default="", db_default="")
    stage = models.CharField(max_length=40, blank=True, default="", db_default="")
    organ = models.CharField(max_length=120, blank=True, default="", db_default="")
    organ_reference = models.CharField(max_length=80, blank=True, default="", db_default="")
    # how a notice of a body brought it in: `mandatory` (help begins at once), `discretionary`; empty: an application
    route = models.CharField(max_length=20, blank=True, default="", db_default="")
    # whom the claim is against: the employer of a group matter
    adverse_party = models.CharField(max_length=120, blank=True, default="", db_default="")
    # the file from which this one was handed over
    origin = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="handed_over"
    )
    told = Sealed(default="")
    finding = models.JSONField(default=dict)
    received_at = models.DateTimeField()
    missing_papers = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    papers_received = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    # the one request for papers: all that is missing is named once
    papers_asked_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # on what the financial condition rests: declared (a commitment of integrity), data_checked; empty: no part
    means_basis = models.CharField(max_length=20, blank=True, default="", db_default="")
    declared_at = models.DateTimeField(null=True)
    # help comes before the papers by decision, where no rule of the finding says so
    urgent = models.BooleanField(default=False, db_default=False)
    # until when papers were to come, once that day is over
    papers_overdue_at = models.DateTimeField(null=True)
    # to whom it was handed over or from whom it came, and on which day the first agency was asked
    handed_to = models.CharField(max_length=120, blank=True, default="", db_default="")
    handed_from = models.CharField(max_length=120, blank=True, default="", db_default="")
    first_asked_at = models.DateTimeField(null=True)
    # a higher body has ordered the decision to be corrected
    upheld = models.BooleanField(default=False, db_default=False)
    reasons = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    reasons_text = Sealed(default="")
    practitioner = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, null=True, related_name="files"
    )
    assigned_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=40, blank=True)
    # minor units of the currency: fen, dong
    recovered = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3, blank=True)
    # what the person need not pay or lose thanks to the work
    avoided = models.BigIntegerField(default=0, db_default=0)
    # a case of many: how many were helped by it, and how many petitions it made unnecessary
    people_helped = models.PositiveIntegerField(default=1)
    petitions_avoided = models.PositiveIntegerField(default=0)
    summary = Sealed(default="")
    closed_at = models.DateTimeField(null=True)
    # the day on which the case ended, and the event that makes it that day (judgment received, award ...)
    ended_on = models.DateField(null=True)
    ended_by = models.CharField(max_length=40, blank=True, default="", db_default="")
    handed_in_at = models.DateTimeField(null=True)
    archived_at = models.DateTimeField(null=True)
    archive_number = models.CharField(max_length=60, blank=True, default="", db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "number"], name="a_file_number_once"),
            models.CheckConstraint(
                condition=Q(recovered__isnull=True) | Q(recovered__gte=0),
                name="file_recovered_not_negative",
            ),
            models.CheckConstraint(condition=Q(avoided__gte=0), name="file_avoided_not_negative"),
            models.CheckConstraint(
                condition=Q(recovered__isnull=True) | ~Q(currency=""),
                name="file_recovered_has_currency",
            ),
        ]
        indexes = [
            models.Index(
                "unit", models.F("received_at").desc(), models.F("id").desc(), name="file_unit"
            ),
            models.Index(models.F("received_at").desc(), models.F("id").desc(), name="file_newest"),
            models.Index("area_path", "received_at", name="file_place"),
            models.Index("held_by", models.F("received_at").desc(), name="file_mine"),
            # counted without touching the rows: the columns that the scope rule looks at are in the index
            models.Index(
                fields=["area_path", "state"],
                name="file_open",
                include=["unit", "held_by"],
                condition=Q(state__in=FILE_OPEN),
            ),
            models.Index(fields=["number"], name="file_number", opclasses=["varchar_pattern_ops"]),
            GinIndex(fields=["groups"], name="file_groups"),
        ]

    def __str__(self) -> str:
        return self.number

    def label(self) -> str:
        return self.number

    def story(self) -> Told:
        """Return what the applicant said, opened."""
        return Told.opened(self.told)

    @property
    def help_first(self) -> bool:
        """Whether help may come before the papers: a rule says so, or whoever decides said so, with a reason."""
        return bool(self.finding.get("emergency_aid")) or self.urgent

    def facts(self) -> dict[str, object]:
        """Return the columns and what the conditions of the clocks ask about (route, custody, zone ...)."""
        known: dict[str, Any] = self.story().facts
        criminal = known.get("criminal") or {}
        via_body = (known.get("applicant") or {}).get("via") == "proceedings_body"
        by_notice = via_body and self.route != "discretionary"
        custody = criminal.get("custody")
        return {
            **super().facts(),
            "route": "notice" if self.route == "mandatory" or by_notice else "application",
            "at_once": self.route == "mandatory",
            "custody": custody if custody in ("bat", "tam_giu") else False,
            "emergency_aid": self.help_first and bool(self.missing_papers),
            "residence_zone": known.get("residence_zone") or "normal",
            "complex": bool(known.get("complex")),
            # the fast way ends with the decision: later changes of the list ask for no other
            "fast_track": self.decided_at is None
            and bool((self.finding.get("group") or {}).get("track")),
        }


@tracked()
class Log(Placed):
    """One piece of work on a file: what was done, when, and how many minutes it took."""

    # goes with the file to whoever holds it
    follows_holder: ClassVar[bool] = True

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="logs")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    done_on = models.DateField()
    minutes = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    # a first meeting, at which the person was told the risks
    risks_told = models.BooleanField(default=False, db_default=False)
    text = Sealed(default="")

    class Meta:
        indexes = [models.Index("file", "done_on", name="log_of_file")]


@tracked()
class Paper(Placed):
    """A document that was issued. `content` (sealed) is all that stands in it, so that it never changes.

    One that was wrong is kept and another `replaces` it, with the reason (`why`). `told` (sealed) is what the act
    gave beside the data of the file: a JSON object of note, given (values by their keys), office (id of a unit).
    """

    # goes with the file to whoever holds it
    follows_holder: ClassVar[bool] = True

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=60)
    number = models.CharField(max_length=60)
    content = Sealed(default="")
    told = Sealed(default="")
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="replaced_by"
    )
    why = Sealed(default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "number"], name="a_paper_number_once", condition=~Q(number="")
            )
        ]
        indexes = [models.Index("file", "created_at", name="paper_of_file")]


class Receipt(Row):
    """By what code an applicant follows a file. Open to the public door: it holds no personal data.

    The code itself is not stored: `code_hash` is its keyed fingerprint, `salt` tells it from a code given before.
    """

    code_hash = models.CharField(max_length=64, unique=True)
    salt = models.PositiveSmallIntegerField(default=0)
    file = models.OneToOneField(File, on_delete=models.PROTECT, related_name="receipt")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")


class Draft(Row):
    """Answers kept between the steps of the public form, sealed; who holds the cookie goes on."""

    content = Sealed(default="")
    expires_at = models.DateTimeField(db_index=True)


class Sequence(models.Model):
    """The last number drawn in a series. Locked while a number is drawn: no gap, no number twice."""

    id = models.BigAutoField(primary_key=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    series = models.CharField(max_length=200)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "series"], name="a_series_once")]

    def __str__(self) -> str:
        return f"{self.series}: {self.last}"


class Attempt(models.Model):
    """How often an address asked for a file by a wrong code within an hour. The address is fingerprinted."""

    id = models.BigAutoField(primary_key=True)
    address = models.CharField(max_length=64)
    hour = models.DateTimeField()
    n = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["address", "hour"], name="an_hour_of_an_address_once")
        ]

    def __str__(self) -> str:
        return f"{self.hour:%Y-%m-%d %H}: {self.n}"
