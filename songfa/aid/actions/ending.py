"""Aid ends before its time: papers that never came, termination, discontinuation, an end of the proceedings."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from songfa.access.policy import Actor, require
from songfa.aid.actions.hearings import call_off_hearings
from songfa.aid.holding import first_come, held
from songfa.aid.issue import issue
from songfa.aid.models import File
from songfa.aid.overdue import papers_overdue
from songfa.audit.door import move
from songfa.rules.deciding import EndingGround
from songfa.rules.packs.read import load
from songfa.rules.problems import PAPERS_NOT_OVERDUE, REASON_UNKNOWN, TEXT_MISSING
from songfa.rules.verbs import Verb


@transaction.atomic
def lapse(*, actor: Actor, file: File, at: datetime) -> File:
    """Take an application as withdrawn whose papers did not come (cn: Law Art. 43).

    Raises PAPERS_NOT_OVERDUE while the day until which they were to come is not over.
    """
    row = held(file)
    require(actor, Verb.AID_LAPSE, row)
    first_come(row, Verb.AID_LAPSE)
    late = papers_overdue(row, at)
    if late is None and Verb.AID_LAPSE in row.machine.verbs_from(row.state):
        raise PAPERS_NOT_OVERDUE(number=row.number)
    return move(
        row, Verb.AID_LAPSE, actor=actor, at=at, detail={"missing": row.missing_papers},
        papers_overdue_at=late, reasons=["papers_not_supplied"], closed_at=at,
    )  # fmt: skip


@transaction.atomic
def terminate(*, actor: Actor, file: File, reasons: Iterable[str], text: str, at: datetime) -> File:
    """Terminate on heads of the pack (cn: Law Art. 48), in writing; the organ is told where there is one.

    Raises REASON_UNKNOWN, TEXT_MISSING, GUARD_FAILED without a head, ALREADY_DONE for who comes second.
    """
    row = _ended(actor, file, Verb.AID_TERMINATE, reasons, text, at)
    issue(row, "termination", at=at)
    if row.organ:
        issue(row, "termination_letter", at=at)
    return row


@transaction.atomic
def discontinue(
    *, actor: Actor, file: File, reasons: Iterable[str], text: str, at: datetime
) -> File:
    """Discontinue (vn: Law Art. 37(1)), with the written notice. Raises as `terminate`."""
    row = _ended(actor, file, Verb.AID_DISCONTINUE, reasons, text, at)
    issue(row, "discontinuation", at=at)
    return row


@transaction.atomic
def end_by_law(
    *, actor: Actor, file: File, reasons: Iterable[str], text: str, at: datetime
) -> File:
    """Note that the law ended the proceedings (vn: Circular 12/2018 Art. 10). Raises as `terminate`."""
    return _ended(actor, file, Verb.AID_END_BY_LAW, reasons, text, at)


def _ended(
    actor: Actor, file: File, verb: Verb, reasons: Iterable[str], text: str, at: datetime
) -> File:
    row = held(file)
    require(actor, verb, row)
    first_come(row, verb)
    pack = load(row.pack)
    codes = list(dict.fromkeys(reasons))
    grounds = pack.all(EndingGround, pack.day(at))
    for code in codes:
        if code not in grounds or grounds[code].verb != verb:
            raise REASON_UNKNOWN(reason=code)
    if codes and not text.strip():
        raise TEXT_MISSING()  # noqa: RSE102 - a catalogue entry, not an exception class
    row = move(
        row, verb, actor=actor, at=at, detail={"reasons": codes}, reasons=codes,
        reasons_text=text.strip(), closed_at=at,
    )  # fmt: skip
    call_off_hearings(actor=actor, file=row, at=at)
    return row
