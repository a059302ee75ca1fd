"""What the entries of money of a file come to."""

from django.db.models import Sum

from songfa.aid.models import File, Log, Money
from songfa.aid.reads.group import totals
from songfa.rules.packs.read import load


def obtained(file: File) -> int | None:
    """Return what was obtained in minor units; None when nothing was ever entered. A group's is that of its people."""
    sums = totals(file)
    if sums is not None:
        return sums.obtained
    rows = Money.objects.filter(file=file, kind="obtained")
    if not rows.exists():
        return None
    return rows.filter(removed_at=None).aggregate(n=Sum("amount"))["n"] or 0


def avoided(file: File) -> int:
    """Return what the work spared the person, in minor units; a group's is that of its people."""
    sums = totals(file)
    if sums is not None:
        return sums.avoided
    rows = Money.objects.filter(file=file, kind="avoided", removed_at=None)
    return rows.aggregate(n=Sum("amount"))["n"] or 0


def settle(file: File) -> None:
    """Make what the file recovered and avoided the sums of what was entered. The caller holds the file."""
    total, spared = obtained(file), avoided(file)
    if total is not None:
        file.recovered = total
    if total is not None or spared:
        file.currency = load(file.pack).head.currency
    file.avoided = spared
    file.save(update_fields=["recovered", "avoided", "currency"])


def spent(file: File) -> dict[str, int]:
    """Return what was spent in minor units, by purpose."""
    rows = Money.objects.filter(file=file, kind="expense", removed_at=None)
    return dict(rows.values_list("purpose").annotate(n=Sum("amount")).order_by("purpose"))


def minutes(file: File) -> int:
    """Return how many minutes of work were written down."""
    return Log.objects.filter(file=file).aggregate(n=Sum("minutes"))["n"] or 0
