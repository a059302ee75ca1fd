"""Questions about territory, each asked for a day."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from songfa.areas.codes import CHINA, COUNTRIES, below, official
from songfa.areas.models import Area, Succession
from songfa.areas.names import BOUND, fold, lower
from songfa.rules.problems import AREA_UNKNOWN

ONE_DAY = timedelta(days=1)


def in_force(on: date) -> QuerySet[Area]:
    """Return every unit that stands on a day."""
    return Area.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on), valid_from__lte=on)


def stands(area: Area, on: date) -> bool:
    """Return whether this version of a unit is in force on a day."""
    return area.valid_from <= on and (area.valid_to is None or on < area.valid_to)


def at(country: str, code: str, on: date) -> Area:
    """Return the unit that has a code on a day; trailing zeros of a Chinese code may be left out.

    Raises AREA_UNKNOWN (country, code, on).
    """
    found = in_force(on).filter(country=country, code=official(country, code)).first()
    if found is None:
        raise AREA_UNKNOWN(country=country, code=code, on=on)
    return found


def path_of(country: str, code: str, on: date) -> str:
    """Return the path of the unit that has a code on a day. Raises AREA_UNKNOWN."""
    return at(country, code, on).path


def subtree(path: str, on: date) -> QuerySet[Area]:
    """Return a unit and all below it on a day; `cn.` and `vn.` are whole countries."""
    low, high = below(path)
    return in_force(on).filter(path__gte=low, path__lt=high)


def children(area: Area, on: date) -> QuerySet[Area]:
    """Return the units next below on a day, by code."""
    return subtree(area.path, on).filter(depth=area.depth + 1).order_by("path")


def ancestors(area: Area, on: date) -> list[Area]:
    """Return the units above on a day, the highest first."""
    labels = area.path.split(".")[:-2]
    paths = [".".join(labels[: n + 1]) + "." for n in range(1, len(labels))]
    return list(in_force(on).filter(path__in=paths).order_by("depth"))


def spelled(area: Area, on: date) -> str:
    """Return the name with those above it, as the country writes it: 黑龙江省佳木斯市桦南县."""
    line = [*(above.name for above in ancestors(area, on)), area.name]
    return "".join(line) if area.country == CHINA else ", ".join(reversed(line))


# -- through time --------------------------------------------------------------------------


def _heirs(areas: Iterable[Area], on: date) -> list[Area]:
    """Return what each became next: a dissolved one, what it held, else what held it."""
    moving = {area.pk: area for area in areas}
    known = Succession.objects.filter(old__in=moving, new__isnull=False, on__lte=on)
    found = list(known.select_related("new", "new__parent", "old"))
    heirs = [link.new for link in found if link.new]
    told = {link.old_id for link in found}
    for area in (a for pk, a in moving.items() if pk not in told):
        last = area.valid_to - ONE_DAY if area.valid_to else on
        held = list(children(area, last).select_related("parent"))
        heirs += held or ([area.parent] if area.parent else [])
    return heirs


def _origins(areas: Iterable[Area], on: date) -> list[Area]:
    """Return what each was made of; where that is not known, the unit above it."""
    moving = {area.pk: area for area in areas}
    known = Succession.objects.filter(new__in=moving, on__gt=on)
    found = list(known.select_related("old", "old__parent", "new"))
    origins = [link.old for link in found]
    told = {link.new_id for link in found}
    return origins + [a.parent for pk, a in moving.items() if pk not in told and a.parent]


def _traced(area: Area, on: date) -> list[Area]:
    standing: dict[str, Area] = {}
    seen, front = set(), [area]
    while front:
        seen |= {a.pk for a in front}
        standing |= {a.path: a for a in front if stands(a, on)}
        earlier = [a for a in front if a.valid_from > on]
        later = [a for a in front if a.valid_to is not None and a.valid_to <= on]
        step = {a.pk: a for a in (*_heirs(later, on), *_origins(earlier, on))}
        front = [a for pk, a in step.items() if pk not in seen]
    return [standing[path] for path in sorted(standing)]


def today_of(area: Area, on: date) -> list[Area]:
    """Return what a unit of the past is on a later day, by path; several when it was divided.

    Where the register does not know what followed, the answer is what the unit held or, failing
    that, what held it: look at the `level`. Empty when nothing is known.
    """
    return _traced(area, on)


def was(area: Area, on: date) -> list[Area]:
    """Return what a unit was on an earlier day, by path; several when it was put together.

    Where the register does not know (a Chinese township younger than its county's code), the
    answer is the unit above. Empty for days before the register begins.
    """
    return _traced(area, on)


# -- search --------------------------------------------------------------------------------


def _ranked(areas: QuerySet[Area], query: str) -> QuerySet[Area]:
    written, folded = lower(query), fold(query)
    codes = [code for country in COUNTRIES if (code := official(country, query))]
    wanted = Q(keys__contains=written) | (Q(keys__contains=folded) if folded else Q())
    if query.isascii() and query.isdigit():
        wanted |= Q(code__startswith=query)
    rank = Case(
        When(code__in=codes, then=0),
        When(keys__contains=f"{BOUND}{written}{BOUND}", then=1),
        When(keys__contains=f"{BOUND}{folded}{BOUND}", then=2),
        When(Q(keys__contains=f"{BOUND}{written}") | Q(code__startswith=query), then=3),
        When(keys__contains=f"{BOUND}{folded}", then=4),
        default=Value(5),
        output_field=IntegerField(),
    )
    return areas.filter(wanted).order_by(rank, "depth", "path")


def find(
    query: str,
    *,
    on: date,
    country: str | None = None,
    within: str | None = None,
    limit: int = 20,
) -> list[Area]:
    """Return units by name, pinyin (whole or initials), Vietnamese without marks, or code.

    `within` is the path of a unit above. What is equal comes before what begins with the query,
    and that before what contains it; higher units come first among equals. At most `limit`; empty
    for no query.
    """
    query = query.strip().strip(BOUND)
    if not query:
        return []
    areas = subtree(within, on) if within else in_force(on)
    if country:
        areas = areas.filter(country=country)
    return list(_ranked(areas, query)[:limit])
