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
# territory
AREA_UNKNOWN = ProblemType("area_unknown", Kind.MISSING)
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
OWN_RIGHTS = ProblemType("own_rights", Kind.FORBIDDEN)
ACCOUNT_ELSEWHERE = ProblemType("account_elsewhere", Kind.FORBIDDEN)
POSTING_HELD = ProblemType("posting_held", Kind.CONFLICT)
TOKEN_SPAN = ProblemType("token_span", Kind.INVALID)
# requests of programs
SIGN_IN_NEEDED = ProblemType("sign_in_needed", Kind.FORBIDDEN)
FORM_EXPIRED = ProblemType("form_expired", Kind.FORBIDDEN)
REQUEST_INVALID = ProblemType("request_invalid", Kind.INVALID)
REQUEST_TOO_LARGE = ProblemType("request_too_large", Kind.INVALID)
TEXT_IMPOSSIBLE = ProblemType("text_impossible", Kind.INVALID)
READER_BUSY = ProblemType("reader_busy", Kind.CONFLICT)
# plans
PLAN_FIELD_INVALID = ProblemType("plan_field_invalid", Kind.INVALID)
PLAN_NO_SHARES = ProblemType("plan_no_shares", Kind.CONFLICT)
PLAN_NO_END = ProblemType("plan_no_end", Kind.CONFLICT)
FORM_OF_ANOTHER = ProblemType("form_of_another", Kind.CONFLICT)
SHARE_NOT_YOURS = ProblemType("share_not_yours", Kind.FORBIDDEN)
SHARE_PART_UNKNOWN = ProblemType("share_part_unknown", Kind.INVALID)
REPORT_IN_FUTURE = ProblemType("report_in_future", Kind.INVALID)
EVIDENCE_KIND = ProblemType("evidence_kind", Kind.INVALID)
EVIDENCE_LARGE = ProblemType("evidence_large", Kind.INVALID)
EVIDENCE_MANY = ProblemType("evidence_many", Kind.INVALID)
# the ledger
ID_NUMBER_IMPOSSIBLE = ProblemType("id_number_impossible", Kind.INVALID)
PHONE_UNREADABLE = ProblemType("phone_unreadable", Kind.INVALID)
# legal aid
OFFICE_TAKES_NONE = ProblemType("office_takes_none", Kind.INVALID)
PAPERS_ASKED_ALREADY = ProblemType("papers_asked_already", Kind.CONFLICT)
ALREADY_DECIDED = ProblemType("already_decided", Kind.CONFLICT)
REASON_UNKNOWN = ProblemType("reason_unknown", Kind.INVALID)
AMOUNT_INVALID = ProblemType("amount_invalid", Kind.INVALID)
NO_VERSION = ProblemType("no_version", Kind.MISSING)
WORK_IMPOSSIBLE = ProblemType("work_impossible", Kind.INVALID)
# work on a file: documents, hearings, money, closing, subsidies
DOCUMENT_INCOMPLETE = ProblemType("document_incomplete", Kind.INVALID)
DOCUMENT_UNWANTED = ProblemType("document_unwanted", Kind.INVALID)
DOCUMENT_UNSCANNED = ProblemType("document_unscanned", Kind.CONFLICT)
DOCUMENT_DIFFERS = ProblemType("document_differs", Kind.INVALID)
DOCUMENT_GONE = ProblemType("document_gone", Kind.MISSING)
FILE_KEPT_NO_MORE = ProblemType("file_kept_no_more", Kind.CONFLICT)
AGREEMENT_IMPOSSIBLE = ProblemType("agreement_impossible", Kind.INVALID)
HEARING_IMPOSSIBLE = ProblemType("hearing_impossible", Kind.INVALID)
MONEY_DIFFERS = ProblemType("money_differs", Kind.CONFLICT)
REASON_MISSING = ProblemType("reason_missing", Kind.INVALID)
PARTS_MISSING = ProblemType("parts_missing", Kind.INVALID)
SUBSIDY_NO_RATE = ProblemType("subsidy_no_rate", Kind.CONFLICT)
SUBSIDY_TOO_EARLY = ProblemType("subsidy_too_early", Kind.CONFLICT)
SUBSIDY_CLAIMED = ProblemType("subsidy_claimed", Kind.CONFLICT)
SUBSIDY_OWN = ProblemType("subsidy_own", Kind.FORBIDDEN)
SUBSIDY_MIXED = ProblemType("subsidy_mixed", Kind.INVALID)
TOO_MANY_TRIES = ProblemType("too_many_tries", Kind.FORBIDDEN)
TOO_MANY_SENT = ProblemType("too_many_sent", Kind.FORBIDDEN)
LETTER_FONT_MISSING = ProblemType("letter_font_missing", Kind.INVALID)
FORM_LACKS = ProblemType("form_lacks", Kind.INVALID)
FORM_VALUE_UNKNOWN = ProblemType("form_value_unknown", Kind.INVALID)
FORM_BOX_SHUT = ProblemType("form_box_shut", Kind.INVALID)
FORM_BOX_CHOICE = ProblemType("form_box_choice", Kind.INVALID)
FORM_NOT_BY_HAND = ProblemType("form_not_by_hand", Kind.INVALID)
# who takes a file
DAYS_REVERSED = ProblemType("days_reversed", Kind.INVALID)
PRACTITIONER_BARRED = ProblemType("practitioner_barred", Kind.CONFLICT)
BARS_NOT_SET_ASIDE = ProblemType("bars_not_set_aside", Kind.INVALID)
SET_ASIDE_WITHOUT_WHY = ProblemType("set_aside_without_why", Kind.INVALID)
DECLINE_WITHOUT_WHY = ProblemType("decline_without_why", Kind.INVALID)
PARTY_UNREADABLE = ProblemType("party_unreadable", Kind.INVALID)
OFFER_IMPOSSIBLE = ProblemType("offer_impossible", Kind.INVALID)
VOLUNTEERED_ALREADY = ProblemType("volunteered_already", Kind.CONFLICT)
# consultations, events, the review
COUNT_INVALID = ProblemType("count_invalid", Kind.INVALID)
CODE_UNKNOWN = ProblemType("code_unknown", Kind.INVALID)
DAY_TO_COME = ProblemType("day_to_come", Kind.INVALID)
YEAR_NOT_OVER = ProblemType("year_not_over", Kind.CONFLICT)
REVIEW_NOT_DEFINED = ProblemType("review_not_defined", Kind.MISSING)
# deciding, and what is said against a decision
ALREADY_DONE = ProblemType("already_done", Kind.CONFLICT)
BUSY = ProblemType("busy", Kind.CONFLICT)
REQUEST_CUT = ProblemType("request_cut", Kind.INVALID)
KEY_UNREADABLE = ProblemType("key_unreadable", Kind.INVALID)
KEY_OF_ANOTHER = ProblemType("key_of_another", Kind.CONFLICT)
KEY_SPENT = ProblemType("key_spent", Kind.CONFLICT)
PAPERS_NOT_OVERDUE = ProblemType("papers_not_overdue", Kind.CONFLICT)
NO_EMERGENCY = ProblemType("no_emergency", Kind.INVALID)
SAME_UNIT = ProblemType("same_unit", Kind.INVALID)
RECEIVER_MISSING = ProblemType("receiver_missing", Kind.INVALID)
TEXT_MISSING = ProblemType("text_missing", Kind.INVALID)
NO_SUCH_REMEDY = ProblemType("no_such_remedy", Kind.CONFLICT)
ALREADY_RAISED = ProblemType("already_raised", Kind.CONFLICT)
NO_FURTHER_LEVEL = ProblemType("no_further_level", Kind.CONFLICT)
PAPER_REPLACED = ProblemType("paper_replaced", Kind.CONFLICT)
PAPER_NOT_TRUE_NOW = ProblemType("paper_not_true_now", Kind.CONFLICT)
# the doors of legal aid
ID_NUMBER_REFUSED = ProblemType("id_number_refused", Kind.INVALID)
GUARDIAN_IS_VIOLATOR = ProblemType("guardian_is_violator", Kind.INVALID)
APPLICANT_NOT_ENTITLED = ProblemType("applicant_not_entitled", Kind.INVALID)
APPLICANT_MISSING = ProblemType("applicant_missing", Kind.INVALID)
READ_BACK_MISSING = ProblemType("read_back_missing", Kind.INVALID)
SIGN_MISSING = ProblemType("sign_missing", Kind.INVALID)
PROXY_MISSING = ProblemType("proxy_missing", Kind.INVALID)
CONSENT_MISSING = ProblemType("consent_missing", Kind.INVALID)
ANSWER_ON_THE_SPOT = ProblemType("answer_on_the_spot", Kind.INVALID)
SCOPE_MISSING = ProblemType("scope_missing", Kind.INVALID)
PROOF_UNFIT = ProblemType("proof_unfit", Kind.INVALID)
REPRESENTATIVE_ENDED = ProblemType("representative_ended", Kind.CONFLICT)
REPRESENTATIVE_SCOPE = ProblemType("representative_scope", Kind.FORBIDDEN)
LINK_TOO_LONG = ProblemType("link_too_long", Kind.INVALID)
LINK_CLOSED = ProblemType("link_closed", Kind.CONFLICT)
LINK_NOT_NOW = ProblemType("link_not_now", Kind.CONFLICT)
PAPERS_LEFT = ProblemType("papers_left", Kind.INVALID)
REFERRAL_REASON = ProblemType("referral_reason", Kind.INVALID)
REFERRAL_NO_FILE = ProblemType("referral_no_file", Kind.CONFLICT)
# notices of organs, duty lawyers
NOTICE_INCOMPLETE = ProblemType("notice_incomplete", Kind.INVALID)
NOTICE_TIME = ProblemType("notice_time", Kind.INVALID)
PROMPT_ANSWERED = ProblemType("prompt_answered", Kind.CONFLICT)
PROMPT_NEEDS = ProblemType("prompt_needs", Kind.INVALID)
SESSION_TIME = ProblemType("session_time", Kind.INVALID)
SESSION_OVERLAPS = ProblemType("session_overlaps", Kind.CONFLICT)
HELP_INCOMPLETE = ProblemType("help_incomplete", Kind.INVALID)
# group matters
LIST_TOO_LONG = ProblemType("list_too_long", Kind.INVALID)
LIST_NO_HEADER = ProblemType("list_no_header", Kind.INVALID)
LIST_HEADER_MERGED = ProblemType("list_header_merged", Kind.INVALID)
LIST_EMPTY = ProblemType("list_empty", Kind.INVALID)
LIST_STALE = ProblemType("list_stale", Kind.CONFLICT)
AMOUNTS_STALE = ProblemType("amounts_stale", Kind.CONFLICT)
RECIPIENT_REFUSED = ProblemType("recipient_refused", Kind.INVALID)
GROUP_ENDED = ProblemType("group_ended", Kind.CONFLICT)
# an amount of a group matter is somebody's
RECIPIENT_NEEDED = ProblemType("recipient_needed", Kind.INVALID)
GROUP_LETTERS_NONE = ProblemType("group_letters_none", Kind.CONFLICT)
# quality
SCORES_INVALID = ProblemType("scores_invalid", Kind.INVALID)
SHEET_MISSING = ProblemType("sheet_missing", Kind.MISSING)
SAMPLE_EMPTY = ProblemType("sample_empty", Kind.INVALID)
SAMPLE_UNCLEAR = ProblemType("sample_unclear", Kind.INVALID)
ASSESSOR_INVOLVED = ProblemType("assessor_involved", Kind.FORBIDDEN)
OPINION_INVALID = ProblemType("opinion_invalid", Kind.INVALID)
OPINION_TOO_EARLY = ProblemType("opinion_too_early", Kind.CONFLICT)
OPINION_GIVEN = ProblemType("opinion_given", Kind.CONFLICT)
