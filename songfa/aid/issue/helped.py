"""Values of one person of the duty lawyers' register, for the forms that tell of them."""

from collections.abc import Mapping
from datetime import datetime

from songfa.aid.days import local_day
from songfa.aid.issue.frame import Desk
from songfa.aid.issue.write import alone
from songfa.aid.models import DutyHelp
from songfa.aid.told import Told
from songfa.rules.packs.read import load
from songfa.rules.values import Value

PERSON = "person"  # who asked for themselves, of the pack's askers
PLEA = "plea"


def desk_of(row: DutyHelp, at: datetime) -> Desk:
    """Return the agency that keeps the register, on the day of `at`."""
    pack = load(row.pack)
    return Desk(pack, row.unit, local_day(pack, at))


def known(desk: Desk, row: DutyHelp) -> dict[str, Value]:
    """Return what the register knows, by the keys of the values."""
    return alone(desk, of_help(desk, row))


def of_help(desk: Desk, row: DutyHelp) -> Mapping[str, Value]:
    """Return what the register knows, by the names of the values."""
    said = Told.opened(row.told)
    kinds = [*row.kinds, *([PLEA] if row.plea_witnessed else [])]
    return {
        "person_name": row.name, "person_sex": desk.say(f"sex-{row.sex}") if row.sex else "",
        "person_born": desk.day(row.born), "person_id_number": row.id_number, "person_phone": said.phone,
        "person_groups": desk.join([desk.name_of("groups", code) for code in row.groups]),
        "matter": row.cause, "organ_name": row.organ, "case_number": row.organ_reference,
        "case_role": desk.coded("notice-role", row.role),
        "case_custody": desk.coded(f"custody-{desk.country}", row.custody),
        "case_plea": desk.say("question-yes") if row.plea_witnessed else "",
        "duty_on": desk.moment(row.given_at), "duty_asked_on": desk.day(row.asked_at),
        "duty_asked": desk.say("question-yes") if row.asked_by == PERSON else "",
        "duty_place": row.session.place, "duty_lawyer": row.practitioner.name,
        "duty_phone": row.practitioner.phone, "duty_unit": row.practitioner.unit.name,
        "duty_request": said.story, "duty_content": row.summary,
        "duty_result": row.reasons or _result(desk, row), "duty_kinds": tuple(kinds),
    }  # fmt: skip


def _result(desk: Desk, row: DutyHelp) -> str:
    """Say what became of an application that the person gave the lawyer."""
    if row.handed_on_at is not None:
        return desk.say("sheet-handed-on", day=desk.moment(row.handed_on_at), unit=row.unit.name)
    return desk.say("sheet-taken-in", day=desk.moment(row.applied_at)) if row.applied_at else ""
