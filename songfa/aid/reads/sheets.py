"""Official forms of what has no file: one person whom a duty lawyer helped, one consultation."""

from datetime import datetime
from typing import Any

from songfa.access.policy import Actor
from songfa.advice.models import Consultation
from songfa.aid.days import local_day
from songfa.aid.issue import compose_alone
from songfa.aid.issue.frame import Desk
from songfa.aid.models import DutyHelp, Intake, Referral
from songfa.aid.told import Told
from songfa.audit.door import look
from songfa.papers.out.compose import BLANK
from songfa.papers.out.letter import Letter
from songfa.people.models import Person
from songfa.rules.forms import Form
from songfa.rules.notices import Asker
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Paper as PaperKind
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb

CONSULTATION = "consultation_register"
PERSON = "person"  # who asked for themselves, of the pack's askers
PLEA = "plea"


def duty_sheets(row: DutyHelp, at: datetime) -> list[PaperKind]:
    """Return the forms for one person of the duty lawyers' register: who asked has one, the record stands beside it."""
    pack = load(row.pack)
    on = local_day(pack, at)
    kinds = pack.all(PaperKind, on)
    of_asker = {code: asker.paper for code, asker in pack.all(Asker, on).items()}
    return [
        kinds[code]
        for code, form in pack.all(Form, on).items()
        if form.of == "session"
        and code in kinds
        and (code == of_asker.get(row.asked_by) or code not in of_asker.values())
    ]


def duty_sheet(actor: Actor, row: DutyHelp, kind: str, *, at: datetime) -> Letter:
    """Return a form for one person of the duty lawyers' register. The look is recorded. Raises NOT_FOUND."""
    if kind not in {sheet.code for sheet in duty_sheets(row, at)}:
        raise NOT_FOUND(thing="paper")
    pack = load(row.pack)
    desk = Desk(pack, row.unit, local_day(pack, at))
    organ = "" if row.asked_by == PERSON else desk.name_of("askers", row.asked_by)
    theirs = pack.get(Form, kind, desk.on).head == "organ"
    look(actor=actor, verb=Verb.AID_HELP, subject=row, at=at, paper=kind)
    return compose_alone(
        row.unit, kind, at=at, number=row.organ_reference if theirs else row.number,
        **_of_help(desk, row, BLANK[desk.country] + organ if theirs and organ else organ),
    )  # fmt: skip


def _of_help(desk: Desk, row: DutyHelp, organ: str) -> dict[str, Any]:
    """Return what the register knows, by the names of the values."""
    said = Told.opened(row.told)
    kinds = [*row.kinds, *([PLEA] if row.plea_witnessed else [])]
    return {
        "person_name": row.name, "person_sex": desk.say(f"sex-{row.sex}") if row.sex else "",
        "person_born": desk.day(row.born), "person_id_number": row.id_number, "person_phone": said.phone,
        "person_groups": desk.join([desk.name_of("groups", code) for code in row.groups]),
        "matter": row.cause, "organ_name": organ, "case_number": row.organ_reference,
        "case_role": desk.coded("notice-role", row.role),
        "case_custody": desk.coded(f"custody-{desk.country}", row.custody),
        "case_plea": desk.say("question-yes") if row.plea_witnessed else "",
        "duty_on": desk.moment(row.given_at), "duty_asked_on": desk.day(row.asked_at),
        "duty_asked": desk.say("question-yes") if row.asked_by == PERSON else "",
        "duty_place": row.session.place, "duty_lawyer": row.practitioner.name,
        "duty_unit": row.practitioner.unit.name, "duty_request": said.story, "duty_content": row.summary,
        "duty_result": row.reasons or _result(desk, row), "duty_kinds": tuple(kinds),
    }  # fmt: skip


def _result(desk: Desk, row: DutyHelp) -> str:
    """Say what became of an application that the person gave the lawyer."""
    if row.handed_on_at is not None:
        return desk.say("sheet-handed-on", day=desk.moment(row.handed_on_at), unit=row.unit.name)
    return desk.say("sheet-taken-in", day=desk.moment(row.applied_at)) if row.applied_at else ""


def has_consultation_sheet(actor: Actor, at: datetime) -> bool:
    """Whether the law of the actor's office has a form for a consultation."""
    pack = load(actor.pack)
    return CONSULTATION in pack.all(Form, local_day(pack, at))


def consultation_sheet(actor: Actor, row: Consultation, *, at: datetime) -> Letter:
    """Return the form of one consultation; whoever read the row recorded the look.

    Raises NOT_FOUND without such a form.
    """
    pack = load(row.pack)
    desk = Desk(pack, row.unit, local_day(pack, at))
    if CONSULTATION not in pack.all(Form, desk.on):
        raise NOT_FOUND(thing="paper")
    person = Person.objects.filter(pk=row.person_id).first() if row.person_id else None
    who: dict[str, Any] = {}
    if person is not None:
        who = {
            "person_name": person.name, "person_sex": desk.say(f"sex-{person.sex}") if person.sex else "",
            "person_id_number": person.id_number, "person_phone": person.phone,
        }  # fmt: skip
    return compose_alone(
        row.unit, CONSULTATION, at=at, **who, consultation_on=desk.day(row.on),
        consultation_channel=desk.name_of("channels", row.channel), matter=desk.name_of("matters", row.matter),
        person_groups=desk.join([desk.name_of("groups", code) for code in row.groups]),
        consultation_question=row.question, consultation_answer=row.answer, consultation_result=_became(row),
    )  # fmt: skip


def _became(row: Consultation) -> str:
    if Intake.objects.filter(consultation=row).exists():
        return "apply"
    if Referral.objects.filter(consultation=row).exists():
        return "referred"
    return "answered" if row.answer else ""
