"""The one question: what the law of a pack says of these facts on this day."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from songfa.rules.eligibility import china, facts, vietnam, vocabulary
from songfa.rules.eligibility.book import book_of
from songfa.rules.eligibility.draft import Draft, first, fitting
from songfa.rules.eligibility.finding import Due, Finding
from songfa.rules.packs.read import Pack
from songfa.rules.problems import FACTS_INVALID

PROCEDURES: dict[str, Callable[[Draft], None]] = {"cn": china.decide, "vn": vietnam.decide}


def _known_matters(pack: Pack, known: Mapping[str, Any]) -> None:
    told = set(known.get("also_matters", ()))
    if "matter" in known:
        told.add(known["matter"])
    odd = told - vocabulary.MATTERS - known.get("params.local_matters", frozenset())
    if odd and not odd <= set(pack.sections.get("matters", {})):
        raise FACTS_INVALID(field="matter", reason="unknown_value")


def check(told: Mapping[str, Any], pack: Pack, on: date) -> Finding:
    """Return the finding for the facts of one case under `pack` on the day `on`.

    `told` has the form of the facts vocabulary (nested tables; unknown facts left out).
    Raises FACTS_INVALID (field, reason) for facts that cannot be, NO_VALUE_AT_DATE when no statute
    of the pack holds on that day.
    """
    book = book_of(pack, on)
    known = facts.read(told, on)
    _known_matters(pack, known)
    draft = Draft(book, known)
    PROCEDURES[pack.head.country](draft)
    return _finding(draft, pack, on)


def _place_in_law(cite: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Return the law and its article as a key: numbers before letters, "9" before "10"."""
    law, _, article = cite.partition(" ")
    parts = re.findall(r"\d+|[a-z]+", article)
    return law, tuple((int(p), "") if p.isdigit() else (1 << 30, p) for p in parts)


@lru_cache(maxsize=4096)  # few lists of grounds come again and again
def in_order(cites: tuple[str, ...]) -> tuple[str, ...]:
    """Return the grounds once each; those of one law in the order of its articles.

    Each law keeps the places at which it is cited, so the line of thought from law to law stays.
    """
    once = tuple(dict.fromkeys(cites))
    if len(once) < 2:
        return once
    queues: dict[str, list[str]] = {}
    for cite in sorted(once, key=_place_in_law, reverse=True):
        queues.setdefault(cite.partition(" ")[0], []).append(cite)
    return tuple(queues[cite.partition(" ")[0]].pop() for cite in once)


def _lawyers(draft: Draft, *, named: bool) -> tuple[str, ...]:
    if not named:
        return ("none",)
    rules = fitting(draft.book.lawyers[draft.outcome], draft.known)
    for rule in rules:
        draft.add(rule)
    return tuple(dict.fromkeys(rule.requirement for rule in rules)) or ("none",)


def _status(draft: Draft) -> str:
    """`unconfirmed` as soon as the regime or one of the rows used is."""
    entries = (draft.book.regime, *(rule for rule, _ in draft.used))
    return next((e.status for e in entries if e.status != "in_force"), "in_force")


def _finding(draft: Draft, pack: Pack, on: date) -> Finding:
    """Draw the consequences of the settled outcome."""
    book, known = draft.book, draft.known
    known["outcome"] = draft.outcome
    pending = known.get("stage") == "objection" and draft.who is None
    road = book.roads[draft.road or draft.outcome]
    for rule in fitting(book.sides[draft.outcome], known):
        draft.add(rule)
    emergencies = fitting(book.emergencies[draft.outcome], known)
    for rule in emergencies:
        draft.add(rule)
    known["emergency"] = bool(emergencies)
    lawyers = _lawyers(draft, named=road.lawyer)
    filer = first(book.applicants, known) if "applicant" in known else None
    if filer is not None:
        names_ground = draft.outcome not in ("refer", "advice_only", "mandatory_appointment")
        draft.add(filer, None if names_ground else ())
    running = fitting(book.clocks[draft.outcome], known)
    clocks = tuple(Due(rule, book.periods[rule.code]) for rule in running)
    remedies = road.remedies if draft.remedies is None else draft.remedies
    who = draft.who or road.who_decides
    if pending and "objection" in book.roads:
        who, remedies = book.roads["objection"].who_decides, ()
    return Finding(
        outcome=draft.outcome,
        grounds=in_order(tuple(draft.cites)),
        emergency_aid=bool(emergencies),
        lawyer_requirement=lawyers,
        clocks=clocks,
        who_decides=who,
        remedies=remedies if known.get("applied", True) else (),
        means_result=draft.means_result,
        means_basis=draft.means_basis,
        applicant_valid=None if filer is None else filer.valid,
        who_may_apply=() if filer is None else filer.who_may_apply,
        vn_groups=draft.groups,
        rule_status=_status(draft),
        pack=pack.code,
        country=pack.head.country,
        on=on,
        steps=tuple(draft.used),
        facts=MappingProxyType(known),
        book=book,
    )
