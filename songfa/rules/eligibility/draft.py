"""A finding in the making: rows are added as they are found to apply, then the consequences drawn."""

from collections.abc import Iterable
from typing import Any

from songfa.rules.eligibility.book import Book
from songfa.rules.eligibility.match import Matcher
from songfa.rules.packs.schema import Entry

Known = dict[str, Any]
Step = tuple[Entry, tuple[str, ...]]  # a row and the citations it gave


class Draft:
    """What is known so far of the finding. One is made for each question and thrown away."""

    __slots__ = (
        "book",
        "cites",
        "groups",
        "known",
        "means_basis",
        "means_result",
        "outcome",
        "remedies",
        "road",
        "used",
        "who",
    )

    def __init__(self, book: Book, known: Known) -> None:
        self.book = book
        self.known = known
        self.outcome = ""
        self.road: str | None = None
        self.used: list[Step] = []
        self.cites: list[str] = []
        self.groups: tuple[str, ...] = ()
        self.means_result: str | None = None
        self.means_basis: str | None = None
        self.who: str | None = None
        self.remedies: tuple[str, ...] | None = None

    def add(self, rule: Any, cites: Iterable[str] | None = None) -> None:
        """Put a row among those used, and its citations (or these) among the grounds."""
        named = rule.cite if cites is None else tuple(cites)
        self.used.append((rule, named))
        self.cites.extend(named)

    def note(self, entry: Entry) -> None:
        """Keep a row among those used without citing it."""
        self.used.append((entry, ()))

    def settle(self, outcome: str, *rules: Any) -> None:
        for rule in rules:
            self.add(rule)
        self.outcome = outcome


def first(matchers: tuple[Matcher, ...], known: Known) -> Any:
    """Return the first row that fits, or None."""
    for matcher in matchers:
        if matcher.key in known and matcher.fits(known):
            return matcher.rule
    return None


def fitting(matchers: tuple[Matcher, ...], known: Known) -> list[Any]:
    return [m.rule for m in matchers if m.key in known and m.fits(known)]


def during_case(draft: Draft) -> bool:
    """Settle what an event during the case or an objection leads to."""
    if "event" not in draft.known:
        return False
    rule = first(draft.book.stages, draft.known)
    if rule is None:
        return False
    draft.settle(rule.outcome, rule)
    draft.who, draft.remedies = rule.who_decides, rule.remedies
    return True


def answered_directly(draft: Draft) -> bool:
    """Settle requests that need no decision on representation."""
    rule = first(draft.book.direct, draft.known)
    if rule is None:
        return False
    draft.settle(rule.outcome, rule)
    draft.road = rule.road
    draft.means_basis = "none_required"
    return True


def out_of_place(draft: Draft) -> bool:
    """Settle a request filed at a place that is not competent; name the competence that fits."""
    known, book = draft.known, draft.book
    here = known.get("place.applied_at")
    if here is None:
        return False
    here = book.successions.get(here, here)
    for rule in fitting(book.places, known):
        seats = {seat: known.get(f"place.{seat}") for seat in rule.seats}
        told = {seat: book.successions.get(at, at) for seat, at in seats.items() if at is not None}
        fits = next((seat for seat, at in told.items() if at == here), None)
        if fits is not None:
            draft.add(rule, [rule.cite_here[fits]] if fits in rule.cite_here else [])
        elif told:
            draft.settle("refer", rule)
            return True
    return False
