"""What an entry of a pack may hold: one frozen model a section. Unknown keys are errors."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

# TOML is typed already, so nothing is converted: "7" is not a number and 1 is not a yes.
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.\-]*$")]
Whole = Annotated[int, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=0)]
Positive = Annotated[int, Field(strict=True, ge=1)]
Flag = Annotated[bool, Field(strict=True)]
Day = Annotated[date, Field(strict=True)]
Money = Annotated[Decimal, Field(ge=0)]
MonthNumber = Annotated[int, Field(strict=True, ge=1, le=12)]

PLACE = re.compile(r"\{(\w*)\}")
NUMBER_PLACES = ("letter", "matter", "doc", "form", "year", "seq")

Status = Literal["in_force", "unconfirmed", "repealed"]
Unit = Literal["hours", "days", "working_days", "months", "years"]
Roll = Literal["none", "next_working_day"]
HourRule = Literal["from_moment", "next_full_hour"]
Reach = Literal["area", "unit", "own", "none"]
Counted = Literal[
    "consultations", "cases", "cases_closed", "money_recovered", "people_helped",
    "petitions_avoided", "events", "attendance", "materials", "partner_cities", "units",
    "duty_help", "subsidies_paid", "files_by_grade", "applications", "refused", "assigned", "emergency",
    "conversions", "objections", "objections_upheld", "complaints", "complaints_upheld", "notices",
    "money_avoided", "people_in_groups",
]  # fmt: skip
Quantifier = Literal["exact", "more_than", "nearly"]


class Record(BaseModel):
    """Base of everything in a pack: immutable, and strict about its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Names(Record):
    """A name in the three languages of the house; all are required."""

    en: Text
    zh: Text
    vi: Text


class Head(Record):
    """The table [pack] of pack.toml."""

    code: Code
    parent: Code | None = None
    country: Literal["cn", "vn"]
    area: Annotated[str, StringConstraints(pattern=r"^[0-9]*$")] = ""
    timezone: Text
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    languages: tuple[Text, ...]
    name: Names


