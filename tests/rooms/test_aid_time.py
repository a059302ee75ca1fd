"""A file's time: what is owed until it is done, and the file as it stood on any day."""

from datetime import date, timedelta

import pytest

from songfa.access.policy import bound
from songfa.aid import actions, reads
from songfa.aid.actions import Application, Applied
from songfa.aid.told import Contact, Told
from songfa.duties import reads as duties
from songfa.duties.models import Duty
from songfa.people.actions import Described
from songfa.rules.problems import Problem
from tests.town import Town

WAGES = Application(
    person=Described("顾青山", date(1985, 3, 2), "M"),
    matter="labour_wages",
    service="arbitration",
    told=Told(
        story="欠薪",
        facts={"person": {"birth_date": "1985-03-02", "statuses": ["migrant_worker"]}},
        contact=Contact(way="call", language="zh-Hans"),
    ),
    groups=("migrant_workers",),
)


@pytest.fixture
def applied(town: Town) -> Applied:
    return actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=town.noon
    )


def test_a_file_is_seen_as_it_stood(town: Town, applied: Applied) -> None:
    officer, at = town.actor("officer"), town.noon
    file = actions.grant(actor=officer, file=applied.file, at=at + timedelta(days=2))
    lawyer = town.practitioners["lawyer"]
    file = actions.assign(
        actor=officer, file=file, practitioner_id=lawyer.pk, at=at + timedelta(days=3)
    )
    actions.log(
        actor=town.actor("lawyer"), file=file, done_on=date(2026, 11, 22), minutes=30, kind="call",
        text="核对工资", at=at + timedelta(days=4),
    )  # fmt: skip
    with bound(officer):
        seen = [reads.then(officer, file, at + timedelta(days=n, hours=1)) for n in (0, 2, 3, 4)]
    assert [s.file.state for s in seen] == ["received", "granted", "assigned", "under_way"]
    assert [s.file.practitioner_id for s in seen] == [None, None, lawyer.pk, lawyer.pk]
    assert [len(s.papers) for s in seen] == [0, 1, 2, 2]
    assert [len(s.logs) for s in seen] == [0, 0, 0, 1]
    assert seen[0].file.story().story == "欠薪"


def test_before_its_receipt_there_is_no_file(town: Town, applied: Applied) -> None:
    with pytest.raises(Problem) as why:
        reads.then(town.actor("officer"), applied.file, town.noon - timedelta(minutes=1))
    assert why.value.code == "no_version"


@pytest.mark.parametrize("who", ["stranger", "vn_officer", "lawyer"])
def test_kept_versions_are_guarded_as_the_rows_are(town: Town, applied: Applied, who: str) -> None:
    actor = town.actor(who)
    with bound(actor), pytest.raises(Problem) as why:
        reads.then(actor, applied.file, town.noon + timedelta(days=1))
    assert why.value.code == "no_version"


def test_the_clock_line_of_a_past_day_knows_nothing_of_what_came_after(
    town: Town, applied: Applied
) -> None:
    officer, at = town.actor("officer"), town.noon
    file = actions.grant(actor=officer, file=applied.file, at=at + timedelta(days=2))
    was = reads.then(officer, file, at + timedelta(days=1)).file
    line = reads.clock_line(officer, was, at + timedelta(days=1))
    assert [(s.code, s.state) for s in line][:2] == [
        ("received", "done"),
        ("review_and_decide", "now"),
    ]
    today = reads.clock_line(officer, file, at + timedelta(days=2))
    assert ("review_and_decide", "done") in [(s.code, s.state) for s in today]


def test_who_has_a_case_in_hand_owes_it_until_it_is_closed(town: Town, applied: Applied) -> None:
    officer = town.actor("officer")
    file = actions.grant(actor=officer, file=applied.file, at=town.noon)
    file = actions.assign(
        actor=officer, file=file, practitioner_id=town.practitioners["lawyer"].pk, at=town.noon
    )
    duty = Duty.objects.get(subject_id=file.pk, code="handle_case")
    assert (duty.due_at, duty.owed_by, duty.held_by) == (None, "practitioner", town.users["lawyer"])
    step = next(s for s in reads.clock_line(officer, file, town.noon) if s.code == "handle_case")
    assert step.until_done
    assert not step.at_once
    actions.close(
        actor=town.actor("lawyer"),
        file=file,
        outcome="won",
        recovered=None,
        summary="已办结",
        at=town.noon,
    )
    duty.refresh_from_db()
    assert duty.end == "met"


def test_what_is_late_rises_step_by_step(town: Town, applied: Applied) -> None:
    """The decision is due on the seventh day: warned two days before, late after it, then shown above."""
    officer, head, supervisor = (town.actor(k) for k in ("officer", "head", "supervisor"))

    def seen(days: float) -> dict[str, int]:
        at = town.noon + timedelta(days=days)
        above = duties.escalated(supervisor, at)
        to_head = duties.escalated(head, at)
        assert above is not None
        assert to_head is not None
        return {
            "soon": duties.soon(officer, at).count(), "late": duties.overdue(officer, at).count(),
            "head": to_head.count(), "above": above.count(),
        }  # fmt: skip

    assert seen(1) == {"soon": 0, "late": 0, "head": 0, "above": 0}
    assert seen(6) == {"soon": 1, "late": 0, "head": 0, "above": 0}
    assert seen(8) == {"soon": 0, "late": 1, "head": 0, "above": 0}
    assert seen(9) == {"soon": 0, "late": 1, "head": 1, "above": 0}
    assert seen(15) == {"soon": 0, "late": 1, "head": 1, "above": 1}
    assert duties.escalated(officer, town.noon) is None
