"""One-time links: made at a desk, used once by whoever holds the address, or taken back."""

import base64
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from songfa.access.policy import Actor, require
from songfa.aid.actions.decide import receive_papers
from songfa.aid.days import local_day
from songfa.aid.documents.accepting import Came, fitting
from songfa.aid.door.links import fingerprint, fits, fresh
from songfa.aid.holding import held
from songfa.aid.models import File, Link, LinkAnswer, LinkFile, Representative
from songfa.aid.reads.doors import must_act
from songfa.aid.told import Contact
from songfa.audit.door import record
from songfa.people.identity import read_phone
from songfa.rules import doors
from songfa.rules.doors import LinkPurpose
from songfa.rules.packs.read import load
from songfa.rules.problems import (
    CODE_UNKNOWN,
    LINK_CLOSED,
    LINK_NOT_NOW,
    LINK_TOO_LONG,
    NOT_FOUND,
    PAPERS_LEFT,
)
from songfa.rules.verbs import Verb

Said = dict[str, Any]
# the verb of a resident by which each purpose is done
DONE_BY = {
    doors.COMPLETE: Verb.AID_APPLY,
    doors.DECLARE: Verb.AID_APPLY,
    doors.PAPERS: Verb.AID_RECEIVE_PAPERS,
    doors.OPINION: Verb.AID_OPINION,
}


@dataclass(frozen=True, slots=True)
class MadeLink:
    """A link and its secret, which is shown once and stands nowhere."""

    link: Link
    secret: str


@transaction.atomic
def make_link(
    *, actor: Actor, file: File, purpose: str, at: datetime, span: int | None = None,
    representative: Representative | None = None,
) -> MadeLink:  # fmt: skip
    """Make a link for one purpose, valid for `span` of the purpose's units, else as long as the pack says.

    Raises CODE_UNKNOWN, LINK_NOT_NOW, LINK_TOO_LONG, REPRESENTATIVE_ENDED, REPRESENTATIVE_SCOPE.
    """
    require(actor, Verb.AID_LINK, file)
    if purpose not in doors.PURPOSES:
        raise CODE_UNKNOWN(code=purpose)
    if not fits(file, purpose):
        raise LINK_NOT_NOW(state=file.state, purpose=purpose)
    pack = load(file.pack)
    on = local_day(pack, at)
    rule = pack.get(LinkPurpose, purpose, on)
    amount = rule.amount if span is None else span
    if not 1 <= amount <= rule.longest:
        raise LINK_TOO_LONG(longest=rule.longest, unit=rule.unit)
    if representative is not None:
        if representative.file_id != file.pk:
            raise NOT_FOUND(thing="representative")
        must_act(representative, doors.PURPOSES[purpose], on)
    secret = fresh()
    link = Link.objects.create(
        key_hash=fingerprint(secret), file=file, unit_id=file.unit_id, purpose=purpose, representative=representative,
        made_by=actor.user, created_at=at,
        expires_at=at + (timedelta(hours=amount) if rule.unit == "hours" else timedelta(days=amount)),
    )  # fmt: skip
    record(
        actor=actor, verb=Verb.AID_LINK, subject=file, at=at, link=link.pk, purpose=purpose,
        expires_at=link.expires_at,
    )  # fmt: skip
    return MadeLink(link, secret)


@transaction.atomic
def revoke_link(*, actor: Actor, file: File, link_id: UUID, at: datetime) -> Link:
    """Take an open link back. Raises NOT_FOUND, LINK_CLOSED."""
    require(actor, Verb.AID_LINK, file)
    link = Link.objects.select_for_update(no_key=True).filter(pk=link_id, file=file).first()
    if link is None:
        raise NOT_FOUND(thing="link")
    if link.standing(at) != "open":
        raise LINK_CLOSED(standing=link.standing(at))
    link.revoked_at = at
    link.save(update_fields=["revoked_at"])
    record(actor=actor, verb=Verb.AID_LINK, subject=file, at=at, link=link.pk, act="revoke")
    return link


