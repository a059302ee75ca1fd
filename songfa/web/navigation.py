"""Which pages stand in the two menus: a table each, and who may open what."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from songfa.access.policy import Actor
from songfa.rules.verbs import Verb
from songfa.words.say import key_of, say


@dataclass(frozen=True, slots=True)
class Place:
    """A page of a menu: its route, its word, the verbs of which one opens it, and the heading under which it stands."""

    route: str
    word: str
    verbs: tuple[Verb, ...] = ()
    group: str = ""


DESK = (
    Place("desk", "nav-duties", (Verb.DUTY_SEE,)),
    Place("files", "nav-files", (Verb.AID_SEE,), "files"),
    Place("notices", "nav-notices", (Verb.AID_NOTICE,), "files"),
    Place("duty_register", "nav-duty-help", (Verb.AID_HELP,), "files"),
    Place("referrals", "nav-referrals", (Verb.AID_REFER, Verb.AID_TAKE_ON), "files"),
    Place(
        "beside",
        "nav-beside",
        (Verb.AID_UPHOLD, Verb.AID_TAKE_UP, Verb.AID_AGREE_CHANGE, Verb.AID_ANSWER_COOPERATION),
        "files",
    ),
    Place("assigning", "nav-assign", (Verb.AID_ASSIGN,), "providers"),
    Place("offers", "nav-offers", (Verb.AID_VOLUNTEER, Verb.AID_OFFER), "providers"),
    Place("ties", "nav-ties", (Verb.AID_VOLUNTEER,), "providers"),
    Place("calendar", "nav-calendar", (Verb.AID_SEE,), "providers"),
    Place(
        "subsidies",
        "nav-subsidies",
        (Verb.AID_CLAIM_SUBSIDY, Verb.AID_APPROVE_SUBSIDY),
        "providers",
    ),
    Place("quality", "nav-quality", (Verb.AID_ASSESS, Verb.AID_DRAW_SAMPLE), "providers"),
    Place("advice", "nav-advice", (Verb.ADVICE_SEE,), "outreach"),
    Place("plans", "nav-plans", (Verb.OUTREACH_SEE,), "outreach"),
    Place("shares", "nav-shares", (Verb.OUTREACH_REPORT,), "outreach"),
    Place("events", "nav-events", (Verb.OUTREACH_SEE,), "outreach"),
    Place("review", "nav-review", (Verb.INSIGHT_SEE,), "house"),
    Place("units", "nav-units", (Verb.ACCESS_MANAGE,), "house"),
    Place("roll", "nav-roll", (Verb.ACCESS_MANAGE,), "house"),
    Place("areas", "nav-areas", tuple(Verb), "house"),
)
PUBLIC = (
    Place("home", "nav-home"),
    Place("apply", "nav-apply"),
    Place("follow", "nav-follow"),
)

Link = dict[str, object]


def _link(request: HttpRequest, place: Place) -> Link:
    url = reverse(place.route)
    at_root = place.route in ("home", "desk")
    here = request.path == url if at_root else request.path.startswith(url)
    heading = say(key_of("nav-group", place.group)) if place.group else ""
    return {"name": say(place.word), "url": url, "current": here, "group": heading}


def site(request: HttpRequest) -> list[Link]:
    return [_link(request, p) for p in PUBLIC]


def desk(request: HttpRequest, actor: Actor) -> list[Link]:
    return [_link(request, p) for p in DESK if any(actor.may(v) for v in p.verbs)]


def first(actor: Actor) -> str:
    """Return the route of the first desk page that an actor may open."""
    return next((p.route for p in DESK if any(actor.may(v) for v in p.verbs)), "home")
