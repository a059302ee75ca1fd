"""Every official form from rows: what a file, a referral, a consultation or a duty lawyer tells stands on it.

A form is drawn as PDF and as docx, and both are read again: a value that the rows know and the paper lacks is a
failure, as is a value that no row ever fills and that is not among those left to the hand.
"""

import re
import threading
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection, transaction
from pypdf import PdfReader

from songfa.access.policy import bound
from songfa.advice import actions as advice
from songfa.aid import actions, reads
from songfa.aid.actions import HelpTold, InHand, Referred
from songfa.aid.issue import compose_for, issue
from songfa.aid.issue.frame import Desk
from songfa.aid.issue.values import values
from songfa.aid.models import (
    Assignment,
    ChangeRequest,
    Complaint,
    Contract,
    Cooperation,
    DutyHelp,
    File,
    Hearing,
    Intake,
    Log,
    Money,
    Objection,
    Opinion,
    Paper,
    Party,
    Representative,
)
from songfa.audit.models import Line as Trail
from songfa.network.models import Practitioner
from songfa.papers.out import letter as letters
from songfa.papers.out.letter import Letter
from songfa.people.actions import Described
from songfa.rules.forms import Form
from songfa.rules.packs.read import load
from songfa.rules.problems import Problem
from songfa.rules.values import KINDS
from tests.rooms.test_aid import LAND, WAGES
from tests.town import NOON, Town, build

DAY = NOON.date()
# what no row knows: a person writes it, or ticks it, on the paper
BY_HAND = {
    "person.ethnicity", "person.home", "office.contact",
    "household.spending", "household.property", "household.savings", "household.debts",
    "introduction.for", "introduction.days", "delivery.place", "delivery.way", "delivery.proxy",
    "delivery.failed", "progress.wants", "complaint.request", "follow_up.way",
    "case.plea", "case.procedure", "withdrawal.reason", "note",
}  # fmt: skip
# told by the other kind of file: a notice of a body; what an end or a transfer tells
ELSEWHERE = {
    "notice.on", "organ.contact", "case.custody", "case.role", "transfer.to", "termination.ground", "grounds",
    "missing", "papers.missing", "limit_on", "reason", "follow_up.on_time", "follow_up.effort", "petitions",
    "person.address", "agreement.scope", "cooperation.answer_by", "person.employer",
}  # fmt: skip


def drawn(letter: Letter) -> tuple[str, str]:
    """Return what can be read in the PDF and in the docx of a document, without any space."""
    reader = PdfReader(BytesIO(letters.pdf(letter)))
    pdf = "".join(page.extract_text() for page in reader.pages)
    with ZipFile(BytesIO(letters.docx(letter))) as archive:
        xml = archive.read("word/document.xml").decode()
    words = re.sub(r"<[^>]+>", "", xml).replace("&amp;", "&").replace("&quot;", '"')
    return tight(pdf), tight(words)


def tight(text: str) -> str:
    return re.sub(r"\s", "", text)


def beside(file: File, **more: Any) -> dict[str, Any]:
    """Return the columns of a row that stands beside a file."""
    return {
        "file": file, "unit_id": file.unit_id, "area_id": file.area_id, "area_path": file.area_path,
        "created_at": NOON, **more,
    }  # fmt: skip


