"""The ledger: persons, and what is known of them as dated facts."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from songfa.access.models import Placed
from songfa.base.history import tracked
from songfa.base.models import Sealed


@tracked()
class Person(Placed):
    """A person, once. Numbers are sealed; `id_index` and `phone_index` find them again."""

    name = models.CharField(max_length=80)
    # pinyin initials and full pinyin, or unaccented Vietnamese: what people type into a search box
    name_keys = models.CharField(max_length=200, blank=True)
    sex = models.CharField(max_length=1, blank=True)  # F | M | empty: not said
    born = models.DateField(null=True)
    id_number = Sealed(default="")
    id_index = models.CharField(max_length=64, blank=True)
    phone = Sealed(default="")
    phone_index = models.CharField(max_length=64, blank=True)
    # where the person lives or stays, as told
    address = Sealed(default="")
    language = models.CharField(max_length=10, blank=True)
    # kinds of disability that are known, by a certificate or as told: they raise questions and answer none
    disabilities = ArrayField(models.CharField(max_length=20), default=list, db_default=[])
    # codes of the pack that hold today; each has its dated row below
    groups = ArrayField(models.CharField(max_length=40), default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "id_index"], name="a_person_once", condition=~models.Q(id_index="")
            )
        ]
        indexes = [
            models.Index("area_path", "id", name="person_place"),
            GinIndex(fields=["groups"], name="person_groups"),
        ]


@tracked()
class GroupFact(Placed):
    """That a person belongs to a special group, since when, and what showed it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="facts")
    group = models.CharField(max_length=40)
    since = models.DateField()
    until = models.DateField(null=True)
    proof = models.CharField(max_length=60, blank=True)  # code of a paper; empty: said, not shown
