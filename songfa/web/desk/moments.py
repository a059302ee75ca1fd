"""A time of the day in one box, read gently, and the moment that a day and a time make in a place."""

import re
import unicodedata
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError

from songfa.rules.packs.read import Pack
from songfa.words.say import say

# 16:20, 16.20, 16h20 (Vietnamese), 1620
FORM = re.compile(r"^(\d{1,2})\s*[:.hH点时]\s*(\d{2})?分?$|^(\d{2})(\d{2})$")


class TimeField(forms.CharField):
    """A time as people write it. Cleans to a `time`, or None when empty and not required."""

    def __init__(self, *, need: str, required: bool = True, **more: Any) -> None:
        super().__init__(max_length=10, required=required, **more)
        self.error_messages["required"] = say(need)
        self.need = need

    def clean(self, value: Any) -> time | None:
        written = unicodedata.normalize("NFKC", str(value or "")).strip()
        if not written and not self.required:
            return None
        found = FORM.match(written)
        if found is None:
            raise ValidationError(say(self.need), code="required")
        hour, minute = (found[1], found[2] or "0") if found[1] else (found[3], found[4])
        try:
            return time(int(hour), int(minute))
        except ValueError:
            raise ValidationError(say(self.need), code="required") from None


def moment_of(on: date, when: time, pack: Pack) -> datetime:
    """Return the moment of a day and time where the pack holds."""
    return datetime.combine(on, when, ZoneInfo(pack.head.timezone))


def written(at: datetime, pack: Pack) -> tuple[date, str]:
    """Return the day and the time (HH:MM) of a moment where the pack holds."""
    local = at.astimezone(ZoneInfo(pack.head.timezone))
    return local.date(), f"{local:%H:%M}"
