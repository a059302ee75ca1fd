"""Questions about files."""

from songfa.aid.models import File
from songfa.aid.reads.beside import KINDS, Waiting, beside, counted, draws, of_file, verbs_of, waiting
from songfa.aid.reads.candidates import Candidate, candidates
from songfa.aid.reads.clock import Step, clock_line
from songfa.aid.reads.deciding import (
    Prompt,
    Value,
    checks_of,
    grounds,
    means_matter,
    papers_in_hand,
    prompts,
    proof,
    values,
)
from songfa.aid.reads.follow import Followed, HandedIn, followed, handed_in, receipt_for, receipt_of
from songfa.aid.reads.lists import MANY, Counts, Listed, Page, Wanted, counts, listed
from songfa.aid.reads.one import bring, file, logs, paper, papers

__all__ = [
    "KINDS",
    "MANY",
    "Candidate",
    "Counts",
    "File",
    "Followed",
    "HandedIn",
    "Listed",
    "Page",
    "Prompt",
    "Step",
    "Value",
    "Waiting",
    "Wanted",
    "beside",
    "bring",
    "candidates",
    "checks_of",
    "clock_line",
    "counted",
    "counts",
    "draws",
    "file",
    "followed",
    "grounds",
    "handed_in",
    "listed",
    "logs",
    "means_matter",
    "of_file",
    "paper",
    "papers",
    "papers_in_hand",
    "prompts",
    "proof",
    "receipt_for",
    "receipt_of",
    "values",
    "verbs_of",
    "waiting",
]
