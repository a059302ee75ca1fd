"""Reads every chain again and says what does not fit."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db.models import OuterRef, Subquery
from django.db.models.fields.json import KeyTextTransform

from songfa.audit.door import head_mark, mark_of
from songfa.audit.models import Head, Line, Stateful


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong.

    Codes: `line_changed`, `line_missing`, `tail_missing`, `head_changed`, `head_missing`, `state_differs`.
    """

    code: str
    place: str


def faults() -> Iterator[Fault]:
    """Yield every fault of the trail, and every state that the trail does not account for."""
    heads = {h.chain: h for h in Head.objects.all()}
    for chain in Line.objects.order_by().values_list("chain", flat=True).distinct():
        if chain not in heads:
            yield Fault("head_missing", chain)
    for head in heads.values():
        yield from _chain(head)
    yield from _states()


def _chain(head: Head) -> Iterator[Fault]:
    before, n = "", 0
    for line in Line.objects.filter(chain=head.chain).order_by("n").iterator(chunk_size=5000):
        n += 1
        if line.n != n:
            yield Fault("line_missing", f"{head.chain}#{n}")
            n = line.n
        if mark_of(before, line) != line.mark:
            yield Fault("line_changed", f"{head.chain}#{line.n}")
        before = line.mark
    if n != head.n:
        yield Fault("tail_missing", f"{head.chain}#{head.n}")
    elif head.last != before or head_mark(head.chain, n, before) != head.mark:
        yield Fault("head_changed", head.chain)


def _states() -> Iterator[Fault]:
    """A state that no line of the trail led to was written past the door."""
    for model in apps.get_models():
        if not issubclass(model, Stateful):
            continue
        last = (
            Line.objects.filter(subject_id=OuterRef("pk"), detail__has_key="after")
            .order_by("-n")
            .values(after=KeyTextTransform("after", "detail"))[:1]
        )
        rows = model._default_manager.annotate(state_told=Subquery(last)).values_list(
            "pk", "state", "state_told"
        )
        for pk, state, told in rows.iterator(chunk_size=5000):
            if state != told:
                yield Fault("state_differs", f"{model._meta.label} {pk}")
