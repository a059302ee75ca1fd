"""A file as an answer: to be saved; opened in the browser only where we drew it ourselves."""

from urllib.parse import quote

from django.http import HttpResponse


def as_file(
    data: bytes, name: str, kind: str, *, plain: str = "", inline: bool = False
) -> HttpResponse:
    """Return bytes as a download (RFC 6266), or to be looked at in the browser.

    `name` is free of control signs; `kind` is what the bytes are; `plain` is a name in ASCII for old programs.
    """
    answer = HttpResponse(data, content_type=kind)
    name = name.replace("/", "-")
    plain = plain or name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_")
    answer["Content-Disposition"] = (
        f"{'inline' if inline else 'attachment'}; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
