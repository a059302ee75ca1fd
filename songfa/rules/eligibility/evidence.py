"""What to ask and what to bring. Worked out from the same rows that decide; needed only for reading."""

from collections.abc import Iterable
from typing import Any

from songfa.rules.eligibility.book import Book
from songfa.rules.eligibility.match import Matcher
from songfa.rules.eligibility.schema import (
    AidMatter,
    ApplicantRule,
    CriminalHead,
    GroupRule,
    Papers,
    Waiver,
)
from songfa.rules.packs.schema import Entry

MEANS_FACTS = {
    "cn": ("household.per_capita_monthly_income",),
    "vn": ("household.near_poor", "monthly_social_allowance"),
}
HARDSHIP = {"all": [{"paper": "hardship_statement"}]}


def holds(tree: Papers, have: frozenset[str]) -> bool:
    """True when the papers in hand satisfy the tree."""
    if tree.paper is not None:
        return tree.paper in have
    if tree.all:
        return all(holds(branch, have) for branch in tree.all)
    return any(holds(branch, have) for branch in tree.any)


def as_json(tree: Papers) -> dict[str, Any]:
    if tree.paper is not None:
        return {"paper": tree.paper}
    if tree.all:
        return {"all": [as_json(branch) for branch in tree.all]}
    return {"any": [as_json(branch) for branch in tree.any]}


def _asks(known: dict[str, Any], matchers: Iterable[Matcher]) -> list[str]:
    return [path for matcher in matchers for path in matcher.waits_for(known)]


def _inner(path: str) -> str | None:
    """The fact a person can be asked for; worked-out facts have none of their own."""
    table = {"age": "person.birth_date", "disabled": "person.disability", "applicant": "applicant"}
    hidden = {"outcome", "applied", "confined", "side", "matters", "means_free", "income", "proven"}
    return None if path in hidden else table.get(path, path)


def _asked(book: Book, known: dict[str, Any], outcome: str, country: str) -> list[str]:
    wanted: list[str] = []
    if "service" not in known:
        wanted.append("service")
    if outcome in ("means_test_required", "refuse", "not_covered"):
        wanted += _asks(known, book.groups)
    if outcome == "means_test_required":
        wanted += _asks(known, book.waivers)
        wanted += [p for p in MEANS_FACTS[country] if p not in known and "income" not in known]
    if outcome not in ("advice_only", "terminate", "continue"):
        wanted += _asks(known, book.emergencies[outcome])
    return [p for p in dict.fromkeys(map(_inner, wanted)) if p is not None and p not in known]


def _proof(book: Book, rule: Entry) -> list[dict[str, Any]]:
    if isinstance(rule, Waiver | ApplicantRule) and rule.papers is not None:
        return [as_json(rule.papers)]
    if isinstance(rule, GroupRule):
        ways = [as_json(proof.papers) for proof in book.proofs.get(rule.code, ())]
        return [{"any": ways}] if len(ways) > 1 else ways
    return []


def _trees(book: Book, used: Iterable[Entry]) -> list[Papers]:
    waived = [
        rule.papers
        for rule in used
        if isinstance(rule, Waiver | ApplicantRule) and rule.papers is not None
    ]
    groups = [rule for rule in used if isinstance(rule, GroupRule)]
    ways = [tuple(p.papers for p in book.proofs.get(group.code, ())) for group in groups]
    return waived + [Papers(any=way) for way in ways]


def wanted(
    book: Book, known: dict[str, Any], used: tuple[Entry, ...], outcome: str, country: str
) -> dict[str, Any]:
    """Return `ask` (facts that are unknown and could matter) and `bring` (a tree of all and any).

    `missing` says whether the papers in hand do not yet satisfy the tree.
    """
    have: frozenset[str] = known.get("documents", frozenset())
    proofs = [tree for rule in used for tree in _proof(book, rule)]
    applies = any(isinstance(rule, AidMatter | CriminalHead | GroupRule) for rule in used)
    bring: list[dict[str, Any]] = []
    complete = all(holds(tree, have) for tree in _trees(book, used))
    if applies and outcome not in ("mandatory_appointment", "discretionary_appointment"):
        bring = [{"paper": "application"}, {"paper": "identity_card"}]
        bring.append({"paper": "case_papers"})
    if country == "vn" and len(proofs) > 1:  # one group is enough
        proofs = [{"any": proofs}]
        complete = any(holds(tree, have) for tree in _trees(book, used))
    bring += proofs
    if country == "cn" and outcome == "means_test_required":
        bring.append(HARDSHIP)
        complete = complete and "hardship_statement" in have
    return {
        "ask": _asked(book, known, outcome, country),
        "bring": {"all": bring},
        "missing": bool(proofs or bring) and not complete,
    }
