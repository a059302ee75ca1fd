"""Group matters on PostgreSQL: a list is read, looked at, loaded once; money a person; letters to all."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from songfa.access.policy import bound
from songfa.aid import actions as aid
from songfa.aid.actions import group
from songfa.aid.models import File, Paper, Recipient, RecipientList
from songfa.aid.reads import group as reads
from songfa.aid.recoveries import Recovery
from songfa.aid.told import Told
from songfa.audit.models import Line
from songfa.audit.verify import faults
from songfa.duties.models import Duty
from songfa.papers.out import many
from songfa.papers.out.letter import Letter
from songfa.people.actions import Described
from songfa.people.models import Person
from songfa.rules.problems import Problem
from tests import recipients as made
from tests.rooms.test_aid import LAND, WAGES
from tests.town import Town


@pytest.fixture
def file(town: Town) -> File:
    """The claim of a worker who speaks for many; an identity number of hers stands in no list here."""
    return aid.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=town.noon
    ).file


def read(town: Town, file: File, rows: Any, who: str = "officer") -> RecipientList:
    return group.read_list(
        actor=town.actor(who), file=file, name="名单.xlsx", data=made.xlsx(rows), at=town.noon
    )


def load(town: Town, file: File, rows: Any, **more: Any) -> int:
    listed = read(town, file, rows)
    return group.load_list(
        actor=town.actor("officer"), file=file, list_id=listed.pk, at=town.noon, **more
    )


def now(file: File) -> File:
    return File.objects.get(pk=file.pk)


def test_of_three_hundred_rows_twelve_are_bad_and_nothing_is_loaded_before_it_is_confirmed(
    town: Town, file: File
) -> None:
    listed = read(town, file, made.spoiled())
    assert (listed.good, listed.bad) == (288, 12)
    assert Recipient.objects.count() == 0
    assert Person.objects.count() == 1  # the applicant
    kept = reads.read_list(town.actor("officer"), file, listed.pk, at=town.noon)
    assert [(e.row, e.wrong[0].code) for e in kept.bad] == [
        (12 + 25 * n, code) for n, code in enumerate(made.BAD)
    ]
    came = group.load_list(actor=town.actor("officer"), file=file, list_id=listed.pk, at=town.noon)
    assert came == Recipient.objects.count() == 288
    assert Person.objects.count() == 289
    assert list(faults()) == []


def test_a_list_is_loaded_once_however_often_it_is_confirmed(town: Town, file: File) -> None:
    listed = read(town, file, made.workers(5))
    for _ in range(2):
        group.load_list(actor=town.actor("officer"), file=file, list_id=listed.pk, at=town.noon)
    assert Recipient.objects.count() == 5
    assert Line.objects.filter(verb="aid.recipients", detail__loaded=5).count() == 1


def test_a_list_is_refused_when_the_file_changed_since_it_was_read(town: Town, file: File) -> None:
    listed = read(town, file, made.workers(5))
    group.add_recipient(
        actor=town.actor("colleague"),
        file=file,
        name="吴一",
        id_number=made.number(500),
        at=town.noon,
    )
    with pytest.raises(Problem) as why:
        group.load_list(actor=town.actor("officer"), file=file, list_id=listed.pk, at=town.noon)
    assert why.value.code == "list_stale"
    assert Recipient.objects.count() == 2  # the applicant and the one who was added


def test_a_list_is_sealed_and_forgotten_after_a_week(town: Town, file: File) -> None:
    listed = read(town, file, made.workers(3))
    with connection.cursor() as cursor:
        cursor.execute("select content from aid_recipientlist")
        assert made.number(1).encode() not in bytes(cursor.fetchone()[0])
    with pytest.raises(Problem) as why:
        group.load_list(
            actor=town.actor("officer"),
            file=file,
            list_id=listed.pk,
            at=town.noon + timedelta(days=8),
        )
    assert why.value.code == "not_found"


def test_who_is_in_the_file_or_in_another_open_one_is_told(town: Town, file: File) -> None:
    load(town, file, made.workers(3))
    other = aid.apply(
        actor=town.actor("officer"), unit=town.units["centre"], at=town.noon,
        application=replace(WAGES, person=Described("赵一鸣", id_number=made.number(50))),
    ).file  # fmt: skip
    group.add_recipient(
        actor=town.actor("officer"),
        file=other,
        name="钱二",
        id_number=made.number(51),
        at=town.noon,
    )
    rows = [made.worker(n) for n in (2, 50, 51, 60)]
    kept = reads.read_list(town.actor("officer"), file, read(town, file, rows).pk, at=town.noon)
    assert {e.row: (w.code, w.facts) for e in kept.bad for w in e.wrong} == {
        2: ("in_file", {}),
        3: ("in_other_file", {"number": other.number}),
        4: ("in_other_file", {"number": other.number}),
    }
    assert [e.row for e in kept.good] == [5]


def test_the_applicant_comes_in_with_the_list_once(town: Town, file: File) -> None:
    load(town, file, made.workers(2), with_applicant=True)
    load(town, file, [made.worker(3)], with_applicant=True)
    rows = reads.recipients(town.actor("officer"), file)
    assert [r.place for r in rows] == [1, 2, 3, 4]
    assert rows[0].person_id == file.person_id


def test_wages_of_ten_migrant_workers_go_the_fast_way_and_nine_do_not(
    town: Town, file: File
) -> None:
    load(town, file, made.workers(9))
    assert "group" not in now(file).finding
    load(town, file, [made.worker(10)])
    found = now(file).finding
    assert found["group"]["track"] == "migrant_wages"
    assert "法律援助法" in found["group"]["explanation"]["zh"]
    assert found["outcome"] == "means_check_waived"
    assert Duty.objects.get(subject_id=file.pk, code="fast_track_decide").ended_at is None
    aid.grant(actor=town.actor("officer"), file=file, at=town.noon + timedelta(hours=3))
    assert Duty.objects.get(subject_id=file.pk, code="fast_track_decide").end == "met"
    migrants = Person.objects.filter(groups__contains=["migrant_workers"]).count()
    assert migrants == 11


def test_the_fast_way_waives_the_check_that_was_still_to_come_and_gives_it_back(town: Town) -> None:
    file = aid.apply(
        actor=town.actor("officer"), unit=town.units["centre"], at=town.noon,
        application=replace(WAGES, told=Told(facts={"person": {}})),
    ).file  # fmt: skip
    assert file.finding["outcome"] == "means_test_required"
    load(town, file, made.workers(10))
    assert now(file).finding["outcome"] == "means_check_waived"
    gone = Recipient.objects.first()
    assert gone is not None
    group.leave(
        actor=town.actor("officer"), file=file, recipient_id=gone.pk, reason="withdrew",
        on=town.noon.date(), at=town.noon,
    )  # fmt: skip
    assert now(file).finding["outcome"] == "means_test_required"
    assert "group" not in now(file).finding


def test_what_each_got_adds_up_to_the_money_of_the_file_and_people_are_counted(
    town: Town, file: File
) -> None:
    officer = town.actor("officer")
    load(town, file, made.workers(4))
    aid.grant(actor=officer, file=file, at=town.noon)
    aid.assign(
        actor=officer, file=file, practitioner_id=town.practitioners["lawyer"].pk, at=town.noon
    )
    rows = reads.recipients(officer, file)
    told = {
        r.pk: Recovery(r.claimed, 500_00 * n, 0, town.noon.date() if n else None)
        for n, r in enumerate(rows)
    }
    lawyer = town.actor("lawyer")
    with bound(lawyer):
        assert group.record_recoveries(actor=lawyer, file=file, each=told, at=town.noon) == 3
    group.leave(
        actor=officer, file=file, recipient_id=rows[0].pk, reason="own_lawyer", on=town.noon.date(), at=town.noon
    )  # fmt: skip
    aid.close(
        actor=officer,
        file=file,
        outcome="won",
        recovered=7,
        people_helped=99,
        summary="已办结",
        at=town.noon,
    )
    closed = now(file)
    assert (closed.recovered, closed.people_helped, closed.currency) == (3000_00, 3, "CNY")
    later = {rows[1].pk: replace(told[rows[1].pk], obtained=800_00)}
    group.record_recoveries(actor=officer, file=file, each=later, at=town.noon)
    assert now(file).recovered == 3300_00
    assert list(faults()) == []


def test_saving_twice_changes_nothing_the_second_time(town: Town, file: File) -> None:
    officer = town.actor("officer")
    load(town, file, made.workers(2))
    rows = reads.recipients(officer, file)
    told = {r.pk: Recovery(r.claimed, 1, 0) for r in rows}
    assert group.record_recoveries(actor=officer, file=file, each=told, at=town.noon) == 2
    assert group.record_recoveries(actor=officer, file=file, each=told, at=town.noon) == 0


@pytest.mark.parametrize(
    ("recovery", "code"),
    [
        (Recovery(-1, 0, 0), "amount_invalid"),
        (Recovery(0, 10**16, 0), "amount_invalid"),
        (Recovery(0, 1, 0, date(2030, 1, 1)), "day_to_come"),
    ],
)
def test_impossible_recoveries_are_refused_whole(
    town: Town, file: File, recovery: Recovery, code: str
) -> None:
    officer = town.actor("officer")
    load(town, file, made.workers(2))
    rows = reads.recipients(officer, file)
    told = {rows[0].pk: Recovery(1, 1, 1), rows[1].pk: recovery}
    with pytest.raises(Problem) as why, transaction.atomic():
        group.record_recoveries(actor=officer, file=file, each=told, at=town.noon)
    assert why.value.code == code
    assert not Recipient.objects.filter(obtained__gt=0).exists()


def test_somebody_of_another_file_is_not_found(town: Town, file: File) -> None:
    load(town, file, made.workers(2))
    with pytest.raises(Problem) as why:
        group.record_recoveries(
            actor=town.actor("officer"), file=file, each={uuid4(): Recovery(0, 0, 0)}, at=town.noon
        )
    assert why.value.code == "not_found"


def test_letters_to_all_are_numbered_without_a_gap_and_issued_once(town: Town, file: File) -> None:
    officer = town.actor("officer")
    load(town, file, made.workers(12))
    with pytest.raises(Problem) as why, transaction.atomic():
        group.issue_to_all(actor=officer, file=file, kind="grant", at=town.noon)
    assert why.value.code == "group_letters_none"
    aid.grant(actor=officer, file=file, at=town.noon)
    for row in reads.recipients(officer, file)[:3]:
        told = {row.pk: Recovery(row.claimed, 0, 0, own_documents=False)}
        group.record_recoveries(actor=officer, file=file, each=told, at=town.noon)
    token = uuid4()
    first = group.issue_to_all(actor=officer, file=file, kind="grant", at=town.noon, token=token)
    again = group.issue_to_all(actor=officer, file=file, kind="grant", at=town.noon, token=token)
    assert first.pk == again.pk
    sent = reads.batch(officer, file, first.pk, at=town.noon)
    assert len(sent.letters) == 10  # nine of their own, one for three
    assert [p.number for p, _ in sent.letters] == [
        f"（桦）援决字[2026]第{n}号" for n in range(2, 12)
    ]
    letters = [Letter.from_json(p.content) for p, _ in sent.letters]
    assert made.worker(4)[0] in letters[0].to_json()
    assert all(made.worker(n)[0] in letters[-1].to_json() for n in (1, 2, 3))
    assert many.pdf(letters[:2]).startswith(b"%PDF")
    assert Paper.objects.filter(file=file, kind="grant").count() == 11


def test_who_left_gets_no_letter(town: Town, file: File) -> None:
    officer = town.actor("officer")
    load(town, file, made.workers(3))
    aid.grant(actor=officer, file=file, at=town.noon)
    group.leave(
        actor=officer, file=file, recipient_id=reads.recipients(officer, file)[0].pk, reason="settled_alone",
        on=town.noon.date(), at=town.noon,
    )  # fmt: skip
    sent = group.issue_to_all(actor=officer, file=file, kind="grant", at=town.noon)
    assert sent.letters.count() == 2


def test_who_left_can_come_back_and_stands_in_the_file_once(town: Town, file: File) -> None:
    officer = town.actor("officer")
    load(town, file, made.workers(2))
    gone = reads.recipients(officer, file)[0]
    group.leave(
        actor=officer, file=file, recipient_id=gone.pk, reason="withdrew", on=town.noon.date(), at=town.noon
    )  # fmt: skip
    load(town, file, made.workers(1))
    back = Recipient.objects.get(pk=gone.pk)
    assert back.left_on is None
    assert Recipient.objects.count() == 2


@pytest.mark.parametrize(
    ("told", "why_not"),
    [
        ({"name": "", "id_number": made.number(1)}, "name_missing"),
        ({"name": "吴一", "id_number": ""}, "id_missing"),
        ({"name": "吴一", "id_number": made.number(1), "claimed": "-5"}, "amount_negative"),
        ({"name": "吴一", "id_number": made.number(1), "phone": "12"}, "phone"),
    ],
)
def test_one_person_is_checked_like_a_row(
    town: Town, file: File, told: dict[str, Any], why_not: str
) -> None:
    with pytest.raises(Problem) as why:
        group.add_recipient(actor=town.actor("officer"), file=file, at=town.noon, **told)
    assert why.value.facts["why"] == why_not


def test_a_group_that_ended_takes_nobody_in(town: Town, file: File) -> None:
    aid.withdraw(actor=town.actor("officer"), file=file, reason="requested", at=town.noon)
    with pytest.raises(Problem) as why:
        read(town, now(file), made.workers(2))
    assert why.value.code == "group_ended"


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("lawyer", "not_found"),
        ("worker", "not_found"),
        ("supervisor", "not_allowed"),
        ("stranger", "not_found"),
    ],
)
def test_only_the_centre_reads_lists(town: Town, file: File, who: str, code: str) -> None:
    with pytest.raises(Problem) as why:
        read(town, file, made.workers(2), who)
    assert why.value.code == code


def test_the_trail_holds_no_name_and_no_number(town: Town, file: File) -> None:
    load(town, file, made.workers(3))
    told = " ".join(str(line.detail) for line in Line.objects.all())
    assert made.worker(1)[0] not in told
    assert made.number(1) not in told


def test_the_database_keeps_a_person_once_a_file(town: Town, file: File) -> None:
    load(town, file, made.workers(1))
    row = Recipient.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Recipient.objects.create(
            file=row.file, person=row.person, place=2, name="x", created_at=town.noon, unit=row.unit,
            area=row.area, area_path=row.area_path,
        )  # fmt: skip


def test_a_vietnamese_group_has_its_list_and_no_fast_way(town: Town) -> None:
    officer = town.actor("vn_officer")
    file = aid.apply(
        actor=officer, unit=town.units["vn_centre"], application=LAND, at=town.noon
    ).file
    rows = [
        (f"Nguyễn Văn {chr(65 + n)}n", f"0920850{n:05d}", "0912345678", "1.500.000")
        for n in range(12)
    ]
    data = made.xlsx(rows, ("Họ và tên", "Số CCCD", "Số điện thoại", "Số tiền yêu cầu"))
    listed = group.read_list(actor=officer, file=file, name="ds.xlsx", data=data, at=town.noon)
    assert (listed.good, listed.bad) == (12, 0)
    group.load_list(actor=officer, file=file, list_id=listed.pk, at=town.noon)
    assert now(file).finding.get("group") is None
    sums = reads.totals(file)
    assert sums is not None
    assert sums.claimed == 18_000_000


def test_what_each_got_does_not_ask_for_a_decision_that_was_made(town: Town, file: File) -> None:
    officer = town.actor("officer")
    load(town, file, made.workers(10))
    aid.grant(actor=officer, file=file, at=town.noon)
    rows = reads.recipients(officer, file)
    told = {r.pk: Recovery(r.claimed, 100_00, 0, None) for r in rows}
    group.record_recoveries(actor=officer, file=file, each=told, at=town.noon)
    owed = Duty.objects.filter(subject_id=file.pk, code="fast_track_decide")
    assert [d.end for d in owed] == ["met"]
