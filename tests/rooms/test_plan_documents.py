"""Real documents, from the file to dated duties."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from songfa.duties.models import Duty
from songfa.outreach.actions import plans
from songfa.outreach.models import Share
from songfa.outreach.reads import plans as reads
from songfa.papers import examples
from songfa.papers.uploads import Upload
from tests.conftest import SHARED
from tests.town import Town

AT = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
OURS = sorted(Path(next(iter(examples.__path__))).glob("plan-*.txt"))
SAMPLES = [
    *(
        SHARED / "seeds" / f"00{n}_{key}.txt"
        for n, key in enumerate(
            ("86ac34eeadbbb348", "df6df87a9db49800", "4e6ff2b5a3c6dd63", "ac11c7e4b6f44725")
        )
    ),
    *sorted((SHARED / "cases" / "plans").glob("*.docx")),
    *sorted((SHARED / "cases" / "plans").glob("*-0?-*.txt")),
]


@pytest.mark.parametrize("file", [*OURS, *SAMPLES], ids=lambda f: f.name)
def test_a_document_becomes_duties(town: Town, settings: Any, tmp_path: Path, file: Path) -> None:
    if not file.exists():
        pytest.skip("the sample documents are not beside this checkout")
    settings.MEDIA_ROOT = tmp_path
    head = town.actor("head")
    drawn = plans.draft(actor=head, at=AT, upload=Upload(file.name, file.read_bytes()))
    for plan in drawn.plans:
        last = len(drawn.source.lines)
        nodes = reads.tree(plan)
        assert nodes
        assert all(n.task.first_line is not None and 1 <= n.task.first_line <= last for n in nodes)
        assert all(
            f.lines is None or f.lines[1] <= last
            for f in reads.findings(plan, [n.task for n in nodes])
        )
        if plan.year is None:
            plan = plans.correct_head(actor=head, at=AT, plan=plan, field="year", value=2026)  # noqa: PLW2901
        for row in reads.giving(plan):
            plans.assign(actor=head, at=AT, task=row.task, units=[town.units["station"].pk])
        plans.adopt(actor=head, at=AT, plan=plan)
    leaves = sum(n.leaf for plan in drawn.plans for n in reads.tree(plan))
    assert Share.objects.count() == leaves
    assert Duty.objects.filter(code__startswith="plan_share").count() >= leaves
    assert not Duty.objects.filter(code__startswith="plan_share", due_at__isnull=True).exists()
