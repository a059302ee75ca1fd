"""The number of a Chinese disability certificate: the citizen's number, the kind of disability, its grade."""

import re
import unicodedata
from dataclasses import dataclass

# 残疾人证: 18 places of the citizen's number, one of the kind, one of the grade; a re-issue may add more
FORM = re.compile(r"^(\d{17}[\dX])([1-7])([1-4])(\w*)$")
KINDS = {
    "1": "visual",
    "2": "hearing",
    "3": "speech",
    "4": "limb",
    "5": "intellectual",
    "6": "mental",
    "7": "multiple",
}


@dataclass(frozen=True, slots=True)
class Certificate:
    """What the number says: whose it is, which disability, which grade (1 is the severest).

    `longer` tells that something follows the twenty places.
    """

    id_number: str
    disability: str
    grade: int
    longer: bool


def read_certificate(text: str) -> Certificate | None:
    """Read a number as written; None for what is none. The citizen's number may end in X: not all are digits."""
    number = re.sub(r"[\s.\-]", "", unicodedata.normalize("NFKC", text)).upper()
    found = FORM.match(number)
    if found is None:
        return None
    owner, kind, grade, rest = found.groups()
    return Certificate(owner, KINDS[kind], int(grade), bool(rest))
