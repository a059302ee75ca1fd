"""Make vn.tsv.gz and vn-successions.tsv.gz from the official codes before and after 2025-07-01.

    python -m songfa.areas.data.make.vietnam UNITS CONVERSION

UNITS is the unpacked package `vietnamadminunits` (its data/dataset.db), CONVERSION the unpacked
package `vietnam-provinces` (its table of old and new communes). What a commune became is kept when
both say it, or when only the first knows the commune.
"""

import importlib.util
import json
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from songfa.areas.codes import VIETNAM, level
from songfa.areas.data.make.tables import Link, Pair, Version, links, write
from songfa.areas.names import fold, kind_of

# Resolution 15/2008/QH12: the 63 provinces as they stood until 2025-07-01
HORIZON = date(2008, 8, 1)
TWO_TIERS = date(2025, 7, 1)
# before the lists: (day, code, name until then). Resolution 175/2024/QH15
EARLIER = ((date(2025, 1, 1), "46", "Tỉnh Thừa Thiên Huế"),)
# after the sources: (day, code, new name); each with its resolution in SOURCES.md
DONG_NAI, QUANG_NINH, BAC_NINH = date(2026, 4, 30), date(2026, 9, 1), date(2026, 9, 20)
CITIES = (
    (DONG_NAI, "75", "Thành phố Đồng Nai"),
    (QUANG_NINH, "22", "Thành phố Quảng Ninh"),
    (BAC_NINH, "24", "Thành phố Bắc Ninh"),
)
WARDS = (
    (
        DONG_NAI,
        "26326 25363 26368 25270 26485 25357 26116 26248 26170 26425",
    ),
    (
        BAC_NINH,
        "07294 07375 07399 07444 07840 09193 09292 09313 09319 09454 09475 09496",
    ),
)
Old = tuple[str, str, str, str, str, str]


def version(code: str, since: date, until: date | None, name: str, parent: str) -> Version:
    name = name[:1].upper() + name[1:]
    name = name.replace("Thị Trấn ", "Thị trấn ")
    kind = kind_of(VIETNAM, level(VIETNAM, code), name)
    return Version(code, since, until, kind, name, parent, "")


def _old(base: sqlite3.Connection) -> dict[str, Version]:
    rows = base.execute(
        "select provinceCode, province, districtCode, district, wardCode, ward"
        " from admin_units_legacy"
    )
    units: dict[str, Version] = {}
    for province, province_name, district, district_name, commune, commune_name in rows:
        units[province] = version(province, HORIZON, TWO_TIERS, province_name, "")
        units[district] = version(district, HORIZON, TWO_TIERS, district_name, province)
        if commune:
            units[commune] = version(commune, HORIZON, TWO_TIERS, commune_name, district)
    return units


def _new(base: sqlite3.Connection) -> dict[str, Version]:
    rows = base.execute("select provinceCode, province, wardCode, ward from admin_units")
    units: dict[str, Version] = {}
    for province, province_name, commune, commune_name in rows:
        units[province] = version(province, TWO_TIERS, None, province_name, "")
        units[commune] = version(commune, TWO_TIERS, None, commune_name, province)
    return units


