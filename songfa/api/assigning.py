"""Who takes a file: the ranked candidates, declining, a whole batch, the board of offers."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema, Status
from ninja.decorators import decorate_view
from ninja.responses import codes_4xx
from pydantic import Field

from songfa.aid import actions, reads
from songfa.api.door import DOOR, actor_of, at_most, needs
from songfa.api.shapes import Bars, Code, Given, Place, Text, Trouble, Word
from songfa.rules.ranking import Reason
from songfa.rules.verbs import Verb

router = Router(auth=DOOR)
BODY_KB = 256


class ReasonOut(Schema):
    """A reason: its code, up to two numbers, the points it costs, the entry of the pack it speaks of."""

    code: str
    points: int
    n: int
    of: int
    entry: str


class CandidateOut(Schema):
    """A practitioner and where they stand. `passable`: every bar may be set aside with a reason."""

    id: UUID
    name: str
    unit: Place
    points: int
    fits: bool
    passable: bool
    bars: list[ReasonOut]
    reasons: list[ReasonOut]


class CandidatesOut(Schema):
    candidates: list[CandidateOut]


def _reasons(found: Iterable[Reason]) -> list[ReasonOut]:
    return [ReasonOut(code=r.code, points=r.points, n=r.n, of=r.of, entry=r.entry) for r in found]


@router.get(
    "/files/{uuid:file_id}/candidates",
    response={200: CandidatesOut, codes_4xx: Trouble},
    operation_id="file_candidates",
)
@needs(Verb.AID_ASSIGN)
def candidates(request: HttpRequest, file_id: UUID) -> CandidatesOut:
    """Rank the practitioners in reach for a file, with every reason and every bar."""
    actor, at = actor_of(request), timezone.now()
    file = reads.file(actor, file_id, at=at)
    found = reads.candidates(actor, file, at)
    return CandidatesOut(
        candidates=[
            CandidateOut(
                id=c.practitioner.pk,
                name=c.practitioner.name,
                unit=Place(id=str(c.practitioner.unit_id), name=c.practitioner.unit.name),
                points=c.standing.points,
                fits=c.fits,
                passable=c.passable,
                bars=_reasons(c.standing.bars),
                reasons=_reasons(c.standing.reasons),
            )
            for c in found
        ]
    )


class DeclineIn(Given):
    """Why one declines: `conflict`, `not_my_field`, `too_much_work`, `ill_or_away`, `too_far`, `other` (with text)."""

    reason: Code
    text: Text = ""


@router.post(
    "/files/{uuid:file_id}/decline",
    response={204: None, codes_4xx: Trouble},
    operation_id="file_decline_api",
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_DECLINE)
def decline(request: HttpRequest, file_id: UUID, told: DeclineIn) -> Status[None]:
    """Give a file back before the work began; it leaves one's reach."""
    actor, at = actor_of(request), timezone.now()
    file = reads.file(actor, file_id, at=at)
    actions.decline(actor=actor, file=file, reason=told.reason, text=told.text, at=at)
    return Status(204, None)


# -- many files at once -----------------------------------------------------------------------------


class BatchIn(Given):
    files: Annotated[list[UUID], Field(min_length=1, max_length=reads.MOST)]


class PairOut(Schema):
    file: UUID
    number: str
    practitioner: UUID
    name: str
    points: int
    reasons: list[ReasonOut]


class WhyOut(Schema):
    """A bar, and how many practitioners it holds back."""

    reason: ReasonOut
    people: int


class LeftOut(Schema):
    file: UUID
    number: str
    why: list[WhyOut]


class WayOut(Schema):
    """What giving the files one by one in an order would come to."""

    left: int
    points: int


class ProposalOut(Schema):
    """Who would have which file: the least total of all ways to give as many as can be given."""

    pairs: list[PairOut]
    left: list[LeftOut]
    total: int
    by_hand: dict[str, WayOut]


@router.post(
    "/assignments/proposal",
    response={200: ProposalOut, codes_4xx: Trouble},
    operation_id="assignments_propose",
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_ASSIGN)
def propose(request: HttpRequest, told: BatchIn) -> ProposalOut:
    """Propose who takes which of the granted files; nothing is written."""
    found = reads.proposal(actor_of(request), told.files, timezone.now())
    return ProposalOut(
        pairs=[
            PairOut(
                file=p.file.pk,
                number=p.file.number,
                practitioner=p.practitioner.pk,
                name=p.practitioner.name,
                points=p.standing.points,
                reasons=_reasons(p.standing.reasons),
            )
            for p in found.pairs
        ],
        left=[
            LeftOut(
                file=row.file.pk,
                number=row.file.number,
                why=[WhyOut(reason=_reasons([r])[0], people=n) for r, n in row.why],
            )
            for row in found.left
        ],
        total=found.total,
        by_hand={name: WayOut(left=a, points=b) for name, (a, b) in found.by_hand.items()},
    )


