"""The rules of one pack compiled for one span of days: read once, asked many times."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar, get_args

from songfa.rules.eligibility import schema
from songfa.rules.eligibility.match import Matcher
from songfa.rules.packs.read import Pack
from songfa.rules.packs.schema import Clock, Entry
from songfa.rules.problems import NO_VALUE_AT_DATE

E = TypeVar("E", bound=Entry)
OUTCOMES: tuple[str, ...] = get_args(schema.Outcome)
SECTION_OF = {model: section for section, model in schema.SECTIONS.items()}


@dataclass(frozen=True, slots=True)
class Book:
    """Every rule in force on the days of one span, ready to be matched, in order."""

    regime: schema.Regime
    direct: tuple[Matcher, ...]
    gates: tuple[Matcher, ...]
    sides: dict[str, tuple[Matcher, ...]]  # outcome -> rows
    matters: dict[str, tuple[Matcher, ...]]  # matter -> rows
    open_heads: dict[str, schema.OpenHead]
    heads: tuple[Matcher, ...]
    waivers: tuple[Matcher, ...]
    means: tuple[Matcher, ...]
    lawyers: dict[str, tuple[Matcher, ...]]
    emergencies: dict[str, tuple[Matcher, ...]]
    applicants: tuple[Matcher, ...]
    places: tuple[Matcher, ...]
    successions: dict[str, str]  # place before -> place after
    stages: tuple[Matcher, ...]
    roads: dict[str, schema.Road]
    clocks: dict[str, tuple[Matcher, ...]]  # outcome -> clocks
    periods: dict[str, Clock]  # code of a finding clock -> the period itself
    groups: tuple[Matcher, ...]
    proofs: dict[str, tuple[schema.ProofRule, ...]]  # group -> proofs
    paper_facts: dict[str, schema.PaperFact]
    hardship_line: Entry | None
    laws: dict[str, schema.Law]


def rows(pack: Pack, model: type[E], on: date) -> dict[str, E]:
    """All rows of a section that hold on a day; a section may be empty on that day."""
    found: dict[str, E] = {}
    for code, versions in pack.sections.get(SECTION_OF[model], {}).items():
        for entry in versions:
            if isinstance(entry, model) and entry.holds(on):
                found[code] = entry
    return found


def _matchers(pack: Pack, model: type[Any], on: date) -> tuple[Matcher, ...]:
    return tuple(
        Matcher(rule) for rule in sorted(rows(pack, model, on).values(), key=lambda r: r.order)
    )


def _by_matter(pack: Pack, on: date) -> dict[str, tuple[Matcher, ...]]:
    found: dict[str, tuple[Matcher, ...]] = {}
    for matcher in _matchers(pack, schema.AidMatter, on):
        matter = matcher.rule.matter  # type: ignore[attr-defined]
        found[matter] = (*found.get(matter, ()), matcher)
    return found


def _per_outcome(pack: Pack, model: type[Any], on: date) -> dict[str, tuple[Matcher, ...]]:
    """Sort rows by the outcomes they can go with, so that few are asked."""
    matchers = _matchers(pack, model, on)
    return {
        outcome: tuple(m for m in matchers if _goes_with(m.rule, outcome)) for outcome in OUTCOMES
    }


def _goes_with(rule: schema.Rule, outcome: str) -> bool:
    if isinstance(rule, schema.FindingClock):
        return outcome in rule.outcomes
    wanted = rule.when.get("outcome", outcome)
    return outcome == wanted or (isinstance(wanted, tuple) and outcome in wanted)


def _periods(pack: Pack, on: date) -> dict[str, Clock]:
    clocks = rows(pack, schema.FindingClock, on).values()
    return {row.code: pack.get(Clock, row.clock, on) for row in clocks}


def _by_group(pack: Pack, on: date) -> dict[str, tuple[schema.ProofRule, ...]]:
    found: dict[str, tuple[schema.ProofRule, ...]] = {}
    for proof in sorted(rows(pack, schema.ProofRule, on).values(), key=lambda p: p.order):
        found[proof.group] = (*found.get(proof.group, ()), proof)
    return found


def _line(pack: Pack, on: date) -> Entry | None:
    lines = [
        entry
        for versions in pack.sections.get("hardship_lines", {}).values()
        for entry in versions
        if entry.holds(on)
    ]
    return lines[0] if len(lines) == 1 else None


def compile_on(pack: Pack, on: date) -> Book:
    """Compile the rules of `pack` that hold on `on`. Raises NO_VALUE_AT_DATE outside every regime."""
    regime = rows(pack, schema.Regime, on).get("aid")
    if regime is None:
        raise NO_VALUE_AT_DATE(pack=pack.code, section="regimes", name="aid", on=on)
    return Book(
        regime=regime,
        direct=_matchers(pack, schema.Direct, on),
        gates=_matchers(pack, schema.Gate, on),
        sides=_per_outcome(pack, schema.SideRule, on),
        matters=_by_matter(pack, on),
        open_heads=rows(pack, schema.OpenHead, on),
        heads=_matchers(pack, schema.CriminalHead, on),
        waivers=_matchers(pack, schema.Waiver, on),
        means=_matchers(pack, schema.MeansRule, on),
        lawyers=_per_outcome(pack, schema.LawyerRule, on),
        emergencies=_per_outcome(pack, schema.EmergencyRule, on),
        applicants=_matchers(pack, schema.ApplicantRule, on),
        places=_matchers(pack, schema.PlaceRule, on),
        successions={s.before: s.after for s in rows(pack, schema.PlaceSuccession, on).values()},
        stages=_matchers(pack, schema.StageRule, on),
        roads=rows(pack, schema.Road, on),
        clocks=_per_outcome(pack, schema.FindingClock, on),
        periods=_periods(pack, on),
        groups=_matchers(pack, schema.GroupRule, on),
        proofs=_by_group(pack, on),
        paper_facts=rows(pack, schema.PaperFact, on),
        hardship_line=_line(pack, on),
        laws={
            code: versions[-1]
            for code, versions in pack.sections.get("laws", {}).items()
            if isinstance(versions[-1], schema.Law)
        },
    )


class Shelf:
    """The books of one pack: one for each span of days in which no rule changes."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.books: dict[int, Book] = {}
        turns: set[date] = set()
        for section in (*schema.SECTIONS, "hardship_lines", "clocks"):
            for versions in pack.sections.get(section, {}).values():
                turns.update(entry.valid_from for entry in versions)
                turns.update(e.valid_to + timedelta(days=1) for e in versions if e.valid_to)
        self.turns = sorted(turns)

    def on(self, day: date) -> Book:
        span = bisect_right(self.turns, day)
        book = self.books.get(span)
        if book is None:
            book = self.books[span] = compile_on(self.pack, day)
        return book


_shelves: dict[int, Shelf] = {}


def book_of(pack: Pack, on: date) -> Book:
    """Return the compiled rules of a pack on a day. Raises NO_VALUE_AT_DATE outside every regime."""
    shelf = _shelves.get(id(pack))
    if shelf is None or shelf.pack is not pack:
        shelf = _shelves[id(pack)] = Shelf(pack)
    return shelf.on(on)
