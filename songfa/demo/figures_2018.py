"""What the invented records of Heilongjiang in 2018 add up to: the published figures, shared out over kinds of row.

Published as exact: met exactly. Published as `more than` or `nearly`: a number that is printed so.
Groups overlap, as they do in life: a figure of a group takes every row that names it.
"""

from dataclasses import dataclass

PAY = ("labour_wages",)
FAMILY = ("maintenance", "divorce_property", "inheritance")
INJURY = ("traffic_injury", "work_injury", "medical_injury")
WARM, WOMEN, MILITARY = "warm_winter_100_days", "women_action", "military_care"


@dataclass(frozen=True, slots=True)
class Files:
    """So many files of these groups: what they are about, yuan recovered by those closed in the year, ages."""

    groups: tuple[str, ...]
    n: int
    matters: tuple[str, ...]
    yuan: int
    ages: tuple[int, int] = (22, 58)
    sex: str = ""
    campaign: str = ""
    closed: int = -1  # how many end within the year; -1: nearly all
    people: int = 0  # how many were helped by those that end within the year; 0: one each
    petitions: int = 0


@dataclass(frozen=True, slots=True)
class Heap:
    """So many consultations or copies of these groups, in a campaign or not; `kinds` of materials."""

    groups: tuple[str, ...]
    n: int
    campaign: str = ""
    kinds: tuple[str, ...] = ()


FILES = (
    Files(
        ("migrant_workers",),
        615,
        PAY,
        18_474_900,
        campaign=WARM,
        closed=173,
        people=2060,
        petitions=216,
    ),
    Files(("migrant_workers",), 2966, PAY, 25_765_100),
    Files(
        ("migrant_workers",), 700, ("work_injury", "labour_relation", "traffic_injury"), 9_000_000
    ),
    Files(("disabled", "migrant_workers"), 45, ("work_injury",), 900_000),
    Files(
        ("disabled",),
        880,
        ("social_assistance", *INJURY, "maintenance", "criminal"),
        8_790_000,
        (18, 59),
    ),
    Files(
        ("disabled", "elderly"),
        160,
        ("maintenance", "social_assistance", "traffic_injury"),
        1_400_000,
        (60, 88),
    ),
    Files(
        ("elderly",),
        2209,
        (*FAMILY, "traffic_injury", "medical_injury", "contract"),
        22_764_000,
        (60, 91),
    ),
    Files(("elderly", "military"), 3, ("maintenance",), 96_000, (60, 84)),
    Files(("military",), 24, ("pension", "traffic_injury", "contract"), 902_600, (19, 45)),
    Files(("women",), 1500, FAMILY, 12_000_000, sex="F"),
    Files(
        ("left_behind_women", "women"),
        380,
        ("divorce_property", "maintenance", "land"),
        2_900_000,
        sex="F",
    ),
    Files(("dv_victims", "women"), 320, ("domestic_violence",), 2_207_400, sex="F"),
    Files(("children",), 1150, ("maintenance", "criminal", "traffic_injury"), 9_800_000, (6, 17)),
    Files(
        ("children", "left_behind_children"), 260, ("maintenance", "criminal"), 1_700_000, (6, 17)
    ),
    Files(("poor",), 1240, (*INJURY, "contract", "land"), 12_300_000),
    Files(
        ("subsistence_allowance",), 600, ("social_assistance", "maintenance", "criminal"), 5_000_000
    ),
)

CONSULTATIONS = (
    Heap(("migrant_workers",), 4763, WARM),
    Heap(("migrant_workers",), 5439),
    Heap(("disabled", "migrant_workers"), 120),
    Heap(("disabled",), 4292),
    Heap(("disabled", "elderly"), 300),
    Heap(("elderly",), 8796),
    Heap(("elderly", "military"), 15),
    Heap(("military",), 438),
    Heap(("left_behind_women", "women"), 3046, WOMEN),
    Heap(("women",), 6400),
    Heap(("children",), 4300),
    Heap(("children", "left_behind_children"), 1500),
    Heap(("poor",), 4200),
    Heap(("subsistence_allowance",), 2147),
)

EVENTS = (
    Heap(("migrant_workers",), 40, WARM),
    Heap(("migrant_workers",), 34),
    Heap(("disabled",), 62),
    Heap(("left_behind_women", "women"), 145, WOMEN),
    Heap(("military",), 43, MILITARY),
    Heap(("elderly",), 132, "elderly_care"),
    Heap(("children",), 50),
)

HANDED = ("leaflet", "handbook", "poster", "gift")
MATERIALS = (
    Heap(("migrant_workers",), 34_300, WARM, HANDED),
    Heap(("left_behind_women", "women"), 60_420, WOMEN, HANDED),
    Heap(("elderly",), 35_260, "elderly_care", HANDED),
    Heap(("military",), 9_960, MILITARY, HANDED),
    Heap(("military",), 2_934, MILITARY, ("book",)),
    Heap(("disabled",), 30_180, "", ("contact_card", "service_guide", "braille")),
    Heap(("disabled",), 10_200, "", HANDED),
    Heap(("children",), 15_146, "", HANDED),
)

PARTNER_CITIES = 225
SERVICE_TEAMS = 10
