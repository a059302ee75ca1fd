"""The figures of the procedure are counted from the rows: of every file, of a special group or not."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from songfa.access.policy import bound
from songfa.advice import actions as advice
from songfa.aid import actions as aid
from songfa.aid.actions import Doorway, group
from songfa.aid.models import File
from songfa.aid.reads import group as people
from songfa.aid.recoveries import Recovery
from songfa.insight import reads
from songfa.insight.measures import MEASURES
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Indicator
from songfa.rules.problems import Problem
from songfa.web.desk.review import _row
from tests import recipients as made
from tests.rooms.test_aid import LAND, WAGES
from tests.rooms.test_aid_criminal import DEAF_NOTICE, ENTERED
from tests.town import NOON, Town

YEAR = NOON.year
LATER = NOON + timedelta(days=3)
PLAIN = replace(WAGES, groups=(), person=replace(WAGES.person, name="无群体", id_number=""))


def figures(town: Town, who: str = "supervisor", area: str = "230822") -> dict[str, int]:
    actor = town.actor(who)
    with bound(actor):
        found = reads.review(actor, town.areas[area], YEAR)
    return {f.measure: f.value for f in found.figures if f.group == "procedure"}


def rows_of(town: Town, measure: str) -> reads.Drill:
    actor = town.actor("supervisor")
    with bound(actor):
        return reads.drill(actor, town.areas["230822"], YEAR, f"procedure.{measure}")


def apply(town: Town, application: Any = PLAIN) -> File:
    return aid.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=application, at=NOON
    ).file


def grouped(town: Town) -> File:
    """A granted claim of four workers."""
    officer, file = town.actor("officer"), apply(town, WAGES)
    listed = group.read_list(
        actor=officer, file=file, name="名单.xlsx", data=made.xlsx(made.workers(4)), at=NOON
    )
    group.load_list(actor=officer, file=file, list_id=listed.pk, at=NOON)
    return aid.grant(actor=officer, file=file, at=NOON)


def test_every_step_of_a_file_is_counted_from_its_row(town: Town) -> None:
    officer = town.actor("officer")
    refused, granted, waiting = apply(town), apply(town), apply(town)
    aid.refuse(
        actor=officer, file=refused, reasons=["hardship_not_met"], text="收入超过标准", at=NOON
    )
    aid.grant(actor=officer, file=granted, at=NOON)
    aid.assign(
        actor=officer, file=granted, practitioner_id=town.practitioners["lawyer"].pk, at=NOON
    )
    found = figures(town)
    assert (found["applications"], found["accepted"], found["refused"]) == (3, 1, 1)
    assert (found["refused_hardship_not_met"], found["refused_matter_not_covered"]) == (1, 0)
    assert (found["assigned"], found["emergency"]) == (1, 0)
    File.objects.filter(pk=granted.pk).update(urgent=True)
    assert figures(town)["emergency"] == 1
    # who may not see the place sees no figure of it
    with pytest.raises(Problem):
        figures(town, "stranger")
    assert waiting.state == "received"


def test_an_objection_that_was_found_right_is_counted_and_the_refusal_is_none_any_more(
    town: Town,
) -> None:
    officer, file = town.actor("officer"), apply(town)
    refusal: dict[str, Any] = {"reasons": ["hardship_not_met"], "text": "收入超过标准"}
    file = aid.refuse(actor=officer, file=file, at=NOON, **refusal)
    objection = aid.object_to(actor=officer, file=file, text="不服", at=NOON)
    assert (figures(town)["objections"], figures(town)["objections_upheld"]) == (1, 0)
    aid.uphold(actor=town.actor("supervisor"), objection=objection, text="应当援助", at=LATER)
    found = figures(town)
    assert (found["objections"], found["objections_upheld"], found["refused"]) == (1, 1, 0)


def test_a_notice_is_counted_under_its_head(town: Town) -> None:
    aid.notice(actor=town.actor("officer"), unit=town.units["centre"], told=DEAF_NOTICE, at=ENTERED)
    found = figures(town)
    assert (found["notices"], found["notices_sight_hearing_speech"]) == (1, 1)
    assert sum(v for k, v in found.items() if k.startswith("notices_")) == 1
    (row,) = rows_of(town, "notices").rows
    assert row.label == File.objects.get().number
    assert row.adds == 1


def test_a_consultation_that_became_two_applications_is_counted_once(town: Town) -> None:
    officer, unit = town.actor("officer"), town.units["centre"]
    talk = advice.take(
        actor=officer, channel="hotline", matter="labour_wages", groups=[], on=NOON.date(), at=NOON
    )
    for name in ("甲一", "乙二"):
        who = replace(PLAIN, person=replace(PLAIN.person, name=name))
        doorway = Doorway(consultation=talk.pk)
        aid.come_in(actor=officer, unit=unit, application=who, doorway=doorway, at=NOON)
    aid.come_in(actor=officer, unit=unit, application=PLAIN, doorway=Doorway(), at=NOON)
    assert (figures(town)["conversions"], figures(town)["applications"]) == (1, 3)
    drill = rows_of(town, "conversions")
    assert (drill.total, len(drill.rows)) == (1, 2)


def test_the_money_of_a_group_is_that_of_its_people(town: Town) -> None:
    officer, file = town.actor("officer"), grouped(town)
    rows = people.recipients(officer, file)
    told = {r.pk: Recovery(r.claimed, 0, 0) for r in rows}
    group.record_recoveries(actor=officer, file=file, each=told, at=NOON)
    enter: dict[str, Any] = {"actor": officer, "file": file, "on": NOON.date(), "at": NOON}
    with pytest.raises(Problem) as why:
        aid.enter_money(kind="obtained", amount=500_00, **enter)
    assert why.value.code == "recipient_needed"
    first = aid.enter_money(kind="obtained", amount=500_00, recipient_id=rows[0].pk, **enter)
    aid.enter_money(kind="obtained", amount=300_00, recipient_id=rows[1].pk, **enter)
    aid.enter_money(kind="avoided", amount=70_00, recipient_id=rows[1].pk, **enter)
    aid.enter_money(kind="expense", purpose="travel", amount=9_00, **enter)
    aid.take_out_money(actor=officer, money=first, why="记错人", at=NOON)
    rows = people.recipients(officer, file)
    assert [(r.obtained, r.avoided) for r in rows[:2]] == [(0, 0), (300_00, 70_00)]
    assert rows[1].paid_on == NOON.date()
    aid.assign(actor=officer, file=file, practitioner_id=town.practitioners["lawyer"].pk, at=NOON)
    # the people's rows are the one source: closing does not ask the entries again
    row = aid.close(
        actor=officer, file=file, outcome="won", recovered=None, summary="裁决支付工资。", at=LATER
    )
    assert (row.recovered, row.avoided, row.currency) == (300_00, 70_00, "CNY")
    found = figures(town)
    assert (found["money_recovered"], found["money_avoided"]) == (300_00, 70_00)
    assert found["people_in_groups"] == len(rows)
    assert rows_of(town, "money_avoided").total == 70_00


def test_an_amount_of_a_group_is_of_one_of_its_people(town: Town) -> None:
    officer, file, other = town.actor("officer"), grouped(town), apply(town)
    (somebody, *_) = people.recipients(officer, file)
    enter: dict[str, Any] = {"kind": "obtained", "amount": 1_00, "on": NOON.date(), "at": NOON}
    aid.grant(actor=officer, file=other, at=NOON)
    with pytest.raises(Problem) as why:
        aid.enter_money(actor=officer, file=other, recipient_id=somebody.pk, **enter)
    assert why.value.code == "not_found"


def test_losses_avoided_of_one_person_are_the_sum_of_the_entries(town: Town) -> None:
    officer, file = town.actor("officer"), apply(town)
    aid.grant(actor=officer, file=file, at=NOON)
    for amount in (40_00, 2_00):
        aid.enter_money(
            actor=officer, file=file, kind="avoided", amount=amount, on=NOON.date(), at=NOON
        )
    row = File.objects.get(pk=file.pk)
    assert (row.avoided, row.recovered) == (42_00, None)


@pytest.mark.parametrize("pack", ["cn-23", "cn-61", "vn-92"])
def test_every_ground_of_a_refusal_and_every_head_of_a_notice_has_its_figure(pack: str) -> None:
    book, on = load(pack), NOON.date()
    known = book.all(Indicator, on).values()
    counted = {(i.counts, kind) for i in known for kind in i.kinds if i.group == "procedure"}
    for counts, section in (("refused", "refusal_grounds"), ("notices", "notice_heads")):
        assert {(counts, code) for code in book.entries(section, on)} <= counted


def test_every_kind_of_row_behind_a_figure_has_a_name(town: Town) -> None:
    figure = reads.Figure("x", "procedure", "x", "cases", {"en": "x"}, 0, "year", "exact")
    for measure in MEASURES.values():
        row = reads.Counted(
            town.units["centre"].pk, measure.model._meta.label, "", "", NOON.date(), "", 1
        )
        told = _row(row, figure, "en")
        assert "review-kind" not in str(told["what"])


def test_vietnam_counts_its_own(town: Town) -> None:
    officer = town.actor("vn_officer")
    file = aid.apply(actor=officer, unit=town.units["vn_centre"], application=LAND, at=NOON).file
    aid.refuse(actor=officer, file=file, reasons=["content_unlawful"], text="Trái luật.", at=NOON)
    found = figures(town, "vn_officer", "92")
    assert (found["refused"], found["refused_content_unlawful"]) == (1, 1)
    assert "objections" not in found
