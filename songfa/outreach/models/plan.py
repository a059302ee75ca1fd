"""Plans: the document, what was read from it, its tasks, each unit's share, reports, evidence and obstacles."""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from songfa.access.models import Placed, Unit, User
from songfa.audit.models import Stateful
from songfa.base.history import tracked
from songfa.rules.machines import OBSTACLE, PLAN, SHARE
from songfa.rules.plans.schedule import PERS

LABEL = 300


class Source(Placed):
    """A document as it was handed in. Its bytes lie outside the database, under their own fingerprint."""

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    lines = ArrayField(models.TextField())
    warnings = ArrayField(models.CharField(max_length=40), default=list)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["unit", "sha256"], name="one_source_of_a_file_in_a_unit"
            )
        ]


@tracked(exclude=("said", "body"))
class Plan(Stateful):
    """One plan of a document. `said` is what was read and never changes; the columns are what people made of it.

    `body` holds aims, audiences, phases, targets, organisation, duties and findings in the published form of a plan
    that was read (with lines). `kept` are the places of findings that a person left as they are.
    """

    machines: ClassVar = {"": PLAN}

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="plans")
    place = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=LABEL)
    number = models.CharField(max_length=100, blank=True)
    issuer = models.CharField(max_length=200, blank=True)
    dated = models.CharField(max_length=10, blank=True)
    language = models.CharField(max_length=10)
    kind = models.CharField(max_length=60, blank=True)
    # the year that days without one belong to
    year = models.PositiveSmallIntegerField(null=True)
    said = models.JSONField()
    body = models.JSONField()
    kept = ArrayField(models.PositiveSmallIntegerField(), default=list)
    adopted_at = models.DateTimeField(null=True)
    drawn_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index("area_path", "state", name="plan_place")]

    def label(self) -> str:
        return self.title


@tracked(exclude=("said",))
class Task(Placed):
    """One item of work. `said` is the item as it was read (empty for one that a person added).

    Days are ISO text, `--09` where the document has no year. `to` are the units that get a share of it, `target` what
    each of them owes.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="tasks")
    place = models.PositiveSmallIntegerField()
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="children")
    no = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=LABEL)
    text = models.TextField(blank=True)
    lead = ArrayField(models.CharField(max_length=200), default=list)
    partners = ArrayField(models.CharField(max_length=200), default=list)
    start = models.CharField(max_length=10, blank=True)
    end = models.CharField(max_length=10, blank=True)
    times = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    per = models.CharField(max_length=10, blank=True)
    quantity = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    measure = models.CharField(max_length=40, blank=True)
    products = ArrayField(models.CharField(max_length=LABEL), default=list)
    budget = models.CharField(max_length=200, blank=True)
    audiences = ArrayField(models.CharField(max_length=40), default=list)
    first_line = models.PositiveIntegerField(null=True)
    last_line = models.PositiveIntegerField(null=True)
    said = models.JSONField(default=dict)
    to = ArrayField(models.UUIDField(), default=list)
    target = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    corrected_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    corrected_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(per__in=("", *PERS)), name="task_frequency_known"),
        ]
        indexes = [models.Index("plan", "place", name="task_order")]


@tracked(exclude=("brief",))
class Share(Stateful):
    """One unit's part of one task. `brief` is what the unit must know of plan and task, which lie outside its scope.

    `dues` are the days by which parts of it are due; `times` what each part asks when it recurs, else null.
    """

    machines: ClassVar = {"": SHARE}

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="shares")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="shares")
    brief = models.JSONField()
    target = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    measure = models.CharField(max_length=40, blank=True)
    done = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    dues = ArrayField(models.DateField(), default=list)
    times = ArrayField(models.DecimalField(max_digits=10, decimal_places=2), null=True)
    due = models.DateField(null=True)
    closing = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["task", "unit"], name="one_share_of_a_task_in_a_unit"),
            models.CheckConstraint(condition=Q(done__gte=0), name="share_done_not_negative"),
        ]
        indexes = [
            models.Index("unit", "state", name="share_unit"),
            models.Index("plan", name="share_plan"),
        ]

    def label(self) -> str:
        return f"{self.brief['task']} · {self.brief['plan']}"[:LABEL]


@tracked()
class Report(Placed):
    """What a unit did: how much, on which day, for which part of a recurring task."""

    share = models.ForeignKey(Share, on_delete=models.PROTECT, related_name="reports")
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    note = models.TextField(blank=True)
    on = models.DateField()
    counts_for = models.DateField(null=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="report_amount_not_negative"),
        ]
        indexes = [models.Index("share", "on", name="report_share")]


class Evidence(Placed):
    """A file that shows what a report says. `kind` is what the bytes are, whatever the name says."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="evidence")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()


@tracked()
class Obstacle(Stateful):
    """What stands in the way of a share. `unit` is who is asked: the issuer first, then the unit above it."""

    machines: ClassVar = {"": OBSTACLE}

    share = models.ForeignKey(Share, on_delete=models.PROTECT, related_name="obstacles")
    raised_by = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    writer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    title = models.CharField(max_length=LABEL)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answer_due = models.DateTimeField(null=True)
    risen = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index("share", name="obstacle_share"),
            models.Index("answer_due", name="obstacle_due", condition=Q(state="raised")),
        ]

    def label(self) -> str:
        return self.title
