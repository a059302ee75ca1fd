"""Holds a row while somebody decides about it."""

from typing import TypeVar

from songfa.aid.models import File, Referral
from songfa.audit.door import done_by
from songfa.audit.models import Line, Stateful
from songfa.rules.problems import FILE_KEPT_NO_MORE, NOT_FOUND
from songfa.rules.verbs import Verb

S = TypeVar("S", bound=Stateful)


def held(file: File) -> File:
    """Return the row as it stands now, locked until the transaction ends. Raises NOT_FOUND."""
    return locked(file)


def locked(row: S) -> S:
    """Return any row with a state as it stands now, locked until the transaction ends. Raises NOT_FOUND."""
    found = type(row)._default_manager.select_for_update(no_key=True).filter(pk=row.pk).first()
    if found is None:
        raise NOT_FOUND(thing=row._meta.label)
    return found


def hold_referral(referral: Referral) -> None:
    """Hold a referral before an application is made of it, as whoever takes it on: of two the second sees the first."""
    locked(referral)


def first_come(row: Stateful, verb: Verb) -> None:
    """Raise ALREADY_DONE with the first decision when somebody came before and nothing is left to decide.

    Whoever comes second sees what was done, by whom and when.
    """
    if verb in row.machine.verbs_from(row.state) or row.state not in row.machine.ends:
        return
    last = (
        Line.objects.select_related("actor")
        .filter(subject_id=row.pk, detail__after=row.state)
        .order_by("-n")
        .first()
    )
    if last is not None:
        raise done_by(last, row)


def open_to_work(file: File, *states: str) -> None:
    """Raise FILE_KEPT_NO_MORE for a file that is in none of the states."""
    if file.state not in states:
        raise FILE_KEPT_NO_MORE(number=file.number, state=file.state)
