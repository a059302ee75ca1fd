"""A few weeks of daily work in the demo's offices, so that every list has something to show.

All of it goes through the rooms' actions, each at its own time before `at`. The people are invented.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from songfa.access.models import Posting, Unit
from songfa.access.policy import Actor, acting, public
from songfa.advice import actions as advice
from songfa.aid.actions import (
    assign,
    beside,
    claim_subsidy,
    decide,
    group,
    hand_in,
    sign_agreement,
    work,
)
from songfa.aid.actions.duty import HelpTold, ask_help, give_help, open_session
from songfa.aid.actions.enter import Application, apply
from songfa.aid.actions.notices import notice
from songfa.aid.models import File
from songfa.aid.noticed import NoticeTold
from songfa.aid.told import Contact, Told
from songfa.network.models import Practitioner
from songfa.outreach.actions import plans, shares
from songfa.outreach.files import Upload
from songfa.outreach.models import Plan, Share
from songfa.people.actions import Described

EXAMPLES = Path(__file__).parents[1] / "papers" / "examples"
# the year of the examples
WRITTEN = 2026
TWO_DAYS = timedelta(days=2)
STORIES = Path(__file__).parent / "stories"
Table = dict[str, Any]  # a table of a story


@dataclass(frozen=True, slots=True)
class Teller:
    """One application on its way: who acts in its office, and when it came in."""

    file: File
    came: datetime
    officer: Actor
    lawyer: Practitioner

    def after(self, days: float) -> datetime:
        return self.came + timedelta(days=days)

    def now(self) -> File:
        return File.objects.get(pk=self.file.pk)


def granted(t: Teller, step: Table) -> None:
    decide.grant(actor=t.officer, file=t.now(), at=t.after(step["after"]))


def asked(t: Teller, step: Table) -> None:
    decide.ask_papers(
        actor=t.officer, file=t.now(), papers=step["papers"], at=t.after(step["after"])
    )


def refused(t: Teller, step: Table) -> None:
    at = t.after(step["after"])
    decide.refuse(actor=t.officer, file=t.now(), reasons=[step["reason"]], text=step["text"], at=at)


def assigned(t: Teller, step: Table) -> None:
    at = t.after(step["after"])
    assign(actor=t.officer, file=t.now(), practitioner_id=t.lawyer.pk, at=at)


def signed(t: Teller, step: Table) -> None:
    """The agreement is signed and, at the first meeting, the risks are told."""
    at = t.after(step["after"])
    sign_agreement(actor=t.officer, file=t.now(), signed_on=at.date(), signed_by="recipient", at=at)
    work.log(
        actor=t.officer, file=t.now(), done_on=at.date(), minutes=60, kind="first_meeting", risks_told=True,
        text=step["text"], at=at,
    )  # fmt: skip


def handed_in(t: Teller, step: Table) -> None:
    """The file is handed in, what is not in it explained, and its subsidy claimed."""
    at = t.after(step["after"])
    hand_in(actor=t.officer, file=t.now(), why_lacking=step["why"], at=at)
    claim_subsidy(actor=t.officer, file=t.now(), at=at)


def worked(t: Teller, step: Table) -> None:
    at = t.after(step["after"])
    work.log(
        actor=t.officer, file=t.now(), done_on=at.date(), minutes=90, kind=step["kind"], text=step["text"], at=at
    )  # fmt: skip


def closed(t: Teller, step: Table) -> None:
    work.close(
        actor=t.officer, file=t.now(), outcome=step["outcome"], recovered=step["recovered"], summary=step["text"],
        at=t.after(step["after"]),
    )  # fmt: skip


def objected(t: Teller, step: Table) -> None:
    at = t.after(step["after"])
    beside.object_to(actor=t.officer, file=t.now(), text=step["text"], at=at)


def listed(t: Teller, step: Table) -> None:
    """A list of workers comes in with the applicant at its head."""
    at = t.after(step["after"])
    rows = [
        "姓名,身份证号码,拖欠工资",
        *(f"{name},{number},{owed}" for name, number, owed in step["people"]),
    ]
    read = group.read_list(
        actor=t.officer, file=t.now(), name="list.csv", data="\n".join(rows).encode(), at=at
    )
    group.load_list(actor=t.officer, file=t.now(), list_id=read.pk, at=at, with_applicant=True)
    group.name_adverse_party(actor=t.officer, file=t.now(), name=step["against"], at=at)


STEPS = {
    "list": listed,
    "grant": granted,
    "ask": asked,
    "refuse": refused,
    "object": objected,
    "assign": assigned,
    "sign": signed,
    "work": worked,
    "close": closed,
    "hand_in": handed_in,
}


def _acting(username: str, on: date) -> Actor:
    posting = (
        Posting.objects.select_related("unit__area", "user").filter(user__username=username).first()
    )
    assert posting is not None, username
    return acting(posting, on)


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
    applied = apply(actor=public(unit, came.date()), unit=unit, application=application, at=came)
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
        officer = _acting(username, at.date())
        assert officer.anchor is not None
        helper = Practitioner.objects.get(held_by__username=lawyer)
        for story in sorted(told[country]["stories"], key=lambda s: -float(s["days_ago"])):
            _tell(story, officer, officer.anchor, helper, at)
        for came in told[country].get("notices", ()):
            _notice(came, officer, helper, at)
        for sat in told[country].get("duty", ()):
            _duty(sat, officer, helper, at)
        for talk in told[country]["talks"]:
            _talk(talk, at)
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
        asked = HelpTold(person["name"], person["asked_by"], then, role="suspect")
        row = ask_help(actor=officer, session=sat, told=asked, at=then)
        give_help(
            actor=officer, asked=row, kinds=tuple(person["kinds"]), summary=person["text"],
            plea=person.get("plea", False), at=then + timedelta(minutes=15),
        )  # fmt: skip


def _talk(talk: Table, at: datetime) -> None:
    then = at - timedelta(days=talk["days_ago"])
    advice.take(
        actor=_acting(talk["by"], then.date()), channel=talk["channel"], matter=talk["matter"], groups=talk["groups"],
        on=then.date(), at=then, question=talk["question"], answer=talk["answer"],
    )  # fmt: skip


def _plans(at: datetime) -> None:
    """A plan that has run since spring in China, and a draft that waits for a person in Vietnam."""
    year = at.year if at.month > 3 else at.year - 1
    spring = datetime(year, 3, 20, 2, tzinfo=UTC)
    for username, file, then in (
        ("wei", "plan-zh.txt", spring),
        ("hoa", "plan-vi.txt", at - TWO_DAYS),
    ):
        actor = _acting(username, then.date())
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
    head = _acting("qin", at.date())
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
