"""Every route x role x place: nobody sees what is not theirs, and what is theirs opens.

What to expect is computed: from the verbs of each page, the roles of the pack, and the scope rule.
"""

from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client, override_settings

from songfa.access.policy import Actor
from songfa.aid.door.offices import takes_applications
from songfa.rules.verbs import Verb
from tests.pages import everybody
from tests.pages.everybody import Rows, Walk
from tests.town import Town, build

# each test takes back what it did, within the transaction that holds the rows
pytestmark = pytest.mark.django_db

COUNTY = (
    "officer",
    "head",
    "worker",
    "worker2",
    "contact",
    "lawyer",
    "federal",
    "supervisor",
    "counter",
    "keeper",
)
OUTSIDERS = ("stranger", "vn_officer")
NOBODY = "nobody"
OPENS = {200, 302}
# pages that look at a second kind of row: they need the verb that shows it, too
ALSO = {"file_reveal": Verb.AID_SEE, "file_act": Verb.AID_SEE, "plan_source": Verb.OUTREACH_SEE}
ALSO |= {"duty_act": Verb.AID_HELP}
# an empty form names no second task to merge with
NAMES_ANOTHER = {"plan_merge"}


@dataclass(frozen=True, slots=True)
class Ground:
    town: Town
    rows: Rows
    walks: tuple[Walk, ...]


@pytest.fixture(scope="module")
def ground(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ground]:
    """Make the town and the rows once; nothing of it stays in the database."""
    folder: Path = tmp_path_factory.mktemp("files")
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings = override_settings(
        MEDIA_ROOT=folder, PASSWORD_HASHERS=quick, SECOND_FACTOR_FOR_STAFF=False
    )
    with settings, django_db_blocker.unblock(), transaction.atomic():
        town = build()
        rows = everybody.build(town)
        yield Ground(town, rows, (*everybody.pages(rows), *everybody.endpoints(rows)))
        transaction.set_rollback(True)


def sent(client: Client, walk: Walk) -> Any:
    """Send one request and take back whatever it did, signing out included."""
    jar = deepcopy(client.cookies)
    with transaction.atomic():
        if walk.kind == "api" and walk.method in ("POST", "PUT"):
            answer = client.generic(walk.method, walk.path, "{}", content_type="application/json")
        else:
            answer = (
                client.post(walk.path)
                if walk.method == "POST"
                else client.generic(walk.method, walk.path)
            )
        transaction.set_rollback(True)
    client.cookies = jar
    return answer


def client_of(ground: Ground, who: str) -> Client:
    client = Client(raise_request_exception=False)
    if who != NOBODY:
        client.force_login(
            ground.town.users[who], backend="django.contrib.auth.backends.ModelBackend"
        )
    return client


def expected(walk: Walk, actor: Actor) -> set[int]:
    """Return the statuses that verbs and scope allow: the guard first, then the scope, then the verb itself."""
    unread = (
        {400} if walk.kind == "api" and walk.method in ("POST", "PUT") else set()
    )  # refused before anything is looked up
    if walk.verbs and not any(actor.may(v) for v in walk.verbs):
        return {403} | unread
    if not walk.reached_by(actor) or (walk.route in ALSO and not actor.may(ALSO[walk.route])):
        return {404} | unread
    if walk.inner is not None and not actor.may(walk.inner):
        return {403}
    if (
        walk.route == "file_new"
        and actor.anchor
        and not takes_applications(actor.anchor, everybody.today())
    ):
        return {400}
    if walk.method == "GET":
        return {200, 302}
    return {200, 201, 204, 302, 400, 403, 409} | ({404} if walk.route in NAMES_ANOTHER else set())


def wrong(walk: Walk, actor: Actor, status: int) -> bool:
    """Return whether an answer is not what is expected; of a page that knows one method, the other is 405."""
    if walk.kind == "public":
        return status >= 500 or status == 401
    return status not in expected(walk, actor) | {405}


def complaints(ground: Ground, who: str) -> list[str]:
    client, actor = client_of(ground, who), ground.town.actor(who)
    found = []
    outsider = who in OUTSIDERS
    for walk in ground.walks:
        if walk.kind == "public" and who != OUTSIDERS[0]:
            continue  # open to everybody: nobody and one outsider walk there
        answer = sent(client, walk)
        if wrong(walk, actor, answer.status_code):
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


@pytest.mark.parametrize("who", [*COUNTY, *OUTSIDERS])
def test_each_meets_what_verbs_and_scope_say(ground: Ground, who: str) -> None:
    found = complaints(ground, who)
    assert not found, "\n".join(found)


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
            assert (answer.status_code, "/login" in answer.headers["Location"]) == (302, True), (
                place
            )


def test_somebody_meets_each_row(ground: Ground) -> None:
    """A page that refuses everybody would pass the walk: somebody opens each, of the county or of the other country."""
    actors = [ground.town.actor(who) for who in (*COUNTY, *OUTSIDERS)]
    opened: dict[str, bool] = defaultdict(bool)
    for walk in ground.walks:
        opened[walk.route] |= walk.kind == "public" or any(
            expected(walk, a) & {200, 302} for a in actors
        )
    assert [route for route, may in opened.items() if not may] == []
    assert len(opened) > 60


def test_an_unknown_parameter_says_what_to_do(ground: Ground) -> None:
    with pytest.raises(AssertionError, match=r"“moon”.*tests/pages/everybody.py"):
        ground.rows.of("some_page", "moon")
