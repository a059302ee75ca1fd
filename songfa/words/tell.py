"""A problem as a sentence in the reader's language, with its days in the reader's habit."""

import re
from datetime import date

from songfa.rules.problems import Problem
from songfa.words.habits import day
from songfa.words.say import key_of, say

A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def tell(problem: Problem) -> str:
    """Return `problem-<code>` with the problem's facts; a fact that is a day is written as people write it."""
    return say(
        key_of("problem", problem.code), **{k: _written(v) for k, v in problem.facts.items()}
    )


def _written(fact: str) -> str:
    if A_DAY.fullmatch(fact):
        try:
            return day(date.fromisoformat(fact))
        except ValueError:  # no day of the calendar: shown as it was given
            return fact
    return fact
