"""A few weeks of daily work in the demo's offices, so that every list has something to show.

All of it goes through the rooms' actions, each at its own time before `at`. The people are invented.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from songfa.access.models import Posting, Unit
from songfa.access.policy import Actor, acting, public
from songfa.advice import actions as advice
from songfa.aid.actions import decide, group, work
from songfa.aid.actions.enter import Application, apply
from songfa.aid.models import File
from songfa.aid.told import Contact, Told
from songfa.network.models import Practitioner
from songfa.outreach.actions import plans
from songfa.outreach.files import Upload
from songfa.outreach.models import Plan
from songfa.people.actions import Described

EXAMPLES = Path(__file__).parents[1] / "papers" / "examples"
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
    work.assign(actor=t.officer, file=t.now(), practitioner_id=t.lawyer.pk, at=at)


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
    "assign": assigned,
    "work": worked,
    "close": closed,
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
        for talk in told[country]["talks"]:
            _talk(talk, at)
    _plans(at)
    return sum(len(t["stories"]) for t in told.values())


def _talk(talk: Table, at: datetime) -> None:
    then = at - timedelta(days=talk["days_ago"])
    advice.take(
        actor=_acting(talk["by"], then.date()), channel=talk["channel"], matter=talk["matter"], groups=talk["groups"],
        on=then.date(), at=then, question=talk["question"], answer=talk["answer"],
    )  # fmt: skip


def _plans(at: datetime) -> None:
    """A plan that runs in China, and a draft that waits for a person in Vietnam."""
    for username, file, run in (("wei", "zh", True), ("hoa", "vi", False)):
        found = sorted(EXAMPLES.glob(f"*{file}*.txt"))
        if not found:
            continue
        actor = _acting(username, at.date())
        drafted = plans.draft(
            actor=actor,
            at=at - timedelta(days=2),
            upload=Upload(found[0].name, found[0].read_bytes()),
        )
        if run:
            _run(actor, drafted.plans[0], at - timedelta(days=1))


def _run(actor: Actor, plan: Plan, at: datetime) -> None:
    plans.assign_suggested(actor=actor, at=at, plan=plan)
    plans.adopt(actor=actor, at=at, plan=Plan.objects.get(pk=plan.pk))
