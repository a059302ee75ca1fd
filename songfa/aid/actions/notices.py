"""A court, a procuratorate or the police notifies the agency: a file is opened, and often help begins at once."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from songfa.access.models import Unit
from songfa.access.policy import Actor, require
from songfa.aid.actions.enter import Applied
from songfa.aid.days import local_day
from songfa.aid.door import codes
from songfa.aid.door.answers import groups_that_follow
from songfa.aid.door.offices import agency_of, takes_applications
from songfa.aid.frozen import frozen
from songfa.aid.issue import issue, numbering
from songfa.aid.models import File, HeadAnswer, Notice
from songfa.aid.noticed import (
    CRIMINAL,
    NoticeTold,
    accepted_at_once,
    facts_of_notice,
    known_codes,
)
from songfa.aid.reads.deciding import proof
from songfa.aid.told import Contact, Told
from songfa.audit.door import enter, first_time, keep_result, move, once, record
from songfa.audit.models import Once
from songfa.duties.keep import applies
from songfa.people.actions import find_or_enter
from songfa.people.identity import read_number
from songfa.rules.calendar import of_pack
from songfa.rules.certificates import read_certificate
from songfa.rules.clocks import due_of
from songfa.rules.eligibility.check import check
from songfa.rules.eligibility.finding import Finding
from songfa.rules.eligibility.proof import missing
from songfa.rules.notices import NoticeHead, Organ
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Clock, Service
from songfa.rules.problems import (
    NOTICE_INCOMPLETE,
    NOTICE_TIME,
    OFFICE_TAKES_NONE,
)
from songfa.rules.verbs import Verb

# what may be missing or wrong in a notice: a person says the first, the house finds the others
DEFECTS = (
    "document_missing",
    "contact_missing",
    "reference_missing",
    "identity_unclear",
    "place_unclear",
)
MANDATORY, DISCRETIONARY = "mandatory", "discretionary"
CHANNEL = "letter"
# when the body had to notify: events of the pack's clocks
BODY_EVENTS = ("situation_found", "request_received_by_body")


@transaction.atomic
def notice(
    *, actor: Actor, unit: Unit, told: NoticeTold, at: datetime, token: UUID | None = None
) -> Applied:
    """Enter a notice: the person once, the finding on the day it came, a file with its periods running from then.

    Where the law leaves nothing to decide the file is accepted in the same act (cn: Legal Aid Law Art.
    36; vn: Law 11/2017 Art. 30(4), 31(3)); a notice that the court may or may not send waits for a
    decision. A `token` used before leads to the file of its first use. Raises OFFICE_TAKES_NONE,
    NOTICE_INCOMPLETE (field), NOTICE_TIME (why: future, found_after, hearing_past), NO_VALUE_AT_DATE for
    codes that the pack does not know, FACTS_INVALID, ID_NUMBER_IMPOSSIBLE, PHONE_UNREADABLE.
    """
    before = once(token, at) if token else None
    if before is not None:
        return _again(before)
    pack = load(unit.pack)
    on = local_day(pack, told.received_at)
    _possible(told, on, at)
    known_codes(
        pack, on, told.person.groups, needs=told.needs, language=told.language, custody=told.custody, role=told.role,
        stage=told.stage, disabilities=told.disabilities, household=told.household,
    )  # fmt: skip
    if not takes_applications(unit, on):
        raise OFFICE_TAKES_NONE(unit=unit.name)
    head, organ = pack.get(NoticeHead, told.head, on), pack.get(Organ, told.organ, on)
    if head.organs and told.organ not in head.organs:
        raise NOTICE_INCOMPLETE(field="organ")
    told = _usual(told, head, organ, pack, on)
    _complete(told, head)
    facts = facts_of_notice(told, head, pack, on)
    finding = check(facts, pack, on)
    mandatory = accepted_at_once(head, finding)
    file = _enter(actor, unit, told, facts, finding, mandatory=mandatory, at=at)
    defects = _defects(told, head, pack, facts, mandatory=mandatory)
    Notice.objects.create(
        file=file, organ=told.organ, head=told.head, role=told.role, custody=told.custody,
        custody_place=told.custody_place.strip(), received_at=told.received_at, found_at=told.found_at,
        hearing_on=told.hearing_on, defects=defects, contact=told.contact.strip(), created_at=at,
        unit_id=file.unit_id, area_id=file.area_id, area_path=file.area_path,
    )  # fmt: skip
    codes.hand_out(file)
    if mandatory:
        file = accept_notice(actor=actor, file=file, at=at)
    if token:
        keep_result(token, str(file.pk))
    return Applied(file, codes.code_for(file))


def _again(kept: Once) -> Applied:
    file = first_time(File, kept)
    return Applied(file, codes.code_for(file))


def _possible(told: NoticeTold, on: date, at: datetime) -> None:
    if told.received_at > at:
        raise NOTICE_TIME(why="future")
    if told.found_at is not None and told.found_at > told.received_at:
        raise NOTICE_TIME(why="found_after")
    if told.hearing_on is not None and told.hearing_on < on:
        raise NOTICE_TIME(why="hearing_past")


def _usual(told: NoticeTold, head: NoticeHead, organ: Organ, pack: Pack, on: date) -> NoticeTold:
    """Fill in how a person usually stands before such a body, and what certificate and number say."""
    role = told.role or (
        organ.role if organ.role in head.roles or not head.roles else head.roles[0]
    )
    kinds, described = told.disabilities, told.person
    certificate = read_certificate(told.certificate) if told.certificate.strip() else None
    if told.certificate.strip() and certificate is None:
        raise NOTICE_INCOMPLETE(field="certificate")
    if certificate is not None:
        kinds = tuple(dict.fromkeys((*kinds, certificate.disability)))
        described = replace(described, id_number=described.id_number or certificate.id_number)
    if described.born is None:
        number = read_number(pack.head.country, described.id_number, on=on)
        described = replace(described, born=number.born)
    said = told.disabilities
    if not said and certificate is not None and "disabilities" in head.asks:
        said = (certificate.disability,)  # the head says that this is why
    return replace(
        told,
        role=role,
        disabilities=said,
        stage=told.stage or str(head.tells.get("criminal.stage", organ.stage)),
        person=replace(described, disabilities=kinds, language=described.language or told.language),
    )


def _complete(told: NoticeTold, head: NoticeHead) -> None:
    """Raise NOTICE_INCOMPLETE for what a notice under this head must say."""
    given: dict[str, object] = {
        "name": told.person.name.strip(), "organ_name": told.organ_name.strip(),
        "born": told.person.born, "disabilities": told.disabilities, "groups": told.person.groups,
    }  # fmt: skip
    for name in ("name", "organ_name", *head.asks):
        if not given[name]:
            raise NOTICE_INCOMPLETE(field=name)


def _enter(
    actor: Actor,
    unit: Unit,
    told: NoticeTold,
    facts: dict[str, Any],
    finding: Finding,
    *,
    mandatory: bool,
    at: datetime,
) -> File:
    pack = load(unit.pack)
    on = local_day(pack, told.received_at)
    agency, who = agency_of(unit), told.person
    follow = (*groups_that_follow(pack, who.born, who.sex, on), *finding.vn_groups)
    groups = tuple(dict.fromkeys((*who.groups, *follow)))
    entered = find_or_enter(
        actor=actor, unit=agency, described=replace(who, groups=groups), at=at, on=on, by=Verb.AID_NOTICE
    )  # fmt: skip
    story = Told(
        name=entered.person.name, phone=who.phone, story=told.story.strip(), facts=facts,
        contact=Contact(language=told.language, needs=told.needs), doubts=entered.doubts,
    )  # fmt: skip
    service = str(facts["service"])
    pack.get(Service, service, on)
    file = File(
        person=entered.person, matter=CRIMINAL, service=service, groups=list(groups), channel=CHANNEL,
        route=MANDATORY if mandatory else DISCRETIONARY, stage=told.stage, cause=told.cause.strip(),
        organ=told.organ_name.strip(), organ_reference=told.reference.strip(), told=story.sealed(),
        finding=frozen(finding), received_at=told.received_at, pack=unit.pack, unit=agency, received_by=unit,
        area=unit.area, area_path=unit.area_path, created_at=at,
    )  # fmt: skip
    require(actor, Verb.AID_NOTICE, file)
    file.number = file.request_number = numbering.at_receipt(
        pack, agency, place=file.area_path, matter=CRIMINAL, on=on
    )
    return enter(
        file, Verb.AID_NOTICE, actor=actor, at=at, counted_from=told.received_at, number=file.number,
        organ=told.organ, head=told.head,
    )  # fmt: skip


def _defects(
    told: NoticeTold, head: NoticeHead, pack: Pack, facts: dict[str, Any], *, mandatory: bool
) -> list[str]:
    found = [code for code in DEFECTS if code in told.defects]
    if not told.reference.strip():
        found.append("reference_missing")
    if head.accept == "found" and not mandatory:
        found.append("head_not_shown")
    if _body_was_late(told, pack, facts):
        found.append("organ_late")
    return list(dict.fromkeys(found))


def _body_was_late(told: NoticeTold, pack: Pack, facts: dict[str, Any]) -> bool:
    """Return whether the body notified after its own period (cn: Art. 36; vn: Art. 31(3))."""
    if told.found_at is None:
        return False
    custody = facts.get("criminal", {}).get("custody")
    known = {"custody": custody if custody in ("bat", "tam_giu") else False}
    zone, calendar = told.found_at.astimezone(ZoneInfo(pack.head.timezone)), of_pack(pack.code)
    for clock in pack.all(Clock, local_day(pack, told.received_at)).values():
        if clock.from_event in BODY_EVENTS and applies(clock, known):
            due = due_of(clock, zone, calendar).instant
            return due is not None and due < told.received_at
    return False


def accept_notice(*, actor: Actor, file: File, at: datetime) -> File:
    """Accept a file that a mandatory notice opened.

    The law accepts it, not the person who enters it: so whoever may enter the notice may do this too.
    No decision is written to anybody; the number of the case file is drawn where the law has one.
    """
    pack = load(file.pack)
    number = numbering.at_grant(
        pack, file.unit, place=file.area_path, service=file.service, on=local_day(pack, at)
    )
    missing = _papers_to_follow(file)
    by_law = replace(actor, verbs=actor.verbs | {Verb.AID_GRANT})
    return move(
        file, Verb.AID_GRANT, actor=by_law, at=at,
        detail={"number": number or file.number, "by": "notice"}, number=number or file.number,
        decided_at=at, decided_by=actor.user, missing_papers=missing,
    )  # fmt: skip


def _papers_to_follow(file: File) -> list[str]:
    """Return the papers that prove the entitlement and may follow (vn: Circular 12/2018 Art. 6(2))."""
    finding = file.finding
    if not finding.get("emergency_aid"):
        return []
    return list(missing(proof(file)))


def tell_organ(*, actor: Actor, file: File, at: datetime) -> None:
    """Tell the body that notified who acts now; the notice goes over to the file's new holder.

    China writes the official letter (form 13); in Vietnam the appointment itself goes to the body.
    """
    found = Notice.objects.filter(file=file).first()
    if found is None:
        return
    HeadAnswer.objects.filter(file=file).update(held_by_id=file.held_by_id)
    if load(file.pack).versions("papers", "official_letter"):
        issue(file, "official_letter", at=at)
    found.informed_at, found.held_by_id = at, file.held_by_id
    found.save(update_fields=["informed_at", "held_by"])
    record(actor=actor, verb=Verb.AID_ISSUE, subject=file, at=at, told="organ")
