"""What a reader found in a plan document, as frozen records. Values are as printed; dates are ISO text or None.

A date without a year keeps the form `--MM` or `--MM-DD` (ISO 8601:2000), a day of every month `---DD`.
`Lines` are 1-based, both ends included, and count the lines of the text as read.
"""

from dataclasses import dataclass, field

Lines = tuple[int, int]
Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Frequency:
    """`times` a `per` (day, week, two_weeks, month, quarter, half_year, term, year)."""

    times: float
    per: str


@dataclass(frozen=True, slots=True)
class Quantity:
    value: float
    unit: str | None


@dataclass(frozen=True, slots=True)
class Aim:
    text: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class Audience:
    group: str
    text: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class Phase:
    name: str
    start: str | None
    end: str | None
    text: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class Task:
    """One item of work; `parent` is the printed number of the item above it."""

    no: str | None
    title: str
    text: str
    lines: Lines
    lead: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    frequency: Frequency | None = None
    quantity: Quantity | None = None
    products: tuple[str, ...] = ()
    budget: str | None = None
    audiences: tuple[str, ...] = ()
    parent: str | None = None
    parent_index: int | None = None
    field_lines: dict[str, Lines] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Target:
    measure: str
    value: float
    unit: str
    audience: str | None
    lines: Lines


@dataclass(frozen=True, slots=True)
class Member:
    """One seat of the leading group: `role` is head, deputy, member or office."""

    role: str
    name: str | None
    title: str | None
    unit: str | None
    lines: Lines


@dataclass(frozen=True, slots=True)
class Duty:
    who: str
    what: str
    due: str | None
    lines: Lines


@dataclass(frozen=True, slots=True)
class Finding:
    """Something missing or odd. `text` quotes the place; the sentence about `code` stands in words/."""

    code: str
    text: str
    lines: Lines | None


@dataclass(frozen=True, slots=True)
class PlanRead:
    """A plan as read. `lines` is the stretch of the file that it fills."""

    title: str | None
    number: str | None
    issuer: str | None
    date: str | None
    language: str
    kind: str | None
    lines: Lines
    aims: tuple[Aim, ...] = ()
    audiences: tuple[Audience, ...] = ()
    phases: tuple[Phase, ...] = ()
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    organisation: tuple[Member, ...] = ()
    duties: tuple[Duty, ...] = ()
    findings: tuple[Finding, ...] = ()
    field_lines: dict[str, Lines] = field(default_factory=dict)

    def to_json(self) -> Json:
        """The published form; whole numbers are written without a fraction."""
        return {
            "title": self.title,
            "number": self.number,
            "issuer": self.issuer,
            "date": self.date,
            "language": self.language,
            "kind": self.kind,
            "lines": list(self.lines),
            "field_lines": _spans(self.field_lines),
            "aims": [{"text": a.text, "lines": list(a.lines)} for a in self.aims],
            "audiences": [
                {"group": a.group, "text": a.text, "lines": list(a.lines)} for a in self.audiences
            ],
            "phases": [
                {
                    "name": p.name,
                    "start": p.start,
                    "end": p.end,
                    "text": p.text,
                    "lines": list(p.lines),
                }
                for p in self.phases
            ],
            "tasks": [_task(t) for t in self.tasks],
            "targets": [
                {
                    "measure": t.measure,
                    "value": _number(t.value),
                    "unit": t.unit,
                    "audience": t.audience,
                    "lines": list(t.lines),
                }
                for t in self.targets
            ],
            "organisation": [
                {
                    "role": m.role,
                    "name": m.name,
                    "title": m.title,
                    "unit": m.unit,
                    "lines": list(m.lines),
                }
                for m in self.organisation
            ],
            "duties": [
                {"who": d.who, "what": d.what, "due": d.due, "lines": list(d.lines)}
                for d in self.duties
            ],
            "findings": [
                {"code": f.code, "text": f.text, "lines": list(f.lines) if f.lines else None}
                for f in self.findings
            ],
        }


def _task(t: Task) -> Json:
    return {
        "no": t.no,
        "title": t.title,
        "text": t.text,
        "lead": list(t.lead),
        "partners": list(t.partners),
        "start": t.start,
        "end": t.end,
        "frequency": {"times": _number(t.frequency.times), "per": t.frequency.per}
        if t.frequency
        else None,
        "quantity": {"value": _number(t.quantity.value), "unit": t.quantity.unit}
        if t.quantity
        else None,
        "products": list(t.products),
        "budget": t.budget,
        "audiences": list(t.audiences),
        "parent": t.parent,
        "parent_index": t.parent_index,
        "lines": list(t.lines),
        "field_lines": _spans(t.field_lines),
    }


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _spans(spans: dict[str, Lines]) -> dict[str, list[int]]:
    return {name: list(lines) for name, lines in spans.items()}
