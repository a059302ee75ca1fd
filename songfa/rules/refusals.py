"""Grounds of a refusal: a section of the packs."""

from songfa.rules.packs.schema import Count, Entry, Named


class RefusalGround(Named):
    """A ground on which an application may be refused in writing."""

    order: Count = 100


SECTIONS: dict[str, type[Entry]] = {"refusal_grounds": RefusalGround}
