"""Documents that an officer writes by hand, beside those that come with an act."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from songfa.access.policy import Actor, require
from songfa.aid.days import local_day
from songfa.aid.holding import held
from songfa.aid.issue import Told, issue, issue_again
from songfa.aid.issue.batch import KINDS as TRUE_IN
from songfa.aid.issue.correctors import corrected_by
from songfa.aid.models import BatchLetter, File, Paper
from songfa.audit.door import record
from songfa.rules.forms import Form
from songfa.rules.packs.read import load
from songfa.rules.problems import FORM_NOT_BY_HAND, PAPER_NOT_TRUE_NOW, PAPER_REPLACED, TEXT_MISSING
from songfa.rules.values import Value
from songfa.rules.verbs import Verb

Boxes = Mapping[str, Value]


@transaction.atomic
def write_paper(
    *, actor: Actor, file: File, kind: str, note: str = "", boxes: Boxes | None = None, at: datetime
) -> Paper:
    """Issue a document of a file from what the file knows: numbered, kept, in the trail.

    `boxes`: what the officer tells for the places that no row fills, by the keys of `reads.boxes`; what is left out
    stays room to write. Raises NO_VALUE_AT_DATE for a form that the pack does not have that day, FORM_NOT_BY_HAND for
    one that comes with an act of its own, FORM_LACKS when something is not known yet, FORM_BOX_SHUT, FORM_BOX_CHOICE.
    """
    row = held(file)
    require(actor, Verb.AID_ISSUE, row)
    pack = load(row.pack)
    if not pack.get(Form, kind, local_day(pack, at)).by_hand:
        raise FORM_NOT_BY_HAND(form=kind)
    made = issue(row, kind, at=at, note=note.strip(), hand=boxes)
    record(
        actor=actor, verb=Verb.AID_ISSUE, subject=row, at=at, paper=kind, number=made.number, id=made.pk,
        boxes=_by_hand(made),
    )  # fmt: skip
    return made


@transaction.atomic
def correct_paper(
    *,
    actor: Actor,
    paper: Paper,
    why: str,
    note: str | None = None,
    boxes: Boxes | None = None,
    at: datetime,
) -> Paper:
    """Issue a document anew, from what the file knows now, because the one before was wrong; that one is kept.

    Without `note` and `boxes` those of the one before stand again. Raises TEXT_MISSING without a reason, PAPER_REPLACED
    when another took its place before, PAPER_NOT_TRUE_NOW for a decision that no longer stands, FORM_LACKS,
    FORM_BOX_SHUT, FORM_BOX_CHOICE.
    """
    file = held(paper.file)
    require(actor, corrected_by(paper.kind), file)
    if not why.strip():
        raise TEXT_MISSING()  # noqa: RSE102 - a catalogue entry, not an exception class
    row = Paper.objects.select_for_update(no_key=True).get(pk=paper.pk)
    if Paper.objects.filter(replaces=row).exists():
        raise PAPER_REPLACED(number=row.number or file.number)
    if file.state not in TRUE_IN.get(row.kind, (file.state,)):
        raise PAPER_NOT_TRUE_NOW(number=row.number or file.number)
    row.file = file
    made = issue_again(row, at=at, why=why.strip(), note=note, hand=boxes, **_to_whom(row))
    record(
        actor=actor, verb=Verb.AID_ISSUE, subject=file, at=at, paper=row.kind, number=made.number, id=made.pk,
        replaces=row.pk, boxes=_by_hand(made),
    )  # fmt: skip
    return made


def _by_hand(paper: Paper) -> list[str]:
    """Return which places a person filled; what they wrote stands on the paper alone."""
    return sorted(Told.opened(paper.told).hand)


def _to_whom(paper: Paper) -> dict[str, Value]:
    """Return to whom one letter of many went, as the list of the group matter has them now."""
    letter = BatchLetter.objects.select_related("recipient").filter(paper=paper).first()
    one = letter.recipient if letter else None
    return {"person_name": one.name, "person_phone": one.phone} if one else {}
