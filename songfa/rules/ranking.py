"""Who could take a file, in an order that explains itself.

Every practitioner begins with no points and gets points for whatever speaks against them: the fewer, the better.
What the law or the facts forbid is a bar, not a number of points. The demands, the weights and the grounds of a
conflict of interest are data of the pack (`demands`, `ranking`, `conflicts`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from songfa.rules.packs.schema import Code, Count, Entry, Flag, Named, Positive

SIGN = "sign"  # how the roll writes down that somebody signs
BEST = 100
# the steps of a territory below the country, from the top
STEPS = ("country", "province", "prefecture", "county", "township", "village")


class Demand(Named):
    """What a practitioner must be. It holds when the finding names it, or for a file of one of `services`.

    `kinds` and `unit_kinds` are the kinds that are accepted (empty: all), `skills` must all be noted,
    `years` is the time in practice.
    """

    services: tuple[Code, ...] = ()
    kinds: tuple[Code, ...] = ()
    unit_kinds: tuple[Code, ...] = ()
    skills: tuple[Code, ...] = ()
    years: Count = 0


class Weights(Named):
    """The points of each disadvantage, code `assignment`."""

    skill_field: Count  # works in the field of law, not in this very matter
    skill_none: Count
    experience: Count  # at no years of practice; falls to nothing at `experience_years`
    experience_years: Positive
    language: Count  # an interpreter is needed
    sign_language: Count
    distance_step: Count  # for each step of the territory between the file's place and theirs
    load: Count  # when as many files are held as can be; in proportion below
    capacity: Positive  # files at a time, where the roll does not say
    quality: Count  # at a mean score of 0 of 100; in proportion above
    quality_unknown: Count
    licence_unseen: Count  # no licence number is noted
    leave_soon: Count
    leave_days: Count  # leave that begins within so many days is soon


class ConflictGround(Named):
    """A ground on which a practitioner must not act. `overridable`: not where those concerned agree in writing.

    `services` are the only services for which it may be set aside (empty: all).
    """

    overridable: Flag
    services: tuple[Code, ...] = ()

    def may_be_set_aside(self, service: str) -> bool:
        return self.overridable and (not self.services or service in self.services)


SECTIONS: dict[str, type[Entry]] = {
    "demands": Demand,
    "ranking": Weights,
    "conflicts": ConflictGround,
}


@dataclass(frozen=True, slots=True)
class Case:
    """What of a file decides who suits it. `place` is a path of the territory (`cn.23.2308.230822.`).

    `demands` are the codes named by the finding; `field` is the field of law of the matter.
    """

    key: str
    matter: str
    field: str
    service: str
    place: str
    language: str = ""
    signs: bool = False
    demands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of a practitioner on the day. `quality` is the mean of past scores, 0 to 100."""

    key: str
    name: str
    kind: str
    unit_kind: str
    place: str
    skills: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    since: date | None = None
    active: bool = True
    struck_off: date | None = None
    licensed: bool = True
    licence_until: date | None = None
    load: int = 0
    capacity: int | None = None
    quality: int | None = None
    assessed: int = 0
    away: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: a code of words `rank-…`, up to two numbers, the points it costs and the pack entry it speaks of."""

    code: str
    points: int = 0
    n: int = 0
    of: int = 0
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a candidate stands for a case: `bars` forbid, `reasons` explain the points."""

    key: str
    name: str
    points: int
    bars: tuple[Reason, ...]
    reasons: tuple[Reason, ...]

    @property
    def fits(self) -> bool:
        return not self.bars


@dataclass(frozen=True, slots=True)
class Book:
    """What the pack says of ranking on a day."""

    weights: Weights
    demands: Mapping[str, Demand]
    on: date


def years(since: date | None, on: date) -> int:
    """Return the full years from a day until another; none when the day is not known or to come."""
    if since is None or since > on:
        return 0
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))


def steps_between(file: str, practitioner: str) -> int:
    """Return how many steps one climbs from the file's place until the practitioner's place lies below it.

    A practitioner of the very place, or of a place within it, is at no distance.
    """
    there, here = (tuple(p.strip(".").split(".")) for p in (file, practitioner))
    shared = 0
    for a, b in zip(there, here, strict=False):
        if a != b:
            break
        shared += 1
    return len(there) - shared


