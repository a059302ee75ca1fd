"""Who may act, where and as what: accounts, the units of the network's tree, and postings that join the two."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import DateRangeField
from django.db import models

from songfa.areas.models import Area
from songfa.base.history import tracked
from songfa.base.models import PathField, Row


class Accounts(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    """An account. What it may do stands in its postings, never here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=80)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=10, default="zh-Hans")
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    # an actor that is no person: the public form, a command, the worker
    is_system = models.BooleanField(default=False)
    # the password is one that an administrator gave: its owner must choose another before anything else
    password_given = models.BooleanField(default=False)
    created_at = models.DateTimeField(null=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = Accounts()

    def __str__(self) -> str:
        return self.username


@tracked()
class Unit(Row):
    """A body that owes and does things: a centre, a station, a contact point, a federation, a firm, a commune."""

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=40)
    pack = models.CharField(max_length=20)
    # how the unit signs its numbers: （桦）, TT
    letter = models.CharField(max_length=12, blank=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT)
    area_path = PathField(db_index=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    valid = DateRangeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["name", "area", "kind"], name="one_unit_of_a_name_in_an_area"
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Posting(Row):
    """A person's role in a unit, from a day until a day. The role's verbs and reach are data of the pack."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="postings")
    role = models.CharField(max_length=40)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="postings")
    area_path = PathField()
    valid = DateRangeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "unit"], name="one_posting_of_a_role_in_a_unit"
            )
        ]


class Placed(Row):
    """A row that lies in an area and with a unit: the scope rule and row-level security guard it.

    `area_path` follows a succession (former Sóc Trăng lies below Cần Thơ today); `area` stays as it was.
    `held_by` is the account to whom the row is given, for roles whose reach is their own rows.
    """

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    area_path = PathField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    held_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True

    def belonging(self) -> dict[str, Any]:
        """Return the columns of a row that lies where this one lies, with the same unit and holder."""
        return {
            "unit_id": self.unit_id, "area_id": self.area_id, "area_path": self.area_path,
            "held_by_id": self.held_by_id,
        }  # fmt: skip
