"""The tables of legal aid, one file for each theme."""

from songfa.aid.models.assignment import Assignment, Offer, Party, Tie, Volunteering
from songfa.aid.models.criminal import DutyHelp, DutySession, HeadAnswer, Notice
from songfa.aid.models.decide import (
    ChangeRequest,
    Complaint,
    Cooperation,
    Draw,
    Objection,
    SpotCheck,
)
from songfa.aid.models.doors import Intake, Link, LinkAnswer, LinkFile, Referral, Representative
from songfa.aid.models.file import Attempt, Draft, File, Log, Paper, Receipt, Sequence
from songfa.aid.models.group import AmountsSheet, Batch, BatchLetter, Recipient, RecipientList
from songfa.aid.models.quality import Assessment, Opinion, Sample
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
    "AmountsSheet",
    "Assessment",
    "Assignment",
    "Attempt",
    "Batch",
    "BatchLetter",
    "ChangeRequest",
    "Complaint",
    "Contract",
    "Cooperation",
    "Document",
    "Draft",
    "Draw",
    "DutyHelp",
    "DutySession",
    "File",
    "Handover",
    "HeadAnswer",
    "Hearing",
    "Intake",
    "Link",
    "LinkAnswer",
    "LinkFile",
    "Log",
    "Money",
    "Notice",
    "Objection",
    "Offer",
    "Opinion",
    "Paper",
    "Party",
    "Receipt",
    "Recipient",
    "RecipientList",
    "Referral",
    "Representative",
    "Sample",
    "Sequence",
    "SpotCheck",
    "SubsidyBatch",
    "SubsidyClaim",
    "Tie",
    "Volunteering",
]
