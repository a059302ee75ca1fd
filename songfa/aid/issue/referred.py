"""Who is referred and why: a record that is sealed as one text."""

import json
from dataclasses import asdict, dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Referred:
    """Who is referred and why. Numbers are as written; `told` is kept sealed."""

    name: str
    born: date | None = None
    sex: str = ""
    id_number: str = ""
    phone: str = ""
    address: str = ""
    role: str = ""
    reason: str = ""
    papers: str = ""

    def sealed(self) -> str:
        born = self.born.isoformat() if self.born else ""
        return json.dumps({**asdict(self), "born": born}, ensure_ascii=False, sort_keys=True)

    @classmethod
    def opened(cls, text: str) -> "Referred":
        kept = json.loads(text)
        born = date.fromisoformat(kept["born"]) if kept["born"] else None
        return cls(**{**kept, "born": born})
