"""How long a newcomer waits: a fresh clone is set up beside this one, with warm package caches."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.promise import Line, below

HERE = Path(__file__).parents[1]


def lines() -> Iterator[Line]:
    folder = Path(tempfile.mkdtemp(prefix="songfa-fresh-"))
    folder.chmod(0o755)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("SONGFA_")}
    try:
        subprocess.run(["git", "clone", "-q", str(HERE), str(folder / "songfa")], check=True)
        start = time.perf_counter()
        subprocess.run(
            ["make", "-s", "setup"],
            cwd=folder / "songfa",
            check=True,
            env=environment,
            capture_output=True,
        )
        yield below("make setup in a fresh clone", time.perf_counter() - start, 180, "s")
        subprocess.run(
            ["make", "-s", "stop"],
            cwd=folder / "songfa",
            check=True,
            env=environment,
            capture_output=True,
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
