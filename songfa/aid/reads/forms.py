"""Which documents can be written for a file, how one would look, and those that were issued, all at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from songfa.access.models import Unit
from songfa.access.policy import Actor, visible
from songfa.aid.days import local_day
from songfa.aid.issue import Told, asked, asked_again, blank, compose_alone, compose_for
from songfa.aid.issue.frame import Desk
from songfa.aid.issue.values import values
from songfa.aid.models import File, Paper
from songfa.audit.door import Act, look, look_many
from songfa.papers.out.letter import Letter
from songfa.rules.boxes import Box
from songfa.rules.boxes import boxes as unfilled
from songfa.rules.forms import Form, lacks
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Names
from songfa.rules.packs.schema import Paper as PaperKind
from songfa.rules.problems import COUNT_INVALID, FORM_NOT_BY_HAND, NOT_FOUND
from songfa.rules.values import Value
from songfa.rules.verbs import Verb


@dataclass(frozen=True, slots=True)
class Writable:
    """A document that can be issued by hand now.

    `unconfirmed`: its official fields were not verified; `open`: how many places no row fills; `noted`: whether it
    has room for a remark.
    """

    code: str
    form_no: str
    name: Names
    unconfirmed: bool
    open: int
    noted: bool


def writable(actor: Actor, file: File, at: datetime) -> list[Writable]:
    """Return the documents that need nothing but what the file knows, by their official numbers."""
    if not visible(actor, Verb.AID_ISSUE, File.objects.filter(pk=file.pk)).exists():
        return []
    pack = load(file.pack)
    on = local_day(pack, at)
    known, kinds = values(Desk(pack, file.unit, on), file), pack.all(PaperKind, on)
    found = [
        Writable(
            code,
            kinds[code].form_no or "",
            kinds[code].name,
            form.status == "unconfirmed",
            len(unfilled(form, known)),
            "note" in form.places(),
        )
        for code, form in pack.all(Form, on).items()
        if form.by_hand and code in kinds and not lacks(form, known)
    ]
    return sorted(found, key=lambda x: blank.order(x.form_no, x.code))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a document still asks, and with which answers it begins: those that were told before."""

    boxes: tuple[Box, ...]
    told: Mapping[str, Value]
    note: str = ""
    noted: bool = False


def boxes(actor: Actor, file: File, kind: str, *, at: datetime) -> Asked:
    """Return what a document to be issued by hand still asks; it begins with what earlier ones of the file told.

    Raises NOT_FOUND out of reach or without such a form, FORM_NOT_BY_HAND, FORM_LACKS.
    """
    form = _by_hand(actor, file, kind, at)
    told: dict[str, Value] = {}
    earlier = visible(actor, Verb.AID_SEE, Paper.objects.filter(file=file))
    for paper in earlier.order_by("created_at", "pk"):
        told |= Told.opened(paper.told).hand
    found = asked(file, kind, at=at)
    kept = {box.key: told[box.key] for box in found if box.key in told}
    return Asked(tuple(found), kept, noted="note" in form.places())


def boxes_again(actor: Actor, paper: Paper, *, at: datetime) -> Asked:
    """Return what a document issued anew still asks; it begins with what the one before said."""
    found, was = asked_again(paper, at=at)
    form = load(paper.file.pack).all(Form, local_day(load(paper.file.pack), at)).get(paper.kind)
    kept = {box.key: was.hand[box.key] for box in found if box.key in was.hand}
    noted = form is not None and "note" in form.places()
    return Asked(tuple(found), kept, was.note, noted)


def _by_hand(actor: Actor, file: File, kind: str, at: datetime) -> Form:
    if not visible(actor, Verb.AID_ISSUE, File.objects.filter(pk=file.pk)).exists():
        raise NOT_FOUND(thing="file")
    form = _form(load(file.pack), kind, at)
    if not form.by_hand:
        raise FORM_NOT_BY_HAND(form=kind)
    return form


