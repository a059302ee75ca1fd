"""Every section a pack may have. A rule with sections of its own adds its table here."""

from songfa.rules.packs import schema
from songfa.rules.packs.schema import Entry

SECTIONS: dict[str, type[Entry]] = {
    **schema.SECTIONS,
}
