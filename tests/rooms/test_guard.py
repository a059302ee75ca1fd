"""States are guarded in the database too, and what was written past the door is found; who owes what."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from songfa.aid import actions
from songfa.aid.models import File
from songfa.audit.verify import faults
from songfa.duties import reads
from tests.rooms.test_aid import WAGES
from tests.town import NOON, Town


@pytest.fixture
def file(town: Town) -> File:
    return actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=NOON
    ).file


def written(state: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("update aid_file set state = %s", [state])


@pytest.mark.parametrize(
    ("state", "why"), [("closed", "no move leads"), ("forgotten", "no such state")]
)
def test_the_database_refuses_a_step_that_no_move_makes(file: File, state: str, why: str) -> None:
    with pytest.raises(DatabaseError, match=why), transaction.atomic():
        written(state)


def test_a_step_past_the_door_is_found(file: File) -> None:
    assert list(faults()) == []
    written("granted")
    assert [f.code for f in faults()] == ["state_differs"]


def test_the_lists_of_what_is_owed(town: Town, file: File) -> None:
    officer, head = town.actor("officer"), town.actor("head")
    assert [d.subject_id for d in reads.owed(officer)] == [file.pk]
    assert not reads.owed(town.actor("stranger")).exists()
    assert not reads.overdue(head, NOON).exists()
    late = NOON + timedelta(days=8)
    assert [d.subject_id for d in reads.overdue(head, late)] == [file.pk]
    assert (reads.tally(officer, late).owed, reads.tally(officer, late).late) == (1, 1)
    actions.ask_papers(actor=officer, file=file, papers=["case_papers"], at=NOON)
    assert not reads.owed(officer).exists()
    assert file.pk in {d.subject_id for d in reads.waiting(officer)}
    assert not reads.overdue(head, late).exists()
