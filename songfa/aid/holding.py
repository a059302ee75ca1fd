"""Holds a file while somebody decides about it."""

from songfa.aid.models import File
from songfa.rules.problems import NOT_FOUND


def held(file: File) -> File:
    """Return the row as it stands now, locked until the transaction ends. Raises NOT_FOUND."""
    row = File.objects.select_for_update().filter(pk=file.pk).first()
    if row is None:
        raise NOT_FOUND(thing="file")
    return row
