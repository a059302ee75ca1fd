"""The values that the data of a file gives to its documents. A theme with data of its own adds a source."""

from collections.abc import Callable, Mapping
from typing import Any

from songfa.aid.issue import beside, worked
from songfa.aid.issue.frame import KEY, Desk
from songfa.aid.models import File, Log, Paper
from songfa.people.models import Person
from songfa.rules.money import MINOR
from songfa.rules.packs.schema import Service
from songfa.rules.packs.sections import SECTIONS
from songfa.rules.refusals import RefusalGround
from songfa.rules.values import KINDS, OF_FILE, Value
from songfa.words.habits import phone
from songfa.words.say import has, key_of

# where a form asks for the reason or the request of its act, the note of the act stands, if no more is given
SAID_BY_NOTE = ("change.request", "cooperation.request", "withdrawal.reason")

Found = Mapping[str, Value]
Source = Callable[[Desk, File], Found]

# what the review of an application came to, by the state that it led to
DECIDED = {"refused": "refuse", "awaiting_papers": "supplement", "transferred": "transfer"}

# sections of packs in which the reason of an ending may have its name
ENDINGS = ("termination_grounds", "discontinuation_grounds", "ending_grounds")


def values(desk: Desk, file: File, note: str = "", **given: Value) -> dict[str, Value]:
    """Return every value that a form may name: what the file tells, over it what the act gives.

    A key may be given with an underscore for its point (`organ_name`). Values that nobody knows are empty.
    """
    found: dict[str, Value] = {k: () if kind != "text" else "" for k, kind in OF_FILE.items()}
    for source in SOURCES:
        found |= source(desk, file)
    told = {key_for(name): value for name, value in given.items()}
    if note:
        found |= {"note": note, **dict.fromkeys(SAID_BY_NOTE, note)}
    return habitual(desk, found | told)


def habitual(desk: Desk, found: Found) -> dict[str, Value]:
    """Return the values with telephone numbers as the country writes them."""
    return {
        k: phone(v, desk.country) if k.endswith(".phone") and isinstance(v, str) else v
        for k, v in found.items()
    }


def key_for(name: str) -> str:
    """Return the key of a value by its name as an argument: `change_asked_on` is `change.asked_on`."""
    dotted = name.replace("_", ".", 1)
    return dotted if name not in KINDS and dotted in KINDS else name


def of_office(desk: Desk, file: File | None = None) -> Found:
    """Who writes, where and when: also known of a document that belongs to no file."""
    unit = desk.unit
    return {
        "today": desk.day(desk.on), "place_and_day": desk.place_and_day(),
        "office.name": unit.name, "office.above": unit.parent.name if unit.parent else "",
    }  # fmt: skip


def of_person(desk: Desk, file: File) -> Found:
    """What the ledger and the applicant tell; whoever may not see the ledger writes without it."""
    told, row = file.story(), Person.objects.filter(pk=file.person_id).first()
    known: dict[str, Value] = {
        "person.name": told.name,
        "person.phone": told.phone,
        "person.address": told.address,
        "person.groups": desk.join([desk.name_of("groups", code) for code in file.groups]),
    }
    if row is not None:
        known |= {
            "person.name": told.name or row.name, "person.sex": desk.say(f"sex-{row.sex}") if row.sex else "",
            "person.born": desk.day(row.born), "person.id_number": row.id_number,
            "person.phone": told.phone or row.phone, "person.address": told.address or row.address,
        }  # fmt: skip
    if told.applicant:
        known |= {
            "agent.name": told.applicant,
            "agent.relation": desk.coded("relation", file.relation),
        }
        known["agent.kind"] = "statutory" if file.relation == "statutory_representative" else ""
    return known


def of_household(desk: Desk, file: File) -> Found:
    facts: dict[str, Any] = file.story().facts.get("household") or {}
    size, per_head = facts.get("size"), facts.get("per_capita_monthly_income")
    scale = MINOR[desk.pack.head.currency]
    return {
        "household.size": desk.number(size) if isinstance(size, int | float) else "",
        "household.per_head": desk.money(round(per_head * scale)) if isinstance(per_head, int | float) else "",
        "household.income": desk.say("letter-a-month", money=desk.money(round(size * per_head * scale)))
        if isinstance(size, int) and isinstance(per_head, int | float) else "",
        "means": file.means_basis or str(file.finding.get("means_basis") or ""),
    }  # fmt: skip


