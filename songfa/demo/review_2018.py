"""`heilongjiang-2018`: invented records over the real counties of Heilongjiang and over the year 2018.

Reproducible from its seed, in one transaction; a second time changes nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.db.models import Q
from psycopg.types.range import DateRange

from songfa.access.models import Unit, User
from songfa.access.policy import SYSTEM, system
from songfa.advice.models import Consultation
from songfa.aid.models import File
from songfa.aid.models import Sequence as Series
from songfa.areas.models import Area
from songfa.areas.reads import at as area_at
from songfa.areas.reads import subtree
from songfa.audit.door import Act, record_many
from songfa.base.models import Row
from songfa.demo.figures_2018 import (
    CONSULTATIONS,
    EVENTS,
    FILES,
    MATERIALS,
    PARTNER_CITIES,
    SERVICE_TEAMS,
    Files,
    Heap,
)
from songfa.demo.rows import put
from songfa.network.models import Agreement, Practitioner
from songfa.outreach.models.event import Distribution, Event
from songfa.people.models import GroupFact, Person
from songfa.people.names import keys_of
from songfa.rules.numbers import Parts, render, series
from songfa.rules.packs.read import load as pack_of
from songfa.rules.packs.schema import NumberTemplate
from songfa.rules.verbs import Verb

SEED, PACK, PROVINCE, DAQING = 2018, "cn-23", "23", "2306"
SPACE = UUID("0b6f2f0a-7d0b-5a54-8f1e-20180000c023")
ZONE = ZoneInfo("Asia/Shanghai")
FIRST, LAST = date(2018, 1, 1), date(2018, 12, 31)
CENTRE = "legal_aid_centre"
FOUNDED = date(2003, 9, 1)
MUNICIPALITIES = ("110000", "120000", "310000", "500000")

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"  # noqa: E501
GIVEN_F = "秀英桂兰淑珍玉梅凤芹丽华春霞红艳敏静慧雪晶琳娜颖莹冬青巧云"
GIVEN_M = "建国志强文明永刚海涛春生德山振东立军长林宝成凯旋鹏飞家宁树森"
CHANNELS = ("visit", "visit", "hotline", "hotline", "hotline", "phone", "web")
EVENT_KINDS = (
    "lecture",
    "consultation_day",
    "consultation_day",
    "home_visit",
    "broadcast",
    "performance",
    "exhibition",
    "training",
)
TOPICS = {
    "migrant_workers": ("农民工工资支付与维权", "工伤认定与赔偿", "走进工地话维权"),
    "disabled": ("残疾人权益保障法宣讲", "助残日法律服务", "无障碍与法律援助"),
    "women": ("反家庭暴力法进村屯", "婚姻家庭与财产权利", "农村妇女土地权益"),
    "military": ("法律援助进军营", "军人军属权益保障", "涉军维权知识"),
    "elderly": ("赡养与继承", "防范养老诈骗", "敬老月法律服务"),
    "children": ("预防校园欺凌", "未成年人保护法", "法治第一课"),
}
SERVICES = {
    "labour_wages": "arbitration",
    "labour_relation": "arbitration",
    "criminal": "criminal_defence",
    "social_assistance": "non_litigation",
}

Say = Callable[[str, int], None]


@dataclass(slots=True)
class Made:
    """What was invented, waiting to be written, and the lines of the trail that go with it."""

    dice: Random
    units: list[Unit] = field(default_factory=list)
    weights: list[int] = field(default_factory=list)
    lawyers: dict[UUID, list[Practitioner]] = field(default_factory=dict)
    acts: list[Act] = field(default_factory=list)

    def key(self) -> UUID:
        return UUID(int=self.dice.getrandbits(128), version=4)

    def told(self, verb: Verb, row: Row, path: str, at: datetime, **detail: object) -> None:
        self.acts.append(Act(verb, row._meta.label, row.pk, path, at, detail))

    def unit(self) -> Unit:
        return self.dice.choices(self.units, self.weights)[0]

    def moment(self, on: date) -> datetime:
        """Return a moment of office hours."""
        minutes = 8 * 60 + 30 + self.dice.randrange(8 * 60)
        return datetime.combine(on, time(minutes // 60, minutes % 60), ZONE)

    def day(self, first: date = FIRST, last: date = LAST) -> date:
        """Return a day between two; a Sunday gives way to the Monday or, at the end, to the Saturday."""
        on = first + timedelta(days=self.dice.randrange((last - first).days + 1))
        if on.isoweekday() == 7:
            on += timedelta(days=1 if on < last else -1)
        return on

    def shares(self, total: int, n: int, least: int = 0) -> list[int]:
        """Return n whole numbers of at least `least` that add up to a total, unequal as in life."""
        weights = [self.dice.lognormvariate(0, 0.7) for _ in range(n)]
        free, scale = total - least * n, sum(weights)
        parts = [least + int(free * w / scale) for w in weights]
        for k in range(total - sum(parts)):
            parts[k % n] += 1
        return parts


def loaded() -> bool:
    """Return whether the records are there: the first of the service teams tells."""
    return Unit.objects.filter(pk=_team_key(1)).exists()


@transaction.atomic
def load(say: Say) -> int:
    """Write the records; return how many rows were written, 0 when they are there already."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [SEED])
        # deferred checks pile up, and every row's trigger walks the pile: 30 000 rows took 50 s instead of 2
        cursor.execute("set constraints all immediate")
    if loaded():
        return 0
    made = Made(Random(SEED))  # noqa: S311 - invention, not secrecy
    written = 0
    for name, make in STEPS:
        n = make(made)
        written += n
        say(name, n)
    made.acts.sort(key=lambda a: a.at)
    say("trail", len(made.acts))
    record_many(system(PACK), made.acts)
    with connection.cursor() as cursor:
        for model in (File, Consultation, Event, Distribution, Person):
            cursor.execute(f"analyze {model._meta.db_table}")
    return written


