"""The figures of a year, counted live from the rows: one query a table, however many figures."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.db.models import Model, Q

from songfa.access.policy import Actor
from songfa.areas import reads as areas
from songfa.areas.models import Area
from songfa.insight.measures import MEASURES, MONEY, Window, condition, within
from songfa.rules.money import MINOR
from songfa.rules.packs.read import Pack, codes, load
from songfa.rules.packs.schema import Campaign, Indicator, Narrative, Relation
from songfa.rules.problems import NO_VALUE_AT_DATE, NOT_FOUND, REVIEW_NOT_DEFINED, Problem
from songfa.rules.review import Held, relate

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a review. Money is in minor units of `currency`; `before` is the year before, if it has rows."""

    code: str
    group: str
    measure: str
    unit: str
    name: Names
    value: int
    scope: str
    quantifier: str
    currency: str = ""
    before: int | None = None
    lasting: bool = False  # of rows that hold from a day until a day: an agreement, a team
    of: str = ""  # the figure of which it is a part: the refusals, of those by one ground

    @property
    def amount(self) -> Decimal:
        """Return the value in whole units: yuan, not fen."""
        return Decimal(self.value) / (MINOR[self.currency] if self.currency else 1)

    @property
    def amount_before(self) -> Decimal | None:
        if self.before is None:
            return None
        return Decimal(self.before) / (MINOR[self.currency] if self.currency else 1)


