"""The committed tables into the database: by COPY, and only what differs is written."""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID, uuid5

from django.db import connection, transaction
from psycopg import sql

from songfa.areas import names
from songfa.areas.codes import COUNTRIES, label, level, root
from songfa.areas.models import Area, Succession

# the same unit and first day give the same key in every installation
SPACE = UUID("6f1c3c0e-5d0f-5c53-9d4e-6b1a6a9a7a10")
LOCK = 7_204_113
ONE_DAY = timedelta(days=1)
AREA = [
    "id",
    "country",
    "code",
    "level",
    "kind",
    "name",
    "name_en",
    "parent_id",
    "path",
    "depth",
    "valid_from",
    "valid_to",
    "keys",
]
SUCCESSION = ["id", "old_id", "new_id", "on", "kind", "to_the_day"]
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows of a table a load added, changed and removed."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    @property
    def total(self) -> int:
        return self.added + self.changed + self.removed


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load found in the tables and wrote to the database."""

    units: int
    successions: int
    area: Written
    succession: Written


@dataclass(slots=True)
class _Unit:
    """One line of a table on its way into the database."""

    country: str
    code: str
    valid_from: date
    valid_to: date | None
    kind: str
    name: str
    parent: str
    spoken: str
    above: "_Unit | None" = None
    key: UUID = field(init=False)

    def __post_init__(self) -> None:
        self.key = key_of(self.country, self.code, self.valid_from)

    @property
    def path(self) -> str:
        high = self.above.path if self.above else root(self.country)
        return f"{high}{label(self.country, self.code)}."

    @property
    def row(self) -> Row:
        facts = (self.country, self.kind, self.name, self.spoken)
        path = self.path
        return (
            self.key,
            self.country,
            self.code,
            level(self.country, self.code),
            self.kind,
            self.name,
            names.english(*facts),
            self.above.key if self.above else None,
            path,
            path.count(".") - 1,
            self.valid_from,
            self.valid_to,
            names.keys(*facts),
        )


def key_of(country: str, code: str, since: date) -> UUID:
    """Return the key of the version of a unit that began on a day."""
    return uuid5(SPACE, f"{country} {code} {since}")


def _lines(name: str) -> Iterator[dict[str, str]]:
    with gzip.open(names.DATA / f"{name}.tsv.gz", "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _above(unit: _Unit, versions: list[_Unit]) -> _Unit:
    """Return the version of the unit above that stands on this unit's last day."""
    last = unit.valid_to - ONE_DAY if unit.valid_to else date.max
    return max((v for v in versions if v.valid_from <= last), key=lambda v: v.valid_from)


def _units(country: str) -> list[_Unit]:
    units = [
        _Unit(
            country,
            line["code"],
            date.fromisoformat(line["valid_from"]),
            _day(line["valid_to"]),
            line["kind"],
            line["name"],
            line["parent"],
            line["spoken"],
        )
        for line in _lines(country)
    ]
    versions: dict[str, list[_Unit]] = defaultdict(list)
    for unit in units:
        versions[unit.code].append(unit)
    for unit in units:
        if unit.parent:
            unit.above = _above(unit, versions[unit.parent])
    return units


def _successions(country: str) -> Iterator[Row]:
    for line in _lines(f"{country}-successions"):
        old = key_of(country, line["old"], date.fromisoformat(line["old_from"]))
        since = _day(line["new_from"])
        new = key_of(country, line["new"], since) if since else None
        key = uuid5(SPACE, f"{old} {new or ''}")
        yield key, old, new, line["on"], line["kind"], line["to_the_day"] == "1"


def _columns(table: str, columns: Iterable[str]) -> sql.Composed:
    return sql.SQL(", ").join(sql.Identifier(table, column) for column in columns)


def _stage(table: str, columns: list[str], rows: Iterable[Row]) -> int:
    """Put the rows into a temporary table `incoming`; return how many they are."""
    named = sql.SQL(", ").join(map(sql.Identifier, columns))
    count = 0
    with connection.cursor() as cursor:
        cursor.execute("drop table if exists incoming")
        cursor.execute(
            sql.SQL(
                "create temp table incoming on commit drop as select {} from {} limit 0"
            ).format(named, sql.Identifier(table))
        )
        with cursor.copy(sql.SQL("copy incoming ({}) from stdin").format(named)) as copy:
            for row in rows:
                copy.write_row(row)
                count += 1
        cursor.execute("alter table incoming add primary key (id)")
        cursor.execute("analyze incoming")
    return count


def _remove(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            sql.SQL(
                "delete from {} t where not exists (select from incoming i where i.id = t.id)"
            ).format(sql.Identifier(table))
        )
        return int(cursor.rowcount)


def _write(table: str, columns: list[str]) -> Written:
    """Change and add; the changes first, so that what ends has ended before its heir begins."""
    parts = {
        "table": sql.Identifier(table),
        "names": sql.SQL(", ").join(map(sql.Identifier, columns)),
        "mine": _columns("t", columns),
        "theirs": _columns("i", columns),
    }
    with connection.cursor() as cursor:
        cursor.execute(
            sql.SQL(
                "update {table} t set ({names}) = ({theirs}) from incoming i"
                " where i.id = t.id and ({mine}) is distinct from ({theirs})"
            ).format(**parts)
        )
        changed = cursor.rowcount
        cursor.execute(
            sql.SQL(
                "insert into {table} ({names}) select {theirs} from incoming i"
                " where not exists (select from {table} t where t.id = i.id)"
            ).format(**parts)
        )
        return Written(added=cursor.rowcount, changed=changed)


def load_all() -> Loaded:
    """Bring the territory of every country into the database; a second time changes nothing.

    A unit that the tables no longer hold is removed. When something still points at it, the
    database refuses (IntegrityError) and nothing at all is changed.
    """
    areas, successions = Area._meta.db_table, Succession._meta.db_table
    units = [unit for country in COUNTRIES for unit in _units(country)]
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
        known = [row for country in COUNTRIES for row in _successions(country)]
        said = _stage(successions, SUCCESSION, known)
        gone = _remove(successions)
        held = _stage(areas, AREA, (unit.row for unit in units))
        lost = _remove(areas)
        area = replace(_write(areas, AREA), removed=lost)
        _stage(successions, SUCCESSION, known)
        succession = replace(_write(successions, SUCCESSION), removed=gone)
    if area.total or succession.total:
        with connection.cursor() as cursor:
            for table in (areas, successions):
                cursor.execute(sql.SQL("analyze {}").format(sql.Identifier(table)))
    return Loaded(held, said, area, succession)
