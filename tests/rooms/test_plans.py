"""A plan document becomes a running programme: drafts, corrections, shares as duties, reports, obstacles, roll-up."""

import io
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from songfa.access.models import Unit
from songfa.access.policy import bound, system
from songfa.audit.models import Line
from songfa.audit.verify import faults
from songfa.duties.models import Duty
from songfa.duties.reads import owed
from songfa.network import actions as network
from songfa.outreach.actions import plans, shares
from songfa.outreach.files import fetch
from songfa.outreach.models import Plan, Share, Source, Task
from songfa.outreach.reads import plans as reads
from songfa.outreach.reads import shares as share_reads
from songfa.outreach.reads.schedule import timetable
from songfa.papers.uploads import Upload, clean_name, sniff
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb
from tests.rooms.plan_read import SAID, TEXT
from tests.town import SINCE, Town

AT = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
NEXT_YEAR = datetime(2027, 4, 5, 2, 0, tzinfo=UTC)
DOCUMENT = Upload("方案.txt", TEXT.encode())
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(plans, "_read", lambda name, document: [SAID])


def drawn(town: Town) -> Plan:
    return plans.draft(actor=town.actor("head"), at=AT, upload=DOCUMENT).plans[0]


def running(town: Town) -> Plan:
    plan = drawn(town)
    plans.assign_suggested(actor=town.actor("head"), at=AT, plan=plan)
    return plans.adopt(actor=town.actor("head"), at=AT, plan=plan)


def share_of(plan: Plan, unit: Unit) -> Share:
    return Share.objects.select_related("unit").get(plan=plan, unit=unit)


def code(caught: pytest.ExceptionInfo[Problem]) -> str:
    return caught.value.code


def test_a_document_becomes_one_draft_with_its_tasks_and_lines(town: Town) -> None:
    plan = drawn(town)
    assert (plan.state, plan.year, plan.unit) == ("draft", 2027, town.units["centre"])
    nodes = reads.tree(plan)
    assert [(n.task.title, n.depth, n.leaf) for n in nodes] == [
        ("办好法治宣传", 0, False),
        ("设置法治宣传栏", 1, True),
        ("举办法治讲座", 1, True),
        ("编印普法手册", 0, True),
    ]
    assert plan.source.lines[6].startswith("1.设置")
    assert nodes[2].task.said["field_lines"]["end"] == [11, 11]
    assert Line.objects.filter(subject_id=plan.pk, verb=Verb.OUTREACH_DRAFT).exists()


def test_the_same_file_twice_gives_the_draft_that_stands(town: Town) -> None:
    first = drawn(town)
    again = plans.draft(
        actor=town.actor("officer"), at=AT, upload=Upload("other name.txt", DOCUMENT.data)
    )
    assert again.existing
    assert again.plans == (first,)
    plans.discard(actor=town.actor("head"), at=AT, plan=first)
    fresh = plans.draft(actor=town.actor("head"), at=AT, upload=DOCUMENT)
    assert not fresh.existing
    assert fresh.plans[0].pk != first.pk
    assert Source.objects.count() == 1
    more = plans.draft_again(actor=town.actor("head"), at=AT, source=fresh.source)
    assert len(more.plans) == 1


def test_an_unreadable_file_leaves_nothing(town: Town, tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        plans.draft(actor=town.actor("head"), at=AT, upload=Upload("x.docx", b"no docx at all"))
    assert code(caught) == "file_unreadable"
    assert not Source.objects.exists()
    assert not any(p.is_file() for p in tmp_path.rglob("*"))


def test_who_may_not_draft(town: Town) -> None:
    with pytest.raises(Problem) as caught:
        plans.draft(actor=town.actor("contact"), at=AT, upload=DOCUMENT)
    assert code(caught) == "not_allowed"


def test_a_correction_keeps_what_the_document_says(town: Town) -> None:
    task = drawn(town).tasks.get(place=2)
    plans.correct(
        actor=town.actor("officer"), at=AT, task=task, field="end", values={"end": "2027-07-31"}
    )
    task.refresh_from_db()
    assert (task.end, task.said["end"], task.corrected_by) == (
        "2027-07-31",
        "2027-06-30",
        town.users["officer"],
    )
    line = Line.objects.filter(subject_id=task.plan_id, verb=Verb.OUTREACH_CORRECT).latest("n")
    assert line.detail["field"] == "end"


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("end", {"end": "2027-02-30"}),
        ("end", {"end": "soon"}),
        ("title", {"title": ""}),
        ("state", {"state": "adopted"}),
        ("frequency", {"times": Decimal(1), "per": ""}),
        ("frequency", {"times": Decimal(1), "per": "fortnight"}),
        ("end", {"title": "x"}),
    ],
)
def test_what_cannot_be_written(town: Town, field: str, values: dict[str, Any]) -> None:
    task = drawn(town).tasks.get(place=2)
    with pytest.raises(Problem) as caught:
        plans.correct(actor=town.actor("officer"), at=AT, task=task, field=field, values=values)
    assert code(caught) == "plan_field_invalid"


