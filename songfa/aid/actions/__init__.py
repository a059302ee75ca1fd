"""What may be done with a file: one function for each intention."""

from songfa.aid.actions.contract import sign_agreement
from songfa.aid.actions.decide import ask_papers, grant, receive_papers, refuse, withdraw
from songfa.aid.actions.documents import add_document, hand_out, remove_document
from songfa.aid.actions.ending import archive, hand_in, return_file
from songfa.aid.actions.enter import Application, Applied, apply
from songfa.aid.actions.hearings import (
    call_off_hearing,
    hold_hearing,
    move_hearing,
    set_hearing,
)
from songfa.aid.actions.money import enter_money, take_out_money
from songfa.aid.actions.subsidies import (
    approve_subsidy,
    claim_subsidy,
    pay_subsidies,
    return_subsidy,
)
from songfa.aid.actions.work import assign, close, log

__all__ = [
    "Application",
    "Applied",
    "add_document",
    "apply",
    "approve_subsidy",
    "archive",
    "ask_papers",
    "assign",
    "call_off_hearing",
    "claim_subsidy",
    "close",
    "enter_money",
    "grant",
    "hand_in",
    "hand_out",
    "hold_hearing",
    "log",
    "move_hearing",
    "pay_subsidies",
    "receive_papers",
    "refuse",
    "remove_document",
    "return_file",
    "return_subsidy",
    "set_hearing",
    "sign_agreement",
    "take_out_money",
    "withdraw",
]
