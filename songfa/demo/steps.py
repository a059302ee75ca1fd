"""What is done with a file in a story of the demo: a word of the story, and the action of the room behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from songfa.access.models import Posting, Unit
from songfa.access.policy import Actor, acting
from songfa.aid import actions as aid
from songfa.aid.actions import beside, decide, group, work
from songfa.aid.models import File, SubsidyClaim
from songfa.aid.reads import group as people
from songfa.aid.recoveries import Recovery
from songfa.demo.slip import page
from songfa.network.models import Practitioner
from songfa.papers.uploads import Upload

Table = dict[str, Any]  # a table of a story


def acting_as(username: str, on: date) -> Actor:
    posting = (
        Posting.objects.select_related("unit__area", "user").filter(user__username=username).first()
    )
    assert posting is not None, username
    return acting(posting, on)


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

    def helper(self, at: datetime) -> Actor:
        """Return whoever acts in the file, as an actor."""
        assert self.lawyer.held_by is not None
        return acting_as(self.lawyer.held_by.username, at.date())


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
    aid.assign(actor=t.officer, file=t.now(), practitioner_id=t.lawyer.pk, at=at)


def accepted(t: Teller, step: Table) -> None:
    at = t.after(step["after"])
    aid.accept(actor=t.helper(at), file=t.now(), at=at)


def offered(t: Teller, step: Table) -> None:
    """The file is shown to the volunteers of the county, and one of them would take it."""
    at = t.after(step["after"])
    file = t.now()
    until = at.date() + timedelta(days=step["days"])
    made = aid.offer(actor=t.officer, file=file, shown_path=t.officer.path, until=until, at=at)
    if step.get("word"):
        aid.volunteer(actor=t.helper(at), offer_id=made.pk, word=step["word"], at=at)


def signed(t: Teller, step: Table) -> None:
    at = t.after(step["after"])
    aid.sign_agreement(
        actor=t.helper(at), file=t.now(), at=at, signed_on=at.date(), signed_by="recipient"
    )


def worked(t: Teller, step: Table) -> None:
    at = t.after(step["after"])
    work.log(
        actor=t.officer, file=t.now(), done_on=at.date(), minutes=90, kind=step["kind"], text=step["text"], at=at,
        risks_told=step["kind"] == "first_meeting",
    )  # fmt: skip


def heard(t: Teller, step: Table) -> None:
    """A hearing is entered; with a `result`, it took place."""
    at, starts = t.after(step["after"]), t.after(step["on"])
    actor = t.helper(at)
    hearing = aid.set_hearing(
        actor=actor, file=t.now(), kind=step["kind"], starts_at=starts, ends_at=starts + timedelta(hours=2),
        organ=step["organ"], place=step["place"], interpreter=step.get("interpreter", ""), at=at,
    )  # fmt: skip
    if step.get("result"):
        ended = starts + timedelta(hours=3)
        aid.hold_hearing(actor=actor, hearing=hearing, result=step["result"], at=ended)


def filed(t: Teller, step: Table) -> None:
    at = t.after(step["after"])
    aid.add_document(
        actor=t.helper(at), file=t.now(), kind=step["kind"], upload=Upload(step["name"], page(step["lines"])), at=at
    )  # fmt: skip


def paid_out(t: Teller, step: Table) -> None:
    at = t.after(step["after"])
    aid.enter_money(
        actor=t.helper(at), file=t.now(), kind=step["kind"], amount=step["amount"], on=at.date(), at=at,
        purpose=step.get("purpose", ""), note=step.get("note", ""),
    )  # fmt: skip


def recovered(t: Teller, step: Table) -> None:
    """The first people of a group matter got what they claim."""
    at = t.after(step["after"])
    rows = people.recipients(t.officer, t.now())[: step["first"]]
    each = {r.pk: Recovery(r.claimed, r.claimed, 0, at.date(), r.own_documents) for r in rows}
    group.record_recoveries(actor=t.officer, file=t.now(), each=each, at=at)


def closed(t: Teller, step: Table) -> None:
    ended = t.after(step["ended"]).date() if "ended" in step else None
    work.close(
        actor=t.officer, file=t.now(), outcome=step["outcome"], recovered=step["recovered"], summary=step["text"],
        at=t.after(step["after"]), ended_on=ended, ended_by=step.get("by", ""),
    )  # fmt: skip


def handed_in(t: Teller, step: Table) -> None:
    at = t.after(step["after"])
    aid.hand_in(actor=t.helper(at), file=t.now(), at=at, why_lacking=step.get("text", ""))


def archived(t: Teller, step: Table) -> None:
    aid.archive(actor=t.officer, file=t.now(), at=t.after(step["after"]))


def subsidy_claimed(t: Teller, step: Table) -> None:
    at = t.after(step["after"])
    aid.claim_subsidy(actor=t.helper(at), file=t.now(), at=at)


def subsidy_paid(t: Teller, step: Table) -> None:
    at = t.after(step["after"])
    claim = SubsidyClaim.objects.get(file=t.file)
    claim = aid.approve_subsidy(actor=t.officer, claim=claim, at=at)
    aid.pay_subsidies(actor=t.officer, claims=[claim.pk], at=at + timedelta(hours=3))


def objected(t: Teller, step: Table) -> None:
    at = t.after(step["after"])
    beside.object_to(actor=t.officer, file=t.now(), text=step["text"], at=at)


def cooperated(t: Teller, step: Table) -> None:
    """Another agency is asked to look into something; its officer answers where the story says so."""
    at = t.after(step["after"])
    asked_unit = Unit.objects.get(name=step["unit"])
    aid.cooperate(actor=t.officer, file=t.now(), text=step["text"], unit_id=asked_unit.pk, at=at)


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


STEPS: dict[str, Callable[[Teller, Table], None]] = {
    "list": listed,
    "grant": granted,
    "ask": asked,
    "refuse": refused,
    "object": objected,
    "assign": assigned,
    "accept": accepted,
    "offer": offered,
    "sign": signed,
    "work": worked,
    "hear": heard,
    "file": filed,
    "money": paid_out,
    "recover": recovered,
    "close": closed,
    "hand_in": handed_in,
    "archive": archived,
    "claim": subsidy_claimed,
    "pay": subsidy_paid,
    "cooperate": cooperated,
}