def test_findings_stand_first_until_they_are_mended_or_kept(town: Town) -> None:
    plan = drawn(town)
    found = reads.findings(plan, plan.tasks.all())
    assert [(f.code, f.settled, f.field) for f in found] == [
        ("missing_lead", False, "lead"),
        ("missing_product", False, "products"),
    ]
    assert found[0].task is not None
    assert found[0].task.title == "编印普法手册"
    plans.correct(
        actor=town.actor("head"),
        at=AT,
        task=found[0].task,
        field="lead",
        values={"lead": ["县司法局"]},
    )
    plans.keep_finding(actor=town.actor("head"), at=AT, plan=plan, place=1)
    plan.refresh_from_db()
    assert all(f.settled for f in reads.findings(plan, plan.tasks.all()))
    with pytest.raises(Problem) as caught:
        plans.keep_finding(actor=town.actor("head"), at=AT, plan=plan, place=9)
    assert code(caught) == "not_found"


def test_tasks_are_added_merged_and_removed_in_order(town: Town) -> None:
    plan, actor = drawn(town), town.actor("head")
    new = plans.add_task(
        actor=actor, at=AT, plan=plan, title="入户走访", after=plan.tasks.get(place=1)
    )
    assert new.parent == plan.tasks.get(place=0)
    assert [t.title for t in plan.tasks.order_by("place")][2] == "入户走访"
    merged = plans.merge_task(actor=actor, at=AT, task=plan.tasks.get(title="举办法治讲座"))
    assert merged == new
    assert (merged.lead, merged.quantity, merged.end) == (["县残联"], Decimal(4), "2027-06-30")
    plans.remove_task(actor=actor, at=AT, task=plan.tasks.get(place=0))
    rows = list(plan.tasks.order_by("place"))
    assert [(t.place, t.title, t.parent_id) for t in rows] == [
        (0, "设置法治宣传栏", None),
        (1, "入户走访", None),
        (2, "编印普法手册", None),
    ]


def test_units_are_suggested_by_their_names(town: Town) -> None:
    plan = drawn(town)
    rows = {r.task.title: r for r in reads.giving(plan)}
    assert {u.name for u in rows["设置法治宣传栏"].suggested} == {
        "桦南镇公共法律服务工作站",
        "土龙山镇公共法律服务工作站",
    }
    assert [u.name for u in rows["举办法治讲座"].suggested] == ["桦南县残疾人联合会"]
    assert rows["编印普法手册"].suggested == ()
    outside = town.units["other"].pk
    with pytest.raises(Problem) as caught:
        plans.assign(
            actor=town.actor("head"), at=AT, task=rows["编印普法手册"].task, units=[outside]
        )
    assert code(caught) == "not_found"


def test_adoption_opens_dated_duties(town: Town) -> None:
    plan = running(town)
    assert plan.state == "adopted"
    station, federation = (
        share_of(plan, town.units["station"]),
        share_of(plan, town.units["federation"]),
    )
    # one a quarter from January to the end of the last phase in November
    quarters = [date(2027, 3, 31), date(2027, 6, 30), date(2027, 9, 30), date(2027, 11, 30)]
    assert station.dues == quarters
    assert station.target == 4
    duties = Duty.objects.filter(subject_id=station.pk).order_by("due_at")
    assert [d.due_at for d in duties] == [
        datetime(d.year, d.month, d.day, 15, 59, 59, tzinfo=UTC) for d in quarters
    ]
    assert {d.unit_id for d in duties} == {town.units["station"].pk}
    assert (federation.dues, federation.target) == ([date(2027, 6, 30)], Decimal(4))
    with bound(town.actor("worker")):
        assert owed(town.actor("worker")).count() == 4
    with pytest.raises(Problem) as caught:
        plans.assign(actor=town.actor("head"), at=AT, task=plan.tasks.get(place=3), units=[])
    assert code(caught) == "no_such_move"


