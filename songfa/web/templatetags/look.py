"""What the components ask of a form: the words of its errors, where focus goes, the boxes of a day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms, template
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorList
from django.utils.functional import Promise

from songfa.rules.problems import Problem
from songfa.web import boxes
from songfa.words.say import has, key_of, say, speaking

register = template.Library()

# radios and checkboxes: the first box stands for the group
GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


def sentence(error: ValidationError) -> str:
    """Return an error in the reader's language.

    A sentence that a form wrote itself stays; a stock message of the framework gives way to `field-error-<code>`
    of our own words, which exist in all three languages.
    """
    key = key_of("field-error", str(error.code or ""))
    if isinstance(error.message, Promise) and error.code and has(key, speaking.get()):
        return say(key, **{k: v for k, v in (error.params or {}).items() if isinstance(v, int | float | str)})
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
    """One line of an error summary: the sentence and the control it leads to (empty for the whole form)."""

    text: str
    target: str


@register.filter
def faults(forms_: forms.BaseForm | Sequence[forms.BaseForm] | None) -> list[Fault]:
    """Return the errors of a form, or of several, in the order of the page."""
    if not forms_:
        return []
    several = [forms_] if isinstance(forms_, forms.BaseForm) else forms_
    return [fault for form in several for fault in _faults(form)]


def _faults(form: forms.BaseForm) -> Iterator[Fault]:
    for text in sentences(form.non_field_errors()):
        yield Fault(text, "")
    for field in form:
        for text in sentences(field.errors):
            yield Fault(text, focus_id(field))


@register.filter
def day_boxes(field: forms.BoundField) -> list[tuple[str, str]]:
    return boxes.boxes(field.value(), speaking.get())


@register.filter
def item(of: Any, key: object) -> object:
    """Return `of[key]`, or an empty text: for hints by choice."""
    return of.get(key, "") if isinstance(of, dict) else ""


@register.simple_tag
def problem_text(problem: Problem) -> str:
    """Say what went wrong; a problem without words of its own is said by its kind."""
    key = key_of("problem", problem.code)
    if has(key, speaking.get()):
        return say(key, **problem.facts)
    return say(f"look-problem-{problem.kind.value}")
