"""Documents of a file: which can be written by hand now, and what each still asks.

They are issued by the move `aid.issue`. Forms for a person whom a duty lawyer helped are filled here too.
"""

from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema
from ninja.decorators import decorate_view
from ninja.responses import codes_4xx

from songfa.aid import actions, reads
from songfa.aid.issue.correctors import CORRECTORS, corrected_by
from songfa.api.door import DOOR, actor_of, at_most, needs
from songfa.api.shapes import Boxes, Code, Given, Trouble, values_of
from songfa.rules.boxes import Box
from songfa.rules.problems import NOT_ALLOWED
from songfa.rules.verbs import Verb
from songfa.words.say import key_of, say

router = Router(auth=DOOR)
BODY_KB = 128


class Named(Schema):
    """A name in the three languages."""

    en: str
    zh: str
    vi: str


class FormOut(Schema):
    """A document that can be issued by hand.

    `unconfirmed`: its official fields were not verified; `open`: how many of its places no row fills.
    """

    kind: str
    form_no: str
    name: Named
    unconfirmed: bool
    open: int


class ChoiceOut(Schema):
    """A box to tick, with its name on the paper."""

    code: str
    name: str


class BoxOut(Schema):
    """A place that no row fills. `name` as on the paper, `label` in the language of the request.

    With `choices` its value is one of their codes, with `several` a list of them; `told` is what was told before.
    """

    key: str
    name: str
    label: str
    lines: int
    choices: list[ChoiceOut]
    several: bool
    told: str | list[str]


class AskedOut(Schema):
    """What a document still asks. Nothing must be told; `noted`: whether it has room for a `note`."""

    boxes: list[BoxOut]
    note: str
    noted: bool


class Filled(Given):
    """What is told for a form of the duty lawyers' register, by the keys of its boxes."""

    boxes: Boxes


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
            kind=x.code, form_no=x.form_no, name=Named(**x.name.model_dump()), unconfirmed=x.unconfirmed,
            open=x.open,
        )
        for x in reads.writable(actor, file, at)
    ]  # fmt: skip


def _asked(found: reads.Asked) -> AskedOut:
    return AskedOut(
        boxes=[_box(box, found) for box in found.boxes], note=found.note, noted=found.noted
    )


def _box(box: Box, found: reads.Asked) -> BoxOut:
    told = found.told.get(box.key, () if box.several else "")
    return BoxOut(
        key=box.key, name=box.name, label=say(key_of("box", box.key)), lines=box.lines,
        choices=[ChoiceOut(code=c.code, name=c.name) for c in box.choices], several=box.several,
        told=told if isinstance(told, str) else [str(item) for item in told],
    )  # fmt: skip


@router.get(
    "/files/{uuid:file_id}/forms/{kind}",
    response={200: AskedOut, codes_4xx: Trouble},
    operation_id="file_form",
)
@needs(Verb.AID_ISSUE)
def form(request: HttpRequest, file_id: UUID, kind: Code) -> AskedOut:
    """Show what a document to be issued by hand still asks."""
    actor, at = actor_of(request), timezone.now()
    return _asked(reads.boxes(actor, reads.file(actor, file_id, at=at), kind, at=at))


@router.get(
    "/papers/{uuid:paper_id}/form",
    response={200: AskedOut, codes_4xx: Trouble},
    operation_id="paper_form",
)
@needs(*CORRECTORS)
def form_again(request: HttpRequest, paper_id: UUID) -> AskedOut:
    """Show what a document that was issued would ask if it were issued anew."""
    actor, at = actor_of(request), timezone.now()
    row = reads.paper(actor, paper_id, at=at)
    if not actor.may(corrected_by(row.kind)):
        raise NOT_ALLOWED(verb=corrected_by(row.kind))
    return _asked(reads.boxes_again(actor, row, at=at))


@router.get(
    "/duty-help/{uuid:help_id}/forms/{kind}",
    response={200: AskedOut, codes_4xx: Trouble},
    operation_id="duty_help_form",
)
@needs(Verb.AID_HELP)
def sheet(request: HttpRequest, help_id: UUID, kind: Code) -> AskedOut:
    """Show what a form for a person of the duty lawyers' register still asks."""
    actor, at = actor_of(request), timezone.now()
    return _asked(reads.duty_boxes(reads.help_row(actor, help_id, at=at), kind, at=at))


@router.put(
    "/duty-help/{uuid:help_id}/forms/{kind}",
    response={200: AskedOut, codes_4xx: Trouble},
    operation_id="duty_help_form_fill",
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_HELP)
def fill(request: HttpRequest, help_id: UUID, kind: Code, told: Filled) -> AskedOut:
    """Keep what is told for such a form in the place of what was told before."""
    actor, at = actor_of(request), timezone.now()
    row = reads.help_row(actor, help_id, at=at)
    row = actions.fill_sheet(actor=actor, asked=row, kind=kind, boxes=values_of(told.boxes), at=at)
    return _asked(reads.duty_boxes(row, kind, at=at))
