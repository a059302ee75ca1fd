"""Every route x role x place: nobody sees what is not theirs, and what is theirs opens.

What to expect is computed: from the verbs of each page, the roles of the pack, and the scope rule.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client, override_settings

from songfa.access.policy import Actor
from songfa.rules.verbs import Verb
from tests.pages import everybody
from tests.pages.everybody import Rows, Walk
from tests.town import Town, build

COUNTY = ("officer", "head", "worker", "worker2", "contact", "lawyer", "federal", "supervisor", "counter", "keeper")
OUTSIDERS = ("stranger", "vn_officer")
NOBODY = "nobody"
OPENS = {200, 302}
# pages that look at a second kind of row: they need the verb that shows it, too
ALSO = {"file_reveal": Verb.AID_SEE, "plan_source": Verb.OUTREACH_SEE, "file_move": Verb.AID_SEE}


@dataclass(frozen=True, slots=True)
class Ground:
    town: Town
    rows: Rows
    walks: tuple[Walk, ...]


@pytest.fixture(scope="module")
def ground(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """Make the town and the rows once; nothing of it stays in the database."""
    folder: Path = tmp_path_factory.mktemp("files")
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings = override_settings(MEDIA_ROOT=folder, PASSWORD_HASHERS=quick, SECOND_FACTOR_FOR_STAFF=False)
    with settings, django_db_blocker.unblock(), transaction.atomic():
        town = build()
        rows = everybody.build(town)
        yield Ground(town, rows, (*everybody.pages(rows), *everybody.endpoints(rows)))
        transaction.set_rollback(True)


def sent(client: Client, walk: Walk) -> Any:
    """Send one request and take back whatever it did."""
    with transaction.atomic():
        if walk.kind == "api" and walk.method == "POST":
            answer = client.post(walk.path, "{}", content_type="application/json")
        else:
            answer = client.generic(walk.method, walk.path) if walk.method == "GET" else client.post(walk.path)
        transaction.set_rollback(True)
    return answer


def client_of(ground: Ground, who: str) -> Client:
    client = Client(raise_request_exception=False)
    if who != NOBODY:
        client.force_login(ground.town.users[who], backend="django.contrib.auth.backends.ModelBackend")
    return client


def wrong(walk: Walk, actor: Actor, status: int, *, outsider: bool) -> bool:
    """Return whether an answer is not what verbs and scope call for."""
    if status >= 500 or status == 401:
        return True
    if walk.kind == "public":
        return False
    may = not walk.verbs or any(actor.may(v) for v in walk.verbs)
    may_all = may and (walk.route not in ALSO or actor.may(ALSO[walk.route]))
    reached = walk.reached_by(actor)
    if status == 405:  # a page that only takes or only gives: the other method tells
        return False
    if not may:
        # a body that cannot be read is refused before anything is looked up, whatever the id
        return status != 403 and not (walk.kind == "api" and status == 400)
    if not reached or not may_all:
        return status not in ((404, 400) if walk.kind == "api" and walk.method == "POST" else (404,))
    if walk.method == "POST":
        return status == 404
    return status not in OPENS


def complaints(ground: Ground, who: str) -> list[str]:
    client, actor = client_of(ground, who), ground.town.actor(who)
    found = []
    for walk in ground.walks:
        answer = sent(client, walk)
        outsider = who in OUTSIDERS
        if wrong(walk, actor, answer.status_code, outsider=outsider):
            found.append(f"{walk.method} {walk.route} {walk.path}: {answer.status_code}")
        to = answer.headers.get("Location", "")
        if "/login" in to and walk.kind != "public":
            found.append(f"{walk.method} {walk.path}: sent to sign in")
        if outsider and (told := leaked(answer, ground.rows)):
            found.append(f"{walk.method} {walk.path}: tells {told}")
    return found


def leaked(answer: Any, rows: Rows) -> list[str]:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    text = body.decode("utf-8", errors="replace")
    if answer.headers.get("Content-Type", "").startswith("application/json"):
        text = text.encode().decode("unicode_escape", errors="replace")
    return [word for word in rows.words if word in text]


@pytest.mark.parametrize("who", (*COUNTY, *OUTSIDERS))
def test_each_meets_what_verbs_and_scope_say(ground: Ground, who: str) -> None:
    assert complaints(ground, who) == []


def test_nobody_is_sent_to_sign_in_or_told_so(ground: Ground) -> None:
    client = client_of(ground, NOBODY)
    for walk in ground.walks:
        answer = sent(client, walk)
        place = f"{walk.method} {walk.path}: {answer.status_code}"
        assert answer.status_code < 500, place
        assert not leaked(answer, ground.rows), place
        if walk.kind == "api":
            assert answer.status_code == 401, place
        elif walk.kind == "desk" and answer.status_code != 405:
            assert (answer.status_code, "/login" in answer.headers["Location"]) == (302, True), place


def test_somebody_meets_each_row(ground: Ground) -> None:
    """A page that refuses everybody would pass the walk: somebody of the county opens each."""
    actors = [ground.town.actor(who) for who in COUNTY]
    opened: dict[str, bool] = defaultdict(bool)
    for walk in ground.walks:
        may = any((not walk.verbs or any(a.may(v) for v in walk.verbs)) and walk.reached_by(a) for a in actors)
        opened[walk.route] |= may or walk.kind == "public"
    assert [route for route, may in opened.items() if not may] == []
    assert len(opened) > 60


def test_an_unknown_parameter_says_what_to_do(ground: Ground) -> None:
    with pytest.raises(AssertionError, match=r"“moon”.*tests/pages/everybody.py"):
        ground.rows.of("some_page", "moon")
