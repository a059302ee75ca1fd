"""A province of the promised size, invented from a seed: for benches and for looking at full lists.

Rows are streamed with COPY past the doors (a million acts one by one would take hours), so this data has
no trail and must never stand in a real database: it refuses where somebody has worked already.
"""

import json
import random
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db import connection, transaction

from songfa.access.models import Unit
from songfa.access.policy import Actor, system
from songfa.areas import reads as areas
from songfa.areas.models import Area
from songfa.network import actions as network
from songfa.rules.machines import FILE_CLOSED, FILE_ENDS, FILE_HANDLED
from songfa.rules.packs.read import load

SEED = 2026
PACK = "cn-23"
FIRST_DAY = datetime(2023, 1, 1, tzinfo=UTC)
DAYS = 1400
# provincial size: 450 k files and 3.5 M consultations for a million people
FILES_A_PERSON, CONSULTATIONS_A_PERSON = 0.45, 3.5
SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰春梅建国志文"
GROUPS = ("migrant_workers", "disabled", "elderly", "women", "minors", "military_families")
MATTERS = (
    "labour_wages",
    "work_injury",
    "maintenance",
    "traffic_injury",
    "social_insurance",
    "domestic_violence",
)
STATES = (
    ("received",) * 4
    + ("awaiting_papers", "granted")
    + ("assigned",) * 14
    + ("refused",) * 4
    + ("archived",) * 76
)

Row = tuple[object, ...]
Progress = Callable[[str, int], None]


class NotEmpty(RuntimeError):
    """Somebody's work is in this database."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A centre with the townships of its county, ready for rows."""

    unit: Unit
    towns: tuple[tuple[uuid.UUID, str], ...]


def _uuid(random_: random.Random) -> uuid.UUID:
    return uuid.UUID(int=random_.getrandbits(128), version=4)


def _desks(at: datetime) -> list[Desk]:
    """Open a centre in every county of the province that has none."""
    actor = system(PACK)
    province = areas.at("cn", "23", at.date())
    below = list(areas.subtree(province.path, at.date()).order_by("path"))
    towns = [(a.pk, a.path) for a in below if a.level == "township"]
    found = []
    for county in (a for a in below if a.level == "county"):
        unit = Unit.objects.filter(kind="legal_aid_centre", area=county).first() or _open(
            county, actor, at
        )
        inside = tuple(t for t in towns if t[1].startswith(county.path)) or (
            (county.pk, county.path),
        )
        found.append(Desk(unit, inside))
    return found


def _open(county: Area, actor: Actor, at: datetime) -> Unit:
    return network.open_unit(
        actor=actor, name=f"{county.name}法律援助中心", kind="legal_aid_centre", area=county, pack=PACK,
        letter=county.name[0], at=at,
    )  # fmt: skip