def test_the_trail_holds_after_adoption(town: Town) -> None:
    running(town)
    assert list(faults()) == []


def test_parts_that_are_over_are_left_out(town: Town) -> None:
    plan = drawn(town)
    table = next(t for t in timetable(plan, date(2027, 7, 2)) if t.task.place == 1)
    assert (table.skipped, table.dues) == (2, (date(2027, 9, 30), date(2027, 11, 30)))


def test_a_task_without_days_takes_those_above_it(town: Town) -> None:
    plan = drawn(town)
    plan.tasks.filter(place=0).update(start="--03", end="--05")
    plan.tasks.filter(place=2).update(end="", quantity=None)
    tables = {t.task.place: t for t in timetable(plan, AT.date())}
    assert (tables[2].first, tables[2].last) == (date(2027, 3, 1), date(2027, 5, 31))
    assert tables[1].dues == (date(2027, 3, 31), date(2027, 5, 31))
    assert tables[3].last == date(2027, 11, 30)  # no task above: the last phase


def test_a_plan_without_units_or_without_an_end_is_not_adopted(town: Town) -> None:
    plan = drawn(town)
    with pytest.raises(Problem) as caught:
        plans.adopt(actor=town.actor("head"), at=AT, plan=plan)
    assert code(caught) == "plan_no_shares"
    Plan.objects.filter(pk=plan.pk).update(year=None, body={**plan.body, "phases": []})
    task = plan.tasks.get(place=3)
    plans.assign(actor=town.actor("head"), at=AT, task=task, units=[town.units["centre"].pk])
    with pytest.raises(Problem) as caught:
        plans.adopt(actor=town.actor("head"), at=AT, plan=plan)
    assert code(caught) == "plan_no_end"
    assert not Share.objects.exists()
    assert Plan.objects.get(pk=plan.pk).state == "draft"


def test_reports_meet_the_parts_they_count_for(town: Town) -> None:
    share = share_of(running(town), town.units["station"])
    worker = town.actor("worker")
    shares.report(
        actor=worker,
        at=NEXT_YEAR,
        share=share,
        amount=Decimal(1),
        on=date(2027, 2, 3),
        evidence=[Upload("a.png", PNG)],
    )
    duties = list(Duty.objects.filter(subject_id=share.pk).order_by("due_at"))
    assert [d.end for d in duties] == ["met", "", "", ""]
    # more in a quarter that is met counts for the oldest one that is not
    shares.report(actor=worker, at=NEXT_YEAR, share=share, amount=Decimal(1), on=date(2027, 2, 9))
    share.refresh_from_db()
    assert (share.state, share.done) == ("under_way", Decimal(2))
    assert Duty.objects.filter(subject_id=share.pk, end="met").count() == 2
    detail = share_reads.detail(worker, share.pk, NEXT_YEAR)
    assert [p.state for p in detail.parts] == ["met", "met", "open", "open"]
    assert [e.kind for r in detail.reports for e in r.evidence.all()] == ["png"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"on": date(2027, 4, 6)}, "report_in_future"),
        ({"amount": Decimal(-1)}, "plan_field_invalid"),
        ({"amount": Decimal(0)}, "plan_field_invalid"),
        ({"counts_for": date(2027, 5, 1)}, "share_part_unknown"),
        ({"evidence": [Upload("a.png", b"<script>alert(1)</script>")]}, "evidence_kind"),
        ({"evidence": [Upload("a.png", b"")]}, "file_empty"),
        ({"evidence": [Upload("a.png", PNG)] * 7}, "evidence_many"),
        ({"evidence": [Upload("a.png", PNG + b"\0" * 10 * 1024 * 1024)]}, "evidence_large"),
    ],
)
def test_reports_that_are_refused_leave_nothing(
    town: Town, tmp_path: Path, changes: dict[str, Any], expected: str
) -> None:
    share = share_of(running(town), town.units["station"])
    before = sum(p.is_file() for p in tmp_path.rglob("*"))
    asked: dict[str, Any] = {"amount": Decimal(1), "on": date(2027, 2, 3)} | changes
    with pytest.raises(Problem) as caught:
        shares.report(actor=town.actor("worker"), at=NEXT_YEAR, share=share, **asked)
    assert code(caught) == expected
    assert not share.reports.exists()
    assert sum(p.is_file() for p in tmp_path.rglob("*")) == before


