"""Questions about reviews: the live one, the published ones, the rows behind a number, what changed since."""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Max, Min, QuerySet

from songfa.access.models import Placed, Unit
from songfa.access.policy import Actor, visible
from songfa.aid.models import Assessment, File, Intake, Notice, Recipient, SubsidyClaim
from songfa.areas import reads as areas
from songfa.areas.models import Area
from songfa.audit.models import Line, Stateful
from songfa.insight import figures as counting
from songfa.insight import seal
from songfa.insight.figures import Figure, Review, Section
from songfa.insight.measures import MEASURES, within
from songfa.insight.models import Snapshot
from songfa.network.models import Agreement
from songfa.rules.packs.schema import Indicator
from songfa.rules.problems import NOT_FOUND
from songfa.rules.review import Held
from songfa.rules.verbs import Verb

MASK = "＊"
# rows that are called by the number of their file
OF_A_FILE = (Assessment, Intake, Notice, Recipient, SubsidyClaim)
# what pages need to name
__all__ = [
    "MASK", "Actor", "Area", "Correction", "Counted", "Drill", "Figure", "Held", "Review", "Section", "Snapshot",
    "area_of", "choices", "content", "corrections", "drill", "drill_rows", "figures_json", "genuine", "masked",
    "published", "review", "snapshot", "snapshots", "years",
]  # fmt: skip


def review(actor: Actor, area: Area, year: int) -> Review:
    """Count a year live. See `figures.review`."""
    return counting.review(actor, area, year)


def area_of(actor: Actor, code: str, year: int, country: str = "") -> Area:
    """Return the unit with a code as it was on the year's last day; "" is the actor's own.

    Raises AREA_UNKNOWN, and NOT_FOUND for one outside the actor's.
    """
    on = counting.year_end(year)
    if not code and actor.anchor is not None:
        return areas.in_force(on).filter(path=actor.path).first() or actor.anchor.area
    area = areas.at(country or (actor.anchor.area.country if actor.anchor else "cn"), code, on)
    if not counting.reaches(actor, area):
        raise NOT_FOUND(thing=area._meta.label)
    return area


def choices(actor: Actor, area: Area, year: int) -> list[Area]:
    """Return the areas to choose from: those above within the actor's reach, the area itself, those next below."""
    on = counting.year_end(year)
    above = [a for a in areas.ancestors(area, on) if counting.reaches(actor, a)]
    return (
        [*above, area, *areas.children(area, on)[:200]]
        if area.level not in ("township", "commune")
        else [*above, area]
    )


def figures_json(review: Review) -> dict[str, Any]:
    """Return the review as `songfa review make --format json` prints it."""
    told: dict[str, dict[str, Any]] = {}
    for f in review.figures:
        amount = int(f.amount) if f.amount == f.amount.to_integral_value() else float(f.amount)
        told.setdefault(f.group, {})[f.measure] = {
            "value": amount,
            "unit": f.unit,
            "quantifier": f.quantifier,
            "scope": f.scope,
        }
    relations = [
        {
            "id": h.id,
            "kind": h.kind,
            "left": list(h.left),
            "op": h.op,
            "right": list(h.right),
            "must_hold": h.must_hold,
            "applies": h.applies,
            "holds": h.holds,
        }
        for h in review.relations
    ]
    return {
        "area": review.area.code,
        "name": review.area.name,
        "year": review.year,
        "pack": review.pack,
        "definitions": review.definitions,
        "figures": told,
        "relations": relations,
    }


def years(actor: Actor, area: Area) -> list[int]:
    """Return the years of which the actor can see records of an area, the newest first."""
    found: set[int] = set()
    for name in ("cases", "consultations", "events"):
        measure = MEASURES[name]
        ends = within(actor, measure.model, area.path).aggregate(
            a=Min(measure.day), z=Max(measure.day)
        )
        if ends["a"] is not None:
            found |= set(range(ends["a"].year, ends["z"].year + 1))
    return sorted(found, reverse=True)


# -- the rows behind a number -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Counted:
    """One row behind a figure: what it is called, when and where, and how much it adds. Names are masked."""

    id: UUID
    kind: str
    label: str
    person: str
    on: date
    unit: str
    adds: int


@dataclass(frozen=True, slots=True)
class Drill:
    """A page of the rows behind a figure, and what all of them add up to."""

    figure: Figure
    sections: tuple[Section, ...]
    rows: tuple[Counted, ...]
    count: int
    total: int
    page: int
    pages: int


def masked(name: str) -> str:
    """Return a name with all but its first sign hidden, a long one no longer than one of three signs."""
    return name[:1] + MASK * min(max(len(name) - 1, 0), 2)


def drill_rows(actor: Actor, area: Area, year: int, code: str) -> tuple[Indicator, QuerySet[Any]]:
    """Return the indicator and its rows. Raises NOT_FOUND for a figure or an area that is not the actor's to see."""
    if not counting.reaches(actor, area):
        raise NOT_FOUND(thing=area._meta.label)
    pack = counting.pack_of(area)
    indicator = counting.indicators(pack, area, year).get(code)
    if indicator is None:
        raise NOT_FOUND(thing="insight.Figure")
    measure = MEASURES[str(indicator.counts)]
    rows = within(actor, measure.model, area.path).filter(
        counting.where(pack, indicator, area, year)
    )
    if measure.adds:
        rows = rows.filter(**{f"{measure.adds}__gt": 0})
    return indicator, rows


