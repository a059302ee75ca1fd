"""Work by the clock: obstacles that nobody answered in time rise."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from songfa.access.policy import system
from songfa.outreach.actions.shares import pass_up_late


@app.periodic(cron="17 * * * *")
@app.task(queueing_lock="pass_up_late")
def pass_up_obstacles(timestamp: int) -> int:
    """Every hour; `timestamp` (Unix seconds) is the hour for which it runs."""
    return pass_up_late(actor=system("cn"), at=datetime.fromtimestamp(timestamp, UTC))
