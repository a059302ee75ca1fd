"""What may be done with a file: one function for each intention."""

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
from songfa.aid.actions.change import agree_change, ask_change, change_provider, refuse_change
from songfa.aid.actions.checks import draw_checks, fail_check, pass_check
from songfa.aid.actions.cooperate import answer_cooperation, cooperate
from songfa.aid.actions.decide import ask_papers, grant, receive_papers, refuse, withdraw
from songfa.aid.actions.doors import Agent, Doorway, come_in, represent, revoke
from songfa.aid.actions.ending import discontinue, end_by_law, lapse, terminate
from songfa.aid.actions.enter import Application, Applied, apply
from songfa.aid.actions.links import make_link, revoke_link, use_link
from songfa.aid.actions.referrals import Referred, hand_on, refer, refer_out, take_on
from songfa.aid.actions.transfer import transfer
from songfa.aid.actions.work import assign, close, hand_in, log

__all__ = [
    "Agent",
    "Application",
    "Applied",
    "Doorway",
    "Referred",
    "agree_change",
    "answer_complaint",
    "answer_cooperation",
    "apply",
    "ask_change",
    "ask_papers",
    "assign",
    "change_provider",
    "close",
    "come_in",
    "complain",
    "cooperate",
    "discontinue",
    "dismiss",
    "draw_checks",
    "end_by_law",
    "escalate",
    "fail_check",
    "grant",
    "hand_in",
    "hand_on",
    "lapse",
    "log",
    "make_link",
    "object_to",
    "pass_check",
    "receive_papers",
    "refer",
    "refer_out",
    "refuse",
    "refuse_change",
    "represent",
    "revoke",
    "revoke_link",
    "take_on",
    "take_up",
    "terminate",
    "transfer",
    "turn_down",
    "uphold",
    "use_link",
    "withdraw",
]
