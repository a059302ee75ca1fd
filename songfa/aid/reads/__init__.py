"""Questions about files."""

from songfa.aid.models import File, Referral
from songfa.aid.reads.candidates import Candidate, candidates
from songfa.aid.reads.clock import Step, clock_line
from songfa.aid.reads.doors import (
    agent_values,
    agents,
    converted,
    count_converted,
    intake,
    link_answers,
    link_file,
    link_of,
    links,
    missing_of,
    referral,
    referrals,
    referrals_of,
    representatives,
)
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
    "Referral",
    "Step",
    "Wanted",
    "agent_values",
    "agents",
    "bring",
    "candidates",
    "clock_line",
    "converted",
    "count_converted",
    "counts",
    "file",
    "followed",
    "handed_in",
    "intake",
    "link_answers",
    "link_file",
    "link_of",
    "links",
    "listed",
    "logs",
    "missing_of",
    "paper",
    "papers",
    "receipt_for",
    "receipt_of",
    "referral",
    "referrals",
    "referrals_of",
    "representatives",
]
