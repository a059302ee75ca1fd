"""A file as it stood on any day: read again from its kept versions."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Q

from songfa.access.policy import Actor, visible
from songfa.aid.models import File, Log, Paper
from songfa.aid.reads.one import logs, papers
from songfa.base.models import Sealed
from songfa.rules.problems import NO_VERSION
from songfa.rules.verbs import Verb


@dataclass(frozen=True, slots=True)
class Then:
    """What was known about a file at a moment. `file` is no row: it is a version, and cannot be saved."""

    file: File
    logs: list[Log]
    papers: list[Paper]


def then(actor: Actor, file: File, moment: datetime) -> Then:
    """Return the file as it stood at a moment, with the work and the documents that there were.

    A version belongs to the act that made it (`moved_at`); of several, the last one holds. Raises NO_VERSION for a
    moment before the file was received, or before it came within the actor's reach.
    """
    events: Any = apps.get_model("aid", "FileEvent")._default_manager
    kept = visible(actor, Verb.AID_SEE, events.filter(pgh_obj_id=file.pk)).filter(
        Q(moved_at__lte=moment) | Q(moved_at__isnull=True, created_at__lte=moment)
    )
    version = kept.exclude(pgh_label="delete").order_by("-pgh_id").first()
    if version is None:
        raise NO_VERSION(number=file.number)
    return Then(
        file=_opened(version),
        logs=[row for row in logs(actor, file) if row.created_at <= moment],
        papers=[row for row in papers(actor, file, alone=True) if row.created_at <= moment],
    )


def _opened(version: Any) -> File:
    """Return a kept version as the file it was; versions keep sealed columns as they stand in the database."""
    fields = File._meta.concrete_fields
    kept = ((field, getattr(version, field.attname)) for field in fields)
    values = [f.from_db_value(v) if isinstance(f, Sealed) else v for f, v in kept]
    return File.from_db(None, [f.attname for f in fields], values)
