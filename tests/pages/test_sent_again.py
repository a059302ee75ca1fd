"""Sent again after a lost connection: a program by its key, a person by the same button. All people are invented."""

import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any, ClassVar
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from django.utils import timezone, translation

from songfa.aid.models import (
    Document,
    File,
    Hearing,
    Link,
    Log,
    Money,
    Recipient,
    RecipientList,
    Representative,
    Tie,
)
from songfa.audit.door import forget_answers
from songfa.audit.models import Line, Once
from songfa.commands.jobs import ANSWERS_KEPT, answers_end
from songfa.network.models import ApiToken
from tests.pages.test_api import API, bearer, key_for, sent, signed
from tests.recipients import workers, xlsx
from tests.rooms.test_aid_work import PDF, assigned
from tests.town import NOON, Town

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Any) -> Any:
    settings.MEDIA_ROOT = tmp_path
    with translation.override("en"):
        yield


@pytest.fixture
def file(town: Town) -> File:
    return assigned(town)


def again(key: str = "") -> dict[str, str]:
    return {"Idempotency-Key": key or str(uuid4())}


def today() -> str:
    return timezone.localdate().isoformat()


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


BODIES: dict[str, tuple[Any, str, dict[str, Any]]] = {
    "money": (Money, "money", {"kind": "claimed", "amount": 1200_00, "on": "2026-11-18"}),
    "hearings": (
        Hearing,
        "hearings",
        {"kind": "trial", "starts_at": "{soon}", "ends_at": "{later}", "place": "第一法庭"},
    ),
    "representatives": (
        Representative,
        "moves",
        {
            "verb": "aid.represent", "name": "李建国", "capacity": "entrusted", "scopes": ["apply"],
            "since": "2026-11-18", "proof": "power_of_attorney",
        },
    ),
    "links": (Link, "links", {"purpose": "give_opinion"}),
    "progress": (
        Log,
        "moves",
        {"verb": "aid.log", "done_on": "{today}", "minutes": 30, "kind": "progress", "text": "已联系仲裁委"},
    ),
}  # fmt: skip


def body_of(name: str) -> dict[str, Any]:
    soon = timezone.now() + 3 * DAY
    words = {
        "{soon}": soon.isoformat(), "{later}": (soon + timedelta(hours=2)).isoformat(), "{today}": today(),
    }  # fmt: skip
    return {k: words.get(v, v) if isinstance(v, str) else v for k, v in BODIES[name][2].items()}


@pytest.mark.parametrize("name", BODIES)
def test_the_same_key_twice_is_one_row_and_the_same_answer(
    town: Town, file: File, name: str
) -> None:
    model, path, _ = BODIES[name]
    officer, body, key = signed(town, "officer"), body_of(name), again()
    before = model._default_manager.count()
    first, second = (sent(officer, f"/files/{file.pk}/{path}", body, **key) for _ in range(2))
    assert first.status_code in (200, 201), first.content.decode()
    assert (second.status_code, second.content) == (first.status_code, first.content)
    assert model._default_manager.count() == before + 1
    other = (
        {**body, "note": "x"}
        if name == "money"
        else {**body, "place" if name == "hearings" else "x": "y"}
    )
    wrong = sent(officer, f"/files/{file.pk}/{path}", other, **key)
    if wrong.status_code != 400:  # what cannot be read at all is told before
        assert (wrong.status_code, wrong.json()["code"]) == (409, "key_of_another")
    assert model._default_manager.count() == before + 1
    assert sent(officer, f"/files/{file.pk}/{path}", body, **again()).status_code in (200, 201)
    assert model._default_manager.count() == before + 2


def test_an_upload_with_a_key_is_kept_once(town: Town, file: File) -> None:
    lawyer, key = signed(town, "lawyer"), again()

    def send(data: bytes = PDF, **told: str) -> Any:
        form = {"kind": "evidence", "upload": upload("工资条.pdf", data), **told}
        return lawyer.post(f"{API}/files/{file.pk}/documents", form, headers=key)

    first, second = send(), send()
    assert first.status_code == 201, first.content.decode()
    assert second.content == first.content
    assert Document.objects.count() == 1
    assert send(PDF.replace(b"Kids", b"kids")).json()["code"] == "key_of_another"
    assert send(note="另一份").json()["code"] == "key_of_another"
    assert Document.objects.count() == 1


