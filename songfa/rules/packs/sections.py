"""Every section a pack may have. A rule with sections of its own adds its table here."""

from songfa.rules import (
    deciding,
    doors,
    filework,
    forms,
    group_matters,
    notices,
    quality,
    ranking,
    refusals,
    subsidy,
)
from songfa.rules.eligibility import schema as eligibility
from songfa.rules.packs import schema
from songfa.rules.packs.schema import Entry

SECTIONS: dict[str, type[Entry]] = {
    **schema.SECTIONS,
    **eligibility.SECTIONS,
    **ranking.SECTIONS,
    **refusals.SECTIONS,
    **deciding.SECTIONS,
    **doors.SECTIONS,
    **notices.SECTIONS,
    **forms.SECTIONS,
    **filework.SECTIONS,
    **subsidy.SECTIONS,
    **group_matters.SECTIONS,
    **quality.SECTIONS,
}
