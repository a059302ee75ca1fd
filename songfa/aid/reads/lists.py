"""The list of files: filtered, searched, fifty a page; the cost of a page does not grow with the table."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from songfa.access.policy import Actor, visible
from songfa.aid.door.codes import LENGTH, LETTERS, fingerprint, typed
from songfa.aid.models import File, Receipt
from songfa.areas.names import BOUND, fold
from songfa.duties.keep import OURS
from songfa.duties.models import Duty
from songfa.people.models import Person
from songfa.rules.machines import FILE_OPEN, FILE_STATES
from songfa.rules.verbs import Verb

PAGE = 50
# up to this number a counter is exact; above it says "more than"
MANY = 1000
# several things may be late about one file: so many are looked at before the counter says "more than"
DUTIES_A_FILE = 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list shows. `after` and `before` are the cursors of a page; empty for the first."""

    state: str = ""
    late: bool = False
    q: str = ""
    after: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list: a file and what is owed about it next."""

    file: File
    duty: Duty | None


@dataclass(frozen=True, slots=True)
class Page:
    rows: list[Listed]
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many files of each open state there are, and about how many something is late; `MANY` + 1 is "more"."""

    states: dict[str, int]
    late: int


def _late(at: datetime) -> Exists:
    return Exists(
        Duty.objects.filter(
            subject_id=OuterRef("pk"),
            ended_at__isnull=True,
            due_at__lt=at,
            owed_by__in=OURS,
            suspended_at__isnull=True,
        )
    )


def _searched(actor: Actor, rows: QuerySet[File], q: str) -> QuerySet[File]:
    """Keep the files with this number, code, or person's name (also pinyin, initials, without marks)."""
    text = q.strip()
    code = typed(text)
    if len(code) == LENGTH and set(code) <= set(LETTERS):
        found = Receipt.objects.filter(code_hash=fingerprint(code)).values("file_id")
        hits = rows.filter(pk__in=found)
        if hits.exists():
            return hits
    keys = [BOUND + part for part in dict.fromkeys((text.lower(), fold(text))) if part]
    names = Q()
    for key in keys:
        names |= Q(name_keys__contains=key)
    persons = (
        visible(actor, Verb.PEOPLE_SEE, Person.objects.filter(names)).values("pk") if keys else []
    )
    return rows.filter(
        Q(number__contains=text) | Q(request_number__contains=text) | Q(person_id__in=persons)
    )


def filtered(actor: Actor, wanted: Wanted, at: datetime) -> QuerySet[File]:
    rows = visible(actor, Verb.AID_SEE, File.objects.all())
    if wanted.state in FILE_STATES:
        rows = rows.filter(state=wanted.state)
    if wanted.late:
        rows = rows.filter(_late(at))
    return _searched(actor, rows, wanted.q) if wanted.q.strip() else rows


def _cursor(file: File) -> str:
    return f"{file.received_at.timestamp():.6f}_{file.pk.hex}"


def _read(cursor: str) -> tuple[datetime, UUID] | None:
    """Return the place of a cursor; None for one that nobody made here."""
    when, _, key = cursor.partition("_")
    try:
        return datetime.fromtimestamp(float(when), tz=UTC), UUID(key)
    except (ValueError, OverflowError, OSError):
        return None


def _edge(place: tuple[datetime, UUID], *, older: bool) -> Q:
    at, key = place
    if older:
        return Q(received_at__lte=at) & (Q(received_at__lt=at) | Q(pk__lt=key))
    return Q(received_at__gte=at) & (Q(received_at__gt=at) | Q(pk__gt=key))


def listed(actor: Actor, wanted: Wanted, at: datetime) -> Page:
    """Return one page, the newest first. A cursor that cannot be read gives the first page."""
    rows = filtered(actor, wanted, at)
    after, before = _read(wanted.after), _read(wanted.before)
    backwards = after is None and before is not None
    if before is not None and backwards:
        found = list(
            rows.filter(_edge(before, older=False)).order_by("received_at", "pk")[: PAGE + 1]
        )
    else:
        older = rows.filter(_edge(after, older=True)) if after else rows
        found = list(older.order_by("-received_at", "-pk")[: PAGE + 1])
    more, shown = len(found) > PAGE, found[:PAGE]
    if backwards:
        shown.reverse()
    newer = more if backwards else after is not None
    older_left = True if backwards else more
    return Page(
        rows=_with_duties(actor, shown),
        previous=_cursor(shown[0]) if shown and newer else "",
        next=_cursor(shown[-1]) if shown and older_left else "",
    )


def _with_duties(actor: Actor, files: list[File]) -> list[Listed]:
    open_now = Duty.objects.filter(subject_id__in=[f.pk for f in files], ended_at__isnull=True)
    first: dict[UUID, Duty] = {}
    for duty in visible(actor, Verb.DUTY_SEE, open_now).order_by("due_at"):
        held = first.get(duty.subject_id)
        if held is None or (held.owed_by not in OURS and duty.owed_by in OURS):
            first[duty.subject_id] = duty
    return [Listed(file, first.get(file.pk)) for file in files]


def counts(actor: Actor, at: datetime) -> Counts:
    """Count what is open and late within the actor's reach, up to `MANY` each; ended files are not counted.

    A province has tens of thousands of open files; whoever needs their exact number reads the statistics.
    """
    rows = visible(actor, Verb.AID_SEE, File.objects.all())
    states = {state: rows.filter(state=state)[: MANY + 1].count() for state in FILE_OPEN}
    open_late = Duty.objects.filter(
        subject=File._meta.label,
        ended_at__isnull=True,
        due_at__lt=at,
        owed_by__in=OURS,
        suspended_at__isnull=True,
    )
    about = visible(actor, Verb.AID_SEE, open_late).values("subject_id")[: DUTIES_A_FILE * MANY]
    late = about.aggregate(n=Count("*"), files=Count("subject_id", distinct=True))
    cut = late["n"] == DUTIES_A_FILE * MANY
    return Counts(states, MANY + 1 if cut else min(late["files"], MANY + 1))
