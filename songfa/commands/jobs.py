"""What the house does by itself, by the clock, beside the rooms' own tasks. Each is harmless to repeat."""

from datetime import UTC, datetime, timedelta

from procrastinate.contrib.django import app


@app.periodic(cron="41 3 * * *")
@app.task(queueing_lock="strays")
def strays_end(timestamp: int) -> None:
    """Drop the bytes of uploads that never became documents: a day later nobody is still sending."""
    from datetime import UTC, datetime, timedelta

    from songfa.aid.documents import strays

    strays.clear(datetime.fromtimestamp(timestamp, UTC) - timedelta(days=1))


@app.periodic(cron="11 4 * * *")
@app.task(queueing_lock="spot_checks")
def spot_checks(timestamp: int) -> int:
    """Draw the declarations that are looked at later, once a period of the pack. Returns how many draws were made."""
    from songfa.aid.draws import draw_due

    return len(draw_due(datetime.fromtimestamp(timestamp, UTC)))


@app.periodic(cron="23 3 * * *")
@app.task(queueing_lock="sessions")
def sessions_end(timestamp: int) -> None:
    """Forget sessions that have ended."""
    from django.core.management import call_command

    call_command("clearsessions")


# longer than any lock-out lasts, and long enough to look into one
ATTEMPTS_KEPT = timedelta(days=30)


@app.periodic(cron="41 3 * * *")
@app.task(queueing_lock="attempts")
def attempts_end(timestamp: int) -> int:
    """Forget old sign-ins, failed and not: who tried from where is not kept for ever. Returns how many rows went."""
    from axes.models import AccessAttempt, AccessFailureLog, AccessLog

    before = datetime.fromtimestamp(timestamp, UTC) - ATTEMPTS_KEPT
    return sum(
        kind.objects.filter(attempt_time__lt=before).delete()[0]
        for kind in (AccessAttempt, AccessFailureLog, AccessLog)
    )


# a program that was cut off asks again within the day
ANSWERS_KEPT = timedelta(days=1)


@app.periodic(cron="51 * * * *")
@app.task(queueing_lock="answers")
def answers_end(timestamp: int) -> int:
    """Forget what requests with a key were answered; the keys stay known. Returns how many answers went."""
    from songfa.audit.door import forget_answers

    return forget_answers(datetime.fromtimestamp(timestamp, UTC) - ANSWERS_KEPT)
