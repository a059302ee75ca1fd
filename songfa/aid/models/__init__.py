"""The tables of legal aid, one file for each theme."""

from songfa.aid.models.file import Attempt, Draft, File, Log, Paper, Receipt, Sequence
from songfa.aid.models.group import Batch, BatchLetter, Recipient, RecipientList
from songfa.aid.models.quality import Assessment, Opinion, Sample

__all__ = [
    "Assessment",
    "Attempt",
    "Batch",
    "BatchLetter",
    "Draft",
    "File",
    "Log",
    "Opinion",
    "Paper",
    "Receipt",
    "Recipient",
    "RecipientList",
    "Sample",
    "Sequence",
]
