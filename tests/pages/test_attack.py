"""What strangers and colleagues may try at the doors of the house, and what holds them off."""

import io
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, reverse

from songfa.access.models import User
from songfa.aid.door import attempts
from songfa.aid.models import File
from songfa.api.everybody import READING
from songfa.network import actions as network
from songfa.outreach.actions import plans
from songfa.papers.intake import MAX_BLANKS, MAX_LINES, read_document
from songfa.papers.out import letter as letters
from songfa.papers.plans.read import read_plans
from songfa.papers.uploads import Upload
from songfa.rules.problems import Problem
from songfa.web.accounts import address
from songfa.web.middleware import LARGEST
from songfa.web.urls import desk, public
from songfa.words.say import LANGUAGES, say
from tests.pages.test_apply import CONTACT, walk
from tests.town import NOON, PASSWORD, Town

PAGES = [*public, *desk]
VALUES = {
    "UUIDConverter": "00000000-0000-4000-8000-000000000000", "SlugConverter": "grant", "IntConverter": 1,
    "StringConverter": "x",
}  # fmt: skip
ENTRANCE = "/en/accounts/login/"


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def tried(client: Client, name: str, password: str, **more: Any) -> int:
    status: int = client.post(ENTRANCE, {"login": name, "password": password}, **more).status_code
    return status


# -- signing in -------------------------------------------------------------------------------------


def test_after_five_wrong_passwords_the_right_one_opens_nothing_either(
    client: Client, town: Town
) -> None:
    for _ in range(5):
        tried(client, "officer", "guess")
    assert tried(client, "officer", PASSWORD) == 429
    assert "_auth_user_id" not in client.session


def test_one_account_locked_out_leaves_the_office_open(client: Client, town: Town) -> None:
    for _ in range(6):
        tried(client, "officer", "guess")
    assert tried(client, "colleague", "mistyped") == 200
    assert tried(client, "colleague", PASSWORD) == 302


def test_another_spelling_of_the_name_gives_no_further_tries(client: Client, town: Town) -> None:
    for spelling in ("officer", "OFFICER", "Officer ", "ｏfficer", "offıcer"):
        tried(client, spelling, "guess")
    assert tried(client, "oFFicer", PASSWORD) == 429


def test_an_invented_address_gives_no_further_tries(client: Client, town: Town) -> None:
    for n in range(5):
        tried(client, "officer", "guess", headers={"x-forwarded-for": f"203.0.113.{n}"})
    assert tried(client, "officer", PASSWORD, headers={"x-forwarded-for": "203.0.113.9"}) == 429


@pytest.mark.parametrize(
    ("proxies", "header", "seen"),
    [
        (0, "203.0.113.7", "192.0.2.1"),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "10.9.9.9, 203.0.113.7", "203.0.113.7"),
        (2, "10.9.9.9, 203.0.113.7, 198.51.100.2", "203.0.113.7"),
        (2, "203.0.113.7", "192.0.2.1"),
        (1, "nonsense", "192.0.2.1"),
    ],
)
def test_behind_our_own_proxies_the_address_is_the_one_they_saw(
    settings: Any, proxies: int, header: str, seen: str
) -> None:
    settings.PROXIES = proxies
    request = RequestFactory().get(
        "/", headers={"x-forwarded-for": header}, REMOTE_ADDR="192.0.2.1"
    )
    assert address(request) == seen


def test_codes_of_the_second_factor_cannot_be_tried_one_after_the_other(
    client: Client, town: Town
) -> None:
    TOTP.activate(town.users["officer"], generate_totp_secret())
    RecoveryCodes.activate(town.users["officer"])
    assert tried(client, "officer", PASSWORD) == 302
    told = [
        client.post("/en/accounts/2fa/authenticate/", {"code": f"{n:06d}"}).content.decode()
        for n in range(8)
    ]
    wrong = say("field-error-incorrect-code", lang="en")
    assert [wrong in html for html in told] == [True] * 5 + [False] * 3


# -- what stays behind ------------------------------------------------------------------------------


def test_pages_of_those_who_signed_in_stay_in_no_cache(client: Client, town: Town) -> None:
    client.force_login(town.users["officer"])
    for page in (
        reverse("files"),
        reverse("desk"),
        "/api/v1/me",
        "/en/accounts/2fa/",
        "/en/desk/none/",
    ):
        assert "no-store" in client.get(page, follow=True).headers["Cache-Control"], page
    assert "no-store" in Client().get(
        "/api/v1/me", headers={"authorization": "Bearer nothing"}
    ).headers["Cache-Control"]  # fmt: skip


@pytest.mark.parametrize("page", ["apply", "follow", "receipt", "apply_matter"])
def test_pages_of_the_public_form_stay_in_no_cache(db: None, page: str) -> None:
    assert "no-store" in Client().get(reverse(page)).headers["Cache-Control"]


