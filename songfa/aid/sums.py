"""What the entries of money of a file come to."""

from django.db.models import Sum

from songfa.aid.models import File, Log, Money
from songfa.rules.packs.read import load


def obtained(file: File) -> int | None:
    """Return what was obtained in minor units; None when nothing was ever entered."""
    rows = Money.objects.filter(file=file, kind="obtained")
    if not rows.exists():
        return None
    return rows.filter(removed_at=None).aggregate(n=Sum("amount"))["n"] or 0


def settle(file: File) -> None:
    """Make what the file recovered the sum of what was obtained. The caller holds the file."""
    total = obtained(file)
    if total is not None:
        file.recovered, file.currency = total, load(file.pack).head.currency
        file.save(update_fields=["recovered", "currency"])


def spent(file: File) -> dict[str, int]:
    """Return what was spent in minor units, by purpose."""
    rows = Money.objects.filter(file=file, kind="expense", removed_at=None)
    return dict(rows.values_list("purpose").annotate(n=Sum("amount")).order_by("purpose"))


def minutes(file: File) -> int:
    """Return how many minutes of work were written down."""
    return Log.objects.filter(file=file).aggregate(n=Sum("minutes"))["n"] or 0
