"""The API: its doors, its shapes, its problems, endpoint by role; and a machine that tries to break it."""

import json
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import hypothesis
import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from django.test import Client, override_settings
from django.utils import timezone
from hypothesis import HealthCheck
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from songfa.access.models import Posting
from songfa.access.policy import system
from songfa.advice.models import Consultation
from songfa.aid.models import File
from songfa.audit.models import Line
from songfa.network import actions as network
from songfa.network.models import ApiToken
from tests.town import Town, build

API = "/api/v1"
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture(autouse=True)
def one_factor(settings: Any) -> None:
    settings.SECOND_FACTOR_FOR_STAFF = False


def signed(town: Town, who: str, *, csrf: bool = False) -> Client:
    client = Client(enforce_csrf_checks=csrf)
    client.force_login(town.users[who], backend=BACKEND)
    return client


def key_for(town: Town, who: str) -> network.Key:
    posting = Posting.objects.select_related("unit", "user").get(user=town.users[who])
    at = timezone.now()
    return network.make_token(
        actor=system(posting.unit.pack),
        posting=posting,
        name="test",
        until=at + timedelta(days=30),
        at=at,
    )


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def sent(client: Client, path: str, body: object, **headers: str) -> Any:
    return client.post(
        API + path, json.dumps(body), content_type="application/json", headers=headers
    )


def application(town: Town, unit: str = "centre", **more: object) -> dict[str, Any]:
    return {
        "token": str(uuid.uuid4()), "unit": str(town.units[unit].pk), "matter": "labour_wages", "service": "litigation",
        "person": {"name": "丁一", "phone": "13904540000"}, "groups": ["migrant_workers"],
        "facts": {"service": "litigation", "matter": "labour_wages"}, "story": "工资拖欠三个月", **more,
    }  # fmt: skip


# -- the doors --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["/me", "/files", "/duties", "/plans", "/consultations", "/reviews/230822/2025"]
)
def test_nobody_is_asked_to_sign_in(town: Town, path: str) -> None:
    answer = Client().get(API + path)
    assert answer.status_code == 401
    assert answer.json()["code"] == "sign_in_needed"
    assert answer["WWW-Authenticate"] == "Bearer"


def test_a_key_acts_in_its_posting_and_leaves_a_line(town: Town) -> None:
    made = key_for(town, "officer")
    answer = Client().get(f"{API}/me", headers=bearer(made.key))
    assert answer.status_code == 200
    assert (answer.json()["username"], answer.json()["role"]) == ("officer", "centre_officer")
    lines = Line.objects.filter(
        verb="access.sign_in", subject_id=made.token.pk, actor=town.users["officer"]
    )
    assert lines.count() == 1
    Client().get(f"{API}/me", headers=bearer(made.key))
    assert lines.count() == 1  # one an hour


def test_only_the_fingerprint_of_a_key_is_stored(town: Town) -> None:
    made = key_for(town, "officer")
    row = ApiToken.objects.values().get(pk=made.token.pk)
    assert made.key not in str(row)


@pytest.mark.parametrize("why", ["revoked", "expired", "locked", "ended", "wrong", "empty"])
def test_a_key_stops_working(town: Town, why: str) -> None:
    made, key = (m := key_for(town, "officer")), m.key
    past = timezone.now() - timedelta(days=1)
    match why:
        case "revoked":
            ApiToken.objects.update(revoked_at=past)
        case "expired":
            ApiToken.objects.update(created_at=past - timedelta(days=9), expires_at=past)
        case "locked":
            town.users["officer"].is_active = False
            town.users["officer"].save()
        case "ended":
            over = (past.date() - timedelta(days=9), past.date())
            Posting.objects.filter(pk=made.token.posting_id).update(valid=over)
        case "wrong":
            key += "x"
        case "empty":
            key = ""
    assert Client().get(f"{API}/me", headers=bearer(key)).status_code == 401


def test_a_session_changes_nothing_without_its_token(town: Town) -> None:
    client = signed(town, "officer", csrf=True)
    answer = sent(client, "/files", application(town))
    assert (answer.status_code, answer.json()["code"]) == (403, "form_expired")
    assert not File.objects.exists()
    assert client.get(f"{API}/files").status_code == 200


def test_somebody_without_a_posting_may_nothing(town: Town) -> None:
    Posting.objects.filter(user=town.users["officer"]).delete()
    answer = signed(town, "officer").get(f"{API}/me")
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")


