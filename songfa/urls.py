"""The front step: health, accounts, API, and every page under its language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from songfa.web import health
from songfa.web.urls import pages

urlpatterns = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    *i18n_patterns(*pages),
]