def test_a_share_ends_when_it_is_reached_or_explained(town: Town) -> None:
    share = share_of(running(town), town.units["federation"])
    worker = town.actor("federal")
    with pytest.raises(Problem) as caught:
        shares.finish(actor=worker, at=NEXT_YEAR, share=share)
    assert code(caught) == "guard_failed"
    shares.report(actor=worker, at=NEXT_YEAR, share=share, amount=Decimal(4), on=date(2027, 4, 1))
    shares.finish(actor=worker, at=NEXT_YEAR, share=share)
    assert Duty.objects.get(subject_id=share.pk).end == "met"


def test_what_is_given_up_with_reasons_is_void_not_met(town: Town) -> None:
    share = share_of(running(town), town.units["federation"])
    shares.finish(
        actor=town.actor("federal"), at=NEXT_YEAR, share=share, closing="场地因汛情关闭。"
    )
    assert Duty.objects.get(subject_id=share.pk).end == "void"


def test_others_do_not_report_for_a_unit_but_those_above_may(town: Town) -> None:
    share = share_of(running(town), town.units["station"])
    with pytest.raises(Problem) as caught:
        shares.report(
            actor=town.actor("federal"), at=NEXT_YEAR, share=share, amount=Decimal(1), on=AT.date()
        )
    assert code(caught) == "share_not_yours"
    shares.report(
        actor=town.actor("officer"), at=NEXT_YEAR, share=share, amount=Decimal(1), on=AT.date()
    )
    line = Line.objects.filter(subject_id=share.pk).latest("n")
    assert line.detail["on_behalf"] == str(share.unit_id)


def test_an_obstacle_is_the_issuers_duty_and_rises(town: Town) -> None:
    share = share_of(running(town), town.units["station"])
    with bound(town.actor("contact")):  # a person whose reach is their own unit
        obstacle = shares.raise_obstacle(
            actor=town.actor("contact"), at=NEXT_YEAR, share=share, text="缺少宣传栏经费。"
        )
        assert share_reads.detail(town.actor("contact"), share.pk, NEXT_YEAR).obstacles == [
            obstacle
        ]
    duty = Duty.objects.get(subject_id=obstacle.pk)
    assert (duty.unit, duty.area_path) == (town.units["centre"], share.area_path)
    with bound(town.actor("head")):
        assert list(share_reads.asked(town.actor("head"))) == [obstacle]
    with pytest.raises(Problem) as caught:  # the unit that raised it does not answer itself
        shares.answer(actor=town.actor("worker"), at=NEXT_YEAR, obstacle=obstacle, text="x")
    assert code(caught) == "not_allowed"

    late = NEXT_YEAR + timedelta(days=30)
    assert shares.pass_up_late(actor=system("cn"), at=NEXT_YEAR) == 0
    assert shares.pass_up_late(actor=system("cn"), at=late) == 1
    obstacle.refresh_from_db()
    duty.refresh_from_db()
    assert (obstacle.unit, duty.unit, obstacle.risen) == (
        town.units["bureau"],
        town.units["bureau"],
        1,
    )
    answered = shares.answer(
        actor=town.actor("supervisor"), at=late, obstacle=obstacle, text="已从专项经费中安排。"
    )
    duty.refresh_from_db()
    assert (answered.state, duty.end) == ("answered", "met")


def test_what_is_sent_twice_is_done_once(town: Town) -> None:
    share, worker, token = (
        share_of(running(town), town.units["station"]),
        town.actor("worker"),
        uuid4(),
    )
    told: dict[str, Any] = {
        "share": share,
        "amount": Decimal(1),
        "on": date(2027, 2, 3),
        "token": token,
    }
    assert shares.report(actor=worker, at=NEXT_YEAR, **told) == shares.report(
        actor=worker, at=NEXT_YEAR, **told
    )
    raised: dict[str, Any] = {"share": share, "text": "缺人。", "token": uuid4()}
    assert shares.raise_obstacle(actor=worker, at=NEXT_YEAR, **raised) == shares.raise_obstacle(
        actor=worker, at=NEXT_YEAR, **raised
    )
    share.refresh_from_db()
    assert (share.done, share.reports.count(), share.obstacles.count()) == (Decimal(1), 1, 1)


def test_no_answer_without_words(town: Town) -> None:
    share = share_of(running(town), town.units["station"])
    obstacle = shares.raise_obstacle(
        actor=town.actor("worker"), at=NEXT_YEAR, share=share, text="缺人。"
    )
    with pytest.raises(Problem) as caught:
        shares.answer(actor=town.actor("head"), at=NEXT_YEAR, obstacle=obstacle, text="  ")
    assert code(caught) == "guard_failed"
    passed = shares.pass_up(actor=town.actor("head"), at=NEXT_YEAR, obstacle=obstacle)
    assert passed.unit_id == town.units["bureau"].pk


