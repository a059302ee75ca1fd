"""Figures that were published and do not change any more."""

from django.db import models

from songfa.access.models import Placed


class Snapshot(Placed):
    """A review as it was published: figures, definitions, documents, and the mark that seals them.

    `content` holds figures, relations and texts; `definitions` is the hash of how they were counted; `trail` is the
    last line of the trail at that moment, so that what changed afterwards can be told.
    """

    year = models.PositiveSmallIntegerField()
    edition = models.PositiveSmallIntegerField()
    pack = models.CharField(max_length=20)
    language = models.CharField(max_length=10)
    content = models.JSONField()
    definitions = models.CharField(max_length=64)
    trail = models.PositiveBigIntegerField()
    docx = models.BinaryField()
    pdf = models.BinaryField()
    docx_hash = models.CharField(max_length=64)
    pdf_hash = models.CharField(max_length=64)
    mark = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "year", "edition"], name="an_edition_once")
        ]
        indexes = [models.Index("area_path", "year", name="snapshot_place")]
