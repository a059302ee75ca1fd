"""The tables of legal aid, one file for each theme."""

from songfa.aid.models.file import Attempt, Draft, File, Log, Paper, Receipt, Sequence
from songfa.aid.models.work import (
    Contract,
    Document,
    Handover,
    Hearing,
    Money,
    SubsidyBatch,
    SubsidyClaim,
)

__all__ = [
    "Attempt",
    "Contract",
    "Document",
    "Draft",
    "File",
    "Handover",
    "Hearing",
    "Log",
    "Money",
    "Paper",
    "Receipt",
    "Sequence",
    "SubsidyBatch",
    "SubsidyClaim",
]
