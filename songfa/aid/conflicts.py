"""Conflicts of interest: whoever acts or acted for the other side, here or through a colleague, and declared ties.

The look goes beyond the reach of whoever asks, since the other side's file may lie anywhere; it gives back codes only.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from songfa.access.policy import everywhere
from songfa.aid.marks import name_mark
from songfa.aid.models import Assignment, File, Party, Recipient, Tie
from songfa.network.models import Practitioner
from songfa.rules.machines import FILE_OPEN
from songfa.rules.packs.read import load
from songfa.rules.ranking import ConflictGround, Reason

Pair = tuple[UUID, UUID]  # file, practitioner
Found = Mapping[Pair, tuple[Reason, ...]]
OWN, ADVERSE = "own", "adverse"


@dataclass(frozen=True, slots=True)
class Known:
    """A party by its fingerprints."""

    side: str
    name: str
    number: str
    company: bool = False

    def is_(self, other: "Known") -> bool | None:
        """Return True for the same, False for another, None when only the name of a person agrees."""
        if self.number and other.number:
            return self.number == other.number
        if self.name != other.name:
            return False
        return True if self.company and other.company else None


def recipient(file: File) -> Known:
    return Known(OWN, name_mark(file.person.name), file.person.id_index)


def company(name: str) -> Known:
    """Return the other side of a group's claim: an employer, as a rule."""
    return Known(ADVERSE, name_mark(name, company=True), "", company=True)


def sides(files: Sequence[File]) -> dict[UUID, list[Known]]:
    """Return the known parties of each file, the person who is helped included."""
    found: dict[UUID, list[Known]] = {file.pk: [recipient(file)] for file in files}
    for file in files:
        if file.adverse_party:
            found[file.pk].append(company(file.adverse_party))
    people = Recipient.objects.filter(file__in=[f.pk for f in files], left_on__isnull=True)
    for file_id, name, number in people.values_list("file_id", "person__name", "person__id_index"):
        found[file_id].append(Known(OWN, name_mark(name), number))
    rows = Party.objects.filter(file__in=[f.pk for f in files]).values_list(
        "file_id", "side", "name_mark", "id_mark", "kind"
    )
    for file_id, side, name, number, kind in rows:
        one = Known(side, name, number, kind == "company")
        if one not in found[file_id]:
            found[file_id].append(one)
    return found


def conflicts(files: Sequence[File], among: Sequence[Practitioner]) -> Found:
    """Return what stands against each practitioner acting in each file: reasons `conflict` and `conflict_maybe`.

    `files` need their `person`; a person known by name alone gives a `conflict_maybe`, to be looked at.
    """
    if not files or not among:
        return {}
    with everywhere():
        known = sides(files)
        found: dict[Pair, dict[str, bool]] = defaultdict(dict)
        for pair, ground, sure in (*_through_files(known, among), *_through_ties(known, among)):
            found[pair][ground] = found[pair].get(ground, False) or sure
    return {
        pair: tuple(
            Reason("conflict" if sure else "conflict_maybe", entry=ground)
            for ground, sure in sorted(grounds.items())
        )
        for pair, grounds in found.items()
    }


Hit = tuple[Pair, str, bool]
_WORD = {(OWN, ADVERSE): "for_adverse", (ADVERSE, OWN): "against"}


