"""What may be done with a file: one function for each intention."""

from songfa.aid.actions.decide import ask_papers, grant, receive_papers, refuse, withdraw
from songfa.aid.actions.enter import Application, Applied, apply
from songfa.aid.actions.work import assign, close, hand_in, log

__all__ = [
    "Application",
    "Applied",
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
