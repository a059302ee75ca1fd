"""What belongs to the work on a file: kinds of documents, what a file must hold, by what event it ends."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from songfa.rules.notices import LANGUAGES
from songfa.rules.packs.schema import Code, Count, Entry, Named

MONEY = ("claimed", "obtained", "avoided", "expense")
HEARINGS = (
    "trial", "arbitration", "mediation", "interrogation", "meeting", "enforcement", "evidence_deadline",
    "appeal_deadline", "other_deadline",
)  # fmt: skip
# a language by its code (BCP 47), sign language, or one that no list has
INTERPRETERS = (
    "",
    "sign",
    *dict.fromkeys(x for known in LANGUAGES.values() for x in known),
    "other",
)


def interpreters(country: str) -> tuple[str, ...]:
    """Return whom a court of the country may call in: nobody, sign language, the languages spoken there, another."""
    return ("", "sign", *LANGUAGES[country], "other")


# what a file itself may hold, beside documents and entries of work
Held = Literal["summary", "outcome", "agreement", "work", "recovered"]
Step = Literal["close", "hand_in"]


def is_deadline(kind: str) -> bool:
    """Return whether a kind of hearing is the last day of something, at which nobody has to be anywhere."""
    return kind.endswith("_deadline")


class DocumentKind(Named):
    """A kind of document that is put on a file."""

    order: Count = 100


class FilePart(Named):
    """Something that a file of these services must hold before it takes a step.

    Any one of `documents` (uploaded), `papers` (issued), `work` (entries of these kinds) or `held` is enough.
    Empty `services` and `outcomes` mean all of them.
    """

    before: Step
    services: tuple[Code, ...] = ()
    outcomes: tuple[Code, ...] = ()
    documents: tuple[Code, ...] = ()
    papers: tuple[Code, ...] = ()
    work: tuple[Code, ...] = ()
    held: tuple[Held, ...] = ()
    order: Count = 100
    refers = {
        "services": "services", "outcomes": "outcomes", "documents": "document_kinds", "papers": "papers",
    }  # fmt: skip

    def concerns(self, service: str, outcome: str) -> bool:
        """Return whether a file of this service must hold it; an outcome not yet known concerns none of several."""
        return (not self.services or service in self.services) and (
            not self.outcomes or outcome in self.outcomes
        )


class ClosingEvent(Named):
    """The event whose day is the day on which a file of these services ends."""

    services: tuple[Code, ...] = ()
    order: Count = 100
    refers = {"services": "services"}


SECTIONS: dict[str, type[Entry]] = {
    "document_kinds": DocumentKind,
    "file_parts": FilePart,
    "closing_events": ClosingEvent,
}


@dataclass(frozen=True, slots=True)
class Holds:
    """What a file has: codes of documents, papers, kinds of work, and what else of `Held`."""

    service: str
    outcome: str = ""
    documents: frozenset[str] = field(default=frozenset())
    papers: frozenset[str] = field(default=frozenset())
    work: frozenset[str] = field(default=frozenset())
    held: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Checked:
    """A part, and whether the file has it."""

    part: FilePart
    there: bool


def check(parts: Iterable[FilePart], file: Holds) -> tuple[Checked, ...]:
    """Return each part that concerns the file, in order, with whether it is there."""
    asked = (p for p in parts if p.concerns(file.service, file.outcome))
    return tuple(
        Checked(p, _there(p, file)) for p in sorted(asked, key=lambda p: (p.order, p.code))
    )


def _there(part: FilePart, file: Holds) -> bool:
    found = (
        (part.documents, file.documents), (part.papers, file.papers), (part.work, file.work), (part.held, file.held),
    )  # fmt: skip
    return any(not has.isdisjoint(wanted) for wanted, has in found)
