"""Every verb. One word names the permission, the move, the line in the trail, the button and the word in the API."""

from enum import StrEnum


class Verb(StrEnum):
    # accounts
    ACCESS_MANAGE = "access.manage"
    ACCESS_SIGN_IN = "access.sign_in"
    # duties
    DUTY_SEE = "duty.see"
    # the ledger
    PEOPLE_ENTER = "people.enter"
    PEOPLE_SEE = "people.see"
    # consultations
    ADVICE_RECORD = "advice.record"
    ADVICE_SEE = "advice.see"
    # legal aid
    AID_APPLY = "aid.apply"
    AID_SEE = "aid.see"
    AID_ASK_PAPERS = "aid.ask_papers"
    AID_RECEIVE_PAPERS = "aid.receive_papers"
    AID_GRANT = "aid.grant"
    AID_REFUSE = "aid.refuse"
    AID_ASSIGN = "aid.assign"
    AID_LOG = "aid.log"
    AID_CLOSE = "aid.close"
    AID_WITHDRAW = "aid.withdraw"
    AID_HAND_IN = "aid.hand_in"
    # plans
    OUTREACH_SEE = "outreach.see"
    OUTREACH_DRAFT = "outreach.draft"
    OUTREACH_CORRECT = "outreach.correct"
    OUTREACH_ADOPT = "outreach.adopt"
    OUTREACH_DISCARD = "outreach.discard"
    OUTREACH_REPORT = "outreach.report"
    OUTREACH_FINISH_TASK = "outreach.finish_task"
    OUTREACH_RAISE = "outreach.raise"
    OUTREACH_ANSWER = "outreach.answer"
    OUTREACH_PASS_UP = "outreach.pass_up"  # noqa: S105 - a verb, no password
    OUTREACH_HOLD = "outreach.hold"
    OUTREACH_DISTRIBUTE = "outreach.distribute"
    # figures
    INSIGHT_SEE = "insight.see"
    INSIGHT_FREEZE = "insight.freeze"
    INSIGHT_CORRECT = "insight.correct"
