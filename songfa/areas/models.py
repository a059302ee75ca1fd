"""Territory with its history: units as they were for a time, and what became of them."""

from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Func, Q

LEVELS = ("province", "prefecture", "county", "township", "district", "commune")
KINDS = ("merge", "split", "rename", "recode", "move", "dissolve")


class Area(models.Model):
    """One unit as it was from `valid_from` until before `valid_to` (null: it still is).

    A unit that changes its name, its place in the tree or, by a merger, its extent becomes a new
    row; its `code` may stay. `parent` is the unit above it on the row's last day (today for what is
    in force).
    """

    # made of country, code and first day (songfa.areas.load): the same in every installation
    id = models.UUIDField(primary_key=True, editable=False)
    country = models.CharField(max_length=2, db_collation="C")
    code = models.CharField(max_length=12, db_collation="C")
    level = models.CharField(max_length=12)
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=80)
    name_en = models.CharField(max_length=120)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    # compared byte by byte, so that a b-tree finds a subtree
    path = models.TextField(db_collation="C")
    depth = models.PositiveSmallIntegerField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    keys = models.TextField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            ExclusionConstraint(
                name="area_versions_never_overlap",
                expressions=[
                    ("country", RangeOperators.EQUAL),
                    ("code", RangeOperators.EQUAL),
                    (
                        Func(
                            F("valid_from"),
                            F("valid_to"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
            models.CheckConstraint(
                name="area_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
            ),
            models.CheckConstraint(
                name="area_path_ends_with_a_dot", condition=Q(path__endswith=".")
            ),
            models.CheckConstraint(name="area_level_known", condition=Q(level__in=LEVELS)),
        ]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["path"], name="area_by_path"),
            models.Index(fields=["country", "code"], name="area_by_code"),
            GinIndex(OpClass(F("keys"), name="gin_trgm_ops"), name="area_by_keys"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.country} {self.code})"


class Succession(models.Model):
    """What a unit became on a day.

    `new` is empty when it was dissolved and what it held lives on elsewhere. `to_the_day` is false
    where the source knows only the year: then `on` is the year's last day.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    old = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="became")
    new = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="came_from")
    on = models.DateField()
    kind = models.CharField(max_length=10)
    to_the_day = models.BooleanField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["old", "new"], nulls_distinct=False, name="succession_said_once"
            ),
            models.CheckConstraint(name="succession_kind_known", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(
                name="succession_dissolves_or_leads_on",
                condition=Q(new__isnull=False) | Q(kind="dissolve"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old} > {self.new or '-'} ({self.kind}, {self.on})"
