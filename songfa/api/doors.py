"""The doors of legal aid: representatives, one-time links, referrals."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Router, Schema, Status
from ninja.decorators import decorate_view
from ninja.responses import codes_4xx
from pydantic import Field

from songfa.access.policy import bound
from songfa.aid import actions, reads
from songfa.aid.actions import Referred
from songfa.aid.door import offices
from songfa.api.door import DOOR, actor_of, at_most, needs
from songfa.api.shapes import Code, Day, Given, MaybeCode, Text, Trouble, Word
from songfa.rules.packs.read import load
from songfa.rules.problems import NOT_ALLOWED, NOT_FOUND
from songfa.rules.verbs import Verb

router = Router(auth=DOOR)
BODY_KB = 64


# -- representatives --------------------------------------------------------------------------------


class AgentOut(Schema):
    """Somebody who may act for the person of a file; `holds` says whether today."""

    id: UUID
    name: str
    capacity: str
    scopes: list[str]
    since: date
    until: date | None
    proof: str
    holds: bool


@router.get(
    "/files/{uuid:file_id}/representatives",
    response={200: list[AgentOut], codes_4xx: Trouble},
    operation_id="file_representatives",
)
@needs(Verb.AID_SEE)
def representatives(request: HttpRequest, file_id: UUID) -> list[AgentOut]:
    """List who may or might act for the person of a file."""
    actor, at = actor_of(request), timezone.now()
    file = reads.file(actor, file_id, at=at)
    today = load(file.pack).day(at)
    return [
        AgentOut(
            id=r.pk, name=r.name, capacity=r.capacity, scopes=r.scopes, since=r.since, until=r.until, proof=r.proof,
            holds=r.holds(today),
        )
        for r in reads.representatives(file)
    ]  # fmt: skip


@router.post(
    "/files/{uuid:file_id}/representatives/{uuid:agent_id}/end",
    response={200: list[AgentOut], codes_4xx: Trouble},
    operation_id="file_representative_end",
)
@needs(Verb.AID_REPRESENT)
def end_representative(request: HttpRequest, file_id: UUID, agent_id: UUID) -> list[AgentOut]:
    """End the power of a representative."""
    actor, at = actor_of(request), timezone.now()
    file = reads.file(actor, file_id, at=at)
    if agent_id not in {r.pk for r in reads.representatives(file)}:
        raise NOT_FOUND(thing="representative")
    actions.revoke(actor=actor, representative_id=agent_id, at=at)
    return representatives(request, file_id)


# -- links ------------------------------------------------------------------------------------------


class LinkIn(Given):
    """What a link is for, who may use it, and for how long (in the units of the purpose)."""

    purpose: Literal["complete_application", "hand_in_papers", "sign_declaration", "give_opinion"]
    representative: UUID | None = None
    span: Annotated[int, Field(ge=1, le=10_000)] | None = None


class LinkOut(Schema):
    """A link; its address is told this once."""

    id: UUID
    url: str
    expires_at: datetime


@router.post(
    "/files/{uuid:file_id}/links", response={201: LinkOut, codes_4xx: Trouble}, operation_id="file_link"
)  # fmt: skip
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_LINK)
def make_link(request: HttpRequest, file_id: UUID, told: LinkIn) -> Status[LinkOut]:
    """Make a one-time link for a file."""
    actor, at = actor_of(request), timezone.now()
    file = reads.file(actor, file_id, at=at)
    agents = {a.pk: a for a in reads.representatives(file)}
    if told.representative is not None and told.representative not in agents:
        raise NOT_FOUND(thing="representative")
    made = actions.make_link(
        actor=actor, file=file, purpose=told.purpose, span=told.span, at=at,
        representative=agents[told.representative] if told.representative else None,
    )  # fmt: skip
    url = request.build_absolute_uri(reverse("link", args=[made.secret]))
    return Status(201, LinkOut(id=made.link.pk, url=url, expires_at=made.link.expires_at))


class LinkShown(Schema):
    """A link as it stands (open, used, revoked, expired); its address is told nobody again."""

    id: UUID
    purpose: str
    standing: str
    representative_id: UUID | None
    created_at: datetime
    expires_at: datetime


@router.get(
    "/files/{uuid:file_id}/links", response={200: list[LinkShown], codes_4xx: Trouble}, operation_id="file_links"
)  # fmt: skip
@needs(Verb.AID_LINK)
def list_links(request: HttpRequest, file_id: UUID) -> list[LinkShown]:
    """List the links of a file, the newest first."""
    actor, at = actor_of(request), timezone.now()
    return [
        LinkShown(
            id=link.pk, purpose=link.purpose, standing=link.standing(at), representative_id=link.representative_id,
            created_at=link.created_at, expires_at=link.expires_at,
        )
        for link in reads.links(reads.file(actor, file_id, at=at))
    ]  # fmt: skip


@router.delete(
    "/files/{uuid:file_id}/links/{uuid:link}", response={204: None, codes_4xx: Trouble},
    operation_id="file_link_revoke_api",
)  # fmt: skip
@needs(Verb.AID_LINK)
def revoke_link(request: HttpRequest, file_id: UUID, link: UUID) -> Status[None]:
    """Take an open link back."""
    actor, at = actor_of(request), timezone.now()
    file = reads.file(actor, file_id, at=at)
    actions.revoke_link(actor=actor, file=file, link_id=link, at=at)
    return Status(204, None)


# -- referrals --------------------------------------------------------------------------------------


class ReferralIn(Given):
    """Somebody sent to the agency above one's own unit. The same `token` again leads to the same referral."""

    token: UUID
    body: Code
    body_name: Annotated[Word, Field(max_length=120)] = ""
    name: Annotated[Word, Field(min_length=1, max_length=80)]
    born: Day | None = None
    sex: Literal["", "F", "M"] = ""
    id_number: Annotated[Word, Field(max_length=40)] = ""
    phone: Annotated[Word, Field(max_length=40)] = ""
    address: Word = ""
    role: Literal["", "accused", "victim", "litigant", "other"] = ""
    matter: MaybeCode = ""
    reason: Text
    papers: Word = ""


