"""The pages of units and accounts, as an administrator of the county sees them."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from songfa.access.models import Posting, Unit, User
from songfa.network import reads
from songfa.network.models import ApiToken
from tests.town import Town

DESK = "/en/desk/units/"
SECRET = re.compile(r'class="secret">([^<]+)<')


@pytest.fixture(autouse=True)
def one_factor(settings: Any) -> None:
    settings.SECOND_FACTOR_FOR_STAFF = False


def signed(town: Town, who: str = "keeper") -> Client:
    client = Client()
    client.force_login(town.users[who], backend="django.contrib.auth.backends.ModelBackend")
    return client


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_tree_and_its_search(town: Town) -> None:
    keeper = signed(town)
    page = text(keeper.get(DESK))
    for key in ("bureau", "centre", "station", "firm"):
        assert town.units[key].name in page
    for key in ("province", "other", "vn_centre"):
        assert town.units[key].name not in page
    found = text(keeper.get(DESK, {"q": "土龙山"}))
    assert town.units["station2"].name in found
    assert town.units["firm"].name not in found
    assert "No unit was found" in text(keeper.get(DESK, {"q": "nowhere\0"}))


def test_a_unit_is_added_in_a_place_found_by_name(town: Town) -> None:
    keeper = signed(town)
    town_ship = town.areas["230822101"]
    found = text(keeper.get(f"{DESK}new/", {"q": "土龙山"}))
    assert f"?area={town_ship.pk}" in found
    assert f"?area={town.areas['230826'].pk}" not in text(keeper.get(f"{DESK}new/", {"q": "桦川"}))
    assert keeper.get(f"{DESK}new/", {"area": str(town.areas["230826"].pk)}).status_code == 404
    assert keeper.get(f"{DESK}new/", {"area": "x"}).status_code == 404
    form = {
        "area": str(town_ship.pk),
        "name": "土龙山村联系点",
        "kind": "village_point",
        "parent": "",
    }
    assert "Choose one of the answers" in text(
        keeper.post(f"{DESK}new/", {**form, "kind": "county_bureau"})
    )
    made = keeper.post(f"{DESK}new/", form, follow=True)
    assert "土龙山村联系点" in text(made)
    assert Unit.objects.get(name="土龙山村联系点").pack == "cn-23"
    assert "is taken" in text(keeper.post(f"{DESK}new/", form))


def test_an_account_is_made_and_its_password_shown_once(town: Town) -> None:
    keeper, place = signed(town), f"{DESK}{town.units['station'].pk}/"
    form = {"name": "白桦", "username": "Baihua", "language": "zh-Hans", "role": "station_worker"}
    bad = keeper.post(f"{place}account/", form)
    assert "small letters" in text(bad)
    made = keeper.post(f"{place}account/", {**form, "username": "baihua"})
    (password,) = SECRET.findall(text(made))
    assert "no-store" in made["Cache-Control"]
    user = User.objects.get(username="baihua")
    assert user.check_password(password)
    assert user.postings.get().role == "station_worker"
    assert "白桦" in text(keeper.get(place))
    assert password not in text(keeper.get(place))
    again = keeper.post(f"{place}account/", {**form, "username": "baihua"})
    assert "is taken" in text(again)


def test_a_failed_account_leaves_nothing(town: Town) -> None:
    keeper, place = signed(town), f"{DESK}{town.units['station'].pk}/"
    form = {"name": "白桦", "username": "baihua", "language": "zh-Hans", "role": "resident"}
    assert keeper.post(f"{place}account/", form).status_code == 200
    assert not User.objects.filter(username="baihua").exists()


def test_a_role_is_given_and_ended(town: Town) -> None:
    keeper, place = signed(town), f"{DESK}{town.units['station'].pk}/"
    assert "no open account" in text(
        keeper.post(f"{place}posting/", {"username": "nemo", "role": "station_worker"})
    )
    given = keeper.post(
        f"{place}posting/", {"username": "worker2", "role": "station_worker"}, follow=True
    )
    assert "has the role now" in text(given)
    own = keeper.post(f"{place}posting/", {"username": "keeper", "role": "centre_head"})
    assert "Nobody may change their own roles" in text(own)
    held = Posting.objects.get(user=town.users["worker2"], unit=town.units["station"])
    ended = f"{DESK}postings/{held.pk}/end/"
    assert "End this role?" in text(keeper.get(ended))
    assert "no longer has the role" in text(keeper.post(ended, follow=True))
    assert keeper.post(ended).status_code == 404


def test_an_account_is_locked_opened_and_given_a_password(town: Town) -> None:
    keeper, page = signed(town), f"{DESK}people/{town.users['officer'].pk}/"
    officer = signed(town, "officer")
    assert officer.get("/en/desk/files/").status_code == 200
    assert "is closed" in text(keeper.post(page, {"act": "lock"}, follow=True))
    assert officer.get("/en/desk/files/").status_code == 302
    assert "is open again" in text(keeper.post(page, {"act": "unlock"}, follow=True))
    (password,) = SECRET.findall(text(keeper.post(page, {"act": "password"})))
    town.users["officer"].refresh_from_db()
    assert town.users["officer"].check_password(password)
    own = f"{DESK}people/{town.users['keeper'].pk}/"
    assert "You cannot change this account" in text(keeper.get(own))
    assert keeper.post(own, {"act": "lock"}).status_code == 403
    assert keeper.get(f"{DESK}people/{town.users['stranger'].pk}/").status_code == 404


def test_a_key_is_shown_once_works_and_is_revoked(town: Town) -> None:
    keeper, held = signed(town), Posting.objects.get(user=town.users["officer"])
    made = keeper.post(f"{DESK}postings/{held.pk}/key/", {"name": "报表程序", "days": "30"})
    (key,) = SECRET.findall(text(made))
    token = reads.by_key(key, timezone.now())
    assert token is not None
    assert token.expires_at - timezone.now() < timedelta(days=30)
    page = text(keeper.get(f"{DESK}{town.units['centre'].pk}/"))
    assert "报表程序" in page
    assert key not in page
    assert keeper.get(f"{DESK}keys/{token.pk}/revoke/").status_code == 405
    keeper.post(f"{DESK}keys/{token.pk}/revoke/")
    assert reads.by_key(key, timezone.now()) is None
    assert ApiToken.objects.count() == 1


@pytest.mark.parametrize(
    ("who", "status"), [("head", 403), ("officer", 403), ("supervisor", 403), ("stranger", 403)]
)
def test_others_do_not_come_in(town: Town, who: str, status: int) -> None:
    assert signed(town, who).get(DESK).status_code == status


@pytest.mark.parametrize("language", ["zh-hans", "vi", "en"])
def test_the_pages_speak_three_languages(town: Town, language: str) -> None:
    keeper, desk = signed(town), f"/{language}/desk/units/"
    unit, held = town.units["centre"].pk, Posting.objects.get(user=town.users["officer"]).pk
    paths = ("", "new/", f"new/?area={town.areas['230822'].pk}", f"{unit}/", f"{unit}/account/", f"{unit}/posting/",
             f"postings/{held}/end/", f"postings/{held}/key/", f"people/{town.users['officer'].pk}/")  # fmt: skip
    for path in paths:
        assert keeper.get(desk + path).status_code == 200, path
