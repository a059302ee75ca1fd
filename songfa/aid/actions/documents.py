"""Documents on a file: checked, kept encrypted, handed out, marked as removed."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction

from songfa.access.policy import Actor, require
from songfa.aid.days import local_day
from songfa.aid.documents import vault
from songfa.aid.documents.accepting import accepted
from songfa.aid.holding import held, open_to_work
from songfa.aid.models import Document, File
from songfa.audit.door import record
from songfa.papers import uploads
from songfa.papers.uploads import Upload
from songfa.rules.filework import DocumentKind
from songfa.rules.machines import FILE_OPEN
from songfa.rules.packs.read import load
from songfa.rules.problems import NOT_FOUND, REASON_MISSING
from songfa.rules.verbs import Verb

# a file is added to until it is archived; objections and complaints come after its end
ADDED_TO = (*FILE_OPEN, "closed", "handed_in", "refused", "terminated", "discontinued")


@transaction.atomic
def add_document(
    *,
    actor: Actor,
    file: File,
    kind: str,
    upload: Upload,
    at: datetime,
    note: str = "",
    pages: int | None = None,
    sha256: str = "",
) -> Document:
    """Put a document on a file. `kind` is of the pack; `pages` where nobody can count them.

    Raises what `accepted` raises, NO_VALUE_AT_DATE for an unknown kind, FILE_KEPT_NO_MORE once the file is archived.
    """
    require(actor, Verb.AID_UPLOAD, file)
    kept = accepted(upload, sha256)
    form, data = kept.kind, kept.data
    row = held(file)
    open_to_work(row, *ADDED_TO)
    pack = load(row.pack)
    pack.get(DocumentKind, kind, local_day(pack, at))
    made = Document(
        pk=uuid4(), file=row, kind=kind, name=kept.name, form=form, sha256=uploads.fingerprint(data),
        came_as=uploads.fingerprint(upload.data), size=len(data), pages=uploads.pages(data, form) or pages,
        note=note.strip(), added_by=actor.user, created_at=at, **row.belonging(),
    )  # fmt: skip
    vault.keep(made.pk, data)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
            told = {"document": str(made.pk), "kind": kind, "form": form, "size": made.size}
            record(actor=actor, verb=Verb.AID_UPLOAD, subject=row, at=at, **told)
    except BaseException:
        vault.drop(made.pk)
        raise
    return made


@transaction.atomic
def hand_out(*, actor: Actor, document: Document, at: datetime) -> bytes:
    """Return the bytes of a document; that they were handed out stands in the trail. Raises DOCUMENT_GONE."""
    require(actor, Verb.AID_SEE, document)
    data = vault.fetch(document.pk, document.sha256)
    record(actor=actor, verb=Verb.AID_SEE, subject=document.file, at=at, document=str(document.pk))
    return data


@transaction.atomic
def remove_document(*, actor: Actor, document: Document, why: str, at: datetime) -> Document:
    """Mark a document as removed, with the reason. It stays where it is and can still be read.

    Raises REASON_MISSING, NOT_FOUND when it was removed before, FILE_KEPT_NO_MORE once the file is archived.
    """
    require(actor, Verb.AID_REMOVE_DOCUMENT, document)
    if not why.strip():
        raise REASON_MISSING(verb=Verb.AID_REMOVE_DOCUMENT)
    open_to_work(held(document.file), *ADDED_TO)
    row = (
        Document.objects.select_for_update(no_key=True)
        .filter(pk=document.pk, removed_at=None)
        .first()
    )
    if row is None:
        raise NOT_FOUND(thing="document")
    row.removed_at, row.removed_by, row.removed_why = at, actor.user, why.strip()
    row.save(update_fields=["removed_at", "removed_by", "removed_why"])
    record(
        actor=actor, verb=Verb.AID_REMOVE_DOCUMENT, subject=row.file, at=at, document=str(row.pk)
    )
    return row