class Entry(Record):
    """One dated version of one thing. `valid_to` is the last day, inclusive; absent = open."""

    # field -> section in which its codes must exist (in this pack or a parent)
    refers: ClassVar[dict[str, str]] = {}

    code: Code
    valid_from: Day
    valid_to: Day | None = None
    legal_basis: Text
    status: Status
    unconfirmed: tuple[Text, ...] = ()  # own fields that rest on a source nobody has read yet
    name: Names | None = None
    note: Names | None = None

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise PydanticCustomError("dates_reversed", "valid_to before valid_from")
        if not set(self.unconfirmed) <= set(type(self).model_fields):
            raise PydanticCustomError("unconfirmed_field", "unconfirmed names no own field")
        return self

    def holds(self, on: date) -> bool:
        """True when `on` lies within the dates of this version."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


class Named(Entry):
    """An entry that people read: its name is required."""

    name: Names


class Span(Record):
    amount: Positive
    unit: Unit


class Clock(Named):
    """A period of the law: who owes what, counted how, from which event.

    `step` is the step of procedure it belongs to when several clocks share one (12 hours in
    custody, 3 working days otherwise); `when` are the facts that call for this one. The unit `open`
    stands for what is owed until it is done: the law names no period.
    """

    step: Code | None = None
    kind: Literal["procedure", "limitation"] = "procedure"
    amount: Count = 0
    unit: Unit | Literal["open"]
    roll: Roll = "none"
    hour_rule: HourRule = "from_moment"
    from_event: Code
    owed_by: Code
    opened_by: tuple[Code, ...] = ()
    met_by: tuple[Code, ...] = ()
    suspended_by: tuple[Code, ...] = ()
    resumed_by: tuple[Code, ...] = ()
    when: dict[str, str | bool | int | tuple[str, ...]] = {}
    warn_before: Span | None = None

    @model_validator(mode="after")
    def _open_has_no_period(self) -> Self:
        if self.unit == "open" and (self.amount or self.warn_before):
            raise PydanticCustomError("open_period", "what is owed until done has no period")
        if self.unit != "open" and "amount" not in self.model_fields_set:
            raise PydanticCustomError("missing", "Field required: amount")
        return self


class Escalation(Named):
    """Who is shown what others let slip, and how long after the time was missed."""

    after: Span
    roles: tuple[Code, ...]
    refers = {"roles": "roles"}


class OffDays(Record):
    """Consecutive days off, both ends included."""

    first: Day
    last: Day
    name: Names
    status: Status = "in_force"  # one doubtful day does not make the whole year doubtful

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise PydanticCustomError("dates_reversed", "last before first")
        return self


class YearCalendar(Entry):
    """The published days off and make-up working days of one year (code `calendar`)."""

    off: tuple[OffDays, ...]
    makeup: tuple[Day, ...] = ()

    @model_validator(mode="after")
    def _days_inside(self) -> Self:
        ends = [d for span in self.off for d in (span.first, span.last)] + list(self.makeup)
        whole_year = date(self.valid_from.year, 1, 1), date(self.valid_from.year, 12, 31)
        if (self.valid_from, self.valid_to) != whole_year:
            raise PydanticCustomError("not_a_year", "a calendar holds for one whole year")
        if not all(self.holds(day) for day in ends):
            raise PydanticCustomError("day_outside_year", "day outside the year")
        if any(day.isoweekday() < 6 for day in self.makeup):
            raise PydanticCustomError("makeup_not_weekend", "make-up day is no weekend day")
        return self


class Group(Named):
    """A special group of the ledger."""

    parent: Code | None = None
    sensitive: Flag = False
    facts: tuple[Text, ...] = ()  # words of the facts vocabulary that tell of this group
    uses: tuple[Literal["aid", "outreach"], ...] = ("aid", "outreach")
    refers = {"parent": "groups"}


class Trouble(Named):
    """One of the everyday troubles on the first public page."""

    hint: Names
    order: Positive


class Matter(Named):
    refers = {"troubles": "troubles"}

    everyday: Names
    troubles: tuple[Code, ...]  # one matter may stand under several everyday troubles
    field: Literal["civil", "criminal", "administrative", "labour", "state_compensation", "none"]
    order: Positive = 100


class Service(Named):
    form: Text = ""  # the letter code of the form where the law gives one (TGTT, TV, DDNTT)
    everyday: Names | None = None


class Paper(Named):
    """A paper that people bring or sign."""

    form_no: Text | None = None
    kind: Literal["proof", "statement", "form", "decision", "notice", "report"]


class NumberTemplate(Named):
    """How a document is numbered; filled by rules/numbers.py."""

    template: Text  # with {letter} {matter} {doc} {form} {year} {seq}; brackets as the law has them
    matters: dict[str, str] = {}  # field of the matter -> its word in the number
    docs: dict[str, str] = {}  # paper code -> its word in the number
    padding: Count = 0
    per: tuple[Literal["unit", "year", "doc", "matter", "form"], ...]  # one sequence for each

    @model_validator(mode="after")
    def _known_places(self) -> Self:
        if set(PLACE.findall(self.template)) - set(NUMBER_PLACES):
            raise PydanticCustomError("unknown_place", "unknown place in the template")
        if "{seq}" not in self.template:
            raise PydanticCustomError("unknown_place", "no {{seq}} in the template")
        return self


class Publicity(Named):
    """A day, week or month of legal publicity, as a rule that gives dates for any year."""

    rule: Literal["fixed", "nth_weekday", "lunar", "week_of", "month"]
    month: MonthNumber
    day: Annotated[int, Field(strict=True, ge=1, le=31)] | None = None
    nth: Annotated[int, Field(strict=True, ge=1, le=5)] | None = None
    weekday: Annotated[int, Field(strict=True, ge=1, le=7)] | None = None  # 1 = Monday (ISO 8601)
    length: Positive = 1  # days
    audience: tuple[Code, ...] = ()
    kind: Literal["day", "week", "month"] = "day"

    @model_validator(mode="after")
    def _rule_complete(self) -> Self:
        needs = {"nth_weekday": (self.nth, self.weekday), "month": ()}
        if None in needs.get(self.rule, (self.day,)):
            raise PydanticCustomError("rule_incomplete", "the rule lacks a field")
        return self


class UnitKind(Named):
    level: Literal["country", "province", "city", "county", "township", "village", "any"]
    takes_applications: Flag = False
    practitioner: Code = "volunteer"  # what a practitioner posted to such a unit is


class Role(Named):
    reach: Reach
    verbs: tuple[Code, ...] = ()
    staff: Flag


class PlanTask(Record):
    title: Names
    times: Positive
    per: Literal["month", "quarter", "half_year", "year", "plan"]
    owed_by: Code  # kind of unit
    month: MonthNumber | None = None
    product: Names


class PlanTemplate(Named):
    number: Text = ""
    sections: tuple[Names, ...]
    tasks: tuple[PlanTask, ...]


class Indicator(Named):
    """A figure of the annual review: `counts` says what is counted, the rest says in which rows.

    The group `total` takes the rows of every special group, `procedure` every row. `quantifier` is how it is printed:
    as it stands, as a lower bound (余, hơn) or as an upper bound (近, gần).
    """

    group: Code
    measure: Code
    unit: Code
    scope: Literal["year", "campaign"] = "year"
    campaign: Code | None = None
    counts: Counted | None = None
    kinds: tuple[Code, ...] = ()  # only rows of these kinds
    matters: tuple[Code, ...] = ()  # only files about these matters
    area: Annotated[str, StringConstraints(pattern=r"^[0-9]*$")] = ""  # only rows below this unit
    quantifier: Quantifier = "exact"
    refers = {"campaign": "campaigns", "matters": "matters"}


class Relation(Entry):
    """What must hold between figures `group.measure`: the sum of `left` <op> the sum of `right`."""

    kind: Literal["part_le_total", "sum_le_total", "window_inside_year", "lower_bound"]
    left: tuple[Text, ...]
    op: Literal["<=", "<", "="]
    right: tuple[Text, ...]
    must_hold: Literal["always", "if_window_inside_year", "informative"]


class Campaign(Named):
    """A campaign; without dates where no source prints them."""

    start: Day | None = None
    end: Day | None = None
    groups: tuple[Code, ...] = ()
    cities: tuple[Text, ...] = ()
    refers = {"groups": "groups"}


class Narrative(Named):
    """What the annual review says of a group (the code, by its `name`), with `{measure}` where a figure stands."""

    heading: Names
    order: Positive = 100
    paragraphs: tuple[Names, ...]

    @model_validator(mode="after")
    def _same_figures_in_every_language(self) -> Self:
        for text in self.paragraphs:
            if len({frozenset(PLACE.findall(t)) for t in (text.en, text.zh, text.vi)}) > 1:
                raise PydanticCustomError("unknown_place", "the languages name different figures")
        return self


class Territory(Named):
    """A unit of territory (official code) that lies under the rules of this pack while it holds."""


class HardshipLine(Entry):
    """Monthly income a head under which hardship is recognised."""

    amount: Money
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


class Channel(Named):
    contact: Text | None = None


class Outcome(Named):
    """How a case may end."""

    success: Flag | None = None


SECTIONS: dict[str, type[Entry]] = {
    "clocks": Clock,
    "escalations": Escalation,
    "holidays": YearCalendar,
    "groups": Group,
    "troubles": Trouble,
    "matters": Matter,
    "services": Service,
    "papers": Paper,
    "numbers": NumberTemplate,
    "publicity": Publicity,
    "unit_kinds": UnitKind,
    "roles": Role,
    "plan_templates": PlanTemplate,
    "indicators": Indicator,
    "relations": Relation,
    "campaigns": Campaign,
    "narratives": Narrative,
    "territories": Territory,
    "hardship_lines": HardshipLine,
    "channels": Channel,
    "outcomes": Outcome,
}
