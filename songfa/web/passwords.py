"""The form in which people choose a password of their own."""

from typing import Any, cast

from allauth.account.forms import ChangePasswordForm
from django.core.exceptions import ValidationError

from songfa.words.say import say


class ChangePassword(ChangePasswordForm):  # type: ignore[misc]
    """The present password and the new one, which must be another."""

    def clean(self) -> dict[str, Any]:
        cleaned = cast("dict[str, Any]", super().clean())
        new = cleaned.get("password1")
        if new and new == cleaned.get("oldpassword"):
            code = "same_as_current"
            self.add_error(
                "password1", ValidationError(say("field-error-same-as-current"), code=code)
            )
        return cleaned
