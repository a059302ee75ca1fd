"""What the desk promises at provincial size: a database of its own, a real server, one run."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import worked
from bench.promise import Line, at_most, below, pair_ms

DATABASE = "songfa_bench"
PEOPLE = int(os.environ.get("BENCH_PEOPLE", "1000000"))
BIN = Path(sys.executable).parent
WHO = {"scale": "a county's", "scale-province": "the province's"}


def prepare() -> None:
    """Make the database once; a second run finds it."""
    os.environ["SONGFA_DATABASE"] = DATABASE
    from songfa.commands.start import house, now

    house()
    from django.core.management import call_command

    from songfa.access.house import ensure_system_accounts
    from songfa.access.rows import protect
    from songfa.areas.load import load_all
    from songfa.audit.guard import guard_states
    from songfa.base import home
    from songfa.demo import scale

    call_command("migrate", verbosity=0, interactive=False)
    protect(home.keys().web)
    guard_states()
    ensure_system_accounts(at=now())
    load_all()
    try:
        scale.build(PEOPLE, now(), lambda what, n: print(f"# making {n} {what}", file=sys.stderr))
        scale.analyse()
    except scale.NotEmpty:
        pass


BARE = (
    "select * from aid_file where area_path >= %s and area_path < %s"
    " order by received_at desc, id desc limit 50"
)


def scope() -> Iterator[Line]:
    """The same SQL, and the inbox's own read, as the bound web role and as the owner, whom no policy holds."""
    from django.db import connection

    from songfa.access.models import Posting
    from songfa.access.policy import Actor, acting, bound
    from songfa.aid.reads.lists import Wanted, listed
    from songfa.commands.start import now

    at = now()

    def sql(who: Actor) -> float:
        with connection.cursor() as cursor:
            start = time.perf_counter()
            cursor.execute(BARE, [who.path, f"{who.path}~"])
            cursor.fetchall()
            return time.perf_counter() - start

    def read(who: Actor) -> float:
        start = time.perf_counter()
        listed(who, Wanted(), at)
        return time.perf_counter() - start

    for username, whose in WHO.items():
        posting = Posting.objects.select_related("unit__area", "user").get(user__username=username)
        actor = acting(posting, at.date())
        for name, query in (("bare SQL", sql), ("the inbox's read", read)):

            def held(who: Actor = actor, act: Callable[[Actor], float] = query) -> float:
                with bound(who):
                    return act(who)

            ours, plain = pair_ms(held, lambda who=actor, act=query: act(who))
            yield at_most(f"row-level security: {name} of files, {whose}", ours, plain, 1.2)