def test_progress_rolls_up_the_tasks_and_the_units(town: Town) -> None:
    plan = running(town)
    station = share_of(plan, town.units["station"])
    shares.report(
        actor=town.actor("worker"),
        at=NEXT_YEAR,
        share=station,
        amount=Decimal(2),
        on=date(2027, 2, 3),
    )
    shares.raise_obstacle(actor=town.actor("worker"), at=NEXT_YEAR, share=station, text="缺人。")
    with bound(town.actor("head")):
        seen = reads.progress(town.actor("head"), plan, NEXT_YEAR)
        listed = reads.with_progress(
            town.actor("head"), list(reads.listed(town.actor("head"), "adopted")), NEXT_YEAR
        )
    # at 5 April the second township is late with its first quarter
    assert (seen.total.shares, seen.total.under_way, seen.total.late, seen.total.obstacles) == (
        3,
        1,
        1,
        1,
    )
    assert seen.total.percent == 17  # (2/4 + 0 + 0) / 3
    assert listed[0].roll == seen.total
    by_title = {r.node.task.title: r.roll for r in seen.tasks}
    assert by_title["办好法治宣传"].shares == 3
    assert (by_title["设置法治宣传栏"].amount, by_title["设置法治宣传栏"].target) == (
        Decimal(2),
        Decimal(8),
    )
    assert by_title["办好法治宣传"].amount is None  # panels and lectures are not added up
    rows = [(r.unit.name, r.depth, r.roll.shares) for r in seen.units]
    assert rows == [
        ("桦南县司法局", 0, 2),
        ("桦南县法律援助中心", 1, 2),
        ("桦南镇公共法律服务工作站", 2, 1),
        ("土龙山镇公共法律服务工作站", 2, 1),
        ("桦南县残疾人联合会", 0, 1),
    ]


def counted(town: Town, source: Source, villages: int) -> int:
    """Return how many queries the pages of a plan take when so many more villages have shares of it."""
    head = town.actor("head")
    for n in range(villages):
        network.open_unit(
            actor=system("cn-23"),
            name=f"桦南镇{villages}第{n}村联系点",
            kind="village_point",
            area=town.areas["230822100"],
            pack="cn-23",
            parent=town.units["station"],
            at=SINCE,
        )
    plan = plans.draft_again(actor=head, at=AT, source=source).plans[0]
    every = [u.pk for u in reads.candidates(plan)]
    for task in plan.tasks.filter(place__in=(1, 2, 3)):
        plans.assign(actor=head, at=AT, task=task, units=every)
    plans.adopt(actor=head, at=AT, plan=plan)
    with CaptureQueriesContext(connection) as seen:
        rolled = reads.progress(head, plan, NEXT_YEAR)
        reads.giving(plan)
        reads.with_progress(head, list(reads.listed(head, "adopted")), NEXT_YEAR)
        list(share_reads.of_plan(head, plan, NEXT_YEAR))
    assert rolled.total.shares == 3 * len(every)
    return len(seen)


def test_the_number_of_queries_does_not_grow(town: Town) -> None:
    source = drawn(town).source
    few = counted(town, source, 1)
    assert few <= 10
    assert counted(town, source, 12) == few


def test_another_county_sees_nothing(town: Town) -> None:
    plan = running(town)
    stranger = town.actor("stranger")
    share = share_of(plan, town.units["station"])
    for ask in (
        lambda: reads.plan(stranger, plan.pk),
        lambda: share_reads.share(stranger, share.pk),
        lambda: reads.source(stranger, plan.source_id),
    ):
        with pytest.raises(Problem) as caught:
            ask()
        assert code(caught) == "not_found"
    with pytest.raises(Problem) as caught:
        shares.report(actor=stranger, at=NEXT_YEAR, share=share, amount=Decimal(1), on=AT.date())
    assert code(caught) == "not_found"
    with bound(stranger):
        assert not Plan.objects.exists()
        assert not Task.objects.exists()
        assert not Share.objects.exists()
        assert not Source.objects.exists()
    with bound(town.actor("worker")):  # a township sees its own shares, and no plan of the county
        assert Share.objects.count() == 1
        assert not Plan.objects.exists()


