"""Values from the work on a file: who stands for the person, the agreement, hearings, money, both sides of it."""

from songfa.aid.issue.frame import Desk
from songfa.aid.issue.referred import Referred
from songfa.aid.models import (
    Contract,
    File,
    Hearing,
    Money,
    Notice,
    Party,
    Referral,
    Representative,
)
from songfa.rules.filework import is_deadline
from songfa.rules.values import Value


def of_representative(desk: Desk, file: File) -> dict[str, Value]:
    """Who may act for the person on that day: the newest whose days hold."""
    rows = Representative.objects.filter(file=file).order_by("-created_at", "-pk")
    row = next((r for r in rows if r.holds(desk.on)), None)
    if row is None:
        return {}
    return {
        "agent.name": row.name, "agent.phone": row.phone, "agent.id_number": row.id_number,
        "agent.relation": desk.name_of("capacities", row.capacity),
        "agent.kind": row.capacity if row.capacity in ("statutory", "entrusted") else "",
    }  # fmt: skip


def of_referral(desk: Desk, file: File) -> dict[str, Value]:
    """What the body knew that sent the person here, where they did not tell it themselves."""
    if file.told and file.story().address:
        return {}
    row = Referral.objects.filter(file=file, inward=True).order_by("created_at").first()
    known = Referred.opened(row.told).address if row else ""
    return {"person.address": known} if known else {}


def of_criminal(desk: Desk, file: File) -> dict[str, Value]:
    """What the notice of a body and the facts tell of a criminal case."""
    told = (file.story().facts.get("criminal") or {}) if file.told else {}
    row = Notice.objects.filter(file=file).first()
    custody = (row.custody if row else "") or str(told.get("custody") or "")
    role = (row.role if row else "") or str(told.get("role") or "")
    found: dict[str, Value] = {
        "case.custody": desk.coded(f"custody-{desk.country}", custody),
        "case.role": desk.coded("notice-role", role),
    }
    if row is not None:
        found |= {"notice.on": desk.day(row.received_at), "organ.contact": row.contact}
        if row.hearing_on:
            found["hearing.on"] = desk.day(row.hearing_on)
    return found


def of_agreement(desk: Desk, file: File) -> dict[str, Value]:
    row = (
        Contract.objects.filter(file=file, signed_on__isnull=False).order_by("-created_at").first()
    )
    defends = file.service == "criminal_defence"
    return {
        "agreement.on": desk.day(row.signed_on) if row else "",
        "agreement.scope": "defence" if defends else "",
    }  # fmt: skip


def of_hearings(desk: Desk, file: File) -> dict[str, Value]:
    """The next hearing of that day or later, else the last one that was."""
    rows = Hearing.objects.filter(file=file).exclude(state="called_off").order_by("starts_at")
    real = [row for row in rows if not is_deadline(row.kind)]
    ahead = [row for row in real if desk.local(row.starts_at) >= desk.on]
    row = ahead[0] if ahead else real[-1] if real else None
    if row is None:
        return {}
    return {"hearing.on": desk.moment(row.starts_at), "hearing.place": row.place or row.organ}


def of_money(desk: Desk, file: File) -> dict[str, Value]:
    """Sums of what was claimed, avoided and spent; what nobody entered is not known."""
    found: dict[str, Value] = {}
    rows = Money.objects.filter(file=file, removed_at=None).values_list("kind", "amount")
    added: dict[str, int] = {}
    for kind, amount in rows:
        added[kind] = added.get(kind, 0) + amount
    keys = {"claimed": "money.claimed", "avoided": "money.avoided", "expense": "money.expenses"}
    for kind, key in keys.items():
        if kind in added:
            found[key] = desk.money(added[kind])
    return found


def of_parties(desk: Desk, file: File) -> dict[str, Value]:
    names = Party.objects.filter(file=file, side="adverse").order_by("created_at", "pk")
    told = [row.name for row in names] or [file.adverse_party]
    return {"case.adverse": desk.join(told)}
