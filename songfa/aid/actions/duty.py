"""Lawyers on duty: when they sit where, whom they helped and how, applications given to them to hand on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from songfa.access.policy import Actor, bound, require, visible
from songfa.aid.actions.enter import Application, Applied, apply
from songfa.aid.days import local_day
from songfa.aid.door import offices
from songfa.aid.door.answers import Circumstances, facts_of
from songfa.aid.issue import sheets
from songfa.aid.models import DutyHelp, DutySession, Sequence
from songfa.aid.noticed import known_codes
from songfa.aid.told import Contact, Told
from songfa.audit.door import enter, first_time, hold_chains, keep_result, move, once, record
from songfa.network.models import Practitioner
from songfa.people.actions import Described
from songfa.people.identity import read_number
from songfa.rules.notices import Asker, DutyPlace, HelpKind
from songfa.rules.packs.read import load
from songfa.rules.problems import HELP_INCOMPLETE, NOT_FOUND, SESSION_OVERLAPS, SESSION_TIME
from songfa.rules.values import Value
from songfa.rules.verbs import Verb

LONGEST_HOURS = 24
DEFENCE, CRIMINAL = "criminal_defence", "criminal"


@dataclass(frozen=True, slots=True)
class HelpTold:
    """Who was to be helped and who asked. Codes are those of the pack; what is empty is not known."""

    name: str
    asked_by: str
    asked_at: datetime
    organ: str = ""
    reference: str = ""
    sex: str = ""
    born: date | None = None
    id_number: str = ""
    groups: tuple[str, ...] = ()
    disabilities: tuple[str, ...] = ()
    role: str = ""
    custody: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class InHand:
    """An application given to the duty lawyer: when, in what words, how the person is reached."""

    received_at: datetime
    story: str = ""
    phone: str = ""
    language: str = ""
    needs: tuple[str, ...] = ()


@transaction.atomic
def open_session(
    *, actor: Actor, practitioner_id: UUID, kind: str, place: str, starts_at: datetime, ends_at: datetime, at: datetime
) -> DutySession:  # fmt: skip
    """Put a practitioner on duty at a place from one moment to another, for the actor's agency.

    Raises SESSION_TIME (why: order, long), SESSION_OVERLAPS (place) when they sit elsewhere then,
    NOT_FOUND for a practitioner out of reach, HELP_INCOMPLETE (field: place).
    """
    unit = actor.anchor
    if unit is None:
        raise NOT_FOUND(thing="unit")
    agency = offices.agency_of(unit)
    load(agency.pack).get(DutyPlace, kind, local_day(load(agency.pack), starts_at))
    if ends_at <= starts_at:
        raise SESSION_TIME(why="order")
    if (ends_at - starts_at).total_seconds() > LONGEST_HOURS * 3600:
        raise SESSION_TIME(why="long")
    if not place.strip():
        raise HELP_INCOMPLETE(field="place")
    reach = visible(actor, Verb.AID_ROSTER, Practitioner.objects.filter(active=True))
    chosen = reach.select_for_update(no_key=True, of=("self",)).filter(pk=practitioner_id).first()
    if chosen is None:
        raise NOT_FOUND(thing="practitioner")
    taken = DutySession.objects.filter(
        practitioner=chosen, starts_at__lt=ends_at, ends_at__gt=starts_at
    )
    if (other := taken.first()) is not None:
        raise SESSION_OVERLAPS(place=other.place)
    row = DutySession(
        practitioner=chosen, kind=kind, place=place.strip(), starts_at=starts_at, ends_at=ends_at, created_at=at,
        unit=agency, area=agency.area, area_path=agency.area_path, held_by_id=chosen.held_by_id,
    )  # fmt: skip
    require(actor, Verb.AID_ROSTER, row)
    row.save(force_insert=True)
    record(actor=actor, verb=Verb.AID_ROSTER, subject=row, at=at, practitioner=chosen.pk)
    return row


@transaction.atomic
def ask_help(
    *, actor: Actor, session: DutySession, told: HelpTold, at: datetime, token: UUID | None = None
) -> DutyHelp:
    """Enter a person who asked for the duty lawyer, or about whom a body told the agency: a row of the register.

    Sent twice with one token it is one row. Raises HELP_INCOMPLETE (field: name), SESSION_TIME (why:
    future), NO_VALUE_AT_DATE, ID_NUMBER_IMPOSSIBLE.
    """
    before = once(token, at) if token else None
    if before is not None:
        return first_time(DutyHelp, before)
    pack = load(session.unit.pack)
    on = local_day(pack, told.asked_at)
    pack.get(Asker, told.asked_by, on)
    known_codes(
        pack, on, told.groups, custody=told.custody, role=told.role, disabilities=told.disabilities
    )
    if not told.name.strip():
        raise HELP_INCOMPLETE(field="name")
    if told.asked_at > at:
        raise SESSION_TIME(why="future")
    identity = read_number(pack.head.country, told.id_number, on=on)
    row = DutyHelp(
        session=session, practitioner_id=session.practitioner_id, asked_by=told.asked_by, asked_at=told.asked_at,
        organ=told.organ.strip(), organ_reference=told.reference.strip(), name=told.name.strip(),
        sex=told.sex or identity.sex, born=told.born or identity.born, id_number=identity.number,
        groups=list(dict.fromkeys(told.groups)),
        disabilities=sorted(set(told.disabilities)), role=told.role, custody=told.custody, cause=told.cause.strip(),
        pack=session.unit.pack, **session.belonging(), created_at=at,
    )  # fmt: skip
    require(actor, Verb.AID_HELP, row)
    row.number = _number(session, on.year)
    enter(row, Verb.AID_HELP, actor=actor, at=at, number=row.number, asked_by=row.asked_by)
    if token:
        keep_result(token, str(row.pk))
    return row


def _number(session: DutySession, year: int) -> str:
    """Return the next number of the agency's register in a year, gap-free: the series stays locked."""
    hold_chains([session.area_path])  # the trail before the numbers, as everywhere
    name = f"duty_help/{year}"
    Sequence.objects.get_or_create(unit_id=session.unit_id, series=name)
    row = Sequence.objects.select_for_update(no_key=True).get(unit_id=session.unit_id, series=name)
    row.last += 1
    row.save(update_fields=["last"])
    return f"{year}-{row.last:04d}"


