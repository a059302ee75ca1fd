"""A button pressed twice: every form of the desk bears a number of its own, and what it did is done once."""

from collections.abc import Callable
from uuid import UUID, uuid5

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from songfa.audit.door import Answer, keep_answer, keep_result, once
from songfa.audit.models import Once

FIELD = "press"
LONGEST = 200  # places in which the way on is kept
BARE = ("csrfmiddlewaretoken", FIELD)


def pressed(request: HttpRequest, page: Callable[[], HttpResponse]) -> HttpResponse:
    """Answer what was sent from a form. The same once more leads where it led the first time.

    Two at the same moment: the second waits for the first. What was refused, and the same form with other words in
    it (somebody went back and wrote something else), counts as new. A page that did something and leads nowhere else
    (`acted`) is shown as it was: for a day, encrypted until then; afterwards the desk begins anew.
    """
    token = _token(request)
    if token is None:
        return page()
    before = once(token, timezone.now())
    if before is not None:
        return _again(before)
    answer = page()
    way = answer.headers.get("Location", "")
    if answer.status_code == 302 and 0 < len(way) <= LONGEST:
        keep_result(token, way)
    elif getattr(answer, "acted", False):
        keep_answer(token, Answer("", answer.status_code, answer.content.decode()))
    return answer


def acted(answer: HttpResponse) -> HttpResponse:
    """Mark a page that is itself the result of what was done: an address or a password that is shown once, a list."""
    answer.acted = True  # type: ignore[attr-defined]
    return answer


def _again(before: Once) -> HttpResponse:
    if before.answer:
        return acted(HttpResponse(before.answer, status=int(before.result)))
    return redirect("start" if before.result.isdigit() else before.result)


def _token(request: HttpRequest) -> UUID | None:
    """Return the number of a form with what stands in it, for this person on this page."""
    try:
        given = UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return None
    told = [(k, v) for k, v in sorted(request.POST.lists()) if k not in BARE]
    files = [(k, f.name, f.size) for k, found in sorted(request.FILES.lists()) for f in found]
    return uuid5(given, repr((str(request.user.pk), request.get_full_path(), told, files)))
