"""What the work on a file is paid, by dated rates of the pack, every line with its reason.

China: Legal Aid Law Art. 52: the standards are set by the province, by service, cost and labour.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from dataclasses import field as kept
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from songfa.rules.money import MINOR
from songfa.rules.packs.schema import Code, Count, Entry, Money, Named, Positive
from songfa.rules.problems import SUBSIDY_NO_RATE

PURPOSES = (
    "travel", "lodging", "appraisal", "notary", "copying", "translation", "sign_interpreter", "post", "other",
)  # fmt: skip
Purpose = Literal[
    "travel", "lodging", "appraisal", "notary", "copying", "translation", "sign_interpreter", "post", "other"
]  # fmt: skip
Field = Literal["civil", "criminal", "administrative", "labour", "state_compensation", "none"]


class SubsidyRate(Named):
    """A rate, or an extra on top of it.

    `services`, `stages`, `fields` and `levels` (of the place of the agency) say for which files; empty means all.
    An extra may need that at least `people_from` persons are helped, or that one of `needs` is known of the file.
    What it comes to: `amount` once, for each person or for each hour of work (`per`), `percent` of the rate itself,
    or what was spent for the purposes `costs`; never more than `at_most`.
    """

    kind: Literal["base", "extra"]
    services: tuple[Code, ...] = ()
    stages: tuple[Code, ...] = ()
    fields: tuple[Field, ...] = ()
    levels: tuple[Code, ...] = ()
    needs: tuple[Code, ...] = ()
    people_from: Count = 0
    amount: Money | None = None
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    per: Literal["file", "person", "hour"] = "file"
    percent: Positive | None = None
    costs: tuple[Purpose, ...] = ()
    at_most: Money | None = None
    order: Count = 100
    refers = {"services": "services"}

    @model_validator(mode="after")
    def _one_way_to_count(self) -> Self:
        ways = [self.amount is not None, self.percent is not None, bool(self.costs)]
        if sum(ways) != 1 or (self.kind == "base" and self.amount is None):
            raise PydanticCustomError("rule_incomplete", "one of amount, percent and costs")
        return self


SECTIONS: dict[str, type[Entry]] = {"subsidy_rates": SubsidyRate}


@dataclass(frozen=True, slots=True)
class Work:
    """What of a file decides its subsidy. `spent` are minor units by purpose; `needs` codes such as `sign_language`."""

    service: str
    stage: str = ""
    field: str = ""
    level: str = ""
    people: int = 1
    minutes: int = 0
    needs: frozenset[str] = frozenset()
    spent: Mapping[str, int] = kept(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a claim: the rate in the version used, how often, and the amount in minor units.

    `how` is file, person, hour, percent or costs; `n` counts persons or minutes, or is the percentage.
    """

    code: str
    amount: int
    how: str
    n: int
    each: int
    since: str
    basis: str
    status: str
    capped: bool = False

    def told(self) -> dict[str, Any]:
        return asdict(self)


def compute(rates: Iterable[SubsidyRate], work: Work, currency: str) -> tuple[Line, ...]:
    """Return the lines of a claim: the rate that fits best, then every extra that comes to something.

    The best fit is the rate with the most conditions. Raises SUBSIDY_NO_RATE when no rate is for such a file
    and nothing was spent.
    """
    fitting = [r for r in rates if r.currency == currency and _fits(r, work)]
    bases = sorted(
        (r for r in fitting if r.kind == "base"), key=lambda r: (-_conditions(r), r.order, r.code)
    )
    first = [_line(bases[0], work, 0)] if bases else []
    base = first[0].amount if first else 0
    extras = sorted((r for r in fitting if r.kind == "extra"), key=lambda r: (r.order, r.code))
    lines = (*first, *(x for x in (_line(r, work, base) for r in extras) if x.amount))
    if not lines:
        raise SUBSIDY_NO_RATE(service=work.service)
    return lines


def _fits(rate: SubsidyRate, work: Work) -> bool:
    asked = (
        (rate.services, work.service), (rate.stages, work.stage), (rate.fields, work.field), (rate.levels, work.level),
    )  # fmt: skip
    return (
        all(not codes or has in codes for codes, has in asked)
        and (not rate.needs or not work.needs.isdisjoint(rate.needs))
        and work.people >= rate.people_from
    )


def _conditions(rate: SubsidyRate) -> int:
    asked = (rate.services, rate.stages, rate.fields, rate.levels, rate.needs, rate.people_from)
    return sum(bool(x) for x in asked)


def _line(rate: SubsidyRate, work: Work, base: int) -> Line:
    how, n, each, amount = _amount(rate, work, base)
    limit = minor(rate.at_most, rate.currency) if rate.at_most is not None else None
    capped = limit is not None and amount > limit
    return Line(
        rate.code, limit if capped and limit is not None else amount, how, n, each, rate.valid_from.isoformat(),
        rate.legal_basis, "unconfirmed" if rate.unconfirmed else rate.status, capped,
    )  # fmt: skip


def _amount(rate: SubsidyRate, work: Work, base: int) -> tuple[str, int, int, int]:
    """Return how it is counted, how often, what each is, and what it comes to."""
    if rate.percent is not None:
        share = Decimal(base) * rate.percent / 100
        return "percent", rate.percent, base, int(share.quantize(Decimal(1), ROUND_HALF_UP))
    if rate.costs:
        spent = sum(work.spent.get(purpose, 0) for purpose in rate.costs)
        return "costs", 1, spent, spent
    each = minor(rate.amount or Decimal(0), rate.currency)
    if rate.per == "person":
        return "person", work.people, each, each * work.people
    if rate.per == "hour":
        hours = Decimal(each) * work.minutes / 60
        return "hour", work.minutes, each, int(hours.quantize(Decimal(1), ROUND_HALF_UP))
    return "file", 1, each, each


def minor(amount: Decimal, currency: str) -> int:
    """Return an amount of the pack in minor units."""
    return int((amount * MINOR[currency]).quantize(Decimal(1), ROUND_HALF_UP))
