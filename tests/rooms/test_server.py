"""The embedded server's life: private, without TCP, two side by side, nothing left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from songfa.base import home, postgres

pytestmark = pytest.mark.skipif(
    postgres.external() is not None, reason="DATABASE_URL names a server that somebody else keeps"
)


def songfa(folder: Path, code: str) -> str:
    """Run a line of Python in a process that keeps its data in `folder`."""
    done = subprocess.run(
        [sys.executable, "-c", f"from songfa.base import home, postgres\n{code}"],
        env={**os.environ, "SONGFA_DATA": str(folder)}, capture_output=True, text=True, check=True,
        cwd=home.CHECKOUT,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("second")
    for parent in (made, *made.parents):
        if parent.owner() == Path.home().owner() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o011)
    return made


def processes(folder: Path) -> list[str]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = entry.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if str(folder) in command and "postgres" in command:
            found.append(command)
    return found


def test_a_second_server_lives_beside_the_first_and_leaves_nothing(folder: Path) -> None:
    try:
        songfa(folder, "postgres.start(); postgres.start()")
        assert len(processes(folder)) >= 1
        data = folder / "postgres" / "data"
        assert data.stat().st_mode & 0o777 == 0o700
        assert songfa(folder, "print(postgres.running())") == "True"
        asked = (
            "import psycopg; s = postgres.settings()\n"
            "c = psycopg.connect(host=s['HOST'], dbname=s['NAME'], user=s['USER'], password=s['PASSWORD'])\n"
            "names = ('listen_addresses', 'password_encryption', 'data_checksums')\n"
            "print([c.execute('show ' + x).fetchone()[0] for x in names])"
        )
        assert songfa(folder, asked) == "['', 'scram-sha-256', 'on']"
        assert postgres.running(), "the first server still runs"
    finally:
        songfa(folder, "postgres.stop(); postgres.stop()")
    assert processes(folder) == []


def test_a_wrong_password_is_refused() -> None:
    import psycopg

    here = postgres.settings()
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(host=here["HOST"], dbname=here["NAME"], user=here["USER"], password="wrong")


def test_secrets_are_private() -> None:
    file = home.data() / "secrets.json"
    assert file.stat().st_mode & 0o077 == 0
    keys = home.keys()
    assert len({keys.django, keys.fields, keys.index, keys.trail, keys.owner, keys.web}) == 6


def test_unicode_is_known_to_the_database(db: None) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "select lower('ĐẶNG'), 'Đặng' ilike 'đặng', similarity('法律援助中心', '法律援助') > 0.3"
        )
        assert cursor.fetchone() == ("đặng", True, True)
