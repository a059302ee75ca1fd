"""Consultations: what is recorded, by whom, and how a count is put right."""

from datetime import date, timedelta

import pytest
from django.db import connection

from songfa.access.policy import bound, system
from songfa.advice import actions, reads
from songfa.advice.models import Consultation
from songfa.audit.models import Line
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb
from tests.town import NOON, Town

pytestmark = pytest.mark.django_db
GOOD = {
    "channel": "hotline",
    "matter": "labour_wages",
    "groups": ["migrant_workers"],
    "on": date(2026, 11, 17),
    "at": NOON,
}


def take(town: Town, who: str = "worker", **other: object) -> Consultation:
    return actions.take(actor=town.actor(who), **{**GOOD, **other})  # type: ignore[arg-type]


def test_a_consultation_lies_with_the_unit_and_leaves_a_line(town: Town) -> None:
    row = take(town, times=3, groups=["migrant_workers", "disabled", "disabled"])
    assert (row.unit, row.times, row.groups) == (
        town.units["station"],
        3,
        ["disabled", "migrant_workers"],
    )
    line = Line.objects.get(subject_id=row.pk)
    assert (line.verb, line.detail["times"]) == (Verb.ADVICE_RECORD, 3)


def test_what_people_ask_is_not_readable_in_the_database(town: Town) -> None:
    row = take(town, question="老板三个月没有发工资", answer="可以申请劳动仲裁")
    with connection.cursor() as cursor:
        cursor.execute("select question, answer from advice_consultation where id = %s", [row.pk])
        assert all("工资".encode() not in bytes(kept) for kept in cursor.fetchone())
    assert Consultation.objects.get(pk=row.pk).question == "老板三个月没有发工资"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"channel": "pigeon"}, "no_value_at_date"),
        ({"matter": "weather"}, "no_value_at_date"),
        ({"groups": ["nobody"]}, "no_value_at_date"),
        ({"campaign": "nothing"}, "no_value_at_date"),
        ({"on": NOON.date() + timedelta(days=1)}, "day_to_come"),
        ({"times": 0}, "count_invalid"),
        ({"times": -4}, "count_invalid"),
    ],
)
def test_what_cannot_be_is_refused(town: Town, wrong: dict[str, object], code: str) -> None:
    with pytest.raises(Problem, match=code):
        take(town, **wrong)  # type: ignore[arg-type]
    assert not Consultation.objects.exists()


def test_who_may_record_and_who_sees(town: Town) -> None:
    for who in ("supervisor", "lawyer", "keeper"):
        with pytest.raises(Problem, match="not_allowed"):
            take(town, who)
    with pytest.raises(Problem, match="not_allowed"):
        actions.take(actor=system("cn-23"), **GOOD)  # type: ignore[arg-type]
    take(town)
    seen = {
        who: reads.consultations(town.actor(who)).count()
        for who in ("officer", "worker2", "stranger", "supervisor")
    }
    assert seen == {"officer": 1, "worker2": 0, "stranger": 0, "supervisor": 1}
    with bound(town.actor("stranger")):
        assert not Consultation.objects.exists()


def test_a_count_is_put_right_and_the_trail_keeps_the_old_one(town: Town) -> None:
    row = take(town, times=3)
    actions.recount(actor=town.actor("officer"), pk=row.pk, times=5, at=NOON)
    assert Consultation.objects.get().times == 5
    assert Line.objects.latest("id").detail == {"act": "recount", "was": 3, "now": 5}
    with pytest.raises(Problem, match="not_found"):
        actions.recount(actor=town.actor("stranger"), pk=row.pk, times=9, at=NOON)
    with pytest.raises(Problem, match="count_invalid"):
        actions.recount(actor=town.actor("officer"), pk=row.pk, times=0, at=NOON)


def test_lists_by_year_group_and_channel(town: Town) -> None:
    take(town)
    take(town, on=date(2025, 3, 1), groups=["elderly"], channel="visit")
    worker = town.actor("worker")
    assert reads.consultations(worker, year=2025).count() == 1
    assert reads.consultations(worker, group="elderly").count() == 1
    assert reads.consultations(worker, channel="hotline").count() == 1
    assert [r.on.year for r in reads.consultations(worker)] == [2026, 2025]