def _said_by_units(folder: Path, base: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Give (old, new) for communes; the district stands for itself on five islands."""
    old = {
        "_".join((province, district, commune or "")): code or district_code
        for province, district, commune, code, district_code in base.execute(
            "select provinceKey, districtKey, wardKey, wardCode, districtCode"
            " from admin_units_legacy"
        )
    }
    new = {
        (province, commune): code
        for province, commune, code in base.execute(
            "select provinceKey, wardKey, wardCode from admin_units"
        )
    }
    table = json.loads((folder / "data" / "converter_2025.json").read_text(encoding="utf-8"))
    for province, communes in table["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for commune, parts in communes.items():
            yield from ((old[part], new[province, commune]) for part in parts)
    for province, divided in table["DICT_PROVINCE_WARD_DIVIDED"].items():
        for part, heirs in divided.items():
            yield from ((old[part], new[province, heir["newWardKey"]]) for heir in heirs)


def _said_by_conversion(folder: Path) -> set[tuple[str, str]]:
    found = importlib.util.spec_from_file_location(
        "conversion", folder / "_ward_conversion_2025.py"
    )
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return {
        (f"{old:05d}", f"{heir.code:05d}")
        for old, entry in module.OLD_TO_NEW.items()
        for heir in entry.new_wards
    }


def _province_pairs(
    communes: set[tuple[str, str]], old: dict[str, Version], new: dict[str, Version]
) -> set[tuple[str, str]]:
    """A province became those provinces in which its communes lie now."""
    provinces = set()
    for a, b in communes:
        district = old[a] if len(a) == 3 else old[old[a].parent]
        provinces.add((district.parent, new[b].parent))
    return provinces


def _kept(
    old: dict[str, Version], new: dict[str, Version], pairs: set[tuple[str, str]]
) -> set[str]:
    """Give the provinces that went through 2025-07-01 as they were."""
    into: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        into[b].add(a)
    return {
        code
        for code, parts in into.items()
        if parts == {code} and fold(old[code].name) == fold(new[code].name)
    }


def _later(units: dict[str, Version]) -> Iterator[tuple[Version, Version, Version]]:
    """Give (unit in the list, it until the change, it from the change on) for those of 2026."""
    changes = list(CITIES)
    for day, codes in WARDS:
        changes += [(day, c, "Phường" + units[c].name.removeprefix("Xã")) for c in codes.split()]
    for day, code, name in changes:
        now = units[code]
        before = version(code, now.valid_from, day, now.name, now.parent)
        yield now, before, version(code, day, None, name, now.parent)


def build(units: Path, conversion: Path) -> tuple[list[Version], list[Link]]:
    """Return every version of every unit, and what became of each."""
    base = sqlite3.connect(units / "data" / "dataset.db")
    old, new = _old(base), _new(base)
    said = set(_said_by_units(units, base))
    confirmed = _said_by_conversion(conversion)
    known = {a for a, _ in confirmed}
    # five island districts without communes, and communes that the second source leaves out
    alone = {pair for pair in said if pair[0] not in known}
    communes = (said & confirmed) | alone
    provinces = _province_pairs(communes, old, new)
    kept = _kept(old, new, provinces)
    for code in kept:
        whole = version(code, HORIZON, None, old[code].name, "")
        old[code] = new[code] = whole
    pairs = [
        Pair(TWO_TIERS, old[a], new[b], to_the_day=True)
        for a, b in communes | {p for p in provinces if p[0] not in kept or p[1] not in kept}
    ]
    held = {a for a, _ in communes}
    pairs += [
        Pair(TWO_TIERS, unit, None, to_the_day=True)
        for code, unit in old.items()
        if len(code) == 3 and code not in held
    ]
    for now, before, after in _later(new):
        pairs = [replace(p, new=before if p.new == now else p.new) for p in pairs]
        pairs.append(Pair(after.valid_from, before, after, to_the_day=True))
        if old.get(now.code) == now:
            old[now.code] = before
        new[now.code] = before
        new[f"{now.code} {after.valid_from}"] = after
    every = {*old.values(), *new.values()}
    for day, code, name in EARLIER:
        whole = old[code]
        before = version(code, whole.valid_from, day, name, whole.parent)
        after = version(code, day, whole.valid_to, whole.name, whole.parent)
        pairs.append(Pair(day, before, after, to_the_day=True))
        every = (every - {whole}) | {before, after}
    return list(every), links(pairs)


if __name__ == "__main__":
    versions, successions = build(Path(sys.argv[1]), Path(sys.argv[2]))
    counts = (
        write("vn.tsv.gz", Version, versions),
        write("vn-successions.tsv.gz", Link, successions),
    )
    sys.stdout.write(f"{counts[0]} versions, {counts[1]} successions\n")
