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
from songfa.aid.actions.notices import notice, tell_organ
from songfa.aid.actions.prompts import answer_prompt
from songfa.aid.actions.work import assign, close, hand_in, log
from songfa.aid.noticed import NoticeTold

__all__ = [
    "Application",
    "Applied",
    "HelpTold",
    "InHand",
    "NoticeTold",
    "answer_prompt",
    "apply",
    "ask_help",
    "ask_papers",
    "assign",
    "close",
    "give_help",
    "grant",
    "hand_in",
    "hand_on",
    "log",
    "notice",
    "open_session",
    "receive_papers",
    "refuse",
    "refuse_help",
    "take_in",
    "tell_organ",
    "withdraw",
]
