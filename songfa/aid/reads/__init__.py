"""Questions about files."""

from songfa.aid.models import File
from songfa.aid.reads import work
from songfa.aid.reads.candidates import Candidate, candidates
from songfa.aid.reads.clock import Step, clock_line
from songfa.aid.reads.follow import Followed, HandedIn, followed, handed_in, receipt_for, receipt_of
from songfa.aid.reads.lists import MANY, Counts, Listed, Page, Wanted, counts, listed
from songfa.aid.reads.one import bring, file, logs, paper, papers

__all__ = [
    "MANY",
    "Candidate",
    "Counts",
    "File",
    "Followed",
    "HandedIn",
    "Listed",
    "Page",
    "Step",
    "Wanted",
    "bring",
    "candidates",
    "clock_line",
    "counts",
    "file",
    "followed",
    "handed_in",
    "listed",
    "logs",
    "paper",
    "papers",
    "receipt_for",
    "receipt_of",
    "work",
]
