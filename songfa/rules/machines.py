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


def has_summary(facts: Facts) -> bool:
    return bool(facts.get("summary"))


def has_grade(facts: Facts) -> bool:
    return bool(facts.get("grade"))


def was_upheld(facts: Facts) -> bool:
    """Return whether a higher body has ordered the decision to be corrected."""
    return bool(facts.get("upheld"))


def has_list(facts: Facts) -> bool:
    return bool(facts.get("missing_papers"))


def deadline_passed(facts: Facts) -> bool:
    """Return whether the day until which papers were to come is over."""
    return facts.get("papers_overdue_at") is not None


# -- a legal-aid file ---------------------------------------------------------------------------------

# from the receipt to the decision
_DECIDING = (
    Move(Verb.AID_ASK_PAPERS, ("received",), "awaiting_papers", (has_list,)),
    Move(Verb.AID_RECEIVE_PAPERS, ("awaiting_papers",), "received"),
    # more may come of itself while it is looked at
    Move(Verb.AID_RECEIVE_PAPERS, ("received",), "received"),
    # papers that may follow where help came first (cn: Art. 44; vn: Circular 12/2018 Art. 6(2))
    Move(Verb.AID_RECEIVE_PAPERS, ("granted",), "granted"),
    Move(Verb.AID_RECEIVE_PAPERS, ("assigned",), "assigned"),
    Move(Verb.AID_RECEIVE_PAPERS, ("under_way",), "under_way"),
    Move(Verb.AID_GRANT, ("received",), "granted"),
    Move(Verb.AID_REFUSE, ("received",), "refused", (has_reasons,)),
    Move(Verb.AID_TRANSFER, ("received", "awaiting_papers"), "transferred", (has_reasons,)),
    Move(
        Verb.AID_WITHDRAW,
        ("received", "awaiting_papers", "granted", "assigned", "under_way"),
        "withdrawn",
    ),
)
# who acts, and the work
_WORKING = (
    Move(Verb.AID_ASSIGN, ("granted",), "assigned", (has_practitioner,)),
    Move(Verb.AID_ACCEPT, ("assigned",), "under_way"),
    Move(Verb.AID_DECLINE, ("assigned",), "granted"),
    Move(Verb.AID_CHANGE_PROVIDER, ("assigned", "under_way"), "assigned", (has_practitioner,)),
    Move(Verb.AID_LOG, ("assigned", "under_way"), "under_way"),
    Move(Verb.AID_CLOSE, ("assigned", "under_way"), "closed", (has_outcome,)),
    Move(Verb.AID_HAND_IN, ("closed",), "handed_in"),
    Move(Verb.AID_RETURN_FILE, ("handed_in",), "closed"),
    Move(Verb.AID_ARCHIVE, ("handed_in",), "archived"),
)
_ENDS = ("refused", "transferred", "withdrawn", "archived")

# Legal Aid Law Art. 43-49; Order 148 (2023) Art. 24-28
FILE_CN = Machine(
    name="aid_file_cn",
    start="received",
    moves=(
        *_DECIDING,
        # asked for papers and silent: taken as withdrawn (Art. 43)
        Move(Verb.AID_LAPSE, ("awaiting_papers",), "lapsed", (deadline_passed,)),
        *_WORKING,
        Move(Verb.AID_SIGN_AGREEMENT, ("assigned", "under_way"), "under_way"),
        Move(
            Verb.AID_TERMINATE, ("granted", "assigned", "under_way"), "terminated", (has_reasons,)
        ),
        # an objection was upheld (Art. 49): decided anew; a file that was terminated goes on
        Move(Verb.AID_REOPEN, ("refused", "terminated"), "received", (was_upheld,)),
    ),
    ends=(*_ENDS, "lapsed", "terminated"),
)

# Law 11/2017 Art. 30-39; Circular 12/2018 Art. 5-12
FILE_VN = Machine(
    name="aid_file_vn",
    start="received",
    moves=(
        *_DECIDING,
        *_WORKING,
        # Art. 37(1); proof that did not follow (Circular 12/2018 Art. 6(2))
        Move(
            Verb.AID_DISCONTINUE,
            ("granted", "assigned", "under_way"),
            "discontinued",
            (has_reasons,),
        ),
        # the proceedings were ended by law (đình chỉ): Circular 12/2018 Art. 10
        Move(Verb.AID_END_BY_LAW, ("assigned", "under_way"), "ended_by_law", (has_reasons,)),
        # a complaint was upheld (Art. 45(2))
        Move(Verb.AID_REOPEN, ("refused", "discontinued"), "received", (was_upheld,)),
    ),
    ends=(*_ENDS, "discontinued", "ended_by_law"),
)
# by country
FILE = {"cn": FILE_CN, "vn": FILE_VN}
FILE_STATES = tuple(dict.fromkeys(s for m in FILE.values() for s in m.states()))
FILE_ENDS = tuple(dict.fromkeys(s for m in FILE.values() for s in m.ends))
# somebody still works on it: before the closing report
FILE_OPEN = ("received", "awaiting_papers", "granted", "assigned", "under_way")
# aid was granted and not cut short
FILE_HANDLED = ("granted", "assigned", "under_way", "closed", "handed_in", "archived")
FILE_CLOSED = ("closed", "handed_in", "archived")

# -- beside a file ------------------------------------------------------------------------------------

