"""The trail: what was done, by whom, to what, chained so that no line can be changed or taken out unseen."""

from collections.abc import Mapping
from typing import ClassVar

from django.db import models

from songfa.access.models import Placed, User
from songfa.base.models import PathField, Sealed
from songfa.rules.machine import Machine
from songfa.rules.packs.read import load


class Line(models.Model):
    """One act. `mark` is the HMAC-SHA256 of the line and of the mark before it; the key is not in the database."""

    id = models.BigAutoField(primary_key=True)
    chain = models.CharField(max_length=60)
    n = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor = models.ForeignKey(User, on_delete=models.PROTECT)
    role = models.CharField(max_length=40)
    verb = models.CharField(max_length=40)
    subject = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    area_path = PathField()
    detail = models.JSONField(default=dict)
    mark = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chain", "n"], name="one_line_at_a_place_in_a_chain")
        ]
        indexes = [
            models.Index("subject_id", "n", name="line_subject"),
            models.Index("area_path", models.F("at").desc(), name="line_place"),
        ]

    def __str__(self) -> str:
        return f"{self.chain}#{self.n}"


class Head(models.Model):
    """The end of a chain, itself marked, so that lines cut off at the end are missed.

    `last` is the mark of its last line: whoever adds a line need not be able to read the one before.
    """

    chain = models.CharField(max_length=60, primary_key=True)
    n = models.PositiveBigIntegerField()
    last = models.CharField(max_length=64, blank=True, default="")
    mark = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.chain}:{self.n}"


class Once(models.Model):
    """A form's token: what was submitted twice is done once, and both see the same result.

    A program's request with a key of its own has the fingerprint of what was asked besides, and for a day the answer.
    """

    token = models.UUIDField(primary_key=True)
    created_at = models.DateTimeField()
    result = models.CharField(max_length=200)
    request = models.CharField(max_length=64, blank=True)
    answer = Sealed(blank=True, default="")

    def __str__(self) -> str:
        return str(self.token)


class Stateful(Placed):
    """A row whose `state` changes only through the door. `pack` names the law it lives under.

    `machines` by country; the key "" stands for every country.
    """

    machines: ClassVar[Mapping[str, Machine]]
    pack = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    # when the act was done that made the row what it is; kept with each version of it
    moved_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True

    @property
    def machine(self) -> Machine:
        """Return the states and moves of this row under the law it lives under."""
        return self.machines.get("") or self.machines[load(self.pack).head.country]

    def label(self) -> str:
        """Return what lists and duties call this thing: a number or a title, never a person's name."""
        raise AttributeError("say what a list calls this thing")

    def facts(self) -> dict[str, object]:
        """Return the facts that guards of the machine and conditions of clocks look at."""
        return {f.attname: getattr(self, f.attname) for f in self._meta.concrete_fields}
