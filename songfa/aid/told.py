"""What an applicant tells: a record that is sealed as one text. Plain Python."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach a person safely. `ways` and `needs` are codes of words (`contact-…`, `need-…`)."""

    way: str = ""  # call, text, letter, through_someone, visit
    caution: str = ""  # no_details, hours, never_at_home, none
    note: str = ""
    language: str = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """The applicant's own words and circumstances. `facts` speaks the vocabulary of eligibility."""

    name: str = ""
    phone: str = ""
    address: str = ""
    story: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    contact: Contact = field(default_factory=Contact)
    # who applies for another
    applicant: str = ""
    limit_on: str = ""  # the last day of a time limit, ISO
    doubts: tuple[
        str, ...
    ] = ()  # what was odd about the person's numbers: codes of words `doubt-…`

    def sealed(self) -> str:
        """Return the text that is stored (encrypted)."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def opened(cls, text: str) -> "Told":
        if not text:
            return cls()
        kept = json.loads(text)
        contact = kept.pop("contact", {})
        contact["needs"] = tuple(contact.get("needs", ()))
        kept["doubts"] = tuple(kept.get("doubts", ()))
        return cls(contact=Contact(**contact), **kept)
