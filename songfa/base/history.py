"""Under the trail lies the database's own memory: every change of a tracked row, seen by triggers, whoever made it."""

from collections.abc import Callable
from typing import TypeVar

import pghistory
from django.db import models

M = TypeVar("M", bound=type[models.Model])


def tracked(*, exclude: tuple[str, ...] = ()) -> Callable[[M], M]:
    """Keep each inserted, updated and deleted version of a model's rows in its event table."""
    track: Callable[[M], M] = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=list(exclude) or None,
    )
    return track
