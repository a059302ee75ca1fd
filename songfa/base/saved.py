"""A kept file as an answer: always to be saved, never opened within our own pages."""

from urllib.parse import quote

from django.http import HttpResponse


def as_file(data: bytes, name: str, kind: str) -> HttpResponse:
    """Return bytes as a download (RFC 6266). `name` is clean already; `kind` is what the bytes are."""
    answer = HttpResponse(data, content_type=kind)
    plain = name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_")
    answer["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