# -- what is typed ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sign_that_no_text_can_hold_is_a_mistake_and_no_failure(
    client: Client, town: Town, language: str
) -> None:
    client.force_login(town.users["officer"])
    for page in (reverse("apply"), reverse("files")):
        address = re.sub(r"^/[a-z-]+/", f"/{language.lower()}/", page)
        answer = client.get(f"{address}?q={quote('a' + chr(0))}")
        assert answer.status_code == 400
        assert say("problem-text-impossible", lang=language) in answer.content.decode()
    assert client.get(reverse("files")).status_code == 200


def test_a_body_that_is_too_large_is_refused_before_it_is_read(client: Client, town: Town) -> None:
    client.force_login(town.users["head"])
    for length in (str(LARGEST + 1), "-1", "x"):
        answer = client.post(reverse("plan_upload"), CONTENT_LENGTH=length)
        assert answer.status_code == 413


def test_one_address_cannot_flood_an_office_with_applications(
    client: Client, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "LARGEST_CROWD", 2)
    sent = []
    for _ in range(3):
        fresh = Client()
        walk(fresh, town)
        sent.append(fresh.post(reverse("apply_contact"), CONTACT).status_code)
    assert sent == [302, 302, 400]
    assert File.objects.count() == 2
    other = Client(REMOTE_ADDR="192.0.2.8")
    walk(other, town)
    assert other.post(reverse("apply_contact"), CONTACT).status_code == 302


def test_applications_do_not_use_up_the_tries_of_a_code(db: None) -> None:
    for _ in range(attempts.LIMIT):
        attempts.send("192.0.2.1", NOON)
    attempts.allow("192.0.2.1", NOON)
    for _ in range(attempts.LIMIT):
        attempts.wrong("192.0.2.1", NOON)
    with pytest.raises(Problem, match="too_many_tries"):
        attempts.allow("192.0.2.1", NOON)
    attempts.send("192.0.2.1", NOON)


# -- documents made to harm -------------------------------------------------------------------------

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document(body: str, **more: bytes) -> bytes:
    """Return a docx with this body, padded so that the ratio of packing gives nothing away."""
    import docx

    plain, out = io.BytesIO(), io.BytesIO()
    docx.Document().save(plain)
    with (
        zipfile.ZipFile(plain) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode()
            new.writestr(name, data)
        for name, data in {"word/media/pad.bin": os.urandom(200_000), **more}.items():
            new.writestr(name, data)
    return out.getvalue()


def table(cells: int, rows: int, properties: str = "") -> str:
    cell = f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
    return f"<w:tbl>{('<w:tr>' + cell * cells + '</w:tr>') * rows}</w:tbl>"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (document(table(1, 1, '<w:gridSpan w:val="2000000000"/>')), "file_unreadable"),
        (document(table(60, 400)), "file_too_large"),
        (document("<w:p/>" * 1_500_000), "file_too_large"),
        (
            document(
                "<w:p/>",
                **{"word/media/a.png": b" \xef\xbb\xbf<a>" + b"<b/>" * 2_200_000 + b"</a>"},
            ),
            "file_too_large",
        ),
        (document("<w:p/>" * (MAX_LINES + 2)), "file_too_large"),
    ],
    ids=["a cell of endless columns", "too many cells", "much XML", "XML called a picture", "too many lines"],
)  # fmt: skip
def test_a_word_file_made_to_exhaust_the_server_is_refused_at_once(data: bytes, code: str) -> None:
    with pytest.raises(Problem) as caught:
        read_document("方案.docx", data)
    assert caught.value.code == code


def test_a_tall_column_of_merged_cells_is_read_in_one_pass() -> None:
    found = read_document("a.docx", document(table(8, 1500, "<w:vMerge/>")))
    assert len(found.rows) == 1500
    assert {cell.text for row in found.rows for cell in row.cells} == {"a"}


def test_long_runs_of_blanks_do_not_keep_the_reader_of_plans_busy() -> None:
    lines = ["普法工作方案", "二、主要任务", "1.举办讲座" + " " * 7900 + "1场"]
    found = read_document("a.txt", "\n".join(lines).encode())
    assert found.lines[2] == "1.举办讲座" + " " * MAX_BLANKS + "1场"
    assert len(read_plans(found)) == 1


def test_documents_of_strangers_are_read_one_at_a_time(client: Client, db: None) -> None:
    with READING:
        file = SimpleUploadedFile("a.txt", "普法工作方案".encode())
        answer = client.post("/api/v1/plans/read", {"file": file})
    assert (answer.status_code, answer.json()["code"]) == (409, "reader_busy")
    file = SimpleUploadedFile("a.txt", b"")
    assert client.post("/api/v1/plans/read", {"file": file}).status_code == 400
    assert not READING.locked()


# -- the addresses themselves -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1"]
)
def test_no_form_leads_away_from_the_house(client: Client, town: Town, elsewhere: str) -> None:
    back = client.post(reverse("reading"), {"next": elsewhere, "size": "large"})
    assert "evil" not in back.headers["Location"]
    entered = client.post(
        f"{ENTRANCE}?next={quote(elsewhere)}",
        {"login": "officer", "password": PASSWORD, "next": elsewhere},
    )
    assert entered.status_code == 302
    assert "evil" not in entered.headers["Location"]
    assert "javascript" not in entered.headers["Location"]


