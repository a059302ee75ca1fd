"""Codes by which an applicant follows a file: eight characters that nobody mistakes, `QH7K-2M9D`."""

import hashlib
import hmac
import unicodedata
from uuid import UUID

from songfa.aid.models import File, Receipt
from songfa.base import home
from songfa.base.models import index_of

# without 0 O, 1 I L, 5 S, 8 B, U V: they are mistaken for each other when read or heard
LETTERS = "234679ACDEFGHJKMNPQRTWXYZ"
LENGTH = 8


def code_of(file_id: UUID, salt: int) -> str:
    """Return the code of a file, worked out from a key that is not in the database (HMAC-SHA256)."""
    told = f"receipt:{file_id}:{salt}".encode()
    number = int.from_bytes(
        hmac.new(bytes.fromhex(home.keys().index), told, hashlib.sha256).digest()
    )
    found = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(LETTERS))
        found.append(LETTERS[place])
    return "".join(found)


def written(code: str) -> str:
    return f"{code[:4]}-{code[4:]}"


def typed(text: str) -> str:
    """Return a code as people type it, in our form: capitals, without spaces and dashes."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return "".join(c for c in plain if c.isalnum())


def fingerprint(code: str) -> str:
    return index_of(f"receipt:{code}")


def hand_out(file: File) -> Receipt:
    """Give a file its code. Two files never have the same one: the salt moves on when a code is taken."""
    salt = 0
    while Receipt.objects.filter(code_hash=fingerprint(code_of(file.pk, salt))).exists():
        salt += 1
    return Receipt.objects.create(
        file=file, unit_id=file.unit_id, salt=salt, created_at=file.created_at,
        code_hash=fingerprint(code_of(file.pk, salt)),
    )  # fmt: skip


def code_for(file: File) -> str:
    """Return the code of a file in its written form; empty for a file that was taken over without a receipt."""
    receipt: Receipt | None = getattr(file, "receipt", None)
    return "" if receipt is None else written(code_of(file.pk, receipt.salt))
