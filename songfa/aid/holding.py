"""Holds a file while somebody acts on it; what belongs to it goes with it."""

from songfa.aid.models import Contract, Document, File, Handover, Log, Money, Paper
from songfa.rules.problems import FILE_KEPT_NO_MORE, NOT_FOUND

# rows of a file that whoever holds the file holds too
BELONGING = (Log, Paper, Document, Contract, Money, Handover)


def held(file: File) -> File:
    """Return the row as it stands now, locked until the transaction ends. Raises NOT_FOUND."""
    row = File.objects.select_for_update().filter(pk=file.pk).first()
    if row is None:
        raise NOT_FOUND(thing="file")
    return row


def follow(file: File) -> None:
    """Let what belongs to a file follow it to its new holder. Hearings move through the door."""
    for model in BELONGING:
        model._default_manager.filter(file=file).update(held_by_id=file.held_by_id)


def open_to_work(file: File, *states: str) -> None:
    """Raise FILE_KEPT_NO_MORE for a file that is in none of the states."""
    if file.state not in states:
        raise FILE_KEPT_NO_MORE(number=file.number, state=file.state)
