"""Rows of the town's centre to walk past: one of everything that has a page, and how to fill in each route."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from songfa.access.models import Placed, Posting
from songfa.access.policy import Actor, inside
from songfa.advice import actions as advice
from songfa.advice.models import Consultation
from songfa.aid import actions as aid
from songfa.aid.actions import group, quality
from songfa.aid.actions.amounts import read_amounts
from songfa.aid.models import (
    AmountsSheet,
    Assessment,
    Batch,
    DutyHelp,
    File,
    LinkFile,
    Paper,
    Recipient,
    RecipientList,
)
from songfa.aid.told import Told
from songfa.api.main import api
from songfa.duties.models import Duty
from songfa.insight import actions as insight
from songfa.network import actions as network
from songfa.network.models import ApiToken
from songfa.outreach.actions import events, plans, shares
from songfa.outreach.models import Distribution, Evidence, Plan, Share
from songfa.papers.uploads import Upload
from songfa.people.actions import Described
from songfa.rules.deciding import ComplaintGround
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Entry, Outcome
from songfa.rules.packs.schema import Paper as PaperKind
from songfa.rules.refusals import RefusalGround
from songfa.rules.verbs import Verb
from songfa.web.desk.files.acts import ACTS
from songfa.web.desk.plan_fields import ORDER
from tests.town import NOON, Town

# what nobody outside may ever read; each word stands in one kind of row and nowhere else
SECRET = {
    "person": "柳暗花",
    "plan": "桦南县蓝鸟普法工作方案",
    "task": "举办蓝鸟讲座",
    "obstacle": "缺少蓝鸟场地",
    "event": "蓝鸟宣传日",
    "question": "蓝鸟欠薪怎么办",
    "evidence": "蓝鸟照片",
    "key": "蓝鸟程序",
    "objection": "蓝鸟不服决定",
    "defendant": "蓝鸟被告",
    "helped": "蓝鸟嫌疑人",
    "document": "蓝鸟工资条",
    "hearing": "蓝鸟第一法庭",
    "tie": "蓝鸟表弟",
}
PLAN = f"""{SECRET["plan"]}
一、工作目标
提高群众法治意识。
二、主要任务
1.{SECRET["task"]}，每季度不少于1场。
牵头单位：桦南镇
完成时限：2027年11月底前
成果：讲座照片
2.编印蓝鸟手册2000册。
牵头单位：县法律援助中心
完成时限：2027年6月底前
"""
ID_NUMBER = "230822199003070027"  # made up
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40 + b"IEND\xaeB`\x82"


@dataclass(frozen=True, slots=True)
class Sample:
    """A value for a parameter and the row of the centre behind it. Without a row, the page is everybody's.

    `mine` says who reaches a row that lies in no place of its own.
    """

    value: str
    row: Placed | None = None
    mine: Callable[[Actor], bool] | None = None

    def reached_by(self, actor: Actor) -> bool:
        if self.mine is not None:
            return self.mine(actor)
        return self.row is None or inside(actor, self.row)


@dataclass(frozen=True, slots=True)
class Rows:
    """What was made: samples by the name of the parameter, or of route and parameter."""

    samples: dict[str, list[Sample]]
    words: tuple[str, ...]

    def of(self, route: str, parameter: str) -> list[Sample]:
        found = self.samples.get(f"{route}.{parameter}") or self.samples.get(parameter)
        if not found:
            raise AssertionError(
                f"The route “{route}” has a parameter “{parameter}” that the walk cannot fill in. Add it to `samples`"
                " in tests/pages/everybody.py: a row of the town's centre as Sample(id, row), or Sample(value)."
            )
        return found


# -- the rows ---------------------------------------------------------------------------------------


def _file(town: Town, path: tuple[tuple[str, dict[str, Any]], ...]) -> File:
    head = town.actor("head")
    told = Told(facts={"service": "litigation", "matter": "labour_wages"})
    application = aid.Application(
        person=Described(name=SECRET["person"], phone="13904540000", id_number=ID_NUMBER),
        matter="labour_wages", service="litigation", told=told, channel="visit",
    )  # fmt: skip
    file = aid.apply(
        actor=head, unit=town.units["centre"], application=application, at=NOON, token=uuid4()
    ).file
    for n, (act, facts) in enumerate(path, 1):
        getattr(aid, act)(actor=head, file=file, at=NOON + timedelta(hours=n), **facts)
    return File.objects.get(pk=file.pk)


def _files(town: Town) -> dict[str, File]:
    lawyer = {"practitioner_id": town.practitioners["lawyer"].pk}
    granted: tuple[str, dict[str, Any]] = ("grant", {})
    asked, given = ("ask_papers", {"papers": [_first(PaperKind)]}), ("assign", lawyer)
    worked = (
        "log",
        {"done_on": date(2026, 11, 18), "minutes": 60, "kind": "meeting", "text": "会见"},
    )
    refused = ("refuse", {"reasons": [_first(RefusalGround)], "text": "不符合条件"})
    ended = ("close", {"outcome": _first(Outcome), "recovered": 100_00, "summary": "已结"})
    ways: dict[str, tuple[Any, ...]] = {
        "received": (), "awaiting_papers": (asked,), "granted": (granted,), "assigned": (granted, given),
        "under_way": (granted, given, worked), "closed": (granted, given, ended),
        "handed_in": (granted, given, ended, ("hand_in", {"why_lacking": "原件在法院"})),
        "refused": (refused,), "withdrawn": (("withdraw", {"reason": "requested"}),),
    }  # fmt: skip
    made = {state: _file(town, way) for state, way in ways.items()}
    assert {state: file.state for state, file in made.items()} == {s: s for s in ways}
    return made


def _beside(town: Town, files: dict[str, File]) -> dict[str, Placed]:
    """Raise one of everything that stands beside a file."""
    officer = town.actor("officer")
    objected = aid.object_to(
        actor=officer, file=files["refused"], text=SECRET["objection"], at=NOON + timedelta(days=1)
    )
    complaint = aid.complain(
        actor=officer, file=files["granted"], ground=_first(ComplaintGround), text="-", at=NOON
    )
    change = aid.ask_change(actor=officer, file=files["assigned"], text="-", at=NOON)
    asked = aid.cooperate(actor=officer, file=files["received"], text="-", body="某地", at=NOON)
    File.objects.filter(pk=files["granted"].pk).update(means_basis="declared")
    drawn = aid.draw_checks(actor=officer, unit=town.units["centre"], at=NOON + timedelta(days=2))
    # the day until which the papers were to come is over: the lapse is offered
    Duty.objects.filter(subject_id=files["awaiting_papers"].pk, code="supply_papers").update(
        due_at=NOON - timedelta(days=1)
    )
    return {
        "objection": objected, "complaint": complaint, "change": change, "cooperation": asked,
        "check": drawn.checks.get(),
    }  # fmt: skip


def _notice(town: Town) -> File:
    """Return a file that a notice opened and about which the ledger asks."""
    told = aid.NoticeTold(
        person=Described(SECRET["defendant"]), organ="court", organ_name="县人民法院", head="ordinary_procedure",
        received_at=NOON, certificate=f"{ID_NUMBER}21",
    )  # fmt: skip
    return aid.notice(
        actor=town.actor("officer"), unit=town.units["centre"], told=told, at=NOON
    ).file


def _helped(town: Town) -> DutyHelp:
    officer = town.actor("officer")
    sat = aid.open_session(
        actor=officer, practitioner_id=town.practitioners["lawyer"].pk, kind="court", place="县人民法院",
        starts_at=NOON, ends_at=NOON + timedelta(hours=4), at=NOON,
    )  # fmt: skip
    told = aid.HelpTold(SECRET["helped"], "person", NOON)
    return aid.ask_help(actor=officer, session=sat, told=told, at=NOON)


PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n"


def _work(town: Town, files: dict[str, File]) -> tuple[Any, Any, Any, Any, Any]:
    """Put a document, a hearing and money on the assigned file; claim, and pay, for two that were archived."""
    lawyer, head, file = town.actor("lawyer"), town.actor("head"), files["assigned"]
    sent = Upload(f"{SECRET['document']}.pdf", PDF)
    document = aid.add_document(actor=lawyer, file=file, kind="evidence", upload=sent, at=NOON)
    hearing = aid.set_hearing(
        actor=lawyer, file=file, kind="trial", starts_at=NOON + timedelta(days=9), at=NOON,
        ends_at=NOON + timedelta(days=9, hours=2), place=SECRET["hearing"],
    )  # fmt: skip
    money = aid.enter_money(
        actor=lawyer, file=file, kind="claimed", amount=100_00, on=NOON.date(), at=NOON
    )
    claims = []
    for _ in range(2):
        way: tuple[tuple[str, dict[str, Any]], ...] = (
            ("grant", {}), ("assign", {"practitioner_id": town.practitioners["lawyer"].pk}),
            ("close", {"outcome": _first(Outcome), "recovered": None, "summary": "已结"}),
            ("hand_in", {"why_lacking": "原件在法院"}), ("archive", {}),
        )  # fmt: skip
        row = _file(town, way)
        claims.append(aid.claim_subsidy(actor=lawyer, file=row, at=NOON + timedelta(days=1)))
    aid.approve_subsidy(actor=head, claim=claims[1], at=NOON + timedelta(days=1))
    aid.pay_subsidies(actor=head, claims=[claims[1].pk], at=NOON + timedelta(days=2))
    claims[1].refresh_from_db()
    return document, hearing, money, claims[0], claims[1]


def _first(model: type[Entry]) -> str:
    """Return a code of the pack that holds on the day."""
    return next(iter(load("cn-23").all(model, NOON.date())))


def _doors(town: Town, file: File) -> dict[str, Any]:
    """A representative, a link that is open and one that was answered, a referral."""
    head = town.actor("head")
    agent = aid.represent(
        actor=head, file=file, agent=aid.Agent("赵明"), capacity="entrusted", scopes=["hand_in"], since=NOON.date(),
        until=None, proof="power_of_attorney", at=NOON,
    )  # fmt: skip
    used, link = (
        aid.make_link(actor=head, file=file, purpose=purpose, at=NOON)
        for purpose in ("complete_application", "sign_declaration")
    )
    answer = aid.use_link(actor=head, link=used.link, said={"story": "补充"}, at=NOON)
    came = LinkFile.objects.create(
        answer=answer, paper="identity_card", name="a.png", kind="png", size=3, content="AAAA", created_at=NOON,
        unit_id=file.unit_id, area_id=file.area_id, area_path=file.area_path,
    )  # fmt: skip
    referral = aid.refer_out(
        actor=head, unit=file.unit, body="petitions", body_name="桦南县信访局", matter="", file=file,
        who=aid.Referred(SECRET["person"], reason="信访"), at=NOON,
    )  # fmt: skip
    return {"agent": agent, "link": link, "came": came, "referral": referral}


def _running(town: Town) -> tuple[Plan, Share]:
    head, station = town.actor("head"), town.units["station"]
    draft = plans.draft(actor=head, at=NOON, upload=Upload("方案.txt", PLAN.encode())).plans[0]
    for task in draft.tasks.all():
        if not task.children.exists():
            plans.assign(
                actor=head,
                at=NOON,
                task=task,
                units=[station.pk, town.units["centre"].pk],
                target=Decimal(4),
            )
    running = plans.adopt(actor=head, at=NOON, plan=draft)
    return running, Share.objects.select_related("unit").filter(plan=running, unit=station).first()  # type: ignore[return-value]


def _group(town: Town, file: File) -> tuple[Recipient, RecipientList, Batch, AmountsSheet]:
    """A group of two with a letter to both, and a list that waits."""
    head, at = town.actor("head"), NOON + timedelta(hours=9)
    sheet = "姓名,身份证号码,金额\n赵一鸣,230822197001010013,100\n".encode()
    for row in ("230822197001010013", "23082219700101003X"):
        group.add_recipient(actor=head, file=file, name="赵一鸣", id_number=row, at=at)
    letters = group.issue_to_all(actor=head, file=file, kind="grant", at=at)
    listed = group.read_list(actor=head, file=file, name="a.csv", data=sheet, at=at)
    person = Recipient.objects.order_by("place")[1]
    told = f"姓名,追回金额\n{person.name},300\n".encode()
    amounts = read_amounts(actor=head, file=file, name="b.csv", data=told, at=at)
    return person, listed, letters, amounts


def _assessment(town: Town) -> Assessment:
    head = town.actor("head")
    day = (NOON + timedelta(hours=9)).date()
    sample = quality.draw_sample(
        actor=head, first=day - timedelta(days=30), last=day + timedelta(days=30), number=1, seed="1",
        at=NOON + timedelta(hours=9),
    )  # fmt: skip
    found: Assessment = sample.assessments.get()
    return found


def build(town: Town) -> Rows:
    """Make one of everything, at the centre and its station, and say by which values the routes find it."""
    head, officer, keeper = town.actor("head"), town.actor("officer"), town.actor("keeper")
    files = _files(town)
    running, share = _running(town)
    draft = plans.draft(
        actor=head, at=NOON, upload=Upload("草案.txt", f"{PLAN}3.其他。\n".encode())
    ).plans[0]
    report = shares.report(
        actor=town.actor("worker"), at=NOON, share=share, amount=Decimal(1), on=NOON.date(),
        evidence=[Upload(f"{SECRET['evidence']}.png", PNG)],
    )  # fmt: skip
    obstacle = shares.raise_obstacle(
        actor=town.actor("worker"), at=NOON, share=share, text=SECRET["obstacle"]
    )
    consultation = advice.take(
        actor=officer, channel="visit", matter="labour_wages", groups=[], on=NOON.date(), at=NOON,
        question=SECRET["question"],
    )  # fmt: skip
    event = events.hold(
        actor=head,
        kind="lecture",
        topic=SECRET["event"],
        groups=[],
        on=NOON.date(),
        attendance=40,
        at=NOON,
    )
    copies = events.distribute(
        actor=head, kind="leaflet", groups=[], on=NOON.date(), copies=200, at=NOON, event=event
    )
    snapshot = insight.freeze(actor=head, area=town.areas["230822"], year=2025, at=NOON)
    posting = Posting.objects.select_related("unit", "user").get(user=town.users["officer"])
    key = network.make_token(
        actor=keeper,
        posting=posting,
        name=SECRET["key"],
        until=_now() + timedelta(days=30),
        at=_now(),
    ).token

    offer = aid.offer(
        actor=officer, file=files["granted"], shown_path="cn.23.2308.230822.", until=today(), at=_now()
    )  # fmt: skip

    def shown(value: object) -> list[Sample]:
        """Return a sample that whoever works where it is shown reaches."""
        return [Sample(str(value), mine=lambda actor: actor.user == town.users["lawyer"])]

    people, listed, letters, amounts = _group(town, files["granted"])
    assessment = _assessment(town)

    def placed(*rows: Placed) -> list[Sample]:
        return [Sample(str(r.pk), r) for r in rows]

    def managed(value: object) -> list[Sample]:
        """The centre lies in no table of guarded rows: who manages it stands in the tree of units."""
        return [
            Sample(str(value), mine=lambda actor: posting.unit.area_path.startswith(actor.path))
        ]

    beside = _beside(town, files)
    doors = _doors(town, files["awaiting_papers"])
    noticed = _notice(town)
    helped = _helped(town)
    document, hearing, money, claim, paid = _work(town, files)
    tie = aid.declare_tie(
        actor=town.actor("lawyer"), practitioner=town.practitioners["lawyer"], ground="kin", name=SECRET["tie"],
        id_number="", at=NOON,
    )  # fmt: skip
    task = draft.tasks.exclude(lead=[]).first()
    assert task is not None
    samples = {
        "offer": placed(offer), "offer_take.offer": shown(offer.pk), "offer_id": placed(offer),
        "offer_volunteer.offer_id": shown(offer.pk),
        "file": placed(*files.values()), "file_id": placed(files["assigned"]),
        "file_reveal.file": placed(files["received"]),
        "file_question.file": placed(noticed), "question": [Sample("sight_hearing_speech")],
        "asked": placed(helped), "help_id": placed(helped), "session": placed(helped.session),
        "duty_act.verb": [Sample("give_help")],
        "paper": placed(Paper.objects.filter(file=files["closed"], kind="grant").get()),
        "paper_id": placed(Paper.objects.filter(file=files["closed"], kind="grant").get()),
        "duty_help_form.kind": [Sample("duty_help_record")], "duty_help_form_fill.kind": [Sample("duty_help_record")],
        "form": [Sample("pdf"), Sample("docx")],
        "file_bundle.form": [Sample("pdf"), Sample("zip")], "kind": [Sample("application")],
        "file_bundle.file": placed(files["closed"]), "file_paper_preview.file": placed(files["closed"]),
        "month": [Sample("2026-11", mine=lambda actor: actor.pack.startswith("vn"))],
        "duty_ledger.month": [Sample("2026-11", mine=lambda actor: actor.pack.startswith("cn"))],
        "period": [Sample("2026-h2", mine=lambda actor: actor.pack.startswith("vn"))],
        "duty_sheet.kind": [Sample("duty_help_record")], "duty_boxes.kind": [Sample("duty_help_record")],
        "consultation_sheet.pk": placed(consultation),
        **{kind: placed(row) for kind, row in beside.items()},
        "beside_one.kind": [Sample("cooperation")], "beside_answer.kind": [Sample("cooperation")],
        "row_id": placed(beside["cooperation"]),
        "document": placed(document), "hearing": placed(hearing), "money": placed(money), "claim": placed(claim, paid),
        "batch": placed(paid.batch), "tie": placed(tie),
        "plan": placed(draft, running), "plan_id": placed(draft, running), "source": placed(draft.source),
        "task": placed(task), "share": placed(share), "obstacle": placed(obstacle), "place": [Sample("0")],
        "evidence": placed(*Evidence.objects.filter(report=report)),
        "plan_correct.field": [Sample(ORDER[0])],
        "advice_recount.pk": placed(consultation), "events_recount.pk": placed(copies),
        "review_published.pk": placed(snapshot), "review_published_docx.pk": placed(snapshot),
        "review_published_pdf.pk": placed(snapshot), "review_rows.code": [Sample("total.cases")],
        "file_assign.file": placed(files["granted"]), "file_change.file": placed(files["assigned"]),
        "practitioner": managed(town.practitioners["lawyer"].pk),
        "unit": managed(posting.unit_id), "held": managed(posting.pk), "account": managed(posting.user_id),
        "token": managed(key.pk), "posting": [Sample(str(posting.pk), mine=lambda actor: actor.user == posting.user)],
        "agent": placed(doors["agent"]), "link": [Sample(str(doors["link"].link.pk), files["awaiting_papers"])],
        "represent_end.file": placed(files["awaiting_papers"]),
        "file_link_revoke.file": placed(files["awaiting_papers"]),
        "file_link.file": placed(files["received"]), "secret": [Sample("nobody-made-this")],
        "link_file.paper": placed(doors["came"]), "referral": placed(doors["referral"]),
        "advice_refer.pk": placed(consultation), "agent_id": placed(doors["agent"]),
        "file_representatives.file_id": placed(files["awaiting_papers"]),
        "file_representative_end.file_id": placed(files["awaiting_papers"]),
        "file_link.file_id": placed(files["received"]),
        "file_links.file_id": placed(files["awaiting_papers"]),
        "file_link_revoke_api.file_id": placed(files["awaiting_papers"]),
        "file_list.file": placed(files["granted"]), "file_list_bad.file": placed(files["granted"]),
        "file_recipient_leave.file": placed(files["granted"]), "file_batch.file": placed(files["granted"]),
        "list_one.file_id": placed(files["granted"]), "list_confirm.file_id": placed(files["granted"]),
        "list_id": placed(listed), "file_batch_pdf.file": placed(files["granted"]), "list": placed(listed),
        "recipient": placed(people), "sheet": placed(amounts), "sheet_id": placed(amounts),
        "file_amounts_read.file": placed(files["granted"]), "file_amounts_bad.file": placed(files["granted"]),
        "amounts_one.file_id": placed(files["granted"]), "amounts_confirm.file_id": placed(files["granted"]),
        "file_batch.batch": placed(letters), "file_batch_pdf.batch": placed(letters), "assessment": placed(assessment),
        # territory is public
        "area.area": [Sample(str(town.areas["230822"].pk))],
        "review.area": [Sample("230822", mine=lambda actor: "cn.23.2308.230822.".startswith(actor.path))],
        "year": [Sample("2025")], "pack.code": [Sample("cn-23")],
    }  # fmt: skip
    assert Consultation.objects.exists()
    assert Distribution.objects.exists()
    assert ApiToken.objects.exists()
    numbers = tuple({f.number for f in files.values()} | {f.request_number for f in files.values()})
    return Rows(samples, (*SECRET.values(), *numbers))


def _now() -> datetime:
    return timezone.now()


def today() -> date:
    return timezone.localdate()


# -- the routes -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Walk:
    """One request: how it is sent, which verbs open it (none: everybody), the rows behind its parameters."""

    route: str
    method: str
    path: str
    verbs: frozenset[Verb]
    kind: str  # public, desk or api
    samples: tuple[Sample, ...] = field(default=())
    inner: Verb | None = None  # the one verb of several that this address asks for

    def reached_by(self, actor: Actor) -> bool:
        return all(s.reached_by(actor) for s in self.samples)


def _patterns(entries: list[Any], before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in entries:
        if isinstance(entry, URLResolver):
            if entry.namespace != "api-1":
                yield from _patterns(entry.url_patterns, before + str(entry.pattern))
        else:
            yield before + str(entry.pattern), entry


def _filled(
    route: str, path: str, names: list[str], rows: Rows
) -> Iterator[tuple[str, tuple[Sample, ...]]]:
    """Yield the path with every row of its parameters; further parameters take their values in turn."""
    several = [rows.of(route, name) for name in names]
    for n in range(max((len(s) for s in several), default=1)):
        chosen = tuple(s[n % len(s)] for s in several)
        here = path
        for name, sample in zip(names, chosen, strict=True):
            here = _put(here, name, sample.value)
        yield here, chosen


def _put(path: str, name: str, value: str) -> str:
    start = path.index(f"{name}>")
    opening = path.rindex("<", 0, start)
    return path[:opening] + value + path[start + len(name) + 1 :]


def _acts(rows: Rows) -> Iterator[tuple[Verb, Sample]]:
    """Each verb of a file, at a file in a state from which it leads on."""
    found: dict[Verb, Sample] = {}
    for sample in rows.of("file_act", "file"):
        assert isinstance(sample.row, File)
        on = sample.row.machine.verbs_from(sample.row.state)
        found |= {verb: sample for verb in on if verb in ACTS}
    yield from found.items()


# pages that several verbs open and that ask for one more, once the row was found
# a decision is written anew by whoever may decide
INNER = {
    "duty_act": Verb.AID_GIVE_HELP, "paper_again": Verb.AID_GRANT, "paper_form": Verb.AID_GRANT,
} | dict.fromkeys(
    (
        "file_list", "file_list_bad", "file_list_template", "file_list_upload", "file_recipient_add",
        "file_recipient_leave",
    ),
    # who lets people into a group needs the ledger
    Verb.PEOPLE_ENTER,
)  # fmt: skip


def pages(rows: Rows) -> Iterator[Walk]:
    """Yield every page and every part of a page, as GET and as POST without anything in it."""
    for pattern, entry in _patterns(get_resolver().url_patterns):
        route, path = str(entry.name), "/" + pattern
        verbs = frozenset(getattr(entry.callback, "verbs", ()))
        kind = "desk" if "/desk/" in path else "public"
        if route == "file_act":
            for verb, sample in _acts(rows):
                here = _put(_put(path, "verb", verb.removeprefix("aid.")), "file", sample.value)
                yield from (
                    Walk(route, m, here, verbs, kind, (sample,), verb) for m in ("GET", "POST")
                )
            continue
        inner = INNER.get(route)
        names = list(entry.pattern.converters)
        for n, (here, samples) in enumerate(_filled(route, path, names, rows)):
            methods = ("GET", "POST") if n == 0 else ("GET",)
            yield from (Walk(route, m, here, verbs, kind, samples, inner) for m in methods)


def endpoints(rows: Rows) -> Iterator[Walk]:
    """Yield every operation of the API."""
    for _, router in api._routers:
        for path, view in router.path_operations.items():
            for operation in view.operations:
                route, pattern = (
                    str(operation.operation_id),
                    "/api/v1" + path.replace("{", "<").replace("}", ">"),
                )
                names = [part.split(">")[0].split(":")[-1] for part in pattern.split("<")[1:]]
                verbs = getattr(operation.view_func, "verbs", None)
                kind = "public" if verbs is None else "api"
                for here, samples in _filled(route, pattern, names, rows):
                    for method in operation.methods:
                        yield Walk(
                            route,
                            method,
                            here,
                            frozenset(verbs or ()),
                            kind,
                            samples,
                            INNER.get(route),
                        )
