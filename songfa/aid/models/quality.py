"""Quality of the work on a file: drawn samples, assessments by a score sheet, opinions of those who saw it."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from songfa.access.models import Placed, Unit, User
from songfa.aid.models.file import File
from songfa.audit.models import Stateful
from songfa.base.history import tracked
from songfa.base.models import Sealed
from songfa.network.models import Practitioner
from songfa.rules.machines import ASSESSMENT


@tracked()
class Sample(Placed):
    """A draw of ended files. Whoever knows `seed` and the files of the days can draw it again."""

    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    first_day = models.DateField()
    last_day = models.DateField()
    service = models.CharField(max_length=40, blank=True)
    # one of both: files in a hundred, or how many files
    rate = models.PositiveSmallIntegerField(default=0)
    number = models.PositiveIntegerField(default=0)
    seed = models.CharField(max_length=80)
    pool = models.PositiveIntegerField()
    drawn = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index("area_path", models.F("created_at").desc(), name="sample_newest")]


@tracked()
class Assessment(Stateful):
    """The assessment of one file. `practitioner` and `firm` are those of the day of the draw.

    `held_by` stays empty: whoever acted on the file does not see the sheet before it is done.
    """

    machines: ClassVar = {"": ASSESSMENT}

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="assessments")
    sample = models.ForeignKey(
        Sample, on_delete=models.PROTECT, null=True, related_name="assessments"
    )
    rank = models.PositiveIntegerField(default=0)  # its place in the draw
    practitioner = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, null=True, related_name="assessments"
    )
    firm = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    sheet = models.CharField(max_length=60)
    assessor = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    scores = models.JSONField(default=dict)
    vetoes = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    total = models.PositiveSmallIntegerField(null=True)
    percent = models.PositiveSmallIntegerField(null=True)
    grade = models.CharField(max_length=40, blank=True)
    remarks = Sealed(default="")
    assessed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file"], name="one_assessment_at_a_time", condition=Q(state="drawn")
            ),
            models.CheckConstraint(
                condition=Q(percent__isnull=True) | Q(percent__lte=100), name="percent_is_a_percent"
            ),
        ]
        indexes = [
            models.Index("practitioner", "assessed_at", name="assessment_of"),
            models.Index("area_path", "state", "created_at", name="assessment_place"),
        ]

    def label(self) -> str:
        return self.file.number


@tracked()
class Opinion(Placed):
    """What somebody who saw the work thinks of it. `form` is a form of the pack; answers are 1 (worst) to 5."""

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="opinions")
    form = models.CharField(max_length=60)
    # who wrote it down; None for the public, who came with the code of the receipt
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    given_by = Sealed(default="")  # the name of the observer, the judge, the person asked
    given_on = models.DateField()
    answers = models.JSONField(default=dict)
    percent = models.PositiveSmallIntegerField()
    text = Sealed(default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file", "form"], name="one_public_opinion", condition=Q(by__isnull=True)
            ),
            models.CheckConstraint(condition=Q(percent__lte=100), name="opinion_is_a_percent"),
        ]
        indexes = [models.Index("file", "created_at", name="opinion_of_file")]
