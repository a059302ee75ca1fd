"""A request sent again: with the same `Idempotency-Key` it is done once, and answered as it was the first time.

After draft-ietf-httpapi-idempotency-key-header. A key is its sender's own, and good for one request; the answer is kept
encrypted for a day and given to nobody else. What was refused is not kept: it may be sent again.
"""

import hashlib
import json
import re
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID, uuid5

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from ninja import NinjaAPI

from songfa.access.policy import Actor
from songfa.audit.door import Answer, answered, keep_answer
from songfa.rules.problems import KEY_OF_ANOTHER, KEY_SPENT, KEY_UNREADABLE

HEADER = "Idempotency-Key"
# printable ASCII without spaces; a UUID is the usual choice
FORM = r"^[!-~]{8,200}$"
SPACE = UUID("5f0c6c58-6f0e-4b8e-9a52-6f5b1c0f7a11")
JSON = "application/json"
PARAMETER = {
    "name": HEADER,
    "in": "header",
    "required": False,
    "schema": {"type": "string", "pattern": FORM},
    "description": __doc__.partition("\n")[0],
}


class Answered(Exception):
    """The request was answered before."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.response = response


def claim(request: HttpRequest, actor: Actor) -> None:
    """Take the key of a request that may change something. Raises Answered when it has its answer already.

    KEY_UNREADABLE for a key that cannot be one, KEY_OF_ANOTHER when it came with another request, KEY_SPENT when its
    answer is no longer kept. Two with one key at once: the second waits for the first and gets its answer.
    """
    key = request.headers.get(HEADER)
    if key is None or request.method != "POST":
        return
    if not re.match(FORM, key):
        raise KEY_UNREADABLE()  # noqa: RSE102 - a catalogue entry, not an exception class
    token = uuid5(SPACE, json.dumps([str(actor.user.pk), str(actor.unit_id), actor.role, key]))
    told = _print_of(request)
    before = answered(token, timezone.now())
    if before is None:
        request.key_claimed = (token, told)  # type: ignore[attr-defined]
        return
    if before.request != told:
        raise KEY_OF_ANOTHER()  # noqa: RSE102 - a catalogue entry, not an exception class
    if not before.status:
        raise KEY_SPENT()  # noqa: RSE102 - a catalogue entry, not an exception class
    raise Answered(HttpResponse(before.text, status=before.status, content_type=JSON))


def _print_of(request: HttpRequest) -> str:
    """Return the fingerprint of where a request goes and what it says; the boundary between parts says nothing."""
    if request.content_type == JSON:
        told: object = request.body.decode(errors="replace")
    else:
        files = [
            (name, f.name, hashlib.sha256(f.read()).hexdigest(), f.seek(0))
            for name, found in sorted(request.FILES.lists())
            for f in found
        ]
        told = [sorted(request.POST.lists()), files]
    where = [request.get_full_path(), told]
    return hashlib.sha256(json.dumps(where, ensure_ascii=True).encode()).hexdigest()


Run = Callable[..., HttpResponseBase]


def keeps_answers(run: Run) -> Run:
    """Keep what a request with a key was answered, in the transaction of what it did."""

    @wraps(run)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = run(request, *args, **kwargs)
        token, told = getattr(request, "key_claimed", (None, ""))
        if token and isinstance(response, HttpResponse) and 200 <= response.status_code < 300:
            text = response.content.decode()
            keep_answer(token, Answer(told, response.status_code, text))
        return response

    return kept


def install(api: NinjaAPI) -> None:
    """Let every endpoint of an API take a key."""
    api.add_decorator(keeps_answers, mode="view")

    @api.exception_handler(Answered)
    def again(request: HttpRequest, exc: Answered) -> HttpResponse:
        return exc.response


class Api(NinjaAPI):
    """An API whose requests that change something take a key; its schema says so."""

    def get_openapi_schema(self, *args: Any, **kwargs: Any) -> Any:
        schema = super().get_openapi_schema(*args, **kwargs)
        for methods in schema["paths"].values():
            operation = methods.get("post", {})
            if operation.get("security") and PARAMETER not in operation.setdefault(
                "parameters", []
            ):
                operation["parameters"].append(PARAMETER)
        return schema