class ReferralOut(Schema):
    """A referral: to us (`inward`) or by us, and the file that it became or is about."""

    id: UUID
    inward: bool
    state: str
    body: str
    body_name: str
    matter: str
    unit: str
    file: UUID | None
    created_at: datetime


def _shown(row: reads.Referral) -> ReferralOut:
    return ReferralOut(
        id=row.pk, inward=row.inward, state=row.state, body=row.body, body_name=row.body_name, matter=row.matter,
        unit=row.unit.name, file=row.file_id, created_at=row.created_at,
    )  # fmt: skip


@router.get(
    "/referrals", response={200: list[ReferralOut], codes_4xx: Trouble}, operation_id="referrals"
)
@needs(Verb.AID_REFER, Verb.AID_TAKE_ON)
def list_referrals(request: HttpRequest, inward: bool | None = None) -> list[ReferralOut]:  # noqa: FBT001
    """List the referrals within reach, the newest first, at most fifty."""
    return [_shown(row) for row in reads.referrals(actor_of(request), inward=inward)]


@router.post(
    "/referrals", response={201: ReferralOut, codes_4xx: Trouble}, operation_id="referral_make"
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_REFER)
def make_referral(request: HttpRequest, told: ReferralIn) -> Status[ReferralOut]:
    """Refer somebody to legal aid, with a letter (vn: form 13)."""
    actor, at = actor_of(request), timezone.now()
    if actor.anchor is None:
        raise NOT_ALLOWED(verb=Verb.AID_REFER)
    unit = actor.anchor
    agency = offices.agency_for_referral(unit)
    door = offices.referring(actor, agency)
    who = Referred(**told.model_dump(exclude={"token", "body", "body_name", "matter"}))
    with bound(door):
        row = actions.refer(
            actor=door, unit=unit, body=told.body, body_name=told.body_name, matter=told.matter, who=who, at=at,
            token=told.token,
        )  # fmt: skip
    return Status(201, _shown(row))


@router.post(
    "/referrals/{uuid:referral}/hand-on",
    response={200: ReferralOut, codes_4xx: Trouble},
    operation_id="referral_hand_on_api",
)
@needs(Verb.AID_HAND_ON)
def hand_on(request: HttpRequest, referral: UUID) -> ReferralOut:
    """Note that the letter of a referral by us went out."""
    actor, at = actor_of(request), timezone.now()
    row = reads.referral(actor, referral, at=at)
    return _shown(actions.hand_on(actor=actor, referral=row, at=at))


class TakenIn(Given):
    """The file that a referral to us became; nothing for one by us that arrived at the other body."""

    file: UUID | None = None


@router.post(
    "/referrals/{uuid:referral}/take-on",
    response={200: ReferralOut, codes_4xx: Trouble},
    operation_id="referral_take_on_api",
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_TAKE_ON)
def take_on(request: HttpRequest, referral: UUID, told: TakenIn) -> ReferralOut:
    """Note that a referral arrived: to us with the file that it became, by us when the other body says so."""
    actor, at = actor_of(request), timezone.now()
    row = reads.referral(actor, referral, at=at)
    file = reads.file(actor, told.file, at=at) if told.file else None
    return _shown(actions.take_on(actor=actor, referral=row, file=file, at=at))
