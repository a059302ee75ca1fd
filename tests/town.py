"""Fixed places, units and people of both countries, for the tests of rooms and pages. All people are invented."""

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime

from songfa.access.house import ensure_system_accounts
from songfa.access.models import Unit, User
from songfa.access.policy import Actor, acting, system
from songfa.areas.models import Area
from songfa.network import actions as network
from songfa.network.models import Practitioner

NOON = datetime(2026, 11, 18, 4, 0, tzinfo=UTC)  # Wednesday noon in China
SINCE = datetime(2020, 1, 2, 4, 0, tzinfo=UTC)
PASSWORD = "paper-seal-lantern"

PLACES = (
    # country, code, level, kind, name, name_en, parent
    ("cn", "230000", "province", "省", "黑龙江省", "Heilongjiang", None),
    ("cn", "230800", "prefecture", "市", "佳木斯市", "Jiamusi", "230000"),
    ("cn", "230822", "county", "县", "桦南县", "Huanan", "230800"),
    ("cn", "230822100", "township", "镇", "桦南镇", "Huanan Town", "230822"),
    ("cn", "230822101", "township", "镇", "土龙山镇", "Tulongshan", "230822"),
    ("cn", "230826", "county", "县", "桦川县", "Huachuan", "230800"),
    ("vn", "92", "province", "thành phố", "Thành phố Cần Thơ", "Can Tho", None),
    ("vn", "31507", "commune", "phường", "Phường Sóc Trăng", "Soc Trang", "92"),
    ("vn", "31528", "commune", "xã", "Xã Kế Sách", "Ke Sach", "92"),
)
UNITS = (
    # key, name, kind, pack, area, letter, parent
    ("province", "黑龙江省司法厅", "province_department", "cn-23", "230000", "黑", None),
    ("bureau", "桦南县司法局", "county_bureau", "cn-23", "230822", "桦", "province"),
    ("centre", "桦南县法律援助中心", "legal_aid_centre", "cn-23", "230822", "桦", "bureau"),
    ("station", "桦南镇公共法律服务工作站", "township_station", "cn-23", "230822100", "", "centre"),
    (
        "station2",
        "土龙山镇公共法律服务工作站",
        "township_station",
        "cn-23",
        "230822101",
        "",
        "centre",
    ),
    ("firm", "桦南明灯律师事务所", "law_firm", "cn-23", "230822", "", None),
    ("federation", "桦南县残疾人联合会", "federation", "cn-23", "230822", "", None),
    ("other", "桦川县法律援助中心", "legal_aid_centre", "cn-23", "230826", "川", "province"),
    (
        "vn_centre",
        "Trung tâm Trợ giúp pháp lý nhà nước thành phố Cần Thơ",
        "legal_aid_centre",
        "vn-92",
        "92",
        "TT",
        None,
    ),
    ("vn_commune", "UBND phường Sóc Trăng", "commune_committee", "vn-92", "31507", "", None),
)
PEOPLE = (
    # key, name, role, unit, language
    ("officer", "周岚", "centre_officer", "centre", "zh-Hans"),
    ("colleague", "韩松", "centre_officer", "centre", "zh-Hans"),
    ("head", "魏敏", "centre_head", "centre", "zh-Hans"),
    ("worker", "于春", "station_worker", "station", "zh-Hans"),
    ("worker2", "郭立", "station_worker", "station2", "zh-Hans"),
    ("contact", "姜雪", "contact_worker", "station", "zh-Hans"),
    ("lawyer", "何平", "practitioner", "firm", "zh-Hans"),
    ("federal", "宋佳", "federation_worker", "federation", "zh-Hans"),
    ("supervisor", "梁栋", "supervisor", "province", "zh-Hans"),
    ("counter", "唐宁", "statistician", "province", "zh-Hans"),
    ("keeper", "田野", "administrator", "bureau", "zh-Hans"),
    ("stranger", "孟晓", "centre_officer", "other", "zh-Hans"),
    ("vn_officer", "Trần Thị Mai", "centre_officer", "vn_centre", "vi"),
    ("vn_head", "Lê Văn Hòa", "centre_head", "vn_centre", "vi"),
    ("vn_worker", "Nguyễn Thị Lan", "station_worker", "vn_commune", "vi"),
    ("vn_helper", "Phạm Quốc Bảo", "practitioner", "vn_centre", "vi"),
)


@dataclass(frozen=True, slots=True)
class Town:
    """Everything by its key: `town.units["centre"]`, `town.actor("officer")`."""

    areas: dict[str, Area]
    units: dict[str, Unit]
    users: dict[str, User]
    practitioners: dict[str, Practitioner]
    noon: datetime = NOON

    def actor(self, key: str, on: date | None = None) -> Actor:
        posting = self.users[key].postings.select_related("unit__area", "user").get()
        return acting(posting, on or NOON.date())


def _areas() -> dict[str, Area]:
    made: dict[str, Area] = {}
    for country, code, level, kind, name, name_en, above in PLACES:
        parent = made.get(above or "")
        segment = code.rstrip("0") if country == "cn" and level == "province" else code
        segment = code[:4] if level == "prefecture" else segment
        path = f"{parent.path}{segment}." if parent else f"{country}.{segment}."
        made[code] = Area.objects.create(
            id=uuid.uuid5(uuid.NAMESPACE_OID, f"{country}{code}"), country=country, code=code, level=level, kind=kind,
            name=name, name_en=name_en, parent=parent, path=path, depth=path.count(".") - 1, keys=name.lower(),
            valid_from=date(1983, 1, 1),
        )  # fmt: skip
    return made


def build() -> Town:
    """Make the town. Stays within the caller's transaction."""
    ensure_system_accounts(at=SINCE)
    areas = _areas()
    units: dict[str, Unit] = {}
    for key, name, kind, pack, area, letter, above in UNITS:
        units[key] = network.open_unit(
            actor=system(pack), name=name, kind=kind, area=areas[area], pack=pack, letter=letter,
            parent=units.get(above or ""), at=SINCE,
        )  # fmt: skip
    users: dict[str, User] = {}
    practitioners: dict[str, Practitioner] = {}
    for key, name, role, unit, language in PEOPLE:
        house = system(units[unit].pack)
        users[key] = network.enrol(
            actor=house, username=key, name=name, password=PASSWORD, language=language, at=SINCE
        )
        network.post(actor=house, user=users[key], role=role, unit=units[unit], at=SINCE)
        if role == "practitioner":
            practitioners[key] = network.register(
                actor=house, user=users[key], unit=units[unit],
                kind="lawyer" if key == "lawyer" else "legal_aid_officer",
                skills=["labour_wages"], languages=[language], since=date(2015, 6, 1), at=SINCE,
            )  # fmt: skip
    return Town(areas, units, users, practitioners)
