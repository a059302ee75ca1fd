"""Two at the same moment, without luck: the first stops in the midst of its act until the second waits or is done."""

import threading
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from django.db import connection

from songfa.rules.problems import Problem

PATIENCE = 20.0  # seconds until a test gives up
Work = Callable[[], object]


class Meeting:
    """Runs two acts so that they overlap at one step of the first.

    The first runs until it is about to call `step` (the dotted name of something that its act calls). Then the second
    runs until it is done, or until the database lets it wait for a lock of the first. Then both run to their ends. So
    a lock that is missing is missed at each run, and not by chance.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
        self.there, self.ready, self.over = threading.Event(), threading.Event(), threading.Event()
        self.first = self.pid = 0
        place, _, name = step.rpartition(".")
        module = import_module(place)  # an act may bear the name of its module
        self.real: Callable[..., Any] = getattr(module, name)
        monkeypatch.setattr(module, name, self._stopping)

    def _stopping(self, *args: Any, **kwargs: Any) -> Any:
        if threading.get_ident() == self.first and not self.there.is_set():
            self.there.set()
            until = time.monotonic() + PATIENCE
            while not (self.over.is_set() or self._second_waits()) and time.monotonic() < until:
                time.sleep(0.01)
        return self.real(*args, **kwargs)

    def _second_waits(self) -> bool:
        with connection.cursor() as cursor:
            cursor.execute("select cardinality(pg_blocking_pids(%s)) > 0", [self.pid])
            return bool(cursor.fetchone()[0])

    def run(self, first: Work, second: Work) -> tuple[BaseException | None, BaseException | None]:
        """Return what each ended with; both must have met, or the test says nothing."""
        ended: list[BaseException | None] = [None, None]

        def one() -> None:
            self.ready.wait(PATIENCE)
            self.first = threading.get_ident()
            ended[0] = _tried(first)
            self.there.set()  # an act that never came to the step

        def other() -> None:
            with connection.cursor() as cursor:
                cursor.execute("select pg_backend_pid()")
                self.pid = cursor.fetchone()[0]
            self.ready.set()
            self.there.wait(PATIENCE)
            ended[1] = _tried(second)
            self.over.set()

        threads = [threading.Thread(target=work) for work in (one, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert self.there.is_set()
        return ended[0], ended[1]


def _tried(work: Work) -> BaseException | None:
    try:
        work()
    except BaseException as why:
        return why
    finally:
        connection.close()
    return None


def code_of(ended: BaseException | None) -> str:
    """Return the code of a Problem, nothing for what went well; anything else fails the test as what it is."""
    if ended is None:
        return ""
    if isinstance(ended, Problem):
        return ended.code
    raise ended
