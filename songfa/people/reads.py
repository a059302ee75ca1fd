"""Questions to the ledger."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from songfa.access.policy import Actor, visible
from songfa.areas.names import fold
from songfa.audit.door import look
from songfa.base.models import index_of
from songfa.people.identity import read_number, read_phone
from songfa.people.models import Person
from songfa.people.names import BOUND, tidy
from songfa.rules.packs.read import load
from songfa.rules.problems import NOT_FOUND, Problem
from songfa.rules.verbs import Verb

FEW = 20
FEWEST_DIGITS = 7


def person(actor: Actor, person_id: UUID, *, at: datetime) -> Person:
    """Return a person within the actor's reach. The look is recorded. Raises NOT_FOUND."""
    rows = visible(actor, Verb.PEOPLE_SEE, Person.objects.filter(pk=person_id))
    found = rows.select_related("unit").first()
    if found is None:
        raise NOT_FOUND(thing="person")
    look(actor=actor, verb=Verb.PEOPLE_SEE, subject=found, at=at)
    return found


def find(actor: Actor, q: str, *, on: date) -> list[Person]:
    """Return up to twenty persons within reach by name (pinyin, initials, without marks), phone or whole number."""
    text = tidy(q)
    if not text:
        return []
    wanted = Q()
    for key in dict.fromkeys((text.lower(), fold(text))):
        wanted |= Q(name_keys__contains=BOUND + key) if key else Q()
    for field, value in _numbers(actor, text, on).items():
        wanted |= Q(**{field: index_of(value)}) if value else Q()
    rows = visible(actor, Verb.PEOPLE_SEE, Person.objects.filter(wanted))
    return list(rows.select_related("unit").order_by("name", "pk")[:FEW])


def _numbers(actor: Actor, text: str, on: date) -> dict[str, str]:
    country = load(actor.pack).head.country
    found = {}
    if sum(c.isdigit() for c in text) >= FEWEST_DIGITS:
        try:
            found["id_index"] = read_number(country, text, on=on).number
        except Problem:
            found["id_index"] = ""
        try:
            found["phone_index"] = read_phone(country, text)
        except Problem:
            found["phone_index"] = ""
    return found