@transaction.atomic
def use_link(
    *, actor: Actor, link: Link, said: Said, at: datetime, files: Iterable[Came] = ()
) -> LinkAnswer:
    """Do what a link is for, once. `actor` is the public door of the link's unit.

    Two who send at the same moment: the second finds it used. Raises LINK_CLOSED (used, revoked, expired),
    LINK_NOT_NOW (the file has moved on), REPRESENTATIVE_ENDED, REPRESENTATIVE_SCOPE, and what a paper or a
    telephone number that cannot be raises.
    """
    row = Link.objects.select_for_update(no_key=True).get(pk=link.pk)
    if row.standing(at) != "open":
        raise LINK_CLOSED(standing=row.standing(at))
    file = held(File(pk=row.file_id))
    verb = DONE_BY[row.purpose]
    require(actor, verb, file)
    if not fits(file, row.purpose):
        raise LINK_NOT_NOW(state=file.state, purpose=row.purpose)
    _may_still(row, file, at)
    answer = LinkAnswer.objects.create(
        link=row, file=file, purpose=row.purpose, told=json.dumps(said, ensure_ascii=False), created_at=at,
        **file.belonging(),
    )  # fmt: skip
    kept = _keep(answer, files, str(said.get("explanation", "")))
    row.used_at = at
    row.save(update_fields=["used_at"])
    record(
        actor=actor, verb=verb, subject=file, at=at, by="link", link=row.pk, purpose=row.purpose,
        papers=sorted(kept),
    )  # fmt: skip
    if row.purpose == doors.COMPLETE:
        _complete(file, said)
    if row.purpose == doors.PAPERS:
        receive_papers(actor=actor, file=file, papers=kept, at=at)
    return answer


def _may_still(link: Link, file: File, at: datetime) -> None:
    """Raise when the link was given to a representative whose power is over by now."""
    if link.representative_id is None:
        return
    agent = Representative.objects.filter(pk=link.representative_id).first()
    if agent is None:
        raise NOT_FOUND(thing="representative")
    must_act(agent, doors.PURPOSES[link.purpose], local_day(load(file.pack), at))


def _keep(answer: LinkAnswer, files: Iterable[Came], explained: str) -> list[str]:
    """Keep the papers that came along and return their codes; what stays missing has to be explained."""
    found = fitting(f for f in files if f.paper in answer.file.missing_papers)
    left = set(answer.file.missing_papers) - {paper for paper, _ in found}
    if answer.purpose == doors.PAPERS and left and not explained.strip():
        raise PAPERS_LEFT(n=len(left))
    LinkFile.objects.bulk_create(
        LinkFile(
            answer=answer, paper=paper, name=f.name, kind=f.kind, size=len(f.data),
            content=base64.b64encode(f.data).decode(), created_at=answer.created_at, **answer.belonging(),
        )
        for paper, f in found
    )  # fmt: skip
    return list(dict.fromkeys(paper for paper, _ in found))


def _complete(file: File, said: Said) -> None:
    """Put what the person adds beside what stands there; a blank erases nothing."""
    told = file.story()
    read_phone(load(file.pack).head.country, said.get("phone", ""))
    ours = told.contact
    contact = Contact(
        way=said.get("way") or ours.way,
        caution=said.get("caution") or ours.caution,
        note=said.get("note") or ours.note,
        language=said.get("language") or ours.language,
        needs=tuple(dict.fromkeys((*ours.needs, *said.get("needs", ())))),
    )
    story = "\n\n".join(part for part in (told.story, said.get("story", "").strip()) if part)
    more = replace(
        told,
        story=story,
        phone=said.get("phone") or told.phone,
        limit_on=said.get("limit_on") or told.limit_on,
        contact=contact,
    )
    file.told = more.sealed()
    file.save(update_fields=["told"])
