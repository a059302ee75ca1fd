"""Whether the publications are what was sealed, and are all still there."""

from collections.abc import Iterator

from songfa.audit.models import Line
from songfa.audit.verify import Fault
from songfa.insight.models import Snapshot
from songfa.insight.seal import genuine
from songfa.rules.verbs import Verb


def faults() -> Iterator[Fault]:
    """Yield `snapshot_changed` and `snapshot_missing`."""
    kept = set()
    for row in Snapshot.objects.iterator(chunk_size=20):
        kept.add(row.pk)
        if not genuine(row):
            yield Fault("snapshot_changed", f"{row.area_path} {row.year} ({row.edition})")
    told = Line.objects.filter(verb=Verb.INSIGHT_FREEZE, subject=Snapshot._meta.label)
    for line in told.exclude(subject_id__in=kept):
        yield Fault(
            "snapshot_missing",
            f"{line.area_path} {line.detail.get('year')} ({line.detail.get('edition')})",
        )
