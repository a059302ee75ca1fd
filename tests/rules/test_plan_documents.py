"""Whole invented plan documents with the answers a careful reader gives: every task, field, duty and finding.

Each file in plans/ has its answers beside it; they follow the conventions of the reader (nothing inherited, labels win
over the text, a count per recurring time is a frequency, places and people attending are no quantities).
"""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from songfa.papers.intake import read_document
from songfa.papers.plans.read import read_plans
from songfa.rules.plans.parts import PlanRead, Task

DOCUMENTS = Path(__file__).parent / "plans"
NAMES = sorted(p.name for p in DOCUMENTS.iterdir() if p.suffix in {".txt", ".docx"})


def plain(text: str | None) -> str:
    """Text without differences of width, case, spaces and punctuation."""
    flat = unicodedata.normalize("NFKC", text or "").casefold().replace("ủy ban nhân dân", "ubnd")
    return re.sub(r"[\W_]", "", flat)


@cache
def read(name: str) -> tuple[PlanRead, ...]:
    return read_plans(read_document(name, (DOCUMENTS / name).read_bytes()))


@cache
def expected(name: str) -> list[dict[str, Any]]:
    answers = (DOCUMENTS / name).with_suffix(".gold.json")
    found: list[dict[str, Any]] = json.loads(answers.read_text(encoding="utf-8"))
    return found


def task_facts(task: Task) -> dict[str, Any]:
    return {
        "lead": [plain(x) for x in task.lead],
        "partners": [plain(x) for x in task.partners],
        "products": [plain(x) for x in task.products],
        "start": task.start,
        "end": task.end,
        "frequency": (task.frequency.times, task.frequency.per) if task.frequency else None,
        "quantity": (task.quantity.value, plain(task.quantity.unit)) if task.quantity else None,
        "audiences": sorted(task.audiences),
        "parent": plain(task.parent),
        "lines": list(task.lines),
    }


def answer_facts(task: dict[str, Any]) -> dict[str, Any]:
    often, amount = task.get("frequency"), task.get("quantity")
    scale = 10_000 if amount and amount["unit"].startswith("万") else 1
    return {
        "lead": [plain(x) for x in task.get("lead", [])],
        "partners": [plain(x) for x in task.get("partners", [])],
        "products": [plain(x) for x in task.get("products", [])],
        "start": task.get("start"),
        "end": task.get("end"),
        "frequency": (often["times"], often["per"]) if often else None,
        "quantity": (amount["value"] * scale, plain(amount["unit"].removeprefix("万").strip()))
        if amount
        else None,
        "audiences": sorted(task.get("audiences", [])),
        "parent": plain(task.get("parent")),
        "lines": task["lines"],
    }


def test_there_are_documents_of_both_languages_and_kinds() -> None:
    assert {(n[:2], Path(n).suffix) for n in NAMES} == {
        ("zh", ".txt"), ("zh", ".docx"), ("vi", ".txt"), ("vi", ".docx"),
    }  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_every_task_is_found_with_its_fields(name: str) -> None:
    plans, answers = read(name), expected(name)
    assert len(plans) == len(answers)
    for plan, answer in zip(plans, answers, strict=True):
        assert plan.language == answer["language"]
        assert [plain(t.title) for t in plan.tasks] == [plain(t["title"]) for t in answer["tasks"]]
        for task, wanted in zip(plan.tasks, answer["tasks"], strict=True):
            assert task_facts(task) == answer_facts(wanted), task.title


@pytest.mark.parametrize("name", NAMES)
def test_the_rest_of_the_plan_is_found(name: str) -> None:
    for plan, answer in zip(read(name), expected(name), strict=True):
        assert sorted(a.group for a in plan.audiences) == sorted(answer["audiences"])
        assert [[p.start, p.end, p.lines[0]] for p in plan.phases] == answer["phases"]
        assert [[t.value, t.unit, t.lines[0]] for t in plan.targets] == answer["targets"]
        assert [[m.role, m.name, m.lines[0]] for m in plan.organisation] == answer["organisation"]
        said = [[plain(d.who), d.due, d.lines[-1]] for d in plan.duties]
        assert said == [[plain(who), due, line] for who, due, line in answer["duties"]]


@pytest.mark.parametrize("name", NAMES)
def test_the_findings_are_those_of_a_careful_reader(name: str) -> None:
    def order(found: tuple[str, list[int] | None]) -> tuple[str, list[int]]:
        return found[0], found[1] or []

    for plan, answer in zip(read(name), expected(name), strict=True):
        found = [(f.code, list(f.lines) if f.lines else None) for f in plan.findings]
        wanted = [(code, lines) for code, lines in answer["findings"]]
        assert sorted(found, key=order) == sorted(wanted, key=order)