def test_an_invented_host_is_refused(client: Client, db: None) -> None:
    assert client.get("/en/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("name", ["李\x0b小\x01红\ufffe", "ئايگۈل 😀", "#eval {{7*7}} \\b $x$"])
@pytest.mark.parametrize("write", [letters.pdf, letters.docx])
def test_a_strange_name_keeps_nobody_from_their_decision(
    write: Callable[[letters.Letter], bytes], name: str
) -> None:
    letter = letters.Letter(
        style="cn", lang="zh-Hans", office="桦南县法律援助中心", title="决定书", number="1", dated="2026年11月18日",
        parts=(letters.Line("to", name), letters.Line("text", name)),
    )  # fmt: skip
    assert write(letter)[:4] in (b"%PDF", b"PK\x03\x04")


# -- who is still let in ----------------------------------------------------------------------------


def test_a_closed_account_a_new_password_and_an_ended_posting_end_what_is_open(town: Town) -> None:
    keeper, officer = town.actor("keeper"), town.users["officer"]
    client = Client()
    client.force_login(officer)
    assert client.get(reverse("files")).status_code == 200
    network.renew_password(actor=keeper, user=officer, password="another-quiet-lantern", at=NOON)
    assert client.get(reverse("files")).status_code == 302
    client.force_login(User.objects.get(pk=officer.pk))
    network.lock(actor=keeper, user=officer, at=NOON)
    assert client.get(reverse("files")).status_code == 302
    fresh = Client()
    tried(fresh, "officer", "another-quiet-lantern")
    assert "_auth_user_id" not in fresh.session
    network.unlock(actor=keeper, user=officer, at=NOON)
    network.end_posting(actor=keeper, posting=officer.postings.get(), at=NOON)
    User.objects.filter(pk=officer.pk).update(password_given=False)  # they chose one of their own
    client.force_login(User.objects.get(pk=officer.pk))
    assert client.get(reverse("files")).status_code == 403


def test_nobody_acts_in_somebody_elses_posting(client: Client, town: Town) -> None:
    client.force_login(town.users["worker"])
    theirs = town.users["head"].postings.get()
    assert client.post(reverse("act_as", args=[theirs.pk])).status_code == 404
    assert client.get("/api/v1/me").json()["role"] == "station_worker"
    session = client.session
    session["posting"] = str(theirs.pk)
    session.save()
    assert client.get("/api/v1/me").json()["role"] == "station_worker"


@pytest.mark.parametrize("name", ["system", "resident"])
@pytest.mark.parametrize("password", ["", "!", "system", "resident"])
def test_nobody_signs_in_as_the_house(client: Client, town: Town, name: str, password: str) -> None:
    tried(client, name, password)
    assert "_auth_user_id" not in client.session


def test_every_form_of_ours_asks_for_its_token(town: Town) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(town.users["head"])
    pages = [p for p in PAGES if isinstance(p, URLPattern)]
    assert len(pages) > 40
    for page in pages:
        values = {k: VALUES[type(c).__name__] for k, c in page.pattern.converters.items()}
        answer = client.post(reverse(str(page.name), kwargs=values))
        assert answer.status_code == 403, page.name


# -- the receipt ------------------------------------------------------------------------------------


def test_a_draft_sent_twice_shows_its_receipt_only_to_its_own_browser(town: Town) -> None:
    mine, other = Client(), Client()
    walk(mine, town)
    walk(other, town)
    assert mine.post(reverse("apply_contact"), CONTACT).status_code == 302
    held = mine.cookies["receipt"].value
    assert other.get(reverse("receipt")).status_code == 302
    other_end = "B" if held.endswith("A") else "A"
    for forged in (held[:-1] + other_end, str(File.objects.get().pk), mine.cookies["draft"].value):
        other.cookies["receipt"] = forged
        assert other.get(reverse("receipt")).status_code == 302
    other.cookies["draft"] = held  # signed for another use
    assert other.get(reverse("apply_contact")).status_code == 302


# -- two at once ------------------------------------------------------------------------------------


def test_a_second_upload_of_a_plan_waits_for_the_first(town: Town) -> None:
    text = "普法工作方案\n二、主要任务\n1.举办讲座，每季度不少于1场。\n".encode()
    with CaptureQueriesContext(connection) as asked:
        plans.draft(actor=town.actor("head"), at=NOON, upload=Upload("a.txt", text))
    told = [q["sql"] for q in asked.captured_queries]
    locks = next(
        n for n, sql in enumerate(told) if "access_unit" in sql and "FOR NO KEY UPDATE" in sql
    )
    looks = next(n for n, sql in enumerate(told) if 'FROM "outreach_source"' in sql)
    assert locks < looks
