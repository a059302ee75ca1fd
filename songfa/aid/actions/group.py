"""Group matters: lists read and loaded, people who join and leave, what each got, letters to all at once."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from songfa.access.policy import Actor, require, visible
from songfa.aid import lists
from songfa.aid.days import local_day
from songfa.aid.holding import held
from songfa.aid.issue import batch
from songfa.aid.lists import Entry, Rules
from songfa.aid.models import Batch, BatchLetter, File, Recipient, RecipientList
from songfa.aid.parties import forget_adverse, keep_parties
from songfa.aid.reads import group as reads
from songfa.aid.recoveries import MONEY_COMES, Recovery, figures, still, write_down
from songfa.audit.door import beside, first_time, keep_result, once, record
from songfa.base.models import index_of
from songfa.papers.table import read_table
from songfa.people.actions import Described, find_or_enter_many
from songfa.rules.machines import FILE_OPEN
from songfa.rules.packs.read import load
from songfa.rules.problems import (
    CODE_UNKNOWN,
    DAY_TO_COME,
    GROUP_LETTERS_NONE,
    LIST_EMPTY,
    LIST_STALE,
    NOT_FOUND,
    RECIPIENT_REFUSED,
)
from songfa.rules.verbs import Verb
from songfa.words.explain import KEYS
from songfa.words.habits import named
from songfa.words.say import say

KEPT = timedelta(days=7)
REASONS_TO_LEAVE = (
    "withdrew",
    "settled_alone",
    "own_lawyer",
    "not_entitled",
    "by_mistake",
    "other",
)


# -- a list -----------------------------------------------------------------------------------------


@transaction.atomic
def read_list(*, actor: Actor, file: File, name: str, data: bytes, at: datetime) -> RecipientList:
    """Read a list of recipients and say what is wrong with each row; nothing is loaded.

    Raises the problems of `papers.table.read_table` and of `lists.entries`, GROUP_ENDED.
    """
    require(actor, Verb.AID_RECIPIENTS, file)
    require(actor, Verb.PEOPLE_ENTER)
    still(file, FILE_OPEN)
    rules = reads.rules_of(file, at)
    found = _known_already(actor, file, lists.entries(read_table(name, data), rules), rules)
    RecipientList.objects.filter(file=file).exclude(pk__in=_loaded(file)).delete()
    bad = sum(bool(entry.wrong) for entry in found)
    made = RecipientList.objects.create(
        file=file, by=actor.user, content=lists.packed(found), stands_on=reads.stands_on(file), good=len(found) - bad,
        bad=bad, expires_at=at + KEPT, created_at=at, **_place(file),
    )  # fmt: skip
    record(
        actor=actor,
        verb=Verb.AID_RECIPIENTS,
        subject=file,
        at=at,
        read="list",
        good=made.good,
        bad=bad,
    )
    return made


def _loaded(file: File) -> list[UUID]:
    """Return the last list that was loaded: its bad rows can still be fetched."""
    rows = RecipientList.objects.filter(file=file, loaded_at__isnull=False)
    return list(rows.order_by("-loaded_at").values_list("pk", flat=True)[:1])


def _place(file: File) -> dict[str, object]:
    return {"unit_id": file.unit_id, "area_id": file.area_id, "area_path": file.area_path}


def _known_already(actor: Actor, file: File, found: list[Entry], rules: Rules) -> list[Entry]:
    """Say which rows are in the file already, or in another open file about the same."""
    keys = {e.row: index_of(e.id_number) for e in found if e.id_number}
    here = set(
        Recipient.objects.filter(file=file, left_on__isnull=True, person__id_index__in=keys.values())
        .values_list("person__id_index", flat=True)
    )  # fmt: skip
    there = _elsewhere(actor, file, set(keys.values()))
    refuse = rules.rule.in_another_file == "refuse"
    told = []
    for entry in found:
        key = keys.get(entry.row, "")
        if key in here:
            entry = lists.also(entry, "in_file")  # noqa: PLW2901
        elif key in there:
            say_it = lists.also if refuse else lists.doubted
            entry = say_it(entry, "in_other_file", number=there[key])  # noqa: PLW2901
        told.append(entry)
    return told


def _elsewhere(actor: Actor, file: File, keys: set[str]) -> dict[str, str]:
    """Return the number of another open file about the same matter for each identity that stands in one."""
    others = visible(
        actor, Verb.AID_SEE, File.objects.filter(state__in=FILE_OPEN, matter=file.matter)
    )
    others = others.exclude(pk=file.pk)
    as_applicant = others.filter(person__id_index__in=keys).values_list(
        "person__id_index", "number"
    )
    in_group = Recipient.objects.filter(
        file__in=others, left_on__isnull=True, person__id_index__in=keys
    ).values_list("person__id_index", "file__number")
    return dict([*as_applicant, *in_group])


@transaction.atomic
def load_list(
    *, actor: Actor, file: File, list_id: UUID, at: datetime, with_applicant: bool = False
) -> int:
    """Load the good rows of a list that was read; return how many people came in.

    `with_applicant` puts the applicant in front of them. What was loaded already stays loaded once. Raises
    NOT_FOUND, LIST_STALE when the people of the file changed since it was read, LIST_EMPTY without a good row.
    """
    row = held(file)
    require(actor, Verb.AID_RECIPIENTS, row)
    require(actor, Verb.PEOPLE_ENTER)
    kept = visible(actor, Verb.AID_RECIPIENTS, RecipientList.objects.filter(file=row, pk=list_id))
    found = kept.filter(expires_at__gt=at).select_for_update(no_key=True).first()
    if found is None:
        raise NOT_FOUND(thing="list")
    if found.loaded_at is not None:
        return found.good
    still(row, FILE_OPEN)
    if found.stands_on != reads.stands_on(row):
        raise LIST_STALE(number=row.number)
    good = [entry for entry in lists.unpacked(found.content) if not entry.wrong]
    if not good:
        raise LIST_EMPTY(rows=0)
    if with_applicant:
        _applicant_joins(row, at)
    _join(actor, row, good, at)
    found.loaded_at = at
    found.save(update_fields=["loaded_at"])
    _counted(actor, row, at, loaded=len(good), left_out=found.bad)
    return len(good)


def _applicant_joins(file: File, at: datetime) -> None:
    told = file.story()
    Recipient.objects.get_or_create(
        file=file, person_id=file.person_id,
        defaults={
            "place": _next_place(file), "name": told.name, "phone": told.phone, "created_at": at, **file.belonging(),
        },
    )  # fmt: skip


def _next_place(file: File) -> int:
    last = Recipient.objects.filter(file=file).aggregate(n=Max("place"))["n"]
    return (last or 0) + 1


def _join(actor: Actor, file: File, found: Sequence[Entry], at: datetime) -> list[Recipient]:
    """Let people into the group: into the ledger once, into the file once; who had left comes back."""
    groups = tuple(_groups(file, at))
    described = [
        Described(name=e.name, id_number=e.id_number, phone=e.phone, groups=groups) for e in found
    ]
    entered = find_or_enter_many(
        actor=actor, unit=file.unit, described=described, at=at, on=local_day(load(file.pack), at)
    )
    here = {
        r.person_id: r for r in Recipient.objects.select_for_update(no_key=True).filter(file=file)
    }
    place = _next_place(file)
    joined = []
    for n, (entry, one) in enumerate(zip(found, entered, strict=True)):
        row = here.get(one.person.pk) or Recipient(
            file=file, person=one.person, place=place + n, created_at=at, **file.belonging()
        )
        row.name, row.phone, row.claimed = entry.name, entry.phone, entry.claimed
        row.own_documents, row.left_on, row.left_reason = entry.own_documents, None, ""
        joined.append(row)
    Recipient.objects.bulk_create([r for r in joined if r.person_id not in here], batch_size=500)
    Recipient.objects.bulk_update(
        [r for r in joined if r.person_id in here],
        ["name", "phone", "claimed", "own_documents", "left_on", "left_reason"], batch_size=500,
    )  # fmt: skip
    keep_parties(file, at)
    return joined


def _groups(file: File, at: datetime) -> list[str]:
    """Return the groups of which everybody in such a matter is: those that its fast track asks for."""
    track = reads.fast_track(file, 10**6, at)
    return [g for g in track.groups if g in file.groups] if track else []


def _counted(actor: Actor, file: File, at: datetime, **detail: Any) -> None:
    """After the people changed: the way the file goes, its figures, the line in the trail and the clocks."""
    if file.decided_at is None:
        _track(file, at)
    figures(file)
    beside(file, Verb.AID_RECIPIENTS, actor=actor, at=at, runs_clocks=True, **detail)


def _track(file: File, at: datetime) -> None:
    """Write into the finding whether the group goes the fast way, on which rule, and what follows."""
    sums = reads.totals(file)
    people = sums.people if sums else 0
    track = reads.fast_track(file, people, at) if people else None
    finding = dict(file.finding)
    before = finding.pop("group", None) or {}
    if "outcome_before" in before:
        finding["outcome"] = before["outcome_before"]
    if track is not None:
        finding["group"] = {
            "track": track.code, "people": people, "on": local_day(load(file.pack), at).isoformat(),
            "valid_from": track.valid_from.isoformat(), "legal_basis": track.legal_basis,
            "groups": [g for g in track.groups if g in file.groups],
            "explanation": {
                key: say(
                    "group-track-finding", lang, people=people, least=track.people,
                    track=named(track.name.model_dump(), lang), basis=track.legal_basis,
                )
                for key, lang in KEYS.items()
            },
        }  # fmt: skip
        if finding.get("outcome") == "means_test_required":
            finding["group"]["outcome_before"] = finding["outcome"]
            finding["outcome"] = "means_check_waived"
    file.finding = finding
    file.save(update_fields=["finding"])


# -- one person -------------------------------------------------------------------------------------


@transaction.atomic
def add_recipient(
    *, actor: Actor, file: File, name: str, id_number: str, at: datetime, phone: str = "",
    claimed: str = "", own_documents: bool = True,
) -> Recipient:  # fmt: skip
    """Let one more person into the group; all is as written and checked like a row of a list.

    Raises RECIPIENT_REFUSED (why: code of words `list-wrong-…`), GROUP_ENDED.
    """
    row = held(file)
    require(actor, Verb.AID_RECIPIENTS, row)
    require(actor, Verb.PEOPLE_ENTER)
    still(row, FILE_OPEN)
    rules = reads.rules_of(row, at)
    entry = _known_already(
        actor,
        row,
        [lists.written(rules, name=name, id_number=id_number, phone=phone, claimed=claimed)],
        rules,
    )[0]
    for wrong in entry.wrong:
        raise RECIPIENT_REFUSED(why=wrong.code, **wrong.facts)
    if not reads.totals(row):
        _applicant_joins(row, at)
    [joined] = _join(actor, row, [lists.with_own(entry, own=own_documents)], at)
    _counted(actor, row, at, joined=joined.pk)
    return joined


@transaction.atomic
def leave(
    *, actor: Actor, file: File, recipient_id: UUID, reason: str, on: date, at: datetime
) -> Recipient:
    """Note that somebody left the group, why and when; the row stays. Raises NOT_FOUND, CODE_UNKNOWN, DAY_TO_COME."""
    row = held(file)
    require(actor, Verb.AID_RECIPIENTS, row)
    require(actor, Verb.PEOPLE_ENTER)
    still(row, MONEY_COMES)
    if reason not in REASONS_TO_LEAVE:
        raise CODE_UNKNOWN(code=reason)
    if on > local_day(load(row.pack), at):
        raise DAY_TO_COME(day=on.isoformat())
    gone = Recipient.objects.filter(file=row, pk=recipient_id, left_on__isnull=True).first()
    if gone is None:
        raise NOT_FOUND(thing="recipient")
    gone.left_on, gone.left_reason = on, reason
    gone.save(update_fields=["left_on", "left_reason"])
    _counted(actor, row, at, left=gone.pk, reason=reason)
    return gone


@transaction.atomic
def record_recoveries(
    *, actor: Actor, file: File, each: Mapping[UUID, Recovery], at: datetime
) -> int:
    """Write down what each person got; return how many rows changed. Nobody else's row is touched.

    Raises NOT_FOUND for somebody who is not of this file, AMOUNT_INVALID, DAY_TO_COME, GROUP_ENDED.
    """
    row = held(file)
    require(actor, Verb.AID_RECIPIENTS, row)
    still(row, MONEY_COMES)
    told = write_down(row, each, at)
    if told:
        beside(row, Verb.AID_RECIPIENTS, actor=actor, at=at, runs_clocks=True, **told)
    return len(told.get("recovered", ()))


@transaction.atomic
def name_adverse_party(*, actor: Actor, file: File, name: str, at: datetime) -> File:
    """Note whom the claim of the group is against."""
    row = held(file)
    require(actor, Verb.AID_RECIPIENTS, row)
    still(row, FILE_OPEN)
    forget_adverse(row)
    row.adverse_party = " ".join(name.split())[:120]
    row.save(update_fields=["adverse_party"])
    keep_parties(row, at)
    record(
        actor=actor,
        verb=Verb.AID_RECIPIENTS,
        subject=row,
        at=at,
        adverse_party=bool(row.adverse_party),
    )
    return row


# -- letters ----------------------------------------------------------------------------------------


@transaction.atomic
def issue_to_all(
    *, actor: Actor, file: File, kind: str, at: datetime, token: UUID | None = None
) -> Batch:
    """Issue one kind of letter to everybody in the group. A `token` used before leads to the batch of its first use.

    Raises GROUP_LETTERS_NONE when there is nobody, or the file has not come to what the letter says.
    """
    before = once(token, at) if token else None
    if before is not None:
        return first_time(Batch, before)
    row = held(file)
    require(actor, Verb.AID_ISSUE, row)
    people = list(Recipient.objects.filter(file=row, left_on__isnull=True).order_by("place"))
    if kind not in batch.kinds(row) or not people or not load(row.pack).versions("papers", kind):
        raise GROUP_LETTERS_NONE(number=row.number, kind=kind)
    made = Batch.objects.create(
        file=row, kind=kind, by=actor.user, created_at=at, **row.belonging()
    )
    # the trail before the numbers, as every act does that writes the same paper: nobody waits in a ring
    record(
        actor=actor,
        verb=Verb.AID_ISSUE,
        subject=row,
        at=at,
        kind=kind,
        people=len(people),
        batch=made.pk,
    )
    sent = batch.issue_many(row, kind, people, at)
    BatchLetter.objects.bulk_create(
        BatchLetter(
            batch=made, paper=paper, recipient=to, place=n, created_at=at, **row.belonging()
        )
        for n, (paper, to) in enumerate(sent, 1)
    )  # fmt: skip
    if token:
        keep_result(token, str(made.pk))
    return made
