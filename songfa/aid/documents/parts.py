"""What a file must hold before it is closed or handed in, and whether it does."""

from datetime import date

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
    logs = Log.objects.filter(file=file).values_list("kind", "risks_told")
    # a first meeting counts once the risks were told
    work = {kind for kind, told in logs if told or kind != "first_meeting"}
    contract = Contract.objects.filter(file=file).exists()
    known = {
        "summary": bool((summary or file.summary).strip()), "outcome": bool(outcome or file.outcome),
        "agreement": contract, "work": bool(work),
        "recovered": recovered is not None or file.recovered is not None,
    }  # fmt: skip
    return Holds(
        service=file.service, outcome=outcome or file.outcome,
        documents=frozenset(Document.objects.filter(file=file, removed_at=None).values_list("kind", flat=True)),
        papers=frozenset(Paper.objects.filter(file=file).values_list("kind", flat=True)),
        work=frozenset(work), held=frozenset(name for name, there in known.items() if there),
    )  # fmt: skip


def lacking(found: tuple[Checked, ...], before: str) -> list[str]:
    """Return the codes of the parts that a step needs and the file has not."""
    return [c.part.code for c in found if c.part.before == before and not c.there]