def whole(town: Town, *, vietnamese: bool = False) -> File:
    """Return a file about which everything is told, by the rows of every theme."""
    officer = town.actor("vn_officer" if vietnamese else "officer")
    unit = town.units["vn_centre" if vietnamese else "centre"]
    told = LAND if vietnamese else WAGES
    facts = {
        **told.told.facts,
        "household": {"size": 3, "per_capita_monthly_income": 800, "poor": vietnamese},
    }
    told = replace(
        told, told=replace(told.told, facts=facts, applicant="李建国"), relation="close_relative"
    )
    file = actions.apply(actor=officer, unit=unit, application=told, at=NOON).file
    file.papers_received = ["identity_card"]
    file.save()
    file = actions.grant(actor=officer, file=file, at=NOON)
    lawyer = town.practitioners["vn_helper" if vietnamese else "lawyer"]
    lawyer.licence, lawyer.phone = "12308201010001", "0454-6221234"
    lawyer.save()
    user = town.users["vn_officer" if vietnamese else "officer"]
    file.practitioner, file.assigned_at, file.closed_at, file.ended_on = lawyer, NOON, NOON, DAY
    file.organ, file.organ_reference, file.stage = (
        "桦南县人民法院",
        "（2026）黑0822民初12号",
        "first_instance",
    )
    file.outcome, file.summary, file.recovered, file.currency = (
        "won",
        "调解结案。",
        2_800_000,
        "VND" if vietnamese else "CNY",
    )
    file.save()
    Contract.objects.create(**beside(file, signed_on=DAY, signed_by="recipient", by=user))
    Hearing.objects.create(
        **beside(
            file, kind="trial", state="set", pack=file.pack, place="第三法庭", organ="桦南县人民法院",
            starts_at=NOON + timedelta(days=9), ends_at=NOON + timedelta(days=9, hours=2),
        )
    )  # fmt: skip
    for kind, purpose in (("claimed", ""), ("avoided", ""), ("expense", "travel")):
        Money.objects.create(
            **beside(
                file,
                kind=kind,
                purpose=purpose,
                amount=123_400,
                currency=file.currency,
                on=DAY,
                by=user,
            )
        )
    Party.objects.create(
        **beside(file, side="adverse", kind="company", name="桦南建工公司", name_mark="x")
    )
    Representative.objects.create(
        **beside(
            file, name="李建国", id_number="230822195001010017", phone="13900139000", capacity="entrusted",
            scopes=["apply"], since=DAY, made_by=user,
        )
    )  # fmt: skip
    Intake.objects.create(
        **beside(
            file, way="unit", written_by="staff", read_back=True, signed_by="signature", consent=True,
            behalf_name="桦南县残疾人联合会",
        )
    )  # fmt: skip
    said: dict[str, Any] = {"pack": file.pack, "number": file.number}
    Objection.objects.create(
        **beside(
            file, **said, state="dismissed", against="refused", text="收入算错了", answer="计算无误"
        )
    )
    Complaint.objects.create(
        **beside(
            file,
            **said,
            state="made",
            ground="duty_neglected",
            level="first",
            text="三周没有联系",
        )
    )
    ChangeRequest.objects.create(
        **beside(file, **said, state="agreed", of=lawyer, to=lawyer, text="联系不上承办人")
    )
    Assignment.objects.create(
        **beside(
            file, practitioner=lawyer, firm=lawyer.unit, by=user, points=1, ended_at=NOON, ended_by="replaced",
            end_text="同意更换",
        )
    )  # fmt: skip
    asking = Cooperation(
        **beside(
            file, **said, side="asking", asker=file.unit, body="桦川县法律援助中心", text="协查收入"
        )
    )
    asking.state = "requested"
    asking.save()
    for form, codes in (
        ("court_observation", ("on_time", "facts", "law", "manner")),
        ("organ_opinion", ("diligence", "skill", "discipline")),
        ("follow_up", ("attitude", "informed", "effort", "result")),
        ("opinion_slip", ("attitude", "informed", "on_time", "result")),
    ):
        answers = dict.fromkeys(codes, 4)
        Opinion.objects.create(
            **beside(
                file,
                form=form,
                by=user,
                given_by="孟庆",
                given_on=DAY,
                answers=answers,
                percent=80,
                text="很负责",
            )
        )
    Log.objects.create(
        **beside(file, by=user, done_on=DAY, minutes=90, kind="meeting", text="会见受援人")
    )
    file.refresh_from_db()
    return file


