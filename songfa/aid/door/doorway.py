"""By which door an application comes in: what is said about it, and what must not be missing."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from songfa.access.models import Unit
from songfa.people.identity import doubts_about, read_number, read_phone, refuse_doubts
from songfa.people.names import tidy
from songfa.rules import doors
from songfa.rules.packs.read import Pack
from songfa.rules.problems import (
    ANSWER_ON_THE_SPOT,
    APPLICANT_MISSING,
    CODE_UNKNOWN,
    CONSENT_MISSING,
    GUARDIAN_IS_VIOLATOR,
    NO_VALUE_AT_DATE,
    PROXY_MISSING,
    READ_BACK_MISSING,
    SIGN_MISSING,
    Problem,
)

# how the finding names an agent who shows one
ENTRUSTED = "power_of_attorney"


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody who acts for another: as they are called and reached. Numbers are as written."""

    name: str = ""
    id_number: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """How an application was written down: by whom, read back, signed how; who wrote and who saw it."""

    written_by: str = "applicant"
    read_back: bool = False
    signed_by: str = ""
    proxy: str = ""
    proxy_id: str = ""
    witness: str = ""


@dataclass(frozen=True, slots=True)
class Doorway:
    """By which door an application comes in (codes of `rules.doors`).

    `relation` is how the agent stands to the person; `proof` the paper that was shown; `entrusted` that it
    is a power of attorney of a person who can act themselves; `guardian_harms` that a parent or guardian is
    the one against whom help is needed (cn: Legal Aid Law Art. 40).
    """

    way: str = doors.SELF
    agent: Agent = Agent()
    relation: str = ""
    proof: str = ""
    guardian_harms: bool | None = None
    entrusted: bool = False
    behalf_unit: Unit | None = None
    behalf_name: str = ""
    consent: bool = False
    paper: Paper = Paper()
    consultation: UUID | None = None


def check_doorway(pack: Pack, doorway: Doorway, on: date) -> None:
    """Raise what is missing about who applies and how it was written down."""
    if doorway.way not in doors.WAYS:
        raise CODE_UNKNOWN(code=doorway.way)
    if doorway.way in doors.RELATIONS:
        if not tidy(doorway.agent.name) or doorway.relation not in doors.RELATIONS[doorway.way]:
            raise APPLICANT_MISSING(way=doorway.way)
        if doorway.guardian_harms and doorway.relation == doors.GUARDIAN:
            raise GUARDIAN_IS_VIOLATOR()  # noqa: RSE102 - a catalogue entry, not an exception class
        number_of(pack, doorway.agent.id_number, on)
        read_phone(pack.head.country, doorway.agent.phone)
    if doorway.way == doors.UNIT:
        if not (doorway.behalf_unit or doorway.behalf_name.strip()):
            raise APPLICANT_MISSING(way=doorway.way)
        if not doorway.consent:
            raise CONSENT_MISSING()  # noqa: RSE102
    _check_paper(doorway.paper)


def _check_paper(paper: Paper) -> None:
    """What others write is read back and signed; a fingerprint is witnessed, a proxy is named with a number."""
    if paper.written_by not in doors.WRITERS:
        raise CODE_UNKNOWN(code=paper.written_by)
    if paper.written_by == "applicant":
        return
    if not paper.read_back:
        raise READ_BACK_MISSING()  # noqa: RSE102
    if paper.signed_by not in doors.SIGNS:
        raise SIGN_MISSING(what="sign")
    if paper.written_by == "proxy" and not (paper.proxy.strip() and paper.proxy_id.strip()):
        raise PROXY_MISSING()  # noqa: RSE102
    if paper.signed_by == "fingerprint" and not (paper.witness.strip() or paper.proxy.strip()):
        raise SIGN_MISSING(what="witness")


def check_spot(pack: Pack, service: str, facts: dict[str, Any], on: date) -> None:
    """Raise ANSWER_ON_THE_SPOT for a simple question where the law opens no case file for one (vn: Art. 32(2))."""
    if facts.get("simple_question") is True and basis_of_spot(pack, service, on):
        raise ANSWER_ON_THE_SPOT(service=service)


def basis_of_spot(pack: Pack, service: str, on: date) -> str:
    """Return the article by which a simple question in this service is a consultation; empty where there is none."""
    try:
        return pack.get(doors.OnTheSpot, service, on).legal_basis
    except Problem as why:
        if why.code != NO_VALUE_AT_DATE.code:
            raise
        return ""


def with_applicant(facts: dict[str, Any], doorway: Doorway) -> dict[str, Any]:
    """Return the facts with what the doorway says of the applicant, in the vocabulary of eligibility."""
    told: dict[str, Any] = dict(facts.get("applicant") or {})
    if doorway.way in (doors.SELF, doors.UNIT):
        told |= {"is_recipient": True} if doorway.way == doors.UNIT or not told else {}
        if doorway.way == doors.UNIT:
            told |= {"via": "unit"}
    else:
        guardian = doorway.relation in (doors.GUARDIAN, doors.OTHER_GUARDIAN)
        told |= {"is_recipient": False, "relation": doorway.relation, "is_guardian": guardian}
        if doorway.entrusted:
            told["via"] = ENTRUSTED
        if doorway.guardian_harms is not None:
            other = doorway.relation == doors.OTHER_GUARDIAN
            name = "other_guardian_is_violator" if other else "guardian_is_violator"
            told[name] = doorway.guardian_harms
        if doorway.relation == doors.OTHER_GUARDIAN:
            told["relation"] = doors.GUARDIAN
    made = {**facts, "applicant": told}
    if doorway.proof:  # shown at the door: not asked for again
        made["documents"] = list(dict.fromkeys((*facts.get("documents", ()), doorway.proof)))
    if doorway.way == doors.HELD:
        made["criminal"] = {"detained": True, **(facts.get("criminal") or {})}
    return made


def number_of(pack: Pack, written: str, on: date) -> str:
    """Return an agent's identity number as it is kept. Raises ID_NUMBER_IMPOSSIBLE, ID_NUMBER_REFUSED."""
    identity = read_number(pack.head.country, written, on=on)
    refuse_doubts(pack, doubts_about(pack.head.country, identity, None, ""), on)
    return identity.number
