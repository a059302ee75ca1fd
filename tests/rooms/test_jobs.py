"""What the house does by itself, by the clock."""

from datetime import UTC, datetime, timedelta

import pytest
from axes.models import AccessAttempt, AccessLog

from songfa.commands.jobs import ATTEMPTS_KEPT, attempts_end

NOW = datetime(2026, 11, 22, 3, 41, tzinfo=UTC)


@pytest.mark.django_db
def test_old_sign_ins_are_forgotten_and_new_ones_kept() -> None:
    for days in (-1, 1):
        then = NOW - ATTEMPTS_KEPT + timedelta(days=days)
        for kind, more in ((AccessAttempt, {"failures_since_start": 1}), (AccessLog, {})):
            row = kind.objects.create(username=f"u{days}", ip_address="192.0.2.7", **more)
            kind.objects.filter(pk=row.pk).update(attempt_time=then)
    assert attempts_end(timestamp=int(NOW.timestamp())) == 2
    assert [*AccessAttempt.objects.values_list("username", flat=True)] == ["u1"]
    assert [*AccessLog.objects.values_list("username", flat=True)] == ["u1"]
