"""Draws that the house makes by itself: the declarations that are looked at later, once a period of the pack."""

from datetime import datetime

from songfa.access.models import Unit
from songfa.access.policy import system
from songfa.aid.actions.checks import DECLARATIONS, draw_checks
from songfa.aid.days import local_day
from songfa.aid.models import Draw, File
from songfa.rules.deciding import SpotCheckRate
from songfa.rules.packs.read import load


def draw_due(at: datetime) -> list[Draw]:
    """Draw for every agency whose pack has draws by themselves and whose latest draw is of an earlier period.

    Done again in the same period it draws nothing; an agency without a declaration to look at is passed over and
    asked again. A task of the house: the actor of each draw is the system.
    """
    waiting = File.objects.filter(means_basis="declared", decided_at__lte=at)
    made = []
    for unit in Unit.objects.filter(pk__in=waiting.values("unit")).select_related("area"):
        pack = load(unit.pack)
        on = local_day(pack, at)
        rate = pack.all(SpotCheckRate, on).get(DECLARATIONS)
        period = rate.period(on) if rate else None
        if rate is None or period is None:
            continue
        past = list(Draw.objects.filter(unit=unit).order_by("-on"))
        if past and rate.period(past[0].on) == period:
            continue
        seen = {one for draw_ in past for one in draw_.pool}
        if waiting.filter(unit=unit).exclude(pk__in=seen).exists():
            made.append(draw_checks(actor=system(unit.pack), unit=unit, at=at))
    return made
