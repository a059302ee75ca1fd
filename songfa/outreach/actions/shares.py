"""What a unit does with its share of a plan: report, finish, say what stands in the way; and the answer."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Model, Sum

from songfa.access.models import Unit
from songfa.access.policy import Actor, require
from songfa.audit.door import enter, hold_chains, keep_result, move, once, record
from songfa.duties.keep import Owed
from songfa.outreach.codes import ANSWER_DUTY, SHARE_DUTY, code_of
from songfa.outreach.files import check, fetch, keep
from songfa.outreach.models import Evidence, Obstacle, Report, Share
from songfa.outreach.reach import around
from songfa.outreach.reads.schedule import local_day
from songfa.outreach.reads.units import above
from songfa.papers.uploads import Upload
from songfa.rules.calendar import of_pack
from songfa.rules.clocks import due
from songfa.rules.problems import (
    FORM_OF_ANOTHER,
    NOT_ALLOWED,
    NOT_FOUND,
    PLAN_FIELD_INVALID,
    REPORT_IN_FUTURE,
    SHARE_NOT_YOURS,
    SHARE_PART_UNKNOWN,
)
from songfa.rules.verbs import Verb

M = TypeVar("M", bound=Model)

# our own habit, no law: an obstacle is answered within five working days, else it goes to the unit above
ANSWER_DAYS = 5


def _ours(actor: Actor, unit_id: UUID) -> bool:
    """Whether the actor's unit is this one or stands above it in the tree of units."""
    return actor.unit_id is not None and actor.unit_id in above(unit_id)


def _locked(actor: Actor, verb: Verb, share: Share) -> Share:
    """Lock a share for its unit, or for one above that enters it on its behalf. Raises SHARE_NOT_YOURS for others."""
    require(actor, verb, share)
    if not _ours(actor, share.unit_id):
        raise SHARE_NOT_YOURS(unit=share.unit.name)
    return (
        Share.objects.select_for_update(no_key=True, of=("self",))
        .select_related("unit")
        .get(pk=share.pk)
    )


def _of_this_form(before: M | None) -> M:
    """Return what a form led to when it was sent first. Raises FORM_OF_ANOTHER for a token of another form."""
    if before is None:
        raise FORM_OF_ANOTHER()  # noqa: RSE102 - a catalogue entry, not an exception class
    return before


@transaction.atomic
def report(
    *, actor: Actor, at: datetime, share: Share, amount: Decimal, on: date, note: str = "",
    counts_for: date | None = None, evidence: Iterable[Upload] = (), token: UUID | None = None,
) -> Report:  # fmt: skip
    """Add what was done on a day, with files that show it. A recurring part is met when its reports reach what it asks.

    `counts_for` is the due day of the part (default: the part of that day, else the oldest one unmet). What is sent
    twice with one `token` is one report. Raises
    FORM_OF_ANOTHER, REPORT_IN_FUTURE, PLAN_FIELD_INVALID, SHARE_PART_UNKNOWN, and what `files.check` raises.
    """
    held = _locked(actor, Verb.OUTREACH_REPORT, share)
    if token and (before := once(token, at)):
        return _of_this_form(held.reports.filter(pk=before.result).first())
    if on > local_day(held.pack, at):
        raise REPORT_IN_FUTURE(on=on)
    if amount < 0 or not (amount or note.strip()):
        raise PLAN_FIELD_INVALID(field="amount")
    files = check(evidence)
    part = _part(held, on, counts_for)
    made = Report.objects.create(
        created_at=at, area_id=held.area_id, area_path=held.area_path, unit=held.unit, share=held, amount=amount,
        note=note.strip(), on=on, counts_for=part, by=actor.user,
    )  # fmt: skip
    Evidence.objects.bulk_create(
        Evidence(
            created_at=at, area_id=held.area_id, area_path=held.area_path, unit=held.unit, report=made, name=f.name,
            kind=f.kind, sha256=keep(f.data), size=len(f.data),
        )
        for f in files
    )  # fmt: skip
    detail: dict[str, object] = {"amount": str(amount), "files": len(files), "report": str(made.pk)}
    if actor.unit_id != held.unit_id:
        detail["on_behalf"] = str(held.unit_id)
    meets = [code_of(held, part)] if part and _reached(held, part) else []
    move(
        held,
        Verb.OUTREACH_REPORT,
        actor=actor,
        at=at,
        detail=detail,
        meets=meets,
        done=held.done + amount,
    )
    if token:
        keep_result(token, str(made.pk))
    return made


def _part(share: Share, on: date, wanted: date | None) -> date | None:
    """Return the due day of the part that a report counts for; None when the task does not recur."""
    if not share.times:
        return None
    if wanted is not None:
        if wanted not in share.dues:
            raise SHARE_PART_UNKNOWN(on=wanted)
        return wanted
    of_the_day = next((d for d in share.dues if d >= on), share.dues[-1])
    if not _reached(share, of_the_day):
        return of_the_day
    return next((d for d in share.dues if not _reached(share, d)), of_the_day)


def _reached(share: Share, part: date) -> bool:
    asked = (share.times or [])[share.dues.index(part)]
    told = share.reports.filter(counts_for=part).aggregate(n=Sum("amount"))["n"] or Decimal(0)
    return bool(told >= asked)


