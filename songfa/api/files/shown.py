"""What the API tells of a file."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from ninja import Schema

from songfa.access.policy import Actor
from songfa.aid import reads
from songfa.api.shapes import Place


class FileLine(Schema):
    """A file in the list. `due_at` is what is owed about it next."""

    id: UUID
    number: str
    state: str
    matter: str
    service: str
    groups: list[str]
    channel: str
    unit: str
    received_at: datetime
    decided_at: datetime | None
    closed_at: datetime | None
    owed: str
    due_at: datetime | None


class FilesPage(Schema):
    """A page of files, the newest first; `next` and `previous` are cursors for `after` and `before`."""

    files: list[FileLine]
    next: str
    previous: str


class StepOut(Schema):
    """A point of the clock line."""

    code: str
    state: str
    at: datetime | None
    due: datetime | None
    article: str
    owed_by: str


class LogOut(Schema):
    """A piece of work."""

    done_on: date
    minutes: int
    kind: str
    text: str
    by: str


class PaperOut(Schema):
    """A document that was issued."""

    id: UUID
    kind: str
    number: str
    created_at: datetime
    replaces: UUID | None


class FileOut(FileLine):
    """One file, whole."""

    request_number: str
    person: str
    relation: str
    received_by: str
    missing_papers: list[str]
    papers_received: list[str]
    reasons: list[str]
    reasons_text: str
    practitioner: Place | None
    outcome: str
    recovered: int | None
    avoided: int
    currency: str
    summary: str
    finding: dict[str, Any]
    clock: list[StepOut]
    log: list[LogOut]
    papers: list[PaperOut]


def line(row: reads.Listed) -> dict[str, Any]:
    file, duty = row.file, row.duty
    return {
        "id": file.pk, "number": file.number, "state": file.state, "matter": file.matter, "service": file.service,
        "groups": file.groups, "channel": file.channel, "unit": file.unit.name, "received_at": file.received_at,
        "decided_at": file.decided_at, "closed_at": file.closed_at, "owed": duty.code if duty else "",
        "due_at": duty.due_at if duty else None,
    }  # fmt: skip


def _whole(actor: Actor, row: reads.Listed, at: datetime) -> FileOut:
    file = row.file
    steps = reads.clock_line(actor, file, at)
    late = [s for s in steps if s.state in ("now", "late")]
    told = {
        **line(row),
        "owed": late[0].code if late else "",
        "due_at": late[0].due if late else None,
    }
    return FileOut(
        **told, request_number=file.request_number, person=file.story().name, relation=file.relation,
        received_by=file.received_by.name, missing_papers=file.missing_papers, papers_received=file.papers_received,
        reasons=file.reasons, reasons_text=file.reasons_text,
        practitioner=Place(id=str(file.practitioner.pk), name=file.practitioner.name) if file.practitioner else None,
        outcome=file.outcome, recovered=file.recovered, avoided=file.avoided, currency=file.currency,
        summary=file.summary, finding=file.finding,
        clock=[
            StepOut(code=s.code, state=s.state, at=s.at, due=s.due, article=s.article, owed_by=s.owed_by) for s in steps
        ],
        log=[
            LogOut(done_on=x.done_on, minutes=x.minutes, kind=x.kind, text=x.text, by=x.by.name)
            for x in reads.logs(actor, file)
        ],
        papers=[
            PaperOut(
                id=p.pk, kind=p.kind, number=p.number, created_at=p.created_at, replaces=p.replaces_id
            )
            for p in reads.papers(actor, file)
        ],
    )  # fmt: skip


def fetched(actor: Actor, file_id: UUID, at: datetime) -> FileOut:
    return _whole(actor, reads.Listed(reads.file(actor, file_id, at=at), None), at)
