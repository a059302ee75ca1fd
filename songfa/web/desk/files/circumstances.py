"""What was said of the person, in words: what the decision looks at and the story does not tell."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from songfa.rules.money import MINOR
from songfa.web.desk.files.opened import Opened
from songfa.words.habits import day, money
from songfa.words.say import has, key_of, say

Line = dict[str, str]
NAMES = ("poor", "near_poor")


def circumstances(now: Opened) -> list[Line]:
    """Return name and value of each thing said: birth, means, disability, the role in a criminal case.

    What nobody said is left out. Facts stay in the vocabulary of eligibility; they are put into words here alone.
    """
    facts = now.file.story().facts
    parts = (*_means(now, facts), *_person(facts), *_criminal(now, facts.get("criminal", {})))
    return [{"name": say(f"told-{name}"), "value": value} for name, value in parts if value]


def _person(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    person = facts.get("person", {})
    born = person.get("birth_date")
    yield "born", day(date.fromisoformat(born)) if born else ""
    kinds = person.get("disability", {}).get("types", ())
    yield "disability", say("question-and").join(say(key_of("disability", k)) for k in kinds)


def _means(now: Opened, facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    household = facts.get("household", {})
    size = household.get("size")
    yield "household-size", str(size) if size else ""
    income = household.get("per_capita_monthly_income")
    yield "income-per-head", "" if income is None else _money(now, income)
    yield "fixed-income", _yes_no(facts.get("person", {}).get("fixed_income"))
    kinds = [name for name in NAMES if household.get(name)]
    if not kinds and any(name in household for name in NAMES):
        kinds = ["neither"]
    yield "household", say(key_of("household", kinds[0])) if kinds else ""
    yield "monthly-allowance", _yes_no(facts.get("monthly_social_allowance"))


def _criminal(now: Opened, facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    role = facts.get("role", "")
    yield (
        "role",
        say(key_of("notice-role", role)) if role and has(key_of("notice-role", role)) else "",
    )
    country = now.pack.head.country
    held = facts.get("custody") or ("detained" if facts.get("detained") else "")
    if not held and facts.get("detained") is False:
        held = "none"
    yield (
        "custody",
        say(key_of(f"custody-{country}", held)) if has(key_of(f"custody-{country}", held)) else "",
    )
    yield "has-counsel", _yes_no(facts.get("has_counsel"))


def _yes_no(value: object) -> str:
    return "" if value is None else say("question-yes" if value else "question-no")


def _money(now: Opened, units: float) -> str:
    currency = now.pack.head.currency
    return money(int(Decimal(str(units)) * MINOR[currency]), currency)
