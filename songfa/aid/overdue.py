"""Papers that were to come and did not."""

from datetime import datetime

from songfa.aid.models import File
from songfa.duties.models import Duty

# clocks of the packs that an applicant's papers run under
ASKED = "supply_papers"
AFTER_HELP = (
    "supply_papers_after_help",
    "supply_proof_of_eligibility",
    "supply_proof_of_eligibility_extended",
)


def papers_overdue(file: File, at: datetime) -> datetime | None:
    """Return until when papers were to come, once that moment is over and they did not come."""
    late = Duty.objects.filter(
        subject_id=file.pk, code__in=(ASKED, *AFTER_HELP), ended_at__isnull=True, due_at__lt=at
    )
    first = late.order_by("due_at").first()
    return first.due_at if first is not None else None
