"""What the lists of the desk show: own work by its short name, articles written out, groups that are counted."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from songfa.insight.reads import MASK, masked
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Group
from songfa.words.habits import article
from tests.town import NOON, Town


def entered(town: Town, who: str) -> Client:
    client = Client()
    client.force_login(town.users[who])
    return client


@pytest.mark.parametrize("path", ["advice/new/", "events/new/", "events/materials/new/"])
def test_only_groups_that_reviews_count_are_offered(town: Town, path: str) -> None:
    offered = dict(
        entered(town, "vn_officer").get(f"/vi/desk/{path}").context["form"].fields["groups"].choices
    )
    known = load("vn-92").all(Group, NOON.date())
    assert set(offered) == {c for c, g in known.items() if "outreach" in g.uses}
    assert len(set(offered.values())) == len(offered), "two boxes with one name"


def test_a_unit_is_shown_by_the_name_of_its_rules(town: Town) -> None:
    page = entered(town, "keeper").get(f"/zh-hans/desk/units/{town.units['centre'].pk}/")
    assert load("cn-23").head.name.zh in page.content.decode()


def test_an_address_that_leads_nowhere_says_so(town: Town) -> None:
    answer = Client().get("/zh-hans/nowhere/")
    assert answer.status_code == 404
    assert "找不到这个页面" in answer.content.decode()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("法律援助法 43", "法律援助法第43条"),
        ("法律援助法 42(2)", "法律援助法第42条(2)"),
        ("法律援助条例（2003）10；法律援助法 23、31", "法律援助条例（2003）第10条；法律援助法第23条、第31条"),
        ("中华人民共和国法律援助法 第40条第1款", "中华人民共和国法律援助法 第40条第1款"),
        ("GB/T 2260；民政部行政区划代码", "GB/T 2260；民政部行政区划代码"),
        ("Luật Trợ giúp pháp lý 11/2017/QH14, Điều 31(2)", "Luật Trợ giúp pháp lý 11/2017/QH14, Điều 31(2)"),
        ("", ""),
    ],
)  # fmt: skip
def test_articles_are_written_out(written: str, said: str) -> None:
    assert article(written) == said


def test_a_masked_name_tells_no_length() -> None:
    assert (masked("孙某"), masked("Danh Sang Văn Thị")) == (f"孙{MASK}", f"D{MASK * 2}")


@pytest.mark.parametrize(
    ("language", "zone"),
    [("zh-Hans", "Asia/Shanghai"), ("vi", "Asia/Ho_Chi_Minh"), ("en", "Asia/Shanghai")],
)
def test_a_public_page_has_the_day_of_its_readers(
    town: Town, monkeypatch: pytest.MonkeyPatch, language: str, zone: str
) -> None:
    seen: list[str] = []

    def near(query: str, on: date, country: str = "") -> list[object]:
        seen.append(str(timezone.get_current_timezone()))
        return []

    monkeypatch.setattr("songfa.aid.door.offices.near", near)
    assert Client().get(f"/{language.lower()}/apply/").status_code == 200
    assert seen == [zone]


@pytest.mark.parametrize(
    ("who", "theirs", "others"),
    [("officer", "terminated", "discontinued"), ("vn_officer", "discontinued", "lapsed")],
)
def test_only_states_of_the_country_are_offered(
    town: Town, who: str, theirs: str, others: str
) -> None:
    page = entered(town, who).get("/en/desk/files/").content.decode()
    assert f"?state={theirs}" in page
    assert f"?state={others}" not in page
