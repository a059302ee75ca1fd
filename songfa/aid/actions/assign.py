"""Who acts in a file: given, taken on, declined, given to another; many at once; offered to volunteers."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from songfa.access.models import Placed, User
from songfa.access.policy import Actor, bound, require, system, visible
from songfa.aid.actions.hearings import hand_over_hearings
from songfa.aid.actions.notices import tell_organ
from songfa.aid.conflicts import key_of_bar, may_be_set_aside
from songfa.aid.holding import held, locked
from songfa.aid.issue import issue
from songfa.aid.marks import folded, name_mark, number_mark
from songfa.aid.models import Assignment, ChangeRequest, File, Offer, Party, Tie, Volunteering
from songfa.aid.models.assignment import KINDS, SIDES
from songfa.aid.parties import keep_parties
from songfa.aid.reads.candidates import roll, weighed
from songfa.audit.door import enter, hold_chains, move, record, still_open
from songfa.network.models import Practitioner
from songfa.people.identity import read_number
from songfa.people.names import tidy
from songfa.rules.packs.read import load
from songfa.rules.problems import (
    BARS_NOT_SET_ASIDE,
    CODE_UNKNOWN,
    DECLINE_WITHOUT_WHY,
    NOT_FOUND,
    OFFER_IMPOSSIBLE,
    PARTY_UNREADABLE,
    PRACTITIONER_BARRED,
    SET_ASIDE_WITHOUT_WHY,
    VOLUNTEERED_ALREADY,
    Problem,
)
from songfa.rules.ranking import ConflictGround, Standing
from songfa.rules.verbs import Verb

P = TypeVar("P", bound=Placed)
IN_COURT = ("litigation", "criminal_defence", "criminal_representation")
# why a practitioner may decline, by codes of words `decline-…`: cn Legal Aid Law Art. 46, vn Law 11/2017 Art. 25
DECLINES = ("conflict", "not_my_field", "too_much_work", "ill_or_away", "too_far", "other")
PARTY_SIDES, PARTY_KINDS = SIDES, KINDS
# what only the practitioner knows: cn Lawyers Law Art. 39, vn Law 11/2017 Art. 25
TIES = ("kin", "interest")
# an offer is open for a month at most
LONGEST_OFFER = timedelta(days=31)


# -- one file ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choice:
    """Who is chosen, which bars the officer passes over (`conflict:acted_for_adverse`), and why."""

    practitioner_id: UUID
    set_aside: Collection[str] = ()
    why: str = ""


@transaction.atomic
def assign(
    *,
    actor: Actor,
    file: File,
    practitioner_id: UUID,
    at: datetime,
    set_aside: Collection[str] = (),
    why: str = "",
) -> File:
    """Give a granted file to a practitioner and write the notice.

    Everything is looked at again at this moment. Raises NOT_FOUND for a practitioner out of reach,
    PRACTITIONER_BARRED for one whom the law or the facts forbid, BARS_NOT_SET_ASIDE when something speaks
    against them that `set_aside` does not name, SET_ASIDE_WITHOUT_WHY when it names something without a reason.
    """
    row = held(file)
    # before the practitioner and the trail, as whoever answers an offer: nobody waits in a ring
    _hold(Offer.objects.filter(file=row, state="offered"))
    choice = Choice(practitioner_id, set_aside, why)
    row = give(actor=actor, file=file, verb=Verb.AID_ASSIGN, choice=choice, at=at)
    for offer in Offer.objects.filter(file=row, state="offered"):
        move(offer, Verb.AID_END_OFFER, actor=actor, at=at)
    return row


@transaction.atomic
def reassign(
    *,
    actor: Actor,
    file: File,
    practitioner_id: UUID,
    reason: str,
    at: datetime,
    set_aside: Collection[str] = (),
    why: str = "",
) -> File:
    """Give a file to another practitioner, with the reason for the change; who had it stays written down.

    A request for somebody else that waits is answered by it, with the same reason, where the actor may agree to it.
    Raises as `assign`, SET_ASIDE_WITHOUT_WHY without a reason.
    """
    if not reason.strip():
        raise SET_ASIDE_WITHOUT_WHY(number=file.number)
    row = held(file)
    asked = visible(
        actor, Verb.AID_AGREE_CHANGE, ChangeRequest.objects.filter(file=row, state="asked")
    )
    _hold(asked)
    choice = Choice(practitioner_id, set_aside, why)
    row = give(
        actor=actor, file=file, verb=Verb.AID_CHANGE_PROVIDER, choice=choice, at=at, replaced=reason.strip()
    )  # fmt: skip
    for request in asked:
        move(
            request, Verb.AID_AGREE_CHANGE, actor=actor, at=at, answer=reason.strip(), answered_at=at,
            answered_by=actor.user, to_id=practitioner_id,
        )  # fmt: skip
    return row


@transaction.atomic
def give(
    *, actor: Actor, file: File, verb: Verb, choice: Choice, at: datetime, replaced: str = ""
) -> File:
    """Give a file by a verb: looked at anew, written down, its papers issued. `replaced` says why it was taken away."""
    row = held(file)
    require(actor, verb, row)
    still_open(row, verb, was=file.state)
    # the lock keeps the roll as it is until the file is given
    found = (
        roll(actor)
        .select_for_update(no_key=True, of=("self",))
        .filter(pk=choice.practitioner_id)
        .first()
    )
    if found is None:
        raise NOT_FOUND(thing="practitioner")
    ((_, standing),) = weighed([found], row, at)
    passed = _checked(row, standing, choice, at)
    _end(row, at, by="replaced", text=replaced)
    told: dict[str, object] = {"practitioner": found.pk, "set_aside": passed}
    if replaced:
        told["instead_of"] = row.practitioner_id
    row = move(
        row, verb, actor=actor, at=at, detail=told,
        practitioner_id=found.pk, held_by_id=found.held_by_id, assigned_at=at,
    )  # fmt: skip
    _hand_over(row)
    hand_over_hearings(actor=actor, file=row, at=at)
    _written(actor, row, found, standing, passed, choice.why, at)
    for kind in _papers_of(row, replaced=bool(replaced)):
        issue(row, kind, at=at)
    tell_organ(actor=actor, file=row, at=at)
    return row


def _papers_of(row: File, *, replaced: bool) -> tuple[str, ...]:
    """Return the papers by which a practitioner is given a file.

    Vietnam appoints or replaces by one decision, in court by forms of its own (TP-TGPL 06, 07, 14, 15); China
    assigns, and tells those who had the file of the change (forms 11 and 17).
    """
    if not load(row.pack).versions("papers", "appointment_for_litigation"):
        return ("assignment", "change_personnel_notice") if replaced else ("assignment",)
    in_court = row.service in IN_COURT
    if replaced:
        return ("replacement_for_litigation" if in_court else "change_personnel_notice",)
    return ("appointment_for_litigation" if in_court else "assignment",)


def _checked(row: File, standing: Standing, choice: Choice, at: datetime) -> list[str]:
    """Return the bars that are passed over. Raises for those that cannot or may not be."""
    on = load(row.pack).day(at)
    hard = [key_of_bar(b) for b in standing.bars if not may_be_set_aside(b, row, on)]
    if hard:
        raise PRACTITIONER_BARRED(name=standing.name, bars=",".join(hard))
    bars = [key_of_bar(b) for b in standing.bars]
    open_ones = [b for b in bars if b not in choice.set_aside]
    if open_ones:
        raise BARS_NOT_SET_ASIDE(name=standing.name, bars=",".join(open_ones))
    if bars and not choice.why.strip():
        raise SET_ASIDE_WITHOUT_WHY(number=row.number)
    return bars


def _end(row: File, at: datetime, *, by: str, reason: str = "", text: str = "") -> None:
    Assignment.objects.filter(file=row, ended_at__isnull=True).update(
        ended_at=at, ended_by=by, end_reason=reason, end_text=text
    )


def _hand_over(row: File) -> None:
    """Let what belongs to the file follow it to its new holder: rows whose model says `follows_holder`.

    Nothing else does: a complaint about somebody is not theirs to read.
    """
    for relation in File._meta.related_objects:
        model = relation.related_model
        if issubclass(model, Placed) and getattr(model, "follows_holder", False):
            rows = model._default_manager.filter(**{relation.field.name: row})
            rows.update(held_by_id=row.held_by_id)


def _written(
    actor: Actor,
    row: File,
    chosen: Practitioner,
    standing: Standing,
    passed: list[str],
    why: str,
    at: datetime,
) -> Assignment:
    """Keep who was given the file and why, and the person who is helped among the parties."""
    keep_parties(row, at)
    return Assignment.objects.create(
        file=row, practitioner=chosen, firm_id=chosen.unit_id, by=actor.user, points=standing.points,
        reasons=[asdict(r) for r in standing.reasons], set_aside=passed, why=why.strip(), created_at=at,
        held_by_id=chosen.held_by_id,
        unit_id=row.unit_id, area_id=row.area_id, area_path=row.area_path,
    )  # fmt: skip


@transaction.atomic
def accept(*, actor: Actor, file: File, at: datetime) -> File:
    """Take on a file that one was given."""
    row = move(file, Verb.AID_ACCEPT, actor=actor, at=at)
    Assignment.objects.filter(file=row, ended_at__isnull=True).update(accepted_at=at)
    return row


@transaction.atomic
def decline(*, actor: Actor, file: File, reason: str, text: str, at: datetime) -> File:
    """Give a file back with a reason, before the work began; it waits to be given to another.

    Raises DECLINE_WITHOUT_WHY for an unknown reason, or for `other` without words.
    """
    if reason not in DECLINES or (reason == "other" and not text.strip()):
        raise DECLINE_WITHOUT_WHY(number=file.number)
    row = held(file)
    # the file leaves the reach of whoever declines: the house writes it, the actor is still judged by the door
    with bound(system(row.pack)):
        _end(row, at, by="declined", reason=reason, text=text.strip())
        row = move(
            row, Verb.AID_DECLINE, actor=actor, at=at, detail={"reason": reason},
            practitioner_id=None, held_by_id=None, assigned_at=None,
        )  # fmt: skip
        hand_over_hearings(actor=actor, file=row, at=at)
        _hand_over(row)
    return row


# -- who stands on which side -----------------------------------------------------------------------


@transaction.atomic
def name_party(
    *, actor: Actor, file: File, side: str, kind: str, name: str, id_number: str, at: datetime
) -> Party:
    """Write down who stands on which side, so that nobody is asked to act against their own client.

    Raises PARTY_UNREADABLE (field: side, kind, name), ID_NUMBER_IMPOSSIBLE for a person's number that cannot be.
    The same party twice is one.
    """
    row = held(file)
    require(actor, Verb.AID_NAME_PARTY, row)
    if side not in SIDES:
        raise PARTY_UNREADABLE(field="side")
    if kind not in KINDS:
        raise PARTY_UNREADABLE(field="kind")
    company = kind == "company"
    plain = tidy(name)
    if not folded(plain, company=company) or len(plain) > 120:
        raise PARTY_UNREADABLE(field="name")
    pack = load(row.pack)
    if id_number.strip() and not company:
        id_number = read_number(pack.head.country, id_number, on=pack.day(at)).number
    party, made = Party.objects.get_or_create(
        file=row, side=side, name_mark=name_mark(plain, company=company), id_mark=number_mark(id_number),
        defaults={
            "kind": kind, "name": plain, "created_at": at, "held_by_id": row.held_by_id,
            "unit_id": row.unit_id, "area_id": row.area_id, "area_path": row.area_path,
        },
    )  # fmt: skip
    record(
        actor=actor, verb=Verb.AID_NAME_PARTY, subject=row, at=at, side=side, kind=kind, new=made
    )
    return party


@transaction.atomic
def declare_tie(
    *,
    actor: Actor,
    practitioner: Practitioner,
    ground: str,
    name: str,
    id_number: str,
    at: datetime,
) -> Tie:
    """Write down with whom a practitioner has a tie (`kin`, `interest`), so that they are not given that file.

    Raises NOT_FOUND out of reach, CODE_UNKNOWN for a ground that nobody declares (who acts for whom is in the files),
    NO_VALUE_AT_DATE for one the pack does not know, PARTY_UNREADABLE.
    """
    require(actor, Verb.AID_DECLARE_TIE, practitioner)
    # a file that is being given to them just now comes before, or sees this
    Practitioner.objects.select_for_update(no_key=True).get(pk=practitioner.pk)
    pack = load(practitioner.unit.pack)
    pack.get(ConflictGround, ground, pack.day(at))
    if ground not in TIES:
        raise CODE_UNKNOWN(code=ground)
    plain = tidy(name)
    if not folded(plain) or len(plain) > 120:
        raise PARTY_UNREADABLE(field="name")
    number = read_number(pack.head.country, id_number, on=pack.day(at)).number
    tie = Tie.objects.create(
        practitioner=practitioner, ground=ground, name=plain, name_mark=name_mark(plain), id_mark=number_mark(number),
        **practitioner.belonging(), created_at=at,
    )  # fmt: skip
    record(actor=actor, verb=Verb.AID_DECLARE_TIE, subject=practitioner, at=at, ground=ground)
    return tie


@transaction.atomic
def end_tie(*, actor: Actor, tie: Tie, at: datetime) -> Tie:
    """Note that a tie is no more; that it was declared stays written down. Raises NOT_FOUND when it ended before."""
    require(actor, Verb.AID_DECLARE_TIE, tie)
    row = (
        Tie.objects.select_for_update(no_key=True).filter(pk=tie.pk, ended_at__isnull=True).first()
    )
    if row is None:
        raise NOT_FOUND(thing="tie")
    row.ended_at = at
    row.save(update_fields=["ended_at"])
    record(
        actor=actor, verb=Verb.AID_DECLARE_TIE, subject=row.practitioner, at=at, ended=row.pk,
        ground=row.ground,
    )  # fmt: skip
    return row


# -- many files at once -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Failed:
    """A pair of a batch that could not be done, and why. `number` is empty for a file out of reach."""

    file_id: UUID
    number: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Confirmed:
    done: tuple[File, ...]
    failed: tuple[Failed, ...]


def _hold(rows: QuerySet[P]) -> None:
    """Lock rows in the order of their numbers."""
    rows = rows.order_by("pk").select_for_update(no_key=True, of=("self",))
    list(rows.values_list("pk", flat=True))


@transaction.atomic
def confirm_batch(*, actor: Actor, pairs: Sequence[tuple[UUID, UUID]], at: datetime) -> Confirmed:
    """Give each file of a confirmed proposal to its practitioner; each is looked at anew.

    What no longer holds (a file given meanwhile, a practitioner struck off) is named and the rest goes through.
    """
    # all files, their offers, all practitioners, all chains, each in one order for all: two who confirm at once do not
    # wait in a ring
    files = visible(
        actor, Verb.AID_ASSIGN, File.objects.filter(pk__in=[file_id for file_id, _ in pairs])
    )
    _hold(files)
    _hold(Offer.objects.filter(file__in=files, state="offered"))
    _hold(roll(actor).filter(pk__in=[practitioner_id for _, practitioner_id in pairs]))
    hold_chains(files.values_list("area_path", flat=True))
    done, failed = [], []
    for file_id, practitioner_id in pairs:
        file = visible(actor, Verb.AID_ASSIGN, File.objects.filter(pk=file_id)).first()
        if file is None:
            failed.append(Failed(file_id, "", NOT_FOUND(thing="file")))
            continue
        try:
            with transaction.atomic():
                done.append(assign(actor=actor, file=file, practitioner_id=practitioner_id, at=at))
        except Problem as why:
            failed.append(Failed(file_id, file.number, why))
    return Confirmed(tuple(done), tuple(failed))


# -- offered to volunteers --------------------------------------------------------------------------


@transaction.atomic
def offer(*, actor: Actor, file: File, shown_path: str, until: date, at: datetime) -> Offer:
    """Show a granted file, without anything that tells of the person, to practitioners of a place around it.

    Raises OFFER_IMPOSSIBLE (why: state, place, until, offered).
    """
    row = held(file)
    today = load(row.pack).day(at)
    if row.state != "granted":
        raise OFFER_IMPOSSIBLE(why="state")
    if not row.area_path.startswith(shown_path) or not shown_path.endswith("."):
        raise OFFER_IMPOSSIBLE(why="place")
    if not today <= until <= today + LONGEST_OFFER:
        raise OFFER_IMPOSSIBLE(why="until")
    if Offer.objects.filter(file=row, state="offered").exists():
        raise OFFER_IMPOSSIBLE(why="offered")
    made = Offer(
        file=row, shown_path=shown_path, until=until, pack=row.pack, unit_id=row.unit_id, area_id=row.area_id,
        area_path=row.area_path, created_at=at,
    )  # fmt: skip
    return enter(made, Verb.AID_OFFER, actor=actor, at=at, shown_to=shown_path, until=until)


def _mine(user: User, shown_path: str) -> Practitioner | None:
    rows = Practitioner.objects.filter(held_by=user, active=True, area_path__startswith=shown_path)
    return rows.order_by("created_at").first()


@transaction.atomic
def volunteer(*, actor: Actor, offer_id: UUID, word: str, at: datetime) -> Volunteering:
    """Say that one would take an offered file. Raises NOT_FOUND for an offer that is not shown to one.

    OFFER_IMPOSSIBLE (why: over) when it is no longer open, VOLUNTEERED_ALREADY the second time.
    """
    require(actor, Verb.AID_VOLUNTEER)
    with bound(system(actor.pack)):
        found = Offer.objects.select_for_update(no_key=True).filter(pk=offer_id).first()
        mine = _mine(actor.user, found.shown_path) if found else None
        if found is None or mine is None:
            raise NOT_FOUND(thing="offer")
        if found.state != "offered" or found.until < load(found.pack).day(at):
            raise OFFER_IMPOSSIBLE(why="over")
        if Volunteering.objects.filter(offer=found, practitioner=mine).exists():
            raise VOLUNTEERED_ALREADY(number=found.file.number)
        made = Volunteering.objects.create(
            offer=found, practitioner=mine, word=word.strip(), created_at=at, held_by=actor.user,
            unit_id=found.unit_id, area_id=found.area_id, area_path=found.area_path,
        )  # fmt: skip
        record(actor=actor, verb=Verb.AID_VOLUNTEER, subject=found, at=at, practitioner=mine.pk)
    return made


@transaction.atomic
def choose(
    *,
    actor: Actor,
    offer: Offer,
    volunteering_id: UUID,
    at: datetime,
    set_aside: Collection[str] = (),
    why: str = "",
) -> File:
    """Give an offered file to one of those who would take it. Raises as `assign`."""
    rows = visible(actor, Verb.AID_CHOOSE, Volunteering.objects.filter(offer=offer))
    taken = rows.filter(pk=volunteering_id).first()
    if taken is None:
        raise NOT_FOUND(thing="volunteering")
    # the file, its offer, who gets it, then the trail, as whoever gives it directly: nobody waits in a ring
    held(offer.file)
    locked(offer)
    _hold(Practitioner.objects.filter(pk=taken.practitioner_id))
    move(
        offer, Verb.AID_CHOOSE, actor=actor, at=at, detail={"practitioner": taken.practitioner_id},
        chosen_id=taken.practitioner_id,
    )  # fmt: skip
    return assign(
        actor=actor,
        file=offer.file,
        practitioner_id=taken.practitioner_id,
        at=at,
        set_aside=set_aside,
        why=why,
    )


@transaction.atomic
def end_offer(*, actor: Actor, offer: Offer, at: datetime) -> Offer:
    """Take an offer back."""
    return move(offer, Verb.AID_END_OFFER, actor=actor, at=at)
