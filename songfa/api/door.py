"""Who asks: a session of the desk or a program's key. Every answer is given in the actor's bounds."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from ninja.operation import Operation
from ninja.security import APIKeyCookie, HttpBearer

from songfa.access.policy import Actor, acting, bound, zone
from songfa.api.again import claim
from songfa.audit.door import looks_last
from songfa.network import actions as network
from songfa.network import reads
from songfa.rules.packs.read import load
from songfa.rules.problems import NOT_ALLOWED, REQUEST_TOO_LARGE
from songfa.rules.verbs import Verb

P = ParamSpec("P")
R = TypeVar("R")
KILOBYTE = 1024


class Key(HttpBearer):
    """`Authorization: Bearer <key>`: a program acting in one posting."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        at = timezone.now()
        found = reads.by_key(token, at)
        if found is None:
            return None
        request.key_used = found  # type: ignore[attr-defined]
        return acting(found.posting, load(found.posting.unit.pack).day(at))


class Session(APIKeyCookie):
    """The session of a person at the desk; what changes something needs the token against forged requests too."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Actor | None:
        if not request.user.is_authenticated:
            return None
        return cast("Actor | None", super().__call__(request))

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor:
        actor = getattr(request, "actor", None)
        if not isinstance(actor, Actor):
            raise NOT_ALLOWED(verb="")
        return actor


DOOR = [Key(), Session()]


def actor_of(request: HttpRequest) -> Actor:
    return cast("Actor", request.auth)  # type: ignore[attr-defined]  # set by the door


def needs(
    *verbs: Verb,
) -> Callable[[Callable[Concatenate[HttpRequest, P], R]], Callable[Concatenate[HttpRequest, P], R]]:
    """Let in whoever may do at least one of the verbs, with the database bound to them."""

    def guard(
        answer: Callable[Concatenate[HttpRequest, P], R],
    ) -> Callable[Concatenate[HttpRequest, P], R]:
        @wraps(answer)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> R:
            actor = actor_of(request)
            if verbs and not any(actor.may(v) for v in verbs):
                raise NOT_ALLOWED(verb=verbs[0])
            with bound(actor), timezone.override(zone(actor)), looks_last():
                claim(request, actor)
                key = getattr(request, "key_used", None)
                if key is not None:
                    network.sign_in(actor=actor, token=key, at=timezone.now())
                return answer(request, *args, **kwargs)

        guarded.verbs = verbs  # type: ignore[attr-defined]
        return guarded

    return guard


Run = Callable[..., HttpResponseBase]


def at_most(kilobytes: int) -> Callable[[Run], Run]:
    """Refuse a request whose body is larger before anything of it is read (`ninja.decorators.decorate_view`)."""

    def limit(run: Run) -> Run:
        operation: Operation = run.__self__  # type: ignore[attr-defined]  # ninja gives us its bound method

        @wraps(run)
        def limited(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            length = str(request.META.get("CONTENT_LENGTH") or "0")
            if not length.isdecimal() or int(length) > kilobytes * KILOBYTE:
                return operation.api.on_exception(request, REQUEST_TOO_LARGE(limit=kilobytes))
            return run(request, *args, **kwargs)

        return limited

    return limit
