"""Scope: one rule for lists and single things, and the same rule in the database."""

import pytest
from django.db import DatabaseError, connection, transaction

from songfa.access.models import Placed
from songfa.access.policy import bound, inside, public, require, visible
from songfa.access.rows import guarded, histories, read_again
from songfa.advice.models import Consultation
from songfa.people.models import Person
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb
from tests.town import NOON, Town

# who sees a row of the town's station, township 230822100, held by nobody
SEES = {
    "officer": True, "head": True, "worker": True, "contact": True, "worker2": False, "lawyer": False,
    "supervisor": True, "stranger": False, "vn_officer": False, "vn_worker": False,
}  # fmt: skip


def question(town: Town, unit: str = "station") -> Consultation:
    place = town.units[unit]
    return Consultation.objects.create(
        channel="visit",
        on=NOON.date(),
        pack=place.pack,
        created_at=NOON,
        area=place.area,
        area_path=place.area_path,
        unit=place,
    )


@pytest.mark.parametrize(("who", "sees"), SEES.items())
def test_the_rule_and_the_database_agree(town: Town, who: str, sees: bool) -> None:
    row = question(town)
    actor = town.actor(who)
    assert inside(actor, row) is sees
    assert visible(actor, Verb.ADVICE_SEE, Consultation.objects.all()).exists() is (
        sees and actor.may(Verb.ADVICE_SEE)
    )
    with bound(actor):
        assert Consultation.objects.exists() is sees


def test_outsiders_get_not_found_and_insiders_not_allowed(town: Town) -> None:
    row = question(town)
    with pytest.raises(Problem, match="not_found"):
        require(town.actor("stranger"), Verb.ADVICE_SEE, row)
    with pytest.raises(Problem, match="not_allowed"):
        require(town.actor("supervisor"), Verb.ADVICE_RECORD, row)
    require(town.actor("worker"), Verb.ADVICE_SEE, row)


def test_own_reach_sees_what_it_holds(town: Town) -> None:
    row = question(town, "firm")
    lawyer = town.actor("lawyer")
    with bound(lawyer):
        assert not Consultation.objects.exists()
    row.held_by = town.users["lawyer"]
    row.save()
    with bound(lawyer):
        assert Consultation.objects.exists()


def test_what_is_given_to_somebody_may_lie_elsewhere_in_the_country(town: Town) -> None:
    row = question(town, "other")
    row.held_by = town.users["lawyer"]
    row.save()
    assert inside(town.actor("lawyer"), row)
    with bound(town.actor("lawyer")):
        assert Consultation.objects.count() == 1


def test_nobody_is_bound_to_nothing(town: Town) -> None:
    question(town)
    with bound(None):
        assert not Consultation.objects.exists()


def test_the_public_door_is_blind_but_may_write_for_its_unit(town: Town) -> None:
    actor = public(town.units["centre"], NOON.date())
    assert not visible(actor, Verb.AID_SEE, Person.objects.all()).exists()
    assert not any(v.endswith(".see") for v in actor.verbs)
    with bound(actor):
        question(town, "centre")
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            question(town, "other")


def test_the_web_role_cannot_put_its_bounds_aside(town: Town) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = 'songfa_web'"
        )
        assert cursor.fetchone() == (False, False, False)
        with bound(town.actor("stranger")):
            for attempt in (
                "alter table people_person disable row level security",
                "drop policy scope_area on people_person",
            ):
                with pytest.raises(DatabaseError), transaction.atomic():
                    cursor.execute(attempt)


