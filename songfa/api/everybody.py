"""What everybody may ask without an account: areas, packs, findings, clocks, a plan read. Nothing is stored."""

from datetime import UTC, date, datetime
from threading import Lock
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import File, Router, Schema, UploadedFile
from ninja.decorators import decorate_view
from ninja.responses import codes_4xx
from pydantic import AwareDatetime, Field

from songfa.api.door import at_most
from songfa.api.shapes import Day, Facts, Given, PackCode, Trouble, Word
from songfa.areas import reads as areas
from songfa.papers.intake import read_document
from songfa.papers.plans.read import read_plans
from songfa.rules.calendar import of_pack
from songfa.rules.clocks import due
from songfa.rules.eligibility.check import check
from songfa.rules.packs.read import Pack, codes, load
from songfa.rules.packs.schema import HourRule, Unit
from songfa.rules.problems import (
    FILE_TOO_LARGE,
    NO_VALUE_AT_DATE,
    PACK_UNKNOWN,
    READER_BUSY,
    Problem,
)
from songfa.words.explain import finding_json

router = Router()
FACTS_KB, DOCUMENT_MB = 64, 5
# strangers' documents are read one at a time: however long one takes, the desk has its other threads
READING = Lock()
# before it clocks went by the sun, with offsets that no format of today writes
EARLIEST = datetime(1950, 1, 1, tzinfo=UTC)


def pack_of(code: str) -> Pack:
    """Return a pack that is there. Raises PACK_UNKNOWN."""
    if code not in codes():
        raise PACK_UNKNOWN(pack=code, file="", line=0)
    return load(code)


# -- areas ------------------------------------------------------------------------------------------


class AreaOut(Schema):
    """A unit of territory as it stood on the day asked for."""

    country: str
    code: str
    level: str
    kind: str
    name: str
    name_en: str
    spelled: str
    path: str
    valid_from: date
    valid_to: date | None


@router.get("/areas", response={200: list[AreaOut], codes_4xx: Trouble}, operation_id="areas")
def find_areas(
    request: HttpRequest,
    q: Word,
    on: Day | None = None,
    country: Literal["cn", "vn"] | None = None,
) -> list[AreaOut]:
    """Find units of territory by name, pinyin, Vietnamese without marks, or code, as they stood on a day."""
    day = on or (load(country).day(timezone.now()) if country else timezone.localdate())
    return [
        AreaOut(
            country=a.country, code=a.code, level=a.level, kind=a.kind, name=a.name, name_en=a.name_en,
            spelled=areas.spelled(a, day), path=a.path, valid_from=a.valid_from, valid_to=a.valid_to,
        )
        for a in areas.find(q, on=day, country=country)
    ]  # fmt: skip


# -- packs ------------------------------------------------------------------------------------------


class PackOut(Schema):
    """What a pack and those it extends say on a day, by section."""

    pack: str
    chain: list[str]
    on: date
    sections: dict[str, list[dict[str, Any]]]


def _in_force(pack: Pack, section: str, on: date) -> list[dict[str, Any]]:
    try:
        return [e.model_dump(mode="json") for e in pack.entries(section, on).values()]
    except Problem as why:
        if why.code != NO_VALUE_AT_DATE.code:
            raise
        return []


@router.get("/packs/{code}", response={200: PackOut, codes_4xx: Trouble}, operation_id="pack")
def show_pack(request: HttpRequest, code: PackCode, on: Day | None = None) -> PackOut:
    """Show the law of a jurisdiction as data, with its sources, as it holds on a day."""
    pack = pack_of(code)
    day = on or pack.day(timezone.now())
    sections = {name: found for name in pack.sections if (found := _in_force(pack, name, day))}
    if not sections:
        raise NO_VALUE_AT_DATE(pack=pack.code, section="", name=pack.code, on=day)
    return PackOut(pack=pack.code, chain=list(pack.chain), on=day, sections=sections)


# -- findings ---------------------------------------------------------------------------------------


class Case(Given):
    """The facts of a case, in the vocabulary of eligibility, and the day that counts."""

    pack: PackCode
    on: Day
    facts: Facts


class FindingOut(Schema):
    """What the rules say of the case, article by article, explained in three languages."""

    outcome: str
    grounds: list[str]
    basis: list[dict[str, str]]
    emergency_aid: bool
    lawyer_requirement: list[str]
    clocks: list[dict[str, Any]]
    who_decides: str
    remedies: list[str]
    means_result: str | None
    means_basis: str | None
    applicant_valid: bool | None
    who_may_apply: list[str]
    vn_groups: list[str]
    rule_status: str
    evidence: dict[str, Any]
    reasons: list[dict[str, Any]]
    values: list[dict[str, Any]]
    explanation: dict[str, list[str]]
    pack: str
    on: date


@router.post("/findings", response={200: FindingOut, codes_4xx: Trouble}, operation_id="finding")
@decorate_view(at_most(FACTS_KB))
def find(request: HttpRequest, case: Case) -> FindingOut:
    """Say whether legal aid is due on these facts, on which articles, and what follows. Nothing is stored."""
    return FindingOut(**finding_json(check(case.facts, pack_of(case.pack), case.on)))


# -- clocks -----------------------------------------------------------------------------------------


class Period(Given):
    """A period of the law: from an instant with its offset, so many hours, days, working days, months or years."""

    country: Literal["cn", "vn"]
    start: Annotated[AwareDatetime, Field(ge=EARLIEST)]
    amount: Annotated[int, Field(ge=0, le=100_000)]
    unit: Unit
    roll: bool = False
    hour_rule: HourRule = "from_moment"


class DueOut(Schema):
    """When the period ends; null where the calendar of a year is not published."""

    due: datetime | None
    status: str
    holidays: list[date]
    makeup: list[date]


@router.post("/clocks/due", response={200: DueOut, codes_4xx: Trouble}, operation_id="clock_due")
@decorate_view(at_most(FACTS_KB))
def clock_due(request: HttpRequest, period: Period) -> DueOut:
    """Say when a period ends, by the published calendar of the country."""
    roll: Literal["next_working_day", "none"] = "next_working_day" if period.roll else "none"
    found = due(
        period.start, period.amount, period.unit, of_pack(period.country), roll, period.hour_rule
    )
    return DueOut(
        due=found.instant,
        status=found.status,
        holidays=list(found.holidays),
        makeup=list(found.makeup),
    )


# -- plans that are read ----------------------------------------------------------------------------


class PlansOut(Schema):
    """The plans of a document, each field with the lines that it came from."""

    plans: list[dict[str, Any]]
    kind: str
    lines: list[str]
    warnings: list[str]


@router.post("/plans/read", response={200: PlansOut, codes_4xx: Trouble}, operation_id="plan_read")
@decorate_view(at_most(DOCUMENT_MB * 1024 + FACTS_KB))
def read_plan(request: HttpRequest, file: Annotated[UploadedFile, File()]) -> PlansOut:
    """Read a plan document (txt, docx, pdf; Chinese or Vietnamese). Nothing is stored."""
    name = (file.name or "").replace("\0", "")
    if (file.size or 0) > DOCUMENT_MB * 1024 * 1024:
        raise FILE_TOO_LARGE(name=name, limit=DOCUMENT_MB)
    if not READING.acquire(blocking=False):
        raise READER_BUSY()  # noqa: RSE102 - a catalogue entry, not an exception class
    try:
        document = read_document(name, file.read())
        plans = [plan.to_json() for plan in read_plans(document)]
    finally:
        READING.release()
    return PlansOut(
        plans=plans,
        kind=document.kind,
        lines=list(document.lines),
        warnings=list(document.warnings),
    )
