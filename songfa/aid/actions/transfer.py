"""An application goes to the agency that is competent: another unit of the system, or a body outside it."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from songfa.access.models import Unit
from songfa.access.policy import Actor, bound, require
from songfa.aid.door import codes
from songfa.aid.door.offices import agency_of, at_the_door, by_id
from songfa.aid.frozen import frozen
from songfa.aid.holding import first_come, held
from songfa.aid.issue import issue, numbering
from songfa.aid.models import File
from songfa.audit.door import enter, hold_chains, move
from songfa.people.actions import Described, Entered, find_or_enter
from songfa.people.holding import hold_known
from songfa.rules.deciding import EndingGround
from songfa.rules.eligibility.check import check
from songfa.rules.packs.read import load
from songfa.rules.problems import REASON_UNKNOWN, RECEIVER_MISSING, SAME_UNIT
from songfa.rules.verbs import Verb


@transaction.atomic
def transfer(
    *,
    actor: Actor,
    file: File,
    reason: str,
    at: datetime,
    unit_id: UUID | None = None,
    body: str = "",
    text: str = "",
) -> File:
    """Hand an application over, with its reason (a ground of the pack), and tell the applicant.

    To a unit of the system: a new file is opened there with what was told, the papers received and the day of
    the first request, by which the right to aid is judged; the old one ends and names the new office. To a body
    outside: `body` names it. Raises REASON_UNKNOWN, RECEIVER_MISSING, SAME_UNIT, OFFICE_TAKES_NONE,
    ALREADY_DONE for who comes second.
    """
    row = held(file)
    require(actor, Verb.AID_TRANSFER, row)
    first_come(row, Verb.AID_TRANSFER)
    pack = load(row.pack)
    ground = pack.all(EndingGround, pack.day(at)).get(reason)
    if ground is None or ground.verb != Verb.AID_TRANSFER:
        raise REASON_UNKNOWN(reason=reason)
    target = _target(row, unit_id, at)
    receiver = target.name if target is not None else body.strip()
    if not receiver:
        raise RECEIVER_MISSING()  # noqa: RSE102 - a catalogue entry, not an exception class
    if target is not None:
        _hold_both(actor, row, agency_of(target), target)
    row = move(
        row, Verb.AID_TRANSFER, actor=actor, at=at,
        detail={"reason": reason, "to": str(target.pk) if target else "outside"},
        reasons=[reason], reasons_text=text.strip(), handed_to=receiver, closed_at=at,
    )  # fmt: skip
    code = ""
    if target is not None:
        code = _opened_there(actor, row, target, at)
    issue(row, "transfer", at=at, note=code)
    return row


def _target(row: File, unit_id: UUID | None, at: datetime) -> Unit | None:
    if unit_id is None:
        return None
    unit = by_id(str(unit_id), load(row.pack).day(at))
    if unit.pk == row.unit_id or agency_of(unit).pk == row.unit_id:
        raise SAME_UNIT(unit=unit.name)
    if load(unit.pack).head.country != load(row.pack).head.country:
        raise RECEIVER_MISSING()  # noqa: RSE102 - a catalogue entry, not an exception class
    return unit


def _hold_both(actor: Actor, row: File, agency: Unit, unit: Unit) -> None:
    """Hold the person's row at the receiving unit and both trails, in the order in which every act takes its locks.

    Two who send files to each other, or take an application of the same person meanwhile, do not wait in a ring.
    """
    identity = row.person.id_number
    with bound(_door(actor, agency)):
        hold_known(agency, identity)
    hold_chains([row.area_path, unit.area_path, agency.area_path])


def _door(actor: Actor, agency: Unit) -> Actor:
    verbs = frozenset({Verb.AID_APPLY, Verb.PEOPLE_ENTER})
    return replace(at_the_door(actor, agency), verbs=verbs)


def _opened_there(actor: Actor, row: File, unit: Unit, at: datetime) -> str:
    """Open the file at the receiving unit and return the code by which the applicant follows it there."""
    agency = agency_of(unit)
    pack = load(unit.pack)
    person, told = row.person, row.story()
    first = row.first_asked_at or row.received_at
    finding = frozen(check(told.facts, pack, pack.day(first)))
    door = _door(actor, agency)
    described = Described(
        name=person.name, born=person.born, sex=person.sex, id_number=person.id_number,
        phone=person.phone or told.phone, address=person.address or told.address,
        language=told.contact.language, groups=tuple(row.groups),
    )  # fmt: skip
    with bound(door):
        entered: Entered = find_or_enter(
            actor=door, unit=agency, described=described, at=at, on=pack.day(at), by=Verb.AID_APPLY
        )
        made = File(
            person=entered.person, relation=row.relation, matter=row.matter, service=row.service,
            groups=row.groups, channel=row.channel, campaign=row.campaign, cause=row.cause, stage=row.stage,
            organ=row.organ, organ_reference=row.organ_reference, told=row.told, finding=finding,
            origin_id=row.pk, handed_from=row.unit.name, first_asked_at=first, papers_received=row.papers_received,
            means_basis=row.means_basis, declared_at=row.declared_at, received_at=at, created_at=at,
            pack=unit.pack, unit=agency, received_by=unit, area=unit.area, area_path=unit.area_path,
        )  # fmt: skip
        made.number = made.request_number = numbering.at_receipt(
            pack, agency, place=made.area_path, matter=made.matter, on=pack.day(at)
        )
        enter(
            made, Verb.AID_APPLY, actor=door, at=at, number=made.number, channel=made.channel,
            origin=str(row.pk),
        )  # fmt: skip
        codes.hand_out(made)
        return codes.code_for(made)
