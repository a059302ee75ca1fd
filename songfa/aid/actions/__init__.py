"""What may be done with a file: one function for each intention."""

from songfa.aid.actions.archiving import archive, hand_in, return_file
from songfa.aid.actions.assign import (
    TIES,
    Confirmed,
    accept,
    assign,
    choose,
    confirm_batch,
    declare_tie,
    decline,
    end_offer,
    end_tie,
    name_party,
    offer,
    reassign,
    volunteer,
)
from songfa.aid.actions.beside import (
    answer_complaint,
    complain,
    dismiss,
    escalate,
    object_to,
    take_up,
    turn_down,
    uphold,
)
from songfa.aid.actions.change import agree_change, ask_change, refuse_change
from songfa.aid.actions.checks import draw_checks, fail_check, pass_check
from songfa.aid.actions.contract import sign_agreement
from songfa.aid.actions.cooperate import answer_cooperation, cooperate
from songfa.aid.actions.decide import ask_papers, grant, receive_papers, refuse, withdraw
from songfa.aid.actions.documents import add_document, hand_out, remove_document
from songfa.aid.actions.doors import come_in, represent, revoke
from songfa.aid.actions.duty import (
    HelpTold,
    InHand,
    ask_help,
    fill_sheet,
    give_help,
    hand_on_application,
    open_session,
    refuse_help,
    take_in,
)
from songfa.aid.actions.ending import discontinue, end_by_law, lapse, terminate
from songfa.aid.actions.enter import Application, Applied, apply
from songfa.aid.actions.hearings import call_off_hearing, hold_hearing, move_hearing, set_hearing
from songfa.aid.actions.links import make_link, revoke_link, use_link
from songfa.aid.actions.money import enter_money, take_out_money
from songfa.aid.actions.notices import notice, tell_organ
from songfa.aid.actions.papers import correct_paper, write_paper
from songfa.aid.actions.prompts import answer_prompt
from songfa.aid.actions.referrals import hand_on, refer, refer_out, take_on
from songfa.aid.actions.subsidies import (
    approve_subsidy,
    claim_subsidy,
    pay_subsidies,
    return_subsidy,
)
from songfa.aid.actions.transfer import transfer
from songfa.aid.actions.work import close, log
from songfa.aid.door.doorway import Agent, Doorway
from songfa.aid.holding import hold_referral
from songfa.aid.issue.referred import Referred
from songfa.aid.noticed import NoticeTold

__all__ = [
    "TIES",
    "Agent",
    "Application",
    "Applied",
    "Confirmed",
    "Doorway",
    "HelpTold",
    "InHand",
    "NoticeTold",
    "Referred",
    "accept",
    "add_document",
    "agree_change",
    "answer_complaint",
    "answer_cooperation",
    "answer_prompt",
    "apply",
    "approve_subsidy",
    "archive",
    "ask_change",
    "ask_help",
    "ask_papers",
    "assign",
    "call_off_hearing",
    "choose",
    "claim_subsidy",
    "close",
    "come_in",
    "complain",
    "confirm_batch",
    "cooperate",
    "correct_paper",
    "declare_tie",
    "decline",
    "discontinue",
    "dismiss",
    "draw_checks",
    "end_by_law",
    "end_offer",
    "end_tie",
    "enter_money",
    "escalate",
    "fail_check",
    "fill_sheet",
    "give_help",
    "grant",
    "hand_in",
    "hand_on",
    "hand_on_application",
    "hand_out",
    "hold_hearing",
    "hold_referral",
    "lapse",
    "log",
    "make_link",
    "move_hearing",
    "name_party",
    "notice",
    "object_to",
    "offer",
    "open_session",
    "pass_check",
    "pay_subsidies",
    "reassign",
    "receive_papers",
    "refer",
    "refer_out",
    "refuse",
    "refuse_change",
    "refuse_help",
    "remove_document",
    "represent",
    "return_file",
    "return_subsidy",
    "revoke",
    "revoke_link",
    "set_hearing",
    "sign_agreement",
    "take_in",
    "take_on",
    "take_out_money",
    "take_up",
    "tell_organ",
    "terminate",
    "transfer",
    "turn_down",
    "uphold",
    "use_link",
    "volunteer",
    "withdraw",
    "write_paper",
]
