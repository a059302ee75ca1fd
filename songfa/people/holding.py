"""Holds people of a ledger while an act that will need them takes its other locks."""

from songfa.access.models import Unit
from songfa.base.models import index_of
from songfa.people.models import Person


def hold_known(unit: Unit, id_number: str) -> None:
    """Lock the person of a unit's ledger who has a number, if there is one, before whatever else is held."""
    if id_number:
        held = Person.objects.select_for_update(no_key=True)
        held.filter(unit=unit, id_index=index_of(id_number)).first()