def test_a_vietnamese_plan_by_quarters(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    said = SAID | {
        "title": "Kế hoạch phổ biến pháp luật năm 2027",
        "language": "vi",
        "phases": [],
        "findings": [],
        "tasks": [
            SAID["tasks"][1]
            | {
                "title": "Trợ giúp pháp lý lưu động",
                "lead": ["UBND các xã, phường"],
                "parent": None,
                "no": "1",
                "start": "2027-01-01",
                "end": "2027-12-31",
                "frequency": {"times": 2, "per": "quarter"},
            }
        ],
    }
    monkeypatch.setattr(plans, "_read", lambda name, document: [said])
    head = town.actor("vn_head")
    plan = plans.draft(actor=head, at=AT, upload=Upload("ke hoach.txt", "Kế hoạch".encode())).plans[
        0
    ]
    assert plans.assign_suggested(actor=head, at=AT, plan=plan) == 1
    plans.adopt(actor=head, at=AT, plan=plan)
    share = share_of(plan, town.units["vn_commune"])
    assert share.target == 8
    due = [
        d.due_at.astimezone(UTC)
        for d in Duty.objects.filter(subject_id=share.pk).order_by("due_at")
        if d.due_at
    ]
    assert due == [
        datetime(2027, m, d, 16, 59, 59, tzinfo=UTC)
        for m, d in ((3, 31), (6, 30), (9, 30), (12, 31))
    ]
    worker = town.actor("vn_worker")
    shares.report(actor=worker, at=NEXT_YEAR, share=share, amount=Decimal(1), on=date(2027, 1, 20))
    assert not Duty.objects.filter(subject_id=share.pk, end="met").exists()
    shares.report(actor=worker, at=NEXT_YEAR, share=share, amount=Decimal(1), on=date(2027, 3, 20))
    assert Duty.objects.filter(subject_id=share.pk, end="met").count() == 1


@pytest.mark.parametrize(
    ("name", "kind", "clean"),
    [
        ("../../etc/passwd", "png", "passwd.png"),
        ("..\\..\\boot.ini", "pdf", "boot.pdf"),
        ("..", "png", "file.png"),
        ("a\u202egnp.exe", "png", "agnp.png"),
        ('x";filename="y.html', "jpeg", "xfilename=y.jpg"),
        ("", "png", "file.png"),
        ("照片 1.PNG", "png", "照片 1.png"),
        ("../x.exe", None, "x.exe"),
        ("\x00\r\nSet-Cookie: a", "png", "Set-Cookie a.png"),
        ("n" * 500, "png", "n" * 120 + ".png"),
    ],
)
def test_hostile_names_become_harmless(name: str, kind: str | None, clean: str) -> None:
    assert clean_name(name, kind) == clean


@pytest.mark.parametrize(
    "data",
    [b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"MZ", b"PK\x03\x04 broken", b"%!PS"],
)
def test_what_is_no_evidence(data: bytes) -> None:
    assert sniff(data) is None


def test_a_token_of_another_form_is_refused(town: Town) -> None:
    plan, worker, token = running(town), town.actor("worker"), uuid4()
    share = share_of(plan, town.units["station"])
    told: dict[str, Any] = {"amount": Decimal(1), "on": date(2027, 2, 3)}
    shares.raise_obstacle(actor=worker, at=NEXT_YEAR, share=share, text="缺人。", token=token)
    with pytest.raises(Problem, match="form_of_another"):
        shares.report(actor=worker, at=NEXT_YEAR, share=share, token=token, **told)
    first = uuid4()
    shares.report(actor=worker, at=NEXT_YEAR, share=share, token=first, **told)
    with pytest.raises(Problem, match="form_of_another"):
        shares.raise_obstacle(actor=worker, at=NEXT_YEAR, share=share, text="缺人。", token=first)
    share.refresh_from_db()
    assert (share.done, share.reports.count(), share.obstacles.count()) == (Decimal(1), 1, 1)


def test_a_photo_is_kept_without_its_place(town: Town) -> None:
    notes = Image.Exif()
    notes.get_ifd(0x8825).update({1: "N", 2: (46.0, 14.0, 0.0)})
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=notes)
    report = shares.report(
        actor=town.actor("worker"), at=NEXT_YEAR, share=share_of(running(town), town.units["station"]),
        amount=Decimal(1), on=date(2027, 2, 3), evidence=[Upload("a.jpg", out.getvalue())],
    )  # fmt: skip
    kept = fetch(report.evidence.get().sha256)
    assert b"Exif" in out.getvalue()
    assert b"Exif" not in kept
    assert report.evidence.get().size == len(kept)
