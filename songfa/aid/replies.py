"""An answer to what stands beside a file, by its verb: what the desk and programs send."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from songfa.access.policy import Actor
from songfa.aid import actions
from songfa.aid.models.decide import Beside
from songfa.rules.problems import NO_SUCH_MOVE, NOT_FOUND
from songfa.rules.verbs import Verb


@dataclass(frozen=True, slots=True)
class Reply:
    """What is decided (`verb`), in words, and what some verbs ask besides."""

    verb: str
    text: str = ""
    practitioner: UUID | None = None
    upheld: bool = False
    still_entitled: bool = False


Do = Callable[[dict[str, Any], Any, Reply], object]


def _agree(by: dict[str, Any], row: Any, said: Reply) -> object:
    if said.practitioner is None:
        raise NOT_FOUND(thing="practitioner")
    return actions.agree_change(
        **by, request=row, text=said.text, practitioner_id=said.practitioner
    )


REPLIES: dict[Verb, Do] = {
    Verb.AID_UPHOLD: lambda by, row, said: actions.uphold(**by, objection=row, text=said.text),
    Verb.AID_DISMISS: lambda by, row, said: actions.dismiss(**by, objection=row, text=said.text),
    Verb.AID_TAKE_UP: lambda by, row, said: actions.take_up(**by, complaint=row),
    Verb.AID_TURN_DOWN: lambda by, row, said: actions.turn_down(
        **by, complaint=row, text=said.text
    ),
    Verb.AID_ANSWER_COMPLAINT: lambda by, row, said: actions.answer_complaint(
        **by, complaint=row, text=said.text, upheld=said.upheld
    ),
    Verb.AID_ESCALATE: lambda by, row, said: actions.escalate(**by, complaint=row, text=said.text),
    Verb.AID_AGREE_CHANGE: _agree,
    Verb.AID_REFUSE_CHANGE: lambda by, row, said: actions.refuse_change(
        **by, request=row, text=said.text
    ),
    Verb.AID_PASS_CHECK: lambda by, row, said: actions.pass_check(**by, check=row, text=said.text),
    Verb.AID_FAIL_CHECK: lambda by, row, said: actions.fail_check(
        **by, check=row, text=said.text, still_entitled=said.still_entitled
    ),
    Verb.AID_ANSWER_COOPERATION: lambda by, row, said: actions.answer_cooperation(
        **by, cooperation=row, text=said.text
    ),
}


def reply(*, actor: Actor, row: Beside, said: Reply, at: datetime) -> None:
    """Answer by the verb. Raises NO_SUCH_MOVE for a verb that such a row does not know, and what the action raises."""
    known = {move.verb for move in row.machine.moves}
    if said.verb not in known:
        raise NO_SUCH_MOVE(state=row.state, verb=said.verb[:60])
    REPLIES[Verb(said.verb)]({"actor": actor, "at": at}, row, said)
