"""What the pages of plans share: where one stands, headings of tables, addresses."""

from typing import Any

from django.urls import reverse

from songfa.outreach.reads import plans as reads
from songfa.rules.problems import Problem
from songfa.words.say import has, key_of, say
from songfa.words.tell import tell

PAGE = 25


def said(problem: Problem) -> str:
    return tell(problem)


def heads_of(*keys: str) -> list[str]:
    return [say(f"plans-col-{key}") for key in keys]


def trail(*steps: tuple[str, str]) -> list[dict[str, str]]:
    first = {"name": say("plans-title"), "url": reverse("plans")}
    return [first, *({"name": name, "url": url} for name, url in steps)]


def plan_step(plan: Any) -> tuple[str, str]:
    return plan.title, reverse("plan", args=[plan.pk])


def task_url(task: Any) -> str:
    return reverse("plan_task", args=[task.pk])


def finding_words(code: str, text: str, *, whole: bool) -> str:
    """Return the sentence of a finding; a code without words of its own is said as the reader wrote it."""
    for key in ((key_of("plan-finding", code, "all"),) if whole else ()) + (
        key_of("plan-finding", code),
    ):
        if has(key):
            return say(key, text=text)
    return text or code


def finding_of(plan: Any, found: reads.Found) -> dict[str, Any]:
    """Return a finding with the ways to settle it."""
    mend = ""
    if found.code == "placeholder_year":
        mend = reverse("plan_head", args=[plan.pk])
    elif found.task is not None and found.field:
        mend = f"{task_url(found.task)}?edit={found.field}#task"
    look = task_url(found.task) if found.task is not None else ""
    return {
        "found": found,
        "words": finding_words(found.code, found.text, whole=found.lines is None),
        "mend": mend,
        "look": look if not mend else "",
        "year": found.code == "placeholder_year",
        "keep": reverse("plan_keep", args=[plan.pk, found.place]),
    }
