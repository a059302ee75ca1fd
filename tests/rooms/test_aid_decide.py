"""Deciding, ending, handing over, and what is said against a decision, on PostgreSQL."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from songfa.access.policy import bound
from songfa.aid import actions, answering, reads
from songfa.aid.draws import draw_due as spot_checks_drawn
from songfa.aid.models import (
    Cooperation,
    Draw,
    File,
    Objection,
    Paper,
    Receipt,
    SpotCheck,
)
from songfa.audit.models import Line
from songfa.duties.models import Duty
from songfa.network import actions as network
from songfa.rules.deciding import SpotCheckRate, draw
from songfa.rules.packs.read import load
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb
from tests.rooms.test_aid import LAND, WAGES, acts, owed
from tests.town import NOON, Town, build

LATER = timedelta(days=40)
REFUSED: dict[str, Any] = {"reasons": ["hardship_not_met"], "text": "收入超过标准"}
ENDED: dict[str, Any] = {"reasons": ["means_changed"], "text": "已有固定收入"}


@pytest.fixture
def file(town: Town) -> File:
    return actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=NOON
    ).file


@pytest.fixture
def vietnamese(town: Town) -> File:
    return actions.apply(
        actor=town.actor("vn_officer"), unit=town.units["vn_centre"], application=LAND, at=NOON
    ).file


def at(days: float) -> datetime:
    return NOON + timedelta(days=days)


def assigned(town: Town, file: File, who: str = "officer", lawyer: str = "lawyer") -> File:
    file = actions.grant(actor=town.actor(who), file=file, at=NOON)
    return actions.assign(
        actor=town.actor(who), file=file, practitioner_id=town.practitioners[lawyer].pk, at=NOON
    )


def second_lawyer(town: Town) -> str:
    house = town.actor("keeper")
    user = network.enrol(
        actor=house,
        username="lawyer2",
        name="白露",
        password="paper-seal-lantern",
        language="zh-Hans",
        at=NOON,
    )
    network.post(actor=house, user=user, role="practitioner", unit=town.units["centre"], at=NOON)
    row = network.register(
        actor=house, user=user, unit=town.units["centre"], kind="lawyer", skills=["labour_wages"],
        languages=["zh-Hans"], since=date(2018, 1, 1), at=NOON,
    )  # fmt: skip
    town.practitioners["second"], town.users["lawyer2"] = row, user
    return "second"


def papers(file: File) -> list[str]:
    return list(
        Paper.objects.filter(file=file).order_by("created_at").values_list("kind", flat=True)
    )


def open_duties(thing: object) -> dict[str, str]:
    rows = Duty.objects.filter(subject_id=thing.pk, ended_at__isnull=True)  # type: ignore[attr-defined]
    return dict(rows.values_list("code", "owed_by"))


def due_on(duty: Duty) -> date:
    assert duty.due_at is not None
    return load(duty.pack).day(duty.due_at)


# -- papers that were asked for -----------------------------------------------------------------------


def test_a_file_that_waits_for_papers_is_owed_by_the_applicant(
    town: Town, file: File, vietnamese: File
) -> None:
    asked = actions.ask_papers(
        actor=town.actor("officer"), file=file, papers=["identity_card"], at=NOON
    )
    assert open_duties(asked) == {"review_and_decide": "agency", "supply_papers": "applicant"}
    asked = actions.ask_papers(
        actor=town.actor("vn_officer"), file=vietnamese, papers=["identity_card"], at=NOON
    )
    assert open_duties(asked) == {"supply_papers": "applicant"}


def test_nothing_lapses_before_its_day_and_then_it_does(town: Town, file: File) -> None:
    officer = town.actor("officer")
    file = actions.ask_papers(actor=officer, file=file, papers=["identity_card"], at=NOON)
    with pytest.raises(Problem, match="papers_not_overdue"):
        actions.lapse(actor=officer, file=file, at=at(14))
    file = actions.lapse(actor=officer, file=file, at=at(17))
    assert (file.state, file.reasons, open_duties(file)) == ("lapsed", ["papers_not_supplied"], {})
    assert file.papers_overdue_at is not None
    assert file.papers_overdue_at < at(17)
    with pytest.raises(Problem, match="already_done"):
        actions.lapse(actor=town.actor("colleague"), file=file, at=at(18))


def test_vietnam_knows_no_deemed_withdrawal(town: Town, vietnamese: File) -> None:
    officer = town.actor("vn_officer")
    file = actions.ask_papers(actor=officer, file=vietnamese, papers=["identity_card"], at=NOON)
    with pytest.raises(Problem, match="not_allowed"):
        actions.lapse(actor=officer, file=file, at=at(40))


# -- help first, papers later -------------------------------------------------------------------------


def urgent(town: Town, days: int = 3) -> File:
    facts = {**WAGES.told.facts, "urgency": {"days_to_limit": days}}
    application = replace(WAGES, told=replace(WAGES.told, facts=facts))
    return actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=application, at=NOON
    ).file


def test_help_first_opens_the_duty_to_supply_and_prompts_the_end(town: Town) -> None:
    officer, file = town.actor("officer"), urgent(town)
    wanted = ["identity_card", "migrant_worker_proof"]
    file = actions.grant(actor=officer, file=file, missing=wanted, at=NOON)
    assert open_duties(file)["supply_papers_after_help"] == "applicant"
    file = actions.receive_papers(actor=officer, file=file, papers=["identity_card"], at=at(1))
    assert file.missing_papers == ["migrant_worker_proof"]
    assert "supply_papers_after_help" in open_duties(file)  # the rest is still owed
    assert reads.prompts(officer, file, at(2)) == []
    prompt = reads.prompts(officer, file, at(20))
    assert [(p.code, p.verb) for p in prompt] == [("papers_overdue", "aid.terminate")]
    file = actions.terminate(
        actor=officer, file=file, reasons=["other_by_law"], text="材料一直未补", at=at(20)
    )
    assert (file.state, open_duties(file)) == ("terminated", {})
    assert papers(file)[-1] == "termination"


def test_the_last_paper_ends_what_the_applicant_owes(town: Town) -> None:
    officer, file = town.actor("officer"), urgent(town)
    file = actions.grant(actor=officer, file=file, missing=["identity_card"], at=NOON)
    file = actions.receive_papers(actor=officer, file=file, papers=["identity_card"], at=at(1))
    assert owed(file)["supply_papers_after_help"] == "met"


def test_papers_may_not_follow_where_nothing_is_urgent(town: Town, file: File) -> None:
    officer = town.actor("officer")
    with pytest.raises(Problem, match="no_emergency"):
        actions.grant(actor=officer, file=file, missing=["identity_card"], at=NOON)
    file = actions.grant(
        actor=officer, file=file, missing=["identity_card"], urgent="老人今晚无处可去", at=NOON
    )
    assert file.urgent
    assert "supply_papers_after_help" in open_duties(file)
    assert "今晚" not in str(Line.objects.filter(subject_id=file.pk).last().detail)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("zone", "code", "due"),
    [
        ("normal", "supply_proof_of_eligibility", date(2026, 11, 26)),
        ("specially_difficult", "supply_proof_of_eligibility_extended", date(2026, 12, 3)),
    ],
)  # fmt: skip
def test_vietnamese_proof_follows_in_five_working_days_or_ten(
    town: Town, zone: str, code: str, due: date
) -> None:
    facts = {**LAND.told.facts, "residence_zone": zone, "urgency": {"working_days_to_limit": 2}}
    file = actions.apply(
        actor=town.actor("vn_officer"), unit=town.units["vn_centre"], at=NOON,
        application=replace(LAND, told=replace(LAND.told, facts=facts)),
    ).file  # fmt: skip
    officer = town.actor("vn_officer")
    file = actions.grant(actor=officer, file=file, missing=["poor_household_certificate"], at=NOON)
    duty = Duty.objects.get(subject_id=file.pk, code=code)
    assert due_on(duty) == due  # 24 November is a public holiday from 2026 on
    file = actions.discontinue(
        actor=officer, file=file, reasons=["proof_not_supplied"], text="Không bổ sung", at=at(30)
    )
    assert (file.state, papers(file)[-1]) == ("discontinued", "discontinuation")


# -- ends ---------------------------------------------------------------------------------------------


def test_a_termination_has_heads_reasons_and_tells_the_organ(town: Town, file: File) -> None:
    officer, file = town.actor("officer"), assigned(town, file)
    for reasons, text, problem in (
        ([], "理由", "guard_failed"),
        (["not_competent"], "理由", "reason_unknown"),
        (["other_agency_by_place"], "理由", "reason_unknown"),  # a ground for handing over
        (["means_changed"], " ", "text_missing"),
    ):
        with pytest.raises(Problem, match=problem):
            actions.terminate(actor=officer, file=file, reasons=reasons, text=text, at=NOON)
    File.objects.filter(pk=file.pk).update(
        organ="桦南县人民法院", organ_reference="（2026）黑0822民初1号"
    )
    file = actions.terminate(actor=officer, file=file, at=at(1), **ENDED)
    assert set(papers(file)[-2:]) == {"termination", "termination_letter"}
    assert file.closed_at == at(1)
    letter = Paper.objects.get(file=file, kind="termination_letter").content
    assert "（2026）黑0822民初1号" in letter
    assert "五日内审查" in Paper.objects.get(file=file, kind="termination").content


def test_who_ends_a_file_second_sees_the_first(town: Town, file: File) -> None:
    file = assigned(town, file)
    actions.terminate(actor=town.actor("officer"), file=file, at=NOON, **ENDED)
    with pytest.raises(Problem, match="already_done") as why:
        actions.terminate(actor=town.actor("colleague"), file=file, at=at(1), **ENDED)
    assert (why.value.facts["by"], why.value.facts["act"]) == ("周岚", "terminate")


def test_the_law_ends_proceedings_in_vietnam(town: Town, vietnamese: File) -> None:
    file = assigned(town, vietnamese, "vn_officer", "vn_helper")
    file = actions.end_by_law(
        actor=town.actor("vn_officer"),
        file=file,
        reasons=["proceedings_ended"],
        text="Đình chỉ",
        at=NOON,
    )
    assert (file.state, open_duties(file)) == ("ended_by_law", {})


@pytest.mark.parametrize("who", ["worker", "lawyer", "supervisor", "stranger"])
def test_who_may_not_end_a_file(town: Town, file: File, who: str) -> None:
    file = assigned(town, file)
    with pytest.raises(Problem, match=r"not_allowed|not_found"):
        actions.terminate(actor=town.actor(who), file=file, at=NOON, **ENDED)


# -- declarations and spot checks ---------------------------------------------------------------------


def declared(town: Town, n: int) -> list[File]:
    made = []
    for k in range(n):
        person = replace(WAGES.person, name=f"王{'一二三四五六七八九十'[k % 10]}{k}", id_number="")
        file = actions.apply(
            actor=town.actor("officer"), unit=town.units["centre"], at=NOON,
            application=replace(WAGES, person=person),
        ).file  # fmt: skip
        made.append(
            actions.grant(actor=town.actor("officer"), file=file, means_basis="declared", at=NOON)
        )
    return made


def test_a_declaration_is_kept_with_the_decision(town: Town) -> None:
    file = declared(town, 1)[0]
    assert (file.means_basis, file.declared_at) == ("declared", NOON)
    assert "integrity_commitment" in file.papers_received
    line = Line.objects.get(subject_id=file.pk, verb="aid.grant")
    assert line.detail["means"] == "declared"


def test_a_draw_can_be_drawn_again_and_is_made_once_a_day(town: Town) -> None:
    head, files = town.actor("head"), declared(town, 12)
    made = actions.draw_checks(actor=head, unit=town.units["centre"], at=at(1))
    rate = load("cn-23").get(SpotCheckRate, "declarations", made.on)
    again = draw(made.pool, made.seed, rate)
    checks = SpotCheck.objects.filter(draw=made)
    assert {c.file_id for c in checks} == {t.id for t in again}
    assert (made.drawn, len(made.pool), len(checks)) == (2, len(files), 2)
    assert actions.draw_checks(actor=head, unit=town.units["centre"], at=at(1.1)).pk == made.pk
    assert Draw.objects.count() == 1
    # who was in a pool is in no later one
    later = actions.draw_checks(actor=head, unit=town.units["centre"], at=at(2))
    assert (later.pool, later.drawn) == ([], 0)
    assert open_duties(checks[0]) == {"look_at_declaration": "agency"}


def test_the_house_draws_once_a_period_by_itself(town: Town) -> None:
    files, other = declared(town, 12), town.units["other"]
    (made,) = spot_checks_drawn(NOON)
    assert (made.unit, made.drawn, set(made.pool)) == (
        town.units["centre"], 2, {f.pk for f in files},
    )  # fmt: skip
    assert not Draw.objects.filter(unit=other).exists()
    more = declared(town, 3)
    # repeated within the month it draws nothing; in the next month from what was declared since
    assert spot_checks_drawn(at(5)) == []
    (later,) = spot_checks_drawn(at(20))
    assert set(later.pool) == {f.pk for f in more}
    assert later.drawn == 1
    # nothing new, no draw
    assert spot_checks_drawn(at(60)) == []
    line = Line.objects.filter(verb="aid.draw_check", subject_id=later.pk).get()
    assert line.role == "system"


def test_an_untrue_declaration_prompts_the_end(town: Town) -> None:
    officer, file = town.actor("officer"), declared(town, 1)[0]
    actions.draw_checks(actor=officer, unit=town.units["centre"], at=at(1))
    check = SpotCheck.objects.get()
    with pytest.raises(Problem, match="text_missing"):
        actions.fail_check(actor=officer, check=check, text="", at=at(2))
    actions.fail_check(actor=officer, check=check, text="工资流水每月八千元", at=at(2))
    assert open_duties(file)["act_on_untrue_declaration"] == "agency"
    assert [(p.code, p.ground) for p in reads.prompts(officer, file, at(2))] == [
        ("declaration_untrue", "obtained_by_fraud")
    ]
    with pytest.raises(Problem, match="already_done"):
        actions.pass_check(actor=town.actor("colleague"), check=check, text="属实", at=at(3))
    ended = actions.terminate(
        actor=officer, file=file, reasons=["obtained_by_fraud"], text="隐瞒收入", at=at(3)
    )
    assert owed(ended)["act_on_untrue_declaration"] == "met"
    assert reads.prompts(officer, ended, at(4)) == []


def test_an_untrue_declaration_that_changes_nothing_prompts_nothing(town: Town) -> None:
    officer, file = town.actor("officer"), declared(town, 1)[0]
    actions.draw_checks(actor=officer, unit=town.units["centre"], at=at(1))
    actions.fail_check(
        actor=officer,
        check=SpotCheck.objects.get(),
        text="少报五十元",
        still_entitled=True,
        at=at(2),
    )
    assert "act_on_untrue_declaration" not in open_duties(file)


# -- transfer -----------------------------------------------------------------------------------------


def test_a_file_goes_to_the_other_agency_with_all_that_was_told(town: Town, file: File) -> None:
    officer, other = town.actor("officer"), town.units["other"]
    file = actions.ask_papers(actor=officer, file=file, papers=["identity_card"], at=NOON)
    file = actions.receive_papers(actor=officer, file=file, papers=["identity_card"], at=at(1))
    with bound(officer):
        file = actions.transfer(
            actor=officer, file=file, reason="other_agency_by_place", unit_id=other.pk,
            text="工地在桦川县", at=at(3),
        )  # fmt: skip
        assert File.objects.count() == 1  # the new one lies with the others
    assert (file.state, file.handed_to, open_duties(file)) == ("transferred", other.name, {})
    new = File.objects.get(origin=file)
    assert (new.unit, new.state, new.handed_from) == (other, "received", town.units["centre"].name)
    assert (new.first_asked_at, new.received_at) == (NOON, at(3))
    assert new.papers_received == ["identity_card"]
    assert new.story() == file.story()
    assert new.finding["on"] == "2026-11-18"
    assert new.number == "（川）援申字[2026]第1号"
    assert new.person_id != file.person_id  # each ledger has its own row
    assert new.person.id_number == file.person.id_number
    assert open_duties(new) == {"review_and_decide": "agency"}
    assert Receipt.objects.filter(file=new).exists()
    assert papers(file)[-1] == "transfer"
    with pytest.raises(Problem, match="already_done"):
        actions.transfer(
            actor=town.actor("colleague"),
            file=file,
            reason="other_agency_by_place",
            body="省中心",
            at=at(4),
        )


def test_a_file_goes_to_a_body_outside(town: Town, vietnamese: File) -> None:
    officer = town.actor("vn_officer")
    for told, problem in (
        ({"reason": "not_competent"}, "receiver_missing"),
        ({"reason": "means_changed", "body": "Trung tâm"}, "reason_unknown"),
        ({"reason": "not_competent", "unit_id": town.units["vn_centre"].pk}, "same_unit"),
        ({"reason": "not_competent", "unit_id": town.units["other"].pk}, "receiver_missing"),
        (
            {"reason": "not_competent", "unit_id": town.units["vn_commune"].pk},
            "same_unit|office_takes",
        ),
    ):
        with pytest.raises(Problem, match=problem):
            actions.transfer(actor=officer, file=vietnamese, at=NOON, **told)
    file = actions.transfer(
        actor=officer,
        file=vietnamese,
        reason="not_competent",
        body="Trung tâm tỉnh Vĩnh Long",
        at=NOON,
    )
    assert (file.state, file.handed_to) == ("transferred", "Trung tâm tỉnh Vĩnh Long")
    assert "Vĩnh Long" in Paper.objects.get(file=file, kind="transfer").content


# -- objection ----------------------------------------------------------------------------------------


def objected(town: Town, file: File, **more: object) -> Objection:
    actions.refuse(actor=town.actor("officer"), file=file, at=NOON, **REFUSED)
    file.refresh_from_db()
    return actions.object_to(
        actor=town.actor("officer"),
        file=file,
        text="收入是去年的",
        at=at(1),
        **more,  # type: ignore[arg-type]
    )


def test_an_objection_goes_to_the_bureau_that_has_five_days(town: Town, file: File) -> None:
    row = objected(town, file)
    assert (row.unit, row.against) == (town.units["bureau"], "refused")
    duty = Duty.objects.get(subject_id=row.pk)
    assert (duty.code, duty.owed_by, duty.unit) == (
        "justice_bureau_reviews_objection", "justice_bureau", town.units["bureau"],
    )  # fmt: skip
    assert due_on(duty) == date(2026, 11, 24)  # the end of the fifth day in China
    with pytest.raises(Problem, match="already_raised"):
        actions.object_to(actor=town.actor("officer"), file=file, text="再提", at=at(2))


def test_the_token_of_another_form_is_a_clear_problem(town: Town) -> None:
    token = uuid4()
    file = actions.apply(
        actor=town.actor("officer"),
        unit=town.units["centre"],
        application=WAGES,
        at=NOON,
        token=token,
    ).file
    file = actions.refuse(actor=town.actor("officer"), file=file, at=at(1), **REFUSED)
    with pytest.raises(Problem, match="form_of_another"):
        actions.object_to(
            actor=town.actor("officer"), file=file, text="收入是去年的", at=at(2), token=token
        )
    assert not Objection.objects.exists()


def test_an_objection_sent_twice_is_one(town: Town, file: File) -> None:
    token = uuid4()
    first = objected(town, file, token=token)
    again = actions.object_to(
        actor=town.actor("officer"), file=file, text="收入是去年的", at=at(1), token=token
    )
    assert (first.pk, Objection.objects.count()) == (again.pk, 1)


def test_an_objection_upheld_has_the_file_decided_anew(town: Town, file: File) -> None:
    supervisor, row = town.actor("supervisor"), objected(town, file)
    with bound(supervisor):
        actions.uphold(actor=supervisor, objection=row, text="应按近三个月收入计算", at=at(4))
    file.refresh_from_db()
    assert (file.state, file.upheld, file.decided_at, file.reasons) == ("received", True, None, [])
    assert open_duties(file) == {"decide_anew": "agency"}
    assert papers(file) == ["refuse", "objection_decision"]
    file = actions.grant(actor=town.actor("colleague"), file=file, at=at(5))
    assert (file.state, owed(file)["decide_anew"]) == ("granted", "met")
    assert acts(file)[:4] == ["aid.apply", "aid.refuse", "aid.reopen", "aid.grant"]


def test_an_objection_dismissed_lets_the_decision_stand(town: Town, file: File) -> None:
    row = objected(town, file)
    actions.dismiss(actor=town.actor("supervisor"), objection=row, text="计算无误", at=at(4))
    file.refresh_from_db()
    assert file.state == "refused"
    with pytest.raises(Problem, match="already_done") as why:
        actions.uphold(actor=town.actor("supervisor"), objection=row, text="改", at=at(5))
    assert (why.value.facts["by"], why.value.facts["act"]) == ("梁栋", "dismiss")


def test_the_agency_cannot_decide_on_an_objection_against_itself(town: Town, file: File) -> None:
    row = objected(town, file)
    for who in ("officer", "head", "stranger"):
        with pytest.raises(Problem, match=r"not_allowed|not_found"):
            actions.uphold(actor=town.actor(who), objection=row, text="改", at=at(4))


def test_a_terminated_file_goes_on_without_its_old_holder(town: Town, file: File) -> None:
    file = assigned(town, file)
    file = actions.terminate(actor=town.actor("officer"), file=file, at=NOON, **ENDED)
    row = actions.object_to(actor=town.actor("officer"), file=file, text="不属实", at=at(1))
    actions.uphold(actor=town.actor("supervisor"), objection=row, text="改正", at=at(2))
    file.refresh_from_db()
    assert (file.state, file.practitioner_id, file.held_by_id) == ("received", None, None)
    assert Duty.objects.get(code="decide_anew").held_by_id is None


@pytest.mark.parametrize("state", ["received", "granted"])
def test_there_is_nothing_to_object_to_before_a_refusal(town: Town, file: File, state: str) -> None:
    if state == "granted":
        file = actions.grant(actor=town.actor("officer"), file=file, at=NOON)
    with pytest.raises(Problem, match="no_such_remedy"):
        actions.object_to(actor=town.actor("officer"), file=file, text="不服", at=at(1))


def test_the_public_raises_an_objection_by_its_door_and_sees_nothing(
    town: Town, file: File
) -> None:
    actions.refuse(actor=town.actor("officer"), file=file, at=NOON, **REFUSED)
    hand = answering.public_hand(town.units["centre"], NOON.date())
    assert not any(v.endswith(".see") for v in hand.verbs)
    with bound(hand):
        row = actions.object_to(
            actor=hand, file=File.objects.get(pk=file.pk), text="不服", channel="code", at=at(1)
        )
    assert (row.channel, row.unit) == ("code", town.units["bureau"])
    with pytest.raises(Problem, match="not_allowed"):
        actions.uphold(actor=hand, objection=row, text="改", at=at(2))


# -- complaints ---------------------------------------------------------------------------------------


def test_a_chinese_complaint_goes_to_the_bureau_and_is_taken_up_first(
    town: Town, file: File
) -> None:
    row = actions.complain(
        actor=town.actor("officer"), file=file, ground="duty_neglected", text="一直不联系", at=NOON
    )
    assert (row.unit, row.level) == (town.units["bureau"], "first")
    assert open_duties(row) == {"accept_complaint": "justice_bureau"}
    row = actions.take_up(actor=town.actor("supervisor"), complaint=row, at=at(1))
    assert open_duties(row) == {"finish_complaint": "justice_bureau"}
    row = actions.answer_complaint(
        actor=town.actor("supervisor"), complaint=row, text="已责令改正", upheld=True, at=at(9)
    )
    assert (row.state, row.upheld, open_duties(row)) == ("answered", True, {})
    file.refresh_from_db()
    assert file.state == "received"


def test_a_vietnamese_complaint_goes_from_the_head_to_the_director(
    town: Town, vietnamese: File
) -> None:
    officer, head = town.actor("vn_officer"), town.actor("vn_head")
    file = actions.refuse(
        actor=officer, file=vietnamese, reasons=["not_entitled"], text="Không thuộc diện", at=NOON
    )
    with pytest.raises(Problem, match="reason_unknown"):
        actions.complain(actor=officer, file=file, ground="money_taken", text="Sai", at=NOON)
    row = actions.complain(actor=officer, file=file, ground="refused", text="Sai", at=NOON)
    first = Duty.objects.get(subject_id=row.pk)
    assert (first.code, first.unit) == ("head_decides_complaint", town.units["vn_centre"])
    assert due_on(first) == date(2026, 11, 23)  # three working days, one week-end
    row = actions.answer_complaint(actor=head, complaint=row, text="Giữ nguyên", at=at(2))
    row = actions.escalate(actor=head, complaint=row, text="Chưa đúng", at=at(3))
    assert (row.state, row.level, row.before, row.answer) == (
        "escalated",
        "second",
        "Giữ nguyên",
        "",
    )
    assert open_duties(row) == {"director_decides_complaint": "justice_bureau"}
    row = actions.answer_complaint(
        actor=head, complaint=row, text="Chấp nhận", upheld=True, at=at(9)
    )
    file.refresh_from_db()
    assert (file.state, file.upheld) == ("received", True)
    assert open_duties(file) == {"decide_anew": "agency"}
    with pytest.raises(Problem, match="no_further_level"):
        actions.escalate(actor=head, complaint=row, text="Nữa", at=at(10))


def test_a_file_decided_anew_keeps_its_case_number(town: Town, vietnamese: File) -> None:
    officer, head = town.actor("vn_officer"), town.actor("vn_head")
    file = actions.grant(actor=officer, file=vietnamese, at=NOON)
    file = actions.discontinue(
        actor=officer, file=file, reasons=["prohibited_act"], text="Vi phạm", at=NOON
    )
    row = actions.complain(actor=officer, file=file, ground="not_carried_out", text="Sai", at=NOON)
    actions.answer_complaint(actor=head, complaint=row, text="Đúng", upheld=True, at=at(1))
    file.refresh_from_db()
    file = actions.grant(actor=officer, file=file, at=at(2))
    assert file.number == "TT.TGTT.01.2026"


# -- change of provider -------------------------------------------------------------------------------


def test_the_recipient_asks_for_somebody_else_and_gets_them(town: Town, file: File) -> None:
    officer, file = town.actor("officer"), assigned(town, file)
    actions.log(
        actor=town.actor("lawyer"),
        file=file,
        done_on=NOON.date(),
        minutes=30,
        kind="meeting",
        text="会见",
        at=NOON,
    )
    row = actions.ask_change(actor=officer, file=file, text="三周没有联系", at=at(1))
    assert open_duties(row) == {"answer_change_of_provider": "agency"}
    with pytest.raises(Problem, match="already_raised"):
        actions.ask_change(actor=officer, file=file, text="再提", at=at(1))
    with pytest.raises(Problem, match="practitioner_barred"):
        actions.agree_change(
            actor=officer,
            request=row,
            practitioner_id=town.practitioners["lawyer"].pk,
            text="同意",
            at=at(2),
        )
    new = town.practitioners[second_lawyer(town)]
    row = actions.agree_change(
        actor=officer, request=row, practitioner_id=new.pk, text="同意", at=at(2)
    )
    file.refresh_from_db()
    assert (row.state, row.of, row.to) == ("agreed", town.practitioners["lawyer"], new)
    assert (file.state, file.practitioner, file.held_by) == ("assigned", new, town.users["lawyer2"])
    line = Line.objects.get(subject_id=file.pk, verb="aid.change_provider")
    assert line.detail["instead_of"] == str(town.practitioners["lawyer"].pk)
    assert papers(file)[-1] == "change_personnel_notice"
    with bound(town.actor("lawyer")):
        assert not File.objects.filter(pk=file.pk).exists()
    with bound(town.actor("lawyer2")):
        assert File.objects.get(pk=file.pk).logs.count() == 1  # what was done is not lost
    with pytest.raises(Problem, match="already_done"):
        actions.refuse_change(actor=town.actor("colleague"), request=row, text="不", at=at(3))


def test_giving_the_file_to_somebody_else_answers_the_request_for_it(
    town: Town, file: File
) -> None:
    officer, file = town.actor("officer"), assigned(town, file)
    row = actions.ask_change(actor=officer, file=file, text="三周没有联系", at=at(1))
    new = town.practitioners[second_lawyer(town)]
    actions.reassign(
        actor=officer, file=file, practitioner_id=new.pk, reason=" 原承办人住院 ", at=at(2)
    )
    row.refresh_from_db()
    assert (row.state, row.to, row.answer) == ("agreed", new, "原承办人住院")
    assert (row.answered_by, row.answered_at) == (officer.user, at(2))
    assert open_duties(row) == {}
    assert Line.objects.get(subject_id=row.pk, verb="aid.agree_change").actor == officer.user
    with pytest.raises(Problem, match="already_done"):
        actions.refuse_change(actor=town.actor("colleague"), request=row, text="不", at=at(3))


def test_who_may_not_agree_leaves_the_request_to_those_who_may(town: Town, file: File) -> None:
    officer, file = town.actor("officer"), assigned(town, file)
    row = actions.ask_change(actor=officer, file=file, text="三周没有联系", at=at(1))
    new = town.practitioners[second_lawyer(town)]
    no_answers = replace(officer, verbs=officer.verbs - {Verb.AID_AGREE_CHANGE})
    actions.reassign(
        actor=no_answers, file=file, practitioner_id=new.pk, reason="原承办人住院", at=at(2)
    )
    row.refresh_from_db()
    assert row.state == "asked"


def test_a_change_may_be_refused_with_reasons_in_three_working_days(
    town: Town, vietnamese: File
) -> None:
    file = assigned(town, vietnamese, "vn_officer", "vn_helper")
    row = actions.ask_change(actor=town.actor("vn_officer"), file=file, text="Không hợp", at=NOON)
    assert due_on(Duty.objects.get(subject_id=row.pk)) == date(2026, 11, 23)
    row = actions.refuse_change(
        actor=town.actor("vn_head"), request=row, text="Không có căn cứ", at=at(1)
    )
    file.refresh_from_db()
    assert (row.state, file.practitioner) == ("not_agreed", town.practitioners["vn_helper"])


def test_where_nobody_acts_nobody_can_be_changed(town: Town, file: File) -> None:
    with pytest.raises(Problem, match="no_such_move"):
        actions.ask_change(actor=town.actor("officer"), file=file, text="换人", at=NOON)


# -- co-operation -------------------------------------------------------------------------------------


def test_another_agency_answers_from_its_own_inbox_and_sees_no_file(town: Town, file: File) -> None:
    officer, stranger = town.actor("officer"), town.actor("stranger")
    with bound(officer):
        mine = actions.cooperate(
            actor=officer,
            file=file,
            text="请核实其户籍地收入",
            unit_id=town.units["other"].pk,
            at=NOON,
        )
        assert Cooperation.objects.count() == 1
    assert open_duties(mine) == {"await_cooperation": "other_agency"}
    with bound(stranger):
        theirs = Cooperation.objects.get()
        assert (theirs.side, theirs.text, theirs.file_id) == ("asked", "请核实其户籍地收入", None)
        assert not File.objects.exists()
        assert open_duties(theirs) == {"answer_cooperation": "agency"}
        actions.answer_cooperation(
            actor=stranger, cooperation=theirs, text="月收入一千二", at=at(3)
        )
        assert Cooperation.objects.count() == 1
    mine.refresh_from_db()
    assert (mine.state, mine.answer, open_duties(mine)) == ("answered", "月收入一千二", {})
    assert "cooperation_letter" in papers(file)
    with pytest.raises(Problem, match="already_done"):
        actions.answer_cooperation(actor=officer, cooperation=mine, text="收到", at=at(4))


def test_a_body_outside_is_asked_by_letter_and_its_answer_entered(
    town: Town, vietnamese: File
) -> None:
    officer = town.actor("vn_officer")
    with pytest.raises(Problem, match="receiver_missing"):
        actions.cooperate(actor=officer, file=vietnamese, text="Xác minh", at=NOON)
    token = uuid4()
    rows = [
        actions.cooperate(
            actor=officer,
            file=vietnamese,
            text="Xác minh",
            body="Trung tâm Cà Mau",
            token=token,
            at=NOON,
        )
        for _ in range(2)
    ]
    assert rows[0].pk == rows[1].pk
    duty = Duty.objects.get(subject_id=rows[0].pk)
    assert (duty.code, due_on(duty)) == ("await_cooperation", date(2026, 11, 28))
    row = actions.answer_cooperation(actor=officer, cooperation=rows[0], text="Đúng", at=at(5))
    assert row.state == "answered"


# -- two at once --------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_two_answers_at_once_are_one_answer_and_one_that_sees_it(transactional_db: None) -> None:
    town = build()
    file = actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=NOON
    ).file
    row = objected(town, file)
    gate, seen = threading.Barrier(2), []

    def answer(act: Callable[..., Objection]) -> None:
        try:
            gate.wait()
            act(actor=town.actor("supervisor"), objection=row, text="理由", at=at(2))
            seen.append("done")
        except Problem as why:
            seen.append(why.code)
        finally:
            connection.close()

    both = [threading.Thread(target=answer, args=(a,)) for a in (actions.uphold, actions.dismiss)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(seen) == ["already_done", "done"]
    assert Paper.objects.filter(kind="objection_decision").count() == 1


def test_what_a_country_does_not_know_is_not_listed(town: Town) -> None:
    """Vietnam has complaints (Law on legal aid Art. 45), no objections and no spot checks of declarations."""
    theirs = reads.counted(town.actor("vn_officer"))
    assert set(reads.counted(town.actor("officer"))) - set(theirs) == {"objection", "check"}
