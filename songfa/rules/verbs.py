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
    # legal aid: the file
    AID_APPLY = "aid.apply"
    AID_NOTICE = "aid.notice"
    AID_ANSWER_PROMPT = "aid.answer_prompt"
    AID_SEE = "aid.see"
    AID_ASK_PAPERS = "aid.ask_papers"
    AID_RECEIVE_PAPERS = "aid.receive_papers"
    AID_LAPSE = "aid.lapse"
    AID_GRANT = "aid.grant"
    AID_REFUSE = "aid.refuse"
    AID_TRANSFER = "aid.transfer"
    AID_REOPEN = "aid.reopen"
    AID_ASSIGN = "aid.assign"
    AID_ACCEPT = "aid.accept"
    AID_DECLINE = "aid.decline"
    AID_CHANGE_PROVIDER = "aid.change_provider"
    AID_SIGN_AGREEMENT = "aid.sign_agreement"
    AID_LOG = "aid.log"
    AID_CLOSE = "aid.close"
    AID_WITHDRAW = "aid.withdraw"
    AID_TERMINATE = "aid.terminate"
    AID_DISCONTINUE = "aid.discontinue"
    AID_END_BY_LAW = "aid.end_by_law"
    AID_HAND_IN = "aid.hand_in"
    AID_RETURN_FILE = "aid.return_file"
    AID_ARCHIVE = "aid.archive"
    # beside the file
    AID_REPRESENT = "aid.represent"
    AID_LINK = "aid.link"
    AID_REFER = "aid.refer"
    AID_ISSUE = "aid.issue"
    AID_UPLOAD = "aid.upload"
    AID_RECIPIENTS = "aid.recipients"
    # duty lawyers
    AID_HELP = "aid.help"
    AID_GIVE_HELP = "aid.give_help"
    AID_REFUSE_HELP = "aid.refuse_help"
    AID_HAND_ON = "aid.hand_on"
    AID_TAKE_ON = "aid.take_on"
    AID_ROSTER = "aid.roster"
    AID_TAKE_IN = "aid.take_in"
    # objections, complaints, checks, other agencies
    AID_OBJECT = "aid.object"
    AID_UPHOLD = "aid.uphold"
    AID_DISMISS = "aid.dismiss"
    AID_COMPLAIN = "aid.complain"
    AID_TAKE_UP = "aid.take_up"
    AID_TURN_DOWN = "aid.turn_down"
    AID_ANSWER_COMPLAINT = "aid.answer_complaint"
    AID_ESCALATE = "aid.escalate"
    AID_ASK_CHANGE = "aid.ask_change"
    AID_AGREE_CHANGE = "aid.agree_change"
    AID_REFUSE_CHANGE = "aid.refuse_change"
    AID_DRAW_CHECK = "aid.draw_check"
    AID_PASS_CHECK = "aid.pass_check"  # noqa: S105 - a verb, no password
    AID_FAIL_CHECK = "aid.fail_check"
    AID_COOPERATE = "aid.cooperate"
    AID_ANSWER_COOPERATION = "aid.answer_cooperation"
    # who stands on which side
    AID_NAME_PARTY = "aid.name_party"
    AID_DECLARE_TIE = "aid.declare_tie"
    # offers to volunteers
    AID_OFFER = "aid.offer"
    AID_VOLUNTEER = "aid.volunteer"
    AID_CHOOSE = "aid.choose"
    AID_END_OFFER = "aid.end_offer"
    # money of a file
    AID_CLAIM_SUBSIDY = "aid.claim_subsidy"
    AID_APPROVE_SUBSIDY = "aid.approve_subsidy"
    AID_RETURN_SUBSIDY = "aid.return_subsidy"
    AID_PAY_SUBSIDY = "aid.pay_subsidy"
    # quality
    AID_DRAW_SAMPLE = "aid.draw_sample"
    AID_ASSESS = "aid.assess"
    AID_OPINION = "aid.opinion"
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
