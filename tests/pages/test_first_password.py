"""A password that an administrator gave opens one page only: the one on which its owner chooses another."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import translation

from songfa.access.models import User
from songfa.network import actions
from songfa.words.say import LANGUAGES, say
from tests.town import Town

OWN = "kettle over the hill"


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    """Leave the language of addresses as it was."""
    with translation.override("zh-hans"):
        yield


def entered(town: Town, who: str) -> Client:
    client = Client()
    client.force_login(town.users[who])
    return client


def hired(town: Town, language: str) -> str:
    """Let the administrator make an account on its page; return the password that the page shows once."""
    told = {
        "name": "苗青", "username": "miao", "language": language, "role": "centre_officer",
    }  # fmt: skip
    path = f"/en/desk/units/{town.units['centre'].pk}/account/"
    page = entered(town, "keeper").post(path, told).content.decode()
    found = re.search(r'class="secret">([^<]+)<', page)
    assert found, page
    return found[1].strip()


def signed_in(language: str, password: str) -> Client:
    client = Client()
    answer = client.post(
        f"/{language}/accounts/login/", {"login": "miao", "password": password}, follow=True
    )
    assert answer.status_code == 200
    return client


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_password_is_replaced_before_anything_else(town: Town, language: str) -> None:
    first, prefix = hired(town, language), language.lower()
    client = signed_in(prefix, first)
    change = f"/{prefix}/accounts/password/change/"
    for path in ("desk/", "desk/files/", "desk/duties/"):
        assert client.get(f"/{prefix}/{path}")["Location"] == change
    assert client.get("/api/v1/duties").status_code in (401, 403)
    assert client.get(f"/{prefix}/").context["actor"] is None

    page = client.get(change).content.decode()
    assert say("look-password-first-lede", lang=language) in page
    same = {"oldpassword": first, "password1": first, "password2": first}
    assert (
        say("field-error-same-as-current", lang=language)
        in client.post(change, same).content.decode()
    )
    assert User.objects.get(username="miao").password_given

    own = {"oldpassword": first, "password1": OWN, "password2": OWN}
    answer = client.post(change, own)
    assert answer["Location"] == f"/{prefix}/desk/"
    assert client.get(f"/{prefix}/desk/duties/").status_code == 200
    assert not User.objects.get(username="miao").password_given
    assert say("look-password-first-lede", lang=language) not in client.get(change).content.decode()


def test_a_renewed_password_is_replaced_too(town: Town) -> None:
    officer = town.users["officer"]
    at = datetime(2026, 11, 18, 4, tzinfo=UTC)
    actions.renew_password(actor=town.actor("keeper"), user=officer, password=OWN, at=at)
    client = entered(town, "officer")
    answer = client.get("/zh-hans/desk/duties/")
    assert answer["Location"] == "/zh-hans/accounts/password/change/"


def test_a_password_of_ones_own_is_left_alone(town: Town) -> None:
    assert not town.users["officer"].password_given
    assert entered(town, "officer").get("/zh-hans/desk/duties/").status_code == 200
