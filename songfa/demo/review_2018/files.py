"""Its legal-aid files with their people."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from songfa.access.models import Unit, User
from songfa.access.policy import SYSTEM
from songfa.aid.models import File
from songfa.aid.models import Sequence as Series
from songfa.demo.figures_2018 import (
    FILES,
    Files,
)
from songfa.demo.review_2018.made import FIRST, LAST, PACK, ZONE, Made, name_drawn
from songfa.demo.rows import put
from songfa.people.models import GroupFact, Person
from songfa.people.names import keys_of
from songfa.rules.numbers import Parts, render, series
from songfa.rules.packs.read import load as pack_of
from songfa.rules.packs.schema import NumberTemplate
from songfa.rules.verbs import Verb

SERVICES = {
    "labour_wages": "arbitration",
    "labour_relation": "arbitration",
    "criminal": "criminal_defence",
    "social_assistance": "non_litigation",
}


def make_files(made: Made) -> int:
    keys: dict[str, str] = {}  # a name's keys are worked out once
    persons: list[Person] = []
    facts: list[GroupFact] = []
    files: list[File] = []
    helper = User.objects.get(username=SYSTEM)
    for kind in FILES:
        part = [_file(made, kind, inside, keys, helper) for inside in _ends(made, kind)]
        _recover(
            made,
            kind,
            [f for f in part if f.closed_at and f.closed_at.astimezone(ZONE).date() <= LAST],
        )
        files += part
    files.sort(key=lambda f: f.received_at)
    _number(files)
    for row in files:
        persons.append(row.person)
        facts += _facts(made, row.person)
        _story(made, row)
    for rows in (persons, facts, files):
        put(rows)
    return len(persons) + len(facts) + len(files)


def _ends(made: Made, kind: Files) -> list[bool]:
    """Return for each file whether it ends within the year."""
    closed = kind.closed if kind.closed >= 0 else kind.n - kind.n * made.dice.randint(3, 6) // 100
    ends = [True] * closed + [False] * (kind.n - closed)
    made.dice.shuffle(ends)
    return ends


def _file(made: Made, kind: Files, inside: bool, keys: dict[str, str], helper: User) -> File:  # noqa: FBT001
    unit = made.unit()
    received, closed = _span(made, kind, inside=inside)
    at = made.moment(received)
    decided = at + timedelta(days=made.dice.randint(1, 6), hours=made.dice.randint(-2, 2))
    assigned = decided + timedelta(days=made.dice.randint(0, 2), minutes=made.dice.randint(5, 90))
    matter = made.dice.choice(kind.matters)
    return File(
        id=made.key(),
        created_at=at,
        person=_person(made, kind, unit, at, keys),
        matter=matter,
        service=SERVICES.get(matter, "litigation"),
        groups=list(kind.groups),
        channel=made.dice.choice(("visit", "visit", "visit", "web")),
        received_by=unit,
        campaign=kind.campaign,
        received_at=at,
        decided_at=decided,
        decided_by=helper,
        assigned_at=assigned,
        practitioner=made.dice.choice(made.lawyers[unit.pk]),
        outcome=made.dice.choice(("lost", "advice_given", "settled", "mediated")),
        closed_at=made.moment(closed),
        handed_in_at=made.moment(closed + timedelta(days=made.dice.randint(5, 28))),
        archived_at=made.moment(closed + timedelta(days=made.dice.randint(30, 50))),
        state="archived",
        pack=PACK,
        area=unit.area,
        area_path=unit.area_path,
        unit=unit,
    )


def _span(made: Made, kind: Files, *, inside: bool) -> tuple[date, date]:
    """Return the day of the request and the day of the end; the decision always falls in the year."""
    start = date(2018, 11, 1) if kind.campaign else FIRST
    if inside:
        received = made.day(max(start, date(2018, 1, 2)), date(2018, 11, 20))
        return received, made.day(
            received + timedelta(days=14), min(received + timedelta(days=150), LAST)
        )
    received = made.day(max(start, date(2018, 9, 1)), date(2018, 12, 22))
    return received, made.day(date(2019, 1, 3), date(2019, 5, 31))


def _person(made: Made, kind: Files, unit: Unit, at: datetime, keys: dict[str, str]) -> Person:
    sex = kind.sex or made.dice.choice("FM")
    name = name_drawn(made, sex)
    if name not in keys:
        keys[name] = keys_of(name)
    low, high = kind.ages
    born = FIRST - timedelta(days=made.dice.randint(low * 365 + 30, high * 365 + 300))
    return Person(
        id=made.key(),
        created_at=at,
        name=name,
        name_keys=keys[name],
        sex=sex,
        born=born,
        language="zh",
        groups=list(kind.groups),
        area=unit.area,
        area_path=unit.area_path,
        unit=unit,
    )


def _facts(made: Made, person: Person) -> Iterator[GroupFact]:
    for group in person.groups:
        yield GroupFact(
            id=made.key(),
            created_at=person.created_at,
            person=person,
            group=group,
            since=person.created_at.date(),
            area_id=person.area_id,
            area_path=person.area_path,
            unit_id=person.unit_id,
        )


def _recover(made: Made, kind: Files, ended: Sequence[File]) -> None:
    """Share the money out over two in three of those that ended, and the people over all."""
    winners = [f for f in ended if made.dice.random() < 0.66] or list(ended)
    for row, yuan in zip(winners, made.shares(kind.yuan, len(winners), least=200), strict=True):
        row.recovered, row.currency = yuan * 100, "CNY"
        row.outcome = made.dice.choice(("won", "won", "partly_won", "settled"))
    if kind.people:
        for row, people in zip(ended, made.shares(kind.people, len(ended), least=1), strict=True):
            row.people_helped = people
    if kind.petitions:
        for row, n in zip(ended, made.shares(kind.petitions, len(ended)), strict=True):
            row.petitions_avoided = n


def _number(files: Sequence[File]) -> None:
    """Number them in the order of receipt, one series a unit, and leave each series where it ended."""
    template = pack_of(PACK).get(NumberTemplate, "document", LAST)
    last: dict[UUID, int] = defaultdict(int)
    units = {f.unit_id: f.unit for f in files}
    for row in files:
        last[row.unit_id] += 1
        parts = Parts(2018, last[row.unit_id], letter=row.unit.letter, doc="application")
        row.number = row.request_number = render(template, parts)
    Series.objects.bulk_create(
        Series(
            unit=units[pk],
            series=f"{template.code}/{series(template, str(pk), Parts(2018, 1, doc='application'))}",
            last=n,
        )
        for pk, n in last.items()
    )


def _story(made: Made, row: File) -> None:
    """Leave the lines that the steps of a file leave, so that the trail accounts for its state."""
    made.told(Verb.PEOPLE_ENTER, row.person, row.area_path, row.received_at, new=True)
    steps = (
        (Verb.AID_APPLY, row.received_at, "received"),
        (Verb.AID_GRANT, row.decided_at, "granted"),
        (Verb.AID_ASSIGN, row.assigned_at, "assigned"),
        (Verb.AID_CLOSE, row.closed_at, "closed"),
        (Verb.AID_HAND_IN, row.handed_in_at, "handed_in"),
        (Verb.AID_ARCHIVE, row.archived_at, "archived"),
    )
    before: dict[str, object] = {}
    for verb, at, after in steps:
        assert at is not None
        made.told(verb, row, row.area_path, at, **before, after=after)
        before = {"before": after}
