"""China: the order of the questions. What the answers are stands in the pack."""

from songfa.rules.eligibility.draft import (
    Draft,
    Known,
    answered_directly,
    during_case,
    first,
    fitting,
    out_of_place,
)
from songfa.rules.eligibility.schema import AidMatter, CriminalHead

CRIMINAL_SERVICES = ("criminal_defence", "criminal_representation", "duty_help")
CRIMINAL_ROLES = (
    "private_prosecutor",
    "incidental_civil_plaintiff",
    "compulsory_treatment_respondent",
)
ACCUSED = ("suspect", "defendant", "accused", "compulsory_treatment_respondent")
NOTHING: frozenset[str] = frozenset()
VICTIMS = ("victim", "private_prosecutor", "incidental_civil_plaintiff")


def _is_criminal(known: Known) -> bool:
    if known.get("service") in CRIMINAL_SERVICES:
        return True
    if "criminal" not in known:
        return False
    role = known.get("criminal.role")
    return (
        role in CRIMINAL_ROLES
        or known.get("criminal.stage") in ("petition", "retrial")
        or known.get("criminal.compulsory_treatment") is True
        or (role == "victim" and known.get("matter") == "personal_injury_from_crime")
        or "matter" not in known
    )


def _prepare(draft: Draft) -> None:
    known = draft.known
    matters = set(known.get("also_matters", ()))
    if "matter" in known:
        matters.add(known["matter"])
    known["matters"] = frozenset(matters)
    known["side"] = "criminal" if _is_criminal(known) else "civil"
    types = known.get("person.disability.types")
    if types or "person.disability.grade" in known:
        known["disabled"] = True
    known["confined"] = (
        known.get("criminal.detained") is True
        or known.get("criminal.role") == "prisoner"
        or "custody" in known
    )
    line = known.get("params.hardship_line_monthly")
    if line is None and draft.book.hardship_line is not None:
        line = float(getattr(draft.book.hardship_line, "amount", 0))
    income = known.get("household.per_capita_monthly_income")
    if line is not None and income is not None:
        known["income"] = "within" if income <= line else "above"


def _matters(draft: Draft) -> list[AidMatter]:
    found: list[AidMatter] = []
    for matter in sorted(draft.known["matters"]):
        found += fitting(draft.book.matters.get(matter, ()), draft.known)
    return found


def _mandatory(draft: Draft) -> list[CriminalHead]:
    if draft.known["side"] != "criminal":
        return []
    heads = fitting(draft.book.heads, draft.known)
    return [head for head in heads if head.road == "mandatory"]


def _staged(draft: Draft) -> bool:
    known = draft.known
    if "event" not in known:
        return False
    free = [rule for rule in _matters(draft) if rule.means == "none"]
    known["means_free"] = bool(free or _mandatory(draft))
    known["applied"] = True
    if not during_case(draft):
        return False
    if draft.outcome == "continue":
        for rule in free or _mandatory(draft):
            draft.add(rule)
    return True


def _means(draft: Draft) -> None:
    """Hardship is presumed, or decided by the income and the line, or still to be checked."""
    waivers = fitting(draft.book.waivers, draft.known)
    if waivers:
        draft.settle("means_check_waived", *waivers)
        draft.means_basis = "presumed"
        return
    draft.outcome = "means_test_required"
    rule = first(draft.book.means, draft.known)
    if rule is None:
        return
    draft.add(rule)
    if "params.hardship_line_monthly" not in draft.known and draft.book.hardship_line is not None:
        draft.note(draft.book.hardship_line)
    draft.means_result, draft.means_basis = rule.result, rule.footing
    if rule.result == "fail":
        draft.outcome = "refuse"


def _listed(draft: Draft) -> None:
    """Settle by the list of matters; local law may add to it."""
    found = _matters(draft)
    free = [rule for rule in found if rule.means == "none"]
    if free:
        draft.settle("granted_without_means_test", *free)
        draft.means_basis = "none_required"
        return
    for rule in found:
        draft.add(rule)
    named = {rule.matter for rule in found}
    local = draft.known.get("params.local_matters", NOTHING) & draft.known["matters"] - named
    if local:
        draft.add(draft.book.open_heads["local_matters"])
    if found or local:
        _means(draft)
        return
    draft.settle("not_covered", draft.book.open_heads["list"])


def _criminal(draft: Draft) -> None:
    known = draft.known
    role = known.get("criminal.role")
    if role in VICTIMS and any(rule.means == "none" for rule in _matters(draft)):
        known["applied"] = True
        _listed(draft)
        return
    head = first(draft.book.heads, known)
    known["applied"] = "applicant" in known or role not in ACCUSED
    if head is None:
        draft.settle("not_covered", draft.book.open_heads["criminal_list"])
    elif head.road == "closed":
        draft.settle("not_covered", head)
    elif head.road == "discretionary":
        draft.settle("discretionary_appointment", head)
        known["applied"] = False
    else:
        draft.add(head)
        known["applied"] = True
        _means(draft)


def decide(draft: Draft) -> None:
    """Settle the outcome: event, advice, notice cases, foreigners, place, list of matters, means."""
    known = draft.known
    _prepare(draft)
    if _staged(draft) or answered_directly(draft):
        return
    mandatory = _mandatory(draft)
    if mandatory:
        draft.settle("mandatory_appointment", *mandatory)
        draft.means_basis = "none_required"
        return
    known["applied"] = known["side"] == "civil" or "applicant" in known
    gate = first(draft.book.gates, known)
    if gate is not None:
        draft.settle(gate.outcome, gate)
        draft.who = gate.who_decides
        return
    if out_of_place(draft):
        return
    if known["side"] == "criminal":
        _criminal(draft)
        return
    known["applied"] = True
    _listed(draft)
