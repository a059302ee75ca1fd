"""After the closing report: the file is handed in, checked, sent back with reasons, or archived."""

from datetime import datetime

from django.db import transaction

from songfa.access.policy import Actor
from songfa.aid.days import local_day
from songfa.aid.documents import catalogue
from songfa.aid.documents.parts import lacking, parts
from songfa.aid.holding import held
from songfa.aid.issue import numbering
from songfa.aid.models import File, Handover
from songfa.audit.door import move
from songfa.rules.packs.read import load
from songfa.rules.problems import PARTS_MISSING, REASON_MISSING
from songfa.rules.verbs import Verb

ARCHIVE = "archive"


@transaction.atomic
def hand_in(*, actor: Actor, file: File, at: datetime, why_lacking: str = "") -> File:
    """Hand in the papers of a closed file to be checked.

    What the pack asks for and the file lacks must be explained: else PARTS_MISSING names all of it.
    """
    row = held(file)
    today = local_day(load(row.pack), at)
    missing = lacking(parts(row, today), "hand_in")
    if missing and not why_lacking.strip() and row.state == "closed":
        raise PARTS_MISSING(parts=", ".join(missing), pack=row.pack, day=today.isoformat())
    row = move(
        row, Verb.AID_HAND_IN, actor=actor, at=at, detail={"lacking": missing}, handed_in_at=at
    )
    Handover.objects.create(
        file=row, by=actor.user, lacking=missing, why=why_lacking.strip() if missing else "", created_at=at,
        **row.belonging(),
    )  # fmt: skip
    return row


@transaction.atomic
def return_file(*, actor: Actor, file: File, reasons: str, at: datetime) -> File:
    """Send a file that was handed in back to be completed. Raises REASON_MISSING."""
    if not reasons.strip():
        raise REASON_MISSING(verb=Verb.AID_RETURN_FILE)
    row = move(held(file), Verb.AID_RETURN_FILE, actor=actor, at=at, handed_in_at=None)
    Handover.objects.filter(file=row, checked_at=None).update(
        checked_at=at, checked_by=actor.user, sent_back=True, reasons=reasons.strip()
    )
    return row


@transaction.atomic
def archive(*, actor: Actor, file: File, at: datetime) -> File:
    """Accept a file that was handed in: it gets its number in the archive, and its catalogue is frozen."""
    row = held(file)
    pack = load(row.pack)
    on = local_day(pack, at)
    number = row.archive_number
    if row.state == "handed_in" and not number:
        template = numbering.templates(pack, on)[ARCHIVE]
        number = numbering.draw(template, row.unit, place=row.area_path, year=on.year)
    row = move(
        row, Verb.AID_ARCHIVE, actor=actor, at=at, detail={"archive_number": number},
        archived_at=at, archive_number=number,
    )  # fmt: skip
    Handover.objects.filter(file=row, checked_at=None).update(
        checked_at=at, checked_by=actor.user, catalogue=catalogue.frozen(catalogue.drawn_up(row))
    )
    return row
