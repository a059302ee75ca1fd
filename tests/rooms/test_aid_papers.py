"""Documents of a file: by hand from what the file knows, numbered without a gap, kept as issued."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.db import transaction

from songfa.access.policy import bound
from songfa.aid import actions, reads
from songfa.aid.actions import Applied
from songfa.aid.issue import compose_alone, issue, issue_many
from songfa.aid.issue.frame import Desk
from songfa.aid.issue.values import values
from songfa.aid.models import File, Paper, Sequence
from songfa.audit.models import Line as TrailLine
from songfa.papers.out.letter import Grid, Letter, Line, Table
from songfa.rules.forms import Form
from songfa.rules.packs.read import load
from songfa.rules.problems import Problem
from songfa.rules.values import OF_FILE
from tests.rooms.test_aid import LAND, WAGES
from tests.town import Town

ID = "230822198004010021"


@pytest.fixture
def applied(town: Town) -> Applied:
    return actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=town.noon
    )


@pytest.fixture
def given(town: Town, applied: Applied) -> File:
    """A file that a practitioner has."""
    file = actions.grant(actor=town.actor("officer"), file=applied.file, at=town.noon)
    file.practitioner = town.practitioners["lawyer"]
    file.assigned_at = town.noon
    file.organ, file.organ_reference = "桦南县人民法院", "（2026）黑0822民初12号"
    file.save()
    return file


def letter(paper: Paper) -> Letter:
    return Letter.from_json(paper.content)


def fields(made: Letter) -> dict[str, str]:
    """Return the named fields of a document."""
    rows = [row for part in made.parts if isinstance(part, Grid) for row in part.rows]
    return {name.text: value.text for row in rows for name, value in pairwise(row) if name.name}


def texts(made: Letter) -> str:
    return "\n".join(part.text for part in made.parts if isinstance(part, Line))


def test_every_value_of_a_file_has_its_kind(given: File, town: Town) -> None:
    pack = load(given.pack)
    found = values(Desk(pack, given.unit, town.noon.date()), given)
    assert set(found) == set(OF_FILE)
    for key, kind in OF_FILE.items():
        assert isinstance(found[key], str if kind == "text" else tuple), key
    assert found["person.id_number"] == ID
    assert found["person.born"] == "1980年4月1日"
    assert found["person.groups"] == "进城务工人员（农民工）、妇女"
    assert found["means"] == "presumed"
    assert found["practitioner.unit"] == "桦南明灯律师事务所"
    assert found["case.number"] == "（2026）黑0822民初12号"


def test_what_an_officer_can_write_grows_with_the_file(
    town: Town, applied: Applied, given: File
) -> None:
    officer = town.actor("officer")
    fresh = actions.apply(
        actor=officer, unit=town.units["centre"], application=WAGES, at=town.noon
    ).file
    early = [x.code for x in reads.writable(officer, fresh, town.noon)]
    late = [x.code for x in reads.writable(officer, given, town.noon)]
    assert "application" in early
    assert "hardship_statement" in early
    assert "power_of_attorney" not in early
    assert set(early) < set(late)
    assert {"power_of_attorney", "agreement", "official_letter", "progress_report"} <= set(late)
    # what comes with an act of its own is never offered
    assert not {"grant", "refuse", "termination", "assignment", "objection_decision"} & set(late)
    assert all(x.unconfirmed for x in reads.writable(officer, given, town.noon))


@pytest.mark.parametrize("who", ["stranger", "supervisor", "worker"])
def test_nobody_writes_without_the_verb_or_out_of_reach(town: Town, given: File, who: str) -> None:
    actor = town.actor(who)
    assert reads.writable(actor, given, town.noon) == []
    with pytest.raises(Problem):
        actions.write_paper(actor=actor, file=given, kind="application", at=town.noon)
    assert not Paper.objects.filter(kind="application").exists()


def test_every_document_by_hand_can_be_written_and_is_drawn_from_the_file(
    town: Town, given: File
) -> None:
    officer = town.actor("officer")
    for found in reads.writable(officer, given, town.noon):
        made = actions.write_paper(
            actor=officer, file=given, kind=found.code, note="一份", at=town.noon
        )
        drawn = letter(made)
        assert drawn.title == found.name.zh
        assert "李小红" in made.content
        assert (drawn.number == "") == (made.number == "")
    lines = TrailLine.objects.filter(subject_id=given.pk, verb="aid.issue")
    assert lines.count() == len(reads.writable(officer, given, town.noon))


def test_a_power_of_attorney_says_who_for_whom_and_in_what(town: Town, given: File) -> None:
    made = letter(
        actions.write_paper(
            actor=town.actor("officer"), file=given, kind="power_of_attorney", at=town.noon
        )
    )
    told = fields(made)
    assert told["委托人"] == "李小红"
    assert told["证件号码"] == ID
    assert told["受委托人"] == "何平"
    # nobody stands for the person, and the licence is not known: room to write
    assert told["法定代理人"] == ""
    assert told["执业证号"] == ""
    assert "桦南县人民法院" in texts(made)


def test_what_comes_with_an_act_is_not_written_by_hand(town: Town, given: File) -> None:
    officer = town.actor("officer")
    for kind in ("grant", "refuse", "closing_report"):
        with pytest.raises(Problem, match="form_not_by_hand"):
            actions.write_paper(actor=officer, file=given, kind=kind, at=town.noon)
    with pytest.raises(Problem, match="no_value_at_date"):
        actions.write_paper(actor=officer, file=given, kind="identity_card", at=town.noon)


def test_a_document_that_lacks_something_is_not_written(town: Town, applied: Applied) -> None:
    with pytest.raises(Problem, match="form_lacks") as why:
        actions.write_paper(
            actor=town.actor("officer"), file=applied.file, kind="power_of_attorney", at=town.noon
        )
    assert why.value.facts["value"] == "practitioner_name"
    assert not Paper.objects.filter(kind="power_of_attorney").exists()


def test_numbers_of_a_kind_follow_each_other_without_a_gap(town: Town, given: File) -> None:
    officer = town.actor("officer")

    def write(kind: str) -> str:
        return actions.write_paper(actor=officer, file=given, kind=kind, at=town.noon).number

    class Lost(Exception):
        pass

    def lost() -> None:
        with transaction.atomic():
            assert write("official_letter") == "（桦）援函字[2026]第2号"
            raise Lost

    assert write("official_letter") == "（桦）援函字[2026]第1号"
    # the connection is lost after the number was drawn: it is drawn again
    with pytest.raises(Lost):
        lost()
    assert write("official_letter") == "（桦）援函字[2026]第2号"
    assert write("introduction_letter") == "（桦）援介字[2026]第1号"
    assert write("delivery_receipt") == ""
    next_year = town.noon + timedelta(days=60)
    made = actions.write_paper(actor=officer, file=given, kind="official_letter", at=next_year)
    assert made.number == "（桦）援函字[2027]第1号"


def test_a_document_never_changes_when_its_file_does(town: Town, given: File) -> None:
    made = issue(given, "official_letter", at=town.noon)
    before = made.content
    given.organ = "佳木斯市中级人民法院"
    given.save()
    made.refresh_from_db()
    assert made.content == before
    assert "桦南县人民法院" in made.content


def test_an_act_gives_values_of_its_own(town: Town, given: File) -> None:
    """By their keys, or with an underscore for the point."""
    made = issue(
        given, "change_personnel_notice", at=town.noon, change_result="same_unit", change_former="何平",
        change_reason="受援人申请", change_next="赵林",
    )  # fmt: skip
    told = fields(letter(made))
    assert told["更换后承办人员"] == "赵林"
    assert told["理由"] == "受援人申请"
    assert "☑ 请你单位" in made.content
    with pytest.raises(Problem, match="form_value_unknown"):
        issue(given, "official_letter", at=town.noon, shoe_size="42")


def test_a_decision_on_an_objection_is_written_by_the_bureau(town: Town, given: File) -> None:
    made = issue(
        given, "objection_decision", at=town.noon, office=town.units["bureau"], objection_result="upheld",
        objection_against="桦南县法律援助中心",
    )  # fmt: skip
    drawn = letter(made)
    assert (drawn.office, drawn.signed) == ("桦南县司法局", "桦南县司法局")
    assert Sequence.objects.filter(unit=town.units["bureau"], last=1).exists()


def test_an_ending_names_its_reason(town: Town, applied: Applied) -> None:
    vietnamese = actions.apply(
        actor=town.actor("vn_officer"), unit=town.units["vn_centre"], application=LAND, at=town.noon
    ).file
    actions.withdraw(
        actor=town.actor("vn_officer"), file=vietnamese, reason="requested", at=town.noon
    )
    made = Paper.objects.get(file=vietnamese, kind="discontinuation")
    assert made.number == "01/TB-TT"
    assert "Lý do: ." not in texts(letter(made))
    assert letter(made).motto[1] == "Độc lập - Tự do - Hạnh phúc"
    assert letter(made).copies


def test_one_letter_for_each_person_of_a_group_matter(town: Town, given: File) -> None:
    names = [f"工友{n}" for n in range(12)]
    made = issue_many(given, "grant", [{"person_name": name} for name in names], at=town.noon)
    assert [texts(letter(paper)).split("\n")[0] for paper in made] == [f"{n}：" for n in names]
    assert [paper.number for paper in made] == [f"（桦）援决字[2026]第{n}号" for n in range(2, 14)]
    found = reads.issued(town.actor("officer"), given, kind="grant", at=town.noon)
    assert len(found) == len(names) + 1


def test_who_may_not_see_the_ledger_writes_without_the_number(town: Town, given: File) -> None:
    given.held_by = town.users["lawyer"]
    given.save()
    lawyer = town.actor("lawyer")
    with bound(lawyer):
        made = actions.write_paper(actor=lawyer, file=given, kind="progress_report", at=town.noon)
        attorney = actions.write_paper(
            actor=lawyer, file=given, kind="power_of_attorney", at=town.noon
        )
    assert ID not in made.content
    assert fields(letter(attorney))["证件号码"] == ""
    assert fields(letter(attorney))["委托人"] == "李小红"


@pytest.mark.parametrize("who", ["officer", "vn_officer"])
def test_empty_forms_of_an_office(town: Town, who: str) -> None:
    actor = town.actor(who)
    found = reads.blanks(actor, town.noon)
    assert {x.code for x in found} == set(load(actor.pack).all(Form, town.noon.date()))
    if who == "officer":
        assert [x.form_no for x in found if x.form_no] == [str(n) for n in range(1, 33)]
    for one in found:
        made = reads.empty(actor, one.code, town.noon)
        assert made.title
        assert "2026" not in made.dated


def test_a_preview_has_no_number_and_is_not_kept(town: Town, given: File) -> None:
    officer = town.actor("officer")
    made = reads.preview(officer, given, "official_letter", at=town.noon)
    assert made.number == "编号：＿＿＿＿＿＿＿＿"  # room for the number
    assert not Paper.objects.filter(kind="official_letter").exists()
    with pytest.raises(Problem, match="form_not_by_hand"):
        reads.preview(officer, given, "grant", at=town.noon)
    with pytest.raises(Problem, match="not_found"):
        reads.preview(town.actor("stranger"), given, "official_letter", at=town.noon)


def test_the_register_of_a_month(town: Town, applied: Applied) -> None:
    """Circular 12/2018 Art. 7: what was accepted, in the order of acceptance; China has no such register."""
    officer = town.actor("vn_officer")
    rows = [
        actions.apply(
            actor=officer, unit=town.units["vn_centre"], application=LAND, at=town.noon
        ).file
        for _ in range(2)
    ]
    for row in rows:
        actions.grant(actor=officer, file=row, at=town.noon)
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    made = reads.file_register(officer, first, last, town.noon)
    (table,) = (part for part in made.parts if isinstance(part, Table))
    written = [row for row in table.rows if row[0]]
    assert [row[:4] for row in written] == [
        (str(n), "18/11/2026", f"TT.TGTT.0{n}.2026", "Nguyễn Thị Hoa") for n in (1, 2)
    ]
    assert "Từ ngày 01/11/2026 đến ngày 30/11/2026" in texts(made)
    assert "Tổng số: 2 vụ việc." in texts(made)
    assert TrailLine.objects.filter(verb="aid.see", detail__paper="register").count() == 2
    empty = reads.file_register(officer, date(2026, 10, 1), date(2026, 10, 31), town.noon)
    assert "Tổng số: 0 vụ việc." in texts(empty)
    with pytest.raises(Problem, match="not_found"):
        reads.file_register(town.actor("officer"), first, last, town.noon)
    assert not reads.has_file_register(town.actor("officer"), town.noon)


def test_a_document_without_a_file(town: Town) -> None:
    """One session of a duty lawyer, or a consultation: the office is known, everything else is given."""
    made = compose_alone(
        town.units["centre"], "duty_help_record", at=town.noon, person_name="张一", duty_lawyer="何平",
        duty_kinds=("advice",),
    )  # fmt: skip
    told = fields(made)
    assert (told["受帮助人"], told["值班律师"]) == ("张一", "何平")
    assert "☑ 法律咨询" in told["帮助事项"]
    notice = compose_alone(
        town.units["centre"], "duty_help_notice_court", at=town.noon, organ_name="桦南县人民法院"
    )
    assert notice.office == "桦南县人民法院"
    assert "桦南县法律援助中心：" in texts(notice)
