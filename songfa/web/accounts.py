"""Sign-in: only accounts that an administrator made, locked out after repeated failures."""

import unicodedata
from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
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

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return self.get_login_redirect_url(request)

    def set_password(self, user: User, password: str) -> None:
        """Keep a password that its owner chose: it counts as given no longer."""
        user.password_given = False
        super().set_password(user, password)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Wrong passwords are counted by django-axes alone; wrong codes of the second factor by allauth."""


def account_name(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """Return the account for which failures are counted, in one spelling: sign-in reads names in any case."""
    told = credentials or {}
    name = told.get("username") or told.get("login") or request.POST.get("login", "")
    return unicodedata.normalize("NFKC", str(name)).strip().upper().casefold()[:255]


def address(request: HttpRequest) -> str | None:
    """Return the address of whoever asks: that of the connection, or what the outermost of our own proxies saw.

    `X-Forwarded-For` is counted from its right end: what stands further left anybody may have written.
    """
    seen = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    proxies: int = settings.PROXIES
    if proxies and len(seen) >= proxies:
        try:
            return str(ip_address(seen[-proxies]))
        except ValueError:
            pass
    return request.META.get("REMOTE_ADDR") or None


def locked_out(
    request: HttpRequest, credentials: object, *args: object, **kwargs: object
) -> HttpResponse:
    return render(request, "problem.html", {"problem": LOCKED_OUT()}, status=429)
