"""Subsidies: claimed by the rates of the day, approved by another person, paid once, in a batch."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from songfa.access.policy import Actor, require, visible
from songfa.aid.days import local_day
from songfa.aid.holding import held
from songfa.aid.issue import numbering
from songfa.aid.models import File, SubsidyBatch, SubsidyClaim
from songfa.aid.owing import day_of, reckoned
from songfa.audit.door import enter, hold_chains, move, record
from songfa.duties.keep import Owed
from songfa.rules.packs.read import load
from songfa.rules.problems import (
    NOT_FOUND,
    REASON_MISSING,
    SUBSIDY_CLAIMED,
    SUBSIDY_MIXED,
    SUBSIDY_OWN,
    SUBSIDY_TOO_EARLY,
)
from songfa.rules.verbs import Verb

BATCH = "subsidy_batch"
APPROVE, CORRECT, PAY = "approve_subsidy", "correct_subsidy", "pay_subsidy"
MOST_IN_A_BATCH = 2000


def _owed(code: str, owed_by: str, claim: SubsidyClaim) -> Owed:
    # neither the law nor a standard that was read gives a period
    return Owed(code, owed_by, None, claim.file.number, "")


@transaction.atomic
def claim_subsidy(*, actor: Actor, file: File, at: datetime) -> SubsidyClaim:
    """Claim what the rates of the day on which the case ended give for a file that was handed in.

    A claim that was sent back is reckoned anew. Raises SUBSIDY_TOO_EARLY, SUBSIDY_CLAIMED, SUBSIDY_NO_RATE,
    NOT_FOUND for a file without a practitioner.
    """
    require(actor, Verb.AID_CLAIM_SUBSIDY, file)
    row = held(file)
    if row.state not in ("handed_in", "archived"):
        raise SUBSIDY_TOO_EARLY(number=row.number)
    if row.practitioner is None:
        raise NOT_FOUND(thing="practitioner")
    lines = reckoned(row)
    facts: dict[str, Any] = {
        "lines": [x.told() for x in lines], "total": sum(x.amount for x in lines), "on": day_of(row),
        "claimed_by": actor.user,
    }  # fmt: skip
    old = SubsidyClaim.objects.filter(file=row, practitioner=row.practitioner).first()
    if old is not None:
        if old.state != "returned":
            raise SUBSIDY_CLAIMED(number=row.number)
        return move(
            old, Verb.AID_CLAIM_SUBSIDY, actor=actor, at=at, meets=[CORRECT], opens=[_owed(APPROVE, "agency", old)],
            detail={"total": facts["total"]}, answer="", **facts,
        )  # fmt: skip
    made = SubsidyClaim(
        file=row, practitioner=row.practitioner, currency=load(row.pack).head.currency, pack=row.pack, created_at=at,
        unit_id=row.unit_id, area_id=row.area_id, area_path=row.area_path, held_by_id=row.practitioner.held_by_id,
        **facts,
    )  # fmt: skip
    return enter(
        made, Verb.AID_CLAIM_SUBSIDY, actor=actor, at=at, opens=[_owed(APPROVE, "agency", made)],
        total=made.total, file=str(row.pk),
    )  # fmt: skip


@transaction.atomic
def approve_subsidy(*, actor: Actor, claim: SubsidyClaim, at: datetime) -> SubsidyClaim:
    """Approve a claim: not by who claimed it or is paid (SUBSIDY_OWN), nor before the archive (SUBSIDY_TOO_EARLY)."""
    require(actor, Verb.AID_APPROVE_SUBSIDY, claim)
    if actor.user.pk in (claim.claimed_by_id, claim.held_by_id):
        raise SUBSIDY_OWN(number=claim.file.number)
    if held(claim.file).state != "archived":
        raise SUBSIDY_TOO_EARLY(number=claim.file.number)
    return move(
        claim, Verb.AID_APPROVE_SUBSIDY, actor=actor, at=at, meets=[APPROVE], opens=[_owed(PAY, "agency", claim)],
        detail={"total": claim.total}, approved_by=actor.user, approved_at=at,
    )  # fmt: skip


@transaction.atomic
def return_subsidy(*, actor: Actor, claim: SubsidyClaim, reason: str, at: datetime) -> SubsidyClaim:
    """Send a claim back with the reason. Raises REASON_MISSING."""
    if not reason.strip():
        raise REASON_MISSING(verb=Verb.AID_RETURN_SUBSIDY)
    return move(
        claim, Verb.AID_RETURN_SUBSIDY, actor=actor, at=at, meets=[APPROVE],
        opens=[_owed(CORRECT, "practitioner", claim)], answer=reason.strip(),
    )  # fmt: skip


@transaction.atomic
def pay_subsidies(*, actor: Actor, claims: Iterable[UUID], at: datetime) -> SubsidyBatch:
    """Mark approved claims of one agency as paid, together, once.

    Raises SUBSIDY_MIXED for none, too many, or claims of several agencies, NOT_FOUND for one out of reach,
    NO_SUCH_MOVE for one that is not approved or was paid meanwhile: then none of them is paid.
    """
    wanted = sorted(set(claims))
    if not 0 < len(wanted) <= MOST_IN_A_BATCH:
        raise SUBSIDY_MIXED(why="none" if not wanted else "many")
    near = visible(actor, Verb.AID_PAY_SUBSIDY, SubsidyClaim.objects.filter(pk__in=wanted))
    # in one order for all, so that two who pay at once wait for each other
    rows = list(
        near.select_for_update(no_key=True, of=("self",))
        .select_related("unit", "file")
        .order_by("pk")
    )
    if len(rows) != len(wanted):
        raise NOT_FOUND(thing="claim")
    first = rows[0]
    if {(r.unit_id, r.currency) for r in rows} != {(first.unit_id, first.currency)}:
        raise SUBSIDY_MIXED(why="units")
    for row in rows:  # before a number is drawn
        row.machine.step(row.state, Verb.AID_PAY_SUBSIDY, row.facts())
    pack = load(first.pack)
    on = local_day(pack, at)
    hold_chains([first.area_path, *(r.area_path for r in rows)])
    template = numbering.templates(pack, on)[BATCH]
    batch = SubsidyBatch.objects.create(
        number=numbering.draw(template, first.unit, place=first.area_path, year=on.year), by=actor.user,
        total=sum(r.total for r in rows), currency=first.currency, claims_n=len(rows), created_at=at,
        unit_id=first.unit_id, area_id=first.area_id, area_path=first.area_path,
    )  # fmt: skip
    for row in rows:
        move(
            row, Verb.AID_PAY_SUBSIDY, actor=actor, at=at, meets=[PAY], detail={"batch": str(batch.pk)},
            batch=batch, paid_at=at,
        )  # fmt: skip
    record(
        actor=actor, verb=Verb.AID_PAY_SUBSIDY, subject=batch, at=at, total=batch.total, claims=len(rows)
    )  # fmt: skip
    return batch
