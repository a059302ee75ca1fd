"""What every template knows: languages, reading aids, the actor, the menus."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils import timezone, translation

from songfa.access.policy import Actor
from songfa.duties.reads import late
from songfa.web import navigation
from songfa.web.middleware import POSTING, SPOKEN

READING = {
    "size": ("medium", "small", "large"),
    "contrast": ("auto", "high", "dark", "light"),
    "width": ("wide", "narrow", "simple"),
}


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
        {
            "code": SPOKEN[code],
            "name": name,
            "url": translate_url(request.get_full_path(), code),
            "current": code == current,
        }
        for code, name in settings.LANGUAGES
    ]
    actor = getattr(request, "actor", None)
    known = {
        "language": SPOKEN.get(current, "en"),
        "language_links": links,
        "reading": reading(request),
        "reading_choices": READING,
        "actor": actor,
        "site_links": navigation.site(request),
    }
    if isinstance(actor, Actor):
        known |= _desk(request, actor)
    return known


def _desk(request: HttpRequest, actor: Actor) -> dict[str, object]:
    links = navigation.desk(request, actor)
    for link in links:
        if link["url"] == reverse("desk"):
            link |= {"count": late(actor, timezone.now()), "late": True}
    return {
        "desk_links": links,
        "office": actor.anchor.name if actor.anchor else "",
        "account_links": _postings(request, actor),
    }


def _postings(request: HttpRequest, actor: Actor) -> list[dict[str, object]]:
    """Return the other postings of a person who holds several."""
    held = request.postings  # type: ignore[attr-defined]
    if len(held) < 2:
        return []
    now = request.session.get(POSTING)
    return [
        {"name": p.unit.name, "url": reverse("act_as", args=[p.pk]), "current": str(p.pk) == now}
        for p in held
    ]
