"""Everything that may go wrong, in one list. No text here: words/ says it (`problem-<code>`)."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    INVALID = "invalid"
    FORBIDDEN = "forbidden"
    MISSING = "missing"
    CONFLICT = "conflict"


class Problem(Exception):
    """One thing that went wrong: a code, its kind and the facts that a sentence about it needs."""

    def __init__(self, code: str, kind: Kind, facts: dict[str, str]) -> None:
        super().__init__(code, facts)
        self.code = code
        self.kind = kind
        self.facts = facts


@dataclass(frozen=True, slots=True)
class ProblemType:
    code: str
    kind: Kind

    def __call__(self, **facts: object) -> Problem:
        return Problem(self.code, self.kind, {k: str(v) for k, v in facts.items()})


NOT_ALLOWED = ProblemType("not_allowed", Kind.FORBIDDEN)
NOT_FOUND = ProblemType("not_found", Kind.MISSING)
NO_SUCH_MOVE = ProblemType("no_such_move", Kind.CONFLICT)
GUARD_FAILED = ProblemType("guard_failed", Kind.CONFLICT)
NO_VALUE_AT_DATE = ProblemType("no_value_at_date", Kind.INVALID)
CALENDAR_MISSING = ProblemType("calendar_missing", Kind.INVALID)
NAIVE_TIME = ProblemType("naive_time", Kind.INVALID)
# packs
PACK_UNKNOWN = ProblemType("pack_unknown", Kind.MISSING)
PACK_INVALID = ProblemType("pack_invalid", Kind.INVALID)
PACK_CYCLE = ProblemType("pack_cycle", Kind.INVALID)
PACK_PARENT_MISSING = ProblemType("pack_parent_missing", Kind.INVALID)
PACK_OVERLAP = ProblemType("pack_overlap", Kind.INVALID)
PACK_UNREADABLE = ProblemType("pack_unreadable", Kind.INVALID)
PACK_SECTION_UNKNOWN = ProblemType("pack_section_unknown", Kind.INVALID)
PACK_FIELD_UNKNOWN = ProblemType("pack_field_unknown", Kind.INVALID)
PACK_FIELD_MISSING = ProblemType("pack_field_missing", Kind.INVALID)
PACK_FIELD_WRONG = ProblemType("pack_field_wrong", Kind.INVALID)
PACK_DATES_REVERSED = ProblemType("pack_dates_reversed", Kind.INVALID)
PACK_REFERENCE_MISSING = ProblemType("pack_reference_missing", Kind.INVALID)
# clocks, days, numbers
CLOCK_AMOUNT_INVALID = ProblemType("clock_amount_invalid", Kind.INVALID)
DAY_NOT_IN_YEAR = ProblemType("day_not_in_year", Kind.INVALID)
NUMBER_PART_MISSING = ProblemType("number_part_missing", Kind.INVALID)
# facts for a finding
FACTS_INVALID = ProblemType("facts_invalid", Kind.INVALID)
# files
FILE_EMPTY = ProblemType("file_empty", Kind.INVALID)
FILE_TOO_LARGE = ProblemType("file_too_large", Kind.INVALID)
FILE_UNREADABLE = ProblemType("file_unreadable", Kind.INVALID)
FILE_NO_TEXT = ProblemType("file_no_text", Kind.INVALID)
FILE_NOT_A_PLAN = ProblemType("file_not_a_plan", Kind.INVALID)
FILE_KIND_UNKNOWN = ProblemType("file_kind_unknown", Kind.INVALID)
# accounts
PASSWORD_WEAK = ProblemType("password_weak", Kind.INVALID)
NAME_TAKEN = ProblemType("name_taken", Kind.CONFLICT)
LOCKED_OUT = ProblemType("locked_out", Kind.FORBIDDEN)
