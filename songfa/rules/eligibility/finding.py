"""What the rules say of one case on one day: the outcome, why, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from songfa.rules.eligibility import evidence
from songfa.rules.eligibility.book import SECTION_OF, Book
from songfa.rules.eligibility.schema import FindingClock, GroupRule
from songfa.rules.packs.schema import Clock, Entry, Named, Names


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the reasoning: a code, the citations it rests on and what it is about."""

    code: str
    cite: tuple[str, ...]
    what: Names
    legal_basis: str


@dataclass(frozen=True, slots=True)
class Due:
    """A period that runs: the row that says so and the period itself."""

    rule: FindingClock
    period: Clock

    @property
    def step(self) -> str:
        return self.rule.step


@dataclass(frozen=True)
class Finding:
    """The finding. Explained, evidenced and dated values are worked out when they are asked for."""

    outcome: str
    grounds: tuple[str, ...]
    emergency_aid: bool
    lawyer_requirement: tuple[str, ...]
    clocks: tuple[Due, ...]
    who_decides: str
    remedies: tuple[str, ...]
    means_result: str | None
    means_basis: str | None
    applicant_valid: bool | None
    who_may_apply: tuple[str, ...]
    vn_groups: tuple[str, ...]
    rule_status: str
    pack: str
    country: str
    on: date
    steps: tuple[tuple[Entry, tuple[str, ...]], ...]
    facts: Mapping[str, Any] = field(repr=False)
    book: Book = field(repr=False, compare=False)

    @cached_property
    def basis(self) -> tuple[dict[str, str], ...]:
        """Each ground as law, article and version (the day since which its wording holds)."""
        return tuple(self._basis_of(cite) for cite in self.grounds)

    def _basis_of(self, cite: str) -> dict[str, str]:
        law, _, article = cite.partition(" ")
        since = next((rule.valid_from for rule, cites in self.steps if cite in cites), None)
        version = (since or self.book.regime.valid_from).isoformat()
        return {"law": law, "article": article, "version": version}

    @cached_property
    def evidence(self) -> dict[str, Any]:
        """What to ask and what to bring: `{"ask": [fact], "bring": tree, "missing": bool}`."""
        used = tuple(rule for rule, _ in self.steps)
        return evidence.wanted(self.book, dict(self.facts), used, self.outcome, self.country)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """The steps of the reasoning in order, as codes (`words/` says them)."""
        return tuple(
            Reason(
                self._code(rule), cites + getattr(rule, "refer", ()), rule.name, rule.legal_basis
            )
            for rule, cites in self.steps
            if isinstance(rule, Named) and type(rule) in SECTION_OF
        )

    def _code(self, rule: Entry) -> str:
        if isinstance(rule, GroupRule):
            if rule.code in self.facts.get("claims_failed", ()):
                return "group_claim_failed"
            if rule.code in self.facts.get("claims_open", ()):
                return "group_claim_open"
        return reason_code(rule)

    @cached_property
    def values(self) -> tuple[dict[str, Any], ...]:
        """Every dated value that was used, so that an old decision can be explained later."""
        clocks = [entry for due in self.clocks for entry in (due.rule, due.period)]
        used = [*self.steps, *((entry, ()) for entry in clocks)]
        return (_value(self.book.regime, ()), *(_value(rule, cites) for rule, cites in used))

    def to_json(self) -> dict[str, Any]:
        """Return the finding as JSON-ready data; `words.explain` adds the explanation."""
        return {
            "outcome": self.outcome,
            "grounds": list(self.grounds),
            "basis": list(self.basis),
            "emergency_aid": self.emergency_aid,
            "lawyer_requirement": list(self.lawyer_requirement),
            "clocks": [clock_json(clock) for clock in self.clocks],
            "who_decides": self.who_decides,
            "remedies": list(self.remedies),
            "means_result": self.means_result,
            "means_basis": self.means_basis,
            "applicant_valid": self.applicant_valid,
            "who_may_apply": list(self.who_may_apply),
            "vn_groups": list(self.vn_groups),
            "rule_status": self.rule_status,
            "evidence": self.evidence,
            "reasons": [{"code": r.code, "cite": list(r.cite)} for r in self.reasons],
            "values": list(self.values),
            "pack": self.pack,
            "on": self.on.isoformat(),
        }


def clock_json(due: Due) -> dict[str, Any]:
    return {
        "step": due.step,
        "amount": due.period.amount,
        "unit": due.period.unit,
        "from": due.period.from_event,
    }


REASONS = {
    "direct_rules": "answered_directly",
    "gates": "gate",
    "side_rules": "beside",
    "waivers": "hardship_presumed",
    "lawyer_rules": "lawyer",
    "emergency_rules": "help_first",
    "place_rules": "place",
    "stage_rules": "during_case",
    "proof_rules": "proven",
}


def reason_code(rule: Entry) -> str:
    """Return the code of the step that a row stands for; every code has words in every language."""
    section = SECTION_OF[type(rule)]
    match section:
        case "aid_matters" | "group_rules":
            return f"{section}_{rule.means}"  # type: ignore[attr-defined]
        case "criminal_heads":
            return f"criminal_{rule.road}"  # type: ignore[attr-defined]
        case "open_heads":
            return "local_matter" if rule.code == "local_matters" else "not_listed"
        case "means_rules":
            return f"means_{rule.result}"  # type: ignore[attr-defined]
        case "applicant_rules":
            return "applicant_valid" if rule.valid else "applicant_not_valid"  # type: ignore[attr-defined]
    return REASONS[section]


def _value(entry: Entry, cites: tuple[str, ...]) -> dict[str, Any]:
    section = SECTION_OF.get(type(entry)) or (
        "clocks" if isinstance(entry, Clock) else "hardship_lines"
    )
    value: Any = list(cites)
    if isinstance(entry, Clock):
        value = {"amount": entry.amount, "unit": entry.unit}
    elif hasattr(entry, "amount"):
        value = str(entry.amount)
    elif section == "regimes":
        value = getattr(entry, "law", "")
    return {
        "section": section,
        "code": entry.code,
        "value": value,
        "valid_from": entry.valid_from.isoformat(),
        "valid_to": entry.valid_to.isoformat() if entry.valid_to else None,
        "legal_basis": entry.legal_basis,
        "status": entry.status,
    }
