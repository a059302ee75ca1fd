"""Legal-aid files on PostgreSQL: from the application to the end, with what each step owes and leaves behind."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from songfa.access.policy import bound, public
from songfa.aid import actions, reads
from songfa.aid.actions import Application, Applied
from songfa.aid.door import codes, offices
from songfa.aid.models import File, Log, Paper
from songfa.aid.reads import Wanted, lists
from songfa.aid.told import Contact, Told
from songfa.audit.models import Line
from songfa.duties.models import Duty
from songfa.people.actions import Described
from songfa.people.models import Person
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb
from tests.town import Town, build

WAGES = Application(
    person=Described(
        "李小红", date(1980, 4, 1), "F", "230822198004010021", "13800138000", "zh-Hans"
    ),
    matter="labour_wages",
    service="arbitration",
    told=Told(
        story="工地欠了我三个月工资",
        facts={"person": {"birth_date": "1980-04-01", "statuses": ["migrant_worker"]}},
        contact=Contact(
            way="call", caution="no_details", language="zh-Hans", needs=("large_print",)
        ),
    ),
    groups=("migrant_workers",),
)
LAND = Application(
    person=Described("Nguyễn Thị Hoa", date(1970, 5, 2), "F", "092170001234", "0912345678", "vi"),
    matter="land",
    service="litigation",
    told=Told(
        story="Bị thu hồi đất",
        facts={
            "person": {"birth_date": "1970-05-02"},
            "household": {"poor": True},
            "vn_groups": ["k2"],
        },
        contact=Contact(way="call", language="vi"),
    ),
    groups=("k2",),
)


@pytest.fixture
def applied(town: Town) -> Applied:
    return actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=town.noon
    )


@pytest.fixture
def vietnamese(town: Town) -> Applied:
    return actions.apply(
        actor=town.actor("vn_officer"), unit=town.units["vn_centre"], application=LAND, at=town.noon
    )


def owed(file: File) -> dict[str, str]:
    """Return each duty of a file with its end; empty for what is still open."""
    return dict(Duty.objects.filter(subject_id=file.pk).values_list("code", "end"))


def acts(file: File) -> list[str]:
    return list(
        Line.objects.filter(subject_id=file.pk).order_by("n").values_list("verb", flat=True)
    )


def test_an_application_gets_a_number_a_finding_a_code_and_a_clock(applied: Applied) -> None:
    file = applied.file
    assert file.number == "（桦）援申字[2026]第1号"
    assert file.state == "received"
    assert file.finding["outcome"] == "means_check_waived"
    assert file.finding["cited"]["zh"][0].startswith("《中华人民共和国法律援助法》第三十一条")
    assert len(codes.typed(applied.code)) == 8
    assert owed(file) == {"review_and_decide": ""}
    assert acts(file) == ["aid.apply"]


def test_what_was_told_and_the_numbers_of_the_person_are_not_readable_in_the_database(
    applied: Applied,
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select told, finding::text from aid_file")
        told, finding = cursor.fetchone()
        cursor.execute("select id_number, phone, id_index from people_person")
        person = cursor.fetchone()
    assert "工资".encode() not in bytes(told)
    assert "13800138000" not in bytes(told).decode("latin-1")
    assert "李小红" not in finding
    assert b"230822198004010021" not in bytes(person[0])
    assert b"13800138000" not in bytes(person[1])
    assert "230822" not in person[2]


def test_the_trail_holds_no_personal_data(applied: Applied) -> None:
    told = " ".join(str(line.detail) for line in Line.objects.all())
    for private in ("李小红", "230822198004010021", "13800138000", "欠了我"):
        assert private not in told


def test_a_form_sent_twice_is_one_application_with_one_code(town: Town) -> None:
    token = uuid4()
    both = [
        actions.apply(
            actor=town.actor("officer"),
            unit=town.units["centre"],
            application=WAGES,
            at=town.noon,
            token=token,
        )
        for _ in range(2)
    ]
    assert both[0].file.pk == both[1].file.pk
    assert both[0].code == both[1].code
    assert File.objects.count() == 1


def test_the_same_person_is_in_the_ledger_once(town: Town, applied: Applied) -> None:
    blank = replace(WAGES, person=replace(WAGES.person, phone="", born=None), groups=("disabled",))
    again = actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=blank, at=town.noon
    )
    person = Person.objects.get()
    assert again.file.person_id == applied.file.person_id == person.pk
    assert person.phone == "+8613800138000"  # a blank erased nothing
    assert person.groups == ["migrant_workers", "women", "disabled"]


def test_a_station_receives_for_its_centre(town: Town) -> None:
    applied = actions.apply(
        actor=offices.at_the_door(town.actor("worker"), town.units["centre"]),
        unit=town.units["station"], application=WAGES, at=town.noon,
    )  # fmt: skip
    assert applied.file.unit == town.units["centre"]
    assert applied.file.received_by == town.units["station"]
    assert applied.file.number.startswith("（桦）")
    assert [d.subject_id for d in Duty.objects.filter(unit=town.units["centre"])] == [
        applied.file.pk
    ]


def test_a_body_that_takes_no_applications_says_so(town: Town) -> None:
    with pytest.raises(Problem, match="office_takes_none"):
        actions.apply(
            actor=town.actor("officer"), unit=town.units["firm"], application=WAGES, at=town.noon
        )


def test_papers_are_asked_for_once_and_the_clock_stands_still(town: Town, applied: Applied) -> None:
    officer = town.actor("officer")
    file = actions.ask_papers(
        actor=officer,
        file=applied.file,
        papers=["identity_card", "migrant_worker_proof"],
        at=town.noon,
    )
    duty = Duty.objects.get(code="review_and_decide")
    due = duty.due_at
    assert file.state == "awaiting_papers"
    assert duty.suspended_at == town.noon
    later = town.noon + timedelta(days=3)
    file = actions.receive_papers(actor=officer, file=file, papers=["identity_card"], at=later)
    duty.refresh_from_db()
    assert file.missing_papers == ["migrant_worker_proof"]
    assert duty.due_at is not None
    assert due is not None
    assert duty.due_at - due == timedelta(days=3)
    with pytest.raises(Problem, match="papers_asked_already"):
        actions.ask_papers(actor=officer, file=file, papers=["identity_card"], at=later)


def test_nothing_named_is_no_request_for_papers(town: Town, applied: Applied) -> None:
    with pytest.raises(Problem, match="guard_failed"):
        actions.ask_papers(actor=town.actor("officer"), file=applied.file, papers=[], at=town.noon)


def test_from_the_grant_to_the_closed_file(town: Town, applied: Applied) -> None:
    officer, lawyer = town.actor("officer"), town.actor("lawyer")
    file = actions.grant(actor=officer, file=applied.file, at=town.noon)
    assert owed(file) == {"review_and_decide": "met", "assign_after_grant": ""}
    file = actions.assign(
        actor=officer, file=file, practitioner_id=town.practitioners["lawyer"].pk, at=town.noon
    )
    assert file.held_by == town.users["lawyer"]
    with bound(lawyer):
        actions.log(
            actor=lawyer,
            file=file,
            done_on=town.noon.date(),
            minutes=90,
            kind="meeting",
            text="会见",
            at=town.noon,
        )
        file = actions.close(
            actor=lawyer,
            file=file,
            outcome="won",
            recovered=3_600_000,
            summary="工资已付",
            at=town.noon,
        )
        assert {p.kind for p in reads.papers(lawyer, file)} == {
            "grant",
            "assignment",
            "closing_report",
        }
    assert (file.state, file.recovered, file.currency) == ("closed", 3_600_000, "CNY")
    assert owed(file) == {
        "review_and_decide": "met",
        "assign_after_grant": "met",
        "handle_case": "met",
        "sign_agreement": "",
        "hand_in_file": "",
    }
    actions.hand_in(actor=officer, file=file, at=town.noon, why_lacking="材料随后补交")
    assert owed(file)["hand_in_file"] == "met"
    assert owed(file)["check_file"] == ""
    assert acts(file) == [
        "aid.apply",
        "aid.grant",
        "aid.assign",
        "aid.log",
        "aid.close",
        "aid.hand_in",
    ]


def test_documents_have_the_numbers_of_their_country(
    town: Town, applied: Applied, vietnamese: Applied
) -> None:
    file = actions.grant(actor=town.actor("officer"), file=applied.file, at=town.noon)
    actions.assign(
        actor=town.actor("officer"),
        file=file,
        practitioner_id=town.practitioners["lawyer"].pk,
        at=town.noon,
    )
    numbers = dict(Paper.objects.filter(file=file).values_list("kind", "number"))
    assert numbers == {"grant": "（桦）援决字[2026]第1号", "assignment": "（桦）援指字[2026]第1号"}
    assert vietnamese.file.number == "TT.YC.01.2026"
    file = actions.grant(actor=town.actor("vn_officer"), file=vietnamese.file, at=town.noon)
    assert file.number == "TT.TGTT.01.2026"
    assert file.request_number == "TT.YC.01.2026"
    actions.assign(
        actor=town.actor("vn_officer"),
        file=file,
        practitioner_id=town.practitioners["vn_helper"].pk,
        at=town.noon,
    )
    numbers = dict(Paper.objects.filter(file=file).values_list("kind", "number"))
    assert numbers == {"grant": "01/QĐ-TT", "appointment_for_litigation": "02/QĐ-TT"}


def test_a_refusal_needs_a_ground_that_the_pack_knows(town: Town, vietnamese: Applied) -> None:
    officer = town.actor("vn_officer")
    with pytest.raises(Problem, match="guard_failed"):
        actions.refuse(actor=officer, file=vietnamese.file, reasons=[], text="", at=town.noon)
    with pytest.raises(Problem, match="reason_unknown"):
        actions.refuse(
            actor=officer, file=vietnamese.file, reasons=["hardship_not_met"], text="", at=town.noon
        )
    file = actions.refuse(
        actor=officer,
        file=vietnamese.file,
        reasons=["other_organisation"],
        text="Đã có nơi khác",
        at=town.noon,
    )
    assert file.state == "refused"
    assert not Duty.objects.filter(subject_id=file.pk, ended_at__isnull=True).exists()
    assert Paper.objects.get(file=file).kind == "refuse"


def test_who_decides_second_sees_the_first_decision(town: Town, applied: Applied) -> None:
    actions.grant(actor=town.actor("officer"), file=applied.file, at=town.noon)
    with pytest.raises(Problem) as second:
        actions.refuse(
            actor=town.actor("colleague"),
            file=applied.file,
            reasons=["hardship_not_met"],
            text="",
            at=town.noon,
        )
    assert second.value.code == "already_decided"
    assert second.value.facts["decision"] == "grant"
    assert second.value.facts["by"] == "周岚"


def test_a_practitioner_sees_and_works_on_own_files_only(town: Town, applied: Applied) -> None:
    lawyer = town.actor("lawyer")
    other = actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=town.noon
    ).file
    actions.grant(actor=town.actor("officer"), file=other, at=town.noon)
    file = actions.grant(actor=town.actor("officer"), file=applied.file, at=town.noon)
    actions.assign(
        actor=town.actor("officer"),
        file=file,
        practitioner_id=town.practitioners["lawyer"].pk,
        at=town.noon,
    )
    with bound(lawyer):
        assert [row.file.pk for row in reads.listed(lawyer, Wanted(), town.noon).rows] == [file.pk]
        assert File.objects.count() == 1  # the database shows no other
        with pytest.raises(Problem, match="not_found"):
            reads.file(lawyer, other.pk, at=town.noon)
        with pytest.raises(Problem, match="not_found"):
            actions.withdraw(actor=lawyer, file=other, reason="requested", at=town.noon)


@pytest.mark.parametrize("who", ["stranger", "worker", "worker2", "vn_officer"])
def test_outsiders_find_nothing(town: Town, applied: Applied, who: str) -> None:
    actor = town.actor(who)
    with bound(actor):
        assert reads.listed(actor, Wanted(), town.noon).rows == []
        assert not File.objects.exists()
        assert not Person.objects.exists()
        with pytest.raises(Problem, match="not_found"):
            reads.file(actor, applied.file.pk, at=town.noon)
        with pytest.raises(Problem, match="not_found"):
            actions.grant(actor=actor, file=applied.file, at=town.noon)


def test_a_supervisor_may_look_but_not_decide(town: Town, applied: Applied) -> None:
    supervisor = town.actor("supervisor")
    assert reads.file(supervisor, applied.file.pk, at=town.noon) == applied.file
    with pytest.raises(Problem, match="not_allowed"):
        actions.grant(actor=supervisor, file=applied.file, at=town.noon)


def test_each_look_at_a_file_is_recorded(town: Town, applied: Applied) -> None:
    reads.file(town.actor("head"), applied.file.pk, at=town.noon)
    line = Line.objects.filter(verb=Verb.AID_SEE).get()
    assert (line.actor, line.subject_id) == (town.users["head"], applied.file.pk)


def test_the_public_door_applies_and_sees_nothing(town: Town) -> None:
    door = offices.public_door(town.units["station"], town.noon.date())
    with bound(door):
        applied = actions.apply(
            actor=door, unit=town.units["station"], application=WAGES, at=town.noon
        )
        assert reads.listed(door, Wanted(), town.noon).rows == []
    assert applied.file.unit == town.units["centre"]


def test_a_code_leads_to_the_file_and_a_wrong_one_to_nothing(town: Town, applied: Applied) -> None:
    typed = applied.code.lower().replace("-", " ")
    receipt = reads.receipt_of(typed)
    assert receipt is not None
    door = public(receipt.unit, town.noon.date())
    with bound(door):
        told = reads.followed(door, receipt.file_id, at=town.noon)
    assert (told.number, told.state, told.step) == (
        applied.file.number,
        "received",
        "review_and_decide",
    )
    assert reads.receipt_of("AAAA-AAAA") is None
    assert reads.receipt_of("") is None


@pytest.mark.parametrize(
    ("change", "why"),
    [({"minutes": 0}, "minutes"), ({"minutes": 1441}, "minutes"), ({"kind": "sleeping"}, "kind"),
     ({"done_on": date(2026, 11, 19)}, "future"), ({"done_on": date(2026, 11, 17)}, "before_receipt")],
)  # fmt: skip
def test_work_that_cannot_have_been_is_not_logged(
    town: Town, applied: Applied, change: dict[str, object], why: str
) -> None:
    work = {"done_on": date(2026, 11, 18), "minutes": 30, "kind": "call", "text": "", **change}
    with pytest.raises(Problem) as found:
        actions.log(actor=town.actor("officer"), file=applied.file, at=town.noon, **work)  # type: ignore[arg-type]
    assert found.value.facts["why"] == why
    assert not Log.objects.exists()


@pytest.mark.parametrize("amount", [-1, 10**15 + 1])
def test_money_that_cannot_be_is_not_taken(town: Town, applied: Applied, amount: int) -> None:
    with pytest.raises(Problem, match="amount_invalid"):
        actions.close(
            actor=town.actor("officer"),
            file=applied.file,
            outcome="won",
            recovered=amount,
            summary="",
            at=town.noon,
        )


def test_the_database_refuses_a_negative_recovery_and_a_step_past_the_door(
    town: Town, applied: Applied
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        File.objects.filter(pk=applied.file.pk).update(recovered=-1, currency="CNY")
    with pytest.raises(IntegrityError), transaction.atomic():
        File.objects.filter(pk=applied.file.pk).update(state="closed")


def test_a_closed_file_moves_no_more(town: Town, applied: Applied) -> None:
    actions.withdraw(
        actor=town.actor("officer"), file=applied.file, reason="requested", at=town.noon
    )
    for verb in (actions.grant, actions.hand_in):
        with pytest.raises(Problem, match="no_such_move"):
            verb(actor=town.actor("officer"), file=applied.file, at=town.noon)


def test_a_withdrawal_in_vietnam_is_confirmed_in_writing(town: Town, vietnamese: Applied) -> None:
    file = actions.withdraw(
        actor=town.actor("vn_officer"), file=vietnamese.file, reason="requested", at=town.noon
    )
    assert Paper.objects.get(file=file).kind == "discontinuation"
    assert not Duty.objects.filter(subject_id=file.pk, ended_at__isnull=True).exists()


def test_what_is_owed_at_once_is_late_after_the_working_day(
    town: Town, vietnamese: Applied
) -> None:
    """Điều 30(2): answered at once, so measured to the end of that working day."""
    duty = Duty.objects.get(subject_id=vietnamese.file.pk, code="answer_request")
    assert duty.due_at is not None
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    due = duty.due_at.astimezone(zone)
    assert due.date() >= town.noon.astimezone(zone).date()
    assert (due.hour, due.minute, due.second) == (23, 59, 59)
    officer = town.actor("vn_officer")
    now, then = duty.due_at, duty.due_at + timedelta(seconds=1)
    steps = [reads.clock_line(officer, vietnamese.file, at)[1] for at in (now, then)]
    assert [(s.code, s.state, s.at_once) for s in steps] == [
        ("answer_request", "now", True), ("answer_request", "late", True),
    ]  # fmt: skip


def test_candidates_are_ordered_with_reasons(town: Town, applied: Applied) -> None:
    found = reads.candidates(town.actor("officer"), applied.file, town.noon)
    assert [c.practitioner.name for c in found] == ["何平"]
    assert {r.code: (r.n, r.points) for r in found[0].standing.reasons} == {
        "demand_met": (0, 0), "skill_matter": (0, 0), "language_spoken": (0, 0), "near_county": (0, 0),
        "load": (0, 0), "years": (11, 0), "quality_unknown": (0, 5), "licence_unseen": (0, 8),
    }  # fmt: skip


def test_what_belongs_to_a_file_is_told_kind_by_kind(town: Town, applied: Applied) -> None:
    before = reads.belongings(applied.file)
    tables = apps.get_app_config("aid").get_models()
    abouts = [m for m in tables if any(f.name == "file" and f.related_model is File for f in m._meta.fields)
              and not hasattr(m, "pgh_obj")]  # fmt: skip
    assert len(before) == len(abouts) > 20
    assert before["receipt"]
    assert not before["parties"]
    actions.name_party(
        actor=town.actor("officer"), file=applied.file, side="adverse", kind="company",
        name="松花江建筑公司", id_number="", at=town.noon,
    )  # fmt: skip
    after = reads.belongings(applied.file)
    assert {kind for kind in after if after[kind] != before[kind]} == {"parties"}


def test_the_clock_line_shows_done_now_and_next(town: Town, applied: Applied) -> None:
    line = reads.clock_line(town.actor("officer"), applied.file, town.noon + timedelta(days=9))
    assert [(s.code, s.state) for s in line] == [
        ("received", "done"), ("review_and_decide", "late"), ("assign_after_grant", "next"), ("hand_in_file", "next"),
    ]  # fmt: skip
    assert line[1].late is not None
    assert line[1].late.days == 1
    assert line[1].article == "法律援助法 43"


def test_the_list_is_paged_both_ways_without_holes(town: Town) -> None:
    officer = town.actor("officer")
    made = [
        actions.apply(
            actor=officer, unit=town.units["centre"], at=town.noon + timedelta(minutes=n),
            application=replace(WAGES, person=Described(f"某甲{n}")),
        ).file.pk
        for n in range(53)
    ]  # fmt: skip
    first = reads.listed(officer, Wanted(), town.noon)
    second = reads.listed(officer, Wanted(after=first.next), town.noon)
    assert [r.file.pk for r in first.rows + second.rows] == made[::-1]
    assert (first.previous, second.next) == ("", "")
    back = reads.listed(officer, Wanted(before=second.previous), town.noon)
    assert [r.file.pk for r in back.rows] == made[::-1][:50]
    assert reads.listed(officer, Wanted(after="nonsense"), town.noon).rows[0].file.pk == made[-1]


@pytest.mark.parametrize("q", ["第1号", "李小", "lxh", "lixiao", "（桦）援申字[2026]第1号"])
def test_files_are_found_by_number_and_name(town: Town, applied: Applied, q: str) -> None:
    found = reads.listed(town.actor("officer"), Wanted(q=q), town.noon).rows
    assert [r.file.pk for r in found] == [applied.file.pk]


def test_files_are_found_by_the_code_of_the_receipt(town: Town, applied: Applied) -> None:
    found = reads.listed(town.actor("officer"), Wanted(q=applied.code.lower()), town.noon).rows
    assert [r.file.pk for r in found] == [applied.file.pk]
    assert reads.listed(town.actor("officer"), Wanted(q="王"), town.noon).rows == []


def test_counts_and_the_late_filter(town: Town, applied: Applied) -> None:
    officer, late = town.actor("officer"), town.noon + timedelta(days=9)
    assert reads.counts(officer, town.noon).late == 0
    found = reads.counts(officer, late)
    assert (found.states["received"], found.states["granted"], found.late) == (1, 0, 1)
    assert [r.file.pk for r in reads.listed(officer, Wanted(late=True), late).rows] == [
        applied.file.pk
    ]
    assert reads.listed(officer, Wanted(late=True), town.noon).rows == []


def test_a_counter_stops_at_many(
    town: Town, applied: Applied, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "MANY", 2)
    officer, late = town.actor("officer"), town.noon + timedelta(days=9)
    for n in range(4):
        actions.apply(
            actor=officer, unit=town.units["centre"], at=town.noon,
            application=replace(WAGES, person=Described(f"某乙{n}")),
        )  # fmt: skip
    found = reads.counts(officer, late)
    assert (found.states["received"], found.late) == (3, 3)
    monkeypatch.setattr(lists, "MANY", 5)
    found = reads.counts(officer, late)
    assert (found.states["received"], found.late) == (5, 5)


def test_each_list_line_says_what_is_owed_next(town: Town, applied: Applied) -> None:
    line = reads.listed(town.actor("officer"), Wanted(), town.noon).rows[0]
    assert line.duty is not None
    assert line.duty.code == "review_and_decide"


# -- at the same moment ------------------------------------------------------------------------------


def together(work: list[Callable[[], None]]) -> list[BaseException | None]:
    """Run each piece of work in a thread with a connection of its own; return what each ended with."""
    ended: list[BaseException | None] = [None] * len(work)
    gate = threading.Barrier(len(work))

    def run(n: int) -> None:
        gate.wait()
        try:
            work[n]()
        except BaseException as error:
            ended[n] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(n,)) for n in range(len(work))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ended


@pytest.mark.django_db(transaction=True)
def test_of_two_who_decide_at_once_one_is_told_what_the_other_decided() -> None:
    town = build()
    file = actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=town.noon
    ).file
    first, second = town.actor("officer"), town.actor("colleague")
    ended = together(
        [
            lambda: void(actions.grant(actor=first, file=file, at=town.noon)),
            lambda: void(
                actions.refuse(
                    actor=second, file=file, reasons=["hardship_not_met"], text="", at=town.noon
                )
            ),
        ]
    )
    lost = [e for e in ended if e is not None]
    assert len(lost) == 1
    assert isinstance(lost[0], Problem)
    assert lost[0].code == "already_decided"
    assert Paper.objects.filter(file=file).count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_form_sent_twice_at_once_is_one_application() -> None:
    town = build()
    token, officer = uuid4(), town.actor("officer")
    ended = together(
        [
            lambda: void(
                actions.apply(
                    actor=officer,
                    unit=town.units["centre"],
                    application=WAGES,
                    at=town.noon,
                    token=token,
                )
            )
        ]
        * 2
    )
    assert ended == [None, None]
    assert File.objects.count() == 1


def void(_: object) -> None:
    """Drop a result."""