# -- the network ------------------------------------------------------------------------------------


def _team_key(n: int) -> UUID:
    return uuid5(SPACE, f"team {n}")


def _units(made: Made) -> int:
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
            id=_team_key(n),
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
                name=_name(made, made.dice.choice("FM")),
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


def _name(made: Made, sex: str) -> str:
    signs = GIVEN_F if sex == "F" else GIVEN_M
    given = "".join(made.dice.choice(signs) for _ in range(made.dice.choice((1, 2, 2, 2))))
    return made.dice.choice(SURNAMES) + given


# -- files ------------------------------------------------------------------------------------------


def _files(made: Made) -> int:
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
    name = _name(made, sex)
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


# -- consultations, events, materials, agreements ---------------------------------------------------


def _consultations(made: Made) -> int:
    rows = []
    for heap in CONSULTATIONS:
        for channel, times in _asked(made, heap.n):
            unit, on = made.unit(), _day_of(made, heap)
            at = made.moment(on)
            row = Consultation(
                id=made.key(),
                created_at=at,
                channel=channel,
                groups=list(heap.groups),
                campaign=heap.campaign,
                times=times,
                on=on,
                pack=PACK,
                area=unit.area,
                area_path=unit.area_path,
                unit=unit,
            )
            rows.append(row)
            made.told(Verb.ADVICE_RECORD, row, row.area_path, at, channel=channel, times=times)
    put(rows)
    return len(rows)


def _asked(made: Made, people: int) -> Iterator[tuple[str, int]]:
    """Yield channel and head count until so many people have asked: most alone, some together at a stand."""
    while people:
        together = made.dice.random() < 0.16
        times = min(people, made.dice.randint(2, 12) if together else 1)
        people -= times
        yield "event" if together else made.dice.choice(CHANNELS), times


def _day_of(made: Made, heap: Heap) -> date:
    """Return a day; the campaigns with a season keep to it."""
    if heap.campaign == "warm_winter_100_days":
        return made.day(date(2018, 11, 1), LAST)
    if heap.campaign == "military_care":
        return made.day(date(2018, 7, 16), date(2018, 8, 15))
    return made.day()


def _events(made: Made) -> int:
    events: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for heap in EVENTS:
        for _ in range(heap.n):
            unit, on = made.unit(), _day_of(made, heap)
            topics = TOPICS[next(g for g in reversed(heap.groups) if g in TOPICS)]
            row = Event(
                id=made.key(),
                created_at=made.moment(on),
                kind=made.dice.choice(EVENT_KINDS),
                topic=made.dice.choice(topics),
                groups=list(heap.groups),
                campaign=heap.campaign,
                on=on,
                attendance=made.dice.randint(18, 320),
                pack=PACK,
                area=unit.area,
                area_path=unit.area_path,
                unit=unit,
            )
            events[heap.groups].append(row)
            made.told(
                Verb.OUTREACH_HOLD,
                row,
                row.area_path,
                row.created_at,
                kind=row.kind,
                attendance=row.attendance,
            )
    rows = [e for part in events.values() for e in part]
    put(rows)
    return len(rows) + _materials(made, events)


def _materials(made: Made, events: dict[tuple[str, ...], list[Event]]) -> int:
    rows = []
    for heap in MATERIALS:
        given_at = [e for e in events[heap.groups] if e.campaign == heap.campaign]
        for event, copies in zip(
            given_at, made.shares(heap.n, len(given_at), least=5), strict=True
        ):
            row = Distribution(
                id=made.key(),
                created_at=event.created_at,
                event=event,
                kind=made.dice.choice(heap.kinds),
                groups=list(heap.groups),
                campaign=heap.campaign,
                on=event.on,
                copies=copies,
                pack=PACK,
                area_id=event.area_id,
                area_path=event.area_path,
                unit_id=event.unit_id,
            )
            rows.append(row)
            made.told(
                Verb.OUTREACH_DISTRIBUTE,
                row,
                row.area_path,
                row.created_at,
                kind=row.kind,
                copies=copies,
            )
    put(rows)
    return len(rows)


def _agreements(made: Made) -> int:
    """Agreements with cities inside and outside the province, each city once."""
    centres = [u for u in made.units if u.area.level == "prefecture"]
    stood = Area.objects.filter(country="cn", valid_from__lte=FIRST).filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=LAST)
    )
    cities = list(
        stood.filter(
            Q(level="prefecture", name__endswith="市") | Q(code__in=MUNICIPALITIES)
        ).order_by("code")
    )
    rows = []
    for partner in sorted(made.dice.sample(cities, PARTNER_CITIES), key=lambda a: a.code):
        unit = made.dice.choice([u for u in centres if u.area_id != partner.pk])
        on = made.day(date(2016, 3, 1), date(2018, 11, 30))
        row = Agreement(
            id=made.key(),
            created_at=made.moment(on),
            kind="mutual_aid",
            groups=["migrant_workers"],
            partner=partner,
            signed_on=on,
            area=unit.area,
            area_path=unit.area_path,
            unit=unit,
        )
        rows.append(row)
        made.told(
            Verb.ACCESS_MANAGE, row, row.area_path, row.created_at, act="agree", kind=row.kind
        )
    put(rows)
    return len(rows)


STEPS: tuple[tuple[str, Callable[[Made], int]], ...] = (
    ("units", _units),
    ("files", _files),
    ("consultations", _consultations),
    ("events", _events),
    ("agreements", _agreements),
)