def drill(
    actor: Actor, area: Area, year: int, code: str, *, page: int = 1, size: int = 50
) -> Drill:
    """Return one page of the rows behind a figure. What they add up to is the figure."""
    indicator, rows = drill_rows(actor, area, year, code)
    pack = counting.pack_of(area)
    measure = MEASURES[str(indicator.counts)]
    totals = rows.aggregate(total=measure.value(counting.where(pack, indicator, area, year)))
    count = rows.count()
    pages = max(-(-count // size), 1)
    page = min(max(page, 1), pages)
    joined = {
        "unit",
        *({"person"} if measure.model is File else set()),
        *({"partner"} if measure.model is Agreement else set()),
        *({"file"} if measure.model in OF_A_FILE else set()),
    }
    found = rows.select_related(*joined) if issubclass(measure.model, Placed) else rows
    part = found.order_by(f"-{measure.day}", "pk")[(page - 1) * size : page * size]
    figure = counting.figure_of(pack, indicator, int(totals["total"]), None)
    told = tuple(_counted(row, measure.day, measure.adds, pack.head.timezone) for row in part)
    return Drill(
        figure,
        counting.sections_of(pack, year, {code: indicator}),
        told,
        count,
        int(totals["total"]),
        page,
        pages,
    )


def _counted(row: Any, day: str, adds: str, zone: str) -> Counted:
    when = row.valid.lower if isinstance(row, Unit) else getattr(row, day)
    on = when.astimezone(ZoneInfo(zone)).date() if isinstance(when, datetime) else when
    unit = row.name if isinstance(row, Unit) else row.unit.name
    person = masked(row.person.name) if isinstance(row, File) else ""
    return Counted(
        row.pk,
        row._meta.label,
        _label(row),
        person,
        on,
        unit,
        int(getattr(row, adds) or 0) if adds else 1,
    )


def _label(row: Any) -> str:
    """Return a number, a title or a code of words: never what somebody said."""
    if isinstance(row, OF_A_FILE):
        return str(row.file.number)
    if isinstance(row, Stateful):
        return row.label()
    if isinstance(row, Unit):
        return row.name
    partner = getattr(row, "partner", None)
    return str(getattr(row, "topic", "") or (partner.name if partner else ""))


# -- what was published -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure that is not any more what was published: what it was, what it is, and since when."""

    figure: Figure
    published: int
    today: int | None
    since: datetime | None


def snapshots(actor: Actor, area: Area, year: int | None = None) -> QuerySet[Snapshot]:
    """Return the published reviews of an area, the newest first, without their documents."""
    rows = visible(actor, Verb.INSIGHT_SEE, Snapshot.objects.filter(area_path=area.path))
    if year is not None:
        rows = rows.filter(year=year)
    return (
        rows.defer("docx", "pdf")
        .select_related("held_by", "unit", "area")
        .order_by("-year", "-edition")
    )


def snapshot(actor: Actor, pk: UUID) -> Snapshot:
    """Return one published review. Raises NOT_FOUND."""
    row = (
        visible(actor, Verb.INSIGHT_SEE, Snapshot.objects.all())
        .select_related("area", "held_by", "unit")
        .filter(pk=pk)
        .first()
    )
    if row is None:
        raise NOT_FOUND(thing=Snapshot._meta.label)
    return row


def genuine(row: Snapshot) -> bool:
    """Return whether a publication is what was sealed, its documents included."""
    return seal.genuine(row)


def content(review: Review) -> dict[str, Any]:
    """Return what a snapshot keeps of a review, as JSON gives it back."""
    told = {
        "figures": [asdict(f) for f in review.figures],
        "relations": [asdict(h) for h in review.relations],
        "sections": [asdict(s) for s in review.sections],
    }
    kept: dict[str, Any] = json.loads(json.dumps(told))
    return kept


def published(row: Snapshot) -> Review:
    """Return a snapshot as the review it was."""
    kept = row.content
    figures = tuple(Figure(**f) for f in kept["figures"])
    relations = tuple(
        Held(**{**h, "left": tuple(h["left"]), "right": tuple(h["right"])})
        for h in kept["relations"]
    )
    sections = tuple(
        Section(s["group"], s["name"], s["heading"], tuple(s["paragraphs"]))
        for s in kept["sections"]
    )
    return Review(row.area, row.year, row.pack, figures, relations, sections, row.definitions)


def corrections(actor: Actor, row: Snapshot) -> list[Correction]:
    """Return how today's figures differ from the published ones; nothing for a publication that was tampered with."""
    if not seal.genuine(row):
        return []
    live = counting.review(actor, row.area, row.year).by_code
    found = []
    for figure in published(row).figures:
        today = live.get(figure.code)
        if today is None or today.value != figure.value:
            since = _since(actor, row, figure.code) if today else None
            found.append(Correction(figure, figure.value, today.value if today else None, since))
    return found


def _since(actor: Actor, row: Snapshot, code: str) -> datetime | None:
    """Return the first act after the publication on a row behind the figure, else on any row of that table there.

    The second is for rows that no longer belong to the figure.
    """
    indicator, rows = drill_rows(actor, row.area, row.year, code)
    model = MEASURES[str(indicator.counts)].model
    later = Line.objects.filter(
        id__gt=row.trail,
        subject=model._meta.label,
        area_path__gte=row.area_path,
        area_path__lt=row.area_path + "~",
    )
    own = later.filter(subject_id__in=rows.values("pk")).aggregate(at=Min("at"))["at"]
    found: datetime | None = own or later.aggregate(at=Min("at"))["at"]
    return found
