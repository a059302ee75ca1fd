"""The decision: the finding beside the file, the proof as a tree, the dated values, and what may be decided."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from songfa.aid import reads
from songfa.aid.answering import remedies
from songfa.rules.eligibility.proof import Proof
from songfa.rules.verbs import Verb
from songfa.web.desk.files.acts import ACTS, address
from songfa.web.desk.files.circumstances import circumstances
from songfa.web.desk.files.opened import Opened, open_file
from songfa.web.desk.files.ways import NEAR
from songfa.web.desk.staff import staff
from songfa.words.habits import named
from songfa.words.say import has, key_of, say, speaking

DECIDING = (
    Verb.AID_RECEIVE_PAPERS,
    Verb.AID_GRANT,
    Verb.AID_REFUSE,
    Verb.AID_ASK_PAPERS,
    Verb.AID_TRANSFER,
    Verb.AID_COOPERATE,
    Verb.AID_LAPSE,
    Verb.AID_WITHDRAW,
    Verb.AID_TERMINATE,
    Verb.AID_DISCONTINUE,
    Verb.AID_END_BY_LAW,
)


@staff(Verb.AID_SEE)
def decision(request: HttpRequest, file: UUID) -> HttpResponse:
    """Show what a decision rests on, beside what was told."""
    now = open_file(request, file)
    found = now.file.finding
    key = "zh" if speaking.get() == "zh-Hans" else speaking.get()
    context = {
        **now.common(),
        "told": now.file.story(),
        "limit_on": now.limit_on,
        "circumstances": circumstances(now),
        "outcome": found.get("outcome", ""),
        "on": date.fromisoformat(found["on"]) if found.get("on") else None,
        "emergency": now.file.help_first,
        "lines": _lines(now, key),
        "proof": drawn(now, reads.proof(now.file)),
        "in_hand": [now.say_name("papers", c) for c in sorted(reads.papers_in_hand(now.file))],
        "values": [_value(now, v) for v in reads.values(now.file)],
        "heads": [say(f"decide-value-{h}") for h in ("what", "value", "since", "basis")],
        "matter": now.say_name("matters", now.file.matter),
        "service": now.say_name("services", now.file.service),
        "groups": [now.say_name("groups", code) for code in now.file.groups],
        "ways": _ways(now),
        "deciding": now.file.state in ("received", "awaiting_papers"),
        "pack": named(now.pack.head.name.model_dump()),
        "prompts": prompted(now),
        "remedies": said_remedies(now),
    }
    return render(request, "desk/file_decision.html", context)


def _lines(now: Opened, key: str) -> list[str]:
    """Return why the finding is as it is; the finding itself, with which they begin, stands above them."""
    lines = list((now.file.finding.get("explanation") or {}).get(key, ()))
    outcome = now.file.finding.get("outcome", "")
    return (
        lines[1:] if outcome and lines[:1] == [say(key_of("finding-outcome", outcome))] else lines
    )


def drawn(now: Opened, proof: Proof) -> dict[str, Any]:
    """Return a tree of proof as its template draws it: branches with their words, leaves with their names."""
    return {
        "kind": proof.kind,
        "met": proof.met,
        "name": now.say_name("papers", proof.code) if proof.code else "",
        "parts": [drawn(now, part) for part in proof.parts],
    }


def _value(now: Opened, value: reads.Value) -> dict[str, object]:
    section = key_of("decide-section", value.section)
    amount, _, unit = value.value.partition(" ")
    if value.section == "clocks" and unit:
        shown = say(key_of("file-span", unit), n=int(amount))
    else:
        shown = value.value
    found = now.pack.versions(value.section, value.code)
    entry = next((e for e in found if e.valid_from == value.since), found[-1] if found else None)
    name = named(entry.name.model_dump()) if entry is not None and entry.name else value.code
    return {
        "section": say(section) if has(section) else value.section,
        "name": name,
        "value": shown,
        "since": value.since,
        "until": value.until,
        "basis": value.legal_basis,
        "unconfirmed": value.status == "unconfirmed",
    }


def _ways(now: Opened) -> list[dict[str, object]]:
    """Return what may be decided now."""
    possible = (*now.file.machine.verbs_from(now.file.state), Verb.AID_COOPERATE)
    found = [v for v in DECIDING if v in possible and now.actor.may(v) and v in ACTS]
    if now.file.state != "awaiting_papers" and not reads.papers_awaited(now.file):
        found = [v for v in found if v != Verb.AID_RECEIVE_PAPERS]
    if now.file.papers_asked_at is not None:
        found = [v for v in found if v != Verb.AID_ASK_PAPERS]
    near = NEAR.get(now.file.state, ())
    found.sort(key=lambda v: near.index(v) if v in near else len(near))  # as on the file's page
    return [
        {"name": say(key_of("verb", v)), "url": address(v, now.file)}
        for v in found
        if ACTS[v].offered(now)
    ]


def prompted(now: Opened) -> list[dict[str, object]]:
    """Return what the system sees and offers."""
    return [
        {
            "text": say(key_of("decide-prompt", p.code)),
            "name": say(key_of("verb", p.verb)),
            "url": address(p.verb, now.file),
            "since": p.since,
        }
        for p in reads.prompts(now.actor, now.file, now.at)
    ]


def said_remedies(now: Opened) -> list[dict[str, object]]:
    """Return what may be said against a decision, once there is one."""
    if now.file.state in ("received", "awaiting_papers"):
        return []
    found = remedies(now.pack, now.file.state, now.day)
    return [
        {
            "name": named(r.name.model_dump()),
            "text": named(r.text.model_dump()),
            "basis": r.legal_basis,
        }
        for r in found
    ]


def told(now: Opened) -> dict[str, Any]:
    """Return the panel of a file's page: on what it rests, what was raised, by whom it was handed over."""
    return {
        "url": reverse("file_decision", args=[now.file.pk]),
        "zone": now.pack.head.timezone,
        "remedies": said_remedies(now),
        "means": now.file.means_basis,
        "declared_at": now.file.declared_at,
        "handed_to": now.file.handed_to,
        "handed_from": now.file.handed_from,
        "first_asked_at": now.file.first_asked_at,
        "beside": [
            {
                "kind": w.kind,
                "state": w.row.state,
                "at": w.row.created_at,
                "url": reverse(w.kind, args=[w.row.pk]),
            }
            for w in reads.of_file(now.actor, now.file, now.has)
        ],
    }


urls = [path("files/<uuid:file>/decision/", decision, name="file_decision")]
