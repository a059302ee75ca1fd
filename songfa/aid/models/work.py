"""The work on a file: agreement, documents, hearings, money, hand-in, subsidies."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from songfa.access.models import Placed, User
from songfa.aid.models.file import File
from songfa.aid.models.group import Recipient
from songfa.audit.models import Stateful
from songfa.base.history import tracked
from songfa.base.models import Sealed
from songfa.network.models import Practitioner
from songfa.rules.filework import MONEY
from songfa.rules.machines import HEARING, SUBSIDY


@tracked()
class Document(Placed):
    """A document on a file; its bytes lie encrypted in the vault under its number, and are never taken away.

    `form` is what the bytes are (pdf, jpeg ...), `kind` what the document is (a code of the pack). `sha256` is
    of the bytes as kept, `came_as` as they came: pictures are kept without what they tell of place and device.
    """

    follows_holder: ClassVar[bool] = True

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=60)
    name = Sealed(default="")
    form = models.CharField(max_length=10)
    sha256 = models.CharField(max_length=64)
    came_as = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    pages = models.PositiveIntegerField(null=True)
    note = Sealed(default="")
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    removed_why = Sealed(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_by__isnull=True)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="document_removed_by_somebody",
            )
        ]
        indexes = [models.Index("file", "created_at", name="document_of_file")]


@tracked()
class Contract(Placed):
    """The agreement with the recipient: signed by somebody on a day, or why not yet (cn: Order 148 Art. 27)."""

    follows_holder: ClassVar[bool] = True

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="contracts")
    signed_on = models.DateField(null=True)
    signed_by = models.CharField(max_length=40, blank=True)
    hindrance = models.CharField(max_length=40, blank=True)
    text = Sealed(default="")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_on__isnull=False, hindrance="") & ~Q(signed_by="")
                | Q(signed_on__isnull=True, signed_by="") & ~Q(hindrance=""),
                name="contract_signed_or_hindered",
            )
        ]
        indexes = [models.Index("file", "created_at", name="contract_of_file")]


@tracked()
class Hearing(Stateful):
    """An appearance before a body, or the last day of something. `place` and `whom` may name people: sealed.

    `held_by` is who appears; `ends_at` is an estimate, by which two at the same time are noticed.
    """

    machines: ClassVar = {"": HEARING}

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="hearings")
    kind = models.CharField(max_length=40)
    organ = models.CharField(max_length=120, blank=True)
    place = Sealed(default="")
    whom = Sealed(default="")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    # the language an interpreter was booked for; empty: none
    interpreter = models.CharField(max_length=40, blank=True)
    note = Sealed(default="")
    result = Sealed(default="")
    # how often it was moved: the revision of a calendar entry
    moved = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="hearing_ends_after_it_begins"
            )
        ]
        indexes = [
            models.Index("file", "starts_at", name="hearing_of_file"),
            models.Index("held_by", "starts_at", name="hearing_mine"),
            models.Index("area_path", "starts_at", name="hearing_place"),
        ]

    def label(self) -> str:
        return self.file.number


@tracked()
class Money(Placed):
    """An amount of a file: claimed, obtained, avoided, or spent. `purpose` says what an expense was for.

    Never changed, only taken out with a reason. `recipient` is one of the people of a group matter: the amount is
    part of what stands in their row.
    """

    follows_holder: ClassVar[bool] = True

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="money")
    kind = models.CharField(max_length=10)
    purpose = models.CharField(max_length=40, blank=True)
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    on = models.DateField()
    recipient = models.ForeignKey(
        Recipient, on_delete=models.PROTECT, null=True, related_name="money"
    )
    receipt = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="money")
    note = Sealed(default="")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    removed_why = Sealed(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="money_above_nothing"),
            models.CheckConstraint(condition=Q(kind__in=MONEY), name="money_kind"),
            models.CheckConstraint(
                condition=Q(kind="expense") & ~Q(purpose="") | ~Q(kind="expense") & Q(purpose=""),
                name="expense_has_a_purpose",
            ),
        ]
        indexes = [models.Index("file", "kind", "on", name="money_of_file")]


@tracked()
class Handover(Placed):
    """One time that a closed file was handed in, and what became of it: sent back with reasons, or archived.

    `lacking` are the parts that could not be had, `why` the reason. `catalogue` is the list of what was archived.
    """

    follows_holder: ClassVar[bool] = True

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="handovers")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    lacking = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    why = Sealed(default="")
    checked_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    sent_back = models.BooleanField(default=False)
    reasons = Sealed(default="")
    catalogue = Sealed(default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["file"], condition=Q(checked_at__isnull=True), name="one_hand_in_at_a_time"
            )
        ]
        indexes = [models.Index("file", "created_at", name="handover_of_file")]


@tracked()
class SubsidyBatch(Placed):
    """Claims that were paid together, by one payment file."""

    number = models.CharField(max_length=60)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    total = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    claims_n = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "number"], name="a_batch_number_once")
        ]


@tracked()
class SubsidyClaim(Stateful):
    """What a practitioner is owed for a file: the lines as the rates of the day made them. `held_by` is who is paid."""

    machines: ClassVar = {"": SUBSIDY}

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="subsidies")
    practitioner = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, related_name="subsidies"
    )
    claimed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    lines = models.JSONField(default=list)
    total = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    answer = Sealed(default="")
    approved_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    batch = models.ForeignKey(
        SubsidyBatch, on_delete=models.PROTECT, null=True, related_name="claims"
    )
    paid_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["file", "practitioner"], name="a_file_is_paid_once"),
            models.CheckConstraint(condition=Q(total__gt=0), name="subsidy_above_nothing"),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("claimed_by")),
                name="subsidy_approved_by_another",
            ),
            models.CheckConstraint(
                condition=Q(state="paid", batch__isnull=False, paid_at__isnull=False)
                | ~Q(state="paid") & Q(batch__isnull=True, paid_at__isnull=True),
                name="subsidy_paid_in_a_batch",
            ),
        ]
        indexes = [
            models.Index("area_path", "state", name="subsidy_place"),
            models.Index("held_by", "state", name="subsidy_mine"),
            models.Index("paid_at", name="subsidy_paid"),
        ]

    def label(self) -> str:
        return self.file.number
