"""What every template knows: languages, reading aids, the actor."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils import translation

from songfa.web.middleware import SPOKEN

READING = {"size": ("medium", "small", "large"), "contrast": ("auto", "high", "dark", "light"), "width": ("wide", "narrow", "simple")}


def reading(request: HttpRequest) -> dict[str, str]:
    """Return the reader's aids from the cookies; anything unknown counts as the first choice."""
    chosen = {}
    for name, values in READING.items():
        value = request.COOKIES.get(name, "")
        chosen[name] = value if value in values else values[0]
    return chosen


def page(request: HttpRequest) -> dict[str, object]:
    current = translation.get_language() or settings.LANGUAGE_CODE
    links = [
        {"code": SPOKEN[code], "name": name, "url": translate_url(request.get_full_path(), code), "current": code == current}
        for code, name in settings.LANGUAGES
    ]
    return {
        "language": SPOKEN.get(current, "en"),
        "language_links": links,
        "reading": reading(request),
        "reading_choices": READING,
        "actor": getattr(request, "actor", None),
    }