def lacking(letter: Letter, told: dict[str, Any], form: Form) -> list[str]:
    """Return what the rows know and a format lacks; also a None, a box not ticked, a title or a mark that is gone."""
    found: list[str] = []
    standing = [
        part
        for part in form.parts
        if not (part.unless and told.get(part.unless))
        and not (part.when and not told.get(part.when))
    ]
    named = {
        place
        for part in standing
        for text in part.said()
        for place in re.findall(r"\{([a-z_.]+)\}", text)
    } | {key for part in standing for key in (part.each, part.table) if key}
    ticked = any(told.get(field.key) for part in standing for field in part.fields if field.key)
    wanted = {key: first_of(told[key]) for key in named if told.get(key)}
    wanted |= {"title": letter.title, "mark": letter.mark.split("\n")[0], "number": letter.number}
    for way, text in zip(("pdf", "docx"), drawn(letter), strict=True):
        whole_text = text.casefold()
        found += [
            f"{form.code} {way} {key}: {value}"
            for key, value in wanted.items()
            if tight(value).casefold() not in whole_text
        ]
        if "none" in whole_text or ("☑" in text) != ticked:
            found.append(f"{form.code} {way}: none or boxes")
    return found


def first_of(value: Any) -> str:
    """Return a text, the first point of a list, or the first cell of a table."""
    while not isinstance(value, str):
        value = value[0]
    return value


@pytest.mark.parametrize("country", ["cn", "vn"])
def test_every_form_of_a_file_says_what_the_rows_know(town: Town, country: str) -> None:
    file = whole(town, vietnamese=country == "vn")
    pack = load(file.pack)
    told = dict(values(Desk(pack, file.unit, DAY), file))
    wrong: list[str] = []
    forms = {code: form for code, form in pack.all(Form, DAY).items() if form.of == "file"}
    if country == "cn":
        assert told["case.stage"] == "一审"
    unknown = {key for form in forms.values() for key in form.places() if not told.get(key)}
    assert country == "vn" or told["person.employer"] == "桦南建工公司"
    assert unknown <= BY_HAND | ELSEWHERE | ({"agent.kind"} if country == "vn" else set()), unknown
    for code, form in forms.items():
        given: dict[str, Any] = {
            key: ("某事由",) if KINDS[key] == "list" else "某事由"
            for key in form.needs
            if not told.get(key)
        }
        letter = compose_for(file, code, at=NOON, **given)
        wrong += lacking(letter, {**told, **given}, form)
        assert letter.style == country
        assert letter.lang == {"cn": "zh-Hans", "vn": "vi"}[country]
        if form.signed and form.head == "office":
            sealed = letter.seal or any(
                "（公章）" in getattr(part, "text", "") for part in letter.parts
            )
            assert sealed or form.signer, code
            assert letter.dated or not letter.signed, code
        if country == "vn" and form.head != "plain":
            assert letter.motto, code
    assert not wrong


ROWS = (
    # asker, form of the asker
    ("person", "duty_help_request"),
    ("police", "duty_help_notice_police"),
    ("state_security", "duty_help_notice_state_security"),
    ("procuratorate", "duty_help_notice_procuratorate"),
    ("court", "duty_help_notice_court"),
)


