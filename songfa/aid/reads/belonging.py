"""What belongs to a file at all: asked once, so that a page turns only to the tables that hold something."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from django.db import connection

from songfa.aid.models import File


@cache
def _asking() -> tuple[tuple[str, ...], str]:
    """Return the names of everything that is about a file, and the one statement that asks for all of it."""
    found = {
        str(relation.get_accessor_name()): relation.field
        for relation in File._meta.related_objects
        if relation.field.name == "file"
    }
    parts = (
        f'exists (select 1 from "{field.model._meta.db_table}" where "{field.column}" = f.id)'  # noqa: S608 - names of the models
        for field in found.values()
    )
    return tuple(found), f"select {', '.join(parts)} from (select %s::uuid as id) f"  # noqa: S608 - as above


def belongings(of: File) -> Mapping[str, bool]:
    """Return of each kind of thing whether any of it belongs to a file: `{"documents": True, "hearings": False, …}`.

    The keys are the names by which a file knows its rows (`related_name`). One statement of at most one row of each
    index; the reader's own rows alone count, as the database serves them.
    """
    names, asking = _asking()
    with connection.cursor() as cursor:
        cursor.execute(asking, [of.pk])
        return MappingProxyType(dict(zip(names, cursor.fetchone() or (), strict=True)))
