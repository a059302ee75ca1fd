"""What a state machine is. The machines themselves are in machines.py."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from songfa.rules.problems import GUARD_FAILED, NO_SUCH_MOVE
from songfa.rules.verbs import Verb

Facts = Mapping[str, object]
Guard = Callable[[Facts], bool]


@dataclass(frozen=True, slots=True)
class Move:
    """A verb that leads from any of `sources` to `target` when every guard agrees."""

    verb: Verb
    sources: tuple[str, ...]
    target: str
    guards: tuple[Guard, ...] = ()


@dataclass(frozen=True, slots=True)
class Machine:
    """States and moves of one kind of thing; `ends` are the states in which nothing more is owed."""

    name: str
    start: str
    moves: tuple[Move, ...]
    ends: tuple[str, ...] = ()

    def states(self) -> tuple[str, ...]:
        found = dict.fromkeys([self.start])
        for move in self.moves:
            found.update(dict.fromkeys((*move.sources, move.target)))
        return tuple(found)

    def steps(self) -> tuple[tuple[str, str], ...]:
        """Return each pair of states that some move joins, for the check in the database."""
        return tuple(dict.fromkeys((s, m.target) for m in self.moves for s in m.sources))

    def verbs_from(self, state: str) -> tuple[Verb, ...]:
        """Return the verbs that lead on from a state, in the order of the table."""
        return tuple(dict.fromkeys(m.verb for m in self.moves if state in m.sources))

    def step(self, state: str, verb: Verb, facts: Facts) -> str:
        """Return the state that `verb` leads to.

        Raises NO_SUCH_MOVE when it leads nowhere from here, GUARD_FAILED when something it needs is missing.
        """
        for move in self.moves:
            if move.verb == verb and state in move.sources:
                for guard in move.guards:
                    if not guard(facts):
                        raise GUARD_FAILED(machine=self.name, verb=verb, guard=guard.__name__)
                return move.target
        raise NO_SUCH_MOVE(machine=self.name, state=state, verb=verb)
