"""Questions to the ledger."""

from datetime import datetime
from uuid import UUID

from songfa.access.policy import Actor, visible
from songfa.audit.door import record
from songfa.people.models import Person
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb


def person(actor: Actor, person_id: UUID, *, at: datetime) -> Person:
    """Return a person within the actor's reach. The look is recorded. Raises NOT_FOUND."""
    found = visible(actor, Verb.PEOPLE_SEE, Person.objects.filter(pk=person_id)).first()
    if found is None:
        raise NOT_FOUND(thing="person")
    record(actor=actor, verb=Verb.PEOPLE_SEE, subject=found, at=at)
    return found