def test_a_list_of_recipients_with_a_key_is_read_once(town: Town, file: File) -> None:
    officer, key, data = signed(town, "officer"), again(), xlsx(workers(3))

    def send() -> Any:
        form = {"document": upload("名单.xlsx", data)}
        return officer.post(f"{API}/files/{file.pk}/recipients/lists", form, headers=key)

    first, second = send(), send()
    assert first.status_code == 201, first.content.decode()
    assert second.content == first.content
    made = RecipientList.objects.get()
    path, once = f"/files/{file.pk}/recipients/lists/{made.pk}/confirm", again()
    loaded = [sent(officer, path, {"with_applicant": True}, **once) for _ in range(2)]
    assert loaded[0].json() == loaded[1].json() == {"loaded": 3}
    assert Recipient.objects.count() == 4


def test_a_key_is_its_senders_own(town: Town, file: File) -> None:
    body, key = body_of("money"), again()
    for who in ("officer", "colleague"):
        assert sent(signed(town, who), f"/files/{file.pk}/money", body, **key).status_code == 201
    assert Money.objects.count() == 2
    program = bearer(key_for(town, "officer").key)  # the same person in the same posting
    answer = sent(Client(), f"/files/{file.pk}/money", body, **key, **program)
    assert answer.status_code == 201
    assert Money.objects.count() == 2


def test_a_key_is_good_for_one_request(town: Town, file: File) -> None:
    officer, key = signed(town, "officer"), again()
    assert sent(officer, f"/files/{file.pk}/money", body_of("money"), **key).status_code == 201
    answer = sent(officer, f"/files/{file.pk}/links", body_of("links"), **key)
    assert (answer.status_code, answer.json()["code"]) == (409, "key_of_another")
    assert not Link.objects.exists()


@pytest.mark.parametrize("key", ["short", "with a space", "x" * 201, "schlüssel-1234"])
def test_a_key_that_cannot_be_one(town: Town, file: File, key: str) -> None:
    headers: dict[str, Any] = {"HTTP_IDEMPOTENCY_KEY": key}
    answer = signed(town, "officer").post(
        f"{API}/files/{file.pk}/money", json.dumps(body_of("money")), content_type="application/json",
        **headers,
    )  # fmt: skip
    assert (answer.status_code, answer.json()["code"]) == (400, "key_unreadable")
    assert not Money.objects.exists()


def test_what_was_refused_may_be_sent_again(town: Town, file: File) -> None:
    officer, key = signed(town, "officer"), again()
    tomorrow = {**body_of("money"), "on": (timezone.localdate() + 2 * DAY).isoformat()}
    assert sent(officer, f"/files/{file.pk}/money", tomorrow, **key).status_code == 400
    assert not Once.objects.exists()
    assert sent(officer, f"/files/{file.pk}/money", body_of("money"), **key).status_code == 201


def test_answers_are_sealed_and_forgotten_after_a_day(town: Town, file: File) -> None:
    from django.db import connection

    officer, key, path = signed(town, "officer"), again(), f"/files/{file.pk}/links"
    url = sent(officer, path, body_of("links"), **key).json()["url"]
    with connection.cursor() as cursor:
        cursor.execute("select answer from audit_once")
        assert url.encode() not in bytes(cursor.fetchone()[0])
    now = timezone.now()
    assert answers_end(int(now.timestamp())) == 0
    assert forget_answers(now + ANSWERS_KEPT) == 1
    answer = sent(officer, path, body_of("links"), **key)
    assert (answer.status_code, answer.json()["code"]) == (409, "key_spent")
    assert Link.objects.count() == 1


