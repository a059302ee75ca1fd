"""Writes the documents of a file: in the form and language of its country, numbered, frozen as issued."""

from songfa.aid.issue.blank import blanks, empty
from songfa.aid.issue.given import Told
from songfa.aid.issue.write import (
    asked,
    asked_again,
    compose_alone,
    compose_for,
    issue,
    issue_again,
    issue_many,
)

__all__ = [
    "Told",
    "asked",
    "asked_again",
    "blanks",
    "compose_alone",
    "compose_for",
    "empty",
    "issue",
    "issue_again",
    "issue_many",
]
