"""Group matters: the people of one file, lists on their way in, and letters issued to all at once."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from songfa.access.models import Placed, User
from songfa.aid.models.file import File, Paper
from songfa.base.history import tracked
from songfa.base.models import Sealed
from songfa.people.models import Person


@tracked()
class Recipient(Placed):
    """One person of a group matter, once a file. Money is in minor units of the file's country.

    `name` stands here as well as in the ledger: the practitioner who acts sees the file's people and no ledger.
    """

    follows_holder: ClassVar[bool] = True

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="recipients")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="claims")
    place = models.PositiveIntegerField()  # in the order of the list
    name = models.CharField(max_length=80)
    phone = Sealed(default="")
    claimed = models.BigIntegerField(default=0)
    obtained = models.BigIntegerField(default=0)
    avoided = models.BigIntegerField(default=0)
    paid_on = models.DateField(null=True)
    # letters of their own; without, they share one letter with the others
    own_documents = models.BooleanField(default=True)
    left_on = models.DateField(null=True)
    left_reason = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["file", "person"], name="a_recipient_once_in_a_file"),
            models.UniqueConstraint(fields=["file", "place"], name="a_place_in_a_group_once"),
            models.CheckConstraint(
                condition=Q(claimed__gte=0, obtained__gte=0, avoided__gte=0),
                name="recipient_money_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True, left_reason="")
                | Q(left_on__isnull=False) & ~Q(left_reason=""),
                name="who_left_left_for_a_reason",
            ),
        ]


class RecipientList(Placed):
    """A list that was read and waits for somebody to confirm it. `content` (sealed) is every row with what is wrong.

    `stands_on` is the fingerprint of the file's people when it was read: a list is loaded onto no other.
    """

    follows_holder: ClassVar[bool] = True

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="lists")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    content = Sealed(default="")
    stands_on = models.CharField(max_length=64)
    good = models.PositiveIntegerField()
    bad = models.PositiveIntegerField()
    loaded_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index("file", models.F("created_at").desc(), name="list_of_file")]


class AmountsSheet(Placed):
    """A sheet of amounts that was read and waits for somebody to confirm it. `content` (sealed) is every row.

    `stands_on` is the fingerprint of the file's people and their amounts when it was read: it is written over no other.
    """

    follows_holder: ClassVar[bool] = True

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="amount_sheets")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    content = Sealed(default="")
    stands_on = models.CharField(max_length=64)
    changed = models.PositiveIntegerField()
    bad = models.PositiveIntegerField()
    loaded_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index("file", models.F("created_at").desc(), name="amounts_of_file")]


@tracked()
class Batch(Placed):
    """Letters of one kind, issued to all recipients in one go."""

    follows_holder: ClassVar[bool] = True

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="batches")
    kind = models.CharField(max_length=60)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index("file", models.F("created_at").desc(), name="batch_of_file")]


@tracked()
class BatchLetter(Placed):
    """A letter of a batch, and to whom it goes: nobody alone where several share it."""

    follows_holder: ClassVar[bool] = True

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="letters")
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="of_batch")
    recipient = models.ForeignKey(
        Recipient, on_delete=models.PROTECT, null=True, related_name="letters"
    )
    place = models.PositiveIntegerField()
