"""The demo's daily work: each list and state that a page shows occurs, and a second load changes nothing."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from songfa.access.house import ensure_system_accounts
from songfa.access.models import User
from songfa.advice.models import Consultation
from songfa.aid import reads
from songfa.aid.models import (
    Assessment,
    Assignment,
    ChangeRequest,
    Complaint,
    Cooperation,
    DutyHelp,
    File,
    Hearing,
    Log,
    Money,
    Notice,
    Objection,
    Offer,
    Paper,
    Recipient,
    Referral,
    SubsidyClaim,
    Tie,
)
from songfa.audit.models import Line
from songfa.audit.verify import faults
from songfa.demo.daily import STORIES, build
from songfa.demo.registry import LOADERS
from songfa.demo.steps import STEPS
from songfa.duties.models import Duty
from songfa.outreach.models import Event, Plan, Share
from songfa.rules.machines import FILE
from songfa.web.desk.files.opened import Opened
from tests.province import kept, territory
from tests.town import SINCE

OF_BOTH = (
    Assessment, Assignment, Complaint, Consultation, DutyHelp, Event, File, Hearing, Log, Money, Notice, Paper, Plan,
    Referral, Tie,
)  # fmt: skip
OF_CHINA = (ChangeRequest, Cooperation, Objection, Offer, Recipient, Share, SubsidyClaim)


# what differs from one drawing of a page to the next
BY_THE_PRESS = re.compile(
    r'name="(press|csrfmiddlewaretoken)" value="[^"]*"|"X-CSRFToken": "[^"]*"'
)
OFFICE = {"cn": "桦南县法律援助中心", "vn": "Trung tâm Trợ giúp pháp lý nhà nước thành phố Cần Thơ"}


class Everything(frozenset[str]):
    """A set with which everything has something in common."""

    def intersection(self, *others: Any) -> frozenset[Any]:
        return frozenset({"something"})


def signed_in(username: str) -> Client:
    client = Client()
    user = User.objects.get(username=username)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def daily(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Load the demo once, on the territory of its two provinces."""
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with django_db_blocker.unblock(), override_settings(PASSWORD_HASHERS=quick), kept(_load):
        yield


def _load() -> None:
    ensure_system_accounts(at=SINCE)
    territory("cn", "cn.23")
    territory("vn", "vn.92")
    said: list[str] = []
    made = LOADERS["daily"](timezone.now(), lambda step, n: said.append(step))
    assert said == ["offices-cn", "offices-vn"]
    assert made == sum(len(told(c)["stories"]) for c in FILE)


def told(country: str) -> dict[str, Any]:
    return tomllib.loads((STORIES / f"{country}.toml").read_text(encoding="utf-8"))


def states(model: type[Any], country: str, **where: object) -> set[str]:
    rows = model.objects.filter(pack__startswith=country, **where)
    return set(rows.values_list("state", flat=True))


def test_what_the_demo_promises_occurs() -> None:
    for country, machine in FILE.items():
        lacking = set(machine.states()) - states(File, country)
        assert not lacking, (country, lacking)
        for model in (*OF_BOTH, *(OF_CHINA if country == "cn" else ())):
            rows = model.objects.filter(area__country=country)
            assert rows.exists(), (country, model.__name__)
    assert states(Objection, "cn") == {"raised", "upheld"}
    assert {"requested", "answered"} <= states(Cooperation, "cn")
    assert "answered" in states(Complaint, "cn") & states(Complaint, "vn")
    # an objection found right: the bureau's decision stands in the file, which goes on
    upheld = Objection.objects.get(state="upheld").file
    kinds = list(
        Paper.objects.filter(file=upheld).order_by("created_at").values_list("kind", flat=True)
    )
    assert kinds.index("refuse") < kinds.index("objection_decision") < kinds.index("grant")
    assert upheld.state == "under_way"
    answered = Cooperation.objects.get(state="answered", side="asking")
    assert answered.file_id == upheld.pk
    assert answered.answer
    # nothing happened in the future, and some of what is owed is still owed
    now = timezone.now()
    assert not Line.objects.filter(at__gt=now).exists()
    assert Duty.objects.filter(ended_at__isnull=True, due_at__gt=now).exists()
    assert list(faults()) == []


def test_a_second_load_changes_nothing() -> None:
    counted = [model.objects.count() for model in (*OF_BOTH, *OF_CHINA, Line)]
    assert build(timezone.now()) == 0
    assert LOADERS["daily"](timezone.now(), lambda step, n: None) == 0
    assert [model.objects.count() for model in (*OF_BOTH, *OF_CHINA, Line)] == counted


LISTS = (
    ("wei", ("files", "notices", "beside", "referrals", "subsidies", "advice", "plans", "events", "offers", "quality")),
    ("hoa", ("files", "notices", "beside", "referrals", "advice", "plans", "events", "quality")),
)  # fmt: skip


def test_every_list_has_something_to_show(settings: Any) -> None:
    settings.SECOND_FACTOR_FOR_STAFF = False
    for username, names in LISTS:
        client = signed_in(username)
        for name in names:
            # whoever is above answers objections in China, and complaints in Vietnam
            of = {"kind": "complaint"} if (username, name) == ("hoa", "beside") else {}
            page = client.get(reverse(name), of, follow=True)
            assert page.status_code == 200, name
            assert 'class="empty' not in page.content.decode(), (username, name)


def test_what_a_page_does_not_ask_for_is_not_there(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file's page turns only to tables that hold something of it: asked for everything, it says the same."""
    settings.SECOND_FACTOR_FOR_STAFF = False
    told, held = {}, set()
    for everything in (False, True):
        with monkeypatch.context() as patch:
            if everything:
                patch.setattr(Opened, "has", lambda now, kind: True)
                patch.setattr(reads, "PROMPTING", Everything())
            for username, country in (("wei", "cn"), ("hoa", "vn")):
                client = signed_in(username)
                for file in File.objects.filter(area__country=country, unit__name=OFFICE[country]):
                    page = client.get(reverse("file", args=[file.pk])).content.decode()
                    told[everything, file.pk] = BY_THE_PRESS.sub("", page)
                    held |= {kind for kind, there in reads.belongings(file).items() if there}
    files = {pk for _, pk in told}
    assert len(files) > 15
    assert [pk for pk in files if told[False, pk] != told[True, pk]] == []
    # or the sameness says nothing: the stories have rows of each kind that a panel shows
    assert {
        "assessments", "assignments", "change_requests", "complaints", "contracts", "cooperations",
        "documents", "handovers", "hearings", "intake", "logs", "money", "notice", "objections", "papers", "parties",
        "recipients",
    } <= held  # fmt: skip


def test_each_word_of_a_story_is_a_step() -> None:
    used: set[str] = set()
    for country in FILE:
        for story in told(country)["stories"]:
            used |= {step["do"] for step in story.get("steps", ())}
    assert used == set(STEPS)