def of_matter(desk: Desk, file: File) -> Found:
    told = file.story()
    service = desk.pack.versions("services", file.service)
    form = service[-1].form if service and isinstance(service[-1], Service) else ""
    return {
        "matter": file.cause or desk.name_of("matters", file.matter),
        "service": desk.name_of("services", file.service), "service.form": form,
        "story": told.story, "channel": desk.name_of("channels", file.channel),
        "request_number": file.request_number, "file_number": file.number,
        "case.stage": desk.coded("notice-stage", file.stage), "case.number": file.organ_reference,
        "organ.name": file.organ,
    }  # fmt: skip


def of_steps(desk: Desk, file: File) -> Found:
    return {
        "received_on": desk.day(file.received_at), "decided_on": desk.day(file.decided_at),
        "assigned_on": desk.day(file.assigned_at), "closed_on": desk.day(file.closed_at),
    }  # fmt: skip


def of_decision(desk: Desk, file: File) -> Found:
    key = KEY[desk.lang]
    cited: list[str] = (file.finding.get("cited") or {}).get(key, [])
    explained: list[str] = (file.finding.get("explanation") or {}).get(key, [])
    grounds = desk.pack.versions_by_code("refusal_grounds")
    told = [grounds[code][-1] for code in file.reasons if code in grounds]
    missing = [desk.name_of("papers", code) for code in file.missing_papers]
    received = [desk.name_of("papers", code) for code in file.papers_received]
    return {
        "basis": desk.say("cite-and").join(cited), "finding": "\n".join(explained),
        "reason": file.reasons_text,
        "withdrawal.reason": file.reasons_text if file.state == "withdrawn" else "",
        "decision": DECIDED.get(file.state, "grant" if file.decided_at else ""),
        "missing": tuple(missing), "papers.missing": desk.join(missing),
        "papers.received": desk.join(received),
        "papers.table": tuple((str(n), name) for n, name in enumerate(received, 1)),
        "grounds": tuple(
            desk.say("letter-ground", ground=desk.named(ground), basis=ground.legal_basis)
            for ground in told if isinstance(ground, RefusalGround)
        ),
        "termination.ground": desk.join([_ending(desk, code) for code in file.reasons if code not in grounds]),
    }  # fmt: skip


def of_other_bodies(desk: Desk, file: File) -> Found:
    """Where the file went."""
    return {"transfer.to": file.handed_to}


def _ending(desk: Desk, code: str) -> str:
    for section in ENDINGS:
        if section in SECTIONS and desk.pack.versions(section, code):
            return desk.name_of(section, code)
    key = key_of("withdrawal", code)
    return desk.say(key) if has(key, desk.lang) else ""


def of_practitioner(desk: Desk, file: File) -> Found:
    chosen = file.practitioner
    if chosen is None:
        return {}
    return {
        "practitioner.name": chosen.name, "practitioner.unit": chosen.unit.name,
        "practitioner.licence": chosen.licence,
        # after a change, who has the file now is who took over
        "change.next": chosen.name, "change.unit": chosen.unit.name,
    }  # fmt: skip


def of_work(desk: Desk, file: File) -> Found:
    done = list(Log.objects.filter(file=file).order_by("done_on", "created_at"))
    minutes = sum(row.minutes for row in done)
    ended = file.closed_at is not None
    rows = tuple(
        (desk.day(x.done_on), desk.coded("work", x.kind), _hours(desk, x.minutes), x.text) for x in done
    )  # fmt: skip
    return {
        "logs": rows, "hours": _hours(desk, minutes) if done else "",
        "outcome": desk.name_of("outcomes", file.outcome), "summary": file.summary,
        "people": desk.number(file.people_helped) if ended else "",
        "petitions": desk.number(file.petitions_avoided) if file.petitions_avoided else "",
        "money.recovered": desk.money(file.recovered, file.currency),
    }  # fmt: skip


def _hours(desk: Desk, minutes: int) -> str:
    return desk.number(round(minutes / 60, 1))


def of_papers(desk: Desk, file: File) -> Found:
    """The documents issued so far, for the receipt of their delivery."""
    rows = (
        Paper.objects.filter(file=file).order_by("created_at", "pk").values_list("kind", "number")
    )
    return {
        "issued": tuple((desk.name_of("papers", kind), number, "1") for kind, number in rows)
    }  # fmt: skip


SOURCES: tuple[Source, ...] = (
    of_office,
    of_person,
    of_household,
    of_matter,
    of_steps,
    of_decision,
    of_other_bodies,
    of_practitioner,
    of_work,
    of_papers,
    worked.of_criminal,
    worked.of_representative,
    worked.of_referral,
    worked.of_agreement,
    worked.of_hearings,
    worked.of_money,
    worked.of_parties,
    beside.of_owed,
    beside.of_objection,
    beside.of_complaint,
    beside.of_change,
    beside.of_cooperation,
    beside.of_unit_on_behalf,
    beside.of_opinions,
)