def _copy(table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    named = ", ".join(f'"{c}"' for c in columns)
    with connection.cursor() as cursor, cursor.copy(f"copy {table} ({named}) from stdin") as copy:
        for row in rows:
            copy.write_row(row)


def _person(r: random.Random, desk: Desk) -> Row:
    area, path = r.choice(desk.towns)
    name = r.choice(SURNAMES) + "".join(r.choices(GIVEN, k=r.choice((1, 2))))
    born = date(1935, 1, 1) + timedelta(days=r.randrange(32_000))
    groups = r.sample(GROUPS, k=r.choice((0, 1, 1, 1, 2)))
    return (
        _uuid(r), FIRST_DAY, path, name, "", r.choice("FM"), born, b"", "", b"", "", "zh-Hans",
        groups, area, None, desk.unit.pk, b"",
    )  # fmt: skip


PERSON = [
    "id",
    "created_at",
    "area_path",
    "name",
    "name_keys",
    "sex",
    "born",
    "id_number",
    "id_index",
    "phone",
    "phone_index",
    "language",
    "groups",
    "area_id",
    "held_by_id",
    "unit_id",
    "address",
]
FILE_COLUMNS = [
    "id",
    "created_at",
    "area_path",
    "pack",
    "state",
    "request_number",
    "number",
    "relation",
    "matter",
    "service",
    "groups",
    "channel",
    "campaign",
    "told",
    "finding",
    "received_at",
    "missing_papers",
    "papers_received",
    "decided_at",
    "reasons",
    "reasons_text",
    "assigned_at",
    "outcome",
    "recovered",
    "currency",
    "people_helped",
    "petitions_avoided",
    "summary",
    "closed_at",
    "area_id",
    "held_by_id",
    "person_id",
    "received_by_id",
    "unit_id",
]
DUTY = [
    "id",
    "created_at",
    "area_path",
    "code",
    "pack",
    "owed_by",
    "subject",
    "subject_id",
    "label",
    "legal_basis",
    "rule",
    "opened_at",
    "due_at",
    "warn_at",
    "ended_at",
    "end",
    "area_id",
    "held_by_id",
    "unit_id",
]
CONSULTATION = [
    "id",
    "created_at",
    "area_path",
    "channel",
    "matter",
    "groups",
    "campaign",
    "question",
    "answer",
    "times",
    "on",
    "pack",
    "area_id",
    "held_by_id",
    "person_id",
    "unit_id",
]
NOW_OWED = {
    "received": ("review_and_decide", "agency", 7),
    "granted": ("assign_after_grant", "agency", 3),
    "awaiting_papers": ("review_and_decide", "agency", 12),
}


def _file(r: random.Random, n: int, desk: Desk, person: Row, state: str) -> tuple[Row, Row | None]:
    """Return a file and the duty that is open in its state."""
    received = FIRST_DAY + timedelta(days=r.randrange(DAYS), seconds=r.randrange(86_400))
    if state not in FILE_ENDS:
        received = FIRST_DAY + timedelta(days=DAYS - r.randrange(60), seconds=r.randrange(86_400))
    key, number = _uuid(r), f"（{desk.unit.letter}）援申字[{received.year}]第{n}号"
    closed = received + timedelta(days=90) if state in FILE_CLOSED else None
    decided = received + timedelta(days=4) if state in FILE_HANDLED or state == "refused" else None
    assigned = received + timedelta(days=6) if state == "assigned" or closed else None
    money = r.randrange(100_000, 9_000_000) if closed and r.random() < 0.5 else None
    row: Row = (
        key, received, person[2], PACK, state, number, number, "", r.choice(MATTERS), "litigation", person[12],
        "visit", "", b"", "{}", received, [], [], decided, [],
        b"", assigned, "settled" if closed else "", money, "CNY" if money is not None else "", 1, 0, b"",
        closed, person[13], None, person[0], desk.unit.pk, desk.unit.pk,
    )  # fmt: skip
    owed = NOW_OWED.get(state)
    if owed is None:
        return row, None
    code, who, days = owed
    due = received + timedelta(days=days)
    rule = json.dumps(
        {"amount": days, "unit": "days", "roll": "none", "status": "in_force", "calendar": "ok"}
    )
    return row, (
        _uuid(r), received, person[2], code, PACK, who, "aid.File", key, number, "法律援助法 43", rule,
        received, due, due - timedelta(days=2), None, "", person[13], None, desk.unit.pk,
    )  # fmt: skip


def _consultations(r: random.Random, desks: list[Desk], n: int) -> Iterator[Row]:
    channels = ("visit", "hotline", "web", "phone")
    for _ in range(n):
        desk = r.choice(desks)
        area, path = r.choice(desk.towns)
        on = (FIRST_DAY + timedelta(days=r.randrange(DAYS))).date()
        yield (
            _uuid(r), FIRST_DAY, path, r.choice(channels), r.choice(MATTERS), [r.choice(GROUPS)], "",
            b"", b"", 1, on, PACK,
            area, None, None, desk.unit.pk,
        )  # fmt: skip


@transaction.atomic
def build(people: int, at: datetime, tell: Progress) -> dict[str, int]:
    """Fill an empty database with a province of `people` people; the same for the same number.

    Returns how many rows of each kind were made. Raises NotEmpty where files are kept already.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "select exists (select 1 from aid_file), exists (select 1 from people_person)"
        )
        if any(cursor.fetchone()):
            raise NotEmpty
        cursor.execute(
            "set local session_replication_role = replica"
        )  # no versions kept of invented rows
    load(PACK)
    r = random.Random(SEED)  # noqa: S311 - invented data
    desks = _desks(at)
    files, questions = int(people * FILES_A_PERSON), int(people * CONSULTATIONS_A_PERSON)
    tell("people", people)
    crowd = [(d, _person(r, d)) for d in r.choices(desks, k=people)]
    _copy("people_person", PERSON, (p for _, p in crowd))
    tell("files", files)
    duties: list[Row] = []

    def rows() -> Iterator[Row]:
        for n in range(files):
            desk, person = crowd[r.randrange(people)]
            row, duty = _file(r, n + 1, desk, person, r.choice(STATES))
            if duty is not None:
                duties.append(duty)
            yield row

    _copy("aid_file", FILE_COLUMNS, rows())
    tell("duties", len(duties))
    _copy("duties_duty", DUTY, duties)
    tell("consultations", questions)
    _copy("advice_consultation", CONSULTATION, _consultations(r, desks, questions))
    _officer(desks, at)
    return {"people": people, "files": files, "duties": len(duties), "consultations": questions}


def _officer(desks: list[Desk], at: datetime) -> None:
    """Give the first centre an officer and the province a supervisor, by whom pages can be measured."""
    actor = system(PACK)
    area = areas.at("cn", "23", at.date())
    province = Unit.objects.filter(
        kind="province_department", area=area
    ).first() or network.open_unit(
        actor=actor, name="黑龙江省司法厅", kind="province_department", area=area, pack=PACK, at=at
    )
    for username, role, unit in (
        ("scale", "centre_officer", desks[0].unit),
        ("scale-province", "supervisor", province),
    ):
        user = network.enrol(
            actor=actor, username=username, name="满员", password=f"scale-{uuid.uuid4()}", language="zh-Hans", at=at
        )  # fmt: skip
        network.post(actor=actor, user=user, role=role, unit=unit, at=at)


def analyse() -> None:
    """Let the planner know the new sizes."""
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")