def preview(
    actor: Actor,
    file: File,
    kind: str,
    *,
    note: str = "",
    hand: Mapping[str, Value] | None = None,
    at: datetime,
) -> Letter:
    """Return how a document would look, without a number. The look is recorded.

    Raises NOT_FOUND out of reach or without such a form, FORM_NOT_BY_HAND, FORM_LACKS, FORM_BOX_SHUT, FORM_BOX_CHOICE.
    """
    _by_hand(actor, file, kind, at)
    made = compose_for(file, kind, at=at, note=note, hand=hand)
    look(actor=actor, verb=Verb.AID_SEE, subject=file, at=at, paper=kind)
    return made


def issued(actor: Actor, file: File, *, kind: str = "", at: datetime) -> list[tuple[str, Letter]]:
    """Return every document issued for a file (or those of one kind) under a name of its own. It is recorded.

    Raises NOT_FOUND when there is none.
    """
    rows = visible(actor, Verb.AID_SEE, Paper.objects.filter(file=file))
    rows = rows.filter(kind=kind) if kind else rows
    found = [(row, Letter.from_json(row.content)) for row in rows.order_by("created_at", "pk")]
    if not found:
        raise NOT_FOUND(thing="paper")
    look(actor=actor, verb=Verb.AID_SEE, subject=file, at=at, papers=len(found), paper=kind)
    return [(f"{row.number or file.number} {letter.title}", letter) for row, letter in found]


# a register of files, where the law of the country has one (vn: Circular 12/2018 Art. 7, form 01)
REGISTER = "register"
MOST_LINES = 5_000


def has_file_register(actor: Actor, at: datetime) -> bool:
    """Whether the law of the actor's office has a register of files."""
    pack = load(_office(actor).pack)
    return REGISTER in pack.all(Form, local_day(pack, at))


def file_register(actor: Actor, first: date, last: date, at: datetime) -> Letter:
    """Return the register of the files that the actor's office accepted from one day to another, both included.

    The look is recorded for each file. Raises NOT_FOUND where the law has no register, COUNT_INVALID when it
    would be longer than anybody can print.
    """
    office = _office(actor)
    pack = load(office.pack)
    _form(pack, REGISTER, at)
    zone = ZoneInfo(pack.head.timezone)
    since = datetime.combine(first, time.min, zone)
    until = datetime.combine(last + timedelta(days=1), time.min, zone)
    rows = visible(actor, Verb.AID_SEE, File.objects.filter(unit=office, decided_at__gte=since))
    rows = rows.filter(decided_at__lt=until).exclude(state="refused")
    found = list(
        rows.select_related("practitioner").order_by("decided_at", "number")[: MOST_LINES + 1]
    )
    if len(found) > MOST_LINES:
        raise COUNT_INVALID(count=len(found))
    desk = Desk(pack, office, local_day(pack, at))
    looks = [
        Act(Verb.AID_SEE, file._meta.label, file.pk, file.area_path, at, {"paper": REGISTER})
        for file in found
    ]
    look_many(actor, looks)
    return compose_alone(
        office, REGISTER, at=at, period_from=desk.day(first), period_to=desk.day(last),
        period_count=str(len(found)),
        register=tuple(_registered(desk, n, file) for n, file in enumerate(found, 1)),
    )  # fmt: skip


def _registered(desk: Desk, n: int, file: File) -> tuple[str, ...]:
    groups = [desk.name_of("groups", code) for code in file.groups]
    return (
        str(n), desk.day(file.decided_at), file.number, file.story().name, desk.join(groups),
        file.cause or desk.name_of("matters", file.matter), desk.name_of("services", file.service),
        file.practitioner.name if file.practitioner else "", desk.day(file.closed_at), "",
    )  # fmt: skip


def blanks(actor: Actor, at: datetime) -> list[blank.Blank]:
    """Return the empty forms of the actor's office."""
    return blank.blanks(_office(actor), at)


def empty(actor: Actor, kind: str, at: datetime) -> Letter:
    """Return an empty form with the name of the actor's office. Raises NOT_FOUND without such a form."""
    office = _office(actor)
    return blank.empty(office, _form(load(office.pack), kind, at).code, at)


def _form(pack: Pack, kind: str, at: datetime) -> Form:
    found = pack.all(Form, local_day(pack, at)).get(kind)
    if found is None:
        raise NOT_FOUND(thing="paper")
    return found


def _office(actor: Actor) -> Unit:
    if actor.anchor is None:
        raise NOT_FOUND(thing="unit")
    return actor.anchor
