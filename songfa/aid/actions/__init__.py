"""What may be done with a file: one function for each intention."""

from songfa.aid.actions.decide import ask_papers, grant, receive_papers, refuse, withdraw
from songfa.aid.actions.doors import come_in, represent, revoke
from songfa.aid.actions.enter import Application, Applied, apply
from songfa.aid.actions.links import make_link, revoke_link, use_link
from songfa.aid.actions.referrals import Referred, hand_on, refer, refer_out, take_on
from songfa.aid.actions.work import assign, close, hand_in, log
from songfa.aid.doorway import Agent, Doorway

__all__ = [
    "Agent",
    "Application",
    "Applied",
    "Doorway",
    "Referred",
    "apply",
    "ask_papers",
    "assign",
    "close",
    "come_in",
    "grant",
    "hand_in",
    "hand_on",
    "log",
    "make_link",
    "receive_papers",
    "refer",
    "refer_out",
    "refuse",
    "represent",
    "revoke",
    "revoke_link",
    "take_on",
    "use_link",
    "withdraw",
]
