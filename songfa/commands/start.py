"""Gets Django ready for a command that needs the database."""

import os
from datetime import UTC, datetime

from songfa.base import postgres


def house() -> None:
    """Start the server where it is ours, then set Django up. Commands call this before they import a room."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "songfa.settings")
    postgres.start()
    import django

    django.setup()


def now() -> datetime:
    return datetime.now(UTC)