@dataclass(frozen=True, slots=True)
class Section:
    """What is said of a group: its name, heading and paragraphs in every language, with `{measure}` for a figure."""

    group: str
    name: Names
    heading: Names
    paragraphs: tuple[Names, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """The figures of an area in a year, the relations between them, and the text around them."""

    area: Area
    year: int
    pack: str
    figures: tuple[Figure, ...]
    relations: tuple[Held, ...]
    sections: tuple[Section, ...]
    definitions: str

    @property
    def zone(self) -> str:
        return load(self.pack).head.timezone

    @property
    def by_code(self) -> dict[str, Figure]:
        return {f.code: f for f in self.figures}

    @property
    def empty(self) -> bool:
        """Return whether nothing happened in the year; what only goes on does not count."""
        return not any(f.value for f in self.figures if not f.lasting)

    @property
    def holding(self) -> int:
        return sum(h.holds is True for h in self.relations)

    @property
    def broken(self) -> tuple[Held, ...]:
        return tuple(h for h in self.relations if h.broken)


@cache
def _pack_code(country: str, code: str) -> str:
    fits = [
        h for c in codes() if (h := load(c).head).country == country and code.startswith(h.area)
    ]
    if not fits:
        raise REVIEW_NOT_DEFINED(area=code)
    return max(fits, key=lambda h: len(h.area)).code


def pack_of(area: Area) -> Pack:
    """Return the pack of the smallest jurisdiction that holds an area. Raises REVIEW_NOT_DEFINED."""
    return load(_pack_code(area.country, area.path.split(".")[1] if area.depth else ""))


def year_end(year: int) -> date:
    return date(year, 12, 31)


def indicators(pack: Pack, area: Area, year: int) -> dict[str, Indicator]:
    """Return what a review of the area counts. Raises REVIEW_NOT_DEFINED when the pack names nothing in that year."""
    try:
        known = pack.all(Indicator, year_end(year))
    except Problem as problem:
        if problem.code != NO_VALUE_AT_DATE.code:
            raise
        known = {}
    found = {code: i for code, i in known.items() if i.counts and _touches(i, area, year)}
    if not found:
        raise REVIEW_NOT_DEFINED(area=area.name, year=year)
    return found


def _touches(indicator: Indicator, area: Area, year: int) -> bool:
    """Return whether the indicator's own area, if it has one, stood in that year and meets the review's."""
    try:
        own = path_of(indicator, area, year)
    except Problem:
        return False
    return own.startswith(area.path) or area.path.startswith(own)


def path_of(indicator: Indicator, area: Area, year: int) -> str:
    """Return the path below which an indicator looks: its own area's, else the review's."""
    return (
        areas.path_of(area.country, indicator.area, year_end(year)) if indicator.area else area.path
    )


def window(pack: Pack, indicator: Indicator, year: int) -> Window:
    """Return the campaign's days when it has any, else the year."""
    campaign = _campaign(pack, indicator, year)
    first, last = date(year, 1, 1), year_end(year)
    if campaign and campaign.start and campaign.end:
        first, last = campaign.start, campaign.end
    return Window(first, last, pack.head.timezone)


def _campaign(pack: Pack, indicator: Indicator, year: int) -> Campaign | None:
    """Return the campaign an indicator counts; None for the whole year, and before the campaign was known."""
    if indicator.scope != "campaign" or not indicator.campaign:
        return None
    versions = pack.versions("campaigns", indicator.campaign)
    return next((c for c in versions if isinstance(c, Campaign) and c.holds(year_end(year))), None)


def where(pack: Pack, indicator: Indicator, area: Area, year: int) -> Q:
    """Return the rows an indicator takes in a year, its own area included."""
    found = condition(indicator, window(pack, indicator, year))
    if indicator.area:
        own = path_of(indicator, area, year)
        found &= Q(area_path__gte=own, area_path__lt=own + "~")
    return found


def count(
    actor: Actor, pack: Pack, area: Area, year: int, wanted: Mapping[str, Indicator]
) -> dict[str, int]:
    """Return the value of each indicator: one query for each table."""
    by_model: dict[type[Model], list[Indicator]] = defaultdict(list)
    for indicator in wanted.values():
        by_model[MEASURES[str(indicator.counts)].model].append(indicator)
    values: dict[str, int] = {}
    for model, asked in by_model.items():
        sums = {
            f"v{n}": MEASURES[str(i.counts)].value(where(pack, i, area, year))
            for n, i in enumerate(asked)
        }
        found = within(actor, model, area.path).aggregate(**sums)
        values |= {i.code: int(found[f"v{n}"]) for n, i in enumerate(asked)}
    return {code: values[code] for code in wanted}


def reaches(actor: Actor, area: Area) -> bool:
    return area.path.startswith(actor.path)


def review(actor: Actor, area: Area, year: int) -> Review:
    """Count a year. Raises NOT_FOUND for an area outside the actor's, REVIEW_NOT_DEFINED when nothing is counted."""
    if not reaches(actor, area):
        raise NOT_FOUND(thing=area._meta.label)
    pack = pack_of(area)
    wanted = indicators(pack, area, year)
    values = count(actor, pack, area, year, wanted)
    earlier = count(actor, pack, area, year - 1, wanted)
    any_before = any(
        n for code, n in earlier.items() if not MEASURES[str(wanted[code].counts)].spans
    )
    sections = sections_of(pack, year, wanted)
    place = {s.group: n for n, s in enumerate(sections)}
    figures = tuple(
        replace(
            figure_of(pack, i, values[code], earlier[code] if any_before else None),
            of=whole_of(i, wanted),
        )
        for code, i in sorted(wanted.items(), key=lambda item: place.get(item[1].group, len(place)))
    )
    campaigns = {code: _campaign(pack, i, year) for code, i in wanted.items()}
    known = _all(pack, Relation, year)
    return Review(
        area,
        year,
        pack.code,
        figures,
        relate(
            known,
            values,
            year,
            {c: k for c, k in campaigns.items() if wanted[c].scope == "campaign"},
        ),
        sections,
        definitions_hash(wanted, known),
    )


def _all(pack: Pack, model: Any, year: int) -> list[Any]:
    return list(pack.all(model, year_end(year)).values())


def figure_of(pack: Pack, indicator: Indicator, value: int, before: int | None) -> Figure:
    money = indicator.counts in MONEY
    return Figure(
        indicator.code,
        indicator.group,
        indicator.measure,
        indicator.unit,
        indicator.name.model_dump(),
        value,
        indicator.scope,
        indicator.quantifier,
        pack.head.currency if money else "",
        before,
        MEASURES[str(indicator.counts)].spans,
    )


def whole_of(indicator: Indicator, wanted: Mapping[str, Indicator]) -> str:
    """Return the code of the figure that counts the same rows of the group whatever their kind; "" for a whole."""
    if not indicator.kinds:
        return ""
    same = (
        other.code
        for other in wanted.values()
        if not other.kinds
        and (other.counts, other.group, other.campaign, other.area, other.matters)
        == (
            indicator.counts,
            indicator.group,
            indicator.campaign,
            indicator.area,
            indicator.matters,
        )
    )
    return next(same, "")


def sections_of(pack: Pack, year: int, wanted: Mapping[str, Indicator]) -> tuple[Section, ...]:
    """Return what is said of the groups of some figures, in the order of the review."""
    return _sections(_all(pack, Narrative, year), wanted)


def _sections(
    narratives: Sequence[Narrative], wanted: Mapping[str, Indicator]
) -> tuple[Section, ...]:
    groups = {i.group for i in wanted.values()}
    told = sorted((n for n in narratives if n.code in groups), key=lambda n: n.order)
    return tuple(
        Section(
            n.code,
            n.name.model_dump(),
            n.heading.model_dump(),
            tuple(p.model_dump() for p in n.paragraphs),
        )
        for n in told
    )


def definitions_hash(wanted: Mapping[str, Indicator], relations: Sequence[Relation]) -> str:
    """Return the fingerprint of how everything was counted: the pack's entries and the measures they use."""
    measures = {name: {**asdict(m), "model": m.model._meta.label} for name, m in MEASURES.items()}
    told = {
        "indicators": [i.model_dump(mode="json") for i in wanted.values()],
        "relations": [r.model_dump(mode="json") for r in relations],
        "measures": {i.counts: measures[str(i.counts)] for i in wanted.values()},
    }
    return hashlib.sha256(
        json.dumps(told, sort_keys=True, ensure_ascii=False, default=str).encode()
    ).hexdigest()
