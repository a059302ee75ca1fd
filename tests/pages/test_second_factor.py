"""Staff need a second factor where the setting says so; nobody gets far by guessing."""

from typing import Any

import pytest
from django.test import Client

from tests.town import PASSWORD, Town

LOGIN = "/zh-hans/accounts/login/"


def test_staff_without_a_second_factor_are_led_to_set_one_up(
    client: Client, town: Town, settings: Any
) -> None:
    settings.SECOND_FACTOR_FOR_STAFF = True
    client.force_login(town.users["officer"])
    answer = client.get("/zh-hans/desk/duties/")
    assert answer.status_code == 302
    assert "2fa/totp/activate" in answer["Location"]
    way_round = client.get("/zh-hans/desk/duties/", {"next": "/accounts/"})
    assert way_round.status_code == 302
    assert client.get("/zh-hans/desk/areas/accounts/").status_code in (302, 404)
    assert client.get("/zh-hans/").context["actor"] is None
    assert client.get("/api/v1/duties").status_code in (401, 403)
    settings.SECOND_FACTOR_FOR_STAFF = False
    assert client.get("/zh-hans/desk/duties/").status_code == 200


def test_five_wrong_passwords_lock_out(client: Client, town: Town) -> None:
    for _ in range(5):
        client.post(LOGIN, {"login": "officer", "password": "wrong-password"})
    answer = client.post(LOGIN, {"login": "officer", "password": PASSWORD})
    assert answer.status_code == 429
    assert "登录失败次数过多" in answer.content.decode()


def test_the_right_password_leads_to_the_desk(client: Client, town: Town) -> None:
    answer = client.post(LOGIN, {"login": "officer", "password": PASSWORD})
    assert answer.status_code == 302
    assert answer["Location"] == "/zh-hans/desk/"
    assert client.get("/zh-hans/desk/", follow=True).status_code == 200


@pytest.mark.parametrize("name", ["resident", "system"])
def test_nobody_signs_in_as_the_house(client: Client, town: Town, name: str) -> None:
    for password in ("!", "", "x"):
        assert client.post(LOGIN, {"login": name, "password": password}).status_code == 200


def test_there_is_no_open_sign_up(client: Client, town: Town) -> None:
    assert client.get("/zh-hans/accounts/signup/").status_code == 404


def test_a_posting_of_another_is_not_taken(client: Client, town: Town) -> None:
    client.force_login(town.users["officer"])
    other = town.users["stranger"].postings.get()
    assert client.post(f"/zh-hans/desk/as/{other.pk}/").status_code == 404
