"""What may be done with figures: publish a year's review, look at the rows behind a number."""

from datetime import datetime
from uuid import UUID, uuid4, uuid5
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Max

from songfa.access.models import Unit
from songfa.access.policy import Actor, require
from songfa.areas.models import Area
from songfa.audit.door import Act, record, record_many
from songfa.audit.models import Line
from songfa.insight import figures as counting
from songfa.insight import paper, reads
from songfa.insight.models import Snapshot
from songfa.insight.seal import hash_of, mark_of
from songfa.rules.problems import NOT_ALLOWED, YEAR_NOT_OVER
from songfa.rules.verbs import Verb

# a figure is no row: its number in the trail is made of what it counts
FIGURES = UUID("4d9ad0f2-51d2-5b0f-9c0e-3a5f0f7e2b11")


@transaction.atomic
def look_into(
    *, actor: Actor, area: Area, year: int, code: str, at: datetime, page: int = 1
) -> reads.Drill:
    """Return the rows behind a figure, and leave a line that they were looked at. Raises NOT_FOUND."""
    require(actor, Verb.INSIGHT_SEE)
    found = reads.drill(actor, area, year, code, page=page)
    subject = uuid5(FIGURES, f"{area.path} {year} {code}")
    detail: dict[str, object] = {
        "act": "look_into",
        "figure": code,
        "year": year,
        "page": found.page,
        "rows": len(found.rows),
    }
    record_many(actor, [Act(Verb.INSIGHT_SEE, "insight.Figure", subject, area.path, at, detail)])
    return found


@transaction.atomic
def freeze(*, actor: Actor, area: Area, year: int, at: datetime) -> Snapshot:
    """Publish the year's review as it stands: figures, definitions and documents, sealed by a mark.

    A second publication of a year is a new edition; the earlier ones stay. Raises NOT_ALLOWED for an actor without a
    unit, NOT_FOUND for an area outside theirs, YEAR_NOT_OVER, REVIEW_NOT_DEFINED.
    """
    require(actor, Verb.INSIGHT_FREEZE)
    unit = actor.anchor
    if unit is None:
        raise NOT_ALLOWED(verb=Verb.INSIGHT_FREEZE)
    local = at.astimezone(ZoneInfo(counting.pack_of(area).head.timezone))
    if local.year <= year:
        raise YEAR_NOT_OVER(year=year)
    Area.objects.select_for_update(no_key=True).get(
        pk=area.pk
    )  # two at once: one edition after the other
    review = counting.review(actor, area, year)
    row = _snapshot(actor, unit, review, at, local)
    row.save(force_insert=True)
    record(
        actor=actor,
        verb=Verb.INSIGHT_FREEZE,
        subject=row,
        at=at,
        year=year,
        edition=row.edition,
        mark=row.mark,
    )
    return row


def _snapshot(
    actor: Actor, unit: Unit, review: counting.Review, at: datetime, local: datetime
) -> Snapshot:
    lang = paper.language_of(review)
    earlier = (
        Snapshot.objects.filter(area=review.area, year=review.year).aggregate(n=Max("edition"))["n"]
        or 0
    )
    made = paper.sheet(review, issuer=unit.name, on=local.date(), lang=lang)
    docx, pdf = (paper.WRITERS[form](made) for form in ("docx", "pdf"))
    row = Snapshot(
        id=uuid4(), created_at=at, year=review.year, edition=earlier + 1, pack=review.pack, language=lang,
        content=reads.content(review), definitions=review.definitions,
        trail=Line.objects.aggregate(n=Max("id"))["n"] or 0,
        docx=docx, pdf=pdf, docx_hash=hash_of(docx), pdf_hash=hash_of(pdf),
        area=review.area, area_path=review.area.path, unit=unit, held_by=actor.user,
    )  # fmt: skip
    row.mark = mark_of(row)
    return row
