"""The demo's offices: a county of Heilongjiang with its townships, a commune of Cần Thơ, an account for each role.

Places are real, the people are invented. Everything goes through the rooms' actions, so that the trail holds it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from songfa.access.models import Posting, Unit, User
from songfa.access.policy import Actor, system
from songfa.areas import reads as areas
from songfa.areas.models import Area
from songfa.network import actions as network
from songfa.network.models import Practitioner

PASSWORD = "songfa-demo-2026"  # noqa: S105 - printed on every demo's screen; never made outside a demo
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Office:
    """A unit to be: `key` names it here, `above` its parent."""

    key: str
    name: str
    kind: str
    area: str
    letter: str = ""
    above: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A person to be, in a role of an office."""

    username: str
    name: str
    role: str
    office: str


@dataclass(frozen=True, slots=True)
class Land:
    """One country's part of the demo."""

    country: str
    pack: str
    language: str
    offices: tuple[Office, ...]
    places: tuple[Place, ...]
    lawyers: tuple[Place, ...]
    lawyer_kind: str


CHINA = Land(
    country="cn",
    pack="cn-23",
    language="zh-Hans",
    offices=(
        Office("province", "黑龙江省司法厅", "province_department", "230000", "黑"),
        Office("city", "佳木斯市司法局", "city_bureau", "230800", "佳", "province"),
        Office("bureau", "桦南县司法局", "county_bureau", "230822", "桦", "city"),
        Office("centre", "桦南县法律援助中心", "legal_aid_centre", "230822", "桦", "bureau"),
        Office("federation", "桦南县残疾人联合会", "federation", "230822"),
        Office("firm", "桦南明灯律师事务所", "law_firm", "230822"),
        Office("firm2", "桦南松涛律师事务所", "law_firm", "230822"),
        Office("neighbour", "桦川县法律援助中心", "legal_aid_centre", "230826", "川", "city"),
    ),
    places=(
        Place("zhou", "周岚", "centre_officer", "centre"),
        Place("wei", "魏敏", "centre_head", "centre"),
        Place("yu", "于春", "station_worker", "station"),
        Place("jiang", "姜雪", "contact_worker", "station"),
        Place("song", "宋佳", "federation_worker", "federation"),
        Place("qin", "秦朗", "centre_head", "bureau"),
        Place("guo", "郭诚", "supervisor", "bureau"),
        Place("liang", "梁栋", "supervisor", "province"),
        Place("tang", "唐宁", "statistician", "province"),
        Place("tian", "田野", "administrator", "bureau"),
        Place("meng", "孟晓", "centre_officer", "neighbour"),
    ),
    lawyers=(
        Place("he", "何平", "practitioner", "firm"),
        Place("liangyue", "梁悦", "practitioner", "firm"),
        Place("ren", "任远", "practitioner", "firm2"),
    ),
    lawyer_kind="lawyer",
)
VIETNAM = Land(
    country="vn",
    pack="vn-92",
    language="vi",
    offices=(
        Office("department", "Sở Tư pháp thành phố Cần Thơ", "justice_department", "92", "STP"),
        Office(
            "centre",
            "Trung tâm Trợ giúp pháp lý nhà nước thành phố Cần Thơ",
            "legal_aid_centre",
            "92",
            "TT",
            "department",
        ),
        Office(
            "branch",
            "Chi nhánh số 1, Trung tâm Trợ giúp pháp lý nhà nước",
            "legal_aid_branch",
            "31507",
            "CN1",
            "centre",
        ),
        Office("commune", "UBND phường Sóc Trăng", "commune_committee", "31507", "", "department"),
        Office("commune2", "UBND xã Kế Sách", "commune_committee", "31528", "", "department"),
    ),
    places=(
        Place("mai", "Trần Thị Mai", "centre_officer", "centre"),
        Place("hoa", "Lê Văn Hòa", "centre_head", "centre"),
        Place("tam", "Lâm Văn Tám", "centre_officer", "branch"),
        Place("lan", "Nguyễn Thị Lan", "station_worker", "commune"),
        Place("sang", "Danh Sang", "contact_worker", "commune2"),
        Place("phuc", "Võ Hồng Phúc", "supervisor", "department"),
        Place("thao", "Bùi Phương Thảo", "statistician", "department"),
        Place("dat", "Đặng Tiến Đạt", "administrator", "department"),
    ),
    lawyers=(
        Place("bao", "Phạm Quốc Bảo", "practitioner", "centre"),
        Place("ngoc", "Thạch Thị Ngọc", "practitioner", "branch"),
    ),
    lawyer_kind="legal_aid_officer",
)
LANDS = (CHINA, VIETNAM)


