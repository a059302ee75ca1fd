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
from songfa.aid.actions.ending import discontinue, end_by_law, lapse, terminate
from songfa.aid.actions.enter import Application, Applied, apply
from songfa.aid.actions.transfer import transfer
from songfa.aid.actions.work import assign, close, hand_in, log

__all__ = [
    "Application",
    "Applied",
    "agree_change",
    "answer_complaint",
    "answer_cooperation",
    "apply",
    "ask_change",
    "ask_papers",
    "assign",
    "change_provider",
    "close",
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
    "lapse",
    "log",
    "object_to",
    "pass_check",
    "receive_papers",
    "refuse",
    "refuse_change",
    "take_up",
    "terminate",
    "transfer",
    "turn_down",
    "uphold",
    "withdraw",
]
