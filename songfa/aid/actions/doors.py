"""Who comes in by which door, and who may act for whom."""

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from songfa.access.models import Unit
from songfa.access.policy import Actor, require
from songfa.aid.actions.enter import Application, Applied, apply
from songfa.aid.days import local_day
from songfa.aid.door.doorway import (
    Agent,
    Doorway,
    check_doorway,
    check_spot,
    number_of,
    with_applicant,
)
from songfa.aid.models import File, Intake, Representative
from songfa.audit.door import record
from songfa.people.identity import read_phone
from songfa.people.names import tidy
from songfa.rules import doors
from songfa.rules.doors import Capacity
from songfa.rules.packs.read import Pack, load
from songfa.rules.problems import (
    APPLICANT_MISSING,
    APPLICANT_NOT_ENTITLED,
    DAYS_REVERSED,
    GUARDIAN_IS_VIOLATOR,
    NOT_FOUND,
    PROOF_UNFIT,
    REPRESENTATIVE_ENDED,
    SCOPE_MISSING,
)
from songfa.rules.verbs import Verb


@transaction.atomic
def come_in(
    *, actor: Actor, unit: Unit, application: Application, doorway: Doorway, at: datetime, token: UUID | None = None
) -> Applied:  # fmt: skip
    """Let an application in by its door, and note who may act for the person.

    The finding says whether somebody may apply for the person (cn: Art. 40; vn: Art. 8(2)). Raises
    GUARDIAN_IS_VIOLATOR, APPLICANT_NOT_ENTITLED, APPLICANT_MISSING, CONSENT_MISSING, READ_BACK_MISSING,
    SIGN_MISSING, PROXY_MISSING, ANSWER_ON_THE_SPOT, and what `apply` raises.
    """
    pack = load(unit.pack)
    on = local_day(pack, at)
    check_doorway(pack, doorway, on)
    check_spot(pack, application.service, application.told.facts, on)
    relation = doorway.relation if doorway.way in doors.RELATIONS else ""
    told = replace(
        application.told,
        facts=with_applicant(application.told.facts, doorway),
        applicant=doorway.agent.name or application.told.applicant,
    )
    asked = replace(application, told=told, relation=relation or application.relation)
    applied = apply(actor=actor, unit=unit, application=asked, at=at, token=token)
    file = applied.file
    if Intake.objects.filter(file=file).exists():
        return applied  # sent twice
    if file.finding.get("applicant_valid") is False:
        who = "_or_".join(file.finding.get("who_may_apply", ()))
        raise APPLICANT_NOT_ENTITLED(relation=relation or doors.SELF, who=who)
    intake = _note(file, doorway, at)
    if doorway.way in doors.RELATIONS:
        _agent_of(actor, file, doorway, pack, on, at)
    record(
        actor=actor, verb=Verb.AID_APPLY, subject=intake, at=at, file=file.pk, way=doorway.way,
        written_by=doorway.paper.written_by, consultation=doorway.consultation,
    )  # fmt: skip
    return applied


def _note(file: File, doorway: Doorway, at: datetime) -> Intake:
    paper, behalf = doorway.paper, doorway.behalf_unit
    names = {k: v for k, v in asdict(paper).items() if k in ("proxy", "proxy_id", "witness") and v}
    return Intake.objects.create(
        file=file, way=doorway.way, written_by=paper.written_by, read_back=paper.read_back, signed_by=paper.signed_by,
        told=json.dumps(names, ensure_ascii=False) if names else "", guardian_harms=doorway.guardian_harms,
        behalf_unit=behalf, behalf_name=behalf.name if behalf else doorway.behalf_name.strip(),
        consent=doorway.consent, consultation_id=doorway.consultation, created_at=at, **_place(file),
    )  # fmt: skip


def _place(file: File) -> dict[str, Any]:
    return {
        "unit_id": file.unit_id,
        "area_id": file.area_id,
        "area_path": file.area_path,
        "held_by_id": file.held_by_id,
    }


def _agent_of(
    actor: Actor, file: File, doorway: Doorway, pack: Pack, on: date, at: datetime
) -> None:
    """Keep who applied as a representative: a guardian for everything, others to apply and to hand in."""
    guardian = doorway.relation in (doors.GUARDIAN, doors.OTHER_GUARDIAN)
    capacity = "statutory" if guardian else "entrusted" if doorway.entrusted else doors.KIN
    scopes = doors.SCOPES if guardian else (doors.APPLY, doors.HAND_IN, doors.RECEIVE)
    made = _made(file, doorway.agent, capacity, scopes, since=on, until=None, proof=doorway.proof)
    made.made_by, made.created_at = actor.user, at
    _check_proof(pack, capacity, doorway.proof, on)
    made.save(force_insert=True)


