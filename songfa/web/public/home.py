"""The front door, and the reading aids."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Channel, Trouble
from songfa.web.context import READING
from songfa.words.say import speaking

YEAR = 365 * 24 * 3600
# whose everyday words and hotline the front door shows in a language
DOORS = {"zh-Hans": ("cn",), "vi": ("vn",), "en": ("cn", "vn")}


def home(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    packs = [load(code) for code in DOORS[speaking.get()]]
    troubles = sorted(packs[0].all(Trouble, packs[0].day(at)).values(), key=lambda t: t.order)
    context = {
        "troubles": [
            {"code": t.code, "name": t.name.model_dump(), "hint": t.hint.model_dump()}
            for t in troubles
        ],
        "hotlines": [
            {
                "country": p.head.name.model_dump(),
                "number": p.get(Channel, "hotline", p.day(at)).contact,
            }
            for p in packs
        ],
    }
    return render(request, "public/home.html", context)


@require_POST
def reading(request: HttpRequest) -> HttpResponse:
    """Remember the reader's aids, without JavaScript, and go back to the page."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}):
        back = "/"
    answer = HttpResponseRedirect(back)
    for name, values in READING.items():
        value = request.POST.get(name)
        if value in values:
            answer.set_cookie(name, value, max_age=YEAR, samesite="Lax", httponly=False)
    return answer


urls = [
    path("", home, name="home"),
    path("reading/", reading, name="reading"),
]
