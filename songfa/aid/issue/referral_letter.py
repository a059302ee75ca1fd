"""The letter by which a person is referred: to legal aid (vn: form 13-TP-TGPL), or by us to another body."""

from datetime import datetime

from songfa.access.models import Unit
from songfa.aid.days import local_day
from songfa.aid.issue import compose_alone, numbering
from songfa.aid.issue.frame import Desk
from songfa.aid.issue.referred import Referred
from songfa.papers.out.letter import Letter
from songfa.rules.packs.read import load

INWARD, OUTWARD = "referral_letter", "referral_out_letter"
COMMUNE = "commune"


def write(
    unit: Unit, who: Referred, *, sender: str, receiver: str, body: str, matter: str, inward: bool, at: datetime
) -> Letter:  # fmt: skip
    """Return the letter in the form and language of the unit's country, numbered where the unit has a series.

    `sender` and `receiver` are names, `body` the kind of the other body, `matter` a code of the pack or empty.
    The official form of Vietnam is the commune's alone (Circular 12/2018 Art. 17a). Raises NO_VALUE_AT_DATE.
    """
    pack = load(unit.pack)
    desk = Desk(pack, unit, local_day(pack, at))
    official = inward and (pack.head.country != "vn" or body == COMMUNE)
    kind = INWARD if official else OUTWARD
    own = sender == unit.name
    number = ""
    if own:
        number = numbering.of_paper(
            pack, unit, place=unit.area_path, kind=kind, matter=matter, on=desk.on
        )
    return compose_alone(
        unit, kind, at=at, number=number, called="" if own else sender,
        referral_from=sender, referral_to=receiver, person_name=who.name, person_born=desk.day(who.born),
        person_id_number=who.id_number, person_phone=who.phone, person_address=who.address,
        case_role=desk.coded("referral-role", who.role), matter=desk.name_of("matters", matter),
        story=who.reason, papers_received=who.papers,
    )  # fmt: skip
