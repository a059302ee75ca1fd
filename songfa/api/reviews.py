"""The review of a year, counted live."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Router, Schema
from ninja.responses import codes_4xx

from songfa.api.door import DOOR, actor_of, needs
from songfa.api.shapes import Trouble
from songfa.insight import reads
from songfa.rules.verbs import Verb

router = Router(auth=DOOR)


class FigureOut(Schema):
    """A number, what it counts, and how it is printed."""

    value: int | float
    unit: str
    quantifier: str
    scope: str


class ReviewOut(Schema):
    """Figures `group -> measure`, and the relations between them that hold or not."""

    area: str
    name: str
    year: int
    pack: str
    definitions: str
    figures: dict[str, dict[str, FigureOut]]
    relations: list[dict[str, Any]]


@router.get(
    "/reviews/{area}/{year}", response={200: ReviewOut, codes_4xx: Trouble}, operation_id="review"
)
@needs(Verb.INSIGHT_SEE)
def show_review(
    request: HttpRequest,
    area: Annotated[str, Path(pattern=r"^[0-9]{2,12}$")],
    year: Annotated[int, Path(ge=1984, le=2100)],
) -> ReviewOut:
    """Count a year of an area live, from the rows within reach."""
    actor = actor_of(request)
    return ReviewOut(
        **reads.figures_json(reads.review(actor, reads.area_of(actor, area, year), year))
    )
