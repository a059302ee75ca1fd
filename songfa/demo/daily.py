"""A few weeks of daily work in the demo's offices, so that every list has something to show.

All of it goes through the rooms' actions, each at its own time before `at`. The people are invented.
"""

import re
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from songfa.access.models import Unit
from songfa.access.policy import Actor, public
from songfa.advice import actions as advice
from songfa.aid.actions import Referred, declare_tie, quality, refer
from songfa.aid.actions.doors import come_in
from songfa.aid.actions.duty import HelpTold, ask_help, give_help, open_session
from songfa.aid.actions.enter import Application, apply
from songfa.aid.actions.notices import notice
from songfa.aid.door.doorway import Doorway
from songfa.aid.models import Assessment, File
from songfa.aid.noticed import NoticeTold
from songfa.aid.reads.quality import sheet_of
from songfa.aid.told import Contact, Told
from songfa.demo.steps import STEPS, Table, Teller, acting_as
from songfa.network.models import Practitioner
from songfa.outreach.actions import events, plans, shares
from songfa.outreach.models import Plan, Share
from songfa.papers.uploads import Upload
from songfa.people.actions import Described

EXAMPLES = Path(__file__).parents[1] / "papers" / "examples"
# the year of the examples
WRITTEN = 2026
TWO_DAYS = timedelta(days=2)
STORIES = Path(__file__).parent / "stories"


def _tell(story: Table, officer: Actor, unit: Unit, lawyer: Practitioner, at: datetime) -> None:
    came = at - timedelta(days=story["days_ago"])
    facts = dict(story["facts"])
    facts["person"] = {**facts.get("person", {}), "birth_date": story["born"].isoformat()}
    language = officer.user.language
    application = Application(
        person=Described(
            name=story["name"], born=story["born"], sex=story["sex"], language=language
        ),
        matter=story["matter"],
        service=story["service"],
        told=Told(story=story["text"], facts=facts, contact=Contact(way="call", language=language)),
        groups=tuple(story["groups"]),
    )
    asked = story.get("asked")
    if asked:  # who came with a question first
        talk = advice.take(
            actor=officer, channel=asked["channel"], matter=story["matter"], groups=story["groups"], on=came.date(),
            at=came - timedelta(hours=1), question=asked["question"], answer=asked["answer"],
        )  # fmt: skip
        applied = come_in(
            actor=officer,
            unit=unit,
            application=application,
            doorway=Doorway(consultation=talk.pk),
            at=came,
        )
    else:
        door = public(unit, came.date())
        applied = apply(actor=door, unit=unit, application=application, at=came)
    for step in story.get("steps", ()):
        STEPS[step["do"]](Teller(applied.file, came, officer, lawyer), step)


def _read(country: str) -> dict[str, Any]:
    return tomllib.loads((STORIES / f"{country}.toml").read_text(encoding="utf-8"))


def build(at: datetime) -> int:
    """Make the work of the weeks before `at`; nothing when files are kept already. Returns how many files."""
    if File.objects.exists():
        return 0
    told = {country: _read(country) for country in ("cn", "vn")}
    for country, username, lawyer in (("cn", "wei", "he"), ("vn", "hoa", "bao")):
        officer = acting_as(username, at.date())
        assert officer.anchor is not None
        helper = Practitioner.objects.get(held_by__username=lawyer)
        for story in sorted(told[country]["stories"], key=lambda s: -float(s["days_ago"])):
            _tell(story, officer, officer.anchor, helper, at)
        for came in told[country].get("notices", ()):
            _notice(came, officer, helper, at)
        for sat in told[country].get("duty", ()):
            _duty(sat, officer, helper, at)
        for tie in told[country].get("ties", ()):
            _tie(tie, helper, at)
        for kind, tell in BESIDE.items():
            for one in told[country].get(kind, ()):
                tell(one, at)
    _plans(at)
    return sum(len(t["stories"]) for t in told.values())


def _notice(told: Table, officer: Actor, lawyer: Practitioner, at: datetime) -> None:
    """Enter a notice of a body as it came, and what was done with it."""
    came = at - timedelta(days=told["days_ago"])
    assert officer.anchor is not None
    person = Described(
        told["name"], told.get("born"), told["sex"], groups=tuple(told.get("groups", ()))
    )
    given = NoticeTold(
        person=person, received_at=came, organ=told["organ"], organ_name=told["organ_name"], head=told["head"],
        reference=told["reference"], disabilities=tuple(told.get("disabilities", ())), custody=told.get("custody", ""),
        cause=told.get("cause", ""), needs=tuple(told.get("needs", ())), language=told.get("language", ""),
        certificate=told.get("certificate", ""),
    )  # fmt: skip
    entered = came + timedelta(minutes=12)
    made = notice(actor=officer, unit=officer.anchor, told=given, at=entered)
    for step in told.get("steps", ()):
        STEPS[step["do"]](Teller(made.file, came, officer, lawyer), step)


