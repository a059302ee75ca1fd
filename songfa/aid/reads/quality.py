"""Quality: what was drawn and assessed, opinions, and what a practitioner's past work was worth."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Avg, Count, Q, QuerySet

from songfa.access.policy import Actor, visible
from songfa.aid.days import local_day
from songfa.aid.models import Assessment, File, Log, Opinion, Sample
from songfa.audit.door import look
from songfa.rules.packs.read import Pack, load
from songfa.rules.problems import NOT_FOUND, SHEET_MISSING
from songfa.rules.quality import OpinionForm, ScoreSheet, sheet_for
from songfa.rules.verbs import Verb

# assessments that still tell something of somebody's work
LOOK_BACK = timedelta(days=3 * 366)
PAGE = 100


@dataclass(frozen=True, slots=True)
class Past:
    """The mean of past assessments, 0 to 100, and how many there are."""

    mean: int
    count: int


def past_quality(practitioner_ids: Iterable[UUID], on: date) -> dict[UUID, Past]:
    """Return the past quality of practitioners as it was known on a day; whoever was never assessed is left out.

    Assessments of the three years before count, as far as the database shows them to who asks. One query.
    """
    end = datetime.combine(on + timedelta(days=1), time(), ZoneInfo("UTC"))
    rows = (
        Assessment.objects.filter(
            practitioner__in=list(practitioner_ids), state="assessed", assessed_at__lt=end,
            assessed_at__gte=end - LOOK_BACK,
        )
        .values_list("practitioner")
        .annotate(mean=Avg("percent"), n=Count("pk"))
    )  # fmt: skip
    return {key: Past(int(mean + 0.5), n) for key, mean, n in rows}


def sheet_of(file: File, on: date) -> ScoreSheet:
    """Return the score sheet for a file on a day. Raises SHEET_MISSING."""
    pack = load(file.pack)
    known = pack.all(ScoreSheet, on).values() if pack.sections.get("score_sheets") else ()
    found = sheet_for(known, file.service)
    if found is None:
        raise SHEET_MISSING(service=file.service)
    return found


def forms_for(file: File, on: date, *, public: bool = False) -> list[OpinionForm]:
    """Return the opinion forms that can be filled in about a file."""
    pack = load(file.pack)
    if not pack.sections.get("opinion_forms"):
        return []
    known = pack.all(OpinionForm, on).values()
    return [
        f
        for f in known
        if (f.public or not public) and (not f.services or file.service in f.services)
    ]


def involved(file: File) -> set[UUID]:
    """Return the accounts of those who acted on a file: who decided, who provided, who worked on it."""
    found = set(Log.objects.filter(file=file).values_list("by", flat=True))
    provider = file.practitioner.held_by_id if file.practitioner else None
    return found | {key for key in (file.decided_by_id, provider, file.held_by_id) if key}


def suggested_subsidy(file: File) -> int | None:
    """Return the share of the subsidy (per cent) that the last assessment suggests; None when there is none."""
    found = Assessment.objects.filter(file=file, state="assessed").order_by("-assessed_at").first()
    if found is None or found.assessed_at is None:
        return None
    pack = load(found.pack)
    band = pack.get(ScoreSheet, found.sheet, local_day(pack, found.assessed_at)).band(found.grade)
    return band.subsidy if band else None


def _seen(actor: Actor, verb: Verb = Verb.AID_SEE) -> QuerySet[Assessment]:
    return visible(actor, verb, Assessment.objects.all())


@dataclass(frozen=True, slots=True)
class Standing:
    """How the work of a practitioner or a unit was graded: how often each grade, and the mean in a hundred."""

    name: str
    unit: str
    count: int
    mean: int
    grades: dict[str, int]


def standings(actor: Actor, first: date, last: date, *, by_unit: bool = False) -> list[Standing]:
    """Return the results of the assessments of some days, by practitioner or by firm, the best first."""
    zone = ZoneInfo(load(actor.pack).head.timezone)
    low, high = (datetime.combine(d, time(), zone) for d in (first, last + timedelta(days=1)))
    names = ("firm__name",) if by_unit else ("practitioner__name", "practitioner__unit__name")
    key = "firm" if by_unit else "practitioner"
    rows = (
        _seen(actor)
        .filter(state="assessed", assessed_at__gte=low, assessed_at__lt=high, **{f"{key}__isnull": False})
        .values_list(key, *names, "grade")
        .annotate(n=Count("pk"), mean=Avg("percent"))
    )  # fmt: skip
    found: dict[UUID, tuple[str, str, list[tuple[str, int, float]]]] = {}
    for row in rows:
        name, unit = row[1], "" if by_unit else row[2]
        found.setdefault(row[0], (name, unit, []))[2].append((row[-3], row[-2], float(row[-1])))
    told = [_standing(*one) for one in found.values()]
    return sorted(told, key=lambda s: (-s.mean, -s.count, s.name))


def _standing(name: str, unit: str, parts: list[tuple[str, int, float]]) -> Standing:
    count = sum(n for _, n, _ in parts)
    mean = sum(n * m for _, n, m in parts) / count
    return Standing(name, unit, count, int(mean + 0.5), {g: n for g, n, _ in parts})


def listed(actor: Actor, state: str = "", after: int = 0) -> list[Assessment]:
    """Return assessments within reach: those still to be done first, then the newest; `PAGE` and one more."""
    rows = _seen(actor)
    if state:
        rows = rows.filter(state=state)
    rows = rows.select_related("file", "practitioner", "firm", "assessor", "sample")
    return list(rows.order_by("assessed_at", "created_at", "rank")[after : after + PAGE + 1])


def samples(actor: Actor) -> list[Sample]:
    rows = visible(actor, Verb.AID_DRAW_SAMPLE, Sample.objects.all())
    return list(rows.select_related("by").order_by("-created_at")[:20])


def assessment(actor: Actor, assessment_id: UUID, *, at: datetime) -> Assessment:
    """Return an assessment within reach. The look is recorded. Raises NOT_FOUND."""
    found = (
        _seen(actor)
        .filter(pk=assessment_id)
        .select_related("file", "file__practitioner", "practitioner", "firm", "assessor", "sample")
        .first()
    )
    if found is None:
        raise NOT_FOUND(thing="assessment")
    look(actor=actor, verb=Verb.AID_SEE, subject=found.file, at=at, looked_at="assessment")
    return found


def of_file(actor: Actor, file: File) -> list[Assessment]:
    rows = _seen(actor).filter(file=file).select_related("assessor")
    return list(rows.order_by("-created_at"))


def opinions(actor: Actor, file: File) -> list[Opinion]:
    rows = visible(actor, Verb.AID_SEE, Opinion.objects.filter(file=file)).select_related("by")
    return list(rows.order_by("-given_on", "-created_at"))


def grade_names(pack: Pack) -> dict[str, object]:
    """Return the name of every grade that the pack's sheets know."""
    return {
        band.grade: band.name
        for versions in (pack.sections.get("score_sheets") or {}).values()
        for sheet in versions
        if isinstance(sheet, ScoreSheet)
        for band in sheet.bands
    }


def ended_between(first: date, last: date, zone: str) -> Q:
    """Return the files that were closed within some days."""
    low, high = (
        datetime.combine(d, time(), ZoneInfo(zone)) for d in (first, last + timedelta(days=1))
    )
    return Q(closed_at__gte=low, closed_at__lt=high)


def by_receipt(door: Actor, file_id: UUID) -> File:
    """Return the file of a receipt, behind the public door of its unit. Raises NOT_FOUND."""
    found = File.objects.filter(pk=file_id, unit=door.anchor).first()
    if found is None:
        raise NOT_FOUND(thing="file")
    return found
