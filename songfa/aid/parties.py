"""Everybody a file itself names stands among its parties too, so that no look for conflicts passes them by."""

from collections.abc import Iterator
from datetime import datetime

from songfa.aid.conflicts import ADVERSE, OWN, company, recipient
from songfa.aid.marks import name_mark
from songfa.aid.models import File, Party, Recipient

Mark = tuple[str, str, str]  # side, fingerprint of the name, fingerprint of the number


def keep_parties(row: File, at: datetime) -> None:
    """Write down whoever is helped, everybody in a group matter and the other side of its claim; each once."""
    written = set(Party.objects.filter(file=row).values_list("side", "name_mark", "id_mark"))
    named = {mark: told for mark, *told in _named(row) if mark not in written}
    Party.objects.bulk_create(
        Party(
            file=row, side=side, name_mark=name, id_mark=number, kind=kind, name=plain, created_at=at,
            **row.belonging(),
        )
        for (side, name, number), (kind, plain) in named.items()
    )  # fmt: skip


def forget_adverse(row: File) -> None:
    """Take out the other side of a claim under the name the file has for it, before it gets another."""
    if row.adverse_party:
        mark = company(row.adverse_party).name
        Party.objects.filter(file=row, side=ADVERSE, kind="company", name_mark=mark).delete()


def _named(row: File) -> Iterator[tuple[Mark, str, str]]:
    own = recipient(row)
    yield (OWN, own.name, own.number), "person", row.person.name
    people = Recipient.objects.filter(file=row, left_on__isnull=True).select_related("person")
    for one in people:
        mark = (OWN, name_mark(one.person.name), one.person.id_index)
        yield mark, "person", one.person.name
    if row.adverse_party:
        yield (ADVERSE, company(row.adverse_party).name, ""), "company", row.adverse_party
