"""Which HTTP status a kind of problem has, and which faults of the database are problems of two at once."""

from django.db import OperationalError

from songfa.rules.problems import BUSY, Kind, Problem

STATUS = {Kind.INVALID: 400, Kind.FORBIDDEN: 403, Kind.MISSING: 404, Kind.CONFLICT: 409}
# deadlock, serialization failure, lock not available (PostgreSQL, Appendix A)
CROSSED = ("40P01", "40001", "55P03")


def crossed(error: Exception) -> Problem | None:
    """Return BUSY where two transactions stood in each other's way and this one gave way; nothing of it was kept.

    Acts take their locks in one order (`audit.door.hold_chains`), so this is a net, not a way.
    """
    state = (
        getattr(error.__cause__, "sqlstate", None) if isinstance(error, OperationalError) else None
    )
    return BUSY() if state in CROSSED else None
