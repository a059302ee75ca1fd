"""Why somebody stands where they stand, in words."""

from collections.abc import Iterable

from songfa.rules.packs.read import Pack
from songfa.rules.ranking import Reason
from songfa.words.habits import name_in
from songfa.words.say import has, key_of, say

# what a reason's `entry` is a code of
SECTION = {
    "demand_met": "demands",
    "demand_unmet": "demands",
    "conflict": "conflicts",
    "conflict_maybe": "conflicts",
}


def tongue(code: str) -> str:
    """Return the name of a language, or its code where the house has no word for it."""
    key = key_of("language", code)
    return say(key) if has(key) else code


def said(reason: Reason, pack: Pack) -> str:
    """Return a reason in the reader's language, with the points it costs."""
    text = say(key_of("rank", reason.code), n=reason.n, of=reason.of, what=_what(reason, pack))
    return say("rank-points", reason=text, n=reason.points) if reason.points else text


def _what(reason: Reason, pack: Pack) -> str:
    if reason.code in SECTION:
        return name_in(pack, SECTION[reason.code], reason.entry)
    return tongue(reason.entry) if reason.code.startswith("language") else reason.entry


def all_said(reasons: Iterable[Reason], pack: Pack) -> list[str]:
    return [said(r, pack) for r in reasons]


def of_keys(keys: str, pack: Pack) -> list[tuple[str, str]]:
    """Return bars named by key (`full,conflict:kin`) as pairs of key and sentence without figures."""
    found = []
    for key in filter(None, keys.split(",")):
        code, _, entry = key.partition(":")
        found.append((key, _plain(Reason(code, entry=entry), pack)))
    return found


def _plain(reason: Reason, pack: Pack) -> str:
    bare = key_of("bar", reason.code)
    return say(bare) if has(bare) else said(reason, pack)
