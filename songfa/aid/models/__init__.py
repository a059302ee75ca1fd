"""The tables of legal aid, one file for each theme."""

from songfa.aid.models.criminal import DutyHelp, DutySession, HeadAnswer, Notice
from songfa.aid.models.file import Attempt, Draft, File, Log, Paper, Receipt, Sequence

__all__ = [
    "Attempt",
    "Draft",
    "DutyHelp",
    "DutySession",
    "File",
    "HeadAnswer",
    "Log",
    "Notice",
    "Paper",
    "Receipt",
    "Sequence",
]
