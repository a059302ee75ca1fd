"""One file and what belongs to it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from songfa.access.policy import Actor, visible
from songfa.aid.models import File, Log, Paper
from songfa.audit.door import look
from songfa.rules.problems import NOT_FOUND
from songfa.rules.verbs import Verb


def file(actor: Actor, file_id: UUID, *, at: datetime) -> File:
    """Return a file within the actor's reach. The look is recorded. Raises NOT_FOUND."""
    rows = visible(actor, Verb.AID_SEE, File.objects.filter(pk=file_id))
    found = rows.select_related(
        "unit", "received_by", "area", "decided_by", "practitioner", "receipt"
    ).first()
    if found is None:
        raise NOT_FOUND(thing="file")
    look(actor=actor, verb=Verb.AID_SEE, subject=found, at=at)
    return found


def logs(actor: Actor, of: File) -> list[Log]:
    rows = visible(actor, Verb.AID_SEE, Log.objects.filter(file=of))
    return list(rows.select_related("by").order_by("done_on", "created_at"))


def papers(actor: Actor, of: File, *, alone: bool = False) -> list[Paper]:
    """Return the documents of a file, their text left sealed until it is asked for.

    `alone`: without the letters of a group matter that went out to all at once.
    """
    rows = visible(actor, Verb.AID_SEE, Paper.objects.filter(file=of)).order_by("created_at", "pk")
    rows = rows.defer("content", "told", "why")
    return list(rows.filter(of_batch__isnull=True) if alone else rows)


def paper(actor: Actor, paper_id: UUID, *, at: datetime) -> Paper:
    """Return a document within the actor's reach. The look is recorded. Raises NOT_FOUND."""
    found = (
        visible(actor, Verb.AID_SEE, Paper.objects.filter(pk=paper_id))
        .select_related("file")
        .first()
    )
    if found is None:
        raise NOT_FOUND(thing="paper")
    look(actor=actor, verb=Verb.AID_SEE, subject=found.file, at=at, paper=found.kind)
    return found


def bring(finding: Mapping[str, Any]) -> list[list[str]]:
    """Return what to bring: lists of paper codes, of each of which one is enough."""
    needs = _needs((finding.get("evidence") or {}).get("bring") or {})
    # a paper that is asked for anyway answers every choice in which it stands
    anyway = {need[0] for need in needs if len(need) == 1}
    seen: list[list[str]] = []
    for need in needs:
        if need not in seen and (len(need) == 1 or not anyway.intersection(need)):
            seen.append(need)
    return seen


def _needs(tree: Mapping[str, Any]) -> list[list[str]]:
    if "paper" in tree:
        return [[tree["paper"]]]
    if "all" in tree:
        return [need for branch in tree["all"] for need in _needs(branch)]
    codes = [code for branch in tree.get("any", ()) for need in _needs(branch) for code in need]
    return [list(dict.fromkeys(codes))] if codes else []
