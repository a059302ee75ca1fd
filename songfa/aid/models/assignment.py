"""Who had a file and why, who stands on which side of it, and files offered to volunteers."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from songfa.access.models import Placed, Unit, User
from songfa.aid.models.file import File
from songfa.audit.models import Stateful
from songfa.base.history import tracked
from songfa.base.models import Sealed
from songfa.network.models import Practitioner
from songfa.rules.machines import OFFER

SIDES = ("own", "adverse", "other")
KINDS = ("person", "company")
# an assignment ends when it is declined or when somebody else is given the file
ENDINGS = ("declined", "replaced")


@tracked()
class Assignment(Placed):
    """That a practitioner was given a file: by whom, why this one, what was set aside, and how it ended.

    `reasons` is the standing as it was shown, frozen; `set_aside` the bars the officer passed over, `why`
    (sealed) in the officer's words. `firm` is the practitioner's unit of that day.
    """

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="assignments")
    practitioner = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, related_name="assignments"
    )
    firm = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    points = models.PositiveIntegerField()
    reasons = models.JSONField(default=list)
    set_aside = models.JSONField(default=list)
    why = Sealed(default="")
    accepted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=20, blank=True)
    # why it was declined or replaced: a code of words `decline-…`, and the reason in words
    end_reason = models.CharField(max_length=40, blank=True)
    end_text = Sealed(default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file"], name="one_assignment_at_a_time", condition=Q(ended_at__isnull=True)
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by="")
                | Q(ended_at__isnull=False, ended_by__in=ENDINGS),
                name="assignment_ended_somehow",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("created_at")),
                name="assignment_ends_after_it_begins",
            ),
        ]
        indexes = [
            models.Index("file", "created_at", name="assignment_of_file"),
            models.Index("practitioner", "ended_at", name="assignment_of_practitioner"),
        ]


@tracked()
class Party(Placed):
    """Somebody on one side of a file. The name is sealed; keyed fingerprints of name and number find it again."""

    # goes with the file to whoever holds it
    follows_holder: ClassVar[bool] = True

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="parties")
    side = models.CharField(max_length=10)
    kind = models.CharField(max_length=10)
    name = Sealed(default="")
    name_mark = models.CharField(max_length=64)
    id_mark = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file", "side", "name_mark", "id_mark"], name="a_party_once"
            ),
            models.CheckConstraint(condition=Q(side__in=SIDES), name="party_side_known"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="party_kind_known"),
        ]
        indexes = [
            models.Index("name_mark", "side", name="party_name"),
            models.Index("id_mark", name="party_number", condition=~Q(id_mark="")),
        ]


@tracked()
class Tie(Placed):
    """That a practitioner is kin of somebody or has another interest in them, as they declared it."""

    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="ties")
    ground = models.CharField(max_length=40)
    name = Sealed(default="")
    name_mark = models.CharField(max_length=64)
    id_mark = models.CharField(max_length=64, blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index("practitioner", name="tie_of_practitioner")]


@tracked()
class Offer(Stateful):
    """A granted file shown to volunteers and firms of a place, without anything that tells of the person.

    Whoever works below `shown_path` sees it until `until`; what is shown is read from the file's codes.
    """

    machines: ClassVar = {"": OFFER}

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="offers")
    shown_path = models.TextField(db_collation="C")
    until = models.DateField()
    # the volunteer who was chosen
    chosen = models.ForeignKey(Practitioner, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file"], name="one_offer_at_a_time", condition=Q(state="offered")
            )
        ]
        indexes = [
            models.Index("until", name="offer_open", condition=Q(state="offered")),
        ]

    def label(self) -> str:
        return self.file.number


@tracked()
class Volunteering(Placed):
    """That somebody would like to take an offered file, with a word of theirs (sealed)."""

    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="volunteers")
    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    word = Sealed(default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["offer", "practitioner"], name="volunteers_once")
        ]
