"""Who had a file, who stands on which side, and what is offered to volunteers."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch

from songfa.access.policy import Actor, bound, system, visible
from songfa.aid.conflicts import conflicts
from songfa.aid.models import Assignment, File, Offer, Party, Tie, Volunteering
from songfa.aid.reads.candidates import SIGN_NEED, TONGUE, demanded
from songfa.areas.models import Area
from songfa.network.models import Practitioner
from songfa.rules.packs.read import load
from songfa.rules.problems import NOT_FOUND
from songfa.rules.ranking import Reason
from songfa.rules.verbs import Verb


def history(actor: Actor, of: File) -> list[Assignment]:
    """Return who had the file, the first first."""
    rows = visible(actor, Verb.AID_SEE, Assignment.objects.filter(file=of))
    return list(rows.select_related("practitioner", "firm", "by").order_by("created_at", "pk"))


def parties(actor: Actor, of: File) -> list[Party]:
    rows = visible(actor, Verb.AID_SEE, Party.objects.filter(file=of))
    return list(rows.order_by("created_at", "pk"))


def practitioner(actor: Actor, practitioner_id: UUID) -> Practitioner:
    """Return a practitioner to whom the actor may give files. Raises NOT_FOUND."""
    rows = visible(actor, Verb.AID_ASSIGN, Practitioner.objects.filter(pk=practitioner_id))
    found = rows.select_related("unit").first()
    if found is None:
        raise NOT_FOUND(thing="practitioner")
    return found


def ties(actor: Actor, of: Practitioner | None = None) -> list[Tie]:
    """Return the ties that hold, of one practitioner or of all within reach."""
    rows = visible(actor, Verb.AID_DECLARE_TIE, Tie.objects.filter(ended_at__isnull=True))
    rows = rows.filter(practitioner=of) if of is not None else rows
    return list(
        rows.select_related("practitioner__unit").order_by("practitioner__name", "created_at")
    )


def tie(actor: Actor, tie_id: UUID) -> Tie:
    """Return a tie within reach. Raises NOT_FOUND."""
    rows = visible(actor, Verb.AID_DECLARE_TIE, Tie.objects.filter(pk=tie_id))
    found = rows.select_related("practitioner__unit").first()
    if found is None:
        raise NOT_FOUND(thing="tie")
    return found


def declarers(actor: Actor) -> list[Practitioner]:
    """Return for whom the actor may declare a tie: a practitioner for themselves, an office for those within reach."""
    rows = visible(actor, Verb.AID_DECLARE_TIE, Practitioner.objects.filter(active=True))
    return list(rows.select_related("unit").order_by("name", "pk"))


# -- the board --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OfferShown:
    """An offered file as volunteers see it: codes and a place, nothing that tells of the person."""

    id: UUID
    pack: str
    matter: str
    service: str
    place: str
    language: str
    signs: bool
    demands: tuple[str, ...]
    since: datetime
    until: date
    mine: bool


def _notice(offer: Offer, areas: dict[str, str], *, mine: bool) -> OfferShown:
    """`place` is the county or what stands at that step: a township would tell too much."""
    contact = offer.file.story().contact
    pack = load(offer.pack)
    return OfferShown(
        id=offer.pk, pack=offer.pack, matter=offer.file.matter, service=offer.file.service,
        place=areas.get(_county(offer.area_path), ""), language=contact.language or TONGUE[pack.head.country],
        signs=SIGN_NEED in contact.needs, demands=demanded(offer.file),
        since=offer.created_at, until=offer.until, mine=mine,
    )  # fmt: skip


def _county(path: str) -> str:
    """Return the path of the county in China, of the province in Vietnam."""
    depth = 4 if path.startswith("cn.") else 2
    return "".join(f"{step}." for step in path.strip(".").split(".")[:depth])


def board(actor: Actor, at: datetime) -> list[OfferShown]:
    """Return what is offered to a practitioner: open offers shown to where they work, the newest first."""
    if not actor.may(Verb.AID_VOLUNTEER):
        return []
    with bound(system(actor.pack)):
        own = Practitioner.objects.filter(held_by=actor.user, active=True)
        paths = list(own.values_list("area_path", flat=True))
        rows = Offer.objects.filter(
            state="offered", until__gte=load(actor.pack).day(at), file__state="granted"
        )
        shown = [
            o
            for o in rows.select_related("file").order_by("-created_at", "pk")
            if any(p.startswith(o.shown_path) for p in paths)
        ]
        answered = set(
            Volunteering.objects.filter(
                offer__in=shown, practitioner__held_by=actor.user
            ).values_list("offer_id", flat=True)
        )
        areas = _names({_county(o.area_path) for o in shown})
        return [_notice(o, areas, mine=o.pk in answered) for o in shown]


def _names(paths: set[str]) -> dict[str, str]:
    rows = Area.objects.filter(path__in=paths)
    return dict(rows.order_by("valid_from").values_list("path", "name"))


def offers(actor: Actor) -> list[Offer]:
    """Return the open offers of the actor's files with those who would take them, the oldest first."""
    rows = Offer.objects.filter(state="offered").select_related("file")
    by = Prefetch(
        "volunteers",
        Volunteering.objects.select_related("practitioner__unit").order_by("created_at"),
    )
    return list(
        visible(actor, Verb.AID_OFFER, rows).prefetch_related(by).order_by("created_at", "pk")
    )


def offer(actor: Actor, offer_id: UUID) -> Offer:
    """Return one of the actor's offers. Raises NOT_FOUND."""
    rows = Offer.objects.filter(pk=offer_id).select_related("file")
    found = visible(actor, Verb.AID_OFFER, rows).first()
    if found is None:
        raise NOT_FOUND(thing="offer")
    return found


def shown_to(of: File) -> list[tuple[str, str]]:
    """Return the places to which a file can be shown, as path and name: from the widest to the nearest."""
    steps = of.area_path.strip(".").split(".")
    paths = ["".join(f"{s}." for s in steps[:n]) for n in range(2, len(steps) + 1)]
    names = _names(set(paths))
    return [(p, names[p]) for p in paths if p in names]


def conflicts_of_holder(of: File) -> tuple[Reason, ...]:
    """Return what stands against the one who has the file, such as a party named since it was given."""
    if of.practitioner is None:
        return ()
    return conflicts([of], [of.practitioner]).get((of.pk, of.practitioner.pk), ())


def volunteers(actor: Actor, of: Offer) -> list[Volunteering]:
    """Return who would take an offered file, the first first."""
    rows = visible(actor, Verb.AID_OFFER, Volunteering.objects.filter(offer=of))
    return list(rows.select_related("practitioner__unit").order_by("created_at", "pk"))


def volunteer_of(actor: Actor, of: Offer, practitioner_id: UUID) -> Volunteering:
    """Return a practitioner's answer to an offer. Raises NOT_FOUND."""
    for row in volunteers(actor, of):
        if row.practitioner_id == practitioner_id:
            return row
    raise NOT_FOUND(thing="practitioner")