@pytest.mark.parametrize(("asker", "kind"), ROWS)
def test_forms_of_duty_lawyers_are_written_from_their_register(
    town: Town, asker: str, kind: str
) -> None:
    officer = town.actor("officer")
    session = actions.open_session(
        actor=officer, practitioner_id=town.practitioners["lawyer"].pk, kind="detention", place="桦南县看守所",
        starts_at=NOON - timedelta(hours=2), ends_at=NOON + timedelta(hours=4), at=NOON,
    )  # fmt: skip
    who = HelpTold(
        name="张一", asked_by=asker, asked_at=NOON, reference="桦检值援（2026）7号", id_number="230822199001010013",
        sex="M", born=date(1990, 1, 1), role="suspect", custody="detained", cause="盗窃罪",
        organ="桦南县公安局" if asker == "police" else "",
    )  # fmt: skip
    row = actions.ask_help(actor=officer, session=session, told=who, at=NOON)
    lawyer = town.actor("lawyer")
    with bound(lawyer):
        row = actions.give_help(
            actor=lawyer,
            asked=row,
            kinds=("advice", "procedure_choice"),
            summary="讲解认罪认罚从宽",
            plea=True,
            at=NOON,
        )
        row = actions.take_in(
            actor=lawyer, asked=row, given=InHand(NOON, "申请援助", "13900000000"), at=NOON
        )
    assert {sheet.code for sheet in reads.duty_sheets(row, NOON)} == {kind, "duty_help_record"}
    with pytest.raises(Problem, match="not_found"):
        reads.duty_sheet(officer, row, "application", at=NOON)
    theirs = reads.duty_sheet(officer, row, kind, at=NOON)
    record = reads.duty_sheet(officer, row, "duty_help_record", at=NOON)
    for text in drawn(theirs):
        for word in ("张一", "230822199001010013", "盗窃罪", "桦南县看守所"):
            assert word in text, word
        assert ("桦南县公安局" in text) == (asker == "police")
        if asker != "person":
            assert "桦检值援（2026）7号" in text
            assert "桦南县法律援助中心：" in text
            assert "何平" in text
    for text in drawn(record):
        for word in (
            "张一",
            "盗窃罪",
            "何平",
            "桦南明灯律师事务所",
            "讲解认罪认罚从宽",
            "☑法律咨询",
            "☑程序选择建议",
            "☑见证认罪认罚具结书签署",
            row.number,
        ):
            assert word in text, word
    ledger = reads.duty_ledger(officer, date(2026, 11, 1), date(2026, 11, 30), NOON)
    for text in drawn(ledger):
        for word in (
            "张一",
            "盗窃罪",
            "何平",
            "桦南县看守所",
            "合计：1件",
            "2026年11月1日至2026年11月30日",
        ):
            assert word in text, word
    with pytest.raises(Problem, match="not_found"):
        reads.duty_ledger(town.actor("vn_officer"), date(2026, 11, 1), date(2026, 11, 30), NOON)


def test_what_the_register_does_not_know_is_told_for_its_forms(town: Town) -> None:
    officer = town.actor("officer")
    town.practitioners["lawyer"].phone = "0454-6221234"
    town.practitioners["lawyer"].save()
    session = actions.open_session(
        actor=officer, practitioner_id=town.practitioners["lawyer"].pk, kind="detention", place="桦南县看守所",
        starts_at=NOON - timedelta(hours=2), ends_at=NOON + timedelta(hours=4), at=NOON,
    )  # fmt: skip
    who = HelpTold(name="张一", asked_by="court", asked_at=NOON, cause="盗窃罪")
    row = actions.ask_help(actor=officer, session=session, told=who, at=NOON)
    kind = "duty_help_notice_court"
    asked = reads.duty_boxes(row, kind, at=NOON)
    open_keys = {box.key for box in asked.boxes}
    assert {"organ.name", "case.procedure", "case.plea", "hearing.on", "organ.contact"} <= open_keys
    assert "duty.phone" not in open_keys  # the roll knows it
    told = {
        "organ.name": "桦南县人民法院",
        "case.procedure": "简易程序",
        "hearing.on": "12月1日9:00",
    }
    row = actions.fill_sheet(actor=officer, asked=row, kind=kind, boxes=told, at=NOON)
    for text in drawn(reads.duty_sheet(officer, row, kind, at=NOON)):
        for word in ("桦南县人民法院", "简易程序", "12月1日9:00", "0454-6221234"):
            assert word in text, word
    assert "桦南县人民法院" not in bytes(raw_of(row)).decode("latin-1")
    # the record begins with it, and keeps what the notice told
    record = actions.fill_sheet(
        actor=officer, asked=row, kind="duty_help_record", boxes={"person.id_number": "X"}, at=NOON
    )
    again = reads.duty_boxes(record, kind, at=NOON)
    assert again.told["case.procedure"] == "简易程序"
    with pytest.raises(Problem, match="form_box_shut"):
        actions.fill_sheet(actor=officer, asked=row, kind=kind, boxes={"duty.phone": "1"}, at=NOON)
    with pytest.raises(Problem, match="not_found"):
        actions.fill_sheet(actor=officer, asked=row, kind="application", boxes={}, at=NOON)
    with pytest.raises(Problem):
        actions.fill_sheet(actor=town.actor("stranger"), asked=row, kind=kind, boxes={}, at=NOON)
    line = Trail.objects.filter(subject_id=row.pk, verb="aid.help", detail__has_key="boxes").first()
    assert line is not None
    assert line.detail["boxes"] == ["case.procedure", "hearing.on", "organ.name"]


