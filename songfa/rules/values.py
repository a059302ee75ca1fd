"""The values that a form may name in its places, and of what kind each is."""

import re
from collections.abc import Mapping
from typing import Literal

Kind = Literal["text", "list", "table"]
# a text, a list of points, or the rows of a table
Value = str | tuple[str, ...] | tuple[tuple[str, ...], ...]
Values = Mapping[str, Value]

PLACES = re.compile(r"\{([a-z][a-z_.]*)\}")
ANY: tuple[Kind, ...] = ("text", "list", "table")


def _of(kind: Kind, text: str) -> dict[str, Kind]:
    return dict.fromkeys(text.split(), kind)


# what the data of a file and of its office give
OF_FILE: dict[str, Kind] = {
    **_of(
        "text",
        """
        today place_and_day office.name office.above office.contact note
        person.name person.sex person.born person.ethnicity person.id_number person.home person.address
        person.phone person.employer person.groups
        agent.name agent.relation agent.phone agent.id_number agent.kind
        matter service service.form story channel request_number file_number
        received_on decided_on assigned_on closed_on limit_on
        case.role case.stage case.adverse case.number case.custody case.plea case.procedure
        organ.name organ.contact notice.on hearing.on hearing.place
        household.size household.per_head household.income household.spending household.property
        household.savings household.debts means
        transfer.to decision withdrawal.reason behalf.name
        objection.against objection.result objection.on objection.of objection.text objection.reason
        change.asked_on change.request change.reason change.result change.former change.next change.unit
        cooperation.to cooperation.request cooperation.answer_by
        complaint.against complaint.text complaint.ground
        basis finding reason termination.ground papers.received papers.missing
        practitioner.name practitioner.unit practitioner.licence practitioner.phone agreement.on agreement.scope
        hours outcome summary people petitions
        money.claimed money.recovered money.avoided money.expenses
        observed.on_time observed.facts observed.law observed.manner observed.by observed.on observed.notes
        organ_says.diligence organ_says.skill organ_says.discipline organ_says.by organ_says.on organ_says.notes
        follow_up.attitude follow_up.informed follow_up.effort follow_up.result follow_up.on_time
        follow_up.by follow_up.on follow_up.notes
        """,
    ),
    **_of("list", "missing grounds"),
    **_of("table", "papers.table logs issued recipients"),
}

# what only the act gives by which a paper is written, or what it tells of beside a file
OF_ACT: dict[str, Kind] = {
    **_of(
        "text",
        """
        introduction.days delivery.place delivery.way delivery.proxy delivery.failed progress.wants
        referral.to referral.from complaint.request follow_up.way
        consultation.on consultation.channel consultation.question consultation.answer consultation.result
        duty.on duty.asked_on duty.asked duty.place duty.lawyer duty.unit duty.phone duty.request duty.content
        duty.result duty.arrangement duty.passed_by
        period.from period.to period.count
        """,
    ),
    **_of("list", "introduction.for duty.kinds"),
    **_of("table", "register figures"),
}

KINDS: dict[str, Kind] = {**OF_FILE, **OF_ACT}

# what an officer may tell on a paper where no row of the house knows it; everything else is entered where it belongs
BY_HAND = frozenset(
    _of(
        "text",
        """
        person.sex person.born person.ethnicity person.id_number person.home person.address person.phone
        person.employer agent.name agent.relation agent.phone agent.id_number agent.kind
        household.size household.per_head household.income household.spending household.property
        household.savings household.debts means
        organ.name organ.contact case.role case.stage case.adverse case.number case.custody case.plea case.procedure
        hearing.on hearing.place practitioner.licence practitioner.phone agreement.scope office.contact
        introduction.for introduction.days delivery.place delivery.way delivery.proxy delivery.failed
        progress.wants follow_up.way withdrawal.reason change.request complaint.text complaint.request
        duty.kinds duty.request duty.phone duty.arrangement duty.passed_by
        """,
    )
)


def is_day(key: str) -> bool:
    """Whether a value is a day, for which a form leaves another room than for words."""
    return key.endswith(("_on", ".on")) or key in (
        "today",
        "cooperation.answer_by",
        "period.from",
        "period.to",
    )
