"""An application comes in, by the public door or over the desk."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from songfa.access.models import Unit
from songfa.access.policy import Actor, require
from songfa.aid.days import local_day
from songfa.aid.door import codes
from songfa.aid.door.answers import groups_that_follow
from songfa.aid.door.offices import agency_of, takes_applications
from songfa.aid.frozen import frozen
from songfa.aid.issue import numbering
from songfa.aid.models import File
from songfa.aid.told import Told
from songfa.audit.door import enter, first_time, keep_result, once
from songfa.audit.models import Once
from songfa.people.actions import Described, Entered, find_or_enter
from songfa.people.models import Person
from songfa.rules.eligibility.check import check
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Channel, Matter, Service
from songfa.rules.problems import OFFICE_TAKES_NONE
from songfa.rules.verbs import Verb


@dataclass(frozen=True, slots=True)
class Application:
    """What is asked for and for whom. Codes are those of the unit's pack; `told` holds the facts."""

    person: Described
    matter: str
    service: str
    told: Told
    channel: str = "web"
    relation: str = ""
    campaign: str = ""
    groups: tuple[str, ...] = field(default=())
    # somebody whom the ledger knows already: not looked for again
    known: Person | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """The file and the code by which the applicant follows it."""

    file: File
    code: str


@transaction.atomic
def apply(
    *, actor: Actor, unit: Unit, application: Application, at: datetime, token: UUID | None = None
) -> Applied:
    """Let an application in: the person once, the finding on the day, a number, a code to follow.

    The file lies with the body that decides for `unit`, in the place of `unit`. A `token` that was used
    before leads to the file of its first use: what is sent twice is one application. Raises
    OFFICE_TAKES_NONE, NO_VALUE_AT_DATE (a matter or service that the pack does not know that day),
    FACTS_INVALID, ID_NUMBER_IMPOSSIBLE, PHONE_UNREADABLE.
    """
    before = once(token, at) if token else None
    if before is not None:
        return _again(before)
    pack = load(unit.pack)
    on = local_day(pack, at)
    _known(pack, unit, application, on)
    agency = agency_of(unit)
    facts = {**application.told.facts, "service": application.service, "matter": application.matter}
    finding = check(facts, pack, on)
    who = application.person
    follow = (*groups_that_follow(pack, who.born, who.sex, on), *finding.vn_groups)
    groups = tuple(dict.fromkeys((*application.groups, *follow)))
    kinds = facts.get("person", {}).get("disability", {}).get("types", ())
    entered = Entered(application.known, ()) if application.known else find_or_enter(
        actor=actor, unit=agency, described=replace(who, groups=groups, disabilities=tuple(kinds)), at=at, on=on,
        by=Verb.AID_APPLY,
    )  # fmt: skip
    told = replace(
        application.told,
        name=entered.person.name,
        phone=who.phone,
        address=who.address.strip(),
        doubts=entered.doubts,
    )
    file = File(
        person=entered.person, relation=application.relation, matter=application.matter, service=application.service,
        groups=list(groups), channel=application.channel, campaign=application.campaign,
        told=replace(told, facts=facts).sealed(), finding=frozen(finding), received_at=at,
        pack=unit.pack, unit=agency, received_by=unit, area=unit.area, area_path=unit.area_path, created_at=at,
    )  # fmt: skip
    require(actor, Verb.AID_APPLY, file)
    file.number = file.request_number = numbering.at_receipt(
        pack, agency, place=file.area_path, matter=file.matter, on=on
    )
    enter(file, Verb.AID_APPLY, actor=actor, at=at, number=file.number, channel=file.channel)
    codes.hand_out(file)
    if token:
        keep_result(token, str(file.pk))
    return Applied(file, codes.code_for(file))


def _again(kept: Once) -> Applied:
    file = first_time(File, kept)
    return Applied(file, codes.code_for(file))


def _known(pack: Pack, unit: Unit, application: Application, on: date) -> None:
    """Raise when the unit takes no applications or a code is not of its pack."""
    if not takes_applications(unit, on):
        raise OFFICE_TAKES_NONE(unit=unit.name)
    pack.get(Matter, application.matter, on)
    pack.get(Service, application.service, on)
    pack.get(Channel, application.channel, on)
