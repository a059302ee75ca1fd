"""What stands beside a file: objections, complaints, wishes for somebody else, spot checks, other agencies' help."""

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
from songfa.rules.machines import CHANGE, COMPLAINT, COOPERATION, OBJECTION, SPOT_CHECK

OPEN_OBJECTION = Q(state="raised")
OPEN_CHANGE = Q(state="asked")


class Beside(Stateful):
    """A question that somebody must answer. `unit` is the body that answers; the place is that of the file."""

    # what a list calls it: the number of its file when it was raised
    number = models.CharField(max_length=60)
    # code (the follow page), desk, or the channel of the pack through which it came
    channel = models.CharField(max_length=40, default="desk")
    text = Sealed(default="")
    answer = Sealed(default="")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True

    def label(self) -> str:
        return self.number


@tracked()
class Objection(Beside):
    """Against a refusal or an end, to the body that set the agency up. `against` is the state that is objected to."""

    machines: ClassVar = {"": OBJECTION}
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="objections")
    against = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file"], name="one_open_objection", condition=OPEN_OBJECTION
            )
        ]
        indexes = [models.Index("unit", "created_at", name="objection_unit")]


@tracked()
class Complaint(Beside):
    """About how a matter is handled, decided at one level after the other (codes of the pack's `complaint_levels`)."""

    machines: ClassVar = {"": COMPLAINT}
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="complaints")
    ground = models.CharField(max_length=60)
    level = models.CharField(max_length=40)
    # what the earlier level answered
    before = Sealed(default="")
    upheld = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index("unit", "created_at", name="complaint_unit"),
            models.Index("file", name="complaint_file"),
        ]


@tracked()
class ChangeRequest(Beside):
    """The recipient asks for somebody else. `of` is who acts when it is asked, `to` who acts afterwards."""

    machines: ClassVar = {"": CHANGE}
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="change_requests")
    of = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(Practitioner, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file"], name="one_open_change_request", condition=OPEN_CHANGE
            )
        ]
        indexes = [models.Index("unit", "created_at", name="change_unit")]


@tracked()
class Draw(Placed):
    """One draw of declarations of a unit: everything by which it can be drawn again."""

    on = models.DateField()
    seed = models.CharField(max_length=80)
    percent = models.PositiveSmallIntegerField()
    at_least = models.PositiveIntegerField()
    pool = ArrayField(models.UUIDField(), default=list)
    drawn = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "on"], name="a_draw_a_day")]


@tracked()
class SpotCheck(Beside):
    """A declaration drawn to be looked at. `mark` is its place in the draw."""

    machines: ClassVar = {"": SPOT_CHECK}
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="spot_checks")
    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, related_name="checks")
    mark = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draw", "file"], name="a_file_once_in_a_draw")
        ]
        indexes = [models.Index("unit", "created_at", name="check_unit")]


@tracked()
class Cooperation(Beside):
    """Another agency is asked to look into something: one row at the asking unit, one (its `twin`) at the asked one.

    So each sees its own and neither sees the other's file. A body outside the system has no row of its own: `body`
    names it, and its answer is entered by those who asked.
    """

    machines: ClassVar = {"": COOPERATION}
    side = models.CharField(max_length=10)  # asking | asked
    # the file, at the asking side alone
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, related_name="cooperations")
    asker = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    asked = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    body = models.CharField(max_length=120, blank=True)
    twin = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(side="asking", file__isnull=False)
                | Q(side="asked", file__isnull=True, twin__isnull=False),
                name="cooperation_has_two_sides",
            )
        ]
        indexes = [models.Index("unit", "created_at", name="cooperation_unit")]
