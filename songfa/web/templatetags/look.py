"""What components ask of a form: the words of its errors, where focus goes, a day's boxes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django import forms, template
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorList
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from songfa.rules.problems import Problem
from songfa.web import boxes
from songfa.words.say import LANGUAGES, has, key_of, say, speaking
from songfa.words.tell import tell

register = template.Library()

# radios and checkboxes: the first box stands for the group
GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


def sentence(error: ValidationError) -> str:
    """Return an error in the reader's language.

    A sentence that a form wrote itself stays; a stock message of the framework gives way to
    `field-error-<code>` of our own words, which exist in all three languages.
    """
    key = key_of("field-error", str(error.code or ""))
    if isinstance(error.message, Promise) and error.code and has(key, speaking.get()):
        facts: dict[str, Any] = {k: v for k, v in (error.params or {}).items() if k != "lang"}
        return say(key, **facts)
    return " ".join(str(m) for m in error.messages)


@register.filter
def sentences(errors: ErrorList | Iterable[str] | None) -> list[str]:
    if not errors:
        return []
    if isinstance(errors, ErrorList):
        return [sentence(error) for error in errors.as_data()]
    return [str(error) for error in errors]


@register.filter
def focus_id(field: forms.BoundField) -> str:
    """Return the id of the control to which an error's link leads."""
    if isinstance(field.field.widget, GROUPS):
        return f"{field.auto_id}_0"
    return field.id_for_label or field.auto_id


@dataclass(frozen=True, slots=True)
class Fault:
    """One line of an error summary: the sentence and the control it leads to, if any.

    `label` is set when the sentence is a general one, which says nothing alone: the summary
    puts the field's name before it.
    """

    text: str
    target: str
    label: str = ""


@register.filter
def faults(forms_: forms.BaseForm | Sequence[forms.BaseForm] | None) -> list[Fault]:
    """Return the errors of a form, or of several, in the order of the page."""
    if not forms_:
        return []
    several = [forms_] if isinstance(forms_, forms.BaseForm) else forms_
    return [fault for form in several for fault in _faults(form)]


@register.filter
def faulty(told: object) -> bool:
    """Whether what a page was given is a form with errors, or holds one."""
    several = told if isinstance(told, list | tuple) else [told]
    return any(isinstance(form, forms.BaseForm) and bool(form.errors) for form in several)


def _faults(form: forms.BaseForm) -> Iterator[Fault]:
    for text in sentences(form.non_field_errors()):
        yield Fault(text, "")
    for field in form:
        for error in field.errors.as_data():
            general = isinstance(error.message, Promise)
            yield Fault(
                sentence(error),
                focus_id(field),
                str(field.label).rstrip(" ?:？：") if general else "",
            )


@register.filter
def day_boxes(field: forms.BoundField) -> list[tuple[str, str]]:
    return boxes.boxes(field.value(), speaking.get())


@register.filter
def item(of: Any, key: object) -> object:
    """Return `of[key]`, or an empty text: for hints by choice."""
    return of.get(key, "") if isinstance(of, dict) else ""


@register.simple_tag
def new_press() -> str:
    """Return the number of one form as it is shown: pressed twice, it acts once (`web/desk/press.py`)."""
    return str(uuid4())


@register.simple_tag
def problem_text(problem: Problem) -> str:
    """Say what went wrong; a problem without words of its own is said by its kind."""
    key = key_of("problem", problem.code)
    if has(key, speaking.get()):
        return tell(problem)
    return say(f"look-problem-{problem.kind.value}")


@register.filter
def step_states(n: object, of: object) -> list[str]:
    """Return done, now or next for each of the steps 1..`of`, standing at `n`."""
    at, last = int(str(n)), int(str(of))
    return ["done" if step < at else "now" if step == at else "next" for step in range(1, last + 1)]


@register.filter
def item_shape(kind: str) -> str:
    return "radios" if kind == "radioselect" else "checkboxes"


# what the components write themselves; a placeholder is no hint, and the browser's own checks
# speak the browser's language
OWN_ATTRIBUTES = frozenset(
    {
        "class",
        "id",
        "name",
        "type",
        "value",
        "rows",
        "cols",
        "placeholder",
        "required",
        "maxlength",
        "style",
    }
)


@register.filter
def more_attributes(field: forms.BoundField) -> SafeString:
    """Return the other attributes of a control: autocomplete, inputmode, accept and the like."""
    given = {**field.field.widget.attrs, **({"disabled": True} if field.field.disabled else {})}
    kept = [
        (k, v)
        for k, v in given.items()
        if k not in OWN_ATTRIBUTES and v is not None and v is not False
    ]
    return format_html_join(" ", '{}="{}"', [(k, k if v is True else v) for k, v in kept])


@register.filter
def shown(field: forms.BoundField) -> str:
    """Return a field's value as its control shows it."""
    return str(field.field.widget.format_value(field.value()) or "")


@register.simple_tag
def in_every_language(key: str) -> list[tuple[str, str]]:
    """Return (language, text) of a message: for a page whose reader is not known."""
    return [(language, say(key, lang=language)) for language in LANGUAGES]
