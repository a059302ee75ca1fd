"""The tables of legal aid, one file for each theme."""

from songfa.aid.models.file import Attempt, Draft, File, Log, Paper, Receipt, Sequence

__all__ = ["Attempt", "Draft", "File", "Log", "Paper", "Receipt", "Sequence"]
