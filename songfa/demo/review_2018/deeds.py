"""Its consultations, events, materials and agreements."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from songfa.advice.models import Consultation
from songfa.areas.models import Area
from songfa.demo.figures_2018 import (
    CONSULTATIONS,
    EVENTS,
    MATERIALS,
    PARTNER_CITIES,
    Heap,
)
from songfa.demo.review_2018.made import FIRST, LAST, PACK, Made
from songfa.demo.rows import put
from songfa.network.models import Agreement
from songfa.outreach.models.event import Distribution, Event
from songfa.rules.verbs import Verb

MUNICIPALITIES = ("110000", "120000", "310000", "500000")
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


def make_consultations(made: Made) -> int:
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


def make_events(made: Made) -> int:
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


def make_agreements(made: Made) -> int:
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