@transaction.atomic
def give_help(
    *, actor: Actor, asked: DutyHelp, kinds: tuple[str, ...], summary: str, plea: bool = False, at: datetime
) -> DutyHelp:  # fmt: skip
    """Note what help was given (cn: Art. 30), and whether a plea was witnessed.

    Raises HELP_INCOMPLETE (field: kinds), GUARD_FAILED without a summary, NO_VALUE_AT_DATE.
    """
    pack = load(asked.pack)
    chosen = list(dict.fromkeys(kinds))
    if not chosen:
        raise HELP_INCOMPLETE(field="kinds")
    for code in chosen:
        pack.get(HelpKind, code, local_day(pack, at))
    return move(
        asked, Verb.AID_GIVE_HELP, actor=actor, at=at, detail={"kinds": chosen, "plea": plea},
        kinds=chosen, summary=summary.strip(), plea_witnessed=plea, given_at=at,
    )  # fmt: skip


@transaction.atomic
def fill_sheet(
    *, actor: Actor, asked: DutyHelp, kind: str, boxes: Mapping[str, Value], at: datetime
) -> DutyHelp:
    """Keep what an officer tells for the places of a form that the register does not fill; none of them must be.

    `boxes` go by the keys of `reads.duty_boxes`. Raises NOT_FOUND, FORM_BOX_SHUT, FORM_BOX_CHOICE.
    """
    row = DutyHelp.objects.select_for_update(no_key=True).get(pk=asked.pk)
    require(actor, Verb.AID_HELP, row)
    row.boxes = sheets.sealed(sheets.with_told(row, kind, boxes, at))
    row.save(update_fields=["boxes"])
    told = sorted(sheets.opened(row))
    record(actor=actor, verb=Verb.AID_HELP, subject=row, at=at, paper=kind, boxes=told)
    return row


@transaction.atomic
def refuse_help(*, actor: Actor, asked: DutyHelp, reason: str, at: datetime) -> DutyHelp:
    """Note why there was no help: the person did not want it, or could not have it. Raises GUARD_FAILED without."""
    return move(asked, Verb.AID_REFUSE_HELP, actor=actor, at=at, reasons=reason.strip())


@transaction.atomic
def take_in(*, actor: Actor, asked: DutyHelp, given: InHand, at: datetime) -> DutyHelp:
    """Note that the person gave the duty lawyer an application: it is to be handed on in time (cn: Art. 39).

    Raises SESSION_TIME (why: future).
    """
    if given.received_at > at:
        raise SESSION_TIME(why="future")
    pack = load(asked.pack)
    known_codes(pack, local_day(pack, at), (), needs=given.needs, language=given.language)
    told = Told(
        name=asked.name, phone=given.phone.strip(), story=given.story.strip(),
        contact=Contact(language=given.language, needs=given.needs),
    )  # fmt: skip
    return move(
        asked, Verb.AID_TAKE_IN, actor=actor, at=at, counted_from=given.received_at,
        told=told.sealed(), applied_at=given.received_at,
    )  # fmt: skip


@transaction.atomic
def hand_on_application(*, actor: Actor, asked: DutyHelp, at: datetime) -> Applied:
    """Hand the application on: it becomes a file at the agency, with what was told; the duty is met.

    Raises NO_SUCH_MOVE when there is none to hand on, and what `apply` raises.
    """
    row = DutyHelp.objects.select_for_update(no_key=True).get(pk=asked.pk)
    require(actor, Verb.AID_HAND_ON, row)
    row.machine.step(row.state, Verb.AID_HAND_ON, row.facts())
    pack = load(row.pack)
    on = local_day(pack, at)
    told = Told.opened(row.told)
    said = Circumstances(
        born=row.born, groups=tuple(row.groups), disabilities=tuple(row.disabilities), role=row.role,
        custody=row.custody, has_counsel=False,
    )  # fmt: skip
    facts = facts_of(said, pack, on)
    facts["applicant"]["via"] = "duty_lawyer"
    person = Described(
        row.name, row.born, row.sex, row.id_number, told.phone, told.contact.language, tuple(row.groups),
        tuple(row.disabilities),
    )  # fmt: skip
    application = Application(
        person=person, matter=CRIMINAL, service=DEFENCE, channel="visit", groups=tuple(row.groups),
        told=Told(story=told.story, facts=facts, contact=told.contact, phone=told.phone),
    )  # fmt: skip
    agency = row.unit
    door = offices.handing_on(actor, agency)
    with bound(door):
        applied = apply(actor=door, unit=agency, application=application, at=at)
    move(
        row, Verb.AID_HAND_ON, actor=actor, at=at, detail={"file": applied.file.number},
        handed_on_at=at, file_id=applied.file.pk,
    )  # fmt: skip
    return applied
