"""The doors of legal aid: who may apply for whom, representatives, one-time links, referrals, the ledger."""

import base64
import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from songfa.access.models import Unit
from songfa.access.policy import bound, system
from songfa.advice import actions as advice
from songfa.aid import actions, reads
from songfa.aid.actions import Agent, Application, Applied, Doorway, Referred
from songfa.aid.actions.links import MadeLink
from songfa.aid.documents.accepting import Came
from songfa.aid.door import offices
from songfa.aid.door.doorway import Paper
from songfa.aid.models import File, Intake, Link, LinkFile, Referral, Representative
from songfa.aid.reads.doors import must_act
from songfa.aid.told import Told
from songfa.audit.models import Line
from songfa.duties import reads as duties
from songfa.network import actions as network
from songfa.papers.out.letter import Letter, docx, pdf
from songfa.papers.out.sheet import xlsx
from songfa.people import actions as people
from songfa.people import reads as ledger
from songfa.people.described import Described, changes
from songfa.people.models import Person
from songfa.rules.doors import NumberCheck
from songfa.rules.packs.read import Pack, load
from songfa.rules.problems import Problem
from tests.rooms.test_aid import LAND, WAGES
from tests.town import NOON, Town

CHILD = Application(
    person=Described("陈小雨", date(2014, 5, 6), "F"),
    matter="maintenance",
    service="litigation",
    told=Told(story="父亲不付抚养费", facts={"person": {"birth_date": "2014-05-06"}}),
)
MOTHER = Agent("陈梅", "230822198503030024", "13904541111")
# enough of a workbook to be known as one
XLSX = xlsx(["a"], [])
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40 + b"IEND\xaeB`\x82"
SIGNED = Paper(written_by="staff", read_back=True, signed_by="signature")


def come(town: Town, application: Application, doorway: Doorway, who: str = "officer") -> Applied:
    unit = "vn_centre" if who.startswith("vn") else "centre"
    return actions.come_in(
        actor=town.actor(who), unit=town.units[unit], application=application, doorway=doorway, at=town.noon
    )  # fmt: skip


def code(why: pytest.ExceptionInfo[Problem]) -> str:
    return why.value.code


# -- who may apply ----------------------------------------------------------------------------------


def test_a_parent_applies_for_a_child_and_becomes_the_representative(town: Town) -> None:
    doorway = Doorway(
        way="ward", agent=MOTHER, relation="statutory_representative", guardian_harms=False,
        proof="household_register", paper=SIGNED,
    )  # fmt: skip
    file = come(town, CHILD, doorway).file
    assert file.finding["applicant_valid"] is True
    assert file.relation == "statutory_representative"
    assert file.story().applicant == "陈梅"
    (agent,) = reads.agents(file, NOON.date())
    assert (agent.capacity, agent.proof, agent.until) == ("statutory", "household_register", None)
    assert agent.phone == "+8613904541111"
    came = reads.intake(file)
    assert came is not None
    assert (came.row.way, came.row.written_by, came.row.signed_by) == ("ward", "staff", "signature")


def test_the_guardian_who_violates_is_refused_and_nothing_is_kept(town: Town) -> None:
    doorway = Doorway(
        way="ward", agent=MOTHER, relation="statutory_representative", guardian_harms=True
    )
    with pytest.raises(Problem) as why:
        come(town, CHILD, doorway)
    assert code(why) == "guardian_is_violator"
    assert File.objects.count() == Intake.objects.count() == Person.objects.count() == 0


@pytest.mark.parametrize("relation", ["other_statutory_representative", "close_relative"])
def test_another_representative_or_a_close_relative_acts_against_the_guardian(
    town: Town, relation: str
) -> None:
    doorway = Doorway(way="ward", agent=MOTHER, relation=relation, guardian_harms=True)
    file = come(town, CHILD, doorway).file
    assert file.finding["applicant_valid"] is True
    assert "LAL 40(1)" in json.dumps(file.finding) or file.finding["who_may_apply"]