# one person whom a duty lawyer was asked to help: cn Art. 30, 37, 39. An application for legal aid that the
# person gives the duty lawyer is held until it is handed on to the agency.
HELP = Machine(
    name="duty_help",
    start="asked",
    moves=(
        Move(Verb.AID_GIVE_HELP, ("asked",), "given", (has_summary,)),
        Move(Verb.AID_GIVE_HELP, ("held_application",), "held_application", (has_summary,)),
        Move(Verb.AID_GIVE_HELP, ("handed_on",), "handed_on", (has_summary,)),
        Move(Verb.AID_REFUSE_HELP, ("asked",), "declined", (has_reasons,)),
        Move(Verb.AID_TAKE_IN, ("asked", "given", "declined"), "held_application"),
        Move(Verb.AID_HAND_ON, ("held_application",), "handed_on"),
    ),
    ends=("given", "declined", "handed_on"),
)

# an application handed to a duty lawyer, a place of detention or a commune, on its way to the agency:
# cn Art. 39 (24 hours); vn Circular 12/2018 Art. 17a (referral letter)
REFERRAL = Machine(
    name="referral",
    start="on_the_way",
    moves=(
        Move(Verb.AID_HAND_ON, ("on_the_way",), "handed_on"),
        Move(Verb.AID_TAKE_ON, ("on_the_way", "handed_on"), "arrived"),
    ),
    ends=("arrived",),
)

# cn Art. 49; vn Art. 45 knows complaints only
OBJECTION = Machine(
    name="objection",
    start="raised",
    moves=(
        Move(Verb.AID_UPHOLD, ("raised",), "upheld", (has_answer,)),
        Move(Verb.AID_DISMISS, ("raised",), "dismissed", (has_answer,)),
    ),
    ends=("upheld", "dismissed"),
)

# cn Order 149 (2025); vn Art. 45(2): the head within 3 working days, then the Director within 15 days
COMPLAINT = Machine(
    name="complaint",
    start="made",
    moves=(
        Move(Verb.AID_TAKE_UP, ("made",), "taken_up"),
        Move(Verb.AID_TURN_DOWN, ("made",), "turned_down", (has_answer,)),
        Move(
            Verb.AID_ANSWER_COMPLAINT, ("made", "taken_up", "escalated"), "answered", (has_answer,)
        ),
        Move(Verb.AID_ESCALATE, ("answered",), "escalated"),
    ),
    ends=("turned_down", "answered"),
)

# the recipient asks for somebody else: cn Art. 55, forms 16 and 17; vn Circular 12/2018 Art. 9(1)
CHANGE = Machine(
    name="change_request",
    start="asked",
    moves=(
        Move(Verb.AID_AGREE_CHANGE, ("asked",), "agreed", (has_answer,)),
        Move(Verb.AID_REFUSE_CHANGE, ("asked",), "not_agreed", (has_answer,)),
    ),
    ends=("agreed", "not_agreed"),
)

# a declaration drawn for a later check
SPOT_CHECK = Machine(
    name="spot_check",
    start="drawn",
    moves=(
        Move(Verb.AID_PASS_CHECK, ("drawn",), "confirmed", (has_answer,)),
        Move(Verb.AID_FAIL_CHECK, ("drawn",), "untrue", (has_answer,)),
    ),
    ends=("confirmed", "untrue"),
)

# another agency is asked to look into something: cn form 7; vn Art. 34(2)
COOPERATION = Machine(
    name="cooperation",
    start="requested",
    moves=(Move(Verb.AID_ANSWER_COOPERATION, ("requested",), "answered", (has_answer,)),),
    ends=("answered",),
)

# a file shown to volunteers
OFFER = Machine(
    name="offer",
    start="offered",
    moves=(
        Move(Verb.AID_CHOOSE, ("offered",), "chosen"),
        Move(Verb.AID_END_OFFER, ("offered",), "taken_back"),
    ),
    ends=("chosen", "taken_back"),
)

# an appearance before a body, or a day that the proceedings set
HEARING = Machine(
    name="hearing",
    start="set",
    moves=(
        Move(Verb.AID_MOVE_HEARING, ("set",), "set"),
        Move(Verb.AID_HOLD_HEARING, ("set",), "held"),
        Move(Verb.AID_CALL_OFF_HEARING, ("set",), "called_off"),
    ),
    ends=("held", "called_off"),
)

# cn Art. 52: paid by rates that the province sets
SUBSIDY = Machine(
    name="subsidy",
    start="claimed",
    moves=(
        Move(Verb.AID_APPROVE_SUBSIDY, ("claimed",), "approved"),
        Move(Verb.AID_RETURN_SUBSIDY, ("claimed",), "returned", (has_answer,)),
        Move(Verb.AID_CLAIM_SUBSIDY, ("returned",), "claimed"),
        Move(Verb.AID_PAY_SUBSIDY, ("approved",), "paid"),
    ),
    ends=("paid",),
)

# a file drawn for assessment of its quality: cn Art. 57, 59; vn Circular 12/2018 Art. 16-17
ASSESSMENT = Machine(
    name="assessment",
    start="drawn",
    moves=(Move(Verb.AID_ASSESS, ("drawn",), "assessed", (has_grade,)),),
    ends=("assessed",),
)

# -- plans --------------------------------------------------------------------------------------------

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

MACHINES = (
    FILE_CN, FILE_VN, HELP, REFERRAL, OBJECTION, COMPLAINT, CHANGE, SPOT_CHECK, COOPERATION, OFFER, SUBSIDY,
    ASSESSMENT, PLAN, SHARE, OBSTACLE, HEARING,
)  # fmt: skip