@transaction.atomic
def finish(*, actor: Actor, at: datetime, share: Share, closing: str = "") -> Share:
    """End a share. With less done than owed, `closing` must say why (GUARD_FAILED); its duty is void then."""
    held = _locked(actor, Verb.OUTREACH_FINISH_TASK, share)
    full = held.done >= held.target if held.target is not None else held.done > 0
    meets = [SHARE_DUTY] if full and not held.times else []
    return move(
        held,
        Verb.OUTREACH_FINISH_TASK,
        actor=actor,
        at=at,
        meets=meets,
        closing=closing.strip(),
        detail={"full": full},
    )


# -- obstacles --------------------------------------------------------------------------------------


@transaction.atomic
def raise_obstacle(
    *, actor: Actor, at: datetime, share: Share, text: str, token: UUID | None = None
) -> Obstacle:
    """Put what stands in the way before the plan's issuer, who owes an answer within five working days.

    What is sent twice with one `token` is one obstacle. Raises FORM_OF_ANOTHER.
    """
    held = _locked(actor, Verb.OUTREACH_RAISE, share)
    if token and (before := once(token, at)):
        with around(actor):
            return _of_this_form(held.obstacles.filter(pk=before.result).first())
    if not text.strip():
        raise PLAN_FIELD_INVALID(field="obstacle")
    issuer = Unit.objects.get(pk=held.brief["issuer_unit"])
    until = _answer_by(held.pack, at)
    obstacle = Obstacle(
        created_at=at, area_id=held.area_id, area_path=held.area_path, unit=issuer, pack=held.pack, share=held,
        raised_by=held.unit, writer=actor.user, text=text.strip(), title=held.label(), answer_due=until,
    )  # fmt: skip
    with around(actor) as wider:
        owed = Owed(ANSWER_DUTY, "unit", until, obstacle.label())
        enter(obstacle, Verb.OUTREACH_RAISE, actor=wider, at=at, opens=[owed], share=str(held.pk))
    if token:
        keep_result(token, str(obstacle.pk))
    return obstacle


def _answer_by(pack: str, at: datetime) -> datetime:
    """Return when the answer is due; a week where the year's working days are not published yet."""
    found = due(at, ANSWER_DAYS, "working_days", of_pack(pack)).instant
    return found or at + timedelta(days=7)


@transaction.atomic
def answer(*, actor: Actor, at: datetime, obstacle: Obstacle, text: str) -> Obstacle:
    """Answer an obstacle: the unit that is asked, or one above it. Raises NOT_ALLOWED for others."""
    require(actor, Verb.OUTREACH_ANSWER, obstacle)
    if not _ours(actor, obstacle.unit_id):
        raise NOT_ALLOWED(verb=Verb.OUTREACH_ANSWER)
    return move(
        obstacle, Verb.OUTREACH_ANSWER, actor=actor, at=at, meets=[ANSWER_DUTY], answer=text.strip(),
        answered_by=actor.user, answered_at=at,
    )  # fmt: skip


@transaction.atomic
def pass_up(*, actor: Actor, at: datetime, obstacle: Obstacle) -> Obstacle:
    """Put an unanswered obstacle before the unit above the one that was asked; the duty goes with it, late or not.

    Raises NOT_ALLOWED for a person of another unit, NOT_FOUND where nobody stands above.
    """
    if actor.anchor is not None and not _ours(actor, obstacle.unit_id):
        raise NOT_ALLOWED(verb=Verb.OUTREACH_PASS_UP)
    higher = obstacle.unit.parent_id
    if higher is None:
        raise NOT_FOUND(thing="access.Unit")
    return move(
        obstacle, Verb.OUTREACH_PASS_UP, actor=actor, at=at, detail={"from": str(obstacle.unit_id)}, unit_id=higher,
        risen=obstacle.risen + 1, answer_due=_answer_by(obstacle.pack, at),
    )  # fmt: skip


@transaction.atomic
def pass_up_late(*, actor: Actor, at: datetime) -> int:
    """Pass up every obstacle whose answer is late and above whose unit another stands; return how many."""
    late = Obstacle.objects.filter(state="raised", answer_due__lt=at, unit__parent__isnull=False)
    found = list(late.select_related("unit").order_by("created_at"))
    # all of them, then their trails, each in one order for all: nobody waits in a ring
    rows = Obstacle.objects.filter(pk__in=[o.pk for o in found]).order_by("pk")
    list(rows.select_for_update(no_key=True).values_list("pk", flat=True))
    hold_chains(o.area_path for o in found)
    for obstacle in found:
        pass_up(actor=actor, at=at, obstacle=obstacle)
    return len(found)


@transaction.atomic
def take_out(*, actor: Actor, at: datetime, evidence: Evidence) -> bytes:
    """Return the bytes of a file of evidence and record who took them."""
    if not actor.may(Verb.OUTREACH_SEE):
        raise NOT_FOUND(thing=evidence._meta.label)
    require(actor, Verb.OUTREACH_SEE, evidence)
    data = fetch(evidence.sha256)
    record(actor=actor, verb=Verb.OUTREACH_SEE, subject=evidence, at=at, act="evidence")
    return data
