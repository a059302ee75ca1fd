"""Everything that may go wrong, as JSON: `{code, text, facts}`, and nothing of the request is kept."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from songfa.base.http import STATUS, crossed
from songfa.rules.problems import (
    FORM_EXPIRED,
    NOT_FOUND,
    REQUEST_CUT,
    REQUEST_INVALID,
    REQUEST_TOO_LARGE,
    SIGN_IN_NEEDED,
    Problem,
)
from songfa.words.say import WordsMissing, key_of, say

UNAUTHENTICATED, FORBIDDEN, TOO_LARGE = 401, 403, 413
# the body of a validated request stands in the path of an error; programs know their own words only
SOURCES = ("body", "query", "path", "form", "file")


def told(problem: Problem, fields: Sequence[dict[str, str]] = ()) -> dict[str, Any]:
    """Return a problem as JSON, said in the language of the request."""
    try:
        text = say(key_of("problem", problem.code), **problem.facts)
    except WordsMissing:
        text = say(f"look-problem-{problem.kind.value}")
    return {"code": problem.code, "text": text, "facts": problem.facts, "fields": list(fields)}


def fields_of(error: ValidationError) -> list[dict[str, str]]:
    """Return each field that could not be read, and the code of what is wrong with it."""
    return [
        {"field": ".".join(map(str, _path(e["loc"]))), "wrong": str(e["type"])}
        for e in error.errors
    ]


def _path(loc: Sequence[Any]) -> Sequence[Any]:
    # (source, parameter, field, ...): the parameter's name is ours
    return loc[2:] if len(loc) > 2 and loc[0] in ("body", "form") else loc[1:]


def install(api: NinjaAPI) -> None:
    """Let the API answer every exception that a request may cause."""

    def answer(
        request: HttpRequest, problem: Problem, status: int, fields: Sequence[dict[str, str]] = ()
    ) -> HttpResponse:
        if connection.in_atomic_block:  # the answer is no exception to the transaction around it
            transaction.set_rollback(True)
        return api.create_response(request, told(problem, fields), status=status)

    @api.exception_handler(Problem)
    def problem(request: HttpRequest, exc: Problem) -> HttpResponse:
        status = TOO_LARGE if exc.code == REQUEST_TOO_LARGE.code else STATUS[exc.kind]
        return answer(request, exc, status)

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, exc: ValidationError) -> HttpResponse:
        fields = fields_of(exc)
        named = ", ".join(f["field"] for f in fields if f["field"])
        found = REQUEST_INVALID(fields=named)
        return answer(request, found, STATUS[found.kind], fields)

    @api.exception_handler(AuthenticationError)
    def nobody(request: HttpRequest, exc: AuthenticationError) -> HttpResponse:
        response = answer(request, SIGN_IN_NEEDED(), UNAUTHENTICATED)
        response["WWW-Authenticate"] = "Bearer"
        return response

    @api.exception_handler(HttpError)
    def refused(request: HttpRequest, exc: HttpError) -> HttpResponse:
        if exc.status_code == FORBIDDEN:
            return answer(request, FORM_EXPIRED(), FORBIDDEN)
        return answer(request, REQUEST_INVALID(fields=""), exc.status_code)

    @api.exception_handler(Http404)
    def missing(request: HttpRequest, exc: Http404) -> HttpResponse:
        found = NOT_FOUND(thing="")
        return answer(request, found, STATUS[found.kind])

    @api.exception_handler(UnreadablePostError)
    @api.exception_handler(RequestDataTooBig)
    @api.exception_handler(SuspiciousOperation)
    def too_much(request: HttpRequest, exc: Exception) -> HttpResponse:
        cut = isinstance(exc, UnreadablePostError)
        found = REQUEST_CUT() if cut else REQUEST_INVALID(fields="")
        return answer(request, found, STATUS[found.kind])


class AtTheEnd:
    """Answers a request that stood in another's way, also when it is committed after its endpoint answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        found = crossed(error) if request.path.startswith("/api/") else None
        return JsonResponse(told(found), status=STATUS[found.kind]) if found else None
