"""What happens around every page: the language, the actor with the database bound to their scope, problems as pages."""

import re
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import DataError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation

from songfa.access.models import User
from songfa.access.policy import Actor, acting, bound, postings, zone
from songfa.base.http import STATUS, crossed
from songfa.rules.packs.read import load
from songfa.rules.problems import REQUEST_CUT, REQUEST_TOO_LARGE, TEXT_IMPOSSIBLE, Problem
from songfa.words.say import speaking

Next = Callable[[HttpRequest], HttpResponse]
SPOKEN = {"zh-hans": "zh-Hans", "vi": "vi", "en": "en"}
# the country whose readers a language has: which day it is on pages that belong to no office
READERS = {"zh-Hans": "cn", "vi": "vn"}
DESK = re.compile(r"^/[a-z-]+/desk(/|$)")
# six files of evidence of 10 MB each, and what stands around them
LARGEST = 64 * 1024 * 1024
POSTING = "posting"  # the session's key of the posting in which somebody acts


class Speaking:
    """Says our messages in the language that Django found for the page."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = speaking.set(SPOKEN.get(translation.get_language() or "", "en"))
        try:
            return self.get_response(request)
        finally:
            speaking.reset(token)


class Acting:
    """Finds in which posting the user acts and binds the database to it. Nobody's pages see no guarded row."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        actor = _actor(request)
        request.actor = actor  # type: ignore[attr-defined]
        first = _first(request, actor)
        if first:
            if DESK.match(request.path):
                return redirect(first)
            request.actor = actor = None  # type: ignore[attr-defined]  # elsewhere nobody in particular
        with bound(actor), timezone.override(_zone(actor)):
            return _unkept(request, self.get_response(request))


def _zone(actor: Actor | None) -> ZoneInfo:
    """Return in which zone it is today: that of the desk, or of the country whose readers the page speaks to."""
    of_desk = zone(actor) if actor is not None else None
    return of_desk or ZoneInfo(load(READERS.get(speaking.get(), "cn")).head.timezone)


def _first(request: HttpRequest, actor: Actor | None) -> str:
    """Return the page that somebody signed in must see to before any other; nothing in the usual case."""
    if isinstance(request.user, User) and request.user.password_given:
        return reverse("account_change_password")
    if actor is not None and _second_factor_missing(request):
        return reverse("mfa_activate_totp")
    return ""


def _unkept(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """What somebody sees who signed in, or a program with its key, stays in no cache and in no browser's history."""
    known = request.user.is_authenticated or "Authorization" in request.headers
    if known and not answer.has_header("Cache-Control"):
        answer["Cache-Control"] = "private, no-store"
    return answer


def _actor(request: HttpRequest) -> Actor | None:
    user = request.user
    if not isinstance(user, User) or not user.is_active:
        return None
    at = timezone.now()
    held = postings(user, at)
    if not held:
        return None
    request.postings = held  # type: ignore[attr-defined]
    chosen = request.session.get(POSTING)
    posting = next((p for p in held if str(p.pk) == chosen), held[0])
    return acting(posting, load(posting.unit.pack).day(at))


def _second_factor_missing(request: HttpRequest) -> bool:
    if not settings.SECOND_FACTOR_FOR_STAFF:
        return False
    from allauth.mfa.utils import is_mfa_enabled  # noqa: PLC0415 - needs the apps to be ready

    return not is_mfa_enabled(request.user)


class Whole:
    """The body of a request, which has to come to its end: an upload that stops half-way is no shorter upload.

    The parser of forms takes what came for all of it; here the missing rest is the broken connection that it is.
    """

    def __init__(self, stream: Any, length: int) -> None:
        self.stream, self.left = stream, length

    def read(self, size: int = -1) -> bytes:
        data: bytes = self.stream.read(size) if size >= 0 else self.stream.read()
        return self._counted(data, ended=size != 0 and (size < 0 or not data))

    def readline(self, size: int = -1) -> bytes:
        data: bytes = self.stream.readline(size) if size >= 0 else self.stream.readline()
        return self._counted(data, ended=size != 0 and not data)

    def close(self) -> None:
        self.stream.close()

    def _counted(self, data: bytes, *, ended: bool) -> bytes:
        self.left -= len(data)
        if ended and self.left > 0:
            raise ConnectionResetError
        return data


class ProblemPages:
    """Turns a Problem into a page in the reader's language; the transaction is rolled back by then."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) > LARGEST:  # before anything of it is read
            limit = REQUEST_TOO_LARGE(limit=LARGEST // 1024)
            return render(request, "problem.html", {"problem": limit}, status=413)
        if int(length) and hasattr(request, "_stream"):
            request._stream = Whole(request._stream, int(length))  # type: ignore[assignment]  # as it is read
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if request.path.startswith("/api/"):
            return None
        if isinstance(error, DataError):  # signs that no text can hold, numbers that no column can
            error = TEXT_IMPOSSIBLE()
        if isinstance(error, UnreadablePostError):
            error = REQUEST_CUT()
        error = crossed(error) or error
        if not isinstance(error, Problem):
            return None
        return render(request, "problem.html", {"problem": error}, status=STATUS[error.kind])
