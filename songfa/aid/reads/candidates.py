"""Who could take a file, in an order that explains itself; and who could take many files at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, QuerySet

from songfa.access.policy import Actor, bound, system, visible
from songfa.aid.conflicts import Found, conflicts, may_be_set_aside
from songfa.aid.models import Assignment, File
from songfa.aid.reads.quality import past_quality
from songfa.network.models import Leave, Practitioner
from songfa.rules import ranking
from songfa.rules.matching import by_hand, match
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Matter
from songfa.rules.ranking import Book, Case, Demand, Reason, Standing, Weights
from songfa.rules.verbs import Verb

HELD = ("assigned", "under_way")
SIGN_NEED = "sign_language"
TONGUE = {"cn": "zh-Hans", "vn": "vi"}
# as many open files as one proposal takes
MOST = 1000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A practitioner and where they stand for a file. `passable`: every bar against them may be set aside."""

    practitioner: Practitioner
    standing: Standing
    passable: bool

    @property
    def fits(self) -> bool:
        return self.standing.fits


def book_of(pack: Pack, on: date) -> Book:
    return Book(pack.get(Weights, "assignment", on), pack.all(Demand, on), on)


def demanded(file: File) -> tuple[str, ...]:
    """Return the demands on the practitioner that the frozen finding names; `none` is its word for no demand."""
    return tuple(d for d in file.finding.get("lawyer_requirement", ()) if d != "none")


def case_of(file: File, pack: Pack, on: date) -> Case:
    """Return what of a file decides who suits it; the law's demands are those of the frozen finding."""
    contact = file.story().contact
    return Case(
        key=str(file.pk),
        matter=file.matter,
        field=pack.get(Matter, file.matter, on).field,
        service=file.service,
        place=file.area_path,
        language=contact.language or TONGUE[pack.head.country],
        signs=SIGN_NEED in contact.needs,
        demands=demanded(file),
    )


def roll(actor: Actor) -> QuerySet[Practitioner]:
    """Return the practitioners to whom the actor may give files."""
    return visible(actor, Verb.AID_ASSIGN, Practitioner.objects.select_related("unit"))


def described(
    people: Sequence[Practitioner], pack: Pack, on: date
) -> dict[UUID, ranking.Candidate]:
    """Return what is known of practitioners on the day; the load counts all files, wherever they lie."""
    ids = [p.pk for p in people]
    with bound(system(pack.code)):
        loads = dict(
            File.objects.filter(practitioner__in=ids, state__in=HELD)
            .values_list("practitioner")
            .annotate(n=Count("pk"))
        )
        past = past_quality(ids, on)
    away: dict[UUID, list[tuple[date, date]]] = defaultdict(list)
    leaves = Leave.objects.filter(practitioner__in=ids, last__gte=on).order_by("first")
    for who, first, last in leaves.values_list("practitioner_id", "first", "last"):
        away[who].append((first, last))
    return {
        p.pk: ranking.Candidate(
            key=str(p.pk), name=p.name, kind=p.kind, unit_kind=p.unit.kind, place=p.area_path,
            skills=frozenset(p.skills), languages=frozenset(p.languages), since=p.practising_since,
            active=p.active, struck_off=p.struck_off_on, licensed=bool(p.licence),
            licence_until=p.licence_until, load=loads.get(p.pk, 0), capacity=p.capacity,
            away=tuple(away[p.pk]),
            quality=past[p.pk].mean if p.pk in past else None,
            assessed=past[p.pk].count if p.pk in past else 0,
        )
        for p in people
    }  # fmt: skip


def earlier(files: Iterable[File]) -> dict[tuple[UUID, UUID], tuple[Reason, ...]]:
    """Return who had a file before, or has it: `declined_before`, `held_before`, `holds_it`."""
    found: dict[tuple[UUID, UUID], tuple[Reason, ...]] = {}
    word = {"declined": "declined_before", "replaced": "held_before", "": "holds_it"}
    rows = Assignment.objects.filter(file__in=[f.pk for f in files]).order_by("created_at")
    for file_id, who, how in rows.values_list("file_id", "practitioner_id", "ended_by"):
        found[file_id, who] = (Reason(word[how]),)
    return found


