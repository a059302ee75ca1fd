"""Documents of a file: which can be written by hand now. They are issued by the move `aid.issue`."""

from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema
from ninja.responses import codes_4xx

from songfa.aid import reads
from songfa.api.door import DOOR, actor_of, needs
from songfa.api.shapes import Trouble
from songfa.rules.verbs import Verb

router = Router(auth=DOOR)


class Named(Schema):
    """A name in the three languages."""

    en: str
    zh: str
    vi: str


class FormOut(Schema):
    """A document that can be issued by hand. `unconfirmed`: its official fields were not verified."""

    kind: str
    form_no: str
    name: Named
    unconfirmed: bool


@router.get(
    "/files/{uuid:file_id}/forms",
    response={200: list[FormOut], codes_4xx: Trouble},
    operation_id="file_forms",
)
@needs(Verb.AID_ISSUE)
def forms(request: HttpRequest, file_id: UUID) -> list[FormOut]:
    """List the documents that need nothing but what the file knows."""
    actor, at = actor_of(request), timezone.now()
    file = reads.file(actor, file_id, at=at)
    return [
        FormOut(
            kind=x.code, form_no=x.form_no, name=Named(**x.name.model_dump()), unconfirmed=x.unconfirmed
        )
        for x in reads.writable(actor, file, at)
    ]  # fmt: skip
