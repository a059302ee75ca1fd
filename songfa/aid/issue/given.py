"""What an act and a person gave to a document beside the data of its file: kept with it, to write it anew."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from songfa.access.models import Unit
from songfa.rules.values import Value


@dataclass(frozen=True, slots=True)
class Told:
    """What an act gives to a document beside the data of the file: kept with it, to write it anew."""

    note: str = ""
    given: Mapping[str, Value] = field(default_factory=dict)
    office: Unit | None = None
    # what a person told for the places that no row filled
    hand: Mapping[str, Value] = field(default_factory=dict)

    def sealed(self) -> str:
        """Return the text that is stored (encrypted); empty where nothing was given."""
        if not (self.note or self.given or self.office or self.hand):
            return ""
        office = str(self.office.pk) if self.office else ""
        kept = {
            "note": self.note,
            "given": dict(self.given),
            "office": office,
            "hand": dict(self.hand),
        }
        return json.dumps(kept, ensure_ascii=False, sort_keys=True)

    @classmethod
    def opened(cls, text: str) -> "Told":
        if not text:
            return cls()
        kept = json.loads(text)
        office = Unit.objects.filter(pk=kept["office"]).first() if kept["office"] else None
        return cls(
            kept["note"],
            {name: _frozen(value) for name, value in kept["given"].items()},
            office,
            {key: _frozen(value) for key, value in kept.get("hand", {}).items()},
        )


def _frozen(value: Any) -> Any:
    return tuple(_frozen(v) for v in value) if isinstance(value, list) else value
