"""Official forms of what has no file: one person whom a duty lawyer helped, one consultation."""

from datetime import datetime
from typing import Any

from songfa.access.policy import Actor
from songfa.advice.models import Consultation
from songfa.aid.days import local_day
from songfa.aid.issue import compose_alone, helped, sheets
from songfa.aid.issue.frame import Desk
from songfa.aid.models import DutyHelp, Intake, Referral
from songfa.aid.reads.forms import Asked
from songfa.audit.door import look
from songfa.papers.out.compose import BLANK
from songfa.papers.out.letter import Letter
from songfa.people.models import Person
from songfa.rules.forms import Form
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Paper as PaperKind
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb

CONSULTATION = "consultation_register"


def duty_sheets(row: DutyHelp, at: datetime) -> list[PaperKind]:
    """Return the forms for one person of the duty lawyers' register: who asked has one, the record stands beside it."""
    return sheets.sheets_of(row, at)


def duty_boxes(row: DutyHelp, kind: str, *, at: datetime) -> Asked:
    """Return what such a form still asks; it begins with what was told before. Raises NOT_FOUND."""
    found, told = sheets.asked_on_sheet(row, kind, at), sheets.opened(row)
    return Asked(tuple(found), {box.key: told[box.key] for box in found if box.key in told})


def duty_sheet(actor: Actor, row: DutyHelp, kind: str, *, at: datetime) -> Letter:
    """Return a form for one person of the duty lawyers' register. The look is recorded. Raises NOT_FOUND."""
    if kind not in {sheet.code for sheet in sheets.sheets_of(row, at)}:
        raise NOT_FOUND(thing="paper")
    desk = helped.desk_of(row, at)
    told = sheets.opened(row)
    theirs = desk.pack.get(Form, kind, desk.on).head == "organ"
    given: dict[str, Any] = dict(helped.of_help(desk, row))
    if not given["organ_name"] and "organ.name" not in told:
        given["organ_name"] = _kind_of_body(desk, row, room=theirs)
    look(actor=actor, verb=Verb.AID_HELP, subject=row, at=at, paper=kind)
    return compose_alone(
        row.unit, kind, at=at, number=row.organ_reference if theirs else row.number, hand=told, **given
    )  # fmt: skip


def _kind_of_body(desk: Desk, row: DutyHelp, *, room: bool) -> str:
    """Return what kind of body asked, where nobody wrote down which; with `room` to write its place before it."""
    kind = "" if row.asked_by == helped.PERSON else desk.name_of("askers", row.asked_by)
    return BLANK[desk.country] + kind if kind and room else kind


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
