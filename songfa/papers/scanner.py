"""Asks a scanner for viruses about a file before it is kept."""

import shlex
import subprocess

from songfa.rules.problems import DOCUMENT_UNSCANNED, DOCUMENT_UNWANTED

PATIENCE = 60  # seconds


def scan(name: str, data: bytes, command: str) -> None:
    """Hand the bytes to a command on its standard input, as `clamdscan --no-summary -` takes them.

    Its answer is its exit status: 0 is clean, 1 is unwanted, anything else means that it did not work. An empty
    command asks nobody. Raises DOCUMENT_UNWANTED, or DOCUMENT_UNSCANNED (why: missing, slow, failed).
    """
    if not command:
        return
    try:
        done = subprocess.run(  # noqa: S603 - the command is a setting of this installation
            shlex.split(command), input=data, capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise DOCUMENT_UNSCANNED(name=name, why="slow") from error
    except (OSError, ValueError) as error:
        raise DOCUMENT_UNSCANNED(name=name, why="missing") from error
    if done.returncode == 1:
        raise DOCUMENT_UNWANTED(name=name)
    if done.returncode != 0:
        raise DOCUMENT_UNSCANNED(name=name, why="failed")
