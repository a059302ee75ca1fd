"""Who came in how, who may act for whom today, what links there are, what was referred."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from songfa.access.policy import Actor, visible
from songfa.aid.door.links import fingerprint
from songfa.aid.models import File, Intake, Link, LinkAnswer, LinkFile, Referral, Representative
from songfa.audit.door import look
from songfa.rules.problems import NOT_FOUND, REPRESENTATIVE_ENDED, REPRESENTATIVE_SCOPE
from songfa.rules.verbs import Verb

PAGE = 50


@dataclass(frozen=True, slots=True)
class CameIn:
    """By which door a file came in, opened."""

    row: Intake
    proxy: str
    proxy_id: str
    witness: str


def intake(of: File) -> CameIn | None:
    """Return how a file came in; None for files from before that was noted."""
    row = Intake.objects.select_related("behalf_unit", "consultation").filter(file=of).first()
    if row is None:
        return None
    told = json.loads(row.told) if row.told else {}
    return CameIn(row, told.get("proxy", ""), told.get("proxy_id", ""), told.get("witness", ""))


def representatives(of: File) -> list[Representative]:
    """Return everybody who may or might act for the person of a file, the newest last."""
    return list(Representative.objects.filter(file=of).order_by("created_at", "pk"))


def agents(of: File, on: date, scope: str = "") -> list[Representative]:
    """Return who may act for the person on a day, for anything or for one thing."""
    return [r for r in representatives(of) if r.holds(on) and (not scope or scope in r.scopes)]


def must_act(agent: Representative, scope: str, on: date) -> None:
    """Raise REPRESENTATIVE_ENDED or REPRESENTATIVE_SCOPE when somebody may not do this for another on a day."""
    if not agent.holds(on):
        raise REPRESENTATIVE_ENDED(day=agent.until or on)
    if scope not in agent.scopes:
        raise REPRESENTATIVE_SCOPE(scope=scope)


def converted(consultations: Iterable[UUID]) -> dict[UUID, File]:
    """Return which of these consultations became a file within reach, and which file."""
    rows = Intake.objects.filter(consultation_id__in=list(consultations)).select_related("file")
    return {row.consultation_id: row.file for row in rows if row.consultation_id}


# -- links ------------------------------------------------------------------------------------------


def link_of(secret: str) -> Link | None:
    """Return the link of an address; None for one that nobody made."""
    return Link.objects.select_related("unit").filter(key_hash=fingerprint(secret)).first()


def links(of: File) -> list[Link]:
    """Return the links of a file that the reader sees already, the newest first."""
    rows = Link.objects.filter(file=of).select_related("made_by")
    return list(rows.order_by("-created_at", "pk"))


def link_answers(of: File) -> list[tuple[LinkAnswer, dict[str, object], list[LinkFile]]]:
    """Return what came back by links, opened, with the papers that came along (without their bytes)."""
    rows = LinkAnswer.objects.filter(file=of).prefetch_related("files").order_by("created_at", "pk")
    return [(row, json.loads(row.told or "{}"), list(row.files.all())) for row in rows]


def link_file(actor: Actor, file_id: UUID, *, at: datetime) -> LinkFile:
    """Return a paper that came by a link. The look is recorded. Raises NOT_FOUND."""
    rows = visible(actor, Verb.AID_SEE, LinkFile.objects.filter(pk=file_id))
    found = rows.select_related("answer__file").first()
    if found is None:
        raise NOT_FOUND(thing="paper")
    look(
        actor=actor,
        verb=Verb.AID_SEE,
        subject=found.answer.file,
        at=at,
        paper=found.paper,
        by="link",
    )
    return found


# -- referrals --------------------------------------------------------------------------------------


def _referrals(actor: Actor) -> QuerySet[Referral]:
    for verb in (Verb.AID_REFER, Verb.AID_TAKE_ON, Verb.AID_HAND_ON):
        if actor.may(verb):
            return visible(actor, verb, Referral.objects.all())
    return Referral.objects.none()


def referrals(actor: Actor, *, inward: bool | None = None, state: str = "") -> list[Referral]:
    """Return the referrals within reach, the newest first, at most fifty."""
    rows = _referrals(actor)
    if inward is not None:
        rows = rows.filter(inward=inward)
    if state:
        rows = rows.filter(state=state)
    return list(
        rows.select_related("unit", "made_at_unit", "file").order_by("-created_at", "pk")[:PAGE]
    )


def referral(actor: Actor, referral_id: UUID, *, at: datetime) -> Referral:
    """Return a referral within reach. The look is recorded. Raises NOT_FOUND."""
    rows = _referrals(actor).filter(pk=referral_id)
    found = rows.select_related("unit", "made_at_unit", "file", "made_by", "area").first()
    if found is None:
        raise NOT_FOUND(thing="referral")
    look(actor=actor, verb=Verb.AID_REFER, subject=found, at=at, act="see")
    return found


def referrals_of(of: File) -> list[Referral]:
    return list(Referral.objects.filter(file=of).order_by("created_at", "pk"))


def missing_of(door: Actor, link: Link, *, at: datetime) -> list[str]:
    """Return the papers that a link asks for; nothing else of the file is told to whoever opens it.

    To be asked behind the public door (`door`) of the link's unit; the look is recorded as the public's.
    """
    file = File.objects.filter(pk=link.file_id).first()
    if file is None:
        raise NOT_FOUND(thing="file")
    look(actor=door, verb=Verb.AID_SEE, subject=file, at=at, by="link", link=link.pk)
    return list(file.missing_papers) if link.purpose == "hand_in_papers" else []