@contextmanager
def served() -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "SONGFA_DATABASE": DATABASE,
        "PORT": str(port),
        "SONGFA_SECOND_FACTOR": "0",
    }
    server = subprocess.Popen(
        [str(BIN / "songfa"), "web"], env=environment, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(150):
            try:
                http.client.HTTPConnection("127.0.0.1", port, timeout=1).request("GET", "/healthz")
                break
            except OSError:
                time.sleep(0.2)
        yield port
    finally:
        server.terminate()
        server.wait(20)


def cookie(username: str) -> str:
    """Sign a measuring account in without a password."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from songfa.access.models import User

    user = User.objects.get(username=username)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return f"sessionid={session.session_key}"


# what the inbox shows, in bare SQL: a page of rows, how many files are in each open state, how many are late
ROWS = (
    "select f.*, p.name from aid_file f join people_person p on p.id = f.person_id"
    " where f.area_path >= %s and f.area_path < %s order by f.received_at desc, f.id desc limit 50"
)


def pages() -> Iterator[Line]:
    """Compare each page with the bare SQL of its rows plus a desk page without rows, on the same server."""
    from django.db import connection

    from songfa.access.models import Posting

    with served() as port:
        wire = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for username, whose in WHO.items():
            path = Posting.objects.get(user__username=username).area_path
            signed = {"Cookie": cookie(username)}

            def bare(bounds: tuple[str, str] = (path, f"{path}~")) -> None:
                with connection.cursor() as cursor:
                    cursor.execute(ROWS, bounds)
                    cursor.fetchall()

            def get(address: str, headers: dict[str, str] = signed) -> None:
                wire.request("GET", address, headers=headers)
                answer = wire.getresponse()
                answer.read()
                assert answer.status == 200, (address, answer.status)

            def beside(act: Callable[[], object] = bare, page: Callable[[str], None] = get) -> None:
                act()
                page("/zh-hans/desk/areas/")

            for name, address in (
                ("files", "/zh-hans/desk/files/"),
                ("what I owe", "/zh-hans/desk/duties/"),
            ):
                ours, reference = pair_ms(lambda at=address, page=get: page(at), beside)
                yield at_most(f"desk: first page of {name}, {whose}", ours, reference, 3)


# a file and what belongs to it
FILE = (
    """select f.*, p.*, u.name from aid_file f join people_person p on p.id = f.person_id
       join access_unit u on u.id = f.unit_id where f.id = %s""",
    "select * from duties_duty where subject_id = %s order by opened_at",
    "select * from aid_log where file_id = %s order by done_on",
    "select * from aid_paper where file_id = %s order by created_at",
)
# what else belongs to a file under way
BESIDE = tuple(f"select * from aid_{table} where file_id = %s" for table in worked.TABLES)


def one_file() -> Iterator[Line]:
    """Compare the page of a file with the bare SQL of its rows plus a desk page without rows, and so filtered lists."""
    from django.db import connection

    from songfa.access.models import Posting
    from songfa.aid.models import File
    from songfa.commands.start import now

    far = worked.file_of("scale", now())
    with served() as port:
        wire = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for username, whose in WHO.items():
            path = Posting.objects.get(user__username=username).area_path
            signed = {"Cookie": cookie(username)}
            inside = File.objects.filter(area_path__gte=path, area_path__lt=f"{path}~")
            key = inside.filter(state="received").values_list("pk", flat=True)[0]

            def get(address: str, headers: dict[str, str] = signed) -> None:
                wire.request("GET", address, headers=headers)
                answer = wire.getresponse()
                answer.read()
                assert answer.status == 200, (address, answer.status)

            files = [("opening a file", key, FILE)]
            if inside.filter(pk=far).exists():
                files.append(("opening a file under way", far, (*FILE, *BESIDE)))
            for name, file, queries in files:

                def rows_of(f: object = file, asked: tuple[str, ...] = queries) -> None:
                    with connection.cursor() as cursor:
                        for query in asked:
                            cursor.execute(query, [f])
                            cursor.fetchall()

                def empty(
                    rows: Callable[[], None] = rows_of, p: Callable[[str], None] = get
                ) -> None:
                    rows()
                    p("/zh-hans/desk/areas/")

                ours, reference = pair_ms(
                    lambda f=file, p=get: p(f"/zh-hans/desk/files/{f}/"), empty
                )
                yield at_most(f"desk: {name}, {whose}", ours, reference, 3)

            for name, where in (("state=received", "state = 'received'"), ("late=1", LATE)):
                rows = ROWS.replace(" where ", f" where {where} and ", 1)

                def listed(
                    query: str = rows,
                    bounds: tuple[str, str] = (path, f"{path}~"),
                    p: Callable[[str], None] = get,
                ) -> None:
                    with connection.cursor() as cursor:
                        cursor.execute(query, bounds)
                        cursor.fetchall()
                    p("/zh-hans/desk/areas/")

                ours, reference = pair_ms(
                    lambda n=name, p=get: p(f"/zh-hans/desk/files/?{n}"), listed
                )
                yield at_most(f"desk: files with {name}, {whose}", ours, reference, 3)


LATE = (
    "exists (select 1 from duties_duty d where d.subject_id = f.id and d.ended_at is null and d.due_at < now()"
    " and d.suspended_at is null and d.owed_by in ('agency', 'unit', 'practitioner', 'justice_bureau'))"
)


def territory() -> Line:
    from songfa.areas.load import load_all

    start = time.perf_counter()
    load_all()
    return below("areas: loading both countries again", time.perf_counter() - start, 15, "s")


def lines() -> Iterator[Line]:
    prepare()
    yield territory()
    yield from scope()
    yield from pages()
    yield from one_file()