def test_every_guarded_table_has_its_policy(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select relname from pg_class where relrowsecurity")
        secured = {name for (name,) in cursor.fetchall()}
    tables = {m._meta.db_table for m in guarded()}
    assert tables <= secured
    assert {"people_person", "duties_duty", "advice_consultation"} <= tables
    assert all(issubclass(m, Placed) for m in guarded())


def test_the_web_never_reads_kept_versions(town: Town) -> None:
    for table in set(histories()) - set(read_again()):
        with (
            connection.cursor() as cursor,
            bound(town.actor("head")),
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
        ):
            cursor.execute(f"select 1 from {table} limit 1")


def test_bounds_end_with_the_block(town: Town) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select current_user")
        before = cursor.fetchone()
        with bound(town.actor("officer")):
            cursor.execute("select current_user")
            assert cursor.fetchone() == ("songfa_area",)
        with bound(town.actor("lawyer")):
            cursor.execute("select current_user")
            assert cursor.fetchone() == ("songfa_own",)
        cursor.execute("select current_user, current_setting('songfa.low', true)")
        after = cursor.fetchone()
    assert after is not None
    assert after[:1] == before
    assert after[1] in ("", None)


def test_a_posting_ends(town: Town) -> None:
    from datetime import UTC, date, datetime

    from songfa.access.policy import postings

    # the last day ends at midnight in China, which is 16:00 UTC
    before, after = (
        datetime(2026, 11, 17, 15, 59, tzinfo=UTC),
        datetime(2026, 11, 17, 16, tzinfo=UTC),
    )
    posting = town.users["officer"].postings.get()
    posting.valid = (date(2020, 1, 2), date(2026, 11, 18))
    posting.save()
    assert postings(town.users["officer"], before)
    assert not postings(town.users["officer"], after)


def test_sealed_columns_hold_no_text(town: Town) -> None:
    unit = town.units["centre"]
    Person.objects.create(
        name="李木子",
        id_number="230822199001011239",
        created_at=NOON,
        area=unit.area,
        area_path=unit.area_path,
        unit=unit,
    )
    assert Person.objects.get().id_number == "230822199001011239"
    with connection.cursor() as cursor:
        cursor.execute("select encode(id_number, 'escape') from people_person")
        assert "230822" not in cursor.fetchone()[0]


# who reads the line about a row of the town's station, held by nobody: whoever sees the row
def test_the_trail_is_read_by_whoever_sees_what_it_tells_of(town: Town) -> None:
    from songfa.aid import actions
    from songfa.aid.models import File
    from songfa.audit.door import record
    from songfa.audit.models import Line
    from tests.rooms.test_aid import WAGES

    made = actions.apply(
        actor=town.actor("officer"), unit=town.units["station"], application=WAGES, at=NOON
    )
    file = made.file
    lines = Line.objects.filter(subject_id=file.pk)
    assert lines.exists()
    for who, sees in {
        "officer": True,
        "supervisor": True,
        "stranger": False,
        "lawyer": False,
    }.items():
        with bound(town.actor(who)):
            assert lines.exists() is sees, who
    with bound(None):
        assert not Line.objects.exists()
    File.objects.filter(pk=file.pk).update(held_by=town.users["lawyer"])
    with bound(town.actor("lawyer")):
        mine = Line.objects.count()
        assert lines.count() == mine > 0  # what is theirs, and nothing else of the country
        record(actor=town.actor("lawyer"), verb=Verb.AID_SEE, subject=file, at=NOON)
        assert lines.count() == mine + 1


def test_an_act_by_which_something_leaves_ones_reach_still_leaves_its_line(town: Town) -> None:
    from songfa.audit.door import record
    from songfa.audit.models import Line
    from songfa.audit.verify import faults

    here, there = question(town), question(town, "other")
    worker = town.actor("worker")
    with bound(worker):
        record(actor=worker, verb=Verb.ADVICE_SEE, subject=here, at=NOON)
        record(actor=worker, verb=Verb.ADVICE_SEE, subject=there, at=NOON)
        assert not Line.objects.filter(subject_id=there.pk).exists()
    stranger = town.actor("stranger")
    with bound(stranger):  # adds to the same chain without reading the line before
        record(actor=stranger, verb=Verb.ADVICE_SEE, subject=here, at=NOON)
    assert Line.objects.filter(subject_id__in=[here.pk, there.pk]).count() == 3
    assert [f for f in faults() if f.code != "state_differs"] == []
