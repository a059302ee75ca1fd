"""`songfa up`, `down`, `doctor`, `setup`: the life of the database, the web and the worker."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import click

from songfa.base import home, postgres
from songfa.commands.start import house
from songfa.words.say import say

BIN = Path(sys.executable).parent
WEB, WORKER = "web", "worker"


def _pid_file(name: str) -> Path:
    return home.data() / f"{name}.pid"


def _alive(name: str) -> int | None:
    """Return the process number of a part that runs, and forget one that does not."""
    file = _pid_file(name)
    if not file.exists():
        return None
    pid = int(file.read_text() or 0)
    command = Path(f"/proc/{pid}/cmdline")
    if pid and command.exists() and str(BIN).encode() in command.read_bytes():
        return pid
    file.unlink(missing_ok=True)
    return None


def _spawn(name: str, *command: str, **extra: str) -> None:
    file = home.data() / f"{name}.log"
    file.touch(mode=0o600)
    file.chmod(0o600)  # one from before this rule too
    log = file.open("ab")
    child = subprocess.Popen(  # noqa: S603
        command, cwd=home.CHECKOUT, env={**os.environ, **extra}, stdout=log, stderr=log,
        stdin=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    _pid_file(name).write_text(str(child.pid))


def _stop(name: str) -> None:
    pid = _alive(name)
    if pid is None:
        return
    os.killpg(pid, signal.SIGTERM)
    for _ in range(100):
        if not Path(f"/proc/{pid}").exists():
            break
        time.sleep(0.1)
    else:
        os.killpg(pid, signal.SIGKILL)
    _pid_file(name).unlink(missing_ok=True)


@click.command()
def setup() -> None:
    """Make the database ready: server, tables, rights, the territory. Harmless to repeat."""
    house()
    from django.core.management import call_command

    from songfa.access.house import ensure_system_accounts
    from songfa.access.rows import protect
    from songfa.areas.load import load_all
    from songfa.audit.guard import guard_states
    from songfa.commands.start import now

    click.echo(say("setup-tables"), err=True)
    call_command("migrate", verbosity=0, interactive=False)
    protect(home.keys().web if postgres.external() is None else None)
    guard_states()
    ensure_system_accounts(at=now())
    click.echo(say("setup-areas"), err=True)
    load_all()
    call_command("collectstatic", verbosity=0, interactive=False)
    click.echo(say("setup-done"), err=True)


def _granian(port: int) -> tuple[str, ...]:
    return (
        str(BIN / "granian"), "--interface", "wsgi", "--host", os.environ.get("HOST", "127.0.0.1"), "--port", str(port),
        "--workers", "2", "--blocking-threads", "4", "--no-ws", "--log-level", "warning", "--workers-kill-timeout", "5",
        "songfa.wsgi:application",
    )  # fmt: skip


@click.command()
@click.option(
    "--port", type=int, default=lambda: int(os.environ.get("PORT", "8000")), show_default="8000"
)
def up(port: int) -> None:
    """Start database, web and worker in the background."""
    postgres.start()
    if _alive(WEB) is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                raise click.ClickException(say("port-taken", port=str(port)))
        (home.data() / "port").write_text(str(port))
        _spawn(WEB, *_granian(port), SONGFA_PROCESS="web")
    if _alive(WORKER) is None:
        _spawn(WORKER, str(BIN / "songfa"), "django", "procrastinate", "worker")
    port = int((home.data() / "port").read_text())
    for _ in range(150):
        if _alive(WEB) is None:
            raise click.ClickException(say("web-fell", log=str(home.data() / "web.log")))
        if _answers(port):
            click.echo(say("web-serves", url=f"http://localhost:{port}/"))
            return
        time.sleep(0.2)
    raise click.ClickException(say("web-silent", log=str(home.data() / "web.log")))


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as page:
            return bool(page.status == 200)
    except OSError:
        return False


@click.command()
def down() -> None:
    """Stop worker, web and database; leave no process."""
    _stop(WORKER)
    _stop(WEB)
    postgres.stop()
    click.echo(say("all-stopped"))


@click.command()
def doctor() -> None:
    """Look at every part; say what is wrong and what to do. Exit 1 when something is."""
    troubles = list(_troubles())
    for trouble in troubles:
        click.echo(trouble)
    if troubles:
        sys.exit(1)
    click.echo(say("doctor-well"))


def _troubles() -> list[str]:
    found = []
    if shutil.disk_usage(home.data()).free < 1_000_000_000:
        found.append(say("doctor-disk", folder=str(home.data())))
    if not (home.CHECKOUT / "songfa/web/static/built/public.css").exists():
        found.append(say("doctor-look"))
    try:
        house()
        from django.db import connection
        from django.db.migrations.executor import MigrationExecutor

        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            found.append(say("doctor-tables"))
    except Exception as fault:
        found.append(say("doctor-database", why=str(fault).splitlines()[0]))
    if _alive(WEB) is None:
        found.append(say("doctor-web"))
    if _alive(WORKER) is None:
        found.append(say("doctor-worker"))
    return found


@click.command()
@click.option(
    "--port", type=int, default=lambda: int(os.environ.get("PORT", "8000")), show_default="8000"
)
def web(port: int) -> None:
    """Serve in the foreground, for a supervisor such as systemd."""
    postgres.start()
    os.environ["SONGFA_PROCESS"] = "web"
    command = _granian(port)
    os.execv(command[0], command)  # noqa: S606


@click.command()
def worker() -> None:
    """Run jobs in the foreground, for a supervisor such as systemd."""
    house()
    from django.core.management import call_command

    call_command("procrastinate", "worker")


@click.command()
def psql() -> None:
    """Open PostgreSQL's own shell on the database, as the owner."""
    postgres.start()
    here = postgres.settings()
    client = shutil.which("psql") or str(postgres.binaries() / "psql")
    os.environ["PGPASSWORD"] = here["PASSWORD"]
    os.execv(client, [client, "-h", here["HOST"], "-U", here["USER"], here["NAME"]])  # noqa: S606


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def django(arguments: tuple[str, ...]) -> None:
    """Run one of Django's own commands, for the maintainers."""
    house()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["songfa", *arguments])
