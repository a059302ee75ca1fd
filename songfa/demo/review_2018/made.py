"""What every part of the demo shares: its clock, its dice, its names, the heaps of rows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from songfa.access.models import Unit
from songfa.audit.door import Act
from songfa.base.models import Row
from songfa.network.models import Practitioner
from songfa.rules.verbs import Verb

PACK = "cn-23"
ZONE = ZoneInfo("Asia/Shanghai")
FIRST = date(2018, 1, 1)
LAST = date(2018, 12, 31)
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"  # noqa: E501
GIVEN_F = "秀英桂兰淑珍玉梅凤芹丽华春霞红艳敏静慧雪晶琳娜颖莹冬青巧云"
GIVEN_M = "建国志强文明永刚海涛春生德山振东立军长林宝成凯旋鹏飞家宁树森"


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


def name_drawn(made: Made, sex: str) -> str:
    signs = GIVEN_F if sex == "F" else GIVEN_M
    given = "".join(made.dice.choice(signs) for _ in range(made.dice.choice((1, 2, 2, 2))))
    return made.dice.choice(SURNAMES) + given
