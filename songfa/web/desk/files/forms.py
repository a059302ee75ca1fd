"""What the forms of the desk share."""

from datetime import date
from typing import Any

from django import forms

from songfa.web.boxes import DayField
from songfa.web.fields import long_text
from songfa.words.habits import day
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


class ThenForm(VerbForm):
    """The day on which a file is to be seen as it stood: between its receipt and today."""

    def __init__(self, first: date, today: date, data: Any = None) -> None:
        super().__init__(data)
        self.first, self.today = first, today
        self.add("on", DayField(error_messages={"required": say("file-need-day")}), "file-then-day")

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if not self.first <= on <= self.today:
            raise forms.ValidationError(
                say("file-then-outside", first=day(self.first), last=day(self.today))
            )
        return on
