"""Every desk page goes through `staff(verb)`: signed in, posted, with the verb, and pressed once."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from songfa.access.policy import Actor
from songfa.audit.door import looks_last
from songfa.rules.problems import NOT_ALLOWED
from songfa.rules.verbs import Verb
from songfa.web.desk.press import pressed

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, P], HttpResponse]


def actor_of(request: HttpRequest) -> Actor:
    """Return who acts. Only pages behind `staff` may ask."""
    actor = getattr(request, "actor", None)
    if not isinstance(actor, Actor):
        raise NOT_ALLOWED(verb="")
    return actor


def _after(request: HttpRequest) -> str:
    """Where to go on after signing in: what was asked for; after a press on a button, the page it stood on."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    came_from = urlsplit(request.headers.get("Referer", ""))
    if came_from.netloc == request.get_host() and came_from.path:
        return came_from.path
    return reverse("start")


def staff(*verbs: Verb) -> Callable[[Page[P]], Page[P]]:
    """Let in whoever may do at least one of the verbs; strangers are sent to sign in."""

    def guard(page: Page[P]) -> Page[P]:
        @wraps(page)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(_after(request))
            actor = actor_of(request)
            if not any(actor.may(v) for v in verbs):
                raise NOT_ALLOWED(verb=verbs[0])
            with looks_last():
                if request.method == "POST":
                    return pressed(request, lambda: page(request, *args, **kwargs))
                return page(request, *args, **kwargs)

        guarded.verbs = verbs  # type: ignore[attr-defined]
        return guarded

    return guard
