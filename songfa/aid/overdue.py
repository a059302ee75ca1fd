"""Papers that were to come and did not."""

from collections.abc import Iterable
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
# the clock that a declaration found untrue sets going
UNTRUE = "act_on_untrue_declaration"
# the open duties out of which the house offers an act
PROMPTING = frozenset((ASKED, *AFTER_HELP, UNTRUE))


def still_asked(file: File) -> list[Duty]:
    """Return the open duties about a file's papers and about what was found untrue, the first due first."""
    rows = Duty.objects.filter(subject_id=file.pk, code__in=PROMPTING, ended_at__isnull=True)
    return list(rows.order_by("due_at"))


def overdue(asked: Iterable[Duty], at: datetime) -> datetime | None:
    """Return until when papers were to come, once that moment is over and they did not come."""
    due = (d.due_at for d in asked if d.code != UNTRUE and d.due_at is not None and d.due_at < at)
    return min(due, default=None)


def papers_overdue(file: File, at: datetime) -> datetime | None:
    """Return until when a file's papers were to come, once that moment is over and they did not come."""
    return overdue(still_asked(file), at)
