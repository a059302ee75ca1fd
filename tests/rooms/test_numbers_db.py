"""Official numbers: without a gap, never twice, in each series of a unit."""

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from songfa.aid import actions
from songfa.aid.issue import numbering
from songfa.aid.models import File, Sequence
from songfa.people.actions import Described
from songfa.rules.packs.read import load
from tests.rooms.test_aid import LAND, WAGES
from tests.town import NOON, Town, build


def test_a_series_begins_anew_with_the_year_and_for_each_unit(town: Town) -> None:
    pack = load("cn-23")
    numbers = [
        numbering.at_receipt(
            pack, town.units[unit], place=town.units[unit].area_path, matter="labour_wages", on=day.date()
        )
        for unit, day in (
            ("centre", NOON), ("centre", NOON), ("other", NOON), ("centre", NOON + timedelta(days=60)),
        )
    ]  # fmt: skip
    assert numbers == [
        "（桦）援申字[2026]第1号", "（桦）援申字[2026]第2号", "（川）援申字[2026]第1号", "（桦）援申字[2027]第1号",
    ]  # fmt: skip


def test_grants_and_refusals_share_the_series_of_their_word(town: Town) -> None:
    pack = load("cn-23")
    unit = town.units["centre"]
    drawn = [
        numbering.of_paper(
            pack, unit, place=unit.area_path, kind=kind, matter="labour_wages", on=NOON.date()
        )
        for kind in ("grant", "refuse", "assignment")
    ]
    assert drawn == [
        "（桦）援决字[2026]第1号",
        "（桦）援决字[2026]第2号",
        "（桦）援指字[2026]第1号",
    ]
    assert (
        numbering.of_paper(
            pack,
            unit,
            place=unit.area_path,
            kind="agreement",
            matter="labour_wages",
            on=NOON.date(),
        )
        == ""
    )


def test_case_files_in_vietnam_are_numbered_by_form(town: Town) -> None:
    pack = load("vn-92")
    unit = town.units["vn_centre"]
    drawn = [
        numbering.at_grant(pack, unit, place=unit.area_path, service=service, on=NOON.date())
        for service in ("litigation", "consultation", "criminal_defence")
    ]
    assert drawn == ["TT.TGTT.01.2026", "TT.TV.01.2026", "TT.TGTT.02.2026"]


def test_the_year_of_a_number_is_the_local_one(town: Town) -> None:
    new_year_in_china = datetime(2026, 12, 31, 17, 0, tzinfo=UTC)
    applied = actions.apply(
        actor=town.actor("officer"),
        unit=town.units["centre"],
        application=WAGES,
        at=new_year_in_china,
    )
    assert applied.file.number == "（桦）援申字[2027]第1号"


def test_a_number_rolled_back_is_drawn_again(town: Town) -> None:
    pack = load("cn-23")
    with transaction.atomic():
        numbering.at_receipt(
            pack,
            town.units["centre"],
            place="cn.23.2308.230822.",
            matter="labour_wages",
            on=NOON.date(),
        )
        transaction.set_rollback(True)
    assert not Sequence.objects.exists()
    number = numbering.at_receipt(
        pack,
        town.units["centre"],
        place="cn.23.2308.230822.",
        matter="labour_wages",
        on=NOON.date(),
    )
    assert number == "（桦）援申字[2026]第1号"


@pytest.mark.django_db(transaction=True)
def test_many_at_once_get_numbers_without_gap_or_double() -> None:
    town = build()
    officer, centre = town.actor("officer"), town.units["centre"]
    gate = threading.Barrier(8)

    def run(n: int) -> None:
        gate.wait()
        try:
            for m in range(3):
                person = Described(f"某甲{n}{m}")
                application = replace(WAGES, person=person)
                actions.apply(actor=officer, unit=centre, application=application, at=NOON)
                if n % 2:  # some of them fail afterwards: their numbers go back
                    with transaction.atomic():
                        actions.apply(actor=officer, unit=centre, application=application, at=NOON)
                        transaction.set_rollback(True)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = sorted(File.objects.values_list("number", flat=True))
    assert numbers == sorted(f"（桦）援申字[2026]第{n}号" for n in range(1, 25))


def test_a_request_in_vietnam_has_the_number_of_its_receipt(town: Town) -> None:
    drawn = [
        actions.apply(
            actor=town.actor("vn_officer"), unit=town.units["vn_centre"], application=LAND, at=NOON
        ).file.number
        for _ in range(2)
    ]
    assert drawn == ["TT.YC.01.2026", "TT.YC.02.2026"]
