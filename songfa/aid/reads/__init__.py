"""Questions about files."""

from songfa.aid.models import DutyHelp, DutySession, File, Notice
from songfa.aid.reads.candidates import Candidate, candidates
from songfa.aid.reads.clock import Step, clock_line
from songfa.aid.reads.criminal import (
    Noticed,
    Raised,
    Sought,
    exported,
    help_row,
    helped_in,
    notice_of,
    notices,
    organs_named,
    owed_about,
    prompts,
    register,
    session,
    sessions,
    who_may_sit,
)
from songfa.aid.reads.follow import Followed, HandedIn, followed, handed_in, receipt_for, receipt_of
from songfa.aid.reads.lists import MANY, Counts, Listed, Page, Wanted, counts, listed
from songfa.aid.reads.one import bring, file, logs, paper, papers

__all__ = [
    "MANY",
    "Candidate",
    "Counts",
    "DutyHelp",
    "DutySession",
    "File",
    "Followed",
    "HandedIn",
    "Listed",
    "Notice",
    "Noticed",
    "Page",
    "Raised",
    "Sought",
    "Step",
    "Wanted",
    "bring",
    "candidates",
    "clock_line",
    "counts",
    "exported",
    "file",
    "followed",
    "handed_in",
    "help_row",
    "helped_in",
    "listed",
    "logs",
    "notice_of",
    "notices",
    "organs_named",
    "owed_about",
    "paper",
    "papers",
    "prompts",
    "receipt_for",
    "receipt_of",
    "register",
    "session",
    "sessions",
    "who_may_sit",
]
