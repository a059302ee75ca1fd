"""The codes that plans use for groups of people."""

from functools import cache

from songfa.papers.plans.vocabulary import vocabulary


@cache
def audience_codes() -> tuple[str, ...]:
    """Return the codes of the groups that the reader knows in either language."""
    return tuple(
        dict.fromkeys(c for lang in ("zh-Hans", "vi") for c in vocabulary(lang).table("audiences"))
    )
