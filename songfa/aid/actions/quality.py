"""Quality: samples drawn, files assessed, opinions taken down."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from songfa.access.policy import Actor, require, visible
from songfa.aid.days import local_day
from songfa.aid.models import Assessment, File, Opinion, Sample
from songfa.aid.reads import quality as reads
from songfa.audit.door import enter_many, first_time, hold_chains, keep_result, move, once, record
from songfa.rules.machines import FILE_CLOSED
from songfa.rules.packs.read import load
from songfa.rules.problems import (
    ASSESSOR_INVOLVED,
    DAY_TO_COME,
    OPINION_GIVEN,
    OPINION_INVALID,
    OPINION_TOO_EARLY,
    SAMPLE_EMPTY,
    SAMPLE_UNCLEAR,
)
from songfa.rules.quality import BEST, OpinionForm, ScoreSheet, drawn, graded, how_many
from songfa.rules.verbs import Verb

# a sample is looked at by people
MOST_DRAWN = 2000


@transaction.atomic
def draw_sample(
    *, actor: Actor, first: date, last: date, seed: str, at: datetime, rate: int = 0, number: int = 0,
    service: str = "", token: UUID | None = None,
) -> Sample:  # fmt: skip
    """Draw files closed within some days, by a rate in per cent or by a number: nobody chooses which.

    The lot of a file follows from the seed and the file alone, so that the draw can be checked. Files on which the
    actor acted take part like all others: they are then assessed by somebody else. Files that were assessed or
    drawn before are left out. Raises SAMPLE_UNCLEAR (reason: both, rate, days, seed), SAMPLE_EMPTY.
    """
    before = once(token, at) if token else None
    if before is not None:
        return first_time(Sample, before)
    _clear(first, last, seed, rate, number)
    pack = load(actor.pack)
    files = visible(actor, Verb.AID_DRAW_SAMPLE, File.objects.filter(state__in=FILE_CLOSED))
    files = files.filter(
        reads.ended_between(first, last, pack.head.timezone), assessments__isnull=True
    )
    if service:
        files = files.filter(service=service)
    pool = list(files.values_list("pk", flat=True))
    chosen = drawn(seed, pool, min(MOST_DRAWN, how_many(len(pool), rate=rate, number=number)))
    if not chosen or actor.anchor is None:
        raise SAMPLE_EMPTY(first=first.isoformat(), last=last.isoformat())
    unit = actor.anchor
    sample = Sample.objects.create(
        by=actor.user, first_day=first, last_day=last, service=service, rate=0 if number else rate, number=number,
        seed=seed, pool=len(pool), drawn=len(chosen), created_at=at, unit=unit, area=unit.area,
        area_path=unit.area_path,
    )  # fmt: skip
    rows = {f.pk: f for f in File.objects.select_related("practitioner").filter(pk__in=chosen)}
    made = [_drawn(sample, rows[key], rank, at) for rank, key in enumerate(chosen, 1)]
    hold_chains([sample.area_path, *(row.area_path for row in made)])
    enter_many([(row, ()) for row in made], Verb.AID_DRAW_SAMPLE, actor=actor, at=at)
    record(
        actor=actor,
        verb=Verb.AID_DRAW_SAMPLE,
        subject=sample,
        at=at,
        pool=sample.pool,
        drawn=sample.drawn,
        seed=seed,
    )
    if token:
        keep_result(token, str(sample.pk))
    return sample


def _clear(first: date, last: date, seed: str, rate: int, number: int) -> None:
    """Raise SAMPLE_UNCLEAR when it is not clear what is to be drawn."""
    if bool(rate) == bool(number):
        raise SAMPLE_UNCLEAR(reason="both")
    if not 0 <= rate <= 100 or number < 0:
        raise SAMPLE_UNCLEAR(reason="rate")
    if last < first:
        raise SAMPLE_UNCLEAR(reason="days")
    if not seed.strip() or len(seed) > 80:
        raise SAMPLE_UNCLEAR(reason="seed")


def _drawn(sample: Sample, file: File, rank: int, at: datetime) -> Assessment:
    who = file.practitioner
    return Assessment(
        file=file, sample=sample, rank=rank, practitioner=who, firm_id=who.unit_id if who else None, pack=file.pack,
        sheet=reads.sheet_of(file, local_day(load(file.pack), at)).code, created_at=at,
        unit_id=file.unit_id, area_id=file.area_id, area_path=file.area_path,
    )  # fmt: skip


@transaction.atomic
def assess(
    *, actor: Actor, assessment: Assessment, scores: Mapping[str, int], vetoes: Iterable[str], remarks: str,
    at: datetime,
) -> Assessment:  # fmt: skip
    """Score a file by its sheet; who provided, decided or worked on it may not.

    China: Law Art. 57; Vietnam: Circular 12/2018 Art. 16. Raises ASSESSOR_INVOLVED, SCORES_INVALID.
    """
    row = (
        Assessment.objects.select_for_update(no_key=True, of=("self",))
        .select_related("file__practitioner")
        .get(pk=assessment.pk)
    )
    require(actor, Verb.AID_ASSESS, row)
    if actor.user.pk in reads.involved(row.file):
        raise ASSESSOR_INVOLVED(number=row.file.number)
    pack = load(row.pack)
    # the sheet of the day of the draw: a new one changes nothing for files already drawn
    sheet = pack.get(ScoreSheet, row.sheet, local_day(pack, row.created_at))
    struck = list(dict.fromkeys(vetoes))
    found = graded(sheet, scores, struck)
    return move(
        row, Verb.AID_ASSESS, actor=actor, at=at, detail={"grade": found.grade, "total": found.total},
        scores=dict(scores), vetoes=struck, total=found.total, percent=found.percent, grade=found.grade,
        remarks=remarks.strip(), assessor=actor.user, assessed_at=at,
    )  # fmt: skip


@transaction.atomic
def take_opinion(
    *, actor: Actor, file: File, form: str, answers: Mapping[str, int], text: str, on: date, at: datetime,
    given_by: str = "", by_public: bool = False,
) -> Opinion:  # fmt: skip
    """Take down what an observer, the organ or the recipient thinks; answers from 1 (worst) to 5.

    `by_public`: the recipient fills it in by the code of the receipt, once a form. Raises OPINION_INVALID (reason:
    form, answers), OPINION_TOO_EARLY for a recipient while work goes on, OPINION_GIVEN, DAY_TO_COME.
    """
    pack = load(file.pack)
    today = local_day(pack, at)
    known = {f.code: f for f in reads.forms_for(file, today, public=by_public)}
    if form not in known:
        raise OPINION_INVALID(reason="form", form=form)
    asked = known[form]
    if on > today:
        raise DAY_TO_COME(day=on.isoformat())
    if by_public and file.state not in FILE_CLOSED:
        raise OPINION_TOO_EARLY(number=file.number)
    _answered(asked, answers)
    row = Opinion(
        file=file, form=form, by=None if by_public else actor.user, given_by=given_by.strip()[:80], given_on=on,
        answers=dict(answers), percent=_percent(answers), text=text.strip()[:3000], created_at=at,
        unit_id=file.unit_id, area_id=file.area_id, area_path=file.area_path,
    )  # fmt: skip
    require(actor, Verb.AID_OPINION, row)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise OPINION_GIVEN(number=file.number) from None
    record(
        actor=actor,
        verb=Verb.AID_OPINION,
        subject=file,
        at=at,
        form=form,
        percent=row.percent,
        public=by_public,
    )
    return row


def _answered(asked: OpinionForm, answers: Mapping[str, int]) -> None:
    """Raise OPINION_INVALID unless every question, and nothing else, has an answer from 1 to 5."""
    codes = {question.code for question in asked.questions}
    if set(answers) != codes or not all(1 <= n <= BEST for n in answers.values()):
        raise OPINION_INVALID(reason="answers", form=asked.code)


def _percent(answers: Mapping[str, int]) -> int:
    """Return the answers in a hundred: all ones are 0, all fives 100."""
    most = (BEST - 1) * len(answers)
    return (200 * sum(n - 1 for n in answers.values()) + most) // (2 * most)
