"""Every act with a file that the API offers, named by its verb: one shape each, which knows what it does."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from songfa.access.policy import Actor
from songfa.aid import actions
from songfa.aid.actions.work import MOST_COUNTED
from songfa.aid.reads import File
from songfa.api.shapes import Code, Codes, Day, Given, MaybeCode, Text


class AskPapers(Given):
    """Ask once for everything that is missing."""

    verb: Literal["aid.ask_papers"]
    papers: Codes
    note: Text = ""

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.ask_papers(actor=actor, file=file, papers=self.papers, note=self.note, at=at)


class ReceivePapers(Given):
    """Note which papers came in."""

    verb: Literal["aid.receive_papers"]
    papers: Codes

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.receive_papers(actor=actor, file=file, papers=self.papers, at=at)


class Grant(Given):
    """Grant; `missing` papers may follow where the law lets help come first."""

    verb: Literal["aid.grant"]
    missing: Codes = []

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.grant(actor=actor, file=file, missing=self.missing, at=at)


class Refuse(Given):
    """Refuse, with grounds of the pack and reasons in words."""

    verb: Literal["aid.refuse"]
    reasons: Codes
    text: Text = ""

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.refuse(actor=actor, file=file, reasons=self.reasons, text=self.text, at=at)


class Withdraw(Given):
    """End a file that is not pursued."""

    verb: Literal["aid.withdraw"]
    reason: Code

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.withdraw(actor=actor, file=file, reason=self.reason, at=at)


class Assign(Given):
    """Give the file to a practitioner."""

    verb: Literal["aid.assign"]
    practitioner: UUID

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.assign(actor=actor, file=file, practitioner_id=self.practitioner, at=at)


class Log(Given):
    """Write down a piece of work."""

    verb: Literal["aid.log"]
    done_on: Day
    minutes: Annotated[int, Field(ge=1, le=1440)]
    kind: Code
    text: Text = ""
    risks_told: bool = False

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.log(actor=actor, file=file, at=at, **self.model_dump(exclude={"verb"}))


class Close(Given):
    """End the file with its outcome; money recovered in minor units of the country's currency."""

    verb: Literal["aid.close"]
    outcome: Code
    recovered: Annotated[int, Field(ge=0, le=10**15)] | None = None
    summary: Text = ""
    people_helped: Annotated[int, Field(ge=1, le=MOST_COUNTED)] = 1
    petitions_avoided: Annotated[int, Field(ge=0, le=MOST_COUNTED)] = 0
    ended_on: Day | None = None
    ended_by: MaybeCode = ""

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.close(actor=actor, file=file, at=at, **self.model_dump(exclude={"verb"}))


class HandIn(Given):
    """Note that the papers of a closed file were handed in."""

    verb: Literal["aid.hand_in"]
    why_lacking: Text = ""

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.hand_in(actor=actor, file=file, at=at, why_lacking=self.why_lacking)


class SignAgreement(Given):
    """The agreement was signed on a day by somebody, or a hindrance is noted and when it is tried again."""

    verb: Literal["aid.sign_agreement"]
    signed_on: Day | None = None
    signed_by: MaybeCode = ""
    hindrance: MaybeCode = ""
    again_on: Day | None = None
    text: Text = ""

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.sign_agreement(actor=actor, file=file, at=at, **self.model_dump(exclude={"verb"}))


class ReturnFile(Given):
    """Send a file that was handed in back, with the reasons."""

    verb: Literal["aid.return_file"]
    reasons: Text

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.return_file(actor=actor, file=file, at=at, reasons=self.reasons)


class Archive(Given):
    """Accept a file that was handed in: it gets its number in the archive."""

    verb: Literal["aid.archive"]

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.archive(actor=actor, file=file, at=at)


Move = Annotated[
    AskPapers
    | ReceivePapers
    | Grant
    | Refuse
    | Withdraw
    | Assign
    | Log
    | Close
    | HandIn
    | SignAgreement
    | ReturnFile
    | Archive,
    Field(discriminator="verb"),
]
