"""`heilongjiang-2018`: invented records over the real counties of Heilongjiang and over the year 2018.

Reproducible from its seed, in one transaction; a second time changes nothing.
"""

from collections.abc import Callable
from random import Random

from django.db import connection, transaction

from songfa.access.models import Unit
from songfa.access.policy import system
from songfa.advice.models import Consultation
from songfa.aid.models import File
from songfa.audit.door import record_many
from songfa.demo.review_2018.deeds import make_agreements, make_consultations, make_events
from songfa.demo.review_2018.files import make_files
from songfa.demo.review_2018.made import PACK, Made, Say
from songfa.demo.review_2018.network import make_units, team_key
from songfa.outreach.models.event import Distribution, Event
from songfa.people.models import Person

SEED = 2018


def loaded() -> bool:
    """Return whether the records are there: the first of the service teams tells."""
    return Unit.objects.filter(pk=team_key(1)).exists()


@transaction.atomic
def load(say: Say) -> int:
    """Write the records; return how many rows were written, 0 when they are there already."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [SEED])
        # deferred checks pile up, and every row's trigger walks the pile: 30 000 rows took 50 s instead of 2
        cursor.execute("set constraints all immediate")
    if loaded():
        return 0
    made = Made(Random(SEED))  # noqa: S311 - invention, not secrecy
    written = 0
    for name, make in STEPS:
        n = make(made)
        written += n
        say(name, n)
    made.acts.sort(key=lambda a: a.at)
    say("trail", len(made.acts))
    record_many(system(PACK), made.acts)
    with connection.cursor() as cursor:
        for model in (File, Consultation, Event, Distribution, Person):
            cursor.execute(f"analyze {model._meta.db_table}")
    return written


STEPS: tuple[tuple[str, Callable[[Made], int]], ...] = (
    ("units", make_units),
    ("files", make_files),
    ("consultations", make_consultations),
    ("events", make_events),
    ("agreements", make_agreements),
)