def test_a_relative_who_is_no_guardian_does_not_apply_for_a_child(town: Town) -> None:
    doorway = Doorway(way="ward", agent=MOTHER, relation="close_relative", guardian_harms=False)
    with pytest.raises(Problem) as why:
        come(town, CHILD, doorway)
    assert code(why) == "applicant_not_entitled"
    assert why.value.facts["who"] == "statutory_representative"


def test_a_relative_of_a_person_who_can_act_needs_a_power_of_attorney(town: Town) -> None:
    doorway = Doorway(way="relative", agent=MOTHER, relation="close_relative")
    with pytest.raises(Problem) as why:
        come(town, WAGES, doorway)
    assert code(why) == "applicant_not_entitled"
    file = come(town, WAGES, replace(doorway, entrusted=True, proof="power_of_attorney")).file
    (agent,) = reads.representatives(file)
    assert (agent.capacity, agent.scopes) == ("entrusted", ["apply", "hand_in", "receive_papers"])
    assert file.finding["applicant_valid"] is True
    assert "power_of_attorney" in reads.papers_in_hand(
        file
    )  # shown at the door, not asked for again


def test_a_commune_and_a_federation_receive_for_the_agency_of_their_place(town: Town) -> None:
    assert offices.agency_of(town.units["vn_commune"]).pk == town.units["vn_centre"].pk
    assert offices.agency_of(town.units["federation"]).pk == town.units["centre"].pk
    department = network.open_unit(
        actor=system("vn-92"), name="Sở Tư pháp", kind="justice_department", pack="vn-92",
        area=town.areas["92"], letter="STP", at=NOON,
    )  # fmt: skip
    Unit.objects.filter(pk=town.units["vn_commune"].pk).update(parent=department)
    under = Unit.objects.get(pk=town.units["vn_commune"].pk)
    # a department signs its own numbers and takes no applications
    assert offices.agency_of(under).pk == town.units["vn_centre"].pk


def test_in_vietnam_a_relative_may_ask_for_somebody(town: Town) -> None:
    doorway = Doorway(
        way="relative", agent=Agent("Trần Văn Tám", "092180001234"), relation="close_relative"
    )
    assert come(town, LAND, doorway, "vn_officer").file.finding["applicant_valid"] is True


def test_a_relative_applies_for_a_person_who_is_held(town: Town) -> None:
    held = replace(
        WAGES, matter="criminal", service="criminal_defence",
        told=Told(facts={"person": {"birth_date": "1980-04-01"}, "criminal": {"role": "suspect"}}),
    )  # fmt: skip
    file = come(town, held, Doorway(way="held", agent=MOTHER, relation="close_relative")).file
    assert file.finding["applicant_valid"] is True
    assert file.story().facts["criminal"]["detained"] is True


def test_a_unit_acts_with_consent_and_says_which_unit(town: Town) -> None:
    doorway = Doorway(way="unit", behalf_unit=town.units["federation"])
    with pytest.raises(Problem) as why:
        come(town, WAGES, doorway)
    assert code(why) == "consent_missing"
    with pytest.raises(Problem) as why:
        come(town, WAGES, Doorway(way="unit", consent=True))
    assert code(why) == "applicant_missing"
    file = come(town, WAGES, replace(doorway, consent=True)).file
    assert Intake.objects.get(file=file).behalf_name == "桦南县残疾人联合会"
    assert file.finding["applicant_valid"] is True


@pytest.mark.parametrize(
    ("paper", "problem"),
    [
        (Paper(written_by="staff"), "read_back_missing"),
        (Paper(written_by="staff", read_back=True), "sign_missing"),
        (Paper(written_by="staff", read_back=True, signed_by="fingerprint"), "sign_missing"),
        (Paper(written_by="proxy", read_back=True, signed_by="signature", proxy="孙立"), "proxy_missing"),
        (Paper(written_by="nobody"), "code_unknown"),
    ],
)  # fmt: skip
def test_what_others_write_is_read_back_and_signed(town: Town, paper: Paper, problem: str) -> None:
    with pytest.raises(Problem) as why:
        come(town, WAGES, Doorway(paper=paper))
    assert code(why) == problem


