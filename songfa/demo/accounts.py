"""The accounts of the demo: invented people with a password that everybody may know."""

from dataclasses import dataclass
from datetime import datetime

from songfa.access.models import Posting, Unit, User
from songfa.access.policy import system
from songfa.network import actions

PASSWORD = "songfa-demo-law"  # noqa: S105 - printed by `songfa demo accounts`


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the demo. `name` is of an invented person."""

    username: str
    name: str
    role: str
    language: str = "zh-Hans"


def account(wanted: Account, *, unit: Unit, at: datetime) -> User:
    """Make an account with a posting in a unit; what is there already stays as it is."""
    actor = system(unit.pack)
    user = User.objects.filter(username=wanted.username).first()
    if user is None:
        user = actions.enrol(
            actor=actor, username=wanted.username, name=wanted.name, password=PASSWORD, language=wanted.language, at=at
        )
    if not Posting.objects.filter(user=user, role=wanted.role, unit=unit).exists():
        actions.post(actor=actor, user=user, role=wanted.role, unit=unit, at=at)
    return user


def listed(wanted: tuple[Account, ...]) -> list[dict[str, str]]:
    """Return those of the accounts that exist, with the unit in which each acts."""
    found = Posting.objects.filter(user__username__in=[a.username for a in wanted]).select_related("user", "unit")
    by_name = {p.user.username: p for p in found}
    return [
        {
            "username": a.username, "password": PASSWORD, "name": a.name, "role": a.role,
            "unit": by_name[a.username].unit.name, "language": a.language,
        }
        for a in wanted if a.username in by_name
    ]  # fmt: skip
