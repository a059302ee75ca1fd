"""The roll of practitioners: kept by whoever manages accounts, seen by the next assignment."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from songfa.network.models import Leave
from tests.town import Town


@pytest.fixture(autouse=True)
def chinese() -> Any:
    with translation.override("zh-hans"):
        yield


def enter(town: Town, who: str) -> Client:
    client = Client()
    client.force_login(town.users[who], backend="django.contrib.auth.backends.ModelBackend")
    return client


def boxes(name: str, day: date | None) -> dict[str, str]:
    parts = (day.year, day.month, day.day) if day else ("", "", "")
    return {f"{name}-{k}": str(v) for k, v in zip(("year", "month", "day"), parts, strict=True)}


def test_the_roll_is_kept_and_leave_noted(town: Town) -> None:
    client, row = enter(town, "keeper"), town.practitioners["lawyer"]
    assert "何平" in client.get(reverse("roll")).content.decode()
    address = reverse("roll_one", args=[row.pk])
    told = {
        "kind": "lawyer", "skills": ["labour_wages", "minors"], "languages": ["zh-Hans", "sign"],
        "licence": "12308201510000001", "phone": "0454-6221234", "capacity": "5", **boxes("licence_until", None),
        **boxes("since", date(2015, 6, 1)), **boxes("struck_off", date(2026, 1, 2)),
    }  # fmt: skip
    assert client.post(address, told).status_code == 302
    row.refresh_from_db()
    assert (row.capacity, row.struck_off_on, row.licence) == (
        5,
        date(2026, 1, 2),
        "12308201510000001",
    )
    assert row.phone == "0454-6221234"
    wrong = client.post(address, {**told, "phone": "call me"}).content.decode()
    assert "govuk-error-summary__title" in wrong
    assert row.skills == ["labour_wages", "minors"]
    days = {**boxes("first", date(2027, 1, 5)), **boxes("last", date(2027, 1, 4))}
    assert "早于开始日期" in client.post(address, {"leave": "1", **days}).content.decode()
    days = {**boxes("first", date(2027, 1, 5)), **boxes("last", date(2027, 1, 9))}
    assert client.post(address, {"leave": "1", **days}).status_code == 302
    assert Leave.objects.get().practitioner == row
    assert client.post(address, {**told, "capacity": "-1"}).status_code == 200


def test_who_may_not(town: Town) -> None:
    row = town.practitioners["lawyer"]
    assert enter(town, "officer").get(reverse("roll")).status_code == 403
    vn = town.practitioners["vn_helper"]
    assert enter(town, "keeper").get(reverse("roll_one", args=[vn.pk])).status_code == 404
    assert enter(town, "lawyer").get(reverse("roll_one", args=[row.pk])).status_code == 403


@pytest.mark.parametrize("language", ["zh-hans", "vi", "en"])
def test_in_every_language(town: Town, language: str) -> None:
    client = enter(town, "keeper")
    with translation.override(language):
        assert client.get(reverse("roll")).status_code == 200
        address = reverse("roll_one", args=[town.practitioners["lawyer"].pk])
        assert client.get(address).status_code == 200
