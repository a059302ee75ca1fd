"""The fields of a task: how each is shown, what the document said of it, and the form that corrects it."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django import forms
from django.core.exceptions import ValidationError

from songfa.outreach.reads.words import audience_codes
from songfa.rules.plans.schedule import PERS, day_of
from songfa.web.boxes import DayField, Written
from songfa.words import habits
from songfa.words.say import key_of, say, speaking

LISTS = ("lead", "partners", "products")
DAYS = ("start", "end")
ORDER = (
    "title",
    "text",
    "lead",
    "partners",
    "start",
    "end",
    "frequency",
    "quantity",
    "products",
    "budget",
    "audiences",
)
ANY_YEAR = 2024  # a leap year: 29 February may stand without its year


class Tasklike(Protocol):
    """What is asked of a task here."""

    said: dict[str, Any]
    first_line: int | None

    @property
    def corrected_by(self) -> object: ...


def label(field: str) -> str:
    """Return the word of a field."""
    return say(f"plan-task-{field}" if field in ("text", *DAYS) else f"plan-field-{field}")


# -- showing ----------------------------------------------------------------------------------------


def written_day(text: str | None) -> str:
    """Say a day as it was written: whole, or without its day or its year."""
    if not text:
        return ""
    year, _, rest = (
        ("", "", text.removeprefix("--")) if text.startswith("--") else text.partition("-")
    )
    month, _, day = rest.partition("-")
    if year and day:
        return habits.day(date(int(year), int(month), int(day)))
    if year:
        return say("plan-day-year-month", year=year, month=int(month))
    return (
        say("plan-day-month-day", month=int(month), day=int(day))
        if day
        else say("plan-day-month", month=int(month))
    )


def number(value: object) -> str:
    """Say a number without needless zeros."""
    return "" if value is None else habits.number(float(str(value)))


def frequency(times: object, per: str) -> str:
    return say(key_of("plan-frequency", per), times=number(times)) if per else ""


def measure_of(measure: str, *, recurs: bool) -> str:
    """Return in what a task is counted: what recurs is counted in times."""
    return say("plan-times") if recurs else measure


def group(code: str) -> str:
    return say(key_of("plan-group", code)) if code in audience_codes() else code


def shown(field: str, values: Mapping[str, Any]) -> list[str]:
    """Return the lines that show a field."""
    value = values.get(field)
    if field == "frequency":
        found = [frequency(values.get("times"), values.get("per") or "")]
    elif field == "quantity":
        found = [f"{number(values.get('quantity'))} {values.get('measure') or ''}".strip()]
    elif field in DAYS:
        found = [written_day(value)]
    elif field == "audiences":
        found = [group(code) for code in value or ()]
    elif field in LISTS:
        found = [str(x) for x in value or ()]
    else:
        found = [str(value or "")]
    return [text for text in found if text]


def values_of(task: Any) -> dict[str, Any]:
    """Return the columns of a task."""
    names = (
        "title",
        "text",
        *LISTS,
        *DAYS,
        "times",
        "per",
        "quantity",
        "measure",
        "budget",
        "audiences",
    )
    return {name: getattr(task, name) for name in names}


def said_of(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return the same columns as the document has them."""
    often, much = said.get("frequency") or {}, said.get("quantity") or {}
    return {
        **said,
        "times": often.get("times"),
        "per": often.get("per"),
        "quantity": much.get("value"),
        "measure": much.get("unit"),
    }


@dataclass(frozen=True, slots=True)
class Shown:
    """One field of a task: its lines, the document's own where they differ, and the place they came from."""

    field: str
    name: str
    lines: list[str]
    said: list[str]
    changed: bool
    line: int | None
    last: int | None
    form: forms.Form | None = None


def rows(task: Any, editing: str = "", form: forms.Form | None = None) -> list[Shown]:
    """Return the fields of a task in order; the one that is being corrected carries its form."""
    ours, theirs = values_of(task), said_of(task.said)
    spans = task.said.get("field_lines") or {}
    found = []
    for field in ORDER:
        now, before = shown(field, ours), shown(field, theirs)
        span = spans.get(field) or (
            [task.first_line, task.last_line]
            if field in ("title", "text") and task.first_line
            else None
        )
        drawn = form if field == editing else None
        changed = bool(task.said) and now != before
        found.append(
            Shown(
                field,
                label(field),
                now,
                before,
                changed,
                span[0] if span else None,
                span[1] if span else None,
                drawn,
            )
        )
    return found