def build(at: datetime, since: datetime, say: Progress) -> None:
    """Open what is missing; a second time changes nothing. `since` is when offices and postings begin."""
    for land in LANDS:
        say(land.country)
        actor = system(land.pack)
        units = {o.key: o for o in land.offices}
        made: dict[str, Unit] = {}
        for office in (*units.values(), *_stations(land, at)):
            made[office.key] = _unit(land, office, made, actor, at, since)
        for place in (*land.places, *land.lawyers):
            user = _account(land, place, actor, at)
            _posting(place, user, made[place.office], actor, since)
        for n, place in enumerate(land.lawyers):
            _practitioner(land, place, n, actor, at)


def _stations(land: Land, at: datetime) -> Iterator[Office]:
    """Give every township of the county a station."""
    if land.country != "cn":
        return
    county = areas.at("cn", "230822", at.date())
    towns = [t for t in areas.children(county, at.date()) if t.level == "township"]
    towns.sort(key=lambda t: not t.name.startswith(county.name[:-1]))  # the county's seat first
    for n, town in enumerate(towns):
        key = "station" if n == 0 else f"station{n + 1}"
        yield Office(
            key, f"{town.name}公共法律服务工作站", "township_station", town.code, "", "centre"
        )


def _unit(
    land: Land, office: Office, made: dict[str, Unit], actor: Actor, at: datetime, since: datetime
) -> Unit:
    found = Unit.objects.filter(name=office.name, kind=office.kind, area__code=office.area).first()
    if found is not None:
        return found
    area: Area = areas.at(land.country, office.area, at.date())
    return network.open_unit(
        actor=actor, name=office.name, kind=office.kind, area=area, pack=land.pack, letter=office.letter,
        parent=made.get(office.above), at=since,
    )  # fmt: skip


def _account(land: Land, place: Place, actor: Actor, at: datetime) -> User:
    found = User.objects.filter(username=place.username).first()
    return found or network.enrol(
        actor=actor,
        username=place.username,
        name=place.name,
        password=PASSWORD,
        language=land.language,
        at=at,
    )


def _posting(place: Place, user: User, unit: Unit, actor: Actor, since: datetime) -> None:
    if not Posting.objects.filter(user=user, role=place.role, unit=unit).exists():
        network.post(actor=actor, user=user, role=place.role, unit=unit, at=since)


SKILLS = (
    ["labour_wages", "work_injury"],
    ["maintenance", "domestic_violence"],
    ["land", "contract"],
)
SPOKEN = (["zh-Hans", "sign"], ["zh-Hans"], ["zh-Hans", "en"])
SPOKEN_VN = (["vi", "khmer"], ["vi"])


def _practitioner(land: Land, place: Place, n: int, actor: Actor, at: datetime) -> None:
    user = User.objects.get(username=place.username)
    if Practitioner.objects.filter(held_by=user).exclude(skills=[]).exists():
        return
    spoken = SPOKEN if land.country == "cn" else SPOKEN_VN
    network.register(
        actor=actor, user=user, unit=user.postings.get().unit, kind=land.lawyer_kind, skills=SKILLS[n],
        languages=spoken[n], since=date(2014 + 2 * n, 7, 1), at=at,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Account:
    """A line of the list that the demo prints."""

    username: str
    password: str
    name: str
    role: str
    unit: str
    pack: str


def accounts() -> list[Account]:
    """Return the demo's accounts that exist, in the order of the tables above."""
    order = [p.username for land in LANDS for p in (*land.places, *land.lawyers)]
    held = Posting.objects.filter(user__username__in=order).select_related("user", "unit")
    known = {p.user.username: p for p in held}
    return [
        Account(name, PASSWORD, p.user.name, p.role, p.unit.name, p.unit.pack)
        for name in order
        if (p := known.get(name)) is not None
    ]