def _through_files(
    known: Mapping[UUID, Sequence[Known]], among: Sequence[Practitioner]
) -> Iterable[Hit]:
    """Give a hit for every practitioner, or colleague of theirs, who is in a file in which the sides are reversed."""
    by_name, by_number = _looked_up(known)
    people = {p.pk: p.unit_id for p in among}
    colleagues: dict[UUID, list[UUID]] = defaultdict(list)
    for one in among:
        colleagues[one.unit_id].append(one.pk)
    parties = Party.objects.filter(
        Q(name_mark__in=by_name) | Q(id_mark__in=by_number), side__in=(OWN, ADVERSE)
    ).values_list("file_id", "side", "name_mark", "id_mark", "kind")
    there = [
        (file_id, Known(side, name, number, kind == "company"))
        for file_id, side, name, number, kind in parties
    ]
    acting = _acting({file_id for file_id, _ in there}, people, colleagues)
    for other_id, party in there:
        mine = {
            *by_name.get(party.name, ()),
            *(by_number.get(party.number, ()) if party.number else ()),
        }
        for file_id, here in mine:
            word, same = _WORD.get((party.side, here.side)), here.is_(party)
            if file_id == other_id or word is None or same is False:
                continue
            for who, firm, acts in acting[other_id]:
                if who in people:
                    yield (file_id, who), f"{'acts' if acts else 'acted'}_{word}", same is True
                if acts:
                    for colleague in colleagues.get(firm, ()):
                        if colleague != who:
                            yield (file_id, colleague), f"firm_acts_{word}", same is True


def _acting(
    files: Iterable[UUID], people: Iterable[UUID], firms: Iterable[UUID]
) -> Mapping[UUID, list[tuple[UUID, UUID, bool]]]:
    """Return for each file who of these people and firms took it: practitioner, firm, whether they act still.

    Asked after the parties, not with them: a look at few files, where a join of both may read every assignment.
    """
    found: dict[UUID, list[tuple[UUID, UUID, bool]]] = defaultdict(list)
    rows = (
        Assignment.objects.filter(file__in=set(files))
        .filter(Q(practitioner__in=people) | Q(firm__in=firms))
        .exclude(ended_by="declined")  # never acted
        .values_list("file_id", "practitioner_id", "firm_id", "ended_at", "file__state")
    )
    for file_id, who, firm, ended, state in rows:
        found[file_id].append((who, firm, ended is None and state in FILE_OPEN))
    return found


def _looked_up(
    known: Mapping[UUID, Sequence[Known]],
) -> tuple[dict[str, set[tuple[UUID, Known]]], dict[str, set[tuple[UUID, Known]]]]:
    by_name: dict[str, set[tuple[UUID, Known]]] = defaultdict(set)
    by_number: dict[str, set[tuple[UUID, Known]]] = defaultdict(set)
    for file_id, parties in known.items():
        for one in parties:
            if one.side in (OWN, ADVERSE):
                by_name[one.name].add((file_id, one))
                if one.number:
                    by_number[one.number].add((file_id, one))
    return by_name, by_number


def _through_ties(
    known: Mapping[UUID, Sequence[Known]], among: Sequence[Practitioner]
) -> Iterable[Hit]:
    """Give a hit for every party who is the practitioner, or with whom they declared a tie."""
    declared: dict[UUID, list[tuple[str, Known]]] = defaultdict(list)
    for one in among:
        declared[one.pk].append(("own_interest", Known("", name_mark(one.name), "")))
    rows = Tie.objects.filter(practitioner__in=[p.pk for p in among], ended_at__isnull=True)
    for who, ground, name, number in rows.values_list(
        "practitioner_id", "ground", "name_mark", "id_mark"
    ):
        declared[who].append((ground, Known("", name, number)))
    for file_id, parties in known.items():
        for who, ties in declared.items():
            for ground, tie in ties:
                for party in parties:
                    same = party.is_(tie)
                    if same is not False:
                        yield (file_id, who), ground, same is True


# -- what may be set aside ----------------------------------------------------------------------------

# bars of convenience: an officer may pass over them, with a reason
LIGHT = frozenset({"full", "on_leave", "declined_before", "held_before", "conflict_maybe"})


def key_of_bar(bar: Reason) -> str:
    """Return the name by which a bar is set aside: `full`, `conflict:acted_for_adverse`."""
    return f"{bar.code}:{bar.entry}" if bar.entry else bar.code


def may_be_set_aside(bar: Reason, file: File, on: date) -> bool:
    """Return whether an officer may pass over a bar: those of convenience, and conflicts where the law allows it."""
    if bar.code == "conflict":
        ground = load(file.pack).get(ConflictGround, bar.entry, on)
        return ground.may_be_set_aside(file.service)
    return bar.code in LIGHT
