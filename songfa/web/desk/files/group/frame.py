"""What the pages of a group share: the file as they need it, the way back, amounts as they stand in boxes."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from songfa.aid.reads import group as reads
from songfa.rules.money import MINOR
from songfa.rules.problems import NOT_ALLOWED
from songfa.rules.verbs import Verb
from songfa.web.desk.files.opened import Opened, open_file
from songfa.words.say import say


def told(now: Opened) -> dict[str, Any] | None:
    """Return what the panel of a group says; None for a file of one person."""
    sums = reads.totals(now.file) if now.has("recipients") else None
    if sums is None:
        return None
    return {
        "sums": sums, "currency": now.pack.head.currency, "file": now.file,
        "track": (now.file.finding.get("group") or {}).get("track"),
        "may": now.actor.may(Verb.AID_RECIPIENTS),
    }  # fmt: skip


def context_of(now: Opened, **more: object) -> dict[str, object]:
    here = {"name": say("group-title"), "url": reverse("file_recipients", args=[now.file.pk])}
    common = now.common()
    inner: Any = common["inner_trail"]
    return {**common, "group_trail": [*inner, here], "currency": now.pack.head.currency, **more}


def open_to_let_in(request: HttpRequest, file: UUID) -> Opened:
    """Open a file for somebody who may let people in and out: that takes the ledger, too."""
    now = open_file(request, file)
    if not now.actor.may(Verb.PEOPLE_ENTER):
        raise NOT_ALLOWED(verb=Verb.PEOPLE_ENTER)
    return now


def plain(minor: int, currency: str) -> str:
    """Return an amount as it stands in a box: with separators, without a sign of its currency; empty for nothing."""
    if not minor:
        return ""
    whole, rest = divmod(minor, MINOR[currency])
    return f"{whole:,}" + (f".{rest:02d}" if rest else "")
