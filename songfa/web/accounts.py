"""Sign-in: only accounts that an administrator made, locked out after repeated failures."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from songfa.access.models import User
from songfa.rules.problems import LOCKED_OUT


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """No open sign-up; the language of the account is taken on sign-in."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        language = request.user.language.lower() if isinstance(request.user, User) else "en"
        return f"/{language}/desk/"


def locked_out(
    request: HttpRequest, credentials: object, *args: object, **kwargs: object
) -> HttpResponse:
    return render(request, "problem.html", {"problem": LOCKED_OUT()}, status=429)
