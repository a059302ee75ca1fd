"""Where this checkout keeps its data and its secrets. Plain Python: settings, commands and the server use it."""

import hashlib
import json
import os
import secrets
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
SECRETS = ("django", "fields", "index", "trail", "owner", "web")


def _others_may_enter(folder: Path) -> bool:
    """Return whether an ordinary user can walk down to `folder`, which may not exist yet."""
    parents = [p for p in (folder, *folder.parents) if p.exists()]
    return all(p.stat().st_mode & 0o001 for p in parents)


def tag() -> str:
    """Return a short name of this checkout, so that two on one machine never meet."""
    return hashlib.sha256(str(CHECKOUT).encode()).hexdigest()[:10]


@cache
def data() -> Path:
    """Return the folder for the database and everything that is not in the repository.

    `SONGFA_DATA` decides; otherwise `.songfa` in the checkout. As root the database server runs as an
    ordinary user, who cannot enter a private checkout: then it is a folder below /var/lib.
    """
    named = os.environ.get("SONGFA_DATA")
    folder = Path(named).resolve() if named else CHECKOUT / ".songfa"
    if not named and os.geteuid() == 0 and not _others_may_enter(CHECKOUT):
        folder = Path("/var/lib") / f"songfa-{tag()}"
    folder.mkdir(mode=0o711, parents=True, exist_ok=True)
    return folder


@dataclass(frozen=True, slots=True)
class Secrets:
    """Keys of this installation; all but `owner` and `web` (database passwords) are 32 bytes in hex."""

    django: str
    fields: str
    index: str
    trail: str
    owner: str
    web: str


@cache
def keys() -> Secrets:
    """Return the keys, made at the first call; `SONGFA_SECRETS` may name a file kept elsewhere."""
    file = Path(os.environ.get("SONGFA_SECRETS") or data() / "secrets.json")
    if not file.exists():
        made = json.dumps({name: secrets.token_hex(32) for name in SECRETS})
        fresh = file.with_name(f".{file.name}.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(made)
        try:
            os.link(fresh, file)  # the first of two that start together wins
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return Secrets(**json.loads(file.read_text()))
