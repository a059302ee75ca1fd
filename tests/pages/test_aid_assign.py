"""Who takes a file, at the desk: candidates, what is passed over, declining, parties, the batch, the board."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from songfa.aid import actions
from songfa.aid.models import Assignment, File, Offer, Party, Volunteering
from songfa.network.models import Practitioner
from tests.rooms.test_aid import LAND, WAGES
from tests.rooms.test_aid_assign import BOSS, add_lawyer
from tests.town import Town


@pytest.fixture(autouse=True)
def chinese() -> Any:
    with translation.override("zh-hans"):
        yield


def enter(town: Town, who: str) -> Client:
    client = Client()
    client.force_login(town.users[who], backend="django.contrib.auth.backends.ModelBackend")
    return client


def granted(town: Town, application: Any = WAGES) -> File:
    officer = town.actor("officer")
    file = actions.apply(
        actor=officer, unit=town.units["centre"], application=application, at=town.noon
    ).file
    return actions.grant(actor=officer, file=file, missing=[], at=town.noon)


@pytest.fixture
def file(town: Town) -> File:
    return granted(town)


def pick(town: Town, key: str = "lawyer") -> str:
    return str(town.practitioners[key].pk)


def test_the_candidates_their_reasons_and_who_cannot(town: Town, file: File) -> None:
    add_lawyer(town, "lawyer2", "王静", struck_off_on=timezone.localdate())
    page = enter(town, "officer").get(reverse("file_assign", args=[file.pk])).content.decode()
    able, barred = page.split("不能承办", 1)
    assert "何平" in able
    assert "擅长此类案件" in able
    assert re.search(r"执业\d+年", able)
    assert "未登记执业证号（+8）" in able
    assert "王静" in barred
    assert "已被吊销" in barred
    assert "请先登记对方当事人" in page


def test_given_then_accepted(town: Town, file: File) -> None:
    client = enter(town, "officer")
    answer = client.post(reverse("file_assign", args=[file.pk]), {"practitioner": pick(town)})
    assert answer.status_code == 302
    lawyer = enter(town, "lawyer")
    page = lawyer.get(reverse("file", args=[file.pk])).content.decode()
    assert reverse("file_act", args=[file.pk, "accept"]) in page
    assert reverse("file_decline", args=[file.pk]) in page
    assert lawyer.post(reverse("file_act", args=[file.pk, "accept"])).status_code == 302
    page = client.get(reverse("file", args=[file.pk])).content.decode()
    assert "承办经过" in page
    assert "周岚指派" in page
    assert "接受" in page


def test_a_choice_is_needed(town: Town, file: File) -> None:
    page = enter(town, "officer").post(reverse("file_assign", args=[file.pk]), {})
    assert page.status_code == 200
    assert "请选择" in page.content.decode()


def test_somebody_struck_off_meanwhile_is_refused_on_the_page(town: Town, file: File) -> None:
    add_lawyer(town, "lawyer2", "王静")
    client = enter(town, "officer")
    address = reverse("file_assign", args=[file.pk])
    assert pick(town, "lawyer2") in client.get(address).content.decode()
    Practitioner.objects.filter(name="王静").update(struck_off_on=timezone.localdate())
    answer = client.post(address, {"practitioner": pick(town, "lawyer2")})
    assert answer.status_code == 200
    assert "所选人员现已不能承办本案" in answer.content.decode()
    assert not Assignment.objects.exists()


def test_a_bar_is_passed_over_only_when_it_is_named_with_a_reason(town: Town, file: File) -> None:
    Practitioner.objects.update(capacity=0)
    client, address = enter(town, "officer"), reverse("file_assign", args=[file.pk])
    page = client.post(address, {"practitioner": pick(town)}).content.decode()
    assert "确认不因此排除" in page
    assert 'value="full"' in page
    told = {"practitioner": pick(town), "set_aside": ["full"]}
    assert "请写明理由" in client.post(address, told).content.decode()
    assert client.post(address, {**told, "why": "无其他人选"}).status_code == 302
    shown = client.get(reverse("file", args=[file.pk])).content.decode()
    assert "无其他人选" in shown


def test_a_second_officer_is_told_that_it_is_given(town: Town, file: File) -> None:
    address = reverse("file_assign", args=[file.pk])
    enter(town, "officer").post(address, {"practitioner": pick(town)})
    second = enter(town, "colleague")
    assert second.get(address).status_code == 409
    assert second.post(address, {"practitioner": pick(town)}).status_code == 409
    assert Assignment.objects.count() == 1


def test_declining_leads_back_to_the_list(town: Town, file: File) -> None:
    enter(town, "officer").post(
        reverse("file_assign", args=[file.pk]), {"practitioner": pick(town)}
    )
    lawyer, address = enter(town, "lawyer"), reverse("file_decline", args=[file.pk])
    assert "请选择理由" in lawyer.post(address, {}).content.decode()
    assert "具体说明" in lawyer.post(address, {"reason": "other"}).content.decode()
    answer = lawyer.post(address, {"reason": "too_much_work", "text": "三起开庭"}, follow=True)
    assert "案件已退回中心" in answer.content.decode()
    assert lawyer.get(reverse("file", args=[file.pk])).status_code == 404
    page = enter(town, "officer").get(reverse("file", args=[file.pk])).content.decode()
    assert "在办案件过多" in page
    assert "三起开庭" in page


def test_changing_needs_a_reason(town: Town, file: File) -> None:
    add_lawyer(town, "lawyer2", "王静")
    client = enter(town, "officer")
    client.post(reverse("file_assign", args=[file.pk]), {"practitioner": pick(town)})
    address = reverse("file_change", args=[file.pk])
    page = client.get(address).content.decode()
    assert "现正承办本案" in page
    told = {"practitioner": pick(town, "lawyer2")}
    assert "请写明更换的理由" in client.post(address, told).content.decode()
    assert client.post(address, {**told, "reason": "受援人要求"}).status_code == 302
    assert File.objects.get().practitioner == town.practitioners["lawyer2"]
    assert "受援人要求" in client.get(reverse("file", args=[file.pk])).content.decode()


def test_giving_a_file_away_tells_of_the_request_that_it_answers(town: Town, file: File) -> None:
    add_lawyer(town, "lawyer2", "王静")
    client = enter(town, "officer")
    client.post(reverse("file_assign", args=[file.pk]), {"practitioner": pick(town)})
    address = reverse("file_change", args=[file.pk])
    assert "受援人已申请更换承办人员" not in client.get(address).content.decode()
    file.refresh_from_db()
    asked = actions.ask_change(
        actor=town.actor("officer"), file=file, text="三周没有联系", at=timezone.now()
    )
    page = client.get(address).content.decode()
    assert "受援人已申请更换承办人员" in page
    assert reverse("change", args=[asked.pk]) in page
    client.post(address, {"practitioner": pick(town, "lawyer2"), "reason": "原承办人住院"})
    asked.refresh_from_db()
    assert (asked.state, asked.answer) == ("agreed", "原承办人住院")


def test_parties_are_named_and_a_conflict_is_shown(town: Town, file: File) -> None:
    other = granted(town, BOSS)
    client = enter(town, "officer")
    client.post(reverse("file_assign", args=[other.pk]), {"practitioner": pick(town)})
    address = reverse("file_act", args=[file.pk, "name_party"])
    assert "请填写姓名或者名称" in client.post(address, {}).content.decode()
    told = {"side": "adverse", "kind": "person", "name": "钱大海"}
    wrong = client.post(address, {**told, "id_number": "123"})
    assert wrong.status_code == 200
    assert client.post(address, {**told, "id_number": "230822197001050015"}).status_code == 302
    assert Party.objects.filter(file=file).count() == 1
    page = client.get(reverse("file_assign", args=[file.pk])).content.decode()
    assert "利益冲突：正在为对方当事人办理案件" in page
    # a party named after the file was given is shown beside the one who has it
    late = reverse("file_act", args=[other.pk, "name_party"])
    client.post(late, {"side": "adverse", "kind": "person", "name": "何平"})
    page = client.get(reverse("file", args=[other.pk])).content.decode()
    assert "何平存在利益冲突" in page


def test_the_batch_from_choice_to_confirmation(town: Town, file: File) -> None:
    second = granted(town, BOSS)
    client = enter(town, "officer")
    page = client.get(reverse("assigning")).content.decode()
    assert file.number in page
    assert second.number in page
    assert "请至少选择一件案件" in client.post(reverse("assigning_propose"), {}).content.decode()
    proposal = client.post(
        reverse("assigning_propose"), {"file": [str(file.pk), str(second.pk), "x"]}
    ).content.decode()
    pairs = re.findall(r'name="pair"[^>]*value="([^"]+)"', proposal)
    assert len(pairs) == 2
    assert "按受理先后" in proposal
    assert "擅长此类案件" in proposal
    assert not Assignment.objects.exists()
    enter(town, "colleague").post(
        reverse("file_assign", args=[file.pk]), {"practitioner": pick(town)}
    )
    done = client.post(reverse("assigning_confirm"), {"pair": pairs}).content.decode()
    assert file.number in done  # given meanwhile: named
    assert "已指派1件" in done
    assert set(File.objects.values_list("state", flat=True)) == {"assigned"}


def test_a_file_without_anybody_says_why(town: Town, file: File) -> None:
    Practitioner.objects.update(kind="volunteer")
    page = enter(town, "officer").post(reverse("assigning_propose"), {"file": [str(file.pk)]})
    text = page.content.decode()
    assert "没有找到承办人员" in text
    assert "律师或者基层法律服务工作者：不符合（1人）" in text
    assert (
        "本地没有可以承办的人员"
        in enter(town, "officer").get(reverse("file_assign", args=[file.pk])).content.decode()
    )


def test_the_board(town: Town, file: File) -> None:
    client, lawyer = enter(town, "officer"), enter(town, "lawyer")
    today = timezone.localdate()
    until = {"until-year": today.year, "until-month": today.month, "until-day": today.day}
    address = reverse("file_offer", args=[file.pk])
    assert "请选择地区" in client.post(address, until).content.decode()
    told = {"shown_path": "cn.23.2308.230822.", **until}
    assert client.post(address, told).status_code == 302
    assert "本案已在公开征集" in client.post(address, told).content.decode()
    board = lawyer.get(reverse("offers")).content.decode()
    assert "桦南县" in board
    for private in ("李小红", file.number, "13800138000"):
        assert private not in board
    offer = Offer.objects.get()
    take = reverse("offer_take", args=[offer.pk])
    assert lawyer.post(take, {"word": "可以承办"}).status_code == 302
    assert "您已经报名" in lawyer.post(take, {}, follow=True).content.decode()
    assert Volunteering.objects.count() == 1
    assert "1人报名" in client.get(reverse("offers")).content.decode()
    page = client.get(reverse("offer", args=[offer.pk])).content.decode()
    assert "留言：可以承办" in page
    answer = client.post(reverse("offer", args=[offer.pk]), {"practitioner": pick(town)})
    assert answer.status_code == 302
    assert File.objects.get().state == "assigned"


def test_an_offer_is_taken_back(town: Town, file: File) -> None:
    offer = actions.offer(
        actor=town.actor("officer"), file=file, shown_path="cn.23.",
        until=town.noon.date() + timedelta(days=1), at=town.noon,
    )  # fmt: skip
    assert enter(town, "stranger").get(reverse("offer", args=[offer.pk])).status_code == 404
    assert enter(town, "lawyer").get(reverse("offer", args=[offer.pk])).status_code == 403
    client = enter(town, "officer")
    assert client.post(reverse("offer_end", args=[offer.pk])).status_code == 302
    assert Offer.objects.get().state == "taken_back"


@pytest.mark.parametrize("who", ["stranger", "worker", "lawyer", "supervisor"])
def test_who_may_not(town: Town, file: File, who: str) -> None:
    client = enter(town, who)
    for name in ("file_assign", "file_change", "file_offer"):
        assert client.get(reverse(name, args=[file.pk])).status_code in (403, 404)
    if who != "stranger":
        assert client.get(reverse("assigning")).status_code == 403
    answer = client.post(reverse("assigning_confirm"), {"pair": f"{file.pk}:{pick(town)}"})
    assert answer.status_code in (200, 403)
    assert File.objects.get().state == "granted"


@pytest.mark.parametrize("language", ["zh-hans", "vi", "en"])
def test_every_page_speaks_every_language(town: Town, file: File, language: str) -> None:
    vietnamese = actions.apply(
        actor=town.actor("vn_officer"), unit=town.units["vn_centre"], application=LAND, at=town.noon
    ).file
    actions.grant(actor=town.actor("vn_officer"), file=vietnamese, missing=[], at=town.noon)
    Practitioner.objects.update(capacity=0)
    with translation.override(language):
        for who, one in (("officer", file), ("vn_officer", vietnamese)):
            client = enter(town, who)
            for name in ("file_assign", "file_offer"):
                assert client.get(reverse(name, args=[one.pk])).status_code == 200
            key = "lawyer" if who == "officer" else "vn_helper"
            told = {"practitioner": pick(town, key)}
            assert client.post(reverse("file_assign", args=[one.pk]), told).status_code == 200
            for name in ("assigning", "offers"):
                assert client.get(reverse(name)).status_code == 200
            page = client.post(reverse("assigning_propose"), {"file": [str(one.pk)]})
            assert page.status_code == 200
            address = reverse("file_act", args=[one.pk, "name_party"])
            assert client.get(address).status_code == 200


# -- ties -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["lawyer", "officer"])
def test_a_tie_is_declared_at_the_desk_and_bars_the_practitioner(
    town: Town, file: File, who: str
) -> None:
    client = enter(town, who)
    page = client.get(reverse("ties")).content.decode()
    # who declares for themselves is not asked whose tie it is
    assert ('name="practitioner"' in page) == (who == "officer")
    told = {"ground": "kin", "name": "钱大海", "id_number": "230822197001050015"}
    if who == "officer":
        empty = client.post(reverse("ties"), told)
        assert empty.status_code == 400
        told["practitioner"] = pick(town)
    wrong = client.post(reverse("ties"), {**told, "id_number": "23082219"})
    assert wrong.status_code == 400
    assert 'value="钱大海"' in wrong.content.decode()
    assert client.post(reverse("ties"), told).status_code == 302
    actions.name_party(
        actor=town.actor("officer"), file=file, side="adverse", kind="person", name="钱大海",
        id_number="230822197001050015", at=timezone.now(),
    )  # fmt: skip
    shown = client.get(reverse("ties")).content.decode()
    assert "钱大海" in shown
    (end,) = re.findall(r'action="([^"]*/end/)"', shown)
    give = enter(town, "officer")
    barred = give.post(reverse("file_assign", args=[file.pk]), {"practitioner": pick(town)})
    assert barred.status_code != 302
    assert enter(town, "stranger").post(end).status_code == 404
    assert client.post(end).status_code == 302
    given = give.post(reverse("file_assign", args=[file.pk]), {"practitioner": pick(town)})
    assert given.status_code == 302
