"""Where the page of a thing is, by the label of its table. Each room's pages add theirs."""

from uuid import UUID

from django.urls import reverse

# how many steps of a tree a list shows by setting them in
DEEPEST = 4
PAGES = {
    "aid.File": "file",
    "aid.Objection": "objection",
    "aid.Complaint": "complaint",
    "aid.ChangeRequest": "change",
    "aid.SpotCheck": "check",
    "aid.Cooperation": "cooperation",
    "aid.Referral": "referral",
    "aid.DutyHelp": "duty_row",
    "aid.Hearing": "hearing",
    "aid.SubsidyClaim": "subsidy",
    "outreach.Share": "share",
    "outreach.Plan": "plan",
    "outreach.Obstacle": "obstacle",
}


def subject_url(subject: str, subject_id: UUID) -> str:
    """Return the address of the page about a thing; empty when it has none of its own."""
    route = PAGES.get(subject)
    return reverse(route, args=[subject_id]) if route else ""
