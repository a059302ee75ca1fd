"""What the page of a file shows of the work on it: documents, hearings, money, its end."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from songfa.aid.documents.parts import parts
from songfa.aid.reads import work as reads
from songfa.rules.filework import MONEY
from songfa.rules.machines import FILE_CLOSED, FILE_HANDLED, FILE_OPEN
from songfa.rules.verbs import Verb
from songfa.web.desk.files.opened import Opened
from songfa.web.fields import name_of
from songfa.words.say import key_of, say

WORKED_ON = ("granted", "assigned", "under_way")
Told = Callable[[Opened], dict[str, Any] | None]


def _way(now: Opened, verb: Verb, route: str, *, when: bool = True) -> str:
    """Return the address of a page; empty for who may not open it now."""
    return reverse(route, args=[now.file.pk]) if when and now.actor.may(verb) else ""


def documents(now: Opened) -> dict[str, Any] | None:
    rows = reads.documents(now.actor, now.file) if now.has("documents") else []
    add = _way(now, Verb.AID_UPLOAD, "file_document_new", when=now.file.state != "archived")
    if not rows and not add:
        return None
    removes = now.actor.may(Verb.AID_REMOVE_DOCUMENT) and now.file.state != "archived"
    return {
        "rows": [
            {
                "row": d, "kind": now.say_name("document_kinds", d.kind),
                "remove": reverse("document_remove", args=[d.pk]) if removes and not d.removed_at else "",
            }
            for d in rows
        ],
        "add": add, "zone": now.pack.head.timezone,
        "catalogue": reverse("file_catalogue", args=[now.file.pk]) if now.file.state in FILE_HANDLED else "",
    }  # fmt: skip


def hearings(now: Opened) -> dict[str, Any] | None:
    rows = reads.hearings(now.actor, now.file) if now.has("hearings") else []
    add = _way(now, Verb.AID_SET_HEARING, "file_hearing_new", when=now.file.state in WORKED_ON)
    if not rows and not add:
        return None
    clash = {h.pk for h in rows if reads.at_the_same_time(now.actor, h)}
    return {
        "rows": [
            {"row": h, "kind": say(key_of("hearing", h.kind)), "clash": h.pk in clash} for h in rows
        ],
        "add": add,
        "zone": now.pack.head.timezone,
    }


def money(now: Opened) -> dict[str, Any] | None:
    rows = reads.money(now.actor, now.file) if now.has("money") else []
    open_ = now.file.state in (*WORKED_ON, "closed", "handed_in")
    add = _way(now, Verb.AID_MONEY, "file_money_new", when=open_)
    if not rows and not add:
        return None
    sums = {
        kind: sum(m.amount for m in rows if m.kind == kind and not m.removed_at) for kind in MONEY
    }
    return {
        "rows": [
            {
                "row": m, "kind": say(key_of("money", m.kind)),
                "purpose": say(key_of("expense", m.purpose)) if m.purpose else "",
                "remove": reverse("money_remove", args=[m.pk]) if add and not m.removed_at else "",
            }
            for m in rows
        ],
        "sums": [
            {"kind": say(key_of("money", kind)), "n": n} for kind, n in sums.items() if n
        ],
        "currency": now.pack.head.currency, "add": add,
        "heads": [say("money-on"), say("money-kind"), {"name": say("money-amount"), "num": True}, say("money-note")],
    }  # fmt: skip


def ending(now: Opened) -> dict[str, Any] | None:
    """Return the agreement, what the file must still hold, each hand-in, and the way to the subsidy."""
    file = now.file
    contracts = reads.contracts(now.actor, file) if now.has("contracts") else []
    handed = reads.handovers(now.actor, file) if now.has("handovers") else []
    if file.state not in (*FILE_OPEN[3:], *FILE_CLOSED) and not contracts and not handed:
        return None
    working = file.state in ("assigned", "under_way", "closed")
    found = parts(file, now.day) if working else ()
    ended = now.pack.versions("closing_events", file.ended_by) if file.ended_by else ()
    return {
        "contracts": contracts,
        "parts": [{"name": name_of(c.part), "there": c.there, "basis": c.part.legal_basis} for c in found],
        "handed": [
            {"row": h, "lacking": [now.say_name("file_parts", code) for code in h.lacking]} for h in handed
        ],
        "ended": now.say_name("closing_events", file.ended_by) if ended else "",
        "file": file, "zone": now.pack.head.timezone,
        "subsidy": _way(now, Verb.AID_CLAIM_SUBSIDY, "file_subsidy", when=file.state in FILE_CLOSED),
    }  # fmt: skip


PANELS: tuple[tuple[str, Told, bool], ...] = (
    ("desk/files/hearings.html", hearings, False),
    ("desk/files/documents.html", documents, False),
    ("desk/files/money.html", money, False),
    ("desk/files/ending.html", ending, True),
)
