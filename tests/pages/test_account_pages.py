"""Sign-in, password and second factor wear our look and speak our three languages."""

import re

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client

from songfa.access.models import User
from songfa.words.say import LANGUAGES, say

PASSWORD = "seven quiet lanterns"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_menus(monkeypatch: pytest.MonkeyPatch) -> None:
    """The menus name pages of other modules; these pages stand without them."""
    monkeypatch.setattr("songfa.web.navigation.site", lambda request: [])
    monkeypatch.setattr("songfa.web.navigation.desk", lambda request, actor: [])


@pytest.fixture
def user() -> User:
    made = User(username="zhou", name="周岚")
    made.set_password(PASSWORD)
    made.save()
    return made


def at(path: str, language: str = "en") -> str:
    return f"/{language.lower()}/{path}"


def text(client: Client, path: str, language: str = "en") -> str:
    answer = client.get(at(path, language))
    assert answer.status_code == 200, path
    return answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_password_is_said_in_the_readers_language(
    client: Client, user: User, language: str
) -> None:
    answer = client.post(
        at("accounts/login/", language),
        {"login": "zhou", "password": "wrong"},
    )
    html = answer.content.decode()
    assert say("field-error-username-password-mismatch", lang=language) in html
    assert f'<html lang="{language}"' in html
    assert "wrong" not in re.findall(r'value="([^"]*)"', html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_speak_only_the_readers_language(
    client: Client, user: User, language: str
) -> None:
    entrance = text(client, "accounts/login/", language)
    assert say("look-enter-name", lang=language) in entrance
    client.force_login(user)
    pages = {
        "accounts/2fa/": "look-second-title",
        "accounts/logout/": "look-leave-title",
        "accounts/password/change/": "look-password-again",
        "accounts/password/reset/": "look-forgotten-lede",
        "accounts/reauthenticate/": "look-again-title",
    }
    for path, key in pages.items():
        html = text(client, path, language)
        assert say(key, lang=language) in html
        for other in ("Password:", "Sign Out", "Two-Factor", "Change Password"):
            assert other not in html


def test_a_second_factor_from_the_first_scan_to_the_next_sign_in(
    client: Client, user: User
) -> None:
    client.post(at("accounts/login/"), {"login": "zhou", "password": PASSWORD})
    client.post(at("accounts/reauthenticate/"), {"password": PASSWORD})
    page = text(client, "accounts/2fa/totp/activate/")
    assert 'src="data:image/svg+xml;base64,' in page
    secret = re.search(r'receipt--long">([A-Z2-7]+)<', page)
    assert secret
    answer = client.post(at("accounts/2fa/totp/activate/"), {"code": code(secret[1])}, follow=True)
    spare = re.findall(r"<li>([0-9a-f]{8})</li>", answer.content.decode())
    assert len(spare) == 10
    assert say("look-app-turn-off", lang="en") in text(client, "accounts/2fa/totp/deactivate/")
    assert say("look-spare-replace", lang="en") in text(
        client, "accounts/2fa/recovery-codes/generate/"
    )
    assert say("look-app-on", lang="en") in text(client, "accounts/2fa/")

    client.post(at("accounts/logout/"))
    asked = client.post(at("accounts/login/"), {"login": "zhou", "password": PASSWORD}, follow=True)
    assert say("look-code-lede", lang="en") in asked.content.decode()
    refused = client.post(at("accounts/2fa/authenticate/"), {"code": "000000"})
    assert say("field-error-incorrect-code", lang="en") in refused.content.decode()
    assert client.post(at("accounts/2fa/authenticate/"), {"code": spare[0]}).status_code == 302


def code(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time()))))