def test_the_schema_tells_of_the_key_at_each_request_that_changes_something(db: None) -> None:
    paths = Client().get(f"{API}/openapi.json").json()["paths"]
    posts = [m["post"] for m in paths.values() if "post" in m]
    named = [{p["name"] for p in op.get("parameters", ()) if p["in"] == "header"} for op in posts]
    assert [bool(op.get("security")) for op in posts] == [
        "Idempotency-Key" in names for names in named
    ]
    assert len([n for n in named if n]) > 25
    assert b"Idempotency-Key" in Client().get(f"{API}/docs").content


def test_a_look_is_written_after_what_was_done(town: Town, file: File) -> None:
    """The trail is held last: whoever looks first and then acts waits for nobody the other way round."""
    officer = signed(town, "officer")
    before = Line.objects.count()
    program = bearer(key_for(town, "officer").key)
    sent(Client(), f"/files/{file.pk}/money", body_of("money"), **program)
    assert officer.get(reverse("file_money_new", args=[file.pk])).status_code == 200
    verbs = list(Line.objects.order_by("n").values_list("verb", flat=True))[before + 1 :]
    assert verbs == ["aid.money", "access.sign_in", "aid.see", "aid.see"]


# -- a connection that is lost -----------------------------------------------------------------------


class Cut:
    """Loses the answer of the next request that changes something, after all of it was done and committed."""

    waiting: ClassVar[bool] = False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if Cut.waiting and request.method == "POST":
            Cut.waiting = False
            raise ConnectionResetError
        return answer


@pytest.fixture
def cut(settings: Any) -> type[Cut]:
    settings.MIDDLEWARE = [f"{__name__}.Cut", *settings.MIDDLEWARE]
    Cut.waiting = True
    return Cut


