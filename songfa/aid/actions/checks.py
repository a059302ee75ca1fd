"""Declarations of hardship that were relied on are looked at later: drawn by a rule that anybody can repeat."""

from datetime import datetime

from django.db import transaction

from songfa.access.models import Unit
from songfa.access.policy import Actor, require
from songfa.aid.days import local_day
from songfa.aid.holding import first_come, locked
from songfa.aid.models import Draw, File, SpotCheck
from songfa.aid.overdue import UNTRUE
from songfa.audit.door import beside, enter, hold_chains, move, record
from songfa.rules.deciding import SpotCheckRate, draw
from songfa.rules.packs.read import load
from songfa.rules.problems import NOT_FOUND, TEXT_MISSING
from songfa.rules.verbs import Verb

DECLARATIONS = "declarations"


@transaction.atomic
def draw_checks(*, actor: Actor, unit: Unit, at: datetime) -> Draw:
    """Draw among the files of a unit that rest on a declaration and were in no draw before.

    The seed is the day and the unit; the row keeps the pool, so that the draw can be repeated. A second draw on
    the same day gives the first. Raises NOT_FOUND for a unit out of reach, NO_VALUE_AT_DATE where the pack
    sets no rate.
    """
    pack = load(unit.pack)
    on = local_day(pack, at)
    made = Draw(
        on=on, seed=f"{on.isoformat()}/{unit.pk}", drawn=0, percent=0, at_least=0, unit=unit,
        area_id=unit.area_id, area_path=unit.area_path, created_at=at,
    )  # fmt: skip
    require(actor, Verb.AID_DRAW_CHECK, made)
    rate = pack.get(SpotCheckRate, DECLARATIONS, on)
    # one at a time for a unit: who comes second sees the first's draw
    if Unit.objects.select_for_update(no_key=True).filter(pk=unit.pk).first() is None:
        raise NOT_FOUND(thing="unit")
    before = Draw.objects.filter(unit=unit, on=on).first()
    if before is not None:
        return before
    seen = {one for past in Draw.objects.filter(unit=unit) for one in past.pool}
    declared = File.objects.filter(unit=unit, means_basis="declared", decided_at__lte=at)
    files = {f.pk: f for f in declared if f.pk not in seen}
    chosen = draw(files, made.seed, rate)
    made.percent, made.at_least = rate.percent, rate.at_least
    made.pool, made.drawn = sorted(files), len(chosen)
    made.save(force_insert=True)
    hold_chains([made.area_path, *(files[t.id].area_path for t in chosen)])
    record(
        actor=actor,
        verb=Verb.AID_DRAW_CHECK,
        subject=made,
        at=at,
        pool=len(files),
        drawn=len(chosen),
    )
    for ticket in chosen:
        file = files[ticket.id]
        check = SpotCheck(
            file=file, draw=made, mark=ticket.mark, number=file.number, pack=file.pack, unit=unit,
            area_id=file.area_id, area_path=file.area_path, created_at=at,
        )  # fmt: skip
        enter(check, Verb.AID_DRAW_CHECK, actor=actor, at=at, file=str(file.pk), mark=ticket.mark)
    return made


@transaction.atomic
def pass_check(*, actor: Actor, check: SpotCheck, text: str, at: datetime) -> SpotCheck:
    """Find a declaration confirmed. Raises TEXT_MISSING, ALREADY_DONE."""
    return _found(actor, check, Verb.AID_PASS_CHECK, text, at)


@transaction.atomic
def fail_check(
    *, actor: Actor, check: SpotCheck, text: str, still_entitled: bool = False, at: datetime
) -> SpotCheck:
    """Find a declaration untrue: the end of aid has to be decided on, unless the true figures entitle as well.

    Raises TEXT_MISSING, ALREADY_DONE.
    """
    row = _found(actor, check, Verb.AID_FAIL_CHECK, text, at)
    file = row.file
    if not still_entitled and Verb.AID_TERMINATE in file.machine.verbs_from(file.state):
        beside(
            file, Verb.AID_FAIL_CHECK, actor=actor, at=at, starts=[UNTRUE],
            check=str(row.pk),
        )  # fmt: skip
    return row


def _found(actor: Actor, check: SpotCheck, verb: Verb, text: str, at: datetime) -> SpotCheck:
    File.objects.select_for_update(no_key=True).filter(pk=check.file_id).first()  # as everywhere
    row = locked(check)
    require(actor, verb, row)
    first_come(row, verb)
    if not text.strip():
        raise TEXT_MISSING()  # noqa: RSE102 - a catalogue entry, not an exception class
    return move(
        row, verb, actor=actor, at=at, answer=text.strip(), answered_at=at, answered_by=actor.user
    )
