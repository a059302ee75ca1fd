"""Notices, the questions of the ledger and lawyers on duty, on PostgreSQL: periods, duties, trail, scope."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from songfa.access.policy import bound
from songfa.aid import actions, reads
from songfa.aid.actions import Applied, HelpTold, InHand, NoticeTold
from songfa.aid.models import DutyHelp, DutySession, File, HeadAnswer, Notice, Paper
from songfa.aid.reads import Sought
from songfa.aid.told import Told
from songfa.audit.models import Line
from songfa.audit.verify import faults
from songfa.duties.models import Duty
from songfa.people.actions import Described, find_or_enter
from songfa.people.models import Person
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb
from tests.town import Town

HARBIN, HANOI = ZoneInfo("Asia/Shanghai"), ZoneInfo("Asia/Ho_Chi_Minh")
CAME = datetime(2026, 11, 17, 16, 20, tzinfo=HARBIN)  # Tuesday
ENTERED = datetime(2026, 11, 17, 16, 45, tzinfo=HARBIN)
DEAF = Described("石小静", date(1988, 6, 3), "F", "230822198806030025")
DEAF_NOTICE = NoticeTold(
    person=DEAF, organ="court", organ_name="桦南县人民法院", reference="（2026）黑0822刑初88号",
    head="sight_hearing_speech", disabilities=("hearing",), received_at=CAME, cause="盗窃罪",
    hearing_on=date(2026, 12, 8), contact="书记员 王某 0454-6220000", custody="detained",
)  # fmt: skip
MAY = replace(DEAF_NOTICE, head="ordinary_procedure", disabilities=())
NIGHT = datetime(2026, 11, 18, 23, 10, tzinfo=HANOI)
ARRESTED = NoticeTold(
    person=Described("Lò Văn Nam", date(1995, 2, 9), "M", "092095001234", groups=("k4",)), organ="investigating_body",
    organ_name="Cơ quan Cảnh sát điều tra Công an thành phố Cần Thơ", head="entitled", custody="bat", received_at=NIGHT,
    language="km", needs=("interpreter",), reference="12/TB-CSĐT",
)  # fmt: skip


def enter(
    town: Town,
    told: NoticeTold = DEAF_NOTICE,
    at: datetime = ENTERED,
    by: str = "officer",
    **more: object,
) -> File:
    unit = town.units["vn_centre" if by.startswith("vn_") else "centre"]
    made = actions.notice(actor=town.actor(by), unit=unit, told=told, at=at, **more)  # type: ignore[arg-type]
    assert isinstance(made, Applied)
    return File.objects.get(pk=made.file.pk)


def owed(file: File) -> dict[str, datetime | None]:
    return {
        d.code: d.due_at for d in Duty.objects.filter(subject_id=file.pk, ended_at__isnull=True)
    }


# -- notices ----------------------------------------------------------------------------------------


def test_a_mandatory_notice_is_accepted_in_the_act_that_enters_it(town: Town) -> None:
    file = enter(town)
    assert (file.state, file.route, file.organ) == ("granted", "mandatory", "桦南县人民法院")
    assert file.received_at == CAME
    assert file.decided_by == town.users["officer"]
    assert file.finding["outcome"] == "mandatory_appointment"
    assert file.notice.defects == []
    # three days from the notice, whole days, in the time of the place; no other period of the agency
    due = owed(file)
    assert set(due) == {"agency_assigns_and_informs_organ"}
    ends = due["agency_assigns_and_informs_organ"]
    assert ends is not None
    assert ends.astimezone(HARBIN).date() == date(2026, 11, 20)
    assert [x.verb for x in Line.objects.filter(subject_id=file.pk).order_by("n")] == [
        "aid.notice",
        "aid.grant",
    ]
    assert Line.objects.get(subject_id=file.pk, verb="aid.notice").at == ENTERED
    assert not Paper.objects.filter(file=file).exists()
    assert list(faults()) == []


def test_assigning_tells_the_organ_and_meets_the_duty(town: Town) -> None:
    file = enter(town)
    at = ENTERED + timedelta(hours=20)
    actions.assign(
        actor=town.actor("officer"),
        file=file,
        practitioner_id=town.practitioners["lawyer"].pk,
        at=at,
    )
    kinds = list(
        Paper.objects.filter(file=file).order_by("created_at").values_list("kind", flat=True)
    )
    assert set(kinds) == {"assignment", "official_letter"}
    letter = Paper.objects.get(file=file, kind="official_letter")
    assert "桦南县人民法院" in letter.content
    assert "（2026）黑0822刑初88号" in letter.content
    assert Notice.objects.get(file=file).informed_at == at
    duty = Duty.objects.get(subject_id=file.pk, code="agency_assigns_and_informs_organ")
    assert (duty.end, duty.ended_at) == ("met", at)
    with bound(town.actor("lawyer")):  # what came with the notice is open to whoever acts
        assert reads.notice_of(town.actor("lawyer"), file) is not None


def test_a_declined_assignment_owes_another(town: Town) -> None:
    file = enter(town)
    file = actions.assign(
        actor=town.actor("officer"),
        file=file,
        practitioner_id=town.practitioners["lawyer"].pk,
        at=ENTERED,
    )
    from songfa.audit.door import move

    move(file, Verb.AID_DECLINE, actor=town.actor("lawyer"), at=ENTERED + timedelta(hours=2))
    assert "agency_assigns_and_informs_organ" in owed(file)


def test_a_notice_that_may_be_sent_waits_for_a_decision(town: Town) -> None:
    file = enter(town, MAY)
    assert (file.state, file.route) == ("received", "discretionary")
    assert set(owed(file)) == {"review_and_decide"}
    file = actions.grant(actor=town.actor("officer"), file=file, at=ENTERED + timedelta(days=1))
    assert set(owed(file)) == {"assign_after_grant"}


def test_a_head_that_is_not_borne_out_waits_and_says_so(town: Town) -> None:
    file = enter(town, replace(DEAF_NOTICE, head="minor", disabilities=()))
    assert file.state == "received"
    assert file.notice.defects == ["head_not_shown"]


def test_what_a_notice_must_say(town: Town) -> None:
    wrong = {
        "disabilities": replace(DEAF_NOTICE, disabilities=()),
        "name": replace(DEAF_NOTICE, person=replace(DEAF, name=" ")),
        "organ_name": replace(DEAF_NOTICE, organ_name=""),
        "born": replace(DEAF_NOTICE, head="minor", person=Described("某人")),
        "certificate": replace(DEAF_NOTICE, certificate="12345"),
    }
    for name, told in wrong.items():
        with pytest.raises(Problem) as why:
            enter(town, told)
        assert (why.value.code, why.value.facts["field"]) == ("notice_incomplete", name)
    times = {
        "future": replace(DEAF_NOTICE, received_at=ENTERED + timedelta(minutes=1)),
        "found_after": replace(DEAF_NOTICE, found_at=CAME + timedelta(hours=1)),
        "hearing_past": replace(DEAF_NOTICE, hearing_on=date(2026, 11, 16)),
    }
    for reason, told in times.items():
        with pytest.raises(Problem) as why:
            enter(town, told)
        assert (why.value.code, why.value.facts["why"]) == ("notice_time", reason)
    assert not File.objects.exists()


@pytest.mark.parametrize(
    "head", ["ordinary_procedure", "compulsory_treatment", "death_review", "in_absentia"]
)
def test_what_only_a_court_notifies_comes_from_no_other_body(town: Town, head: str) -> None:
    """Legal Aid Law Art. 25(1)(5), 25(1)(6), 25(2) and 28 speak of cases before a court."""
    told = replace(DEAF_NOTICE, head=head, disabilities=())
    for organ in ("procuratorate", "police", "state_security"):
        with pytest.raises(Problem) as why:
            enter(town, replace(told, organ=organ))
        assert (why.value.code, why.value.facts["field"]) == ("notice_incomplete", "organ")
    assert enter(town, told).notice.head == head
    others = replace(DEAF_NOTICE, organ="police", role="", stage="")  # Art. 25(1): all three
    assert enter(town, others).notice.organ == "police"


def test_a_vietnamese_notice_tells_of_the_household(town: Town) -> None:
    """Law 11/2017 Art. 7: a poor household by itself, a near-poor one for whoever is accused."""
    of = {"poor": "k2", "near_poor": "k6"}
    for household, group in of.items():
        file = enter(town, replace(ARRESTED, household=household), NIGHT, "vn_officer")
        assert group in file.finding["vn_groups"], household
        assert group in file.groups
        assert file.story().facts["household"][household] is True
    file = enter(town, replace(ARRESTED, monthly_allowance=True), NIGHT, "vn_officer")
    assert file.story().facts["monthly_social_allowance"] is True
    for where, told, who in (
        ("vn", replace(ARRESTED, household="rich"), "vn_officer"),
        ("cn", replace(DEAF_NOTICE, household="poor"), "officer"),
    ):
        with pytest.raises(Problem) as why:
            enter(town, told, NIGHT, who)
        assert why.value.code == "code_unknown", where


def test_of_notices_of_one_minute_the_last_entered_stands_first(town: Town) -> None:
    files = [enter(town, at=ENTERED + timedelta(minutes=n)) for n in range(6)]
    officer = town.actor("officer")
    with bound(officer):
        found = [row.notice.file_id for row in reads.notices(officer)]
    assert found == [file.pk for file in reversed(files)]


def test_sent_twice_it_is_one_notice(town: Town) -> None:
    token = uuid4()
    first, second = enter(town, token=token), enter(town, token=token)
    assert first.pk == second.pk
    assert Notice.objects.count() == 1


def test_defects_are_kept_and_a_late_body_is_found(town: Town) -> None:
    told = replace(
        DEAF_NOTICE, reference="", defects=("document_missing",), found_at=CAME - timedelta(days=5)
    )
    assert enter(town, told).notice.defects == [
        "document_missing",
        "reference_missing",
        "organ_late",
    ]
    in_time = replace(DEAF_NOTICE, found_at=CAME - timedelta(days=2))
    assert enter(town, in_time).notice.defects == []


def test_a_body_in_vietnam_is_late_after_twelve_hours_of_custody(town: Town) -> None:
    late = replace(ARRESTED, found_at=NIGHT - timedelta(hours=13))
    assert enter(town, late, NIGHT, "vn_officer").notice.defects == ["organ_late"]
    free = replace(late, custody="none")
    assert enter(town, free, NIGHT, "vn_officer").notice.defects == []


def test_arrested_at_night_the_twelve_hours_run_to_the_next_morning(town: Town) -> None:
    file = enter(town, ARRESTED, NIGHT + timedelta(minutes=5), "vn_officer")
    assert file.state == "granted"
    assert file.number.startswith("TT.TGTT.")
    assert file.request_number.startswith("TT.YC.")
    due = owed(file)
    assert due["appoint_provider_on_notice_custody"] == datetime(2026, 11, 19, 11, 10, tzinfo=HANOI)
    assert "appoint_provider_litigation" not in due
    assert file.story().contact.needs == ("interpreter",)


def test_the_application_that_a_notice_still_lacks_can_come_in(town: Town) -> None:
    file = enter(town, ARRESTED, NIGHT, "vn_officer")
    assert "application" in file.missing_papers
    assert "application" not in reads.papers_in_hand(file)  # nobody has applied yet
    assert reads.papers_awaited(file) == file.missing_papers
    actions.receive_papers(
        actor=town.actor("vn_officer"), file=file, papers=file.missing_papers, at=NIGHT
    )
    assert File.objects.get(pk=file.pk).missing_papers == []


def test_of_several_ways_to_prove_it_one_ends_what_the_person_owes(town: Town) -> None:
    """A poor household of an ethnic minority: the certificate is enough, nobody waits for the other papers."""
    file = enter(town, replace(ARRESTED, household="poor"), NIGHT, "vn_officer")
    assert {"poor_household_certificate", "ethnicity_paper"} <= set(file.missing_papers)
    officer = town.actor("vn_officer")
    first = ("application", "identity_card", "case_papers")
    file = actions.receive_papers(actor=officer, file=file, papers=first, at=NIGHT)
    assert "ethnicity_paper" in file.missing_papers
    assert "supply_proof_of_eligibility_extended" in owed(file)
    proof = ("poor_household_certificate",)
    file = actions.receive_papers(actor=officer, file=file, papers=proof, at=NIGHT)
    assert file.missing_papers == []
    assert not [code for code in owed(file) if code.startswith("supply_proof")]


def test_out_of_custody_vietnam_counts_three_working_days(town: Town) -> None:
    file = enter(town, replace(ARRESTED, custody="none"), NIGHT, "vn_officer")
    ends = owed(file)["appoint_provider_on_notice"]
    assert ends is not None
    assert ends.astimezone(HANOI).date() == date(2026, 11, 23)


def test_whoever_is_not_of_the_place_enters_none(town: Town) -> None:
    with pytest.raises(Problem):
        actions.notice(
            actor=town.actor("stranger"), unit=town.units["centre"], told=DEAF_NOTICE, at=ENTERED
        )
    with pytest.raises(Problem):
        actions.notice(
            actor=town.actor("worker"), unit=town.units["station"], told=DEAF_NOTICE, at=ENTERED
        )


# -- questions of the ledger -------------------------------------------------------------------------


def known_deaf(town: Town, *kinds: str) -> Person:
    centre = town.units["centre"]
    return find_or_enter(
        actor=town.actor("officer"), unit=centre, described=replace(DEAF, disabilities=kinds or ("hearing",)),
        at=ENTERED - timedelta(days=30), on=date(2026, 10, 18),
    ).person  # fmt: skip


def test_the_ledger_asks_and_a_yes_makes_the_notice_mandatory(town: Town) -> None:
    known_deaf(town)
    officer = town.actor("officer")
    file = enter(town, MAY)
    assert file.state == "received"  # a certificate decides nothing
    found = reads.questions(officer, file)
    assert [(r.question.code, r.question.because) for r in found] == [
        ("sight_hearing_speech", ("hearing",)),
        ("sign_language", ("hearing",)),
    ]
    at = ENTERED + timedelta(minutes=10)
    actions.answer_prompt(
        actor=officer, file=file, question="sight_hearing_speech", yes=True, at=at
    )
    file = File.objects.get(pk=file.pk)
    assert (file.state, file.route, file.notice.head) == (
        "granted",
        "mandatory",
        "sight_hearing_speech",
    )
    assert file.finding["outcome"] == "mandatory_appointment"
    due = owed(file)
    assert set(due) == {"agency_assigns_and_informs_organ"}
    ends = due["agency_assigns_and_informs_organ"]
    assert ends is not None
    assert ends.astimezone(HARBIN).date() == date(2026, 11, 20)
    line = Line.objects.get(subject_id=file.pk, verb="aid.answer_prompt")
    assert line.detail["answer"] == "yes"
    assert line.detail["question"] == "sight_hearing_speech"
    actions.answer_prompt(actor=officer, file=file, question="sign_language", yes=True, at=at)
    assert File.objects.get(pk=file.pk).story().contact.needs == ("sign_language",)


def test_a_no_has_a_reason_and_changes_nothing_else(town: Town) -> None:
    known_deaf(town)
    officer, file = town.actor("officer"), enter(town, MAY)
    with pytest.raises(Problem) as why:
        actions.answer_prompt(
            actor=officer, file=file, question="sight_hearing_speech", yes=False, at=ENTERED
        )
    assert (why.value.code, why.value.facts["field"]) == ("prompt_needs", "reason")
    actions.answer_prompt(
        actor=officer,
        file=file,
        question="sight_hearing_speech",
        yes=False,
        reason="证件已注销",
        at=ENTERED,
    )
    assert File.objects.get(pk=file.pk).state == "received"
    with pytest.raises(Problem) as why:
        actions.answer_prompt(
            actor=officer, file=file, question="sight_hearing_speech", yes=True, at=ENTERED
        )
    assert why.value.code == "prompt_answered"
    answered = [r for r in reads.questions(officer, file) if r.answer]
    assert [(r.question.code, r.answer.reason) for r in answered if r.answer] == [
        ("sight_hearing_speech", "证件已注销")
    ]


def test_a_certificate_of_several_kinds_must_be_named(town: Town) -> None:
    known_deaf(town, "multiple")
    officer, file = town.actor("officer"), enter(town, MAY)
    with pytest.raises(Problem) as why:
        actions.answer_prompt(
            actor=officer, file=file, question="sight_hearing_speech", yes=True, at=ENTERED
        )
    assert why.value.facts["field"] == "kinds"
    actions.answer_prompt(
        actor=officer,
        file=file,
        question="sight_hearing_speech",
        yes=True,
        kinds=["speech"],
        at=ENTERED,
    )
    assert File.objects.get(pk=file.pk).state == "granted"


def test_a_certificate_in_the_notice_reaches_the_ledger_and_asks(town: Town) -> None:
    file = enter(town, replace(MAY, certificate="23082219880603002521"))
    assert Person.objects.get(pk=file.person_id).disabilities == ["hearing"]
    assert file.state == "received"
    assert reads.questions(town.actor("officer"), file)[0].question.code == "sight_hearing_speech"


def test_an_application_in_a_criminal_matter_is_asked_about_too(town: Town) -> None:
    known_deaf(town)
    officer = town.actor("officer")
    application = actions.Application(
        person=DEAF, matter="criminal", service="criminal_defence",
        told=Told(facts={"criminal": {"role": "suspect", "has_counsel": False}, "applicant": {"is_recipient": True}}),
    )  # fmt: skip
    file = actions.apply(
        actor=officer, unit=town.units["centre"], application=application, at=ENTERED
    ).file
    assert file.finding["outcome"] == "means_test_required"
    actions.answer_prompt(
        actor=officer, file=file, question="sight_hearing_speech", yes=True, at=ENTERED
    )
    file = File.objects.get(pk=file.pk)
    assert (file.state, file.finding["outcome"]) == ("received", "mandatory_appointment")


def test_a_question_that_nobody_asks_cannot_be_answered(town: Town) -> None:
    file = enter(town)
    with pytest.raises(Problem) as why:
        actions.answer_prompt(
            actor=town.actor("officer"), file=file, question="minor", yes=True, at=ENTERED
        )
    assert why.value.code == "not_found"
    with pytest.raises(Problem) as why:
        actions.answer_prompt(
            actor=town.actor("worker"), file=file, question="minor", yes=True, at=ENTERED
        )
    assert why.value.code in ("not_allowed", "not_found")
    assert not HeadAnswer.objects.exists()


# -- lawyers on duty ---------------------------------------------------------------------------------

MORNING = datetime(2026, 11, 18, 9, 0, tzinfo=HARBIN)


def sit(
    town: Town, starts_at: datetime = MORNING, hours: int = 8, place: str = "桦南县看守所"
) -> DutySession:
    return actions.open_session(
        actor=town.actor("officer"), practitioner_id=town.practitioners["lawyer"].pk, kind="detention", place=place,
        starts_at=starts_at, ends_at=starts_at + timedelta(hours=hours), at=MORNING - timedelta(days=1),
    )  # fmt: skip


def ask(
    town: Town, session: DutySession, asked_by: str = "person", reference: str = ""
) -> DutyHelp:
    told = HelpTold(
        name="冯阿强", asked_by=asked_by, asked_at=MORNING + timedelta(minutes=15), reference=reference,
        role="suspect", custody="detained",
    )  # fmt: skip
    actor, at = town.actor("lawyer"), MORNING + timedelta(hours=1)
    with bound(actor):
        found = reads.session(actor, session.pk)
        return actions.ask_help(actor=actor, session=found, told=told, at=at)


def test_nobody_sits_in_two_places_at_once(town: Town) -> None:
    sit(town)
    with pytest.raises(Problem) as why:
        sit(town, MORNING + timedelta(hours=2), place="桦南县人民法院")
    assert why.value.code == "session_overlaps"
    sit(town, MORNING + timedelta(hours=8), place="桦南县人民法院")
    for hours, reason in ((-1, "order"), (25, "long")):
        with pytest.raises(Problem) as why:
            sit(town, MORNING + timedelta(days=9), hours)
        assert why.value.facts["why"] == reason


def test_the_register_is_numbered_and_tells_what_was_done(town: Town) -> None:
    session = sit(town)
    first, second = (
        ask(town, session),
        ask(town, session, asked_by="procuratorate", reference="黑桦检〔2026〕8号"),
    )
    assert [first.number, second.number] == ["2026-0001", "2026-0002"]
    lawyer = town.actor("lawyer")
    with bound(lawyer):
        actions.give_help(
            actor=lawyer,
            asked=first,
            kinds=("advice", "procedure_choice"),
            summary="解答量刑",
            plea=True,
            at=MORNING + timedelta(hours=2),
        )
        actions.refuse_help(
            actor=lawyer, asked=second, reason="本人表示不需要", at=MORNING + timedelta(hours=2)
        )
        mine = reads.help_register(lawyer, Sought(month="2026-11"))
        assert [h.number for h in mine] == ["2026-0002", "2026-0001"]
        assert reads.helped_in(mine) == {
            "all": 2,
            "given": 1,
            "declined": 1,
            "plea": 1,
            "applied": 0,
        }
        assert not reads.help_register(lawyer, Sought(month="2026-10")).exists()
        assert not reads.help_register(lawyer, Sought(kind="court")).exists()
    with bound(town.actor("stranger")):
        assert not reads.help_register(town.actor("stranger"), Sought()).exists()


def test_help_without_a_kind_or_a_word_is_refused(town: Town) -> None:
    row, lawyer = ask(town, sit(town)), town.actor("lawyer")
    with pytest.raises(Problem) as why:
        actions.give_help(actor=lawyer, asked=row, kinds=(), summary="已解答", at=MORNING)
    assert why.value.code == "help_incomplete"
    with pytest.raises(Problem) as why:
        actions.give_help(actor=lawyer, asked=row, kinds=("advice",), summary=" ", at=MORNING)
    assert why.value.code == "guard_failed"
    with pytest.raises(Problem) as why:
        actions.refuse_help(actor=lawyer, asked=row, reason="", at=MORNING)
    assert why.value.code == "guard_failed"


def test_an_application_given_to_the_duty_lawyer_is_handed_on_within_a_day(town: Town) -> None:
    row, lawyer = ask(town, sit(town)), town.actor("lawyer")
    came = MORNING + timedelta(minutes=30)
    with bound(lawyer):
        row = actions.take_in(
            actor=lawyer,
            asked=row,
            given=InHand(came, "我想请律师", needs=("easy_words",)),
            at=MORNING + timedelta(hours=1),
        )
        duty = Duty.objects.get(subject_id=row.pk)
        assert (duty.code, duty.due_at) == (
            "duty_lawyer_forwards_application",
            came + timedelta(hours=24),
        )
        assert duty.held_by == town.users["lawyer"]
        # the help itself may be written down afterwards: the duty stays
        row = actions.give_help(
            actor=lawyer,
            asked=row,
            kinds=("advice",),
            summary="已解答",
            at=MORNING + timedelta(hours=2),
        )
        assert Duty.objects.filter(subject_id=row.pk, ended_at__isnull=True).exists()
        actions.hand_on_application(actor=lawyer, asked=row, at=MORNING + timedelta(hours=3))
        with pytest.raises(Problem) as why:
            actions.hand_on_application(actor=lawyer, asked=row, at=MORNING + timedelta(hours=4))
        assert why.value.code == "no_such_move"
    row = DutyHelp.objects.get(pk=row.pk)
    assert row.state == "handed_on"
    assert Duty.objects.get(subject_id=row.pk).end == "met"
    file = row.file
    assert file is not None
    assert (file.state, file.unit, file.service) == (
        "received",
        town.units["centre"],
        "criminal_defence",
    )
    assert file.story().name == "冯阿强"
    assert file.story().contact.needs == ("easy_words",)
    assert set(owed(file)) == {"review_and_decide"}
    with bound(lawyer):  # it lies with the agency now, not with the duty lawyer
        assert not File.objects.exists()


def test_the_figure_of_duty_help_counts_these_rows(town: Town) -> None:
    from songfa.insight.measures import MEASURES, Window

    row, lawyer = ask(town, sit(town)), town.actor("lawyer")
    ask(town, DutySession.objects.get())
    actions.give_help(actor=lawyer, asked=row, kinds=("advice",), summary="已解答", at=MORNING)
    measure = MEASURES["duty_help"]
    window = Window(date(2026, 11, 1), date(2026, 11, 30), "Asia/Shanghai")
    where = measure.when(window)
    assert DutyHelp.objects.filter(where).aggregate(n=measure.value(where))["n"] == 1


def test_taking_the_register_out_of_the_house_is_recorded(town: Town) -> None:
    first = ask(town, sit(town))
    second = ask(town, DutySession.objects.get())
    officer = town.actor("officer")
    assert len(reads.exported(officer, Sought(), at=MORNING)) == 2
    looks = Line.objects.filter(verb=Verb.AID_HELP, detail__exported=2)
    assert set(looks.values_list("subject_id", flat=True)) == {first.pk, second.pk}


def test_times_are_aware() -> None:
    assert CAME.astimezone(UTC).hour == 8