# -- correcting -------------------------------------------------------------------------------------


class WrittenDay(DayField):
    """A day of a plan in three boxes, the month at least: `2027-06-30`, `2027-06`, `--06`, `--06-30` or ""."""

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        year, _, rest = (
            ("", "", value.removeprefix("--")) if value.startswith("--") else value.partition("-")
        )
        month, _, day = rest.partition("-")
        return year, month.lstrip("0"), day.lstrip("0")

    def to_python(self, value: Any) -> Any:
        if not isinstance(value, tuple) or not any(value):
            return ""
        year, month, day = value
        if not all(part.isascii() and part.isdigit() for part in value if part) or not month:
            raise ValidationError(
                say("field-error-day-incomplete" if not month else "field-error-day-unreadable")
            )
        text = f"{year.zfill(4)}-" if year else "--"
        text += month.zfill(2) + (f"-{day.zfill(2)}" if day else "")
        if len(month) > 2 or len(day) > 2 or day_of(text, ANY_YEAR, last=True) is None:
            raise ValidationError(say("field-error-day-impossible"))
        return text

    def has_changed(self, initial: Any, data: Written | None) -> bool:
        return True


class Lines(forms.CharField):
    """One entry in each line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return [line.strip() for line in str(value or "").splitlines() if line.strip()]

    def validate(self, value: Any) -> None:
        if any(len(line) > 200 for line in value):
            raise ValidationError(say("field-error-max-length", limit_value=200))

    def run_validators(self, value: Any) -> None:
        """Nothing more to check."""


class Amount(forms.DecimalField):
    """A number that people may write with full-width digits, a comma or spaces."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> Any:
        text = unicodedata.normalize("NFKC", str(value if value is not None else ""))
        return super().to_python(text.replace(" ", "").replace(",", "."))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal"}


def _fields(field: str) -> dict[str, forms.Field]:
    """Return the form fields that correct a field of a task."""
    if field == "frequency":
        pers = [("", say("plan-task-per-none")), *((p, say(key_of("plan-per", p))) for p in PERS)]
        times = Amount(
            label=say("plan-task-times"),
            required=False,
            min_value=0,
            max_digits=8,
            decimal_places=2,
        )
        return {
            "times": times,
            "per": forms.ChoiceField(label=say("plan-task-per"), choices=pers, required=False),
        }
    if field == "quantity":
        amount = Amount(
            label=say("plan-task-number"),
            required=False,
            min_value=0,
            max_digits=14,
            decimal_places=2,
        )
        return {
            "quantity": amount,
            "measure": forms.CharField(
                label=say("plan-task-measure"), required=False, max_length=40
            ),
        }
    return {field: _field(field)}


def _field(field: str) -> forms.Field:
    name = label(field)
    if field in DAYS:
        return WrittenDay(label=name, help_text=say("plan-task-day-hint"), required=False)
    if field in LISTS:
        return Lines(label=name, help_text=say("plan-task-lines-hint"), required=False)
    if field == "audiences":
        choices = [(code, group(code)) for code in audience_codes()]
        return forms.MultipleChoiceField(
            label=name, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
        )
    if field == "text":
        return forms.CharField(label=name, widget=forms.Textarea, required=False, max_length=20_000)
    return forms.CharField(
        label=name, required=field == "title", max_length=300 if field == "title" else 200
    )


def form_of(
    field: str, data: Mapping[str, Any] | None = None, initial: Mapping[str, Any] | None = None
) -> forms.Form:
    """Return the form that corrects one field."""
    fields = _fields(field)
    form = forms.Form(data, initial={k: v for k, v in (initial or {}).items() if k in fields})
    form.fields.update(fields)
    return form


class HeadForm(forms.Form):
    """The head of a plan."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"] = forms.CharField(label=say("plan-field-title"), max_length=300)
        self.fields["number"] = forms.CharField(
            label=say("plan-field-number"), max_length=100, required=False
        )
        self.fields["issuer"] = forms.CharField(
            label=say("plan-field-issuer"), max_length=200, required=False
        )
        self.fields["dated"] = WrittenDay(label=say("plan-field-date"), required=False)
        self.fields["year"] = forms.IntegerField(
            label=say("plan-head-year"),
            help_text=say("plan-head-year-hint"),
            required=False,
            min_value=1980,
            max_value=2100,
        )


def joined(texts: Sequence[str]) -> str:
    """Return texts in a row, in the habit of the language."""
    return ("、" if speaking.get() == "zh-Hans" else ", ").join(texts)
