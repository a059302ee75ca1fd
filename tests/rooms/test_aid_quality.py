"""Quality on PostgreSQL: the draw, who may assess, the past of a practitioner, opinions, the public slip."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from songfa.access.policy import bound, public
from songfa.aid import actions as aid
from songfa.aid.actions import quality
from songfa.aid.models import Assessment, File, Opinion
from songfa.aid.reads import quality as reads
from songfa.audit.verify import faults
from songfa.duties.models import Duty
from songfa.rules.packs.read import load
from songfa.rules.problems import Problem
from songfa.rules.quality import ScoreSheet, drawn
from tests.rooms.test_aid import LAND, WAGES
from tests.rules.test_quality import points
from tests.town import Town

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def closed(town: Town, *, at: Any = None) -> File:
    """Return a file that the officer decided and the lawyer worked on, closed."""
    at = at or town.noon
    officer = town.actor("officer")
    file = aid.apply(actor=officer, unit=town.units["centre"], application=WAGES, at=at).file
    aid.grant(actor=officer, file=file, at=at)
    lawyer = town.practitioners["lawyer"].pk
    aid.assign(actor=officer, file=file, practitioner_id=lawyer, at=at)
    aid.log(
        actor=town.actor("lawyer"), file=file, done_on=at.date(), minutes=30, kind="meeting", text="", at=at
    )  # fmt: skip
    return aid.close(
        actor=town.actor("colleague"),
        file=file,
        outcome="won",
        recovered=100,
        summary="已办结",
        at=at,
    )


def draw(town: Town, who: str = "supervisor", **told: Any) -> Any:
    given = {"number": 10, "seed": "掷骰子：4、2、6", **told}
    return quality.draw_sample(actor=town.actor(who), first=FIRST, last=LAST, at=town.noon, **given)


def assess(town: Town, row: Assessment, total: int, who: str = "supervisor", **more: Any) -> Any:
    sheet = load("cn").get(ScoreSheet, "civil", town.noon.date())
    told = {"vetoes": (), "remarks": "案卷规范", "at": town.noon, **more}
    return quality.assess(
        actor=town.actor(who), assessment=row, scores=points(sheet, total), **told
    )


def test_the_lot_alone_decides_and_can_be_drawn_again(town: Town) -> None:
    files = [closed(town) for _ in range(6)]
    sample = draw(town, number=3)
    chosen = list(sample.assessments.order_by("rank").values_list("file_id", flat=True))
    assert chosen == drawn(sample.seed, [f.pk for f in files], 3)
    assert (sample.pool, sample.drawn) == (6, 3)
    rest = draw(town, number=100)
    assert rest.drawn == 3  # nobody is drawn twice
    assert Duty.objects.filter(code="assess_drawn_file", ended_at=None).count() == 6
    assert list(faults()) == []


def test_a_rate_is_rounded_up_and_open_files_are_not_drawn(town: Town) -> None:
    for _ in range(3):
        closed(town)
    aid.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=town.noon
    )
    sample = draw(town, number=0, rate=34)
    assert (sample.pool, sample.drawn) == (3, 2)


def test_a_draw_sent_twice_is_one_draw(town: Town) -> None:
    for _ in range(2):
        closed(town)
    token = uuid4()
    assert draw(town, number=1, token=token).pk == draw(town, number=1, token=token).pk
    assert Assessment.objects.count() == 1


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"number": 1, "rate": 1}, "both"),
        ({"number": 0, "rate": 0}, "both"),
        ({"number": 0, "rate": 101}, "rate"),
        ({"seed": " "}, "seed"),
    ],
)
def test_an_unclear_draw_is_refused(town: Town, told: dict[str, Any], reason: str) -> None:
    with pytest.raises(Problem) as why:
        draw(town, **told)
    assert (why.value.code, why.value.facts["reason"]) == ("sample_unclear", reason)


def test_nothing_to_draw(town: Town) -> None:
    with pytest.raises(Problem) as why:
        draw(town)
    assert why.value.code == "sample_empty"


@pytest.mark.parametrize("who", ["officer"])
def test_who_decided_does_not_assess(town: Town, who: str) -> None:
    closed(town)
    row = draw(town).assessments.get()
    with pytest.raises(Problem) as why:
        assess(town, row, 80, who)
    assert why.value.code == "assessor_involved"
    assert Assessment.objects.get().state == "drawn"


def test_who_provided_or_worked_on_it_is_involved(town: Town) -> None:
    file = closed(town)
    assert town.users["lawyer"].pk in reads.involved(file)
    lawyer = town.actor("lawyer")
    row = draw(town).assessments.get()
    with bound(lawyer):
        assert not Assessment.objects.filter(
            pk=row.pk
        ).exists()  # not theirs to see before it is done
    aid_only = closed(town)
    aid_only = File.objects.get(pk=aid_only.pk)
    assert town.users["colleague"].pk not in reads.involved(aid_only)


def test_a_file_is_graded_once_by_somebody_else(town: Town) -> None:
    closed(town)
    row = draw(town).assessments.get()
    done = assess(town, row, 91)
    assert (done.state, done.total, done.grade) == ("assessed", 91, "excellent")
    assert done.assessor == town.users["supervisor"]
    assert Duty.objects.get(subject_id=row.pk).end == "met"
    with pytest.raises(Problem) as why:
        assess(town, row, 10)
    assert why.value.code == "already_done"


def test_a_veto_fails_and_suggests_no_subsidy(town: Town) -> None:
    file = closed(town)
    row = draw(town).assessments.get()
    assert reads.suggested_subsidy(file) is None
    assess(town, row, 99, vetoes=["took_money"])
    assert Assessment.objects.get().grade == "fail"
    assert reads.suggested_subsidy(file) == 0


def test_past_quality_is_the_mean_until_the_day(town: Town) -> None:
    lawyer = town.practitioners["lawyer"].pk
    for _ in range(3):
        closed(town)
    rows = list(draw(town).assessments.order_by("rank"))
    today = town.noon.date()
    assert reads.past_quality([lawyer], today) == {}
    for row, total, days in zip(rows, (90, 81, 60), (0, 0, 5), strict=True):
        assess(town, row, total, at=town.noon + timedelta(days=days))
    assert reads.past_quality([lawyer, uuid4()], today) == {lawyer: reads.Past(86, 2)}
    assert reads.past_quality([lawyer], today + timedelta(days=6)) == {lawyer: reads.Past(77, 3)}
    assert reads.past_quality([lawyer], today + timedelta(days=2000)) == {}


def test_results_by_practitioner_and_by_unit(town: Town) -> None:
    for _ in range(2):
        closed(town)
    for row, total in zip(draw(town).assessments.order_by("rank"), (95, 40), strict=True):
        assess(town, row, total)
    head = town.actor("head")
    (one,) = reads.standings(head, FIRST, LAST)
    assert (one.name, one.unit, one.count, one.mean) == ("何平", "桦南明灯律师事务所", 2, 68)
    assert one.grades == {"excellent": 1, "fail": 1}
    (firm,) = reads.standings(head, FIRST, LAST, by_unit=True)
    assert firm.name == "桦南明灯律师事务所"
    assert reads.standings(town.actor("stranger"), FIRST, LAST) == []


def test_the_sheet_of_the_day_of_the_draw_counts(town: Town) -> None:
    closed(town)
    row = draw(town).assessments.get()
    with pytest.raises(Problem) as why:
        quality.assess(
            actor=town.actor("supervisor"), assessment=row, scores={"law": 20}, vetoes=(), remarks="", at=town.noon
        )  # fmt: skip
    assert why.value.code == "scores_invalid"


OBSERVED = {"on_time": 5, "facts": 4, "law": 4, "manner": 5}
FOLLOWED = {"attitude": 5, "informed": 1, "effort": 3, "result": 3}


def opinion(town: Town, file: File, **told: Any) -> Opinion:
    given: dict[str, Any] = {
        "actor": town.actor("officer"), "form": "follow_up", "answers": FOLLOWED, "text": "说得很清楚",
        "on": town.noon.date(), "at": town.noon, **told,
    }  # fmt: skip
    return quality.take_opinion(file=file, **given)


def test_opinions_are_sealed_and_counted_in_a_hundred(town: Town) -> None:
    file = closed(town)
    row = opinion(town, file, given_by="法官金某")
    assert row.percent == 50
    with connection.cursor() as cursor:
        cursor.execute("select text, given_by from aid_opinion")
        text, who = cursor.fetchone()
    assert "清楚".encode() not in bytes(text)
    assert "金".encode() not in bytes(who)
    with bound(town.actor("lawyer")):
        assert Opinion.objects.count() == 0


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"form": "no_such"}, "opinion_invalid"),
        ({"form": "court_observation", "answers": OBSERVED}, "opinion_invalid"),  # an arbitration
        ({"answers": {}}, "opinion_invalid"),
        ({"answers": {**FOLLOWED, "result": 6}}, "opinion_invalid"),
        ({"on": date(2030, 1, 1)}, "day_to_come"),
    ],
)
def test_impossible_opinions_are_refused(town: Town, told: dict[str, Any], code: str) -> None:
    file = closed(town)
    with pytest.raises(Problem) as why:
        opinion(town, file, **told)
    assert why.value.code == code


def test_the_recipient_says_it_once_and_not_before_the_end(town: Town) -> None:
    officer = town.actor("vn_officer")
    file = aid.apply(
        actor=officer, unit=town.units["vn_centre"], application=LAND, at=town.noon
    ).file
    door = public(town.units["vn_centre"], town.noon.date())
    answers = {"attitude": 5, "informed": 5, "on_time": 4, "result": 5}
    told = {"form": "opinion_slip", "answers": answers, "by_public": True, "actor": door}
    with bound(door), pytest.raises(Problem) as why:
        opinion(town, file, **told)
    assert why.value.code == "opinion_too_early"
    aid.grant(actor=officer, file=file, at=town.noon)
    aid.assign(
        actor=officer, file=file, practitioner_id=town.practitioners["vn_helper"].pk, at=town.noon
    )
    file = aid.close(
        actor=officer, file=file, outcome="won", recovered=None, summary="已办结", at=town.noon
    )
    with bound(door):
        assert opinion(town, file, **told).by is None
    with bound(door), pytest.raises(Problem) as twice:
        opinion(town, file, **told)
    assert twice.value.code == "opinion_given"
    assert Opinion.objects.count() == 1


def test_the_database_keeps_one_open_assessment_a_file(town: Town) -> None:
    closed(town)
    row = draw(town).assessments.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.create(
            file=row.file, pack=row.pack, state="drawn", sheet=row.sheet, created_at=town.noon, unit=row.unit,
            area=row.area, area_path=row.area_path,
        )  # fmt: skip
