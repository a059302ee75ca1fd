"""The procedure of a file as scenario tables: where each verb leads from each state, and who may speak it.

The tables are written out here by hand, from the law and not from the machine, so that a change of one of them shows.
"""

from datetime import date
from itertools import product

import pytest

from songfa.rules.machine import Machine
from songfa.rules.machines import FILE_CN, FILE_VN, MACHINES
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Role
from songfa.rules.problems import GUARD_FAILED, NO_SUCH_MOVE, Problem
from songfa.rules.verbs import Verb

ON = date(2026, 11, 18)
# what every guard of a file asks for
READY = {
    "missing_papers": ["identity_card"], "reasons": ["other"], "practitioner_id": "x", "outcome": "won",
    "upheld": True, "answer": "x", "summary": "x", "grade": "good", "papers_overdue_at": "x",
}  # fmt: skip
BOTH = """
received        ask_papers       awaiting_papers
awaiting_papers receive_papers   received
received        receive_papers   received
granted         receive_papers   granted
assigned        receive_papers   assigned
under_way       receive_papers   under_way
received        grant            granted
received        refuse           refused
received        transfer         transferred
awaiting_papers transfer         transferred
received        withdraw         withdrawn
awaiting_papers withdraw         withdrawn
granted         withdraw         withdrawn
assigned        withdraw         withdrawn
under_way       withdraw         withdrawn
granted         assign           assigned
assigned        accept           under_way
assigned        decline          granted
assigned        change_provider  assigned
under_way       change_provider  assigned
assigned        log              under_way
under_way       log              under_way
assigned        close            closed
under_way       close            closed
closed          hand_in          handed_in
handed_in       return_file      closed
handed_in       archive          archived
refused         reopen           received
"""
CHINA = """
awaiting_papers lapse            lapsed
assigned        sign_agreement   under_way
under_way       sign_agreement   under_way
granted         terminate        terminated
assigned        terminate        terminated
under_way       terminate        terminated
terminated      reopen           received
"""
VIETNAM = """
granted         discontinue      discontinued
assigned        discontinue      discontinued
under_way       discontinue      discontinued
assigned        end_by_law       ended_by_law
under_way       end_by_law       ended_by_law
discontinued    reopen           received
"""
TABLES = {"cn": (FILE_CN, BOTH + CHINA), "vn": (FILE_VN, BOTH + VIETNAM)}


def told(table: str) -> dict[tuple[str, str], str]:
    rows = [line.split() for line in table.splitlines() if line.strip()]
    return {(state, f"aid.{verb}"): target for state, verb, target in rows}


@pytest.mark.parametrize("country", TABLES)
def test_where_each_verb_leads_from_each_state(country: str) -> None:
    machine, table = TABLES[country]
    wanted = told(table)
    verbs = [v for v in Verb if v.startswith("aid.")]
    for state, verb in product(machine.states(), verbs):
        if (state, verb) in wanted:
            assert machine.step(state, verb, READY) == wanted[state, verb], (state, verb)
        else:
            with pytest.raises(Problem) as why:
                machine.step(state, verb, READY)
            assert why.value.code == NO_SUCH_MOVE.code, (state, verb)


@pytest.mark.parametrize("machine", MACHINES, ids=lambda m: m.name)
def test_a_guard_stops_a_move_that_lacks_something(machine: Machine) -> None:
    for move in machine.moves:
        if move.guards:
            with pytest.raises(Problem) as why:
                machine.step(move.sources[0], move.verb, {})
            assert why.value.code == GUARD_FAILED.code, move.verb


@pytest.mark.parametrize("machine", MACHINES, ids=lambda m: m.name)
def test_a_machine_is_whole(machine: Machine) -> None:
    """Every state is reached from the start; ends are states; what is no end leads on."""
    reached, ahead = {machine.start}, [machine.start]
    while ahead:
        here = ahead.pop()
        new = {m.target for m in machine.moves if here in m.sources} - reached
        reached |= new
        ahead.extend(new)
    assert reached == set(machine.states())
    assert set(machine.ends) <= reached
    for state in reached - set(machine.ends) - RESTING.get(machine.name, set()):
        assert machine.verbs_from(state), state


# an adopted plan moves no more itself: its shares do
RESTING = {"plan": {"adopted"}}
# who decides, who acts, who watches: the verbs that must stay apart
MAY = {
    "aid.grant": {"centre_officer", "centre_head"},
    "aid.refuse": {"centre_officer", "centre_head"},
    "aid.assign": {"centre_officer", "centre_head"},
    "aid.accept": {"practitioner"},
    "aid.decline": {"practitioner"},
    "aid.archive": {"centre_officer", "centre_head"},
    "aid.uphold": {"supervisor"},
    "aid.dismiss": {"supervisor"},
    "aid.terminate": {"centre_officer", "centre_head"},
    "aid.discontinue": {"centre_officer", "centre_head"},
    "aid.approve_subsidy": {"centre_head"},
    "aid.pay_subsidy": {"centre_head"},
}


@pytest.mark.parametrize("pack", ["cn", "vn"])
@pytest.mark.parametrize("verb", MAY)
def test_who_may(pack: str, verb: str) -> None:
    roles = load(pack).all(Role, ON)
    held = {code for code, role in roles.items() if verb in role.verbs}
    spoken = verb in {m.verb for m in TABLES[pack][0].moves} or verb.endswith("subsidy")
    assert held == (MAY[verb] if spoken or held else set())
