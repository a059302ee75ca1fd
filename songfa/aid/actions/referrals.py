"""People sent to legal aid with a letter, and people whom we send on."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from songfa.access.models import Unit
from songfa.access.policy import Actor
from songfa.aid.days import local_day
from songfa.aid.door.offices import agency_for_referral
from songfa.aid.issue.referral_letter import write
from songfa.aid.issue.referred import Referred
from songfa.aid.models import File, Referral
from songfa.audit.door import enter, first_time, keep_result, move, once
from songfa.duties.keep import Owed
from songfa.people.identity import doubts_about, read_number, read_phone, refuse_doubts
from songfa.people.models import Person
from songfa.people.names import tidy
from songfa.rules.doors import ReferralBody
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Matter
from songfa.rules.problems import (
    APPLICANT_MISSING,
    CODE_UNKNOWN,
    REFERRAL_NO_FILE,
    REFERRAL_REASON,
)
from songfa.rules.verbs import Verb

# what is owed about a referral, until it is done: no article gives a period
TAKE_ON, SEND = "take_on_referral", "send_referral"
# what somebody is in the matter for which they are referred (vn: Circular 12/2018 Art. 17a)
ROLES = ("accused", "victim", "litigant", "other")


@transaction.atomic
def refer(
    *, actor: Actor, unit: Unit, body: str, body_name: str, matter: str, who: Referred, at: datetime,
    person: Person | None = None, consultation: UUID | None = None, token: UUID | None = None,
) -> Referral:  # fmt: skip
    """Send a person to the legal-aid agency above `unit` with a letter; it arrives in its inbox.

    `body` is the kind of body that refers, `body_name` its name; empty for `unit` itself. Raises
    APPLICANT_MISSING, REFERRAL_REASON, CODE_UNKNOWN, NO_VALUE_AT_DATE, and what a number that cannot be raises.
    """
    before = once(token, at) if token else None
    if before is not None:
        return first_time(Referral, before)
    pack = load(unit.pack)
    on = local_day(pack, at)
    agency = agency_for_referral(unit)
    checked = _checked(pack, who, matter, body, on, inward=True)
    sender = tidy(body_name) or unit.name
    letter = write(
        unit, checked, sender=sender, receiver=agency.name, body=body, matter=matter, inward=True, at=at
    )  # fmt: skip
    row = Referral(
        inward=True, body=body, body_name=sender, made_at_unit=unit, made_by=actor.user, matter=matter, person=person,
        told=checked.sealed(), letter=letter.to_json(), consultation_id=consultation, pack=unit.pack,
        unit=agency, area=unit.area, area_path=unit.area_path, created_at=at,
    )  # fmt: skip
    enter(
        row, Verb.AID_REFER, actor=actor, at=at, body=body,
        opens=[Owed(TAKE_ON, "agency", None, row.label(), _basis(pack, body, on))],
    )  # fmt: skip
    if token:
        keep_result(token, str(row.pk))
    return row


@transaction.atomic
def refer_out(
    *, actor: Actor, unit: Unit, body: str, body_name: str, matter: str, who: Referred, at: datetime,
    file: File | None = None, consultation: UUID | None = None, person: Person | None = None,
) -> Referral:  # fmt: skip
    """Send the person of a file or of a consultation on to another body, with the reason in a letter.

    Raises as `refer` does.
    """
    pack = load(unit.pack)
    on = local_day(pack, at)
    checked = _checked(pack, who, matter, body, on, inward=False)
    if not tidy(body_name):
        raise APPLICANT_MISSING(way="body")
    letter = write(
        unit, checked, sender=unit.name, receiver=tidy(body_name), body=body, matter=matter, inward=False, at=at
    )  # fmt: skip
    row = Referral(
        inward=False, body=body, body_name=tidy(body_name), made_at_unit=unit, made_by=actor.user, matter=matter,
        told=checked.sealed(), letter=letter.to_json(), file=file, consultation_id=consultation, person=person,
        pack=unit.pack, unit=unit, area=unit.area, area_path=unit.area_path, created_at=at,
    )  # fmt: skip
    return enter(
        row, Verb.AID_REFER, actor=actor, at=at, body=body, file=file.pk if file else None,
        opens=[Owed(SEND, "agency", None, row.label())],
    )  # fmt: skip


@transaction.atomic
def hand_on(*, actor: Actor, referral: Referral, at: datetime) -> Referral:
    """Note that the letter went out."""
    return move(referral, Verb.AID_HAND_ON, actor=actor, at=at, meets=[SEND])


@transaction.atomic
def take_on(
    *, actor: Actor, referral: Referral, at: datetime, file: File | None = None
) -> Referral:
    """Note that a referral arrived: inward with the file that it became, outward when the other body says so.

    Raises REFERRAL_NO_FILE, NO_SUCH_MOVE when it was taken on before.
    """
    if referral.inward and file is None:
        raise REFERRAL_NO_FILE()  # noqa: RSE102 - a catalogue entry, not an exception class
    more: dict[str, Any] = (
        {"file": file, "person_id": file.person_id} if referral.inward and file else {}
    )
    return move(
        referral, Verb.AID_TAKE_ON, actor=actor, at=at, meets=[TAKE_ON, SEND],
        detail={"file": file.pk if file else None}, **more,
    )  # fmt: skip


def _checked(
    pack: Pack, who: Referred, matter: str, body: str, on: date, *, inward: bool
) -> Referred:
    """Return who is referred with numbers as they are kept, or raise what is missing."""
    kind = pack.get(ReferralBody, body, on)
    if not (kind.inward if inward else kind.outward) or (who.role and who.role not in ROLES):
        raise CODE_UNKNOWN(code=who.role or body)
    if not tidy(who.name):
        raise APPLICANT_MISSING(way="referred")
    if not who.reason.strip():
        raise REFERRAL_REASON()  # noqa: RSE102
    if matter:
        pack.get(Matter, matter, on)
    country = pack.head.country
    identity = read_number(country, who.id_number, on=on)
    refuse_doubts(pack, doubts_about(country, identity, who.born, who.sex), on)
    return replace(
        who, name=tidy(who.name), id_number=identity.number, phone=read_phone(country, who.phone)
    )


def _basis(pack: Pack, body: str, on: date) -> str:
    return pack.get(ReferralBody, body, on).legal_basis
