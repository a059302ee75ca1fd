"""What the forms of the desk share."""

from typing import Any

from django import forms

from songfa.web.fields import long_text
from songfa.words.say import say


class VerbForm(forms.Form):
    """A form of a verb; alone it asks for nothing but a yes."""

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.label_suffix = ""

    def add(self, name: str, field: forms.Field, label: str) -> None:
        field.label = say(label)
        self.fields[name] = field


class ReasonForm(VerbForm):
    """A reason in words."""

    def __init__(self, label: str, data: Any = None) -> None:
        super().__init__(data)
        self.add("reason", long_text("work-need-reason"), label)
