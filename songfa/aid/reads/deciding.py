"""What whoever decides looks at: the proof as a tree, dated values, what the system sees and prompts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from songfa.access.policy import Actor
from songfa.aid.issue.numbering import APPLICATION
from songfa.aid.models import File
from songfa.aid.overdue import UNTRUE, overdue, still_asked
from songfa.aid.reads.one import bring
from songfa.rules.deciding import EndingGround
from songfa.rules.eligibility.proof import Proof, weigh
from songfa.rules.packs.read import load
from songfa.rules.problems import NO_VALUE_AT_DATE, Problem
from songfa.rules.verbs import Verb

# the states in which nothing is decided yet
UNDECIDED = ("received", "awaiting_papers")


@dataclass(frozen=True, slots=True)
class Value:
    """A dated value that the finding used."""

    section: str
    code: str
    value: str
    since: date
    until: date | None
    legal_basis: str
    status: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something that the system sees and a person decides on: the act that is offered, and its ground."""

    code: str  # papers_overdue | declaration_untrue
    verb: Verb
    ground: str
    since: datetime | None


def papers_in_hand(file: File) -> frozenset[str]:
    """Return the papers that came in: the application itself, those named when it was told, those received since.

    Where a body sent a notice, nobody has applied yet.
    """
    facts = file.story().facts
    by_notice = facts.get("applicant", {}).get("via", "") == "proceedings_body"
    applied = (APPLICATION,) if "applicant" in facts and not by_notice else ()
    return frozenset((*applied, *file.papers_received, *(facts.get("documents") or ())))


def papers_awaited(file: File) -> list[str]:
    """Return what may still come in: what was asked for, and before the decision all that the finding asks for."""
    wanted = list(file.missing_papers)
    if file.state in UNDECIDED:
        have = papers_in_hand(file)
        wanted += [c for need in bring(file.finding) for c in need if c not in have]
    return list(dict.fromkeys(wanted))


def proof(file: File, more: Iterable[str] = ()) -> Proof:
    """Return what is to be proven as a tree, weighed against what came in and what comes in now (`more`)."""
    tree = (file.finding.get("evidence") or {}).get("bring") or {}
    return weigh(tree, papers_in_hand(file).union(more))


def values(file: File) -> list[Value]:
    """Return the dated values of the finding, each row of the packs once."""
    found: dict[tuple[str, str], Value] = {}
    for told in file.finding.get("values", ()):
        key = (told["section"], told["code"])
        found.setdefault(
            key,
            Value(
                told["section"], told["code"], _written(told["value"]), date.fromisoformat(told["valid_from"]),
                date.fromisoformat(told["valid_to"]) if told.get("valid_to") else None,
                told["legal_basis"], told["status"],
            ),
        )  # fmt: skip
    return list(found.values())


def _written(value: Any) -> str:
    if isinstance(value, dict):
        return f"{value.get('amount', '')} {value.get('unit', '')}".strip()
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return str(value)


def means_matter(file: File) -> bool:
    """Whether the decision rests on means that the applicant may declare: where the pack knows later checks of that."""
    return file.finding.get("outcome") == "means_test_required" and declarations_count(file.pack)


def declarations_count(pack: str) -> bool:
    """Whether a declaration may stand for proof of hardship under a pack, and is looked at later."""
    return bool(load(pack).versions("spot_checks", "declarations"))


def grounds(file: File, verb: Verb, at: datetime) -> list[EndingGround]:
    """Return the grounds of the pack for an act, in order."""
    pack = load(file.pack)
    try:
        known = pack.all(EndingGround, pack.day(at)).values()
    except Problem as why:
        if why.code != NO_VALUE_AT_DATE.code:
            raise
        return []
    return sorted((g for g in known if g.verb == verb), key=lambda g: g.order)


def prompts(actor: Actor, file: File, at: datetime) -> list[Prompt]:
    """Return what calls for a decision now: papers that did not come in time, a declaration found untrue."""
    found: list[Prompt] = []
    asked = still_asked(file)
    late = overdue(asked, at)
    if late is not None:
        found += _offered(actor, file, "papers_overdue", late, at)
    untrue = next((d for d in asked if d.code == UNTRUE), None)
    if untrue is not None:
        found += _offered(actor, file, "declaration_untrue", untrue.opened_at, at)
    return found


def _offered(actor: Actor, file: File, code: str, since: datetime, at: datetime) -> list[Prompt]:
    """Return the act that ends the file here: on its ground, or as a withdrawal where papers were asked for."""
    possible = [v for v in file.machine.verbs_from(file.state) if actor.may(v)]
    for verb in (Verb.AID_LAPSE, Verb.AID_TERMINATE, Verb.AID_DISCONTINUE):
        if verb not in possible:
            continue
        fits = [g for g in grounds(file, verb, at) if code in g.prompts]
        if verb == Verb.AID_LAPSE or fits:
            return [Prompt(code, verb, fits[0].code if fits else "", since)]
    if Verb.AID_WITHDRAW in possible:
        return [Prompt(code, Verb.AID_WITHDRAW, "papers_not_supplied", since)]
    return []
