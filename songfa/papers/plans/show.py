"""A plan that was read, as lines of text for a terminal."""

from songfa.rules.plans.parts import Finding, Lines, PlanRead, Task
from songfa.words.say import say


def lines_of(plan: PlanRead, lang: str) -> list[str]:
    """Title, tasks with their fields, and what needs a look, each with its lines."""
    facts = [plan.kind, plan.number, plan.issuer, plan.date]
    out = [plan.title or say("plan-read-untitled", lang=lang), " · ".join(f for f in facts if f)]
    out.append(say("plan-read-tasks", lang=lang, count=len(plan.tasks)))
    for task in plan.tasks:
        out.extend(_task(task, lang))
    parts: list[tuple[str, list[tuple[str, Lines | None]]]] = [
        (
            "plan-read-phases",
            [(f"{p.name} {p.start or ''} – {p.end or ''}", p.lines) for p in plan.phases],
        ),
        (
            "plan-read-targets",
            [(f"{t.measure}: {t.value:g} {t.unit}", t.lines) for t in plan.targets],
        ),
        (
            "plan-read-organisation",
            [
                (
                    f"{say(f'plan-role-{m.role}', lang=lang)}: {_joined(m.name, m.unit, m.title)}",
                    m.lines,
                )
                for m in plan.organisation
            ],
        ),
        ("plan-read-duties", [(f"{d.who}: {d.what} {d.due or ''}", d.lines) for d in plan.duties]),
        ("plan-read-findings", [(finding_text(f, lang), f.lines) for f in plan.findings]),
    ]
    for heading, entries in parts:
        if entries:
            out.append(say(heading, lang=lang))
            out.extend(f"  {text.strip()}{_where(lines, lang)}" for text, lines in entries)
    return [line for line in out if line]


def finding_text(finding: Finding, lang: str) -> str:
    """The sentence about a finding."""
    key = f"plan-finding-{finding.code.replace('_', '-')}"
    if finding.lines is None and finding.code.startswith("missing_"):
        key += "-all"
    return say(key, lang=lang, text=finding.text)


def _task(task: Task, lang: str) -> list[str]:
    indent = "    " if task.parent is not None else "  "
    fields = [
        ("lead", ", ".join(task.lead)),
        ("partners", ", ".join(task.partners)),
        ("period", f"{task.start or ''} – {task.end or ''}" if task.start or task.end else ""),
        ("frequency", _often(task, lang)),
        (
            "quantity",
            f"{task.quantity.value:g} {task.quantity.unit or ''}" if task.quantity else "",
        ),
        ("products", ", ".join(task.products)),
        (
            "audiences",
            ", ".join(say(f"plan-group-{a.replace('_', '-')}", lang=lang) for a in task.audiences),
        ),
    ]
    no = f"{task.no}  " if task.no else ""
    shown = [f"{indent}{no}{task.title}{_where(task.lines, lang)}"]
    shown.extend(
        f"{indent}  {say(f'plan-field-{name}', lang=lang)}: {value}"
        for name, value in fields
        if value.strip()
    )
    return shown


def _often(task: Task, lang: str) -> str:
    if task.frequency is None:
        return ""
    key = f"plan-frequency-{task.frequency.per.replace('_', '-')}"
    return say(key, lang=lang, times=f"{task.frequency.times:g}")


def _joined(*parts: str | None) -> str:
    return " ".join(p for p in parts if p)


def _where(lines: Lines | None, lang: str) -> str:
    if lines is None:
        return ""
    key = "plan-read-line" if lines[0] == lines[1] else "plan-read-lines"
    return f"  [{say(key, lang=lang, first=str(lines[0]), last=str(lines[1]))}]"