def test_a_fingerprint_with_its_witness_is_kept_sealed(town: Town) -> None:
    paper = Paper(written_by="staff", read_back=True, signed_by="fingerprint", witness="吴桐")
    file = come(town, WAGES, Doorway(paper=paper)).file
    came = reads.intake(file)
    assert came is not None
    assert came.witness == "吴桐"
    with connection.cursor() as cursor:
        cursor.execute("select told from aid_intake")
        assert "吴桐".encode() not in bytes(cursor.fetchone()[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        Intake.objects.filter(file=file).update(read_back=False)


def test_sent_twice_it_is_one_application_with_one_intake(town: Town) -> None:
    token = uuid4()
    for _ in range(2):
        actions.come_in(
            actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, doorway=Doorway(),
            at=town.noon, token=token,
        )  # fmt: skip
    assert File.objects.count() == Intake.objects.count() == 1


def test_a_simple_question_opens_no_file_in_vietnam(town: Town) -> None:
    asked = replace(
        LAND, service="consultation", told=replace(LAND.told, facts={**LAND.told.facts, "simple_question": True})
    )  # fmt: skip
    with pytest.raises(Problem) as why:
        come(town, asked, Doorway(), "vn_officer")
    assert code(why) == "answer_on_the_spot"
    assert File.objects.count() == 0
    chinese = replace(WAGES, service="consultation", told=Told(facts={"simple_question": True}))
    assert come(town, chinese, Doorway()).file.state == "received"


def test_a_consultation_that_became_a_file_is_counted_as_converted(town: Town) -> None:
    talk = advice.take(
        actor=town.actor("officer"), channel="hotline", matter="labour_wages", groups=[], on=NOON.date(), at=NOON
    )  # fmt: skip
    file = come(town, WAGES, Doorway(consultation=talk.pk)).file
    assert reads.converted([talk.pk]) == {talk.pk: file}


# -- the ledger -------------------------------------------------------------------------------------


def test_from_the_ledger_a_blank_erases_nothing_and_changes_are_shown_first(town: Town) -> None:
    officer = town.actor("officer")
    person = come(town, WAGES, Doorway()).file.person
    blank = Described(name="", phone="", id_number="")
    assert changes(person, blank, on=NOON.date()) == []
    said = Described("李小红", None, "", "", "13904549999", "zh-Hans", ("women",))
    shown = changes(person, said, on=NOON.date())
    assert [(c.field, c.before, c.after) for c in shown] == [
        ("phone", "+8613800138000", "+8613904549999")
    ]
    people.amend(actor=officer, person=person, described=said, at=NOON, on=NOON.date())
    now = Person.objects.get(pk=person.pk)
    assert (now.phone, now.born, now.id_number) == (
        "+8613904549999", date(1980, 4, 1), "230822198004010021",
    )  # fmt: skip
    assert ledger.find(officer, "13904549999", on=NOON.date()) == [now]
    assert ledger.find(officer, "13800138000", on=NOON.date()) == []
    line = Line.objects.filter(detail__act="amend").get()
    assert line.detail["fields"] == ["phone"]


def test_a_known_person_is_not_entered_again(town: Town) -> None:
    person = come(
        town, CHILD, Doorway(way="ward", agent=MOTHER, relation="statutory_representative")
    ).file.person
    again = replace(CHILD, known=person)
    file = come(
        town, again, Doorway(way="ward", agent=MOTHER, relation="statutory_representative")
    ).file
    assert file.person == person
    assert Person.objects.count() == 1


def test_the_ledger_is_searched_within_reach_only(town: Town) -> None:
    come(town, WAGES, Doorway())
    for q in ("李小红", "lxh", "lixiaohong", "230822198004010021", "13800138000"):
        assert len(ledger.find(town.actor("officer"), q, on=NOON.date())) == 1, q
        assert ledger.find(town.actor("stranger"), q, on=NOON.date()) == [], q


def test_nobody_takes_the_number_of_another(town: Town) -> None:
    come(town, WAGES, Doorway())
    other = come(
        town, replace(WAGES, person=Described("王强", date(1975, 1, 2))), Doorway()
    ).file.person
    said = Described("王强", id_number="230822198004010021")
    with pytest.raises(Problem) as why:
        people.amend(
            actor=town.actor("officer"), person=other, described=said, at=NOON, on=NOON.date()
        )
    assert code(why) == "id_number_refused"


class Strict:
    """A pack that refuses numbers whose check digit is wrong."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __getattr__(self, name: str) -> Any:
        return getattr(self.pack, name)

    def get(self, model: Any, code: str, on: date) -> Any:
        found = self.pack.get(model, code, on)
        refused = {"refuse": ("check_digit",)}
        return found.model_copy(update=refused) if model is NumberCheck else found


def test_a_pack_may_refuse_a_wrong_check_digit(town: Town, monkeypatch: Any) -> None:
    wrong = replace(WAGES, person=replace(WAGES.person, id_number="230822198004010022"))
    assert come(town, wrong, Doorway()).file.story().doubts[0] == "check_digit"
    strict = Strict(load("cn-23"))
    monkeypatch.setattr("songfa.people.actions.load", lambda _: strict)
    with pytest.raises(Problem) as why:
        come(town, wrong, Doorway())
    assert (code(why), why.value.facts) == ("id_number_refused", {"doubt": "check_digit"})


# -- representatives --------------------------------------------------------------------------------


def represent(town: Town, file: File, **told: Any) -> Representative:
    facts: dict[str, Any] = {
        "agent": Agent("赵明", "230822198503030024"), "capacity": "entrusted", "scopes": ["hand_in", "receive_papers"],
        "since": NOON.date(), "until": NOON.date() + timedelta(days=30), "proof": "power_of_attorney",
    }  # fmt: skip
    return actions.represent(actor=town.actor("officer"), file=file, at=NOON, **{**facts, **told})


@pytest.fixture
def file(town: Town) -> File:
    return come(town, WAGES, Doorway()).file


def test_a_representative_acts_from_a_day_until_a_day_and_for_what_was_said(
    town: Town, file: File
) -> None:
    agent = represent(town, file)
    today, last = NOON.date(), NOON.date() + timedelta(days=30)
    assert reads.agents(file, today) == reads.agents(file, last) == [agent]
    assert reads.agents(file, last + timedelta(days=1)) == []
    assert reads.agents(file, today - timedelta(days=1)) == []
    assert reads.agents(file, today, "settle") == []
    must_act(agent, "hand_in", today)
    with pytest.raises(Problem) as why:
        must_act(agent, "settle", today)
    assert code(why) == "representative_scope"
    actions.revoke(actor=town.actor("officer"), representative_id=agent.pk, at=NOON)
    assert reads.agents(file, today) == []
    with pytest.raises(Problem) as why:
        actions.revoke(actor=town.actor("officer"), representative_id=agent.pk, at=NOON)
    assert code(why) == "representative_ended"
    acts = list(Line.objects.filter(verb="aid.represent").values_list("detail__act", flat=True))
    assert acts == [None, "revoke"]


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"scopes": []}, "scope_missing"),
        ({"scopes": ["everything"]}, "scope_missing"),
        ({"until": NOON.date() - timedelta(days=1)}, "days_reversed"),
        ({"proof": "household_register"}, "proof_unfit"),
        ({"proof": ""}, "proof_unfit"),
        ({"capacity": "friend"}, "no_value_at_date"),
        ({"agent": Agent("")}, "applicant_missing"),
        ({"agent": Agent("赵明", "12")}, "id_number_impossible"),
    ],
)
def test_a_power_that_cannot_be_is_refused(
    town: Town, file: File, told: dict[str, Any], problem: str
) -> None:
    with pytest.raises(Problem) as why:
        represent(town, file, **told)
    assert code(why) == problem
    assert Representative.objects.count() == 0


def test_only_who_reaches_the_file_names_a_representative(town: Town, file: File) -> None:
    for who, problem in (
        ("stranger", "not_found"),
        ("lawyer", "not_found"),
        ("supervisor", "not_allowed"),
    ):
        with pytest.raises(Problem) as why:
            actions.represent(
                actor=town.actor(who), file=file, agent=Agent("赵明"), capacity="entrusted", scopes=["apply"],
                since=NOON.date(), until=None, proof="power_of_attorney", at=NOON,
            )  # fmt: skip
        assert code(why) == problem


# -- links ------------------------------------------------------------------------------------------


def door(file: File) -> Any:
    return offices.public_door(file.unit, NOON.date())


def link(town: Town, file: File, purpose: str, **told: Any) -> MadeLink:
    return actions.make_link(
        actor=town.actor("officer"), file=file, purpose=purpose, at=NOON, **told
    )


def use(
    made: MadeLink,
    said: dict[str, Any] | None = None,
    *,
    later: timedelta = timedelta(0),
    files: Any = (),
) -> Any:
    found = reads.link_of(made.secret)
    assert found is not None
    with bound(door(found.file)):
        return actions.use_link(
            actor=door(found.file), link=found, said=said or {}, at=NOON + later, files=files
        )


@pytest.fixture
def waiting(town: Town, file: File) -> File:
    return actions.ask_papers(
        actor=town.actor("officer"), file=file, papers=["identity_card", "case_papers"], at=NOON
    )


def test_of_a_link_only_the_fingerprint_is_kept(town: Town, file: File) -> None:
    made = link(town, file, "complete_application")
    with connection.cursor() as cursor:
        cursor.execute("select row_to_json(l)::text from aid_link l")
        row = cursor.fetchone()[0]
        cursor.execute("select coalesce(string_agg(detail::text, ''), '') from audit_line")
        trail = cursor.fetchone()[0]
    assert made.secret not in row + trail
    assert reads.link_of(made.secret) == made.link
    assert reads.link_of(made.secret[:-1]) is None
    assert made.link.expires_at == NOON + timedelta(days=3)


def test_a_link_completes_the_application_once_and_a_blank_erases_nothing(
    town: Town, file: File
) -> None:
    made = link(town, file, "complete_application")
    use(made, {"story": "还有工资条", "phone": "", "needs": ["read_aloud"]})
    told = File.objects.get(pk=file.pk).story()
    assert told.story == "工地欠了我三个月工资\n\n还有工资条"
    assert told.phone == "13800138000"
    assert told.contact.needs == ("large_print", "read_aloud")
    with pytest.raises(Problem) as why:
        use(made, {"story": "再来"})
    assert (code(why), why.value.facts) == ("link_closed", {"standing": "used"})
    line = Line.objects.filter(detail__by="link").get()
    assert (line.actor.username, line.verb, line.subject_id) == ("resident", "aid.apply", file.pk)


def test_missing_papers_come_in_by_a_link_and_the_clock_runs_on(town: Town, waiting: File) -> None:
    made = link(town, waiting, "hand_in_papers")
    one = Came("identity_card", "../正面.png", PNG)
    with pytest.raises(Problem) as why:
        use(made, files=[one])
    assert code(why) == "papers_left"
    assert Link.objects.get().used_at is None  # nothing is lost: it can be sent again
    use(made, {"explanation": "合同在工地"}, files=[one])
    now = File.objects.get(pk=waiting.pk)
    assert (now.state, now.missing_papers, now.papers_received) == (
        "received", ["case_papers"], ["identity_card"],
    )  # fmt: skip
    kept = LinkFile.objects.get()
    assert (kept.name, kept.kind, kept.size) == ("正面.png", "png", len(PNG))
    ((answer, said, files),) = reads.link_answers(now)
    assert (answer.purpose, said["explanation"], files) == ("hand_in_papers", "合同在工地", [kept])


@pytest.mark.parametrize(
    ("data", "problem"),
    [(b"MZ\x90\0", "evidence_kind"), (b"", "file_empty"), (PNG + b"\0" * 6_000_000, "evidence_large"),
     (PNG[:-8], "document_incomplete"), (XLSX, "evidence_kind")],
)  # fmt: skip
def test_what_is_no_picture_and_no_pdf_is_refused(
    town: Town, waiting: File, data: bytes, problem: str
) -> None:
    made = link(town, waiting, "hand_in_papers")
    with pytest.raises(Problem) as why:
        use(made, {"explanation": "x"}, files=[Came("identity_card", "a.png", data)])
    assert code(why) == problem
    assert File.objects.get(pk=waiting.pk).state == "awaiting_papers"


def test_a_paper_by_a_link_passes_the_same_gate_as_every_document(
    town: Town, waiting: File, settings: Any
) -> None:
    made = link(town, waiting, "hand_in_papers")
    place = b"Exif\0\0MM\0*\0\0\0\x08\0\0 47.35 N"
    photo = (
        b"\xff\xd8\xff\xe1" + (len(place) + 2).to_bytes(2, "big") + place
        + b"\xff\xda\0\x02 picture \xff\xd9"
    )  # fmt: skip
    for command, problem in (
        ("false", "document_unwanted"),
        ("no-such-scanner", "document_unscanned"),
    ):
        settings.DOCUMENT_SCANNER = command
        with pytest.raises(Problem) as why:
            use(made, {"explanation": "x"}, files=[Came("identity_card", "a.jpg", photo)])
        assert code(why) == problem
    settings.DOCUMENT_SCANNER = ""
    use(made, {"explanation": "x"}, files=[Came("identity_card", "证件.exe", photo)])
    kept = LinkFile.objects.get()
    # its name says what it is, and the photograph no longer says where it was taken
    assert (kept.name, kept.kind) == ("证件.jpg", "jpeg")
    assert b"47.35" not in base64.b64decode(kept.content)


def test_a_link_ends_with_its_time_and_can_be_taken_back(town: Town, file: File) -> None:
    made = link(town, file, "sign_declaration", span=2)
    assert made.link.standing(NOON + timedelta(hours=2) - timedelta(seconds=1)) == "open"
    with pytest.raises(Problem) as why:
        use(made, later=timedelta(hours=2))
    assert why.value.facts == {"standing": "expired"}
    other = link(town, file, "sign_declaration")
    actions.revoke_link(actor=town.actor("officer"), file=file, link_id=other.link.pk, at=NOON)
    with pytest.raises(Problem) as why:
        use(other)
    assert why.value.facts == {"standing": "revoked"}
    with pytest.raises(Problem) as why:
        link(town, file, "sign_declaration", span=100_000)
    assert code(why) == "link_too_long"


def test_a_link_fits_the_state_of_its_file(town: Town, file: File) -> None:
    for purpose in ("hand_in_papers", "give_opinion"):
        with pytest.raises(Problem) as why:
            link(town, file, purpose)
        assert code(why) == "link_not_now"
    made = link(town, file, "complete_application")
    actions.grant(actor=town.actor("officer"), file=file, at=NOON)
    with pytest.raises(Problem) as why:
        use(made, {"story": "x"})
    assert code(why) == "link_not_now"


def test_the_link_of_a_representative_ends_with_the_power(town: Town, file: File) -> None:
    agent = represent(town, file, scopes=["apply"], until=NOON.date())
    made = link(town, file, "complete_application", representative=agent)
    with pytest.raises(Problem) as why:
        use(made, {"story": "x"}, later=timedelta(days=1))
    assert code(why) == "representative_ended"
    deaf = represent(town, file, scopes=["receive_papers"])
    with pytest.raises(Problem) as why:
        link(town, file, "complete_application", representative=deaf)
    assert code(why) == "representative_scope"
    use(made, {"story": "今天"})


def test_only_who_reaches_the_file_makes_a_link(town: Town, file: File) -> None:
    for who, problem in (("stranger", "not_found"), ("supervisor", "not_allowed")):
        with pytest.raises(Problem) as why:
            actions.make_link(
                actor=town.actor(who), file=file, purpose="complete_application", at=NOON
            )
        assert code(why) == problem


# -- referrals --------------------------------------------------------------------------------------

WHO = Referred(
    "Nguyễn Thị Hoa", date(1970, 5, 2), "F", "092170001234", "01221234567", "Khóm 1", "litigant",
    "Bị thu hồi đất, hộ nghèo", "Giấy chứng nhận hộ nghèo",
)  # fmt: skip


def commune_referral(town: Town) -> Referral:
    worker, unit = town.actor("vn_worker"), town.units["vn_commune"]
    desk = offices.referring(worker, offices.agency_for_referral(unit))
    with bound(desk):
        return actions.refer(
            actor=desk, unit=unit, body="commune", body_name="", matter="land", who=WHO, at=NOON, token=uuid4()
        )  # fmt: skip


def test_a_commune_refers_with_a_letter_and_the_centre_has_a_duty(town: Town) -> None:
    row = commune_referral(town)
    assert (row.state, row.unit, row.area) == (
        "on_the_way", town.units["vn_centre"], town.areas["31507"],
    )  # fmt: skip
    letter = Letter.from_json(row.letter)
    text = letter.to_json()
    for word in ("Nguyễn Thị Hoa", "092170001234", "0771 234 567", "Phiếu giới thiệu"):
        assert word in text, word
    assert pdf(letter).startswith(b"%PDF")
    assert docx(letter).startswith(b"PK")
    officer = town.actor("vn_officer")
    with bound(officer):
        (duty,) = duties.owed(officer)
    assert (duty.code, duty.subject_id) == ("take_on_referral", row.pk)
    assert "17a" in duty.legal_basis
    assert "Hoa" not in duty.label
    with bound(town.actor("vn_worker")):
        assert reads.referrals(town.actor("vn_worker")) == [row]
    assert reads.referrals(town.actor("officer")) == []


def test_a_referral_becomes_an_application_once(town: Town) -> None:
    row, officer = commune_referral(town), town.actor("vn_officer")
    with pytest.raises(Problem) as why:
        actions.take_on(actor=officer, referral=row, at=NOON)
    assert code(why) == "referral_no_file"
    file = come(town, LAND, Doorway(), "vn_officer").file
    taken = actions.take_on(actor=officer, referral=row, file=file, at=NOON)
    assert (taken.state, taken.file) == ("arrived", file)
    assert list(duties.owed(officer).filter(subject_id=row.pk)) == []
    with pytest.raises(Problem) as why:
        actions.take_on(actor=officer, referral=row, file=file, at=NOON)
    assert code(why) == "already_done"


@pytest.mark.parametrize(
    ("told", "who", "problem"),
    [
        ({}, replace(WHO, reason=" "), "referral_reason"),
        ({}, replace(WHO, name=""), "applicant_missing"),
        ({}, replace(WHO, role="king"), "code_unknown"),
        ({}, replace(WHO, id_number="1"), "id_number_impossible"),
        ({"body": "moon"}, WHO, "no_value_at_date"),
        ({"matter": "moon"}, WHO, "no_value_at_date"),
    ],
)
def test_a_referral_says_who_and_why(
    town: Town, told: dict[str, Any], who: Referred, problem: str
) -> None:
    facts = {"body": "court", "body_name": "Tòa án", "matter": "land", **told}
    with pytest.raises(Problem) as why:
        actions.refer(
            actor=town.actor("vn_officer"), unit=town.units["vn_centre"], who=who, at=NOON, **facts
        )
    assert code(why) == problem


def test_a_file_is_referred_out_sent_and_said_to_have_arrived(town: Town, file: File) -> None:
    officer = town.actor("officer")
    row = actions.refer_out(
        actor=officer, unit=file.unit, body="petitions", body_name="桦南县信访局", matter=file.matter, file=file,
        who=Referred("李小红", reason="先经信访复查程序"), at=NOON,
    )  # fmt: skip
    assert "桦南县信访局" in Letter.from_json(row.letter).to_json()
    assert reads.referrals_of(file) == [row]
    assert [d.code for d in duties.owed(officer) if d.subject_id == row.pk] == ["send_referral"]
    row = actions.hand_on(actor=officer, referral=row, at=NOON)
    assert row.state == "handed_on"
    assert [d for d in duties.owed(officer) if d.subject_id == row.pk] == []
    assert actions.take_on(actor=officer, referral=row, at=NOON).state == "arrived"
    with pytest.raises(Problem) as why:
        actions.refer_out(
            actor=officer, unit=file.unit, body="commune", body_name="桦南镇", matter="",
            who=Referred("李小红", reason="x"), at=NOON,
        )  # fmt: skip
    assert code(why) == "code_unknown"


def test_a_referral_is_no_business_of_strangers(town: Town) -> None:
    row = commune_referral(town)
    for who in ("stranger", "lawyer", "supervisor", "keeper"):
        with pytest.raises(Problem) as why:
            reads.referral(town.actor(who), row.pk, at=NOON)
        assert code(why) == "not_found"
