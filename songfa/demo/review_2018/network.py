"""Its units, teams and practitioners."""

from datetime import date, datetime, time
from uuid import UUID, uuid5

from django.db.models import Q
from psycopg.types.range import DateRange

from songfa.access.models import Unit
from songfa.areas.models import Area
from songfa.areas.reads import at as area_at
from songfa.areas.reads import subtree
from songfa.demo.figures_2018 import (
    SERVICE_TEAMS,
)
from songfa.demo.review_2018.made import FIRST, LAST, PACK, ZONE, Made, name_drawn
from songfa.demo.rows import put
from songfa.network.models import Practitioner
from songfa.rules.verbs import Verb

PROVINCE = "23"
DAQING = "2306"
SPACE = UUID("0b6f2f0a-7d0b-5a54-8f1e-20180000c023")
CENTRE = "legal_aid_centre"
FOUNDED = date(2003, 9, 1)


def team_key(n: int) -> UUID:
    return uuid5(SPACE, f"team {n}")


def make_units(made: Made) -> int:
    """One centre for the province, each city and each county that stood all year; one that is there already serves."""
    province = area_at("cn", PROVINCE, FIRST)
    stood = subtree(province.path, FIRST).filter(Q(valid_to__isnull=True) | Q(valid_to__gt=LAST))
    areas = list(stood.filter(level__in=("province", "prefecture", "county")).order_by("path"))
    there = {
        u.area_id: u
        for u in Unit.objects.filter(kind=CENTRE, area__in=areas).select_related("area")
    }
    by_path: dict[str, Unit] = {}
    fresh: list[Unit] = []
    opened = datetime.combine(FOUNDED, time(9), ZONE)
    for area in areas:
        unit = there.get(area.pk) or _centre(area, by_path.get(_above(area.path)), opened)
        by_path[area.path] = unit
        made.units.append(unit)
        made.weights.append(
            {"province": 1, "prefecture": 30}.get(area.level) or made.dice.randint(25, 140)
        )
        if area.pk not in there:
            fresh.append(unit)
            made.told(
                Verb.ACCESS_MANAGE, unit, unit.area_path, opened, act="open_unit", kind=unit.kind
            )
    put(fresh)
    teams = _teams(
        made, by_path[area_at("cn", DAQING, FIRST).path], opened.replace(year=2018, month=3)
    )
    return len(fresh) + teams + _practitioners(made, opened)


def _centre(area: Area, above: Unit | None, at: datetime) -> Unit:
    return Unit(
        id=uuid5(SPACE, f"unit {area.code}"),
        created_at=at,
        name=f"{area.name}法律援助中心",
        kind=CENTRE,
        pack=PACK,
        letter=area.name[0],
        area=area,
        area_path=area.path,
        parent=above,
        valid=DateRange(FOUNDED, None),
    )


def _above(path: str) -> str:
    return path[: path.rstrip(".").rfind(".") + 1]


def _teams(made: Made, city: Unit, at: datetime) -> int:
    teams = [
        Unit(
            id=team_key(n),
            created_at=at,
            name=f"{city.area.name}农民工法律服务第{n}分队",
            kind="service_team",
            pack=PACK,
            area=city.area,
            area_path=city.area_path,
            parent=city,
            valid=DateRange(at.date(), date(2019, 3, 1)),
        )
        for n in range(1, SERVICE_TEAMS + 1)
    ]
    put(teams)
    for team in teams:
        made.told(Verb.ACCESS_MANAGE, team, team.area_path, at, act="open_unit", kind=team.kind)
    return len(teams)


def _practitioners(made: Made, at: datetime) -> int:
    rows = []
    for unit in made.units:
        made.lawyers[unit.pk] = []
        for _ in range(3):
            row = Practitioner(
                id=made.key(),
                created_at=at,
                name=name_drawn(made, made.dice.choice("FM")),
                kind="lawyer",
                practising_since=date(made.dice.randint(1994, 2015), 7, 1),
                skills=[],
                languages=["zh"],
                area=unit.area,
                area_path=unit.area_path,
                unit=unit,
            )
            made.lawyers[unit.pk].append(row)
            rows.append(row)
            made.told(Verb.ACCESS_MANAGE, row, row.area_path, at, act="register")
    put(rows)
    return len(rows)
