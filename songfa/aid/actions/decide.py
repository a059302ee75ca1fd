"""From the receipt to the decision: papers asked for and received, granted, refused, withdrawn."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from songfa.access.policy import Actor, require
from songfa.aid.actions.hearings import call_off_hearings
from songfa.aid.days import local_day
from songfa.aid.holding import held
from songfa.aid.issue import issue, numbering
from songfa.aid.models import File
from songfa.aid.reads.deciding import proof
from songfa.audit.door import beside, move
from songfa.rules.eligibility.proof import leaves, missing
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Paper as PaperKind
from songfa.rules.problems import (
    ALREADY_DECIDED,
    NO_EMERGENCY,
    PAPERS_ASKED_ALREADY,
    REASON_UNKNOWN,
)
from songfa.rules.refusals import RefusalGround
from songfa.rules.verbs import Verb

WORKED_ON = ("granted", "assigned", "under_way")
# on what the financial condition rests, where it plays a part
MEANS_BASES = ("", "declared", "data_checked")
COMMITMENT = "integrity_commitment"
WITHDRAWALS = ("requested", "papers_not_supplied", "own_lawyer", "other")


def _undecided(row: File) -> None:
    """Raise ALREADY_DECIDED with the first decision: whoever comes second sees what was decided."""
    if row.decided_at is not None and row.decided_by is not None:
        raise ALREADY_DECIDED(
            number=row.number, decision="refuse" if row.state == "refused" else "grant",
            by=row.decided_by.name, at=row.decided_at.isoformat(), pack=row.pack,
        )  # fmt: skip


@transaction.atomic
def ask_papers(
    *, actor: Actor, file: File, papers: Iterable[str], note: str = "", at: datetime
) -> File:
    """Ask once for everything that is missing (cn: Law Art. 43; vn: Law Art. 30(2)).

    Raises PAPERS_ASKED_ALREADY for a second request, GUARD_FAILED when nothing is named.
    """
    row = held(file)
    if row.papers_asked_at is not None:
        raise PAPERS_ASKED_ALREADY(number=row.number)
    on = local_day(load(row.pack), at)
    wanted = list(dict.fromkeys(papers))
    for code in wanted:
        load(row.pack).get(PaperKind, code, on)
    row = move(
        row, Verb.AID_ASK_PAPERS, actor=actor, at=at, detail={"papers": wanted},
        missing_papers=wanted, papers_asked_at=at,
    )  # fmt: skip
    issue(row, "supplement_notice", at=at, note=note)
    return row


def _still_wanted(row: File, left: list[str], came: list[str]) -> list[str]:
    """Return what is left without what another paper proves already: one of several is enough."""
    by_proof = frozenset(leaves(proof(row)))
    open_yet = frozenset(missing(proof(row, came)))
    return [code for code in left if code not in by_proof or code in open_yet]


@transaction.atomic
def receive_papers(*, actor: Actor, file: File, papers: Iterable[str], at: datetime) -> File:
    """Note which papers came in. What stays missing was explained: the clock runs on either way."""
    row = held(file)
    require(actor, Verb.AID_RECEIVE_PAPERS, row)
    came = [code for code in dict.fromkeys(papers) if code not in row.papers_received]
    left = [code for code in row.missing_papers if code not in came]
    if row.state in WORKED_ON:
        left = _still_wanted(row, left, came)
    if left and row.state in WORKED_ON:  # help came first: the rest is still owed
        row.missing_papers, row.papers_received = left, [*row.papers_received, *came]
        row.save(update_fields=["missing_papers", "papers_received"])
        beside(row, Verb.AID_RECEIVE_PAPERS, actor=actor, at=at, papers=came, left=left)
        return row
    return move(
        row, Verb.AID_RECEIVE_PAPERS, actor=actor, at=at, detail={"papers": came, "left": left},
        missing_papers=left, papers_received=[*row.papers_received, *came],
    )  # fmt: skip


@transaction.atomic
def grant(
    *,
    actor: Actor,
    file: File,
    at: datetime,
    missing: Iterable[str] = (),
    urgent: str = "",
    means_basis: str = "",
) -> File:
    """Grant legal aid and write the decision.

    `missing` papers may follow where the law lets help come first: a rule of the finding says so, or whoever
    decides says why it cannot wait (`urgent`; vn: Circular 12/2018 Art. 6(1)(d)). `means_basis` is on what the
    financial condition rests: `declared` by a commitment of integrity, or `data_checked` (cn: Law Art. 41).
    Raises ALREADY_DECIDED when somebody decided before, NO_EMERGENCY for papers that may not follow,
    REASON_UNKNOWN for another basis.
    """
    row = held(file)
    require(actor, Verb.AID_GRANT, row)
    _undecided(row)
    pack = load(row.pack)
    if means_basis not in MEANS_BASES:
        raise REASON_UNKNOWN(reason=means_basis)
    number = row.number
    if row.number == row.request_number:  # decided anew, it keeps the number it has
        number = (
            numbering.at_grant(
                pack, row.unit, place=row.area_path, service=row.service, on=local_day(pack, at)
            )
            or row.number
        )
    declared = means_basis == "declared"
    came = [*row.papers_received, *([COMMITMENT] if declared else [])]
    still = [code for code in dict.fromkeys(missing) if code not in came]
    row.urgent = bool(urgent.strip())
    if still and not row.help_first:
        raise NO_EMERGENCY(number=row.number)
    row = move(
        row, Verb.AID_GRANT, actor=actor, at=at,
        detail={"number": number, "means": means_basis, "urgent": row.urgent, "follow": still},
        decided_at=at, decided_by=actor.user, number=number, missing_papers=still or row.missing_papers,
        urgent=row.urgent, reasons_text=urgent.strip(), means_basis=means_basis,
        declared_at=at if declared else row.declared_at, papers_received=list(dict.fromkeys(came)),
    )  # fmt: skip
    issue(row, "grant", at=at)
    return row


@transaction.atomic
def refuse(*, actor: Actor, file: File, reasons: Iterable[str], text: str, at: datetime) -> File:
    """Refuse in writing, with grounds of the pack and reasons in words.

    Raises REASON_UNKNOWN for a ground that the pack does not have that day, GUARD_FAILED without one,
    ALREADY_DECIDED when somebody decided before.
    """
    row = held(file)
    require(actor, Verb.AID_REFUSE, row)
    _undecided(row)
    pack = load(row.pack)
    grounds = pack.all(RefusalGround, local_day(pack, at))
    codes = list(dict.fromkeys(reasons))
    for code in codes:
        if code not in grounds:
            raise REASON_UNKNOWN(reason=code)
    row = move(
        row, Verb.AID_REFUSE, actor=actor, at=at, detail={"reasons": codes},
        decided_at=at, decided_by=actor.user, reasons=codes, reasons_text=text.strip(),
    )  # fmt: skip
    issue(row, "refuse", at=at)
    return row


@transaction.atomic
def withdraw(*, actor: Actor, file: File, reason: str, at: datetime) -> File:
    """End a file that is not pursued; written notice where the law wants one (vn: Circular 12 Art. 9(2))."""
    if reason not in WITHDRAWALS:
        raise REASON_UNKNOWN(reason=reason)
    row = held(file)
    granted = row.decided_at is not None
    row = move(
        row,
        Verb.AID_WITHDRAW,
        actor=actor,
        at=at,
        detail={"reason": reason},
        reasons=[reason],
        closed_at=at,
    )
    call_off_hearings(actor=actor, file=row, at=at)
    pack = load(row.pack)
    kind = (
        "discontinuation"
        if pack.versions("papers", "discontinuation")
        else "termination"
        if granted
        else ""
    )
    if kind:
        issue(row, kind, at=at)
    return row
