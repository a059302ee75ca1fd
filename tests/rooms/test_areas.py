"""Territory in the database: loading, history, search, and what the database refuses."""

import json
from collections.abc import Iterator
from datetime import date
from time import perf_counter

import pytest
from click.testing import CliRunner
from django.db import IntegrityError, connection, transaction
from django.db.models import Count

from songfa.areas import reads
from songfa.areas.load import key_of, load_all
from songfa.areas.models import Area, Succession
from songfa.commands.areas import areas as command
from songfa.rules.problems import Problem

IN_2018 = date(2018, 6, 1)
LAST_OF_63 = date(2025, 6, 30)
TWO_TIERS = date(2025, 7, 1)
TODAY = date(2026, 11, 1)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def territory(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """Load once for all tests of this file, and leave the tables as empty as they were."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        load_all()
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute("delete from areas_succession")
        cursor.execute("delete from areas_area")


def names(found: list[Area]) -> list[str]:
    return [area.name for area in found]


# -- loading ------------------------------------------------------------------------------------


def test_both_countries_load_whole() -> None:
    counted = reads.in_force(TODAY).values_list("country", "level").annotate(n=Count("pk"))
    today = {(country, level): n for country, level, n in counted}
    assert today["vn", "province"] == 34
    assert today["vn", "commune"] == 3321
    assert ("vn", "district") not in today
    assert today["cn", "province"] == 34
    assert today["cn", "prefecture"] == 333
    assert today["cn", "county"] == 2847
    assert today["cn", "township"] > 38_000


def test_vietnam_before_the_two_tiers() -> None:
    before = reads.in_force(LAST_OF_63).filter(country="vn")
    assert before.filter(level="province").count() == 63
    assert before.filter(level="district").count() == 696
    assert before.filter(level="commune").count() == 10_035


def test_loading_again_changes_nothing_and_is_quick() -> None:
    start = perf_counter()
    again = load_all()
    assert perf_counter() - start < 15
    assert (again.area.total, again.succession.total) == (0, 0)
    assert again.units == Area.objects.count()


def test_loading_repairs_what_differs() -> None:
    unit = reads.at("vn", "31528", TODAY)
    Succession.objects.filter(new=unit).delete()
    Area.objects.filter(pk=unit.pk).update(name="?")
    stray = Area.objects.create(
        pk=key_of("cn", "990000", IN_2018),
        country="cn",
        code="990000",
        level="province",
        kind="省",
        name="无此省",
        path="cn.99.",
        depth=1,
        valid_from=IN_2018,
    )
    written = load_all()
    assert (written.area.changed, written.area.removed) == (1, 1)
    assert written.succession.added == 3
    assert reads.at("vn", "31528", TODAY).name == "Xã Kế Sách"
    assert not Area.objects.filter(pk=stray.pk).exists()


def test_every_path_follows_the_tree() -> None:
    assert not Area.objects.exclude(path__endswith=".").exists()
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from areas_area c join areas_area p on p.id = c.parent_id"
            " where c.path not like p.path || '%%' or c.depth <> p.depth + 1"
        )
        assert cursor.fetchone() == (0,)


def test_names_are_no_keys() -> None:
    repeated = (
        reads.in_force(TODAY)
        .filter(country="vn", level="commune")
        .values("name")
        .annotate(n=Count("pk"))
        .filter(n__gt=1)
    )
    assert repeated.count() > 200


# -- the tree -----------------------------------------------------------------------------------


def test_a_unit_by_its_code() -> None:
    county = reads.at("cn", "230822", TODAY)
    assert (county.name, county.name_en, county.kind) == ("桦南县", "Huanan County", "县")
    assert county.path == "cn.23.2308.230822."
    assert reads.at("cn", "23", TODAY).name == "黑龙江省"
    assert reads.path_of("vn", "31507", TODAY) == "vn.92.31507."
    with pytest.raises(Problem) as raised:
        reads.at("vn", "94", TODAY)
    assert raised.value.code == "area_unknown"
    assert raised.value.facts == {"country": "vn", "code": "94", "on": "2026-11-01"}


def test_above_and_below() -> None:
    town = reads.at("cn", "230822107", TODAY)
    assert names(reads.ancestors(town, TODAY)) == ["黑龙江省", "佳木斯市", "桦南县"]
    assert reads.spelled(town, TODAY) == "黑龙江省佳木斯市桦南县土龙山镇"
    assert reads.spelled(reads.at("vn", "31528", TODAY), TODAY) == "Xã Kế Sách, Thành phố Cần Thơ"
    held = names(list(reads.children(reads.at("cn", "230822", TODAY), TODAY)))
    assert len(held) == 12
    assert "土龙山镇" in held
    # no prefecture between: counties of a municipality, townships of a prefecture without counties
    assert reads.path_of("cn", "110101", TODAY) == "cn.11.110101."
    assert reads.children(reads.at("cn", "441900", TODAY), TODAY).count() == 32
    assert reads.children(reads.at("vn", "92", TODAY), TODAY).count() == 103


def test_the_subtree_uses_the_index() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "explain (format json) select id from areas_area where path >= %s and path < %s",
            ["cn.23.2308.", "cn.23.2308.~"],
        )
        plan = json.dumps(cursor.fetchone()[0])
    assert "area_by_path" in plan
    below = reads.subtree("cn.23.2308.", TODAY)
    assert below.exclude(path__startswith="cn.23.2308.").count() == 0
    assert below.filter(level="county").count() == 10


# -- through time -------------------------------------------------------------------------------


def test_a_commune_of_former_soc_trang() -> None:
    now = reads.at("vn", "31528", TODAY)
    assert names(reads.ancestors(now, TODAY)) == ["Thành phố Cần Thơ"]
    parts = reads.was(now, IN_2018)
    assert names(parts) == ["Thị trấn Kế Sách", "Xã Kế Thành", "Xã Kế An"]
    for part in parts:
        above = names(reads.ancestors(part, IN_2018))
        assert above == ["Tỉnh Sóc Trăng", "Huyện Kế Sách"]
        assert now in reads.today_of(part, TODAY)


def test_soc_trang_and_hau_giang_became_can_tho() -> None:
    for code in ("92", "93", "94"):
        old = reads.at("vn", code, LAST_OF_63)
        assert names(reads.today_of(old, TODAY)) == ["Thành phố Cần Thơ"]
        assert old.valid_to == TWO_TIERS
    can_tho = reads.at("vn", "92", TODAY)
    assert names(reads.was(can_tho, IN_2018)) == [
        "Thành phố Cần Thơ",
        "Tỉnh Hậu Giang",
        "Tỉnh Sóc Trăng",
    ]
    merged = Succession.objects.filter(new=can_tho)
    assert set(merged.values_list("kind", "on")) == {("merge", TWO_TIERS)}


def test_a_dissolved_district_lives_on_in_its_communes() -> None:
    district = reads.at("vn", "943", LAST_OF_63)
    today = reads.today_of(district, TODAY)
    assert {area.level for area in today} == {"commune"}
    assert "Xã Kế Sách" in names(today)
    assert {area.path.split(".")[1] for area in today} == {"92"}


def test_every_province_and_commune_of_vietnam_leads_to_today() -> None:
    before = Area.objects.filter(country="vn", valid_to=TWO_TIERS)
    assert not before.exclude(level="district").filter(became__new__isnull=True).exists()
    heirs = Succession.objects.filter(old__in=before.filter(level="province"))
    assert heirs.count() == 52  # 63, less the 11 that stayed as they were
    began = Area.objects.filter(country="vn", valid_from=TWO_TIERS)
    assert not began.filter(came_from__isnull=True).exists()


def test_dong_nai_becomes_a_city() -> None:
    assert reads.at("vn", "75", date(2026, 4, 29)).name == "Tỉnh Đồng Nai"
    city = reads.at("vn", "75", date(2026, 4, 30))
    assert (city.name, city.kind) == ("Thành phố Đồng Nai", "thành phố")
    assert names(reads.was(city, IN_2018)) == ["Tỉnh Bình Phước", "Tỉnh Đồng Nai"]
    # what lies below keeps its row, its key and its path
    commune = reads.in_force(date(2026, 4, 29)).filter(path__startswith="vn.75.", kind="phường")
    assert commune.first() in reads.subtree("vn.75.", TODAY)


def test_a_chinese_merger() -> None:
    """In 2019 Xilin (西林区) and Jinshantun (金山屯区) of Yichun became Jinlin (金林区)."""
    now = reads.at("cn", "230751", TODAY)
    assert names(reads.was(now, IN_2018)) == ["西林区", "金山屯区"]
    old = reads.at("cn", "230705", IN_2018)
    assert names(reads.today_of(old, TODAY)) == ["金林区"]


def test_a_unit_into_which_another_was_merged_begins_anew() -> None:
    """Chongwen (崇文区) went into Dongcheng (东城区) of Beijing in 2010."""
    now = reads.at("cn", "110101", TODAY)
    assert names(reads.was(now, date(2005, 1, 1))) == ["东城区", "崇文区"]


def test_a_chain_of_changes_is_followed_to_its_end() -> None:
    """Fuyuan (抚远): below Hejiang until 1984, then a county with another code, now a city."""
    first = reads.at("cn", "232433", date(1982, 1, 1))
    assert names(reads.today_of(first, TODAY)) == ["抚远市"]
    assert reads.was(reads.at("cn", "230883", TODAY), date(1982, 1, 1)) == [first]


def test_where_a_township_is_not_known_the_county_answers() -> None:
    town = reads.in_force(TODAY).filter(path__startswith="cn.23.2308.230883.", depth=4).first()
    assert town is not None
    assert names(reads.was(town, date(2010, 1, 1))) == ["抚远县"]


def test_before_the_register_begins_nothing_is_known() -> None:
    assert reads.was(reads.at("vn", "92", TODAY), date(1990, 1, 1)) == []


# -- search -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "country", "first"),
    [
        ("桦南", "cn", "桦南县"),
        ("桦南县", None, "桦南县"),
        ("huanan", "cn", "桦南县"),
        ("Huà nán xiàn", None, "桦南县"),
        ("230822", None, "桦南县"),
        ("23", "cn", "黑龙江省"),
        ("黑龙江", None, "黑龙江省"),
        ("ke sach", None, "Xã Kế Sách"),
        ("Kế Sách", "vn", "Xã Kế Sách"),
        ("xa ke sach", "vn", "Xã Kế Sách"),
        ("31528", "vn", "Xã Kế Sách"),
        ("can tho", "vn", "Thành phố Cần Thơ"),
        ("dong nai", None, "Thành phố Đồng Nai"),
        ("yanbian", "cn", "延边朝鲜族自治州"),
    ],
)
def test_a_unit_is_found_by_each_of_its_forms(query: str, country: str | None, first: str) -> None:
    assert reads.find(query, on=TODAY, country=country, limit=5)[0].name == first


def test_initials_find_within_a_province() -> None:
    assert "桦南县" in names(reads.find("hnx", on=TODAY, within="cn.23.", limit=10))


def test_search_ranks_equal_before_beginning_before_containing() -> None:
    found = [area.keys for area in reads.find("长安", on=TODAY, country="cn", limit=500)]
    ranks = [0 if "|长安|" in key else 1 if "|长安" in key else 2 for key in found]
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 2}


def test_search_asks_for_a_day() -> None:
    assert "Tỉnh Sóc Trăng" in names(reads.find("soc trang", on=IN_2018, country="vn"))
    assert "Tỉnh Sóc Trăng" not in names(reads.find("soc trang", on=TODAY, country="vn"))


@pytest.mark.parametrize("query", ["", "  ", "%", "_", "|", "không có đâu"])
def test_nothing_is_found_for_nothing(query: str) -> None:
    assert reads.find(query, on=TODAY) == []


# -- what the database refuses ----------------------------------------------------------------


def copy_of(area: Area, **other: object) -> Area:
    area.pk = key_of(area.country, area.code, IN_2018)
    for name, value in other.items():
        setattr(area, name, value)
    return area


def test_versions_of_a_code_never_overlap() -> None:
    again = copy_of(reads.at("cn", "230822", TODAY), valid_from=IN_2018)
    with pytest.raises(IntegrityError, match="area_versions_never_overlap"), transaction.atomic():
        again.save(force_insert=True)


def test_a_version_may_begin_on_the_day_another_ends() -> None:
    old = reads.at("vn", "94", LAST_OF_63)
    copy_of(old, valid_from=TWO_TIERS, valid_to=None).save(force_insert=True)


def test_a_version_ends_after_it_begins() -> None:
    wrong = copy_of(reads.at("vn", "94", LAST_OF_63), valid_from=TODAY, valid_to=IN_2018)
    with pytest.raises(IntegrityError, match="area_ends_after"), transaction.atomic():
        wrong.save(force_insert=True)


# -- the command --------------------------------------------------------------------------------


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(command, arguments)
    return result.exit_code, result.output


def test_the_command_finds_and_looks_back() -> None:
    code, text = run("find", "ke sach", "--country", "vn", "--on", "2026-11-01", "--json")
    assert code == 0
    assert json.loads(text)[0]["path"] == "vn.92.31528."
    code, text = run("was", "92", "--country", "vn", "--on", "2018-06-01", "--lang", "vi")
    assert code == 0
    assert "Tỉnh Sóc Trăng" in text
    assert "cấp tỉnh" in text


def test_the_command_says_when_there_is_nothing() -> None:
    code, text = run("find", "không có đâu", "--on", "2026-11-01", "--lang", "vi")
    assert code == 1
    assert "2026-11-01" in text
    code, text = run("was", "99999", "--country", "vn", "--on", "2018-06-01", "--lang", "zh-Hans")
    assert code == 2
    assert "99999" in text
