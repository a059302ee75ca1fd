"""What may be done with a file: one function for each intention."""

from songfa.aid.actions.assign import (
    Confirmed,
    accept,
    assign,
    choose,
    confirm_batch,
    declare_tie,
    decline,
    end_offer,
    name_party,
    offer,
    reassign,
    volunteer,
)  # fmt: skip
from songfa.aid.actions.decide import ask_papers, grant, receive_papers, refuse, withdraw
from songfa.aid.actions.enter import Application, Applied, apply
from songfa.aid.actions.papers import write_paper
from songfa.aid.actions.work import close, hand_in, log

__all__ = [
    "Application",
    "Applied",
    "Confirmed",
    "accept",
    "apply",
    "ask_papers",
    "assign",
    "choose",
    "close",
    "confirm_batch",
    "declare_tie",
    "decline",
    "end_offer",
    "grant",
    "hand_in",
    "log",
    "name_party",
    "offer",
    "reassign",
    "receive_papers",
    "refuse",
    "volunteer",
    "withdraw",
    "write_paper",
]