def test_a_session_without_its_second_factor_may_nothing(town: Town, settings: Any) -> None:
    settings.SECOND_FACTOR_FOR_STAFF = True
    answer = signed(town, "officer").get(f"{API}/files")
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")


# -- problems ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "start"),
    [("en", "There is nothing"), ("vi", "Không có gì"), ("zh-hans", "没有找到")],
)
def test_problems_are_said_in_the_language_of_the_request(
    town: Town, language: str, start: str
) -> None:
    answer = signed(town, "officer").get(
        f"{API}/files/{uuid.uuid4()}", headers={"Accept-Language": language}
    )
    assert answer.status_code == 404
    assert answer.json()["text"].startswith(start)


def test_fields_that_cannot_be_read_are_named(town: Town) -> None:
    body = application(town, person={"name": "丁一", "born": "2001-02-30"}, colour="red")
    answer = sent(signed(town, "officer"), "/files", body)
    assert (answer.status_code, answer.json()["code"]) == (400, "request_invalid")
    assert {f["field"] for f in answer.json()["fields"]} == {"person.born", "colour"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[" * 60_000,
        b"\xff\xfe",
        b'{"pack": "cn", "on": "2026-01-01", "facts": {"x": NaN}}',
        b"null",
    ],
)
def test_a_body_that_is_no_request(town: Town, body: bytes) -> None:
    answer = Client().post(f"{API}/findings", body, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (400, "request_invalid")


@pytest.mark.parametrize(("path", "size"), [("/findings", 65 * 1024), ("/clocks/due", 65 * 1024)])
def test_a_body_that_is_too_large(db: None, path: str, size: int) -> None:
    answer = Client().post(API + path, b" " * size, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (413, "request_too_large")


def test_what_went_wrong_leaves_nothing_behind(town: Town) -> None:
    """The answer is no exception to the transaction around it, and still nothing is kept."""
    before = Line.objects.count()
    person = {"name": "丁一", "id_number": "230822199002301234"}
    answer = sent(signed(town, "officer"), "/files", application(town, person=person))
    assert (answer.status_code, answer.json()["code"]) == (400, "id_number_impossible")
    assert not File.objects.exists()
    assert Line.objects.count() == before


# -- what everybody may ask -------------------------------------------------------------------------


def test_areas(town: Town) -> None:
    found = Client().get(f"{API}/areas", {"q": "桦南", "on": "2026-11-18"}).json()
    assert [a["code"] for a in found][:1] == ["230822"]
    assert found[0]["spelled"] == "黑龙江省佳木斯市桦南县"
    assert Client().get(f"{API}/areas", {"q": "桦南\0"}).status_code == 400


def test_a_pack_on_a_day(db: None) -> None:
    told = Client().get(f"{API}/packs/cn-23", {"on": "2026-11-18"}).json()
    assert told["chain"] == ["cn-23", "cn"]
    assert {"clocks", "grounds", "roles"} & told["sections"].keys()
    assert Client().get(f"{API}/packs/xx").status_code == 404
    assert Client().get(f"{API}/packs/..%2Fcn").status_code in (400, 404)
    gone = Client().get(f"{API}/packs/cn", {"on": "1900-01-01"})
    assert (gone.status_code, gone.json()["code"]) == (400, "no_value_at_date")


def test_a_finding_explains_itself_in_three_languages(db: None) -> None:
    case = {
        "pack": "cn-23",
        "on": "2026-11-18",
        "facts": {"service": "litigation", "matter": "work_injury"},
    }
    told = sent(Client(), "/findings", case).json()
    assert told["outcome"]
    assert set(told["explanation"]) == {"zh", "vi", "en"}
    wrong = sent(Client(), "/findings", {**case, "facts": {"moon": "full"}})
    assert (wrong.status_code, wrong.json()["code"]) == (400, "facts_invalid")


def test_a_clock(db: None) -> None:
    period = {
        "country": "cn",
        "start": "2026-09-24T10:00:00+08:00",
        "amount": 3,
        "unit": "working_days",
    }
    assert sent(Client(), "/clocks/due", period).json()["due"].startswith("20")
    naive = sent(Client(), "/clocks/due", {**period, "start": "2026-09-24T10:00:00"})
    assert naive.status_code == 400
    far = sent(Client(), "/clocks/due", {**period, "unit": "years", "amount": 90_000})
    assert (far.status_code, far.json()["code"]) == (400, "clock_amount_invalid")


PLAN = """桦南县2026年法治宣传工作方案
一、工作目标
提高群众法治意识。
二、工作任务
（一）开展普法讲座。每季度在各乡镇开展1场普法讲座。责任单位：县司法局。完成时限：2026年12月31日。
（二）印发宣传资料。印发宣传资料5000份。责任单位：县法律援助中心。完成时限：2026年9月30日。
"""


def test_a_plan_is_read_and_nothing_is_stored(db: None) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    told = Client().post(
        f"{API}/plans/read", {"file": SimpleUploadedFile("plan.txt", PLAN.encode())}
    )
    assert told.status_code == 200
    assert told.json()["plans"][0]["tasks"]
    empty = Client().post(
        f"{API}/plans/read", {"file": SimpleUploadedFile("plan.docx", b"PK\x03\x04 no")}
    )
    assert (empty.status_code, empty.json()["code"]) == (400, "file_unreadable")
    assert Client().post(f"{API}/plans/read").json()["code"] == "request_invalid"


def test_the_schema_and_its_page(db: None) -> None:
    schema = Client().get(f"{API}/openapi.json").json()
    assert len(schema["paths"]) >= 14
    page = Client().get(f"{API}/docs", headers={"Accept-Language": "vi"})
    assert page.status_code == 200
    text = page.content.decode()
    for path in schema["paths"]:
        assert path in text
    assert "Nộp yêu cầu trợ giúp" in text
    assert "http://" not in text.replace("http://testserver", "")
    assert "cdn" not in text


# -- one walk ---------------------------------------------------------------------------------------


def test_an_application_travels_by_the_api(town: Town) -> None:
    officer, head = signed(town, "officer"), signed(town, "head")
    body = application(town)
    made = sent(officer, "/files", body)
    assert made.status_code == 201, made.content
    again = sent(officer, "/files", body)
    assert again.json() == made.json()
    assert File.objects.count() == 1
    place = f"/files/{made.json()['id']}"
    assert officer.get(API + place).json()["person"] == "丁一"

    def moved(client: Client, verb: str, **facts: object) -> Any:
        return sent(client, f"{place}/moves", {"verb": verb, **facts})

    answer = moved(head, "aid.grant")
    assert answer.status_code == 200, answer.json()
    granted = answer.json()
    assert granted["state"] == "granted"
    assert granted["papers"]
    twice = moved(head, "aid.grant")
    assert (twice.status_code, twice.json()["code"]) == (409, "already_decided")
    lawyer = town.practitioners["lawyer"]
    assert (
        moved(officer, "aid.assign", practitioner=str(lawyer.pk)).json()["practitioner"]["name"]
        == lawyer.name
    )
    today = timezone.now().astimezone(ZoneInfo("Asia/Shanghai")).date().isoformat()
    worked = moved(
        signed(town, "lawyer"), "aid.log", done_on=today, minutes=90, kind="meeting", text="会见"
    )
    assert worked.status_code == 200, worked.json()
    assert worked.json()["log"][0]["minutes"] == 90
    closed = moved(officer, "aid.close", outcome="mediated", recovered=1_250_000, summary="已调解")
    assert closed.status_code == 200, closed.content
    assert (closed.json()["state"], closed.json()["recovered"]) == ("closed", 1_250_000)


def test_the_list_of_files_by_cursor(town: Town) -> None:
    from songfa.aid.reads import lists

    officer = signed(town, "officer")
    for _ in range(3):
        assert sent(officer, "/files", application(town)).status_code == 201
    first = officer.get(f"{API}/files").json()
    assert len(first["files"]) == 3
    assert first["next"] == ""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lists, "PAGE", 2)
        first = officer.get(f"{API}/files").json()
        second = officer.get(f"{API}/files", {"after": str(first["next"])}).json()
    numbers = [f["number"] for f in (*first["files"], *second["files"])]
    assert len(numbers) == len(set(numbers)) == 3
    assert officer.get(f"{API}/files", {"state": "granted"}).json()["files"] == []
    assert officer.get(f"{API}/files", {"state": "purple"}).status_code == 400


def test_consultations(town: Town) -> None:
    officer = signed(town, "officer")
    told = {
        "channel": "visit",
        "on": "2026-11-18",
        "groups": ["migrant_workers"],
        "question": "工资",
        "times": 2,
    }
    made = sent(officer, "/consultations", told)
    assert made.status_code == 201, made.content
    asked: dict[str, str] = {"year": "2026", "group": "migrant_workers"}
    listed = officer.get(f"{API}/consultations", asked).json()["consultations"]
    assert [(c["id"], c["times"]) for c in listed] == [(made.json()["id"], 2)]
    assert signed(town, "stranger").get(f"{API}/consultations").json()["consultations"] == []
    row = Consultation.objects.get()
    assert row.held_by == town.users["officer"]


def test_a_review(town: Town) -> None:
    told = signed(town, "counter").get(f"{API}/reviews/23/2025")
    assert told.status_code == 200, told.content
    assert told.json()["figures"]
    assert signed(town, "vn_officer").get(f"{API}/reviews/23/2025").status_code == 404


# -- endpoint by role -------------------------------------------------------------------------------

ROLES = (
    "officer",
    "head",
    "worker",
    "contact",
    "lawyer",
    "federal",
    "supervisor",
    "counter",
    "keeper",
)
LISTS = {
    "/files": "aid.see", "/duties": "duty.see", "/plans": "outreach.see", "/consultations": "advice.see",
    "/reviews/230822/2025": "insight.see",
}  # fmt: skip


@pytest.mark.parametrize("who", ROLES)
def test_each_list_opens_to_whoever_has_its_verb(town: Town, who: str) -> None:
    client, actor = signed(town, who), town.actor(who)
    for path, verb in LISTS.items():
        answer = client.get(API + path)
        assert answer.status_code == (200 if verb in actor.verbs else 403), (path, answer.content)


@pytest.mark.parametrize(
    ("who", "status"),
    [("officer", 200), ("head", 200), ("supervisor", 200), ("stranger", 404), ("vn_officer", 404), ("lawyer", 404),
     ("worker2", 404), ("counter", 403), ("keeper", 403), ("federal", 403)],
)  # fmt: skip
def test_a_file_by_role_and_place(town: Town, who: str, status: int) -> None:
    made = sent(signed(town, "officer"), "/files", application(town)).json()
    client = signed(town, who)
    assert client.get(f"{API}/files/{made['id']}").status_code == status
    assert made["number"] not in client.get(f"{API}/files").content.decode() or status == 200
    moved = sent(client, f"/files/{made['id']}/moves", {"verb": "aid.grant"}).status_code
    assert moved == ({"officer": 200, "head": 200, "supervisor": 403}.get(who, status))


@pytest.mark.parametrize(
    ("who", "unit", "status"),
    [("officer", "centre", 201), ("worker", "station", 201), ("contact", "station", 201), ("federal", "centre", 201),
     ("contact", "centre", 404), ("worker2", "station", 404), ("stranger", "centre", 404), ("lawyer", "centre", 403),
     ("supervisor", "centre", 403)],
)  # fmt: skip
def test_who_hands_in_where(town: Town, who: str, unit: str, status: int) -> None:
    answer = sent(signed(town, who), "/files", application(town, unit))
    assert answer.status_code == status, answer.content


# -- a machine that tries ---------------------------------------------------------------------------

EXAMPLES = 8


@pytest.fixture(scope="module")
def key(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A key of the centre's head; the town stays for the module and leaves nothing."""
    folder = tmp_path_factory.mktemp("files")
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings = override_settings(MEDIA_ROOT=folder, PASSWORD_HASHERS=quick)
    with settings, django_db_blocker.unblock(), transaction.atomic():
        yield key_for(build(), "head").key
        transaction.set_rollback(True)


def server(environ: Any, start: Any) -> Any:
    """Answer as the real server does, within the test's transaction: the connection stays open between requests."""
    from songfa.wsgi import application as songfa

    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        answer = songfa(environ, start)
        body = b"".join(answer)
        answer.close()
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
    return [body]


@pytest.fixture(scope="module")
def schema(key: str) -> Any:
    schemathesis.checks.load_all_checks()
    return schemathesis.openapi.from_wsgi(f"{API}/openapi.json", server)


machine = schemathesis.pytest.from_fixture("schema")


@pytest.mark.django_db
@machine.parametrize()
@hypothesis.settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
def test_no_request_breaks_it(key: str, case: Any) -> None:
    with transaction.atomic():
        answer = case.call(headers=bearer(key))
        transaction.set_rollback(True)
    assert answer.status_code < 500, (answer.status_code, case.as_curl_command())
    if answer.headers.get("content-type", [""])[0].startswith("application/json"):
        case.validate_response(
            answer, checks=[response_schema_conformance, status_code_conformance]
        )