# -- bars -------------------------------------------------------------------------------------------


def _standing_bars(one: Candidate, book: Book) -> tuple[Reason, ...]:
    """Return what forbids every file: struck off, not active, no valid licence, on leave, full."""
    found = []
    if one.struck_off is not None and one.struck_off <= book.on:
        found.append(Reason("struck_off"))
    elif not one.active:
        found.append(Reason("not_active"))
    if one.licence_until is not None and one.licence_until < book.on:
        found.append(Reason("licence_ended"))
    for first, last in one.away:
        if first <= book.on <= last:
            found.append(Reason("on_leave", n=(last - book.on).days + 1))
    if room(one, book) <= 0:
        found.append(Reason("full", n=one.load, of=_capacity(one, book)))
    return tuple(found)


def _met(one: Candidate, demand: Demand, on: date) -> bool:
    return (
        (not demand.kinds or one.kind in demand.kinds)
        and (not demand.unit_kinds or one.unit_kind in demand.unit_kinds)
        and one.skills.issuperset(demand.skills)
        and (demand.years == 0 or years(one.since, on) >= demand.years)
    )


def _asked(case: Case, book: Book) -> dict[str, Demand]:
    return {
        code: demand
        for code, demand in book.demands.items()
        if code in case.demands or case.service in demand.services
    }


def _demand_reasons(case: Case, one: Candidate, book: Book) -> tuple[Reason, ...]:
    """Return one reason a demand, `demand_met` or `demand_unmet`; a demand the pack does not know is a bar."""
    unknown = [Reason("demand_unknown", entry=c) for c in case.demands if c not in book.demands]
    told = [
        Reason("demand_met" if _met(one, demand, book.on) else "demand_unmet", entry=code)
        for code, demand in _asked(case, book).items()
    ]
    return (*unknown, *told)


# -- points -----------------------------------------------------------------------------------------


def _capacity(one: Candidate, book: Book) -> int:
    return book.weights.capacity if one.capacity is None else one.capacity


def room(one: Candidate, book: Book) -> int:
    """Return how many more files the candidate can take."""
    return max(0, _capacity(one, book) - one.load)


def load_points(one: Candidate, book: Book, more: int = 0) -> int:
    """Return the points of the load when `more` files are held besides the present ones."""
    whole = _capacity(one, book)
    return book.weights.load * min(one.load + more, whole) // whole if whole else book.weights.load


def _skill(case: Case, one: Candidate, weights: Weights) -> Reason:
    if case.matter in one.skills:
        return Reason("skill_matter")
    if case.field in one.skills:
        return Reason("skill_field", weights.skill_field)
    return Reason("skill_none", weights.skill_none)


