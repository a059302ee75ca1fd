"""Deciding at the desk and by the public door: the proof, ends, transfer, objections, complaints, changes, checks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from songfa.aid import actions
from songfa.aid.door import codes
from songfa.aid.models import (
    ChangeRequest,
    Complaint,
    Cooperation,
    Draw,
    File,
    Objection,
    SpotCheck,
)
from songfa.audit.models import Line
from songfa.network.models import Practitioner
from tests.pages.test_files import act, enter
from tests.rooms.test_aid import LAND, WAGES
from tests.town import Town

REFUSED: dict[str, Any] = {"reasons": ["hardship_not_met"], "text": "收入超过标准"}
ENDED: dict[str, Any] = {"reasons": ["means_changed"], "text": "已有固定收入"}


@pytest.fixture(autouse=True)
def chinese(settings: Any) -> Iterator[None]:
    settings.SECOND_FACTOR_FOR_STAFF = False
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def file(town: Town) -> File:
    return actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=timezone.now()
    ).file


@pytest.fixture
def vietnamese(town: Town) -> File:
    return actions.apply(
        actor=town.actor("vn_officer"),
        unit=town.units["vn_centre"],
        application=LAND,
        at=timezone.now(),
    ).file


def assigned(town: Town, file: File, who: str = "officer", lawyer: str = "lawyer") -> File:
    now = timezone.now()
    file = actions.grant(actor=town.actor(who), file=file, at=now)
    return actions.assign(
        actor=town.actor(who), file=file, practitioner_id=town.practitioners[lawyer].pk, at=now
    )


def page(answer: Any) -> str:
    return str(answer.content.decode())


def raised(client: Client, file: File, kind: str, **told: Any) -> Any:
    return client.post(
        reverse("raise"), {"code": codes.code_for(file), "kind": kind, "sent": "1", **told}
    )


# -- what the decision rests on -----------------------------------------------------------------------


def test_the_decision_shows_finding_proof_and_dated_values(town: Town, file: File) -> None:
    officer = enter(town, "officer")
    File.objects.filter(pk=file.pk).update(papers_received=["identity_card"])
    shown = page(officer.get(reverse("file_decision", args=[file.pk])))
    for told in (
        "以下全部",
        "以下任一即可",
        "尚缺：",
        "已收到：",
        "法律援助法",
        "进城务工人员证明材料",
        "给予援助",
        "2022年1月1日",
    ):
        assert told in shown, told
    assert shown.index("已收到：</span>居民身份证") > 0
    assert Line.objects.filter(subject_id=file.pk, verb="aid.see").exists()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-hans", ("所述家庭人均月收入", "512.50元", "固定生活来源", "听力", "2026年12月1日")),
        ("vi", ("Thu nhập bình quân đầu người", "512,50", "Nghe", "01/12/2026")),
        ("en", ("Income a head and month, as stated", "512.50", "Hearing", "1 December 2026")),
    ],
)
def test_who_decides_sees_what_was_said_of_the_means(
    town: Town, language: str, said: tuple[str, ...]
) -> None:
    facts = {
        "person": {"birth_date": "1980-04-01", "fixed_income": False, "disability": {"types": ["hearing"]}},
        "household": {"size": 4, "per_capita_monthly_income": 512.5},
    }  # fmt: skip
    told = replace(WAGES.told, facts=facts, limit_on="2026-12-01")
    file = actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], at=timezone.now(),
        application=replace(WAGES, matter="maintenance", service="litigation", told=told),
    ).file  # fmt: skip
    with translation.override(language):
        client = enter(town, "officer")
        shown = page(client.get(reverse("file_decision", args=[file.pk])))
        opened = page(client.get(reverse("file", args=[file.pk])))
    for words in said:
        assert words in shown, words
    assert said[-1] in opened
    assert "2026-12-01" not in shown + opened


def test_the_proof_is_shown_in_vietnamese(town: Town) -> None:
    facts = {**LAND.told.facts, "vn_groups": ["k1", "k2"]}
    file = actions.apply(
        actor=town.actor("vn_officer"), unit=town.units["vn_centre"], at=timezone.now(),
        application=replace(LAND, told=replace(LAND.told, facts=facts)),
    ).file  # fmt: skip
    with translation.override("vi"):
        shown = page(enter(town, "vn_officer").get(reverse("file_decision", args=[file.pk])))
    assert "Tất cả các giấy tờ sau" in shown
    assert "Giấy chứng nhận hộ nghèo" in shown


def test_a_declaration_is_asked_for_where_means_decide(town: Town) -> None:
    facts = {"person": {"birth_date": "1980-04-01"}}
    file = actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], at=timezone.now(),
        application=replace(WAGES, matter="maintenance", service="litigation", told=replace(WAGES.told, facts=facts)),
    ).file  # fmt: skip
    officer = enter(town, "officer")
    assert file.finding["outcome"] == "means_test_required"
    assert "请选择经济状况的核查方式" in page(act(officer, file, "grant"))
    assert act(officer, file, "grant", means_basis="declared").status_code == 302
    file.refresh_from_db()
    assert (file.state, file.means_basis) == ("granted", "declared")
    assert "个人诚信承诺" in page(officer.get(reverse("file", args=[file.pk])))


def test_papers_follow_only_with_a_reason(town: Town, file: File) -> None:
    officer = enter(town, "officer")
    told = page(act(officer, file, "grant", missing=["identity_card"]))
    assert "只有法律规定可以先行提供援助的" in told
    answer = act(officer, file, "grant", missing=["identity_card"], urgent="老人今晚无处可去")
    assert answer.status_code == 302


# -- ends ---------------------------------------------------------------------------------------------


def test_a_lapse_is_offered_when_its_day_is_over(town: Town, file: File) -> None:
    officer = enter(town, "officer")
    past = timezone.now() - timedelta(days=30)
    actions.ask_papers(actor=town.actor("officer"), file=file, papers=["identity_card"], at=past)
    shown = page(officer.get(reverse("file", args=[file.pk])))
    assert "材料逾期未补" in shown
    assert reverse("file_act", args=[file.pk, "lapse"]) in shown
    assert act(officer, file, "lapse").status_code == 302
    again = act(enter(town, "colleague"), file, "lapse")
    assert again.status_code == 409
    assert "周岚" in page(again)


def test_a_lapse_is_not_offered_before(town: Town, file: File) -> None:
    officer = enter(town, "officer")
    act(officer, file, "ask_papers", papers=["identity_card"])
    assert reverse("file_act", args=[file.pk, "lapse"]) not in page(
        officer.get(reverse("file", args=[file.pk]))
    )
    assert officer.get(reverse("file_act", args=[file.pk, "lapse"])).status_code == 409
    answer = act(officer, file, "lapse")
    assert (answer.status_code, "期限尚未届满" in page(answer)) == (409, True)


def test_a_termination_asks_for_head_and_reasons_and_tells_the_remedy(
    town: Town, file: File
) -> None:
    file = assigned(town, file)
    officer = enter(town, "officer")
    shown = page(act(officer, file, "terminate"))
    assert "请至少选择一项理由" in shown
    assert "请写明理由" in shown
    assert len(re.findall(r'name="reasons"', shown)) == 8
    assert act(officer, file, "terminate", **ENDED).status_code == 302
    shown = page(officer.get(reverse("file", args=[file.pk])))
    assert "受援人的经济状况发生变化" in shown
    assert "五日内审查" in shown
    second = act(enter(town, "colleague"), file, "terminate", **ENDED)
    assert (second.status_code, "周岚" in page(second)) == (409, True)


def test_handing_over_needs_a_receiver_and_leads_to_the_other_agency(
    town: Town, file: File
) -> None:
    officer = enter(town, "officer")
    told = {"reason": "other_agency_by_place", "unit": "", "body": "", "text": ""}
    assert "请选择机构，或者填写接收单位的名称" in page(act(officer, file, "transfer", **told))
    told["unit"] = str(town.units["other"].pk)
    assert act(officer, file, "transfer", **told).status_code == 302
    new = File.objects.get(origin=file)
    assert officer.get(reverse("file", args=[new.pk])).status_code == 404
    shown = page(enter(town, "stranger").get(reverse("file", args=[new.pk])))
    assert "桦南县法律援助中心" in shown
    followed = page(Client().post(reverse("follow"), {"code": codes.code_for(file)}))
    assert "桦川县法律援助中心" in followed


# -- by the public door -------------------------------------------------------------------------------


def test_by_the_code_an_objection_is_raised_once_and_seen(town: Town, file: File) -> None:
    actions.refuse(actor=town.actor("officer"), file=file, at=timezone.now(), **REFUSED)
    client, token = Client(), str(uuid4())
    shown = page(client.post(reverse("follow"), {"code": codes.code_for(file)}))
    assert "对决定提出异议" in shown
    form = client.post(reverse("raise"), {"code": codes.code_for(file), "kind": "objection"})
    assert "您为什么不同意" in page(form)
    assert "请写几句话" in page(raised(client, file, "objection"))
    for _ in range(2):
        answer = raised(client, file, "objection", text="收入是去年的", token=token)
        assert "您的异议已收到" in page(answer)
    row = Objection.objects.get()
    assert (row.unit, row.channel, row.text) == (town.units["bureau"], "code", "收入是去年的")
    shown = page(client.post(reverse("follow"), {"code": codes.code_for(file)}))
    assert "您提出的事项" in shown
    assert "收入是去年的" not in shown
    assert 'value="objection"' not in shown  # one at a time


def test_a_wrong_code_raises_nothing(town: Town, file: File) -> None:
    client = Client()
    assert client.get(reverse("raise")).status_code == 302
    told = {
        "code": "QH7K-2M9D",
        "kind": "complaint",
        "sent": "1",
        "text": "x",
        "ground": "money_taken",
    }
    assert client.post(reverse("raise"), told).status_code == 200
    assert client.post(reverse("raise"), told | {"kind": "grant"}).status_code == 302
    assert Complaint.objects.count() == 0


def test_what_is_not_open_cannot_be_raised(town: Town, file: File) -> None:
    answer = raised(Client(), file, "objection", text="不服")
    assert answer.status_code == 409
    assert raised(Client(), file, "change", text="换人").status_code == 409
    assert Objection.objects.count() + ChangeRequest.objects.count() == 0


def test_a_vietnamese_complaint_goes_further_by_the_code(town: Town, vietnamese: File) -> None:
    client = Client()
    with translation.override("vi"):
        assert "Đã nhận" in page(
            raised(client, vietnamese, "complaint", text="Chậm", ground="not_carried_out")
        )
        row = Complaint.objects.get()
        actions.answer_complaint(
            actor=town.actor("vn_head"), complaint=row, text="Đang xử lý", at=timezone.now()
        )
        shown = page(client.post(reverse("follow"), {"code": codes.code_for(vietnamese)}))
        assert 'value="escalate"' in shown
        assert "chuyển lên cấp trên" in page(
            raised(client, vietnamese, "escalate", text="Vẫn chậm")
        )
    row.refresh_from_db()
    assert (row.state, row.level, row.before) == ("escalated", "second", "Đang xử lý")


def test_somebody_else_is_asked_for_by_the_code(town: Town, file: File) -> None:
    file = assigned(town, file)
    assert "您的申请已收到" in page(raised(Client(), file, "change", text="从不回电话"))
    row = ChangeRequest.objects.get()
    # the practitioner does not see that they are complained about
    assert enter(town, "lawyer").get(reverse("change", args=[row.pk])).status_code == 404


# -- the desk answers ---------------------------------------------------------------------------------


def test_the_bureau_decides_and_the_second_sees_the_first(town: Town, file: File) -> None:
    now = timezone.now()
    actions.refuse(actor=town.actor("officer"), file=file, at=now, **REFUSED)
    file.refresh_from_db()
    row = actions.object_to(actor=town.actor("officer"), file=file, text="不服", at=now)
    supervisor, url = enter(town, "supervisor"), reverse("objection", args=[row.pk])
    assert file.number in page(supervisor.get(reverse("beside") + "?kind=objection"))
    assert "请选择处理结果" in page(supervisor.post(url, {}))
    assert "请写明理由" in page(supervisor.post(url, {"verb": "aid.uphold"}))
    assert supervisor.post(url, {"verb": "aid.uphold", "text": "计算有误"}).status_code == 302
    file.refresh_from_db()
    assert file.state == "received"
    late = supervisor.post(url, {"verb": "aid.dismiss", "text": "维持"})
    assert (late.status_code, "计算有误" in page(late)) == (409, True)
    # the agency sees it, and has nothing to decide
    seen = page(enter(town, "officer").get(url))
    assert "计算有误" in seen
    assert 'name="verb"' not in seen
    assert enter(town, "stranger").get(url).status_code == 404


def test_an_officer_cannot_decide_on_an_objection(town: Town, file: File) -> None:
    now = timezone.now()
    actions.refuse(actor=town.actor("officer"), file=file, at=now, **REFUSED)
    file.refresh_from_db()
    row = actions.object_to(actor=town.actor("officer"), file=file, text="不服", at=now)
    officer = enter(town, "officer")
    answer = officer.post(reverse("objection", args=[row.pk]), {"verb": "aid.uphold", "text": "改"})
    assert answer.status_code == 409
    row.refresh_from_db()
    assert row.state == "raised"


def test_a_draw_is_made_by_one_press_of_a_button_or_two(town: Town, file: File) -> None:
    actions.grant(actor=town.actor("officer"), file=file, means_basis="declared", at=timezone.now())
    officer = enter(town, "officer")
    for _ in range(2):
        assert officer.post(reverse("checks_draw")).status_code == 302
    assert (Draw.objects.count(), SpotCheck.objects.count()) == (1, 1)
    shown = page(officer.get(reverse("beside") + "?kind=check"))
    assert Draw.objects.get().seed in shown
    url = reverse("check", args=[SpotCheck.objects.get().pk])
    told = {"verb": "aid.fail_check", "text": "工资流水每月八千元"}
    assert officer.post(url, told).status_code == 302
    shown = page(officer.get(reverse("file", args=[file.pk])))
    assert "承诺被查明不实" in shown
    form = page(officer.get(reverse("file_act", args=[file.pk, "terminate"])))
    assert re.search(r'value="obtained_by_fraud"[^>]*checked', form)
    assert enter(town, "supervisor").post(reverse("checks_draw")).status_code == 403


def test_a_question_goes_to_the_other_agency_and_comes_back(town: Town, file: File) -> None:
    officer, stranger = enter(town, "officer"), enter(town, "stranger")
    form = page(officer.get(reverse("file_act", args=[file.pk, "cooperate"])))
    token = re.search(r'name="token" value="([^"]+)"', form)
    assert token is not None
    told = {"unit": str(town.units["other"].pk), "text": "请核实收入", "token": token[1]}
    for _ in range(2):
        assert act(officer, file, "cooperate", **told).status_code == 302
    assert Cooperation.objects.count() == 2  # one for each side
    theirs = Cooperation.objects.get(side="asked")
    shown = page(stranger.get(reverse("cooperation", args=[theirs.pk])))
    assert "请核实收入" in shown
    assert reverse("file", args=[file.pk]) not in shown
    url = reverse("cooperation", args=[theirs.pk])
    assert stranger.post(url, {"verb": "aid.answer_cooperation", "text": "属实"}).status_code == 302
    mine = Cooperation.objects.get(side="asking")
    assert "属实" in page(officer.get(reverse("cooperation", args=[mine.pk])))
    assert officer.get(url).status_code == 404


@pytest.mark.parametrize(
    ("language", "spoken"), [("zh-hans", "zh-Hans"), ("vi", "vi"), ("en", "en")]
)
def test_every_page_speaks_every_language(town: Town, language: str, spoken: str) -> None:
    now = timezone.now()
    for who, unit, told, lawyer, closing in (
        ("officer", "centre", WAGES, "lawyer", "terminate"),
        ("vn_officer", "vn_centre", LAND, "vn_helper", "discontinue"),
    ):
        actor, client = town.actor(who), enter(town, who)
        file = actions.apply(actor=actor, unit=town.units[unit], application=told, at=now).file
        with translation.override(language):
            verbs = ["transfer", "cooperate", "complain"]
            for verb in verbs:
                assert client.get(reverse("file_act", args=[file.pk, verb])).status_code == 200
            assert client.get(reverse("file_decision", args=[file.pk])).status_code == 200
            file = assigned(town, file, who, lawyer)
            for verb in (closing, "change_provider", "ask_change"):
                assert client.get(reverse("file_act", args=[file.pk, verb])).status_code == 200
            row = actions.ask_change(actor=actor, file=file, text="-", at=now)
            assert client.get(reverse("change", args=[row.pk])).status_code == 200
            for kind in ("objection", "complaint", "change", "check", "cooperation"):
                assert client.get(reverse("beside") + f"?kind={kind}").status_code == 200
            for kind in ("complaint", "change"):
                asked = {"code": codes.code_for(file), "kind": kind}
                assert Client().post(reverse("raise"), asked).status_code == 200


def test_programs_end_hand_over_and_answer(town: Town, file: File) -> None:
    officer = enter(town, "officer")

    def sent(path: str, body: dict[str, Any]) -> Any:
        return officer.post(f"/api/v1/{path}", body, content_type="application/json")

    moves = f"files/{file.pk}/moves"
    lapse = sent(moves, {"verb": "aid.lapse"})
    assert (lapse.status_code, lapse.json()["code"]) == (409, "no_such_move")
    asked = sent(moves, {"verb": "aid.cooperate", "text": "请核实", "body": "某县中心"})
    assert asked.status_code == 200
    found = officer.get("/api/v1/beside?kind=cooperation").json()
    assert [x["state"] for x in found] == ["requested"]
    url = f"beside/cooperation/{found[0]['id']}"
    wrong = sent(url, {"verb": "aid.uphold", "text": "-"})
    assert (wrong.status_code, wrong.json()["code"]) == (409, "no_such_move")
    answered = sent(url, {"verb": "aid.answer_cooperation", "text": "属实"})
    assert (answered.status_code, answered.json()["state"]) == (200, "answered")
    assert sent("draws", {}).json()["drawn"] == 0
    over = sent(
        moves, {"verb": "aid.transfer", "reason": "other_agency_by_place", "body": "省中心"}
    )
    assert (over.status_code, over.json()["state"]) == (200, "transferred")


def test_where_nobody_can_take_over_the_page_says_what_to_do(town: Town, file: File) -> None:
    actor, now = town.actor("officer"), timezone.now()
    file = assigned(town, file, "officer", "lawyer")
    row = actions.ask_change(actor=actor, file=file, text="不满意", at=now)
    client = enter(town, "officer")
    page = client.get(reverse("change", args=[row.pk])).content.decode()
    assert "今后由谁承办" not in page
    assert "目前没有可以接办的人员" in page
    assert reverse("file_change", args=[file.pk]) in page
    assert 'value="aid.agree_change"' not in page
    other = Practitioner.objects.get(pk=town.practitioners["lawyer"].pk)
    other.pk, other.name = uuid4(), "何新"
    other.save(force_insert=True)
    page = client.get(reverse("change", args=[row.pk])).content.decode()
    assert "今后由谁承办" in page
    assert "何新" in page
    assert (
        client.post(
            reverse("change", args=[row.pk]), {"verb": "aid.refuse_change", "text": "-"}
        ).status_code
        == 302
    )
