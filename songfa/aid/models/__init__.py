"""The tables of legal aid, one file for each theme."""

from songfa.aid.models.doors import (
    Intake,
    Link,
    LinkAnswer,
    LinkFile,
    Referral,
    Representative,
)
from songfa.aid.models.file import Attempt, Draft, File, Log, Paper, Receipt, Sequence

__all__ = [
    "Attempt",
    "Draft",
    "File",
    "Intake",
    "Link",
    "LinkAnswer",
    "LinkFile",
    "Log",
    "Paper",
    "Receipt",
    "Referral",
    "Representative",
    "Sequence",
]
