"""The two actors that are no persons: the public door and the house itself."""

from datetime import datetime

from songfa.access.models import User
from songfa.access.policy import PUBLIC, SYSTEM


def ensure_system_accounts(*, at: datetime) -> None:
    """Make them where they are missing. Nobody can sign in with them: they have no usable password."""
    for name in (PUBLIC, SYSTEM):
        User.objects.get_or_create(
            username=name,
            defaults={"name": name, "is_system": True, "created_at": at, "password": "!"},
        )
