"""Every act with a file that the API offers, named by its verb: one shape each, which knows what it does."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from songfa.access.policy import Actor
from songfa.aid import actions, reads
from songfa.aid.actions.work import MOST_COUNTED
from songfa.aid.reads import File
from songfa.api.files.doors import Represent
from songfa.api.files.moves_decide import Deciding
from songfa.api.shapes import (
    Bars,
    Boxes,
    Code,
    Codes,
    Day,
    Given,
    MaybeCode,
    Text,
    Word,
    values_of,
)
from songfa.rules.problems import NOT_FOUND


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
    urgent: Text = ""
    means_basis: MaybeCode = ""

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.grant(
            actor=actor, file=file, missing=self.missing, urgent=self.urgent, means_basis=self.means_basis, at=at
        )  # fmt: skip


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
    """Give the file to a practitioner; `set_aside` names the bars that are passed over, `why` says why."""

    verb: Literal["aid.assign"]
    practitioner: UUID
    set_aside: Bars = []
    why: Text = ""

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.assign(
            actor=actor, file=file, practitioner_id=self.practitioner, at=at, set_aside=self.set_aside, why=self.why
        )  # fmt: skip


class Accept(Given):
    """Take on a file that one was given. Declining has an address of its own: the file is out of reach then."""

    verb: Literal["aid.accept"]

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.accept(actor=actor, file=file, at=at)


class ChangeProvider(Given):
    """Give the file to somebody else, with the reason for the change: it also answers a request that waits for one."""

    verb: Literal["aid.change_provider"]
    practitioner: UUID
    reason: Text
    set_aside: Bars = []
    why: Text = ""

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.reassign(
            actor=actor, file=file, practitioner_id=self.practitioner, reason=self.reason, at=at,
            set_aside=self.set_aside, why=self.why,
        )  # fmt: skip


class NameParty(Given):
    """Name who stands on which side: for the check of conflicts of interest."""

    verb: Literal["aid.name_party"]
    side: Code
    kind: Code
    name: Word
    id_number: Annotated[Word, Field(max_length=40)] = ""

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.name_party(actor=actor, file=file, at=at, **self.model_dump(exclude={"verb"}))


class Offer(Given):
    """Show the file to volunteers of a place (a path of the territory), without the person."""

    verb: Literal["aid.offer"]
    shown_path: Annotated[Word, Field(max_length=120)]
    until: Day

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.offer(actor=actor, file=file, shown_path=self.shown_path, until=self.until, at=at)


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


class AnswerPrompt(Given):
    """Answer a question that the ledger raises about the file: a head of the law, or a need."""

    verb: Literal["aid.answer_prompt"]
    question: Code
    yes: bool
    reason: Text = ""
    kinds: Codes = []

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.answer_prompt(actor=actor, file=file, at=at, **self.model_dump(exclude={"verb"}))


class IssuePaper(Given):
    """Write a document by hand: a form of the pack that needs nothing but what the file knows.

    `boxes`: what is told for the places that no row fills, by the keys of `file_form`. With `replaces`, the id of a
    document of the file, that one is written anew for the reason `why` and is kept; without `boxes` it says again what
    it said.
    """

    verb: Literal["aid.issue"]
    kind: Code
    note: Text = ""
    boxes: Boxes | None = None
    replaces: UUID | None = None
    why: Text = ""

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        boxes = None if self.boxes is None else values_of(self.boxes)
        if self.replaces is None:
            actions.write_paper(
                actor=actor, file=file, kind=self.kind, note=self.note, boxes=boxes, at=at
            )
            return
        old = reads.paper(actor, self.replaces, at=at)
        if old.file_id != file.pk or old.kind != self.kind:
            raise NOT_FOUND(thing="paper")
        actions.correct_paper(
            actor=actor, paper=old, why=self.why, note=self.note or None, boxes=boxes, at=at
        )


Move = Annotated[
    AnswerPrompt
    | Represent
    | AskPapers
    | ReceivePapers
    | Grant
    | Refuse
    | Withdraw
    | Assign
    | Accept
    | ChangeProvider
    | NameParty
    | Offer
    | Log
    | Close
    | HandIn
    | IssuePaper
    | SignAgreement
    | ReturnFile
    | Archive
    | Deciding,
    Field(discriminator="verb"),
]
