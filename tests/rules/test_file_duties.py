"""Every way through a file, walked on paper: nowhere does it stand still with nothing owed.

The walk needs no database: the machine says which verbs lead on, the clocks of the pack which duties
each verb opens and ends. What is walked are all reachable pairs of a state and the set of duties that
are open in it.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

import pytest

from songfa.duties.keep import applies
from songfa.rules.machine import Machine
from songfa.rules.machines import FILE
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Clock, Service
from songfa.rules.verbs import Verb

ON = date(2026, 11, 18)
PACKS = ("cn", "cn-23", "cn-61", "vn", "vn-92")
Facts = Mapping[str, object]
Here = tuple[str, frozenset[str]]


def circumstances(pack: Pack) -> Iterator[dict[str, object]]:
    """Yield every combination of the facts that conditions of clocks look at."""
    custodies = (False, "tam_giu") if pack.head.country == "vn" else (False,)
    for service, (route, at_once), custody, fast, emergency, zone, complex_ in product(
        pack.all(Service, ON),
        (("application", False), ("notice", True), ("notice", False)),
        custodies,
        (False, True),
        (False, True),
        ("normal", "specially_difficult"),
        (False, True),
    ):
        yield {
            "service": service, "route": route, "at_once": at_once, "custody": custody, "fast_track": fast,
            "emergency_aid": emergency, "residence_zone": zone, "complex": complex_,
        }  # fmt: skip


def after(
    clocks: list[Clock], verb: Verb, here: Here, state: str, facts: Facts, ended: bool
) -> Here:
    """Return where a verb leads: what `duties.keep.after` does, on codes alone."""
    open_now = {c for c in here[1] if not any(k.code == c and verb in k.met_by for k in clocks)}
    if ended:
        open_now = set()
    told = {**facts, "state": state}
    open_now |= {c.code for c in clocks if verb in c.opened_by and applies(c, told)}
    return state, frozenset(open_now)


def walked(machine: Machine, clocks: list[Clock], facts: Facts) -> set[Here]:
    """Return every pair of state and open duties that can be reached."""
    nothing: Here = ("", frozenset())
    first = Verb.AID_NOTICE if facts["route"] == "notice" else Verb.AID_APPLY
    found = {after(clocks, first, nothing, machine.start, facts, ended=False)}
    ahead = deque(found)
    while ahead:
        here = ahead.popleft()
        for move in machine.moves:
            if here[0] in move.sources:
                there = after(
                    clocks, move.verb, here, move.target, facts, ended=move.target in machine.ends
                )
                if there not in found:
                    found.add(there)
                    ahead.append(there)
    return found


@pytest.mark.parametrize("code", PACKS)
def test_a_file_has_an_open_duty_or_an_end(code: str) -> None:
    pack = load(code)
    machine = FILE[pack.head.country]
    clocks = list(pack.all(Clock, ON).values())
    idle: dict[str, list[Facts]] = {}
    for facts in circumstances(pack):
        for state, duties in walked(machine, clocks, facts):
            if state not in machine.ends and not duties:
                idle.setdefault(state, []).append(facts)
    assert {state: facts[0] for state, facts in idle.items()} == {}


@pytest.mark.parametrize("code", PACKS)
def test_every_state_is_reached_and_every_end_is_an_end(code: str) -> None:
    pack = load(code)
    machine = FILE[pack.head.country]
    clocks = list(pack.all(Clock, ON).values())
    facts = next(circumstances(pack))
    assert {state for state, _ in walked(machine, clocks, facts)} == set(machine.states())
