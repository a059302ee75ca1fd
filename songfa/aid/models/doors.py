"""How applications come in, who may act for whom, one-time links, referrals."""

from datetime import date, datetime
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from songfa.access.models import Placed, Unit, User
from songfa.advice.models import Consultation
from songfa.aid.models.file import File
from songfa.audit.models import Stateful
from songfa.base.history import tracked
from songfa.base.models import Row, Sealed
from songfa.people.models import Person
from songfa.rules.machines import REFERRAL


@tracked()
class Intake(Placed):
    """By which door a file came in: who applied, who wrote it down, and how it was confirmed.

    `told` (sealed) holds the names: of the proxy who wrote and of the witness of a fingerprint.
    """

    follows_holder: ClassVar[bool] = True

    file = models.OneToOneField(File, on_delete=models.PROTECT, related_name="intake")
    way = models.CharField(max_length=20)
    # applicant | staff | proxy
    written_by = models.CharField(max_length=20)
    read_back = models.BooleanField(default=False)
    # signature | fingerprint | empty: sent without paper
    signed_by = models.CharField(max_length=20, blank=True)
    told = Sealed(default="")
    guardian_harms = models.BooleanField(null=True)
    behalf_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    behalf_name = models.CharField(max_length=120, blank=True)
    consent = models.BooleanField(default=False)
    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, null=True, related_name="intakes"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(written_by="applicant") | (Q(read_back=True) & ~Q(signed_by="")),
                name="what_others_write_is_read_back_and_signed",
            ),
            models.CheckConstraint(
                condition=~Q(way="unit") | (Q(consent=True) & ~Q(behalf_name="")),
                name="a_unit_acts_with_consent",
            ),
        ]
        indexes = [models.Index("consultation", name="intake_of_consultation")]


@tracked()
class Representative(Placed):
    """Somebody who may act for the person of a file, in a capacity, for some things, from a day until a day."""

    follows_holder: ClassVar[bool] = True

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="representatives")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    name = Sealed(default="")
    id_number = Sealed(default="")
    phone = Sealed(default="")
    capacity = models.CharField(max_length=40)
    scopes = ArrayField(models.CharField(max_length=40))
    since = models.DateField()
    until = models.DateField(null=True)  # the last day; empty: as long as the file lasts
    proof = models.CharField(max_length=60, blank=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=models.F("since")),
                name="representative_days_in_order",
            ),
        ]
        indexes = [models.Index("file", "created_at", name="representative_of_file")]

    def holds(self, on: date) -> bool:
        """Return whether the representative may act on a day."""
        begun = self.since <= on and (self.until is None or on <= self.until)
        return begun and self.revoked_at is None


@tracked()
class Link(Row):
    """A one-time link. It holds no personal data, and of its address only the keyed fingerprint."""

    key_hash = models.CharField(max_length=64, unique=True)
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="links")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=40)
    representative = models.ForeignKey(
        Representative, on_delete=models.PROTECT, null=True, related_name="links"
    )
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index("file", "created_at", name="link_of_file")]

    def standing(self, at: datetime) -> str:
        """Return open, used, revoked or expired."""
        if self.used_at is not None:
            return "used"
        if self.revoked_at is not None:
            return "revoked"
        return "expired" if at >= self.expires_at else "open"


@tracked()
class LinkAnswer(Placed):
    """What came back by a link; `told` (sealed) is a JSON object whose fields depend on the purpose."""

    link = models.OneToOneField(Link, on_delete=models.PROTECT, related_name="answer")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="link_answers")
    purpose = models.CharField(max_length=40)
    told = Sealed(default="")

    class Meta:
        indexes = [models.Index("file", "created_at", name="link_answer_of_file")]


class LinkFile(Placed):
    """A paper that came by a link: its bytes sealed (base64), what they are, and for which paper it was sent."""

    answer = models.ForeignKey(LinkAnswer, on_delete=models.PROTECT, related_name="files")
    paper = models.CharField(max_length=60)
    name = models.CharField(max_length=140)
    kind = models.CharField(max_length=10)
    size = models.PositiveIntegerField()
    content = Sealed(default="")


@tracked()
class Referral(Stateful):
    """A person sent to legal aid by another body, or by us to another body, with a letter as it was issued.

    `unit` is the body that takes it on (inward) or sends it (outward); `told` (sealed) is who and why.
    """

    machines: ClassVar = {"": REFERRAL}

    inward = models.BooleanField()
    # kind of the other body (code of the pack) and its name
    body = models.CharField(max_length=40)
    body_name = models.CharField(max_length=120)
    # the unit at which it was entered
    made_at_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    matter = models.CharField(max_length=60, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    told = Sealed(default="")
    letter = Sealed(default="")
    # the file it became, or the file it is about
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, related_name="referrals")
    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, null=True, related_name="referrals"
    )

    class Meta:
        indexes = [
            models.Index("area_path", models.F("created_at").desc(), name="referral_place"),
            models.Index("consultation", name="referral_of_consultation"),
        ]

    def label(self) -> str:
        return self.body_name
