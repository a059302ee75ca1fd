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
        transfer.to objection.against objection.result change.next
        basis finding reason termination.ground papers.received papers.missing
        practitioner.name practitioner.unit practitioner.licence practitioner.phone agreement.on agreement.scope
        hours outcome summary people petitions
        money.claimed money.recovered money.avoided money.expenses
        """,
    ),
    **_of("list", "missing grounds"),
    **_of("table", "papers.table logs issued recipients"),
}

# what only the act gives by which a paper is written
OF_ACT: dict[str, Kind] = {
    **_of(
        "text",
        """
        decision
        cooperation.to cooperation.request cooperation.answer_by
        introduction.for introduction.days delivery.place delivery.way
        change.asked_on change.reason change.result change.former
        withdrawal.reason referral.to
        objection.on objection.of objection.text objection.reason
        complaint.against complaint.text complaint.request
        quality.manner quality.preparation quality.evidence quality.argument quality.grade quality.notes
        follow_up.on follow_up.way follow_up.by follow_up.met follow_up.told follow_up.paid follow_up.manner
        follow_up.grade follow_up.notes
        consultation.on consultation.channel consultation.question consultation.answer consultation.result
        duty.on duty.asked_on duty.asked duty.place duty.lawyer duty.unit duty.phone duty.request duty.content
        duty.result duty.arrangement
        period.from period.to period.count
        """,
    ),
    **_of("list", "duty.kinds"),
    **_of("table", "register figures"),
}

KINDS: dict[str, Kind] = {**OF_FILE, **OF_ACT}


def is_day(key: str) -> bool:
    """Whether a value is a day, for which a form leaves another room than for words."""
    return key.endswith(("_on", ".on")) or key in (
        "today",
        "cooperation.answer_by",
        "period.from",
        "period.to",
    )
