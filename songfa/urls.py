"""The front step: health, accounts, API, and every page under its language."""

from allauth.account import views as account
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import TemplateView

from songfa.api.main import urls as api
from songfa.web import health
from songfa.web.urls import pages

forgotten = TemplateView.as_view(template_name="account/password_reset.html")
# of allauth's pages only those that an account made by an administrator needs
accounts = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    # nobody gets a password by mail: the page says whom to ask
    path("password/reset/", forgotten, name="account_reset_password"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("2fa/", include("allauth.mfa.urls")),
]

urlpatterns = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("api/v1/", include(api)),
    *i18n_patterns(
        path("accounts/", include(accounts)),
        *pages,
    ),
]
