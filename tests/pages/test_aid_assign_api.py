"""Who takes a file, through the API: ranked, declined, in a batch, offered."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from songfa.aid.models import Assignment, File, Offer, Party
from songfa.network.models import Practitioner
from tests.pages.test_aid_assign import enter, granted
from tests.rooms.test_aid_assign import BOSS, add_lawyer
from tests.town import Town

API = "/api/v1"


@pytest.fixture
def file(town: Town) -> File:
    return granted(town)


def sent(client: Client, path: str, body: object) -> Any:
    return client.post(f"{API}{path}", json.dumps(body), content_type="application/json")


def test_ranked_given_declined_given_again(town: Town, file: File) -> None:
    add_lawyer(town, "lawyer2", "王静")
    officer, lawyer = enter(town, "officer"), enter(town, "lawyer")
    found = officer.get(f"{API}/files/{file.pk}/candidates").json()["candidates"]
    assert [c["name"] for c in found] == ["何平", "王静"]
    assert found[0]["fits"]
    assert {"skill_matter", "load"} <= {r["code"] for r in found[0]["reasons"]}
    give = {"verb": "aid.assign", "practitioner": found[0]["id"]}
    assert sent(officer, f"/files/{file.pk}/moves", give).status_code == 200
    wrong = sent(lawyer, f"/files/{file.pk}/decline", {"reason": "mood"})
    assert (wrong.status_code, wrong.json()["code"]) == (400, "decline_without_why")
    assert sent(lawyer, f"/files/{file.pk}/decline", {"reason": "too_far"}).status_code == 204
    again = sent(officer, f"/files/{file.pk}/moves", give)
    assert again.json()["code"] == "bars_not_set_aside"
    aside = {**give, "set_aside": ["declined_before"], "why": "同意承办"}
    assert sent(officer, f"/files/{file.pk}/moves", aside).json()["state"] == "assigned"
    taken = sent(lawyer, f"/files/{file.pk}/moves", {"verb": "aid.accept"})
    assert taken.json()["state"] == "under_way"
    change = {
        "verb": "aid.change_provider", "practitioner": found[1]["id"], "reason": "受援人要求",
    }  # fmt: skip
    assert sent(officer, f"/files/{file.pk}/moves", change).json()["state"] == "assigned"
    assert Assignment.objects.count() == 3


def test_a_practitioner_declares_a_tie_and_ends_it(town: Town, file: File) -> None:
    lawyer, officer = enter(town, "lawyer"), enter(town, "officer")
    body = {"ground": "kin", "name": "钱大海", "id_number": "230822197001050015"}
    made = sent(lawyer, "/ties", body)
    assert made.status_code == 201
    assert made.json()["practitioner_id"] == str(town.practitioners["lawyer"].pk)
    assert "id_number" not in made.json()
    assert [t["name"] for t in lawyer.get(f"{API}/ties").json()] == ["钱大海"]
    wrong = sent(lawyer, "/ties", {**body, "id_number": "23082219"})
    assert wrong.status_code == 400
    assert sent(lawyer, "/ties", {**body, "ground": "acts_against"}).status_code == 400
    # an office names the practitioner; somebody out of reach is not there
    whose = {**body, "practitioner": str(town.practitioners["vn_helper"].pk)}
    assert sent(officer, "/ties", whose).status_code == 404
    assert lawyer.delete(f"{API}/ties/{made.json()['id']}").status_code == 204
    assert lawyer.get(f"{API}/ties").json() == []


def test_parties_and_the_batch(town: Town, file: File) -> None:
    second = granted(town, BOSS)
    officer = enter(town, "officer")
    party = {"verb": "aid.name_party", "side": "adverse", "kind": "company", "name": "桦南宏达公司"}
    assert sent(officer, f"/files/{file.pk}/moves", party).status_code == 200
    assert Party.objects.count() == 1
    body = {"files": [str(file.pk), str(second.pk)]}
    found = sent(officer, "/assignments/proposal", body).json()
    assert len(found["pairs"]) == 2
    assert found["total"] == sum(p["points"] for p in found["pairs"])
    assert found["by_hand"]["received"]["points"] >= found["total"]
    assert sent(officer, "/assignments/proposal", {"files": []}).status_code == 400
    Practitioner.objects.update(struck_off_on=timezone.localdate())
    pairs = [{"file": p["file"], "practitioner": p["practitioner"]} for p in found["pairs"]]
    done = sent(officer, "/assignments", {"pairs": pairs}).json()
    assert done["done"] == []
    assert {f["code"] for f in done["failed"]} == {"practitioner_barred"}
    assert sent(enter(town, "lawyer"), "/assignments", {"pairs": pairs}).status_code == 403


def test_the_board(town: Town, file: File) -> None:
    officer, lawyer = enter(town, "officer"), enter(town, "lawyer")
    until = (timezone.localdate() + timedelta(days=3)).isoformat()
    offer = {"verb": "aid.offer", "shown_path": "cn.23.2308.", "until": until}
    assert sent(officer, f"/files/{file.pk}/moves", offer).status_code == 200
    (notice,) = lawyer.get(f"{API}/offers").json()["offers"]
    assert file.number not in json.dumps(notice)
    assert sent(lawyer, f"/offers/{notice['id']}/volunteers", {"word": "可以"}).status_code == 204
    assert sent(lawyer, f"/offers/{notice['id']}/volunteers", {}).status_code == 409
    chosen = {"practitioner": str(town.practitioners["lawyer"].pk)}
    assert sent(lawyer, f"/offers/{notice['id']}/choice", chosen).status_code == 403
    assert (
        sent(enter(town, "stranger"), f"/offers/{notice['id']}/choice", chosen).status_code == 404
    )
    assert sent(officer, f"/offers/{notice['id']}/choice", chosen).status_code == 204
    assert File.objects.get().state == "assigned"
    assert officer.delete(f"{API}/offers/{Offer.objects.get().pk}").status_code == 409
