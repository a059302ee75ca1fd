"""What a file offers: the thing to do next first, the rest under its headings, to each what they may do."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from songfa.aid import actions
from songfa.aid.models import File
from songfa.duties.models import Duty
from songfa.rules.machines import FILE
from songfa.rules.verbs import Verb
from songfa.web.desk.files.acts import ACTS, BESIDE, OWN
from songfa.web.desk.files.ways import GROUPS, NEAR
from songfa.web.navigation import DESK
from songfa.words.say import say
from tests.rooms.test_aid import WAGES
from tests.town import Town


@pytest.fixture(autouse=True)
def chinese(settings: Any) -> Any:
    settings.SECOND_FACTOR_FOR_STAFF = False
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def file(town: Town) -> File:
    return actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=town.noon
    ).file


def enter(town: Town, who: str) -> Client:
    client = Client()
    client.force_login(town.users[who], backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_each_verb_with_a_page_stands_in_one_group() -> None:
    moves = {m.verb for machine in FILE.values() for m in machine.moves}
    with_page = {v for v in (*ACTS, *OWN) if v in moves or v in BESIDE}
    grouped = [v for verbs in GROUPS.values() for v in verbs]
    assert sorted(grouped) == sorted(with_page)


def test_what_is_near_a_state_leads_on_from_it() -> None:
    for state, verbs in NEAR.items():
        possible = {v for machine in FILE.values() for v in machine.verbs_from(state)}
        assert set(verbs) <= possible, state


def test_the_decision_comes_first_and_nothing_stands_twice(town: Town, file: File) -> None:
    page = enter(town, "head").get(reverse("file", args=[file.pk]))
    ways = page.context["ways"]
    assert ways.first.verb == Verb.AID_GRANT
    assert [w.verb for w in ways.near] == [Verb.AID_ASK_PAPERS, Verb.AID_REFUSE, Verb.AID_TRANSFER]
    everything = [ways.first, *ways.near, *(w for g in ways.groups for w in g.ways)]
    assert len({w.url for w in everything}) == len(everything)
    text = page.content.decode()
    assert text.index("当前待办") < text.index(ways.first.url) < text.index("审查结论")
    assert text.count('class="govuk-button"') == 1


def test_the_decisions_page_offers_first_what_the_files_page_offers(town: Town, file: File) -> None:
    head = enter(town, "head")
    first = head.get(reverse("file", args=[file.pk])).context["ways"].first
    decision = head.get(reverse("file_decision", args=[file.pk]))
    assert decision.context["ways"][0]["url"] == first.url
    # the finding stands above its reasons, and is none of them
    found = say(f"finding-outcome-{decision.context['outcome']}".replace("_", "-"), lang="zh-Hans")
    assert decision.context["lines"]
    assert found not in decision.context["lines"]
    assert found in decision.content.decode()


def test_the_duty_that_presses_decides_what_comes_first(town: Town, file: File) -> None:
    head, lawyer = town.actor("head"), town.practitioners["lawyer"]
    actions.grant(actor=head, file=file, at=town.noon)
    actions.assign(actor=head, file=file, practitioner_id=lawyer.pk, at=town.noon)
    client, here = enter(town, "lawyer"), reverse("file", args=[file.pk])
    assert client.get(here).context["ways"].first.verb == Verb.AID_ACCEPT
    actions.accept(actor=town.actor("lawyer"), file=File.objects.get(), at=town.noon)
    assert client.get(here).context["ways"].first.verb == Verb.AID_SIGN_AGREEMENT
    # nothing presses: what is usual in this state
    Duty.objects.filter(subject_id=file.pk, code="sign_agreement").delete()
    assert client.get(here).context["ways"].first.verb == Verb.AID_LOG


def test_who_only_reads_is_offered_nothing_to_do(town: Town, file: File) -> None:
    ways = enter(town, "supervisor").get(reverse("file", args=[file.pk])).context["ways"]
    assert (ways.first, ways.near) == (None, ())
    assert {w.verb for g in ways.groups for w in g.ways} <= {Verb.AID_COMPLAIN, Verb.AID_ISSUE}


def test_the_file_says_by_name_who_owes_and_under_which_article(town: Town, file: File) -> None:
    text = enter(town, "officer").get(reverse("file", args=[file.pk])).content.decode()
    assert "法律援助机构 · 应于2026年11月25日 23:59前 · 法律援助法第43条" in text


def test_the_menu_keeps_what_belongs_together_together(town: Town) -> None:
    groups = [place.group for place in DESK]
    assert groups == sorted(groups, key=groups.index)
    text = enter(town, "head").get(reverse("desk")).content.decode()
    heads = ["案件", "指派与承办", "咨询与普法", "统计与管理"]
    assert [text.index(f">{h}</p>") for h in heads] == sorted(
        text.index(f">{h}</p>") for h in heads
    )
    # a role without a page of a group is not shown its heading
    assert ">指派与承办</p>" not in enter(town, "counter").get(reverse("review")).content.decode()


def test_a_list_of_what_is_late_says_how_late(town: Town) -> None:
    text = enter(town, "head").get(reverse("desk") + "?list=escalated").content.decode()
    assert "超期已满1天、需要您督促的事项。" in text
    text = enter(town, "supervisor").get(reverse("desk") + "?list=escalated").content.decode()
    assert "超期已满3个工作日" in text