def browser(town: Town, who: str) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(town.users[who], backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_a_program_that_lost_the_answer_gets_it(town: Town, file: File, cut: type[Cut]) -> None:
    client, key, path = browser(town, "officer"), again(), f"/files/{file.pk}/money"
    assert sent(client, path, body_of("money"), **key).status_code == 500
    made = Money.objects.get()
    answer = sent(client, path, body_of("money"), **key)
    assert (answer.status_code, answer.json()["id"]) == (201, str(made.pk))
    assert Money.objects.count() == 1


def test_a_document_whose_answer_was_lost_is_sent_again_by_the_desk(
    town: Town, file: File, cut: type[Cut]
) -> None:
    client, press = browser(town, "lawyer"), str(uuid4())

    def send() -> Any:
        told = {
            "kind": "evidence",
            "upload": upload("工资条.pdf", PDF),
            "whole": "1",
            "press": press,
        }
        return client.post(reverse("file_document_new", args=[file.pk]), told)

    assert send().status_code == 500
    made = Document.objects.get()
    answer = send()
    assert answer.status_code == 302
    assert reverse("file", args=[file.pk]) in answer["Location"]
    assert list(Document.objects.all()) == [made]


def test_a_page_that_shows_its_result_shows_it_again(
    town: Town, file: File, cut: type[Cut]
) -> None:
    """A link's address, a batch's list, an account's first password: there is nowhere else to be led."""
    client, press = browser(town, "officer"), str(uuid4())
    told = {"purpose": "give_opinion", "press": press}
    assert client.post(reverse("file_link", args=[file.pk]), told).status_code == 500
    first, second = (client.post(reverse("file_link", args=[file.pk]), told) for _ in range(2))
    assert first.status_code == 200
    assert first.content == second.content
    assert Link.objects.count() == 1
    key = Link.objects.get().key_hash
    shown = first.content.decode()
    secrets = [w.split("/")[-2] for w in shown.split('"') if "/link/" in w] or [shown]
    assert any(hashlib.sha256(s.encode()).hexdigest() == key for s in secrets) or "http" in shown
    # a day later the address is gone, and nothing is made anew
    forget_answers(timezone.now() + ANSWERS_KEPT)
    late = client.post(reverse("file_link", args=[file.pk]), told)
    assert (late.status_code, late["Location"]) == (302, reverse("start"))
    assert Link.objects.count() == 1


def test_a_key_of_a_program_is_made_once_and_shown_again(town: Town, cut: type[Cut]) -> None:
    client, press = browser(town, "keeper"), str(uuid4())
    held = town.users["officer"].postings.get()
    told = {"name": "同步", "days": "90", "press": press}
    where = reverse("token_new", args=[held.pk])
    before = ApiToken.objects.count()
    assert client.post(where, told).status_code == 500
    answers = [client.post(where, told).content for _ in range(2)]
    assert answers[0] == answers[1]
    assert b"songfa_" in answers[0]
    assert ApiToken.objects.count() == before + 1


def test_a_tie_ended_by_a_button_pressed_twice_is_ended_once(town: Town) -> None:
    from songfa.aid import actions

    lawyer = browser(town, "lawyer")
    tie = actions.declare_tie(
        actor=town.actor("lawyer"), practitioner=town.practitioners["lawyer"], ground="kin", name="钱大海",
        id_number="", at=NOON,
    )  # fmt: skip
    page = lawyer.get(reverse("ties")).content.decode()
    assert page.count('name="press"') >= 2
    press = str(uuid4())
    answers = [lawyer.post(reverse("tie_end", args=[tie.pk]), {"press": press}) for _ in range(2)]
    assert [a.status_code for a in answers] == [302, 302]
    assert Tie.objects.get().ended_at is not None
    assert Line.objects.filter(verb="aid.declare_tie", detail__has_key="ended").count() == 1


# -- an upload that stops half-way -------------------------------------------------------------------


class Short:
    """What came of a body before the connection broke; the rest never comes."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def close(self) -> None:
        """There is nothing to close."""

    def read(self, size: int = -1) -> bytes:
        size = len(self.data) if size < 0 else size
        part, self.data = self.data[:size], self.data[size:]
        return part

    readline = read


def cut_off(came: Short, length: int, kind: str) -> dict[str, Any]:
    return {"wsgi.input": came, "CONTENT_LENGTH": str(length), "CONTENT_TYPE": kind}


def half(client: Client, path: str, told: dict[str, Any], share: float, **headers: str) -> Any:
    body = encode_multipart(BOUNDARY, told)
    came = Short(body[: int(len(body) * share)])
    return client.generic(
        "POST", path, b"", MULTIPART_CONTENT, headers=headers,
        **cut_off(came, len(body), MULTIPART_CONTENT),
    )  # fmt: skip


@pytest.mark.parametrize("share", [0.3, 0.7, 0.97])
def test_an_upload_cut_off_leaves_nothing_and_may_be_sent_again(
    town: Town, file: File, share: float
) -> None:
    program, key = bearer(key_for(town, "lawyer").key), again()
    path = f"{API}/files/{file.pk}/documents"

    def told() -> dict[str, Any]:
        return {"kind": "evidence", "upload": upload("工资条.pdf", PDF + b"\n" * 400 + b"%%EOF\n")}

    answer = half(Client(), path, told(), share, **program, **key)
    assert (answer.status_code, answer.json()["code"]) == (400, "request_cut")
    assert not Document.objects.exists()
    whole = Client().post(path, told(), headers={**program, **key})
    assert whole.status_code == 201
    assert Document.objects.count() == 1


def test_a_list_cut_off_between_two_rows_is_not_a_shorter_list(town: Town, file: File) -> None:
    rows = "\n".join(",".join(w) for w in workers(30))
    data = f"姓名,身份证号码,联系电话,拖欠工资（元）\n{rows}\n".encode()
    program = bearer(key_for(town, "officer").key)
    path = f"{API}/files/{file.pk}/recipients/lists"
    answer = half(Client(), path, {"document": upload("名单.csv", data)}, 0.6, **program)
    assert (answer.status_code, answer.json()["code"]) == (400, "request_cut")
    assert not RecipientList.objects.exists()


def test_a_body_of_json_cut_off(town: Town, file: File) -> None:
    body = json.dumps(body_of("money")).encode()
    answer = Client().generic(
        "POST", f"{API}/files/{file.pk}/money", b"", "application/json",
        headers=bearer(key_for(town, "officer").key),
        **cut_off(Short(body[:-20]), len(body), "application/json"),
    )  # fmt: skip
    assert answer.status_code == 400
    assert not Money.objects.exists()
