"""Where the bytes of documents lie: each in a file of its own, encrypted (AES-256-GCM), named by a number alone."""

import os
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from songfa.base import home
from songfa.papers.uploads import fingerprint
from songfa.rules.problems import DOCUMENT_GONE

FOLDER = "aid"
NONCE = 12
MARK = b"SFD1"


@cache
def _cipher() -> AESGCM:
    made = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"documents of legal-aid files")
    return AESGCM(made.derive(bytes.fromhex(home.keys().fields)))


def _place(key: UUID) -> str:
    return f"{FOLDER}/{key.hex[:2]}/{key.hex}"


def keep(key: UUID, data: bytes) -> None:
    """Store bytes under a number. What cannot be written whole is taken away again."""
    nonce = os.urandom(NONCE)
    # the number is sealed with the bytes: no document can be put in another's place
    sealed = MARK + nonce + _cipher().encrypt(nonce, data, key.bytes)
    try:
        default_storage.save(_place(key), ContentFile(sealed))
    except BaseException:
        drop(key)
        raise


def fetch(key: UUID, sha256: str) -> bytes:
    """Return stored bytes. Raises DOCUMENT_GONE when they are gone or are no longer what they were."""
    if not default_storage.exists(_place(key)):
        raise DOCUMENT_GONE(document=key)
    with default_storage.open(_place(key)) as file:
        sealed = bytes(file.read())
    nonce, told = sealed[len(MARK) : len(MARK) + NONCE], sealed[len(MARK) + NONCE :]
    try:
        data = _cipher().decrypt(nonce, told, key.bytes)
    except (InvalidTag, ValueError) as error:
        raise DOCUMENT_GONE(document=key) from error
    if not sealed.startswith(MARK) or fingerprint(data) != sha256:
        raise DOCUMENT_GONE(document=key)
    return data


def drop(key: UUID) -> None:
    """Take bytes away that belong to no row."""
    default_storage.delete(_place(key))


def stored(before: datetime) -> Iterator[UUID]:
    """Yield the numbers of all that was stored before a moment."""
    if not default_storage.exists(FOLDER):
        return
    for shelf in default_storage.listdir(FOLDER)[0]:
        for name in default_storage.listdir(f"{FOLDER}/{shelf}")[1]:
            place = f"{FOLDER}/{shelf}/{name}"
            if default_storage.get_modified_time(place) < before:
                yield UUID(hex=name)
