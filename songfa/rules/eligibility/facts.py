"""Facts of a case: read, checked and laid flat. What is not told stays unknown; nothing is guessed."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from songfa.rules.eligibility import vocabulary as words
from songfa.rules.problems import FACTS_INVALID

Known = dict[str, Any]  # path -> checked value; a path that is absent is unknown
Check = Callable[[Any, str], Any]

CODE = re.compile(r"^[\w][\w.\- ]*$")
DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
EARLIEST = date(1850, 1, 1)


def _flag(value: Any, path: str) -> bool:
    if value is True or value is False:
        return bool(value)
    raise FACTS_INVALID(field=path, reason="not_yes_or_no")


def _number(value: Any, path: str) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        raise FACTS_INVALID(field=path, reason="not_a_number")
    return value


def _amount(value: Any, path: str) -> int | float:
    if _number(value, path) < 0 or value == float("inf"):
        raise FACTS_INVALID(field=path, reason="negative_or_endless")
    return value  # type: ignore[no-any-return]


def _heads(value: Any, path: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise FACTS_INVALID(field=path, reason="not_a_number")
    if value < 1:
        raise FACTS_INVALID(field=path, reason="below_one")
    return value


def _text(value: Any, path: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise FACTS_INVALID(field=path, reason="not_text")
    return value.strip()


def _code(value: Any, path: str) -> str:
    if not isinstance(value, str) or not CODE.match(value):
        raise FACTS_INVALID(field=path, reason="not_text")
    return value


def _day(value: Any, path: str) -> date:
    if isinstance(value, str) and DAY.match(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise FACTS_INVALID(field=path, reason="no_such_day") from None
    if type(value) is date:
        return value
    raise FACTS_INVALID(field=path, reason="not_a_day")


def _one_of(allowed: frozenset[str]) -> Check:
    def check(value: Any, path: str) -> str:
        if isinstance(value, str) and value in allowed:
            return value
        raise FACTS_INVALID(field=path, reason="unknown_value")

    return check


def _several(allowed: frozenset[str]) -> Check:
    def check(value: Any, path: str) -> frozenset[str]:
        if not isinstance(value, list | tuple | set | frozenset):
            raise FACTS_INVALID(field=path, reason="not_a_list")
        if not all(isinstance(item, str) for item in value):
            raise FACTS_INVALID(field=path, reason="not_text")
        found = frozenset(value)
        if found - allowed:
            raise FACTS_INVALID(field=path, reason="unknown_value")
        return found

    return check


def _codes(value: Any, path: str) -> frozenset[str]:
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list | tuple | set | frozenset):
        raise FACTS_INVALID(field=path, reason="not_a_list")
    return frozenset(_code(item, path) for item in value)


def _grade(value: Any, path: str) -> int | str:
    if isinstance(value, str) and value in words.DISABILITY_GRADES:
        return value
    if type(value) is int and 1 <= value <= 4:
        return value
    raise FACTS_INVALID(field=path, reason="unknown_value")


SPEC: dict[str, Any] = {
    "service": _one_of(words.SERVICES),
    "matter": _code,
    "also_matters": _codes,
    "stage": _one_of(words.STAGES),
    "event": _one_of(words.EVENTS),
    "channel": _code,
    "custody": _one_of(words.PLACES_OF_CUSTODY),
    "documents": _codes,
    "local_campaign": _code,
    "simple_question": _flag,
    "complex": _flag,
    "content_lawful": _flag,
    "client_alive": _flag,
    "other_org_handling": _flag,
    "resources_available": _flag,
    "ethnic_minority": _flag,
    "monthly_social_allowance": _flag,
    "residence_zone": _one_of(words.ZONES),
    "force_majeure": _flag,
    "harm_to_avoid": _flag,
    "vn_groups": _several(words.GROUPS_CLAIMED),
    "person": {
        "birth_date": _day,
        "nationality": _one_of(words.NATIONALITIES),
        "capacity": _one_of(words.CAPACITIES),
        "fixed_income": _flag,
        "statuses": _several(words.STATUSES),
        "disability": {"types": _several(words.DISABILITIES), "grade": _grade},
    },
    "household": {
        "per_capita_monthly_income": _amount,
        "size": _heads,
        "poor": _flag,
        "near_poor": _flag,
    },
    "applicant": {
        "is_recipient": _flag,
        "relation": _code,
        "is_guardian": _flag,
        "guardian_is_violator": _flag,
        "other_guardian_is_violator": _flag,
        "channel": _code,
        "via": _code,
    },
    "criminal": {
        "role": _one_of(words.ROLES),
        "stage": _one_of(words.STAGES_OF_TRIAL),
        "procedure": _one_of(words.PROCEDURES),
        "possible_penalty": _one_of(words.PENALTIES),
        "custody": _one_of(words.CUSTODIES),
        "has_counsel": _flag,
        "detained": _flag,
        "cannot_fully_recognise_acts": _flag,
        "compulsory_treatment": _flag,
        "death_review": _flag,
        "death_review_applied": _flag,
        "in_absentia": _flag,
        "retrial_ordered": _flag,
        "appointed_by_body": _flag,
    },
    "urgency": {
        "days_to_limit": _number,
        "working_days_to_limit": _number,
        "working_days_to_hearing": _number,
        "preservation_needed": _flag,
    },
    "place": {
        "applied_at": _text,
        "case_handling_organ_at": _text,
        "cause_arose_at": _text,
        "dispute_organ_at": _text,
        "residence_at": _text,
        "residence_before_merger": _text,
        "case_at": _text,
        "central_request": _flag,
    },
    "group": {"size": _heads},
    "params": {
        "hardship_line_monthly": _amount,
        "law_provides_for_foreigners": _flag,
        "local_matters": _codes,
        "treaty_or_reciprocity": _flag,
    },
}


def _lay(told: Mapping[str, Any], spec: dict[str, Any], prefix: str, known: Known) -> None:
    for key, value in told.items():
        rule = spec.get(key)
        path = f"{prefix}{key}"
        if rule is None:
            raise FACTS_INVALID(field=path, reason="unknown_key")
        if value is None:
            continue
        if type(rule) is dict:
            if not isinstance(value, Mapping):
                raise FACTS_INVALID(field=path, reason="not_a_table")
            known[path] = True
            _lay(value, rule, f"{path}.", known)
        else:
            known[path] = rule(value, path)


def age_on(birth: date, on: date) -> int:
    """Full years on `on`; the birthday itself completes the year (民法典 1259; BLDS 148)."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def read(told: Mapping[str, Any], on: date) -> Known:
    """Return the facts laid flat, with `age` on the day. Raises FACTS_INVALID (field, reason)."""
    if not isinstance(told, Mapping):
        raise FACTS_INVALID(field="facts", reason="not_a_table")
    known: Known = {}
    _lay(told, SPEC, "", known)
    birth = known.get("person.birth_date")
    if birth is not None:
        if birth > on:
            raise FACTS_INVALID(field="person.birth_date", reason="in_the_future")
        if birth < EARLIEST:
            raise FACTS_INVALID(field="person.birth_date", reason="too_long_ago")
        known["age"] = age_on(birth, on)
        known["birthday_today"] = (birth.month, birth.day) == (on.month, on.day)
    return known