def bars_of(files: Sequence[File], people: Sequence[Practitioner]) -> Found:
    """Return what only the files know against each pair: conflicts of interest and what was before."""
    found = dict(conflicts(files, people))
    for pair, reasons in earlier(files).items():
        found[pair] = (*found.get(pair, ()), *reasons)
    return found


def weighed(
    people: Sequence[Practitioner], file: File, at: datetime
) -> list[tuple[Practitioner, Standing]]:
    """Return the given practitioners in order, each with where they stand for the file at that time."""
    pack = load(file.pack)
    on = pack.day(at)
    known = {p.pk: p for p in people}
    bars = {str(who): reasons for (_, who), reasons in bars_of([file], people).items()}
    ranked = ranking.rank(
        case_of(file, pack, on),
        described(people, pack, on).values(),
        book_of(pack, on),
        bars=bars,
    )
    return [(known[UUID(s.key)], s) for s in ranked]


def candidates(actor: Actor, file: File, at: datetime) -> list[Candidate]:
    """Return the active practitioners in reach, in order, with the reasons; whoever may not act comes last."""
    on = load(file.pack).day(at)
    found = weighed(list(roll(actor).filter(active=True)), file, at)
    return [
        Candidate(who, s, passable=all(may_be_set_aside(b, file, on) for b in s.bars))
        for who, s in found
    ]


# -- many files at once -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Proposed:
    """One file of a proposal and who is to have it, with the points that the pair costs there."""

    file: File
    practitioner: Practitioner
    standing: Standing


@dataclass(frozen=True, slots=True)
class Left:
    """A file for which nobody was found: what stands against the practitioners, and against how many each."""

    file: File
    why: tuple[tuple[Reason, int], ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who would have which file. `total` is what was made least; `by_hand` what going through them would cost.

    `by_hand` gives for each order (codes of words `order-…`) how many files would be left, and the points.
    """

    pairs: tuple[Proposed, ...]
    left: tuple[Left, ...]
    total: int
    by_hand: Mapping[str, tuple[int, int]]


def assignable(actor: Actor) -> QuerySet[File]:
    """Return the granted files in reach that wait for a practitioner, the oldest first."""
    rows = File.objects.filter(state="granted").select_related("unit", "person")
    return visible(actor, Verb.AID_ASSIGN, rows).order_by("received_at", "pk")


def proposal(actor: Actor, chosen: Iterable[UUID], at: datetime) -> Proposal:
    """Return the assignment of the chosen granted files that costs least as a whole; nothing is written."""
    files = list(assignable(actor).filter(pk__in=list(chosen)))
    people = list(roll(actor).filter(active=True).order_by("name", "pk"))
    if not files:
        return Proposal((), (), 0, {})
    pack = load(files[0].pack)
    on = pack.day(at)
    book, told = book_of(pack, on), described(people, pack, on)
    cases, ones = [case_of(f, pack, on) for f in files], [told[p.pk] for p in people]
    bars = bars_of(files, people)
    by_key = {(str(f), str(p)) for f, p in bars}
    costs = ranking.costs(cases, ones, book, lambda case, one: (case.key, one.key) in by_key)
    slots = ranking.slots(ones, book)
    best = match(costs, slots)
    given: Counter[int] = Counter()
    pairs, left = [], []
    for row, (file, column) in enumerate(zip(files, best.chosen, strict=True)):
        if column is None:
            against = {p.pk: bars.get((file.pk, p.pk), ()) for p in people}
            left.append(Left(file, _why_left(cases[row], ones, book, against)))
            continue
        standing = ranking.standing(cases[row], ones[column], book, more=given[column])
        given[column] += 1
        pairs.append(Proposed(file, people[column], standing))
    hand = {name: found.worth() for name, found in by_hand(costs, slots).items()}
    return Proposal(tuple(pairs), tuple(left), best.total, hand)


def _why_left(
    case: Case,
    ones: Sequence[ranking.Candidate],
    book: Book,
    against: Mapping[UUID, tuple[Reason, ...]],
) -> tuple[tuple[Reason, int], ...]:
    """Return the bars of all candidates with how many each holds back; `no_room` where the others took the places."""
    counted: Counter[tuple[str, str]] = Counter()
    for one in ones:
        found = ranking.standing(case, one, book, bars=against[UUID(one.key)]).bars
        counted.update({(b.code, b.entry) for b in found} or {("no_room", "")})
    return tuple((Reason(code, entry=entry), n) for (code, entry), n in counted.most_common())
