"""Whatever the text: the reader never breaks, stays within the file's lines, and invents nothing."""
# ruff: noqa: E501 - the lines of documents are as long as they are

import re
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from songfa.papers.intake import Document
from songfa.papers.plans.passage import flatten
from songfa.papers.plans.read import read_plans, readable_lines
from songfa.rules.plans.parts import PlanRead
from songfa.rules.problems import Problem

EXAMPLES = Path(__file__).resolve().parents[2] / "songfa" / "papers" / "examples"
PIECES = (EXAMPLES / "plan-zh.txt").read_text(encoding="utf-8").splitlines() + (
    EXAMPLES / "plan-vi.txt"
).read_text(encoding="utf-8").splitlines()
MARKS = ["一、", "（二）", "1.", "(3)", "①", "I. ", "a) ", "- ", "+ ", "第一阶段", "牵头单位：", "Thời gian: ", "“三送”", "即", "五个一", "20xx年", "2月30日", "31/4", "每月", "hằng tháng", "100%", "由", "会同", "报送", "\t", "|", "同上"]  # fmt: skip

line = st.one_of(
    st.sampled_from(PIECES),
    st.text(max_size=40).map(lambda t: re.sub(r"[\r\n]", " ", t)),
    st.lists(st.sampled_from(MARKS), max_size=8).map("".join),
    st.tuples(st.sampled_from(MARKS), st.sampled_from(PIECES)).map("".join),
)


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]", "", flatten(text)).casefold()


def plans_in(document: Document) -> tuple[PlanRead, ...]:
    """The plans, none where the text is refused as no plan; any other problem goes on."""
    try:
        return read_plans(document)
    except Problem as problem:
        if problem.code != "file_not_a_plan":
            raise
        return ()


def check(plan: PlanRead, document: Document) -> None:
    lines = readable_lines(document)
    whole = squeezed("".join(lines))

    def inside(span: tuple[int, int] | None) -> bool:
        return span is None or 1 <= span[0] <= span[1] <= len(lines)

    for task in plan.tasks:
        assert inside(task.lines)
        assert all(inside(s) for s in task.field_lines.values())
        own = squeezed("".join(lines))
        for said in (task.title, *task.lead, *task.partners, *task.products):
            assert squeezed(said) in own
        assert task.parent_index is None or 0 <= task.parent_index < len(plan.tasks)
    parts: list[Any] = [*plan.aims, *plan.audiences, *plan.phases, *plan.targets]
    parts += [*plan.organisation, *plan.duties, *plan.findings]
    assert all(inside(part.lines) for part in parts)
    bearers = [d.who for d in plan.duties]
    for told in (*[m.name for m in plan.organisation], *bearers, plan.number, plan.title):
        assert told is None or squeezed(told) in whole
    plan.to_json()


@settings(max_examples=60, deadline=None)
@given(st.lists(line, min_size=1, max_size=30))
def test_any_text(lines: list[str]) -> None:
    document = Document(lines=tuple(lines), kind="txt")
    for plan in plans_in(document):
        check(plan, document)


@settings(max_examples=30, deadline=None)
@given(st.permutations(PIECES[:40]))
def test_shuffled_plan(lines: list[str]) -> None:
    document = Document(lines=tuple(lines), kind="txt")
    for plan in plans_in(document):
        check(plan, document)
