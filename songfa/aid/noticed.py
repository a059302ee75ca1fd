"""What a notice tells: read into facts of eligibility, and whether anything is left to decide."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from songfa.aid.door.answers import Circumstances, facts_of
from songfa.people.actions import Described
from songfa.rules.calendar import of_pack
from songfa.rules.eligibility.finding import Finding
from songfa.rules.notices import NoticeHead, unknown_code, with_head
from songfa.rules.packs.read import Pack
from songfa.rules.packs.schema import Group
from songfa.rules.problems import CODE_UNKNOWN

CRIMINAL = "criminal"
DEFENDED = (
    "suspect",
    "defendant",
    "accused",
    "held_in_emergency",
    "compulsory_treatment_respondent",
)


@dataclass(frozen=True, slots=True)
class NoticeTold:
    """What a notice says. Codes are those of the unit's pack; what is empty is not said.

    Empty `role` and `stage` are the usual ones before this kind of body. `certificate` is the number of
    a disability certificate as written.
    """

    person: Described
    organ: str
    organ_name: str
    head: str
    received_at: datetime
    reference: str = ""
    role: str = ""
    stage: str = ""
    cause: str = ""
    custody: str = ""
    custody_place: str = ""
    hearing_on: date | None = None
    found_at: datetime | None = None
    disabilities: tuple[str, ...] = ()
    certificate: str = ""
    has_counsel: bool | None = None
    household: str = ""  # vn: poor | near_poor | neither
    monthly_allowance: bool | None = None
    language: str = ""
    needs: tuple[str, ...] = ()
    contact: str = ""
    story: str = ""
    defects: tuple[str, ...] = field(default=())


def known_codes(pack: Pack, on: date, groups: Iterable[str], **said: str | Iterable[str]) -> None:
    """Raise CODE_UNKNOWN (value) for a word that no list of the house or of the pack has."""
    wrong = unknown_code(pack.head.country, **said)
    if wrong is not None:
        raise CODE_UNKNOWN(value=wrong[1])
    known = pack.all(Group, on)
    for code in groups:
        if code not in known:
            raise CODE_UNKNOWN(value=code)


def facts_of_notice(told: NoticeTold, head: NoticeHead, pack: Pack, on: date) -> dict[str, Any]:
    """Return the facts that a notice tells, in the vocabulary of eligibility.

    What the organ says of a disability counts; what only a certificate shows raises a question instead.
    """
    said = Circumstances(
        born=told.person.born, groups=told.person.groups, role=told.role, custody=told.custody,
        disabilities=told.disabilities, has_counsel=told.has_counsel,
        household=told.household, monthly_allowance=told.monthly_allowance,
    )  # fmt: skip
    facts = facts_of(said, pack, on)
    facts.pop("applicant", None)  # nobody applied
    if head.accept != "never":
        facts["applicant"] = {"via": "proceedings_body"}
    facts.setdefault("criminal", {})["stage"] = told.stage
    if told.hearing_on is not None and pack.head.country == "vn":
        facts.setdefault("urgency", {})["working_days_to_hearing"] = _working_days(
            pack, on, told.hearing_on
        )
    if told.role in DEFENDED:
        facts["service"] = "criminal_defence"
    else:
        facts["service"] = "litigation" if pack.head.country == "vn" else "criminal_representation"
    facts["matter"] = CRIMINAL
    return with_head(facts, head)


def _working_days(pack: Pack, on: date, until: date) -> int:
    calendar = of_pack(pack.code)
    days = (date.fromordinal(n) for n in range(on.toordinal() + 1, until.toordinal() + 1))
    return sum(calendar.is_working_day(day) for day in days)


def accepted_at_once(head: NoticeHead, finding: Finding) -> bool:
    """Return whether a notice leaves the agency nothing to decide."""
    if head.accept == "always":
        return True
    return head.accept == "found" and finding.outcome == "mandatory_appointment"