def _duty(told: Table, officer: Actor, lawyer: Practitioner, at: datetime) -> None:
    """Let a lawyer sit somewhere for a morning and help those who asked."""
    starts = at - timedelta(days=told["days_ago"])
    sat = open_session(
        actor=officer, practitioner_id=lawyer.pk, kind=told["kind"], place=told["place"], starts_at=starts,
        ends_at=starts + timedelta(hours=4), at=starts - timedelta(days=1),
    )  # fmt: skip
    for n, person in enumerate(told["people"], 1):
        then = starts + timedelta(minutes=25 * n)
        asked = HelpTold(
            person["name"], person["asked_by"], then, organ=person.get("organ", ""), role="suspect"
        )
        row = ask_help(actor=officer, session=sat, told=asked, at=then)
        give_help(
            actor=officer, asked=row, kinds=tuple(person["kinds"]), summary=person["text"],
            plea=person.get("plea", False), at=then + timedelta(minutes=15),
        )  # fmt: skip


def _talk(talk: Table, at: datetime) -> None:
    then = at - timedelta(days=talk["days_ago"])
    advice.take(
        actor=acting_as(talk["by"], then.date()), channel=talk["channel"], matter=talk["matter"], groups=talk["groups"],
        on=then.date(), at=then, question=talk["question"], answer=talk["answer"],
    )  # fmt: skip


def _referral(told: Table, at: datetime) -> None:
    """A station sends somebody to the agency above it, with a letter."""
    then = at - timedelta(days=told["days_ago"])
    actor = acting_as(told["by"], then.date())
    assert actor.anchor is not None
    who = Referred(
        told["name"], told.get("born"), told["sex"], reason=told["text"], role="litigant"
    )
    refer(
        actor=actor, unit=actor.anchor, body=told["body"], body_name=told.get("body_name", ""),
        matter=told["matter"], who=who, at=then,
    )  # fmt: skip


def _event(told: Table, at: datetime) -> None:
    then = at - timedelta(days=told["days_ago"])
    events.hold(
        actor=acting_as(told["by"], then.date()), kind=told["kind"], topic=told["topic"], groups=told["groups"],
        on=then.date(), attendance=told["attendance"], at=then,
    )  # fmt: skip


def _tie(told: Table, lawyer: Practitioner, at: datetime) -> None:
    """A practitioner declares with whom they have a tie."""
    assert lawyer.held_by is not None
    actor = acting_as(lawyer.held_by.username, at.date())
    then = at - timedelta(days=told["days_ago"])
    declare_tie(
        actor=actor,
        practitioner=lawyer,
        ground=told["ground"],
        name=told["name"],
        id_number="",
        at=then,
    )


def _sample(told: Table, at: datetime) -> None:
    """Files that were closed are drawn; somebody who did not work on them judges each, a few points below the best."""
    then = at - timedelta(days=told["days_ago"])
    first = then.date() - timedelta(days=told["span"])
    sample = quality.draw_sample(
        actor=acting_as(told["by"], then.date()), first=first, last=then.date(), seed=told["seed"],
        number=told["number"], at=then,
    )  # fmt: skip
    for row in Assessment.objects.filter(sample=sample).select_related("file"):
        sheet = sheet_of(row.file, then.date())
        scores = {i.code: max(0, i.maximum - told["below"]) for i in sheet.items}
        quality.assess(
            actor=acting_as(told["assessor"], then.date()), assessment=row, scores=scores, vetoes=(),
            remarks=told["remarks"], at=then + timedelta(hours=5),
        )  # fmt: skip


# what a country's file tells beside its stories, and how
BESIDE: dict[str, Callable[[Table, datetime], None]] = {
    "talks": _talk,
    "referrals": _referral,
    "events": _event,
    "samples": _sample,
}


def _plans(at: datetime) -> None:
    """A plan that has run since spring in China, and a draft that waits for a person in Vietnam."""
    year = at.year if at.month > 3 else at.year - 1
    spring = datetime(year, 3, 20, 2, tzinfo=UTC)
    for username, file, then in (
        ("wei", "plan-zh.txt", spring),
        ("hoa", "plan-vi.txt", at - TWO_DAYS),
    ):
        actor = acting_as(username, then.date())
        upload = Upload(
            file, _of_year((EXAMPLES / file).read_text(encoding="utf-8"), year).encode()
        )
        drafted = plans.draft(actor=actor, at=then, upload=upload).plans[0]
        if then == spring:
            plans.assign_suggested(actor=actor, at=then, plan=drafted)
            plans.adopt(actor=actor, at=then, plan=Plan.objects.get(pk=drafted.pk))
            _reports(drafted, at)


def _of_year(text: str, year: int) -> str:
    """Return an example with its years moved, so that what the demo shows is not over for years."""
    return re.sub(r"20[0-9]{2}(?![0-9])", lambda m: str(int(m[0]) + year - WRITTEN), text)


def _reports(plan: Plan, at: datetime) -> None:
    """Most units have done their share in time; every fifth has not, and the last of them says why."""
    head = acting_as("qin", at.date())
    late = None
    for n, share in enumerate(
        Share.objects.filter(plan=plan).order_by("task__place", "unit__area_path")
    ):
        then = datetime.combine(share.due or at.date(), time(2), UTC) - timedelta(days=6 + n)
        if then > at or n % 5 == 4:
            late = share
            continue
        amount = share.target or Decimal(1)
        shares.report(actor=head, at=then, share=share, amount=amount, on=then.date())
        if not share.times:
            shares.finish(actor=head, at=then, share=Share.objects.get(pk=share.pk))
    if late is not None:
        text = _read("cn")["obstacle"]
        shares.raise_obstacle(actor=head, at=at - TWO_DAYS, share=late, text=text)
