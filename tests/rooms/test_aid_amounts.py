"""A sheet of amounts on PostgreSQL: read, looked at, written down once; kept from whoever has no reach."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection

from songfa.access.policy import bound
from songfa.aid import actions as aid
from songfa.aid.actions import amounts, group
from songfa.aid.models import AmountsSheet, File, Recipient
from songfa.aid.reads import amounts as reads
from songfa.aid.recoveries import Recovery
from songfa.audit.models import Line
from songfa.audit.verify import faults
from songfa.rules.problems import Problem
from tests import recipients as made
from tests.rooms.test_aid import WAGES
from tests.town import Town

HEADER = ("序号", "姓名", "追回金额", "避免损失", "领取日期")
# twelve rows of three hundred are bad, each in its own way: the column and what is put there, and the reason
BAD: tuple[tuple[int, str, str], ...] = (
    (1, "", "nobody"), (1, "欧阳无名", "name_differs"), (2, "-500", "sum_negative"), (2, "一万元", "sum_form"),
    (2, "1.234,50", "sum_form"), (2, "500 USD", "sum_currency"), (2, "9" * 20, "sum_too_large"),
    (3, "12.345", "sum_form"), (4, "2030-01-01", "day_to_come"), (4, "昨天", "day_form_cn"), (3, "-1", "sum_negative"),
    (2, "₫5000", "sum_currency"),
)  # fmt: skip


def with_people(town: Town, count: int) -> File:
    officer = town.actor("officer")
    file = aid.apply(actor=officer, unit=town.units["centre"], application=WAGES, at=town.noon).file
    data = made.xlsx(made.workers(count))
    listed = group.read_list(actor=officer, file=file, name="a.xlsx", data=data, at=town.noon)
    group.load_list(actor=officer, file=file, list_id=listed.pk, at=town.noon)
    return file


@pytest.fixture
def file(town: Town) -> File:
    return with_people(town, 4)


def filled(file: File) -> list[list[str]]:
    """Return the rows of a sheet in which everybody got 1,234.50 on the first of November."""
    rows = Recipient.objects.filter(file=file).order_by("place")
    return [[str(r.place), r.name, "1,234.50", "", "2026-11-01"] for r in rows]


def read(
    town: Town, file: File, rows: Any, who: str = "officer", header: Any = HEADER
) -> AmountsSheet:
    actor = town.actor(who)
    with bound(actor):
        return amounts.read_amounts(
            actor=actor, file=file, name="金额.xlsx", data=made.xlsx(rows, header), at=town.noon
        )


def load(town: Town, file: File, sheet: AmountsSheet, who: str = "officer") -> int:
    actor = town.actor(who)
    with bound(actor):
        return amounts.load_amounts(actor=actor, file=file, sheet_id=sheet.pk, at=town.noon)


def test_of_three_hundred_rows_twelve_are_bad_and_nothing_is_written_before_it_is_confirmed(
    town: Town,
) -> None:
    file = with_people(town, 300)
    rows = filled(file)
    for n, (column, value, _) in enumerate(BAD):
        at = 10 + 25 * n
        rows[at][column] = value
        if not value:
            rows[at][0] = ""
    sheet = read(town, file, rows)
    assert (sheet.changed, sheet.bad) == (288, 12)
    assert not Recipient.objects.exclude(obtained=0).exists()
    kept = reads.sheet(town.actor("officer"), file, sheet.pk, at=town.noon)
    assert [(r.row, *(w.code for w in r.wrong)) for r in kept.bad] == [
        (12 + 25 * n, code) for n, (_, _, code) in enumerate(BAD)
    ]
    assert kept.sum_of("obtained") == 288 * 1234_50
    assert load(town, file, sheet) == 288
    assert Recipient.objects.filter(obtained=1234_50, paid_on=date(2026, 11, 1)).count() == 288
    assert Recipient.objects.filter(obtained=0, paid_on=None).count() == 12
    assert list(faults()) == []


def test_a_sheet_is_written_down_once_however_often_it_is_confirmed(town: Town, file: File) -> None:
    sheet = read(town, file, filled(file))
    assert [load(town, file, sheet) for _ in range(2)] == [4, 4]
    written = Line.objects.filter(verb="aid.recipients", detail__sheet=str(sheet.pk))
    assert written.count() == 1
    assert written.get().detail["left_out"] == 0


def test_who_is_not_in_the_sheet_and_what_is_blank_stays(town: Town, file: File) -> None:
    before = list(Recipient.objects.order_by("place").values_list("claimed", "own_documents"))
    load(town, file, read(town, file, filled(file)[:2]))
    rows = list(Recipient.objects.order_by("place"))
    assert [(r.claimed, r.own_documents) for r in rows] == before
    assert [r.obtained for r in rows] == [1234_50, 1234_50, 0, 0]


def test_a_sheet_is_refused_when_amounts_changed_since_it_was_read(town: Town, file: File) -> None:
    first, rows = read(town, file, filled(file)), filled(file)
    row = Recipient.objects.order_by("place")[0]
    told = Recovery(row.claimed, 7, 0)
    group.record_recoveries(
        actor=town.actor("colleague"), file=file, each={row.pk: told}, at=town.noon
    )
    with pytest.raises(Problem) as why:
        load(town, file, first)
    assert why.value.code == "amounts_stale"
    assert Recipient.objects.get(pk=row.pk).obtained == 7
    assert load(town, file, read(town, file, rows)) == 4


def test_another_sheet_takes_the_place_of_one_that_waits(town: Town, file: File) -> None:
    old = read(town, file, filled(file))
    read(town, file, filled(file)[:1])
    assert not AmountsSheet.objects.filter(pk=old.pk).exists()
    with pytest.raises(Problem) as why:
        load(town, file, old)
    assert why.value.code == "not_found"


def test_a_sheet_that_changes_nothing_is_not_written_down(town: Town, file: File) -> None:
    load(town, file, read(town, file, filled(file)))
    again = read(town, file, filled(file))
    assert again.changed == 0
    with pytest.raises(Problem) as why:
        load(town, file, again)
    assert why.value.code == "list_empty"


def test_a_sheet_is_sealed_and_forgotten_after_a_week(town: Town, file: File) -> None:
    sheet = read(town, file, filled(file))
    with connection.cursor() as cursor:
        cursor.execute("select content from aid_amountssheet")
        assert made.worker(1)[0].encode() not in bytes(cursor.fetchone()[0])
    later = town.noon + timedelta(days=8)
    with pytest.raises(Problem) as why:
        amounts.load_amounts(actor=town.actor("officer"), file=file, sheet_id=sheet.pk, at=later)
    assert why.value.code == "not_found"


def test_the_practitioner_hands_in_amounts_and_the_office_confirms_them(
    town: Town, file: File
) -> None:
    officer = town.actor("officer")
    aid.grant(actor=officer, file=file, at=town.noon)
    aid.assign(
        actor=officer, file=file, practitioner_id=town.practitioners["lawyer"].pk, at=town.noon
    )
    file.refresh_from_db()
    sheet = read(town, file, filled(file), "lawyer")
    assert load(town, file, sheet) == 4
    assert load(town, file, sheet, "lawyer") == 4


@pytest.mark.parametrize(
    ("who", "code"),
    [("worker", "not_found"), ("supervisor", "not_allowed"), ("stranger", "not_found")],
)
def test_nobody_else_does(town: Town, file: File, who: str, code: str) -> None:
    with pytest.raises(Problem) as why:
        read(town, file, filled(file), who)
    assert why.value.code == code


def test_a_file_that_ended_takes_no_amounts(town: Town, file: File) -> None:
    rows = filled(file)
    aid.withdraw(actor=town.actor("officer"), file=file, reason="requested", at=town.noon)
    file.refresh_from_db()
    with pytest.raises(Problem) as why:
        read(town, file, rows)
    assert why.value.code == "group_ended"


def test_the_trail_knows_who_fetched_read_and_wrote_and_holds_no_name(
    town: Town, file: File
) -> None:
    officer = town.actor("officer")
    given = reads.rows_to_fill(officer, file, at=town.noon)
    assert [g.id_number[4:16] for g in given] == ["*" * 12] * 4
    load(town, file, read(town, file, filled(file)))
    lines = Line.objects.filter(verb="aid.recipients", subject_id=file.pk)
    told = [line.detail for line in lines]
    assert [t["rows"] for t in told if t.get("fetched") == "amounts"] == [4]
    assert [t["changed"] for t in told if t.get("read") == "amounts"] == [4]
    assert made.worker(1)[0] not in str(told)
