"""Turns the answers of a form into facts of the eligibility vocabulary, and asks only what the matter needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from songfa.rules.calendar import of_pack
from songfa.rules.eligibility import vocabulary
from songfa.rules.eligibility.facts import age_on
from songfa.rules.packs.read import Pack
from songfa.rules.packs.schema import Group
from songfa.rules.problems import Problem

BIRTH, ROLE, STATUS = "person.birth_date", "criminal.role", "person.statuses: "
DISABILITY = "person.disability"
HOUSEHOLD = ("household.poor", "household.near_poor")
BY_SEX = "women"
ELDERLY, GROWN = 60, 18
# facts that a group tells by itself
TOLD_BY_GROUP: dict[str, Any] = {
    "household.poor": True,
    "household.near_poor": True,
    "ethnic_minority": True,
    "residence_zone": "specially_difficult",
}
# beyond that many days a time limit is not urgent under any law of the packs
FAR = 60


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a person says of themselves; None and empty are unknown."""

    born: date | None = None
    groups: tuple[str, ...] = ()
    disabilities: tuple[str, ...] = ()
    fixed_income: bool | None = None
    household_size: int | None = None
    household_income: Decimal | None = None  # a month, in units of the currency
    household: str = ""  # poor | near_poor | neither
    monthly_allowance: bool | None = None
    limit_on: date | None = None
    for_other: bool = False
    relation: str = ""
    role: str = ""
    custody: str = ""
    has_counsel: bool | None = None


def groups_to_ask(pack: Pack, on: date) -> dict[str, Group]:
    """Return the groups that a person can only know themselves: age and the role in a case are asked otherwise."""
    return {
        code: group
        for code, group in pack.all(Group, on).items()
        if "aid" in group.uses and ROLE not in group.facts and not _asked_otherwise(code, group)
    }


def _asked_otherwise(code: str, group: Group) -> bool:
    return code == BY_SEX or (bool(group.facts) and set(group.facts) <= {BIRTH, *HOUSEHOLD})


def groups_that_follow(pack: Pack, born: date | None, sex: str, on: date) -> tuple[str, ...]:
    """Return the groups that age and sex put a person into (cn: Law on the Elderly Art. 2, on Minors Art. 2).

    Vietnam's groups of entitled persons come from the finding instead.
    """
    known = pack.all(Group, on) if pack.head.country == "cn" else {}
    age = age_on(born, on) if born else None
    follow = {
        BY_SEX: sex == "F",
        "elderly": age is not None and age >= ELDERLY,
        "children": age is not None and age < GROWN,
    }
    return tuple(code for code, holds in follow.items() if holds and code in known)


def needs_disability(pack: Pack, codes: Iterable[str], on: date) -> bool:
    known = pack.all(Group, on)
    return any(DISABILITY in known[code].facts for code in codes if code in known)


def facts_of(told: Circumstances, pack: Pack, on: date) -> dict[str, Any]:
    """Return the facts, nested, with everything unknown left out."""
    flat: dict[str, Any] = {
        "person.birth_date": told.born.isoformat() if told.born else None,
        "person.fixed_income": told.fixed_income,
        "household.size": told.household_size,
        "household.per_capita_monthly_income": _per_head(told),
        "monthly_social_allowance": told.monthly_allowance,
        "applicant.is_recipient": not told.for_other,
        "applicant.relation": told.relation or None,
        "criminal.role": told.role or None,
        "criminal.has_counsel": told.has_counsel,
    }
    if told.household:
        flat |= {f"household.{kind}": told.household == kind for kind in ("poor", "near_poor")}
    if told.custody:
        flat["criminal.detained"] = told.custody != "none"
        flat["criminal.custody"] = told.custody if told.custody in vocabulary.CUSTODIES else None
    flat |= _of_groups(told, pack, on)
    flat |= _urgency(told.limit_on, pack, on)
    return _nested({path: value for path, value in flat.items() if value is not None})


def _per_head(told: Circumstances) -> float | None:
    if told.household_income is None or not told.household_size:
        return None
    return float(round(told.household_income / told.household_size, 2))


def _of_groups(told: Circumstances, pack: Pack, on: date) -> dict[str, Any]:
    known = pack.all(Group, on)
    words = [word for code in told.groups if code in known for word in known[code].facts]
    statuses = {w.removeprefix(STATUS) for w in words if w.startswith(STATUS)} & vocabulary.STATUSES
    found: dict[str, Any] = {word: TOLD_BY_GROUP[word] for word in words if word in TOLD_BY_GROUP}
    if statuses:
        found["person.statuses"] = sorted(statuses)
    if told.disabilities:
        found["person.disability.types"] = sorted(told.disabilities)
    claimed = vocabulary.GROUPS_CLAIMED.intersection(told.groups)
    if claimed:
        found["vn_groups"] = sorted(claimed)
    return found


def _urgency(limit: date | None, pack: Pack, on: date) -> dict[str, int]:
    if limit is None:
        return {}
    days = (limit - on).days
    found = {"urgency.days_to_limit": days}
    if 0 <= days <= FAR:
        calendar = of_pack(pack.code)
        try:
            ahead = (on + timedelta(days=n) for n in range(1, days + 1))
            found["urgency.working_days_to_limit"] = sum(
                calendar.is_working_day(day) for day in ahead
            )
        except Problem:
            pass  # the calendar of that year is not published yet: the calendar days stand alone
    return found


def _nested(flat: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for path, value in flat.items():
        *above, last = path.split(".")
        table = made
        for name in above:
            table = table.setdefault(name, {})
        table[last] = value
    return made
