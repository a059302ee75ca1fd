"""What may be done with a file: one function for each intention."""

from songfa.aid.actions.decide import ask_papers, grant, receive_papers, refuse, withdraw
from songfa.aid.actions.duty import (
    HelpTold,
    InHand,
    ask_help,
    give_help,
    hand_on,
    open_session,
    refuse_help,
    take_in,
)
from songfa.aid.actions.enter import Application, Applied, apply
from songfa.aid.actions.notices import NoticeTold, notice, tell_organ
from songfa.aid.actions.prompts import answer_prompt
from songfa.aid.actions.work import assign, close, hand_in, log

__all__ = [
    "Application",
    "Applied",
    "HelpTold",
    "InHand",
    "NoticeTold",
    "answer_prompt",
    "ask_help",
    "give_help",
    "hand_on",
    "notice",
    "open_session",
    "refuse_help",
    "take_in",
    "tell_organ",
    "apply",
    "ask_papers",
    "assign",
    "close",
    "grant",
    "hand_in",
    "log",
    "receive_papers",
    "refuse",
    "withdraw",
]
