"""Letters of one kind for all people of a group matter: numbered one after the other in one transaction."""

from collections.abc import Sequence
from datetime import datetime

from songfa.aid.issue import issue_many as write_many
from songfa.aid.models import File, Paper, Recipient
from songfa.rules.machines import FILE_HANDLED
from songfa.words.say import say

# kinds of letters to recipients, and the states of a file in which each says what is true
KINDS: dict[str, tuple[str, ...]] = {
    "grant": FILE_HANDLED,
    "refuse": ("refused",),
    "termination": ("terminated", "withdrawn"),
    "discontinuation": ("discontinued", "withdrawn"),
}


def kinds(file: File) -> list[str]:
    """Return the kinds of letters that can go to all recipients of a file now."""
    return [kind for kind, states in KINDS.items() if file.state in states]


def issue_many(
    file: File, kind: str, recipients: Sequence[Recipient], at: datetime
) -> list[tuple[Paper, Recipient | None]]:
    """Write a letter to each recipient who wants one of their own, and one to all the others together.

    To be called within a transaction: a number that is not used is given back.
    """
    own = [r for r in recipients if r.own_documents]
    shared = [r for r in recipients if not r.own_documents]
    each = [{"person_name": r.name, "person_phone": r.phone} for r in own]
    if shared:
        joint = say("letter-name-and", lang="vi" if file.pack.startswith("vn") else "zh-Hans")
        together = joint.join(r.name for r in shared)
        each.append({"person_name": together, "person_phone": ""})
    receivers: list[Recipient | None] = [*own, *([None] if shared else [])]
    return list(zip(write_many(file, kind, each, at=at), receivers, strict=True))
