"""What every row has, and the kinds of column that several rooms need."""

import hashlib
import hmac
import uuid
from functools import cache
from typing import Any

from cryptography.fernet import Fernet
from django.db import models

from songfa.base import home


class Row(models.Model):
    """A row with a number that says nothing and the time at which it was made (an argument, never the clock)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.label} {self.pk}"


class PathField(models.TextField[str, str]):
    """The place of a row in the territory (`cn.23.2308.`), compared byte by byte so that a b-tree finds a subtree."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["db_collation"] = "C"
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs  # migrations import nothing of ours


@cache
def _cipher() -> Fernet:
    import base64  # noqa: PLC0415

    return Fernet(base64.urlsafe_b64encode(bytes.fromhex(home.keys().fields)))


class Sealed(models.BinaryField[str, str]):
    """Text that is stored encrypted (AES-128-CBC with HMAC, the Fernet form); empty text stays empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["editable"] = False
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, _, args, kwargs = super().deconstruct()
        kwargs.pop("default", None)
        return name, "django.db.models.BinaryField", args, {**kwargs, "default": b""}

    def _check_str_default_value(self) -> list[Any]:
        return []  # the column is bytes, but what the house reads and writes is text

    def get_prep_value(self, value: Any) -> Any:
        if value is None or value == "":
            return b""
        return _cipher().encrypt(str(value).encode())

    def from_db_value(self, value: Any, *_: Any) -> str:
        raw = bytes(value or b"")
        return _cipher().decrypt(raw).decode() if raw else ""

    def to_python(self, value: Any) -> str:
        return "" if value is None else str(value)

    def value_to_string(self, obj: models.Model) -> str:
        raise TypeError("a sealed column is never written out")


def index_of(text: str) -> str:
    """Return the keyed fingerprint by which a sealed value can be found again; empty for empty."""
    if not text:
        return ""
    return hmac.new(bytes.fromhex(home.keys().index), text.encode(), hashlib.sha256).hexdigest()