class PairIn(Given):
    file: UUID
    practitioner: UUID


class PairsIn(Given):
    pairs: Annotated[list[PairIn], Field(min_length=1, max_length=reads.MOST)]


class FailedOut(Schema):
    file: UUID
    number: str
    code: str
    facts: dict[str, str]


class ConfirmedOut(Schema):
    """Which files were given, and which were not and why."""

    done: list[UUID]
    failed: list[FailedOut]


@router.post(
    "/assignments",
    response={200: ConfirmedOut, codes_4xx: Trouble},
    operation_id="assignments_confirm",
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_ASSIGN)
def confirm(request: HttpRequest, told: PairsIn) -> ConfirmedOut:
    """Give each file to its practitioner; each is looked at anew, and what no longer holds is named."""
    pairs = [(p.file, p.practitioner) for p in told.pairs]
    found = actions.confirm_batch(actor=actor_of(request), pairs=pairs, at=timezone.now())
    return ConfirmedOut(
        done=[f.pk for f in found.done],
        failed=[
            FailedOut(file=f.file_id, number=f.number, code=f.problem.code, facts=f.problem.facts)
            for f in found.failed
        ],
    )


# -- the board --------------------------------------------------------------------------------------


class NoticeOut(Schema):
    """An offered file without anything that tells of the person."""

    id: UUID
    matter: str
    service: str
    place: str
    language: str
    signs: bool
    demands: list[str]
    since: datetime
    until: date
    mine: bool


class BoardOut(Schema):
    offers: list[NoticeOut]


@router.get("/offers", response={200: BoardOut, codes_4xx: Trouble}, operation_id="board")
@needs(Verb.AID_VOLUNTEER)
def board(request: HttpRequest) -> BoardOut:
    """List the open offers that are shown to where one works."""
    found = reads.board(actor_of(request), timezone.now())
    return BoardOut(
        offers=[
            NoticeOut(
                id=n.id, matter=n.matter, service=n.service, place=n.place, language=n.language, signs=n.signs,
                demands=list(n.demands), since=n.since, until=n.until, mine=n.mine,
            )
            for n in found
        ]
    )  # fmt: skip


class WordIn(Given):
    word: Word = ""


@router.post(
    "/offers/{uuid:offer_id}/volunteers",
    response={204: None, codes_4xx: Trouble},
    operation_id="offer_volunteer",
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_VOLUNTEER)
def volunteer(request: HttpRequest, offer_id: UUID, told: WordIn) -> Status[None]:
    """Say that one would take an offered file."""
    actions.volunteer(actor=actor_of(request), offer_id=offer_id, word=told.word, at=timezone.now())
    return Status(204, None)


class ChoiceIn(Given):
    """The practitioner who volunteered, and what is passed over."""

    practitioner: UUID
    set_aside: Bars = []
    why: Text = ""


@router.post(
    "/offers/{uuid:offer_id}/choice",
    response={204: None, codes_4xx: Trouble},
    operation_id="offer_choose",
)
@decorate_view(at_most(BODY_KB))
@needs(Verb.AID_CHOOSE)
def choose(request: HttpRequest, offer_id: UUID, told: ChoiceIn) -> Status[None]:
    """Give an offered file to one who volunteered."""
    actor, at = actor_of(request), timezone.now()
    row = reads.offer(actor, offer_id)
    taken = reads.volunteer_of(actor, row, told.practitioner)
    actions.choose(
        actor=actor, offer=row, volunteering_id=taken.pk, at=at, set_aside=told.set_aside, why=told.why
    )  # fmt: skip
    return Status(204, None)


@router.delete(
    "/offers/{uuid:offer_id}",
    response={204: None, codes_4xx: Trouble},
    operation_id="offer_end_api",
)
@needs(Verb.AID_END_OFFER)
def end(request: HttpRequest, offer_id: UUID) -> Status[None]:
    """Take an offer back."""
    actor = actor_of(request)
    actions.end_offer(actor=actor, offer=reads.offer(actor, offer_id), at=timezone.now())
    return Status(204, None)
