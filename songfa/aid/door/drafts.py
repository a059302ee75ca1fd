"""Answers of the public form kept between its steps, sealed, for a week."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from songfa.aid.models import Draft

KEPT = timedelta(days=7)
Answers = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft: its key, the token that makes its submission happen once, and the answers so far."""

    key: UUID
    token: UUID
    answers: Answers


def fetch(key: UUID | None, at: datetime) -> Kept | None:
    """Return a draft that has not expired."""
    row = Draft.objects.filter(pk=key, expires_at__gt=at).first() if key else None
    if row is None:
        return None
    kept = json.loads(row.content)
    return Kept(row.pk, UUID(kept["token"]), kept["answers"])


def keep(draft: Kept | None, answers: Answers, at: datetime) -> Kept:
    """Keep answers beside those that are there already; a new draft begins when there is none."""
    Draft.objects.filter(expires_at__lte=at).delete()
    made = draft or Kept(uuid4(), uuid4(), {})
    merged = Kept(made.key, made.token, {**made.answers, **answers})
    content = json.dumps(
        {"token": str(merged.token), "answers": merged.answers}, ensure_ascii=False
    )
    Draft.objects.update_or_create(
        pk=merged.key, defaults={"content": content, "expires_at": at + KEPT}, create_defaults={
            "content": content, "expires_at": at + KEPT, "created_at": at,
        },
    )  # fmt: skip
    return merged


def drop(key: UUID) -> None:
    Draft.objects.filter(pk=key).delete()
