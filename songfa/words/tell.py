"""A problem as a sentence in the reader's language, with its days in the reader's habit."""

import re
from datetime import date, datetime

from songfa.rules.packs.read import load
from songfa.rules.problems import Problem
from songfa.words.habits import day, moment
from songfa.words.say import key_of, say

A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
A_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})")


def tell(problem: Problem) -> str:
    """Return `problem-<code>` with the problem's facts; a day or a moment among them is written as people write it.

    A moment is that of the clocks where the thing lies, which `pack` tells among the facts.
    """
    zone = load(problem.facts["pack"]).head.timezone if "pack" in problem.facts else ""
    facts = {k: _written(v, zone) for k, v in problem.facts.items()}
    return say(key_of("problem", problem.code), **facts)


def _written(fact: str, zone: str) -> str:
    if zone and A_MOMENT.fullmatch(fact):
        return moment(datetime.fromisoformat(fact), zone)
    if A_DAY.fullmatch(fact):
        try:
            return day(date.fromisoformat(fact))
        except ValueError:  # no day of the calendar: shown as it was given
            return fact
    return fact
