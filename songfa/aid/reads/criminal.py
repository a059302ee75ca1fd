"""Notices, the questions beside a file, lawyers on duty and their register."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from songfa.access.policy import Actor, visible
from songfa.aid.models import DutyHelp, DutySession, File, HeadAnswer, Notice
from songfa.aid.prompts import raised
from songfa.audit.door import Act, look, look_many
from songfa.duties import reads as duties
from songfa.duties.models import Duty
from songfa.network.models import Practitioner
from songfa.people.models import Person
from songfa.rules.notices import Question
from songfa.rules.packs.read import load
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb

PAGE = 50
# an export of the register holds no more rows
MOST_EXPORTED = 20_000
# names of organs that a form proposes
REMEMBERED = 30


@dataclass(frozen=True, slots=True)
class Noticed:
    """A line of the list of notices: the notice with its file, and what is owed about it next."""

    notice: Notice
    duty: Duty | None


@dataclass(frozen=True, slots=True)
class Raised:
    """A question beside a file, and its answer once there is one."""

    question: Question
    answer: HeadAnswer | None


def notices(actor: Actor, *, waiting: bool = False, page: int = 1) -> list[Noticed]:
    """Return a page of notices within reach and one row more, the newest first; `waiting`: nobody acts yet."""
    rows = visible(actor, Verb.AID_SEE, Notice.objects.all()).select_related("file__unit")
    if waiting:
        rows = rows.filter(file__state__in=("received", "granted"))
    first = (page - 1) * PAGE
    found = list(rows.order_by("-received_at", "-created_at", "-pk")[first : first + PAGE + 1])
    owed = Duty.objects.filter(subject_id__in=[n.file_id for n in found], ended_at__isnull=True)
    next_of: dict[UUID, Duty] = {}
    for duty in visible(actor, Verb.DUTY_SEE, owed).order_by("due_at"):
        next_of.setdefault(duty.subject_id, duty)
    return [Noticed(n, next_of.get(n.file_id)) for n in found]


def notice_of(actor: Actor, file: File) -> Notice | None:
    return visible(actor, Verb.AID_SEE, Notice.objects.filter(file=file)).first()


def organs_named(actor: Actor) -> list[str]:
    """Return the names of organs in the newest notices within reach, for a form to propose."""
    rows = visible(actor, Verb.AID_SEE, File.objects.exclude(route="")).order_by("-received_at")
    return list(dict.fromkeys(rows.values_list("organ", flat=True)[:300]))[:REMEMBERED]


def questions(actor: Actor, file: File) -> list[Raised]:
    """Return the questions that the ledger raises about a file, and those that were answered.

    Whoever may not answer sees the answers alone.
    """
    rows = visible(actor, Verb.AID_SEE, HeadAnswer.objects.filter(file=file))
    answers = {a.question: a for a in rows.select_related("by").order_by("created_at")}
    found: list[Raised] = []
    if actor.may(Verb.AID_ANSWER_PROMPT):
        person = Person.objects.filter(pk=file.person_id).first()
        open_now = (q for q in raised(file, person) if q.code not in answers)
        found = [Raised(q, None) for q in open_now]
    for code, answer in answers.items():
        kind = "need" if load(file.pack).versions("need_questions", code) else "head"
        found.append(Raised(Question(code, kind, tuple(answer.because)), answer))  # type: ignore[arg-type]
    return found


@dataclass(frozen=True, slots=True)
class Sought:
    """Which rows of the register: of a session, a kind of place, a month (`2026-11`)."""

    session: str = ""
    kind: str = ""
    month: str = ""


def _month(text: str, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
    """Return the moments between which a month lies; None for what is no month."""
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return datetime.combine(first, time(), zone), datetime.combine(after, time(), zone)


def help_register(actor: Actor, sought: Sought) -> QuerySet[DutyHelp]:
    """Return the rows of the register within reach, the newest first."""
    rows = visible(actor, Verb.AID_HELP, DutyHelp.objects.all())
    rows = rows.select_related("session", "practitioner", "unit")
    if sought.session:
        try:
            rows = rows.filter(session_id=UUID(sought.session))
        except ValueError:
            rows = rows.none()
    if sought.kind:
        rows = rows.filter(session__kind=sought.kind)
    span = _month(sought.month, ZoneInfo(load(actor.pack).head.timezone)) if sought.month else None
    if span is not None:
        rows = rows.filter(asked_at__gte=span[0], asked_at__lt=span[1])
    return rows.order_by("-asked_at", "-number")


def exported(actor: Actor, sought: Sought, *, at: datetime) -> list[DutyHelp]:
    """Return the register to be taken out of the house, the oldest first. Each look at a person is recorded."""
    rows = list(help_register(actor, sought)[:MOST_EXPORTED])[::-1]
    told: dict[str, object] = {
        "exported": len(rows), "month": sought.month, "session": sought.session, "kind": sought.kind
    }  # fmt: skip
    look_many(actor, [Act(Verb.AID_HELP, r._meta.label, r.pk, r.area_path, at, told) for r in rows])
    return rows


def help_row(actor: Actor, help_id: UUID, *, at: datetime) -> DutyHelp:
    """Return a row of the register within reach. The look is recorded. Raises NOT_FOUND."""
    rows = visible(actor, Verb.AID_HELP, DutyHelp.objects.filter(pk=help_id))
    found = rows.select_related("session", "practitioner", "unit", "file").first()
    if found is None:
        raise NOT_FOUND(thing="duty_help")
    look(actor=actor, verb=Verb.AID_HELP, subject=found, at=at, seen=True)
    return found


def sessions(actor: Actor, *, since: datetime | None = None) -> QuerySet[DutySession]:
    """Return the sessions within reach that end after a moment, the next first; without one all, the newest first."""
    rows = visible(actor, Verb.AID_HELP, DutySession.objects.all())
    rows = rows.select_related("practitioner", "unit")
    if since is None:
        return rows.order_by("-starts_at", "-pk")
    return rows.filter(ends_at__gt=since).order_by("starts_at", "pk")


def session(actor: Actor, session_id: UUID) -> DutySession:
    """Return a session within reach. Raises NOT_FOUND."""
    found = sessions(actor).filter(pk=session_id).first()
    if found is None:
        raise NOT_FOUND(thing="duty_session")
    return found


def helped_in(rows: QuerySet[DutyHelp]) -> dict[str, int]:
    """Return how many of the rows there are, were helped, saw a plea witnessed, and applied for legal aid."""
    plain = rows.order_by()
    return {
        "all": plain.count(),
        "given": plain.filter(given_at__isnull=False).count(),
        "declined": plain.filter(state="declined").count(),
        "plea": plain.filter(plea_witnessed=True).count(),
        "applied": plain.filter(applied_at__isnull=False).count(),
    }


def owed_about_help(actor: Actor, help_id: UUID) -> list[Duty]:
    """Return what is still owed about a row of the register."""
    return [duty for duty in duties.of(actor, help_id) if duty.ended_at is None]


def who_may_sit(actor: Actor) -> list[Practitioner]:
    """Return the practitioners that the actor may put on duty."""
    rows = visible(actor, Verb.AID_ROSTER, Practitioner.objects.filter(active=True))
    return list(rows.select_related("unit").order_by("name", "pk"))
