"""The tables of legal aid, one file for each theme."""

from songfa.aid.models.assignment import Assignment, Offer, Party, Tie, Volunteering
from songfa.aid.models.file import Attempt, Draft, File, Log, Paper, Receipt, Sequence

__all__ = [
    "Assignment",
    "Attempt",
    "Draft",
    "File",
    "Log",
    "Offer",
    "Paper",
    "Party",
    "Receipt",
    "Sequence",
    "Tie",
    "Volunteering",
]
