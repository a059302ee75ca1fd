"""What may be done with a file: the next thing first, then the rest in the groups in which an officer thinks."""

from collections.abc import Sequence
from dataclasses import dataclass

from songfa.aid import reads
from songfa.aid.reads import Step
from songfa.rules.verbs import Verb
from songfa.web.desk.files.acts import ACTS, BESIDE, address
from songfa.web.desk.files.opened import Opened
from songfa.words.say import key_of, say

# what an officer usually does next in a state, and what else that step may end in: the first is the green button
NEAR: dict[str, tuple[Verb, ...]] = {
    "received": (Verb.AID_GRANT, Verb.AID_ASK_PAPERS, Verb.AID_REFUSE, Verb.AID_TRANSFER),
    "awaiting_papers": (Verb.AID_RECEIVE_PAPERS, Verb.AID_LAPSE),
    "granted": (Verb.AID_ASSIGN,),
    "assigned": (Verb.AID_ACCEPT, Verb.AID_DECLINE, Verb.AID_SIGN_AGREEMENT, Verb.AID_LOG),
    "under_way": (Verb.AID_LOG, Verb.AID_SIGN_AGREEMENT, Verb.AID_CLOSE),
    "closed": (Verb.AID_HAND_IN,),
    "handed_in": (Verb.AID_ARCHIVE, Verb.AID_RETURN_FILE),
}
# each verb that has a page stands in one group
GROUPS: dict[str, tuple[Verb, ...]] = {
    "deciding": (
        Verb.AID_RECEIVE_PAPERS,
        Verb.AID_GRANT,
        Verb.AID_ASK_PAPERS,
        Verb.AID_REFUSE,
        Verb.AID_TRANSFER,
        Verb.AID_COOPERATE,
        Verb.AID_LAPSE,
    ),
    "work": (
        Verb.AID_ASSIGN,
        Verb.AID_ACCEPT,
        Verb.AID_DECLINE,
        Verb.AID_SIGN_AGREEMENT,
        Verb.AID_LOG,
        Verb.AID_ISSUE,
        Verb.AID_RECIPIENTS,
        Verb.AID_NAME_PARTY,
        Verb.AID_CHANGE_PROVIDER,
    ),
    "beside": (
        Verb.AID_REPRESENT,
        Verb.AID_LINK,
        Verb.AID_REFER,
        Verb.AID_OPINION,
        Verb.AID_ASK_CHANGE,
        Verb.AID_OBJECT,
        Verb.AID_COMPLAIN,
    ),
    "ending": (
        Verb.AID_CLOSE,
        Verb.AID_HAND_IN,
        Verb.AID_ARCHIVE,
        Verb.AID_RETURN_FILE,
        Verb.AID_WITHDRAW,
        Verb.AID_TERMINATE,
        Verb.AID_DISCONTINUE,
        Verb.AID_END_BY_LAW,
    ),
}


@dataclass(frozen=True, slots=True)
class Way:
    """A link to the page of a verb."""

    verb: Verb
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """The ways of one kind, under their heading."""

    code: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """The one thing to do next, what else this step may end in, and everything besides."""

    first: Way | None
    near: tuple[Way, ...]
    groups: tuple[Group, ...]


def _offered(now: Opened) -> dict[Verb, Way]:
    """Return the ways that this person has with this file as it stands."""
    verbs = [v for v in now.file.machine.verbs_from(now.file.state) if now.actor.may(v)]
    if now.file.papers_asked_at is not None:
        verbs = [v for v in verbs if v != Verb.AID_ASK_PAPERS]
    if now.file.state != "awaiting_papers" and not reads.papers_awaited(now.file):
        verbs = [v for v in verbs if v != Verb.AID_RECEIVE_PAPERS]
    return {
        v: Way(v, say(key_of("verb", v)), url)
        for v in (*verbs, *(v for v in BESIDE if now.actor.may(v)))
        if (url := address(v, now.file)) and (v not in ACTS or ACTS[v].offered(now))
    }


def _first(ways: dict[Verb, Way], near: tuple[Verb, ...], owed: Sequence[Step]) -> Verb | None:
    """Return what meets the duty that presses most; without one, what is usual in this state.

    Who was given a file says first whether they take it. What is owed until it is done presses nobody, and
    a file is closed when its work is done, not by a green button.
    """
    if Verb.AID_ACCEPT in ways:
        return Verb.AID_ACCEPT
    pressing = sorted((s for s in owed if not s.until_done), key=lambda s: s.state != "late")
    for step in pressing:
        meets = [v for v in ways if v in step.met_by and v != Verb.AID_CLOSE]
        if meets:
            return min(meets, key=lambda v: near.index(v) if v in near else len(near))
    return next((v for v in near if v in ways), None)


def ways_of(now: Opened, owed: Sequence[Step]) -> Ways:
    """Return what this person may do with a file, in the order in which an officer thinks of it."""
    ways, near = _offered(now), NEAR.get(now.file.state, ())
    first = _first(ways, near, owed)
    beside_it = tuple(ways[v] for v in near if v in ways and v != first)
    taken = {first, *(w.verb for w in beside_it)}
    groups = (
        Group(code, tuple(ways[v] for v in verbs if v in ways and v not in taken))
        for code, verbs in GROUPS.items()
    )
    return Ways(ways[first] if first else None, beside_it, tuple(g for g in groups if g.ways))
