"""The embedded server for the tests, fixed people, and a clock that stands still."""

from __future__ import annotations

from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import translation

from songfa.base import home, postgres

if TYPE_CHECKING:
    from tests.town import Town

# one browser for every page and journey
pytest_plugins = ["tests.journeys.browser"]

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def pytest_configure(config: pytest.Config) -> None:
    postgres.start()
    (home.data() / "static").mkdir(exist_ok=True)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a file in a test by its argument: what stands in it may differ with the minute, and workers must agree."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: object) -> None:
    """Bind the web role after the migrations, as `songfa setup` does."""
    from songfa.access.rows import protect
    from songfa.audit.guard import guard_states

    # each worker has a database of its own, but the server's roles are common to all
    with (
        (home.data() / "tests.lock").open("w") as lock,
        django_db_blocker.unblock(),  # type: ignore[attr-defined]
    ):
        flock(lock, LOCK_EX)
        protect()
        guard_states()


@pytest.fixture(autouse=True)
def one_factor(settings: Any) -> None:
    """Sign-in in tests takes a password only; the tests of the second factor turn it on."""
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture(autouse=True)
def house_language() -> None:
    """Let no test inherit the language in which the one before it asked its last page."""
    translation.deactivate()


@pytest.fixture
def town(db: None, settings: Any) -> Town:
    """Places, units and people of both countries, for one test."""
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher"
    ]  # slow ones cost seconds a test
    from tests.town import build

    return build()
