"""A file that has come far: everything that a file's page shows belongs to it, by the acts of the rooms."""

import secrets
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

WAY: tuple[dict[str, Any], ...] = (
    {"do": "grant", "after": 2},
    {"do": "assign", "after": 3},
    {"do": "accept", "after": 3.2},
    {"do": "sign", "after": 5},
    {"do": "work", "after": 5.1, "kind": "first_meeting", "text": "会见受援人，告知仲裁风险。"},
    {"do": "work", "after": 9, "kind": "evidence", "text": "向工友调查取证。"},
    {"do": "work", "after": 12, "kind": "negotiation", "text": "与单位协商，未成。"},
    {"do": "money", "after": 5.2, "kind": "claimed", "amount": 2_340_000},
    {"do": "money", "after": 20, "kind": "expense", "purpose": "travel", "amount": 8600},
    {"do": "file", "after": 6, "kind": "evidence", "name": "wages.pdf", "lines": ["2026-03 4680.00"]},
    {"do": "file", "after": 26, "kind": "award", "name": "award.pdf", "lines": ["Award 23400.00"]},
    {"do": "hear", "after": 8, "on": 20, "kind": "arbitration", "organ": "劳动人事争议仲裁委员会", "place": "第一庭"},
)  # fmt: skip
TABLES = (
    "intake", "representative", "party", "assignment", "document", "hearing", "money", "contract", "receipt",
)  # fmt: skip


def file_of(username: str, at: datetime) -> UUID:
    """Return the worked file of an officer's unit, made on the first run: five weeks old and under way."""
    from django.db import transaction

    from songfa.aid.actions import name_party, represent
    from songfa.aid.actions.doors import come_in
    from songfa.aid.actions.enter import Application
    from songfa.aid.door.doorway import Agent, Doorway
    from songfa.aid.models import File
    from songfa.aid.told import Contact, Told
    from songfa.demo.steps import STEPS, Teller, acting_as
    from songfa.people.actions import Described

    came = at - timedelta(days=35)
    officer = acting_as(username, at.date())
    assert officer.anchor is not None
    found = File.objects.filter(unit=officer.anchor, number__isnull=False, hearings__isnull=False)
    if (known := found.first()) is not None:
        return known.pk
    facts = {
        "person": {"statuses": ["migrant_worker"], "birth_date": "1985-05-05", "fixed_income": True},
        "applicant": {"is_recipient": True},
    }  # fmt: skip
    application = Application(
        person=Described(name="赵长顺", born=date(1985, 5, 5), sex="M", language="zh-Hans"),
        matter="labour_wages", service="arbitration", groups=("migrant_workers",),
        told=Told(story="工地拖欠半年工资。", facts=facts, contact=Contact(way="call", language="zh-Hans")),
    )  # fmt: skip
    with transaction.atomic():
        made = come_in(
            actor=officer, unit=officer.anchor, application=application, doorway=Doorway(), at=came
        ).file
        told = Teller(made, came, officer, _lawyer(officer.anchor, at))
        for step in WAY:
            STEPS[step["do"]](told, step)
        name_party(
            actor=officer, file=made, side="adverse", kind="company", name="松花江建筑公司", id_number="", at=at
        )  # fmt: skip
        represent(
            actor=officer, file=made, agent=Agent("赵桂兰", "", ""), capacity="close_relative", scopes=["attend"],
            since=came.date(), until=None, proof="relationship_paper", at=at,
        )  # fmt: skip
    return made.pk


def _lawyer(unit: Any, at: datetime) -> Any:
    from songfa.access.policy import system
    from songfa.network import actions as network

    actor, joined = system(unit.pack), at - timedelta(days=60)
    user = network.enrol(
        actor=actor, username="scale-lawyer", name="何平", password=secrets.token_hex(12), language="zh-Hans", at=joined
    )  # fmt: skip
    network.post(actor=actor, user=user, role="practitioner", unit=unit, at=joined)
    return network.register(
        actor=actor, user=user, unit=unit, kind="lawyer", skills=["labour"], languages=["zh-Hans"],
        since=date(2010, 1, 1), at=joined,
    )  # fmt: skip
