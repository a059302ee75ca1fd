"""What the house does by itself, by the clock, beside the rooms' own tasks. Each is harmless to repeat."""

from procrastinate.contrib.django import app


@app.periodic(cron="41 3 * * *")
@app.task(queueing_lock="strays")
def strays_end(timestamp: int) -> None:
    """Drop the bytes of uploads that never became documents: a day later nobody is still sending."""
    from datetime import UTC, datetime, timedelta

    from songfa.aid import strays

    strays.clear(datetime.fromtimestamp(timestamp, UTC) - timedelta(days=1))


@app.periodic(cron="23 3 * * *")
@app.task(queueing_lock="sessions")
def sessions_end(timestamp: int) -> None:
    """Forget sessions that have ended."""
    from django.core.management import call_command

    call_command("clearsessions")
