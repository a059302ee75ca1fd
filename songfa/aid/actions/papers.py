"""Documents that an officer writes by hand, beside those that come with an act."""

from datetime import datetime

from django.db import transaction

from songfa.access.policy import Actor, require
from songfa.aid.days import local_day
from songfa.aid.holding import held
from songfa.aid.issue import issue
from songfa.aid.models import File, Paper
from songfa.audit.door import record
from songfa.rules.forms import Form
from songfa.rules.packs.read import load
from songfa.rules.problems import FORM_NOT_BY_HAND
from songfa.rules.verbs import Verb


@transaction.atomic
def write_paper(*, actor: Actor, file: File, kind: str, note: str = "", at: datetime) -> Paper:
    """Issue a document of a file from what the file knows: numbered, kept, in the trail.

    Raises NO_VALUE_AT_DATE for a form that the pack does not have that day, FORM_NOT_BY_HAND for one that
    comes with an act of its own, FORM_LACKS when something is not known yet.
    """
    row = held(file)
    require(actor, Verb.AID_ISSUE, row)
    pack = load(row.pack)
    if not pack.get(Form, kind, local_day(pack, at)).by_hand:
        raise FORM_NOT_BY_HAND(form=kind)
    made = issue(row, kind, at=at, note=note.strip())
    record(
        actor=actor, verb=Verb.AID_ISSUE, subject=row, at=at, paper=kind, number=made.number, id=made.pk
    )  # fmt: skip
    return made
