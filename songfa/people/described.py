"""A person as somebody describes them, beside what the ledger knows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from songfa.people.identity import doubts_about, mask, read_number, read_phone, refuse_doubts
from songfa.people.models import Person
from songfa.people.names import tidy
from songfa.rules.packs.read import load


@dataclass(frozen=True, slots=True)
class Described:
    """A person as somebody describes them. What is empty is not known; numbers are as written."""

    name: str
    born: date | None = None
    sex: str = ""
    id_number: str = ""
    phone: str = ""
    language: str = ""
    groups: tuple[str, ...] = ()
    disabilities: tuple[str, ...] = ()
    address: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that somebody says otherwise than the ledger: a field, what stands there, what would stand there.

    Numbers are masked; of groups only the new ones are named, as codes.
    """

    field: str
    before: str
    after: str


def changes(person: Person, described: Described, *, on: date) -> list[Change]:
    """Return what a description would change in the ledger, without changing it. A blank changes nothing.

    Raises ID_NUMBER_IMPOSSIBLE, ID_NUMBER_REFUSED, PHONE_UNREADABLE.
    """
    found = []
    for name, after in new_values(person, described, on).items():
        before = getattr(person, name)
        if name == "id_number":
            found.append(Change(name, mask(before), mask(after)))
        elif name == "groups":
            found.append(Change(name, "", " ".join(g for g in after if g not in person.groups)))
        elif not name.endswith("_index"):
            found.append(Change(name, _shown(before), _shown(after)))
    return found


def _shown(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")


def new_values(person: Person, described: Described, on: date) -> dict[str, Any]:
    pack = load(person.unit.pack)
    country = pack.head.country
    identity = read_number(country, described.id_number, on=on)
    refuse_doubts(pack, doubts_about(country, identity, described.born, described.sex), on)
    phone = read_phone(country, described.phone)
    told = {
        "name": tidy(described.name), "born": described.born, "sex": described.sex, "id_number": identity.number,
        "phone": phone, "address": " ".join(described.address.split()), "language": described.language,
        "groups": [*person.groups, *(g for g in described.groups if g not in person.groups)],
    }  # fmt: skip
    return {k: v for k, v in told.items() if v and v != getattr(person, k)}
