"""A long list, page by page, with the addresses of the page before and the page after."""

from typing import Any, Protocol
from urllib.parse import urlencode

from django.http import HttpRequest

PAGE = 50


class Rows(Protocol):
    """What can be cut: a list, or a question to the database that is not yet asked."""

    def __getitem__(self, cut: slice, /) -> Any: ...


def page_asked(request: HttpRequest) -> int:
    """Return the page that the address names, from 1; the first where it names none that can be."""
    told = request.GET.get("page", "")
    return max(int(told), 1) if told.isascii() and told.isdigit() and len(told) < 6 else 1


def ways(page: int, *, more: bool, **kept: object) -> dict[str, str]:
    """Return the addresses `previous` and `next`, empty where there is none; `kept` are the filters that go along."""
    filters = {k: v for k, v in kept.items() if v}
    return {
        "previous": f"?{urlencode({**filters, 'page': page - 1})}" if page > 1 else "",
        "next": f"?{urlencode({**filters, 'page': page + 1})}" if more else "",
    }


def paged(
    request: HttpRequest, rows: Rows, *, size: int = PAGE, **kept: object
) -> tuple[list[Any], dict[str, str]]:
    """Return the rows of the page asked for, and its `ways`. Nothing is counted: one row more than a page is read."""
    page = page_asked(request)
    found = list(rows[(page - 1) * size : page * size + 1])
    return found[:size], ways(page, more=len(found) > size, **kept)