def _made(
    file: File, agent: Agent, capacity: str, scopes: Iterable[str], *, since: date, until: date | None, proof: str
) -> Representative:  # fmt: skip
    pack = load(file.pack)
    country = pack.head.country
    return Representative(
        file=file, name=tidy(agent.name), id_number=number_of(pack, agent.id_number, since),
        phone=read_phone(country, agent.phone), capacity=capacity, scopes=sorted(set(scopes)), since=since,
        until=until, proof=proof, **_place(file),
    )  # fmt: skip


def _check_proof(pack: Pack, capacity: str, proof: str, on: date) -> None:
    if proof and proof not in pack.get(Capacity, capacity, on).proofs:
        raise PROOF_UNFIT(proof=proof, capacity=capacity)


@transaction.atomic
def represent(
    *, actor: Actor, file: File, agent: Agent, capacity: str, scopes: Iterable[str], since: date, until: date | None,
    proof: str, at: datetime,
) -> Representative:  # fmt: skip
    """Note that somebody may act for the person of a file, for what, from a day until a day (inclusive).

    The guardian who violates the person's rights is refused (cn: Art. 40). Raises APPLICANT_MISSING,
    NO_VALUE_AT_DATE (a capacity that the pack does not know), SCOPE_MISSING, DAYS_REVERSED, PROOF_UNFIT,
    GUARDIAN_IS_VIOLATOR, ID_NUMBER_IMPOSSIBLE, ID_NUMBER_REFUSED, PHONE_UNREADABLE.
    """
    require(actor, Verb.AID_REPRESENT, file)
    pack = load(file.pack)
    on = local_day(pack, at)
    wanted = tuple(scopes)
    pack.get(Capacity, capacity, on)
    if not tidy(agent.name):
        raise APPLICANT_MISSING(way="agent")
    if not wanted or not set(wanted) <= set(doors.SCOPES):
        raise SCOPE_MISSING()  # noqa: RSE102
    if until is not None and until < since:
        raise DAYS_REVERSED(first=since, last=until)
    _check_proof(pack, capacity, proof, on)
    if not proof and pack.get(Capacity, capacity, on).proofs:
        raise PROOF_UNFIT(proof="", capacity=capacity)
    made = _made(file, agent, capacity, wanted, since=since, until=until, proof=proof)
    _not_the_violator(file, made)
    made.made_by, made.created_at = actor.user, at
    made.save(force_insert=True)
    record(
        actor=actor, verb=Verb.AID_REPRESENT, subject=made, at=at, file=file.pk, capacity=capacity,
        scopes=made.scopes, until=until,
    )  # fmt: skip
    return made


def _not_the_violator(file: File, made: Representative) -> None:
    """Refuse as statutory representative whoever the file says violates the ward's rights."""
    told = (file.story().facts.get("applicant") or {}) if made.capacity == "statutory" else {}
    harmed = told.get("guardian_is_violator") or told.get("other_guardian_is_violator")
    known = Representative.objects.filter(file=file, capacity="statutory", revoked_at=None)
    if harmed and made.name not in {r.name for r in known}:
        raise GUARDIAN_IS_VIOLATOR()  # noqa: RSE102


@transaction.atomic
def revoke(*, actor: Actor, representative_id: UUID, at: datetime) -> Representative:
    """End the power of a representative today. Raises NOT_FOUND, REPRESENTATIVE_ENDED."""
    row = (
        Representative.objects.select_for_update(no_key=True, of=("self",))
        .select_related("file")
        .filter(pk=representative_id)
        .first()
    )
    if row is None:
        raise NOT_FOUND(thing="representative")
    require(actor, Verb.AID_REPRESENT, row)
    if row.revoked_at is not None:
        raise REPRESENTATIVE_ENDED(day=row.revoked_at.date())
    row.revoked_at = at
    row.save(update_fields=["revoked_at"])
    record(actor=actor, verb=Verb.AID_REPRESENT, subject=row, at=at, file=row.file_id, act="revoke")
    return row