def raw_of(row: DutyHelp) -> bytes:
    """Return what the database keeps of the places that were told."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT boxes FROM aid_dutyhelp WHERE id = %s", [row.pk])
        (kept,) = cursor.fetchone()
    return bytes(kept)


def test_a_paper_begins_with_what_was_told_before_until_a_row_knows(town: Town) -> None:
    officer = town.actor("officer")
    file = whole(town)
    boxes = {"person.ethnicity": "满族", "person.home": "桦南镇"}
    first = actions.write_paper(actor=officer, file=file, kind="application", boxes=boxes, at=NOON)
    assert "满族" in first.content
    assert reads.boxes(officer, file, "application", at=NOON).told == boxes
    # anew without a word: what was told stands again
    again = actions.correct_paper(actor=officer, paper=first, why="印章不清", at=NOON)
    assert "满族" in again.content
    assert "桦南镇" in again.content
    # what is known by now comes from its row, and what was told for it is dropped
    letter = actions.write_paper(
        actor=officer, file=file, kind="introduction_letter", at=NOON,
        boxes={"introduction.for": ("meeting", "reading"), "introduction.days": "15"},
    )  # fmt: skip
    assert letter.content.count("☑") == 2
    lawyer = town.practitioners["lawyer"]
    assert file.practitioner == lawyer
    Practitioner.objects.filter(pk=lawyer.pk).update(phone="")
    file = File.objects.get(pk=file.pk)
    told = {"practitioner.phone": "1391234"}
    call = actions.write_paper(
        actor=officer, file=file, kind="official_letter", boxes=told, at=NOON
    )
    assert "1391234" in call.content
    Practitioner.objects.filter(pk=lawyer.pk).update(phone="0454-6221234")
    call.file = File.objects.get(pk=file.pk)
    renewed = actions.correct_paper(actor=officer, paper=call, why="电话有误", at=NOON)
    assert "1391234" not in renewed.content
    assert "0454-6221234" in renewed.content


def test_a_consultation_is_written_on_its_form(town: Town) -> None:
    officer = town.actor("officer")
    row = advice.take(
        actor=officer, channel="visit", matter="labour_wages", groups=["migrant_workers"], on=DAY, at=NOON,
        question="工资能要回来吗", answer="可以申请劳动仲裁",
    )  # fmt: skip
    made = reads.consultation_sheet(officer, row, at=NOON)
    for text in drawn(made):
        for word in (
            "法律援助咨询登记表",
            "2026年11月18日",
            "工资能要回来吗",
            "可以申请劳动仲裁",
            "☑当场解答",
        ):
            assert word in text, word
    assert reads.has_consultation_sheet(officer, NOON)
    assert not reads.has_consultation_sheet(town.actor("vn_officer"), NOON)


def test_the_report_of_a_period_is_counted_from_rows(town: Town) -> None:
    """Circular 12/2018, form 12."""
    file = whole(town, vietnamese=True)
    for state in ("assigned", "under_way", "closed"):
        File.objects.filter(pk=file.pk).update(state=state, people_helped=4)
    officer = town.actor("vn_officer")
    made = reads.period_report(officer, date(2026, 7, 1), date(2026, 12, 31), NOON)
    counted = {
        row[0]: row[1]
        for part in made.parts
        for row in getattr(part, "rows", ())
        if isinstance(row[0], str)
    }
    assert counted["Số yêu cầu trợ giúp pháp lý đã tiếp nhận"] == "1"
    assert counted["Số vụ việc đã kết thúc"] == "1"
    assert counted["Số lượt người được trợ giúp pháp lý trong các vụ việc đã kết thúc"] == "4"
    assert counted["Số khiếu nại"] == "1"
    for text in drawn(made):
        assert "Mẫusố12-TP-TGPL" in text
        assert "01/07/2026" in text
    empty = reads.period_report(officer, date(2025, 1, 1), date(2025, 6, 30), NOON)
    assert {
        row[1]
        for part in empty.parts
        for row in getattr(part, "rows", ())
        if isinstance(row[0], str)
    } <= {"0", ""}
    with pytest.raises(Problem, match="not_found"):
        reads.period_report(town.actor("officer"), date(2026, 1, 1), date(2026, 6, 30), NOON)
    assert reads.span_of("2026-h2") == (date(2026, 7, 1), date(2026, 12, 31))
    assert reads.span_of("2026") == (date(2026, 1, 1), date(2026, 12, 31))
    assert reads.span_of("2026-02") == (date(2026, 2, 1), date(2026, 2, 28))
    assert {reads.span_of(x) for x in ("2026-13", "26", "x", "2026-h3", "2026-00")} == {None}


WHO = Referred(
    name="李小红",
    born=date(1980, 4, 1),
    phone="13800138000",
    address="桦南镇新立村",
    role="victim",
    reason="拖欠工资",
    papers="身份证复印件",
)


def test_letters_of_referral_are_forms_with_a_number(town: Town) -> None:
    officer, centre = town.actor("officer"), town.units["centre"]
    sent = [
        actions.refer_out(
            actor=officer,
            unit=centre,
            body="petitions",
            body_name="桦南县信访局",
            matter="labour_wages",
            who=WHO,
            at=NOON,
        )
        for _ in range(2)
    ]
    first, second = (Letter.from_json(row.letter) for row in sent)
    assert (first.number, second.number) == (
        "编号：（桦）援转字[2026]第1号",
        "编号：（桦）援转字[2026]第2号",
    )
    for text in drawn(first):
        for word in (
            "转介函",
            "桦南县信访局：",
            "李小红",
            "1980年4月1日",
            "桦南镇新立村",
            "被害人",
            "拖欠工资",
            "身份证复印件",
            "（公章）",
        ):
            assert word in text, word
    came = actions.refer(
        actor=town.actor("worker"),
        unit=town.units["station"],
        body="commune",
        body_name="",
        matter="labour_wages",
        who=WHO,
        at=NOON,
    )
    letter = Letter.from_json(came.letter)
    # a station has no series of its own: room for a number by hand
    assert (letter.title, letter.number) == ("转介法律援助函", "编号：＿＿＿＿＿＿＿＿")
    assert (letter.office, letter.signed) == ("桦南镇公共法律服务工作站",) * 2


def test_the_bureau_signs_what_it_decides_about_an_objection(town: Town) -> None:
    officer, supervisor = town.actor("officer"), town.actor("supervisor")
    file = actions.apply(actor=officer, unit=town.units["centre"], application=WAGES, at=NOON).file
    grounds = list(load(file.pack).versions_by_code("refusal_grounds"))
    file = actions.refuse(actor=officer, file=file, reasons=grounds[:1], text="不属于范围", at=NOON)
    row = actions.object_to(actor=officer, file=file, text="收入算错了", at=NOON)
    with bound(supervisor):
        actions.uphold(actor=supervisor, objection=row, text="应按近三个月收入计算", at=NOON)
    refusal = Paper.objects.get(file=file, kind="refuse")
    with pytest.raises(Problem, match="paper_not_true_now"):  # it is decided anew
        actions.correct_paper(actor=officer, paper=refusal, why="改", at=NOON)
    made = Letter.from_json(Paper.objects.get(file=file, kind="objection_decision").content)
    assert (made.office, made.signed) == ("桦南县司法局", "桦南县司法局")
    for text in drawn(made):
        for word in (
            "桦南县法律援助中心",
            "《不予法律援助决定书》（（桦）援决字[2026]第1号）",
            "收入算错了",
            "应按近三个月收入计算",
            "2026年11月18日",
            "☑异议成立",
        ):
            assert word in text, word


def test_what_was_wrong_is_issued_anew_and_kept(town: Town) -> None:
    officer = town.actor("officer")
    file = actions.apply(actor=officer, unit=town.units["centre"], application=WAGES, at=NOON).file
    file = actions.ask_papers(
        actor=officer, file=file, papers=["identity_card"], note="请带原件", at=NOON
    )
    old = Paper.objects.get(file=file, kind="supplement_notice")
    before = old.content
    file.missing_papers = ["identity_card", "household_register"]
    file.save()
    for who, why, code in (
        ("officer", " ", "text_missing"),
        ("stranger", "漏列", "not_allowed|not_found|out_of_reach"),
    ):
        with pytest.raises(Problem, match=code):
            actions.correct_paper(actor=town.actor(who), paper=old, why=why, at=NOON)
    new = actions.correct_paper(
        actor=officer, paper=old, why="漏列户口簿", at=NOON + timedelta(days=1)
    )
    old.refresh_from_db()
    assert old.content == before
    assert (new.replaces, new.why, new.number) == (old, "漏列户口簿", "（桦）援补字[2026]第2号")
    for text in drawn(Letter.from_json(new.content)):
        for word in (
            "户口簿",
            "请带原件",
            "本文书替换2026年11月18日出具的《补充材料、说明通知书》（（桦）援补字[2026]第1号）。",
        ):
            assert word in text, word
    with pytest.raises(Problem, match="paper_replaced"):
        actions.correct_paper(actor=town.actor("colleague"), paper=old, why="再发", at=NOON)
    again = actions.correct_paper(
        actor=officer, paper=new, why="改备注", note="复印件即可", at=NOON + timedelta(days=2)
    )
    assert "复印件即可" in again.content
    assert "请带原件" not in again.content
    granted = actions.apply(
        actor=officer, unit=town.units["centre"], application=WAGES, at=NOON
    ).file
    actions.grant(actor=officer, file=granted, at=NOON)
    decision = Paper.objects.get(file=granted, kind="grant")
    for who in ("lawyer", "worker"):  # whoever may not decide does not write a decision anew
        with pytest.raises(Problem):
            actions.correct_paper(actor=town.actor(who), paper=decision, why="改", at=NOON)


def test_a_provider_in_vietnam_is_replaced_by_the_form_of_the_proceedings(town: Town) -> None:
    file = whole(town, vietnamese=True)
    made = issue(file, "replacement_for_litigation", at=NOON)
    assert made.number.endswith("/QĐ-TT")
    for text in drawn(Letter.from_json(made.content)):
        assert "MẫuTP-TGPL-15" in text
        assert "đồngýthayđổi" not in text
        assert "PhạmQuốcBảo" in text
    ChangeRequest.objects.create(
        **beside(
            file, created_at=NOON + timedelta(minutes=1), pack=file.pack, number=file.number, state="asked",
            of=town.practitioners["vn_helper"], text="Không liên lạc được",
        )
    )  # fmt: skip
    row = ChangeRequest.objects.get(file=file, state="asked")
    actions.refuse_change(
        actor=town.actor("vn_officer"),
        request=row,
        text="Không có căn cứ",
        at=NOON + timedelta(hours=1),
    )
    papers = list(
        Paper.objects.filter(file=file).order_by("created_at").values_list("kind", flat=True)
    )
    assert papers[-1] == "change_refusal"
    assert "Không có căn cứ" in Paper.objects.get(kind="change_refusal").content


@pytest.mark.django_db(transaction=True)
def test_two_officers_issuing_at_once_get_consecutive_numbers() -> None:
    town = build()
    officer = town.actor("officer")
    file = actions.apply(actor=officer, unit=town.units["centre"], application=WAGES, at=NOON).file
    file = actions.grant(actor=officer, file=file, at=NOON)
    other = actions.apply(
        actor=officer,
        unit=town.units["centre"],
        application=replace(WAGES, person=Described("王二")),
        at=NOON,
    ).file
    gate, failed = threading.Barrier(2), list[Exception]()

    def write(row: File) -> None:
        try:
            gate.wait()
            for _ in range(3):
                with transaction.atomic():
                    issue(row, "organ_opinion", at=NOON, practitioner_name="何平")
        except Exception as why:  # told to the main thread
            failed.append(why)
        finally:
            connection.close()

    both = [threading.Thread(target=write, args=(row,)) for row in (file, other)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert not failed
    numbers = set(Paper.objects.filter(kind="organ_opinion").values_list("number", flat=True))
    assert numbers == {f"（桦）援询字[2026]第{n}号" for n in range(1, 7)}
