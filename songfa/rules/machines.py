"""Every state machine of the system, side by side."""

from decimal import Decimal

from songfa.rules.machine import Facts, Machine, Move
from songfa.rules.verbs import Verb


def has_practitioner(facts: Facts) -> bool:
    return facts.get("practitioner_id") is not None


def has_outcome(facts: Facts) -> bool:
    return bool(facts.get("outcome"))


def has_reasons(facts: Facts) -> bool:
    return bool(facts.get("reasons"))


def has_answer(facts: Facts) -> bool:
    return bool(facts.get("answer"))


def reached_or_explained(facts: Facts) -> bool:
    """Return whether a share has what it owes, or says why not."""
    target, done = facts.get("target"), facts.get("done")
    if bool(facts.get("closing")):
        return True
    if target is None:
        return bool(done)
    return isinstance(done, Decimal) and isinstance(target, Decimal) and done >= target


def has_list(facts: Facts) -> bool:
    return bool(facts.get("missing_papers"))


# China: Legal Aid Law Art. 43, 47, 48; Vietnam: Law 11/2017 Art. 30, 31, 37
FILE = Machine(
    name="aid_file",
    start="received",
    moves=(
        Move(Verb.AID_ASK_PAPERS, ("received",), "awaiting_papers", (has_list,)),
        Move(Verb.AID_RECEIVE_PAPERS, ("awaiting_papers",), "received"),
        # papers that may follow an acceptance at once: Circular 12/2018 Art. 6(2)
        Move(Verb.AID_RECEIVE_PAPERS, ("granted",), "granted"),
        Move(Verb.AID_RECEIVE_PAPERS, ("assigned",), "assigned"),
        Move(Verb.AID_GRANT, ("received",), "granted"),
        Move(Verb.AID_REFUSE, ("received",), "refused", (has_reasons,)),
        Move(
            Verb.AID_WITHDRAW, ("received", "awaiting_papers", "granted", "assigned"), "withdrawn"
        ),
        Move(Verb.AID_ASSIGN, ("granted", "assigned"), "assigned", (has_practitioner,)),
        Move(Verb.AID_LOG, ("assigned",), "assigned"),
        Move(Verb.AID_CLOSE, ("assigned",), "closed", (has_outcome,)),
        Move(Verb.AID_HAND_IN, ("closed",), "closed"),
    ),
    ends=("refused", "withdrawn", "closed"),
)

PLAN = Machine(
    name="plan",
    start="draft",
    moves=(
        Move(Verb.OUTREACH_CORRECT, ("draft",), "draft"),
        Move(Verb.OUTREACH_ADOPT, ("draft",), "adopted"),
        Move(Verb.OUTREACH_DISCARD, ("draft",), "discarded"),
    ),
    ends=("discarded",),
)

# one unit's part of one task of a plan
SHARE = Machine(
    name="share",
    start="open",
    moves=(
        Move(Verb.OUTREACH_REPORT, ("open", "under_way"), "under_way"),
        Move(Verb.OUTREACH_FINISH_TASK, ("open", "under_way"), "done", (reached_or_explained,)),
    ),
    ends=("done",),
)

OBSTACLE = Machine(
    name="obstacle",
    start="raised",
    moves=(
        Move(Verb.OUTREACH_ANSWER, ("raised",), "answered", (has_answer,)),
        # unanswered in time: it goes to the unit above
        Move(Verb.OUTREACH_PASS_UP, ("raised",), "raised"),
    ),
    ends=("answered",),
)

MACHINES = (FILE, PLAN, SHARE, OBSTACLE)
