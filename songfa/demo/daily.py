"""A few weeks of daily work in the demo's offices, so that every list has something to show.

All of it goes through the rooms' actions, each at its own time before `at`. The people are invented.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from songfa.access.models import Posting, Unit
from songfa.access.policy import Actor, acting, public
from songfa.advice import actions as advice
from songfa.aid.actions import decide, work
from songfa.aid.actions.enter import Application, apply
from songfa.aid.models import File
from songfa.aid.told import Contact, Told
from songfa.network.models import Practitioner
from songfa.outreach.actions import plans
from songfa.outreach.files import Upload
from songfa.outreach.models import Plan
from songfa.people.actions import Described

EXAMPLES = Path(__file__).parents[1] / "papers" / "examples"
Step = Callable[["Teller"], None]


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


@dataclass(frozen=True, slots=True)
class Story:
    """An application: how long ago it came, by whom, about what, and what has happened since."""

    days_ago: float
    name: str
    born: date
    sex: str
    matter: str
    service: str
    facts: dict[str, Any]
    text: str
    groups: tuple[str, ...] = ()
    steps: tuple[Step, ...] = field(default=())


def granted(t: Teller) -> None:
    decide.grant(actor=t.officer, file=t.now(), at=t.after(2))


def asked(*papers: str) -> Step:
    return lambda t: (
        decide.ask_papers(actor=t.officer, file=t.now(), papers=papers, at=t.after(1)) and None
    )


def refused(reason: str, text: str) -> Step:
    return lambda t: (
        decide.refuse(actor=t.officer, file=t.now(), reasons=[reason], text=text, at=t.after(3))
        and None
    )


def assigned(t: Teller) -> None:
    work.assign(actor=t.officer, file=t.now(), practitioner_id=t.lawyer.pk, at=t.after(3))


def worked(kind: str, days: int, text: str) -> Step:
    def step(t: Teller) -> None:
        at = t.after(days)
        work.log(
            actor=t.officer,
            file=t.now(),
            done_on=at.date(),
            minutes=90,
            kind=kind,
            text=text,
            at=at,
        )

    return step


def closed(days: int, outcome: str, recovered: int, text: str) -> Step:
    def step(t: Teller) -> None:
        work.close(
            actor=t.officer,
            file=t.now(),
            outcome=outcome,
            recovered=recovered,
            summary=text,
            at=t.after(days),
        )

    return step


WAGES = {
    "person": {"statuses": ["migrant_worker"], "fixed_income": True},
    "applicant": {"is_recipient": True},
}
OLD = {"person": {"statuses": [], "fixed_income": False}, "applicant": {"is_recipient": True}}
PLAIN = {"person": {"statuses": []}, "applicant": {"is_recipient": True}}
POOR = {
    "household": {"poor": True, "near_poor": False},
    "vn_groups": ["k2"],
    "documents": ["poor_household_certificate"],
}
NEAR = {
    "household": {"poor": False, "near_poor": True},
    "vn_groups": ["k7c"],
    "documents": ["near_poor_certificate"],
}

CHINA = (
    Story(0.2, "李木子", date(1985, 6, 2), "M", "labour_wages", "arbitration", WAGES, "工地干了三个月，包工头一直没给工资。", ("migrant_workers",)),
    Story(8.5, "陈秋菊", date(1979, 9, 9), "F", "maintenance", "litigation", PLAIN, "离婚后前夫不给孩子抚养费。", ("women",)),
    Story(3, "王大山", date(1950, 3, 1), "M", "maintenance", "litigation", OLD, "三个子女都不管，没有收入。", ("elderly",), (asked("household_register", "case_papers"),)),
    Story(6, "孙玉兰", date(1988, 2, 11), "F", "domestic_violence", "litigation", PLAIN, "丈夫打人，想离婚并申请保护令。", ("women",), (granted,)),
    Story(12, "赵立新", date(1990, 7, 7), "M", "work_injury", "arbitration", WAGES, "厂里机器压伤手，老板不认工伤。", ("migrant_workers",), (granted, assigned, worked("meeting", 4, "会见受援人，核对工伤经过和医疗票据。"))),
    Story(20, "周启明", date(1976, 10, 10), "M", "business_commerce", "litigation", PLAIN, "公司之间的货款纠纷。", (), (refused("matter_not_covered", "公司之间的买卖合同纠纷不属于法律援助范围。"),)),
    Story(40, "吴桂芝", date(1993, 1, 2), "F", "labour_wages", "arbitration", WAGES, "餐馆拖欠五个月工资。", ("migrant_workers", "women"), (granted, assigned, worked("hearing", 20, "出庭参加劳动仲裁。"), closed(28, "won", 2_340_000, "仲裁裁决支付拖欠工资。"))),
)  # fmt: skip
VIETNAM = (
    Story(0.3, "Nguyễn Thị Hạnh", date(1980, 2, 2), "F", "land", "litigation", POOR, "Hàng xóm lấn ranh đất, đã hòa giải ở xã không thành.", ("k2",)),
    Story(5, "Danh Thị Sa Rây", date(1958, 5, 5), "F", "inheritance", "litigation", NEAR, "Tranh chấp thừa kế nhà của cha mẹ.", ("k7c",), (granted,)),
    Story(15, "Trần Văn Lợi", date(1975, 7, 7), "M", "labour_wages", "litigation", POOR, "Công ty nợ lương bốn tháng.", ("k2",), (granted, assigned, worked("meeting", 5, "Gặp người được trợ giúp, thu thập chứng cứ."), closed(14, "won", 48_000_000, "Tòa án buộc công ty trả đủ tiền lương."))),
)  # fmt: skip


def _acting(username: str, on: date) -> Actor:
    posting = (
        Posting.objects.select_related("unit__area", "user").filter(user__username=username).first()
    )
    assert posting is not None, username
    return acting(posting, on)


def _tell(story: Story, officer: Actor, unit: Unit, lawyer: Practitioner, at: datetime) -> None:
    came = at - timedelta(days=story.days_ago)
    facts = {
        **story.facts,
        "person": {**story.facts.get("person", {}), "birth_date": story.born.isoformat()},
    }
    language = officer.user.language
    application = Application(
        person=Described(name=story.name, born=story.born, sex=story.sex, language=language),
        matter=story.matter,
        service=story.service,
        told=Told(story=story.text, facts=facts, contact=Contact(way="call", language=language)),
        groups=story.groups,
    )
    applied = apply(actor=public(unit, came.date()), unit=unit, application=application, at=came)
    for step in story.steps:
        step(Teller(applied.file, came, officer, lawyer))


def build(at: datetime) -> int:
    """Make the work of the weeks before `at`; nothing when files are kept already. Returns how many files."""
    if File.objects.exists():
        return 0
    for username, lawyer, stories in (("wei", "he", CHINA), ("hoa", "bao", VIETNAM)):
        officer = _acting(username, at.date())
        assert officer.anchor is not None
        helper = Practitioner.objects.get(held_by__username=lawyer)
        for story in sorted(stories, key=lambda s: -s.days_ago):
            _tell(story, officer, officer.anchor, helper, at)
    _talk(at)
    _plans(at)
    return len(CHINA) + len(VIETNAM)


def _talk(at: datetime) -> None:
    """Some consultations and events of the last days."""
    asked_about = (
        ("zhou", "visit", "labour_wages", ["migrant_workers"], "没有签合同，怎么要回工资？", "可以申请劳动仲裁，先收集考勤和转账记录。"),
        ("zhou", "hotline", "maintenance", ["elderly"], "子女不付赡养费怎么办？", "可以先申请调解，也可以起诉。"),
        ("mai", "visit", "land", ["k2"], "Thủ tục cấp giấy chứng nhận quyền sử dụng đất?", "Nộp hồ sơ tại bộ phận một cửa của xã."),
    )  # fmt: skip
    for n, (who, channel, matter, groups, question, answer) in enumerate(asked_about):
        then = at - timedelta(days=n + 1)
        actor = _acting(who, then.date())
        advice.take(
            actor=actor, channel=channel, matter=matter, groups=groups, on=then.date(), at=then, question=question, answer=answer
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
