"""What a file must hold before it is closed or handed in, and whether it does."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from django.db.models import Value

from songfa.aid.models import Contract, Document, File, Log, Paper
from songfa.rules.filework import Checked, FilePart, Holds, check
from songfa.rules.packs.read import load


def parts(
    file: File, on: date, *, outcome: str = "", summary: str = "", recovered: int | None = None
) -> tuple[Checked, ...]:
    """Return every part that the pack asks of the file, in order, with whether it is there.

    `outcome`, `summary` and `recovered` are what a closing report under way would say, where the file does not yet.
    """
    return check(
        load(file.pack).all(FilePart, on).values(), _holds(file, outcome, summary, recovered)
    )


def _holds(file: File, outcome: str, summary: str, recovered: int | None) -> Holds:
    there = _there(file)
    # a first meeting counts once the risks were told
    work = {kind for kind, told in there["work"] if told or kind != "first_meeting"}
    known = {
        "summary": bool((summary or file.summary).strip()), "outcome": bool(outcome or file.outcome),
        "agreement": bool(there["agreement"]), "work": bool(work),
        "recovered": recovered is not None or file.recovered is not None,
    }  # fmt: skip
    return Holds(
        service=file.service, outcome=outcome or file.outcome,
        documents=frozenset(kind for kind, _ in there["documents"]),
        papers=frozenset(kind for kind, _ in there["papers"]),
        work=frozenset(work), held=frozenset(name for name, there in known.items() if there),
    )  # fmt: skip


def _there(file: File) -> Mapping[str, set[tuple[str, bool]]]:
    """Return the kinds of what belongs to a file, each with whether the risks were told: all in one statement."""
    told, none = Value(value=True), Value("")
    work = Log.objects.filter(file=file).values_list(Value("work"), "kind", "risks_told")
    rows = work.union(
        Contract.objects.filter(file=file).values_list(Value("agreement"), none, told),
        Document.objects.filter(file=file, removed_at=None).values_list(Value("documents"), "kind", told),
        Paper.objects.filter(file=file).values_list(Value("papers"), "kind", told),
    )  # fmt: skip
    found: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for what, kind, risks_told in rows:
        found[what].add((kind, risks_told))
    return found


def lacking(found: tuple[Checked, ...], before: str) -> list[str]:
    """Return the codes of the parts that a step needs and the file has not."""
    return [c.part.code for c in found if c.part.before == before and not c.there]
