"""Acts with a file that end it, hand it over, or raise something about it: one shape each."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from songfa.access.policy import Actor
from songfa.aid import actions
from songfa.aid.reads import File
from songfa.api.shapes import Code, Codes, Given, Text, Word


class Lapse(Given):
    """Take the application as withdrawn: the papers did not come in time."""

    verb: Literal["aid.lapse"]

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.lapse(actor=actor, file=file, at=at)


class Terminate(Given):
    """Terminate, on heads of the pack and with reasons in words."""

    verb: Literal["aid.terminate"]
    reasons: Codes
    text: Text

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.terminate(actor=actor, file=file, reasons=self.reasons, text=self.text, at=at)


class Discontinue(Given):
    """Discontinue, on grounds of the pack and with reasons in words."""

    verb: Literal["aid.discontinue"]
    reasons: Codes
    text: Text

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.discontinue(actor=actor, file=file, reasons=self.reasons, text=self.text, at=at)


class EndByLaw(Given):
    """Note that the proceedings were ended by law."""

    verb: Literal["aid.end_by_law"]
    reasons: Codes
    text: Text

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.end_by_law(actor=actor, file=file, reasons=self.reasons, text=self.text, at=at)


class Transfer(Given):
    """Hand over to a unit of the system, or to a body outside it by name."""

    verb: Literal["aid.transfer"]
    reason: Code
    unit: UUID | None = None
    body: Word = ""
    text: Text = ""

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.transfer(
            actor=actor, file=file, reason=self.reason, unit_id=self.unit, body=self.body[:120], text=self.text, at=at
        )  # fmt: skip


class Cooperate(Given):
    """Ask another agency; the same `token` again is the same request."""

    verb: Literal["aid.cooperate"]
    text: Text
    unit: UUID | None = None
    body: Word = ""
    token: UUID | None = None

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.cooperate(
            actor=actor, file=file, text=self.text, unit_id=self.unit, body=self.body[:120], token=self.token, at=at
        )  # fmt: skip


class ObjectTo(Given):
    """Raise an objection for the applicant; the same `token` again is the same objection."""

    verb: Literal["aid.object"]
    text: Text
    token: UUID | None = None

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.object_to(actor=actor, file=file, text=self.text, token=self.token, at=at)


class Complain(Given):
    """Make a complaint for the applicant; the same `token` again is the same complaint."""

    verb: Literal["aid.complain"]
    ground: Code
    text: Text
    token: UUID | None = None

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.complain(
            actor=actor, file=file, ground=self.ground, text=self.text, token=self.token, at=at
        )


class AskChange(Given):
    """Ask for somebody else on behalf of the recipient."""

    verb: Literal["aid.ask_change"]
    text: Text
    token: UUID | None = None

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.ask_change(actor=actor, file=file, text=self.text, token=self.token, at=at)


Deciding = (
    Lapse | Terminate | Discontinue | EndByLaw | Transfer | Cooperate | ObjectTo | Complain | AskChange
)  # fmt: skip
