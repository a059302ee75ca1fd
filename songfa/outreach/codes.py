"""The codes of duties that plans open."""

from datetime import date

from songfa.outreach.models import Share

SHARE_DUTY = "plan_share"
ANSWER_DUTY = "answer_obstacle"


def code_of(share: Share, due: date) -> str:
    """Return the code of the duty of one part: recurring parts are told apart by their day."""
    return f"{SHARE_DUTY}:{due.isoformat()}" if share.times else SHARE_DUTY
