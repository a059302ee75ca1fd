"""Vietnam: the order of the questions. What the answers are stands in the pack."""

from songfa.rules.eligibility.draft import (
    Draft,
    answered_directly,
    during_case,
    first,
    fitting,
    out_of_place,
)
from songfa.rules.eligibility.evidence import holds
from songfa.rules.eligibility.schema import GroupRule, MeansRule, Rule

NOTHING: frozenset[str] = frozenset()
CRIMINAL_SERVICES = ("criminal_defence", "criminal_representation")


def _prepare(draft: Draft) -> None:
    known = draft.known
    matters = set(known.get("also_matters", ()))
    if "matter" in known:
        matters.add(known["matter"])
    known["matters"] = frozenset(matters)
    known["side"] = "criminal" if "criminal" in known else "civil"
    if known.get("person.disability.types") or "person.disability.grade" in known:
        known["disabled"] = True
    for paper in known.get("documents", NOTHING):
        shown = draft.book.paper_facts.get(paper)
        if shown is None:
            continue
        if shown.override:
            known[shown.fact] = known.get(shown.fact, NOTHING) | {shown.value}
        else:
            known.setdefault(shown.fact, shown.value)
    _classify_household(draft)
    if "place.residence_at" not in known and "place.residence_before_merger" in known:
        known["place.residence_at"] = known["place.residence_before_merger"]


def _classify_household(draft: Draft) -> None:
    """A household is on the poor list or on the near-poor list, never on both."""
    for listed, other in (("poor", "near_poor"), ("near_poor", "poor")):
        if draft.known.get(f"household.{listed}") is True:
            draft.known.setdefault(f"household.{other}", False)


def _plainly_civil(draft: Draft) -> bool:
    """True when the request itself shows that no criminal case is behind it."""
    known = draft.known
    if "criminal" in known or known.get("service", "criminal_defence") in CRIMINAL_SERVICES:
        return False
    return bool(known["matters"]) and "criminal" not in known["matters"]


class Groups:
    """The groups whose status holds, and the financial condition where one is asked."""

    __slots__ = ("decisive", "free", "means", "tested")

    def __init__(self, draft: Draft) -> None:
        known = draft.known
        status: list[GroupRule] = fitting(draft.book.groups, known)
        main = [rule for rule in status if not rule.residual]
        self.tested = [rule for rule in main if rule.means == "test"]
        self.means: MeansRule | None = first(draft.book.means, known)
        self.free = [rule for rule in main if rule.means == "none"]
        passed = self.means is not None and self.means.result == "pass"
        if not self.free and not (self.tested and passed):
            self.free = [rule for rule in status if rule.residual]
        holding = {rule.code for rule in (*self.free, *(self.tested if passed else ()))}
        draft.groups = tuple(rule.code for rule in status if rule.code in holding)
        self.decisive = self.free or (self.tested if passed else [])


def _gated(draft: Draft) -> bool:
    """Settle what is sent on by the commune, and what must be refused whoever asks."""
    known = draft.known
    gates = fitting(draft.book.gates, known)
    if not gates:
        return False
    if gates[0].who_decides:
        draft.settle(gates[0].outcome, gates[0])
        draft.who = gates[0].who_decides
        return True
    for outcome in ("refuse", "not_covered"):
        shut = [gate for gate in gates if gate.outcome == outcome]
        if shut:
            known["gate"] = True
            running = known.get("stage") == "in_progress"
            draft.settle("terminate" if running else outcome, *shut)
            return True
    return False


def _sent_on(draft: Draft) -> bool:
    gate = next((g for g in fitting(draft.book.gates, draft.known) if g.outcome == "refer"), None)
    if gate is None:
        return False
    draft.settle("refer", gate)
    return True


def _refused(draft: Draft, groups: Groups) -> None:
    """No group holds in full: answer what was claimed and what failed only on the means."""
    known = draft.known
    claimed = known.get("vn_groups", NOTHING)
    civil = _plainly_civil(draft)
    means = groups.means
    hopeless = means is not None and means.result == "fail"  # whatever else may come to be known
    tested = list(groups.tested)
    waiting: list[Rule] = []
    failed: list[str] = []
    for matcher in draft.book.groups:
        rule: GroupRule = matcher.rule  # type: ignore[assignment]
        if rule.code not in claimed or any(rule is each for each in groups.tested):
            continue
        awaited = matcher.waits_for(known)
        if awaited and not (civil and any(path.startswith("criminal.") for path in awaited)):
            (tested if hopeless and rule.means == "test" else waiting).append(rule)
            continue
        failed.append(rule.code)
        shut = bool(matcher.unless) and matcher.shut(known)
        draft.add(rule, [*rule.cite, *(rule.unless_cite if shut else ())])
    if waiting:  # a claim that awaits facts is not refused
        draft.used, draft.cites = [], []
        draft.settle("means_test_required", *waiting)
        known["claims_open"] = frozenset(rule.code for rule in waiting)
        return
    known["claims_failed"] = frozenset(failed)
    if tested and means is not None:
        for rule in tested:
            draft.add(rule, rule.refusal_cite or rule.cite)
        draft.add(means)
        draft.means_result, draft.means_basis = means.result, means.footing
    known["entitled"] = False
    known["answered"] = bool(draft.used)
    draft.outcome = "refuse"


def _prove(draft: Draft, groups: list[GroupRule]) -> None:
    papers = draft.known.get("documents", NOTHING)
    if not papers:
        return
    for group in groups:
        for proof in draft.book.proofs.get(group.code, ()):
            if holds(proof.papers, papers):
                draft.add(proof, proof.cite if proof.named else ())
                draft.known["proven"] = True
                break


def _entitled(draft: Draft, groups: Groups) -> None:
    if groups.decisive:
        for rule in groups.decisive:
            draft.add(rule)
        draft.outcome = "granted_without_means_test"
        draft.means_basis = "none_required"
        if not groups.free and groups.means is not None:
            draft.settle("means_test_required", groups.means)
            draft.means_result, draft.means_basis = groups.means.result, groups.means.footing
        _prove(draft, groups.decisive)
    else:  # the status holds, the means are not known
        draft.settle("means_test_required", *groups.tested)
    head = first(draft.book.heads, draft.known)
    if head is not None:
        draft.settle("mandatory_appointment", head)


def decide(draft: Draft) -> None:
    """Settle the outcome: event, groups, refusals, simple questions, means, place, appointment."""
    known = draft.known
    _prepare(draft)
    groups = Groups(draft)
    if during_case(draft) or _gated(draft) or answered_directly(draft):
        return
    unknown_means = bool(groups.tested) and groups.means is None
    if not groups.decisive and not unknown_means:
        _refused(draft, groups)
        return
    if out_of_place(draft) or _sent_on(draft):
        return
    known["place_fits"] = any(cite.startswith("LTGPL 26") for cite in draft.cites)
    _entitled(draft, groups)
