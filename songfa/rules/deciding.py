"""What a decision may rest on and what may be said against it: sections of the packs, and the draw of spot checks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from hashlib import sha256
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from songfa.rules.packs.schema import Code, Count, Entry, Flag, Named, Names

Percent = Annotated[int, Field(strict=True, ge=0, le=100)]


class EndingGround(Named):
    """A ground on which a file is ended or handed over; `verb` is the act that it allows.

    `prompts`: what the system itself can see, and then offers the act: `declaration_untrue`, `papers_overdue`.
    """

    verb: Code
    order: Count = 100
    prompts: tuple[Literal["declaration_untrue", "papers_overdue"], ...] = ()


class ComplaintGround(Named):
    """What a complaint may be about."""

    order: Count = 100


class ComplaintLevel(Named):
    """Who decides a complaint, in order: the agency itself, or the body above it."""

    order: Count
    by: Literal["agency", "above"]


class Remedy(Named):
    """What may be said against a decision, told with it. `states`: those of a file in which it is open (none: all)."""

    text: Names
    states: tuple[Code, ...] = ()
    order: Count = 100


class SpotCheckRate(Named):
    """How many of the declarations that were relied on are looked at later: a share, and at least so many."""

    percent: Percent
    at_least: Count = 1
    suspended: Flag = False
    # how often the house draws by itself; nothing: only when somebody asks for it
    every: Literal["month", "quarter"] | None = None

    def period(self, on: date) -> tuple[int, int] | None:
        """Return the period in which a day lies, as year and number; None where nothing is drawn by itself."""
        if self.every is None or self.suspended:
            return None
        return on.year, on.month if self.every == "month" else (on.month - 1) // 3 + 1


SECTIONS: dict[str, type[Entry]] = {
    "ending_grounds": EndingGround,
    "complaint_grounds": ComplaintGround,
    "complaint_levels": ComplaintLevel,
    "remedies": Remedy,
    "spot_checks": SpotCheckRate,
}


@dataclass(frozen=True, slots=True)
class Ticket:
    """The place of one thing in a draw: the smaller the mark, the earlier it is drawn."""

    id: UUID
    mark: str


def tickets(pool: Iterable[UUID], seed: str) -> list[Ticket]:
    """Return the pool in the order of the draw.

    The mark is SHA-256 of the seed and the thing's own number: nobody chooses it, anybody can work it out again.
    """
    marked = (Ticket(one, sha256(f"{seed}:{one}".encode()).hexdigest()) for one in set(pool))
    return sorted(marked, key=lambda t: t.mark)


def size(pool: int, rate: SpotCheckRate) -> int:
    """Return how many of a pool are drawn: the share rounded up, at least `at_least`, at most all."""
    if rate.suspended:
        return 0
    share = -(-Fraction(pool * rate.percent, 100) // 1)
    return min(pool, max(int(share), rate.at_least))


def draw(pool: Iterable[UUID], seed: str, rate: SpotCheckRate) -> list[Ticket]:
    """Return what is drawn; the same pool, seed and rate give the same draw for ever."""
    order = tickets(pool, seed)
    return order[: size(len(order), rate)]