def _experience(one: Candidate, book: Book) -> Reason:
    held, full = years(one.since, book.on), book.weights.experience_years
    return Reason("years", book.weights.experience * max(0, full - held) // full, n=held)


def _tongues(case: Case, one: Candidate, weights: Weights) -> list[Reason]:
    found = []
    if case.language:
        speaks = case.language in one.languages
        code, points = ("language_spoken", 0) if speaks else ("language_other", weights.language)
        found.append(Reason(code, points, entry=case.language))
    if case.signs:
        signs = SIGN in one.languages
        found.append(Reason("signs", 0) if signs else Reason("signs_not", weights.sign_language))
    return found


def _distance(case: Case, one: Candidate, weights: Weights) -> Reason:
    up = steps_between(case.place, one.place)
    shared = len(case.place.strip(".").split(".")) - up
    code = f"near_{STEPS[min(shared, len(STEPS)) - 1]}" if shared else "far"
    return Reason(code, weights.distance_step * up, n=up)


def _quality(one: Candidate, weights: Weights) -> Reason:
    if one.quality is None:
        return Reason("quality_unknown", weights.quality_unknown)
    lost = BEST - max(0, min(BEST, one.quality))
    return Reason("quality", weights.quality * lost // BEST, n=one.quality, of=one.assessed)


def _leave(one: Candidate, book: Book) -> list[Reason]:
    soon = book.on + timedelta(days=book.weights.leave_days)
    begins = [first for first, _ in one.away if book.on < first <= soon]
    if not begins:
        return []
    return [Reason("leave_soon", book.weights.leave_soon, n=(min(begins) - book.on).days)]


def _licence(one: Candidate, weights: Weights) -> list[Reason]:
    return [] if one.licensed else [Reason("licence_unseen", weights.licence_unseen)]


def _own_reasons(one: Candidate, book: Book) -> tuple[Reason, ...]:
    """Return the reasons that do not depend on the file, the load excepted."""
    return (
        _experience(one, book),
        _quality(one, book.weights),
        *_leave(one, book),
        *_licence(one, book.weights),
    )


def standing(
    case: Case, one: Candidate, book: Book, *, bars: Iterable[Reason] = (), more: int = 0
) -> Standing:
    """Return where a candidate stands for a case: every bar and every reason, with the points they cost.

    `bars` are those that only the files know (a conflict of interest, a refusal of this very file);
    `more` files are to be given besides those held.
    """
    demands = _demand_reasons(case, one, book)
    barred = (
        *_standing_bars(one, book),
        *(d for d in demands if d.code != "demand_met"),
        *bars,
    )
    held = one.load + more
    reasons = (
        *(d for d in demands if d.code == "demand_met"),
        _skill(case, one, book.weights),
        *_tongues(case, one, book.weights),
        _distance(case, one, book.weights),
        Reason("load", load_points(one, book, more), n=held, of=_capacity(one, book)),
        *_own_reasons(one, book),
    )
    return Standing(one.key, one.name, sum(r.points for r in reasons), barred, reasons)


def rank(
    case: Case,
    candidates: Iterable[Candidate],
    book: Book,
    *,
    bars: Mapping[str, Sequence[Reason]] | None = None,
) -> list[Standing]:
    """Return every candidate in order: those who may act first, by points, then by name and key."""
    known = bars or {}
    found = [standing(case, one, book, bars=known.get(one.key, ())) for one in candidates]
    return sorted(found, key=lambda s: (not s.fits, s.points, s.name, s.key))


# -- many files at once -----------------------------------------------------------------------------


def costs(
    cases: Sequence[Case],
    candidates: Sequence[Candidate],
    book: Book,
    barred: Callable[[Case, Candidate], bool] | None = None,
) -> list[list[int | None]]:
    """Return the points of every pair without those of the load (`slots`), None where the pair is forbidden.

    Agrees with `standing`: points there = cost here + points of the load. What depends on less than the
    whole pair is worked out once.
    """
    own = [sum(r.points for r in _own_reasons(one, book)) for one in candidates]
    shut = [any(b.code != "full" for b in _standing_bars(one, book)) for one in candidates]

    @cache
    def allowed(demands: tuple[str, ...], service: str) -> tuple[bool, ...]:
        case = Case("", "", "", service, "", demands=demands)
        return tuple(
            not closed and all(r.code == "demand_met" for r in _demand_reasons(case, one, book))
            for one, closed in zip(candidates, shut, strict=True)
        )

    @cache
    def talk(matter: str, field: str, language: str, signs: bool) -> tuple[int, ...]:  # noqa: FBT001
        case = Case("", matter, field, "", "", language, signs)
        return tuple(
            _skill(case, one, book.weights).points
            + sum(r.points for r in _tongues(case, one, book.weights))
            + mine
            for one, mine in zip(candidates, own, strict=True)
        )

    @cache
    def way(place: str) -> tuple[int, ...]:
        step = book.weights.distance_step
        return tuple(step * steps_between(place, one.place) for one in candidates)

    def row(case: Case) -> list[int | None]:
        columns = zip(
            allowed(case.demands, case.service),
            talk(case.matter, case.field, case.language, case.signs),
            way(case.place),
            strict=True,
        )
        line = [a + b if ok else None for ok, a, b in columns]
        if barred is None:
            return line
        return [
            None if points is None or barred(case, one) else points
            for points, one in zip(line, candidates, strict=True)
        ]

    return [row(case) for case in cases]


def slots(candidates: Iterable[Candidate], book: Book) -> list[list[int]]:
    """Return for each candidate what each further file costs by the load; as many as they can take."""
    return [[load_points(one, book, k) for k in range(room(one, book))] for one in candidates]
