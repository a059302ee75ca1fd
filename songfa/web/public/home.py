"""The front door, and the reading aids."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from songfa.web.context import READING

YEAR = 365 * 24 * 3600


def home(request: HttpRequest) -> HttpResponse:
    return render(request, "public/home.html")


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
