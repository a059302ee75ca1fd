"""What the house does by itself, by the clock. The worker runs these; each is harmless to repeat."""

from procrastinate.contrib.django import app

from songfa.commands.start import now


@app.periodic(cron="7 * * * *")
@app.task(queueing_lock="obstacles")
def obstacles_rise(timestamp: int) -> None:
    """Pass obstacles that nobody answered in time to the unit above."""
    from songfa.access.policy import system
    from songfa.outreach.actions.shares import pass_up_late

    pass_up_late(actor=system("cn"), at=now())


@app.periodic(cron="23 3 * * *")
@app.task(queueing_lock="sessions")
def sessions_end(timestamp: int) -> None:
    """Forget sessions that have ended."""
    from django.core.management import call_command

    call_command("clearsessions")
