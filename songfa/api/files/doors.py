"""Who may act for the person of a file, as an act of the API."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from songfa.access.policy import Actor
from songfa.aid import actions
from songfa.aid.actions import Agent
from songfa.aid.reads import File
from songfa.api.shapes import Code, Codes, Day, Given, MaybeCode, Word


class Represent(Given):
    """Name a representative: in what capacity, for what, from a day until a day (inclusive)."""

    verb: Literal["aid.represent"]
    name: Annotated[Word, Field(min_length=1, max_length=80)]
    id_number: Annotated[Word, Field(max_length=40)] = ""
    phone: Annotated[Word, Field(max_length=40)] = ""
    capacity: Code
    scopes: Codes
    since: Day
    until: Day | None = None
    proof: MaybeCode = ""

    def do(self, actor: Actor, file: File, at: datetime) -> None:
        actions.represent(
            actor=actor, file=file, agent=Agent(self.name, self.id_number, self.phone), capacity=self.capacity,
            scopes=self.scopes, since=self.since, until=self.until, proof=self.proof, at=at,
        )  # fmt: skip
